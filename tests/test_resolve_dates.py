"""Deadline words and the dates they mean: tables of cases, and what holds for any words and any meeting."""

from __future__ import annotations

import datetime
import re
import string
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actiontracker.resolve.dates import Due, due_date
from actiontracker.resolve.days import MONTHS, add_months
from actiontracker.resolve.rules import RULES

THURSDAY = datetime.date(2026, 5, 14)
NEXT = datetime.date(2026, 6, 11)
BODY = "Scrutiny Panel"


@dataclass(frozen=True)
class Case:
    """Words said at a meeting, the rule that decides, and the date; None where there must be none."""

    words: str
    rule: str | None
    due: str | None
    meeting: datetime.date | None = THURSDAY
    next_meeting: datetime.date | None = NEXT
    body: str | None = BODY
    parties: tuple[str, ...] = ()
    follows: str = ""

    def __str__(self) -> str:
        return f"{self.words}{self.follows}, said {self.meeting or 'one day'}"

    def worked_out(self) -> Due:
        return due_date(
            self.words, self.meeting, self.next_meeting, body=self.body, parties=self.parties, follows=self.follows
        )


def on(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, day)


WRITTEN_OUT = (
    Case("by 12 June 2026", "full date", "2026-06-12"),
    Case("12/06/2026", "full date", "2026-06-12"),
    Case("by 12/06/26", "full date", "2026-06-12"),
    Case("by 12.6.26", "full date", "2026-06-12"),
    Case("by 2026-06-12", "full date", "2026-06-12"),
    Case("by 03/06/2026", "full date", "2026-06-03"),
    Case("by 06/13/2026", "full date", None),
    Case("by 31/02/2027", "full date", None),
    Case("by 29 February 2027", "full date", None),
    Case("by 29 February 2028", "full date", "2028-02-29"),
    Case("by 12 June 0000", "full date", None),
    Case("by 12/06/98", "full date", "1998-06-12", meeting=on(1998, 5, 1)),
    Case("by the 1st of July, 2026", "full date", "2026-07-01"),
    Case("by 3rd Sept 2026", "full date", "2026-09-03"),
    Case("10th Dec2026", "full date", "2026-12-10"),
    Case("by June 22nd", "full date", "2026-06-22"),
    Case("by 12 June ’26", "full date", "2026-06-12"),
    Case("at the meeting on 12 June at 10.30 am", "full date", "2026-06-12"),
    Case("on 3 July 10.30am", "full date", "2026-07-03"),
    Case("by Friday 12 June", "full date", "2026-06-12"),
    Case("by Friday 13 June", "full date", None),
    Case("by Fri, 12 June 2026", "full date", "2026-06-12"),
    Case("on 14 May", "full date", "2026-05-14"),
    Case("on 14 April 2026", "full date", None),
    Case("on 12 May", "full date", None),
    Case("on 12 March", "full date", "2027-03-12"),
    Case("on 20 December", "full date", None, meeting=on(2027, 1, 5)),
    Case("by 29 February", "full date", None),
    Case("by 31 June", "full date", None),
    Case("on 12 June next year", "full date", "2027-06-12"),
    Case("before 1 July", "full date", "2026-06-30"),
    Case("prior to the 1 March 2028", "full date", "2028-02-29"),
    Case("by 1 June 2036", "full date", None),
    Case("by 12 June 2026", "full date", "2026-06-12", meeting=None),
    Case("by 12/06/26", "full date", "2026-06-12", meeting=None),
    Case("by 12 June", "full date", None, meeting=None),
    Case("for the full Council meeting on 26 June", "full date", "2026-06-26"),
    Case("as soon as possible and by 30 June at the latest", "full date", "2026-06-30"),
    Case("by 30 June, subject to the budget", "full date", "2026-06-30"),
    Case("w/c 18 May", "week commencing", "2026-05-24"),
    Case("in the week commencing Monday 18th May 2026", "week commencing", "2026-05-24"),
    Case("week commencing Tuesday 18 May 2026", "week commencing", None),
)

