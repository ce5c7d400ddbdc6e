"""Commands for what a clerk decides of what was found: accept, reject, edit, split, merge, add, and taking back."""

import datetime
from typing import Annotated, Any

import typer

from actiontracker.cli import surroundings
from actiontracker.cli.dates import parse_day
from actiontracker.cli.lists import open_for_reading, tracker_path
from actiontracker.cli.options import By, Database, MeetingAuthority, MeetingBody, Minute, Reference, Why
from actiontracker.cli.output import say
from actiontracker.cli.progress import decided
from actiontracker.errors import UsageError
from actiontracker.records import Kind, Meeting
from actiontracker.report.wording import counted, long_day

References = Annotated[
    list[str], typer.Argument(metavar="REF...", help="References: A-0012, or 12.", show_default=False)
]


def _text(name: str, words: str) -> Any:
    return typer.Option(name, metavar="TEXT", show_default=False, help=words)


def _day(name: str, words: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, show_default=False, help=words)


KindOption = Annotated[
    Kind | None, typer.Option("--kind", metavar="KIND", show_default=False, help=f"One of: {', '.join(Kind)}.")
]
OwnerWords = Annotated[str | None, _text("--owner", "Who is to do it; '' for nobody.")]
RecipientWords = Annotated[str | None, _text("--recipient", "Who is to get it; '' for nobody.")]
DeadlineWords = Annotated[str | None, _text("--deadline", "By when, in words; '' for none.")]
ConditionWords = Annotated[str | None, _text("--condition", "On what it depends; '' for nothing.")]
OwnRef = Annotated[str | None, _text("--own-ref", "The body's own reference or minute number.")]
Due = Annotated[datetime.date | None, _day("--due", "The day on which it is due.")]


def accept(references: References, why: Why = "", by: By = None, database: Database = None) -> None:
    """Confirm actions as they were found.

    Example: actiontracker accept A-0001 A-0002
    """
    from actiontracker.store.review import accept as accept_action

    for reference in references:
        action = decided(database, reference, by, lambda hand, one: accept_action(hand, one, why))
        say(f"{action.ref} is confirmed: {action.action}")


def reject(references: References, why: Why = "", by: By = None, database: Database = None) -> None:
    """Say that what was found is no action.

    It leaves every list, and stays in the tracker with its history.

    Example: actiontracker reject A-0003 --why "only told as information"
    """
    from actiontracker.store.review import reject as reject_action

    for reference in references:
        action = decided(database, reference, by, lambda hand, one: reject_action(hand, one, why))
        say(f"{action.ref} is rejected: {action.action}")


