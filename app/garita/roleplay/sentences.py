"""Cuts a stream of Spanish text into sentences while it still flows.

A cut is made only where what follows proves it, so the pieces do not depend on how the stream was chopped. Knows
spelling, nothing of who speaks. Existing splitters want the whole text; this one has to decide as early as it can.
"""

from __future__ import annotations

import re

# Never the end of a sentence, though a capital letter or a number may follow. Abbreviations before small letters
# ("9 a. m.", "etc. y más") need no list.
ABBREVIATIONS = {
    "sr", "sra", "srta", "sres", "sras", "dr", "dra", "d", "dña", "prof", "profa", "lic", "licda", "ing", "arq",
    "excmo", "excma", "ilmo", "ilma", "sto", "sta", "gral", "cap", "cnel", "tte", "av", "avda", "pza", "núm", "num",
    "n", "nº", "pág", "pags", "págs", "art", "arts", "tel", "teléf", "ext", "ej", "ee",
}  # fmt: skip

_OPENERS = "«“\"'‘(\\[¿¡—–*\\-"
_STOP = re.compile(
    rf"""(?P<stop>[.!?…]+)[»”"'’)\]*]*   # the end mark and what closes with it
         (?=\s[\s{_OPENERS}]*            # then a space, perhaps something that opens
            (?P<next>[^\s{_OPENERS}]))   # and the first sign of what follows
       | (?P<newline>\n)""",
    re.VERBOSE,
)
_LAST_WORDS = re.compile(r"(?:(\S+)\s+)?(\S+)$")


class SentenceSplitter:
    """Takes text in pieces of any size and gives back sentences as written, without the space around them."""

    def __init__(self) -> None:
        self._pending = ""

    def push(self, text: str) -> list[str]:
        """Add what arrived; returns the sentences that are certainly over. A line break always ends one."""
        self._pending += text
        sentences: list[str] = []
        while (end := _end_of_sentence(self._pending)) is not None:
            sentences.append(self._pending[:end].strip())
            self._pending = self._pending[end:]
        return [sentence for sentence in sentences if sentence]

    def finish(self) -> str:
        """The stream is over: what is left, mostly the last sentence; empty if nothing is."""
        rest, self._pending = self._pending.strip(), ""
        return rest


def split(text: str) -> list[str]:
    """The sentences of a text that is complete."""
    splitter = SentenceSplitter()
    return [sentence for sentence in (*splitter.push(text), splitter.finish()) if sentence]


def _end_of_sentence(text: str) -> int | None:
    for mark in _STOP.finditer(text):
        if mark["newline"] or _ends(text[: mark.start()], mark["stop"], mark["next"]):
            return mark.end()
    return None


def _ends(before: str, stop: str, following: str) -> bool:
    """Whether ``stop`` ends the sentence ``before``, when ``following`` is the first sign after it."""
    if "!" in stop or "?" in stop:
        return True
    if following.islower():
        return False
    return stop != "." or not _abbreviated(before)


def _abbreviated(before: str) -> bool:
    """Whether the full stop after ``before`` belongs to an abbreviation, an initial or a list's number."""
    if not (words := _LAST_WORDS.search(before)):
        return False
    previous, word = (words[1] or "").lstrip(_OPENERS), words[2].lstrip("«“\"'‘(¿¡—–*-[")
    if word.lower() in ABBREVIATIONS and not (len(word) == 1 and word.isupper()):
        return True
    if len(word) == 1 and word.isupper():  # "J. Ortega", "María J. Ortega", but "la terminal B."
        return not previous or previous[0].isupper()
    return word.isdigit() and not previous
