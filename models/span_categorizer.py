"""The second approach: spaCy's span categorizer over a clause suggester, on the shipped model's frozen tok2vec.

    python -m models.span_categorizer OUT

It is trained on the same documents as the clause network and kept for the comparison in the model card; it does not
ship. The suggester proposes each clause's own stretch, as the rules and the network see it.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example as Taught
from thinc.api import Ragged

from actiontracker.extract import load
from actiontracker.extract.facts import Context
from actiontracker.extract.find import extent, facts_in, found_as, mark, register_extensions
from actiontracker.extract.passages import context_of, is_read, may_hold_a_commitment
from actiontracker.records import Kind, Section
from models.examples import NONE, SKIP, labels_in, marks_in, minutes_of
from models.parts import part_of_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from actiontracker.annotation import Annotated
    from actiontracker.extract.facts import Facts

CANDIDATES, FOUND = "clauses", "sc"
EPOCHS: Final = 12
MODEL: Final = {
    "@architectures": "spacy.SpanCategorizer.v1",
    "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"},
    "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": 128},
    "scorer": {"@layers": "spacy.LinearLogistic.v1", "nO": None, "nI": None},
}


@spacy.registry.misc("clause_suggester.v1")
def clause_suggester() -> Callable[..., Ragged]:
    """A suggester that proposes the stretches in `doc.spans["clauses"]`."""

    def suggest(docs: Sequence[Doc], *, ops: Any = None) -> Ragged:
        import numpy as np

        rows = [[(span.start, span.end) for span in doc.spans.get(CANDIDATES, [])] for doc in docs]
        flat = [pair for own in rows for pair in own]
        return Ragged(
            ops.asarray(np.array(flat, "i").reshape((-1, 2))), ops.asarray(np.array([len(own) for own in rows], "i"))
        )

    return suggest


@Language.component("clause_candidates", assigns=["doc.spans"])
def clause_candidates(doc: Doc) -> Doc:
    """Puts each clause's stretch in `doc.spans["clauses"]`."""
    register_extensions()
    doc.spans[CANDIDATES] = [doc[start:end] for start, end in _places(doc)]
    return doc


def _places(doc: Doc) -> dict[tuple[int, int], Facts]:
    """Each clause by where it stands, in tokens."""
    places = {}
    for facts in facts_in(doc, doc.text, doc._.context or Context(Section.MINUTES)):
        span = doc.char_span(*extent(doc, facts), alignment_mode="expand")
        places[span.start, span.end] = facts
    return places


@Language.component("commitment_spans", assigns=["doc.spans"])
def commitment_spans(doc: Doc) -> Doc:
    """Marks what the categorizer takes for a commitment as the other approaches do."""
    scores = doc.spans[FOUND].attrs.get("scores", [])
    text, places = doc.text, _places(doc)
    found = []
    for span, score in zip(doc.spans[FOUND], scores, strict=True):
        if float(score) >= doc._.min_score:
            place = (span.start_char, span.end_char)
            facts = places[span.start, span.end]
            found.append(found_as(doc, text, facts, place, Kind(span.label_), float(score), "span categorizer"))
    return mark(doc, found, text)


def taught(document: Annotated, nlp: Language) -> Iterator[Taught]:
    """The document's passages, parsed, with the right label on each clause that tells of a commitment."""
    minutes = minutes_of(document.text)
    for index, passage in enumerate(minutes.passages):
        context = context_of(minutes, index, tagged=False)
        if not is_read(passage) or not may_hold_a_commitment(passage.text, context.lead):
            continue
        parsed = nlp.make_doc(passage.text)
        parsed._.context = context
        parsed = clause_candidates(nlp(parsed))
        places = _places(parsed)
        commitments, near = marks_in(passage, document.commitments), marks_in(passage, document.near_misses)
        labels = labels_in(parsed, list(places.values()), commitments, near)
        gold = Doc(parsed.vocab, words=[t.text for t in parsed], spaces=[bool(t.whitespace_) for t in parsed])
        gold.spans[FOUND] = [
            spacy.tokens.Span(gold, *place, label=label)
            for place, label in zip(places, labels, strict=True)
            if label not in (NONE, SKIP)
        ]
        yield Taught(parsed, gold)


def _bare() -> tuple[Language, Any]:
    """The shipped pipeline with an untrained categorizer at its end."""
    nlp = load(rules_only=True)
    nlp.remove_pipe("commitment_cues")
    register_extensions()
    config = {"suggester": {"@misc": "clause_suggester.v1"}, "model": MODEL, "spans_key": FOUND, "threshold": 0.05}
    categorizer: Any = nlp.add_pipe("spancat", config=config)
    for kind in Kind:
        categorizer.add_label(kind.value)
    return nlp, categorizer


def _with_ends(nlp: Language) -> Language:
    nlp.add_pipe("clause_candidates", before="spancat")
    nlp.add_pipe("commitment_spans", last=True)
    return nlp


def trained(documents: Sequence[Annotated]) -> Language:
    """A pipeline with a categorizer trained on the documents; only the categorizer's own weights are learnt."""
    nlp, categorizer = _bare()
    others = [name for name in nlp.pipe_names if name != "spancat"]
    with nlp.select_pipes(disable="spancat"):
        examples = [one for document in documents for one in taught(document, nlp)]
    categorizer.initialize(lambda: examples[:200], nlp=nlp)
    optimizer = nlp.resume_training()
    chance = random.Random(0)
    for epoch in range(EPOCHS):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for start in range(0, len(examples), 64):
            batch = examples[start : start + 64]
            nlp.update(batch, sgd=optimizer, losses=losses, exclude=others, annotates=["tok2vec"], drop=0.1)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {losses['spancat']:.1f}", flush=True)
    return _with_ends(nlp)


def opened(folder: Path) -> Language:
    """The pipeline with the trained categorizer that `main` wrote."""
    nlp, categorizer = _bare()
    categorizer.from_disk(folder / "spancat")
    return _with_ends(nlp)


def main() -> None:
    """Trains on the training styles and writes the categorizer to the folder that is given."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    nlp: Any = trained(part_of_corpus("training"))
    nlp.get_pipe("spancat").to_disk(folder / "spancat")


if __name__ == "__main__":
    main()
