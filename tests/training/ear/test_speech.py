"""What a reader makes of a sentence: the same for the same numbers, and never out of bounds."""

from __future__ import annotations

from random import Random

import msgspec
import numpy as np

from garita.sound import RATE
from garita.training.ear.sentences import Sentence
from garita.training.ear.speech import Reader, as_cut, spoken
from tests.training.ear.tiny import SPEECH, whistle

SENTENCE = Sentence("Vengo de México.", "vengo de méxico")


def test_the_same_numbers_give_the_same_samples() -> None:
    first, again, other = (Reader(SPEECH, whistle).utterance(SENTENCE, Random(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert len(first) != len(other) or not np.array_equal(first, other)


def test_samples_stay_within_bounds_whatever_the_room() -> None:
    loud = msgspec.structs.replace(SPEECH, noise_share=1.0, noise=(0.0, 3.0), room_share=1.0)
    for seed in range(6):
        samples = Reader(loud).utterance(SENTENCE, Random(seed))
        assert samples.dtype == np.float32
        assert np.isfinite(samples).all()
        assert np.abs(samples).max() <= 1.0
        assert 0.4 * RATE < len(samples) < 4 * RATE


def test_english_is_read_by_an_english_voice() -> None:
    voices: list[str] = []

    def read(text: str, voice: str, variant: str, speed: float, pitch: int) -> np.ndarray:
        voices.append(voice)
        return np.full(RATE, 0.5, np.float32)

    reader = Reader(SPEECH, read)
    for language in ("en", "es"):
        for seed in range(4):
            reader.utterance(Sentence("no", "no", language), Random(seed))
    assert set(voices[:4]) == {"en-us"}
    assert set(voices[4:]) <= {"es", "es-419"}


def test_silence_around_speech_is_as_long_as_asked_for() -> None:
    samples = spoken("Sí.", "es")
    assert abs(samples[0]) > 0.0
    assert len(as_cut(samples, 0.25)) == len(samples) + RATE // 2
    assert len(spoken("", "es")) == 0


def test_quiet_has_no_speech_in_it() -> None:
    for seed in range(5):
        assert np.sqrt(np.mean(Reader(SPEECH).quiet(Random(seed)) ** 2)) <= 0.06
