"""Which lines read as titles, and where a title ends that has its text on the same line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actiontracker.structure.doers import doer_end

if TYPE_CHECKING:
    from actiontracker.structure.pieces import Piece

_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|will|would|should|could|did|does|reported|agreed|advised|asked|said"
    r"|stated|confirmed"
    r"|explained|informed|proposed|seconded|considered|welcomed|thanked|requested|suggested|commented|presented"
    r"|introduced"
    r"|received the|gave|raised|attended|expressed|queried|enquired|noted that|resolved|apologised|opened|closed at"
    r"|declared|needs? (?:to|[a-z]+ing)|be|become|remains?|carried out)\b"
)
_ICON = re.compile(r"\s*(?:(?:pdf|word|html|excel) icon )?(?:PDF|DOCX?|XLSX?|HTML) ?[\d.]+ ?[KMG]B\s*", re.IGNORECASE)
_SIZE = re.compile(r"\d ?[KMG]B\b", re.IGNORECASE)
_LONGEST_WITH_ICON = 400
_NAME = re.compile(
    r"(?:(?:County |Borough |District |Parish |Town |Vice[- ]Chair,? |Chair,? )?(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms"
    r"|Miss|Dr|Sir|Prof(?:essor)?|Rev"
    r"|Baroness|Lord|PC|PCSO|Sgt|Alderman|Ald)\b|[A-Z](?:\. ?|\s)[A-Z]?\.? ?[A-Z][a-z]+)"
)
_MONEY = re.compile(r"[£€$]\s?\d|\d{2,}\s*%|\b\d{1,2}[:.]\d\d\s*(?:am|pm)|@|https?:|www\.")
_INLINE_END = re.compile(r"\s*(?::\s*[-\u2013—]?|(?<![ .][A-Z])\.(?=\s)|\s[-\u2013—](?=\s)|;)\s*")
_CAPITALS = re.compile(
    r"[A-Z][A-Z &/'\u2019(),-]{4,110}(?<= )[A-Z\u2019']{2,}\)?(?= (?:[A-Z] )?[A-Z]?[a-z]+(?:[ .,]|$))"
)
_STARTS = re.compile(
    r" (?=(?:To (?:receive|consider|note|approve|agree|confirm|review|discuss|report)\b|The|There|It|Cllrs?\.?"
    r"|Councillors?|This|These|An|No|None|Mr|Mrs|Ms|Members|Apologies|In|All|On|Following) ?[a-zA-Z]"
    r"|[A-Z]{2,3} [a-z]{4,}ed\b)"
)
_SMALL = re.compile(
    r"(?:a|an|and|as|at|between|by|for|from|in|into|of|off|on|or|over|per|re|regarding|since|than|the|to|under|up|v|via|vs"
    r"|with|within|&)",
    re.IGNORECASE,
)
_BARE_PURPOSE = re.compile(r"To [A-Za-z]+(?: (?:and|or|/) [A-Za-z]+)?", re.IGNORECASE)
"""Words that only say what is to be done with the title after them: "To Approve: Payments"."""
_NO_TITLE = re.compile(
    r"^(?:Proposed|Proposer|Seconded|For|Against|Signed|Date|Abstained|Votes?|Total|Tel|Page)\b|\d[.,]\d\d\b"
    r"|(?:\b\d+\s+){2}|_{3}|\.{3}|…{2}"
    r"|\b(?:ARE|WILL|WAS|WERE|HAVE)\b"
)
"""Votes, signatures, sums and notices that stand in capitals or by themselves."""
_OUTCOME = re.compile(r"\b(?:noted|agreed|approved|adopted|deferred|received|completed?|none)$", re.IGNORECASE)
_LONGEST_WITH_STOP = 6
"""A line with a full stop and more words than this is a statement, not a title."""
_LONGEST_TITLE = 130


def without_icon(text: str) -> str:
    """The title without the file's kind and size that a page prints after it ("pdf icon PDF 97 KB")."""
    return _ICON.sub(" ", text).strip()


