"""Who introduced an item's report, in the words of the minutes."""

from __future__ import annotations

import re

from actiontracker.records import Passage, Section
from actiontracker.structure.doers import is_doer

_PRESENTS = re.compile(
    r"^(?P<who>[A-Z][^.;:()]{3,160}?),?\s+(?:(?:then|briefly|also|formally|first|jointly|next)\s+)?(?:introduced"
    r"|presented|delivered (?:a|the) (?:presentation|report)"
    r"|gave (?:a|an|the|members|the \w+) (?:[\w-]+ ){0,4}?(?:presentation|update|overview|introduction|briefing"
    r"|report|summary)"
    r"|provided (?:a|an|the|members|the \w+) (?:[\w-]+ ){0,4}?(?:presentation|update|overview|introduction|briefing"
    r"|summary)|outlined the (?:report|key))\b"
)
_FROM = re.compile(
    r"\b(?:presentation|update|briefing|introduction) (?:(?:was )?(?:given |provided |delivered )?(?:from"
    r"|by)) (?:the )?(?P<who>[A-Z][^.;:()]{3,120}?)"
    r"(?=\s+(?:on|about|regarding|concerning|in relation|which|that|who|relating|outlining|setting|detailing|with"
    r"|as)\b|[.;:(]|$)"
)
_BY = re.compile(
    r"\b(?:report|paper|item|presentation|update) (?:\w+ ){0,3}?(?:was |were )?(?:introduced"
    r"|presented) by (?:the )?(?P<who>[A-Z][^.;:()]{3,120}?)"
    r"(?=\s+(?:on|about|regarding|concerning|in relation|which|that|who|and (?:outlined|advised))\b|[.;:(]|$)"
)
_NOBODY = re.compile(
    r"(?:the )?(?:vice[- ])?(?:chair(?:man|woman|person)?|members?|committee|council|cabinet|board|panel|officers?"
    r"|councillors?|it|this|report|he|she|they|a|an"
    r"|this report)\b(?! (?:of|for)\b)",
    re.IGNORECASE,
)
_LOOKED_AT = 4


def presenter_of(passages: list[Passage]) -> str | None:
    """The presenter named first among an item's first passages of prose, or None."""
    prose = [each for each in passages if each.section in {Section.MINUTES, Section.RESOLUTION} and not each.heading]
    for passage in prose[:_LOOKED_AT]:
        for pattern in (_PRESENTS, _FROM, _BY):
            match = pattern.search(passage.text[:500])
            if match is not None:
                who = re.sub(r"^The ", "", match["who"]).strip(" ,")
                if not _NOBODY.match(who) and is_doer(who.replace("\u2019s", "").replace("'s", "")):
                    return who
    return None
