"""Why, where to sleep, where from and where to: readers of the journey's facts at a position of a turn.

Each reader takes (words, start, Ears) and returns a Reading or None; it does not look beyond its own phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from garita.roleplay.hearing import people, phrase, places, spelling, stay
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic


@dataclass(frozen=True)
class Ears:
    """What a reader knows besides the words: the topic asked ("" for none), the scenario, the phrase's utmost end."""

    topic: Topic | None
    scenario: Scenario
    limit: int


class Reading(NamedTuple):
    """A fact and the position behind its words."""

    fact: Fact
    end: int


_PURPOSES = {
    "turismo": "turismo", "vacaciones": "vacaciones", "vacacion": "vacaciones", "negocios": "negocios",
    "negocio": "negocios", "trabajo": "trabajo", "estudios": "estudios", "placer": "placer",
    "ocio": "ocio", "visita": "visita", "compras": "compras", "descanso": "descanso", "practicas": "prácticas",
    "transito": "tránsito", "turista": "turismo", "turistico": "turismo", "diversion": "diversión",
    "fiestas": "fiestas",
    "ferias": "ferias", "aventura": "aventura", "amor": "amor", "salud": "salud", "curiosidad": "curiosidad",
    "voluntariado": "voluntariado", "deporte": "deporte", "turisme": "turismo", "turista's": "turismo",
}  # fmt: skip
# need an article: un congreso, la boda de mi prima
_EVENTS = {
    "congreso": "m", "conferencia": "f", "boda": "f", "feria": "f", "reunion": "f", "curso": "m", "intercambio": "m",
    "tratamiento": "m", "entrevista": "f", "campeonato": "m", "concierto": "m", "investigacion": "f", "festival": "m",
    "proyecto": "m", "funeral": "m", "entierro": "m", "graduacion": "f", "cumpleanos": "m", "torneo": "m",
    "maraton": "m",
    "evento": "m", "exposicion": "f", "seminario": "m", "taller": "m", "operacion": "f", "viaje": "m", "master": "m",
    "doctorado": "m", "bautizo": "m", "fiesta": "f", "luna": "f", "cita": "f", "carrera": "f", "partido": "m",
    "excursion": "f", "crucero": "m", "escala": "f", "charla": "f", "beca": "f", "gira": "f", "peregrinacion": "f",
    "aniversario": "m", "bodas": "f", "motivos": "m", "razones": "f", "asuntos": "m", "cursos": "m",
    "voluntariado": "m",
    "retiro": "m", "competencia": "f", "competicion": "f", "capacitacion": "f", "negociacion": "f", "consulta": "f",
    "visita": "f", "clases": "f", "tema": "m", "practicas": "f", "universidad": "f", "familia": "f", "camino": "m",
    "encuentro": "m", "simposio": "m", "herencia": "f", "mudanza": "f", "tramite": "m", "tramites": "m", "rodaje": "m",
}  # fmt: skip
_BEDS = word_set(
    "hotel hostal hostel albergue residencia apartamento departamento piso pension airbnb camping posada motel"
)
_ARTICLES = word_set("el la los las un una unos unas mi mis nuestra nuestro nuestras su")
_NO_PURPOSE = (
    "estar",
    "quedar",
    "ser",
    "tener",
    "dormir",
    "alojar",
    "servir",
    "dar",
    "decir",
    "irme",
    "hospedar",
    "tardar",
    "saber",
    "pasar la",
    "repet",
    "pregunt",
)


def is_sure_lodging(words: Words, start: int) -> bool:
    """Whether "en" and a place that is hardly anything but a bed stand here: a hotel, somebody's house."""
    index = start + 1
    while words.at(index) in _ARTICLES or words.at(index) in ("pequeno", "gran", "otro"):
        index += 1
    return words.at(index) in _BEDS or (words.at(index) == "casa" and words.at(index + 1) in ("de", "del"))


def is_purpose_word(word: str) -> bool:
    """Whether a plain word is a reason and hardly anything else: turismo, vacaciones, negocios."""
    return _PURPOSES.get(word) in ("turismo", "vacaciones", "negocios", "placer", "compras", "voluntariado")


