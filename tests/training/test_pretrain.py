"""A run learns, can be stopped and continued at any moment without a trace, and refuses what it cannot do exactly."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import torch
from safetensors.torch import load_file

from garita.errors import TrainingRefused
from garita.messages import ChatMessage
from garita.training import checkpoint, network, pretrain
from garita.training import tokenizer as chat_tokens
from garita.training.long_run import Report
from garita.training.pretrain import Budget
from garita.training.recipe import CorpusPlan, ModelSizes, Recipe, TokenizerPlan, TrainingPlan
from tests.training import toy

RECIPE = Recipe(
    model=ModelSizes(
        layers=1, width=32, feed_forward=64, heads=2, head_width=16, context=256, rope_theta=10000.0, norm_epsilon=1e-5
    ),
    tokenizer=TokenizerPlan(entries=300, conversations=30, word_cap=20),
    corpus=CorpusPlan(seed=3, window=8, together=1, held_out=4),
    training=TrainingPlan(
        seed=1,
        step_tokens=700,
        matrix_rate=0.02,
        rate=0.01,
        weight_decay=0.01,
        gradient_norm=1.0,
        warmup_steps=2,
        decay_share=0.3,
    ),
)


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "model" / "model.safetensors")


def _same(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]) -> bool:
    return first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)


def test_loss_falls_and_everything_is_written(tmp_path: Path) -> None:
    reports: list[Report] = []
    last = pretrain.run(
        RECIPE,
        toy.conversations,
        tmp_path,
        Budget(steps=40),
        on_progress=reports.append,
        seconds_between_saves=0.0,
        seconds_between_reports=0.0,
    )
    assert last.finished
    assert last.steps == 40
    assert last.held_out_loss < 0.6 * reports[1].held_out_loss
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    files = {"checkpoint.pt", "curve.csv", "curve.svg"}
    model = {"config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json", "words.txt"}
    assert {name for name in names if "garita-home" not in name} == files | {f"model/{name}" for name in model}
    assert len((tmp_path / "curve.csv").read_text().splitlines()) == 42


def test_the_tokenizer_may_be_learned_from_other_conversations(tmp_path: Path) -> None:
    def other(count: int, _seed: int) -> list[toy.ToyConversation]:
        return [toy.ToyConversation([ChatMessage(role="assistant", content="whisky kiwi")])] * count

    pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=1), vocabulary=other)
    learned = chat_tokens.load(tmp_path / "model").get_vocab()
    assert "whisky" in learned
    assert "agente" not in learned
    assert "bienvenido" in (tmp_path / "model" / "words.txt").read_text(encoding="utf-8").split()


class _StopAfter:
    """Sends this process a signal once so many steps are done, as a user or a shutdown would."""

    def __init__(self, steps: int, number: signal.Signals) -> None:
        self._steps, self._number = steps, number

    def __call__(self, report: Report) -> None:
        if report.steps == self._steps:
            os.kill(os.getpid(), self._number)


def test_a_stopped_and_continued_run_ends_with_the_same_weights(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    pretrain.run(RECIPE, toy.conversations, whole, Budget(steps=11))
    for steps, number in ((3, signal.SIGINT), (8, signal.SIGTERM)):
        stopped = pretrain.run(
            RECIPE,
            toy.conversations,
            parts,
            Budget(steps=11),
            on_progress=_StopAfter(steps, number),
            seconds_between_reports=0.0,
        )
        assert stopped.steps == steps
        assert not stopped.finished
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    pretrain.run(RECIPE, toy.conversations, parts, Budget(steps=11))
    assert _same(_weights(whole), _weights(parts))


def test_stopped_before_the_first_step_of_a_run_it_still_goes_on(tmp_path: Path) -> None:
    def interrupting(count: int, seed: int) -> Iterator[toy.ToyConversation]:
        signal.raise_signal(signal.SIGINT)
        return toy.conversations(count, seed)

    pretrain.run(
        RECIPE, toy.conversations, tmp_path, Budget(steps=5), on_progress=_StopAfter(2, signal.SIGINT),
        seconds_between_reports=0.0,
    )  # fmt: skip
    assert pretrain.run(RECIPE, interrupting, tmp_path, Budget(steps=5)).steps == 2
    assert pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=5)).finished


def _train_until_killed(folder: Path) -> None:
    pretrain.run(RECIPE, toy.conversations, folder, Budget(minutes=5), seconds_between_saves=0.0)


def test_a_killed_run_leaves_a_loadable_checkpoint(tmp_path: Path) -> None:
    child = multiprocessing.get_context("spawn").Process(target=_train_until_killed, args=(tmp_path,))
    child.start()
    deadline = time.monotonic() + 60
    while not (tmp_path / "checkpoint.pt").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.3)
    child.kill()
    child.join()
    model = network.build(RECIPE.model, 300, 3, 4, seed=9)
    saved = checkpoint.load(tmp_path, RECIPE, model)
    assert saved is not None
    before = saved[0].steps
    assert before > 0
    after = pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=before + 2))
    assert after.steps == before + 2


def test_another_recipe_and_damaged_checkpoints_are_refused(tmp_path: Path) -> None:
    pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=1))
    other = msgspec.structs.replace(RECIPE, training=msgspec.structs.replace(RECIPE.training, rate=0.5))
    with pytest.raises(TrainingRefused, match="another recipe"):
        pretrain.run(other, toy.conversations, tmp_path, Budget(steps=2))
    path = tmp_path / "checkpoint.pt"
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(TrainingRefused, match="damaged"):
        pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=2))


def test_an_output_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(TrainingRefused, match="cannot be written"):
        pretrain.run(RECIPE, toy.conversations, tmp_path / "file", Budget(steps=1))


def test_a_full_disk_keeps_the_checkpoint_before(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=1))
    before = (tmp_path / "checkpoint.pt").read_bytes()
    (tmp_path / "checkpoint.pt.partial").symlink_to("/dev/full")
    with pytest.raises(TrainingRefused, match="cannot be written"):
        pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(steps=2))
    assert (tmp_path / "checkpoint.pt").read_bytes() == before


def test_minutes_end_a_run_and_bring_the_rate_to_nothing(tmp_path: Path) -> None:
    last = pretrain.run(RECIPE, toy.conversations, tmp_path, Budget(minutes=0.02))
    assert last.finished
    assert last.seconds_left == pytest.approx(0.0, abs=1.0)


def test_schedule_warms_up_holds_and_falls() -> None:
    plan = RECIPE.training
    factors = [pretrain.rate_factor(step, share, plan) for step, share in ((0, 0.0), (2, 0.1), (9, 0.7), (9, 0.85))]
    assert factors == pytest.approx([1 / 3, 1.0, 1.0, 0.5])
    assert pretrain.rate_factor(9, 1.0, plan) == 0.0


def test_a_budget_without_an_end_is_no_budget() -> None:
    for nothing in (Budget, lambda: Budget(minutes=0), lambda: Budget(steps=-1)):
        with pytest.raises(ValueError, match="minutes or steps"):
            nothing()
