"""Looks into a GGUF file or an adapter: what it is, what it holds, and whether it can be merged. Changes nothing.

The reports are plain values, ready for JSON. Reads heads, and of an adapter nothing but its tensors' shapes.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import Adapter, Change, LowRank, StackedLowRank
from garita.convert.adapter_config import FILE_NAME
from garita.convert.adapter_peft import WEIGHTS_NAME
from garita.convert.gguf_fields import Field, Value, ValueType
from garita.convert.gguf_read import GgufFile, open_gguf
from garita.convert.layout import Layout
from garita.convert.provenance import Provenance, read_provenance
from garita.convert.safetensors import SafeTensors
from garita.convert.source import is_folder
from garita.errors import AdapterRefused, ConversionRefused

_SHOWN_ITEMS = 8  # of an array
_TEMPLATE = "tokenizer.chat_template"


@dataclass(frozen=True)
class TensorReport:
    """One tensor; ``shape`` in numpy's order, ``kind`` the name of its type."""

    name: str
    shape: tuple[int, ...]
    kind: str


@dataclass(frozen=True)
class ModelReport:
    """A GGUF model. ``metadata`` has the first items of long arrays; ``problem``: why nothing can be merged into it."""

    path: Path
    files: tuple[Path, ...]
    file_bytes: int
    architecture: str
    name: str
    parameters: int
    metadata: dict[str, object] = field(repr=False)
    tensors: tuple[TensorReport, ...] = field(repr=False)
    chat_template: str = field(repr=False)
    provenance: Provenance | None
    problem: ConversionRefused | None

    @property
    def types(self) -> dict[str, int]:
        """How many tensors there are of each type."""
        return dict(Counter(tensor.kind for tensor in self.tensors))


@dataclass(frozen=True)
class ChangeReport:
    """One change: ``what`` is "low_rank", "dora", "stacked", "replacement", "rows" or "fingerprint"."""

    target: str
    what: str
    rank: int
    scale: float


@dataclass(frozen=True)
class AdapterReport:
    """An adapter; where it cannot be merged ``problem`` says why, and ``config`` is all that is known besides."""

    path: Path
    kind: str
    rank: int
    alpha: float
    base: str
    version: str
    sha256: str
    parameters: int
    changes: tuple[ChangeReport, ...] = field(repr=False)
    config: dict[str, object] = field(repr=False)
    problem: ConversionRefused | None


def inspect(path: Path) -> ModelReport | AdapterReport:
    """What is at ``path``: a GGUF model or adapter, or the folder of a PEFT adapter.

    Raises:
        ConversionRefused: it is neither, or damaged.
    """
    if is_folder(path) or path.name in (FILE_NAME, WEIGHTS_NAME):
        return _of_folder(path if is_folder(path) else path.parent)
    file = open_gguf(path)
    return _of_adapter_file(file) if file.value("general.type") == "adapter" else _of_model(file)


def _of_model(file: GgufFile) -> ModelReport:
    try:
        Layout(file)
        problem = None
    except ConversionRefused as error:
        problem = error
    return ModelReport(
        path=file.path,
        files=file.paths,
        file_bytes=sum(path.stat().st_size for path in file.paths),
        architecture=file.architecture,
        name=str(file.value("general.name") or file.path.stem),
        parameters=sum(math.prod(tensor.shape) for tensor in file.tensors.values()),
        metadata=_metadata(file),
        tensors=tuple(TensorReport(one.name, one.shape, one.kind.name) for one in file.tensors.values()),
        chat_template=str(file.value(_TEMPLATE) or ""),
        provenance=read_provenance(file),
        problem=problem,
    )


def _metadata(file: GgufFile) -> dict[str, object]:
    return {key: _shown(one) for key, one in file.fields.items() if key != _TEMPLATE}


def _shown(one: Field) -> Value:
    """A value; of a long array the first items, and how many there are."""
    if one.kind is not ValueType.ARRAY or one.count <= _SHOWN_ITEMS:
        return one.value
    return [*one.first(_SHOWN_ITEMS), f"… ({one.count} {one.item_kind.name})"]


# --- adapters ------------------------------------------------------------------------------------------------------


def _of_folder(folder: Path) -> AdapterReport:
    try:
        adapter = read_adapter(folder)
    except AdapterRefused as error:
        return _refused(folder, _config(folder, error), error)
    return _of_adapter(adapter, _config(folder, None))


def _of_adapter_file(file: GgufFile) -> AdapterReport:
    try:
        return _of_adapter(read_adapter(file.path), _metadata(file))
    except AdapterRefused as error:
        return AdapterReport(
            file.path, str(file.value("adapter.type")), 0, 0.0, "", "", "", 0, (), _metadata(file), error
        )


def _config(folder: Path, error: AdapterRefused | None) -> dict[str, object]:
    """What adapter_config.json says; where it cannot be read, the error that told so."""
    try:
        said = json.loads((folder / FILE_NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        facts = error.facts if error else {"path": str(folder / FILE_NAME), "problem": "is no JSON object"}
        raise ConversionRefused(**facts)  # to somebody who inspects it, merging is not the question
    return said


def _refused(folder: Path, config: dict[str, object], error: AdapterRefused) -> AdapterReport:
    try:
        tensors = SafeTensors(folder / WEIGHTS_NAME)
    except ConversionRefused:  # what is wrong with them was said before
        raise ConversionRefused(**error.facts) from error
    return AdapterReport(
        path=folder,
        kind=str(config.get("peft_type")),
        rank=0,
        alpha=0.0,
        base=str(config.get("base_model_name_or_path") or ""),
        version=str(config.get("peft_version") or ""),
        sha256="",
        parameters=sum(math.prod(tensors.shape(name)) for name in tensors),
        changes=(),
        config=config,
        problem=error,
    )


def _of_adapter(adapter: Adapter, config: dict[str, object]) -> AdapterReport:
    return AdapterReport(
        path=adapter.path,
        kind=adapter.kind,
        rank=adapter.rank,
        alpha=adapter.alpha,
        base=adapter.base,
        version=adapter.version,
        sha256=adapter.sha256,
        parameters=sum(_size(change) for change in adapter.changes),
        changes=tuple(_of_change(change) for change in adapter.changes),
        config=config,
        problem=None,
    )


def _of_change(change: Change) -> ChangeReport:
    if isinstance(change, LowRank):
        what = "low_rank" if change.magnitude is None else "dora"
        return ChangeReport(change.target, what, change.a.shape[0], change.scale)
    if isinstance(change, StackedLowRank):
        target = f"{change.target}.{change.parameter}"
        return ChangeReport(target, "stacked", change.factors[0][0].shape[0], change.scale)
    what = {"Replacement": "replacement", "ReplacedRows": "rows", "Fingerprint": "fingerprint"}[type(change).__name__]
    return ChangeReport(change.target, what, 0, 1.0)


def _size(change: Change) -> int:
    """How many numbers a change has."""
    if isinstance(change, LowRank):
        parts = [change.a, change.b, change.bias, change.magnitude]
    elif isinstance(change, StackedLowRank):
        parts = [part for pair in change.factors for part in pair]
    else:
        parts = [change.values]
    return sum(math.prod(part.shape) for part in parts if part is not None)
