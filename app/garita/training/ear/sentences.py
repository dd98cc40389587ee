"""What the ear has to learn to hear: sentences of simulated travellers, as they are read aloud and as they are written.

Written means as the ear writes: small letters with their accents, numbers in words, no marks. Longer sentences are held
out by a hash of their text: what is measured with was never trained on. Knows no voice and no sound.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Literal

from num2words import num2words

from garita.roleplay import sentences as splitter
from garita.roleplay.hearing import english
from garita.roleplay.hearing.words import listen
from garita.roleplay.scenario import Scenario
from garita.training.ear.recipe import SentencePlan
from garita.training.simulator import invented, numbers
from garita.training.simulator.choice import is_held_out
from garita.training.simulator.play import Conversation, play
from garita.training.simulator.variation import vary

Language = Literal["es", "en"]

# Everybody says the shortest ones, so they are never held out.
HELD_OUT_FROM_WORDS = 4
LONGEST_WORDS = 24
_MIXED_PIECES = (2, 6)
_MADE_UP_SHARE = 0.15

LETTERS = " abcdefghijklmnñopqrstuvwxyzáéíóúü"

_ACCENT = re.compile("[áéíóúü]", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,/])\d{1,6}(?![\w/]|[.,]\d)")
_BEFORE_A_WORD = re.compile(r"\s+[^\W\d_]")
_BREAK = re.compile(r"[\s.,;:!?¡¿…()\"«»'’\-–—]+")
_WRITTEN = re.compile(r"[a-zñáéíóúü]+(?: [a-zñáéíóúü]+)*")
# spellings of learners that sound like the right one
_SAME_SOUND = {"grasias": "gracias", "ola": "hola", "ai": "hay", "llebo": "llevo"}
_KEPT_MARKS = {"\u0301", "\u0303", "\u0308"}  # acute, tilde, diaeresis: those of Spanish


@dataclass(frozen=True)
class Sentence:
    """``read`` goes to the voice, ``written`` is what the ear should write."""

    read: str
    written: str
    language: Language = "es"

    @property
    def held_out(self) -> bool:
        """Whether it may only be measured with."""
        return len(self.written.split()) >= HELD_OUT_FROM_WORDS and is_held_out(self.written)


def sentence(text: str) -> Sentence | None:
    """What is said as a sentence to hear; None where nobody could know how it is read (dates in digits, signs)."""
    read = _NUMBER.sub(_in_words, text)
    words = [_SAME_SOUND.get(word, word) for word in _BREAK.split(_folded(read.lower())) if word]
    written = " ".join(words)
    if not _WRITTEN.fullmatch(written) or len(words) > LONGEST_WORDS:
        return None
    language: Language = "en" if english.is_english(listen(text)) else "es"
    return Sentence(_mended(read), written, language)


def drawn(
    scenarios: Sequence[Scenario], rng: Random, officer_share: float, *, new_words: bool = False
) -> Iterator[Sentence]:
    """Sentences without end, held-out ones among them; the same generator state gives the same sentences.

    ``new_words``: names, goods and phrases come from the simulator's examination lists, which no training draws from.
    """
    for number in count():
        scene = vary(scenarios[number % len(scenarios)], rng)
        for text in _texts(play(scene, rng, held_out=new_words), rng, officer_share):
            if (found := sentence(text)) is not None:
                yield found


def window(scenarios: Sequence[Scenario], plan: SentencePlan, number: int, size: int) -> list[Sentence]:
    """Window ``number`` of the endless corpus: ``size`` different sentences, none of them held out."""
    rng, found = Random(f"{plan.seed}/{number}"), dict[str, Sentence]()
    whole = size - int(size * plan.mixed_share)
    for each in drawn(scenarios, rng, plan.officer_share):
        if not each.held_out:
            found.setdefault(each.written, each)
        if len(found) == whole:
            break
    spanish = [each.written.split() for each in found.values() if each.language == "es"]
    while len(found) < size:
        each = _mixed(spanish, rng)
        if not each.held_out:
            found.setdefault(each.written, each)
    return list(found.values())


def held_out(scenarios: Sequence[Scenario], seed: int, size: int, *, new_words: bool = False) -> list[Sentence]:
    """``size`` different Spanish traveller sentences that training never sees."""
    rng, found = Random(f"{seed}/held out"), dict[str, Sentence]()
    for each in drawn(scenarios, rng, 0.0, new_words=new_words):
        if each.held_out and each.language == "es":
            found.setdefault(each.written, each)
        if len(found) == size:
            break
    return list(found.values())


def _mixed(texts: Sequence[Sequence[str]], rng: Random) -> Sentence:
    """Pieces of sentences and made-up words in any order: an ear that only ever heard sense would write sense."""
    words: list[str] = []
    for _ in range(rng.randint(*_MIXED_PIECES)):
        text = rng.choice(texts)
        start = rng.randrange(len(text))
        words += text[start : start + rng.randint(1, 3)]
        if rng.random() < _MADE_UP_SHARE:
            words.append(invented.word(rng))
    return Sentence(" ".join(words), " ".join(words))


def _texts(talk: Conversation, rng: Random, officer_share: float) -> Iterator[str]:
    """What the traveller says, and now and then a sentence of the officer."""
    said = [message.content for message in talk.history if message.role == "user"]
    if not _ACCENT.search("".join(said)):
        return  # somebody who types without accents: their text does not say how it is spoken
    for message in talk.history:
        if message.role == "user":
            yield message.content
        elif rng.random() < officer_share:
            yield rng.choice(splitter.split(message.content) or [""])


def _in_words(found: re.Match[str]) -> str:
    number = int(found.group())
    if _BEFORE_A_WORD.match(found.string, found.end()):
        return numbers.words(number, "m")
    return str(num2words(number, lang="es"))


def _folded(text: str) -> str:
    """Foreign accents gone, Spanish ones kept: "zając" -> "zajac", "bogotá" stays."""
    kept = (
        sign for sign in unicodedata.normalize("NFD", text) if sign in _KEPT_MARKS or not unicodedata.combining(sign)
    )
    return unicodedata.normalize("NFC", "".join(kept))


def _mended(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: _SAME_SOUND.get(word.group().lower(), word.group()), text)
