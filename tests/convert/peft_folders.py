"""PEFT adapters made without PEFT: a config and tensors, right or wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from garita.roleplay import heard

PREFIX = "base_model.model."
Q, K = "model.layers.0.self_attn.q_proj", "model.layers.0.self_attn.k_proj"
IN, OUT, RANK = 6, 8, 2


def values(*shape: int) -> np.ndarray:
    """Numbers that differ from tensor to tensor of different shapes."""
    return np.random.default_rng(shape).normal(size=shape).astype(np.float32)


def low_rank(module: str = Q, rank: int = RANK) -> dict[str, np.ndarray]:
    """The two factors of a module."""
    return {f"{module}.lora_A.weight": values(rank, IN), f"{module}.lora_B.weight": values(OUT, rank)}


def folder(
    path: Path, tensors: Mapping[str, np.ndarray], config: Mapping[str, object] | None = None, *, prefix: str = PREFIX
) -> Path:
    """A folder with these tensors and a config with these keys besides the usual ones."""
    path.mkdir(exist_ok=True)
    said = {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": RANK, "lora_alpha": 4, "peft_version": "0.21.2"}
    (path / "adapter_config.json").write_text(json.dumps(said | dict(config or {})), encoding="utf-8")
    save_file({f"{prefix}{name}": one for name, one in tensors.items()}, path / "adapter_model.safetensors")
    return path


def tuned(path: Path, words: bytes | None, width: int = 256) -> Path:
    """A small change of a model as wide as ``random_base.TINY``, with the list of words that tuning leaves there."""
    factors = {f"{Q}.lora_A.weight": values(RANK, width), f"{Q}.lora_B.weight": values(width, RANK)}
    folder(path, factors, {"target_modules": ["q_proj"]})
    if words is not None:
        (path / heard.FILE_NAME).write_bytes(words)
    return path
