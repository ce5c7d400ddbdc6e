"""Whose action it probably is, and whether two names mean one person."""

from __future__ import annotations

import pytest
from telling import Telling

from actiontracker.records import Kind, Person, Role, Section
from actiontracker.resolve.people import inferred_owner, is_anybody, may_be_one

DIRECTOR = "Ada Penhale, Director of Housing"
PEOPLE = (
    Person("Ada Penhale", Role.OFFICER, "Director of Housing", "AP"),
    Person("Ivor Tansley", Role.OFFICER, "Head of Finance", "IT"),
    Person("Councillor Bea Quill", Role.MEMBER, "Chair"),
    Person("Councillor Jon Quill", Role.MEMBER),
    Person("Wyn Marsh", Role.OTHER, "Tenants’ Voice"),
)


def owner_of(
    sentence: str,
    quote: str,
    kind: Kind = Kind.UNDERTAKING,
    owner: str | None = None,
    presenter: str | None = DIRECTOR,
    section: Section = Section.MINUTES,
) -> str | None:
    told = Telling(people=PEOPLE).item("Repairs", presenter)
    told.says(f"{presenter or 'Nobody'} introduced the report.").says(sentence, section).finds(
        quote, quote, kind, owner
    )
    return inferred_owner(told.minutes, told.commitments[0])


@pytest.mark.parametrize(
    ("sentence", "quote", "kind", "owner"),
    [
        ("Officers would circulate the figures.", "Officers would circulate the figures", Kind.UNDERTAKING, "Officers"),
        (
            "The relevant officer would reply.",
            "The relevant officer would reply",
            Kind.UNDERTAKING,
            "The relevant officer",
        ),
        ("Council officers could bring more.", "Council officers could bring more", Kind.OFFER, "Council officers"),
        ("A corrected page would be circulated.", "A corrected page would be circulated", Kind.UNDERTAKING, None),
        ("More detail could be provided.", "More detail could be provided", Kind.OFFER, None),
        ("It was agreed that officers would call.", "officers would call", Kind.UNDERTAKING, "officers"),
    ],
)
def test_the_presenter_is_the_likely_owner(sentence: str, quote: str, kind: Kind, owner: str | None) -> None:
    assert owner_of(sentence, quote, kind, owner) == DIRECTOR


@pytest.mark.parametrize(
    ("sentence", "quote", "kind", "owner"),
    [
        ("Mr Hobb would reply.", "Mr Hobb would reply", Kind.UNDERTAKING, "Mr Hobb"),
        ("The Clerk would reply.", "The Clerk would reply", Kind.UNDERTAKING, "The Clerk"),
        (
            "The licensing officer would reply.",
            "The licensing officer would reply",
            Kind.UNDERTAKING,
            "The licensing officer",
        ),
        ("Members asked for the figures.", "asked for the figures", Kind.REQUEST, None),
        ("Members asked officers for the figures.", "asked officers for the figures", Kind.REQUEST, "officers"),
        ("RESOLVED that the roof be mended.", "the roof be mended", Kind.RESOLUTION, None),
        ("That Cabinet review the fee.", "Cabinet review the fee", Kind.RECOMMENDATION, "Cabinet"),
        ("It was agreed that a letter be sent.", "It was agreed that a letter be sent", Kind.UNDERTAKING, None),
        ("It was further agreed to write.", "It was further agreed to write", Kind.UNDERTAKING, None),
    ],
)
def test_nobody_is_inferred_where_somebody_is_named_or_the_meeting_decided(
    sentence: str, quote: str, kind: Kind, owner: str | None
) -> None:
    assert owner_of(sentence, quote, kind, owner) is None


@pytest.mark.parametrize(
    "presenter",
    [
        None,
        "Ada Penhale, Director of Housing, and Ivor Tansley, Head of Finance",
        "the Director of Housing and the Head of Finance",
        "Mrs Penhale and Mr Tansley",
        "Mrs Penhale with Councillor Quill",
    ],
)
def test_two_presenters_are_none(presenter: str | None) -> None:
    assert owner_of("The figures would follow.", "The figures would follow", presenter=presenter) is None


