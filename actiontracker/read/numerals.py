"""Numbers as list markers print them: letters and Roman numerals."""

from typing import Final

ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
HIGHEST_ROMAN: Final = 3999
LETTERS: Final = 26
MOST_REPEATS: Final = 10
"""Letters that are repeated more often than this are printed as a number: no list is that long."""


def roman(number: int) -> str:
    """The small Roman numeral of `number`; its digits where there is none (below 1, above 3999)."""
    if not 1 <= number <= HIGHEST_ROMAN:
        return str(number)
    numeral = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def alphabetic(number: int) -> str:
    """As HTML counts with letters: a … z, aa, ab …; digits below 1."""
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("a") + rest) + letters
    return letters


def repeated_letter(number: int) -> str:
    """As Word counts with letters: a … z, aa, bb …; digits below 1 and where a letter would be repeated very often."""
    repeats, letter = divmod(number - 1, LETTERS)
    if not 0 <= repeats < MOST_REPEATS:
        return str(number)
    return chr(ord("a") + letter) * (repeats + 1)
