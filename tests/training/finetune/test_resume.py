"""A run that is stopped, killed or cut off goes on as if nothing had happened; a finished one is left alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("trl")

import torch

from garita.errors import TrainingRefused
from garita.training.finetune import job
from garita.training.finetune.checkpoints import last_whole
from garita.training.finetune.recipe import FinetuneRecipe
from garita.training.long_run import Report
from tests.training.finetune import tiny

CHANGES: dict[str, Any] = {"lora__dropout": 0.2, "sft__schedule": "cosine", "sft__warmup": 0.3, "sft__accumulation": 2}


class StopAfter:
    """Sends this process a signal once so many updates are reported."""

    def __init__(self, steps: int, number: signal.Signals) -> None:
        self.steps, self.number, self.sent = steps, number, False

    def __call__(self, report: Report) -> None:
        if report.steps >= self.steps and not self.sent:
            self.sent = True
            os.kill(os.getpid(), self.number)


@pytest.fixture(scope="module")
def whole(base: Path, dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight updates at one go, with a dropout that draws at random, and a rate that changes all the time."""
    output = tmp_path_factory.mktemp("whole")
    assert job.run(recipe(base, dataset, output), base)
    return output


def recipe(base: Path, dataset: Path, output: Path) -> FinetuneRecipe:
    return tiny.recipe(base, dataset, output, sft__steps=8, **CHANGES)


def same(output: Path, whole: Path) -> None:
    """The same weights, the same log but for the time, a whole curve."""
    ours, theirs = tiny.weights(output), tiny.weights(whole)
    assert ours.keys() == theirs.keys()
    assert max(float((ours[name] - theirs[name]).abs().max()) for name in ours) < 1e-5
    curves = [(folder / "curve.csv").read_text(encoding="utf-8").splitlines() for folder in (output, whole)]
    assert len(curves[0]) == len(curves[1]) == 5
    measured = [[one for one in tiny.log(folder) if one.held_out_loss is not None] for folder in (output, whole)]
    for one, other in zip(*measured, strict=True):
        assert (one.step, one.tokens) == (other.step, other.tokens)
        assert one.held_out_loss == pytest.approx(other.held_out_loss, abs=1e-4)
    seconds = [one.seconds for one in tiny.log(output)]
    assert seconds == sorted(seconds)


def test_stopped_twice_it_ends_with_the_same_adapter(base: Path, dataset: Path, tmp_path: Path, whole: Path) -> None:
    made = recipe(base, dataset, tmp_path)
    for steps, number in ((2, signal.SIGINT), (4, signal.SIGTERM)):
        stopped = job.run(made, base, on_progress=StopAfter(steps, number))
        assert stopped is not None
        assert not stopped.finished
        assert steps <= stopped.steps <= steps + 1
        assert tiny.log(tmp_path)[-1].step == stopped.steps
        assert not (tmp_path / "adapter").exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    steps_seen: list[int] = []
    last = job.run(made, base, on_progress=lambda report: steps_seen.append(report.steps))
    assert last is not None
    assert last.finished
    assert min(steps_seen) > stopped.steps
    losses = [one.step for one in tiny.log(tmp_path) if one.loss is not None]
    assert losses == sorted(set(losses))
    same(tmp_path, whole)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_killed_it_goes_on_from_its_checkpoint(base: Path, dataset: Path, tmp_path: Path, whole: Path) -> None:
    """SIGKILL as soon as the second checkpoint begins to be there; another process goes on. Imports take seconds."""
    output = tmp_path / "out"
    file = tmp_path / "recipe.json"
    file.write_bytes(msgspec.json.encode(recipe(base, dataset, output)))
    code = (
        "import sys, msgspec; from pathlib import Path; from garita.training.finetune import job, recipe; "
        "job.run(msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=recipe.FinetuneRecipe), Path(sys.argv[2]))"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(file), str(base)])
    while not (output / "checkpoints" / "checkpoint-4").exists():
        assert process.poll() is None
        time.sleep(0.005)
    process.kill()
    process.wait()
    begun = last_whole(output / "checkpoints")
    assert begun is not None
    steps: list[int] = []
    last = job.run(recipe(base, dataset, output), base, on_progress=lambda report: steps.append(report.steps))
    assert last is not None
    assert last.finished
    assert min(steps) > begun.steps
    same(output, whole)


