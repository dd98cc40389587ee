"""Goes through a turn from left to right and reads facts: by their openings, by small signs, or by what was asked.

``facts`` is the way in. An opening ("me quedo", "llevo") says which readers are tried; a phrase without opening is
read by the asked topic, or, where it is plain in itself ("dos semanas", "con mi hija"), by its own reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from garita.roleplay.hearing import (
    corrections,
    frames,
    journey,
    luggage,
    open_answer,
    people,
    phrase,
    places,
    spelling,
    stay,
)
from garita.roleplay.hearing.frames import Frame
from garita.roleplay.hearing.journey import Ears, Reading
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic

Reader = Callable[[Words, int, Ears], Reading | None]

_QUESTION = frozenset(
    ["que", "cual", "cuales", "donde", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "como", "quien", "puedo", "puede", "podria", "hay", "debo", "adonde", "por"]
)
_FILLERS = frozenset(
    ["si", "no", "claro", "vale", "ok", "okay", "bueno", "y", "pero", "entonces", "solo", "solamente", "yo", "por", "supuesto", "exacto", "correcto", "hola", "gracias", "perdon", ",", ".", "ademas", "tambien", "pues", "ya", "asi", "es", "buenas", "buenos", "dias", "tardes", "noches", "yes", "well", "sorry", "a", "actualmente", "ahora", "normalmente", "aproximadamente"]
)
# a span of time behind one of these is no stay
_NO_STAY_AFTER = frozenset(["hace", "desde", "de", "tiene", "con", "cada", "dentro", "tengo", "llevo", "tenia", "despues", "antes", "para", "en"])


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
    """The facts of a turn and the word ranges they were read from. ``open_ends``: unknown words may answer ``topic``."""
    scan = _Scan(words, topic, scenario)
    index = 0
    while index < len(words):
        index = _question_end(words, index) or _step(scan, index)
    if topic and open_ends and not any(fact.topic == topic for fact in scan.found):
        _open(scan, topic)
    return _settled(scan.found), scan.used


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
    if begins or words.at(index - 1) in ("y", "e"):
        end = _bare(scan, index) if begins else 0
        end = end or _small(scan, index)
        if end:
            return end
    return frame.end if frame else index + 1


def _keep(scan: _Scan, start: int, reading: Reading) -> int:
    scan.found.append(reading.fact)
    scan.used.append((start, reading.end))
    scan.last = reading.end
    return max(reading.end, start + 1)


# --- by openings ---------------------------------------------------------------------------------------------------


def _framed(scan: _Scan, frame: Frame, start: int) -> int:
    index = frame.end
    while scan.words.at(index) in (
        "aqui",
        "aca",
        "tambien",
        ",",
        "solamente",
        "ahora",
        "actualmente",
        "originalmente",
        "yo",
    ):
        index += 1
    ears = Ears(scan.topic, scan.scenario, len(scan.words))
    if frame.opening in ("carry", "have"):
        return _carried(scan, frame, start, index, ears)
    for reader in _READERS[frame.opening]:
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
    company = (
        people.company(words, index + (words.at(index) == "a"), ears.limit) if words.at(index) in ("a", "con") else None
    )
    if company and scan.topic == "companions":
        return _keep(scan, start, Reading(Fact(topic="companions", text=company.text, form="with"), company.end))
    if words.at(index) in ("nada", "ninguno", "ninguna"):
        return 0
    sure = scan.topic in luggage.CARRIED or (frame.opening == "carry" and frame.said not in ("toma", "tomo", "hay"))
    found = luggage.read(words, index, ears, sure=sure)
    if found is None:
        return 0
    scan.found += found[0]
    scan.used.append((start, found[1]))
    scan.last = found[1]
    return found[1]


def _denied(scan: _Scan, frame: Frame, start: int) -> int:
    """ "no llevo nada", "no soy médico": nothing is read but that there is nothing."""
    ears = Ears(scan.topic, scan.scenario, len(scan.words))
    if frame.opening in ("carry", "have"):
        none = luggage.nothing(scan.words, frame.end, ears)
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


def _name(words: Words, index: int, ears: Ears) -> Reading | None:
    end = people.name_end(words, index, ears.limit)
    if end == index:
        return None
    return Reading(Fact(topic="name", text=spelling.name(words, index, end)), end)


def _likely_name(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "soy": a name only where it was asked, or where a first name is known, or two words have capitals."""
    reading = _name(words, index, ears)
    if reading is None or phrase.is_infinitive(words.at(index)):
        return None
    if ears.topic == "name":
        return reading
    capitals = all(words.raw[at][:1].isupper() for at in range(index, reading.end))
    sure = people.is_first_name(words.at(index)) or (
        capitals and reading.end - index >= 2 and not words.raw[index].isupper()
    )
    return reading if sure and places.demonym(words, index) is None else None


