"""The adapter_config.json of a PEFT adapter: what of it changes the mathematics, and what cannot be merged.

PEFT's own rules (peft 0.21, tuners/lora): which scale and rank a module has, what the special kinds mean. A kind that
cannot be merged exactly is refused by its name, and so is every key that is not known here and is set to something.
Knows nothing of weights.
"""

from __future__ import annotations

import json
import math
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from garita.convert.source import Source
from garita.errors import AdapterRefused

FILE_NAME = "adapter_config.json"
_LARGEST = 4 * 1024 * 1024  # bytes
_LARGEST_RANK = 1_000_000
_LONGEST_PATTERN, _MOST_PATTERNS = 200, 5000
_MOST_REPETITIONS = 3  # in a pattern, so that matching a name ends soon

# Say nothing about the mathematics of a merged model: where to adapt, how to train, on what device.
_WITHOUT_EFFECT = {
    "auto_mapping", "base_model_name_or_path", "eva_config", "exclude_modules", "inference_mode", "layers_pattern",
    "layers_to_transform", "lora_dropout", "megatron_core", "peft_type", "peft_version", "qalora_group_size",
    "revision", "runtime_config", "target_modules", "task_type",
    "fan_in_fan_out",  # how the base stores its matrix, which the base itself tells
}  # fmt: skip
_READ = {
    "r", "lora_alpha", "rank_pattern", "alpha_pattern", "use_rslora", "use_dora", "lora_bias", "bias",
    "init_lora_weights", "modules_to_save", "trainable_token_indices", "target_parameters", "ensure_weight_tying",
}  # fmt: skip
# What a key means when it is set: kinds whose result is no weight, or whose base is not the one the user has.
_EXOTIC = {
    "alora_invocation_tokens": "aLoRA",
    "arrow_config": "Arrow",
    "corda_config": "CorDA",
    "kasa_config": "KaSA",
    "layer_replication": "layer_replication",
    "loftq_config": "LoftQ",
    "lora_ga_config": "LoRA-GA",
    "megatron_config": "Megatron",
    "monteclora_config": "MonteCLoRA",
    "use_bdlora": "BD-LoRA",
    "use_qalora": "QALoRA",
    "velora_config": "VeLoRA",
}
# Kinds of task whose adapters have no head of their own.
_TASKS = {"CAUSAL_LM", "FEATURE_EXTRACTION"}
# Beginnings of LoRA's matrices that leave the base as it was; the others (PiSSA, OLoRA, ...) take a part out of it.
_HARMLESS_BEGINNINGS = {"gaussian", "eva", "orthogonal", "mica"}


class Patterns(dict[str, float]):
    """Values by regular expressions for module names, as PEFT looks them up: the first key that matches wins.

    The first in the file, that is: PEFT sorts the keys when it saves, and reads them in that order again.
    """

    def __init__(self, values: Mapping[str, float]) -> None:
        super().__init__(values)
        self._expressions = {key: re.compile(_whole(key)) for key in values}

    def of(self, module: str, default: float) -> float:
        """The value for a module."""
        matching = (key for key, expression in self._expressions.items() if expression.match(module))
        return self.get(next(matching, module), default)


@dataclass(frozen=True)
class AdapterConfig:
    """What the weights mean. ``trainable_tokens`` maps a module's name (or "", the embedding) to token ids."""

    path: Path
    rank: int
    alpha: float
    rank_pattern: Patterns
    alpha_pattern: Patterns
    rs_lora: bool
    dora: bool
    lora_bias: bool
    bias: str
    modules_to_save: tuple[str, ...]
    trainable_tokens: Mapping[str, tuple[int, ...]]
    target_parameters: tuple[str, ...]
    ensure_weight_tying: bool
    base: str
    version: str

    def rank_of(self, module: str) -> int:
        """The rank of a module's matrices."""
        return int(self.rank_pattern.of(module, self.rank))

    def alpha_of(self, module: str) -> float:
        """The alpha of a module."""
        return self.alpha_pattern.of(module, self.alpha)

    def scale_of(self, module: str) -> float:
        """The factor of b @ a: alpha / rank, for rsLoRA alpha / √rank (arXiv 2312.03732)."""
        rank = self.rank_of(module)
        return self.alpha_of(module) / (math.sqrt(rank) if self.rs_lora else rank)

    @property
    def kind(self) -> str:
        """A name for people: "DoRA", "rsLoRA" or "LoRA"."""
        return ("rs" if self.rs_lora else "") + ("DoRA" if self.dora else "LoRA")


def read_config(folder: Path) -> AdapterConfig:
    """The config of the adapter in ``folder``.

    Raises:
        AdapterRefused: missing, no JSON, of a wrong shape, or of a kind that cannot be merged exactly.
    """
    path = folder / FILE_NAME
    said = _object(path)
    _refuse_exotic(path, said)
    return AdapterConfig(
        path=path,
        rank=_rank(path, "r", said.get("r", 8)),
        alpha=_number(path, "lora_alpha", said.get("lora_alpha", 8)),
        rank_pattern=_patterns(path, said, "rank_pattern", _rank),
        alpha_pattern=_patterns(path, said, "alpha_pattern", _number),
        rs_lora=_truth(path, said, "use_rslora"),
        dora=_truth(path, said, "use_dora"),
        lora_bias=_truth(path, said, "lora_bias"),
        bias=_bias(path, said),
        modules_to_save=_names(path, said, "modules_to_save"),
        trainable_tokens=_tokens(path, said.get("trainable_token_indices")),
        target_parameters=_names(path, said, "target_parameters"),
        ensure_weight_tying=_truth(path, said, "ensure_weight_tying"),
        base=str(said.get("base_model_name_or_path") or ""),
        version=str(said.get("peft_version") or ""),
    )