def cut(name: str) -> Callable[[Path], object]:
    """The last third of a file is not on the disk."""
    return lambda folder: os.truncate(folder / name, (folder / name).stat().st_size * 2 // 3)


HALF_WRITTEN: dict[str, Callable[[Path], object]] = {
    "no state": lambda folder: (folder / "trainer_state.json").unlink(),
    "half a state": cut("trainer_state.json"),
    "no adapter": lambda folder: (folder / "adapter_model.safetensors").unlink(),
    "half an adapter": cut("adapter_model.safetensors"),
    "half an optimiser": cut("optimizer.pt"),
    "no optimiser": lambda folder: (folder / "optimizer.pt").unlink(),
    "an empty schedule": lambda folder: (folder / "scheduler.pt").write_bytes(b""),
    "nothing": lambda folder: [path.unlink() for path in folder.iterdir()],
}


@pytest.mark.parametrize("how", HALF_WRITTEN)
def test_a_half_written_checkpoint_is_none(how: str, whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole / "checkpoints", tmp_path / "checkpoints")
    found = last_whole(tmp_path / "checkpoints")
    assert found is not None
    assert found[:3] == (8, tmp_path / "checkpoints" / "checkpoint-8", True)
    HALF_WRITTEN[how](found.path)
    before = last_whole(tmp_path / "checkpoints")
    assert before is not None
    assert before[:3] == (6, tmp_path / "checkpoints" / "checkpoint-6", False)
    assert not found.path.exists()


def test_no_checkpoint_is_none(tmp_path: Path) -> None:
    assert last_whole(tmp_path) is None


def test_cut_off_while_saving_it_goes_on_from_the_one_before(
    base: Path, dataset: Path, tmp_path: Path, whole: Path
) -> None:
    """Killed in the last save: neither the adapter nor the checkpoint is whole, and part of an adapter lies there."""
    made = moved(whole, tmp_path)
    HALF_WRITTEN["half an adapter"](tmp_path / "checkpoints" / "checkpoint-8")
    shutil.move(tmp_path / "adapter", tmp_path / "adapter.partial")
    (tmp_path / "adapter.partial" / "words.txt").unlink()
    steps: list[int] = []
    assert job.run(made, base, on_progress=lambda report: steps.append(report.steps))
    assert set(steps) == {8}
    assert not (tmp_path / "adapter.partial").exists()
    same(tmp_path, whole)


def test_killed_between_last_checkpoint_and_adapter_it_writes_the_adapter(
    base: Path, dataset: Path, tmp_path: Path, whole: Path
) -> None:
    made = moved(whole, tmp_path)
    shutil.rmtree(tmp_path / "adapter")
    job.run(made, base)
    same(tmp_path, whole)


def moved(whole: Path, output: Path) -> FinetuneRecipe:
    """A copy of the whole run as if it had always been there."""
    shutil.copytree(whole, output, dirs_exist_ok=True)
    made = msgspec.json.decode((whole / "recipe.json").read_bytes(), type=FinetuneRecipe)
    made = msgspec.structs.replace(made, output=str(output))
    (output / "recipe.json").write_bytes(msgspec.json.encode(made))
    return made


def test_a_finished_run_is_left_alone(base: Path, dataset: Path, whole: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in whole.rglob("*")}
    assert job.run(recipe(base, dataset, whole), base) is None
    assert {path: path.stat().st_mtime_ns for path in whole.rglob("*")} == before


@pytest.mark.parametrize("changes", [{"sft__rate": 0.5}, {"lora__r": 5}, {"sft__steps": 9}])
def test_another_recipe_in_the_same_folder_is_refused(
    changes: dict[str, Any], base: Path, dataset: Path, whole: Path
) -> None:
    other = tiny.recipe(base, dataset, whole, **{"sft__steps": 8, **CHANGES, **changes})
    with pytest.raises(TrainingRefused, match="another recipe"):
        job.run(other, base)


def worsening(base: Path, dataset: Path, output: Path) -> FinetuneRecipe:
    """A few updates help and the rest harms, so early stopping ends it."""
    return tiny.recipe(
        base, dataset, output, sft__steps=200, sft__rate=0.3, checks__every=2, checks__patience=3,
        lora__modules_to_save=("embed_tokens",),
    )  # fmt: skip


def test_how_long_early_stopping_has_waited_is_kept(base: Path, dataset: Path, tmp_path: Path) -> None:
    """Stopped when measurements were worse, it does not begin to wait anew; and the best is kept all the same."""
    at_once, stopped = worsening(base, dataset, tmp_path / "at once"), worsening(base, dataset, tmp_path / "stopped")
    job.run(at_once, base)
    last = tiny.log(tmp_path / "at once")[-1].step
    for steps in (last - 4, last - 2):
        job.run(stopped, base, on_progress=StopAfter(steps, signal.SIGINT))
    job.run(stopped, base)
    assert tiny.log(tmp_path / "stopped")[-1].step == last
    ours, theirs = tiny.weights(tmp_path / "stopped"), tiny.weights(tmp_path / "at once")
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_a_full_disk_keeps_what_was_saved(base: Path, dataset: Path, tmp_path: Path, whole: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(report: Report) -> None:
        if report.steps == 4:
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))  # beyond that every write fails

    try:
        with pytest.raises(TrainingRefused, match=r"cannot be written: .*large"):
            job.run(recipe(base, dataset, tmp_path), base, on_progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    begun = last_whole(tmp_path / "checkpoints")
    assert begun is not None
    assert begun.steps == 2
    assert job.run(recipe(base, dataset, tmp_path), base)
    same(tmp_path, whole)


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
@pytest.mark.parametrize("size", [50, 500, 15_000])
def test_a_disk_that_is_full_from_the_start_is_told(size: int, base: Path, dataset: Path, tmp_path: Path) -> None:
    """No room for the recipe, for the rows, for a checkpoint."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(TrainingRefused, match=r"cannot be written: .*large"):
            job.run(recipe(base, dataset, tmp_path), base)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (tmp_path / "adapter").exists()