MEETINGS = (
    Case("by the next meeting", "next meeting", "2026-06-11"),
    Case("to next\nmeeting", "next meeting", "2026-06-11"),
    Case("on the next agenda", "next meeting", "2026-06-11"),
    Case("before the following meeting", "next meeting", "2026-06-11"),
    Case("to the next ordinary meeting of this Panel", "next meeting", "2026-06-11"),
    Case("at the next Scrutiny Panel", "next meeting", "2026-06-11"),
    Case("at the next PC meeting", "next meeting", "2026-06-11", body="Parish Council"),
    Case("at the next Parish Council", "next meeting", "2026-06-11", body="Lower Hale Parish Council"),
    Case("at the next full Council", "next meeting", "2026-06-11", body="Council"),
    Case("at the next meeting", "next meeting", "2026-06-11", meeting=None),
    Case("at the next meeting", "next meeting", "2026-06-11", body=None),
    Case("at the next meeting", "next meeting", None, next_meeting=None),
    Case("at the next meeting", "next meeting", None, next_meeting=on(2026, 5, 14)),
    Case("at the next Board", "next meeting", None, body=None),
    Case("at the next Cabinet meeting", "next meeting", None),
    Case("at the next budget meeting", "next meeting", None),
    Case("to the next meeting of the Board", "next meeting", None),
    Case("to the next meeting", "next meeting", None, follows=" of the Trust Board, when it would"),
    Case("to the next meeting", "next meeting", "2026-06-11", follows=" of the Panel. The Board"),
    Case("at the next meeting", "next meeting", None, follows=" with Highways"),
    Case("at the next meeting but one", "meeting after next", None),
    Case("at the Board's next meeting", "next meeting", None),
    Case("at its next meeting", "next meeting", "2026-06-11"),
    Case("at its next meeting", "next meeting", "2026-06-11", parties=("the Clerk",)),
    Case("at its next meeting", "next meeting", "2026-06-11", parties=("the Panel",)),
    Case("at its next meeting", "next meeting", None, parties=("the Clerk", "Cabinet")),
    Case("to the next meeting of this Committee", "next meeting", "2026-06-11", body=None),
    Case("at the next meeting on 11 June 2026", "next meeting", "2026-06-11"),
    Case("at the next meeting on 18 June 2026", None, None),
    Case("by the next meeting or as soon as possible", None, None),
    Case("at its June meeting", "month's meeting", "2026-06-11"),
    Case("on the June agenda", "month's meeting", "2026-06-11"),
    Case("to June’s meeting", "month's meeting", "2026-06-11"),
    Case("at next month's meeting", "month's meeting", "2026-06-11"),
    Case("at next month's meeting", "month's meeting", None, meeting=None),
    Case("to the September meeting", "month's meeting", None),
    Case("to September's meeting", "month's meeting", None),
    Case("to the June 2027 meeting", "month's meeting", None),
    Case("to the June meeting of the Board", "month's meeting", None),
    Case("to the June Cabinet", "month's meeting", None),
    Case("to the June meeting", "month's meeting", None, next_meeting=None),
    Case("at the next meeting in June", "meeting in a month", "2026-06-11"),
    Case("to the Panel in June", "meeting in a month", "2026-06-11"),
    Case("at the next meeting in July", "meeting in a month", None),
    Case("to the Cabinet meeting in June", "meeting in a month", None),
    Case("to a meeting in June", "meeting in a month", None),
    Case("to a future meeting", "a future meeting", None),
    Case("at a forthcoming committee", "a future meeting", None),
    Case("at the next two meetings", "several meetings", None),
    Case("at the following meetings", "several meetings", None),
    Case("at each meeting", "each meeting", "2026-06-11"),
    Case("to every meeting until March", "each meeting", "2026-06-11"),
    Case("to Cabinet", "a meeting without a day", None),
    Case("before the meeting", "a meeting without a day", None),
    Case("until the annual meeting", "annual meeting", None),
    Case("at the AGM in June", "annual meeting", None),
    Case("at the annual parish meeting", "meeting of the electors", None),
    Case("two weeks before the meeting", "a span from another day", None),
)

