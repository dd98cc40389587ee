"""Finds for every change of every adapter the rows of the base it is for, and checks that it fits; or says no.

Every change is placed exactly once or refused by its name. What adapters do to an embedding that is also the output
follows PEFT's runtime: only one of the two uses changes, so the file gets a matrix for each. Reads no weights of the
base; an adapter's numbers are read when a tensor is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NoReturn

import numpy as np

from garita.convert import changes as rows
from garita.convert import tying
from garita.convert.adapter_changes import (
    Adapter,
    Change,
    Fingerprint,
    LowRank,
    ReplacedRows,
    Replacement,
    StackedLowRank,
    Values,
)
from garita.convert.changes import RowChange, Span
from garita.convert.ggml import Floats
from garita.convert.layout import Layout, Part, Place
from garita.convert.tying import EMBEDDING, OUTPUT
from garita.errors import AdapterRefused

_BOTH = "both uses of a tied embedding"

# Gives rows of a tensor of the base as float32; only a DoRA of an embedding asks, for its columns' lengths.
BaseRows = Callable[[int, int], Floats]


@dataclass(frozen=True)
class Placed:
    """One change of one tensor. ``build`` reads the adapter's numbers; ``takes_place``: the old values are gone."""

    adapter: Adapter
    target: str
    span: Span
    build: Callable[[BaseRows], RowChange]
    takes_place: bool = False


@dataclass(frozen=True)
class Check:
    """Rows of the base that must be the adapter's: ``expected(row numbers)`` of the parameter, in ``part``."""

    adapter: Adapter
    target: str
    part: Part
    values: Values
    transposed: bool
    vector: bool


@dataclass(frozen=True)
class Placement:
    """What happens to each tensor, in the order it is to be done; ``untied``: the output gets a matrix of its own."""

    changes: dict[str, tuple[Placed, ...]]
    checks: tuple[Check, ...]
    untied: bool


def place(layout: Layout, adapters: Sequence[Adapter], *, tied: bool) -> Placement:
    """Place all changes of ``adapters``; ``tied``: the base's output is its embedding, stored once or twice.

    Raises:
        AdapterRefused: a change has no place, does not fit, contradicts another one, or there is none at all.
    """
    found: dict[str, list[Placed]] = defaultdict(list)
    checks: list[Check] = []
    for adapter in adapters:
        for change, both in tying.once(layout, adapter, tied):
            if isinstance(change, Fingerprint):
                checks.append(_check(layout, adapter, change))
                continue
            for tensor, placed in _placed(layout, adapter, change):
                found[_BOTH if both else tensor].append(placed)
    if not found:
        raise AdapterRefused(path=", ".join(str(one.path) for one in adapters), problem="changes nothing")
    untied = _share_out(layout, found, tied)
    _check_contradictions(found)
    ordered = {name: tuple(sorted(some, key=lambda one: not one.takes_place)) for name, some in found.items()}
    return Placement(ordered, tuple(checks), untied)


def _share_out(layout: Layout, found: dict[str, list[Placed]], tied: bool) -> bool:
    """Give what is for both uses of an embedding to the tensors there will be; whether the output becomes one."""
    untied = tied and not layout.stored_output and bool(found.keys() & {EMBEDDING, OUTPUT})
    if untied and not layout.architecture.may_untie:
        adapter = next(some[0].adapter for name, some in found.items() if name in (EMBEDDING, OUTPUT))
        _refuse(adapter, "changes one use of a tied embedding, and llama.cpp cannot untie it here")
    if shared := found.pop(_BOTH, []):
        found[EMBEDDING] += shared
        if untied or layout.stored_output:
            found[OUTPUT] += shared
    return untied


def _check_contradictions(found: dict[str, list[Placed]]) -> None:
    """New values are the whole truth about their rows: nobody else may replace or change these."""
    for some in found.values():
        if not any(one.takes_place for one in some):
            continue
        for one, other in combinations(some, 2):
            if (one.takes_place or other.takes_place) and (one.adapter is not other.adapter or _both(one, other)):
                first, last = one.span.start, one.span.start + len(one.span.rows)
                if other.span.start < last and first < other.span.start + len(other.span.rows):
                    problem = f"replaces {one.target}, which {other.adapter.path} changes too"
                    _refuse(one.adapter if one.takes_place else other.adapter, problem)


