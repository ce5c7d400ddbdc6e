"""Tables on terminals of several widths: nothing cut off, nothing told by colour alone, nothing taken for markup."""

from __future__ import annotations

import datetime
import io

import pytest
from hostile import HOSTILE
from tracked import TODAY, tracked

from actiontracker.records import Review, Status, TrackedAction
from actiontracker.render.harmless import harmless
from actiontracker.render.page import marked
from actiontracker.render.terminal import print_report
from actiontracker.report.bodies import BODIES
from actiontracker.report.build import build
from actiontracker.report.definitions import OUTSTANDING
from actiontracker.report.details import Passage
from actiontracker.store import BodyCounts, Counts

ACTIONS = (
    tracked(),
    tracked(
        ref="A-0002",
        action="Write to the county about the footbridge over the Rill and report back with its reply",
        owner=None,
        owner_inferred="Director of Place",
        due=datetime.date(2026, 7, 27),
        times_moved=2,
        review=Review.ACCEPTED,
    ),
    tracked(ref="A-0003", owner=None, due=None, deadline="in due course"),
    tracked(ref="A-0004", status=Status.CLOSED, closed_on=datetime.date(2026, 7, 2)),
)

AT_80 = """\
Ref     Action                 Owner               Due                Status
────────────────────────────────────────────────────────────────────────────────
A-0001  Circulate the ward     Head of Housing     30 Jun 2026        suggested
        figures                                    24 days late

A-0002  Write to the county    Director of Place   27 Jul 2026        open
        about the footbridge   (inferred)          due in 3 days
        over the Rill and                          moved twice
        report back with its                       first 30 Jun 2026
        reply

A-0003  Circulate the ward     nobody named        “in due course”    suggested
        figures                                    no date

A-0004  Circulate the ward     Head of Housing     30 Jun 2026        closed
        figures                                                       2 Jul 2026
"""

AT_120 = """\
Ref     Action                                     Owner               Due                Status      From
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
A-0001  Circulate the ward figures                 Head of Housing     30 Jun 2026        suggested   Scrutiny Committee
                                                                       24 days late                   3 Jun 2026, item 5

A-0002  Write to the county about the footbridge   Director of Place   27 Jul 2026        open        Scrutiny Committee
        over the Rill and report back with its     (inferred)          due in 3 days                  3 Jun 2026, item 5
        reply                                                          moved twice
                                                                       first 30 Jun 2026
"""

AT_60 = """\
Ref     A-0001
Action  Circulate the ward figures
Owner   Head of Housing
Due     30 Jun 2026, 24 days late
Status  suggested
From    Scrutiny Committee, 3 Jun 2026, item 5

Ref     A-0002
Action  Write to the county about the footbridge over the
        Rill and report back with its reply
"""


def shown(width: int, monkeypatch: pytest.MonkeyPatch, *actions: TrackedAction) -> str:
    """The list as a terminal of that width shows it, without blanks at the ends of lines."""
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    print_report(build(OUTSTANDING.listing, actions or ACTIONS, TODAY), stream)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


@pytest.mark.parametrize(("width", "expected"), [(80, AT_80), (120, AT_120), (60, AT_60)])
def test_how_a_list_looks(monkeypatch: pytest.MonkeyPatch, width: int, expected: str) -> None:
    assert shown(width, monkeypatch)[: len(expected)] == expected


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 99, 100, 120, 150, 200, 400])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    page = shown(width, monkeypatch)
    assert max(map(len, page.splitlines())) <= width
    words = set(page.replace(",", " ").split())
    assert words >= {"A-0002", "footbridge", "(inferred)", "late", "suggested", "open", "closed", "nobody"}
    assert ("From" in words) == (width < 72 or width >= 100)


def test_a_word_without_end_is_broken_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(80, monkeypatch, tracked(action="x" * 10_000))
    assert page.count("x") == 10_000
    assert max(map(len, page.splitlines())) <= 80


def test_text_from_documents_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(120, monkeypatch, tracked(action="[bold]x[/bold] :smile: \x1b[31m", owner="[link=http://a.example]b"))
    assert "[bold]x[/bold] :smile: �[31m" in page
    assert "[link=http://a.exa" in page
    assert "\x1b" not in page


def test_one_line_rows_stand_close_and_numbers_to_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = (
        BodyCounts("Highfield", "Audit Committee", 1, TODAY, Counts(1, 9, 3, 0)),
        BodyCounts("Highfield", "Parks Panel", 12, None, Counts(14, 120, 33, 10)),
    )
    stream = io.StringIO()
    print_report(build(BODIES, rows, TODAY), stream)
    assert [line.rstrip() for line in stream.getvalue().splitlines()] == [
        "Body             Authority  Latest meeting  Actions  Outstanding  Overdue",
        "─" * 73,
        "Audit Committee  Highfield  24 Jul 2026           9            3        0",
        "Parks Panel      Highfield  not certain         120           33       10",
    ]


def test_a_quotation_is_marked_without_colour_too() -> None:
    text = marked(Passage("Members\nasked ", "the [Clerk] to\n  write", ". Noted."))
    assert text.plain == "Members asked »the [Clerk] to write«. Noted."
    assert [text.plain[span.start : span.end] for span in text.spans] == ["»the [Clerk] to write«"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    page = shown(120, monkeypatch, tracked(action=text))
    heading, _, *lines = page.splitlines()
    column = "".join("".join(line[heading.index("Action") : heading.index("Owner")].split()) for line in lines)
    assert "".join(harmless(text).split()) in column
    assert not set(page) & {"\x1b", "\x07", "\x00", "\u202e", "\r"}
