"""What is told without a verb: "dos semanas", "con mi hija", a bare answer to the topic asked.

Knows where such a phrase may stand by what was found before it; the phrases themselves are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from garita.roleplay.hearing import beds, clauses, journey, luggage, numbers, open_answer, openings, people, reasons
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.turn import Turn
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Topic

Reader = Callable[[Words, int, Ears], Reading | None]

_LEADS_TO_PURPOSE = word_set("por de para en a")
# a span of time behind one of these is no stay
_TITLES = word_set("doctor doctora don dona profesor profesora senor senora senorita licenciado licenciada ingeniero")
# asked for these, a span of time without a word of staying is another: years of work, hours of flight
_ANSWERED_OTHERWISE: frozenset[Topic] = frozenset({"name", "origin", "profession", "onward", "money"})
_STAYING = word_set("por durante hasta son")
NO_STAY_AFTER = word_set("hace desde de tiene con cada dentro tengo llevo tenia despues antes para en")


def answer(turn: Turn, index: int) -> int:
    """What was asked is answered without a verb."""
    words, topic = turn.words, turn.topic
    if topic is None:
        return 0
    told = next((fact for fact in turn.found if fact.topic == topic), None)
    if told and topic == "name" and words.at(index) == fold(told.text.split()[0]):
        reading = openings.name(words, index, Ears(topic, turn.scenario, len(words)))  # "Emily, Emily Carter"
        return turn.keep(index, reading) if reading else 0
    once_more = topic in luggage.CARRIED or (topic == "companions" and words.at(index) == "con")
    if told and not once_more:
        return 0
    reading = asked(words, index, Ears(topic, turn.scenario, len(words)), topic)
    if reading:
        return turn.keep(index, reading)
    if topic in luggage.CARRIED or topic == "money":
        return _bare_things(turn, index, topic)
    return 0


def asked(words: Words, index: int, ears: Ears, topic: Topic) -> Reading | None:
    """The answer to ``topic`` that begins at ``index`` without a verb."""
    if topic == "name":
        return _titled(words, index, ears) or open_answer.read(words, index, ears)
    if topic == "companions":
        if words.at(index) == "nadie":
            return Reading(Fact(topic="companions", text="solo", form="alone"), index + 1)
        found = people.company(words, index, ears.limit)
        return (
            openings.alone(words, index, ears)
            or openings.company(words, index, ears)
            or (Reading(Fact(topic="companions", text=found.text, form="with"), found.end) if found else None)
        )
    if topic == "origin":
        return journey.demonym(words, index, ears) or journey.origin(
            words, index, ears, sure=words.at(index) in ("de", "desde")
        )
    if topic == "profession":
        return clauses.profession(words, index, ears) or openings.profession(words, index, ears)
    if topic == "purpose":
        return clauses.purpose(words, index, ears) or reasons.purpose(words, index, ears)
    if topic == "lodging":
        return beds.lodging(words, index, ears) or _named_bed(words, index, ears)
    readers: dict[Topic, Reader] = {
        "stay": journey.length,
        "onward": journey.onward,
    }
    reader = readers.get(topic)
    return reader(words, index, ears) if reader else None


def _titled(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "Doctora Marta Ibarrola"."""
    if words.at(index) not in _TITLES or words.is_stop(index + 1):
        return None
    return openings.name(words, index + 1, ears)


