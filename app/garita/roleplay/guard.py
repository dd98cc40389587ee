"""Judges every sentence of the officer before it is shown as final: Spanish, the officer speaking, nothing said twice.

Knows the sentence, what the officer said before, and whether the student asked to hear it again; knows no model and no
history. A hundred microseconds a sentence once the language identifier is loaded; nothing is loaded by importing this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from garita.roleplay.heard import unheard
from garita.roleplay.plain_text import plain
from garita.roleplay.sentences import split
from garita.roleplay.voice_of_officer import fault

Reason = Literal["empty", "language", "narration", "speaker", "role", "loop", "garbled", "repeat"]

SAME_FROM = 90.0  # rapidfuzz's ratio of 0 to 100; "¿Cuánto dinero trae?" and "¿Cuánto tabaco trae?" have 76

# The same three times in a row, as a small model says it when it loses its way: "zepamzepamzepam", "y ropa, y ropa,
# y ropa".
_LOOP = re.compile(r"([^\W\d])\1{4}|([^\W\d]{3,30})\2\2|\b(\w+(?: \w+){1,7})(?: y)? \3(?: y)? \3\b")

# A sentence of nothing but these may come again, though not twice in a row.
_COURTESY_WORDS = """
    gracias muchas muy bien vale perfecto de acuerdo entiendo entendido comprendo claro si no senor senora
    senorita ok listo correcto un momento por favor bueno buenos buenas dias tardes noches ya veo eso es
    esta exacto aja estupendo excelente hola algo alguna cosa mas seguro segura perdon perdone disculpe como
    dice que y a ver aqui tiene todo nada con gusto mucho hm ah oh pues verdad adelante
    adios hasta luego pronto buen viaje dia siguiente anotado tomo nota
"""
_COURTESY = frozenset(_COURTESY_WORDS.split())

_AGAIN = re.compile(
    r"\b(?:repi[tc]\w*|repet\w*|otra vez|de nuevo|una vez mas|mas (?:despacio|lento|lentamente|facil|claro|alto)|"
    r"(?:no|tampoco) (?:le |lo |la |te |he |la he |lo he |le he )?"
    r"(?:entiendo|entendi|entendido|comprendo|comprendi|comprendido|oigo|oi|oido|escucho|escuche|escuchado|"
    r"se que significa)|"
    r"como (?:dice|dijo|ha dicho|dices|era|se dice)|que (?:dice|dijo|ha dicho|significa|quiere decir|es eso)|"
    r"(?:repeat|again|slower|slowly|pardon|don t understand|didn t understand|what did you say|say that|what do you))\b"
    r"|^no (?:lo )?(?:se|me acuerdo|recuerdo)$"
    r"|^(?:perdon|perdone|disculpe|disculpa|como|que|mande|eh|sorry|what|excuse me|pardon)$"
)


class Verdict(msgspec.Struct, frozen=True):
    """What the guard thinks of a sentence; ``reason`` says what is wrong with it, None lets it pass."""

    reason: Reason | None = None

    @property
    def ok(self) -> bool:
        """Whether the sentence may stand."""
        return self.reason is None


class Guard:
    """The judge; holds nothing of a conversation, so one will do for many.

    Args:
        words: what the officer's model was trained to say (``heard.words_of``); anything else it must have heard.
            Empty for a model without such a list, whose words are not judged.
    """

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        self._words = words

    @property
    def has_words(self) -> bool:
        """Whether the officer's model is one of ours, with a list of its words."""
        return bool(self._words)

    def load(self) -> None:
        """Load the language identifier now (0.1 s, the first time ever 1 s), so that no sentence has to wait for it."""
        from garita.roleplay import spanish

        spanish.load()

    def check(
        self,
        sentence: str,
        earlier: Sequence[str],
        may_repeat: bool,
        heard: frozenset[str] = frozenset(),
        own: str = "",
    ) -> Verdict:
        """Judge one sentence.

        Args:
            sentence: as the model wrote it.
            earlier: what the officer said before, oldest first; whole replies or sentences.
            may_repeat: the student asked to hear something again.
            heard: the words of the prompt and of the conversation (``heard.words_of``).
            own: the sentence without the student's words in it, where these are known; who speaks, and in what
                language, is judged by it: "un estudio" is no "yo estudio", and a name may be Finnish.
        """
        if not plain(sentence):
            return Verdict("empty")
        if reason := fault(own or sentence):
            return Verdict(reason)
        # Here, because importing the identifier costs 0.2 s that `garita --help` need not pay.
        from garita.roleplay.spanish import is_spanish

        if not is_spanish(own or sentence):
            return Verdict("language")
        if _LOOP.search(plain(sentence)):
            return Verdict("loop")
        if self._words and unheard(sentence, self._words, heard):
            return Verdict("garbled")
        if not may_repeat and _is_repeat(sentence, earlier):
            return Verdict("repeat")
        return Verdict()


def asked_to_repeat(student_text: str) -> bool:
    """Whether the student wants to hear it again or did not understand: "¿Cómo?", "más despacio", "repeat please"."""
    return _AGAIN.search(plain(student_text)) is not None


def may_repeat_after(student_text: str) -> bool:
    """Whether the officer may say something again: the student asked for it, or did not answer in Spanish."""
    from garita.roleplay.spanish import is_spanish

    return asked_to_repeat(student_text) or not is_spanish(student_text)


def is_courtesy(sentence: str) -> bool:
    """Whether the sentence is nothing but a greeting, thanks or a nod."""
    return _COURTESY.issuperset(plain(sentence).split())


def _is_repeat(sentence: str, earlier: Sequence[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    said = plain(sentence)
    before = [old for text in earlier for old in _plain_sentences(text)]
    if is_courtesy(sentence):
        return bool(before) and before[-1] == said
    numbers = re.findall(r"\d+", said)
    return any(ratio(said, old, score_cutoff=SAME_FROM) and numbers == re.findall(r"\d+", old) for old in before)


@lru_cache(maxsize=256)
def _plain_sentences(text: str) -> tuple[str, ...]:
    """A reply's sentences without accents and marks; cached, because every new sentence is held against all of them."""
    return tuple(plain(sentence) for sentence in split(text))
