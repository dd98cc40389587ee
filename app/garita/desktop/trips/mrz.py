"""The two machine readable lines of a passport, made from the traveller by ICAO's Doc 9303 (format TD3).

Number, birth and expiry are in no dossier: they follow from the name, so that a traveller always has the same papers.
Knows no Qt and no conversation.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from garita.roleplay import dossier_tables as tables

LENGTH = 44
_NAMES = LENGTH - 5
_WEIGHTS = (7, 3, 1)
_YOUNGEST, _OLDEST = 24, 58
# Letters that Doc 9303 writes otherwise than without their accent (part 3, section 6).
_LETTERS = str.maketrans(
    {"Ä": "AE", "Æ": "AE", "Å": "AA", "Ö": "OE", "Ø": "OE", "Œ": "OE", "Ü": "UE", "ß": "SS", "Þ": "TH", "Ð": "D",
     "Đ": "D", "Ł": "L", "Ħ": "H", "Ŋ": "N", "'": "", "’": ""}
)  # fmt: skip
Sex = Literal["M", "F", "<"]


@dataclass(frozen=True)
class Papers:
    """What the lines are made of."""

    name: str
    state: str  # ISO 3166 alpha-2
    number: str  # nine letters and digits
    born: date
    expires: date
    sex: Sex = "<"


def papers(name: str, state: str, today: date, sex: Sex = "<") -> Papers:
    """The papers of a traveller; the same name always gives the same ones, valid for years."""
    digest = int.from_bytes(hashlib.blake2b(f"{name}|{state}".encode(), digest_size=8).digest(), "big")
    age = _YOUNGEST + digest % (_OLDEST - _YOUNGEST)
    month, day = 1 + digest // 97 % 12, 1 + digest // 1201 % 28
    return Papers(
        name=name,
        state=state,
        number=f"{state}{digest // 7919 % 10_000_000:07d}",
        born=date(today.year - age, month, day),
        expires=date(today.year + 2 + digest // 31 % 7, 1 + digest // 389 % 12, day),
        sex=sex,
    )


def lines(of: Papers) -> tuple[str, str]:
    """The upper and the lower line, 44 signs each."""
    state = state_code(of.state)
    number = _filled(_plain(of.number), 9)
    born, expires = of.born.strftime("%y%m%d"), of.expires.strftime("%y%m%d")
    checked = number + check_digit(number), born + check_digit(born), expires + check_digit(expires)
    optional = "<" * 15  # no personal number, and then its check digit may be a filler
    whole = check_digit("".join((*checked, optional)))
    lower = f"{checked[0]}{state}{checked[1]}{of.sex}{checked[2]}{optional}{whole}"
    return f"P<{state}{_filled(_names(of.name), _NAMES)}", lower


def check_digit(text: str) -> str:
    """Doc 9303's check digit: each sign's value times 7, 3, 1 in turn, summed, modulo 10."""
    return str(sum(_value(sign) * _WEIGHTS[place % 3] for place, sign in enumerate(text)) % 10)


def state_code(alpha2: str) -> str:
    """The three letters for a state; Germany's is a single one, and unknown ones are Utopia's, as in the specimens."""
    return "D<<" if alpha2 == "DE" else _alpha3().get(alpha2, "UTO")


def split_name(name: str) -> tuple[str, str]:
    """(surnames, given names) of a name written in the usual order; of an unknown one the first word is given."""
    given = max((known for known in _given_names() if name.startswith(f"{known} ")), key=len, default="")
    given = given or name.partition(" ")[0]
    return name[len(given) :].strip(), given


def _names(name: str) -> str:
    surnames, given = (_plain(part) for part in split_name(name))
    return f"{surnames}<<{given}" if surnames else given


def _plain(text: str) -> str:
    """The text in the signs that the lines may hold."""
    written = unicodedata.normalize("NFC", text).upper().translate(_LETTERS)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", written) if not unicodedata.combining(sign))
    return "".join(sign if sign.isascii() and sign.isalnum() else "<" for sign in bare)


def _filled(text: str, length: int) -> str:
    return text[:length].ljust(length, "<")


def _value(sign: str) -> int:
    return 0 if sign == "<" else int(sign, 36)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for origin in tables.ORIGINS for name in (*origin.women, *origin.men))


@cache
def _alpha3() -> dict[str, str]:
    from babel.core import get_global  # here, because its data takes a moment

    aliases: dict[str, list[str]] = get_global("territory_aliases")  # type: ignore[assignment]
    found: dict[str, str] = {}
    for code, meant in sorted(aliases.items()):
        if len(code) == 3 and code.isalpha() and len(meant) == 1 and code not in _GONE:
            found[meant[0]] = code
    return found


_GONE = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})  # codes of states and times past
