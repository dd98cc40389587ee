"""Lists of things: read at a position of a turn, and put together as they were meant.

An amount said behind its thing belongs to it, a thing said twice is one, the question's own words are none. Knows
nothing of topics or rules.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from garita.roleplay.hearing import nouns, numbers, things
from garita.roleplay.hearing.draft import VAGUE
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.scenario import Scenario

# what the officer asks for as a whole: no thing beside one that has a name
_WHOLE = word_set(
    """
    cosa cosas comida comidas alimento alimentos medicina medicinas medicamento medicamentos muestra muestras equipaje
    animal animales mascota mascotas
    """
)
MOST = 12  # things in one turn
_ONE_BY_ONE: frozenset[ThingKind] = frozenset({"pet", "electronics", "cash", "weapon"})


def read_list(words: Words, start: int, scenario: Scenario, *, sure: bool) -> tuple[list[Thing], int]:
    """All things from ``start`` on, joined by commas, "y" or nothing; where the last one ends."""
    found: list[Thing] = []
    headings: list[Thing] = []  # "regalos: dos tabletas"
    end = index = start
    while len(found) < MOST:
        one = things.read(words, index, scenario, sure=sure)
        if one is None:
            break
        with_and = words.at(index - 1) in ("y", "e")
        index = end = one[1]
        refused = words.at(index) in ("no", "tampoco") and words.is_stop(index + 1)
        index += refused or (words.at(index) == "si" and words.is_stop(index + 1))
        if refused:  # "queso sí, carne no"
            end = index
        elif _is_heading(words, one[0], index):
            headings.append(one[0])
        elif not _is_stray(words, one[0], index):
            found = [*found, one[0]] if with_and else measured(found, one[0], scenario)
        index = _past_beneficiary(words, index)
        joined = False
        while words.at(index) in (",", "y", "e", "tambien", "ademas", "mas", "o"):
            joined = joined or words.at(index) in ("y", "e", ",")
            index += 1
        if not joined and not (
            numbers.starts(words.at(index)) or words.at(index) in VAGUE or nouns.find(words, index, near=False)
        ):
            break
    return found or headings, end


def _is_heading(words: Words, thing: Thing, end: int) -> bool:
    """Whether a colon follows, and then what the word stands for."""
    return thing.count is None and words.raw[end : end + 1] == (":",)


def _is_stray(words: Words, thing: Thing, end: int) -> bool:
    """An unknown bare word straight before a number is a verb or a sigh: "trao dos kilos de chocolate"."""
    unknown = thing.kind == "other" and thing.count is None and nouns.find(Words.of(thing.name), 0) is None
    return unknown and numbers.starts(words.at(end))


def measured(found: list[Thing], amount: Thing, scenario: Scenario | None = None) -> list[Thing]:
    """``found`` with ``amount`` behind it; "diez cajas" of nothing named are of the thing before: "insulina"."""
    last = found[-1] if found else None
    if last is None or not _is_bare(last) or not _is_measure_only(amount) or not _comes_in(last, amount.unit):
        return [*found, amount]
    one = recounted(last, amount.count or 0.0, nouns.unit(fold(amount.unit)), scenario)
    return [*found[:-1], one or last]


def recounted(item: Thing, count: float, unit: nouns.Noun | None, scenario: Scenario | None) -> Thing | None:
    """The same thing, ``count`` times, in ``unit`` or in its own."""
    measure = unit.plural if unit else nouns.unit_plural(item.unit)
    text = f"{numbers.said(count)} {measure + ' de ' if measure else ''}{item.name}"
    found = things.read(Words.of(text), 0, scenario, sure=True)
    if found is None:
        return None
    return msgspec.structs.replace(found[0], kind=item.kind if found[0].kind == "other" else found[0].kind)


def tidied(members: Sequence[Thing]) -> list[Thing]:
    """Each thing once, "bufandas. Cinco bufandas gruesas", and without "medicinas" where one is named."""
    once = [one for index, one in enumerate(members) if not _is_said_better(members, index)]
    named = [one for one in once if fold(one.name) not in _WHOLE]
    return named or once


def _is_said_better(members: Sequence[Thing], index: int) -> bool:
    """Whether another thing of the list says the same, or more; of two that say the same the first stays."""
    one = members[index]
    return any(
        (one == other and at < index) or (_says_all(other, one) and (at < index or not _says_all(one, other)))
        for at, other in enumerate(members)
        if at != index
    )


def _says_all(more: Thing, one: Thing) -> bool:
    """Whether ``more`` is the same noun with all that is said of ``one``."""
    stems, wider = _stems(one), _stems(more)
    return _is_bare(one) and bool(stems) and stems[0] == wider[0] and set(stems) <= set(wider)


def _stems(thing: Thing) -> list[str]:
    return [fold(word).removesuffix("s").removesuffix("e") for word in thing.name.split()] or [""]


def _is_bare(thing: Thing) -> bool:
    return thing.count is None and not thing.unit and thing.value is None


def _is_measure_only(thing: Thing) -> bool:
    """Whether nothing but count and unit was said: "diez cajas"."""
    unit = nouns.unit(fold(thing.unit)) if thing.unit else None
    return unit is not None and thing.count is not None and thing.name in (unit.singular, unit.plural)


def _comes_in(thing: Thing, unit: str) -> bool:
    return thing.kind not in _ONE_BY_ONE and (thing.kind != "clothes" or unit in ("par", "docena"))


def _past_beneficiary(words: Words, index: int) -> int:
    """Where the next word stands: "para mi madre" behind a thing says for whom, not what."""
    if words.at(index) not in ("para", "por", "de", "en", "a"):
        return index
    longest = 3 if words.at(index + 1) in things.DETERMINERS or words.at(index + 1) in ("un", "una") else 2
    end = index + 1
    while end - index < longest and not words.is_stop(end) and words.at(end) not in ("y", "e"):
        end += 1
    return end
