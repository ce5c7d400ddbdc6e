"""The headings of trackers that bodies keep in tables, and their words for statuses; data, tried in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actiontracker.records import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final[Mapping[str, str]] = {
    "ref": r"(?:action |min(?:ute)? |item )?ref(?:erence)?(?: (?:no|number))?|(?:action|minute|rec(?:ommendation)?|unique) (?:no|number|id)|no|id|#",
    "due revised": r"(?:revised|new|extended|current|updated|amended) (?:due |target |completion )?(?:date|deadline)(?: for completion)?",
    "due": r"(?:(?:original|target|due|completion|expected|agreed|planned) )*(?:due(?: date)?|deadline|timescale|time ?frame|target(?: date)?|by when|when|due by|date due|completion date|complete by|date for completion)",
    "closed on": r"(?:date )?(?:completed|closed|discharged|completion)(?: (?:on|date))?|date (?:of )?(?:completion|closure)|actual (?:completion )?date|closing minute",
    "meeting date": r"(?:date of )?meeting(?: date)?|date (?:of|from|at) meeting|date raised|date(?: (?:added|agreed|set|logged|opened))?|raised(?: on)?|meeting / date|source meeting",
    "action": r"(?:(?:agreed|outstanding|follow[- ]up|required|recommended) )?actions?(?: (?:agreed|required|point|points|description|to be taken|needed|item|detail|details))?|recommendations?|tasks?|description|what|matter|request|resolution|action / recommendation",
    "owner": r"(?:(?:action|lead|responsible|assigned) )?(?:owner|officer|lead|person|by whom|who|assignee)(?: ?\((?:s|initials)\)|s)?(?: responsible| lead| officer)?|responsib(?:le|ility)(?: officer| person)?|action (?:by|for|owner)|assigned to|allocated to|initials|by who",
    "progress": r"progress(?: (?:update|notes?|to date))?|(?:latest |current )?(?:update|updates|comments?|notes?|position|outcome|response)(?: / (?:update|comments?|progress))?|status update|action taken",
    "rag": r"r\.?a\.?g\.?(?: (?:status|rating))?",
    "status": r"(?:current )?status|state|open ?/ ?closed|complete\??|done\??",
    "item": r"(?:agenda )?(?:item|topic|subject|title|issue|report)(?: (?:no|number|title))?|agenda item",
    "body": r"committee|body|board|panel",
    "recipient": r"recipient|for whom|to whom",
    "minute": r"min(?:ute)?(?: (?:no|number))?",
}
"""The fields of an existing tracker, each with the headings that people give it."""
PATTERNS: Final = {name: re.compile(rf"(?:{form})[ .:*]*", re.IGNORECASE) for name, form in FIELDS.items()}

HINTS: Final[Mapping[str, str]] = {
    "due": r"due|deadline|timescale|target|by when",
    "owner": r"owner|officer|responsib|by whom|lead\b|assigned",
    "progress": r"progress|update|comment|response",
    "status": r"status",
    "meeting date": r"meeting",
    "action": r"action|recommend|agreed|task",
    "ref": r"\bref",
}
"""Words by which a heading of the body's own making is understood, where it is none of the usual ones."""
HINT_PATTERNS: Final = {name: re.compile(form, re.IGNORECASE) for name, form in HINTS.items()}

STATUSES: Final = (
    (Status.NOT_NEEDED, r"no longer|not (?:required|needed|pursued)|withdrawn|superseded|cancell?ed|rejected|n/?a\b"),
    (Status.MOVED, r"moved|transferred|work programme|forward plan|passed to|referred to"),
    (Status.PROPOSED, r"propos|recommend(?:ed)? (?:for )?clos|awaiting (?:closure|sign)|for closure|to (?:be )?close"),
    (
        Status.OPEN,
        r"not (?:yet )?(?:started|begun|due|complete|done)|incomplete|outstanding|overdue|open|pending|new|to do|due|no$|carried",
    ),
    (
        Status.CLOSED,
        r"complete|closed|done|discharged|implemented|delivered|actioned|achieved|signed off|yes$|finished",
    ),
    (Status.PAUSED, r"paused|on hold|deferred|suspended|parked|delayed"),
    (
        Status.IN_PROGRESS,
        r"progress|ongoing|on[- ]?going|under ?way|started|on track|partial|part complete|in hand|verbal",
    ),
)
"""Words for statuses; "not complete" stands before "complete"."""