def edit(
    reference: Reference,
    action: Annotated[str | None, _text("--action", "What is to be done, in one line.")] = None,
    owner: OwnerWords = None,
    recipient: RecipientWords = None,
    deadline: DeadlineWords = None,
    condition: ConditionWords = None,
    kind: KindOption = None,
    own_ref: OwnRef = None,
    due: Due = None,
    why: Why = "",
    minute: Minute = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Put right what was found, which also confirms it.

    What you set is yours: no later reading of the minutes changes it. To give
    somebody longer, use “actiontracker extend”, which counts as a move.

    Example: actiontracker edit A-0001 --owner "Head of Parks" --due 30/09/2026
    """
    from actiontracker.store.review import edit as edit_action

    said = {
        "action": action,
        "owner": owner,
        "recipient": recipient,
        "deadline": deadline,
        "condition": condition,
        "kind": kind,
        "own_ref": own_ref,
    }
    fields = {name: (str(value) or None) for name, value in said.items() if value is not None}
    if not fields and due is None:
        raise UsageError("Nothing was said to change", "Give --action, --owner, --due or another field")
    if "action" in fields and not (fields["action"] or "").strip():
        raise UsageError("An action needs words", "Give them with --action, or reject the action")
    changed = decided(database, reference, by, lambda hand, one: edit_action(hand, one, fields, due, why, minute))
    say(f"{changed.ref} now reads: {changed.action}")


def split(
    reference: Reference,
    parts: Annotated[list[str], _text("--part", "One part, in one line; give this for each part.")],
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Divide an action into parts that end one by one.

    The action itself stays outstanding until its last part has ended.

    Example: actiontracker split A-0001 --part "Mend it" --part "Paint it"
    """
    from actiontracker.store.review import split as split_action

    whole = decided(database, reference, by, lambda hand, one: split_action(hand, one, parts, why))
    from actiontracker.records import ActionFilter

    with open_for_reading(database) as reader:
        made = reader.find(ActionFilter(part_of=whole.ref), sort="ref")
    say(f"{whole.ref} has {counted(len(made), 'part')}: {', '.join(f'{part.ref} {part.part}' for part in made)}.")


def merge(
    reference: Reference,
    into: Annotated[str, _text("--into", "The action that goes on: A-0012, or 12.")],
    why: Why = "",
    by: By = None,
    database: Database = None,
) -> None:
    """Say that two actions are one obligation.

    The first leaves the lists; the one named with --into goes on.

    Example: actiontracker merge A-0003 --into A-0001
    """
    from actiontracker.store.references import find_id
    from actiontracker.store.review import merge as merge_action

    action = decided(
        database, reference, by, lambda hand, one: merge_action(hand, one, find_id(hand.db.conn, into), why)
    )
    say(f"{action.ref} goes on as {action.merged_into}.")


def add(
    words: Annotated[str, typer.Argument(metavar="ACTION", help="What is to be done.", show_default=False)],
    body: MeetingBody = None,
    meeting: Annotated[datetime.date | None, _day("--meeting", "The day of the meeting that agreed it.")] = None,
    quote: Annotated[str | None, _text("--quote", "The words of its stored minutes that say so.")] = None,
    owner: OwnerWords = None,
    recipient: RecipientWords = None,
    deadline: DeadlineWords = None,
    condition: ConditionWords = None,
    due: Due = None,
    kind: KindOption = None,
    own_ref: OwnRef = None,
    authority: MeetingAuthority = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Enter an action that was not found in any minutes.

    With --quote it rests on words of the minutes of that meeting; without, on
    what you type here. It needs no confirming.

    Example: actiontracker add "Mend the stile" --body Parks --meeting 14/05/2026
    """
    from actiontracker.resolve.dates import due_date
    from actiontracker.store import open_tracker
    from actiontracker.store.entered import Entry

    if not words.strip():
        raise UsageError("An action needs words", "Say what is to be done")
    with open_for_reading(database) as reader:
        whose = reader.meeting_named(Meeting(authority, body, meeting))
    worked = due_date(deadline, whose.date, whose.next_meeting, body=whose.body)
    entry = Entry(
        action=" ".join(words.split()),
        meeting=whose,
        kind=kind or Kind.UNDERTAKING,
        owner=owner or None,
        recipient=recipient or None,
        deadline=deadline or None,
        due=due or worked.date,
        due_rule=None if due else worked.rule if worked.date else None,
        due_reason="set by a person" if due else worked.reason,
        condition=condition or None,
        own_ref=own_ref or None,
        quote=quote or None,
    )
    with open_tracker(tracker_path(database)) as tracker:
        action = tracker.add(entry, by or surroundings.user_name(), surroundings.now())
    when = f", due on {long_day(action.due)}" if action.due else ""
    say(f"{action.ref} was added{when}: {action.action}")


def undo(
    reference: Annotated[
        str | None,
        typer.Argument(metavar="[REF]", help="Only what was done to this action.", show_default=False),
    ] = None,
    by: By = None,
    database: Database = None,
) -> None:
    """Take back the latest thing that a person did in the tracker.

    Once more takes back the one before. What was taken back stays in the
    history, and so does the taking back.

    Example: actiontracker undo A-0004
    """
    from actiontracker.store import open_tracker

    open_for_reading(database).close()
    with open_tracker(tracker_path(database)) as tracker:
        what, actions = tracker.undo(reference, by or surroundings.user_name(), surroundings.now())
    say(f"“{what}” was taken back{_of([action.ref for action in actions])}.")


def _of(refs: list[str]) -> str:
    most = 10
    more = f" and {len(refs) - most} more" if len(refs) > most else ""
    return f" for {', '.join(refs[:most])}{more}" if refs else ""
