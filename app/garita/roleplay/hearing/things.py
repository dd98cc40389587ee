"""A thing carried: "dos kilos de jamón serrano", "un reloj de 500 euros", at a position of a turn.

Known nouns get their kind, gender and right forms; unknown ones (made-up words, too) are kept as they were said.
Knows nothing of topics or rules.
"""

from __future__ import annotations

from garita.roleplay.hearing import money, nouns, numbers, spelling, things_table, verbs
from garita.roleplay.hearing.draft import VAGUE, Draft, finished
from garita.roleplay.hearing.people_table import KIN
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Thing
from garita.roleplay.scenario import Scenario

_SKIPPED = word_set(
    """
    solo solamente tambien unicamente hay ademas y e mas como aproximadamente casi otra otro
    """
)
DETERMINERS = word_set("mi mis su sus el la los las mucho mucha algo nuestro nuestra nuestros nuestras")
_KEPT_AFTER_FOR = word_set(
    """
    dormir la el perros gatos perro gato bebe bebes afeitar dolor alergia cocinar ninos hombre mujer diabetes
    """
)
_AFTER_DE = word_set("mi mis su sus mucho poco buena")


def read(words: Words, start: int, scenario: Scenario | None = None, *, sure: bool = False) -> tuple[Thing, int] | None:
    """The thing at ``start`` and where it ends. ``sure``: luggage is spoken of, so an unknown noun alone will do."""
    draft = Draft(start)
    while words.at(draft.index) in _SKIPPED or _is_only(words, draft.index):
        draft.index += 1
    _quantity(words, draft)
    _unit(words, draft)
    if not _noun(words, draft, sure=sure or bool(draft.quantity or draft.unit)):
        return None
    _complements(words, draft)
    if (draft.unit or draft.kind == "alcohol") and not draft.size and words.at(draft.index) == "de":
        _size(words, draft)  # "dos botellas de tequila de un litro", "un whisky de setenta centilitros"
    return finished(words, draft, scenario)


def joined(things: list[Thing]) -> str:
    """As a list: "una camisa, dos libros y un reloj"."""
    texts = [thing.text for thing in things]
    if len(texts) == 1:
        return texts[0]
    last = texts[-1]
    word = "e" if last.startswith(("i", "hi")) and not last.startswith("hie") else "y"
    return f"{', '.join(texts[:-1])} {word} {last}"


def _is_only(words: Words, index: int) -> bool:
    """Whether "puro" means only: "puros refrescos", "pura agua"; "puros cubanos" are cigars."""
    if words.at(index) not in ("puro", "pura", "puros", "puras"):
        return False
    found = nouns.find(words, index + 1, near=False)
    return found is not None and found[0].kind != "tobacco"


# --- quantity and unit ---------------------------------------------------------------------------------------------


def _quantity(words: Words, draft: Draft) -> None:
    word, after = words.at(draft.index), words.at(draft.index + 1)
    if word in ("un", "una") and after in ("par", "docena", "poco", "monton"):
        if after == "poco" and words.at(draft.index + 2) != "de":
            return
        draft.index += 3 if words.at(draft.index + 2) == "de" else 2
        draft.count = {"par": 2.0, "docena": 12.0}.get(after)
        draft.quantity = f"{word} {after.replace('monton', 'montón')} de"
    elif word in ("medio", "media"):
        draft.count, draft.quantity, draft.index = 0.5, word, draft.index + 1
        if after == "docena":
            draft.count, draft.quantity, draft.index = (
                6.0,
                "media docena de",
                draft.index + (2 if words.at(draft.index + 1) == "de" else 1),
            )
    elif word in VAGUE:
        draft.quantity, draft.index = word, draft.index + 1
        number = numbers.read(words, draft.index)
        if number and number.value is not None:
            draft.count, draft.index = number.value, number.end
    elif word in DETERMINERS:
        draft.index += 1
        draft.quantity = {"mi": "su", "mis": "sus", "nuestro": "su", "nuestra": "su"}.get(word, "")
        draft.article = word if word in ("el", "la", "los", "las") else ""
        number = numbers.read(words, draft.index)
        if number and number.value is not None:
            draft.count, draft.index, draft.quantity = number.value, number.end, draft.quantity or "#"
    else:
        number = numbers.read(words, draft.index)
        if number and number.value is not None:
            draft.count, draft.index, draft.quantity = number.value, number.end, "#"
            if words.at(draft.index) == "de" and nouns.find(words, draft.index + 1):
                draft.index += 1  # "seis de pastillas"


