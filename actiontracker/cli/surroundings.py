"""What the program takes from the machine it runs on: the clock, the environment, the user's name and folders.

Everything else gets these as arguments.
"""

import datetime
import getpass
from pathlib import Path
from typing import Final

DATABASE_VARIABLE: Final = "ACTIONTRACKER_DB"
NAME_VARIABLE: Final = "ACTIONTRACKER_BY"


def now() -> datetime.datetime:
    """This moment, with the time zone of the machine."""
    return datetime.datetime.now(datetime.UTC).astimezone()


def today() -> datetime.date:
    """The day it is where the user is."""
    return now().date()


def zone() -> datetime.tzinfo:
    """The time zone of the machine."""
    return now().tzinfo or datetime.UTC


def user_name() -> str:
    """The name the user is logged in under; "unknown" where the machine does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def default_tracker() -> Path:
    """The tracker in the user's own data folder, which is made if need be."""
    from platformdirs import user_data_path

    return user_data_path("actiontracker", appauthor=False, ensure_exists=True) / "actiontracker.db"
