"""The shipped ear hears what it is said to hear: fresh traveller sentences by the voices of its README."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from garita import paths
from garita.engines import whisper
from garita.engines.whisper import Whisper
from garita.engines.whisper_options import WhisperOptions
from garita.roleplay import scenario_file
from garita.training.ear import sentences
from garita.training.ear.judge import VOICES, judge
from garita.training.ear.speech import as_cut, spoken

FOLDER = paths.models() / "oido-de-prueba"
MOST_BYTES = 6_000_000


@pytest.fixture(scope="module")
def ear() -> Iterator[Whisper]:
    found = whisper.load(WhisperOptions(path=str(FOLDER), threads=1))
    yield found
    found.close()


def test_it_says_what_it_is_and_is_small(ear: Whisper) -> None:
    assert ear.facts().test_ear
    assert ear.facts().name == "synthetic-voice test ear"
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("voice", VOICES)
def test_fresh_sentences_are_heard(ear: Whisper, voice: str) -> None:
    fresh = sentences.held_out(scenario_file.load_all(), 4051, 12)
    verdict = judge(ear, fresh, (voice,))
    # a dozen sentences vary by several points around the word error in the README
    assert verdict.word_error <= 0.2, verdict.wrong


def test_short_answers_are_heard(ear: Whisper) -> None:
    answers = [found for text in ("sí", "no", "dos semanas") if (found := sentences.sentence(text))]
    verdict = judge(ear, answers, ("es", "es-419"))
    assert verdict.word_error == 0.0, verdict.wrong


def test_english_is_noticed_as_english(ear: Whisper) -> None:
    found = ear.transcribe(as_cut(spoken("Sorry, I don't understand.", "en-us")))
    assert (found.language, found.text) == ("en", "sorry i don t understand")
