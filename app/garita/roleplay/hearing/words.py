"""A turn as a list of words, each as it was said and in plain spelling; hesitations are gone, pauses are three signs.

Everything that reads a turn works on ``Words`` and positions in it. Knows nothing of what words mean.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from garita.roleplay.hearing.table import word_set

LONGEST = 480  # characters that are read; whoever says more is not understood any better

_TOKEN = re.compile(
    r"[0-9](?:[0-9.,]*[0-9])?"
    r"|[^\W\d_]+(?:['’\-][^\W\d_]+)*"
    r"|\.{2,}|[.,;:!?…\n()\"]|[$€£¥%]"
)
_MARKS = {";": ",", ":": ",", "…": ",", "!": ".", "\n": ".", "(": ",", ")": ",", '"': "", "%": ""}
_HESITATIONS = word_set(
    """
    eh ehh ehhh em emm mm mmm mmmm hm hmm hmmm um umm uh uhm ah oh ay uy pues mire mira bueno vera ejem digamos
    oiga pos uff uf este nomas
    """
)
_EMPTY_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "a ver", "o sea", "es que", "por favor", "creo que", "como se dice", "gracias a dios", "si dios quiere",
        "la verdad", "en realidad", "mas o menos",
        "en total", "tal vez", "en principio", "por ahora", "me parece que", "me parece", "pienso que", "yo creo que",
        "dejeme pensar", "dejeme ver", "este bueno", "creo yo", "ya sabe", "no mas", "nada mas",
    )
)  # fmt: skip
# these stand between two sentences, as a full stop does where a recogniser writes none
_BREAKS = tuple(tuple(phrase.split()) for phrase in ("bueno en realidad", "ahora que lo pienso", "la verdad es que"))
# "a ver" is a hesitation unless somebody follows who is seen
_SEEN = word_set("a al mi mis el la los las nuestro nuestra nuestros nuestras")
_GOING = word_set("vengo venimos vine voy vamos viajo viajamos viene")
_PHRASE_STARTS = frozenset(phrase[0] for phrase in _EMPTY_PHRASES)
_ADDRESSES = word_set("senor senora senorita oficial agente jefe")
_NOT_ADDRESSED_AFTER = word_set("mi mis la el un una su con de del como soy")
# "este" hesitates unless one of these follows
_AFTER_THIS = word_set(
    """
    manana noche tarde vez es mes ano verano viaje vuelo hotel pais fin lunes martes viernes sabado domingo perro
    """
)
_STOPS = frozenset({".", ",", "?"})


@dataclass(frozen=True)
class Words:
    """``raw[i]`` is what was said, ``plain[i]`` the same in small letters without accents; pauses are "." "," "?"."""

    raw: tuple[str, ...]
    plain: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.plain)

    def at(self, index: int) -> str:
        """The plain word at ``index``; "" before the first and after the last."""
        return self.plain[index] if 0 <= index < len(self.plain) else ""

    def says(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether ``phrase`` (plain words) stands at ``index``."""
        return self.plain[index : index + len(phrase)] == phrase

    def is_stop(self, index: int) -> bool:
        """Whether the turn pauses or ends at ``index``."""
        return self.at(index) in _STOPS or index >= len(self.plain)

    def without(self, start: int, end: int) -> Words:
        """The same turn with the words from ``start`` up to ``end`` left out."""
        return Words(self.raw[:start] + self.raw[end:], self.plain[:start] + self.plain[end:])

    @classmethod
    def of(cls, text: str) -> Words:
        """Plain words as they stand; for texts of our own."""
        raw = tuple(text.split())
        return cls(raw, tuple(fold(word) for word in raw))


class _Token(NamedTuple):
    raw: str
    plain: str


def fold(word: str) -> str:
    """Small letters, no accents, plain apostrophe: "Peñíscola" -> "peniscola"."""
    decomposed = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def listen(text: str) -> Words:
    """The words of a turn without hesitations, forms of address and stutters; ``LONGEST`` characters are read."""
    tokens = _without_phrases(_tokens(text[:LONGEST]))
    kept: list[_Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1].plain if index + 1 < len(tokens) else ""
        before = kept[-1].plain if kept else ""
        if _is_empty(token.plain, before, after, alone=len(tokens) <= 2):
            continue
        if token.plain == before and not token.plain.isdigit():
            continue
        if token.plain in _STOPS and before in ("", *_STOPS):
            if kept and token.plain != ",":
                kept[-1] = token
            continue
        kept.append(token)
    return Words(tuple(token.raw for token in kept), tuple(token.plain for token in kept))


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        plain = "," if raw.startswith("..") else _MARKS.get(raw)
        if plain is None:
            plain = fold(raw)
        if plain:
            found.append(_Token(raw, plain))
    return found


def _without_phrases(tokens: list[_Token]) -> list[_Token]:
    plain = tuple(token.plain for token in tokens)
    kept: list[_Token] = []
    index = 0
    while index < len(tokens):
        length = 2 * (plain[index : index + 2] == ("ah", "no") and bool(kept) and kept[-1].plain not in _STOPS)
        length = length or next((len(p) for p in _BREAKS if plain[index : index + len(p)] == p), 0)
        if length:
            kept.append(_Token(".", "."))
            index += length
            continue
        length = _empty_phrase(plain, index) if plain[index] in _PHRASE_STARTS else 0
        if not length:
            kept.append(tokens[index])
        index += length or 1
    return kept


def _empty_phrase(plain: tuple[str, ...], index: int) -> int:
    length = max((len(p) for p in _EMPTY_PHRASES if plain[index : index + len(p)] == p), default=0)
    going = index > 0 and plain[index - 1] in _GOING
    seen = plain[index : index + 2] == ("a", "ver") and index + 2 < len(plain) and (going or plain[index + 2] in _SEEN)
    return 0 if seen and not _empty_phrase(plain, index + 2) else length


def _is_empty(word: str, before: str, after: str, *, alone: bool) -> bool:
    if word in _HESITATIONS:
        if word == "este":
            return after not in _AFTER_THIS and before not in ("en", "por", "a", "de", "del")
        if word in ("mire", "mira") and (alone or (after in ("", *_STOPS) and before in _STOPS)):
            return False
        return not (word == "bueno" and (alone or before not in ("", *_STOPS)))
    return word in _ADDRESSES and before not in _NOT_ADDRESSED_AFTER
