"""Commitments as found: their words, places and what found them, never changed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.errors import TrackerError
from actiontracker.store.rows import Given, insert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actiontracker.records import Commitment, Minutes, Source, Words
    from actiontracker.store.steps import Hand


def check_quotes(source: Source, commitments: Iterable[Commitment]) -> None:
    """Make sure that every quote is the source's own words.

    Raises:
        TrackerError: one is not, so that its evidence could not be shown.
    """
    for found in commitments:
        if found.span.of(source.text) != found.quote:
            message = f"{source.path}:{found.line}: the words of a commitment are not those of the file at its place"
            raise TrackerError(message, "Nothing of this file was stored; please report it as a fault of the program")


def put_commitment(
    hand: Hand, source_id: int, minutes: Minutes, found: Commitment, item_id: int | None, model_version: str
) -> int:
    """Add the commitment and the other places where it is told; return its id."""
    passage = minutes.passages[found.passage].span.joined(found.span)
    commitment_id = insert(
        hand.db,
        "commitments",
        source_id=source_id,
        item_id=item_id,
        start=found.span.start,
        end=found.span.end,
        page=found.page,
        line=found.line,
        kind=found.kind,
        section=found.section,
        score=float(found.score),
        quote=found.quote,
        action=found.action,
        **_words("owner", found.owner),
        **_words("recipient", found.recipient),
        **_words("deadline", found.deadline),
        **_words("condition", found.condition),
        cue=found.cue,
        passage=found.passage,
        passage_start=passage.start,
        passage_end=passage.end,
        model_version=model_version,
    )
    _put_other_places(hand, minutes.source, commitment_id, found)
    return commitment_id


def _put_other_places(hand: Hand, source: Source, commitment_id: int, found: Commitment) -> None:
    for span in found.told_again:
        line = source.line_at(span.start)
        insert(
            hand.db,
            "told_again",
            commitment_id=commitment_id,
            start=span.start,
            end=span.end,
            page=line.page,
            line=line.number,
        )


def _words(name: str, words: Words | None) -> dict[str, Given]:
    text, start, end = (words.text, words.span.start, words.span.end) if words else (None, None, None)
    return {name: text, f"{name}_start": start, f"{name}_end": end}
