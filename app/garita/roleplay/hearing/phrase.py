"""How far an open phrase goes in a turn, and whether a word begins one: verbs in the infinitive, relatives, lodgings.

Shared by the readers of reasons, lodgings and professions.
"""

from __future__ import annotations

from garita.roleplay.hearing import numbers, stay
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words

LONGEST = 9  # words
_ENDS = word_set(
    """
    creo no hay digo perdon disculpe espere mentira ah eso claro porque pero aunque entonces despues luego durante hasta
    desde
    """
)
# words with which another sentence begins, where a recogniser writes no full stop
_SENTENCES = tuple(
    tuple(phrase.split())
    for phrase in (
        "y usted", "y tu", "donde esta", "donde estan", "donde hay", "donde puedo", "como se llama", "como es",
        "que hora", "que tiempo",
        "va a", "tiene hora", "me dice", "me da", "me puede", "me devuelve", "me devuelven", "puedo usar", "ya lo",
        "donde salen", "perdone", "quiero", "hace mucho", "hace calor", "hace frio", "ya esta", "me equivoque",
        "por que", "quien gano", "vio el", "hubo", "es por", "es para", "de que equipo", "como siempre",
        "es un", "son", "es la", "es el", "es mi", "es que", "es muy", "me duele", "estamos", "lo puse", "ya se",
    )
)  # fmt: skip
_SENTENCE_STARTS = frozenset(phrase[0] for phrase in _SENTENCES)
_BEFORE_THAT = word_set("lo mas menos tengo tiene tenemos hay sino mejor el la los las")
_DANGLING = word_set("con de en a y e para por del al")
_SAID_OF = word_set("es fue esta estuvo son era ha estaba")
_OWN_VERBS = word_set(
    """
    vengo viajo voy soy estoy tengo llevo traigo quiero vivo llego naci trabajo duermo quedo llamo pienso voy he me
    mi nos vivire quedare
    dormire estare ire volvere trabajare
    """
)
_NO_INFINITIVES = word_set(
    """
    lugar mujer bar mar hogar ayer par dolar taller alquiler placer azucar hangar militar altar popular familiar
    particular escolar celular collar dolor poder ser hamster sueter lider chofer cancer primer tercer similar
    regular
    """
)
_QUESTIONS = word_set("quien donde cuando como cuanto que hay ah oh me lo no si")
_STREETS = word_set("barrio calle avenida plaza paseo colonia")
_WITH_VERBS = ("pas", "est", "viv", "reun", "celebr", "encontr", "habl", "cas", "qued", "trabaj", "jug", "com", "cen")
DETERMINERS = word_set(
    """
    mi mis un una unos unas el la los las dos tres cuatro cinco otro otra otros varios
    """
)


def is_infinitive(word: str) -> bool:
    """Whether a plain word is a verb in the infinitive, with or without a pronoun: visitar, reunirme."""
    for pronoun in ("", "me", "se", "lo", "la", "los", "las", "le", "nos"):
        stem = word.removesuffix(pronoun) if pronoun else word
        if (stem != word or not pronoun) and len(stem) > 2 and stem.endswith(("ar", "er", "ir")):
            return stem not in _NO_INFINITIVES and (len(stem) > 3 or stem in ("ver", "dar", "oir"))
    return word == "ir"


def is_company(words: Words, index: int) -> bool:
    """Whether "con" and somebody stand at ``index``: con mi hija, con dos amigos."""
    if words.at(index) != "con":
        return False
    after = index + 1
    while words.at(after) in DETERMINERS or words.at(after) in ("mejor", "gran", "mejores"):
        after += 1
    return words.at(after) in KIN or words.at(index + 1) == "nadie"


def is_lodging(words: Words, index: int) -> bool:
    """Whether "en" and a place to sleep stand at ``index``."""
    if words.at(index) not in ("en", "a"):
        return False
    after = index + 1
    while words.at(after) in DETERMINERS or words.at(after) in ("pequeno", "gran", "nuestra", "su"):
        after += 1
    return words.at(after) in LODGINGS and words.at(after) not in _STREETS


def end(words: Words, start: int, *, verb: str = "", limit: int | None = None, longest: int = LONGEST) -> int:
    """Where the phrase that begins at ``start`` ends, never behind a preposition that leads nowhere."""
    stop = _end(words, start, verb=verb, limit=limit, longest=longest)
    while stop > start + 1 and words.at(stop - 1) in _DANGLING:
        stop -= 1
    return stop


def relative_end(words: Words, index: int) -> int:
    """Behind the relative clause at ``index``: "que alquilé por internet"; ``index`` where none begins."""
    return _end(words, index, longest=LONGEST + 3) if _is_relative(words, index) else index


def _is_relative(words: Words, index: int) -> bool:
    named = words.at(index + 1) == "se" and words.at(index + 2) in ("llama", "llaman")
    return words.at(index) in ("que", "quien", "quienes") and words.at(index - 1) not in _BEFORE_THAT and not named


def _end(words: Words, start: int, *, verb: str = "", limit: int | None = None, longest: int = LONGEST) -> int:
    """Where the phrase that begins at ``start`` ends: a pause, company, a lodging, a span of time,
    another sentence."""
    stop = min(limit if limit is not None else len(words), start + longest, len(words))
    for index in range(start + 1, stop):
        word = words.at(index)
        if (
            words.is_stop(index)
            or word in _ENDS
            or _is_relative(words, index)
            or (word in _QUESTIONS and words.raw[index][:1].isupper())
        ):
            return index
        if word in ("y", "e") and (
            words.at(index + 1) in _OWN_VERBS
            or words.at(index + 1) in ("punto", "son")
            or starts_span(words, index + 1)
        ):
            return index
        if (
            word in _OWN_VERBS
            and (word not in ("mi", "me", "trabajo") or _is_work(words, index))
            and words.at(index - 1) not in ("que", "donde", "no")
        ):
            return index
        if starts_span(words, index) or _is_sentence(words, index):
            return index
        if is_company(words, index) and not verb.startswith(_WITH_VERBS):
            return index
        if is_lodging(words, index) and not verb.startswith(("trabaj", "hacer", "hacer", "celebr")):
            return index
    return stop


def _is_sentence(words: Words, index: int) -> bool:
    """Whether another sentence begins here: "donde están", "el vuelo fue"."""
    word = words.at(index)
    if word in _SENTENCE_STARTS and words.at(index - 1) != "que":
        return any(words.says(index, phrase) for phrase in _SENTENCES)
    return word in ("el", "la") and words.at(index + 2) in _SAID_OF and words.at(index - 1) not in ("que", "donde")


def _is_work(words: Words, index: int) -> bool:
    """Whether a verb: "... trabajo de ganadero" begins a sentence, "por trabajo" does not; nor does "mi"."""
    said = words.at(index) == "trabajo" and words.at(index + 1) in ("de", "como", "en")
    return (
        said and not is_infinitive(words.at(index - 1)) and words.at(index - 1) not in ("de", "un", "por", "mi", "el")
    ) or (
        words.at(index) == "me"
        and words.at(index + 1)
        in ("quedo", "alojo", "llamo", "hospedo", "voy", "gusta", "encanta", "espera", "esperan")
    )


def starts_span(words: Words, index: int) -> bool:
    """Whether a duration ("por dos semanas", "un mes") or an end ("hasta mayo") begins at ``index``."""
    if words.at(index) in ("por", "durante", "unos", "unas", "hasta") or numbers.starts(words.at(index)):
        return stay.read(words, index) is not None
    return False
