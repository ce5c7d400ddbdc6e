"""Numbers as list markers print them."""

import pytest

from actiontracker.read.numerals import alphabetic, repeated_letter, roman


@pytest.mark.parametrize(
    ("number", "letters", "repeated", "numeral"),
    [
        (-1, "-1", "-1", "-1"),
        (0, "0", "0", "0"),
        (1, "a", "a", "i"),
        (4, "d", "d", "iv"),
        (26, "z", "z", "xxvi"),
        (27, "aa", "aa", "xxvii"),
        (28, "ab", "bb", "xxviii"),
        (49, "aw", "ww", "xlix"),
        (260, "iz", "zzzzzzzzzz", "cclx"),
        (261, "ja", "261", "cclxi"),
        (702, "zz", "702", "dccii"),
        (703, "aaa", "703", "dcciii"),
        (3999, "ewu", "3999", "mmmcmxcix"),
        (4000, "ewv", "4000", "4000"),
    ],
)
def test_numbers(number: int, letters: str, repeated: str, numeral: str) -> None:
    assert alphabetic(number) == letters
    assert repeated_letter(number) == repeated
    assert roman(number) == numeral
