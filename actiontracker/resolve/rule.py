"""What a rule is: the words it is for, and how a date follows from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from actiontracker.resolve.worked import Known, Worked


@dataclass(frozen=True, slots=True)
class Rule:
    """One way from words to a date: a name, the words it is for, and how the date follows from them."""

    name: str
    pattern: re.Pattern[str]
    work: Callable[[re.Match[str], Known], Worked]
    forms: tuple[str, ...]
    """The alternatives that the pattern is made of."""
    final: bool = False
    """Whether these words, where they give no date, leave none to whatever else is said."""
    last_resort: bool = False
    """Whether its date is a custom of the body, and any other date in the words comes before it."""


def rule(
    name: str,
    work: Callable[[re.Match[str], Known], Worked],
    *forms: str,
    final: bool = False,
    last_resort: bool = False,
) -> Rule:
    """A rule for words of any of these forms, each a pattern that begins with a word."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})", re.IGNORECASE)
    return Rule(name, pattern, work, forms, final, last_resort)
