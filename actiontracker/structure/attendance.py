"""Who was there and who sent apologies, from the attendance lists alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actiontracker.records import Passage, Person, Role, Section
from actiontracker.structure.pieces import Piece

_HEAD = re.compile(
    r"(?P<absent>apolog\w*(?:\s+for\s+(?:absence|non[- ]attendance))?(?:\s+(?:were\s+)?(?:received|recorded|given|noted|accepted))?(?:\s+from)?|absent|not present)"
    r"|(?P<officer>(?:also )?in attendance|(?:council )?(?:officers?|officials|staff)(?: (?:present|in attendance|attending))?)"
    r"|(?P<other>also (?:present|attending)|observers?|guests?|visitors?|others(?: (?:present|in attendance))?|by invitation|witnesses)"
    r"|(?P<member>(?:those )?(?:present|attending|attendance|attendees)|(?:councillors|members|governors|trustees|board members|committee members|directors|cllrs)"
    r"(?: (?:present|attending|in attendance))?|(?:in the )?chair(?:man|person)?|(?:voting|elected) members)",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[:;]\s*[-–—]?|[-–—](?=\s)|$)\s*")
_TITLE = (
    r"(?:(?:The )?(?:Right )?(?:Hon(?:ourable)?|Worshipful)\.? )*(?:(?:County|Borough|District|City|Town|Parish|Deputy|Lead|Independent|Co-opted|Vice-Chair(?:man)?|Chair(?:man)?|Mayor|Alderman)\s+)*"
    r"(?:Councillors?|Cllrs?\.?|Coun\.?|Alderman|Ald\.?|Members?|Messrs)"
)
_COUNCILLOR = re.compile(rf"^{_TITLE}\s*(?:\(?s\)?)?\s*:?\s*(?=[A-Z])")
_COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:d|erend)?|Canon|Father|PC|PCSO|Sgt|Inspector|Supt|Major|Col|Capt)\.?\s+(?:and (?:Mr|Mrs|Ms)\.?\s+)?)*"
_WORD = r"(?:(?:O|D|L)[’'])?(?:Ma?c)?[A-Z][a-zà-ÿ]+(?:[-’'][A-Za-zà-ÿ]+)*"
_NAME = re.compile(
    rf"{_COURTESY}(?:(?:[A-Z]\.?\s?){{1,3}}\s*(?:(?:van|von|de|der|ap|ab|le|la|du)\s+)*{_WORD}(?:\s+{_WORD})?"
    rf"|{_WORD}(?:\s+(?:[A-Z]\.?|{_WORD}|van|von|de|der|ap|ab))*(?:\s+{_WORD})|[A-Z](?:\.?\s?[A-Z])*\.?\s+[A-Z]{{2,}}(?:-[A-Z]+)?)(?:\s+(?:OBE|MBE|CBE|JP|MP|QC|KC|DL|AM|MS|MSP))*"
)
_SURNAME = re.compile(rf"{_COURTESY}{_WORD}(?:[- ]{_WORD})?|{_COURTESY}[A-Z]{{3,}}")
_ROLE_WORDS = re.compile(
    r"\b(?:director|medical|clinical|nursing|corporate|strategic|operations|non-executive|vice|chairperson|councillors?|borough|district|county|parish|policy|regulations|standing|orders|updated|report|training|financial|head|officer|manager|chief|executive|secretary|clerk|treasurer|solicitor|assistant|lead|adviser|advisor|services?|council|committee|board|chair|chairman"
    r"|auditor|partner|housing|finance|governance|democratic|scrutiny|support|public|health|police|association|trust|team|group|representative|member|members|cabinet|portfolio"
    r"|holder|leader|mayor|business|development|planning|legal|social|education|children|community|interim|deputy|senior|principal|administrator|consultant|engineer|head|teacher"
    r"|headteacher|university|school|limited|ltd|llp|street|hall|room|road|meeting|minutes|none|apologies|absence|january|february|march|april|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|observer|press|reporter|resident|residents|item|items|for|of|the|to|was|were|no|with|from|at)\b",
    re.IGNORECASE,
)
POST = re.compile(
    r"\b(?:chair\w*|vice[- ]chair\w*|clerk|director|head of|manager|officer|secretary|treasurer|leader|mayor|co-opted|convener)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:apologies|members? of (?:the )?(?:public|press)|residents?|parishioners?|electors?)\b|\b(?:were|was|have|had|received)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,2}|[A-Z]{2,4}")
_BETWEEN = re.compile(
    r"[()]|\s*[,;|]\s*|\s+(?:and|&|plus|together with)\s+(?=[A-Z\d]|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several)\b)|\.\s+(?=[A-Z][a-z]+ )"
    r"|\s+[-–—]\s*(?=[A-Z])|(?<=[a-z.)]):?\s+(?=(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Prof)\b\.?\s+[A-Z])|(?<=\))\s*(?=[A-Z][a-z]+ [A-Z][a-z])|(?<=[a-z])\s*:\s+"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Cllrs?|Councillors?|Coun|County|Borough|District|Town|Parish|City|Deputy|Chair|Chairman|Alderman|Vice-Chair|Vice-Chairman|Mr|Mrs|Ms|Dr|BC|CC|DC)\.?$"
)
_NOTE = re.compile(
    r"(?:from|until|to|for|items?|part|left|arrived|joined|in part|via|online|remote|virtual|minute|at |\d|substitut|deputis|on behalf|in place|as )",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the last head of a list said of those named under it."""

    role: Role = Role.MEMBER
    present: bool = True
    post: str | None = None
    plural_title: bool = False