MONTHS_AND_SEASONS = (
    Case("in June", "month", "2026-06-30"),
    Case("by September", "month", "2026-09-30"),
    Case("by the end of March", "month", "2027-03-31"),
    Case("by the end of February", "month", "2028-02-29", meeting=on(2027, 5, 6)),
    Case("in May", "month", "2026-05-31"),
    Case("in may", "month", "2026-05-31", meeting=on(2026, 5, 31)),
    Case("in April", "month", None),
    Case("in March", "month", "2027-03-31"),
    Case("by December", "month", None, meeting=on(2027, 1, 5)),
    Case("June 2027", "month", "2027-06-30"),
    Case("in Sept. 2026", "month", "2026-09-30"),
    Case("in March 2026", "month", None),
    Case("before June", "month", "2026-05-31"),
    Case("before the end of June", "month", "2026-06-30"),
    Case("in late June", "month", "2026-06-30"),
    Case("until next February", "month", "2027-02-28"),
    Case("next July", "month", None),
    Case("next May", "month", "2027-05-31"),
    Case("this November", "month", "2026-11-30"),
    Case("in November when the survey is done", "month", "2026-11-30"),
    Case("in June next year", "month", "2027-06-30"),
    Case("in September of this year", "month", "2026-09-30"),
    Case("in June next year", "month", None, meeting=None),
    Case("in June", "month", None, meeting=None),
    Case("in June 2026", "month", "2026-06-30", meeting=None),
    Case("in the June newsletter", None, None),
    Case("June 0000", None, None),
    Case("by the start of June", "start of a month", "2026-06-01"),
    Case("before the beginning of July 2026", "start of a month", "2026-06-30"),
    Case("by mid-March", "middle of a month", "2027-03-15"),
    Case("in the middle of June", "middle of a month", "2026-06-15"),
    Case("in mid May", "middle of a month", None, meeting=on(2026, 5, 20)),
    Case("in early June", "roughly when", None),
    Case("in the first week of June", "roughly when", None),
    Case("at the beginning of July", "roughly when", None),
    Case("by the middle of next month", "roughly when", None),
    Case("in early autumn", "roughly when", None),
    Case("early in the new year", "roughly when", None),
    Case("in the new year", "roughly when", None),
    Case("in the spring", "season", "2027-05-31", meeting=on(2026, 10, 1)),
    Case("over the summer", "season", "2026-08-31"),
    Case("by autumn 2027", "season", "2027-11-30"),
    Case("over the winter", "season", "2028-02-29", meeting=on(2027, 9, 2)),
    Case("in winter 2026/27", "season", "2027-02-28"),
    Case("in winter 2026", "season", None),
    Case("before the summer", "season", None),
    Case("in the spring", "season", None, meeting=on(2026, 6, 4)),
    Case("in the spring of next year", "season", "2027-05-31"),
    Case("next spring", "season", "2027-05-31"),
    Case("next summer", "season", None),
    Case("next summer", "season", "2027-08-31", meeting=on(2026, 7, 2)),
    Case("in the autumn", "season", None, meeting=None),
    Case("in the autumn newsletter", None, None),
    Case("in September or October", "one time or another", None),
    Case("in September/October", "one time or another", None),
    Case("on 12 and 13 June", "one time or another", None),
    Case("12-16 June", "one time or another", None),
    Case("in late summer or early autumn", "one time or another", None),
    Case("by Christmas", "Christmas", "2026-12-24"),
    Case("before Christmas", "Christmas", "2026-12-24"),
    Case("before Christmas", "Christmas", None, meeting=on(2027, 1, 7)),
    Case("before the Christmas fair", None, None),
)

