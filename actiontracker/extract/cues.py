"""What a cue is: a construction that binds somebody, or a modifier that strengthens or weakens one.

A construction opens a case with its weight (log-odds) and kind; the strongest that fits decides. Every modifier that
fits is then added, and the sum goes through the logistic function to a score between 0 and 1. `matches` is a line the
cue must fire on and `rejects` one it must not; "RESOLVED: " before a line puts it under a resolution, " ACTION:
Clerk" after it under a tag. The weights follow the shares of constructions and near misses counted in real minutes;
they are set by hand, not fitted.
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
    from actiontracker.records import Kind, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue; a field left None does not matter, every other must hold."""

    name: str
    weight: float
    matches: str
    rejects: str
    kind: Kind | None = None
    forms: AbstractSet[Form] | None = None
    passive: bool | None = None
    subjects: AbstractSet[SubjectClass] | None = None
    links: AbstractSet[Link] | None = None
    matrices: AbstractSet[Matrix] | None = None
    matrix_told: bool | None = None
    askers: AbstractSet[SubjectClass] | None = None
    leads: AbstractSet[Lead] | None = None
    sections: AbstractSet[Section] | None = None
    verbs: AbstractSet[Verbs] | None = None
    """The verb is in one of these classes."""
    not_verbs: AbstractSet[Verbs] | None = None
    lemmas: AbstractSet[str] | None = None
    governors: AbstractSet[str] | None = None
    """The governing verb is one of these."""
    objects: AbstractSet[str] | None = None
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
    despite: AbstractSet[str] = frozenset()
    """Names of modifiers that say nothing against this construction."""
    opening: bool | None = None
    words: str | None = None
    """A pattern that the clause's own words must contain (lower case)."""
    sentence: str | None = None
    """A pattern that the sentence must contain (lower case)."""
