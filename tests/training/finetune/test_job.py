"""A fine-tune learns what its recipe says, writes all it promises, and the same seed gives the same adapter."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("trl")

import torch
from safetensors.torch import load_file

from garita.roleplay import heard
from garita.training.data import conversation_line
from garita.training.data.conversation_line import ConversationLine
from garita.training.data.folder import split_file
from garita.training.finetune import job
from garita.training.finetune.recipe import FinetuneRecipe
from garita.training.long_run import Report
from garita.training.spoken_words import spoken_words
from tests.training.finetune import tiny

EMBEDDING = "embed_tokens.weight"


@pytest.fixture(scope="module")
def tuned(base: Path, dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Report]]:
    """Sixty updates at a high rate, the embedding as well."""
    output, reports = tmp_path_factory.mktemp("tuned"), list[Report]()
    made = tiny.recipe(
        base, dataset, output, sft__steps=60, sft__rate=0.02, checks__every=20, lora__modules_to_save=("embed_tokens",)
    )
    last = job.run(made, base, on_progress=reports.append)
    assert last == reports[-1]
    return output, reports


def run(base: Path, dataset: Path, output: Path, **changes: Any) -> Report:
    last = job.run(tiny.recipe(base, dataset, output, **changes), base)
    assert last is not None
    return last


def config(output: Path) -> dict[str, Any]:
    return dict(json.loads((output / "adapter" / "adapter_config.json").read_text(encoding="utf-8")))


def test_loss_falls_on_what_was_never_learned(tuned: tuple[Path, list[Report]]) -> None:
    _, reports = tuned
    assert reports[-1].finished
    assert reports[-1].steps == 60
    assert reports[-1].share_done == 1.0
    first = next(one.held_out_loss for one in reports if not math.isnan(one.held_out_loss))
    assert reports[-1].held_out_loss < 0.7 * first < 0.7 * math.log(tiny.ENTRIES)
    assert [one.tokens for one in reports] == sorted(one.tokens for one in reports)
    assert all(one.tokens_per_second > 0 for one in reports)


def test_all_that_is_promised_is_there(tuned: tuple[Path, list[Report]], base: Path) -> None:
    output, _ = tuned
    names = {path.name for path in output.iterdir()}
    assert names == {"adapter", "checkpoints", "curve.csv", "curve.svg", "log.jsonl", "recipe.json", "tokens"}
    adapter = {path.name for path in (output / "adapter").iterdir()}
    assert adapter >= {"adapter_config.json", "adapter_model.safetensors", "tokenizer.json", "words.txt"}
    recipe = msgspec.json.decode((output / "recipe.json").read_bytes(), type=FinetuneRecipe)
    assert (recipe.base, recipe.sft.steps) == (str(base), 60)
    losses = [one for one in tiny.log(output) if one.loss is not None]
    measured = [one for one in tiny.log(output) if one.held_out_loss is not None]
    assert [one.step for one in losses] == [10, 20, 30, 40, 50, 60]
    assert [one.step for one in measured] == [20, 40, 60]
    rows = (output / "curve.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + len(measured)
    assert (output / "curve.svg").read_text(encoding="utf-8").startswith("<svg")


def test_the_words_are_those_of_the_conversations_that_were_learned(
    tuned: tuple[Path, list[Report]], dataset: Path
) -> None:
    words = (tuned[0] / "adapter" / heard.FILE_NAME).read_text(encoding="utf-8").split()
    learned = conversation_line.load(split_file(dataset, "train"))
    assert words == spoken_words(line.messages for line in learned)
    assert "bienvenido" in words


def test_tokens_are_counted_once(tuned: tuple[Path, list[Report]], dataset: Path) -> None:
    """One time over 92 conversations of up to 200 tokens is 46 updates of two."""
    entries = tiny.log(tuned[0])
    of_an_update = entries[-1].tokens / entries[-1].step
    assert 2 * 150 < of_an_update < 2 * 200


def test_an_embedding_learned_whole_changes_and_stays_the_output(tuned: tuple[Path, list[Report]], base: Path) -> None:
    saved = tiny.weights(tuned[0])
    (name,) = [one for one in saved if one.endswith(EMBEDDING)]
    before = load_file(base / "model.safetensors")["model.embed_tokens.weight"]
    assert (saved[name].float() - before).abs().max() > 0.05
    assert all(torch.equal(saved[one], saved[name]) for one in saved if "lm_head" in one)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(base: Path, dataset: Path, tmp_path: Path) -> None:
    seeds = {"one": 3, "again": 3, "other": 4}
    for name, seed in seeds.items():
        run(base, dataset, tmp_path / name, sft__seed=seed, sft__steps=2, lora__dropout=0.2)
    bytes_of = {name: (tmp_path / name / "adapter" / "adapter_model.safetensors").read_bytes() for name in seeds}
    assert bytes_of["one"] == bytes_of["again"] != bytes_of["other"]


def test_the_adapter_is_the_recipes(base: Path, dataset: Path, tmp_path: Path) -> None:
    run(
        base, dataset, tmp_path, sft__steps=2, lora__r=2, lora__alpha=6.0, lora__dropout=0.25, lora__rslora=True,
        lora__dora=True, lora__targets=("q_proj", "down_proj"),
    )  # fmt: skip
    told = config(tmp_path)
    assert (told["r"], told["lora_alpha"], told["lora_dropout"]) == (2, 6.0, 0.25)
    assert told["use_rslora"]
    assert told["use_dora"]
    assert sorted(told["target_modules"]) == ["down_proj", "q_proj"]
    saved = tiny.weights(tmp_path)
    assert {name.split(".")[-2 if name.endswith("vector") else -3] for name in saved} == {"q_proj", "down_proj"}
    assert any("lora_magnitude_vector" in name for name in saved)


def test_all_linear_layers_but_the_output(base: Path, dataset: Path, tmp_path: Path) -> None:
    run(base, dataset, tmp_path, sft__steps=1)
    layers = {name.split(".")[-3] for name in tiny.weights(tmp_path)}
    assert layers == {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"}


@pytest.mark.parametrize(
    ("schedule", "warmup", "expected"),
    [
        ("constant", 0.0, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
        ("constant", 0.5, [0.0, 0.25, 0.5, 0.75, 1.0, 1.0, 1.0, 1.0]),
        ("linear", 0.25, [0.0, 0.5, 1.0, 5 / 6, 4 / 6, 3 / 6, 2 / 6, 1 / 6]),
        ("cosine", 0.0, [(1 + math.cos(math.pi * done / 8)) / 2 for done in range(8)]),
    ],
)
def test_the_rate_follows_its_schedule(
    base: Path, dataset: Path, tmp_path: Path, schedule: str, warmup: float, expected: list[float]
) -> None:
    run(
        base, dataset, tmp_path, sft__steps=8, sft__schedule=schedule, sft__warmup=warmup, sft__batch=1,
        sft__max_length=80, checks__every=1, checks__conversations=1,
    )  # fmt: skip
    rates = [one.rate for one in tiny.log(tmp_path) if one.rate is not None]
    assert rates == pytest.approx([0.01 * share for share in expected])


def test_packed_rows_hold_several_conversations(base: Path, dataset: Path, tmp_path: Path) -> None:
    run(base, dataset, tmp_path, sft__packing=True, sft__batch=1, sft__max_length=800, sft__steps=2)
    (entry,) = [one for one in tiny.log(tmp_path) if one.loss is not None]
    assert 1400 < entry.tokens <= 1600


def test_accumulation_is_a_larger_batch(base: Path, dataset: Path, tmp_path: Path) -> None:
    """Whatever the conversations' lengths: an update's loss is the mean of all its tokens."""
    for name, batch, accumulation in (("four", 4, 1), ("two twice", 2, 2)):
        run(base, dataset, tmp_path / name, sft__steps=3, sft__batch=batch, sft__accumulation=accumulation)
    ours, theirs = (tiny.weights(tmp_path / name) for name in ("four", "two twice"))
    # Adam turns the smallest gradients, which are rounding, into whole steps: so most, not all
    same = torch.cat([(ours[name] - theirs[name]).abs().flatten() < 2e-3 for name in ours])
    assert same.float().mean() > 0.95
    entries = [[one for one in tiny.log(tmp_path / name) if one.loss] for name in ("four", "two twice")]
    assert [one.tokens for one in entries[0]] == [one.tokens for one in entries[1]]
    assert [one.loss for one in entries[0]] == pytest.approx([one.loss for one in entries[1]], rel=2e-3)


def test_activations_computed_again_change_nothing(base: Path, dataset: Path, tmp_path: Path) -> None:
    for name in (False, True):
        run(base, dataset, tmp_path / str(name), sft__steps=2, sft__checkpointing=name)
    kept, again = (tiny.log(tmp_path / str(name)) for name in (False, True))
    assert [one.loss for one in kept if one.loss] == pytest.approx([one.loss for one in again if one.loss], rel=1e-4)


def test_epochs_end_a_run_too(base: Path, dataset: Path, tmp_path: Path) -> None:
    last = run(base, dataset, tmp_path, sft__steps=None, sft__epochs=0.25, sft__batch=4, checks__every=50)
    learned: list[ConversationLine] = list(conversation_line.load(split_file(dataset, "train")))
    assert last.steps == math.ceil(len(learned) / 4 * 0.25)
    assert not math.isnan(last.held_out_loss)  # measured at the end, whatever the checks say


def test_whoever_gets_worse_is_stopped_and_the_best_is_kept(base: Path, dataset: Path, tmp_path: Path) -> None:
    """At such a rate a few updates help and the rest harms."""
    last = run(
        base, dataset, tmp_path, sft__steps=200, sft__rate=0.3, checks__every=2, checks__patience=3,
        lora__modules_to_save=("embed_tokens",),
    )  # fmt: skip
    assert last.finished
    assert last.steps < 200
    measured = {one.step: one.held_out_loss for one in tiny.log(tmp_path) if one.held_out_loss is not None}
    best = min(measured, key=lambda step: measured[step])
    assert last.steps == best + 3 * 2
    kept = load_file(tmp_path / "checkpoints" / f"checkpoint-{best}" / "adapter_model.safetensors")
    saved = tiny.weights(tmp_path)
    assert kept.keys() == saved.keys()
    assert all(torch.equal(kept[name], saved[name]) for name in kept)
