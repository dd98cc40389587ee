"""The last resort: a short bare answer to an open question, taken as it was said.

Only for topics whose answers nobody can list (a name, a reason, a trade, a thing), only up to eight words.
"""

from __future__ import annotations

from garita.roleplay.hearing import beds, english, journey, luggage, nouns, numbers, people, phrase, spelling, verbs
from garita.roleplay.hearing.people_table import KIN
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Topic

LONGEST = 8
OPEN: frozenset[Topic] = frozenset(
    {"name", "origin", "purpose", "lodging", "profession", "goods", "food", "medicines", "samples", "pets", "onward"}
)
# everyday words that bare answers have, too
_IN_ANSWERS = word_set(
    """
    el la los las un una unos unas mi mis de del a al en con para por y e sin solo trabajo muy todo todos su cerca
    nuestro nuestra otra otro algunos algunas varios mucho mucha muchos muchas poco personal
    """
)
_AFTER_NAMES = word_set("muy me como mas mi mucho para no si claro ese es perdon disculpe digo y gracias")
_BEFORE_NOUNS = word_set("el la los las un una unos unas mi mis su sus de del al con en por para")
_BEFORE_VERBS = word_set("no me te se le les nos")
_ARTICLES = word_set("el la los las un una unos unas mi mis")


def read(words: Words, start: int, ears: Ears) -> Reading | None:
    """The answer to ``ears.topic`` in the clause that begins at ``start``; None where it is too long or no answer."""
    topic = ears.topic
    if topic not in OPEN:
        return None
    end = _clause_end(words, start)
    if topic == "name" and words.at(end) != "?":
        return _name(words, start, end)
    if end - start > LONGEST or end == start or words.at(end) == "?" or _is_sentence(words, start, end):
        return None
    if topic == "origin":
        return _origin(words, start, ears)
    if topic in luggage.CARRIED:
        return _things(words, start, ears)
    if topic == "purpose":
        return purpose(words, start, ears) if not any(_is_verb(words, at) for at in range(start, end)) else None
    if topic == "lodging":
        return lodging(words, start, ears)
    if topic == "profession":
        return profession(words, start, ears) if end - start <= 4 else None
    return _onward(words, start, ears)


def profession(words: Words, start: int, ears: Ears) -> Reading | None:
    """An unknown trade: "tolvaquero", "vendedor ambulante de helados"."""
    index = start + (words.at(start) in ("un", "una", "de", "como"))
    if not _content(words, index) or words.at(index) in KIN:
        return None
    end = min(phrase.end(words, index, limit=ears.limit, longest=6), _clause_end(words, index))
    end = next((at for at in range(index, end) if _is_sentence(words, at, at + 1)), end)
    return Reading(Fact(topic="profession", text=spelling.text_of(words, index, end)), end)


def lodging(words: Words, start: int, ears: Ears) -> Reading | None:
    """A place nobody listed: "en el Barceló", "en la Residencia Zurimbel"."""
    if verbs.is_conjugated(words.at(start)) and words.at(start - 1) not in _BEFORE_VERBS:
        return beds.lodging(words, start + 1, ears)  # "conseguí una habitación"
    index = start + (words.at(start) in ("en", "a"))
    after = index + (words.at(index) in _ARTICLES)
    if (
        not _content(words, after)
        or words.at(after) in KIN
        or words.at(start) == "a"
        or _is_device(words, after)
        or nouns.adjective(words.at(after), "m", many=False) is not None
        or journey.length(words, index, ears)
    ):
        return None
    end = phrase.end(words, index, limit=ears.limit)
    text = spelling.text_of(words, index, end)
    if words.raw[index][:1].isupper() and not spelling.is_known(words.at(index)):
        text = text[:1].upper() + text[1:]  # "Barceló" begins the turn and is a name all the same
    return Reading(Fact(topic="lodging", text=f"en {text}"), end)


def _is_device(words: Words, index: int) -> bool:
    """Whether something carried stands here that nobody sleeps in: "perdón, mi teléfono"."""
    found = nouns.find(words, index, near=False)
    return found is not None and found[0].kind == "electronics"


