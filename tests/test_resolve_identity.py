"""When two stretches of minutes are one obligation, and when a document is a newer version of another."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import Telling

from actiontracker.records import Commitment, Kind, Person, Role, Section
from actiontracker.resolve.identity import is_version_of, matches, told_once

PEOPLE = (Person("Ada Penhale", Role.OFFICER, "Director of Housing", "AP"), Person("Ivor Tansley", Role.OFFICER))


def once(told: Telling) -> list[Commitment]:
    return told_once(told.commitments, told.minutes.passages, told.minutes.people)


def repairs() -> Telling:
    return Telling(people=PEOPLE).item("Housing repairs")


# --- told twice ------------------------------------------------------------------------------------------------------


def test_a_request_and_the_promise_that_takes_it_up_are_one() -> None:
    told = repairs()
    told.says("Members asked that the repairs figures be split by ward.").finds(
        "the repairs figures be split by ward", "Split the repairs figures by ward", Kind.REQUEST
    )
    told.says("The Director of Housing undertook to split the repairs figures by ward within two weeks.").finds(
        "The Director of Housing undertook to split the repairs figures by ward within two weeks",
        "Split the repairs figures by ward within two weeks",
        owner="The Director of Housing",
        deadline="within two weeks",
    )
    (one,) = once(told)
    assert (one.owner and one.owner.text, one.deadline and one.deadline.text) == (
        "The Director of Housing",
        "within two weeks",
    )
    assert one.told_again == (told.commitments[0].span,)


@pytest.mark.parametrize("teller", [0, 1])
def test_the_condition_is_kept_whichever_telling_has_it(teller: int) -> None:
    told = repairs()
    conditions = ["if members wished" if number == teller else None for number in (0, 1)]
    request = "Members asked that the repairs figures be split by ward if members wished."
    told.says(request).finds(request[:-1], "Split the repairs figures by ward", Kind.REQUEST, condition=conditions[0])
    promise = "The Director of Housing undertook to split the repairs figures by ward if members wished."
    told.says(promise).finds(
        promise[:-1],
        "Split the repairs figures by ward",
        owner="The Director of Housing",
        condition=conditions[1],
    )
    (one,) = once(told)
    assert one.condition is not None
    assert one.condition.span.of(told.text) == one.condition.text == "if members wished"


@pytest.mark.parametrize(
    ("action", "tellings"), [("Send the ward list to members", 1), ("Send the gate survey to members", 2)]
)
def test_a_promise_whose_pronoun_was_filled_in_still_joins_the_request_it_answers(action: str, tellings: int) -> None:
    told = repairs()
    told.says("Members asked for the ward list.").finds(
        "Members asked for the ward list", "Provide the ward list", Kind.REQUEST
    )
    told.says("Mrs Penhale would send this to members.").finds(
        "Mrs Penhale would send this to members", action, owner="Mrs Penhale"
    )
    assert len(once(told)) == tellings


@pytest.mark.parametrize("answer", ["Circulate this", "Look into it", "Provide these outside the meeting", "Do so"])
def test_a_promise_that_only_points_back_joins_the_request_before_it(answer: str) -> None:
    told = repairs()
    told.says("A Member asked for the number of empty homes in each ward.").finds(
        "asked for the number of empty homes in each ward",
        "Supply the number of empty homes in each ward",
        Kind.REQUEST,
    )
    told.says("Mrs Penhale agreed to this before Christmas.").finds(
        "agreed to this before Christmas", answer, owner="Mrs Penhale", deadline="before Christmas"
    )
    (one,) = once(told)
    assert one.action == "Supply the number of empty homes in each ward"
    assert one.owner is not None
    assert one.owner.span.of(told.text) == "Mrs Penhale"
    assert one.deadline is not None
    assert one.deadline.span.of(told.text) == "before Christmas"


def test_a_promise_that_points_back_to_two_requests_stays_alone() -> None:
    told = repairs()
    told.says("A Member asked for a map of the garages and for a list of the tenants.")
    told.finds("a map of the garages", "Supply a map of the garages", Kind.REQUEST)
    told.finds("a list of the tenants", "Supply a list of the tenants", Kind.REQUEST)
    told.says("Mrs Penhale would send this.").finds("Mrs Penhale would send this", "Send this", owner="Mrs Penhale")
    assert len(once(told)) == 3


def test_a_promise_that_points_far_back_stays_alone() -> None:
    told = repairs()
    told.says("A Member asked for a map.").finds("asked for a map", "Supply a map of the garages", Kind.REQUEST)
    told.says("The rents were discussed.").says("The Clerk would send this.")
    told.finds("The Clerk would send this", "Send this", owner="The Clerk")
    assert len(once(told)) == 2


def test_the_discussion_and_the_resolution_are_one() -> None:
    told = repairs()
    told.says("It was agreed that the hedge along Mill Lane be cut back before the spring.").finds(
        "the hedge along Mill Lane be cut back before the spring",
        "Cut back the hedge along Mill Lane before the spring",
        deadline="before the spring",
    )
    told.says("The Clerk cut back the hedge along Mill Lane.", Section.RESOLUTION).finds(
        "The Clerk cut back the hedge along Mill Lane",
        "Cut back the hedge along Mill Lane",
        Kind.RESOLUTION,
        owner="The Clerk",
    )
    (one,) = once(told)
    assert one.section is Section.RESOLUTION
    assert one.owner is not None
    assert one.deadline is not None
    assert one.deadline.span.of(told.text) == one.deadline.text == "before the spring"
    assert one.told_again == (told.commitments[0].span,)


def test_the_decision_and_the_minutes_print_one_list_twice() -> None:
    told = repairs()
    clauses = [
        (
            "(a)",
            "officers circulate the audit plan to the tenants’ panel",
            "Circulate the audit plan to the tenants’ panel",
        ),
        (
            "(b)",
            "officers circulate the audit plan to the leaseholders",
            "Circulate the audit plan to the leaseholders",
        ),
        ("(c)", "the Head of Audit visit both depots", "Visit both depots"),
    ]
    for section, printed in ((Section.DECISION, clauses), (Section.MINUTES, clauses[::-1])):
        told.says("RESOLVED that:", section)
        lead_in = told.last
        for marker, words, action in printed:
            told.says(words, section, marker, lead_in).finds(words, action, Kind.RESOLUTION)
    found = once(told)
    assert [one.action for one in found] == [action for _, _, action in clauses]
    assert [one.told_again for one in found] == [(again.span,) for again in told.commitments[:2:-1]]


def test_clauses_of_one_list_are_never_one_however_alike() -> None:
    told = repairs().says("RESOLVED that:", Section.RESOLUTION)
    lead_in = told.last
    for marker, words in [
        ("(a)", "the Head of Audit write to the north depot about the missing keys"),
        ("(b)", "the report be noted"),
        ("(c)", "the Head of Audit write to the south depot about the missing keys"),
    ]:
        told.says(words, Section.RESOLUTION, marker, lead_in)
        if "write" in words:
            told.finds(words, f"Write{words.split('write')[1]}", Kind.RESOLUTION, owner="the Head of Audit")
    assert len(once(told)) == 2


def test_listed_clauses_without_a_lead_in_are_never_one_either() -> None:
    told = repairs()
    for marker in ("1.", "2."):
        words = "Clerk to tell the Borough that the Council has no objection to the plans"
        told.says(words, Section.MINUTES, marker).finds(words, words[9:], owner="Clerk")
    assert len(once(told)) == 2


def test_the_same_task_of_two_people_is_two() -> None:
    told = repairs()
    for owner in ("Councillor Green", "the Clerk"):
        told.says(f"It was noted that {owner} would inspect the roof of the village hall.")
        told.finds(
            f"{owner} would inspect the roof of the village hall", "Inspect the roof of the village hall", owner=owner
        )
    told.says("Officers inspect the roof of the village hall.", Section.RESOLUTION).finds(
        "Officers inspect the roof of the village hall", "Inspect the roof of the village hall", Kind.RESOLUTION
    )
    owners = [one.owner.text if one.owner else None for one in once(told)]
    assert owners == ["Councillor Green", "the Clerk"]


def test_one_person_under_name_and_post_is_one() -> None:
    told = repairs()
    told.says("The Director of Housing was asked to publish the ladder of rents online.").finds(
        "publish the ladder of rents online",
        "Publish the ladder of rents online",
        Kind.REQUEST,
        "The Director of Housing",
    )
    told.says("Mrs Penhale would publish the ladder of rents online.").finds(
        "Mrs Penhale would publish the ladder of rents online",
        "Publish the ladder of rents online",
        owner="Mrs Penhale",
    )
    assert len(once(told)) == 1


def test_somebody_in_particular_owns_it_rather_than_officers() -> None:
    told = repairs()
    told.says("Officers would publish the ladder of rents.").finds(
        "Officers would publish the ladder of rents", "Publish the ladder of rents", owner="Officers", score=0.99
    )
    told.says("Mr Tansley publish the ladder of rents.", Section.RESOLUTION).finds(
        "Mr Tansley publish the ladder of rents", "Publish the ladder of rents", Kind.RESOLUTION, "Mr Tansley"
    )
    (one,) = once(told)
    assert one.owner is not None
    assert one.owner.text == "Mr Tansley"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Repair gate 1 at the long meadow", "Repair gate 2 at the long meadow"),
        ("Send the June repairs figures to all wards", "Send the July repairs figures to all wards"),
        ("Publish appendix b of the audit plan online", "Publish appendix c of the audit plan online"),
        ("Write to the north depot about keys", "Invite the tenants to the summer fair"),
    ],
)
def test_what_differs_in_a_number_or_a_month_is_two(first: str, second: str) -> None:
    told = repairs().says(f"{first}.").finds(first, first)
    told.says(f"{second}.", Section.RESOLUTION).finds(second, second, Kind.RESOLUTION)
    assert len(once(told)) == 2


def test_different_deadlines_are_two_and_a_fuller_one_is_the_same() -> None:
    words = "mend the pump in the yard"
    told = repairs().says(f"The Clerk would {words} by the next meeting.")
    told.finds(
        f"The Clerk would {words} by the next meeting", "Mend the pump in the yard", deadline="by the next meeting"
    )
    told.says(f"The Clerk {words} in the autumn.", Section.RESOLUTION)
    told.finds(
        f"The Clerk {words} in the autumn", "Mend the pump in the yard", Kind.RESOLUTION, deadline="in the autumn"
    )
    assert len(once(told)) == 2


def test_the_same_words_under_another_item_are_another_obligation() -> None:
    words, told = "the Borough be told of the objections that residents made to the plans", Telling()
    told.item("12 Mill Lane").says(f"Members asked that {words}.")
    told.finds(words, "Tell the Borough of the objections that residents made to the plans", Kind.REQUEST)
    told.item("3 Church Row").says(f"It was agreed that {words}.")
    told.finds(words, "Tell the Borough of the objections that residents made to the plans")
    assert len(once(told)) == 2


def test_two_promises_in_one_sentence_are_two() -> None:
    told = repairs().says(
        "She would send the list of empty homes to the ward and the list of empty garages to the ward."
    )
    told.finds("send the list of empty homes to the ward", "Send the list of empty homes to the ward")
    told.finds("the list of empty garages to the ward", "Send the list of empty homes and garages to the ward")
    assert len(once(told)) == 2


def test_bullets_of_a_discussion_may_tell_a_request_and_its_promise() -> None:
    told, task = repairs(), "split the repairs figures by ward"
    told.says(f"Members asked officers to {task}.", marker="•").finds(f"asked officers to {task}", task, Kind.REQUEST)
    told.says(f"Mrs Penhale agreed to {task}.", marker="•").finds(f"agreed to {task}", task, owner="Mrs Penhale")
    assert len(once(told)) == 1


def test_the_promise_names_its_owner_where_the_request_went_to_officers() -> None:
    told = repairs().says("Members asked officers for a map of the garages. Mrs Penhale would send this.")
    told.finds("asked officers for a map of the garages", "Supply a map of the garages", Kind.REQUEST, "officers")
    told.finds("Mrs Penhale would send this", "Send this", owner="Mrs Penhale")
    (one,) = once(told)
    assert one.action == "Supply a map of the garages"
    assert one.owner is not None
    assert one.owner.text == "Mrs Penhale"


def test_short_tasks_of_one_discussion_are_not_taken_for_one() -> None:
    told = repairs()
    for pothole in ("The pothole in Mill Lane is back.", "The pothole by the church is back."):
        told.says(f"{pothole} Clerk to ring Highways.").finds("Clerk to ring Highways", "Ring Highways", owner="Clerk")
    assert len(once(told)) == 2


def test_one_retelling_cannot_tie_two_owners_together() -> None:
    task = "Inspect the roof of the village hall"
    told = repairs()
    told.says(f"{task}, all of it.", Section.DECISION).finds(task, task, Kind.RESOLUTION)
    told.says(f"Mrs Penhale: {task}.").finds(task, task, owner="Mrs Penhale")
    told.says(f"Mr Tansley: {task}.").finds(task, task, owner="Mr Tansley")
    assert sorted(one.owner.text for one in once(told) if one.owner) == ["Mr Tansley", "Mrs Penhale"]


def test_nothing_is_lost_and_nothing_invented() -> None:
    told = repairs()
    told.says("Members asked that the fence be mended.").finds(
        "the fence be mended", "Mend the long fence", Kind.REQUEST
    )
    told.says("The fence be mended.", Section.RESOLUTION).finds(
        "The fence be mended", "Mend the long fence", Kind.RESOLUTION
    )
    (one,) = once(told)
    assert (one.owner, one.deadline, one.recipient) == (None, None, None)


TASKS = (
    "Mend the long fence by the pond",
    "Mend the long fence",
    "Ring Highways",
    "Send this",
    "Publish plan 2 of the pond",
)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(TASKS),
            st.sampled_from(list(Kind)),
            st.sampled_from([Section.MINUTES, Section.DECISION, Section.RESOLUTION]),
            st.sampled_from(["", "The Clerk ", "Officers ", "Mr Tansley "]),
        ),
        max_size=12,
    )
)
def test_every_place_is_told_exactly_once_in_reading_order(rows: list[tuple[str, Kind, Section, str]]) -> None:
    told = repairs()
    for task, kind, section, owner in rows:
        told.says(f"{owner}{task}.", section).finds(task, task, kind, owner=owner.strip() or None)
    found = once(told)
    places = [span for one in found for span in (one.span, *one.told_again)]
    assert sorted(places) == [one.span for one in told.commitments]
    assert all(before.span < after.span for before, after in pairwise(found))
    for one in found:
        merged = [each for each in told.commitments if each.span in (one.span, *one.told_again)]
        assert one.owner in [each.owner for each in merged]


# --- versions --------------------------------------------------------------------------------------------------------

VOCABULARY = (
    "hedge lane meadow school bridge garden library market station harbour tower fountain orchard chapel quarry mill "
    "warden ranger tenant farmer teacher driver gardener porter painted mended measured opened emptied counted carried"
)
WORDS = VOCABULARY.split()


def prose(seed: int, sentences: int = 40) -> str:
    """Lines of made-up prose, the same for the same seed."""
    choose = random.Random(seed)
    return "\n".join(f"The {' '.join(choose.choices(WORDS, k=11))}." for _ in range(sentences))


MENUS = "\n".join(f"Section {number} of site" for number in range(60))
ATTENDANCE = "Present: Councillors A Green, B White, C Brown, D Black and E Grey of the Parks Panel at Northmere Hall"


def test_approved_minutes_with_small_edits_are_a_version_of_the_draft() -> None:
    draft = f"DRAFT\n{prose(1)}"
    approved = f"APPROVED\n{prose(1).replace('hedge', 'fence')}\nThese minutes were signed by the Chair as correct."
    assert is_version_of(approved, draft)
    assert is_version_of(draft, approved)


def test_other_line_breaks_change_nothing() -> None:
    one_line = prose(1).replace("\n", " ")
    words = one_line.split(" ")
    wrapped = "\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9))
    assert is_version_of(wrapped, prose(1))
    assert is_version_of(prose(1), one_line)


def test_pages_of_two_items_of_one_meeting_are_no_versions() -> None:
    first, second = (f"{MENUS}\n{ATTENDANCE}\n{prose(seed, 6)}\n{MENUS}" for seed in (1, 2))
    assert not is_version_of(first, second)


def test_the_page_of_an_item_is_no_version_of_the_whole_meeting() -> None:
    whole = "\n".join(prose(seed, 10) for seed in range(12))
    assert not is_version_of(prose(3, 10), whole)
    assert not is_version_of(whole, prose(3, 10))


def test_minutes_of_two_meetings_are_no_versions() -> None:
    assert not is_version_of(f"{ATTENDANCE}\n{prose(1)}", f"{ATTENDANCE}\n{prose(2)}")


def test_a_list_of_short_lines_is_compared_by_all_its_words() -> None:
    short = "Clerk to cut hedge\nClerk to ring Highways"
    assert is_version_of(short, short)
    assert not is_version_of(short, "Clerk to paint gate\nClerk to pay rent")


@pytest.mark.parametrize(("new", "old"), [("", ""), ("", prose(1)), ("—\n", "•")])
def test_nothing_is_a_version_of_nothing(new: str, old: str) -> None:
    assert not is_version_of(new, old)


def test_matches_follow_an_edited_quote() -> None:
    old = [
        "The Clerk to obtain two prices for a heavier gate",
        "Councillor Green would inspect the roof of the hall",
        "That the report be brought to the June meeting",
    ]
    new = [
        "That a letter of thanks be sent to the scouts",
        "Councillor Green would inspect the roof of the village hall",
        "The Clerk to obtain three prices for a heavier gate",
    ]
    assert matches(old, new) == {1: 1, 2: 0}


def test_the_same_words_keep_their_order() -> None:
    same = "Deferred to the next meeting"
    assert matches([same, same], ["Clerk to mend the pump", same, same]) == {1: 0, 2: 1}
    assert matches([same, "Clerk to mend the pump", same], [same, same]) == {0: 0, 1: 2}


def test_what_was_moved_is_found_again() -> None:
    gate, roof, pump = "Mend the long gate", "Inspect the hall roof", "Oil the yard pump"
    assert matches([gate, roof, pump], [pump, gate, roof]) == {0: 2, 1: 0, 2: 1}


def test_the_unchanged_one_is_matched_before_one_like_it() -> None:
    old = ["Clerk to repair gate 1 of the long meadow", "Clerk to repair gate 2 of the long meadow"]
    assert matches(old, [old[1]]) == {0: 1}


def test_quotes_without_content_match_only_their_own_words() -> None:
    assert matches(["It was agreed", "Members would"], ["Members would"]) == {0: 1}
    assert matches(["It was agreed"], ["The Council would meet"]) == {}
    assert matches([], ["It was agreed"]) == matches(["It was agreed"], []) == {}


QUOTES = st.lists(st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=4).map(" ".join), max_size=12)


@settings(deadline=None)
@given(QUOTES, QUOTES)
def test_each_quote_is_matched_once_at_most(old: list[str], new: list[str]) -> None:
    found = matches(old, new)
    assert len(set(found.values())) == len(found)
    assert all(0 <= i < len(new) and 0 <= j < len(old) for i, j in found.items())


@settings(deadline=None)
@given(QUOTES)
def test_a_document_matches_itself(quotes: list[str]) -> None:
    assert matches(quotes, quotes) == {i: i for i in range(len(quotes))}


@settings(deadline=None)
@given(st.text(), st.text())
def test_being_a_version_goes_both_ways(one: str, other: str) -> None:
    assert is_version_of(one, other) == is_version_of(other, one)


def test_large_documents_take_less_than_a_few_seconds() -> None:
    told = repairs()
    for number, line in enumerate(prose(1, 200).splitlines()):
        told.says(line, (Section.MINUTES, Section.RESOLUTION)[number % 2]).finds(line, line, Kind.REQUEST)
    minutes = told.minutes
    large = prose(2, 1300)
    assert len(large) > 100_000
    began = time.perf_counter()
    told_once(told.commitments, minutes.passages, minutes.people)
    matches([one.quote for one in told.commitments], large.splitlines()[:200])
    is_version_of(large, large + prose(3))
    assert time.perf_counter() - began < 5  # a tenth of this when measured; a slow machine may take longer
