"""The officer is taken out, the student stays in; time stamps may jitter; interruptions are noticed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import soxr
from hypothesis import given
from hypothesis import strategies as st

from garita.audio.echo import BargeIn, EchoCanceller
from garita.audio.vad import VoiceDetector
from garita.sound import BLOCK, RATE, Block, Samples, decibels
from tests.audio.speech import blocks, echoed, joined, noise, pink, silence, spoken

BEGIN = 100.0
OFFICER = [
    "Buenos días, bienvenido a la aduana.",
    "¿De dónde viene usted y qué trae en la maleta?",
    "Muestre su pasaporte, por favor.",
    "¿Cuántos días se queda en el país?",
]
STUDENT = "Perdone, no le entiendo, ¿puede repetir la pregunta?"


@pytest.fixture(scope="module")
def officer() -> Samples:
    return joined([joined([silence(0.4), spoken(text, "es")]) for text in OFFICER])


def _pieces(samples: Samples, rate: int, seconds: float, jitter: float = 0.0) -> Iterator[tuple[Samples, int, float]]:
    """``samples`` as a loudspeaker's callback tells them: in pieces, with times that are a little off."""
    count, generator = round(seconds * rate), np.random.default_rng(0)
    for start in range(0, samples.size, count):
        yield samples[start : start + count], rate, BEGIN + start / rate + generator.uniform(-jitter, jitter)


AHEAD = 0.02  # seconds between a loudspeaker's being asked for sound and its sounding


def _cleaned(heard: Samples, played: Iterator[tuple[Samples, int, float]], jitter: float = 0.0) -> Samples:
    """What is left of ``heard`` when both sides arrive as they do in life."""
    canceller, generator = EchoCanceller(), np.random.default_rng(1)
    waiting, cleaned = list(played), []
    for block in blocks(heard, BEGIN):
        while waiting and waiting[0][2] <= block.time + AHEAD:
            canceller.played(*waiting.pop(0))
        late = block.time + generator.uniform(-jitter, jitter)
        cleaned.append(canceller.clean(Block(block.samples, late)).samples)
    return np.concatenate(cleaned)


def _voice(samples: Samples) -> np.ndarray:
    detector = VoiceDetector()
    return np.array([detector.probability(block) >= 0.5 for block in blocks(samples)])


@pytest.mark.parametrize("delay", [0.01, 0.06, 0.2])
@pytest.mark.parametrize("gain", [0.1, 0.5])
def test_the_officer_is_taken_out(officer: Samples, delay: float, gain: float) -> None:
    heard = echoed(officer, delay, gain) + noise(officer.size / RATE, 0.001)
    left = _cleaned(heard, _pieces(officer, RATE, 0.02))
    assert np.mean(_voice(heard)) > 0.5
    assert np.mean(_voice(left)) < 0.02
    assert decibels(left[3 * RATE :]) < decibels(officer) - 30


def test_times_that_jitter_and_another_rate_do_no_harm(officer: Samples) -> None:
    heard = echoed(officer, 0.08, 0.4) + noise(officer.size / RATE, 0.001)
    played = soxr.resample(officer, RATE, 48000).astype(np.float32)
    left = _cleaned(heard, _pieces(played, 48000, 0.01, jitter=0.004), jitter=0.01)
    assert np.mean(_voice(left)) < 0.02


def test_speech_told_only_while_it_sounds_is_enough(officer: Samples) -> None:
    played = (piece for piece in _pieces(officer, RATE, 0.1) if piece[0].any())
    heard = echoed(officer, 0.08, 0.4) + noise(officer.size / RATE, 0.001)
    assert np.mean(_voice(_cleaned(heard, played))) < 0.02


def test_speech_that_was_stopped_is_not_taken_for_played(officer: Samples) -> None:
    canceller = EchoCanceller()
    canceller.played(np.tile(officer, 3), RATE, BEGIN + 5.0)  # announced whole, and stopped before it began
    for played in _pieces(officer, RATE, 0.02):
        canceller.played(*played)
    heard = echoed(officer, 0.06, 0.4) + noise(officer.size / RATE, 0.001)
    cleaned = [canceller.clean(block).samples for block in blocks(heard, BEGIN)]
    assert np.mean(_voice(np.concatenate(cleaned))) < 0.02


@pytest.mark.parametrize("gain", [0.1, 0.4])
def test_who_interrupts_is_noticed_within_half_a_second(officer: Samples, gain: float) -> None:
    heard = echoed(officer, 0.06, gain) + noise(officer.size / RATE, 0.001)
    student, at = spoken(STUDENT, "es-419+f2"), 8 * BLOCK * 30
    heard[at : at + student.size] += 0.6 * student[: heard.size - at]
    barge_in, noticed = BargeIn(), []
    for index, voice in enumerate(_voice(_cleaned(heard, _pieces(officer, RATE, 0.02)))):
        if barge_in.hear(float(voice), officer_speaks=True):
            noticed.append((index + 1) * BLOCK / RATE - at / RATE)
    assert 0 < noticed[0] < 0.5


def test_without_an_echo_speech_stays_as_it_is() -> None:
    speech = joined([silence(0.5), spoken(STUDENT), silence(0.5)])
    left = _cleaned(speech, iter(()))
    assert decibels(left) == pytest.approx(decibels(speech), abs=1.5)
    assert np.mean(_voice(left)) == pytest.approx(np.mean(_voice(speech)), abs=0.08)


@given(st.lists(st.integers(1, 5000), max_size=30), st.integers(1, 40))
def test_every_block_comes_back_whole_and_later_by_the_same(pieces: list[int], count: int) -> None:
    canceller = EchoCanceller()
    for index, size in enumerate(pieces):
        canceller.played(np.full(size, 0.1, np.float32), 22050, BEGIN + index * 0.3)
    for block in blocks(noise(count * BLOCK / RATE, 0.1), BEGIN):
        cleaned = canceller.clean(block)
        assert cleaned.samples.shape == (BLOCK,)
        assert cleaned.samples.dtype == np.float32
        assert np.all(np.isfinite(cleaned.samples))
        assert block.time - cleaned.time == pytest.approx(0.016)


def test_cleaned_sound_is_late_by_what_its_time_says() -> None:
    sound = pink(2.0, 0.1)
    left = _cleaned(sound, iter(()))
    likeness = np.correlate(left[8000 : 8000 + 9000], sound[8000 : 8000 + 8000], "valid")
    late = next(blocks(sound)).time - EchoCanceller().clean(next(blocks(sound))).time
    assert np.argmax(likeness) == pytest.approx(late * RATE, abs=16)


def test_three_blocks_are_no_interruption_and_a_long_one_is_one() -> None:
    barge_in = BargeIn()
    assert not any(barge_in.hear(0.9 * (index % 4 < 3), officer_speaks=True) for index in range(40))
    assert sum(barge_in.hear(0.9, officer_speaks=True) for _ in range(40)) == 1


def test_who_speaks_alone_interrupts_nobody() -> None:
    barge_in = BargeIn()
    assert not any(barge_in.hear(0.9, officer_speaks=False) for _ in range(40))


def test_what_was_played_long_ago_takes_no_memory() -> None:
    canceller = EchoCanceller()
    for index in range(5000):
        canceller.played(np.zeros(480, np.float32), 48000, BEGIN + index * 0.01)
    assert len(canceller._incoming) <= 1000
