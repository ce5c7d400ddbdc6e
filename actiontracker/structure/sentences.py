"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re

_END = re.compile(
    r"[.!?…]+[\"'”\u2019)\]]*"
    r"(?:(?P<blank> +)(?=[\"'“\u2018(\[]*[A-Z0-9£])|(?=[A-Z][a-z]+(?:[ ,\u2019']|$)|[A-Z] [a-z]))"
)
_NO_END_BEFORE = re.compile(
    r"(?:\b(?:Cllrs?|Clls?|Coun|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Revd|Sgt|Insp|Supt|Det|Capt|Col|Lt|Maj|Gen|Hon|Sir|St|Ald"
    r"|Mdm|Messrs"
    r"|No|Nos|para|paras|pp|cf|vs|viz|approx|ref|refs|Ref|tel|Tel|ext|Ext|incl|excl|Fig|fig|Inc|Ltd|Co|Dept|Govt"
    r"|e\.g|i\.e|eg|ie|etc|al|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rd|Ave|Vol|Min|min|Art|art|Sec|sec|Reg|reg)"
    r"|(?:^|[^A-Za-z0-9])[A-Z](?:\.[A-Z])*)$"
)
_MAY_END = re.compile(r"\b(?:etc|Ltd|Inc|Co|al|Dept|Govt|Rd|Ave|No|min)$")
_LABEL_BEFORE = re.compile(r"(?:^|[.!?] |\n)\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})$")
_TIME_BEFORE = re.compile(r"\b[ap]\.m$")
_NEW_SENTENCE = re.compile(
    r"[\"'“\u2018(]*(?:The|It|In|This|That|A|An|There|He|She|They|Members|Officers|Councillors?|Cllr|Mr|Mrs|Ms|Dr"
    r"|RESOLVED|AGREED|ACTION|On|At"
    r"|As|For|Following|After|If|When|Action|Resolved|Agreed|All|Clerk|Chair|We|No|Apologies|Meeting)\b"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence of a smoothed text, in order, without blanks between them.

    A sentence ends at a full stop, question or exclamation mark before a blank and a capital, or before a capitalised
    word with the blank lost ("done.The Clerk"); not after a title, an initial, a label or a usual abbreviation.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end() if match["blank"] is None else match.start("blank")
        if not _is_end(text, start, match.start(), match.end()):
            continue
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _is_end(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the punctuation at `stop` ends the sentence that began at `start`; the next word begins at `after`."""
    if text[stop] != ".":
        return True
    before = text[max(start, stop - 24) : stop]
    if _TIME_BEFORE.search(before) or _MAY_END.search(before):
        return _NEW_SENTENCE.match(text, after) is not None
    if stop - start <= 8 and _LABEL_BEFORE.search(text[start:stop]):
        return False
    return _NO_END_BEFORE.search(before) is None
