"""Commands a chair asks for: what is late."""

from dataclasses import replace

from actiontracker.cli.lists import Showing, show_actions
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
