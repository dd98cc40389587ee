"""The booth's sound: heard to be there, never clipping, without seams, and the same again by the same seed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.audio.booth import Booth, Effect, Hall
from garita.sound import Mark, Samples, Speech, decibels

RATE = 22_050
EFFECTS: tuple[Effect, ...] = ("glass", "public_address")


def voice(seconds: float = 2.0, level: float = 0.1, seed: int = 5) -> Samples:
    """Something like a voice: a buzz of 120 hertz, its overtones loudest from 300 to 900 hertz, in syllables."""
    times = np.arange(int(seconds * RATE)) / RATE
    loud = [(n / 3) ** 2 / (1 + (n / 3) ** 2) / (1 + (n / 7) ** 2) for n in range(1, 66)]
    buzz = sum(size * np.sin(2 * np.pi * 120 * n * times + n * n) for n, size in enumerate(loud, 1))
    sound = np.asarray(buzz * np.abs(np.sin(2 * np.pi * 2 * times)))
    return (level * sound / np.sqrt(np.mean(sound**2))).astype(np.float32)


def in_pieces(samples: Samples, size: int) -> list[Speech]:
    return [Speech(samples[at : at + size], RATE) for at in range(0, len(samples), size)]


def through(booth: Booth, samples: Samples, size: int = 4410) -> Samples:
    return np.concatenate([booth.through(piece).samples for piece in in_pieces(samples, size)])


def share_above(samples: Samples, hertz: float) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    return float(power[np.fft.rfftfreq(len(samples), 1 / RATE) > hertz].sum() / power.sum())


def test_without_effect_and_hall_nothing_changes() -> None:
    speech = Speech(voice(), RATE, (Mark(0.1, "a"),))
    assert Booth().through(speech) is speech
    assert Booth().ending() is None


def test_glass_takes_heights_and_adds_reflections() -> None:
    plain = voice()
    glazed = through(Booth("glass"), plain)
    assert share_above(glazed, 4000) < 0.25 * share_above(plain, 4000)
    click = np.zeros(RATE // 2, np.float32)
    click[100] = 0.5
    answer = np.abs(through(Booth("glass"), click))
    assert answer[100 + 63 + int(RATE * 0.004) : 100 + 63 + int(RATE * 0.025)].max() > 0.15 * answer.max()


def test_public_address_is_narrow_and_echoes() -> None:
    plain = voice()
    announced = through(Booth("public_address"), plain)
    assert share_above(announced, 5000) < 0.5 * share_above(plain, 5000)
    ending = Booth("public_address")
    ending.through(Speech(plain, RATE))
    echo = ending.ending()
    assert echo is not None and decibels(echo.samples[: RATE // 10]) > -60


@pytest.mark.parametrize("effect", EFFECTS)
def test_the_voice_keeps_its_loudness(effect: Effect) -> None:
    assert abs(decibels(through(Booth(effect), voice())) - decibels(voice())) < 3


@pytest.mark.parametrize("effect", EFFECTS)
def test_the_voice_keeps_its_length_marks_and_rate(effect: Effect) -> None:
    speech = Speech(voice(), RATE, (Mark(0.1, "a"),))
    sounded = Booth(effect, 0.5).through(speech)
    assert len(sounded.samples) == len(speech.samples)
    assert (sounded.rate, sounded.marks) == (speech.rate, speech.marks)
    assert sounded.samples.dtype == np.float32


@pytest.mark.parametrize("effect", ("none", *EFFECTS))
@pytest.mark.parametrize("size", [7, 100, 4410, 44_100])
def test_pieces_of_any_size_sound_the_same(effect: Effect, size: int) -> None:
    samples = voice(0.02 if size == 7 else 0.5)
    whole = through(Booth(effect, 0.5, seed=4), samples, len(samples))
    assert np.allclose(through(Booth(effect, 0.5, seed=4), samples, size), whole, atol=1e-4)


@pytest.mark.parametrize("effect", EFFECTS)
def test_no_click_where_pieces_join(effect: Effect) -> None:
    booth = Booth(effect, 0.5)
    pieces = [booth.through(piece).samples for piece in in_pieces(voice(), 4410)]
    for before, after in pairwise(pieces):
        around = np.abs(np.diff(np.concatenate([before[-300:], after[:300]])))
        assert abs(after[0] - before[-1]) <= around.max()


BOOTHS: dict[tuple[Effect, bool], Booth] = {
    ("none", True): Booth("none", 1.0),
    **{(effect, loud): Booth(effect, float(loud)) for effect in EFFECTS for loud in (False, True)},
}


@given(st.sampled_from(list(BOOTHS)), st.sampled_from([0.0, 0.3, 1.0, 5.0]))
def test_it_never_clips(kind: tuple[Effect, bool], level: float) -> None:
    """Even where a voice comes much too loud."""
    booth = BOOTHS[kind]
    sounded = through(booth, voice(0.3, level))
    assert np.all(np.isfinite(sounded))
    assert np.abs(sounded).max(initial=0) <= 1


def test_the_same_seed_is_the_same_hall() -> None:
    one, same, other = (Hall(RATE, 1.0, seed).take(RATE) for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.allclose(one, other)


def test_the_hall_lies_well_under_the_voice_and_follows_its_level() -> None:
    hall = Hall(RATE, 1.0).take(25 * RATE)
    assert -37 < decibels(hall) < -30
    assert np.abs(hall).max() < 0.3
    assert abs(decibels(Hall(RATE, 0.5).take(25 * RATE)) - decibels(hall) + 6) < 0.1
    assert not Hall(RATE, 0.0).take(RATE).any()


def test_the_hall_begins_softly_and_goes_round_without_a_click() -> None:
    hall = Hall(RATE, 1.0)
    whole = hall.take(31 * RATE)
    assert abs(whole[0]) < 1e-4
    steps = np.abs(np.diff(whole))
    assert steps[30 * RATE - 100 : 30 * RATE + 100].max() <= 1.2 * steps.max(initial=0, where=_far_from_seam(steps))
    hall.enter()
    assert abs(hall.take(10)[0]) < 1e-4


def _far_from_seam(steps: np.ndarray) -> np.ndarray:
    return np.abs(np.arange(len(steps)) - 30 * RATE) > 1000


def test_a_gong_sounds_in_the_hall() -> None:
    """Somewhere in its half minute 659 hertz stands out for a while."""
    hall = Hall(RATE, 1.0).take(30 * RATE).reshape(-1, RATE)
    spectra = np.abs(np.fft.rfft(hall, axis=1))
    tone, beside = spectra[:, 655:664].max(axis=1), np.median(spectra[:, 600:720], axis=1)
    assert 1 <= np.count_nonzero(tone > 8 * beside) <= 10


@pytest.mark.parametrize("effect", EFFECTS)
def test_after_an_interruption_nothing_of_it_sounds(effect: Effect) -> None:
    booth = Booth(effect)
    booth.through(Speech(voice(), RATE))
    booth.forget()
    assert not booth.through(Speech(np.zeros(1000, np.float32), RATE)).samples.any()


def test_the_ending_fades_to_silence() -> None:
    booth = Booth("public_address", 1.0)
    booth.through(Speech(voice(), RATE))
    ending = booth.ending()
    assert ending is not None and ending.rate == RATE
    assert abs(ending.samples[-1]) < 1e-4


def test_a_voice_of_another_rate_is_taken_too() -> None:
    sounded = Booth("glass", 0.3).through(Speech(voice()[:16_000], 16_000))
    assert sounded.rate == 16_000 and len(sounded.samples) == 16_000


def test_an_empty_piece_stays_empty() -> None:
    assert Booth("glass", 0.3).through(Speech(np.zeros(0, np.float32), RATE)).samples.size == 0
