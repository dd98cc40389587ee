"""The loss for processors is trl's own, and so are its gradients: with padding, accumulation and packed rows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig
from torch.utils.data import DataLoader
from transformers import PrinterCallback
from trl import SFTConfig, SFTTrainer

from garita.training.data.tokenised import IGNORED
from garita.training.finetune import base_model, quiet, token_sets
from garita.training.finetune.token_sets import Part
from garita.training.finetune.trainer import ProcessorTrainer
from tests.training.finetune import tiny


def trainer_of(base: Path, dataset: Path, folder: Path, **arguments: Any) -> ProcessorTrainer:
    tokenizer = base_model.load_tokenizer(base, None)
    with quiet.libraries():
        made = ProcessorTrainer(
            model=base_model.load_model(base, tiny.recipe(base, dataset, folder)),
            args=SFTConfig(
                str(folder), per_device_train_batch_size=2, use_cpu=True, bf16=False, report_to="none",
                disable_tqdm=True, dataloader_pin_memory=False, max_length=500, **arguments,
            ),
            train_dataset=token_sets.rows(Part(dataset, "train", 200), tokenizer, base, folder / "tokens"),
            processing_class=tokenizer,
            peft_config=LoraConfig(r=4, target_modules="all-linear", init_lora_weights=False),
        )  # fmt: skip
    made.remove_callback(PrinterCallback)
    made.model.train()
    return made


def batch_of(trainer: ProcessorTrainer) -> dict[str, Any]:
    loader: DataLoader[Any] = DataLoader(trainer.train_dataset, batch_size=2, collate_fn=trainer.data_collator)
    return dict(next(iter(loader)))


def loss_and_gradient(
    trainer: ProcessorTrainer, kind: type[SFTTrainer], batch: dict[str, Any], count: int | None
) -> tuple[float, torch.Tensor]:
    trainer.model.zero_grad()
    loss = kind.compute_loss(trainer, trainer.model, dict(batch), num_items_in_batch=count)
    loss.backward()
    gradients = [one.grad.flatten() for one in trainer.model.parameters() if one.grad is not None]
    return loss.item(), torch.cat(gradients)


@pytest.mark.parametrize("packing", [False, True])
@pytest.mark.parametrize("count", [None, 400])  # alone, and as a part of an update of 400 tokens to learn
def test_loss_and_gradient_are_trls(
    base: Path, dataset: Path, tmp_path: Path, packing: bool, count: int | None
) -> None:
    trainer = trainer_of(base, dataset, tmp_path, packing=packing)
    batch = batch_of(trainer)
    assert packing or (batch["attention_mask"] == 0).any()  # one of the two is shorter
    loss, gradient = loss_and_gradient(trainer, ProcessorTrainer, batch, count)
    expected, expected_gradient = loss_and_gradient(trainer, SFTTrainer, batch, count)
    assert loss == pytest.approx(expected, abs=1e-4)
    assert torch.allclose(gradient, expected_gradient, atol=1e-4 * float(expected_gradient.abs().max()))


def test_in_a_packed_row_nobody_hears_the_conversation_before(base: Path, dataset: Path, tmp_path: Path) -> None:
    trainer = trainer_of(base, dataset, tmp_path, packing=True)
    batch = batch_of(trainer)
    (starts,) = (batch["position_ids"][0] == 0).nonzero(as_tuple=True)
    assert len(starts) > 2
    cuts = [*starts.tolist(), batch["input_ids"].shape[1]]
    alone = [
        {"input_ids": batch["input_ids"][:, start:end], "labels": batch["labels"][:, start:end],
         "attention_mask": torch.ones(1, end - start, dtype=torch.long)}
        for start, end in pairwise(cuts)
    ]  # fmt: skip
    losses = [ProcessorTrainer.compute_loss(trainer, trainer.model, one, num_items_in_batch=1) for one in alone]
    together = ProcessorTrainer.compute_loss(trainer, trainer.model, batch, num_items_in_batch=1)
    assert together.item() == pytest.approx(sum(one.item() for one in losses), rel=1e-5)


def test_only_the_personas_tokens_count(base: Path, dataset: Path, tmp_path: Path) -> None:
    """Other words for what the user says change the officer's chances, not what is counted."""
    trainer = trainer_of(base, dataset, tmp_path)
    batch = batch_of(trainer)
    with torch.no_grad():
        logits = trainer.model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).logits
    chances = logits.log_softmax(-1)
    said = [
        -chances[row, place - 1, token]
        for row, tokens in enumerate(batch["labels"].tolist())
        for place, token in enumerate(tokens)
        if token != IGNORED
    ]
    words = [token for tokens in batch["labels"].tolist() for token in tokens if token != IGNORED]
    text = trainer.processing_class.decode(words)
    assert "Bienvenido" in text
    assert "Me llamo" not in text
    loss = ProcessorTrainer.compute_loss(trainer, trainer.model, batch)
    assert loss.item() == pytest.approx(float(sum(said)) / len(said), abs=1e-4)


def test_a_batch_without_a_reply_costs_nothing(base: Path, dataset: Path, tmp_path: Path) -> None:
    trainer = trainer_of(base, dataset, tmp_path)
    batch = batch_of(trainer)
    batch["labels"] = torch.full_like(batch["labels"], IGNORED)
    assert ProcessorTrainer.compute_loss(trainer, trainer.model, batch).item() == 0.0
