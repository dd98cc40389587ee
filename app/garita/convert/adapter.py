"""Reads an adapter of either kind, and says which adapters cannot be merged together."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from garita.convert.adapter_changes import Adapter, Change, Fingerprint, LowRank, StackedLowRank
from garita.convert.adapter_gguf import read_gguf_adapter
from garita.convert.adapter_peft import read_peft
from garita.errors import AdapterRefused


def read_adapter(path: Path, weight: float = 1.0) -> Adapter:
    """The adapter at ``path``: a PEFT folder, its weights' or config's file, or llama.cpp's GGUF file.

    Raises:
        AdapterRefused, GgufInvalid: missing, damaged, or of a kind that cannot be merged exactly.
    """
    if not math.isfinite(weight) or weight == 0.0:
        raise AdapterRefused(path=str(path), problem=f"a weight of {weight}")
    if path.is_dir() or path.name.startswith("adapter_"):
        adapter = read_peft(path if path.is_dir() else path.parent, weight)
    else:
        adapter = read_gguf_adapter(path, weight)
    check_together([adapter])
    return adapter


def split_weight(text: str) -> tuple[Path, float]:
    """What the user wrote, "PLACE" or "PLACE:WEIGHT", taken apart; a place whose name has a colon wins.

    Raises:
        AdapterRefused: what follows the last colon is no number, and there is no such place.
    """
    place, colon, factor = text.rpartition(":")
    if not colon or not place or Path(text).exists():
        return Path(text), 1.0
    try:
        return Path(place), float(factor)
    except ValueError:
        return Path(text), 1.0


def check_together(adapters: Iterable[Adapter]) -> None:
    """Whether all of it can be merged at once: changes of one tensor may only be sums, whose order does not matter.

    DoRA in company is refused: PEFT's result then depends on the order of the adapters and on their dropout.

    Raises:
        AdapterRefused: two replace the same values, one changes what another replaces, or DoRA is not alone.
    """
    seen: dict[str, tuple[Adapter, Change]] = {}
    for adapter in adapters:
        for change in adapter.changes:
            for place in _places(change):
                other, before = seen.get(place, (None, None))
                if other is not None and before is not None and not (_adds(change) and _adds(before)):
                    raise AdapterRefused(path=str(adapter.path), problem=f"{place} is also changed by {other.path}")
                seen[place] = (adapter, change)


def _places(change: Change) -> list[str]:
    """The parameters that a change touches, and nobody else may replace."""
    if isinstance(change, Fingerprint):
        return []
    if isinstance(change, LowRank) and change.bias is not None:
        return [f"{change.target}.weight", f"{change.target}.bias"]
    return [f"{change.target}.{getattr(change, 'parameter', 'weight')}"]


def _adds(change: Change) -> bool:
    return isinstance(change, StackedLowRank) or (isinstance(change, LowRank) and change.magnitude is None)
