"""From a fine-tune to the officer's file: llama.cpp says with the merged GGUF what PEFT says with the adapter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest

pytest.importorskip("trl")

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from garita import cli
from garita.convert.export import export
from garita.convert.gguf_read import open_gguf
from garita.roleplay import heard
from garita.training.finetune import base_model, job, quiet, token_sets
from tests.convert import llama
from tests.training.finetune import tiny

TALK = [{"role": "user", "content": "De Lima."}, {"role": "assistant", "content": "Muy bien. ¿Cuántos días se queda?"}]


def with_adapter(base: Path, output: Path) -> Any:
    with quiet.libraries():
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
        return PeftModel.from_pretrained(model, output / "adapter").eval()


def logits(model: Any, ids: list[int]) -> np.ndarray:
    with torch.no_grad():
        return np.asarray(model(torch.tensor([ids])).logits[0].float().numpy())


@pytest.mark.parametrize(
    "changes",
    [
        {"lora__modules_to_save": ("embed_tokens",)},
        {"lora__rslora": True, "lora__dora": True, "lora__dropout": 0.1},
    ],
    ids=["embedding", "dora"],
)
def test_the_merged_file_says_what_the_adapter_says(
    changes: dict[str, Any], base: Path, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, plain, merged = tmp_path / "tuned", tmp_path / "base.gguf", tmp_path / "merged.gguf"
    assert job.run(tiny.recipe(base, dataset, output, sft__steps=20, sft__rate=0.02, checks__every=20, **changes), base)
    export(base, plain, "F32")
    arguments = ["--base", plain, "--adapter", output / "adapter", "--type", "F32", "--out", merged]
    monkeypatch.setattr("sys.argv", ["garita", "convert", "merge", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0

    ids = AutoTokenizer.from_pretrained(output / "adapter").apply_chat_template(TALK, return_dict=False)
    _, before = llama.answers(plain, prompt=ids)
    _, after = llama.answers(merged, prompt=ids)
    expected = logits(with_adapter(base, output), ids)
    assert np.abs(after - expected).max() < 1e-3
    assert np.abs(before - expected).max() > 0.1
    words = (output / "adapter" / heard.FILE_NAME).read_text(encoding="utf-8")
    assert open_gguf(merged).value(heard.METADATA_KEY) == words
    assert {one.name for one in gguf.GGUFReader(merged).tensors} == {one.name for one in gguf.GGUFReader(plain).tensors}


def test_the_adapter_is_what_was_measured(base: Path, dataset: Path, tmp_path: Path) -> None:
    """The held-out loss of the run's end is that of base and adapter, loaded again."""
    last = job.run(
        tiny.recipe(
            base, dataset, tmp_path, sft__steps=20, sft__rate=0.02, checks__every=20, sft__batch=1,
            lora__modules_to_save=("embed_tokens",),
        ),
        base,
    )  # fmt: skip
    assert last is not None
    model = with_adapter(base, tmp_path)
    losses = [float(loss_of(model, row)) for row in measured(base, dataset, tmp_path)]
    assert last.held_out_loss == pytest.approx(sum(losses) / len(losses), rel=0.01)  # bfloat16 where there is some


def measured(base: Path, dataset: Path, folder: Path) -> Any:
    tokenizer = base_model.load_tokenizer(base, None)
    return token_sets.rows(token_sets.Part(dataset, "validation", 200, 6), tokenizer, base, folder / "again")


def loss_of(model: Any, row: dict[str, list[int]]) -> torch.Tensor:
    with torch.no_grad():
        loss: torch.Tensor = model(torch.tensor([row["input_ids"]]), labels=torch.tensor([row["labels"]])).loss
    return loss
