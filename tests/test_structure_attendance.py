"""People are taken from attendance lists, with posts and initials only as written there."""

from __future__ import annotations

import pytest
from sources import minutes_of, source_of_table

from actiontracker.records import Person, Role
from actiontracker.structure import structure

AFTER = "\n\n1. Welcome\n\nThe Chair spoke.\n\n2. Roads\n\nMr Zelkova of the county asked about the road."
MEMBER, OFFICER, OTHER = Role.MEMBER, Role.OFFICER, Role.OTHER


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Present: Councillors A Ash (Chair), B Birch and C Cedar",
            [Person("A Ash", MEMBER, "Chair"), Person("B Birch", MEMBER), Person("C Cedar", MEMBER)],
        ),
        (
            "Present: Cllr. Ann Ash (AA), Cllr Mrs B Birch (BB) & Cllr. C. Cedar.",
            [
                Person("Ann Ash", MEMBER, None, "AA"),
                Person("Mrs B Birch", MEMBER, None, "BB"),
                Person("C. Cedar", MEMBER),
            ],
        ),
        (
            "PRESENT:- Mrs Ann Ash \u2013 Chairman, Mr Ben Birch, Ms Cat Cedar, 5 members of the public",
            [Person("Mrs Ann Ash", MEMBER, "Chairman"), Person("Mr Ben Birch", MEMBER), Person("Ms Cat Cedar", MEMBER)],
        ),
        (
            "Present: Councillors Ash, Birch and Cedar",
            [Person("Ash", MEMBER), Person("Birch", MEMBER), Person("Cedar", MEMBER)],
        ),
        (
            "Members present: Aldermen S Ash and Birch; Councillors C Cedar; Bailies D Dale, E Elm",
            [Person(name, MEMBER) for name in ("S Ash", "Birch", "C Cedar", "D Dale", "E Elm")],
        ),
        (
            "In attendance:\n\nJane Roe \u2013 Director of Housing\n\nAlan Doe, Head of Parks\n\nKim Poe (KP), Clerk",
            [
                Person("Jane Roe", OFFICER, "Director of Housing"),
                Person("Alan Doe", OFFICER, "Head of Parks"),
                Person("Kim Poe", OFFICER, "Clerk", "KP"),
            ],
        ),
        (
            "Officers present: Chief Executive - J Roe; Director of Parks - A Doe",
            [Person("J Roe", OFFICER, "Chief Executive"), Person("A Doe", OFFICER, "Director of Parks")],
        ),
        (
            "Present: Cllr A Ash\n\nApologies: Cllr B Birch, Jane Roe (Clerk)",
            [
                Person("A Ash", MEMBER),
                Person("B Birch", MEMBER, present=False),
                Person("Jane Roe", OFFICER, "Clerk", present=False),
            ],
        ),
        (
            "Apologies for absence were received from Councillors A Ash and B Birch.",
            [Person("A Ash", MEMBER, present=False), Person("B Birch", MEMBER, present=False)],
        ),
        ("In the Chair: Councillor R Rowan", [Person("R Rowan", MEMBER, "In the Chair")]),
        ("Also present: Mr T Thorn, Mrs W Willow", [Person("Mr T Thorn", OTHER), Person("Mrs W Willow", OTHER)]),
        (
            "Present\n\n- Dr I Ivy \u2013 Non-Executive Director (Chair)\n\n- Mr B Bay",
            [Person("Dr I Ivy", OFFICER, "Non-Executive Director (Chair)"), Person("Mr B Bay", MEMBER)],
        ),
        (
            "Councillors Ann Ash (Chair), Ben Birch and Cat Cedar.",
            [Person("Ann Ash", MEMBER, "Chair"), Person("Ben Birch", MEMBER), Person("Cat Cedar", MEMBER)],
        ),
        (
            "Present:\n\nDr Ann Ash AA Clinical Chair\n\nMr Ben Birch (BB) Medical Director\n\nCat Cedar [CC] Chair",
            [
                Person("Dr Ann Ash", MEMBER, "Clinical Chair", "AA"),
                Person("Mr Ben Birch", OFFICER, "Medical Director", "BB"),
                Person("Cat Cedar", MEMBER, "Chair", "CC"),
            ],
        ),
        (
            "Present: Mr Ben Birch, Clerk (BB); Vera Elm (PRU)",
            [Person("Mr Ben Birch", OFFICER, "Clerk", "BB"), Person("Vera Elm", MEMBER)],
        ),
        ("Present: 3 members of the public", []),
        ("Apologies: None", []),
    ],
)
def test_lists(text: str, people: list[Person]) -> None:
    assert list(minutes_of(f"Oakham Fold Parish Council\n\n{text}{AFTER}").people) == people


def test_a_table_of_names_and_posts() -> None:
    rows = [["Name", "Post"], ["Jane Roe", "Director of Housing"], ["Cllr Ann Ash (AA)", "Chair"]]
    people = structure(source_of_table("Present:", rows))[0].people
    assert people == (Person("Jane Roe", OFFICER, "Director of Housing"), Person("Ann Ash", MEMBER, "Chair", "AA"))


def test_nobody_is_taken_from_running_text() -> None:
    assert minutes_of(AFTER.strip()).people == ()


def test_each_name_once() -> None:
    people = minutes_of(f"Present: Cllr A Ash, Cllr B Birch\n\nIn attendance: A Ash{AFTER}").people
    assert [person.name for person in people] == ["A Ash", "B Birch"]


def test_initials_are_never_made_up() -> None:
    assert all(person.initials is None for person in minutes_of(f"Present: Ann Ash, Ben Birch{AFTER}").people)
