"""The log and the curve of a fine-tune: whole after any number of stops, and never in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("trl")

from garita.errors import TrainingRefused
from garita.training.curve import Point
from garita.training.finetune import job, watch
from garita.training.finetune.watch import Entry
from tests.training.finetune import tiny


def test_a_point_has_the_mean_of_the_last_training_losses() -> None:
    losses = [Entry(step, 10 * step, float(step), loss=float(step)) for step in range(1, 8)]
    measured = Entry(7, 70, 8.0, held_out_loss=2.5)
    assert list(watch.points([*losses, measured])) == [Point(70, 8.0, 5.0, 2.5)]


def test_a_measurement_before_any_training_is_no_point() -> None:
    assert list(watch.points([Entry(0, 0, 0.0, held_out_loss=2.5)])) == []


def test_a_loss_gone_astray_ends_the_run_before_anything_of_it_is_saved(
    base: Path, dataset: Path, tmp_path: Path
) -> None:
    steps: list[int] = []
    made = tiny.recipe(base, dataset, tmp_path, sft__steps=40, sft__rate=1e30, checks__every=40)
    with pytest.raises(TrainingRefused, match="the loss is no number"):
        job.run(made, base, on_progress=lambda report: steps.append(report.steps))
    assert steps == []
    assert list((tmp_path / "checkpoints").glob("checkpoint-*")) == []


def test_the_last_update_is_reported_whatever_the_checks_say(base: Path, dataset: Path, tmp_path: Path) -> None:
    assert job.run(tiny.recipe(base, dataset, tmp_path, sft__steps=5, checks__every=4), base)
    losses = [one.step for one in tiny.log(tmp_path) if one.loss is not None]
    measured = [one.step for one in tiny.log(tmp_path) if one.held_out_loss is not None]
    assert losses == measured == [4, 5]


@pytest.mark.parametrize("content", [b"{", b'{"step": "one"}\n', b"\xff\n", b""])
def test_a_damaged_log_costs_the_picture_and_not_the_run(
    content: bytes, base: Path, dataset: Path, tmp_path: Path
) -> None:
    (tmp_path / "log.jsonl").write_bytes(content)
    assert job.run(tiny.recipe(base, dataset, tmp_path, sft__steps=1), base)
    assert [one.step for one in tiny.log(tmp_path)] == [1, 1]
    assert len((tmp_path / "curve.csv").read_text(encoding="utf-8").splitlines()) == 2
