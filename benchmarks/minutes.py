"""Minutes of invented panels, made by chance from a fixed seed: as many words as wanted, and the same every time.

They have what costs time in real ones: attendance, numbered items, prose that binds nobody, undertakings, requests,
resolutions with lettered clauses, action tags, hard-wrapped lines. They are no measure of what is found.
"""

from __future__ import annotations

import datetime
import random
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST_MEETING: Final = datetime.date(2024, 1, 9)
BETWEEN_MEETINGS: Final = datetime.timedelta(days=28)
WRAPPED_AT: Final = 92

_SLOT: Final = re.compile(r"\{(\w+)\}")
_TOPICS_A_MEETING: Final = 12


@dataclass(frozen=True, slots=True)
class MadeUp:
    """The minutes of one meeting as a text file would hold them."""

    name: str
    """A file name that is not used twice."""
    text: str

    @property
    def words(self) -> int:
        """Stretches between blanks."""
        return len(self.text.split())


def minutes(words: int, seed: int = 1) -> Iterator[MadeUp]:
    """Meetings four weeks apart, until they hold `words` words or more together."""
    chance = random.Random(seed)  # noqa: S311 - guards no secret; the same text every time is what is wanted
    made, number = 0, 0
    while made < words:
        meeting = _meeting(chance, number)
        yield meeting
        made += meeting.words
        number += 1


def write(folder: Path, words: int) -> list[Path]:
    """The same minutes as files in the folder, in the order of their meetings."""
    paths = []
    for meeting in minutes(words):
        path = folder / meeting.name
        path.write_text(meeting.text, encoding="utf-8")
        paths.append(path)
    return paths


def paragraphs(number: int, seed: int = 2) -> list[str]:
    """Paragraphs of prose about changing topics, for other kinds of file."""
    chance = random.Random(seed)  # noqa: S311 - as above
    return [_prose(chance, _facts(chance)) for _ in range(number)]


# --- a meeting -------------------------------------------------------------------------------------------------------


def _meeting(chance: random.Random, number: int) -> MadeUp:
    body = phrases.BODIES[number % len(phrases.BODIES)]
    day = FIRST_MEETING + number * BETWEEN_MEETINGS
    items = [*_opening(chance), *(_topic(chance) for _ in range(_TOPICS_A_MEETING)), _closing(day)]
    parts = _heading(chance, body, day)
    for place, (title, passages) in enumerate(items, start=1):
        parts += [f"{place}. {title}", *passages]
    return MadeUp(f"meeting-{number + 1:03}.txt", _laid_out(parts, wrapped=number % 2 == 1))


def _laid_out(parts: list[str], *, wrapped: bool) -> str:
    lines = [textwrap.fill(part, WRAPPED_AT) if wrapped else part for part in parts]
    return "\n\n".join(lines) + "\n"


def _heading(chance: random.Random, body: str, day: datetime.date) -> list[str]:
    members = chance.sample(phrases.MEMBERS, 6)
    officers = [f"{name}, {post}" for name, post in zip(phrases.OFFICERS, phrases.POSTS, strict=True)]
    return [
        phrases.AUTHORITY,
        f"Minutes of the meeting of the {body} held on {_long(day)} at 7.00 pm in the Town Hall",
        f"Present: Councillor {members[0]} (Chair), Councillors {', '.join(members[1:])}",
        f"In attendance: {'; '.join(chance.sample(officers, 4))}",
    ]


def _opening(chance: random.Random) -> list[tuple[str, list[str]]]:
    absent, declaring = chance.sample(phrases.MEMBERS, 2)
    return [
        ("Apologies for absence", [f"Apologies were received from Councillor {absent}."]),
        ("Declarations of interest", [f"Councillor {declaring} declared an interest as a trustee of the almshouses."]),
        ("Minutes", ["The minutes of the last meeting were agreed and signed as a correct record."]),
    ]


def _closing(day: datetime.date) -> tuple[str, list[str]]:
    return "Date of next meeting", [f"The next meeting will be held on {_long(day + BETWEEN_MEETINGS)}."]


def _long(day: datetime.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


# --- an item ---------------------------------------------------------------------------------------------------------


def _topic(chance: random.Random) -> tuple[str, list[str]]:
    """A title and the passages under it: a report, a discussion with something promised, and how it ended."""
    facts = _facts(chance)
    discussion = _prose(chance, facts) + " " + _said(chance, phrases.BINDING, facts)
    passages = [_said(chance, phrases.OPENINGS, facts) + " " + _prose(chance, facts), discussion]
    return facts["topic"].capitalize(), [*passages, *_ending(chance, facts)]


def _facts(chance: random.Random) -> dict[str, str]:
    """What an item's sentences agree on; every other slot is filled afresh."""
    return {name: chance.choice(phrases.SLOTS[name]) for name in ("topic", "place", "post")}


def _ending(chance: random.Random, facts: dict[str, str]) -> list[str]:
    kind = chance.randrange(4)
    if kind == 0:
        return ["RESOLVED that the report be noted."]
    if kind == 1:
        return [_said(chance, phrases.TAGS, facts)]
    clauses = zip("abc", chance.sample(phrases.CLAUSES, kind), strict=False)
    return ["RESOLVED that:", *(f"({letter}) {_filled(chance, words, facts)}" for letter, words in clauses)]


def _prose(chance: random.Random, facts: dict[str, str]) -> str:
    return " ".join(_said(chance, (words,), facts) for words in chance.sample(phrases.TELLING, chance.randint(3, 5)))


def _said(chance: random.Random, sentences: tuple[str, ...], facts: dict[str, str]) -> str:
    words = _filled(chance, chance.choice(sentences), facts)
    return words[0].upper() + words[1:]


def _filled(chance: random.Random, words: str, facts: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: facts.get(slot[1]) or chance.choice(phrases.SLOTS[slot[1]]), words)
