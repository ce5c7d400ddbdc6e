"""Where agenda items begin, and which lines are titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actiontracker.records import LineKind, Section
from actiontracker.structure.columns import tag_cells
from actiontracker.structure.labels import attendance_start, is_field, label_of, opens_resolution
from actiontracker.structure.numbering import ITEM_WORD, Numbered, dotted_under, item_series
from actiontracker.structure.person_words import names_post
from actiontracker.structure.pieces import Part, Piece
from actiontracker.structure.titles import (
    capitals_end,
    icon_at,
    inline_title_end,
    is_clear_title,
    is_statement,
    is_title,
    run_on_title_end,
    without_icon,
)

PAGE_HEAD = re.compile(
    r"(?:agenda item|issue(?: -)? (?:meetings|decisions)|issue details|agenda and (?:draft )?minutes|agenda"
    r"|decision details"
    r"|(?:draft |printed )?minutes|meeting details|skip to (?:main )?content|no\.?\s*\|?\s*item|item|no\.?|home)",
    re.IGNORECASE,
)
_FRONT_WORDS = re.compile(
    r"\b(?:councils?|committee|minutes|minute|meetings?|board|panel|cabinet|forum|authority|trust|held|draft|venue"
    r"|chamber|hall"
    r"|agenda|notes|present|unconfirmed|parish|assembly|commission|partnership|20\d\d|[ap]m)\b",
    re.IGNORECASE,
)
_MEETING_LINE = re.compile(r"Meeting:\s*\d{1,2}/\d{1,2}/\d{4}\b.*?(?:\(Item (?P<number>[\w./-]+)\))?\s*$")
_SINGLE = re.compile(r"agenda item|issue(?: -)? (?:meetings|decisions)|issue details|decision details", re.IGNORECASE)
_LAST_TITLE_LINE, _SHORTEST_STATEMENT = 8, 60
_PAGE_TOP = 15
_TAGS = re.compile(r"\W*(?:actions?\b|act\b|owner\b|lead\b|AP\d)", re.IGNORECASE)
_LONGEST_OWN_TITLE = 80


@dataclass(frozen=True, slots=True)
class Head:
    """Where an item begins: the index of its title piece, the body's number and the title's words."""

    index: int
    number: str | None
    title: str


def find_items(pieces: list[Piece]) -> tuple[list[Piece], list[Head]]:
    """The pieces with titles marked and cut from their text, and the heads of the items in order."""
    apart = tag_cells(pieces)
    single = _is_single(pieces)
    series = {} if single else {each.index: each for each in item_series(pieces)}
    inline = not series and not single and _has_inline_titles(pieces)
    done: list[Piece] = []
    heads: list[Head] = []
    state = _State(bool(series) or single, inline, single)
    for index, (piece, after) in enumerate(zip(pieces, [*pieces[1:], None], strict=False)):
        parts, head = ([piece], None) if index in apart else state.read(piece, series.get(index), after)
        if head is not None:
            heads.append(replace(head, index=len(done)))
        done += parts
    return done, heads


def _is_single(pieces: list[Piece]) -> bool:
    """Whether the page holds one item, or one item of several meetings, as a council's website shows them."""
    return any(_SINGLE.fullmatch(piece.text) or _MEETING_LINE.match(piece.text) for piece in pieces[:_PAGE_TOP])