def purpose(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "por turismo", "a visitar a mi hermana", "un congreso", from the preposition on or without one."""
    index = start
    preposition = words.at(index) if words.at(index) in ("por", "para", "a", "de", "en") else ""
    index += bool(preposition)
    if preposition == "en" and words.at(index) not in ("transito", "viaje", "luna"):
        return None
    if (
        words.at(index).startswith(_NO_PURPOSE)
        and phrase.is_infinitive(words.at(index))
        and words.at(index + 1) not in ("clases", "clase")
    ):
        return None
    if phrase.is_infinitive(words.at(index)) and preposition in ("", "a", "para", "por"):
        end = phrase.end(words, index, verb=words.at(index), limit=ears.limit)
        return _purpose(spelling.text_of(words, index, end), end, "verb")
    found = _purpose_noun(words, index, ears)
    if found or preposition == "a":
        return found
    if ears.topic == "purpose" and preposition in ("por", "para") and words.at(index) not in COMMON - _ARTICLES:
        end = phrase.end(words, index, limit=ears.limit)
        if (
            end > index + (words.at(index) in _ARTICLES)
            and not phrase.starts_span(words, index)
            and not places.read(words, index)
        ):
            return _purpose(spelling.text_of(words, index, end), end, "noun")
    return None


def _purpose(text: str, end: int, form: str) -> Reading:
    return Reading(Fact(topic="purpose", text=text, form="verb" if form == "verb" else "noun"), end)


def _purpose_noun(words: Words, start: int, ears: Ears) -> Reading | None:
    index = start
    article = words.at(index) if words.at(index) in _ARTICLES else ""
    index += bool(article)
    head, after = words.at(index), words.at(index + 1)
    if (
        head in _PURPOSES
        and not (head in _EVENTS and article)
        and not (head == "trabajo" and article and after in ("de", "en"))
    ):
        end = index + 1
        if head in ("trabajo", "estudios", "visita", "vacaciones", "compras", "turismo", "negocios", "practicas"):
            end = _with_complement(words, index, ears)
        return _purpose(" ".join((_PURPOSES[head], spelling.text_of(words, index + 1, end))).strip(), end, "noun")
    if head not in _EVENTS:
        return None
    end = phrase.end(words, index, limit=ears.limit)
    if article in ("", "mi", "mis", "nuestra", "nuestro", "nuestras", "su") or head in (
        "motivos",
        "razones",
        "asuntos",
    ):
        shown = {"mi": "su ", "mis": "sus "}.get(article, "")
        if not article and head not in ("motivos", "razones", "asuntos", "luna", "clases", "practicas", "tramites"):
            shown = "una " if _EVENTS[head] == "f" else "un "
    elif _EVENTS[head] == "f":
        shown = {"un": "una ", "el": "la "}.get(article, article + " ")
    else:
        shown = {"una": "un ", "la": "el "}.get(article, article + " ")
    return _purpose(shown + spelling.text_of(words, index, end), end, "noun")


def _with_complement(words: Words, index: int, ears: Ears) -> int:
    """Where the reason with what belongs to it ends: "trabajo voluntario", "vacaciones" without "con mi familia"."""
    after = words.at(index + 1)
    if (words.at(index) == "practicas" and after == "en") or (words.at(index) == "negocios" and after == "con"):
        return phrase.end(words, index, limit=ears.limit)
    if after in ("familiar", "familiares", "rural", "cultural", "medica", "medico", "academica", "voluntario", "corta"):
        return index + 2
    if (after == "de" and words.at(index + 2) in ("verano", "trabajo", "invierno", "negocios", "estudios", "fin")) or (
        after == "a" and words.at(index + 2) in ("mi", "mis", "unos", "un", "una", "la")
    ):
        return phrase.end(words, index, limit=ears.limit)
    return index + 1


# --- lodging -------------------------------------------------------------------------------------------------------


def lodging(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "en un hotel", "en casa de mi hermana", "hotel Miramar", from the preposition on or without one."""
    index = start
    preposition = words.at(index) if words.at(index) in ("en", "a", "con") else ""
    index += bool(preposition)
    if preposition == "con":
        return _with_family(words, start, ears) if ears.topic == "lodging" else None
    article = words.at(index) if words.at(index) in _ARTICLES else ""
    index += bool(article)
    while words.at(index) in ("pequeno", "pequena", "gran", "mismo", "buen"):
        index += 1
    if words.at(index) not in LODGINGS or article == "su":
        return None
    end = phrase.end(words, index, limit=ears.limit, longest=10)
    while words.at(end) == "," and (
        words.at(end + 1) in ("numero", "calle", "piso", "en", "cerca", "junto", "frente", "al")
        and words.at(end + 2) not in ("un",)
    ):
        end = phrase.end(words, end + 1, limit=ears.limit)
    text = spelling.text_of(words, index, end)
    default, head = LODGINGS[words.at(index)]
    if text.lower().startswith(head.lower()[:3]) and not text.startswith(head):
        text = head + text[len(head) :]
    shown = _lodging_article(article, default, words, index, end)
    return Reading(Fact(topic="lodging", text=f"en {shown} {text}".replace("  ", " ")), end)


def _lodging_article(article: str, default: str, words: Words, index: int, end: int) -> str:
    """The article that fits: "el" where a name follows, the said one where it agrees, else the noun's own."""
    feminine = default in ("una", "la") or words.at(index) == "casa"
    if article in ("mi", "mis", "nuestra", "nuestro", "su"):
        return "su"
    if not article:
        named = end > index + 1 and words.at(index + 1) not in COMMON and words.raw[index + 1][:1].isupper()
        named = named or (
            end > index + 1 and words.at(index + 1) not in COMMON and not spelling.is_known(words.at(index + 1))
        )
        return {"un": "el", "una": "la"}.get(default, default) if named else default
    wanted = {"un": "una", "el": "la", "unos": "unas", "los": "las"}
    if feminine:
        return wanted.get(article, article)
    return {new: old for old, new in wanted.items()}.get(article, article)


def _with_family(words: Words, start: int, ears: Ears) -> Reading | None:
    if not phrase.is_company(words, start) and words.at(start + 2) not in KIN and words.at(start + 1) not in KIN:
        return None
    end = phrase.end(words, start, verb="viv", limit=ears.limit)
    return Reading(Fact(topic="lodging", text=spelling.text_of(words, start, end)), end)


# --- from and to ---------------------------------------------------------------------------------------------------


def origin(words: Words, start: int, ears: Ears, *, sure: bool = True) -> Reading | None:
    """A place after "de", "desde" or (learner's) "en": known ones, and unknown names where ``sure``."""
    index = start
    if words.at(index) in ("de", "desde", "en"):
        index += 1
    if words.at(index) in ("la", "el") and words.at(index + 1) in ("ciudad", "pueblo", "isla", "capital"):
        index += 0 if places.read(words, index + 1) else 2
        index += words.at(index) == "de"
    found = places.read(words, index) or (
        places.read(words, index + 1) if words.at(index) in ("la", "el", "los") else None
    )
    if found:
        fact = Fact(topic="origin", text=found.text, country=found.country, doubtful=found.doubtful)
        return Reading(fact, found.end)
    unknown = _unknown_place(words, index, ears)
    return unknown if unknown and (sure or unknown.fact.country) else None


def _unknown_place(words: Words, index: int, ears: Ears) -> Reading | None:
    end = people.name_end(words, index, min(ears.limit, index + 4))
    if end == index or words.at(index) in KIN or phrase.is_infinitive(words.at(index)) or words.at(index) in _PURPOSES:
        return None
    if words.at(index) in LODGINGS or words.at(index) in _EVENTS or spelling.is_known(words.at(index)):
        return None
    country = places.read(words, end + (words.at(end) in (",", "en")))
    text = spelling.name(words, index, end)
    if country and country.is_country:
        return Reading(Fact(topic="origin", text=f"{text}, {country.text}", country=country.country), country.end)
    return Reading(Fact(topic="origin", text=text), end)


def demonym(words: Words, start: int, _ears: Ears) -> Reading | None:
    """Reads "mexicana", "de nacionalidad peruana", "ciudadano español"."""
    index = start
    while words.at(index) in ("un", "una", "de", "nacionalidad", "ciudadano", "ciudadana", "origen", "es"):
        index += 1
    known = places.demonym(words, index)
    if known is None:
        return None
    return Reading(Fact(topic="origin", text=known[0], form="demonym", country=known[1]), index + 1)


def onward(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "a Lima mañana", "un vuelo de regreso", "para Bogotá"; unknown names only where the topic was asked."""
    index = start + (words.at(start) in ("a", "para", "hacia", "hasta"))
    if words.says(index, ("mi", "vuelo")) and words.at(index + 2) not in ("de", "a", "para"):
        return None
    ticket = index + (words.at(index) in ("un", "una", "el", "la", "mi", "ya"))
    ticket += words.at(ticket) in ("un", "una", "el", "la", "mi")
    if words.at(ticket) in (
        "vuelo",
        "pasaje",
        "boleto",
        "billete",
        "tiquete",
        "regreso",
        "tren",
        "conexion",
        "autobus",
        "barco",
        "ticket",
    ):
        return _ticket(words, ticket)
    if words.at(index) == "casa" or words.says(index, ("mi", "casa")):
        return Reading(Fact(topic="onward", text="a su casa"), index + 1 + (words.at(index) == "mi"))
    if words.says(index, ("mi", "pais")):
        return Reading(Fact(topic="onward", text="a su país"), index + 2)
    found = places.read(words, index)
    if found is None and ears.topic == "onward" and index > start:
        unknown = _unknown_place(words, index, ears)
        if unknown:
            found = places.Place(unknown.fact.text, unknown.fact.country, unknown.end)
    if found is None:
        return None
    end = _how_or_when(words, found.end)
    more = spelling.text_of(words, found.end, end)
    text = f"a {found.text} {more}".strip()
    return Reading(Fact(topic="onward", text=text, country=found.country, doubtful=found.doubtful), end)


def _ticket(words: Words, index: int) -> Reading:
    end = index + 1
    while end < len(words) and words.at(end) in (
        "de",
        "regreso",
        "vuelta",
        "ida",
        "y",
        "a",
        "para",
        "en",
        "ya",
        "comprado",
        "tren",
        "avion",
        "autobus",
        "barco",
        "conexion",
    ):
        if words.at(end) == "y" and words.at(end + 1) != "vuelta":
            break
        end += 1
        known = places.read(words, end) if words.at(end - 1) in ("a", "para", "de") else None
        if known:
            text = f"{spelling.text_of(words, index, end)} {known.text}"
            return Reading(
                Fact(
                    topic="onward", text=f"{_ticket_article(words, index)} {text}", form="noun", country=known.country
                ),
                known.end,
            )
    end = max(index + 1, end - (words.at(end - 1) in ("de", "a", "para", "en", "y")))
    return Reading(
        Fact(
            topic="onward", text=f"{_ticket_article(words, index)} {spelling.text_of(words, index, end)}", form="noun"
        ),
        end,
    )


def _ticket_article(words: Words, index: int) -> str:
    return "una" if words.at(index) == "conexion" else "un"


def _how_or_when(words: Words, index: int) -> int:
    """Reads "mañana", "esta noche", "en tren", "en dos días" behind a destination."""
    if words.at(index) == "manana":
        return index + 1
    if words.at(index) == "esta" and words.at(index + 1) in ("noche", "tarde", "manana"):
        return index + 2
    if words.at(index) == "en" and words.at(index + 1) in (
        "tren",
        "autobus",
        "avion",
        "barco",
        "coche",
        "bus",
        "auto",
        "carro",
        "ferry",
    ):
        return index + 2
    return index


# --- stay ----------------------------------------------------------------------------------------------------------


def length(words: Words, start: int, ears: Ears) -> Reading | None:
    """A duration or an end; where the stay was asked, a bare day or month will do ("el domingo")."""
    found = stay.read(words, start)
    if found is None and ears.topic == "stay" and words.at(start) in ("el", "la", "en"):
        found = stay.end_of(words, start)
    if found is None:
        return None
    fact = Fact(topic="stay", text=found.text, form="until" if found.until else "", number=found.days)
    return Reading(fact, found.end)