def _name(words: Words, start: int, end: int) -> Reading | None:
    if words.at(start) == "no" or english.is_english(words):
        return None
    name_end = people.name_end(words, start, end)
    if name_end == start or not (name_end == end or words.at(name_end) in _AFTER_NAMES):
        return None
    if verbs.is_conjugated(words.at(start)) and not _is_name(words, start):
        return None
    sure = people.is_first_name(words.at(start)) and name_end - start <= 4  # "soledad marino white"
    if not sure and any(spelling.is_known(words.at(at)) and not _is_name(words, at) for at in range(start, name_end)):
        return None
    return Reading(Fact(topic="name", text=spelling.name(words, start, name_end)), name_end)


def _is_name(words: Words, index: int) -> bool:
    word = words.at(index)
    return (
        word in spelling.first_names()
        or word in spelling.surnames()
        or word in ("de", "la", "del", "los", "las", "el")
        or (word in people.BEFORE_SURNAMES and words.raw[index][:1].isupper())
    )


def _origin(words: Words, start: int, ears: Ears) -> Reading | None:
    if not _content(words, start + (words.at(start) in ("de", "desde"))):
        return None
    return journey.origin(words, start, ears)


def _things(words: Words, start: int, ears: Ears) -> Reading | None:
    found = luggage.read(words, start, ears, sure=True)
    if found is None or not found[0]:
        return None
    return next((Reading(fact, found[1]) for fact in found[0] if fact.topic == ears.topic), None)


def purpose(words: Words, start: int, ears: Ears) -> Reading | None:
    """A reason nobody listed: "la Semana Santa", "tolvaquear"."""
    index = start + (words.at(start) in ("por", "para", "a"))
    after = index + (words.at(index) in _ARTICLES)
    if not _content(words, after) or words.at(after) in KIN:
        return None
    end = min(phrase.end(words, index, limit=ears.limit), _clause_end(words, index))
    form = "verb" if phrase.is_infinitive(words.at(index)) else "noun"
    return Reading(
        Fact(topic="purpose", text=spelling.text_of(words, index, end), form="verb" if form == "verb" else "noun"), end
    )


def _onward(words: Words, start: int, ears: Ears) -> Reading | None:
    index = start + (words.at(start) in ("a", "para", "hacia"))
    end = people.name_end(words, index, ears.limit)
    if end == index or spelling.is_known(words.at(index)) or _is_told(words, index):
        return None
    return Reading(Fact(topic="onward", text=f"a {spelling.name(words, index, end)}"), end)


def _content(words: Words, index: int) -> bool:
    word = words.at(index)
    return (
        len(word) > 2
        and word.replace("-", "").replace("'", "").isalpha()
        and word not in COMMON
        and not numbers.starts(word)
        and not _is_told(words, index)
        and not english.is_only_english(word)
    )


def _is_verb(words: Words, index: int) -> bool:
    """Whether a main clause's verb stands here: "anoche vi una película"; not "que empieza mañana"."""
    return verbs.is_conjugated(words.at(index)) and words.at(index - 1) not in _BEFORE_NOUNS | {"que"}


def _is_told(words: Words, index: int) -> bool:
    """Whether a verb stands here and no noun: "existe", "no contesta", "me perdí"."""
    if words.at(index - 1) in _BEFORE_NOUNS:
        return False
    return verbs.is_conjugated(words.at(index)) or words.at(index - 1) in _BEFORE_VERBS


def _is_sentence(words: Words, start: int, end: int) -> bool:
    """Whether there is a verb or another everyday word inside that no bare answer has; "de te" is tea."""
    return any(
        words.at(index) in COMMON - _IN_ANSWERS and not words.says(index - 1, ("de", "te"))
        for index in range(start, end)
    )


def _clause_end(words: Words, start: int) -> int:
    index = start
    while index < len(words) and not words.is_stop(index):
        index += 1
    return index
