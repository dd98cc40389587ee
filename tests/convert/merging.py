"""Shared by the tests of merging: plans and merges in a word, adapters spoiled, files compared. No torch."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import gguf
import numpy as np
from safetensors.numpy import load_file, save_file

from garita.convert import merge, plan, random_base
from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import Adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import Plan
from garita.convert.random_base import TINY


def planned(base: Path, adapters: Sequence[Path], kind: str = plan.KEEP, **more: object) -> Plan:
    return plan.make(open_gguf(base), [read_adapter(path) for path in adapters], kind, **more)


def merged(base: Path, adapters: Sequence[Path], out: Path, kind: str = plan.KEEP, **more: object) -> Path:
    return write(base, [read_adapter(path) for path in adapters], out, kind, **more)


def write(base: Path, adapters: Sequence[Adapter], out: Path, kind: str = plan.KEEP, **more: object) -> Path:
    made = plan.make(open_gguf(base), adapters, kind, **more)
    merge.run(made, out, merge.fields(made))
    return out


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
