"""Text from documents can neither steer a terminal nor turn the reading direction."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actiontracker.render.harmless import harmless, harmless_lines, in_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab\r\nmore", "two lines and a tab more"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b2J", "�2J"),
        ("owner \u202egnp.exe", "owner �gnp.exe"),
        ("isolate \u2066here\u2069", "isolate �here�"),
        ("bell\x07", "bell�"),
        ("half \ud83d pair", "half � pair"),
        ("no-break\u00a0space, soft\u00adhyphen, Llŷn, 日本", "no-break\u00a0space, soft\u00adhyphen, Llŷn, 日本"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
    ],
)
def test_what_steers_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_no_text_keeps_a_control_or_a_line_end(text: str) -> None:
    shown = harmless(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert harmless(shown) == shown


@given(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_lines_stay_lines_where_they_are_wanted() -> None:
    assert harmless_lines("one\ntwo\x1b\n") == "one\ntwo�\n"


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, ()),
        ("a\x07", ("a�",)),
        (("a", "b\n"), ("a", "b ")),
        (True, ("yes",)),
        (3, ("3",)),
        (0.5, ("0.5",)),
    ],
)
def test_values_as_lines(value: str | tuple[str, ...] | int | None, lines: tuple[str, ...]) -> None:
    assert in_words(value) == lines
