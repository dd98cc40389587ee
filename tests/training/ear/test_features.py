"""Features are faster-whisper's; batches hold every utterance once and know what is padding."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from garita.sound import RATE
from garita.training.ear import features
from garita.training.ear.features import MELS, Heard


def _heard(frames: int, number: int) -> Heard:
    return Heard(np.full((MELS, frames), number, np.float32), str(number))


def test_ten_milliseconds_a_frame_and_an_even_number_of_them() -> None:
    sound = np.sin(np.arange(RATE + 7) / 10).astype(np.float32)
    found = features.log_mel(sound)
    assert found.shape == (MELS, 100)
    assert found.dtype == np.float32
    assert found.max() - found.min() <= 2.0 + 1e-5


@given(st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=30), st.integers(60, 200))
def test_every_utterance_is_in_one_batch_of_the_size_asked_for(lengths: list[int], frames: int) -> None:
    heard = [_heard(2 * length, number) for number, length in enumerate(lengths)]
    found = list(features.batches(heard, 2 * frames, Random(1)))
    assert sorted(int(text) for batch in found for text in batch.written) == list(range(len(lengths)))
    for batch in found:
        assert len(batch.lengths) * max(batch.lengths) <= 2 * frames
        for row, length, text in zip(batch.features, batch.lengths, batch.written, strict=True):
            assert (row[:, :length] == int(text)).all()


def test_padding_is_digital_silence_or_the_engines_zeros() -> None:
    row = [_heard(10, 3), _heard(20, 3)]
    silent, zeros = features.batch(row), features.batch(row, silent=False)
    assert silent.features.shape[2] == 20
    assert (silent.features[0, :, 10:] == 1.0).all()
    assert zeros.features.shape[2] > 20
    assert (zeros.features[0, :, 10:] == 0.0).all()


def test_masking_blots_out_a_little_and_leaves_the_original() -> None:
    original = np.random.default_rng(1).standard_normal((MELS, 200)).astype(np.float32)
    kept = original.copy()
    masked = features.masked(original, Random(4))
    assert (original == kept).all()
    assert 0.0 < (masked != original).mean() < 0.35