def _both(one: Placed, other: Placed) -> bool:
    return one.takes_place and other.takes_place


def _refuse(adapter: Adapter, problem: str) -> NoReturn:
    raise AdapterRefused(path=str(adapter.path), problem=problem)


# --- one change ----------------------------------------------------------------------------------------------------


def _placed(layout: Layout, adapter: Adapter, change: Change) -> Iterator[tuple[str, Placed]]:
    """The tensors a change is for, with what to do to them."""
    if isinstance(change, LowRank):
        yield from _low_rank(layout, adapter, change)
    elif isinstance(change, StackedLowRank):
        yield from _stacked(layout, adapter, change)
    elif isinstance(change, Replacement):
        yield from _replacement(layout, adapter, change)
    elif isinstance(change, ReplacedRows):
        yield from _replaced_rows(layout, adapter, change)


def _where(layout: Layout, adapter: Adapter, target: str, parameter: str) -> Place:
    if adapter.space == "module":
        found = layout.parameter(target, parameter)
        name = f"{target}.{parameter}"
    else:
        name = target if target.endswith(f".{parameter}") else f"{target.removesuffix('.weight')}.{parameter}"
        found = layout.tensor(name)
    if found is None:
        _refuse(adapter, f"{name} has no place in {layout.base.path.name} ({layout.architecture.title})")
    return found


def _expect(adapter: Adapter, values: Values, *shapes: tuple[int, ...]) -> None:
    if values.shape not in shapes:
        _refuse(adapter, f"{values.name} has the shape {values.shape}, the base needs {' or '.join(map(str, shapes))}")


def _low_rank(layout: Layout, adapter: Adapter, change: LowRank) -> Iterator[tuple[str, Placed]]:
    spot = _where(layout, adapter, change.target, "weight")
    if spot.stack or spot.vector:
        _refuse(adapter, f"{change.target} is no single matrix in {layout.base.path.name}")
    rank = change.a.shape[0] if change.a.shape else 0
    _expect(adapter, change.a, (rank, spot.columns))
    _expect(adapter, change.b, (spot.rows, rank))
    if change.magnitude:
        _expect(adapter, change.magnitude, (spot.columns if change.is_embedding else spot.rows,))
    for part in spot.parts:
        yield part.tensor, Placed(adapter, change.target, part.span, _low_rank_builder(change, part.span))
    if change.bias:
        yield from _more_bias(layout, adapter, change, change.bias)


def _low_rank_builder(change: LowRank, span: Span) -> Callable[[BaseRows], RowChange]:
    def build(base: BaseRows) -> RowChange:
        left, right = change.b.whole(), change.a.whole()
        if not change.magnitude:
            return rows.LowRank(span, left, right, change.scale)
        magnitude = change.magnitude.whole()
        if not change.is_embedding:
            return rows.Dora(span, left, right, change.scale, magnitude)
        factor = magnitude / rows.column_lengths(rows.LowRank(span, left, right, change.scale), base)
        return rows.DoraColumns(span, left, right, change.scale, factor.astype(np.float32))

    return build


def _more_bias(layout: Layout, adapter: Adapter, change: LowRank, bias: Values) -> Iterator[tuple[str, Placed]]:
    spot = _where(layout, adapter, change.target, "bias")
    _expect(adapter, bias, (spot.rows,))
    for part in spot.parts:

        def build(_base: BaseRows, span: Span = part.span) -> RowChange:
            return rows.Addition(span, bias.whole()[:, None], change.scale)

        yield part.tensor, Placed(adapter, change.target, part.span, build)


