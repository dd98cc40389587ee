"""The pause is the student's own, moves slowly, waits for unfinished sentences, and survives broken files."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.audio import pauses
from garita.audio.pauses import DEFAULT, LONGEST, SHORTEST, PauseLearner, wants_more
from garita.audio.turns import SpeechBegan, SpeechResumed

_NOTHING = np.zeros(0, np.float32)


@pytest.mark.parametrize(
    "text",
    [
        "Vengo de",
        "vengo de...",
        "Quiero ir a la",
        "traigo ropa y",
        "es para mi",
        "Eh",
        "Pues, este",
        "no, pero",
        "Bueno,",
    ],
)
def test_an_unfinished_sentence_wants_more(text: str) -> None:
    assert wants_more(text)


@pytest.mark.parametrize(
    "text", ["", "Sí.", "No.", "Vengo de México.", "Dos", "Con él.", "¿Y tú?", "¿Qué?", "Para mí.", "¡!"]
)
def test_a_whole_one_does_not(text: str) -> None:
    assert not wants_more(text)


def test_it_begins_with_a_default() -> None:
    assert PauseLearner().seconds() == DEFAULT


def test_it_waits_longer_where_more_is_wanted() -> None:
    learner = PauseLearner()
    assert learner.seconds("Vengo de") > learner.seconds("Vengo de México.") + 0.5


def test_a_fluent_student_waits_less_and_a_slow_one_is_waited_for() -> None:
    fluent, slow = PauseLearner([0.3] * 60), PauseLearner([0.4, 0.6, 1.6, 1.8] * 15)
    assert fluent.seconds() < 0.6
    assert slow.seconds() > 1.6


def test_nine_of_ten_pauses_are_waited_for() -> None:
    own = np.random.default_rng(0).gamma(4.0, 0.3, 100).clip(0.2, 2.4)
    assert np.mean(own <= PauseLearner(own.tolist()).seconds()) == pytest.approx(0.9, abs=0.04)


def test_one_strange_pause_moves_little() -> None:
    learner = PauseLearner()
    learner.observe(2.4)
    assert learner.seconds() < DEFAULT + 0.25


def test_the_past_is_forgotten() -> None:
    learner = PauseLearner([2.0] * 100)
    for _ in range(100):
        learner.observe(0.4)
    assert learner.seconds() < 0.6


def test_a_fixed_pause_wins() -> None:
    assert PauseLearner([0.3] * 50, fixed=1.7).seconds("Vengo de") == 1.7


def test_it_learns_from_turns_and_from_turns_cut_too_early() -> None:
    learner = PauseLearner()
    for _ in range(30):
        learner.hear(SpeechResumed(0.5))
        learner.hear(SpeechBegan(_NOTHING, 0.0, silence_before=1.9))
        learner.hear(SpeechBegan(_NOTHING, 0.0, silence_before=None))
        learner.hear(SpeechBegan(_NOTHING, 0.0, silence_before=60.0))
        learner.hear(SpeechResumed(0.06))
    assert 1.6 < learner.seconds() <= 1.9


@given(st.lists(st.floats(-1, 100)))
def test_it_stays_within_its_bounds(observed: list[float]) -> None:
    learner = PauseLearner()
    for seconds in observed:
        learner.observe(seconds)
    assert SHORTEST <= learner.seconds() <= LONGEST


def test_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "pauses.json"
    learner = PauseLearner([0.3, 0.9, 1.25])
    learner.save(path)
    assert pauses.load(path).seconds() == learner.seconds()
    assert msgspec.json.decode(path.read_bytes()) == {"seconds": [0.3, 0.9, 1.25]}


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"seconds": ["a"]}', b'{"seconds": [-3]}', b'{"seconds": [1e9]}', b"\xff\x00"]
)
def test_a_broken_file_begins_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pauses.json"
    path.write_bytes(content)
    assert pauses.load(path).seconds() == DEFAULT


def test_a_missing_file_or_a_folder_begins_anew(tmp_path: Path) -> None:
    assert pauses.load(tmp_path / "none.json").seconds() == DEFAULT
    assert pauses.load(tmp_path).seconds() == DEFAULT
    assert pauses.load(tmp_path / "none.json", fixed=2.0).seconds() == 2.0