COUNTED = (
    Case("within two weeks", "a span of time", "2026-05-28"),
    Case("within 28 days", "a span of time", "2026-06-11"),
    Case("within twenty-eight calendar days", "a span of time", "2026-06-11"),
    Case("within the next six weeks", "a span of time", "2026-06-25"),
    Case("in three months' time", "a span of time", "2026-08-14"),
    Case("in 12 months’ time", "a span of time", "2027-05-14"),
    Case("in a month", "a span of time", "2026-02-28", meeting=on(2026, 1, 31)),
    Case("in a fortnight", "a span of time", "2026-05-28"),
    Case("in the next fortnight", "a span of time", "2026-05-28"),
    Case("over the coming month", "a span of time", "2026-06-14"),
    Case("within 48 hours", "a span of time", "2026-05-16"),
    Case("within 36 hours", "a span of time", "2026-05-16"),
    Case("in two years", "a span of time", "2028-05-14"),
    Case("in one year", "a span of time", "2029-02-28", meeting=on(2028, 2, 29)),
    Case("six weeks", "a span of time", "2026-06-25"),
    Case("within two weeks of this meeting", "a span of time", "2026-05-28"),
    Case("within 999 years", "a span of time", None),
    Case("within two weeks", "a span of time", None, meeting=None),
    Case("within two weeks of receipt", "a span from another day", None),
    Case("within 14 days", "a span from another day", None, follows="\nof the notice being served"),
    Case("two weeks before the July meeting", "a span from another day", None),
    Case("in 12 months following roll-out", "a span from another day", None),
    Case("in approximately six months", "about when", None),
    Case("in the next few weeks", "about when", None),
    Case("around October 2026", "about when", None),
    Case("within six to eight weeks", "one time or another", None),
    Case("within 2-3 months", "one time or another", None),
    Case("in a week or two", "one time or another", None),
    Case("within 10 working days", "working days", None),
    Case("five clear days before the meeting", "working days", None),
    Case("within one calendar month", "a span of time", "2026-06-14"),
    Case("for six months", "for how long", None),
    Case("for the next 12 months", "for how long", None),
    Case("over the 50 years", "for how long", None),
    Case("by Friday", "weekday", "2026-05-15"),
    Case("by Thursday", "weekday", "2026-05-21"),
    Case("before Wednesday", "weekday", "2026-05-19"),
    Case("next Friday", "which weekday", None),
    Case("a week on Friday", "which weekday", None),
    Case("tomorrow", "today or tomorrow", "2026-05-15"),
    Case("later today", "today or tomorrow", "2026-05-14"),
    Case("by the end of the week", "a week", "2026-05-17"),
    Case("next week", "a week", "2026-05-24"),
    Case("next month", "which month", "2026-06-30"),
    Case("next month", "which month", "2027-01-31", meeting=on(2026, 12, 31)),
    Case("by the end of the month", "which month", "2026-05-31"),
    Case("by the end of the quarter", "end of a quarter", "2026-06-30"),
    Case("next quarter", "end of a quarter", "2027-03-31", meeting=on(2026, 12, 31)),
)

YEARS = (
    Case("by the end of the financial year", "end of the financial year", "2027-03-31"),
    Case("by the end of the financial year", "end of the financial year", "2026-03-31", meeting=on(2026, 3, 31)),
    Case("by the end of the next financial year", "end of the financial year", "2028-03-31"),
    Case("in the current financial year", "end of the financial year", "2027-03-31"),
    Case("before the new financial year", "end of the financial year", "2027-03-31"),
    Case("in the new financial year", "a whole year", None),
    Case("by the end of 2026", "end of the calendar year", "2026-12-31"),
    Case("by the end of the calendar year", "end of the calendar year", "2026-12-31"),
    Case("this calendar year", "end of the calendar year", "2026-12-31"),
    Case("by the new year", "end of the calendar year", "2026-12-31"),
    Case("by the end of the calendar year", "end of the calendar year", None, meeting=None),
    Case("by the end of the year", "end of a year", None),
    Case("next year", "a whole year", None),
    Case("in 2027", "a whole year", None),
    Case("by the end of the municipal year", "municipal year", None),
    Case("in the new municipal year", "municipal year", None),
    Case("before half-term", "terms and holidays", None),
    Case("before the summer recess", "terms and holidays", None),
    Case("in the autumn term", "terms and holidays", None),
    Case("by Easter", "terms and holidays", None),
)

