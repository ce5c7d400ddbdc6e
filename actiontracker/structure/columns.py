"""Tables with a column for actions, owners or deadlines: what each row says, as tags."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from actiontracker.records import ActionTag, Passage, Section, Span
from actiontracker.structure.doers import doer_end, is_doer
from actiontracker.structure.pieces import Part, Piece

_HEADINGS = {
    "owner": (
        r"(?:for )?action(?:ed|s)? (?:by|for|owner|officer|lead)(?: whom)?|(?:action )?by whom|whom|who\??|owners?"
        r"|(?:action |task )?owner(?:/s|\(s\))?|lead(?: officer| person| member| director| responsible)?s?"
        r"|responsib(?:le|ility)(?: officer| person| owner| lead)?s?(?: for action)?|assigned to|assignee"
        r"|(?:responsible )?(?:officer|person)(?: responsible)?|initials?|resp\.?|to be actioned by|allocated to"
    ),
    "deadline": (
        r"(?:to be completed )?by when|when\??|deadlines?|due(?: date| by)?|date due"
        r"|(?:agreed )?time ?(?:scale|frame|line)s?|target(?: date| completion date)?"
        r"|(?:expected |target |planned )?completion(?: date)?|complete by|by date|review date|required by"
        r"|date (?:for completion|required)"
    ),
    "action": (
        r"(?:agreed |key |further |required )?actions?"
        r"(?: points?| items?| agreed| required| to be taken| description| arising| needed|\(s\))*"
        r"|what\??|tasks?|(?:agreed )?next steps|follow[- ]?ups?"
    ),
    "progress": (
        r"progress(?: update)?s?|(?:current )?status|updates?|comments?/updates?|outcomes?|rag(?: (?:rating|status))?"
        r"|completed\??|closed\??|open/closed|response"
    ),
}
"""What a column holds, by the words at its head."""
_HEADS = tuple((name, re.compile(rf"(?:{words})[\s:.?/]*", re.IGNORECASE)) for name, words in _HEADINGS.items())
_NOTHING = re.compile(
    r"\W*(?:none|nil|n/?a|no action|noted?|to note|agreed|resolved|info(?:rmation)?|complete[d]?|closed)?\W*",
    re.IGNORECASE,
)
_LONG_TEXT, _SHORTEST = 60, 3


@dataclass(slots=True)
class Table:
    """A table whose columns are understood: the pieces of each row by column, and what the columns hold."""

    rows: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    header: int | None = None

    def column(self, name: str) -> int | None:
        """The first column that holds `name`, or None."""
        return next((column for column, held in sorted(self.heads.items()) if held == name), None)

    @property
    def is_log(self) -> bool:
        """Whether the table tells how far older actions have got."""
        names = set(self.heads.values())
        return "progress" in names and ("action" in names or "owner" in names)


def action_tables(pieces: list[Piece]) -> list[Table]:
    """The tables with a column for actions or owners, known by their header row or by what their last column holds."""
    tables: dict[int, Table] = defaultdict(Table)
    for index, piece in enumerate(pieces):
        if piece.cell is not None:
            row = tables[piece.cell.table].rows.setdefault(piece.cell.row, {})
            row.setdefault(piece.cell.column, []).append(index)
    return [table for table in tables.values() if _read_heads(table, pieces)]


def with_header_rows(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the header cells of action tables marked as labels."""
    done = list(pieces)
    for table in action_tables(pieces):
        for row in _header_rows(table, pieces):
            for indices in table.rows[row].values():
                for index in indices:
                    done[index] = replace(pieces[index], part=Part.LABEL)
    return done


def log_pieces(pieces: list[Piece]) -> frozenset[int]:
    """The pieces that stand in tables of older actions with their progress."""
    tables = [table for table in action_tables(pieces) if table.is_log]
    return frozenset(i for table in tables for row in table.rows.values() for cell in row.values() for i in cell)


def tag_cells(pieces: list[Piece]) -> frozenset[int]:
    """The pieces in the columns that make a row a tag: owners, deadlines and actions."""
    return frozenset(
        index
        for table in action_tables(pieces)
        for row in table.rows.values()
        for column, cell in row.items()
        if column in table.heads
        for index in cell
    )


def column_tags(pieces: list[Piece], passages: list[Passage]) -> list[ActionTag]:
    """A tag for every row that names a doer or an action in its column."""
    tags: list[ActionTag] = []
    for table in action_tables(pieces):
        for row in table.rows.values():
            tags += _row_tags(table, row, passages)
    return tags


def _text(pieces: list[Piece], indices: list[int]) -> str:
    return " ".join(pieces[index].text for index in indices)


