"""Goes through a turn from left to right and reads facts: by their openings, by small signs, or by what was asked.

``facts`` is the way in. An opening ("me quedo", "llevo") says which readers are tried; a phrase without opening is
read by the asked topic, or, where it is plain in itself ("dos semanas", "con mi hija"), by its own reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from garita.roleplay.hearing import (
    corrections,
    followup,
    frames,
    journey,
    luggage,
    money,
    numbers,
    open_answer,
    openings,
    people,
    places,
    settling,
    stay,
)
from garita.roleplay.hearing.frames import Frame
from garita.roleplay.hearing.journey import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic

Reader = Callable[[Words, int, Ears], Reading | None]

_QUESTION = word_set(
    """
    que cual cuales donde cuando cuanto cuanta cuantos cuantas como quien para puedo puede podria hay debo adonde por
    """
)
_FILLERS = word_set(
    """
    si no claro vale ok okay bueno y pero entonces solo solamente yo por supuesto exacto correcto hola gracias
    perdon , . ademas tambien pues ya asi es buenas buenos dias tardes noches yes well sorry a actualmente ahora
    normalmente aproximadamente
    disculpe disculpa perdone yeah so completamente principalmente basicamente unicamente
    """
)
_LEADS_TO_PURPOSE = word_set("por de para en a")
_TICKETS = word_set("vuelo pasaje boleto billete tiquete ticket reserva")
_VEHICLES = word_set("avion tren barco coche autobus auto carro bus ferry vuelo")
_TAKES_BACK = word_set("digo perdon disculpe dicho decir mentira equivoque")
_JOINS = word_set("y e solo solamente pero unicamente")
# said between an opening and what it opens
_BETWEEN = word_set(
    """
    directamente directo unicamente principalmente completamente aqui aca tambien solamente ahora actualmente
    originalmente yo hoy ayer anoche recien
    """
)
# a span of time behind one of these is no stay
_NO_STAY_AFTER = word_set("hace desde de tiene con cada dentro tengo llevo tenia despues antes para en")


@dataclass
class _Scan:
    words: Words
    topic: Topic | None
    scenario: Scenario
    found: list[Fact] = field(default_factory=list)
    used: list[tuple[int, int]] = field(default_factory=list)
    last: int = 0  # where the last fact ended


def facts(
    words: Words, topic: Topic | None, scenario: Scenario, *, open_ends: bool
) -> tuple[list[Fact], list[tuple[int, int]]]:
    """The facts of a turn and the words they were read from. ``open_ends``: unknown words may answer ``topic``."""
    scan = _Scan(words, topic, scenario)
    index = 0
    while index < len(words):
        index = _question_end(words, index) or _step(scan, index)
    if topic and open_ends and not any(fact.topic == topic for fact in scan.found):
        _open(scan, topic)
    if topic == "stay" and not any(fact.topic == "stay" for fact in scan.found):
        _sweep_stay(scan)
    if topic == "money" and not any(fact.topic == "money" for fact in scan.found):
        _sweep_money(scan)
    return settling.settled(scan.found), scan.used


def _step(scan: _Scan, index: int) -> int:
    """Read at ``index``; returns where to go on."""
    words = scan.words
    if words.is_stop(index):
        return index + 1
    begins = index == scan.last or words.is_stop(index - 1) or _only_fillers(words, scan.last, index)
    frame = frames.at(words, index)
    if frame:
        end = (
            _denied(scan, frame, index) if words.at(index - 1) in ("no", "ni", "nunca") else _framed(scan, frame, index)
        )
        if end:
            return end
    corrected = _corrected(scan, index)
    if corrected:
        return corrected
    if begins or words.at(index - 1) in _JOINS or _is_reason(words, index):
        end = _bare(scan, index) if begins or words.at(index - 1) in ("solo", "solamente", "pero") else 0
        end = end or _small(scan, index)
        if end:
            return end
    return frame.end if frame else index + 1


def _is_reason(words: Words, index: int) -> bool:
    """Whether "de vacaciones" or "por turismo" stands here: plain wherever it is said."""
    counted = stay.unit_of(words.at(index - 1)) is not None  # "dos semanas de vacaciones"
    return not counted and words.at(index) in ("de", "por") and journey.is_purpose_word(words.at(index + 1))


def _surname(scan: _Scan, start: int, index: int) -> int:
    """The surname in "y mi apellido es Rossi" goes behind the name said before."""
    reading = openings.name(scan.words, index, Ears("name", scan.scenario, len(scan.words)))
    if reading is None:
        return 0
    first = next((fact.text for fact in scan.found if fact.topic == "name"), "")
    fact = Fact(topic="name", text=f"{first} {reading.fact.text}".strip())
    return _keep(scan, start, Reading(fact, reading.end))


def _keep(scan: _Scan, start: int, reading: Reading) -> int:
    scan.found.append(reading.fact)
    scan.used.append((start, reading.end))
    scan.last = reading.end
    return max(reading.end, start + 1)


# --- by openings ---------------------------------------------------------------------------------------------------


def _framed(scan: _Scan, frame: Frame, start: int) -> int:
    index = frame.end
    if scan.words.says(index, ("esta", "manana")) or scan.words.says(index, ("esta", "noche")):
        index += 2
    if scan.words.at(index) == "en" and scan.words.at(index + 1) in _VEHICLES and frame.opening in ("come", "travel"):
        index += 2
    while scan.words.at(index) in _BETWEEN or (scan.words.at(index) == "," and frame.opening == "name"):
        index += 1
    ears = Ears(scan.topic, scan.scenario, len(scan.words))
    if frame.opening in ("carry", "have") or (frame.opening == "be" and scan.topic in luggage.CARRIED):
        return _carried(scan, frame, start, index, ears)
    if frame.opening == "surname":
        return _surname(scan, start, index)
    for reader in openings.READERS[frame.opening]:
        reading = reader(scan.words, index, ears)
        if reading:
            return _keep(scan, start, reading)
    return 0


def _carried(scan: _Scan, frame: Frame, start: int, index: int, ears: Ears) -> int:
    words = scan.words
    if (
        frame.said in ("lleva", "trae", "tiene", "hay", "toma")
        and index < len(words)
        and words.at(start - 1) in ("que", "se", "ella", "mi")
    ):
        return 0
    if frame.said == "hay" and scan.topic not in luggage.CARRIED:
        return 0
    company = (
        people.company(words, index + (words.at(index) == "a"), ears.limit) if words.at(index) in ("a", "con") else None
    )
    if company and scan.topic == "companions":
        return _keep(scan, start, Reading(Fact(topic="companions", text=company.text, form="with"), company.end))
    if words.at(index) in ("nada", "ninguno", "ninguna"):
        return 0
    sure = (scan.topic in luggage.CARRIED and frame.opening != "be") or (
        scan.topic in (None, "passport", "money")
        and frame.opening == "carry"
        and frame.said not in ("toma", "tomo", "hay")
    )
    found = luggage.read(words, index, ears, sure=sure)
    if found is None:
        return 0
    scan.found += found[0]
    scan.used.append((start, found[1]))
    scan.last = found[1]
    return found[1]


def _denied(scan: _Scan, frame: Frame, start: int) -> int:
    """Reads "no llevo nada", "no soy médico": nothing is read but that there is nothing."""
    ears = Ears(scan.topic, scan.scenario, len(scan.words))
    if frame.opening in ("carry", "have"):
        none = luggage.nothing(scan.words, frame.end, ears)
        if scan.topic == "onward" and any(scan.words.at(at) in _TICKETS for at in range(frame.end, frame.end + 4)):
            none = Fact(topic="onward", text="nada", none=True), frame.end + 1
        if none and scan.words.at(start - 1) == "no":
            return _keep(scan, start - 1, Reading(none[0], max(none[1], frame.end)))
    index = frame.end
    while (
        index < len(scan.words)
        and not scan.words.is_stop(index)
        and scan.words.at(index) not in ("pero", "sino", "y", "solo")
    ):
        if (
            frames.at(scan.words, index)
            and index > frame.end
            and scan.words.at(index - 1) not in ("no", "ni", "a", "que")
        ):
            break
        index += 1
    scan.last = index
    return max(index, start + 1)


# --- without an opening --------------------------------------------------------------------------------------------


def _bare(scan: _Scan, index: int) -> int:
    """What was asked is answered without a verb."""
    words, topic = scan.words, scan.topic
    if topic is None:
        return 0
    told = next((fact for fact in scan.found if fact.topic == topic), None)
    if told and topic == "name" and words.at(index) == fold(told.text.split()[0]):
        reading = openings.name(words, index, Ears(topic, scan.scenario, len(words)))  # "Emily, Emily Carter"
        return _keep(scan, index, reading) if reading else 0
    once_more = topic in luggage.CARRIED or (topic == "companions" and words.at(index) == "con")
    if told and not once_more:
        return 0
    reading = _asked(words, index, Ears(topic, scan.scenario, len(words)), topic)
    if reading:
        return _keep(scan, index, reading)
    if topic in luggage.CARRIED or topic == "money":
        return _bare_things(scan, index, topic)
    return 0


def _asked(words: Words, index: int, ears: Ears, topic: Topic) -> Reading | None:
    if topic == "name":
        return open_answer.read(words, index, ears)
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
        return openings.profession(words, index, ears)
    readers: dict[Topic, Reader] = {
        "purpose": journey.purpose,
        "stay": journey.length,
        "lodging": journey.lodging,
        "onward": journey.onward,
    }
    reader = readers.get(topic)
    return reader(words, index, ears) if reader else None


def _bare_things(scan: _Scan, index: int, topic: Topic) -> int:
    words = scan.words
    ears = Ears(topic, scan.scenario, len(words))
    if topic == "money" and words.at(index) in ("nada", "ninguno", "ningun", "tarjeta"):
        end = index + (2 if words.at(index) == "ningun" else 1)
        return _keep(scan, index, Reading(Fact(topic="money", text="nada", number=0.0, none=True), end))
    if topic in luggage.CARRIED and words.at(index) in ("nada", "ninguno", "ninguna", "ningun"):
        end = index + (3 if words.at(index + 1) == "de" else 2 if words.at(index) in ("ninguna", "ningun") else 1)
        end += words.at(end) in ("especial", "importante", "mas", "raro", "prohibido")
        return _keep(scan, index, Reading(luggage.none_of(topic), min(end, len(words))))
    found = luggage.read(words, index, ears, sure=False)
    if found is None or (topic == "money" and found[0][0].topic != "money"):
        return 0
    scan.found += found[0]
    scan.used.append((index, found[1]))
    scan.last = found[1]
    return found[1]


def _small(scan: _Scan, index: int) -> int:
    """Phrases that are plain without a verb: "con mi hija", "por turismo", "dos semanas", "en un hotel"."""
    words, word = scan.words, scan.words.at(index)
    ears = Ears(None, scan.scenario, len(words))
    has = {fact.topic for fact in scan.found}
    reading: Reading | None = None
    if word == "con" and "companions" not in has:
        reading = openings.company(words, index, ears)
    elif word in _LEADS_TO_PURPOSE and "purpose" not in has and _may_tell_purpose(scan, index):
        reading = (
            journey.purpose(words, index, ears) if word != "a" and not (word == "en" and scan.topic == "stay") else None
        )
    if reading is None and word in ("en", "a") and "lodging" not in has and scan.topic != "profession":
        reading = journey.lodging(words, index, ears) if journey.is_sure_lodging(words, index) else None
    if reading is None and words.says(index, ("nada", "que", "declarar")):
        reading = Reading(luggage.none_of("goods"), index + 3)
    if reading is None and word in ("de", "desde") and _may_add_origin(scan) and (has or scan.topic in (None, "name")):
        reading = journey.origin(words, index, ears, sure=False)
    if reading is None and word in ("sola", "solo") and "companions" not in has and (word == "sola" or scan.found):
        reading = openings.alone(words, index, ears)
    if (
        reading is None
        and _may_add_stay(scan)
        and words.at(index - 1) not in _NO_STAY_AFTER
        and scan.topic not in luggage.CARRIED
    ):
        reading = journey.length(words, index, ears)
    if reading is None and "profession" not in has and "name" in has and words.at(index - 1) == ",":
        reading = openings.profession(words, index, ears)
    if reading is None and "purpose" not in has and (scan.found or scan.topic in (None, "passport")):
        reading = journey.purpose(words, index, ears) if word in ("turismo", "vacaciones", "negocios") else None
    return _keep(scan, index, reading) if reading else 0


def _may_tell_purpose(scan: _Scan, index: int) -> bool:
    """Among things and ways on, only words that are nothing but reasons count."""
    strict = scan.topic == "onward" or scan.topic in luggage.CARRIED or scan.topic == "money"
    return not strict or journey.is_purpose_word(scan.words.at(index + 1))


def _may_add_stay(scan: _Scan) -> bool:
    """Nothing is known yet of the stay, or only its last day."""
    return all(fact.topic != "stay" or fact.number is None for fact in scan.found)


def _may_add_origin(scan: _Scan) -> bool:
    """Nothing is known yet of the origin, or only the country."""
    told = next((fact for fact in scan.found if fact.topic == "origin"), None)
    return told is None or (told.form == "" and "," not in told.text)


def _corrected(scan: _Scan, index: int) -> int:
    """Reads "soy médico, digo, enfermero": the same topic again behind the words of a correction, or before them."""
    if not scan.found or (index != scan.last and not scan.words.is_stop(index - 1)):
        return 0
    end = corrections.marker_end(scan.words, index)
    if end == index:
        return _corrected_afterwards(scan, index)
    if frames.at(scan.words, end) or end >= len(scan.words):
        return 0
    return _again(scan, end)


def _corrected_afterwards(scan: _Scan, index: int) -> int:
    """Reads "profesor... profesora, perdón"."""
    count, last = len(scan.found), scan.last
    end = _again(scan, index)
    after = scan.words.at(end + 1) if scan.words.at(end) == "," else scan.words.at(end)
    if end and after in ("perdon", "digo", "perdone", "sorry"):
        return end
    del scan.found[count:]
    if end:
        scan.used.pop()
    scan.last = last
    return 0


def _again(scan: _Scan, index: int) -> int:
    """Reads the topic of the last fact once more at ``index``."""
    last = scan.found[-1]
    ears = Ears(last.topic, scan.scenario, len(scan.words))
    if last.topic == "name":
        reading = openings.name(scan.words, index, ears)
    else:
        reading = _asked(scan.words, index, ears, last.topic)
        if reading is None and last.topic in ("profession", "purpose", "lodging", "origin"):
            reading = open_answer.read(scan.words, index, ears) if scan.words.at(index - 1) in _TAKES_BACK else None
    if reading:
        return _keep(scan, index, reading)
    if last.topic not in luggage.CARRIED and last.topic != "money":
        return 0
    recounted = followup.recounted(scan.words, index, last, scan.scenario)
    if recounted:
        scan.found.pop()
        return _keep(scan, index, Reading(recounted[0], recounted[1]))
    found = luggage.read(scan.words, index, ears, sure=True)
    if found is None:
        return 0
    scan.found += found[0]
    scan.used.append((index, found[1]))
    scan.last = found[1]
    return found[1]


def _open(scan: _Scan, topic: Topic) -> None:
    """The first words that are no filler answer the open question."""
    for start in _starts(scan.words):
        if any(begin <= start < end for begin, end in scan.used):
            continue
        reading = open_answer.read(scan.words, start, Ears(topic, scan.scenario, len(scan.words)))
        if reading:
            _keep(scan, start, reading)
            return


def _sweep_money(scan: _Scan) -> None:
    """Asked for money, the first amount with its currency is the answer: "en total quinientos dólares"."""
    for index in range(len(scan.words)):
        amount = money.read(scan.words, index, scan.scenario)
        if numbers.starts(scan.words.at(index - 1)):
            continue
        if amount and scan.words.at(index - 1) not in ("de", "cuesta", "costo", "gano"):
            _keep(scan, index, Reading(luggage.cash([amount]), amount.end))
            return


def _sweep_stay(scan: _Scan) -> None:
    """Asked how long, a span of time anywhere in the turn is the answer: "el curso dura diez meses"."""
    ears = Ears("stay", scan.scenario, len(scan.words))
    for index in range(len(scan.words)):
        if scan.words.at(index - 1) in _NO_STAY_AFTER - {"para"} or scan.words.at(index) in ("el", "la", "en"):
            continue
        reading = journey.length(scan.words, index, ears)
        if reading:
            _keep(scan, index, reading)
            return


def _starts(words: Words) -> list[int]:
    """Positions where a clause begins, behind fillers; not inside questions."""
    found: list[int] = []
    index = 0
    while index < len(words) and len(found) < 2:
        skip = _question_end(words, index)
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


def _only_fillers(words: Words, start: int, end: int) -> bool:
    return all(words.at(index) in _FILLERS for index in range(start, end))


def _question_end(words: Words, index: int) -> int:
    """Behind the question that begins at ``index``; 0 where none does. "¿Dos semanas?" is an answer all the same."""
    if (index and not words.is_stop(index - 1) and words.at(index - 1) not in ("y", "pero")) or words.at(
        index
    ) not in _QUESTION:
        return 0
    why = words.at(index) in ("por", "para")
    if why and words.at(index + 1) != "que":
        return 0
    end = next((at for at in range(index, len(words)) if words.at(at) in (".", "?")), len(words))
    return min(end + 1, len(words)) if why or words.at(end) == "?" else 0


def load() -> None:
    """Build what these readers look up."""
    frames.load()
    people.load()
    places.load()
    stay.unit_of("dia")