def _object(path: Path) -> dict[str, Any]:
    try:
        if Source.of(path).size > _LARGEST:
            raise AdapterRefused(path=str(path), problem=f"larger than {_LARGEST // 1024} KiB")
        said = json.loads(path.read_bytes())
    except OSError as error:
        raise AdapterRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise AdapterRefused(path=str(path), problem=f"is no JSON: {error}") from error
    if not isinstance(said, dict):
        raise AdapterRefused(path=str(path), problem="is no JSON object")
    return said


# --- what cannot be merged -----------------------------------------------------------------------------------------


def _refuse_exotic(path: Path, said: Mapping[str, Any]) -> None:
    if (kind := said.get("peft_type")) != "LORA":
        raise AdapterRefused(path=str(path), problem=f"adapters of type {_short(kind)} cannot be merged, only LORA")
    if (task := said.get("task_type")) is not None and str(task) not in _TASKS:
        raise AdapterRefused(path=str(path), problem=f"it is for {_short(task)}, not for a language model")
    for key, value in said.items():
        if not value or key in _WITHOUT_EFFECT or key in _READ:
            continue
        if key in _EXOTIC:
            raise AdapterRefused(path=str(path), problem=f"{_EXOTIC[key]} ({key}) cannot be merged exactly")
        raise AdapterRefused(path=str(path), problem=f"the unknown key {_short(key)} may change the mathematics")
    beginning = said.get("init_lora_weights", True)
    if type(beginning) is not bool and str(beginning) not in _HARMLESS_BEGINNINGS:
        name = _short(beginning)
        raise AdapterRefused(path=str(path), problem=f"{name} (init_lora_weights) changed the base; save it converted")


# --- values of the right shape -------------------------------------------------------------------------------------


def _wrong(path: Path, key: str, value: object) -> AdapterRefused:
    return AdapterRefused(path=str(path), problem=f"the key {key} is {_short(value)}")


def _short(value: object) -> str:
    try:
        return repr(value)[:80]
    except ValueError:  # a whole number of more digits than Python writes
        return type(value).__name__


def _rank(path: Path, key: str, value: object) -> int:
    if type(value) is not int or not 0 < value <= _LARGEST_RANK:
        raise _wrong(path, key, value)
    return value


def _number(path: Path, key: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < 1e30:
        raise _wrong(path, key, value)
    return float(value)


def _truth(path: Path, said: Mapping[str, Any], key: str) -> bool:
    value = said.get(key)
    if value is not None and type(value) is not bool:
        raise _wrong(path, key, value)
    return bool(value)


def _bias(path: Path, said: Mapping[str, Any]) -> str:
    if (value := said.get("bias") or "none") not in ("none", "all", "lora_only"):
        raise _wrong(path, "bias", value)
    return str(value)


def _names(path: Path, said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = said.get(key) or []
    if not (isinstance(value, list) and all(isinstance(name, str) for name in value)):
        raise _wrong(path, key, value)
    return tuple(value)


def _tokens(path: Path, value: object) -> dict[str, tuple[int, ...]]:
    found: dict[str, object] = value if isinstance(value, dict) else {"": value} if value else {}
    return {name: _ids(path, ids) for name, ids in found.items()}


def _ids(path: Path, value: object) -> tuple[int, ...]:
    if not (isinstance(value, list) and all(type(one) is int and 0 <= one < 2**31 for one in value)):
        raise _wrong(path, "trainable_token_indices", value)
    if len(set(value)) != len(value):
        raise _wrong(path, "trainable_token_indices", value)
    return tuple(value)


def _patterns(path: Path, said: Mapping[str, Any], key: str, checked: Callable[[Path, str, object], float]) -> Patterns:
    """The entries of a pattern; their keys are regular expressions from a file nobody here wrote."""
    value = said.get(key) or {}
    if not isinstance(value, dict) or len(value) > _MOST_PATTERNS:
        raise _wrong(path, key, value)
    for pattern in value:
        repetitions = len(re.findall(r"[*+?{]", pattern))
        if len(pattern) > _LONGEST_PATTERN or repetitions > _MOST_REPETITIONS or re.search(r"\)[*+{]", pattern):
            raise AdapterRefused(path=str(path), problem=f"the pattern {_short(pattern)} is too intricate")
    try:
        with warnings.catch_warnings(action="error"):
            return Patterns({pattern: checked(path, key, one) for pattern, one in value.items()})
    except (re.error, Warning, OverflowError, RecursionError) as error:
        raise AdapterRefused(path=str(path), problem=f"{key}: {error}") from error


def _whole(pattern: str) -> str:
    """The expression with which PEFT matches a module's name against a pattern's key."""
    return rf"(.*\.)?({pattern})$"
