"""Amounts as a learner says them and as the officer says them back: digits or words, agreeing with their noun.

The officer's way is one for every amount: words up to twelve, digits above.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from num2words import num2words

from garita.roleplay.prompt import CURRENCIES, money_text, number_text
from garita.training.simulator.things import Noun

WORDS_UP_TO = 12
_FULL_NAME_SHARE = 0.45


@lru_cache(maxsize=8192)
def words(number: int, gender: str) -> str:
    """``21, "f"`` -> ``veintiuna``; masculine numbers lose their last o before a noun (``veintiún``)."""
    text = str(num2words(number, lang="es"))
    if text.endswith("uno"):
        stem = text.removesuffix("uno")
        text = stem + ("una" if gender == "f" else "ún" if stem == "veinti" else "un")
    if gender == "f":
        text = text.replace("cientos", "cientas").replace("quinientos", "quinientas")
    return text


def canonical(number: float, noun: Noun) -> str:
    """As the officer says it: ``dos botellas``, ``15 días``, ``medio kilo``, ``un kilo y medio``."""
    if number == 0.5:
        return f"{'media' if noun.gender == 'f' else 'medio'} {noun.singular}"
    if number == int(number) + 0.5:
        half = "y media" if noun.gender == "f" else "y medio"
        return f"{canonical(int(number), noun)} {half}"
    whole = int(number)
    form = noun.singular if whole == 1 else noun.plural
    return f"{words(whole, noun.gender) if whole <= WORDS_UP_TO else number_text(whole)} {form}"


def counted(number: float, noun: Noun, rng: Random, digits: float) -> str:
    """``2, camisa`` -> ``dos camisas`` or ``2 camisas``; one is said as an article."""
    if number != int(number):
        return canonical(number, noun) if rng.random() >= digits or number < 1 else f"{_comma(number)} {noun.plural}"
    whole = int(number)
    form = noun.singular if whole == 1 else noun.plural
    if whole > 1 and rng.random() < digits:
        return f"{whole} {form}"
    return f"{words(whole, noun.gender)} {form}"


def money(amount: int, currency: str, rng: Random, digits: float, *, local: str = "") -> str:
    """An amount as said, always with its currency.

    The bare "pesos" only for those of ``local``, the currency of the land; "dólares" and "libras" need no more.
    """
    name = CURRENCIES.get(currency, currency)
    if currency == local and name.startswith("pesos ") and rng.random() > _FULL_NAME_SHARE:
        name = "pesos"
    if rng.random() > digits:
        text = words(amount, "f" if name == "libras" else "m")
        return f"{text} de {name}" if text.endswith(("millón", "millones")) else f"{text} {name}"
    if currency in ("EUR", "USD") and rng.random() < 0.1:
        return f"{amount} €" if currency == "EUR" else f"{amount} USD"
    return f"{_grouped(amount, rng)} {name}"


def money_back(amount: float, currency: str) -> str:
    """The same amount in the officer's mouth."""
    return money_text(amount, currency)


def rounded(value: float) -> int:
    """To two leading digits, as people say amounts; at least 10."""
    step = int(10 ** max(len(str(int(value))) - 2, 0))
    return max(int(value / step) * step, 10)


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _grouped(amount: int, rng: Random) -> str:
    if amount < 1000 or (amount < 10_000 and rng.random() < 0.7):
        return str(amount)
    return f"{amount:,}".replace(",", rng.choice((" ", "", ".", ".")))
