"""What became of each document of a run, in words, and the numbers of the whole run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actiontracker.report import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actiontracker.records import Minutes
    from actiontracker.store.documents import Saved
    from actiontracker.store.revisions import Change


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one document came to: actions found in it, new and already known ones; whether it was there or failed."""

    found: int = 0
    new: int = 0
    known: int = 0
    unchanged: bool = False
    failed: bool = False


def outcome(found: int, saved: Saved | None, *, failed: bool) -> Outcome:
    """The numbers of one document; `saved` is None where nothing was to be stored or could be."""
    if failed:
        return Outcome(failed=True)
    if saved is None:
        return Outcome(found=found)
    return Outcome(found, len(saved.added), len(saved.matched), unchanged=saved.status.value == "unchanged")


def told(path: str, minutes: Minutes | None, result: Outcome, saved: Saved | None) -> Iterator[str]:
    """The document in a line, and a line more for each difference from the version that was there before."""
    if result.failed:
        yield f"{path}: not read"
    elif result.unchanged:
        yield f"{path}: in the tracker already, nothing changed"
    else:
        numbers = [wording.counted(result.found, "action") + " found"]
        if saved is not None and result.found:
            numbers += [f"{result.new:,} new", *([f"{result.known:,} known already"] if result.known else [])]
        whose = f" ({wording.meeting(minutes.meeting)})" if minutes else ""
        yield f"{path}: {', '.join(numbers)}{whose}"
    if saved is not None:
        yield from map(_change, saved.changed)
        yield from (f"  {ref}: no longer in the minutes; it stays in the tracker" for ref in saved.missing)


def told_of_earlier(reports: int, dated: int) -> Iterator[str]:
    """What a document says of earlier actions: passages to review, and undated actions that got a date by it."""
    if reports:
        they = "it seems" if reports == 1 else "they seem"
        yield f"  {wording.counted(reports, 'passage')} to review: {they} to report on earlier actions"
    if dated:
        yield f"  {wording.counted(dated, 'undated action')} got a date: the day of a meeting became known"


def _change(change: Change) -> str:
    old, new = (f"“{value}”" if value is not None else "nothing" for value in (change.old, change.new))
    told = f"  {change.ref}: {change.field.replace('_', ' ')} was {old}, the minutes now say {new}"
    return f"{told}; left as a person decided" if change.kept else told


def totals(run: Sequence[Outcome], *, stored: bool) -> str:
    """The whole run in a line: documents, actions found, and, where they were stored, new, known and unchanged ones."""
    found, new, known = (sum(getattr(one, name) for one in run) for name in ("found", "new", "known"))
    unchanged, failed = (sum(getattr(one, name) for one in run) for name in ("unchanged", "failed"))
    documents = (
        f" ({unchanged:,} unchanged, {failed:,} failed)" if stored else f" ({failed:,} failed)" if failed else ""
    )
    actions = f", {new:,} new, {known:,} known already" if stored else ""
    return f"{wording.counted(len(run), 'document')}{documents}: {wording.counted(found, 'action')} found{actions}"
