"""Layers follow free memory, and there is always a reason when the device is not used."""

from __future__ import annotations

import pytest

from garita.engines.gpu import GpuPlan, plan

GB = 1024**3
CARD = [("card", 8 * GB)]


@pytest.mark.parametrize(
    ("wanted", "built_in", "devices", "needed", "expected"),
    [
        (-1, True, CARD, 4 * GB, GpuPlan(33, "")),
        (-1, True, CARD, 16 * GB, GpuPlan(14, "partly")),
        (-1, True, [("card", GB // 4)], 4 * GB, GpuPlan(0, "too_little_memory")),
        (10, True, CARD, 64 * GB, GpuPlan(10, "partly")),
        (99, True, CARD, 64 * GB, GpuPlan(33, "")),
        (0, True, CARD, 4 * GB, GpuPlan(0, "switched_off")),
        (-1, False, [], 4 * GB, GpuPlan(0, "build_without_gpu")),
        (-1, True, [], 4 * GB, GpuPlan(0, "no_device")),
    ],
)
def test_plan(wanted: int, built_in: bool, devices: list[tuple[str, int]], needed: int, expected: GpuPlan) -> None:
    assert plan(wanted, built_in, devices, 32, needed) == expected


def test_two_cards_share() -> None:
    assert plan(-1, True, CARD * 2, 32, 12 * GB) == GpuPlan(33, "")
