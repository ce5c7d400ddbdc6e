"""The rules by which deadline words become a date, or are known to have none: data, tried in this order.

The ends of months and seasons, the count from the meeting, and the end of the municipal year are those that trackers of
public bodies use; Christmas Eve and the last day of a week, quarter or year are the latest day that the words allow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actiontracker.resolve import gatherings, months, spans, working_days, written_days
from actiontracker.resolve.phrases import (
    DATE,
    ENDS,
    GATHERING,
    GATHERINGS,
    MONTH,
    NUMBER,
    OF_WHOM,
    SEASON,
    UNIT,
    WEEKDAY,
    WHOSE,
    YEAR,
)
from actiontracker.resolve.rule import rule
from actiontracker.resolve.worked import counted, never

if TYPE_CHECKING:
    from actiontracker.resolve.rule import Rule


FROM_WHEN: Final = "from when"
"""The name of the rule by which a time is a beginning."""

_THIS_MEETING: Final = (
    r"(?:(?:the )?date of )?(?:(?:this|the|today's) meeting\b(?! (?:of|on|in|with|between)\b)|today\b|now\b)"
)
_DATED_MONTH: Final = rf"(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
_OR: Final = r"(?: ?[-/&] ?| to | and | or )"
_ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)?"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "each meeting",
        gatherings.each_meeting,
        rf"(?:each|every) (?P<name>(?:[\w'-]+ ){{0,3}}?(?:meeting|agenda)\b(?!')){OF_WHOM}",
        r"(?:to|at|for) all (?:[\w'-]+ ){0,3}?(?:meetings|agendas)\b",
        final=True,
    ),
    rule(
        "how often",
        gatherings.how_often,
        rf"every (?:other|second|{NUMBER}) \w+",
        r"(?:each|every) \w+",
        r"(?:to|at|for) all (?:\w+ )?reports",
        r"(?:on )?an? (?:[\w-]+ )?(?:regular|ongoing|annual|[\w-]+ly) basis",
        r"(?:[\w]+-|bi|(?:half|two|three|four|six|twelve|\d+) )?"
        r"(?:quarterly|annually|monthly|fortnightly|weekly|daily|termly|yearly|regularly)\b"
        r"(?! (?:[\w-]+ )?(?:meeting|agenda)\b)",
        r"(?:once|twice|three times|four times) (?:a|each|per) (?:week|month|quarter|term|year)",
        final=True,
    ),
    rule(
        "school days",
        never("school days need a calendar of terms"),
        rf"(?:{NUMBER} )?school days?\b",
        final=True,
    ),
    rule(
        "working days",
        working_days.working_days,
        r"(?P<lead>(?:for|up to|about|around|approximately|roughly|circa|at least|a minimum of)(?: up to)?(?: the)?"
        rf"(?: next| first| coming)? |over (?:the )?|\d+ ?- ?|{NUMBER} (?:to|or|-) )?(?P<number>{NUMBER} )"
        r"?(?:(?P<clear>clear )(?:(?:working|business) )?|(?:working|business) )days?\b"
        r"(?P<other> (?:of|from|after|following|before|prior to|ahead of|in advance of|since) "
        rf"(?!{_THIS_MEETING}).*| (?:before|prior to|ahead of|in advance of) .*)?",
        final=True,
    ),
    rule(
        "a span from another day",
        never("it is counted from something other than this meeting"),
        rf"{NUMBER} {UNIT} (?:of|from|after|following|since) (?!{_THIS_MEETING}).*",
        rf"{NUMBER} {UNIT} (?:before|prior to|ahead of|in advance of) .*",
        final=True,
    ),
    rule(
        "about when",
        never("it says only about when"),
        r"(?:about|around|approximately|roughly|circa|at least|a minimum of) (?:the )?"
        rf"(?:{NUMBER} {UNIT}|{DATE}|{MONTH})",
        rf"(?:an?|the|next|coming)(?: next| coming)? (?:few|couple of|number of) {UNIT}",
        r"(?:the )?(?:coming|forthcoming) (?:days|weeks|months)\b",
        final=True,
    ),
    rule(
        "one time or another",
        never("more than one time is named"),
        rf"{_ORDINAL}{_OR}{_ORDINAL} (?:of )?{MONTH}",
        rf"{MONTH}{_OR}(?:early |late |mid[- ]?|in |the )*(?:{MONTH}|{SEASON})",
        rf"{SEASON}{_OR}(?:the |early |late )*(?:{SEASON}|{MONTH})",
        rf"(?:\d+ ?- ?|{NUMBER} (?:to|or|-) ){NUMBER} {UNIT}",
        r"(?:day|week|fortnight|month|year)s? or (?:so|two|three)\b",
        final=True,
    ),
    rule(
        "no time",
        never("no time is named"),
        r"in due course|(?:shortly|(?<!as )soon|immediately|urgently|forthwith|promptly|asap|going forward)\b",
        r"in (?:the )?(?:near |immediate |foreseeable )?future\b",
        r"as soon as (?:it is |is )?(?:reasonably )?(?:possible|practicable|practical)\b",
        r"(?:when|whenever|where|as|if) (?:and when )?(?:possible|appropriate|necessary|required|convenient|needed)\b",
        r"(?:at )?(?:an?|the|some) (?:later|future|earliest|appropriate|suitable) "
        r"(?:possible )?(?:date|stage|opportunity|time|point)",
        r"outside (?:of )?the meeting|as a matter of urgency|straight away|without delay",
    ),
    rule(
        FROM_WHEN,
        never("it says from when, not by when"),
        r"(?:after(?! next(?: (?:in|on|at)\b|[,.;]|$))|from|since|not before|no(?:t)? (?:earlier|sooner) than) .*",
        rf"(?<!the )(?<!its )(?<!our )following (?!{GATHERING}|{GATHERINGS}|(?:week|month|quarter|year|financial)\b).*",
        r"following (?:the|this|that|these|its|their|an?) .*",
    ),
    rule(
        "an event",
        never("it waits for something that has no date of its own"),
        r"(?:when(?:ever)?|once|as soon as|upon|on (?:completion|receipt|approval|publication|conclusion) of) .*",
        r"(?:subject to|pending|if|unless|until (?:such|it|they|he|she|we|further|more|after)) .*",
    ),
    rule(
        "week commencing",
        written_days.week_commencing,
        rf"(?:w/?c\.?|week (?:commencing|beginning|starting)|week of) {DATE}",
    ),
    rule("full date", written_days.full_date, rf"(?:(?P<before>before|prior to|ahead of|in advance of) )?{DATE}"),
    rule(
        "start of a month",
        months.month_start,
        rf"(?P<lead>by|before|until) (?:the )?(?:start|beginning) of {_DATED_MONTH}{ENDS}",
    ),
    rule("middle of a month", months.month_middle, rf"(?:(?:the )?middle of |mid[- ]?){_DATED_MONTH}{ENDS}"),
    rule(
        "roughly when",
        never("it says only roughly when"),
        r"(?:early|beginning|start|first|second|third|fourth|last)(?: \w+)?(?: (?:in|of|during))? (?:the )?"
        rf"(?:{MONTH}|{SEASON}|next (?:week|month|year)|new year)",
        r"in (?:the )?new year\b(?!')",
        rf"(?:mid[- ]?|middle of )(?:the |this |next )?(?:{SEASON}|week|month|year|term)",
    ),
    rule(
        "meeting of the electors",
        never("the meeting of a parish’s or a town’s electors is not one of this body’s own"),
        r"annual (?:parish|town|community|borough) (?:meeting|assembly)\b|annual assembly\b",
    ),
    rule(
        "annual meeting",
        gatherings.annual_meeting,
        rf"{WHOSE}(?:next )?(?P<name>annual (?:(?:general|parish|town|community|borough) )*(?:council|meeting)\b"
        rf"(?: meeting\b)?|agm\b)(?: (?:in|of) (?P<month>{MONTH}))?{OF_WHOM}",
    ),
    rule(
        "a future meeting",
        gatherings.future_meeting,
        r"(?:(?:an?|any|some|one of (?:the|its|our)) "
        r"(?:forthcoming|subsequent|upcoming|following|suitable|appropriate)|future|later|further) "
        rf"(?:(?P<several>{GATHERINGS})|(?P<name>{GATHERING}){OF_WHOM})",
        last_resort=True,
    ),
    rule(
        "several meetings",
        never("more than one meeting is named"),
        rf"(?:next|following|forthcoming|upcoming|subsequent) {GATHERINGS}",
    ),
    rule(
        "month's meeting",
        gatherings.months_meeting,
        rf"{WHOSE}(?:(?P<month>{MONTH})(?:'s)?(?: (?P<year>{YEAR}))?|next month's) (?P<name>{GATHERING}){OF_WHOM}",
    ),
    rule(
        "meeting in a month",
        gatherings.months_meeting,
        rf"{WHOSE}(?P<name>{GATHERING}){OF_WHOM} (?:to be held )?(?:in|of|for|during) (?:the )?{_DATED_MONTH}",
    ),
    rule(
        "meeting after next",
        gatherings.meeting_after_next,
        rf"{WHOSE}(?:next )?(?P<first>(?:next[- ])?but[- ]one |second[- ]next )?(?P<name>{GATHERING}){OF_WHOM}"
        r"(?(first)| (?:but one|after next)\b)",
    ),
    rule(
        "next meeting",
        gatherings.next_meeting,
        rf"{WHOSE}(?:next|following|forthcoming|upcoming|subsequent) (?P<name>{GATHERING}){OF_WHOM}",
    ),
    rule(
        "a meeting without a day",
        never("it does not say when that meeting is"),
        rf"(?:to|at|by|for|before|until|on|in time for|ahead of|prior to) {GATHERING}",
    ),
    rule(
        "which weekday",
        never("it could be this week’s or next week’s"),
        rf"next {WEEKDAY}|{WEEKDAY} week\b|week on {WEEKDAY}",
    ),
    rule(
        "for how long",
        never("it says for how long, not by when"),
        rf"(?:for|up to)(?: up to)?(?: the)?(?: next| first| coming)? {NUMBER} {UNIT}",
        rf"over (?:the )?{NUMBER} {UNIT}",
    ),
    rule(
        "a span of time",
        counted(spans.span_of_time),
        r"(?:(?:(?:within|inside|in|no later than|not later than)(?: a (?:period|maximum) of)?(?: the)?"
        r"(?: (?:next|coming|following|first))?|(?:over|during|throughout) (?:the )?(?:next|coming|following)"
        rf"|(?:the )?(?:next|coming)|^) ?(?P<number>{NUMBER}) "
        rf"|(?:in|within|over|during) the (?:next|coming) (?!year))(?P<unit>{UNIT})(?!-)",
    ),
    rule(
        "a week",
        counted(spans.week_end),
        r"(?P<which>this|next|following|(?<=end of )the) week\b(?!')",
    ),
    rule(
        "which month",
        counted(spans.which_month),
        r"(?P<which>this|next|following|(?<=end of )the) month\b(?!')",
    ),
    rule(
        "end of a quarter",
        counted(spans.quarter_end),
        r"(?P<which>this|next|following|(?<=end of )the) quarter\b(?!')",
    ),
    rule(
        "end of the financial year",
        counted(spans.financial_year_end),
        r"end of (?:the |this )?(?:current |present )?(?:(?P<which>next|following) )?financial year\b",
        r"(?:this|the current) financial year\b",
        r"(?:by|before|until|in time for) (?:the )?(?:start of |beginning of )?(?:the )?(?:new|next) financial year\b",
    ),
    rule(
        "end of the calendar year",
        spans.calendar_year_end,
        r"end of (?:the |this )?calendar year\b",
        r"this calendar year\b",
        r"end of (?P<year>20\d\d)(?![\d/-])",
        r"(?:by|before) (?:the )?new year\b(?!')(?! [a-z])",
    ),
    rule(
        "municipal year",
        gatherings.municipal_year,
        r"(?:(?P<end>end of )|(?P<before>by|before|until|in time for) (?:the )?(?:(?:start|beginning) of )?"
        r"(?=(?:the )?(?:new|next)\b))?(?:(?:the|this|current|present) )*"
        r"(?:(?P<which>next|new|following|coming|forthcoming) )?"
        r"(?:municipal|civic|council) year\b",
    ),
    rule(
        "terms and holidays",
        never("terms and holidays need a calendar of their own"),
        r"(?:academic|school) year\b|school holidays\b|(?:[\w-]+ )?(?:half[- ])?term\b",
        r"(?:summer |winter )?(?:recess|holidays|break)\b|easter\b|good friday\b|whitsun\b|bank holiday\b",
    ),
    rule(
        "a whole year",
        never("a whole year is named, and not a day in it"),
        r"(?:next|this|new|following|coming|current) (?:financial |calendar )?year\b(?!')",
        rf"(?:in|during|for|by|over) {YEAR}$",
    ),
    rule(
        "end of a year",
        never("it could be the end of the calendar, the financial or the municipal year"),
        r"end of (?:the|each) year\b|year[- ]end\b",
    ),
    rule(
        "Christmas",
        counted(months.christmas),
        rf"(?:by|before|until|till|for|in time for) christmas\b{ENDS}",
    ),
    rule(
        "season",
        months.season,
        r"(?:(?P<lead>before the|before|by|in|during|over|until|till|for|to|of|late|the|this|next|coming) |^)"
        rf"(?P<season>{SEASON})(?: months)?(?:(?: of)? (?P<year>20\d\d)(?P<to_year>[/-]\d\d(?:\d\d)?)?\b)?{ENDS}",
    ),
    rule(
        "month",
        months.month,
        r"(?:(?P<lead>before|by|in|during|until|till|for|to|of|end|late|this|next|coming|within|throughout|over) |^)"
        rf"{_DATED_MONTH}{ENDS}",
    ),
    rule(
        "weekday",
        counted(spans.weekday),
        rf"(?:(?P<lead>before|by|on|this|until|till|for|coming) |^)(?P<weekday>{WEEKDAY})(?!')",
    ),
    rule("today or tomorrow", counted(spans.day_itself), r"(?P<day>today|tonight|tomorrow)\b(?!')"),
)
