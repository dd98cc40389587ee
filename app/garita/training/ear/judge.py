"""Judges an ear as it is used: through a recogniser, in words written wrongly of words said, voice by voice.

Knows recognisers by their Protocol and nothing of how an ear is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import jiwer

from garita.engines.ports import SpeechToText
from garita.training.ear.sentences import Sentence
from garita.training.ear.speech import as_cut, spoken

# Castilian and Latin American: a plain voice, a woman's and a man's of each.
VOICES = ("es", "es-419", "es+f2", "es-419+f4", "es+m3", "es-419+m7")


class Wrong(NamedTuple):
    """A sentence that was not heard right."""

    voice: str
    said: str
    heard: str


class Verdict(NamedTuple):
    """Word error, 0 to 1: of all and by voice; and the sentences with an error in them."""

    word_error: float
    by_voice: dict[str, float]
    wrong: list[Wrong]


def judge(ear: SpeechToText, sentences: Sequence[Sentence], voices: Sequence[str] = VOICES) -> Verdict:
    """Every voice says every sentence, with a quarter of a second of silence around it.

    Raises:
        VoiceInvalid, ExtraMissing: espeak-ng is not there or damaged.
    """
    said = [sentence.written for sentence in sentences]
    by_voice: dict[str, float] = {}
    wrong: list[Wrong] = []
    for voice in voices:
        heard = [ear.transcribe(as_cut(spoken(sentence.read, voice))).text for sentence in sentences]
        by_voice[voice] = float(jiwer.wer(said, heard))
        wrong += [Wrong(voice, one, other) for one, other in zip(said, heard, strict=True) if one != other]
    return Verdict(sum(by_voice.values()) / len(by_voice), by_voice, wrong)
