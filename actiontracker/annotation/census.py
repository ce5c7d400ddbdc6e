"""What a corpus holds, in numbers, and marks that look like a slip."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actiontracker.annotation.document import FIELDS, LAYOUTS, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from actiontracker.annotation.document import Annotated, Mark

LONGEST: Final = 420
"""Characters of a commitment beyond which it probably holds more than one."""
HEAD: Final = ("authority", "committee", "layout")
"""What the head of a marked document tells."""


@dataclass(frozen=True, slots=True)
class Census:
    """How much there is of everything; `places` counts a commitment that is told twice as two."""

    documents: int
    clean: int
    """Documents without any commitment."""
    words: int
    commitments: int
    places: int
    near_misses: int
    kinds: Mapping[str, int]
    """Places by kind."""
    fields: Mapping[str, int]
    """Places whose commitment names its owner, recipient, deadline or condition."""
    reasons: Mapping[str, int]
    """Near misses by reason."""


def census(documents: Sequence[Annotated]) -> Census:
    """The numbers of all the documents together; kinds and reasons with the commonest first."""
    places = [(document, mark) for document in documents for mark in document.commitments]
    near_misses = [mark for document in documents for mark in document.near_misses]
    return Census(
        documents=len(documents),
        clean=sum(not document.commitments for document in documents),
        words=sum(len(document.text.split()) for document in documents),
        commitments=sum(len(document.obligations) for document in documents),
        places=len(places),
        near_misses=len(near_misses),
        kinds=dict(Counter(mark.name for _, mark in places).most_common()),
        fields={name: sum(d.field_words(mark, name) is not None for d, mark in places) for name in FIELDS},
        reasons=dict(Counter(reason_of(mark.why) for mark in near_misses).most_common()),
    )


def slips(document: Annotated, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """What looks like a slip of the marker: the line (the text begins on `first_line` of its file) and what is odd."""
    for key in HEAD:
        if not document.head.get(key):
            yield 1, f"the head does not tell the {key}"
    layout = document.head.get("layout")
    if layout and layout not in LAYOUTS:
        yield 1, f"“{layout}” is no layout; use {', '.join(sorted(LAYOUTS))}"
    for mark in document.commitments:
        line = document.text.count("\n", 0, mark.span.start) + first_line
        yield from ((line, what) for what in _odd(document, mark))


def _odd(document: Annotated, mark: Mark) -> Iterator[str]:
    words = mark.span.of(document.text)
    if len(words) > LONGEST:
        yield f"the {mark.name} “{words[:40]}…” is {len(words)} characters long; is it more than one?"
    if words != words.strip():
        yield f"the {mark.name} “{words[:40].strip()}” begins or ends with a blank; leave it outside"
    if words.rstrip().endswith("."):
        yield f"the {mark.name} “{words[:40].strip()}” ends with its full stop; leave it outside"
