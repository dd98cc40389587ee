"""What is shown and what is said: a written sentence as it is read aloud, and back from sound to the words shown.

Knows Spanish writing, no voice and no engine. Languages other than Spanish pass as they are, but for their digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from garita.roleplay.aloud import amounts, signs

_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]

# The first rule that fits a place reads it. Dates before numbers, money before units, everything before bare signs.
_RULES: tuple[_Rule, ...] = (
    (signs.ISO_DATE, signs.date),
    (signs.DATE, signs.date),
    (signs.SHORT_DATE, signs.short_date),
    (signs.TIME, signs.time),
    (signs.POINT_TIME, signs.point_time),
    (signs.HOUR, signs.time),
    (signs.PHONE, signs.phone),
    (amounts.MONEY_BEFORE, amounts.money_before),
    (amounts.MONEY_AFTER, amounts.money_after),
    (amounts.PERCENT, amounts.percent),
    (amounts.ORDINAL, amounts.ordinal_number),
    (amounts.UNIT, amounts.unit),
    (amounts.SIDE, amounts.side),
    (signs.TIMES, signs.times),
    (signs.CODE, signs.code),
    (amounts.FRACTION, amounts.fraction),
    (amounts.PLAIN, amounts.plain),
    (amounts.SIGNED_FRACTION, amounts.signed_fraction),
    (amounts.RANGE, amounts.span),
    (amounts.MINUS, amounts.minus),
    (signs.DON, signs.don),
    (signs.STREET, signs.street),
    (signs.NUMERO, signs.numero),
    (signs.ABBREVIATION, signs.abbreviation),
    (signs.ROMAN, signs.roman),
    (signs.CAPITALS, signs.capitals),
    (signs.EACH, signs.each),
    (signs.PER, signs.per),
    (signs.STROKE, signs.stroke),
    (signs.SIGN, signs.sign),
)
_OTHER = re.compile(r"[^\W\d_]+|\s+|.", re.DOTALL)

LONG = 9  # words from which on a sentence is worth cutting
_FIRST_WORDS, _REST_WORDS = 4, 3
_CUT = re.compile(r"[,;:](?=\s)|\s(?=[–—]\s)")
_LIST = re.compile(r"(?:\S+\s+){0,2}\S+(?:[,;]|\s+(?:y|e|o|u|ni)\s)")


class Piece(NamedTuple):
    """A stretch of the text as shown, and what is said for it."""

    shown: str
    said: str


def spoken(shown: str) -> str:
    """``shown`` as it is said: "Son 200 €." -> "Son doscientos euros." No digit is left in it.

    A bare "$" is read as dollars, wherever the booth is: allowances are set in them nearly everywhere, and whoever
    means pesos writes the word.
    """
    text, changed = "", False
    for piece in pieces(shown):
        touching = text[-1:].isalnum() and piece.said[:1].isalnum()
        text += " " + piece.said if touching and (changed or piece.said != piece.shown) else piece.said
        changed = piece.said != piece.shown
    return re.sub(r"\s+([.,;:!?…])", r"\1", re.sub(r"\s+", " ", text)).strip()


def heard_part(shown: str, share: float) -> str:
    """The beginning of ``shown`` that was heard when ``share`` (0 to 1) of its sound had been played, in whole words.

    Time is shared out by the letters that are said: "16 000" takes longer than it looks.
    """
    if share >= 1:
        return shown.strip()
    stretches = list(_unbroken(shown))
    left = share * sum(len(said) for _, said in stretches)
    heard = ""
    for text, said in stretches:
        left -= len(said)
        if left < 0:
            break
        heard += text
    return heard.strip()


def clauses(sentence: str) -> tuple[str, ...]:
    """A long sentence as its first clause and the rest, so that speaking can begin early; else the sentence alone."""
    if len(sentence.split()) >= LONG:
        for cut in _CUT.finditer(sentence):
            first, rest = sentence[: cut.end()].strip(), sentence[cut.end() :].strip()
            if len(first.split()) >= _FIRST_WORDS and _stands_alone(first, rest):
                return first, rest
    return (sentence,)


def _stands_alone(first: str, rest: str) -> bool:
    """Whether the cut is no list's comma ("ropa, comida y regalos") and no abbreviation's or number's."""
    return len(rest.split()) >= _REST_WORDS and not (first.endswith((",", ";")) and _LIST.match(rest))


def pieces(shown: str) -> Iterator[Piece]:
    """The text from left to right, each stretch with what is said for it; the stretches join to the text."""
    at = 0
    while at < len(shown):
        match, said = _read(shown, at)
        if match[0].endswith(".") and not said.endswith(".") and not shown[match.end() :].strip():
            said += "."  # an abbreviation's full stop also ends the sentence
        yield Piece(match[0], said)
        at = match.end()


def _read(shown: str, at: int) -> tuple[re.Match[str], str]:
    for pattern, rule in _RULES:
        match = pattern.match(shown, at)
        if match and (said := rule(match)) is not None:
            return match, said
    other = _OTHER.match(shown, at)
    assert other is not None  # it takes any character
    return other, signs.leftover(other[0])


def _unbroken(shown: str) -> Iterator[tuple[str, str]]:
    """What is said, with the space or punctuation after it: cuts fall between words only."""
    text = said = ""
    for piece in pieces(shown):
        if piece.shown.isspace() and text:
            yield text + piece.shown, said + " "
            text = said = ""
        else:
            text, said = text + piece.shown, said + piece.said
    if text:
        yield text, said