def _origin_sure(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "vengo": any place behind "de" or "desde"; a known one without preposition."""
    if words.at(index) in ("de", "desde"):
        return journey.origin(words, index, ears)
    if words.at(index) in ("en", "a"):
        return None
    return journey.origin(words, index, ears, sure=False)


def _origin_of_being(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "soy" or "estoy": "de Lima"; an unknown name only where the origin was asked."""
    if words.at(index) == "en" and ears.topic != "origin":
        return None
    if words.at(index) not in ("de", "desde", "en"):
        return None
    return journey.origin(words, index, ears, sure=ears.topic == "origin")


def _origin_desde(words: Words, index: int, ears: Ears) -> Reading | None:
    if words.at(index) not in ("desde", "de"):
        return None
    return journey.origin(words, index, ears, sure=words.at(index) == "desde" or ears.topic == "origin")


def _alone(words: Words, index: int, ears: Ears) -> Reading | None:
    word = words.at(index)
    if word in ("solo", "sola", "solito", "solita", "solos", "solas") and words.at(index + 1) != "con":
        if word == "solo" and not (
            words.is_stop(index + 1) or words.at(index + 1) in ("y", "por", "en", "a", "de", "para", "no")
        ):
            return None
        text = {"solito": "solo", "solita": "sola"}.get(word, word)
        return Reading(Fact(topic="companions", text=text, form="alone"), index + 1)
    if words.says(index, ("con", "nadie")) or words.says(index, ("sin", "nadie")):
        return Reading(Fact(topic="companions", text="solo", form="alone"), index + 2)
    return None


def _company(words: Words, index: int, ears: Ears) -> Reading | None:
    pet = (
        luggage.read(words, index + 1, Ears("pets", ears.scenario, ears.limit), sure=False)
        if words.at(index) == "con"
        else None
    )
    if pet and all(thing.kind == "pet" for fact in pet[0] for thing in fact.things):
        return Reading(pet[0][0], pet[1])
    if words.at(index) != "con":
        return None
    found = people.company(words, index, ears.limit)
    return Reading(Fact(topic="companions", text=found.text, form="with"), found.end) if found else None


def _company_as_host(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "me quedo": living with the family is a lodging."""
    if words.at(index) != "con":
        return None
    return journey.lodging(words, index, Ears("lodging", ears.scenario, ears.limit))


def _profession(words: Words, index: int, ears: Ears) -> Reading | None:
    found = people.profession(words, index, ears.limit)
    if found is None:
        return None
    return Reading(Fact(topic="profession", text=found.text, doubtful=found.doubtful), found.end)


def _profession_open(words: Words, index: int, ears: Ears) -> Reading | None:
    found = _profession(words, index, ears)
    return found or open_answer.profession(words, index, ears)


def _workplace(words: Words, index: int, ears: Ears) -> Reading | None:
    """ "trabajo en un banco" -> trabaja en un banco."""
    if words.at(index) in ("de", "como"):
        return _profession_open(words, index + 1, ears)
    known = _profession(words, index, ears)
    if known:
        return known
    if words.at(index) not in ("en", "para", "con"):
        return None
    end = phrase.end(words, index, verb="trabaj", limit=ears.limit)
    text = f"trabaja {spelling.text_of(words, index, end)}"
    return Reading(Fact(topic="profession", text=text, form="verb"), end) if end > index + 1 else None


def _study(words: Words, index: int, ears: Ears) -> Reading | None:
    """ "estudio medicina" -> estudiante de medicina."""
    if words.at(index) in ("", ",", ".", "y", "en", "espanol") or ears.topic not in (
        None,
        "profession",
        "name",
        "origin",
    ):
        if ears.topic == "profession" and words.at(index) in ("", ",", ".", "en"):
            return Reading(Fact(topic="profession", text="estudiante"), index)
        return None
    end = phrase.end(words, index, limit=min(ears.limit, index + 4))
    return Reading(Fact(topic="profession", text=f"estudiante de {spelling.text_of(words, index, end)}"), end)


def _onward(words: Words, index: int, ears: Ears) -> Reading | None:
    return (
        journey.onward(words, index, ears)
        if words.at(index) in ("a", "para", "hacia") and ears.topic == "onward"
        else None
    )


def _onward_after(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "sigo" or "luego voy" a destination is sure."""
    later = words.at(index - 1) in ("sigo", "continuo", "viaje", "seguire") or words.at(index - 2) in (
        "luego",
        "despues",
    )
    if ears.topic == "onward" or later:
        return journey.onward(words, index, ears)
    return None


def _purpose(words: Words, index: int, ears: Ears) -> Reading | None:
    if (
        words.at(index)
        in ("repetir", "saber", "preguntar", "decir", "declarar", "hablar", "ir", "pasar", "irme", "ver")
        and ears.topic != "purpose"
    ):
        return None
    return journey.purpose(words, index, ears)


def _purpose_after_preposition(words: Words, index: int, ears: Ears) -> Reading | None:
    return journey.purpose(words, index, ears) if words.at(index) in ("por", "para", "de", "a", "en") else None


def _tourist(words: Words, index: int, ears: Ears) -> Reading | None:
    index += words.at(index) in ("un", "una")
    return journey.purpose(words, index, ears) if words.at(index) in ("turista",) else None


_READERS: dict[str, tuple[Reader, ...]] = {
    "name": (_name,),
    "come": (_company, _alone, journey.length, _purpose_after_preposition, _origin_sure),
    "travel": (_company, _alone, _origin_desde, journey.length, _purpose_after_preposition, _onward),
    "be": (_origin_of_being, journey.demonym, _profession, _tourist, _alone, journey.length, _company, _likely_name),
    "stand": (
        _alone,
        _company,
        journey.length,
        _purpose_after_preposition,
        journey.lodging,
        _profession,
        _origin_of_being,
    ),
    "remain": (journey.length, _company_as_host, journey.lodging),
    "sleep": (journey.lodging, _company_as_host, open_answer.lodging),
    "work": (_workplace,),
    "profession": (_profession_open,),
    "study": (_study,),
    "go": (_company, _onward_after, _purpose),
    "want": (_purpose,),
}


# --- without an opening --------------------------------------------------------------------------------------------


def _bare(scan: _Scan, index: int) -> int:
    """What was asked is answered without a verb."""
    words, topic = scan.words, scan.topic
    if topic is None or (any(fact.topic == topic for fact in scan.found) and topic not in luggage.CARRIED):
        return 0
    reading = _asked(words, index, Ears(topic, scan.scenario, len(words)), topic)
    if reading:
        return _keep(scan, index, reading)
    if topic in luggage.CARRIED or topic == "money":
        return _bare_things(scan, index, topic)
    return 0


def _asked(words: Words, index: int, ears: Ears, topic: Topic) -> Reading | None:
    if topic == "companions":
        found = people.company(words, index, ears.limit)
        return (
            _alone(words, index, ears)
            or _company(words, index, ears)
            or (Reading(Fact(topic="companions", text=found.text, form="with"), found.end) if found else None)
        )
    if topic == "origin":
        return journey.demonym(words, index, ears) or journey.origin(
            words, index, ears, sure=words.at(index) in ("de", "desde")
        )
    if topic == "profession":
        return _profession(words, index, ears)
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
    if topic in luggage.CARRIED and words.at(index) in ("nada", "ninguno", "ninguna"):
        return _keep(scan, index, Reading(luggage.none_of(topic), index + 1))
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
        reading = _company(words, index, ears)
    elif word in ("por", "de", "para", "en", "a") and "purpose" not in has and scan.topic != "onward":
        reading = (
            journey.purpose(words, index, ears) if word != "a" and not (word == "en" and scan.topic == "stay") else None
        )
    if reading is None and word in ("en", "a") and "lodging" not in has and scan.topic != "profession":
        reading = journey.lodging(words, index, ears)
    if reading is None and word in ("de", "desde") and "origin" not in has and (has or scan.topic in (None, "name")):
        reading = journey.origin(words, index, ears, sure=False)
    if reading is None and word in ("sola", "solo") and "companions" not in has and (word == "sola" or scan.found):
        reading = _alone(words, index, ears)
    if (
        reading is None
        and "stay" not in has
        and words.at(index - 1) not in _NO_STAY_AFTER
        and scan.topic not in luggage.CARRIED
    ):
        reading = journey.length(words, index, ears)
    if reading is None and "profession" not in has and "name" in has and words.at(index - 1) == ",":
        reading = _profession(words, index, ears)
    if reading is None and "purpose" not in has and (scan.found or scan.topic in (None, "passport")):
        reading = journey.purpose(words, index, ears) if word in ("turismo", "vacaciones", "negocios") else None
    return _keep(scan, index, reading) if reading else 0


def _corrected(scan: _Scan, index: int) -> int:
    """ "soy médico, digo, enfermero": the same topic again behind the words of a correction."""
    if not scan.found or (index != scan.last and not scan.words.is_stop(index - 1)):
        return 0
    end = corrections.marker_end(scan.words, index)
    if end == index or frames.at(scan.words, end) or end >= len(scan.words):
        return 0
    topic = scan.found[-1].topic
    ears = Ears(topic, scan.scenario, len(scan.words))
    reading = _name(scan.words, end, ears) if topic == "name" else _asked(scan.words, end, ears, topic)
    if reading:
        return _keep(scan, end, reading)
    if topic in luggage.CARRIED or topic == "money":
        found = luggage.read(scan.words, end, ears, sure=True)
        if found:
            scan.found += found[0]
            scan.last = found[1]
            scan.used.append((end, found[1]))
            return found[1]
    return 0


def _open(scan: _Scan, topic: Topic) -> None:
    """The first words that are no filler answer the open question."""
    for start in _starts(scan.words):
        if any(begin <= start < end for begin, end in scan.used):
            continue
        reading = open_answer.read(scan.words, start, Ears(topic, scan.scenario, len(scan.words)))
        if reading:
            _keep(scan, start, reading)
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
    if words.at(index) == "por" and words.at(index + 1) != "que":
        return 0
    for end in range(index, len(words)):
        if words.at(end) == "?":
            return end + 1
        if words.at(end) == ".":
            return 0
    return 0


def _settled(found: list[Fact]) -> list[Fact]:
    """One fact a topic: the later one counts, things of one topic are put together."""
    kept: dict[Topic, Fact] = {}
    for fact in found:
        before = kept.get(fact.topic)
        if before is None or not (before.things and fact.things and fact.topic in luggage.CARRIED):
            if before and before.text and fact.none and before.things:
                continue
            if before and fact.topic == "origin" and fact.form == "demonym" and not before.form:
                continue
            kept[fact.topic] = fact
        else:
            kept.update({one.topic: one for one in luggage.by_topic([*before.things, *fact.things], fact.topic)})
    return list(kept.values())


def load() -> None:
    """Build what these readers look up."""
    frames.load()
    people.load()
    places.load()
    stay.unit_of("dia")
