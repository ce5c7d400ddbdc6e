"""The corpus: as large as it claims, soundly marked, split by style, nobody else's words, and its data sheet true."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from actiontracker.annotation import KINDS, REASONS, Annotated, Mark, parse_marked, read_gold
from actiontracker.annotation.census import Census, census, slips
from actiontracker.annotation.document import LAYOUTS
from actiontracker.annotation.shared_runs import shared_runs
from actiontracker.records import Span
from models.data_sheet import PARTS, README, STYLES, style_of, tables, with_tables
from models.parts import CORPUS, SPLIT, part_of_corpus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARED = Path(__file__).parents[2] / "shared"

LONGEST_IN_COMMON = 12
"""Words in a row that two documents may share: set phrases such as the exclusion of the public."""
PAGE_LABELS = "decision status recommendations approved is key decision no is subject to call in yes purpose to"
"""The labels at the head of a decision page, which the software of councils prints."""
SET_PHRASE = 9
"""Words of the runs that are counted: there should be few of them."""
COPIED = 12
"""Words in a row that show that a sentence was taken from real minutes."""


@cache
def corpus() -> tuple[tuple[Annotated, ...], tuple[str, ...]]:
    """The sound documents, and what is wrong with the others; read once."""
    documents, broken = read_gold(CORPUS)
    return documents, tuple(map(str, broken))


@cache
def counted() -> Census:
    return census(corpus()[0])


def texts() -> dict[str, str]:
    return {one.name: one.text for one in corpus()[0]}


# --- how much ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("what", "least"), [("documents", 400), ("commitments", 3_000), ("near_misses", 6_000)])
def test_there_is_as_much_as_the_data_sheet_promises(what: str, least: int) -> None:
    assert getattr(counted(), what) >= least


def test_about_a_third_of_the_documents_hold_no_commitment() -> None:
    assert 0.25 <= counted().clean / counted().documents <= 0.40


def test_there_is_every_kind_field_and_layout_and_nearly_every_reason() -> None:
    assert set(counted().kinds) == KINDS
    assert min(counted().fields.values()) > 0
    assert {one.head["layout"] for one in corpus()[0]} == LAYOUTS
    assert set(counted().reasons) == REASONS - {"rejected"}  # that one is for what people turned down in the tracker


# --- the marks --------------------------------------------------------------------------------------------------------


def test_every_mark_can_be_read() -> None:
    assert corpus()[1] == ()


def test_no_mark_and_no_head_looks_like_a_slip() -> None:
    assert [f"{one.name}:{line}: {what}" for one in corpus()[0] for line, what in slips(one)] == []


def test_a_near_miss_is_never_a_commitment_as_well() -> None:
    doubly = [
        f"{one.name}: {near.span.of(one.text)[:60]}"
        for one in corpus()[0]
        for near in one.near_misses
        for mark in one.commitments
        if near.span.start < mark.span.end and mark.span.start < near.span.end
    ]
    assert doubly == []


# --- the split --------------------------------------------------------------------------------------------------------


def test_no_style_is_in_two_parts_and_every_named_style_exists() -> None:
    split: dict[str, list[str]] = json.loads(SPLIT.read_text(encoding="utf-8"))
    named = Counter(style for styles in split.values() for style in styles)
    assert set(split) < set(PARTS)
    assert [style for style, times in named.items() if times > 1] == []
    assert set(named) <= {style_of(one) for one in corpus()[0]}


def test_each_document_is_in_one_part() -> None:
    parts = [{one.name for one in part_of_corpus(part)} for part in PARTS]
    assert sum(map(len, parts)) == len(set.union(*parts)) == len(corpus()[0])
    assert all(parts)


def test_every_style_is_described_and_every_described_style_exists() -> None:
    described: dict[str, str] = json.loads(STYLES.read_text(encoding="utf-8"))
    assert set(described) == {style_of(one) for one in corpus()[0]}
    assert all(described.values())


# --- nobody else's words, and none twice ------------------------------------------------------------------------------


def test_no_two_documents_share_a_long_run_of_words() -> None:
    runs = shared_runs(texts(), shortest=LONGEST_IN_COMMON + 1)
    assert [(run.words, run.texts) for run in runs if run.words not in PAGE_LABELS] == []


def test_few_set_phrases_stand_in_more_than_one_document() -> None:
    assert len(shared_runs(texts(), shortest=SET_PHRASE)) < counted().documents / 10


@pytest.mark.skipif(not SHARED.exists(), reason="the real minutes are not beside this checkout")
def test_no_document_has_words_of_real_minutes() -> None:
    assert copied(texts(), real_minutes()) == []


def test_a_copied_sentence_is_found() -> None:
    sentence = "the warden would have the whole of the south hedge laid again before the end of March"
    assert copied({"a": f"It was felt that {sentence}.", "b": "Noted."}, [f"He said {sentence.upper()}!"]) == ["a"]
    assert copied({"a": " ".join(sentence.split()[: COPIED - 1])}, [sentence]) == []


def copied(own: dict[str, str], real: Iterable[str]) -> list[str]:
    """The names of the texts that share a run of `COPIED` words with a real one."""
    homes: dict[tuple[str, ...], set[str]] = {}
    for name, text in own.items():
        for run in runs_in(text):
            homes.setdefault(run, set()).add(name)
    return sorted({name for text in real for run in runs_in(text) for name in homes.get(run, ())})


def runs_in(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `COPIED` words, as the check before each commit counts words."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return zip(*(words[start:] for start in range(COPIED)), strict=False)


def real_minutes() -> Iterator[str]:
    for path in (*SHARED.glob("minutes/**/*.txt"), *SHARED.glob("seeds/*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in SHARED.glob("gold/**/*.json"):
        yield json.loads(path.read_text(encoding="utf-8"))["text"]


# --- the data sheet ---------------------------------------------------------------------------------------------------


def sheet() -> str:
    return README.read_text(encoding="utf-8")


def test_the_tables_are_those_that_are_counted() -> None:
    assert with_tables(sheet(), tables(corpus()[0])) == sheet(), "run python -m models.data_sheet --write"


def test_a_table_out_of_date_is_noticed() -> None:
    assert with_tables(sheet(), tables(corpus()[0][1:])) != sheet()


def test_a_sheet_without_a_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="table: parts"):
        with_tables("<!-- table: shares -->\n<!-- end: shares -->", {"parts": "| a |"})


def test_the_example_in_the_sheet_can_be_read() -> None:
    example = re.findall(r"```text\n(.*?)```", sheet(), re.DOTALL)[0]
    document = parse_marked(example, "example")
    assert document.obligations == {1, 2, 3}
    assert {mark.name for mark in document.marks} >= {"owner", "recipient", "deadline", "condition", "suggested", "tag"}
    assert list(slips(document)) == []


def test_the_sheet_explains_every_kind_reason_and_layout() -> None:
    words = re.sub(r"<!-- table: .*?<!-- end: ", "", sheet(), flags=re.DOTALL)
    assert [name for name in KINDS | LAYOUTS | REASONS - {"rejected"} if name not in words] == []


def test_the_shares_are_counted_as_they_are_told() -> None:
    text = "She would write. Action: Mrs Orr. The plan be sent."
    marks = (
        Mark("undertaking", Span(0, 15), (1,)),
        Mark("tag", Span(17, 32), (1,)),
        Mark("owner", Span(25, 32), (1,)),
        Mark("resolution", Span(34, 50), (1,)),
    )
    shares = tables([Annotated("a/01.marked", {"layout": "notes"}, text, marks)])["shares"]
    rows = dict(re.findall(r"^\| ([^|]+) \|[^|]+\| ([^|]+) \|$", shares, re.MULTILINE))
    assert rows["kind: undertaking"] == rows["kind: resolution"] == "50%"
    assert rows["with owner"] == "100%"
    assert rows["owner's name outside the commitment's own words"] == "100%"
    assert rows["covered by an action tag or cell"] == rows["told more than once"] == "100%"
    assert rows["near misses to one commitment"] == "0.0"
