"""Rules for what is counted and measured: money, percentages, units, ordinals, fractions, ranges, plain numbers.

A rule is a pattern and a function from its match to words; None leaves the text to the next rule.
"""

from __future__ import annotations

import re

from garita.roleplay.aloud import context, tables
from garita.roleplay.aloud.numbers import MILLION, NUMBER, Gender, Number, cardinal, ordinal, parse, said, spelled
from garita.roleplay.prompt import CURRENCIES

_LONG = 7  # digits in a row from which on a number is likelier a document's
_CODE_FROM = 3  # digits from which on the number of a passport, flight or booking is said digit by digit
_SCALES = {"mil", "millón", "millones"}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGN = f"(?:{_any([*tables.MONEY_SIGNS])}|(?:{_any([*CURRENCIES])})\\b)"
_SCALE = r"(?: (mil|millón|millones)\b)?"
MONEY_BEFORE = re.compile(rf"({_SIGN})[ \u00a0]?({NUMBER}){_SCALE}(?:[ \u00a0](?P<code>{_any([*CURRENCIES])})\b)?")
MONEY_AFTER = re.compile(rf"({NUMBER}){_SCALE}(?: de)?[ \u00a0\u202f]?({_SIGN})(?!\w)")
PERCENT = re.compile(rf"({NUMBER})[ \u00a0\u202f]?%")
UNIT = re.compile(rf"({NUMBER})[ \u00a0\u202f]?({_any([*tables.UNITS])})(?![\w/²³])")
_ENDINGS = "er|ero|era|ro|ra|do|da|to|ta|vo|va|no|na|mo|ma"
ORDINAL = re.compile(
    rf"(\d{{1,3}})(?:\.[ ]?(?P<sign>[ºª°])|(?P<bare>[ºª])(?![ ]?[CF])|\.?(?P<letters>{_ENDINGS}))(?!\w)"
)
FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/])")
SIGNED_FRACTION = re.compile(r"[½¼¾⅓⅔]")
RANGE = re.compile(r"\s?[-–—]\s?(?=\d)")
MINUS = re.compile(r"[-−–](?=\d)")
SIDE = re.compile(r"\d{1,4}(?=[x×]\d)")
PLAIN = re.compile(NUMBER)


def money_before(match: re.Match[str]) -> str | None:
    """€ 10, $1.500, USD 200, US$ 2 millones; "$500 pesos" and "$500 MXN" say their currency themselves."""
    if context.after(match.string, match.end()) in tables.MONEY_WORDS:
        return said(parse(match[2]), "m") + (f" {match[3]}" if match[3] else "")
    return _money(parse(match[2]), match[3] or "", match["code"] or match[1])


def money_after(match: re.Match[str]) -> str | None:
    """10 €, 12,50 EUR, 3 millones de €."""
    return _money(parse(match[1]), match[2] or "", match[3])


def _money(amount: Number, scale: str, sign: str) -> str:
    one, many, hundredth, gender = _currency(sign)
    if scale:
        of = "" if scale == "mil" else " de"
        return f"{said(amount, 'm')} {scale}{of} {many}"
    cents = int(amount.decimals.ljust(2, "0")) if len(amount.decimals) <= 2 and amount.decimals else 0
    if len(amount.decimals) > 2 or not amount.sayable or (cents and not hundredth):
        return f"{said(amount, gender)} {many}"
    whole = int(amount.whole)
    if cents and not whole:
        return f"{cardinal(cents, 'm')} {hundredth if cents > 1 else hundredth[:-1]}"
    words = f"{cardinal(whole, gender)}{_of_millions(whole)} {one if whole == 1 else many}"
    return f"{words} con {cardinal(cents)}" if cents else words


def _currency(sign: str) -> tuple[str, str, str, Gender]:
    if sign in tables.MONEY_SIGNS:
        return tables.MONEY_SIGNS[sign]
    many = CURRENCIES[sign]
    gender: Gender = "f" if many.startswith("libras") else "m"
    return _singular(many), many, "céntimos" if sign == "EUR" else "centavos", gender


def _singular(many: str) -> str:
    """pesos mexicanos -> peso mexicano; reales -> real."""
    if many == "guaraníes":
        return "guaraní"
    shortened = (re.sub(r"(?<=[lr])es$|(?<=n)es$|s$", "", word) for word in many.split())
    return " ".join({"dólar": "dólar", "colon": "colón"}.get(word, word) for word in shortened)


def percent(match: re.Match[str]) -> str | None:
    """5 %, 2,5%."""
    return f"{said(parse(match[1]))} por ciento"


def unit(match: re.Match[str]) -> str | None:
    """5 kg, 0,5 l, 20 °C."""
    number, (one, many, gender) = parse(match[1]), tables.UNITS[match[2]]
    return f"{said(number, gender)} {one if number == Number('1') else many}"


def ordinal_number(match: re.Match[str]) -> str | None:
    """1.º, 2.ª, 3.er, 4to."""
    letters = match["letters"] or ""
    feminine = (match["sign"] or match["bare"]) == "ª" or letters.endswith("a")
    following = context.after(match.string, match.end())
    noun = letters == "er" or bool(following and following not in tables.FUNCTION_WORDS and not letters)
    return ordinal(int(match[1]), "f" if feminine else "m", before_noun=noun)


def fraction(match: re.Match[str]) -> str | None:
    """1/2, 3/4; others with their stroke."""
    known = tables.FRACTIONS.get(match[0])
    return known or f"{said(parse(match[1]))} barra {said(parse(match[2]))}"


def signed_fraction(match: re.Match[str]) -> str | None:
    """½, and 2½ as "dos y medio"."""
    whole = match.start() and match.string[match.start() - 1].isdecimal()
    return ("y " if whole else "") + tables.FRACTIONS[match[0]]


def span(match: re.Match[str]) -> str | None:
    """10-20: "diez a veinte"."""
    return " a " if match.start() and match.string[match.start() - 1].isdecimal() else None


def minus(match: re.Match[str]) -> str | None:
    """-5: "menos cinco"; a hyphen within a word is none."""
    return "menos " if not match.start() or match.string[match.start() - 1] in " (¿¡\u00a0" else None


def side(match: re.Match[str]) -> str | None:
    """The first number of 4x4."""
    return said(parse(match[0]))


def plain(match: re.Match[str]) -> str | None:
    """Every other number: one that counts agrees, one that names something long is spelled."""
    number = parse(match[0])
    if _is_code(match, number):
        return spelled(number.whole) + (f" coma {spelled(number.decimals)}" if number.decimals else "")
    if number == Number("1") and re.match(rf" de (?:{_any([*tables.MONTHS])})\b", match.string[match.end() :]):
        return "primero"
    gender = context.gender(match)
    words = said(number, gender)
    counts = gender is not None and not number.decimals and number.sayable
    return words + (_of_millions(int(number.whole)) if counts else "")


def _is_code(match: re.Match[str], number: Number) -> bool:
    if not number.sayable:
        return True
    if not match[0].isdecimal() or number.decimals:
        return False
    if len(number.whole) >= _CODE_FROM and context.two_before(match) & tables.CODED:
        return context.gender(match) is None
    return len(number.whole) >= _LONG and not number.whole.endswith("000") and context.gender(match) is None


def _of_millions(whole: int) -> str:
    """A round million counts with "de": un millón de euros."""
    return " de" if whole >= MILLION and whole % MILLION == 0 else ""