NO_DAY = (
    Case("in due course", "no time", None),
    Case("as soon as possible", "no time", None),
    Case("when possible", "no time", None),
    Case("at a later date", "no time", None),
    Case("as a matter of urgency", "no time", None),
    Case("outside the meeting", "no time", None),
    Case("in future reports", "no time", None),
    Case("when approved", "an event", None),
    Case("once Cabinet approves it on 12 June", "an event", None),
    Case("on receipt of the figures", "an event", None),
    Case("as soon as they are available", "an event", None),
    Case("after the survey", "from when", None),
    Case("from 1 July 2026", "from when", None),
    Case("after the next meeting", "from when", None),
    Case("following consideration by Council on 10 July", "from when", None),
    Case("not before 1 July", "from when", None),
    Case("quarterly", "how often", "2026-08-14"),
    Case("within ten school days", "school days", None),
    Case("on a six-monthly basis", "how often", "2026-11-14"),
    Case("every six months from June 2026", "how often", None),
    Case("twice a year", "how often", "2026-11-14"),
    Case("to all future meetings", "each meeting", "2026-06-11"),
    Case("for all reports", "how often", None),
    Case("following the next meeting", "from when", None),
    Case("unless Cabinet objects by 12 June", "an event", None),
    Case("in the coming weeks", "about when", None),
    Case("by mid-summer", "roughly when", None),
    Case("before any work is undertaken", None, None),
    Case("by 12 June 2026 and 19 June 2026", None, None),
    Case("in June and by Christmas", None, None),
)

CASES = (*WRITTEN_OUT, *MEETINGS, *MONTHS_AND_SEASONS, *COUNTED, *YEARS, *NO_DAY)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_words_mean_that_date_by_that_rule(case: Case) -> None:
    due = case.worked_out()
    expected = datetime.date.fromisoformat(case.due) if case.due else None
    assert (due.date, due.rule) == (expected, case.rule), due.reason


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_every_rule_decides_a_case(name: str) -> None:
    assert any(case.rule == name for case in CASES)


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", [(rule.name, form) for rule in RULES for form in rule.forms], ids="/".join)
def test_every_form_of_a_rule_decides_a_case(form: tuple[str, str]) -> None:
    name, pattern = form
    words = [case.words.replace("’", "'").replace("\n", " ") for case in CASES if case.rule == name]
    assert any(re.search(rf"(?<!\w){pattern}", each, re.IGNORECASE) for each in words)


# --- what a clerk reads ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (Case("within two weeks", None, None), "counted from the meeting of 14 May 2026"),
        (Case("by September", None, None), "30 September 2026, the last day of the month"),
        (Case("by the next meeting", None, None), "the minutes give 11 June 2026 as the next meeting"),
        (Case("before 1 July", None, None), "the day before 1 July 2026"),
        (Case("by 12 June", None, None), "no year is named: the first such day from the meeting on"),
        (Case("in the autumn", None, None), "30 November 2026, the last day of autumn"),
        (Case("by 12 June 2026", None, None), "the date is in the words"),
        (Case("to September's meeting", None, None), "the date of the September meeting is not known"),
        (Case("on 12 May", None, None), "it could be 12 May 2026, just gone, or 12 May 2027"),
        (Case("by Friday 13 June", None, None), "13 June 2026 is a Saturday, not a Friday"),
        (Case("by 31/02/2027", None, None), "the calendar has no such day"),
        (Case("by 06/13/2026", None, None), "day first, then month: there is no such day"),
        (Case("by 31 June", None, None), "there is no 31 June in 2026"),
        (Case("in March 2026", None, None), "that would be 31 March 2026, before the meeting of 14 May 2026"),
        (Case("by 1 June 2036", None, None), "that would be 1 June 2036, more than five years after the meeting"),
        (
            Case("within 10 working days", None, None),
            "bank holidays differ, and the body’s nation is not set (bodies set)",
        ),
        (Case("next July", None, None), "it could be July 2026 or July 2027"),
        (Case("at the next Board", None, None), "it may not be this body’s own next meeting"),
        (
            Case("at the next Board", None, None, body=None),
            "these minutes do not name their body, so it may be another body’s meeting",
        ),
        (
            Case("at the next meeting", None, None, next_meeting=on(2026, 5, 7)),
            "the next meeting is given as 7 May 2026, which is not after this one",
        ),
        (
            Case("by 12 June 2026 and 19 June 2026", None, None),
            "the words give more than one date: 12 June 2026 and 19 June 2026",
        ),
        (Case("within 999 years", None, None, meeting=on(9500, 1, 1)), "the calendar does not reach so far"),
        (Case("with the minutes", None, None), "no rule fits these words"),
        (Case("", None, None), "no deadline was found in the words"),
    ],
    ids=str,
)
def test_the_reason_is_told_in_plain_words(case: Case, reason: str) -> None:
    assert case.worked_out().reason == reason