def _stacked(layout: Layout, adapter: Adapter, change: StackedLowRank) -> Iterator[tuple[str, Placed]]:
    spot = _where(layout, adapter, change.target, change.parameter)
    if spot.vector or len(change.factors) != max(1, spot.stack):
        _refuse(adapter, f"{change.target}.{change.parameter} has {len(change.factors)} matrices, not {spot.stack}")
    height = spot.rows // len(change.factors)
    for expert, (a, b) in enumerate(change.factors):
        swapped = _is_swapped(adapter, change, (height, spot.columns), a, b)
        for part in spot.parts:
            places = np.flatnonzero(part.span.rows // height == expert)
            span = Span(part.span.start + int(places[0]), part.span.rows[places] - expert * height)

            def build(_base: BaseRows, span: Span = span, a: Values = a, b: Values = b, s: bool = swapped) -> RowChange:
                left, right = (a.whole().T, b.whole().T) if s else (b.whole(), a.whole())
                return rows.LowRank(span, left, np.ascontiguousarray(right), change.scale)

            yield part.tensor, Placed(adapter, f"{change.target}.{change.parameter}", span, build)


def _is_swapped(adapter: Adapter, change: StackedLowRank, shape: tuple[int, int], a: Values, b: Values) -> bool:
    """Whether the product is the transpose of the matrix; the shapes say it where the adapter does not."""
    height, columns = shape
    rank = a.shape[0] if a.shape else 0
    straight = (a.shape, b.shape) == ((rank, columns), (height, rank))
    swapped = (a.shape, b.shape) == ((rank, height), (columns, rank))
    if not (straight or swapped):
        _refuse(adapter, f"{change.target}.{change.parameter}: {a.shape} and {b.shape} do not make {shape}")
    if change.product == "unknown" and straight and swapped:
        _refuse(adapter, f"{change.target}.{change.parameter} is square, and the adapter has no peft_version to go by")
    if (change.product == "out_in" and not straight) or (change.product == "in_out" and not swapped):
        _refuse(adapter, f"{change.target}.{change.parameter} is the other way round than its peft_version says")
    return change.product == "in_out" or not straight


def _replacement(layout: Layout, adapter: Adapter, change: Replacement) -> Iterator[tuple[str, Placed]]:
    spot = _where(layout, adapter, change.target, change.parameter)
    if spot.stack:
        _refuse(adapter, f"{change.target} is a stack of matrices, which cannot be replaced")
    _expect_whole(adapter, spot, change.values)
    new = _reader(spot, change.values)
    for part in spot.parts:

        def build(_base: BaseRows, part: Part = part) -> RowChange:
            return rows.Replacement(part.span, new(), part.plus)

        yield part.tensor, Placed(adapter, change.target, part.span, build, takes_place=True)


def _expect_whole(adapter: Adapter, spot: Place, values: Values) -> None:
    if spot.vector:
        _expect(adapter, values, (spot.rows,))
    else:
        _expect(adapter, values, (spot.columns, spot.rows) if spot.transposed else (spot.rows, spot.columns))


def _reader(spot: Place, values: Values) -> Callable[[], Callable[[int, int], Floats]]:
    """Makes a function that reads rows of a parameter, whichever way round transformers stores it."""
    if spot.transposed:
        return lambda: _slices(values.whole().T)
    if spot.vector:
        return lambda: lambda start, stop: values.rows(start, stop)[:, None]
    return lambda: values.rows


def _slices(matrix: Floats) -> Callable[[int, int], Floats]:
    return lambda start, stop: matrix[start:stop]


def _replaced_rows(layout: Layout, adapter: Adapter, change: ReplacedRows) -> Iterator[tuple[str, Placed]]:
    spot = _where(layout, adapter, change.target, "weight")
    numbers = np.array(change.indices, np.intp)
    _expect(adapter, change.values, (len(numbers), spot.columns))
    if spot.stack or spot.vector or spot.transposed:
        _refuse(adapter, f"{change.target} is no embedding")
    if not len(numbers) or numbers.min() < 0 or numbers.max() >= spot.rows or len(set(change.indices)) != len(numbers):
        _refuse(adapter, f"{change.target}: its rows are not {len(numbers)} different ones of {spot.rows}")
    order = np.argsort(numbers)
    for part in spot.parts:

        def build(_base: BaseRows, span: Span = part.span) -> RowChange:
            return rows.RowsReplaced(span, numbers[order], change.values.whole()[order])

        yield part.tensor, Placed(adapter, change.target, part.span, build, takes_place=True)


def _check(layout: Layout, adapter: Adapter, change: Fingerprint) -> Check:
    is_tied_output = not layout.stored_output and tying.use_of(layout, adapter, change) == OUTPUT
    target = change.target
    if is_tied_output:
        target = layout.architecture.embedding if adapter.space == "module" else EMBEDDING
    spot = _where(layout, adapter, target, change.parameter)
    _expect_whole(adapter, spot, change.values)
    if spot.stack or len(spot.parts) != 1:
        _refuse(adapter, f"{change.target}: a stack of matrices cannot be compared with the base")
    return Check(adapter, change.target, spot.parts[0], change.values, spot.transposed, spot.vector)
