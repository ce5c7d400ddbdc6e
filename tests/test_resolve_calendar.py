"""Deadlines that need a body's calendar, nation or rules: phrase, meeting, calendar, and the date or none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.resolve.calendar import Calendar, Nation, calendar_of
from actiontracker.resolve.clocks import CLOCKS, clock_named, response_due
from actiontracker.resolve.dates import BodyRules, due_date
from actiontracker.resolve.frequencies import FREQUENCIES, frequency_in, next_occurrence
from actiontracker.resolve.working_days import clear_days_after, is_working_day, working_days_after

MAY = datetime.date(2026, 5, 14)
PLAN = calendar_of(
    (datetime.date.fromisoformat(day), kind)
    for day, kind in (
        ("2026-03-12", "ordinary"), ("2026-05-14", "ordinary"), ("2026-05-21", "annual"), ("2026-06-11", "ordinary"),
        ("2026-07-02", "special"), ("2026-07-09", "ordinary"), ("2026-09-10", "ordinary"), ("2026-09-24", "ordinary"),
        ("2027-03-11", "ordinary"), ("2027-05-20", "annual"),
    )
)  # fmt: skip  # a line a meeting would hide the cases
ENGLAND, WALES, SCOTLAND, ULSTER = Nation


ENGLISH = BodyRules(PLAN, ENGLAND)


@dataclass(frozen=True)
class Case:
    """Words said at a meeting, and the date by the body's calendar and rules; None where there must be none."""

    words: str
    due: str | None
    meeting: datetime.date = MAY
    next_meeting: str | None = None
    rules: BodyRules = ENGLISH
    told: str = ""

    def __str__(self) -> str:
        return f"{self.words}, said {self.meeting}, {self.rules.nation}"


