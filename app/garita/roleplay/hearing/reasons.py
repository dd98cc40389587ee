"""Why somebody travels: "por turismo", "a visitar a mi hermana", "un congreso", at a position of a turn.

Knows reasons by their nouns and by verbs in the infinitive; whole clauses ("presento una colección") are ``clauses``'.
"""

from __future__ import annotations

from garita.roleplay.hearing import phrase, places, spelling
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact

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
_ARTICLES = word_set("el la los las un una unos unas mi mis nuestra nuestro nuestras su")
_BARE = word_set("motivos razones asuntos luna clases practicas tramites familia")
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


def is_purpose_word(word: str) -> bool:
    """Whether a plain word is a reason and hardly anything else: turismo, vacaciones, negocios."""
    return _PURPOSES.get(word) in ("turismo", "vacaciones", "negocios", "placer", "compras", "voluntariado")


def is_reason_head(word: str) -> bool:
    """Whether a plain word is the head of a reason and so no place."""
    return word in _PURPOSES or word in _EVENTS


def purpose(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "por turismo", "a visitar a mi hermana", "un congreso", from the preposition on or without one."""
    index = start
    preposition = words.at(index) if words.at(index) in ("por", "para", "a", "de", "en") else ""
    index += bool(preposition)
    if preposition == "de" and words.at(index) == "paseo":
        return _purpose("pasear", index + 1, "verb")
    if preposition == "de" and words.at(index) == "paso" and ears.topic == "purpose":
        return _purpose("tránsito", index + 1, "noun")
    if preposition == "en" and words.at(index) not in ("transito", "viaje", "luna"):
        return None
    only_sleep = words.at(index) == "dormir" and words.is_stop(index + 1) and ears.topic == "purpose"
    if (
        not only_sleep
        and words.at(index).startswith(_NO_PURPOSE)
        and phrase.is_infinitive(words.at(index))
        and words.at(index + 1) not in ("clases", "clase")
        and not (words.at(index) == "dar" and words.at(index + 1) in ("un", "una", "unas", "unos"))
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
        if not article and head not in _BARE and (not head.endswith("s") or head == "cumpleanos"):
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
