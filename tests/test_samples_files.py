"""The samples, what is expected of them, and the outlines that some are built from all fit together."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest

from actiontracker.read import read_path
from actiontracker.records import Kind, MeetingStatus

SAMPLES: Final = Path(__file__).parents[1] / "samples"
SHARED: Final = Path(__file__).parents[2] / "shared"
EXPECTED: Final = ".expected.json"
FORMATS: Final = {".txt", ".html", ".docx", ".pdf"}
FILES: Final = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in FORMATS)
PAIR: Final = ("town-council-approved.docx", "town-council-draft.docx")
RUN: Final = 12
"""So many words in a row are a copy."""

every_sample = pytest.mark.parametrize("name", FILES)


@cache
def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / f"{name}{EXPECTED}").read_text(encoding="utf-8"))
    return found


@cache
def text_of(name: str) -> str:
    """The text as the reader gives it, in reading order."""
    source, problems = read_path(str(SAMPLES / name))
    assert source is not None, [str(problem) for problem in problems]
    return "\n".join(line.span.of(source.text) for line in source.lines)


@cache
def words_of(name: str) -> str:
    """The text without what only layout put there."""
    return bare(text_of(name), name)


def bare(text: str, name: str) -> str:
    """The text with every white space as one blank; of a PDF without blanks and hyphens, which line ends may bring."""
    return re.sub(r"[\s\u00ad-]+", "", text) if name.endswith(".pdf") else " ".join(text.split())


def quotes_in(name: str) -> list[str]:
    told = [quote for found in expected(name)["commitments"] for quote in (found["quote"], *found["told_again"])]
    return told + [near["quote"] for near in expected(name)["near_misses"]]


def test_every_sample_has_its_expected_file_and_the_reverse() -> None:
    assert sorted(path.name.removesuffix(EXPECTED) for path in SAMPLES.glob(f"*{EXPECTED}")) == FILES
    assert len(FILES) >= 14
    assert Counter(Path(name).suffix for name in FILES) >= Counter({".txt": 4, ".html": 5, ".docx": 3, ".pdf": 4})


@every_sample
def test_each_quote_stands_in_the_sample_as_often_as_it_is_told(name: str) -> None:
    uses = Counter(bare(quote, name) for quote in quotes_in(name))
    assert {quote for quote, times in uses.items() if words_of(name).count(quote) < times} == set()


@every_sample
def test_owner_recipient_and_deadline_are_the_words_of_the_sample(name: str) -> None:
    fields = ("owner", "recipient", "deadline")
    words = [found[field] for found in expected(name)["commitments"] for field in fields if found[field]]
    assert [said for said in words if bare(said, name) not in words_of(name)] == []


@every_sample
def test_the_meeting_and_its_items_are_named_in_the_sample(name: str) -> None:
    meeting = expected(name)["meeting"]
    assert set(meeting) == {"authority", "body", "date", "status", "next_meeting"}
    assert meeting["status"] in set(MeetingStatus)
    titles = [item["title"] for item in expected(name)["items"]]
    assert titles
    closed = closed_up(words_of(name))
    said = [*titles, *filter(None, (meeting["authority"], meeting["body"]))]
    assert [title for title in said if closed_up(bare(title, name)) not in closed] == []


def closed_up(text: str) -> str:
    """The text without blanks and capitals: a hasty clerk writes "PARISHCOUNCIL"."""
    return "".join(text.split()).casefold()


@every_sample
def test_commitments_are_whole_and_their_dates_follow_from_the_meeting(name: str) -> None:
    meeting = expected(name)["meeting"]
    held = datetime.date.fromisoformat(meeting["date"])
    for found in expected(name)["commitments"]:
        assert found["kind"] in set(Kind)
        if found["due"]:
            assert found["deadline"], found["quote"]
            assert found["due_rule_hint"], found["quote"]
            assert datetime.date.fromisoformat(found["due"]) > held, found["quote"]
        if found["due_rule_hint"] == "next meeting":
            assert found["due"] == meeting["next_meeting"], found["quote"]


@every_sample
def test_most_of_a_sample_is_not_action(name: str) -> None:
    assert len(expected(name)["near_misses"]) > len(expected(name)["commitments"])
    assert all(near["why"] for near in expected(name)["near_misses"])


def test_five_samples_have_no_action_and_the_others_have_several() -> None:
    counts = [len(expected(name)["commitments"]) for name in FILES]
    assert counts.count(0) >= 5
    assert all(4 <= count <= 15 for count in counts if count)


def test_a_sample_is_no_copy_of_another() -> None:
    pairs = [pair for pair in combinations(FILES, 2) if pair != PAIR]
    assert [(one, two) for one, two in pairs if runs_of(one) & runs_of(two)] == []


def test_no_sample_repeats_real_minutes() -> None:
    texts = [*SHARED.glob("minutes/**/*.txt"), *SHARED.glob("seeds/*.txt")]
    if not texts:
        pytest.skip("the real minutes are not on this machine")
    ours = {run: name for name in FILES for run in runs_of(name)}
    real = (run for path in texts for run in runs(path.read_text(encoding="utf-8", errors="replace")))
    assert {ours[run] for run in real if run in ours} == set()


@cache
def runs_of(name: str) -> set[str]:
    text = text_of(name)
    return runs(text.replace("-\n", "") if name.endswith(".pdf") else text)


def runs(text: str) -> set[str]:
    """Every run of words as long as a copy."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_the_approved_minutes_differ_from_the_draft_by_a_word_and_an_action() -> None:
    approved, draft = ({found["quote"] for found in expected(name)["commitments"]} for name in PAIR)
    assert len(approved) == len(draft) + 1
    assert len(draft - approved) == 1


def test_the_old_code_page_and_the_hard_wrapped_lines_are_what_they_claim() -> None:
    with pytest.raises(UnicodeDecodeError):
        (SAMPLES / "police-panel.txt").read_text(encoding="utf-8")
    assert b"\r\n" in (SAMPLES / "police-panel.txt").read_bytes()
    wrapped = (SAMPLES / "council-committee-ni.txt").read_text(encoding="utf-8").splitlines()
    assert 65 < max(map(len, wrapped)) <= 72


def test_the_built_samples_are_built_from_their_outlines(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SAMPLES / "build.py", tmp_path], check=True, capture_output=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == [name for name in FILES if name.endswith((".docx", ".pdf"))]
    again = "run `python samples/build.py` and commit what it wrote"
    assert [name for name in made if contents(tmp_path / name) != contents(SAMPLES / name)] == [], again


def contents(path: Path) -> object:
    """A PDF's bytes, the parts of a DOCX: what packs a DOCX differs from machine to machine."""
    if path.suffix == ".pdf":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return [(part.filename, part.date_time, package.read(part)) for part in package.infolist()]


def test_the_table_in_the_readme_names_every_sample() -> None:
    named = re.findall(r"^\| `([^`]+)`", (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == FILES
