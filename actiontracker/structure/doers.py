"""Whether words name who is to act, as they stand in a tag or a table cell: a post, a name, initials, "ALL"."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_POSTS = _words(
    "all both everybody everyone administrator admin assistant board both cabinet caretaker chair chairman chairperson "
    "chairwoman chief clerk cllr cllrs committee contractor council councillor councillors democratic deputy director "
    "directors executive governance governors groundsman handyman head highways lead locum manager member members "
    "officer officers panel parish party police rfo scrutiny secretary services staff support tba tbc team town "
    "treasurer trust trustees vice vice-chair warden working group"
)
_SMALL = _words("of the and & for with to in on by via behalf from or + / , . - \u2013 \u2014")
_WORD = re.compile(r"[^\s/,;&+()]+|[/,;&+()]")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Za-z]?\.?[A-Z]){1,3}\.?s?")
_NAMED = re.compile(r"[A-Z][\w'\u2019.-]*")
_COURTESIES = _words(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Rev Revd PC PCSO Sgt Cllr Councillor"
)
_TO_DO = re.compile(r"\s(?:to(?! be\b)|will|shall|should|would)\s")
_TO_DO_OR_MARK = re.compile(rf"{_TO_DO.pattern}|\s[-\u2013—:]\s|:\s")
_LONGEST_DOER = 90
_LONGEST = 14
_NOT_A_DOER = re.compile(
    r"(?:none|nil|n/?a|noted?|no action|agreed|resolved|approved|to note|complete[d]?|ongoing|closed|open|done|yes|no"
    r"|tbc|info(?:rmation)?|action)\.?",
    re.IGNORECASE,
)
_VERBS = _words(
    "Add Advise Agree Amend Apply Approve Arrange Ask Attend Book Bring Call Chase Check Circulate Clarify Complete "
    "Confirm Consider Contact Create Cut Discuss Distribute Draft Email Ensure Establish Explore Feedback Find Follow "
    "Forward Get Include Inform Install Investigate Invite Issue Liaise Look Make Meet Monitor Note Obtain Order "
    "Organise Pass Pay Phone Place Prepare Produce Provide Publish Purchase Put Raise Remind Remove Repair Replace "
    "Report Request Resolve Review Ring Schedule Seek Send Set Share Speak Submit Thank Update Write"
)
_THINGS = _words(
    "Additional Agenda Bench Bid Bin Bins Budget Copies Copy Cost Costs Data Date Dates Details Display Document "
    "Documents Draft Feedback Figures Footpath Funding Further Grant Hedge Information Invoice Item Items Key Letter "
    "Letters Light Lights List Meeting Minutes More New Next Notice Notices Options Outcome Paper Papers Payment "
    "Payments Plan Plans Policies Policy Poster Posters Presentation Quotation Quotations Quote Quotes "
    "Recommendations Report Reports Response Responses Results Risk Road Sign Signs Training Village Website"
)
"""What is made, sent or paid: a tag that begins with it says what is to be done, not who is to do it."""


def is_doer(text: str) -> bool:
    """Whether `text` holds names, posts, initials and joining words only, and at least one that names somebody."""
    words = _WORD.findall(text.strip(" .:;\u2013—-"))
    if not words or len(words) > _LONGEST or _NOT_A_DOER.fullmatch(text.strip()) or words[0] in _VERBS | _THINGS:
        return False
    named = False
    for word in words:
        bare = word.strip(".,'\u2019")
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
    words = [word for word in re.findall(r"[A-Z][\w'\u2019-]*", name) if word.rstrip(".") not in _COURTESIES]
    letters = "".join(word[0] for word in words)
    double = "".join(part[:1] for word in words for part in word.split("-"))
    return {letters, letters[:1] + letters[-1:], double} if len(letters) >= 2 else set()


def doer_end(text: str, *, firm: bool = False) -> int | None:
    """Where the doer ends in "Clerk to write" or, unless `firm`, in "Clerk: write to Highways"; None without a doer."""
    for match in (_TO_DO if firm else _TO_DO_OR_MARK).finditer(text, 0, _LONGEST_DOER):
        if is_doer(text[: match.start()]):
            return match.start()
    return None
