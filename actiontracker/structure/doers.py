"""Whether words name who is to act, as they stand in a tag or a table cell: a post, a name, initials, "ALL"."""

from __future__ import annotations

import re

_POSTS = frozenset(
    """all clerk chair chairman chairwoman chairperson vice-chair vice treasurer secretary officer officers member members councillor councillors
    cllr cllrs committee council board panel group team working party parish town director directors head manager staff governors trustees
    everyone everybody both executive trust police highways caretaker warden contractor deputy assistant lead scrutiny democratic services support
    administrator admin governance rfo locum handyman groundsman tbc tba chief""".split()
)
_SMALL = frozenset("of the and & for with to in on / - – — , . + or by & via on behalf from".split())
_WORD = re.compile(r"[^\s/,;&+()]+|[/,;&+()]")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Za-z]?\.?[A-Z]){1,3}\.?s?")
_NAMED = re.compile(r"[A-Z][\w'’.-]*")
_COURTESIES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Rev Revd PC PCSO Sgt Cllr Councillor".split()
)
_TO_DO = re.compile(r"\s(?:to(?! be\b)|will|shall|should|would)\s")
_TO_DO_OR_MARK = re.compile(rf"{_TO_DO.pattern}|\s[-–—:]\s|:\s")
_LONGEST_DOER = 90
_LONGEST = 14
_NOT_A_DOER = re.compile(
    r"(?:none|nil|n/?a|noted?|no action|agreed|resolved|approved|to note|complete[d]?|ongoing|closed|open|done|yes|no|tbc|info(?:rmation)?|action)\.?",
    re.IGNORECASE,
)
_VERBS = frozenset(
    """Write Send Circulate Contact Arrange Provide Check Review Update Add Chase Report Ask Obtain Prepare Produce Share Bring Invite Include
    Look Get Find Follow Consider Draft Discuss Confirm Note Forward Submit Investigate Amend Order Put Make Email Remind Publish Speak Inform
    Liaise Organise Raise Purchase Request Install Repair Remove Set Complete Create Establish Explore Ensure Feedback Meet Agree Pay Cut
    Distribute Issue Schedule Monitor Place Seek Advise Apply Attend Clarify Resolve Ring Phone Call Book Approve Replace Thank Pass""".split()
)


_THINGS = frozenset(
    """Copy Copies Letter Letters Report Reports Poster Posters Details Figures Minutes Notice Notices Sign Signs Hedge Information Invoice Item
    Items Agenda Meeting Costs Cost Quote Quotes Quotation Quotations List Plan Plans Policy Policies Data Paper Papers Draft Feedback Options
    Document Documents Key Village New Further More Additional Training Road Footpath Bench Bin Bins Light Lights Payment Payments Grant Funding
    Website Display Dates Date Presentation Risk Budget Bid Results Next Outcome Response Responses Recommendations""".split()
)
"""What is made, sent or paid: a tag that begins with it says what is to be done, not who is to do it."""


def is_doer(text: str) -> bool:
    """Whether every word of `text` belongs to a name, a post, initials or a joining word, and one of them names somebody."""
    words = _WORD.findall(text.strip(" .:;–—-"))
    if not words or len(words) > _LONGEST or _NOT_A_DOER.fullmatch(text.strip()) or words[0] in _VERBS | _THINGS:
        return False
    named = False
    for word in words:
        bare = word.strip(".,'’")
        if bare.lower() in _POSTS or _NAMED.fullmatch(bare) or _INITIALS.fullmatch(word):
            named = True
        elif bare.lower() not in _SMALL and word not in "/,;&+()" and bare != "s":
            return False
    return named


def is_initials(text: str) -> bool:
    """Whether `text` is nothing but initials, one or several: "AB", "AB/CD", "A.B. & CD"."""
    parts = [part for part in re.split(r"[\s/,&+]+|\band\b", text.strip()) if part]
    return bool(parts) and len(parts) <= 4 and all(_INITIALS.fullmatch(part) and len(part) <= 6 for part in parts)


def initials_like(name: str) -> set[str]:
    """The initials somebody of this name would be noted by: "Mrs Jane A. Roe" gives JR and JAR. For comparing only."""
    words = [word for word in re.findall(r"[A-Z][\w'’-]*", name) if word.rstrip(".") not in _COURTESIES]
    letters = "".join(word[0] for word in words)
    double = "".join(part[:1] for word in words for part in word.split("-"))
    return {letters, letters[:1] + letters[-1:], double} if len(letters) >= 2 else set()


def doer_end(text: str, *, firm: bool = False) -> int | None:
    """Where the doer ends in "Clerk to write to Highways" or "Clerk: write to Highways", or None; `firm` asks for a verb."""
    for match in (_TO_DO if firm else _TO_DO_OR_MARK).finditer(text, 0, _LONGEST_DOER):
        if is_doer(text[: match.start()]):
            return match.start()
    return None
