"""How many of a model's layers go to a graphics device. Pure arithmetic over facts that llama.cpp reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_RESERVE = 400 * 1024 * 1024
_SHARE = 0.9


@dataclass(frozen=True)
class GpuPlan:
    """``layers`` on the device; ``note`` is empty when all are, otherwise the key of the reason.

    Notes: ``switched_off``, ``build_without_gpu``, ``no_device``, ``too_little_memory``, ``partly``, ``load_failed``.
    """

    layers: int
    note: str


def plan(wanted: int, built_in: bool, devices: Sequence[tuple[str, int]], layers: int, needed_bytes: int) -> GpuPlan:
    """Choose the layers.

    Args:
        wanted: -1 for as many as fit, else a number of layers.
        built_in: whether the llama.cpp build knows graphics devices at all.
        devices: name and free bytes of each.
        layers: of the model; its output counts as one more.
        needed_bytes: weights and cache together.
    """
    if wanted == 0:
        return GpuPlan(0, "switched_off")
    if not built_in:
        return GpuPlan(0, "build_without_gpu")
    if not devices:
        return GpuPlan(0, "no_device")
    usable = sum(max(0, int(free * _SHARE) - _RESERVE) for _, free in devices)
    fitting = min(layers + 1, usable * (layers + 1) // max(1, needed_bytes))
    chosen = fitting if wanted < 0 else min(wanted, layers + 1)
    if chosen <= 0:
        return GpuPlan(0, "too_little_memory")
    return GpuPlan(chosen, "" if chosen == layers + 1 else "partly")
