"""Texts without emoji, control characters and stray white space. Knows no conversations."""

from __future__ import annotations

import re
from typing import NamedTuple

# Unicode's blocks of pictures (emoji, flags, dingbats, symbols, clocks and keys, tags), and what colours or frames a
# character: the digit in a frame stays.
_PICTURE = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\U000e0020-\U000e007f\ufe0f\u20e3]"
_PICTURE_SEEN = re.compile(_PICTURE)
_PICTURES = f"{_PICTURE}(?:{_PICTURE}|\u200d)*"  # the joiner of families and professions
_BEFORE_A_SIGN = re.compile(rf"\s*{_PICTURES}(?=[.,;:!?…)])")
_ANYWHERE = re.compile(_PICTURES)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 and C1, soft hyphen, zero width, direction, half of a surrogate pair, byte order mark, annotation
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_BLANKS = re.compile("[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_LINES = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")


class Tidied(NamedTuple):
    """A text, and whether pictures or control characters were taken out of it. White space does not count."""

    text: str
    emoji: bool
    control: bool


def tidied(text: str) -> Tidied:
    """The text as it should be learned. Tidying twice changes nothing more."""
    if _is_tidy(text):  # nearly all are, and it is told at a tenth of the cost
        return Tidied(text, emoji=False, control=False)
    plain, before_signs = _BEFORE_A_SIGN.subn("", _LINE_ENDS.sub("\n", text))
    plain, anywhere = _ANYWHERE.subn(" ", plain)
    plain, controls = _CONTROL.subn("", plain)
    plain = _EMPTY_LINES.sub("\n\n", _AROUND_LINES.sub("\n", _BLANKS.sub(" ", plain)))
    return Tidied(plain.strip(), bool(before_signs or anywhere), bool(controls))


def _is_tidy(text: str) -> bool:
    """True only where tidying changes nothing. What is not printable is control or an odd blank."""
    line = text.replace("\n", " ")
    return line.isprintable() and "  " not in line and line == line.strip() and not _PICTURE_SEEN.search(line)
