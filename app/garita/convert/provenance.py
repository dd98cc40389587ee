"""What a converted file says about how it was made, in its metadata: base, adapters with their hashes and weights.

The keys ``general.base_model.*`` are the format's own; ``garita.convert.*`` hold what it has no keys for. A file merged
from a merged file keeps the earlier adapters in front of its own. Knows nothing of tensors' contents.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import gguf

from garita import __version__
from garita.convert.adapter_changes import Adapter
from garita.convert.gguf_fields import Field, ValueType, number, text
from garita.convert.gguf_read import GgufFile
from garita.convert.gguf_write import PlannedTensor

_OURS = "garita.convert"
_BASE_MODEL = "general.base_model"
_MOST_ADAPTERS = 1000  # that are read back from a file


@dataclass(frozen=True)
class MergedAdapter:
    """One adapter that went into a file. ``version`` is PEFT's, "" for a GGUF adapter."""

    name: str
    kind: str
    sha256: str
    weight: float
    rank: int
    alpha: float
    version: str


@dataclass(frozen=True)
class Provenance:
    """How a file was made: by which version of this program, from which base, with which adapters."""

    version: str
    base: str
    base_file: str
    adapters: tuple[MergedAdapter, ...]


def fields_of_result(
    base: GgufFile, adapters: Sequence[Adapter], tensors: Sequence[PlannedTensor], file_type: int | None
) -> dict[str, Field]:
    """The metadata of a converted file: the base's, byte for byte, but for what is no longer true.

    ``file_type`` is llama.cpp's number for the mix of types; None: the base's still holds.
    """
    fields = dict(base.fields)
    if file_type is not None:
        fields["general.file_type"] = number(ValueType.UINT32, file_type)
    if any(gguf.GGML_QUANT_SIZES[tensor.kind][0] > 1 for tensor in tensors):
        fields["general.quantization_version"] = number(ValueType.UINT32, gguf.GGML_QUANT_VERSION)
    if (label := _size_label(base, tensors)) is not None:
        fields["general.size_label"] = text(label)
    if adapters:
        fields = {key: field for key, field in fields.items() if not key.startswith(f"{_BASE_MODEL}.")}
        fields |= _parentage(base, adapters)
        fields |= _ours(base, adapters)
    return fields


def read_provenance(file: GgufFile) -> Provenance | None:
    """How the file was made, None where it does not say."""
    version = file.value(f"{_OURS}.version")
    count = file.value(f"{_OURS}.adapter.count", 0)
    if not isinstance(version, str) or type(count) is not int:
        return None
    return Provenance(
        version=version,
        base=_text(file, f"{_BASE_MODEL}.0.name"),
        base_file=_text(file, f"{_OURS}.base.file"),
        adapters=tuple(_read_adapter(file, index) for index in range(min(count, _MOST_ADAPTERS))),
    )


# --- writing -------------------------------------------------------------------------------------------------------


def _parentage(base: GgufFile, adapters: Sequence[Adapter]) -> dict[str, Field]:
    """The format's own keys: the file's name, and its base as the only parent."""
    name = _text(base, "general.name") or base.path.stem
    return {
        "general.name": text(" + ".join([name, *(adapter.path.stem or str(adapter.path) for adapter in adapters)])),
        f"{_BASE_MODEL}.count": number(ValueType.UINT32, 1),
        f"{_BASE_MODEL}.0.name": text(name),
        **{
            f"{_BASE_MODEL}.0.{part}": base.fields[f"general.{part}"]
            for part in ("author", "version", "organization", "url", "repo_url")
            if f"general.{part}" in base.fields
        },
    }


def _ours(base: GgufFile, adapters: Sequence[Adapter]) -> dict[str, Field]:
    before = read_provenance(base)
    first = len(before.adapters) if before else 0
    found = {
        f"{_OURS}.version": text(__version__),
        f"{_OURS}.base.file": text(base.path.name),
        f"{_OURS}.adapter.count": number(ValueType.UINT32, first + len(adapters)),
    }
    for index, adapter in enumerate(adapters, first):
        key = f"{_OURS}.adapter.{index}"
        found |= {
            f"{key}.name": text(adapter.path.name),
            f"{key}.kind": text(adapter.kind),
            f"{key}.sha256": text(adapter.sha256),
            f"{key}.weight": number(ValueType.FLOAT64, adapter.weight),
            f"{key}.rank": number(ValueType.UINT32, adapter.rank),
            f"{key}.alpha": number(ValueType.FLOAT64, adapter.alpha),
            f"{key}.version": text(adapter.version),
        }
    return found


def _size_label(base: GgufFile, tensors: Sequence[PlannedTensor]) -> str | None:
    """The new "1.1B", where the file had one and another number of weights makes it wrong; a mixture keeps its own."""
    label = _text(base, "general.size_label")
    before = sum(math.prod(tensor.shape) for tensor in base.tensors.values())
    after = sum(math.prod(tensor.shape) for tensor in tensors)
    if not label or "x" in label or before == after:
        return None
    return str(gguf.size_label(after, after, 0, 0))


# --- reading -------------------------------------------------------------------------------------------------------


def _read_adapter(file: GgufFile, index: int) -> MergedAdapter:
    key = f"{_OURS}.adapter.{index}"
    return MergedAdapter(
        name=_text(file, f"{key}.name"),
        kind=_text(file, f"{key}.kind"),
        sha256=_text(file, f"{key}.sha256"),
        weight=_number(file, f"{key}.weight"),
        rank=int(_number(file, f"{key}.rank")),
        alpha=_number(file, f"{key}.alpha"),
        version=_text(file, f"{key}.version"),
    )


def _text(file: GgufFile, key: str) -> str:
    value = file.value(key, "")
    return value if isinstance(value, str) else ""


def _number(file: GgufFile, key: str) -> float:
    value = file.value(key, 0.0)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0
