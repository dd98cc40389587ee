"""Goes through a turn from left to right and reads facts: by their openings, by small signs, or by what was asked.

``facts`` is the way in. An opening ("me quedo", "llevo") says which readers are tried; a phrase without opening is
read by the asked topic, or, where it is plain in itself ("dos semanas", "con mi hija"), by its own reader.
"""

from __future__ import annotations

from garita.roleplay.hearing import (
    bare,
    frames,
    leftover,
    luggage,
    openings,
    people,
    phrase,
    places,
    reasons,
    settling,
    stay,
    taken_back,
    verbs,
)
from garita.roleplay.hearing.frames import Frame
from garita.roleplay.hearing.people_table import KIN
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.turn import Turn
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic

_TICKETS = word_set("vuelo pasaje boleto billete tiquete ticket reserva")
_VEHICLES = word_set("avion tren barco coche autobus auto carro bus ferry vuelo")
_RETURNS = word_set("vuelvo volvemos regreso regresamos regresare volvere volver regresar")
_ALSO_NOUNS = word_set("estudio trabajo vuelo regreso uso paro")
_ARTICLES = word_set("un el del al este nuestro")
_OBJECTS = word_set("lo la los las le se que si usted")
_JOINS = word_set("y e solo solamente pero unicamente")
# said between an opening and what it opens
_BETWEEN = word_set(
    """
    directamente directo unicamente principalmente completamente aqui aca tambien solamente ahora actualmente
    originalmente yo hoy ayer anoche recien
    """
)


def facts(
    words: Words, topic: Topic | None, scenario: Scenario, *, open_ends: bool
) -> tuple[list[Fact], list[tuple[int, int]]]:
    """The facts of a turn and the words they were read from. ``open_ends``: unknown words may answer ``topic``."""
    turn = Turn(words, topic, scenario)
    index = 0
    while index < len(words):
        index = leftover.question_end(words, index) or _step(turn, index)
    if topic and open_ends and not any(fact.topic == topic for fact in turn.found):
        leftover.open_answered(turn, topic)
    if topic == "stay" and not any(fact.topic == "stay" for fact in turn.found):
        leftover.stay_anywhere(turn)
    if topic == "money" and not any(fact.topic == "money" for fact in turn.found):
        leftover.money_anywhere(turn)
    return settling.settled(turn.found), turn.used


def _step(turn: Turn, index: int) -> int:
    """Read at ``index``; returns where to go on."""
    words = turn.words
    if words.is_stop(index):
        return index + 1
    behind = turn.last + (words.at(turn.last) == ",")
    if index == behind and turn.found and turn.found[-1].topic in ("purpose", "lodging"):
        described = phrase.relative_end(words, index)  # "... que alquilé por internet"
        if described > index:
            turn.last = described
            return described
    begins = index == turn.last or words.is_stop(index - 1) or leftover.only_fillers(words, turn.last, index)
    frame = frames.at(words, index)
    if frame:
        end = _denied(turn, frame, index) if _is_denied(words, index) else _framed(turn, frame, index)
        if end:
            return end
    corrected = taken_back.read(turn, index)
    if corrected:
        return corrected
    if begins or words.at(index - 1) in _JOINS or _is_reason(words, index):
        end = bare.answer(turn, index) if begins or words.at(index - 1) in ("solo", "solamente", "pero") else 0
        end = end or bare.small(turn, index)
        if end:
            return end
    return frame.end if frame else index + 1


def _is_denied(words: Words, index: int) -> bool:
    """Whether "no" stands before the opening, perhaps with a pronoun between: "no yo tengo"."""
    before = index - 1 - (words.at(index - 1) in ("yo", "lo", "la", "los", "las"))
    return words.at(before) in ("no", "ni", "nunca") and not words.is_stop(index - 1)


def _is_reason(words: Words, index: int) -> bool:
    """Whether "de vacaciones" or "por turismo" stands here: plain wherever it is said."""
    counted = stay.unit_of(words.at(index - 1)) is not None  # "dos semanas de vacaciones"
    return not counted and words.at(index) in ("de", "por") and reasons.is_purpose_word(words.at(index + 1))


def _surname(turn: Turn, start: int, index: int) -> int:
    """The surname in "y mi apellido es Rossi" goes behind the name said before."""
    reading = openings.name(turn.words, index, Ears("name", turn.scenario, len(turn.words)))
    if reading is None:
        return 0
    first = next((fact.text for fact in turn.found if fact.topic == "name"), "")
    fact = Fact(topic="name", text=f"{first} {reading.fact.text}".strip())
    return turn.keep(start, Reading(fact, reading.end))


