"""When a turn has been gone through and the topic asked is still open: its answer is looked for anywhere.

Knows fillers and questions, which are no answers.
"""

from __future__ import annotations

from garita.roleplay.hearing import bare, journey, luggage, money, numbers, open_answer
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.turn import Turn
from garita.roleplay.hearing.words import Words
from garita.roleplay.scenario import Topic

_QUESTION = word_set(
    """
    que cual cuales donde cuando cuanto cuanta cuantos cuantas como quien para puedo puede podria hay debo adonde por
    """
)
_BEFORE_QUESTION = word_set("de a en con desde hasta")
_QUESTION_WORDS = word_set("que cual cuales donde cuando cuanto cuantos cuantas quien quienes")
_FILLERS = word_set(
    """
    si no claro vale ok okay bueno y pero entonces solo solamente yo por supuesto exacto correcto hola gracias
    perdon , . ademas tambien pues ya asi es buenas buenos dias tardes noches yes well sorry a actualmente ahora
    normalmente aproximadamente
    disculpe disculpa perdone yeah so completamente principalmente basicamente unicamente
    """
)


def open_answered(turn: Turn, topic: Topic) -> None:
    """The first words that are no filler answer the open question."""
    for start in _starts(turn.words):
        if any(begin <= start < end for begin, end in turn.used):
            continue
        reading = open_answer.read(turn.words, start, Ears(topic, turn.scenario, len(turn.words)))
        if reading:
            turn.keep(start, reading)
            return


def money_anywhere(turn: Turn) -> None:
    """Asked for money, the first amount with its currency is the answer: "en total quinientos dólares"."""
    for index in range(len(turn.words)):
        amount = money.read(turn.words, index, turn.scenario)
        if numbers.starts(turn.words.at(index - 1)):
            continue
        if amount and turn.words.at(index - 1) not in ("de", "cuesta", "costo", "gano"):
            turn.keep(index, Reading(luggage.cash([amount]), amount.end))
            return


def stay_anywhere(turn: Turn) -> None:
    """Asked how long, a span of time anywhere in the turn is the answer: "el curso dura diez meses"."""
    ears = Ears("stay", turn.scenario, len(turn.words))
    for index in range(len(turn.words)):
        if turn.words.at(index) in ("el", "la", "en"):
            continue
        reading = journey.length(turn.words, index, ears)
        free = reading and turn.words.says(reading.end, ("de", "vacaciones"))  # "tengo dos meses de vacaciones"
        if reading and (free or turn.words.at(index - 1) not in bare.NO_STAY_AFTER - {"para"}):
            turn.keep(index, reading)
            return


def _starts(words: Words) -> list[int]:
    """Positions where a clause begins, behind fillers; not inside questions."""
    found: list[int] = []
    index = 0
    while index < len(words) and len(found) < 2:
        skip = question_end(words, index)
        if skip:
            index = skip
            continue
        if words.at(index) in _FILLERS:
            index += 1
            continue
        found.append(index)
        while index < len(words) and not words.is_stop(index):
            index += 1
        index += 1
    return found


def only_fillers(words: Words, start: int, end: int) -> bool:
    """Whether nothing is said between ``start`` and ``end``."""
    return all(words.at(index) in _FILLERS for index in range(start, end))


def question_end(words: Words, index: int) -> int:
    """Behind the question that begins at ``index``; 0 where none does. "¿Dos semanas?" is an answer all the same."""
    if index and not words.is_stop(index - 1) and words.at(index - 1) not in ("y", "pero"):
        return 0
    asks = words.at(index) in _QUESTION
    if not asks and not (words.at(index) in _BEFORE_QUESTION and words.at(index + 1) in _QUESTION_WORDS):
        return 0
    why = words.at(index) in ("por", "para")
    if why and words.at(index + 1) != "que":
        return 0
    end = next((at for at in range(index, len(words)) if words.at(at) in (".", "?")), len(words))
    return min(end + 1, len(words)) if why or words.at(end) == "?" else 0
