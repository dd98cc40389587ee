"""faster-whisper itself, with a Whisper of one layer that says one sentence to any sound."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from garita.engines.stop import Stop
from garita.engines.whisper import Whisper, load
from garita.engines.whisper_options import WhisperOptions
from garita.errors import Cancelled, RecogniserInvalid
from garita.sound import RATE, Samples
from tests.engines.fake_ears import SENTENCE


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """``load`` sets it for its whole process; the tests' process gets back what it had."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")


@pytest.fixture
def ear(whisper_folder_made: Path) -> Whisper:
    return load(WhisperOptions(str(whisper_folder_made), threads=1))


def noise(seconds: float, level: float = 0.1) -> Samples:
    return (np.random.default_rng(1).standard_normal(int(seconds * RATE)) * level).astype(np.float32)


def test_words_with_times_and_probabilities(ear: Whisper) -> None:
    heard = ear.transcribe(noise(3.0))
    assert heard.text == SENTENCE
    assert [word.text for word in heard.words] == SENTENCE.split()
    times = [time for word in heard.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert 0 <= times[0] <= times[-1] <= 3.0
    assert all(0.5 < word.probability <= 1 for word in heard.words)
    assert heard.language == "es"
    assert heard.suppressed == ""
    assert heard.log_probability > -0.5
    assert heard.audio_seconds == 3.0
    assert heard.compute_seconds > 0


def test_facts_and_no_hub(ear: Whisper) -> None:
    facts = ear.facts()
    assert (facts.multilingual, facts.threads, facts.test_ear) == (True, 1, True)
    assert facts.compute_type.startswith("int8")
    assert os.environ["HF_HUB_OFFLINE"] == "1"


@pytest.mark.parametrize("seconds", [0.1, 0.3, 1.0, 29.99, 30.0])
@pytest.mark.parametrize("crop", [True, False])
def test_any_length_in_both_windows(whisper_folder_made: Path, seconds: float, crop: bool) -> None:
    ear = load(WhisperOptions(str(whisper_folder_made), threads=1, crop=crop))
    assert ear.transcribe(noise(seconds)).text == SENTENCE


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(RATE), np.full(RATE, 1e-5), noise(0.05)])
def test_silence_is_not_even_asked_about(ear: Whisper, samples: Samples) -> None:
    heard = ear.transcribe(samples.astype(np.float32))
    assert (heard.text, heard.suppressed) == ("", "silence")


@pytest.mark.parametrize("samples", [np.ones(RATE), np.full(RATE, np.nan), np.full(RATE, 1e30)])
def test_sound_that_is_none(ear: Whisper, samples: Samples) -> None:
    ear.transcribe(samples.astype(np.float32))


def test_longer_than_a_window_is_a_bug(ear: Whisper) -> None:
    with pytest.raises(ValueError, match="window"):
        ear.transcribe(noise(30.5))


def test_the_language_is_kept_and_another_one_believed(ear: Whisper) -> None:
    code, probability = ear.detect_language(noise(2.0))
    assert code in {"es", "en"}
    assert probability > 0.5
    heard = ear.transcribe(noise(2.0), language="")
    assert (heard.language, heard.language_probability) == pytest.approx((code, probability))
    asked = "en" if code == "es" else "es"
    assert ear.transcribe(noise(2.0), language=asked).language == code, "the model is sure of another one"
    assert ear.transcribe(noise(1.0), language=asked).language == asked, "too short to tell"


def test_hints_of_any_length(whisper_folder: Path) -> None:
    (whisper_folder / "garita.json").unlink()
    ear = load(WhisperOptions(str(whisper_folder), threads=1, crop=True))
    ear.transcribe(noise(1.0), hot_words="Cartagena, aguardiente, " * 300, before="Buenos días. " * 300)


def test_a_test_ear_is_given_no_hints(ear: Whisper) -> None:
    assert ear.transcribe(noise(1.0), hot_words="Colombia", before="Buenas.").text == SENTENCE


class StopAfter(Stop):
    """Wants to stop at the ``count``-th look."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._left = count

    def wanted(self) -> bool:
        self._left -= 1
        return self._left <= 0


@pytest.mark.parametrize("count", [1, 2])
def test_cancelled_between_its_steps(ear: Whisper, count: int) -> None:
    stopped = Whisper(ear._folder, ear._model, 1, True, StopAfter(count))
    with pytest.raises(Cancelled):
        stopped.transcribe(noise(1.0))


def test_times_are_never_decoded(ear: Whisper) -> None:
    """A model that begins with a time makes faster-whisper's own loop endless; here it cannot."""
    first_time = ear._model.hf_tokenizer.token_to_id("<|0.00|>")
    assert set(range(first_time, ear._folder.vocabulary)) <= set(ear._suppressed)


def damage_tokenizer(folder: Path) -> None:
    path = folder / "tokenizer.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"type":"BPE"', '"type":"BPF"').replace(
        '"type": "BPE"', '"type": "BPF"'), encoding="utf-8")  # fmt: skip


def rename_a_variable(folder: Path) -> None:
    path = folder / "model.bin"
    path.write_bytes(path.read_bytes().replace(b"encoder/conv2/weight\0", b"encoder/conv9/weight\0", 1))


@pytest.mark.parametrize(
    ("damage", "file"), [(damage_tokenizer, "tokenizer.json"), (rename_a_variable, "model.bin")]
)  # fmt: skip
def test_what_only_loading_shows(whisper_folder: Path, damage: Callable[[Path], None], file: str) -> None:
    damage(whisper_folder)
    with pytest.raises(RecogniserInvalid) as caught:
        load(WhisperOptions(str(whisper_folder), threads=1))
    assert caught.value.facts["file"] == file
