"""Rules for what is not counted: dates, times, telephone numbers, codes, abbreviations, Roman numerals, signs."""

from __future__ import annotations

import re
import unicodedata

from garita.roleplay.aloud import context, tables
from garita.roleplay.aloud.numbers import DIGITS, NUMBER, cardinal, ordinal, parse, said, spelled

_HALF_DAY = r"[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0\u202f]?m\b\.?"
_HOURS = r"[ \u00a0\u202f]?(?:h|hs|hrs|horas)\b"

ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
DATE = re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d{2})(?![\d]|[/-]\d)")
SHORT_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
TIME = re.compile(
    rf"(?P<hour>\d{{1,2}})(?::|h)(?P<minute>\d{{2}})(?!\d)(?::(?P<second>\d{{2}}))?(?:{_HALF_DAY}|(?P<h>{_HOURS}))?"
)
POINT_TIME = re.compile(rf"(?P<hour>\d{{1,2}})\.(?P<minute>\d{{2}})(?![\d.,]\d|\d)(?:{_HALF_DAY}|(?P<h>{_HOURS}))?")
HOUR = re.compile(rf"(?P<hour>\d{{1,2}}){_HALF_DAY}")
PHONE = re.compile(
    r"(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,6}(?![\d,]\d|\d)|\+\d{7,15}(?!\d)"
)
CODE = re.compile(r"[^\W_]{1,24}(?:-[^\W_]{1,24}){0,4}(?![^\W_])")
CAPITALS = re.compile(r"[A-ZÑ]{2,5}(?![\w])")
ROMAN = re.compile(r"[IVXLC]+(?!\w)")
DON = re.compile(r"(?:D\.(?=\s[A-ZÁÉÍÓÚÑ])|D\.ª|D\.ña)")
STREET = re.compile(r"[Cc]/(?=\s?[A-ZÁÉÍÓÚÑ])")
NUMERO = re.compile(r"(?:[Nn]\.?\s?[ºª°]\.?|No\.(?=\s?\d))s?(?!\w)")
ABBREVIATION = re.compile(
    "(?:" + "|".join(
        re.escape(short).replace(r"\ ", r"\s?") for short in sorted(tables.ABBREVIATIONS, key=len, reverse=True)
    ) + r")\.(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
STROKE = re.compile(r"/")
PER = re.compile(r"/(?=(?:día|noche|persona|hora|mes|año|semana|unidad|viajero)\b)")
EACH = re.compile(r"c/u\b\.?")
TIMES = re.compile(r"\s?[x×]\s?(?=\d)")
SIGN = re.compile(r"[^\w\s]|[_ºª]")

_SHORT_CODE = 3  # "T4", "B12"
_PHONE_DIGITS = range(7, 16)
_THOUSANDS = re.compile(NUMBER)
_KEPT = set(".,;:!?¡¿…()[]\"'«»“”‘’-–—")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DAY_SAID_BEFORE = {"el", "del", "al", "hasta", "desde", "día", "fecha"}


def date(match: re.Match[str]) -> str | None:
    """15/3/2026, 2026-03-15: "quince de marzo de dos mil veintiséis"; impossible days are no dates."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if not _possible(day, month):
        return None
    return f"{_day(day, month)} de {cardinal(year + 2000 if len(match['year']) == 2 else year)}"


def short_date(match: re.Match[str]) -> str | None:
    """15/3, where "el", "hasta" and the like stand before."""
    day, month = int(match["day"]), int(match["month"])
    fits = _possible(day, month) and context.before(match) in _DAY_SAID_BEFORE
    return _day(day, month) if fits else None


def _possible(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _day(day: int, month: int) -> str:
    return f"{'primero' if day == 1 else cardinal(day)} de {tables.MONTHS[month - 1]}"


def time(match: re.Match[str]) -> str | None:
    """9:30 "nueve y media", 15:45 "quince cuarenta y cinco", 14:00 h "catorce horas", 9:15 p. m."""
    parts = match.groupdict()
    hour, minute = int(match["hour"]), int(parts.get("minute") or 0)
    if hour > 24 or minute > 59:
        return None
    words = cardinal(hour, "f")
    if minute:
        words += _minutes(hour, minute)
    elif parts.get("h"):
        words += " hora" if hour == 1 else " horas"
    if parts.get("second"):
        words += f" y {cardinal(int(parts['second']))} segundos"
    return words + _half_of_day(hour, parts.get("half"))


def point_time(match: re.Match[str]) -> str | None:
    """9.30 h; without the h only after "las"."""
    parts = match.groupdict()
    return time(match) if parts["h"] or parts["half"] or context.before(match) in {"la", "las"} else None


def _minutes(hour: int, minute: int) -> str:
    if hour <= 12 and minute in {15, 30}:
        return " y cuarto" if minute == 15 else " y media"
    if minute < 10:
        return f" y {cardinal(minute)}" if hour <= 12 else f" cero {cardinal(minute)}"
    return f" y {cardinal(minute)}" if hour <= 12 and minute < 30 else f" {cardinal(minute)}"


def _half_of_day(hour: int, half: str | None) -> str:
    if half is None:
        return ""
    if half == "a":
        return " de la mañana"
    return " de la noche" if 8 <= hour < 12 else " de la tarde"


def phone(match: re.Match[str]) -> str | None:
    """+34 612 34 56 78, digit by digit in its groups; thousands are none unless a telephone is spoken of."""
    groups = re.findall(r"\d+", match[0])
    told = bool(context.two_before(match) & tables.PHONED)
    plus = match[0].startswith("+")
    as_number = _THOUSANDS.match(match[0])
    is_number = bool(as_number and as_number.end() == len(match[0])) or "." in match[0]
    if sum(map(len, groups)) not in _PHONE_DIGITS or (is_number and not told and not plus):
        return None
    return ("más " if plus else "") + ", ".join(spelled(parse(group).whole) for group in groups)


def code(match: re.Match[str]) -> str | None:
    """AB123456, T4, IB-3456: letters by name, digits one by one; two digits or fewer as a number."""
    runs = re.findall(r"[^\W\d_]+|\d+", match[0])
    if not all(run.isalpha() or run.isdecimal() for run in runs):  # "2½", "m²"
        return None
    if len({run.isdecimal() for run in runs}) < 2:  # only letters or only digits
        return None
    between = " " if len(match[0]) <= _SHORT_CODE else ", "  # a pause, where there is much to write down
    return between.join(_digits(run) if run.isdecimal() else _letters(run) for run in runs)


def _digits(run: str) -> str:
    number = parse(run)
    return said(number) if len(run) <= 2 else spelled(number.whole)


def _letters(run: str) -> str:
    a_word = not run.isupper() if len(run) <= 3 else set(run.upper()) & set("AEIOU")
    if a_word and len(run) > 2:
        return run.lower()
    return " ".join(tables.LETTERS.get(letter, letter) for letter in run.lower())


def capitals(match: re.Match[str]) -> str | None:
    """DNI, TV: spelled where they cannot be said as a word."""
    spelled_out = match[0] in tables.SPELLED or not set(match[0]) & set("AEIOU")
    return _letters(match[0]) if spelled_out else None


def roman(match: re.Match[str]) -> str | None:
    """Felipe VI, siglo XXI; nothing else, for "I", "V" and "X" are letters too."""
    name = re.search(r"(\w+)\s$", match.string[max(0, match.start() - 30) : match.start()])
    if name is None or (name[1] not in tables.ROYAL and name[1].lower() not in {"siglo", "siglos"}):
        return None
    values = [_ROMAN_VALUES[sign] for sign in match[0]]
    number = sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return ordinal(number, "f" if tables.ROYAL.get(name[1]) == "f" else "m") if number <= 10 else cardinal(number)


def don(match: re.Match[str]) -> str | None:
    """D. Luis, D.ª Ana."""
    return "don" if match[0] == "D." else "doña"


def street(_match: re.Match[str]) -> str | None:
    """C/ Mayor."""
    return "calle "


def numero(match: re.Match[str]) -> str | None:
    """n.º, Nº, No. 5."""
    return "números" if match[0].endswith("s") else "número"


def abbreviation(match: re.Match[str]) -> str | None:
    """Sr., Avda., p. ej., a. m."""
    return tables.ABBREVIATIONS[_long_spaced(match[0][:-1].lower())]


def _long_spaced(short: str) -> str:
    short = re.sub(r"\s+", " ", short)
    return short if short in tables.ABBREVIATIONS else short.replace(" ", "")


def per(_match: re.Match[str]) -> str | None:
    """50 €/día."""
    return " por "


def each(_match: re.Match[str]) -> str | None:
    """10 kg c/u."""
    return "cada uno"


def times(match: re.Match[str]) -> str | None:
    """55 x 40 x 20 cm, 4x4."""
    return " por " if match.start() and match.string[match.start() - 1].isdecimal() else None


def stroke(match: re.Match[str]) -> str | None:
    """y/o; between digits it is said."""
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return " barra " if len(around) == 3 and around[0].isdecimal() and around[2].isdecimal() else " "


def sign(match: re.Match[str]) -> str | None:
    """A sign by its name; punctuation stays for the melody; pictures, asterisks and underscores are not said."""
    name = tables.SIGNS.get(match[0])
    if name is not None:
        return name
    return match[0] if match[0] in _KEPT else ""


def leftover(text: str) -> str:
    """What no rule took: digits of any script by name, signs that are no letters left out."""
    return "".join(_character(character) for character in text)


def _character(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return f" {DIGITS[digit]} "
    kind = unicodedata.category(character)[0]
    return character if kind in "LMZ" or character in _KEPT else " "
