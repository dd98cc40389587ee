"""Where the parameters of a model of transformers lie in one base: tensors, rows, shapes.

Knows the architectures' allow-lists and one base's head; nothing of adapters and values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml
from garita.convert.architectures import ARCHITECTURES, Rule, StackRule
from garita.convert.changes import Span
from garita.convert.gguf_read import GgufFile, Tensor
from garita.convert.rows import Encoded
from garita.errors import ConversionRefused

_MATRIX_AS_VECTOR = ".ffn_gate_inp_shexp.weight"  # transformers has a matrix of one row


@dataclass(frozen=True)
class Part:
    """Rows of one tensor that are rows of a parameter; ``plus`` was added to every value on its way into the file."""

    tensor: str
    span: Span
    plus: float = 0.0


@dataclass(frozen=True)
class Place:
    """A parameter of a model: its shape and where it lies.

    Attributes:
        rows, columns: of the parameter as (out, in), for a stack of matrices the rows of all; a vector has one column.
        stack: how many matrices there are; 0: it is one matrix or vector.
        transposed: transformers stores it as (in, out).
        parts: the tensors that hold it.
        vector: it has one dimension.
    """

    rows: int
    columns: int
    parts: tuple[Part, ...]
    stack: int = 0
    transposed: bool = False
    vector: bool = False


class Layout:
    """Finds the places of a base's parameters.

    Raises:
        ConversionRefused: its architecture is not supported; the message names those that are.
    """

    def __init__(self, base: GgufFile) -> None:
        self.base = base
        if base.architecture not in ARCHITECTURES:
            known = ", ".join(f"{name} ({one.title})" for name, one in ARCHITECTURES.items())
            name = base.architecture or "no architecture"
            raise ConversionRefused(path=str(base.path), problem=f"{name} is not supported; supported are: {known}")
        self.architecture = ARCHITECTURES[base.architecture]

    @property
    def stored_output(self) -> bool:
        """Whether the output has a matrix of its own."""
        return "output.weight" in self.base.tensors

    def canonical(self, module: str) -> str:
        """A module's name without what only wrappers of the model add."""
        for prefix in self.architecture.prefixes:
            if module.startswith(prefix):
                return "model." + module.removeprefix(prefix)
        return "lm_head" if module == "language_model.lm_head" and self.architecture.prefixes else module

    def parameter(self, module: str, parameter: str) -> Place | None:
        """The place of a module's parameter ("weight", "bias", "gate_up_proj" ...), None where there is none."""
        name = self.canonical(module)
        for stack in self.architecture.stacks:
            if parameter == stack.parameter and (found := _pattern(stack.module).fullmatch(name)):
                return self._stack(stack, found["n"])
        for rule in self.architecture.rules:
            if parameter in ("weight", "bias") and (found := _pattern(rule.module).fullmatch(name)):
                return self._place(rule, parameter, found.groupdict())
        return None

    def tensor(self, name: str) -> Place | None:
        """The place of a tensor that is named as in the file, None where the base has none of this name."""
        found = self.base.tensors.get(name)
        if found is None:
            return None
        rows, columns = view(name, found.shape)
        vector = columns == 1 and len(found.shape) < 2
        stack = found.shape[0] if len(found.shape) == 3 else 0
        return Place(rows, columns, (Part(name, Span(0, np.arange(rows))),), stack, vector=vector)

    def shape(self, tensor: str) -> tuple[int, ...] | None:
        """The shape of a tensor the base has, or would have: an untied output, a bias that is read where it is."""
        if found := self.base.tensors.get(tensor):
            return found.shape
        stem, _, parameter = tensor.rpartition(".")
        if tensor == "output.weight" and self.architecture.may_untie:
            return self.base.tensors["token_embd.weight"].shape if "token_embd.weight" in self.base.tensors else None
        weight = self.base.tensors.get(f"{stem}.weight")
        return weight.shape[:1] if parameter == "bias" and weight and self._may_have_bias(stem) else None

    def _may_have_bias(self, stem: str) -> bool:
        general = re.sub(r"^blk\.\d+\.", "blk.{n}.", stem)
        return any(rule.stem == general and rule.new_bias for rule in self.architecture.rules)

    def _place(self, rule: Rule, parameter: str, numbers: dict[str, str]) -> Place | None:
        tensor = f"{rule.stem.format(**numbers)}.{parameter}"
        if (shape := self.shape(tensor)) is None:
            return None
        plus = rule.plus if parameter == "weight" else 0.0
        if expert := numbers.get("e"):
            return self._expert(tensor, shape, int(expert))
        rows, columns = view(tensor, shape)
        vector = columns == 1 and len(shape) < 2
        order = rule.order(self.base, int(numbers.get("n", 0)), rows)
        transposed = rule.transposed and not vector
        return Place(rows, columns, (Part(tensor, Span(0, order), plus),), transposed=transposed, vector=vector)

    def _expert(self, tensor: str, shape: tuple[int, ...], expert: int) -> Place | None:
        if len(shape) != 3 or expert >= shape[0]:
            return None
        _, rows, columns = shape
        return Place(rows, columns, (Part(tensor, Span(expert * rows, np.arange(rows))),))

    def _stack(self, rule: StackRule, layer: str) -> Place | None:
        tensors = [f"{stem.format(n=layer)}.weight" for stem in rule.stems]
        shapes = [self.base.tensors[name].shape for name in tensors if name in self.base.tensors]
        if len(shapes) != len(tensors) or len(set(shapes)) != 1 or len(shapes[0]) != 3:
            return None
        experts, rows, columns = shapes[0]
        numbers = np.arange(experts * rows * len(tensors)).reshape(experts, len(tensors), rows)
        parts = tuple(Part(name, Span(0, numbers[:, place].reshape(-1))) for place, name in enumerate(tensors))
        return Place(experts * rows * len(tensors), columns, parts, stack=experts)


def view(tensor: str, shape: tuple[int, ...]) -> tuple[int, int]:
    """Rows and columns of a tensor as its parameter's: a vector is one column, a stack of matrices all their rows."""
    if len(shape) < 2:
        one_row = tensor.endswith(_MATRIX_AS_VECTOR)
        return (1, shape[0]) if one_row else ((shape[0] if shape else 1), 1)
    return int(np.prod(shape[:-1])), shape[-1]


@cache
def _pattern(module: str) -> re.Pattern[str]:
    text = re.escape(module).replace(r"\{n\}", r"(?P<n>\d+)").replace(r"\{e\}", r"(?P<e>\d+)")
    return re.compile(text)


class _Column:
    """A vector looked at as a matrix of one column, so that its values can be changed and permuted like rows."""

    def __init__(self, tensor: Tensor) -> None:
        self.kind: GgmlType = tensor.kind
        self._content = tensor.rows(0, tensor.row_count)

    def rows(self, start: int, stop: int) -> bytes:
        width = ggml.row_bytes(self.kind, 1)
        return self._content[start * width : stop * width]


def as_rows(tensor: Tensor, *, vector: bool) -> tuple[Encoded, int]:
    """A tensor to be read by rows, and their columns; a vector's rows are its values."""
    return (_Column(tensor), 1) if vector else (tensor, tensor.row_values)
