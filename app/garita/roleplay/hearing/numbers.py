"""Numbers in words or digits, at a position of a turn: "mil quinientos", "2 mil", "10.000", "10 000", "1,5".

Numbers beyond a thousand million, or of more than twelve digits, are consumed and stay unknown (value None).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from garita.roleplay.hearing.table import word_list
from garita.roleplay.hearing.words import Words
from garita.roleplay.prompt import number_text

Gender = Literal["m", "f"]
LARGEST = 10**9
_MOST_DIGITS = 12
_DIGITS = "0123456789"


class Number(NamedTuple):
    """``value`` is None where the number is absurd; ``article``: said as "un" or "una", which may mean none at all."""

    value: float | None
    end: int
    article: bool = False


_SMALL = word_list(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis
    diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis
    veintisiete veintiocho veintinueve
    """
)
_TENS = word_list("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = word_list(
    """
    doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos
    """
)
_VALUES = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, 3)},
    **{word: 100 * value for value, word in enumerate(_HUNDREDS, 2)},
    **{word[:-2] + "as": 100 * value for value, word in enumerate(_HUNDREDS, 2)},
    # as learners build them
    "docientos": 200, "trecientos": 300, "cuatrocentos": 400, "cincocientos": 500, "quinientas": 500,
    "sietecientos": 700, "nuevecientos": 900, "sietecientas": 700, "nuevecientas": 900,
    "un": 1, "una": 1, "veintiun": 21, "veintiuna": 21, "cien": 100, "ciento": 100,
}  # fmt: skip
_SCALES = {"mil": 10**3, "k": 10**3, "millon": 10**6, "millones": 10**6, "cientos": 100, "cientas": 100}
WORDS = frozenset(_VALUES) | {"mil", "millon", "millones"}
_WORDS_TO_TWELVE = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
)  # fmt: skip


def read(words: Words, start: int) -> Number | None:
    """The number at ``start``, or None where there is none."""
    first = words.at(start)
    if first[:1] in _DIGITS and first:
        return _digits(words, start)
    if first not in _VALUES and first != "mil":
        return None
    return _in_words(words, start, 0.0, 0.0)


def starts(word: str) -> bool:
    """Whether a number may begin with this plain word."""
    return word in _VALUES or word == "mil" or (word != "" and word[0] in _DIGITS)


def said(value: float, gender: Gender = "m") -> str:
    """A count before its noun: words up to twelve ("una", "dos"), digits above, decimals with a comma."""
    if value == 1:
        return "una" if gender == "f" else "un"
    if value == int(value) and 0 <= value <= 12:
        return _WORDS_TO_TWELVE[int(value)]
    return number_text(value)


def _in_words(words: Words, start: int, total: float, current: float) -> Number:
    """``total`` holds what is multiplied already, ``current`` what a following "mil" or "millones" multiplies."""
    index = start
    while index < len(words):
        word = words.at(index)
        if word in _SCALES and (current or word == "mil" or (total and word == "millones")):
            scale = _SCALES[word]
            total, current = (total + current) * scale if scale == 10**6 else total + max(current, 1) * scale, 0.0
        elif word in _VALUES and _fits(current, _VALUES[word], index > start):
            current += _VALUES[word]
        elif not (word == "y" and _joins(words, index, current)):
            break
        index += 1
    value = total + current
    article = index == start + 1 and words.at(start) in ("un", "una")
    return Number(value if value <= LARGEST else None, index, article)


def _joins(words: Words, index: int, current: float) -> bool:
    """Whether "y" stands inside a number: treinta y uno."""
    unit = _VALUES.get(words.at(index + 1), 0)
    return current % 100 >= 20 and current % 10 == 0 and 1 <= unit <= 9


def _fits(current: float, value: int, later: bool) -> bool:
    """Whether ``value`` can follow ``current`` inside one number: big before small."""
    if not later or current == 0:
        return current == 0
    room = 10 if value < 10 else 100 if value < 100 else 1000
    return value > 0 and current % room == 0


def _digits(words: Words, start: int) -> Number:
    text, index = words.at(start), start + 1
    grouped = text.isdigit() and len(text) <= 3
    while grouped and len(text) <= _MOST_DIGITS and len(words.at(index)) == 3 and words.at(index).isdigit():
        text += words.at(index)  # 10 000
        index += 1
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return Number(None, index)
    value = _value(text)
    if words.at(index) in _SCALES and value < LARGEST:
        return _in_words(words, index, 0.0, value)
    return Number(value if value <= LARGEST else None, index)


def _value(text: str) -> float:
    """Three digits after a point or comma are thousands, others a decimal: 1.500 and 1,5."""
    head, *groups = text.replace(",", ".").split(".")
    if groups and not all(len(group) == 3 for group in groups):
        return float("".join((head, *groups[:-1])) + "." + groups[-1])
    return float("".join((head, *groups)))