def _framed(turn: Turn, frame: Frame, start: int) -> int:
    index = frame.end
    if turn.words.at(index) in ("esta", "este") and turn.words.at(index + 1) in ("manana", "noche", "tarde"):
        index += 0 if frame.opening in ("remain", "stand", "sleep") else 2
    if turn.words.at(index) == "en" and turn.words.at(index + 1) in _VEHICLES and frame.opening in ("come", "travel"):
        index += 2
    while turn.words.at(index) in _BETWEEN or (turn.words.at(index) == "," and frame.opening in ("name", "profession")):
        index += 1
    ears = Ears(turn.topic, turn.scenario, len(turn.words))
    if frame.said == "quedo" and turn.words.at(start - 1) == "se":
        return 0  # "se quedó en casa": not the traveller
    if frame.said in ("quiere", "quieren") and turn.words.at(start - 1) in _OBJECTS:
        return 0  # "si los quiere ver"
    if frame.said in _ALSO_NOUNS and turn.words.at(start - 1) in _ARTICLES:
        return 0  # "con un estudio de arquitectura"
    if frame.said in ("es", "son") and turn.words.at(start - 1) in KIN:
        return 0  # "mi amiga es Priya"
    if frame.opening in ("carry", "have"):
        return _carried(turn, frame, start, index, ears)
    if frame.opening == "be" and turn.topic in luggage.CARRIED:
        end = _carried(turn, frame, start, index, ears)
        if end:
            return end
    if frame.opening == "surname":
        return _surname(turn, start, index)
    for reader in openings.READERS[frame.opening]:
        reading = reader(turn.words, index, ears)
        if reading and _is_only_born_there(turn, frame, start, reading.fact):
            return max(reading.end, start + 1)
        if reading:
            return turn.keep_all(start, [reading.fact, *_way_as_purpose(turn, frame, reading.fact)], reading.end)
    return 0


def _way_as_purpose(turn: Turn, frame: Frame, fact: Fact) -> list[Fact]:
    """Asked why, "vuelvo a casa" is a reason as well as a way."""
    if turn.topic != "purpose" or fact.topic != "onward" or frame.said.split()[-1] not in _RETURNS:
        return []
    text = f"volver {fact.text.replace('a su casa', 'a casa')}"
    return [Fact(topic="purpose", text=text, form="verb")]


def _is_only_born_there(turn: Turn, frame: Frame, start: int, fact: Fact) -> bool:
    """Whether somebody comes from elsewhere: "vengo de Madrid, pero soy de Uruguay"."""
    if fact.topic != "origin" or (frame.opening != "be" and not frame.said.startswith("naci")):
        return False
    came = next((one for one in turn.found if one.topic == "origin" and one.form != "demonym"), None)
    elsewhere = came is not None and (not fact.country or fact.country != came.country)
    return elsewhere and not taken_back.stands_before(turn.words, start)


def _carried(turn: Turn, frame: Frame, start: int, index: int, ears: Ears) -> int:
    words = turn.words
    if (
        frame.said in ("lleva", "trae", "tiene", "hay", "toma")
        and index < len(words)
        and words.at(start - 1) in ("que", "se", "ella", "mi")
    ):
        return 0
    if frame.said == "hay" and turn.topic not in luggage.CARRIED:
        return 0
    company = (
        people.company(words, index + (words.at(index) == "a"), ears.limit) if words.at(index) in ("a", "con") else None
    )
    if company and turn.topic == "companions":
        return turn.keep(start, Reading(Fact(topic="companions", text=company.text, form="with"), company.end))
    if words.at(index) in ("nada", "ninguno", "ninguna"):
        return 0
    sure = (turn.topic in luggage.CARRIED and frame.opening != "be") or (
        turn.topic in (None, "passport", "money")
        and frame.opening == "carry"
        and frame.said not in ("toma", "tomo", "hay")
    )
    found = luggage.read(words, index, ears, sure=sure)
    if found is None:
        return 0
    return turn.keep_all(start, found[0], found[1])


def _denied(turn: Turn, frame: Frame, start: int) -> int:
    """Reads "no llevo nada", "no soy médico": nothing is read but that there is nothing."""
    ears = Ears(turn.topic, turn.scenario, len(turn.words))
    if frame.opening in ("travel", "come") and turn.words.at(frame.end) == "con":
        company = luggage.nothing(turn.words, frame.end + 1, ears)
        if company:
            return turn.keep(start - 1, Reading(*company))
    if frame.opening in ("carry", "have"):
        none = luggage.nothing(turn.words, frame.end, ears)
        if turn.topic == "onward" and any(turn.words.at(at) in _TICKETS for at in range(frame.end, frame.end + 4)):
            none = Fact(topic="onward", text="nada", none=True), frame.end + 1
        if none and _is_denied(turn.words, start):
            return turn.keep(start - 1, Reading(none[0], max(none[1], frame.end)))
    index = frame.end
    while (
        index < len(turn.words)
        and not turn.words.is_stop(index)
        and turn.words.at(index) not in ("pero", "sino", "y", "solo")
    ):
        if (
            frames.at(turn.words, index)
            and index > frame.end
            and turn.words.at(index - 1) not in ("no", "ni", "a", "que")
        ):
            break
        index += 1
    turn.last = index
    return max(index, start + 1)


def load() -> None:
    """Build what these readers look up."""
    frames.load()
    people.load()
    places.load()
    verbs.load()
    stay.unit_of("dia")
