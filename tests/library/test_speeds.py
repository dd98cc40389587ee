"""Speeds are kept by what a file is, newer ones count more, and damage is no loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import paths
from garita.library.speeds import Speeds
from garita.messages import Timings
from tests.library.test_gguf_facts import write_model


def answer(tokens: int, rate: float) -> Timings:
    return Timings(tokens_generated=tokens, generate_seconds=tokens / rate)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "m.gguf")


def test_a_measurement_is_found_again_also_after_a_rename(model: Path) -> None:
    assert Speeds().of(model) is None
    Speeds().note(model, answer(40, 20.0), threads=2)
    moved = model.rename(model.with_name("n.gguf"))
    speed = Speeds().of(moved)
    assert speed is not None
    assert (speed.threads, speed.rate) == (2, pytest.approx(20.0))
    assert Speeds().of(model) is None


def test_the_latest_number_of_threads_is_told(model: Path) -> None:
    speeds = Speeds()
    speeds.note(model, answer(40, 20.0), threads=2)
    speeds.note(model, answer(40, 11.0), threads=1)
    assert speeds.of(model).rate == pytest.approx(11.0)  # type: ignore[union-attr]


def test_older_answers_fade(model: Path) -> None:
    speeds = Speeds()
    for _ in range(100):
        speeds.note(model, answer(100, 10.0), threads=1)
    for _ in range(100):
        speeds.note(model, answer(100, 30.0), threads=1)
    assert speeds.of(model).rate == pytest.approx(30.0, rel=0.2)  # type: ignore[union-attr]


def test_a_word_or_two_say_nothing(model: Path) -> None:
    speeds = Speeds()
    speeds.note(model, answer(3, 500.0), threads=1)
    speeds.note(model, Timings(tokens_generated=90), threads=1)
    speeds.note(model.with_name("gone.gguf"), answer(40, 20.0), threads=1)
    assert speeds.of(model) is None
    assert not (paths.cache() / "speeds.json").exists()


def test_a_damaged_file_and_a_cache_that_cannot_be_written_are_no_loss(model: Path) -> None:
    paths.cache().mkdir(parents=True)
    file = paths.cache() / "speeds.json"
    file.write_text('{"a": 3}')
    Speeds().note(model, answer(40, 20.0), threads=2)
    assert Speeds().of(model) is not None
    blocked = Speeds(file / "below a file")
    blocked.note(model, answer(40, 20.0), threads=2)
    assert blocked.of(model) is None
