"""Where the corpus lies, and which of its documents are for training, development and the test."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from actiontracker.annotation import load_gold

if TYPE_CHECKING:
    from actiontracker.annotation import Annotated

HERE = Path(__file__).parent
CORPUS, SPLIT, SHARES = HERE / "corpus", HERE / "split.json", HERE / "shares.json"


def part_of_corpus(part: str) -> list[Annotated]:
    """The documents for "training", "development" or "test", in the order of their names; no style is in two parts."""
    split = json.loads(SPLIT.read_text(encoding="utf-8"))
    named = {style: name for name, styles in split.items() for style in styles}
    return [one for one in load_gold(CORPUS) if named.get(PurePosixPath(one.name).parts[0], "training") == part]
