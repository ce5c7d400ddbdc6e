"""From minutes to commitments: sections, lead-ins and tags decide with the words, and every quote is exact."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lines import nlp

from actiontracker.extract import extract
from actiontracker.read import read
from actiontracker.records import Commitment, Kind, Minutes
from actiontracker.structure import structure


def minutes_of(text: str) -> Minutes:
    source, _ = read(text.encode(), "minutes.txt")
    assert source is not None
    minutes, _ = structure(source)
    return minutes


def commitments(text: str, min_score: float = 0.5) -> tuple[Commitment, ...]:
    found, _ = extract(minutes_of(text), nlp(), min_score)
    return found


def quotes(text: str) -> list[str]:
    return [item.quote for item in commitments(text)]


def test_a_list_takes_its_force_from_its_lead_in() -> None:
    text = "12. Land\n\nThe Committee RESOLVED:\n\n(a) to note the report;\n\n(b) to write to the landowner.\n"
    (found,) = commitments(text)
    assert found.quote == "to write to the landowner"
    assert found.kind is Kind.RESOLUTION


def test_the_same_words_under_an_answer_bind_nobody() -> None:
    text = "12. Land\n\nIn response, it was explained that:\n\n• The work had been done.\n\n• The fund was spent.\n"
    assert quotes(text) == []


def test_the_agendas_own_words_bind_nobody() -> None:
    text = "Agenda item\n\nBudget\n\nTo ask the Clerk to send the figures.\n\nMinutes:\n\nThe report was noted.\n"
    assert quotes(text) == []


def test_the_condition_comes_with_its_words_and_place() -> None:
    text = "8. Trees\n\nIf the survey shows rot, the Warden will cut the branch.\n"
    (found,) = commitments(text)
    assert found.condition is not None
    assert found.condition.span.of(text) == found.condition.text == "If the survey shows rot"


def test_a_tag_names_the_owner_of_what_stands_before_it() -> None:
    text = "8. Trees\n\nThe branch over the path would be cut before Christmas.\n\nACTION: Warden\n"
    (found,) = commitments(text)
    assert found.owner is not None
    assert found.owner.text == "Warden"
    assert found.deadline is not None
    assert found.deadline.text == "before Christmas"


def test_a_tag_with_words_of_its_own_is_a_commitment() -> None:
    text = "8. Trees\n\nThere was a long talk about the oak.\n\nACTION: Warden to ask the tree officer for advice.\n"
    (found,) = commitments(text)
    assert "ask the tree officer" in found.quote
    assert found.owner is not None
    assert found.owner.text == "Warden"


def test_a_row_of_an_old_log_is_no_new_commitment() -> None:
    text = (
        "Outstanding actions\n\nAction | Owner | Status\nWrite to the school | Clerk | Complete\n"
        "Mend the gate | Warden | Ongoing\n"
    )
    assert quotes(text) == []


def test_an_entry_that_ends_by_saying_it_is_done_is_no_new_commitment() -> None:
    text = "4. Actions\n\nThe Clerk to write to the school. The letter was sent in May. Complete.\n"
    assert quotes(text) == []


def test_a_higher_bar_lets_fewer_through() -> None:
    text = "3. Parks\n\nThe bench will be checked.\n\nThe Clerk agreed to report back to the next meeting.\n"
    assert len(commitments(text)) == 2
    assert len(commitments(text, min_score=0.9)) == 1


def test_page_and_line_of_the_evidence() -> None:
    text = "3. Parks\n\nNothing to say.\n\nThe Clerk will write to the school.\n"
    (found,) = commitments(text)
    assert (found.page, found.line) == (None, 5)


SENTENCES = (
    "The Clerk will write to the school about the crossing.",
    "RESOLVED: That a letter be sent to the Minister by 4 May.",
    "It was agreed that\nthe figures would be circu-\nlated to all members.",
    "Members thanked the officers.",
    "Mr Hale\u00a0said he would\u00a0ring the bus company.",
    "• Warden to mend the gate",
    "(a) that officers bring a plan to the next meeting; and (b) that the report be noted.",
    "ACTION: JB / Clerk",
    "Plot | Owner | Action\n3 | Warden | Cut the hedge\n4 | Clerk | Write to the tenant",
    "« Été » – “quoted” words — and a £5 note 😀",
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from(["\n\n", "\n", "\r\n", "\n\u00a0\n"])
)
def test_every_quote_and_every_field_stands_where_it_says(parts: list[str], between: str) -> None:
    minutes = minutes_of(between.join(parts))
    text = minutes.source.text
    found, _ = extract(minutes, nlp())
    for item in found:
        assert item.quote == text[item.span.start : item.span.end]
        assert item.quote.strip() == item.quote
        for words in (item.owner, item.recipient, item.deadline):
            if words is not None:
                assert words.text.split()[0] in text[words.span.start : words.span.end].replace("-\n", "")
    starts = [item.span.start for item in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["\u00a0", "....", "1.\n2.\n3.", "RESOLVED", "(a)", "ACTION:", "|", "—"])
def test_scraps_never_raise(text: str) -> None:
    source, problems = read(text.encode(), "scrap.txt")
    assert (source is None) == any(problem.fatal for problem in problems)
    if source is not None:
        minutes, _ = structure(source)
        assert extract(minutes, nlp()) == ((), ())
