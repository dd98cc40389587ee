"""A run learns, goes on where it stopped without a trace, and refuses what it cannot do exactly."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import msgspec
import pytest
import torch

from garita.errors import TrainingRefused
from garita.roleplay import scenario_file
from garita.sound import Samples
from garita.training.ear import checkpoint, learn
from garita.training.ear.learn import Report
from garita.training.ear.recipe import EarRecipe
from garita.training.pretrain import Budget
from tests.training.ear.tiny import RECIPE, whistle

SCENARIOS = scenario_file.load_all()[:1]


def _run(folder: Path, steps: int, recipe: EarRecipe = RECIPE, reports: list[Report] | None = None) -> Report:
    seen: list[Report] = [] if reports is None else reports
    return learn.run(
        recipe,
        SCENARIOS,
        folder,
        Budget(steps=steps),
        read=whistle,
        on_progress=seen.append,
        seconds_between_reports=0.0,
    )


def test_both_losses_fall(tmp_path: Path) -> None:
    reports: list[Report] = []
    last = _run(tmp_path, 25, reports=reports)
    assert last.finished
    assert last.steps == 25
    assert last.utterances >= 25
    assert last.word_error > 0.0
    assert last.decoder_loss < reports[0].decoder_loss - 0.3
    assert last.helper_loss < reports[0].helper_loss - 0.05


class _Interrupting:
    """The whistle, and a report's listener, that ask this process to stop: at once, or after so many steps."""

    def __init__(self, steps: int | None) -> None:
        self._steps = steps

    def read(self, text: str, voice: str, variant: str, speed: float, pitch: int) -> Samples:
        if self._steps is None:
            signal.raise_signal(signal.SIGINT)
        return whistle(text, voice, variant, speed, pitch)

    def listen(self, report: Report) -> None:
        if report.steps == self._steps and not report.finished:
            signal.raise_signal(signal.SIGINT)


@pytest.mark.skipif(sys.platform == "win32", reason="signals there are others")
def test_a_signal_saves_and_the_run_goes_on_with_the_same_weights(tmp_path: Path) -> None:
    """Also where it comes before the first step, of a new run and of one that goes on."""
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    _run(whole, 7)
    for asked_at, expected in ((None, 0), (4, 4), (None, 4)):
        someone = _Interrupting(asked_at)
        stopped = learn.run(
            RECIPE, SCENARIOS, parts, Budget(steps=7), read=someone.read, on_progress=someone.listen,
            seconds_between_reports=0.0,
        )  # fmt: skip
        assert (stopped.steps, stopped.finished) == (expected, False)
    assert _run(parts, 7).finished
    ends = [checkpoint.load(folder) for folder in (whole, parts)]
    assert ends[0] is not None
    assert ends[1] is not None
    assert all(torch.equal(weight, ends[1].weights[name]) for name, weight in ends[0].weights.items())


class _PowerCut(Exception):
    """Nobody saves anything on the way down."""


def test_a_killed_run_goes_on_and_ends_with_the_same_weights(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    _run(whole, 7)

    def cut(report: Report) -> None:
        if report.steps == 5:
            raise _PowerCut

    with pytest.raises(_PowerCut):
        learn.run(
            RECIPE,
            SCENARIOS,
            parts,
            Budget(steps=7),
            read=whistle,
            on_progress=cut,
            seconds_between_saves=0.0,
            seconds_between_reports=0.0,
        )
    stopped = checkpoint.load(parts)
    assert stopped is not None
    assert stopped.progress.steps == 4
    _run(parts, 7)
    ends = [checkpoint.load(folder) for folder in (whole, parts)]
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0].weights.keys() == ends[1].weights.keys()
    assert all(torch.equal(weight, ends[1].weights[name]) for name, weight in ends[0].weights.items())


def test_another_recipe_and_damaged_checkpoints_are_refused(tmp_path: Path) -> None:
    _run(tmp_path, 1)
    other = msgspec.structs.replace(RECIPE, training=msgspec.structs.replace(RECIPE.training, rate=0.5))
    with pytest.raises(TrainingRefused, match="another recipe"):
        _run(tmp_path, 2, other)
    path = tmp_path / checkpoint.FILE
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(TrainingRefused, match="damaged"):
        _run(tmp_path, 2)


def test_an_output_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(TrainingRefused, match="cannot be written"):
        _run(tmp_path / "file", 1)
