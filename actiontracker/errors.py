"""What can go wrong, in words for a clerk: each error has an exit code and the next step to take.

Exit codes of the program, all of them (`actiontracker --help` lists them too):

0  everything was done
1  some files had errors, the rest was done
2  the command was used wrongly (unknown option, missing argument)
3  the tracker's database is missing, damaged, or from a newer version
4  nothing by that reference
5  the language model is missing or does not fit
130  stopped by the user
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130


class TrackerError(Exception):
    """An error a user can act on: `message` says what is wrong and where, `advice` what to do next."""

    exit_code = EXIT_SOME_FAILED

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}. {self.advice}" if self.advice else self.message


class UnreadableFileError(TrackerError):
    """A file that no reader can turn into text: encrypted, broken, empty, too large, or of an unknown kind."""


class AnnotationError(TrackerError):
    """A marked or gold document whose marks cannot be read; the message begins with `file:line`."""


class UsageError(TrackerError):
    """Options that contradict each other or name nothing."""

    exit_code = EXIT_USAGE


class DatabaseError(TrackerError):
    """The tracker's file is missing, damaged, locked for too long, or made by a newer version."""

    exit_code = 3


class UnknownReferenceError(TrackerError):
    """No action carries the reference that was given."""

    exit_code = 4


class ModelError(TrackerError):
    """The language model cannot be found or opened."""

    exit_code = 5
