"""What the tree, the place and the cues say of a clause, as the names that the trained classifier knows it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actiontracker.extract.decide import case_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actiontracker.extract.facts import Facts


def features_of(facts: Facts) -> tuple[str, ...]:
    """Names such as "form=future", "lead=resolved" or "cue=said would"; each at most once, in no order that matters."""
    return (*_of_tree(facts), *_of_place(facts), *_of_words(facts), *_of_cues(facts))


def _of_tree(facts: Facts) -> Iterator[str]:
    clause = facts.clause
    yield f"form={clause.form}"
    yield f"subject={clause.subject_class}"
    yield f"link={clause.link}"
    yield f"matrix={clause.matrix}"
    yield f"asker={facts.asker_class}"
    yield f"form={clause.form} matrix={clause.matrix}"
    yield f"form={clause.form} subject={clause.subject_class} passive={clause.passive}"
    yield f"matrix={clause.matrix} asker={facts.asker_class}"
    flags = {
        "passive": clause.passive,
        "negated": clause.negated,
        "question": clause.question,
        "condition": clause.condition,
        "told now": clause.matrix_told,
        "opening": facts.opening,
        "governed": clause.governor is not None,
    }
    yield from (name for name, holds in flags.items() if holds)


def _of_place(facts: Facts) -> Iterator[str]:
    context = facts.context
    yield f"section={context.section}"
    yield f"lead={context.lead}"
    yield f"lead={context.lead} form={facts.clause.form}"
    if context.tagged:
        yield "tagged"
    if context.listed:
        yield "listed"


def _of_words(facts: Facts) -> Iterator[str]:
    yield from (f"verb={name}" for name in facts.verbs)
    flags = {"information": facts.information, "recipient": facts.recipient, "deadline": facts.deadline}
    yield from (name for name, holds in flags.items() if holds)
    yield f"verbs={'+'.join(sorted(facts.verbs))} form={facts.clause.form}"


def _of_cues(facts: Facts) -> Iterator[str]:
    case = case_of(facts)
    if case is None:
        yield "no cue"
        return
    yield from (f"cue={cue.name}" for cue in case.fitting)
    yield from (f"but={cue.name}" for cue in case.modifiers)
    yield f"weight={max(-6, min(6, round(case.total)))}"


def clause_place(facts: Facts) -> tuple[int, int]:
    """Where the clause's own words stand in the passage's text (0-based, end exclusive)."""
    tokens, doc = facts.clause.tokens, facts.clause.head.doc
    last = doc[tokens[-1]]
    return doc[tokens[0]].idx, last.idx + len(last.text)


def head_place(facts: Facts) -> tuple[int, int]:
    """Where the clause's verb stands in the passage's text."""
    head = facts.clause.head
    return head.idx, head.idx + len(head.text)


def governor_place(facts: Facts) -> tuple[int, int] | None:
    """Where the governing verb stands in the passage's text; None without one."""
    governor = facts.clause.governor
    return (governor.idx, governor.idx + len(governor.text)) if governor is not None else None