def icon_at(text: str) -> int | None:
    """Where the file's kind and size begin in a title line, or None; such a line surely is a title."""
    if len(text) > _LONGEST_WITH_ICON or not _SIZE.search(text):
        return None
    match = _ICON.search(text)
    return None if match is None else match.start()


def is_title(text: str) -> bool:
    """Whether the words could be a numbered item's title: short, no statement, no name with what it did."""
    bare = text.rstrip(" .:;-\u2013—")
    if not 2 < len(bare) <= _LONGEST_TITLE or (
        not bare[0].isupper() and not bare[0].isdigit() and bare[0] not in "\u2018'\"“("
    ):
        return False
    if not any(char.isalpha() for char in bare) or text.endswith((";", ",", "?")):
        return False
    if text.endswith(".") and (len(bare.split()) > _LONGEST_WITH_STOP or ". " in bare or _OUTCOME.search(bare)):
        return False
    return not (is_statement(bare) or _MONEY.search(bare))


def is_statement(text: str) -> bool:
    """Whether the words say that something was done or is to be done: a finite verb, or "Clerk to write"."""
    return _VERB.search(text) is not None or doer_end(text, firm=True) is not None


def is_clear_title(text: str) -> bool:
    """Whether the words read as a title without any number: capitals throughout, or Each Main Word with one."""
    if not is_title(text) or text.endswith(".") or _NAME.match(text) or len(text) > 100 or _NO_TITLE.search(text):
        return False
    words = [word.strip("\u2018\u2019'\"“”()&,/:-\u2013—.") for word in text.split()]
    words = [word for word in words if word]
    if text.isupper():
        return len(words) <= 14 and len(text) >= 4
    if len(words) > 10 or text.count(",") > 2:
        return False
    main = [word for word in words if not (_SMALL.fullmatch(word) or word[0].isdigit())]
    return bool(main) and sum(word[0].isupper() for word in main) >= 0.8 * len(main)


def inline_title_end(piece: Piece) -> tuple[int, int] | None:
    """Where a title ends and its text begins on the same line ("Highways. The Clerk reported ..."), or None."""
    for match in _INLINE_END.finditer(piece.text, 2, _LONGEST_TITLE):
        after = piece.text[match.end() : match.end() + 1]
        if after and (after.isupper() or after.isdigit() or after in "\u2018'\"“(£" or ":" in match.group()):
            words = piece.text[: match.start()]
            if _BARE_PURPOSE.fullmatch(words):
                continue
            if is_title(words) and len(words.split()) <= 14:
                return match.start(), match.end()
            break
    return _wide_gap(piece)


def capitals_end(text: str) -> tuple[int, int] | None:
    """Where a title in capitals ends that text in small letters follows ("APOLOGIES Cllr Roe was ill"), or None."""
    match = _CAPITALS.match(text)
    return (match.end(), match.end() + 1) if match is not None and is_title(match.group()) else None


def run_on_title_end(text: str) -> tuple[int, int] | None:
    """Where a numbered title ends that a sentence follows with nothing between ("Welcome There were ..."), or None."""
    for match in _STARTS.finditer(text, 3, _LONGEST_TITLE):
        words = text[: match.start()]
        last = words.rsplit(None, 1)[-1].strip("\u2018\u2019()")
        if is_title(words) and not _SMALL.fullmatch(last) and len(words.split()) <= 14:
            return match.start(), match.end()
    return None


def _wide_gap(piece: Piece) -> tuple[int, int] | None:
    """The place of several blanks in the source after words that read as a title."""
    for index in range(2, min(len(piece.text) - 1, _LONGEST_TITLE)):
        if piece.text[index] == " " and piece.wide_gap_before(index + 1) >= 3 and is_title(piece.text[:index]):
            return index, index + 1
    return None
