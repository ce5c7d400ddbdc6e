"""Starts the command line; the only place that catches errors meant for the user."""

from __future__ import annotations

import io
import os
import sys

from actiontracker.errors import EXIT_INTERRUPTED, EXIT_OK, EXIT_SOME_FAILED, TrackerError


def main() -> int:
    """Runs the command that the arguments of the process name, and returns its exit code."""
    try:
        return _run()
    except TrackerError as error:
        _say(error)
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has what they wanted; closing must not complain a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_SOME_FAILED


def _run() -> int:
    from actiontracker.cli import app

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        app(prog_name="actiontracker")
    except SystemExit as stopped:
        if stopped.code == EXIT_INTERRUPTED:
            raise KeyboardInterrupt from stopped
        return stopped.code if isinstance(stopped.code, int) else EXIT_OK
    finally:
        sys.stdout.flush()
    return EXIT_OK


def _say(error: TrackerError) -> None:
    from actiontracker.cli.output import say

    message = str(error)
    say(message if message.endswith((".", "?", "!")) else f"{message}.")


if __name__ == "__main__":
    sys.exit(main())
