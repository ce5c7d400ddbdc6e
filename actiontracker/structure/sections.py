"""Which part of the document each piece belongs to, and to which item."""

from __future__ import annotations

import re

from actiontracker.records import LineKind, Section
from actiontracker.structure.columns import log_pieces
from actiontracker.structure.days import days_in
from actiontracker.structure.items import PAGE_HEAD, Head
from actiontracker.structure.labels import attendance_start, is_field, label_of, opens_resolution
from actiontracker.structure.pieces import Part, Piece
from actiontracker.structure.titles import icon_at, is_statement

_PURPOSE = re.compile(
    r"[\[(]?(?:To (?:receive|consider|note|approve|agree|confirm|review|discuss|scrutinise|elect|appoint|determine"
    r"|sign|adopt|ratify"
    r"|resolve|comment|provide|inform|update|present|report|declare|accept|hear|examine|look at|enable|allow|invite"
    r"|seek|advise|set"
    r"|make|identify|monitor|endorse|support|decide|deal|take|authorise|answer|ask|record|introduce|welcome|outline"
    r"|propose)\b"
    r"|Report (?:of|by|from|to follow|attached)\b|(?:The )?(?:attached |enclosed )?report (?:of|by) the\b"
    r"|Joint report\b|Contact(?: officer)?s?:"
    r"|Report author:|Lead officer:|Wards? affected:|Copy (?:attached|enclosed)|\(?Pages? \d|Appendix\b.{0,60}$"
    r"|Verbal (?:report|update)"
    r"|Cabinet Member:|Portfolio Holder:|Presented by:"
    r")",
    re.IGNORECASE,
)
_IS_TO_SUBMIT = re.compile(
    r"(?:The )?(?:[A-Z][\w&'’/-]*,? (?:(?:and|for|of|the|to|&) )*){1,14}to (?:submit|present|introduce) "
    r"(?:(?:a|an|the|his|her|their) )?(?:[a-z]+ ){0,3}(?:report|update|presentation|briefing|paper)\b"
)
"""The agenda's line on who brings a report: "The Head of Parks to submit a report on ..."."""
_INTRODUCES = re.compile(
    r"(?:This|The|The attached) (?:item|report|paper|presentation) (?:provides|sets out|outlines|asks|seeks|updates"
    r"|presents|summarises|informs|contains|details"
    r"|describes|invites|explains|is attached)\b"
)
_TOLD = re.compile(
    r"\b(?:advised|reported|agreed|confirmed|explained|asked|stated|noted|commented|queried|welcomed|thanked"
    r"|proposed by|seconded|resolved"
    r"|informed|highlighted|suggested|responded|was|were|had|no (?:apologies|declarations|questions))\b",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"\b(?:would|will|to be|agreed|asked|requested|resolved|action|to (?:write|send|contact|chase|ask))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
_BE_NOTED = re.compile(
    r"(?<!\bto )(?<!will )(?<!would )(?<!should )(?<!could )(?<!can )(?<!must )(?<!may )(?<!might )(?<!shall )(?<!not )"
    r"\bbe (?:noted|approved|agreed|received|endorsed|appointed|adopted|accepted|authorised|requested|invited"
    r"|delegated|granted|deferred|supported)\b"
)
"""The subjunctive of a resolution: no auxiliary stands before "be"."""
_NAKED_THAT = re.compile(
    r"That (?!is\b|was\b|has\b|had\b|would\b|will\b|could\b|said\b|meant\b|day\b|evening\b|way\b|being\b|could\b|may\b)"
)
_OLD_INLINE = re.compile(
    r"(?:Outstanding |Previous )?(?:Actions?|Action points?)(?: arising)? (?:from|of) (?:the )?(?:last"
    r"|previous) (?:meeting|minutes)[^:.]{0,40}:"
)
_ATTENDS = re.compile(
    r"\b(?:apolog(?:y|ies)|in attendance|present|attend(?:ed|ing|ance)|absent|substitut|arrived|left the meeting"
    r"|joined the meeting"
    r"|members? of the public)\b",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r".{0,100}?\b(?:minutes?|notes?) of\b.{0,120}?\b(?:meeting|held)\b(?!.*\b(?:were|was|be)\b)", re.IGNORECASE
)
_NOTICE = re.compile(
    r"\b(?:webcast|broadcast|live[- ]?stream|filmed|filming|recording of|venue|contact(?=\s*:)|view directions"
    r"|telephone|e-?mail|fire alarm|mobile phones?|www\.|https?:)",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r"(?:held|on|at)\b.{0,90}$", re.IGNORECASE)
_DOCUMENT = re.compile(r"(?:\.|item \d+\S*|\d ?[KM]B|pdf icon.*|\(\d+[-/]\w+\)|docx?|pdf)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”\u2019)]*$")
_SHORTEST_PROSE = 60
_APOLOGIES = re.compile(
    r"(?:\d+\S*\s+)?(?:to (?:receive|note|consider|record) )?(?:(?:any )?apolog(?:y|ies)|present\b|attendance"
    r"|in attendance|those (?:present|attending)"
    r"|councillors present|members present|chair(?:man)?'?s? welcome and apologies|welcome and apologies)",
    re.IGNORECASE,
)


def assign_sections(
    pieces: list[Piece], heads: list[Head], leads: list[int | None]
) -> list[tuple[Section, int | None]]:
    """The section and the item's index (None before the first) of every piece."""
    walk = _Walk(pieces, heads)
    placed: list[tuple[Section, int | None]] = []
    for index, piece in enumerate(pieces):
        section = walk.section_of(index, piece)
        lead = leads[index]
        if section in {Section.MINUTES, Section.FRONT, Section.PURPOSE}:
            hangs = lead is not None and placed[lead][0] is Section.RESOLUTION
            if hangs or opens_resolution(piece.text) or _NAKED_THAT.match(piece.text):
                section = walk.resolved()
        placed.append((section, walk.item))
    return _with_bare_resolutions(pieces, leads, placed)


def _with_bare_resolutions(
    pieces: list[Piece], leads: list[int | None], placed: list[tuple[Section, int | None]]
) -> list[tuple[Section, int | None]]:
    """The places, a list of clauses that lost its "RESOLVED" known by its wording ("(a) the report be noted")."""
    done = list(placed)
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and _is_bare_clause(pieces[end], leads[end], placed[end][0]):
            end += 1
        if end - start >= 2 and any(_BE_NOTED.search(piece.text) for piece in pieces[start:end]):
            done[start:end] = [(Section.RESOLUTION, item) for _, item in placed[start:end]]
        start = max(end, start + 1)
    return done


def _is_bare_clause(piece: Piece, lead: int | None, section: Section) -> bool:
    bracketed = piece.marker is not None and _CLAUSE.fullmatch(piece.marker) is not None
    return bracketed and lead is None and section is Section.MINUTES and piece.part is Part.PROSE


class _Walk:
    """The section that is open while going through the pieces."""

    def __init__(self, pieces: list[Piece], heads: list[Head]) -> None:
        self.pieces = pieces
        self.heads = {head.index: number for number, head in enumerate(heads)}
        self.labelled = _labelled(pieces, self.heads)
        self.item: int | None = None
        self.open = Section.FRONT
        self.fresh = True
        self.apologies = False
        self.logs = log_pieces(pieces)

    def section_of(self, index: int, piece: Piece) -> Section:
        if index in self.heads:
            self.item = self.heads[index]
            return self._begin_item(piece)
        if index in self.logs:
            return Section.OLD_ACTIONS
        if piece.part is Part.LABEL:
            return self._label(piece)
        if piece.part is Part.TITLE:
            return self._title(index, piece)
        return self._prose(index, piece)

    def resolved(self) -> Section:
        """After a resolution nothing of the agenda's own words is to come."""
        self.fresh = False
        if self.open in {Section.FRONT, Section.PURPOSE}:
            self.open = Section.MINUTES
        return Section.RESOLUTION

    def _begin_item(self, piece: Piece) -> Section:
        label = label_of(piece.text) if piece.part is Part.TITLE else None
        self.fresh, self.open = True, Section.MINUTES
        self.apologies = _APOLOGIES.match(piece.text) is not None or "apologies" in piece.text[:80].lower()
        if label is not None and label.section in {Section.OLD_ACTIONS, Section.ATTENDANCE}:
            self.open, self.fresh = label.section, False
        elif piece.part is Part.TITLE and self.apologies:
            self.open = Section.ATTENDANCE
        return self.open

    def _label(self, piece: Piece) -> Section:
        label = label_of(piece.text)
        if label is None or (PAGE_HEAD.fullmatch(piece.text) and self.item is None and self.open is Section.FRONT):
            return self.open
        if piece.cell is not None and label.section not in {Section.ATTENDANCE, Section.RESOLUTION}:
            return self.open
        self.fresh = False
        if label.section is Section.RESOLUTION:
            return Section.DECISION if self.open is Section.DECISION else self.resolved()
        self.open = label.section
        return self.open

    def _title(self, index: int, piece: Piece) -> Section:
        """A topic within an item ends lists of people and documents."""
        label = label_of(piece.text)
        if label is not None:
            return self._label(piece)
        if self.fresh and (index in self.labelled or _is_purpose(piece.text)):
            return Section.PURPOSE
        if self.open in {Section.DOCUMENTS, Section.ATTENDANCE}:
            self.open = Section.MINUTES
        self.fresh = False
        return self.open

    def _prose(self, index: int, piece: Piece) -> Section:
        aside = self._aside(piece)
        if aside is not None:
            return aside
        if self.open is Section.DOCUMENTS:
            return self._after_documents(piece)
        if attendance_start(piece.text) is not None and len(piece.text) > 12 and self._may_attend(piece):
            self.open = Section.ATTENDANCE
            return self.open
        if self.open is Section.ATTENDANCE:
            return self._after_names(piece)
        if self.fresh and self._is_agenda_words(index, piece):
            return Section.PURPOSE
        self.fresh = False
        if self.open is Section.PURPOSE:
            return self._after_purpose(piece)
        if self.open is Section.FRONT and not _is_front(piece):
            return Section.MINUTES
        return self.open

    def _aside(self, piece: Piece) -> Section | None:
        """The section of a line that says for itself what it is, wherever it stands, or None."""
        if icon_at(piece.text) == 0:
            return Section.DOCUMENTS
        if is_field(piece.text):
            return Section.PURPOSE if self.fresh else Section.FRONT
        if _OLD_INLINE.match(piece.text):
            return Section.OLD_ACTIONS
        if self.apologies and _is_about_attendance(piece.text):
            return Section.ATTENDANCE
        return None

    def _may_attend(self, piece: Piece) -> bool:
        return self.open in {Section.FRONT, Section.ATTENDANCE} or piece.text.lower().startswith(
            ("present", "in attendance", "apologies", "also present", "also in attendance", "those")
        )

    def _is_agenda_words(self, index: int, piece: Piece) -> bool:
        if _TOLD.search(piece.text) and not _INTRODUCES.match(piece.text):
            return False
        return index in self.labelled or (_is_purpose(piece.text) and len(piece.text) < 900)

    def _after_documents(self, piece: Piece) -> Section:
        if icon_at(piece.text) is None and _is_prose(piece) and not re.search(r"item \w+\.?$", piece.text):
            self.open = Section.MINUTES
        return self.open

    def _after_names(self, piece: Piece) -> Section:
        """Statements that are not about who attended end the list of names."""
        says = _is_prose(piece) or is_statement(piece.text)
        if says and not _is_about_attendance(piece.text) and piece.cell is None:
            self.open = Section.MINUTES
        return self.open

    def _after_purpose(self, piece: Piece) -> Section:
        if _is_prose(piece) and not _is_purpose(piece.text):
            self.open = Section.MINUTES
        return self.open


def _labelled(pieces: list[Piece], heads: dict[int, int]) -> set[int]:
    """The pieces between an item's title and its "Minutes:" or "Decision:": the agenda's own words."""
    found: set[int] = set()
    since: list[int] | None = None
    for index, piece in enumerate(pieces):
        if index in heads:
            since = []
        elif since is not None and piece.part is Part.LABEL and piece.cell is None:
            label = label_of(piece.text)
            if label is not None and label.section in {Section.MINUTES, Section.DECISION}:
                found.update(since)
            since = since if label is not None and label.section is Section.DOCUMENTS else None
        elif since is not None:
            since.append(index)
    return found


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) >= _SHORTEST_PROSE and _SENTENCE_END.search(piece.text) is not None


def _is_about_attendance(text: str) -> bool:
    return len(text) < 400 and _ATTENDS.search(text) is not None and _UNDERTAKES.search(text) is None


def _is_purpose(text: str) -> bool:
    agenda_line = _PURPOSE.match(text) or _INTRODUCES.match(text) or _IS_TO_SUBMIT.match(text)
    return agenda_line is not None and " to be " not in text


def _is_front(piece: Piece) -> bool:
    """Whether a piece before the first item is part of the title block: short, or a notice to the public."""
    if piece.kind is LineKind.HEADING or (
        piece.marker is None and len(piece.text) < 400 and _NOTICE.search(piece.text) and not _TOLD.search(piece.text)
    ):
        return True
    if len(piece.text) < 300 and _OF_MEETING.match(piece.text) and not _TOLD.search(piece.text):
        return True
    if _PLACE_AND_DAY.match(piece.text) and days_in(piece.text):
        return True
    return not _is_prose(piece) and piece.marker is None and len(piece.text) < 200 and not is_statement(piece.text)