def _unit(words: Words, draft: Draft) -> None:
    found = nouns.unit(words.at(draft.index))
    if found is None or (
        draft.count is None and not draft.quantity and not found.many and words.at(draft.index + 1) != "de"
    ):
        return
    if nouns.find(words, draft.index) and words.at(draft.index + 1) != "de":
        return  # "dos tabletas" are no unit of anything
    draft.unit, draft.index = found, draft.index + 1
    if words.says(draft.index, ("y", "medio")) or words.says(draft.index, ("y", "media")):
        draft.half_more, draft.index = True, draft.index + 2
        draft.count = (draft.count or 0) + 0.5
    _size(words, draft)
    if words.at(draft.index) == "de":
        draft.index += 1


def _size(words: Words, draft: Draft) -> None:
    """Reads "botella de un litro de ron", "bolsa de dos kilos de café"."""
    index = draft.index + (words.at(draft.index) == "de")
    if words.at(index) in ("medio", "media"):
        value, after = 0.5, index + 1
    else:
        number = numbers.read(words, index)
        if number is None or number.value is None:
            return
        value, after = number.value, number.end
    measure = nouns.unit(words.at(after))
    if measure is None or measure.singular not in ("litro", "mililitro", "centilitro", "kilo", "gramo"):
        return
    draft.size = value * (things_table.LITRES_IN.get(measure.singular) or 1.0)
    half = ("media" if measure.gender == "f" else "medio") if value == 0.5 else numbers.said(value, measure.gender)
    draft.size_text = f"de {half} {measure.singular if value <= 1 else measure.plural}"
    draft.index = after + 1


# --- the noun and what belongs to it -------------------------------------------------------------------------------


def _noun(words: Words, draft: Draft, *, sure: bool) -> bool:
    while words.at(draft.index) in ("mi", "mis", "la", "el", "los", "las") and draft.unit:
        draft.index += 1
    found = nouns.find(words, draft.index)
    if found:
        noun, end = found
        many = (
            noun.many
            if draft.unit
            else (draft.count is not None and draft.count != 1) or (noun.many and draft.count is None)
        )
        vague = draft.quantity in ("unos", "unas", "sus") or (draft.quantity in VAGUE and draft.count is None)
        many = many or (vague and not draft.unit)
        draft.noun, draft.name = (
            (noun.plural if many else noun.singular),
            noun.singular if not noun.many else noun.plural,
        )
        draft.kind, draft.gender, draft.index, draft.known = noun.kind, noun.gender, end, True
        if draft.count not in (None, 1) and not draft.unit:
            draft.name = noun.plural
        elif draft.count == 1 and not draft.unit:
            draft.name = noun.singular
        return True
    return _unknown_noun(words, draft, sure=sure)


def _unknown_noun(words: Words, draft: Draft, *, sure: bool) -> bool:
    word = words.at(draft.index)
    told = verbs.is_conjugated(word) and not draft.quantity
    if sure and is_noun_like(word) and not told and not (draft.quantity == "su" and word in KIN):
        draft.noun = draft.name = spelling.spelled(words, draft.index)
        said = words.at(draft.index - 1)
        draft.gender = (
            "f" if said in ("una", "unas", "la", "las") else "m" if said in ("un", "unos") else spelling.gender(word)
        )
        draft.index += 1
        return True
    if draft.unit and draft.count is not None:  # "dos botellas", of whatever
        unit = draft.unit
        draft.noun = draft.name = unit.singular if draft.count == 1 else unit.plural
        draft.gender, draft.unit = unit.gender, unit
        draft.kind = "tobacco" if unit.singular == "cajetilla" else "other"
        draft.noun = ""
        return True
    return False


