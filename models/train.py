"""Trains the syntax pipeline from the public treebanks, as shipped in `models/minutes_syntax`.

`python models/train.py FOLDER --out models/minutes_syntax` takes the CoNLL-U files `{ewt,gum}-{train,dev,test}.conllu`
(plain or gzipped) of UD_English-EWT and UD_English-GUM from FOLDER, and about an hour on two cores. The configuration
is `models/configs/syntax.cfg`; the seed is fixed, though floating point differs from machine to machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CONFIG = Path(__file__).parent / "configs" / "syntax.cfg"
SENTENCES_A_DOCUMENT = 10
DEV_SENTENCES = 700
"""Of each treebank; enough to choose the best step by, and quick."""
NAME, VERSION = "minutes_syntax", "1.0.0"


def sentences(path: Path) -> list[str]:
    """The sentence blocks of a CoNLL-U file, plain or with `.gz` appended to its name."""
    packed = path.with_name(path.name + ".gz")
    text = gzip.decompress(packed.read_bytes()).decode() if packed.exists() else path.read_text(encoding="utf-8")
    return text.strip().split("\n\n")


def convert(blocks: list[str], name: str, folder: Path) -> Path:
    """The path of the sentence blocks as a spaCy file `name.spacy` in `folder`."""
    source = folder / f"{name}.conllu"
    source.write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")
    run("convert", str(source), str(folder), "-n", str(SENTENCES_A_DOCUMENT), "-l", "en")
    return folder / f"{name}.spacy"


def run(*arguments: str) -> None:
    """Run one spaCy command; CalledProcessError when it fails."""
    subprocess.run([sys.executable, "-m", "spacy", *arguments], check=True)  # noqa: S603 - our own arguments


def evaluate(model: Path, data: Path, folder: Path) -> dict[str, float]:
    """POS, morphology, UAS, LAS and lemma accuracy (0 to 1, to four places) of a model on a test file."""
    report = folder / f"{data.stem}.json"
    run("evaluate", str(model), str(data), "--output", str(report))
    scores = json.loads(report.read_text(encoding="utf-8"))
    return {name: round(scores[name], 4) for name in ("pos_acc", "morph_acc", "dep_uas", "dep_las", "lemma_acc")}


def publish(best: Path, out: Path, scores: dict[str, dict[str, float]]) -> None:
    """Copy the best model to `out` with its name, version, licence and test scores in `meta.json`."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(best, out)
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    meta |= {"name": NAME, "version": VERSION, "license": "CC BY-SA 4.0", "author": "the actiontracker maintainers"}
    meta["description"] = "Morphology, dependencies and lemmas of English, for reading committee minutes."
    meta["sources"] = [
        {"name": "UD_English-EWT 2.16", "license": "CC BY-SA 4.0", "author": "Silveira et al. 2014"},
        {"name": "UD_English-GUM 2.16 (part)", "license": "CC BY 4.0", "author": "Zeldes 2017"},
    ]
    meta["performance"] = {f"{test} {name}": value for test, found in scores.items() for name, value in found.items()}
    (out / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Convert, train, evaluate, publish."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trained", type=Path, help="publish this trained model instead of training")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tests = {
            n: convert(sentences(arguments.treebanks / f"{n}-test.conllu"), f"{n}-test", folder) for n in ("ewt", "gum")
        }
        best = arguments.trained or train(arguments.treebanks, folder)
        publish(best, arguments.out, {name: evaluate(best, data, folder) for name, data in tests.items()})


def train(treebanks: Path, folder: Path) -> Path:
    """Train on both treebanks; the folder of the step that does best on the development sentences."""
    train_blocks = [block for name in ("ewt", "gum") for block in sentences(treebanks / f"{name}-train.conllu")]
    dev_blocks = [
        block for name in ("ewt", "gum") for block in sentences(treebanks / f"{name}-dev.conllu")[:DEV_SENTENCES]
    ]
    train_data, dev_data = convert(train_blocks, "train", folder), convert(dev_blocks, "dev", folder)
    out = folder / "out"
    run("train", str(CONFIG), "--paths.train", str(train_data), "--paths.dev", str(dev_data), "--output", str(out))
    return out / "model-best"


if __name__ == "__main__":
    main()
