"""Digits into Spanish words, agreeing with what is counted. Knows no units, no money and no sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from num2words import num2words

Gender = Literal["m", "f"]

MOST_DIGITS = 15  # longer ones are said digit by digit
MILLION = 1_000_000
DIGITS = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_SPACES = " \u00a0\u2009\u202f"  # what stands between thousands

# A number as it is written: with spaces, points or commas between thousands, with a decimal comma or point.
NUMBER = (
    rf"(?:\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,6}}(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)?)"
)
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{_SPACES}.,])\d{{3}})(?:\1\d{{3}})*(?!\d)")

_ORDINALS = {
    1: "primero", 2: "segundo", 3: "tercero", 4: "cuarto", 5: "quinto", 6: "sexto", 7: "séptimo", 8: "octavo",
    9: "noveno", 10: "décimo", 11: "undécimo", 12: "duodécimo", 20: "vigésimo", 30: "trigésimo",
    40: "cuadragésimo", 50: "quincuagésimo", 60: "sexagésimo", 70: "septuagésimo", 80: "octogésimo",
    90: "nonagésimo",
}  # fmt: skip


class Number(NamedTuple):
    """A written number: its whole part, its decimals as digits ("" where there are none) and the sign between."""

    whole: str
    decimals: str = ""
    sign: str = ","

    @property
    def value(self) -> float:
        """Its value, as good as a float can be."""
        return float(f"{self.whole}.{self.decimals or 0}")

    @property
    def sayable(self) -> bool:
        """Whether it is said as one number: neither endless nor with a zero in front."""
        return len(self.whole) <= MOST_DIGITS and (self.whole == "0" or not self.whole.startswith("0"))


def parse(written: str) -> Number:
    """A number in ``NUMBER``'s shapes. "10,000" and "10.000" are ten thousand: nobody writes three decimals here."""
    grouped = _GROUPED.match(written)
    end = grouped.end() if grouped else len(re.match(r"\d*", written)[0])  # type: ignore[index]
    whole = "".join(sign for sign in written[:end] if sign.isdecimal())
    return Number(_ascii(whole), _ascii(written[end + 1 :]), written[end : end + 1] or ",")


def said(number: Number, gender: Gender | None = None) -> str:
    """In words; ``gender`` None is for a number that counts nothing ("veintiuno"), else it agrees ("veintiuna")."""
    if not number.sayable:
        whole = spelled(number.whole)
    else:
        whole = cardinal(int(number.whole), None if number.decimals else gender)
    if not number.decimals:
        return whole
    return f"{whole} {'punto' if number.sign == '.' else 'coma'} {_decimals(number.decimals)}"


@lru_cache(maxsize=4096)
def cardinal(number: int, gender: Gender | None = None) -> str:
    """``21`` -> veintiuno, with "m" veintiún, with "f" veintiuna; below 10 ** 15."""
    words = str(num2words(number, lang="es"))
    words = re.sub(r"\bveintiuno (?=mil)", "veintiún ", words)
    words = re.sub(r"\buno (?=mil)", "un ", words)
    return words if gender is None else _agreeing(words, gender)


def _agreeing(words: str, gender: Gender) -> str:
    if gender == "m":
        return re.sub(r"\buno$", "un", re.sub(r"veintiuno$", "veintiún", words))
    scale = max((words.rfind(name) + len(name) for name in ("llones", "llón") if name in words), default=0)
    counted = re.sub(r"(cient|quinient)os\b", r"\1as", words[scale:])  # millions stay masculine
    return words[:scale] + re.sub(r"uno$", "una", counted)


def ordinal(number: int, gender: Gender, *, before_noun: bool = False) -> str:
    """``1`` -> primero, primera, or primer before a masculine noun; above 99 cardinal, as everybody says it."""
    if not 1 <= number <= 99:
        return cardinal(number)
    words = _ORDINALS.get(number) or f"{_ORDINALS[number // 10 * 10]} {_ORDINALS[number % 10]}"
    if gender == "f":
        return re.sub(r"o\b", "a", words)
    return re.sub(r"\b(primer|tercer)o$", r"\1", words) if before_noun else words


def spelled(digits: str) -> str:
    """Digit by digit."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def _decimals(digits: str) -> str:
    """One or two are a number ("coma veinticinco"), more are spelled; so are those that begin with a zero."""
    return spelled(digits) if len(digits) > 2 or digits.startswith("0") else cardinal(int(digits))


def _ascii(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits if digit.isdecimal())
