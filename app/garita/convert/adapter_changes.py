"""What an adapter changes, as values: the one language between the readers of adapters and the merge.

A change names its target as the adapter does: a module of transformers ("model.layers.0.self_attn.q_proj") for PEFT, a
tensor ("blk.0.attn_q.weight") for llama.cpp's own adapters. Its numbers stay in the file and are read by rows, in
float32. Knows nothing of base models: whether shapes fit is for the merge to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from garita.errors import AdapterRefused

Parameter = Literal["weight", "bias"]
Space = Literal["module", "tensor"]


@dataclass(frozen=True)
class Values:
    """A matrix or vector of an adapter's file. ``read(start, stop)`` gives rows (of a vector: values) as float32.

    Every value read is checked: ``rows`` raises AdapterRefused where one is NaN or infinite.
    """

    name: str
    shape: tuple[int, ...]
    path: Path
    read: Callable[[int, int], np.ndarray] = field(repr=False, compare=False)

    def rows(self, start: int, stop: int) -> np.ndarray:
        """The rows from ``start`` up to ``stop``, shape (stop - start, ...)."""
        values = self.read(start, stop)
        if not np.isfinite(values).all():
            raise AdapterRefused(path=str(self.path), problem=f"{self.name} holds NaN or infinity")
        return values

    def whole(self) -> np.ndarray:
        """All of it; for what is known to be small."""
        return self.rows(0, self.shape[0])

    def part(self, start: int, stop: int) -> Values:
        """The rows from ``start`` up to ``stop`` as values of their own."""
        return Values(
            self.name, (stop - start, *self.shape[1:]), self.path, lambda i, j: self.read(start + i, start + j)
        )


@dataclass(frozen=True)
class LowRank:
    """Adds ``scale · b @ a`` to a matrix that maps ``in`` values to ``out``; LoRA (arXiv 2106.09685).

    ``a`` is (rank, in), ``b`` is (out, rank), whatever way round the base stores its matrix; an embedding's matrix is
    (entries, width), so its out is the entries. ``bias`` (out): ``scale · bias`` is added to the module's bias.
    ``magnitude``: DoRA (arXiv 2402.09353): every row of the changed matrix gets this length, for an embedding every
    column (then it is (in,)); the length it had is that of base + scale · b @ a, before any other adapter.
    """

    target: str
    a: Values
    b: Values
    scale: float
    bias: Values | None = None
    magnitude: Values | None = None
    is_embedding: bool = False


@dataclass(frozen=True)
class StackedLowRank:
    """Adds ``scale · b[e] @ a[e]`` to every matrix e of a stack (the experts of a mixture).

    ``factors[e]`` is (a, b). For PEFT ``parameter`` names the module's parameter ("gate_up_proj"), and the product is
    for the matrix as transformers stores it, (out, in), when ``product`` is "out_in"; for "in_out" it is its
    transpose; "unknown" (the adapter does not say by which version it was made): only the shapes can tell, and a
    square matrix must be refused. llama.cpp's adapters are always "out_in".
    """

    target: str
    parameter: str
    factors: tuple[tuple[Values, Values], ...]
    scale: float
    product: Literal["out_in", "in_out", "unknown"] = "out_in"


@dataclass(frozen=True)
class Replacement:
    """Takes the place of a module's weight or bias, in the orientation in which transformers stores it."""

    target: str
    parameter: Parameter
    values: Values


@dataclass(frozen=True)
class ReplacedRows:
    """Takes the place of some rows of an embedding: ``values`` is (len(indices), width)."""

    target: str
    indices: tuple[int, ...]
    values: Values


@dataclass(frozen=True)
class Fingerprint:
    """The base's own values as the adapter saw them: they must be the base's, else it is another base."""

    target: str
    parameter: Parameter
    values: Values


Change = LowRank | StackedLowRank | Replacement | ReplacedRows | Fingerprint


@dataclass(frozen=True)
class Adapter:
    """One adapter: where it is from and all it changes, in the order of the names of its tensors.

    ``space`` says what the targets name. ``weight`` (the user's factor) is already in every ``scale``. ``sha256`` is
    that of the weights' file. ``ensure_weight_tying``: what it does to the embedding holds for a tied output as well.
    ``base`` is the base's name as the adapter tells it, "" where it does not. ``architecture`` is llama.cpp's name of
    it in a GGUF adapter, "" for PEFT. ``files`` are all files that were read.
    """

    path: Path
    files: tuple[Path, ...]
    kind: str
    space: Space
    changes: tuple[Change, ...]
    sha256: str
    weight: float = 1.0
    rank: int = 0
    alpha: float = 0.0
    base: str = ""
    architecture: str = ""
    version: str = ""
    ensure_weight_tying: bool = False