def on(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def by(nation: Nation) -> BodyRules:
    return BodyRules(PLAN, nation)


FROM_THE_CALENDAR = (
    Case("at the next meeting", "2026-06-11", told="the body’s calendar gives 11 June 2026"),
    Case("to the next meeting of the Panel", "2026-06-11"),
    Case("to the next meeting", "2026-06-18", next_meeting="2026-06-18", told="the body’s calendar has 11 June 2026"),
    Case("to the next meeting", "2026-06-11", next_meeting="2026-06-11"),
    Case("at the next meeting", None, meeting=on("2027-03-11")),
    Case("to the next meeting of the Audit Committee", None),
    Case("at the meeting after next", "2026-07-09"),
    Case("to the next meeting but one", "2026-07-09"),
    Case("at the meeting after next", None, meeting=on("2026-09-24")),
    Case("to the June meeting", "2026-06-11"),
    Case("to the July meeting", "2026-07-09"),
    Case("to the meeting in March", "2027-03-11"),
    Case("to the March 2027 meeting", "2027-03-11"),
    Case("to the September meeting", None, told="there are 2 meetings in September"),
    Case("to the December meeting", None),
    Case("at the annual meeting", "2026-05-21"),
    Case("at the annual meeting", "2027-05-20", meeting=on("2026-05-21")),
    Case("at the annual meeting", None, meeting=on("2027-06-01")),
    Case("by the end of the municipal year", "2026-05-20"),
    Case("by the end of the municipal year", "2027-05-19", meeting=on("2026-06-11")),
    Case("before the end of the next municipal year", "2027-05-19"),
    Case("in the new municipal year", None),
    Case("by the end of the municipal year", None, rules=BodyRules()),
    Case("to a future meeting", None),
    Case("to a future meeting", "2026-07-09", rules=BodyRules(PLAN, future_meeting=2), told="own rule"),
    Case("to a future meeting", None, meeting=on("2026-09-24"), rules=BodyRules(PLAN, future_meeting=2)),
    Case("in due course", None, rules=BodyRules(PLAN, future_meeting=2)),
)
CUSTOM = BodyRules(PLAN, ENGLAND, future_meeting=2)
WHERE_A_DATE_WOULD_BE_WRONG = (
    Case("to a future meeting of the Trust Board", None, rules=CUSTOM, told="own next meeting"),
    Case("to a future Cabinet meeting", None, rules=CUSTOM, told="own next meeting"),
    Case("to future meetings", None, rules=CUSTOM),
    Case("to a future meeting in the autumn", "2026-11-30", rules=CUSTOM),
    Case("at the annual parish meeting", None, told="electors"),
    Case("at the Board's annual meeting", None, told="own next meeting"),
    Case("at the AGM in July", None, told="another month"),
    Case("at the AGM in May", "2026-05-21"),
    Case("until the annual meeting", None, rules=BodyRules(calendar_of([(on("2029-05-10"), "annual")]))),
    Case("by the end of the municipal year", None, rules=BodyRules(calendar_of([(on("2028-05-11"), "annual")]))),
    Case("by the end of the municipal year", None, rules=BodyRules(calendar_of([(on("2026-10-01"), "annual")]))),
    Case("before the new municipal year", "2026-05-20"),
    Case("to the June meeting", "2026-06-18", next_meeting="2026-06-18", told="the body’s calendar has 11 June 2026"),
    Case("to the September meeting", None, next_meeting="2026-09-10", told="there are 2 meetings"),
    Case(
        "to the June meeting",
        None,
        meeting=on("2026-05-14"),
        rules=BodyRules(calendar_of([(on("2027-06-10"), "ordinary")])),
    ),
    Case(
        "at the next meeting", "2026-05-21", next_meeting="2026-05-21", told="the minutes give 21 May 2026 as the next"
    ),
    Case("at the meeting after next", None, next_meeting="2026-06-18", told="not certain which comes after it"),
    Case("at the meeting after next", "2026-07-09", next_meeting="2026-06-11"),
    Case("at the meeting after next", "2026-06-11", next_meeting="2026-05-21"),
    Case("at the next-but-one meeting", "2026-07-09"),
    Case("at the second next meeting", "2026-07-09"),
    Case("after the meeting after next", None, told="from when"),
    Case("at each meeting of the Board", None, told="own next meeting"),
    Case("bi-monthly", None),
    Case("within 5-10 working days", None, told="more than one time"),
    Case("within five to ten working days", None),
    Case("within about 10 working days", None),
    Case("for 10 working days", None),
    Case("within 10 working days, and in any case by 12 June 2026", None, told="more than one date"),
    Case("within 10 working days", None, meeting=on("2120-12-20"), told="does not reach"),
    Case("two weeks before the meeting", None),
)
COMING_ROUND_FROM_ANOTHER_TIME = (
    Case("every six months from June 2026", None, told="begins at another time"),
    Case("monthly from September", None, told="begins at another time"),
    Case("quarterly until March 2027", "2026-08-14"),
    Case("quarterly, the first by 30 June 2026", None, told="another time is named too"),
    Case("annually in June", "2026-06-30"),
    Case("to every meeting until March", "2026-06-11"),
)
COMING_ROUND = (
    Case("half-yearly", "2026-11-14"),
    Case("three-monthly", "2026-08-14"),
    Case("two-monthly", "2026-07-14"),
    Case("every second week", "2026-05-28"),
    Case("four times a year", "2026-08-14"),
    Case("every 12 months", "2027-05-14"),
    Case("every six weeks", None),
    Case("weekly or monthly", None),
    Case("quarterly or as needed", None),
    Case("quarterly", "2026-08-14"),
    Case("every month", "2024-02-29", meeting=on("2024-01-31")),
    Case("annually", "2025-02-28", meeting=on("2024-02-29")),
    Case("weekly", "2026-05-21"),
    Case("each meeting", "2026-06-11"),
    Case("every fortnight", "2026-05-28"),
    Case("on a six-monthly basis", "2026-11-14"),
    Case("every two months", "2026-07-14"),
    Case("regularly", None),
    Case("each term", None),
)
WORKING_DAYS = (
    Case("within 10 working days", "2026-05-29"),  # the Spring bank holiday of 25 May
    Case("within 10 working days", "2026-05-28", meeting=on("2026-05-13"), rules=by(WALES)),
    Case("within five working days", "2026-12-30", meeting=on("2026-12-21")),  # Christmas; Boxing Day observed on 28
    Case("within one working day", "2026-01-05", meeting=on("2025-12-31"), rules=by(SCOTLAND)),  # 2 January
    Case("within one working day", "2026-01-02", meeting=on("2025-12-31")),
    Case("within two working days", "2026-12-02", meeting=on("2026-11-27"), rules=by(SCOTLAND)),  # St Andrew
    Case("within two working days", "2026-12-01", meeting=on("2026-11-27")),
    Case("within 2 working days", "2026-07-15", meeting=on("2026-07-10"), rules=by(ULSTER)),  # the Twelfth, observed
    Case("within 2 working days", "2026-03-19", meeting=on("2026-03-16"), rules=by(ULSTER)),  # St Patrick
    Case("within 2 working days", "2026-03-18", meeting=on("2026-03-16")),
    Case("within 3 clear working days", "2026-05-20"),
    Case("within 2 working days", "2024-03-01", meeting=on("2024-02-28")),  # over a leap day
    Case("within 10 working days", None, rules=BodyRules(PLAN), told="nation is not set"),
    Case("five clear days before the meeting", None),
    Case("within 10 working days of receipt", None),
    Case("in a few working days", None),
)


@pytest.mark.parametrize(
    "case",
    [*FROM_THE_CALENDAR, *WHERE_A_DATE_WOULD_BE_WRONG, *COMING_ROUND_FROM_ANOTHER_TIME, *COMING_ROUND, *WORKING_DAYS],
    ids=str,
)
def test_words_mean_that_date_by_calendar_nation_and_rules(case: Case) -> None:
    announced = on(case.next_meeting) if case.next_meeting else None
    due = due_date(case.words, case.meeting, announced, body="Parks Panel", bodys=case.rules)
    assert due.date == (on(case.due) if case.due else None), due.reason
    assert case.told in due.reason


@pytest.mark.parametrize("case", COMING_ROUND, ids=str)
def test_what_comes_round_again_says_how_often(case: Case) -> None:
    due = due_date(case.words, case.meeting, None, body="Parks Panel", bodys=case.rules)
    assert (due.recurs is not None) == (case.due is not None)
    if due.recurs and due.date:
        following = next_occurrence(due.recurs, due.date, due.date, PLAN)
        assert following is not None
        assert following > due.date


@pytest.mark.parametrize("case", COMING_ROUND_FROM_ANOTHER_TIME, ids=str)
def test_what_begins_at_another_time_still_says_how_often(case: Case) -> None:
    assert due_date(case.words, case.meeting, None, body="Parks Panel", bodys=case.rules).recurs is not None


def test_the_thirty_first_comes_back_after_a_short_month() -> None:
    start = on("2026-01-31")
    assert next_occurrence("monthly", start, on("2026-02-01")) == on("2026-02-28")
    assert next_occurrence("monthly", start, on("2026-03-01")) == on("2026-03-31")
    assert next_occurrence("each meeting", start, on("2026-06-01"), PLAN) == on("2026-06-11")
    assert next_occurrence("each meeting", start, on("2026-06-01")) is None
    assert next_occurrence("now and then", start, start) is None


@pytest.mark.parametrize("one", FREQUENCIES, ids=lambda one: one.name)
def test_each_frequency_is_known_by_its_own_name(one: object) -> None:
    found = frequency_in(one.name)  # type: ignore[attr-defined]
    assert found is one


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2090, 1, 1)), st.integers(1, 30), st.sampled_from(Nation))
def test_working_days_end_on_working_days(day: datetime.date, count: int, nation: Nation) -> None:
    end = working_days_after(day, count, nation)
    between = [day + datetime.timedelta(days=step) for step in range(1, (end - day).days + 1)]
    assert sum(is_working_day(one, nation) for one in between) == count
    assert is_working_day(end, nation)
    assert clear_days_after(day, count, nation) > end


