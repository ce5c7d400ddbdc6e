"""JSON: every value comes back as it was, and nothing raw steers the terminal it is printed on."""

import json

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from tracked import TODAY, tracked

from actiontracker.render.harmless import harmless
from actiontracker.render.json import as_json, as_records
from actiontracker.report.build import build
from actiontracker.report.definitions import OUTSTANDING


def test_a_list_is_one_object_an_action_with_bare_values() -> None:
    report = build(OUTSTANDING.listing, (tracked(times_moved=2),), TODAY, export=True)
    (record,) = json.loads(as_json(as_records(report)))
    assert record["ref"] == "A-0001"
    assert (record["due"], record["days_late"], record["times_moved"]) == ("2026-06-30", 24, 2)
    assert record["page"] is None


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_values_come_back_unchanged(value: object) -> None:
    for indent in (None, 2):
        assert json.loads(as_json(value, indent=indent)) == value


@given(st.text())
def test_no_raw_control_character_is_written(text: str) -> None:
    written = as_json([text], indent=None)
    assert harmless(written) == written
    written.encode()


def test_one_line_where_no_indent_is_wanted() -> None:
    assert "\n" not in as_json({"quote": "two\nlines\u2028here"}, indent=None)


def test_letters_stay_letters() -> None:
    assert as_json("Llŷn “quoted”") == '"Llŷn “quoted”"'


def test_what_has_no_form_in_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no form"):
        as_json(object())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_as_they_were(text: str) -> None:
    written = as_json(as_records(build(OUTSTANDING.listing, (tracked(action=text),), TODAY, export=True)))
    assert json.loads(written)[0]["action"] == text
    assert "\x1b" not in written
