"""What may follow each opening, as readers in the order in which they are tried: after "vengo" a place, a reason ...

Every reader takes (words, start, Ears) and gives a Reading or None. ``scan`` decides where they are tried.
"""

from __future__ import annotations

from collections.abc import Callable

from garita.roleplay.hearing import beds, journey, luggage, open_answer, people, phrase, places, reasons, spelling
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact

Reader = Callable[[Words, int, Ears], Reading | None]

# what one wants at the booth, and does not travel for
_NO_REASONS = word_set(
    """
    repetir saber preguntar decir declarar hablar ir pasar irme cambiar comer beber usar llamar tomar sentarme
    fumar encontrar cargar pagar entrar salir ensenar mostrar dormir descansar llegar
    """
)


def name(words: Words, index: int, ears: Ears) -> Reading | None:
    """The name that begins here, whatever it is."""
    end = people.name_end(words, index, ears.limit)
    if end == index:
        return None
    return Reading(Fact(topic="name", text=spelling.name(words, index, end)), end)


def _likely_name(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "soy": a name only where it was asked, or where a first name is known, or two words have capitals."""
    reading = name(words, index, ears)
    if (
        reading is None
        or words.at(reading.end) == "?"
        or (phrase.is_infinitive(words.at(index)) and not people.is_first_name(words.at(index)))
    ):
        return None
    if ears.topic == "name":
        return reading
    capitals = all(words.raw[at][:1].isupper() for at in range(index, reading.end))
    sure = people.is_first_name(words.at(index)) or (
        capitals and reading.end - index >= 2 and not words.raw[index].isupper()
    )
    return reading if sure and places.demonym(words, index) is None else None


def _known_name(words: Words, index: int, ears: Ears) -> Reading | None:
    """After a learner's "estoy": only a name that begins with a first name of the table."""
    capitals = (
        words.raw[index][:1].isupper() and words.raw[index + 1][:1].isupper() if index + 1 < len(words) else False
    )
    reading = name(words, index, ears)
    long = reading is not None and reading.end - index > 1 and ears.topic == "name"
    sure = people.is_first_name(words.at(index)) or (long and not spelling.is_known(words.at(index)))
    return reading if sure or (capitals and not places.read(words, index)) else None


def _origin_sure(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "vengo": any place behind "de" or "desde"; a known one without preposition."""
    if words.at(index) in ("de", "desde"):
        return journey.origin(words, index, ears)
    if words.at(index) == "a" or (words.at(index) == "en" and ears.topic != "origin"):
        return None
    return journey.origin(words, index, ears, sure=False)


def _origin_of_being(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "soy" or "estoy": "de Lima"; an unknown name only where the origin was asked."""
    if words.at(index) == "en" and ears.topic != "origin":
        return None
    if words.at(index) not in ("de", "desde", "en"):
        return None
    return journey.origin(words, index, ears, sure=ears.topic in (None, "origin", "name"))


def _origin_desde(words: Words, index: int, ears: Ears) -> Reading | None:
    if words.at(index) not in ("desde", "de"):
        return None
    return journey.origin(words, index, ears, sure=words.at(index) == "desde" or ears.topic == "origin")


def alone(words: Words, index: int, _ears: Ears) -> Reading | None:
    """Reads "solo", "sola", "con nadie"; not "solo" for "only"."""
    word = words.at(index)
    if words.says(index, ("por", "mi", "cuenta")):
        return Reading(Fact(topic="companions", text="por su cuenta", form="alone"), index + 3)
    with_people = words.at(index + 1) == "con" and (word == "solo" or people.company(words, index + 1, len(words)))
    if word in ("solo", "sola", "solito", "solita", "solos", "solas") and not with_people:
        if word == "solo" and not (
            words.is_stop(index + 1) or words.at(index + 1) in ("y", "por", "en", "a", "de", "para", "no", "si")
        ):
            return None
        text = {"solito": "solo", "solita": "sola"}.get(word, word)
        return Reading(Fact(topic="companions", text=text, form="alone"), index + 1)
    if words.says(index, ("con", "nadie")) or words.says(index, ("sin", "nadie")):
        return Reading(Fact(topic="companions", text="solo", form="alone"), index + 2)
    return None


def company(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "con mi hija"; an animal is company only where company was asked for."""
    pet = (
        luggage.read(words, index + 1, Ears("pets", ears.scenario, ears.limit), sure=False)
        if words.at(index) == "con"
        else None
    )
    if pet and all(thing.kind == "pet" for fact in pet[0] for thing in fact.things):
        if ears.topic != "companions" or words.at(index - 1) in ("sola", "solo"):
            return Reading(pet[0][0], pet[1])
        fact = Fact(topic="companions", text=f"con {pet[0][0].text}", form="with", things=pet[0][0].things)
        return Reading(fact, pet[1])
    if pet and ears.topic in luggage.CARRIED and len(pet[0]) == 1:
        return Reading(pet[0][0], pet[1])  # "viajo con doce cajas de insulina"
    if words.at(index) != "con":
        return None
    found = people.company(words, index, ears.limit)
    return Reading(Fact(topic="companions", text=found.text, form="with"), found.end) if found else None


def _company_as_host(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "me quedo": living with the family is a lodging."""
    if words.at(index) != "con":
        return None
    return beds.lodging(words, index, Ears("lodging", ears.scenario, ears.limit))


def profession(words: Words, index: int, ears: Ears) -> Reading | None:
    """A known profession."""
    found = people.profession(words, index, ears.limit)
    if found is None:
        return None
    return Reading(Fact(topic="profession", text=found.text, doubtful=found.doubtful), found.end)


def _profession_asked(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "soy", where the profession was asked: any word may be a trade."""
    own = words.at(index - 1) == "soy" or (words.at(index - 1) == "estoy" and words.at(index) in ("un", "una"))
    return open_answer.profession(words, index, ears) if own and ears.topic == "profession" else None


def _purpose_open(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "el motivo es": whatever it is."""
    named = words.at(index - 1) in ("es", "trae") and words.at(index - 2) not in ("plan", "idea")
    return open_answer.purpose(words, index, ears) if named and ears.topic in (None, "purpose") else None


def _profession_open(words: Words, index: int, ears: Ears) -> Reading | None:
    found = profession(words, index, ears)
    return found or open_answer.profession(words, index, ears)


def _workplace(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "trabajo en un banco" -> trabaja en un banco."""
    if words.at(index) in ("de", "como"):
        return _profession_open(words, index + 1, ears)
    known = profession(words, index, ears)
    if known:
        return known
    if words.at(index) not in ("en", "para", "con"):
        return None
    end = phrase.end(words, index, verb="trabaj", limit=ears.limit)
    if words.at(index - 1) == "trabajar" and ears.topic == "purpose" and end > index + 1:
        text = f"trabajar {spelling.text_of(words, index, end)}"
        return Reading(Fact(topic="purpose", text=text, form="verb"), end)
    text = f"trabaja {spelling.text_of(words, index, end)}"
    return Reading(Fact(topic="profession", text=text, form="verb"), end) if end > index + 1 else None


def _study(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "estudio medicina" -> estudiante de medicina; asked why, it is what one comes for."""
    if words.is_stop(index) or words.at(index) in ("y", "en", "espanol"):
        asked = ears.topic == "profession" and words.at(index) != "espanol"
        return Reading(Fact(topic="profession", text="estudiante"), index) if asked else None
    end = phrase.end(words, index, limit=min(ears.limit, index + 6))
    text = spelling.text_of(words, index, end)
    if ears.topic == "purpose":
        return Reading(Fact(topic="purpose", text=f"estudiar {text}", form="verb"), end)
    if ears.topic not in (None, "profession", "name", "origin") or end - index > 4:
        return None
    return Reading(Fact(topic="profession", text=f"estudiante de {text}"), end)


def _onward(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "a Lima", where the way on was asked; the "a" may belong to the opening ("voy a")."""
    index -= words.at(index - 1) == "a"
    if ears.topic == "onward" and words.at(index) not in ("a", "para", "hacia"):
        place = places.read(words, index)
        return journey.onward(words, index, ears) if place and not place.doubtful else None
    if words.at(index) not in ("a", "para", "hacia"):
        return None
    if ears.topic == "onward":
        return journey.onward(words, index, ears)
    abroad = places.read(words, index + 1)  # "yo voy a Lima; aquí solo quiero dormir"
    if abroad is None or abroad.doubtful or abroad.country in ("", ears.scenario.country):
        return None
    return journey.onward(words, index, ears)


def _onward_sure(words: Words, index: int, ears: Ears) -> Reading | None:
    """After "vuelvo" or "luego voy": the place, behind words of when and how."""
    at = index
    while at - index < 7 and words.at(at) not in ("a", "para", "hacia", ".", "?", ""):
        at += 1
    if words.at(at) not in ("a", "para", "hacia"):
        return None
    if (
        words.at(at + 1) in ("las", "la", "mi", "visitar", "ver")
        and not places.read(words, at + 1)
        and words.at(at + 2) != "pais"
    ):
        return None
    return journey.onward(words, at, ears)


def _left(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "salimos de Quito", where the question was about the origin."""
    return journey.origin(words, index, ears) if ears.topic == "origin" and words.at(index) in ("de", "desde") else None


def _purpose_behind_place(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "voy a Viña del Mar de vacaciones", "vamos a Málaga a ver a mi hermana"."""
    place = places.read(words, index + (words.at(index) == "a"))
    if place is None:
        return None
    return reasons.purpose(words, place.end, ears) if words.at(place.end) in ("a", "de", "por", "para") else None


def _lodging_asked(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "vivo en un hotel", where the question was about a bed."""
    if ears.topic != "lodging" and words.at(index - 1) not in ("vivire", "vivir"):
        return None
    return beds.lodging(words, index, ears) or _company_as_host(words, index, ears)


def _lodging_going(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "voy a un hotel en Santiago", where the question was about a bed."""
    at = index + (words.at(index) == "a")
    return beds.lodging(words, at, ears) if ears.topic == "lodging" else None


def _shared(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "comparto piso con dos compañeras", "buscaré un hostal", where the question was about a bed."""
    found = beds.lodging(words, index, ears) if ears.topic == "lodging" else None
    if found is None or not phrase.is_company(words, found.end):
        return found
    end = phrase.end(words, found.end, verb="viv", limit=ears.limit)
    text = f"{found.fact.text} {spelling.text_of(words, found.end, end)}"
    return Reading(Fact(topic="lodging", text=text), end)


def _home(words: Words, index: int, ears: Ears) -> Reading | None:
    """A home: "vivo en Tetuán" says where somebody comes from, except where the question was about a bed."""
    if words.at(index) != "en" or ears.topic == "lodging" or words.at(index - 1) in ("vivire", "vivir"):
        return None
    named = words.raw[min(index + 1, len(words) - 1)][:1].isupper()
    return journey.origin(words, index, ears, sure=ears.topic == "origin" or named)


def _companion_named(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "me acompaña mi contadora"."""
    found = people.company(words, index, ears.limit)
    if found:
        return Reading(Fact(topic="companions", text=found.text, form="with"), found.end)
    animals = luggage.read(words, index, Ears("pets", ears.scenario, ears.limit), sure=ears.topic == "pets")
    if animals and animals[0][0].topic == "pets":
        return Reading(animals[0][0], animals[1])
    if words.at(index) not in ("mi", "mis", "un", "una"):
        return None
    return Reading(
        Fact(topic="companions", text=f"con {spelling.text_of(words, index, index + 2)}", form="with"), index + 2
    )


def _length_of(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "me quedo dos semanas", "la visita es de tres días"."""
    return journey.length(words, index + (words.at(index) == "de"), ears, hours=True)


def _spent(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "voy a pasar las fiestas con mi familia"."""
    if words.at(index - 1) != "pasar" or words.at(index) not in ("la", "las", "el", "los", "unas", "unos", "mis", "mi"):
        return None
    end = phrase.end(words, index, verb="pas", limit=ears.limit)
    text = f"pasar {spelling.text_of(words, index, end)}"
    return Reading(Fact(topic="purpose", text=text, form="verb"), end) if end > index + 1 else None


def _visit(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "visito a mi hermana" -> visitar a su hermana; learners leave "a" out."""
    end = phrase.end(words, index, limit=ears.limit)
    if words.is_stop(index) or end == index:
        return None
    to = "" if words.at(index) in ("a", "al", "el", "la", "los", "las") else "a "
    return Reading(Fact(topic="purpose", text=f"visitar {to}{spelling.text_of(words, index, end)}", form="verb"), end)


def _we(words: Words, index: int, ears: Ears) -> Reading | None:
    """Reads "somos mis dos hijos y yo"."""
    if words.at(index - 1) != "somos":
        return None
    found = people.company(words, index, ears.limit)
    return Reading(Fact(topic="companions", text=found.text, form="with"), found.end) if found else None


def _purpose(words: Words, index: int, ears: Ears) -> Reading | None:
    if words.at(index) in _NO_REASONS and ears.topic != "purpose":
        return None
    return reasons.purpose(words, index, ears)


def _purpose_after_preposition(words: Words, index: int, ears: Ears) -> Reading | None:
    return reasons.purpose(words, index, ears) if words.at(index) in ("por", "para", "de", "a", "en") else None


def _tourist(words: Words, index: int, ears: Ears) -> Reading | None:
    index += words.at(index) in ("un", "una")
    return reasons.purpose(words, index, ears) if words.at(index) in ("turista",) else None


READERS: dict[str, tuple[Reader, ...]] = {
    "name": (name,),
    "come": (company, alone, journey.length, _purpose_after_preposition, _origin_sure),
    "travel": (company, alone, _origin_desde, journey.length, _purpose_after_preposition, _onward),
    "be": (
        _origin_of_being,
        journey.demonym,
        profession,
        _tourist,
        alone,
        journey.length,
        company,
        _we,
        _likely_name,
        _profession_asked,
    ),
    "stand": (
        alone,
        company,
        journey.length,
        _purpose_after_preposition,
        beds.lodging,
        profession,
        _origin_of_being,
        journey.demonym,
        _profession_asked,
        _known_name,
    ),
    "remain": (_length_of, _spent, _company_as_host, beds.lodging, _purpose_after_preposition),
    "born": (journey.origin,),
    "live": (_lodging_asked, _home),
    "onward": (_left, _onward_sure, _purpose),
    "visit": (_visit,),
    "company": (_companion_named,),
    "lent": (beds.lent,),
    "share": (_shared,),
    "sleep": (journey.length, beds.lodging, _company_as_host, open_answer.lodging),
    "work": (_workplace,),
    "profession": (_profession_open,),
    "study": (_study,),
    "go": (company, alone, _onward, _lodging_going, _purpose, _purpose_behind_place),
    "want": (company, _lodging_going, _purpose, _onward, _purpose_behind_place, _purpose_open),
}
