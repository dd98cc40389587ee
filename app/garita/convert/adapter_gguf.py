"""Reads llama.cpp's own adapters, GGUF files of LoRA factors, as a list of changes of the base's tensors.

The rules are those of llama.cpp's run-time loader (llama-adapter.cpp): alpha 0 or missing means no division by the
rank, and an embedding's factors lie the other way round. Unlike it, norms are replaced (it skips them) and whatever
has no place is refused. Knows nothing of base models.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from garita.convert import ggml
from garita.convert.adapter_changes import (
    Adapter,
    Change,
    LowRank,
    Parameter,
    Replacement,
    StackedLowRank,
    Values,
)
from garita.convert.gguf_read import GgufFile, Tensor, open_gguf
from garita.errors import AdapterRefused

_A, _B = ".lora_a", ".lora_b"
_EMBEDDING = "token_embd.weight"
_ALORA = "adapter.alora.invocation_tokens"


def read_gguf_adapter(path: Path, weight: float = 1.0) -> Adapter:
    """The adapter in the file ``path``; ``weight`` multiplies what it adds.

    Raises:
        GgufInvalid: the file is damaged.
        AdapterRefused: it is no LoRA adapter, or something is missing or left over.
    """
    file = open_gguf(path)
    alpha = _alpha(file)
    changes = tuple(_Reader(file, alpha, weight).changes())
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return Adapter(
        path=path,
        files=file.paths,
        kind="LoRA",
        space="tensor",
        changes=changes,
        sha256=digest,
        weight=weight,
        rank=max((_rank(change) for change in changes), default=0),
        alpha=alpha,
        base=str(file.value("general.base_model.0.name") or ""),
        architecture=file.architecture,
    )


def _alpha(file: GgufFile) -> float:
    """The alpha of an adapter that can be merged."""
    kind = file.value("general.type", "model")
    if kind == "model":
        raise AdapterRefused(path=str(file.path), problem="is a model, not an adapter")
    if kind != "adapter" or file.value("adapter.type") != "lora":
        said = f"{kind}, {file.value('adapter.type')}"
        raise AdapterRefused(path=str(file.path), problem=f"is no LoRA adapter: it says {said[:80]}")
    if _ALORA in file.fields:
        raise AdapterRefused(path=str(file.path), problem=f"aLoRA ({_ALORA}) cannot be merged exactly")
    alpha = file.value("adapter.lora.alpha", 0.0)
    if not isinstance(alpha, float | int) or not abs(alpha) < 1e30:
        raise AdapterRefused(path=str(file.path), problem=f"the key adapter.lora.alpha is {alpha}")
    return float(alpha)


def _rank(change: Change) -> int:
    if isinstance(change, StackedLowRank):
        return change.factors[0][0].shape[0]
    return change.a.shape[0] if isinstance(change, LowRank) else 0


class _Reader:
    def __init__(self, file: GgufFile, alpha: float, weight: float) -> None:
        self._file, self._alpha, self._weight = file, alpha, weight

    def changes(self) -> Iterator[Change]:
        """All changes, in the order of the tensors' names."""
        pairs: dict[str, dict[str, Tensor]] = defaultdict(dict)
        others = []
        for name, tensor in sorted(self._file.tensors.items()):
            if not ggml.can_decode(tensor.kind):
                raise self._refused(f"tensors of type {tensor.kind.name} are not supported")
            if name.endswith((_A, _B)):
                pairs[name[: -len(_A)]][name[-len(_A) :]] = tensor
            else:
                others.append(tensor)
        if not pairs and not others:
            raise self._refused("there is no tensor in it")
        yield from (self._low_rank(target, pair) for target, pair in pairs.items())
        yield from (self._replacement(tensor) for tensor in others)

    def _refused(self, problem: str) -> AdapterRefused:
        return AdapterRefused(path=str(self._file.path), problem=problem)

    def _low_rank(self, target: str, pair: Mapping[str, Tensor]) -> Change:
        for ending in (_A, _B):
            if ending not in pair:
                raise self._refused(f"{target}{ending} is missing")
        a, b = pair[_A], pair[_B]
        if not (len(a.shape) == len(b.shape) and len(a.shape) in (2, 3)):
            raise self._refused(f"{a.name} is {a.shape} and {b.name} is {b.shape}")
        if len(a.shape) == 3:
            return self._stack(target, a, b)
        if target == _EMBEDDING:
            if a.shape[1] != b.shape[1]:
                raise self._refused(f"{a.name} is {a.shape} and {b.name} is {b.shape}")
            return LowRank(target, self._flipped(b), self._values(a), self._scale(b), is_embedding=True)
        if a.shape[0] != b.shape[1]:
            raise self._refused(f"{a.name} is {a.shape} and {b.name} is {b.shape}")
        return LowRank(target, self._values(a), self._values(b), self._scale(b))

    def _stack(self, target: str, a: Tensor, b: Tensor) -> Change:
        """One pair of factors for each matrix of a stack: a is (count, rank, in), b is (count, out, rank)."""
        if (a.shape[0], a.shape[1]) != (b.shape[0], b.shape[2]):
            raise self._refused(f"{a.name} is {a.shape} and {b.name} is {b.shape}")
        factors = tuple((self._matrix(a, number), self._matrix(b, number)) for number in range(a.shape[0]))
        return StackedLowRank(target, "weight", factors, self._scale(b))

    def _scale(self, b: Tensor) -> float:
        return self._weight * (self._alpha / b.shape[-1] if self._alpha else 1.0)

    def _replacement(self, tensor: Tensor) -> Change:
        """Whole tensors are written for norms, which were trained as they are."""
        parameter: Parameter = "bias" if tensor.name.endswith(".bias") else "weight"
        if not tensor.shape or not tensor.name.endswith((".weight", ".bias")):
            raise self._refused(f"the tensor {tensor.name} has no place")
        if self._weight != 1.0:
            raise self._refused(f"{tensor.name} replaces the base and has no weight but 1")
        values = self._values(tensor)
        if len(tensor.shape) > 1:
            return Replacement(tensor.name, parameter, values)
        vector = Values(values.name, tensor.shape, values.path, lambda start, stop: values.read(0, 1)[0, start:stop])
        return Replacement(tensor.name, parameter, vector)

    def _values(self, tensor: Tensor, first: int = 0, count: int | None = None) -> Values:
        """``count`` rows of a tensor from ``first`` on, as a matrix."""
        count = tensor.row_count if count is None else count

        def read(start: int, stop: int) -> np.ndarray:
            raw = np.frombuffer(tensor.rows(first + start, first + stop), np.uint8)
            return ggml.decode(tensor.kind, raw, tensor.row_values)

        return Values(tensor.name, (count, tensor.row_values), self._file.path, read)

    def _matrix(self, tensor: Tensor, number: int) -> Values:
        return self._values(tensor, number * tensor.shape[1], tensor.shape[1])

    def _flipped(self, tensor: Tensor) -> Values:
        """The transpose of a matrix of few columns."""
        whole = self._values(tensor).read

        def read(start: int, stop: int) -> np.ndarray:
            return np.ascontiguousarray(whole(0, tensor.row_count)[:, start:stop].T)

        return Values(tensor.name, tensor.shape[::-1], self._file.path, read)