DATES = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 1, 1))


@given(st.lists(DATES), st.lists(DATES), DATES, st.sampled_from([case.words for case in FROM_THE_CALENDAR]))
def test_meetings_added_later_never_change_what_a_nearer_one_decided(
    days: list[datetime.date], later: list[datetime.date], meeting: datetime.date, words: str
) -> None:
    calendar = calendar_of((day, "ordinary") for day in days)
    before = due_date(words, meeting, None, body="Panel", bodys=BodyRules(calendar))
    if before.date is None or before.rule != "next meeting":
        return
    more = calendar_of((day, "ordinary") for day in [*days, *(one for one in later if one > before.date)])
    assert due_date(words, meeting, None, body="Panel", bodys=BodyRules(more)).date == before.date


@given(st.lists(DATES, unique=True), DATES, st.integers(1, 5))
def test_the_nth_meeting_is_the_nth(days: list[datetime.date], since: datetime.date, nth: int) -> None:
    calendar = calendar_of((day, "ordinary") for day in days)
    later = sorted(day for day in days if day > since)
    assert calendar.after(since, nth) == (later[nth - 1] if len(later) >= nth else None)


CLOCK_CASES = (
    ("executive England", "2026-05-14", ENGLAND, "2026-07-13"),
    ("executive England", "2025-12-31", ENGLAND, "2026-02-27"),
    ("executive England", "2023-12-31", None, "2024-02-28"),
    ("executive England", "2012-05-03", ENGLAND, None),
    ("executive England", "2026-05-14", WALES, None),
    ("executive Wales", "2026-05-14", WALES, "2026-07-13"),
    ("NHS body", "2026-05-14", ENGLAND, "2026-06-11"),
    ("NHS body", "2024-02-14", ENGLAND, "2024-03-13"),
    ("crime and disorder", "2026-05-14", WALES, "2026-06-11"),
    ("document request", "2026-05-14", ENGLAND, "2026-06-01"),
    ("document request", "2026-12-21", ENGLAND, "2027-01-08"),
)


@pytest.mark.parametrize(("name", "received", "nation", "due"), CLOCK_CASES)
def test_the_clocks_of_the_law(name: str, received: str, nation: Nation | None, due: str | None) -> None:
    clock = clock_named(name.upper())
    assert clock is not None
    worked = response_due(clock, on(received), nation)
    assert worked.date == (on(due) if due else None), worked.reason
    assert ("check the text" in worked.reason) == (due is not None)


def test_every_clock_has_a_case_and_a_law() -> None:
    assert {clock.name for clock in CLOCKS} == {name for name, *_ in CLOCK_CASES}
    assert all("20" in clock.law for clock in CLOCKS)
    assert clock_named("nobody's") is None


def test_a_calendar_holds_each_day_once_in_order() -> None:
    calendar = calendar_of([(MAY, "ordinary"), (on("2026-01-01"), "ordinary"), (MAY, "ordinary"), (MAY, "special")])
    assert calendar == Calendar((on("2026-01-01"), MAY), ())
    assert replace(calendar, annual=(MAY,)).annual_after(on("2026-01-01")) == MAY
