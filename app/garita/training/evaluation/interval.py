"""Bootstrap intervals over conversations: how sure a figure is that rests on a handful of conversations.

Turns of one conversation hang together (who misses a name misses it again), so conversations are drawn, not turns: the
percentile bootstrap with clusters (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13; Davison
and Hinkley 1997, section 3.8). Every figure is a ratio of two sums, which makes all of them one matrix product. Knows
numbers only. What it does not know: a share of 0 or 1 gets an interval without width, which says that no failure was
seen in so many conversations and not that there can be none.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Key = TypeVar("Key", bound=Hashable)

DRAWS = 2000
_SIDES = (2.5, 97.5)  # percentiles: 95 % lie between


class Seen(NamedTuple):
    """One observation: ``value`` of ``weight`` (1 of 1 for a hit) in turn ``turn`` of conversation ``conversation``."""

    conversation: int  # from 0
    turn: int  # of the officer, from 1
    level: str  # the scenario's; empty where it is not known
    value: float
    weight: float = 1.0


class Estimate(msgspec.Struct, frozen=True):
    """A figure, the 95 % interval around it, and how many observations it rests on."""

    value: float
    low: float
    high: float
    n: int


class Bootstrap:
    """Draws of conversations, made once and used for every figure, so that figures of two models can be compared.

    Args:
        conversations: how many there are.
        seed: same seed, same draws.
        draws: how many times as many conversations are drawn, with replacement.
    """

    def __init__(self, conversations: int, seed: int, draws: int = DRAWS) -> None:
        self._count = conversations
        shares = np.full(conversations, 1 / conversations)
        self._draws = np.random.default_rng(seed).multinomial(conversations, shares, draws).astype(np.float64)

    def estimate(self, seen: Sequence[Seen], to_figure: Callable[[Floats], Floats] = np.positive) -> Estimate:
        """The figure of all observations; ``to_figure`` makes it of the ratio of sums (``np.exp`` for a perplexity).

        Raises:
            ValueError: there is nothing to estimate from.
        """
        if not seen:
            raise ValueError("no observations")
        return self.by(seen, lambda _: 0, to_figure)[0]

    def by(
        self, seen: Sequence[Seen], key: Callable[[Seen], Key], to_figure: Callable[[Floats], Floats] = np.positive
    ) -> dict[Key, Estimate]:
        """The figure of every group of observations, groups in the order of their first one."""
        groups = list(dict.fromkeys(map(key, seen)))
        places = {group: place for place, group in enumerate(groups)}
        columns = np.array([places[key(one)] for one in seen], dtype=np.intp)
        values, weights = self._sums(seen, columns, len(groups))
        figures, counts = to_figure(_ratio(values.sum(0), weights.sum(0))), np.bincount(columns)
        low, high = _interval(to_figure(_ratio(self._draws @ values, self._draws @ weights)))
        return {
            group: Estimate(float(figures[at]), float(low[at]), float(high[at]), int(counts[at]))
            for group, at in places.items() if np.isfinite(figures[at])
        }  # fmt: skip

    def difference(
        self, one: Sequence[Seen], other: Sequence[Seen], to_figure: Callable[[Floats], Floats] = np.positive
    ) -> Estimate:
        """How much more ``one`` has than ``other``, both over the same conversations and the same draws of them."""
        sums = [self._sums(seen, np.zeros(len(seen), dtype=np.intp), 1) for seen in (one, other)]
        whole = [to_figure(_ratio(values.sum(0), weights.sum(0))) for values, weights in sums]
        drawn = [to_figure(_ratio(self._draws @ values, self._draws @ weights)) for values, weights in sums]
        low, high = _interval(drawn[0] - drawn[1])
        return Estimate(float(whole[0][0] - whole[1][0]), float(low[0]), float(high[0]), min(len(one), len(other)))

    def _sums(self, seen: Sequence[Seen], columns: NDArray[np.intp], groups: int) -> tuple[Floats, Floats]:
        """Values and weights, each summed into a table of conversations by groups."""
        rows = np.array([one.conversation for one in seen], dtype=np.intp)
        tables = np.zeros((2, self._count, groups))
        for table, numbers in zip(tables, ([one.value for one in seen], [one.weight for one in seen]), strict=True):
            np.add.at(table, (rows, columns), numbers)
        return tables[0], tables[1]


def _ratio(values: Floats, weights: Floats) -> Floats:
    """Nothing of nothing is nan."""
    return np.divide(values, weights, out=np.full_like(values, np.nan), where=weights > 0)


def _interval(drawn: Floats) -> tuple[Floats, Floats]:
    """Percentiles of every column of draws; draws in which a group does not occur are left out."""
    columns = [column[np.isfinite(column)] for column in drawn.T]
    sides = np.array([np.percentile(column, _SIDES) if len(column) else (np.nan, np.nan) for column in columns])
    return sides[:, 0], sides[:, 1]
