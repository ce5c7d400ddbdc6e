"""References are found however they are typed, and a wrong one names the nearest."""

from __future__ import annotations

import pytest
from documents import JUNE, NOON, PANEL, Told, document

from actiontracker.errors import UnknownReferenceError
from actiontracker.store import Reader, open_reader, open_tracker
from actiontracker.store.references import own_reference


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A-0001 to A-0130; three of them under minute numbers of their body."""
    path = tmp_path_factory.mktemp("references") / "tracker.db"
    own = (Told(item="14/2018/P"), Told("plant a tree", item="60/17(h)"), Told("count the swans", item="60/17(h)"))
    with open_tracker(path) as tracker:
        tracker.save(document(*own, *(Told(f"mend fence {number}") for number in range(127))), "ann", NOON)
    return open_reader(path)


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("A-0012", "A-0012"),
        ("a-12", "A-0012"),
        ("A12", "A-0012"),
        ("a 012", "A-0012"),
        ("A–12", "A-0012"),  # the dash that word processors make
        (" A-0012\n", "A-0012"),
        ("12", "A-0012"),
        ("0012", "A-0012"),
        ("14/2018/P", "A-0001"),
        ("14/2018/p ", "A-0001"),
    ],
)
def test_any_spelling_finds_its_action(reader: Reader, typed: str, ref: str) -> None:
    assert reader.one(typed).ref == ref
    assert reader.evidence(typed).action.ref == ref


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("A-0131", "Did you mean A-0130, A-0121 or A-0113?"),
        ("A-1300", "Did you mean A-0130 or A-0100?"),
        ("999999", "Did you mean A-0130?"),
        ("A-99999999999999", "Did you mean A-0130?"),
        ("A-0", "Did you mean A-0001, A-0002 or A-0003?"),
        ("14/2018/Q", "Did you mean 14/2018/P?"),
        ("gate", "`actiontracker list` shows every action with its reference"),
        ("", "`actiontracker list` shows every action with its reference"),
        ("\ud800", "`actiontracker list` shows every action with its reference"),
        ("A-" + "9" * 40, "`actiontracker list` shows every action with its reference"),
        ("60/17(h)", "Give one of ours: A-0002, A-0003"),
    ],
)
def test_a_wrong_reference_names_the_nearest(reader: Reader, typed: str, advice: str) -> None:
    with pytest.raises(UnknownReferenceError) as told:
        reader.one(typed)
    assert told.value.advice == advice
    assert told.value.exit_code == 4


def test_an_empty_tracker_suggests_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("empty") / "tracker.db"
    open_tracker(path).close()
    with open_reader(path) as reader, pytest.raises(UnknownReferenceError, match='There is no action "A-0001"'):
        reader.one("A-0001")


def test_a_bodys_own_number_goes_before_ours_when_only_digits_are_typed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("own") / "tracker.db"
    with open_tracker(path) as tracker:
        tracker.save(document(Told(due=JUNE), Told("plant a tree"), meeting=PANEL), "ann", NOON)
        with tracker.transaction():
            tracker.reader.connection.execute("UPDATE actions SET own_ref = '2' WHERE id = 1")
        assert tracker.reader.one("2").ref == "A-0001"
        assert tracker.reader.one("A2").ref == "A-0002"


@pytest.mark.parametrize(
    ("number", "own"),
    [
        ("14/2018/P", "14/2018/P"),
        ("BOD 60/17(h)", "BOD 60/17(h)"),
        ("SR (25/26) 01", "SR (25/26) 01"),
        ("23/118.", "23/118."),
        ("7", None),
        ("7.1", None),
        ("7(a)", None),
        ("a/b", None),
        ("12 c/", None),
        ("", None),
        (None, None),
    ],
)
def test_a_minute_number_is_kept_for_ever_and_a_place_on_the_agenda_is_not(number: str | None, own: str | None) -> None:
    assert own_reference(number) == own