def test_no_words_are_no_deadline() -> None:
    assert due_date(None, THURSDAY, NEXT) == Due(None, None, "no deadline was found in the words")


# --- what always holds -----------------------------------------------------------------------------------------------

DAYS = st.dates()
PIECES = st.sampled_from(
    [case.words for case in CASES]
    + [
        *MONTHS,
        "31/02/2026",
        "00/00/00",
        "99",
        "999",
        "0",
        "the",
        "of",
        "or",
        "end",
        "next",
        "by",
        "Friday",
        "’",
        "-",
        "/",
    ]
)
WORDS = st.one_of(
    st.text(),
    st.text(alphabet=string.printable),
    st.lists(PIECES, min_size=1, max_size=8).map(" ".join),
)


@settings(deadline=None)
@given(WORDS, DAYS, st.none() | DAYS)
@example("31/02/2026", THURSDAY, None)
@example("by 29 February", datetime.date.max, None)
@example("within 999 years", datetime.date.max, None)
@example("by the end of the financial year", datetime.date.max, datetime.date.max)
@example("in December", datetime.date.min, datetime.date.min)
def test_a_due_date_never_lies_before_its_meeting(
    words: str, meeting: datetime.date, next_meeting: datetime.date | None
) -> None:
    due = due_date(words, meeting, next_meeting)
    assert due.date is None or due.date >= meeting
    assert due.reason
    assert due.rule is not None or due.date is None


@settings(deadline=None)
@given(WORDS, st.none() | DAYS, st.none() | DAYS)
def test_the_same_words_and_dates_give_the_same_answer(
    words: str, meeting: datetime.date | None, next_meeting: datetime.date | None
) -> None:
    first = due_date(words, meeting, next_meeting)
    assert first == due_date(words, meeting, next_meeting)
    assert first == due_date(f"  {words}\n", meeting, next_meeting)


@settings(deadline=None)
@given(WORDS, WORDS, st.none() | st.text(), st.text())
def test_whatever_surrounds_the_words_nothing_breaks(words: str, follows: str, body: str | None, party: str) -> None:
    assert due_date(words, THURSDAY, NEXT, body=body, parties=[party], follows=follows).reason


@settings(deadline=None)
@given(st.dates(datetime.date(1974, 1, 1), datetime.date(2090, 12, 31)), st.integers(1, 1800))
def test_any_day_written_out_is_read_back(meeting: datetime.date, ahead: int) -> None:
    day = meeting + datetime.timedelta(days=ahead)
    for words in (f"by {day:%d/%m/%Y}", f"by {day.day} {MONTHS[day.month - 1]} {day.year}", f"by {day.isoformat()}"):
        assert due_date(words, meeting).date == day


@settings(deadline=None)
@given(st.dates(max_value=datetime.date(9000, 1, 1)), st.integers(0, 600), st.integers(0, 600))
def test_months_are_added_one_after_the_other(day: datetime.date, some: int, more: int) -> None:
    first_of_month = day.replace(day=1)
    assert add_months(add_months(first_of_month, some), more) == add_months(first_of_month, some + more)
    later = add_months(day, some)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == some
    assert later.day == day.day or (later.day < day.day and (later + datetime.timedelta(days=1)).day == 1)


@settings(deadline=None)
@given(st.dates(max_value=datetime.date(9000, 1, 1)))
def test_no_months_later_is_the_same_day(day: datetime.date) -> None:
    assert add_months(day, 0) == day


def test_long_words_are_looked_at_in_no_time() -> None:
    # a rule whose pattern backtracks would hang here until the test run's time limit
    for words in ("next " + "a " * 5000 + "meeting", "12 " * 5000, "by " * 5000 + "June", "in " + "x" * 20000):
        assert due_date(words, THURSDAY, NEXT).date is None