def _named_bed(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "en el Gran Meliá"."""
    named = index + 2 < len(words) and words.raw[index + 2][:1].isupper()
    article = words.at(index) == "en" and words.at(index + 1) in ("el", "la")
    return open_answer.lodging(words, index, ears) if article and named else None


def _bare_things(turn: Turn, index: int, topic: Topic) -> int:
    words = turn.words
    ears = Ears(topic, turn.scenario, len(words))
    if topic == "money" and words.at(index) in ("nada", "ninguno", "ningun", "tarjeta"):
        end = index + (2 if words.at(index) == "ningun" else 1)
        return turn.keep(index, Reading(Fact(topic="money", text="nada", number=0.0, none=True), end))
    if topic in luggage.CARRIED and words.at(index) in ("nada", "ninguno", "ninguna", "ningun"):
        end = index + (3 if words.at(index + 1) == "de" else 2 if words.at(index) in ("ninguna", "ningun") else 1)
        end += words.at(end) in ("especial", "importante", "mas", "raro", "prohibido")
        return turn.keep(index, Reading(luggage.none_of(topic), min(end, len(words))))
    denied = luggage.generic_none(words, index)
    if denied:
        return turn.keep(index, Reading(denied, index + 2))
    found = luggage.read(words, index, ears, sure=False)
    if found is None or (topic == "money" and found[0][0].topic != "money"):
        return 0
    return turn.keep_all(index, found[0], found[1])


def small(turn: Turn, index: int) -> int:
    """Phrases that are plain without a verb: "con mi hija", "por turismo", "dos semanas", "en un hotel"."""
    words, word = turn.words, turn.words.at(index)
    if words.at(index - 1) == "y" and numbers.starts(word) and numbers.starts(words.at(index - 2)):
        return 0  # inside "sesenta y cinco"
    ears = Ears(None, turn.scenario, len(words))
    has = {fact.topic for fact in turn.found}
    reading: Reading | None = None
    if word == "con" and "companions" not in has:
        reading = openings.company(words, index, ears)
    elif word in _LEADS_TO_PURPOSE and "purpose" not in has and _may_tell_purpose(turn, index):
        reading = (
            reasons.purpose(words, index, ears) if word != "a" and not (word == "en" and turn.topic == "stay") else None
        )
    if reading is None and word in ("mi", "mis") and "companions" not in has:
        reading = _and_i(words, index, ears)
    if reading is None and word in ("en", "a") and "lodging" not in has and turn.topic != "profession":
        reading = beds.lodging(words, index, ears) if beds.is_sure_lodging(words, index) else None
    if reading is None and words.says(index, ("nada", "que", "declarar")):
        reading = Reading(luggage.none_of("goods"), index + 3)
    if reading is None and word in ("de", "desde") and _may_add_origin(turn) and (has or turn.topic in (None, "name")):
        reading = journey.origin(words, index, ears, sure=False)
    if reading is None and word in ("sola", "solo") and "companions" not in has and (word == "sola" or turn.found):
        reading = openings.alone(words, index, ears)
    if (
        reading is None
        and _may_add_stay(turn)
        and words.at(index - 1) not in NO_STAY_AFTER
        and turn.topic not in luggage.CARRIED
        and (turn.topic not in _ANSWERED_OTHERWISE or word in _STAYING)
    ):
        reading = journey.length(words, index, ears)
    if reading is None and "profession" not in has and "name" in has and words.at(index - 1) == ",":
        reading = openings.profession(words, index, ears)
    if reading is None and "purpose" not in has and (turn.found or turn.topic in (None, "passport")):
        reading = reasons.purpose(words, index, ears) if word in ("turismo", "vacaciones", "negocios") else None
    return turn.keep(index, reading) if reading else 0


def _and_i(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "mi madre y yo"."""
    found = people.company(words, index, ears.limit)
    if found is None or not words.says(found.end, ("y", "yo")) or words.at(found.end + 2) in ("somos", "nacimos", "."):
        return None
    return Reading(Fact(topic="companions", text=found.text, form="with"), found.end + 2)


def _may_tell_purpose(turn: Turn, index: int) -> bool:
    """Among things and ways on, only words that are nothing but reasons count."""
    if turn.found and turn.found[-1].topic in luggage.CARRIED and index == turn.last:
        return reasons.is_purpose_word(turn.words.at(index + 1))  # "muestras para una feria"
    strict = turn.topic == "onward" or turn.topic in luggage.CARRIED or turn.topic == "money"
    return not strict or reasons.is_purpose_word(turn.words.at(index + 1))


def _may_add_stay(turn: Turn) -> bool:
    """Nothing is known yet of the stay, or only its last day."""
    return all(fact.topic != "stay" or fact.number is None for fact in turn.found)


def _may_add_origin(turn: Turn) -> bool:
    """Nothing is known yet of the origin, or only the country."""
    told = next((fact for fact in turn.found if fact.topic == "origin"), None)
    return told is None or (told.form == "" and "," not in told.text)
