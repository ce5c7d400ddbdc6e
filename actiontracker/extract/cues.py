"""What a cue is: a construction that binds somebody, or a modifier that strengthens or weakens one.

A construction opens a case with its weight (log-odds) and kind; the strongest that fits decides. The weights of the
modifiers that fit, save those that the construction stands `despite`, are then added, and the sum goes through the
logistic function to a score between 0 and 1. `matches` is a line the cue must fire on and `rejects` one it must not;
"RESOLVED: " before a line puts it under a resolution, " ACTION: Clerk" after it under a tag. The weights follow the
shares of constructions and near misses counted in real minutes; they are set by hand, not fitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from actiontracker.extract.facts import Lead, Verbs
    from actiontracker.extract.governors import Link, Matrix
    from actiontracker.extract.subjects import SubjectClass
    from actiontracker.extract.verbs import Form
    from actiontracker.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue; a condition left None does not matter, every other must hold."""

    name: str
    weight: float
    matches: str
    rejects: str
    kind: Kind | None = None
    """The kind of what a construction finds; a modifier has none."""
    despite: AbstractSet[str] = frozenset()
    """Names of the modifiers that say nothing against this construction."""
    forms: AbstractSet[Form] | None = None
    passive: bool | None = None
    subjects: AbstractSet[SubjectClass] | None = None
    links: AbstractSet[Link] | None = None
    matrices: AbstractSet[Matrix] | None = None
    matrix_told: bool | None = None
    askers: AbstractSet[SubjectClass] | None = None
    """Who the governing verb's subject is."""
    leads: AbstractSet[Lead] | None = None
    verbs: AbstractSet[Verbs] | None = None
    """The verb is in one of these classes."""
    not_verbs: AbstractSet[Verbs] | None = None
    """The verb is in none of these."""
    lemmas: AbstractSet[str] | None = None
    governors: AbstractSet[str] | None = None
    """The governing verb is one of these."""
    nouns: AbstractSet[str] | None = None
    """The noun whose complement the clause is."""
    information: bool | None = None
    recipient: bool | None = None
    deadline: bool | None = None
    meeting: bool | None = None
    tagged: bool | None = None
    condition: bool | None = None
    question: bool | None = None
    negated: bool | None = None
    opening: bool | None = None
    words: str | None = None
    """A pattern to be found in the clause's own words, which are in lower case."""
    sentence: str | None = None
    """A pattern to be found in the whole sentence, which is in lower case."""
