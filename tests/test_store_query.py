"""Lists: every filter says what Python would say of each action, in the order asked for, and indexes answer them."""

from __future__ import annotations

import datetime
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from documents import JULY, JUNE, MAY, NOON, NOWHERE, PANEL, Told, document, mark_closed

from actiontracker.errors import UsageError
from actiontracker.records import ActionFilter, Kind, Meeting, Review, Status, TrackedAction
from actiontracker.store import SORTS, Reader, open_reader, open_tracker
from actiontracker.store.query import FIELDS, counting, selection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AUGUST = datetime.date(2026, 8, 31)
PARISH = Meeting("Alder Parish Council", None, JUNE)
AUDIT = replace(PANEL, body="Audit  Committee", date=JULY)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Eight actions of four meetings: A-0007 closed, A-0006 rejected, A-0002 accepted."""
    path = tmp_path_factory.mktemp("query") / "tracker.db"
    parks = (
        Told("repair the gate", due=JUNE, deadline="by June"),
        Told("write to the\u00a0residents", owner=None, inferred="Bea Cole", title="Noise"),
        Told("100% resurface", owner="Cllr Siân Wynn", due=JULY, item="71", title="Roads"),
    )
    council = (
        Told("plant a_tree", owner="clerk", due=JUNE, item="14/2018/P", title="Trees"),
        Told(owner=None, due=AUGUST),
    )
    audit = (
        Told("close the books", due=MAY, kind=Kind.REQUEST),
        Told("publish the fees", owner="Treasurer", due=MAY, kind=Kind.RECOMMENDATION),
    )
    with open_tracker(path) as tracker:
        tracker.save(document(*parks), "ann", NOON)
        tracker.save(document(*council, meeting=PARISH), "ann", NOON)
        tracker.save(document(*audit, meeting=AUDIT), "ann", NOON)
        tracker.save(document(Told("count the swans", item=None), meeting=NOWHERE), "ann", NOON)
        mark_closed(tracker, "A-0007")
        with tracker.transaction():
            review = "UPDATE actions SET review = ? WHERE id = ?"
            tracker.reader.connection.executemany(review, [("rejected", 6), ("accepted", 2)])
    return open_reader(path)


def numbers(actions: tuple[TrackedAction, ...]) -> list[int]:
    return [int(action.ref[2:]) for action in actions]


def test_the_columns_are_the_fields_of_the_record_in_their_order() -> None:
    assert list(FIELDS) == [field.name for field in fields(TrackedAction)]


FILTERS = [
    (ActionFilter(), [1, 2, 3, 4, 5, 7, 8]),
    (ActionFilter(rejected=True), [1, 2, 3, 4, 5, 6, 7, 8]),
    (ActionFilter(outstanding=True), [1, 2, 3, 4, 5, 8]),
    (ActionFilter(outstanding=True, rejected=True), [1, 2, 3, 4, 5, 8]),
    (ActionFilter(status=Status.OPEN), [1, 2, 3, 4, 5, 8]),
    (ActionFilter(status=Status.OPEN, rejected=True), [1, 2, 3, 4, 5, 6, 8]),
    (ActionFilter(status=Status.CLOSED), [7]),
    (ActionFilter(overdue_on=JUNE), []),
    (ActionFilter(overdue_on=JULY), [1, 4]),
    (ActionFilter(overdue_on=JULY, body="parks"), [1]),
    (ActionFilter(overdue_on=AUGUST, owner="clerk"), [1, 4]),
    (ActionFilter(overdue_on=AUGUST, status=Status.CLOSED), []),
    (ActionFilter(undated=True), [2, 8]),
    (ActionFilter(undated=True, outstanding=True), [2, 8]),
    (ActionFilter(unowned=True), [2, 5]),
    (ActionFilter(unowned=True, outstanding=True), [2, 5]),
    (ActionFilter(unowned=True, overdue_on=JULY), []),
    (ActionFilter(due_before=JULY), [1, 4, 7]),
    (ActionFilter(due_after=JUNE), [3, 5]),
    (ActionFilter(due_after=MAY, due_before=JULY), [1, 4]),
    (ActionFilter(body="PANEL"), [1, 2, 3]),
    (ActionFilter(body="audit committee"), [7]),
    (ActionFilter(body="alder parish"), [4, 5]),
    (ActionFilter(body="northmere"), []),
    (ActionFilter(owner="clerk"), [1, 4, 8]),
    (ActionFilter(owner="SIÂN"), [3]),
    (ActionFilter(owner="bea cole"), []),
    (ActionFilter(kind=Kind.RECOMMENDATION), [7]),
    (ActionFilter(item="7"), [1, 2, 5, 7]),
    (ActionFilter(item="road"), [3]),
    (ActionFilter(item="14/2018/p"), [4]),
    (ActionFilter(meeting=MAY), [1, 2, 3]),
    (ActionFilter(text="write to the residents"), [2]),
    (ActionFilter(text="100%"), [3]),
    (ActionFilter(text="a_tree"), [4]),
    (ActionFilter(text="aXtree"), []),
    (ActionFilter(text="trees"), [4]),
    (ActionFilter(text="' OR 1=1 --"), []),
    (ActionFilter(text="\ud800"), []),
    (ActionFilter(owner="clerk", due_before=AUGUST, body="panel"), [1]),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS)
def test_a_filter_lists_and_counts_what_it_says(reader: Reader, wanted: ActionFilter, expected: list[int]) -> None:
    assert numbers(reader.find(wanted, sort="ref")) == expected
    assert reader.count(wanted) == len(expected)


MEANING: list[tuple[ActionFilter, Callable[[TrackedAction], bool]]] = [
    (ActionFilter(outstanding=True), TrackedAction.is_outstanding),
    (ActionFilter(overdue_on=JULY), lambda action: action.is_overdue(JULY)),
    (ActionFilter(overdue_on=AUGUST), lambda action: action.is_overdue(AUGUST)),
    (ActionFilter(undated=True), lambda action: action.due is None and action.review is not Review.REJECTED),
]


@pytest.mark.parametrize(("wanted", "holds"), MEANING)
def test_the_database_and_the_record_mean_the_same(
    reader: Reader, wanted: ActionFilter, holds: Callable[[TrackedAction], bool]
) -> None:
    everything = reader.find(ActionFilter(rejected=True), sort="ref")
    expected = numbers(tuple(action for action in everything if holds(action)))
    assert expected
    assert numbers(reader.find(wanted, sort="ref")) == expected


ORDERS = {
    "due": [6, 7, 1, 4, 3, 5, 2, 8],
    "ref": [1, 2, 3, 4, 5, 6, 7, 8],
    "owner": [4, 3, 6, 1, 8, 7, 5, 2],
    "body": [4, 5, 6, 7, 1, 2, 3, 8],
    "meeting": [1, 2, 3, 4, 5, 6, 7, 8],
    "item": [1, 2, 3, 4, 5, 6, 7, 8],
    "status": [1, 4, 3, 5, 2, 8, 7, 6],
}


@pytest.mark.parametrize("sort", SORTS)
def test_lists_come_in_the_order_asked_for(reader: Reader, sort: str) -> None:
    assert numbers(reader.find(ActionFilter(rejected=True), sort)) == ORDERS[sort]


def test_a_limit_takes_the_first(reader: Reader) -> None:
    assert numbers(reader.find(ActionFilter(), "due", limit=3)) == [7, 1, 4]
    assert reader.find(ActionFilter(), limit=0) == ()


def test_an_order_that_does_not_exist_is_told_with_those_that_do(reader: Reader) -> None:
    with pytest.raises(UsageError, match="due, ref, owner"):
        reader.find(ActionFilter(), sort="colour")


def plan(reader: Reader, sql: str, values: tuple[str | int, ...]) -> list[str]:
    return [str(step[3]) for step in reader.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


LISTS = [
    (ActionFilter(overdue_on=JULY), "SEARCH a USING INDEX actions_running (due<?)"),
    (ActionFilter(undated=True, outstanding=True), "SEARCH a USING INDEX actions_outstanding (due=?)"),
    (ActionFilter(unowned=True, outstanding=True), "SCAN a USING INDEX actions_unowned"),
    (ActionFilter(outstanding=True), "SCAN a USING INDEX actions_outstanding"),
    (ActionFilter(), "SCAN a USING INDEX actions_by_due"),
]


@pytest.mark.parametrize(("wanted", "first"), LISTS)
def test_the_lists_are_answered_by_indexes_in_their_order(reader: Reader, wanted: ActionFilter, first: str) -> None:
    steps = plan(reader, *selection(wanted, "due", 50))
    assert steps[0] == first
    assert [
        step for step in steps[1:] if not re.search("INTEGER PRIMARY KEY|SUBQUERY|SEARCH w USING INDEX", step)
    ] == []


@pytest.mark.parametrize("wanted", [wanted for wanted, _ in LISTS])
def test_counting_a_list_reads_an_index_alone(reader: Reader, wanted: ActionFilter) -> None:
    (step,) = plan(reader, *counting(wanted))
    assert "INDEX actions_" in step


@pytest.mark.parametrize("wanted", [ActionFilter(body="parks"), ActionFilter(meeting=MAY)])
def test_one_bodys_actions_are_found_through_its_meetings(reader: Reader, wanted: ActionFilter) -> None:
    steps = plan(reader, *selection(wanted, "due", None))
    assert any("actions_by_meeting" in step for step in steps)


def test_rows_read_from_another_process_see_what_was_stored(tmp_path: Path) -> None:
    with open_tracker(tmp_path / "tracker.db") as tracker, open_reader(tmp_path / "tracker.db") as reading:
        assert reading.count(ActionFilter()) == 0
        tracker.save(document(Told()), "ann", NOON)
        assert reading.count(ActionFilter()) == 1
