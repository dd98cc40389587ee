"""Samples to Whisper's log-mel features, and utterances to batches of about equal length.

The features are faster-whisper's own, so training sees what use sees. Knows nothing of how speech comes about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

from garita.sound import Samples

MELS = 80
MOST_FRAMES = 1400  # 14 s; whatever is longer is left out
_FLOOR = 2.0  # the features of digital silence lie so far below the loudest one
_ROOM = 50  # frames of zeros that the engine leaves after an utterance
_BANDS, _FRAMES = 10, 20  # the most that is blotted out

Features = NDArray[np.float32]


class Heard(NamedTuple):
    """One utterance: ``features`` [MELS, frames] and what to write ("": nobody speaks) in ``language``."""

    features: Features
    written: str
    language: str = "es"


class Batch(NamedTuple):
    """``features`` [utterances, MELS, frames], of which the first ``lengths`` are the utterance's own."""

    features: Features
    lengths: list[int]
    written: list[str]
    languages: list[str]


def log_mel(samples: Samples) -> Features:
    """[MELS, frames], an even number of frames of 10 ms."""
    features = np.asarray(_extractor()(samples, padding=160), np.float32)
    return features[:, : features.shape[1] // 2 * 2]


def batches(heard: Sequence[Heard], frames: int, rng: Random) -> Iterator[Batch]:
    """Batches of at most ``frames`` frames before filling up, alike in length, in random order."""
    rows: list[list[Heard]] = [[]]
    for each in sorted(heard, key=lambda one: (one.features.shape[1], rng.random())):
        if rows[-1] and (len(rows[-1]) + 1) * each.features.shape[1] > frames:
            rows.append([])
        rows[-1].append(each)
    rng.shuffle(rows)
    for row in rows:
        yield batch(row, silent=rng.random() < 0.5)


def batch(row: Sequence[Heard], *, silent: bool = True) -> Batch:
    """Utterances of different length together, filled up with digital silence or, as the engine does, with zeros."""
    lengths = [each.features.shape[1] for each in row]
    features = np.zeros((len(row), MELS, max(lengths) + (0 if silent else _ROOM)), np.float32)
    for number, each in enumerate(row):
        if silent:
            features[number] = each.features.max() - _FLOOR
        features[number, :, : lengths[number]] = each.features
    return Batch(features, lengths, [each.written for each in row], [each.language for each in row])


def masked(features: Features, rng: Random) -> Features:
    """A copy in which some neighbouring bands and a piece of time are blotted out."""
    copy, empty = features.copy(), features.mean()
    band, frame = rng.randrange(MELS), rng.randrange(features.shape[1])
    copy[band : band + rng.randrange(_BANDS + 1)] = empty
    copy[:, frame : frame + rng.randrange(_FRAMES + 1)] = empty
    return copy


@cache
def _extractor() -> FeatureExtractor:
    return FeatureExtractor(feature_size=MELS)
