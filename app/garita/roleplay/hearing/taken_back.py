"""Corrections of a fact: "soy médico, digo, enfermero", "profesor... profesora, perdón".

Knows the last fact of a turn and reads its topic once more; corrections inside one phrase are ``corrections``'.
"""

from __future__ import annotations

from garita.roleplay.hearing import bare, corrections, followup, frames, luggage, open_answer, openings
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.turn import Turn
from garita.roleplay.hearing.words import Words

_TAKES_BACK = word_set("digo perdon disculpe dicho decir mentira equivoque")


def read(turn: Turn, index: int) -> int:
    """Reads "soy médico, digo, enfermero": the same topic again behind the words of a correction, or before them."""
    if not turn.found or (index != turn.last and not turn.words.is_stop(index - 1)):
        return 0
    end = corrections.marker_end(turn.words, index)
    if end == index:
        return _corrected_afterwards(turn, index)
    if frames.at(turn.words, end) or end >= len(turn.words):
        return 0
    last = len(turn.found) - 1
    again = _again(turn, end)
    if again and turn.found[last].topic == "stay" and len(turn.found) > last + 1:
        del turn.found[last]  # "cuatro días, no, hasta el domingo"
    return again


def stands_before(words: Words, index: int) -> bool:
    """Whether the words of a correction stand before ``index``, with or without a pause."""
    before = index - 1 - words.is_stop(index - 1)
    return words.at(before) in _TAKES_BACK | {"no"}


def _corrected_afterwards(turn: Turn, index: int) -> int:
    """Reads "profesor... profesora, perdón"."""
    count, last = len(turn.found), turn.last
    end = _again(turn, index)
    after = turn.words.at(end + 1) if turn.words.at(end) == "," else turn.words.at(end)
    if end and after in ("perdon", "digo", "perdone", "sorry"):
        return end
    del turn.found[count:]
    if end:
        turn.used.pop()
    turn.last = last
    return 0


def _again(turn: Turn, index: int) -> int:
    """Reads the topic of the last fact once more at ``index``."""
    last = turn.found[-1]
    ears = Ears(last.topic, turn.scenario, len(turn.words))
    if last.topic == "name":
        reading = openings.name(turn.words, index, ears)
    else:
        reading = bare.asked(turn.words, index, ears, last.topic)
        if reading is None and last.topic in ("profession", "purpose", "lodging", "origin"):
            reading = open_answer.read(turn.words, index, ears) if _is_taken_back(turn, index) else None
    if reading:
        return turn.keep(index, reading)
    if last.topic not in luggage.CARRIED and last.topic != "money":
        return 0
    recounted = followup.recounted(turn.words, index, last, turn.scenario)
    if recounted:
        turn.found.pop()
        return turn.keep(index, Reading(recounted[0], recounted[1]))
    found = luggage.read(turn.words, index, ears, sure=True)
    if found is None:
        return 0
    if _is_taken_back(turn, index):
        _drop_last_thing(turn)
    return turn.keep_all(index, found[0], found[1])


def _drop_last_thing(turn: Turn) -> None:
    """Leave out the thing that was named last: the one taken back."""
    last = turn.found.pop()
    if len(last.things) > 1:
        turn.found += luggage.by_topic(list(last.things[:-1]), last.topic)


def _is_taken_back(turn: Turn, index: int) -> bool:
    """Whether "digo" or "perdón" stands before ``index``, with or without a pause."""
    return turn.words.at(index - 1) in _TAKES_BACK or (
        turn.words.is_stop(index - 1) and turn.words.at(index - 2) in _TAKES_BACK
    )
