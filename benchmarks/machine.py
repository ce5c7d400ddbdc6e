"""On what, and when, the figures were measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from actiontracker import __version__

if TYPE_CHECKING:
    import datetime

LIBRARIES: Final = ("spacy", "pdfplumber", "typer", "rich")


def description(at: datetime.datetime) -> str:
    """One line: program, day, cores, Python, system, libraries, and how busy the machine was before the run."""
    parts = [
        f"actiontracker {__version__}",
        f"{at.day} {at:%B %Y}",
        f"{os.cpu_count() or 1} cores",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        *(f"{library} {version(library)}" for library in LIBRARIES),
    ]
    busy = _load()
    return ", ".join([*parts, f"load {busy:.1f} before the run"] if busy is not None else parts)


def _load() -> float | None:
    """Processes that wanted to run in the last minute; None where the system does not say."""
    try:
        return os.getloadavg()[0]
    except (AttributeError, OSError):
        return None
