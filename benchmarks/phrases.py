"""The words that made-up minutes are put together from; `{name}` is a slot of `SLOTS`. Nobody here exists."""

from __future__ import annotations

from typing import Final

AUTHORITY: Final = "Wexmoor District Council"

BODIES: Final = (
    "Parks and Leisure Panel",
    "Housing Scrutiny Committee",
    "Audit Committee",
    "Environment Committee",
    "Rural Roads Working Group",
)

MEMBERS: Final = (
    "A Thistlewood",
    "B Garroway",
    "C Penhallow",
    "D Marchbanks",
    "E Oakenfold",
    "F Quarmby",
    "G Applegarth",
    "H Winterbourn",
)

OFFICERS: Final = ("Ines Calloway", "Tom Fairbrass", "Ruth Ollerton", "Dev Marwood", "Pia Lindqvist", "Owen Tredgold")

POSTS: Final = (
    "Head of Parks",
    "Director of Housing",
    "Democratic Services Manager",
    "Finance Manager",
    "Highways Engineer",
    "Head of Communications",
)

SLOTS: Final[dict[str, tuple[str, ...]]] = {
    "post": tuple(f"the {post}" for post in POSTS),
    "member": tuple(f"Councillor {name.split()[-1]}" for name in MEMBERS),
    "topic": (
        "play area repairs",
        "the allotment waiting list",
        "empty homes",
        "the bus shelter contract",
        "flood wardens",
        "library opening hours",
        "the tree strategy",
        "street lighting",
        "the car park tariff",
        "footpath signs",
        "the recycling round",
        "community grants",
        "damp and mould in council homes",
        "the cemetery extension",
    ),
    "place": ("Mill Lane", "the High Street", "Castle Meadow", "the Old Wharf", "Beacon Hill", "Station Road"),
    "body": ("the County Council", "the water company", "the Environment Agency", "the bus operator", "the police"),
    "thing": (
        "a breakdown of the figures by ward",
        "the consultant's report",
        "a map of the affected streets",
        "costed options",
        "a list of the outstanding repairs",
        "the inspection timetable",
        "a short briefing note",
    ),
    "when": (
        "before the next meeting",
        "by the end of March",
        "within two weeks",
        "at the June meeting",
        "in the autumn",
        "by September 2025",
        "in due course",
        "by the end of the month",
    ),
    "count": ("six", "eleven", "nearly forty", "28", "1,250", "about a third of the", "three"),
    "month": ("January", "March", "May", "July", "September", "November"),
}

OPENINGS: Final = (
    "{post} introduced the report on {topic}, which had been circulated with the agenda.",
    "{post} gave a presentation on {topic} and drew attention to the appendix.",
    "Members considered the quarterly report on {topic} from {post}.",
    "{post} reported on progress with {topic} since the meeting in {month}.",
)

TELLING: Final = (
    "The scheme at {place} had been completed in {month}, two weeks later than planned because of the wet weather.",
    "{member} asked why the cost had risen, and {post} explained that the price of materials had gone up in {month}.",
    "It was noted that {count} complaints had been received since {month}, most of them about {place}.",
    "{member} felt that residents near {place} had not been listened to, although there had been a consultation.",
    "The budget for {topic} stood at £48,000, of which £31,500 had been spent by the end of {month}.",
    "{post} said that {body} was responsible for {place} and that the Council had no powers to act there.",
    "There had been {count} inspections during the year and no serious defects were found.",
    "Some members suggested that a new policy might be needed, but others thought that the present one worked well.",
    "{member} thanked the volunteers who had cleared {place} after the storm in {month}.",
    "In answer to a question, {post} confirmed that {body} had been consulted and had raised no objection.",
    "The Panel discussed at some length whether {topic} should be a matter for the Council or for {body}.",
    "The contractor, which took over the work in {month}, would normally visit {place} once a fortnight.",
    "Performance against the four indicators for {topic} was above target, and the trend was upward since {month}.",
    "{member} said that the path through {place} was too narrow for a wheelchair and that the surface was uneven.",
    "The Chair reminded members that questions about individual cases could not be answered in public.",
)

BINDING: Final = (
    "{post} agreed to circulate {thing} to members {when}.",
    "{post} undertook to write to {body} about {place} {when}.",
    "{member} asked that {thing} be brought to the Panel {when}.",
    "It was agreed that officers would meet {body} to discuss {topic} and report back {when}.",
    "The Chair requested {thing} {when}, and {post} said that this would be provided.",
    "{member} offered to visit {place} with {post} and would let members know what they found.",
    "{post} will share {thing} with {body} {when}.",
)

TAGS: Final = (
    "ACTION: {post} to send {thing} to members {when}.",
    "ACTION: {member} to contact {body} about {place}.",
    "Action by: {post}",
)

CLAUSES: Final = (
    "the report on {topic} be noted;",
    "{post} be asked to prepare {thing} {when};",
    "officers explore with {body} how {place} can be made safer;",
    "a further report on {topic} be submitted {when};",
    "the revised charges for {topic} be approved;",
    "the Chair write to {body} to express the Panel's concern;",
)
