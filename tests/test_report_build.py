"""A definition and rows become a report; a column more is one line in one place."""

from dataclasses import replace

import pytest
from tracked import TODAY, tracked

from actiontracker.report.build import Column, Tone, build
from actiontracker.report.definitions import EVERYTHING, FOUND, OUTSTANDING, OVERDUE

LISTINGS = [selection.listing for selection in (OUTSTANDING, EVERYTHING, OVERDUE)] + [FOUND]


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.about or "all")
@pytest.mark.parametrize("export", [False, True])
def test_every_row_has_a_cell_for_every_column(listing: object, export: bool) -> None:
    actions = (tracked(), tracked(ref="A-0002", due=None, owner=None, page=3, item_number=None))
    report = build(listing, actions, TODAY, export=export)  # type: ignore[arg-type]
    assert [len(row) for row in report.rows] == [len(report.columns)] * 2


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.about or "all")
def test_columns_have_names_of_their_own(listing: object) -> None:
    for columns in (listing.columns, listing.export):  # type: ignore[attr-defined]
        assert len({column.key for column in columns}) == len(columns)
        assert len({column.heading for column in columns}) == len(columns)


def test_the_summary_counts_the_rows_and_names_the_day() -> None:
    listing = OVERDUE.listing
    assert build(listing, (tracked(),), TODAY).summary == "1 action overdue on 24 July 2026"
    assert build(listing, (), TODAY).summary == "no actions overdue on 24 July 2026"
    assert build(listing, (tracked(),) * 2, TODAY, total=310).summary == "2 of 310 actions overdue on 24 July 2026"
    assert build(listing, (tracked(),) * 2, TODAY, total=2).summary == "2 actions overdue on 24 July 2026"
    assert build(listing, (), TODAY).title == "Actions overdue on 24 July 2026"


def test_a_column_more_is_one_entry_more() -> None:
    sure = Column("score", "Sure", lambda action, _today: f"{action.score:.0%}")  # type: ignore[var-annotated]
    wider = replace(OVERDUE.listing, columns=(*OVERDUE.listing.columns, sure))
    assert build(wider, (tracked(),), TODAY).rows[0][-1].value == "81%"


def test_late_actions_are_stressed_besides_the_words() -> None:
    report = build(OUTSTANDING.listing, (tracked(), tracked(due=TODAY)), TODAY)
    due = [column.key for column in report.columns].index("due_words")
    assert [(row[due].value, row[due].tone) for row in report.rows] == [
        (("30 Jun 2026", "24 days late"), Tone.LATE),
        (("24 Jul 2026", "due today"), Tone.PLAIN),
    ]
