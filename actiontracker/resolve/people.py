"""Who probably owes an action when the minutes name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.records import Kind

if TYPE_CHECKING:
    from actiontracker.records import Commitment, Minutes

_INFERRED_FOR: Final = frozenset({Kind.UNDERTAKING, Kind.OFFER})
_NOBODY_IN_PARTICULAR: Final = frozenset(
    {"officers", "the officers", "officer", "the officer", "staff", "the team", "the service"}
)


def inferred_owner(minutes: Minutes, commitment: Commitment) -> str | None:
    """Whoever presented the item, for an undertaking that names nobody in particular; None otherwise.

    It is an offer to the clerk, never certain: a request or a resolution without a doer stays without one.
    """
    if commitment.kind not in _INFERRED_FOR or commitment.item is None:
        return None
    if commitment.owner is not None and commitment.owner.text.lower() not in _NOBODY_IN_PARTICULAR:
        return None
    return minutes.items[commitment.item].presenter
