"""The words that names are made of, and those that tell a post from a name."""

from __future__ import annotations

import re

from actiontracker.records import Role

_TITLE = (
    r"(?:(?:The )?(?:Right )?(?:Hon(?:ourable)?|Worshipful)\.? )*(?:(?:County|Borough|District|City|Town|Parish|Deputy"
    r"|Lead|Independent|Co-opted|Vice-Chair(?:man)?|Chair(?:man)?|Mayor|Alderman)\s+)*"
    r"(?:Councillors?|Cllrs?\.?|Coun\.?|Alderm[ae]n|Ald\.?|Bailies?|Members?|Messrs)"
)
_COUNCILLOR = re.compile(rf"^{_TITLE}\s*(?:\(?s\)?)?\s*:?\s*(?=[A-Z])")
_SEVERAL = re.compile(r"Councillors|Cllrs|Aldermen|Bailies|Members|Messrs")
_COURTESIES = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:d|erend)?|Canon|Father|Fr|PC|PCSO|Sgt"
    r"|Inspector|Supt|Major|Col|Capt)"
)
_HAS_COURTESY = re.compile(rf"{_COURTESIES}\b")
_COURTESY = rf"(?:{_COURTESIES}\.?\s+(?:and (?:Mr|Mrs|Ms)\.?\s+)?)*"
_WORD = r"(?:(?:O|D|L)[\u2019'])?(?:Ma?c)?[A-Z][a-z\u00e0-\u00ff]+(?:[-\u2019'][A-Za-z\u00e0-\u00ff]+)*"
_NOBLE = r"(?:van|von|de|der|ap|ab|le|la|du)"
_NAME = (
    rf"{_COURTESY}(?:(?:[A-Z]\.?\s?){{1,3}}\s*(?:{_NOBLE}\s+)*{_WORD}(?:\s+{_WORD})?"
    rf"|{_WORD}(?:\s+(?:[A-Z]\.?|{_WORD}|{_NOBLE}))*(?:\s+{_WORD})|[A-Z](?:\.?\s?[A-Z])*\.?\s+[A-Z]{{2,}}(?:-[A-Z]+)?)"
    r"(?:\s+(?:OBE|MBE|CBE|JP|MP|QC|KC|DL|AM|MS|MSP))*"
)
_IS_NAME = re.compile(_NAME)
_IS_SURNAME = re.compile(rf"{_COURTESY}{_WORD}(?:[- ]{_WORD})?|{_COURTESY}[A-Z]{{3,}}")
_INITIALS = r"(?:[A-Z][A-Za-z]{0,2}[A-Z]{1,2}|[A-Z]{2,4})"
_IS_INITIALS = re.compile(_INITIALS)
_POST_AND_INITIALS = re.compile(rf"(?P<post>.+?)\s*\((?P<initials>{_INITIALS})\)")
_NAME_AND_INITIALS = re.compile(
    rf"(?P<name>{_NAME}) (?P<initials>[A-Z]{{2,4}}|[A-Z]{{2}}[a-z])(?: (?P<post>[A-Z][^()]+?))?"
)
_NOT_IN_NAMES = re.compile(
    r"\b(?:administrator|advis[eo]r|assistant|auditor|chair|chairman|chairperson|chief|clerk|consultant|co-opted|deputy"
    r"|director|engineer|executive|head|headteacher|holder|interim|lead|leader|manager|mayor|members?|non-executive"
    r"|observer|officer|partner|press|principal|reporter|representative|residents?|secretary|senior|solicitor|teacher"
    r"|treasurer|vice|association|board|borough|cabinet|children|clinical|committee|community|corporate|council"
    r"|councillors?|county|democratic|development|district|education|finance|financial|governance|group|health|housing"
    r"|legal|limited|llp|ltd|medical|nursing|operations|parish|planning|police|portfolio|public|school|scrutiny|services?"
    r"|social|strategic|support|team|trust|university|business|absence|apologies|hall|items?|meeting|minutes|none|orders"
    r"|policy|regulations|report|road|room|standing|street|training|updated|january|february|march|april|june|july"
    r"|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|at|for|from|no|of|the|to|was|were|with)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:chair\w*|vice[- ]chair\w*|clerk|director|head of|manager|officer|secretary|treasurer|leader|mayor|co-opted"
    r"|convener)\b",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:clerk|officer|director|manager|head of|secretary|solicitor|treasurer|executive|administrator|auditor)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:apologies|members? of (?:the )?(?:public|press)|residents?|parishioners?|electors?|were|was|have|had"
    r"|received)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:from|until|to|for|items?|part|left|arrived|joined|in part|via|online|remote|virtual|minute|at |\d|substitut"
    r"|deputis|on behalf|in place|as )",
    re.IGNORECASE,
)
_LONGEST_NAME, _LONGEST_POST = 60, 90


def without_title(words: str) -> tuple[str, bool, bool]:
    """The words without "Councillor", whether it stood there, and whether in the plural, for several names."""
    title = _COUNCILLOR.match(words)
    if title is None:
        return words, False, False
    return words[title.end() :].strip(), True, _SEVERAL.search(title.group()) is not None


def has_courtesy(words: str) -> bool:
    """Whether the words begin with "Mr", "Dr" and the like."""
    return _HAS_COURTESY.match(words) is not None


def is_name(words: str, *, surname_will_do: bool = False) -> bool:
    """Whether the words are somebody's name and nothing else."""
    if len(words) > _LONGEST_NAME or _NOT_IN_NAMES.search(words):
        return False
    return _IS_NAME.fullmatch(words) is not None or (surname_will_do and _IS_SURNAME.fullmatch(words) is not None)


def is_initials(words: str) -> bool:
    """Whether the words are one person's initials."""
    return _IS_INITIALS.fullmatch(words) is not None


def is_post(words: str) -> bool:
    """Whether the words name a post and not a person, the public, or when somebody came and went."""
    if not words or len(words) > _LONGEST_POST or _NOTE.match(words) or has_courtesy(words) or without_title(words)[1]:
        return False
    if _NOBODY.search(words):
        return False
    return names_post(words) or (words[0].isupper() and _NOT_IN_NAMES.search(words) is not None)


def names_post(words: str) -> bool:
    """Whether a word in the text is one that only posts have: "Head of Parks", "Clerk"."""
    return _POST.search(words) is not None


def role_of(post: str, otherwise: Role) -> Role:
    """The capacity that a post means, or `otherwise` when it could be a member's."""
    return Role.OFFICER if _OFFICER.search(post) else otherwise


def post_and_initials(words: str) -> tuple[str, str | None]:
    """The post and the initials in "Director of Finance (AB)"."""
    match = _POST_AND_INITIALS.fullmatch(words)
    return (match["post"], match["initials"]) if match is not None else (words, None)


def name_and_initials(words: str) -> tuple[str, str | None, str | None]:
    """Name, initials and post in "Dr Ann Ash AA Clinical Chair", where only blanks stand between them."""
    match = _NAME_AND_INITIALS.fullmatch(words)
    if match is None or match["name"].split()[-1][0] not in match["initials"]:
        return words, None, None
    return match["name"], match["initials"], match["post"]


def name_and_post(words: str) -> tuple[str, str | None]:
    """Name and post in "Dr R. Roe Medical Director", where only a blank stands between them."""
    parts = words.split()
    for count in range(2, min(5, len(parts))):
        name, post = " ".join(parts[:count]), " ".join(parts[count:])
        if _NOT_IN_NAMES.match(parts[count]) and is_name(name) and is_post(post):
            return name, post
    return words, None
