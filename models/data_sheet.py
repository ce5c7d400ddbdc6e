"""Prints the tables of the corpus's data sheet as Markdown, counted from the corpus.

python -m models.data_sheet            prints every table
python -m models.data_sheet --write    writes them into models/corpus/README.md, each between its markers
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import PurePosixPath
from statistics import median
from typing import TYPE_CHECKING, Final

from actiontracker.annotation import layout_of, load_gold
from actiontracker.annotation.census import census
from models.parts import CORPUS, HERE, SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from actiontracker.annotation import Annotated

README: Final = CORPUS / "README.md"
STYLES: Final = HERE / "styles.json"
"""Who writes in each style, in one line."""
TRAINING: Final = "training"
PARTS: Final = (TRAINING, "development", "test")
REAL: Final[Mapping[str, str]] = {
    "near misses to one commitment": "2.4; parish 1.1",
    "documents without a commitment": "33% (46 of 139 pages)",
    "undertaking": "about 48%",
    "request": "about 17%",
    "resolution": "about 20%",
    "recommendation": "about 6%",
    "owner": "43–67%",
    "owner's name outside the commitment's own words": "20%",
    "deadline": "20–45%",
    "covered by an action tag or cell": "20% or fewer",
}
"""Counted in 80 real pages of 75 bodies and in 12 whole parish minutes; clean pages, among all 139 that were marked."""
UNCOUNTED: Final = "not counted"


def style_of(document: Annotated) -> str:
    """The code of the clerk's style: the document's folder."""
    return PurePosixPath(document.name).parts[0]


def parts_by_style() -> dict[str, str]:
    """The part of each style that `split.json` names; every other style is for training."""
    split: dict[str, list[str]] = json.loads(SPLIT.read_text(encoding="utf-8"))
    return {style: part for part, styles in split.items() for style in styles}


def tables(documents: Sequence[Annotated]) -> dict[str, str]:
    """Every table of the data sheet as Markdown without a last line feed, by its name."""
    return {
        "parts": _parts(documents),
        "shares": _shares(documents),
        "reasons": _reasons(documents),
        "layouts": _layouts(documents),
        "styles": _styles(documents),
    }


def with_tables(sheet: str, named: Mapping[str, str]) -> str:
    """The data sheet with each table put between its markers, in place of what stands there.

    Raises:
        ValueError: the sheet has no pair of markers for a table.
    """
    for name, table in named.items():
        sheet = _with_table(sheet, name, table)
    return sheet


def _with_table(sheet: str, name: str, table: str) -> str:
    before, begin, rest = sheet.partition(f"<!-- table: {name} -->\n")
    _, end, after = rest.partition(f"<!-- end: {name} -->")
    if not end:
        raise ValueError(f"The data sheet needs a line <!-- table: {name} --> and below it <!-- end: {name} -->")
    return f"{before}{begin}\n{table}\n\n{end}{after}"


# --- the tables ------------------------------------------------------------------------------------------------------


def _parts(documents: Sequence[Annotated]) -> str:
    part_of = parts_by_style()
    rows = [_part(part, [one for one in documents if part_of.get(style_of(one), TRAINING) == part]) for part in PARTS]
    heads = ("part", "styles", "documents", "without any", "words", "median words", "commitments", "near misses")
    return _table(heads, [*rows, _part("all", documents)])


def _part(name: str, documents: Sequence[Annotated]) -> tuple[object, ...]:
    counted = census(documents)
    return (
        name,
        len({style_of(one) for one in documents}),
        counted.documents,
        f"{counted.clean:,} ({_percent(counted.clean, counted.documents)})",
        counted.words,
        round(median(len(one.text.split()) for one in documents)) if documents else 0,
        counted.commitments,
        counted.near_misses,
    )


def _shares(documents: Sequence[Annotated]) -> str:
    counted = census(documents)
    named, outside = _owners(documents)
    own = {
        "near misses to one commitment": f"{counted.near_misses / max(counted.commitments, 1):.1f}",
        "documents without a commitment": _percent(counted.clean, counted.documents),
        **{kind: _percent(places, counted.places) for kind, places in counted.kinds.items()},
        **{field: _percent(places, counted.places) for field, places in counted.fields.items()},
        "owner's name outside the commitment's own words": _percent(outside, named),
        "covered by an action tag or cell": _percent(sum(map(_tagged, documents)), counted.commitments),
        "told more than once": _percent(sum(map(_told_again, documents)), counted.commitments),
    }
    said = {**dict.fromkeys(counted.fields, "with {}"), **dict.fromkeys(counted.kinds, "kind: {}")}
    rows = [(said.get(what, "{}").format(what), REAL.get(what, UNCOUNTED), share) for what, share in own.items()]
    return _table(("share", "real minutes", "corpus"), rows)


def _owners(documents: Sequence[Annotated]) -> tuple[int, int]:
    """Commitments whose owner is named in the text, and those of them that name it outside their own words."""
    pairs = ((mark, one.field_of(mark, "owner")) for one in documents for mark in one.commitments)
    named = [(mark.span, owner) for mark, owner in pairs if owner is not None]
    return len(named), sum(not span.start <= owner.start < span.end for span, owner in named)


def _tagged(document: Annotated) -> int:
    return len({number for mark in document.marks if mark.name == "tag" for number in mark.ids})


def _told_again(document: Annotated) -> int:
    told = Counter(number for mark in document.commitments for number in mark.ids)
    return sum(times > 1 for times in told.values())


def _reasons(documents: Sequence[Annotated]) -> str:
    counted = census(documents)
    rows = [(why, number, _percent(number, counted.near_misses)) for why, number in counted.reasons.items()]
    return _table(("near miss", "marked", "share"), rows)


def _layouts(documents: Sequence[Annotated]) -> str:
    found = Counter(map(layout_of, documents)).most_common()
    return _table(("layout", "documents"), found)


def _styles(documents: Sequence[Annotated]) -> str:
    part_of, clerks = parts_by_style(), json.loads(STYLES.read_text(encoding="utf-8"))
    rows = []
    for style in sorted({style_of(one) for one in documents}):
        counted = census([one for one in documents if style_of(one) == style])
        numbers = (counted.documents, counted.words, counted.commitments, counted.near_misses)
        rows.append((f"`{style}`", part_of.get(style, TRAINING), clerks.get(style, "not described yet"), *numbers))
    return _table(("style", "part", "bodies and clerk", "documents", "words", "commitments", "near misses"), rows)


def _percent(some: int, every: int) -> str:
    share = some / max(every, 1)
    return "under 1%" if 0 < share < 0.005 else f"{share:.0%}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; columns of numbers stand to the right."""
    body = list(rows)
    rules = ["---:" if body and isinstance(value, int) else "---" for value in (body[0] if body else heads)]
    cells = [[f"{value:,}" if isinstance(value, int) else str(value) for value in row] for row in body]
    return "\n".join(f"| {' | '.join(row)} |" for row in (list(heads), rules, *cells))


def main() -> None:
    """Prints the tables, or writes them into the data sheet."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="put the tables into models/corpus/README.md")
    named = tables(load_gold(CORPUS))
    if options.parse_args().write:
        README.write_text(with_tables(README.read_text(encoding="utf-8"), named), encoding="utf-8")
        print(f"{README}: {len(named)} tables written")
        return
    for name, table in named.items():
        print(f"## {name}\n\n{table}\n")


if __name__ == "__main__":
    main()