@pytest.mark.parametrize(
    "presenter", ["Director of Planning and Housing", "Head of Trading Standards and Licensing", "Ms Penhale"]
)
def test_a_post_with_an_and_in_it_is_one_presenter(presenter: str) -> None:
    assert owner_of("The figures would follow.", "The figures would follow", presenter=presenter) == presenter


@pytest.mark.parametrize("member", ["Councillor Bea Quill", "Cllr Hobb", "Bea Quill"])
def test_a_member_who_presents_is_not_meant_by_officers(member: str) -> None:
    assert owner_of("Officers would reply.", "Officers would reply", owner="Officers", presenter=member) is None
    assert owner_of("A reply would follow.", "A reply would follow", presenter=member) == member


@pytest.mark.parametrize("section", [Section.OLD_ACTIONS, Section.PURPOSE, Section.FRONT])
def test_old_actions_and_agenda_words_have_no_presenter(section: Section) -> None:
    assert owner_of("A reply would follow.", "A reply would follow", section=section) is None


def test_another_officer_named_in_the_same_paragraph_makes_two_candidates() -> None:
    sentence = "Ivor Tansley said that the saving stood. The figures would follow."
    assert owner_of(sentence, "The figures would follow") is None
    by_post = "The Head of Finance said that the saving stood. The figures would follow."
    assert owner_of(by_post, "The figures would follow") is None


def test_an_officer_named_after_the_promise_makes_no_second_candidate() -> None:
    sentence = "The figures would follow. Ivor Tansley left the meeting."
    assert owner_of(sentence, "The figures would follow") == DIRECTOR


def test_the_presenter_named_again_is_no_second_candidate() -> None:
    sentence = "The Director of Housing said that the roof was sound. The figures would follow."
    assert owner_of(sentence, "The figures would follow") == DIRECTOR


def test_a_promise_before_anybody_presented_is_not_the_presenters() -> None:
    told = Telling(people=PEOPLE).item("Repairs", DIRECTOR)
    told.says("Papers would be sent earlier.").finds("Papers would be sent earlier", "Send papers earlier")
    told.says(f"{DIRECTOR} introduced the report.")
    assert inferred_owner(told.minutes, told.commitments[0]) is None


def test_words_outside_any_item_have_no_presenter() -> None:
    told = Telling().says("Papers would be sent earlier.").finds("Papers would be sent earlier", "Send papers earlier")
    assert inferred_owner(told.minutes, told.commitments[0]) is None


@pytest.mark.parametrize(
    ("owner", "anybody"),
    [
        ("officers", True),
        ("The Council's officers", True),
        ("the team", True),
        ("Planning officers", False),
        ("Clerk", False),
        ("the lead", False),
        ("Members", False),
    ],
)
def test_officers_are_nobody_in_particular(owner: str, anybody: bool) -> None:
    assert is_anybody(owner) is anybody


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (None, "The Clerk", True),
        ("officers", "the Head of Finance", True),
        ("the Clerk", "Clerk", True),
        ("the Clerk", "the Parish Clerk", True),
        ("Mrs Penhale", "Ada Penhale", True),
        ("Mrs Penhale", "the Director of Housing", True),
        ("AP", "the Director of Housing", True),
        ("Ivor Tansley, Head of Finance", "IT", True),
        ("Ms Ada Penhale, Housing", "AP", True),
        ("the Director of Housing", "the Director of Planning", False),
        ("the Director of Housing", "IT", False),
        ("the Head of Finance", "Mrs Penhale", False),
        ("Councillor Green", "Councillor White", False),
        ("Councillor Green", "the Clerk", False),
        ("the Clerk", "Councillor Green", False),
        ("Councillor Bea Quill", "Councillor Jon Quill", False),
        ("Councillor Quill", "Councillor Jon Quill", True),
        ("Members", "the Clerk", False),
        ("Councillor", "the Clerk", False),
    ],
)
def test_two_names_may_mean_one_person(one: str | None, other: str | None, may_be: bool) -> None:
    assert may_be_one(one, other, PEOPLE) is may_be
    assert may_be_one(other, one, PEOPLE) is may_be
