"""The spaCy pipeline: the shipped syntax model with our components around the parser.

`minutes_sentences` sets sentence starts before the parser, from the layout and not from the treebank's habits;
`commitment_clauses` marks what binds somebody in `doc.spans["commitments"]`, by the trained network. `commitment_cues`
does the same by the rules alone; the network is measured against it.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language

from actiontracker.errors import ModelError
from actiontracker.extract.find import SPANS_KEY, THRESHOLD, Found, found_in, mark, register_extensions
from actiontracker.extract.leads import heads
from actiontracker.extract.subjunctive import FACTORY as SUBJUNCTIVES
from actiontracker.structure.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc

    from actiontracker.extract.facts import Context

MODEL_NAME = "minutes_syntax"
NETWORK_NAME = "minutes_clauses"
NETWORK_FILE = "network.onnx"
"""The file by which a clause network's folder is known."""


def default_model_path() -> Path:
    """Where the shipped pipeline lies: inside the installed package, or `models/` in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "model"
    return inside if inside.exists() else package.parent / "models" / MODEL_NAME


def default_network_path() -> Path:
    """Where the shipped clause network lies: inside the installed package, or `models/` in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "network"
    return inside if inside.exists() else package.parent / "models" / NETWORK_NAME


def load(path: Path | None = None, network: Path | None = None, *, rules_only: bool = False) -> Language:
    """The pipeline at `path` with our components and the network in `network` (defaults: the shipped ones).

    A `path` that holds a clause network is taken for `network`. With `rules_only` the rules decide by themselves.
    ModelError when one of the two does not open.
    """
    if path is not None and (path / NETWORK_FILE).exists():
        path, network = None, path
    folder = path or default_model_path()
    if not (folder / "meta.json").exists():
        raise ModelError(f"{folder}: no language model there", "Give a spaCy pipeline's folder with --model")
    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelError(
            f"{folder}: the language model cannot be opened ({error})", "Install actiontracker again"
        ) from error
    if not nlp.has_pipe("parser"):
        raise ModelError(f"{folder}: the language model has no parser", "Give a pipeline with a parser with --model")
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    if getattr(tokenizer, "infix_finditer", None) is not None:
        tokenizer.infix_finditer = partial(_infixes, tokenizer.infix_finditer)
    if not nlp.has_pipe("minutes_sentences"):
        nlp.add_pipe("minutes_sentences", first=True)
    register_extensions()
    nlp.add_pipe(SUBJUNCTIVES, last=True)
    if rules_only:
        nlp.add_pipe("commitment_cues", last=True)
    else:
        from actiontracker.extract.component import FACTORY  # onnxruntime is not needed for the rules

        nlp.add_pipe(FACTORY, last=True, config={"folder": str(network or default_network_path())})
    return nlp


_AFTER_PREFIX = re.compile(r"\b(?:re|co|pre)-$", re.IGNORECASE)
_AFTER_WORD = re.compile(r"\b[a-z][a-z’']+-$", re.IGNORECASE)


def _infixes(usual: Callable[[str], Iterable[re.Match[str]]], text: str) -> Iterator[re.Match[str]]:
    """Where a word is cut inside: not in "re-issue", nor in a name such as "Fenwick-Lowe"."""
    for match in usual(text):
        before, after = text[: match.end()], text[match.end() :]
        name = before[:1].isupper() and after[:1].isupper()
        if match.group() != "-" or not (_AFTER_PREFIX.search(before) or (name and _AFTER_WORD.search(before))):
            yield match


@Language.component("minutes_sentences", assigns=["token.is_sent_start"])
def minutes_sentences(doc: Doc) -> Doc:
    """Sentence starts from punctuation, layout and resolution heads; the parser keeps to them."""
    text = doc.text
    starts = {start for start, _ in sentence_spans(text)} | {end for end, _ in heads(text)}
    pending = True
    for token in doc:
        pending = pending or token.idx in starts
        begins = token.i == 0 or (pending and not token.is_space)
        token.is_sent_start = begins
        pending = pending and not begins
    return doc


@Language.component(
    "commitment_cues",
    requires=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma", "doc.sents"],
    assigns=["doc.spans"],
)
def commitment_cues(doc: Doc) -> Doc:
    """Marks every clause that a cue takes for a commitment, with the kind as label and the cue's name as id."""
    register_extensions()
    return mark(doc, found_in(doc, doc._.context, doc._.min_score), doc.text)


def parse(nlp: Language, texts: Iterable[tuple[str, Context]], min_score: float = THRESHOLD) -> Iterator[list[Found]]:
    """What is found in each passage's text, in order; offsets count characters of that text from 0, end exclusive."""
    register_extensions()

    def docs() -> Iterator[Doc]:
        for text, context in texts:
            doc = nlp.make_doc(text)
            doc._.context = context
            doc._.min_score = min_score
            yield doc

    for doc in nlp.pipe(docs(), batch_size=64):
        yield [span._.found for span in doc.spans[SPANS_KEY]]