def people_of(pieces: list[Piece], passages: list[Passage]) -> tuple[Person, ...]:
    """Everybody whom the attendance lists name, once each, in order; posts and initials only as written there."""
    people: list[Person] = []
    heading: _Heading | None = None
    for piece, passage in zip(pieces, passages, strict=True):
        if passage.section is not Section.ATTENDANCE:
            heading = None
            continue
        found, heading = _read(passage.text, heading, piece)
        people += found
    return _once(_with_posts_from_cells(pieces, passages, people))


def _read(text: str, heading: _Heading | None, piece: Piece) -> tuple[list[Person], _Heading | None]:
    people: list[Person] = []
    for head, words in _parts(text):
        if head is not None:
            heading = head
        elif heading is None and _COUNCILLOR.match(words):
            heading = _Heading()
        if heading is not None and words:
            people += _people_in(words, heading)
    return people, heading


def _parts(text: str) -> list[tuple[_Heading | None, str]]:
    """The text cut at the heads inside it: "Present: A, B. In attendance: C" has two parts."""
    found: list[tuple[int, int, _Heading]] = []
    for match in _HEAD.finditer(text):
        if match.start() and text[match.start() - 1] not in ".;) " or (match.start() and text[match.start()].islower()):
            continue
        after = _AFTER_HEAD.match(text, match.end())
        ends_in_from = match.group().lower().endswith("from")
        if after is None and not ends_in_from:
            continue
        end = after.end() if after is not None else match.end()
        if match.start() and after is not None and ":" not in after.group():
            continue
        found.append((match.start(), end, _heading(match)))
    parts: list[tuple[_Heading | None, str]] = []
    first = found[0][0] if found else len(text)
    if text[:first].strip():
        parts.append((None, text[:first].strip()))
    for position, (_, end, head) in enumerate(found):
        stop = found[position + 1][0] if position + 1 < len(found) else len(text)
        parts.append((head, text[end:stop].strip()))
    return parts


def _heading(match: re.Match[str]) -> _Heading:
    kind = match.lastgroup
    words = match.group().lower()
    if kind == "absent":
        return _Heading(present=False)
    if kind == "officer":
        return _Heading(Role.OFFICER)
    if kind == "other":
        return _Heading(Role.OTHER)
    chair = re.fullmatch(r"(?:in the )?(chair(?:man|person)?)", words)
    return _Heading(post=match.group() if chair else None)


def _people_in(words: str, heading: _Heading) -> list[Person]:
    """The people named in one part of a list; what follows a name and names nobody is that person's post."""
    people: list[Person] = []
    in_row, post, posts_first = False, None, False
    for entry in _entries(words):
        person, in_row = _person(entry, heading, in_row)
        if person is not None:
            people.append(person if post is None or person.post else _with_post(person, post))
            post = None
        elif (posts_first or not people) and _is_post(entry):
            post, posts_first = entry, True
        elif people and people[-1].post is None and _is_post(entry):
            people[-1] = _with_post(people[-1], entry)
    return people


def _with_post(person: Person, post: str) -> Person:
    return replace(person, post=post, role=_role(post, person.role))


def _entries(words: str) -> list[str]:
    """The words between commas, semicolons, "and" and "&", brackets kept whole."""
    entries: list[str] = []
    depth, start = 0, 0
    for match in _BETWEEN.finditer(words):
        mark = match.group()
        if mark in "()":
            depth += 1 if mark == "(" else -1
        elif depth <= 0 and not _is_inside_name(words, match):
            entries.append(words[start : match.start()])
            start = match.end()
    entries.append(words[start:])
    return [entry.strip(" .,;:-–—*\t") for entry in entries if entry.strip(" .,;:-–—*\t")]


def _is_inside_name(words: str, match: re.Match[str]) -> bool:
    """Whether what looks like a separator belongs to a name: the stop after "Cllr.", the blank in "Cllr Mrs Roe"."""
    if match.group().startswith("."):
        return re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rev|Prof|St|Sgt)$", words[: match.start()]) is not None
    return not match.group().strip() and _TITLE_BEFORE.search(words[: match.start()]) is not None


