"""Frame by frame as in one go; speech is found, and nothing that is no speech."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest
from faster_whisper.vad import get_vad_model

from garita.audio.vad import VoiceDetector
from garita.errors import ExtraMissing
from garita.sound import BLOCK, Samples
from tests.audio.speech import blocks, clicks, joined, noise, pink, silence, spoken, tone

SENTENCE = "Vengo de México y traigo dos maletas."


@pytest.fixture(scope="module")
def detector() -> VoiceDetector:
    return VoiceDetector()


def _probabilities(detector: VoiceDetector, samples: Samples) -> np.ndarray:
    detector.reset()
    return np.array([detector.probability(block) for block in blocks(samples)])


def _longest_run(probabilities: np.ndarray) -> int:
    return max((len(list(run)) for speech, run in groupby(probabilities >= 0.5) if speech), default=0)


def test_blocks_give_exactly_what_the_whole_recording_gives(detector: VoiceDetector) -> None:
    sound = joined([silence(0.4), spoken(SENTENCE), noise(0.5), clicks(1.0), spoken("No.")])
    sound = sound[: sound.size // BLOCK * BLOCK]
    # The batch function overwrites the end of what it is given and reads the block before the first one from there.
    whole = get_vad_model()(np.concatenate([sound, np.zeros(BLOCK, np.float32)]))[: sound.size // BLOCK]
    np.testing.assert_allclose(_probabilities(detector, sound), whole, rtol=0, atol=1e-6)


def test_reset_forgets(detector: VoiceDetector) -> None:
    first = _probabilities(detector, spoken(SENTENCE))
    np.testing.assert_array_equal(_probabilities(detector, spoken(SENTENCE)), first)


def test_a_block_is_not_changed(detector: VoiceDetector) -> None:
    block = next(blocks(spoken(SENTENCE)))
    before = block.samples.copy()
    detector.probability(block)
    np.testing.assert_array_equal(block.samples, before)


@pytest.mark.parametrize("voice", ["es", "es-419", "es-419+f2", "es+m3"])
def test_speech_is_found(detector: VoiceDetector, voice: str) -> None:
    assert np.mean(_probabilities(detector, spoken(SENTENCE, voice)) >= 0.5) > 0.9


@pytest.mark.parametrize("word", ["Sí.", "No.", "Dos."])
def test_the_shortest_answers_fill_four_frames(detector: VoiceDetector, word: str) -> None:
    assert _longest_run(_probabilities(detector, joined([silence(0.5), spoken(word), silence(0.5)]))) >= 4


def test_speech_is_found_in_noise_as_loud(detector: VoiceDetector) -> None:
    speech = spoken(SENTENCE)
    level = float(np.sqrt(np.mean(np.square(speech))))
    assert np.mean(_probabilities(detector, speech + pink(speech.size / 16000, level)) >= 0.5) > 0.8


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(silence(5), id="silence"),
        pytest.param(noise(5, 0.1), id="white noise"),
        pytest.param(pink(5, 0.1), id="pink noise"),
        pytest.param(clicks(5), id="keyboard"),
        pytest.param(tone(3, 100), id="hum"),
        pytest.param(tone(3, 440), id="tone"),
        pytest.param(tone(3, 3000), id="whistle"),
    ],
)
def test_what_is_no_speech_does_not_fire(detector: VoiceDetector, sound: Samples) -> None:
    assert _longest_run(_probabilities(detector, sound)) == 0


@pytest.mark.parametrize("content", [None, b"", b"<html>not found</html>", b"\x08\x07" * 500])
def test_a_missing_or_damaged_network_is_said(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "network.onnx").write_bytes(content)
    with pytest.raises(ExtraMissing):
        VoiceDetector(tmp_path / "network.onnx")


def test_the_recogniser_is_not_imported_with_it() -> None:
    code = "import sys; from garita.audio.vad import *; VoiceDetector(); print('faster_whisper' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
