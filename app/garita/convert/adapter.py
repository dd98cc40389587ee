"""Reads adapters of either kind, as the user names them, and says which cannot be merged together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from garita.convert.adapter_changes import Adapter, LowRank, StackedLowRank
from garita.convert.adapter_gguf import read_gguf_adapter
from garita.convert.adapter_peft import read_peft
from garita.convert.source import is_folder, is_there
from garita.errors import AdapterRefused


def read_adapters(named: Sequence[str]) -> tuple[Adapter, ...]:
    """The adapters that the user names as "PLACE" or "PLACE:WEIGHT", in this order.

    Raises:
        AdapterRefused, GgufInvalid: one is missing, damaged or of a kind that cannot be merged exactly, or they
            cannot be merged together.
    """
    adapters = tuple(read_adapter(*split_weight(one)) for one in named)
    check_together(adapters)
    return adapters


def read_adapter(path: Path, weight: float = 1.0) -> Adapter:
    """The adapter at ``path``: a PEFT folder, its weights' or config's file, or llama.cpp's GGUF file.

    Raises:
        AdapterRefused, GgufInvalid: missing, damaged, or of a kind that cannot be merged exactly.
    """
    if not math.isfinite(weight) or weight == 0.0:
        raise AdapterRefused(path=str(path), problem=f"a weight of {weight}")
    folder = peft_folder(path)
    return read_gguf_adapter(path, weight) if folder is None else read_peft(folder, weight)


def peft_folder(path: Path) -> Path | None:
    """The folder of a PEFT adapter, which its weights' or config's file names as well; None: it is a GGUF file."""
    if is_folder(path):
        return path
    return path.parent if path.name.startswith("adapter_") and path.suffix != ".gguf" else None


def split_weight(text: str) -> tuple[Path, float]:
    """What the user wrote, "PLACE" or "PLACE:WEIGHT", taken apart; a place whose name has a colon wins.

    Raises:
        AdapterRefused: the place is there, and what follows it is no number.
    """
    place, colon, factor = text.rpartition(":")
    if not colon or not place or is_there(Path(text)):
        return Path(text), 1.0
    try:
        return Path(place), float(factor)
    except ValueError:
        if is_there(Path(place)):
            raise AdapterRefused(path=place, problem=f"its weight {factor!r} is no number such as 0.5") from None
        return Path(text), 1.0


def check_together(adapters: Iterable[Adapter]) -> None:
    """Whether there is one right result: DoRA shares its matrix with no other adapter.

    With another one PEFT's result depends on the order of the adapters and on their dropout.

    Raises:
        AdapterRefused: an adapter changes what another one's DoRA changes.
    """
    seen: dict[str, tuple[Adapter, bool]] = {}
    for adapter in adapters:
        for change in adapter.changes:
            if not isinstance(change, LowRank | StackedLowRank):
                continue
            dora = isinstance(change, LowRank) and change.magnitude is not None
            other, other_dora = seen.get(change.target, (adapter, False))
            if other is not adapter and (dora or other_dora):
                problem = f"{change.target} is also changed by {other.path}, and DoRA must be alone"
                raise AdapterRefused(path=str(adapter.path), problem=problem)
            seen[change.target] = (adapter, dora)
