"""Which Whisper this machine keeps up with: measures a loaded recogniser and scales what it took to the known sizes.

What a size costs is counted in multiplications (shapes from OpenAI's model card), not tried. Checked with random
weights of the shapes tiny, base and small on one thread: the count alone foretells the encoder's time from one of them
to the next within 25 %, and promises too little for larger ones rather than too much. Knows no files and no downloads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from garita.engines.ports import SpeechToText
from garita.sound import RATE, Samples

KEEPS_UP = 0.3  # seconds of work for one of speech: leaves room for the officer's model and for partial texts
WINDOW_SECONDS = 30.0
_STEPS_A_SECOND = 50  # of the encoder
_TOKENS_A_SECOND = 6.0  # of Spanish speech
_ONE_BY_ONE = 8.0  # a multiplication for a single token takes as long as so many in the encoder (measured: 7.5 to 8.5)
_RUNS = 3


class Shape(NamedTuple):
    """What decides how long a Whisper takes."""

    width: int
    encoder_layers: int
    decoder_layers: int
    vocabulary: int = 51_866


class Size(NamedTuple):
    """A model that can be had; ``megabytes`` are about what its folder takes."""

    name: str
    shape: Shape
    megabytes: int


SIZES = (
    Size("tiny", Shape(384, 4, 4), 75),
    Size("base", Shape(512, 6, 6), 145),
    Size("small", Shape(768, 12, 12), 485),
    Size("medium", Shape(1024, 24, 24), 1530),
    Size("large-v3-turbo", Shape(1280, 32, 4), 1620),
)
"""The least exact first."""


class Measured(NamedTuple):
    """``work_seconds`` for ``audio_seconds`` of sound, by a model of ``shape`` that hears windows of a given length."""

    shape: Shape
    audio_seconds: float
    work_seconds: float
    window_seconds: float = WINDOW_SECONDS

    @property
    def factor(self) -> float:
        """Real-time factor: below 1 is faster than speech."""
        return self.work_seconds / self.audio_seconds


def measure(recogniser: SpeechToText, shape: Shape, samples: Samples, *, cropped: bool = False) -> Measured:
    """Let a loaded recogniser hear a few seconds of speech several times and keep its best time.

    Args:
        shape: of its model (``whisper_folder.check`` knows it).
        samples: 2 to 10 seconds of speech make it an utterance like those to come.
        cropped: it hears the utterance's own length instead of thirty seconds.
    """
    seconds = len(samples) / RATE
    work = min(recogniser.transcribe(samples).compute_seconds for _ in range(_RUNS))
    return Measured(shape, seconds, work, seconds if cropped else WINDOW_SECONDS)


def expected_factor(measured: Measured, shape: Shape) -> float:
    """The real-time factor that another shape, hearing thirty-second windows, would have where ``measured`` was."""
    tokens = measured.audio_seconds * _TOKENS_A_SECOND
    there = _work(measured.shape, measured.window_seconds, tokens)
    return measured.factor * _work(shape, WINDOW_SECONDS, tokens) / there


def recommend(measured: Measured, sizes: Sequence[Size] = SIZES, limit: float = KEEPS_UP) -> Size | None:
    """The most exact size that keeps up on this machine; None where even the first does not."""
    return next((size for size in reversed(sizes) if expected_factor(measured, size.shape) <= limit), None)


def _work(shape: Shape, window_seconds: float, tokens: float) -> float:
    """Multiplications for one utterance, those for single tokens weighted by what they take."""
    width, steps = shape.width, window_seconds * _STEPS_A_SECOND
    layer = 12 * width**2 + 2 * steps * width  # attention's four matrices, the eight of the network behind it; scores
    encoder = steps * (shape.encoder_layers * layer + 3 * width**2)
    once = shape.decoder_layers * 2 * width**2 * steps  # what the decoder keeps of the encoder's output
    token = shape.decoder_layers * (14 * width**2 + 2 * steps * width) + shape.vocabulary * width
    return encoder + once + tokens * token * _ONE_BY_ONE
