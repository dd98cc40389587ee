"""Amounts as a learner says them: digits or words, with the gender and the apocope that the counted noun asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random

from num2words import num2words

from garita.roleplay.prompt import CURRENCIES
from garita.training.simulator.things import Noun


@lru_cache(maxsize=4096)
def words(number: int, gender: str) -> str:
    """``21, "f"`` -> ``veintiuna``; masculine numbers lose their last o before a noun (``veintiún``)."""
    text = str(num2words(number, lang="es"))
    if gender == "f":
        return re.sub("cientos", "cientas", re.sub("uno$", "una", text)).replace("quinientos", "quinientas")
    return re.sub("uno$", "un", re.sub("veintiuno$", "veintiún", text))


_NUMERALS = {word for number in range(1, 1000) for gender in "mf" for word in words(number, gender).split()}


def is_number(text: str) -> bool:
    """Whether ``text`` is digits, a number in words or an indefinite article: no unit follows in it."""
    return all(word.isdigit() or word in _NUMERALS or word in ("unos", "unas", "y") for word in text.split())


def counted(number: int, noun: Noun, rng: Random, digits: float) -> str:
    """``2, camisa`` -> ``dos camisas`` or ``2 camisas``; one is said as an article."""
    form = noun.singular if number == 1 else noun.plural
    if number > 1 and rng.random() < digits:
        return f"{number} {form}"
    return f"{words(number, noun.gender)} {form}"


def money(amount: int, currency: str, rng: Random, digits: float) -> str:
    """An amount as said, always with its currency; the short name of a peso or dollar now and then."""
    name = CURRENCIES.get(currency, currency)
    if name.startswith(("pesos ", "dólares ")) and rng.random() < 0.5:
        name = name.split()[0]
    gender = "f" if name == "libras" else "m"
    round_amount = amount % 100 == 0 if amount < 10_000 else amount % 1000 == 0
    if round_amount and rng.random() > digits:
        text = words(amount, gender)
        return f"{text} de {name}" if text.endswith(("millón", "millones")) else f"{text} {name}"
    return f"{_grouped(amount, rng)} {name}"


def rounded(value: float) -> int:
    """To two leading digits, as people say amounts; at least 10."""
    step = int(10 ** max(len(str(int(value))) - 2, 0))
    return max(int(value / step) * step, 10)


def _grouped(amount: int, rng: Random) -> str:
    if amount < 10_000:
        return str(amount)
    return f"{amount:,}".replace(",", rng.choice((" ", " ", "", ".")))
