"""Commands a chair asks for: what is late, which bodies and meetings the tracker holds."""

from dataclasses import replace

from actiontracker.cli.lists import Showing, open_for_reading, show, show_actions
from actiontracker.cli.options import AsOf, Body, Database, Format, Limit, ListFormat, Owner
from actiontracker.report.definitions import OVERDUE


def overdue(
    as_of: AsOf = None,
    body: Body = None,
    owner: Owner = None,
    how: Format = ListFormat.TABLE,
    limit: Limit = None,
    database: Database = None,
) -> None:
    """List what should have been done by now, the longest overdue first.

    An action without a due date is never late: “actiontracker undated” lists
    those.

    Example: actiontracker overdue --body "Scrutiny Committee" --as-of 24/07/2026
    """
    showing = Showing(how, limit, as_of)
    wanted = replace(OVERDUE.chosen(showing.day), body=body, owner=owner)
    show_actions(OVERDUE, database, showing, wanted)


def bodies(as_of: AsOf = None, how: Format = ListFormat.TABLE, database: Database = None) -> None:
    """List the committees and boards, and what each has to do.

    Example: actiontracker bodies --format csv
    """
    from actiontracker.report.bodies import BODIES

    showing = Showing(how, None, as_of)
    with open_for_reading(database) as reader:
        rows = reader.bodies(showing.day)
    show(BODIES, rows, showing)


def meetings(body: Body = None, as_of: AsOf = None, how: Format = ListFormat.TABLE, database: Database = None) -> None:
    """List the meetings whose minutes the tracker holds.

    They are listed by body, the latest first.

    Example: actiontracker meetings --body Scrutiny
    """
    from actiontracker.report.bodies import MEETINGS

    showing = Showing(how, None, as_of)
    with open_for_reading(database) as reader:
        rows = reader.meetings(body, showing.day)
    show(MEETINGS, rows, showing)
