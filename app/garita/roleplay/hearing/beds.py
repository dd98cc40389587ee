"""Where somebody sleeps: "en un hotel", "en casa de mi hermana", "hotel Miramar", at a position of a turn.

Knows lodgings by their nouns; a bare name ("en el Barceló") is ``open_answer``'s.
"""

from __future__ import annotations

from garita.roleplay.hearing import phrase, spelling
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact

_BEDS = word_set(
    "hotel hostal hostel albergue residencia apartamento departamento piso pension airbnb camping posada motel"
)
_WHERE = word_set("numero calle piso en cerca junto frente al")
_ARTICLES = word_set("el la los las un una unos unas mi mis nuestra nuestro nuestras su")


def is_sure_lodging(words: Words, start: int) -> bool:
    """Whether "en" and a place that is hardly anything but a bed stand here: a hotel, somebody's house."""
    index = start + 1
    while words.at(index) in _ARTICLES or words.at(index) in ("pequeno", "gran", "otro"):
        index += 1
    return words.at(index) in _BEDS or (words.at(index) == "casa" and words.at(index + 1) in ("de", "del"))


def lodging(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "en un hotel", "en casa de mi hermana", "hotel Miramar", from the preposition on or without one."""
    index = start
    hosted = _at_somebodys(words, start, ears)
    if hosted:
        return hosted
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
    text, end = _described(words, index, ears)
    default, head = LODGINGS[words.at(index)]
    if text.lower().startswith(head.lower()[:3]) and not text.startswith(head):
        text = head + text[len(head) :]
    shown = _lodging_article(article, default, words, index, end)
    return Reading(Fact(topic="lodging", text=f"en {shown} {text}".replace("  ", " ")), end)


def _described(words: Words, index: int, ears: Ears) -> tuple[str, int]:
    """The lodging with where it is: "un hotel, en la calle Mayor"; without "que cocina muy bien"."""
    end = phrase.end(words, index, limit=ears.limit, longest=10)
    text = spelling.text_of(words, index, end)
    behind = phrase.relative_end(words, end)
    while words.at(behind) == "," and words.at(behind + 1) in _WHERE and words.at(behind + 2) != "un":
        end = phrase.end(words, behind + 1, limit=ears.limit)
        text = f"{text}, {spelling.text_of(words, behind + 1, end)}"
        behind = phrase.relative_end(words, end)
    return text, max(end, behind)


def _at_somebodys(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "donde mi tía", "en lo de mi tía", and "en su casa de mi hermana"."""
    index = start + (words.at(start) in ("en", "a"))
    if words.says(index, ("su", "casa", "de")) or words.says(index, ("la", "casa", "su", "de")):
        index += 3
    elif words.says(index, ("lo", "de")):
        index += 2
    elif words.at(index) == "donde":
        index += 1
    else:
        return None
    if words.at(index) not in _ARTICLES or words.at(index + 1) not in KIN:
        return None
    end = phrase.end(words, index, limit=ears.limit)
    return Reading(Fact(topic="lodging", text=f"en casa de {spelling.text_of(words, index, end)}"), end)


def lent(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "me presta | el piso una compañera de trabajo", behind the verb."""
    index = start
    while words.at(index) in _ARTICLES:
        index += 1
    if words.at(index) not in LODGINGS:
        return None
    who = index + 1
    while words.at(who) in _ARTICLES:
        who += 1
    if who == index + 1 or words.at(who) not in KIN:
        return None
    end = phrase.end(words, index + 1, limit=ears.limit)
    default, head = LODGINGS[words.at(index)]
    article = {"un": "el", "una": "la", "": "la"}.get(default, default)
    return Reading(Fact(topic="lodging", text=f"en {article} {head} de {spelling.text_of(words, index + 1, end)}"), end)


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
