"""Reads a PEFT adapter (adapter_config.json and adapter_model.safetensors) as a list of changes.

Every tensor of the file ends in exactly one change, or the adapter is refused and the tensor named: what PEFT would
leave aside without a word is refused as well. Source: what peft 0.21 saves (utils/save_and_load.py) and how its
layers use it (tuners/lora/layer.py, dora.py). Knows nothing of base models.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np

from garita.convert.adapter_changes import (
    Adapter,
    Change,
    Fingerprint,
    LowRank,
    Parameter,
    ReplacedRows,
    Replacement,
    StackedLowRank,
    Values,
)
from garita.convert.adapter_config import AdapterConfig, read_config
from garita.convert.safetensors import SafeTensors
from garita.errors import AdapterRefused, ConversionRefused

WEIGHTS_NAME, PICKLED_NAME = "adapter_model.safetensors", "adapter_model.bin"
_PREFIX = "base_model.model."
_LONGEST_NAME = 300  # letters of a tensor's name
_BASE_LAYER = ".base_layer"
# Endings of the tensors of a low-rank change. What an ending means is said where it is used.
_A, _B, _BIAS = "lora_A.weight", "lora_B.weight", "lora_B.bias"
_EMBEDDING_A, _EMBEDDING_B, _MAGNITUDE = "lora_embedding_A", "lora_embedding_B", "lora_magnitude_vector"
_LOW_RANK_ENDINGS = (_A, _B, _BIAS, _EMBEDDING_A, _EMBEDDING_B, _MAGNITUDE)
_TOKENS = "token_adapter.trainable_tokens_delta"
_EMBEDDINGS = ("embed_tokens", "wte", "embed_in")  # the input embedding's name in transformers' models
# Parameters of experts in the order in which transformers' classes define them and so PEFT wraps them, innermost first.
_WRAPPED_IN_ORDER = ("gate_up_proj", "down_proj")


def read_peft(folder: Path, weight: float = 1.0) -> Adapter:
    """The adapter in ``folder``; ``weight`` multiplies what it adds.

    Raises:
        AdapterRefused: something is missing, damaged, left over, or of a kind that cannot be merged exactly.
    """
    config = read_config(folder)
    path = _weights_path(folder)
    try:
        changes = tuple(_Reader(config, SafeTensors(path), path, weight).changes())
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except AdapterRefused:
        raise
    except ConversionRefused as error:
        raise AdapterRefused(**error.facts) from error
    except OSError as error:
        raise AdapterRefused(path=str(path), problem=error.strerror or str(error)) from error
    return Adapter(
        path=folder,
        files=(config.path, path),
        kind=config.kind,
        space="module",
        changes=changes,
        sha256=digest,
        weight=weight,
        rank=config.rank,
        alpha=config.alpha,
        base=config.base,
        version=config.version,
        ensure_weight_tying=config.ensure_weight_tying,
    )


def _weights_path(folder: Path) -> Path:
    path = folder / WEIGHTS_NAME
    if path.is_file():
        return path
    if (folder / PICKLED_NAME).is_file():
        raise AdapterRefused(path=str(folder / PICKLED_NAME), problem="a pickle may run any program; save safetensors")
    raise AdapterRefused(path=str(path), problem="no such file")


class _Reader:
    """Sorts the tensors by the module they belong to and makes changes of them."""

    def __init__(self, config: AdapterConfig, tensors: SafeTensors, path: Path, weight: float) -> None:
        self._config, self._tensors, self._path, self._weight = config, tensors, path, weight
        # the matrices of a stack lie interleaved in one tensor, which is read whole for each of them
        self._whole = lru_cache(maxsize=2)(tensors.__getitem__)
        self._parts: dict[str, dict[str, str]] = defaultdict(dict)  # module -> ending -> tensor
        self._others: dict[str, str] = {}  # tensor -> its name without the prefix

    def changes(self) -> Iterator[Change]:
        """All changes, in the order of the tensors' names.

        Raises:
            AdapterRefused: a tensor has no place, or lacks another one.
        """
        for name in sorted(self._tensors):
            self._sort(name)
        if not self._parts and not self._others:
            raise self._refused("there is no tensor in it")
        for module, parts in self._parts.items():
            yield self._low_rank(module, parts)
        for name, rest in self._others.items():
            yield self._other(name, rest)
        self._check_expected()

    def _refused(self, problem: str) -> AdapterRefused:
        return AdapterRefused(path=str(self._path), problem=problem)

    def _sort(self, name: str) -> None:
        rest = name.removeprefix(_PREFIX)
        if rest == name or len(name) > _LONGEST_NAME:
            raise self._refused(f"the tensor {name[:_LONGEST_NAME]} has no place")
        rest = rest.removesuffix(".weight") if rest.endswith(f".{_MAGNITUDE}.weight") else rest  # peft up to 0.8
        for ending in _LOW_RANK_ENDINGS:
            if rest.endswith(f".{ending}"):
                self._parts[rest.removesuffix(f".{ending}")][ending] = name
                return
        if ".lora_" in rest:
            raise self._refused(f"the tensor {name} has no place")
        self._others[name] = rest

    # --- values ---

    def _values(self, name: str, shape: tuple[int | None, ...]) -> Values:
        """A tensor that must have this shape, where None is any length but none."""
        found = self._tensors.shape(name)
        if len(found) != len(shape) or 0 in found or any(w not in (None, f) for w, f in zip(shape, found, strict=True)):
            wanted = tuple("any" if side is None else side for side in shape)
            raise self._refused(f"{name} is {found}, expected {wanted}")
        return Values(name, found, self._path, lambda start, stop: self._tensors.rows(name, start, stop))

    def _flipped(self, name: str, shape: tuple[int | None, ...]) -> Values:
        """The transpose of a matrix."""
        rows, columns = self._values(name, shape).shape
        return Values(name, (columns, rows), self._path, lambda start, stop: self._tensors.columns(name, start, stop))

    # --- low rank ---

    def _low_rank(self, module: str, parts: Mapping[str, str]) -> Change:
        config = self._config
        if parameter := self._parameter_of(module):
            return self._of_parameter(parameter, module, parts)
        is_embedding = _EMBEDDING_A in parts or _EMBEDDING_B in parts
        wanted = {_EMBEDDING_A, _EMBEDDING_B} if is_embedding else {_A, _B}
        wanted |= {_MAGNITUDE} if config.dora else set()
        wanted |= {_BIAS} if config.lora_bias and not is_embedding else set()
        self._check_parts(module, parts, wanted)
        rank = config.rank_of(module)
        if is_embedding:  # transformers keeps (entries, width), PEFT's product is (width, entries)
            a = self._flipped(parts[_EMBEDDING_B], (None, rank))
            b = self._flipped(parts[_EMBEDDING_A], (rank, None))
        else:
            a, b = self._values(parts[_A], (rank, None)), self._values(parts[_B], (None, rank))
        length = a.shape[1] if is_embedding else b.shape[0]
        return LowRank(
            target=module,
            a=a,
            b=b,
            scale=self._scale(module),
            bias=self._values(parts[_BIAS], (b.shape[0],)) if _BIAS in parts else None,
            magnitude=self._values(parts[_MAGNITUDE], (length,)) if _MAGNITUDE in parts else None,
            is_embedding=is_embedding,
        )

    def _check_parts(self, module: str, parts: Mapping[str, str], wanted: set[str]) -> None:
        if missing := sorted(wanted - set(parts)):
            raise self._refused(f"{module}.{missing[0]} is missing")
        if extra := sorted(set(parts) - wanted):
            raise self._refused(f"the tensor {parts[extra[0]]} has no place")
        if _MAGNITUDE in wanted and _BIAS in wanted:
            raise self._refused(f"{module} has both DoRA and lora_bias")
        if _MAGNITUDE in wanted and self._weight != 1.0:
            raise self._refused("DoRA has no weight other than 1")

    def _scale(self, module: str) -> float:
        return self._config.scale_of(module) * self._weight

    # --- parameters of modules that are no linear layers ---

    def _parameter_of(self, module: str) -> str:
        """The parameter ("layers.0.mlp.experts.gate_up_proj") that PEFT adapted under this name; "" for a module.

        Where several parameters of one module are adapted, PEFT wraps the module once for each, in their order in the
        model, and every wrapping adds ``.base_layer`` to the names of those inside.
        """
        owner = module
        while owner.endswith(_BASE_LAYER):
            owner = owner.removesuffix(_BASE_LAYER)
        names = {target.rpartition(".")[2] for target in self._config.target_parameters}
        adapted = sorted(name for name in names if self._is_target(f"{owner}.{name}"))
        if not adapted:
            return ""
        if len(adapted) > 1:
            if not set(adapted) <= set(_WRAPPED_IN_ORDER):
                raise self._refused(f"the order of the parameters {', '.join(adapted)} of {owner} is not known")
            adapted = [name for name in _WRAPPED_IN_ORDER if name in adapted]
        depth = module.count(_BASE_LAYER) - owner.count(_BASE_LAYER)
        if depth >= len(adapted):
            raise self._refused(f"{module} has no place among the target_parameters")
        return f"{owner}.{adapted[len(adapted) - 1 - depth]}"

    def _is_target(self, parameter: str) -> bool:
        return any(parameter == one or parameter.endswith(f".{one}") for one in self._config.target_parameters)

    def _of_parameter(self, parameter: str, module: str, parts: Mapping[str, str]) -> Change:
        """A change of a parameter: of a plain matrix, or of a stack of them, one for each expert."""
        if self._config.dora or self._config.lora_bias:
            raise self._refused("PEFT has no DoRA or lora_bias for target_parameters")
        self._check_parts(module, parts, {_A, _B})
        target, _, name = parameter.rpartition(".")
        rank = self._config.rank_of(parameter)
        a = self._values(parts[_A], (None, None))
        b = self._values(parts[_B], (None, a.shape[0]))
        count, left = divmod(a.shape[0], rank)
        if left or not count:
            raise self._refused(f"{a.name} is {a.shape}, expected a multiple of {rank} rows")
        if name == "weight":
            if count > 1:
                raise self._refused(f"{a.name} is {a.shape}, expected {(rank, a.shape[1])}")
            return LowRank(target, a, b, self._scale(parameter))
        factors = tuple((a.part(e * rank, (e + 1) * rank), self._every(b, count, e)) for e in range(count))
        return StackedLowRank(target, name, factors, self._scale(parameter), _product(self._config.version))

    def _every(self, values: Values, count: int, first: int) -> Values:
        """Every ``count``-th column from ``first`` on: PEFT's B has the experts innermost."""
        name, whole = values.name, self._whole

        def read(start: int, stop: int) -> np.ndarray:
            return np.ascontiguousarray(whole(name)[start:stop, first::count])

        return Values(name, (values.shape[0], values.shape[1] // count), self._path, read)

    # --- the rest ---

    def _other(self, name: str, rest: str) -> Change:
        if rest.endswith(f".{_TOKENS}"):
            return self._rows(name, rest.removesuffix(f".{_TOKENS}"))
        module, _, ending = rest.rpartition(".")
        if not module or ending not in ("weight", "bias"):
            raise self._refused(f"the tensor {name} has no place")
        parameter: Parameter = "weight" if ending == "weight" else "bias"
        values = self._values(name, (None,) * max(len(self._tensors.shape(name)), 1))
        if module.endswith(_BASE_LAYER):
            module = module.removesuffix(_BASE_LAYER)
            if module not in self._parts:
                raise self._refused(f"the tensor {name} has no place")
            if parameter == "weight" or self._config.bias == "none":
                return Fingerprint(module, parameter, values)
        elif module in self._parts:  # PEFT would not find it: the adapted module's own are in its base_layer
            raise self._refused(f"the tensor {name} has no place")
        self._check_weight(name)
        return Replacement(module, parameter, values)

    def _check_weight(self, name: str) -> None:
        if self._weight != 1.0:
            raise self._refused(f"{name} replaces the base and has no weight but 1")

    def _rows(self, name: str, module: str) -> Change:
        """Rows of an embedding that were trained: whole rows, although their name says delta."""
        tokens = self._config.trainable_tokens
        key = next((key for key in tokens if _is_meant(module, key)), None)
        if key is None:
            raise self._refused(f"the tensor {name} has no place")
        self._check_weight(name)
        return ReplacedRows(module, tokens[key], self._values(name, (len(tokens[key]), None)))

    def _check_expected(self) -> None:
        """What the config announces must be there: PEFT would take the base's without a word."""
        modules = [*self._parts, *(rest.rpartition(".")[0] for rest in self._others.values())]
        for wanted in self._config.modules_to_save:
            if not any(f".{wanted}." in f".{module}." for module in modules):
                raise self._refused(f"{wanted} is missing, which modules_to_save announces")
        tokens = [rest.removesuffix(f".{_TOKENS}") for rest in self._others.values() if rest.endswith(_TOKENS)]
        for key in self._config.trainable_tokens:
            tied = self._config.ensure_weight_tying and tokens  # then PEFT saves the embedding's only
            if not tied and not any(_is_meant(module, key) for module in tokens):
                raise self._refused(f"{key or _TOKENS} is missing, which trainable_token_indices announces")


def _is_meant(module: str, key: str) -> bool:
    """Whether a key of trainable_token_indices ("": the input embedding) means this module."""
    return f".{module}".endswith(f".{key}") if key else module.rpartition(".")[2] in _EMBEDDINGS


def _product(version: str) -> Literal["out_in", "in_out", "unknown"]:
    """Which way round a stack's product lies: turned with PEFT 0.19."""
    numbers = version.split("+")[0].split("@")[0].split(".")
    if len(numbers) < 2 or not (numbers[0].isdigit() and numbers[1].isdigit()):
        return "unknown"
    return "out_in" if (int(numbers[0]), int(numbers[1])) >= (0, 19) else "in_out"