def is_noun_like(word: str) -> bool:
    """Whether an unknown word may name a thing: letters, no everyday word of the closed classes, no number, no unit."""
    return (
        len(word) > 2
        and word.replace("-", "").isalpha()
        and word not in COMMON
        and not numbers.starts(word)
        and money.currency_word(word) is None
    )


def _complements(words: Words, draft: Draft) -> None:
    """Adjectives, "de cuero", "para la tos", "que se llama Toby", at most five words in all."""
    many = (draft.noun != "" and draft.noun == spelling.plural(draft.noun.split()[0])) or (
        draft.count is not None and draft.count != 1 and not draft.unit
    )
    while len(draft.tail) < 5 and draft.noun:
        word, after = words.at(draft.index), words.at(draft.index + 1)
        adjective = nouns.adjective(word, draft.gender, many=many or draft.noun.endswith("s"))
        if adjective:
            draft.tail.append(adjective if draft.known else spelling.spelled(words, draft.index))
            draft.index += 1
        elif word in ("de", "del") and _belongs(words, draft.index + 1):
            draft.index = _take(words, draft, draft.index, _noun_phrase_end(words, draft.index + 1))
        elif (
            word in ("para", "por")
            and (after in _KEPT_AFTER_FOR or after.endswith(("ar", "er", "ir")))
            and after not in KIN
        ):
            end = draft.index + (3 if after in ("la", "el", "los", "las") else 2)
            if after in ("la", "el") and words.at(end - 1) in KIN:
                return
            draft.index = _take(words, draft, draft.index, min(end, len(words)))
        elif word in ("sin", "con") and is_noun_like(after) and after not in KIN:
            draft.index = _take(words, draft, draft.index, draft.index + 2)
        elif words.says(draft.index, ("que", "se", "llama")) and after:
            draft.tail += [
                "que",
                "se",
                "llama",
                spelling.name(words, draft.index + 3, min(draft.index + 4, len(words))),
            ]
            draft.index = min(draft.index + 4, len(words))
        elif _is_extra(words, draft):
            draft.index = _take(words, draft, draft.index, draft.index + 1)
        else:
            return


def _is_extra(words: Words, draft: Draft) -> bool:
    """An unknown word straight after the noun: a kind of it, or a pet's name."""
    word = words.at(draft.index)
    if not is_noun_like(word) or word in KIN or nouns.find(words, draft.index, near=False) or nouns.unit(word):
        return False
    told = word.endswith(("mente", "ndo")) or word.startswith(("valorad", "tasad")) or verbs.is_conjugated(word)
    return len(draft.tail) < 2 and not told


def _belongs(words: Words, index: int) -> bool:
    """Whether "de" is followed by a noun, not by a price."""
    if money.read(words, index, None) or _is_measure(words, index):
        return False
    return is_noun_like(words.at(_noun_phrase_end(words, index) - 1))


def _is_measure(words: Words, index: int) -> bool:
    """Whether a volume or a weight stands at ``index``: un litro, medio kilo."""
    number = numbers.read(words, index)
    end = number.end if number else index + 1
    unit = nouns.unit(words.at(end)) if number or words.at(index) in ("medio", "media") else None
    return unit is not None and unit.singular in ("litro", "mililitro", "centilitro", "kilo", "gramo")


def _noun_phrase_end(words: Words, index: int) -> int:
    if words.at(index) in ("la", "el", "los", "las", "un", "una", "unos", "unas", *_AFTER_DE):
        index += 1
    number = numbers.read(words, index)
    if number:
        index = number.end
    return min(index + 1, len(words))


def _take(words: Words, draft: Draft, start: int, end: int) -> int:
    draft.tail.append(spelling.text_of(words, start, end))
    return end