def _person(entry: str, heading: _Heading, in_row: bool) -> tuple[Person | None, bool]:
    """The person an entry names, and whether bare surnames may follow ("Councillors Smith, Jones and Brown")."""
    words, post, initials = _without_brackets(entry)
    after = re.fullmatch(r"(?P<name>[^()]+)(?:\([^()]*\)\s*)+(?P<post>[A-Z][^()]+)", entry)
    if after is not None and _is_post(after["post"]):
        words, post = after["name"].strip(), post or after["post"].strip()
    words, run_on = _without_post_after(words)
    post = post or run_on
    title = _COUNCILLOR.match(words)
    is_councillor = title is not None
    plural = title is not None and re.search(r"(?:Councillors|Cllrs|Members|Messrs)", title.group()) is not None
    name = words[title.end() :].strip() if title is not None else words
    whole = _NAME.fullmatch(name) or (
        _SURNAME.fullmatch(name) if is_councillor or in_row or _has_courtesy(name) else None
    )
    if whole is None or len(name) > _LONGEST_NAME or _ROLE_WORDS.search(name):
        return None, in_row
    role = Role.MEMBER if is_councillor and heading.role is not Role.OTHER else heading.role
    if post is not None and not is_councillor:
        role = _role(post, role)
    return Person(name, role, post or heading.post, initials, heading.present), in_row or plural


def _without_post_after(words: str) -> tuple[str, str | None]:
    """The name and the post in "Dr R. Roe Medical Director", where nothing stands between them."""
    parts = words.split()
    for count in range(2, min(5, len(parts))):
        name, post = " ".join(parts[:count]), " ".join(parts[count:])
        if (
            _ROLE_WORDS.match(parts[count])
            and _NAME.fullmatch(name)
            and not _ROLE_WORDS.search(name)
            and _is_post(post)
        ):
            return name, post
    return words, None


def _has_courtesy(name: str) -> bool:
    return re.match(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Rev|PC|PCSO|Sgt)\b", name) is not None


def _without_brackets(entry: str) -> tuple[str, str | None, str | None]:
    """The entry without its brackets, and the post and the initials that stood in them."""
    post: str | None = None
    initials: str | None = None
    for inside in re.findall(r"[(\[]([^)\]]*)[)\]]?", entry):
        first, _, after = inside.strip().partition(",")
        words = after.strip() if after and _INITIALS.fullmatch(first) else inside.strip()
        if _INITIALS.fullmatch(first):
            initials = initials or first
        if post is None and words != first and _is_post(words) or (post is None and not initials and _is_post(words)):
            post = words
    return re.sub(r"\s*[(\[][^)\]]*[)\]]?\s*", " ", entry).strip(" .,;:-–—*"), post, initials


def _is_post(entry: str) -> bool:
    if not entry or len(entry) > 90 or _NOTE.match(entry) or _has_courtesy(entry) or _COUNCILLOR.match(entry):
        return False
    if _PUBLIC.search(entry):
        return False
    return POST.search(entry) is not None or (entry[0].isupper() and _ROLE_WORDS.search(entry) is not None)


def _role(post: str, otherwise: Role) -> Role:
    if re.search(
        r"\b(?:clerk|officer|director|manager|head of|secretary|solicitor|treasurer|executive|administrator|auditor)\b",
        post,
        re.IGNORECASE,
    ):
        return Role.OFFICER
    return otherwise


def _with_posts_from_cells(pieces: list[Piece], passages: list[Passage], people: list[Person]) -> list[Person]:
    """The people with their posts from a table of names and posts."""
    posts: dict[str, str] = {}
    for index, (piece, passage) in enumerate(zip(pieces, passages, strict=True)):
        if piece.cell is None or passage.section is not Section.ATTENDANCE or index + 1 >= len(pieces):
            continue
        beside = pieces[index + 1]
        if (
            beside.cell is not None
            and beside.cell.row == piece.cell.row
            and beside.cell.table == piece.cell.table
            and _is_post(beside.text)
        ):
            name = _without_brackets(piece.text)[0]
            title = _COUNCILLOR.match(name)
            posts[name[title.end() :] if title is not None else name] = beside.text
    return [
        replace(person, post=posts[person.name], role=_role(posts[person.name], person.role))
        if person.post is None and person.name in posts
        else person
        for person in people
    ]


def _once(people: list[Person]) -> tuple[Person, ...]:
    """Each name once; the first mention counts, posts and initials are added from later ones."""
    known: dict[str, Person] = {}
    for person in people:
        before = known.get(person.name)
        if before is None:
            known[person.name] = person
        else:
            known[person.name] = replace(
                before, post=before.post or person.post, initials=before.initials or person.initials
            )
    return tuple(known.values())
