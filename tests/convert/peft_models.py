"""Adapters of PEFT with random values on the small random models of ``bases``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import peft
import pytest
import torch

from tests.convert import bases
from tests.convert.bases import KINDS, Kind

LLAMA = KINDS["llama"]
PLAIN = {"r": 4, "lora_alpha": 6, "target_modules": ["q_proj", "v_proj", "down_proj"]}

# PEFT's advice about tied embeddings, and its use of what transformers is about to rename
QUIET = [
    pytest.mark.filterwarnings("ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing.*:FutureWarning"),
]


def adapted(kind: Kind, tied: bool, arguments: Mapping[str, object], seed: int = 11) -> peft.PeftModel:
    """A model with an adapter of random values."""
    model = peft.get_peft_model(kind.make(tied), peft.LoraConfig(task_type="CAUSAL_LM", **arguments)).eval()
    randomise(model, kind.noise, seed)
    return model


def randomise(model: peft.PeftModel, noise: float, seed: int) -> None:
    torch.manual_seed(seed)
    with torch.no_grad():
        for one in model.parameters():
            if one.requires_grad:
                one.add_(torch.randn_like(one) * noise)


def trained(kind: Kind, tied: bool, arguments: Mapping[str, object], folder: Path) -> np.ndarray:
    """Save an adapter with random values in ``folder``; the logits of the model that has it, unmerged."""
    model = adapted(kind, tied, arguments)
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text("---\n---\n")  # a card that is there spares PEFT from rendering its template
    model.save_pretrained(folder)
    return bases.logits_of(model)
