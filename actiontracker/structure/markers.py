"""Bullets and clause labels: "•", "(a)", "iv.", "2.3", "23/045"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = r"(?P<bullet>[•·●▪◦‣○■□➢➤✓❖➔►\uf0b7\uf0a7\uf0d8\uf02d](?=\s*\S)|[-\u2013—*§Øo](?=\s)|[-\u2013](?=[A-Z(]))"
_BRACKETED = r"(?P<bracketed>\((?:[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,3})\)\.?)(?!\()"
_HALF_BRACKETED = r"(?P<half>(?:[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,3})\))"
_DOTTED = (
    r"(?P<dotted>[A-Z]?\d{1,3}(?:\.\d{1,3}){1,3}[.:)]?)(?=\s|[A-Z])"
    r"(?!\s*(?:[ap]\.?m\b|hrs\b|hours\b|million\b|bn\b|%|per\s*cent|miles\b|metres\b|m\b|kg\b|FTE\b))"
)
_NUMBER = r"(?P<number>\d{1,3}\.)(?!\d)(?=\s|[A-Za-z(\"'“\u2018])"
_ROMAN = r"(?P<roman>(?:[ivx]{1,5}|[IVX]{2,5}|[VX])\.)(?=\s)"
_LETTER = r"(?P<letter>[a-zA-Z]\.)(?=\s)"
_REFERENCE = (
    r"(?P<reference>(?:(?:[A-Z]{1,5}[ ./-]{0,2})?\d{1,4}[a-z]?(?:\.\d{1,2})?/\d{1,4}(?:/\d{1,4})*(?:\.\d{1,3})*[a-z]?"
    r"|[A-Z]{1,5}/\d{1,4}/ \d{1,4}|[A-Z]{1,5}[./-]\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,3})*"
    r"|[A-Z]{1,5}/\d{1,4})[.:)]?)(?![\w/£])"
)
_MARKER = re.compile(
    rf"(?:{_BULLET}|{_BRACKETED}|{_HALF_BRACKETED}|(?:{_REFERENCE}|{_DOTTED}|{_NUMBER})(?:\s*[-\u2013—](?=\s))?"
    rf"|{_ROMAN}|{_LETTER})\s*"
)
_ALONE = re.compile(
    r"(?:[•·●▪◦‣○■□➢➤✓❖➔►\uf0b7\uf0a7\uf0d8\uf02d\-\u2013—*§Øo]|\(?(?:[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5}"
    r"|\d{1,3})[.)]\)?"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[.:)]?|(?:[A-Z]{1,5}[ ./-]{0,2})?\d{1,4}[a-z]?/\d{1,4}(?:/\d{1,4})*[.:)]?)"
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)(?![\d.])")
_NAME_AFTER_INITIAL = re.compile(r"(?:[A-Z]\.? )*[A-Z][a-z'\u2019-]+(?:\s*[,(\u2013-]|$|\s+[A-Z][\w'\u2019-]+$)")
_UNIT = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Marker:
    """A bullet or label at the start of a text."""

    raw: str
    """As written, without blanks after it."""
    style: str
    """Its form: "bullet •", "bracketed", "half", "dotted", "number", "roman", "letter", "reference"."""
    end: int
    """Where the words after it begin."""

    @property
    def label(self) -> str:
        """The bare letter, numeral or number: "(iv)" gives "iv"."""
        return self.raw.strip("().: ")


def marker_of(text: str) -> Marker | None:
    """The marker that `text` begins with, or None; a date, a time or somebody's initials are no marker."""
    match = _MARKER.match(text)
    if match is None or match.lastgroup is None or match.end() == len(text):
        return None
    style, raw = match.lastgroup, match[match.lastgroup].strip()
    if style in {"reference", "dotted"} and (_DATE.match(text) or _is_years(raw)):
        return None
    if style in {"letter", "roman"} and raw[0].isupper() and _NAME_AFTER_INITIAL.match(text, match.end()):
        return None
    return Marker(raw, f"bullet {raw}" if style == "bullet" else style, match.end())


def _is_years(raw: str) -> bool:
    parts = raw.strip(".:)").split("/")
    return len(parts) == 2 and all(part.isdigit() for part in parts) and is_financial_year(*parts)


def is_financial_year(first: str, second: str) -> bool:
    """Whether "2019/20" or "2016/2017" is meant: a year and the one after it."""
    return len(first) == 4 and first[:2] in {"19", "20"} and int(second) % 100 == (int(first) + 1) % 100


def is_marker_alone(text: str) -> bool:
    """Whether `text` is nothing but a bullet or label, whose words then stand on the next line."""
    return len(text) <= 12 and _ALONE.fullmatch(text) is not None and not (_DATE.match(text) or _is_years(text))


_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman_value(text: str) -> int | None:
    """The number a roman numeral up to 89 stands for, or None when `text` is not one."""
    values = [_ROMAN_DIGITS.get(char, 0) for char in text.lower()]
    if not values or 0 in values:
        return None
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def is_next_label(label: str, after: str) -> bool:
    """Whether `label` comes right after the label `after`: b after a, iii after ii, 4 after 3."""
    if label.isdigit() and after.isdigit():
        return int(label) == int(after) + 1
    if len(label) == 1 and len(after) == 1 and label.isalpha() and ord(label) == ord(after) + 1:
        return True
    value, before = roman_value(label), roman_value(after)
    return value is not None and before is not None and value == before + 1