class _State:
    """What has been read so far, as far as it says whether the next title is an item's."""

    def __init__(self, numbered: bool, inline: bool, single: bool) -> None:
        self.numbered = numbered
        self.single = single
        self.inline = inline
        self.page_head = ""
        self.meeting_number: str | None = None
        self.started = False
        self.body = False
        self.names = False
        self.lines = 0
        self.number: str | None = None
        self.caps = False

    def read(self, piece: Piece, numbered: Numbered | None, after: Piece | None) -> tuple[list[Piece], Head | None]:
        """The piece or its title and text, and the head when an item begins with it."""
        if numbered is not None:
            return self._numbered(piece, numbered)
        if PAGE_HEAD.fullmatch(piece.text) and not self.started:
            self.page_head = piece.text.lower()
            return [replace(piece, part=Part.LABEL)], None
        meeting = _MEETING_LINE.match(piece.text)
        if meeting is not None and len(piece.text) < 200:
            self.page_head, self.meeting_number = "meeting", meeting["number"]
            return [piece], None
        if self._is_body(piece):
            self.body = True
        if self._is_name(piece, after):
            return [piece], None
        if piece.part is Part.LABEL or opens_resolution(piece.text) or _TAGS.match(piece.text) or is_field(piece.text):
            return [piece], None
        if self.page_head in {"agenda item", "decision details", "meeting"}:
            return self._page_title(piece)
        return self._unnumbered(piece)

    def _is_body(self, piece: Piece) -> bool:
        """Whether the title block surely has ended: a list of those present, a section's name, or a statement."""
        if piece.part is Part.LABEL or attendance_start(piece.text) is not None:
            return True
        self.lines += 1
        says = len(piece.text) >= _SHORTEST_STATEMENT and piece.text.endswith(".") and is_statement(piece.text)
        return says or self.lines > _LAST_TITLE_LINE

    def _is_name(self, piece: Piece, after: Piece | None) -> bool:
        """Whether a line stands in a list of people: no sentence follows it, or it names somebody's post."""
        label = label_of(piece.text) if piece.part is Part.LABEL else None
        if attendance_start(piece.text) is not None or (label is not None and label.section is Section.ATTENDANCE):
            self.names = True
            return False
        if not self.names or piece.part is Part.LABEL:
            return False
        leads = after is not None and len(after.text) >= _SHORTEST_STATEMENT and is_statement(after.text)
        self.names = not (
            piece.text.isupper()
            or piece.kind is LineKind.HEADING
            or (leads and piece.cell is None and not names_post(piece.text))
        )
        return self.names

    def _numbered(self, piece: Piece, numbered: Numbered) -> tuple[list[Piece], Head | None]:
        number = numbered.number
        self.started, self.page_head, self.meeting_number, self.names = True, "", None, False
        words = replace(piece.cut(numbered.skip), marker=number.strip()) if numbered.skip else piece
        parts, title = _title_and_text(words)
        self.number, self.caps = number.strip(" .:()\u2013—-"), title.isupper()
        return parts, Head(0, _plain_number(number), title)

    def _page_title(self, piece: Piece) -> tuple[list[Piece], Head | None]:
        """The title that stands right after "Agenda item" or after the line that names the meeting."""
        number = piece.marker if self.page_head == "meeting" and piece.marker else self.meeting_number
        words = piece
        if self.meeting_number and piece.text.startswith(f"{self.meeting_number} "):
            number = self.meeting_number
            words = replace(piece.cut(len(number)), marker=number)
        self.page_head, self.meeting_number, self.started = "", None, True
        parts, title = _title_and_text(words)
        return parts, Head(0, _plain_number(number) if number else None, title)

    def _unnumbered(self, piece: Piece) -> tuple[list[Piece], Head | None]:
        if piece.marker is not None:
            return self._below(piece)
        icon = icon_at(piece.text)
        if icon == 0:
            return [piece], None
        if (
            not self.started
            and icon is None
            and (_is_front(piece) or not self.body)
            and not (self.body and piece.kind is LineKind.HEADING)
        ):
            return [piece], None
        heading = piece.kind is LineKind.HEADING and is_title(piece.text)
        if heading or icon or is_clear_title(piece.text):
            is_item = not self.numbered or bool(icon) or (self.started and piece.text.isupper() and not self.caps)
            is_item = is_item and not self.single
            if not is_item:
                return [replace(piece, part=Part.TITLE)], None
            self.started, self.number = True, None
            parts, title = _title_and_text(piece)
            return parts, Head(0, None, title)
        if self.inline and _inline_title(piece) is not None:
            self.started = True
            parts, title = _title_and_text(piece)
            return parts, Head(0, None, title)
        return [piece], None

    def _below(self, piece: Piece) -> tuple[list[Piece], Head | None]:
        """A title numbered one level below the item ("7.2 Chair's report") is an item of its own."""
        if self.number is None or not dotted_under(piece, self.number) or not is_clear_title(piece.text):
            return [piece], None
        return [replace(piece, part=Part.TITLE)], Head(0, _plain_number(piece.marker or ""), piece.text)


def _plain_number(number: str) -> str:
    return ITEM_WORD.sub("", number.strip()).strip(" .:()\u2013—-")


def _title_and_text(piece: Piece) -> tuple[list[Piece], str]:
    """The title piece and the text on its line, if any, and the title's words; a statement keeps its line whole."""
    icon = icon_at(piece.text)
    if icon is not None:
        title, rest = piece.cut(0, icon), piece.cut(icon)
        parts = [replace(title, part=Part.TITLE)] if title.text else []
        return [*parts, replace(rest, marker=None, gap=False)], without_icon(piece.text)
    if piece.part is Part.LABEL or piece.kind is LineKind.HEADING:
        return [replace(piece, part=Part.TITLE)], _bare_title(piece.text)
    ends = capitals_end(piece.text) or _text_after_title(piece)
    if ends is None and is_title(piece.text):
        return [replace(piece, part=Part.TITLE)], _bare_title(piece.text)
    ends = ends or run_on_title_end(piece.text)
    if ends is None:
        return [piece], _shortened(piece.text)
    title, rest = piece.cut(0, ends[1]), replace(piece.cut(ends[1]), marker=None, gap=False)
    return [replace(title, part=Part.TITLE), rest], _bare_title(piece.text[: ends[0]])


def _text_after_title(piece: Piece) -> tuple[int, int] | None:
    """Where the text begins after a title on its line; None when the whole line is a title ("Audit: Annual Report")."""
    ends = inline_title_end(piece)
    if ends is None or not is_title(piece.text):
        return ends
    is_colon = ":" in piece.text[ends[0] : ends[1]]
    return ends if is_colon and not is_clear_title(piece.text[ends[1] :]) else None


def _bare_title(text: str) -> str:
    return text.rstrip(" .:-\u2013\u2014")


def _shortened(text: str) -> str:
    """The first words of an item that has no title, at most 80 characters."""
    return text if len(text) <= _LONGEST_OWN_TITLE else text[: text.rfind(" ", 0, _LONGEST_OWN_TITLE)] + " …"


def _is_front(piece: Piece) -> bool:
    """Whether a line before the first item belongs to the document's own title, not to an item."""
    return _FRONT_WORDS.search(piece.text) is not None or attendance_start(piece.text) is not None


def _inline_title(piece: Piece) -> tuple[int, int] | None:
    if piece.marker is not None or piece.cell is not None or attendance_start(piece.text) is not None:
        return None
    ends = inline_title_end(piece)
    if ends is None or not re.match(r"\s*[:.]", piece.text[ends[0] : ends[1]]):
        return None
    title = piece.text[: ends[0]]
    label = label_of(title)
    named = label is not None and label.section is not Section.MINUTES
    return ends if len(title.split()) <= 7 and not named and not _TAGS.match(title) else None


def _has_inline_titles(pieces: list[Piece]) -> bool:
    """Whether the document usually puts an item's title and text on one line without a number."""
    return sum(1 for piece in pieces if _inline_title(piece) is not None) >= 4
