"""Asking the user: a key at once on a terminal, the first letter of a line elsewhere."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import typer

from actiontracker.cli.output import say


class Stopped(Exception):  # noqa: N818 - it is no error
    """The clerk leaves, or the input ends."""


@dataclass(frozen=True)
class Asking:
    """How the clerk is asked: a key at once on a terminal, the first letter of a line elsewhere."""

    key: Callable[[], str]
    line: Callable[[str], str]


def asking() -> Asking:
    """Keys and lines from the terminal, or from lines of standard input where it is none."""
    if sys.stdin.isatty():
        return Asking(typer.getchar, _prompted)
    return Asking(lambda: (_line("").strip() or " ")[0], _line)


def _prompted(words: str) -> str:
    sys.stderr.write(f"{words} ")
    sys.stderr.flush()
    return _line("")


def _line(_: str) -> str:
    read = sys.stdin.readline()
    if not read:
        raise Stopped
    return read.strip()


def choose(ask: Asking, question: str, keys: dict[str, str], meanings: dict[str, str]) -> str:
    """What the user chooses, by its name; keys that mean nothing are told and asked again.

    Raises:
        Stopped: the user leaves, or the input ends.
    """
    told = "  ".join(f"[{key}] {name}" for key, name in keys.items())
    say(f"{question}  {told}")
    while True:
        key = ask.key().lower()
        if key in ("\x03", "\x04"):
            raise Stopped
        if key in keys and keys[key] != "help":
            return keys[key]
        if key == "?":
            for name in keys.values():
                say(f"  {name}: {meanings[name]}")
        elif key.strip():
            say(f"Press one of: {', '.join(keys)}")
