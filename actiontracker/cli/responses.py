"""Commands for recommendations: when they were sent, by when an answer is due, and what the answer was."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import open_for_reading
from actiontracker.cli.options import By, Database, Minute, Reference, Why
from actiontracker.cli.output import say
from actiontracker.cli.progress import On, checked_day, decided
from actiontracker.errors import UsageError
from actiontracker.records import Kind, Response
from actiontracker.report.wording import long_day

if TYPE_CHECKING:
    from actiontracker.resolve.calendar import Nation


def sent(
    reference: Reference,
    on: On = None,
    clock: Annotated[
        str | None,
        typer.Option("--clock", metavar="NAME", show_default=False, help="The law whose time to answer runs."),
    ] = None,
    due: Annotated[
        datetime.date | None,
        typer.Option("--due", metavar="DATE", parser=parse_day, show_default=False, help="The last day to answer."),
    ] = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Record that a recommendation was sent to those who are to answer.

    Clocks: executive England, executive Wales, NHS body, crime and disorder,
    document request. Check the day against the law's text and your own rules.

    Example: actiontracker sent A-0001 --clock "executive England"
    """
    from actiontracker.resolve.clocks import CLOCKS, clock_named, response_due
    from actiontracker.store.progress import send

    day = checked_day(database, reference, on)
    running = clock_named(clock) if clock else None
    if clock and running is None:
        raise UsageError(f"There is no clock “{clock}”", f"Those there are: {', '.join(one.name for one in CLOCKS)}")
    worked = response_due(running, day, _nation(reference, database)) if running else None
    last = due or (worked.date if worked else None)
    rule = running.name if running and not due else None
    action = decided(database, reference, by, lambda hand, one: send(hand, one, day, last, rule))
    told = f"; an answer is due by {long_day(last)}" if last else ""
    say(f"{action.ref} was sent on {long_day(day)}{told}.")
    if worked and not due:
        say(f"{worked.reason[0].upper()}{worked.reason[1:]}.")


def _nation(reference: str, database: Path | None) -> "Nation | None":
    from actiontracker.store.bodies import body_of_action
    from actiontracker.store.dating import rules_of

    with open_for_reading(database) as reader:
        return rules_of(reader.connection, body_of_action(reader.connection, reader.one(reference).ref)).nation


def answered(
    reference: Reference,
    response: Annotated[
        str,
        typer.Argument(metavar="ANSWER", help="accepted, in part, in principle, or rejected.", show_default=False),
    ],
    on: On = None,
    why: Why = "",
    minute: Minute = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Record what the receiving body made of a recommendation.

    What was rejected is no longer needed; the rest stays open until it is done.

    Example: actiontracker answered A-0001 "in part" --on 20/07/2026
    """
    from actiontracker.store.progress import answer

    wanted = response.strip().lower()
    found = next((one for one in Response if wanted in (one.value, one.value.removeprefix("accepted "))), None)
    if found is None:
        raise UsageError(f"“{response}” is no answer", f"Say one of: {', '.join(Response)}")
    day = checked_day(database, reference, on)
    action = decided(database, reference, by, lambda hand, one: answer(hand, one, found, day, why, minute))
    late = ""
    if action.response_due is not None and action.response_due < day:
        late = f", {(day - action.response_due).days} days after the last day to answer"
    note = "" if action.kind is Kind.RECOMMENDATION else f" (it is kept as a {action.kind})"
    say(f"{action.ref}{note} was {found} on {long_day(surroundings.today() if on is None else day)}{late}.")
