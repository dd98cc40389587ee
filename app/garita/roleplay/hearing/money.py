"""Amounts of money at a position of a turn: "ochocientos euros", "$500", "2 mil dolares", "10.000 MXN".

A currency's short name ("pesos") means the one of the scenario's country. Knows nothing of rates or limits.
"""

from __future__ import annotations

from typing import NamedTuple

from garita.roleplay.hearing import numbers
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.prompt import CURRENCIES, money_text, number_text
from garita.roleplay.scenario import Scenario

# plain word -> (ISO 4217, name said after a number, after one); "" means: asks for the country
_SHORT = {
    "peso": ("", "pesos"), "dolar": ("USD", "dólares"), "euro": ("EUR", "euros"), "libra": ("GBP", "libras"),
    "yen": ("JPY", "yenes"), "franco": ("CHF", "francos suizos"), "real": ("BRL", "reales"), "sol": ("PEN", "soles"),
    "quetzal": ("GTQ", "quetzales"), "colon": ("CRC", "colones"), "boliviano": ("BOB", "bolivianos"),
    "guarani": ("PYG", "guaraníes"), "yuan": ("CNY", "yuanes"), "rublo": ("RUB", "rublos"), "corona": ("", "coronas"),
    "rupia": ("INR", "rupias"), "won": ("KRW", "wones"), "bolivar": ("VES", "bolívares"),
    "lempira": ("HNL", "lempiras"),
    "cordoba": ("NIO", "córdobas"), "balboa": ("PAB", "balboas"), "zloty": ("PLN", "zlotys"),
    "shekel": ("ILS", "séqueles"),
    "dirham": ("MAD", "dírhams"), "lira": ("TRY", "liras turcas"),
}  # fmt: skip
_PLURALS = {
    "pesos": "peso", "dolares": "dolar", "dollars": "dolar", "dollar": "dolar", "dolars": "dolar", "euros": "euro",
    "libras": "libra", "yenes": "yen", "francos": "franco", "reales": "real", "soles": "sol", "quetzales": "quetzal",
    "colones": "colon", "bolivianos": "boliviano", "guaranies": "guarani", "yuanes": "yuan", "rublos": "rublo",
    "coronas": "corona", "rupias": "rupia", "wones": "won", "bolivares": "bolivar", "lempiras": "lempira",
    "cordobas": "cordoba", "balboas": "balboa", "zlotys": "zloty", "dirhams": "dirham", "liras": "lira",
    "pounds": "libra", "$": "dolar", "€": "euro", "£": "libra", "¥": "yen", "eur": "euro", "usd": "dolar",
    "gbp": "libra",
    "jpy": "yen", "brl": "real", "pen": "sol", "chf": "franco", "crc": "colon", "gtq": "quetzal", "bob": "boliviano",
    "dls": "dolar", "eurs": "euro", "euro's": "euro", "uros": "euro", "dolare": "dolar",
}  # fmt: skip
_PESOS = {"argentinos": "ARS", "mexicanos": "MXN", "chilenos": "CLP", "colombianos": "COP", "uruguayos": "UYU",
          "dominicanos": "DOP", "cubanos": "CUP"}  # fmt: skip
_OTHERS = {("dolar", "canadienses"): "CAD", ("dolar", "americanos"): "USD", ("dolar", "estadounidenses"): "USD",
           ("franco", "suizos"): "CHF", ("libra", "esterlinas"): "GBP", ("real", "brasilenos"): "BRL",
           ("sol", "peruanos"): "PEN", ("corona", "suecas"): "SEK", ("corona", "noruegas"): "NOK",
           ("corona", "danesas"): "DKK", ("dolar", "australianos"): "AUD"}  # fmt: skip
_NAMED = {"SEK": "coronas suecas", "NOK": "coronas noruegas", "DKK": "coronas danesas", "AUD": "dólares australianos"}
_ISO = {code.lower(): code for code in (*CURRENCIES, "COP", "ARS", "CLP", "UYU", "MXN")}
_PESO_OF = {"AR": "ARS", "MX": "MXN", "CL": "CLP", "CO": "COP", "UY": "UYU", "DO": "DOP", "CU": "CUP"}
_ABOUT = word_set(
    """
    unos unas como aproximadamente casi alrededor cerca de solo solamente tengo llevo traigo son
    """
)


class Money(NamedTuple):
    """``currency`` ISO 4217; "" where the name fits several. ``doubtful``: no currency was said."""

    amount: float
    currency: str
    text: str
    end: int
    doubtful: bool = False


def currency_word(word: str) -> str | None:
    """The base name of a currency ("dolar"), where ``word`` is one of its forms."""
    word = _PLURALS.get(word, word)
    return word if word in _SHORT else None


def read(words: Words, start: int, scenario: Scenario | None, *, bare: bool = False) -> Money | None:
    """The amount at ``start``. ``bare``: a number alone will do; it is then in the scenario's currency and doubtful."""
    index = start
    while words.at(index) in _ABOUT and index - start < 4:
        index += 1
    if words.at(index) in ("$", "€", "£", "¥"):
        return _symbol_first(words, index, scenario)
    number = numbers.read(words, index)
    if number is None or number.value is None:
        return None
    index = number.end + (words.at(number.end) == "de" and currency_word(words.at(number.end + 1)) is not None)
    found = _currency(words, index, scenario)
    if found:
        code, name, end = found
        return Money(number.value, code, _text(number.value, name), end)
    if not bare or scenario is None or number.article:
        return None
    code = scenario.rules.cash_currency
    return Money(number.value, code, money_text(number.value, code), number.end, doubtful=True)


def _symbol_first(words: Words, index: int, scenario: Scenario | None) -> Money | None:
    number = numbers.read(words, index + 1)
    if number is None or number.value is None:
        return None
    code, name, end = _currency(words, number.end, scenario) or (*_short(words.at(index), scenario), number.end)
    return Money(number.value, code, _text(number.value, name), end)


def _currency(words: Words, index: int, scenario: Scenario | None) -> tuple[str, str, int] | None:
    """(ISO code, name, end)."""
    word, after = words.at(index), words.at(index + 1)
    if word in _ISO and word not in ("sol",):
        code = _ISO[word]
        return code, CURRENCIES[code], index + 1
    base = currency_word(word)
    if base is None:
        return None
    if base == "peso" and _plural(after) in _PESOS:
        code = _PESOS[_plural(after)]
        return code, CURRENCIES[code], index + 2
    other = _OTHERS.get((base, _plural(after)))
    if other:
        return other, _NAMED.get(other) or CURRENCIES[other], index + 2
    return (*_short(word, scenario), index + 1)


def _plural(word: str) -> str:
    return word if word.endswith("s") else word + "s" if word[-1:] in "aeo" else word + "es"


def _short(word: str, scenario: Scenario | None) -> tuple[str, str]:
    code, name = _SHORT[_PLURALS.get(word, word)]
    if code:
        return code, CURRENCIES.get(code, name)
    if name == "pesos" and scenario:
        cash = scenario.rules.cash_currency
        if CURRENCIES.get(cash, "").startswith("pesos"):
            return cash, CURRENCIES[cash]
        return _PESO_OF.get(scenario.country, ""), name
    return "", name


def _text(amount: float, name: str) -> str:
    """As it is said back: "800 euros", "un euro"."""
    if amount != 1:
        return f"{number_text(amount)} {name}"
    first = name.split()[0]
    one = {"dólares": "dólar", "yenes": "yen", "reales": "real", "soles": "sol", "libras": "libra"}.get(first)
    return f"una {one}" if one == "libra" else f"un {one or first.removesuffix('s')}"
