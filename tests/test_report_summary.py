"""What became of each document of a run, and of the run."""

import pytest
from documents import Told, document

from actiontracker.report.summary import Outcome, outcome, told, totals
from actiontracker.store import Change, Saved, SavedStatus

MINUTES = document(Told()).minutes
NEW = Saved(SavedStatus.NEW, 1, added=("A-0001", "A-0002"))
UNCHANGED = Saved(SavedStatus.UNCHANGED, 1)
REVISED = Saved(
    SavedStatus.REVISED,
    2,
    added=("A-0003",),
    matched=("A-0001",),
    changed=(
        Change("A-0001", "owner", "the clerk", "the treasurer"),
        Change("A-0001", "deadline", "by June", None, kept=True),
    ),
    missing=("A-0002",),
)
WHOSE = "Northmere Borough Council, Parks Panel, 14 May 2026, draft minutes"


@pytest.mark.parametrize(
    ("found", "saved", "failed", "lines"),
    [
        (2, NEW, False, [f"a.txt: 2 actions found, 2 new ({WHOSE})"]),
        (0, Saved(SavedStatus.NEW, 1), False, [f"a.txt: no actions found ({WHOSE})"]),
        (1, None, False, [f"a.txt: 1 action found ({WHOSE})"]),
        (0, UNCHANGED, False, ["a.txt: in the tracker already, nothing changed"]),
        (0, None, True, ["a.txt: not read"]),
        (
            2,
            REVISED,
            False,
            [
                f"a.txt: 2 actions found, 1 new, 1 known already ({WHOSE})",
                "  A-0001: owner was “the clerk”, the minutes now say “the treasurer”",
                "  A-0001: deadline was “by June”, the minutes now say nothing; left as a person decided",
                "  A-0002: no longer in the minutes; it stays in the tracker",
            ],
        ),
    ],
    ids=["new", "without actions", "dry run", "unchanged", "failed", "revised"],
)
def test_what_is_told_of_a_document(found: int, saved: Saved | None, failed: bool, lines: list[str]) -> None:
    assert list(told("a.txt", MINUTES, outcome(found, saved, failed=failed), saved)) == lines


def test_the_last_line_counts_documents_and_actions() -> None:
    run = [outcome(2, NEW, failed=False), outcome(2, REVISED, failed=False), outcome(0, UNCHANGED, failed=False)]
    run.append(Outcome(failed=True))
    stored = "4 documents (1 unchanged, 1 failed): 4 actions found, 3 new, 1 known already"
    assert totals(run, stored=True) == stored
    assert totals(run, stored=False) == "4 documents (1 failed): 4 actions found"


def test_a_file_that_failed_counts_no_action() -> None:
    assert outcome(3, None, failed=True) == Outcome(failed=True)
