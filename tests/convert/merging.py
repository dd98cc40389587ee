"""Shared by the tests of merging: adapters with random values, merges, llama.cpp's answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import gguf
import numpy as np
import peft
import pytest
import torch
from safetensors.numpy import load_file, save_file

from garita.convert import merge, plan, random_base
from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import Adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import Plan
from garita.convert.random_base import TINY
from tests.convert import bases
from tests.convert.bases import Kind

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
    model.save_pretrained(folder)
    return bases.logits_of(model)


def planned(base: Path, adapters: Sequence[Path], kind: str = plan.KEEP, **more: object) -> Plan:
    return plan.make(open_gguf(base), [read_adapter(path) for path in adapters], kind, **more)


def merged(base: Path, adapters: Sequence[Path], out: Path, kind: str = plan.KEEP, **more: object) -> Path:
    return write(base, [read_adapter(path) for path in adapters], out, kind, **more)


def write(base: Path, adapters: Sequence[Adapter], out: Path, kind: str = plan.KEEP, **more: object) -> Path:
    made = plan.make(open_gguf(base), adapters, kind, **more)
    merge.run(made, out, merge.fields(made))
    return out


def llama(models: Sequence[Path], folder: Path) -> list[np.ndarray]:
    """What llama.cpp says about bases.PROMPT, for each model."""
    request = folder / "request.json"
    request.write_text(json.dumps({"models": [str(path) for path in models], "prompt": bases.PROMPT}))
    subprocess.run([sys.executable, "-m", "tests.convert.llama_many", str(request)], check=True, timeout=120)
    return [np.load(path.with_suffix(".npy")) for path in models]


def distance(found: np.ndarray, expected: np.ndarray) -> float:
    return float(np.abs(found - expected).max() / np.abs(expected).max())


def change_config(folder: Path, **changes: object) -> None:
    path = folder / "adapter_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def change_weights(folder: Path, changes: Mapping[str, np.ndarray | None]) -> None:
    """Add or replace tensors by their ends, drop those that are None."""
    path = folder / "adapter_model.safetensors"
    held = load_file(path)
    for end, values in changes.items():
        names = [name for name in held if name.endswith(end)] or [f"base_model.model.{end}"]
        for name in names:
            held.pop(name, None)
            if values is not None:
                held[name] = values
    save_file(held, path)


def weights(folder: Path) -> dict[str, np.ndarray]:
    return load_file(folder / "adapter_model.safetensors")


def rename(folder: Path, old: str, new: str) -> None:
    """Replace the beginning of all tensors' names."""
    held = weights(folder)
    save_file({name.replace(old, new, 1): one for name, one in held.items()}, folder / "adapter_model.safetensors")


def random_pair(folder: Path, kind: str, strength: float = 0.01) -> tuple[Path, Path]:
    """A base whose rows K-quants fit, and an adapter whose change is about 4 x ``strength`` of the weights."""
    folder.mkdir(exist_ok=True)
    model = random_base.random_base(folder / f"{kind}.gguf", TINY, kind)
    return model, random_base.random_adapter(folder / "lora.gguf", TINY, strength=strength)


def content(path: Path) -> dict[str, tuple[str, bytes]]:
    """Type and bytes of every tensor."""
    return {one.name: (one.tensor_type.name, one.data.tobytes()) for one in gguf.GGUFReader(path).tensors}