def _read_heads(table: Table, pieces: list[Piece]) -> bool:
    first = min(table.rows)
    heads = {column: _head(_text(pieces, cell)) for column, cell in table.rows[first].items()}
    found = {column: name for column, name in heads.items() if name is not None}
    if {"owner", "action"} & set(found.values()) and len(table.rows[first]) > 1:
        table.header, table.heads = first, found
        _settle_action_column(table, pieces)
        return True
    return _read_last_column(table, pieces)


def _head(text: str) -> str | None:
    if len(text) > 40:
        return None
    return next((name for name, pattern in _HEADS if pattern.fullmatch(text.strip())), None)


def _settle_action_column(table: Table, pieces: list[Piece]) -> None:
    """An "Action" column that holds names is one of owners."""
    column = table.column("action")
    if column is None or table.column("owner") is not None:
        return
    cells = [
        _text(pieces, row[column]) for number, row in table.rows.items() if column in row and number != table.header
    ]
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    if filled and sum(is_doer(cell) for cell in filled) >= 0.6 * len(filled):
        table.heads[column] = "owner"


def _read_last_column(table: Table, pieces: list[Piece]) -> bool:
    """Whether the last column names doers beside prose, as a margin does, without any header."""
    last = max((column for row in table.rows.values() for column in row), default=0)
    beside = [_text(pieces, row[last]) for row in table.rows.values() if last in row and len(row) > 1]
    prose = [
        max(len(pieces[i].text) for c, cell in row.items() if c != last for i in cell)
        for row in table.rows.values()
        if last in row and len(row) > 1
    ]
    if last == 0 or len(beside) < 2 or sum(length >= _LONG_TEXT for length in prose) < 0.6 * len(prose):
        return False
    if not all(len(text) <= 40 and (is_doer(text) or _NOTHING.fullmatch(text)) for text in beside):
        return False
    table.heads = {last: "owner"}
    return True


def _header_rows(table: Table, pieces: list[Piece]) -> set[int]:
    """The header row and its repetitions on later pages."""
    if table.header is None:
        return set()
    words = {column: _text(pieces, cell) for column, cell in table.rows[table.header].items()}
    return {
        number
        for number, row in table.rows.items()
        if {column: _text(pieces, cell) for column, cell in row.items()} == words
    }


def _span(passages: list[Passage], indices: list[int]) -> Span | None:
    spans = [passages[index].span for index in indices if passages[index].text]
    return spans[0].joined(spans[-1]) if spans else None


def _row_tags(table: Table, row: dict[int, list[int]], passages: list[Passage]) -> list[ActionTag]:
    owner_at, action_at, due_at = (
        row.get(_or_none(table.column(name)), []) for name in ("owner", "action", "deadline")
    )
    if any(passages[index].section is Section.ATTENDANCE for index in (*owner_at, *action_at)):
        return []
    owner, due = _cell_span(passages, owner_at), _cell_span(passages, due_at)
    if action_at:
        tags = [_statement(passages, index, owner, due, single=len(action_at) == 1) for index in action_at]
        return [tag for tag in tags if tag is not None]
    known = {*owner_at, *due_at}
    beside = [index for cell in row.values() for index in cell if index not in known]
    covers = tuple(index for index in beside if not passages[index].heading and len(passages[index].text) > _SHORTEST)
    return _margin_tags(passages, owner_at, due, covers) if covers else []


def _margin_tags(
    passages: list[Passage], owner_at: list[int], due: Span | None, covers: tuple[int, ...]
) -> list[ActionTag]:
    """A tag for each doer named in the margin, and for each sentence there that says itself what is to be done."""
    tags: list[ActionTag] = []
    seen: set[str] = set()
    for index in owner_at:
        passage = passages[index]
        if _NOTHING.fullmatch(passage.text) or passage.text in seen:
            continue
        seen.add(passage.text)
        named = doer_end(passage.text)
        if named is None:
            tags.append(ActionTag(passage.span, passage.span, covers, None, due))
        else:
            tags.append(ActionTag(passage.span, passage.source_span(0, named), (index, *covers), passage.span, due))
    return tags


def _or_none(column: int | None) -> int:
    return -1 if column is None else column


def _cell_span(passages: list[Passage], indices: list[int]) -> Span | None:
    words = " ".join(passages[index].text for index in indices)
    return None if _NOTHING.fullmatch(words) else _span(passages, indices)


def _statement(
    passages: list[Passage], index: int, owner: Span | None, due: Span | None, *, single: bool
) -> ActionTag | None:
    """The tag of one action in a row's action column; its own first words may name the doer."""
    passage = passages[index]
    if passage.heading or _NOTHING.fullmatch(passage.text) or passage.section is Section.ATTENDANCE:
        return None
    named = doer_end(passage.text) if owner is None else None
    own = owner if named is None else passage.source_span(0, named)
    text = passage.span
    whole = text.joined(own) if single and own is not None else text
    return ActionTag(whole, own, (index,), text, due)
