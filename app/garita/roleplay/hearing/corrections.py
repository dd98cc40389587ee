"""Self-corrections: "dos, no, tres semanas", "vengo de Lima, perdón, de Cusco". What was taken back is cut out.

Works where both sides are of one kind: number against number, or preposition against the same preposition. Other
corrections are settled where facts are read (the later one counts).
"""

from __future__ import annotations

from garita.roleplay.hearing import numbers
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words

# joined by "|"; commas stand for pauses
_PHRASES = """
no|no no|no perdon|perdon|perdon no|digo|mejor dicho|quiero decir|es decir|corrijo|espera|espere|no espera|
no espere|no digo|ay no|me equivoque|no me equivoque|quise decir|no lo siento|lo siento|sorry|no sorry|
mentira|no mentira|no, mentira|yo quiero decir|yo quiere decir|perdon quiero decir|no mejor dicho|bueno no|
no bueno|no, perdon|no, espere|no, digo|perdon, no|perdon, digo|no, no|perdone|perdon me equivoque|
no, mejor dicho|no, quiero decir|que no|miento|no miento|no, miento|perdon, me equivoque|no, me equivoque|
no, lo siento|i mean|no, sorry|que digo|no que digo|perdon que digo|disculpe|no disculpe|no, disculpe|
no . no
"""
_MARKERS = tuple(tuple(phrase.replace(",", " ,").split()) for phrase in _PHRASES.split("|"))
_FIRST = frozenset(marker[0] for marker in _MARKERS)
_PREPOSITIONS = word_set("de desde en con por para a hasta")
_BEFORE_NUMBERS = word_set("bueno , . si son unos unas como tengo llevo traigo mejor solo creo")
_MOST = 4  # corrections in one turn


def mended(words: Words) -> Words:
    """The turn without the parts its speaker took back."""
    words = _begun_again(words)
    for _ in range(_MOST):
        cut = next((cut for index in range(1, len(words)) if (cut := _cut(words, index))), None)
        if cut is None:
            return words
        words = words.without(*cut)
    return words


def _begun_again(words: Words) -> Words:
    """Without the number a turn begins with, where another follows the pause: "quinientos... bueno, mil"."""
    start = 0
    while words.at(start) in _BEFORE_NUMBERS:
        start += 1
    first = numbers.read(words, start)
    if first is None or not words.is_stop(first.end) or words.at(first.end) == "?":
        return words
    again = first.end + 1
    while words.at(again) in _BEFORE_NUMBERS:
        again += 1
    second = numbers.read(words, again)
    return words.without(start, again) if second and second.value is not None else words


def marker_end(words: Words, index: int) -> int:
    """Where the words of a correction that begin at ``index`` end, pauses included; ``index`` where there are none."""
    start = index
    while words.at(start) in (",", "."):
        start += 1
    if words.at(start) not in _FIRST:
        return index
    length = max((len(marker) for marker in _MARKERS if words.says(start, marker)), default=0)
    if not length:
        return index
    end = start + length
    if words.at(end - 1) == "equivoque" and words.at(end) == "de":
        return index  # "me equivoqué de salida" takes nothing back
    while words.at(end) in (",", "."):
        end += 1
    return end


def _cut(words: Words, index: int) -> tuple[int, int] | None:
    """What to leave out where a marker begins at ``index``."""
    if words.at(index) in (",", "."):
        return None
    right = marker_end(words, index)
    if right == index or right >= len(words):
        return None
    left = index
    while words.at(left - 1) in (",", "."):
        left -= 1
    return _numbers(words, left, right) or _prepositions(words, left, right)


def _numbers(words: Words, left: int, right: int) -> tuple[int, int] | None:
    """``left``..``right`` is the marker with its pauses; a number before it is replaced by the number after it."""
    lead = right + (words.at(right) in ("son", "unos", "unas", "solo"))
    number = numbers.read(words, lead)
    if number is None or words.at(number.end) == "momento":
        return None
    unitless = words.is_stop(number.end)  # "dos semanas, no, tres": the unit is said before, nothing can be cut out
    for back in (1, 2, 3):
        start = _number_start(words, left - back)
        if start is not None:
            return None if unitless and back > 1 else (start, lead)
    return None


def _number_start(words: Words, last: int) -> int | None:
    """Where a number begins whose last word is ``last``."""
    for start in range(max(0, last - 5), last + 1):
        number = numbers.read(words, start)
        if number and number.end == last + 1:
            return start
    return None


def _prepositions(words: Words, left: int, right: int) -> tuple[int, int] | None:
    """Reads "en un hotel, no, en casa de mi hermana": from the last same preposition on."""
    preposition = words.at(right)
    if preposition not in _PREPOSITIONS:
        return None
    for start in range(left - 1, max(-1, left - 8), -1):
        if words.is_stop(start):
            return None
        if words.at(start) == preposition and (start == 0 or words.at(start - 1) not in ("casa", "hotel")):
            return start, right
    return None
