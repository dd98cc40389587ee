"""How values are written down: heads and tails that go together, each in Spanish / English.

``@room`` opens a kind, its heads follow, then its tails, which begin with ``+``; a tail may be empty (``+ /``). What is
the same in both languages stands once.

``<n>`` is a small number, ``<many>`` a larger one, ``<hour>`` and ``<late>`` hours, ``<sum>`` an amount with its
currency, ``<tel>`` a telephone number, ``<w>`` a made-up name, ``<city>`` a city and ``<first>`` somebody's first name;
``<mi>``, ``<mis>`` and ``<my>`` are the customer's or, in the clerk's mouth, "su" and "your".
"""

from __future__ import annotations

from typing import NamedTuple

from garita.training.simulator.service.words import Pair, pair

_NO_TAIL = (Pair("", ""),)


class Phrases(NamedTuple):
    """Every head may be followed by every tail."""

    heads: tuple[Pair, ...]
    tails: tuple[Pair, ...]


def phrases(text: str) -> dict[str, Phrases]:
    """Phrases by kind, from the text form."""
    blocks = (block.strip().splitlines() for block in text.split("@") if block.strip())
    return {kind.strip(): _phrases(lines) for kind, *lines in blocks}


def _phrases(lines: list[str]) -> Phrases:
    tails = tuple(pair(line[1:]) for line in lines if line.startswith("+"))
    return Phrases(tuple(pair(line) for line in lines if not line.startswith("+")), tails or _NO_TAIL)
