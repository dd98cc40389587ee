"""Sentences by composition: a pattern with alternatives and slots, expanded with a random generator.

``"{Bien|De acuerdo}, <what>."`` says one of the alternatives and puts the slot in. Alternatives are split like every
other list (see ``choice``) for those who ask for one side of it. Knows nothing of booths or Spanish except where a
sentence begins and thus needs a capital.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import NamedTuple

from garita.training.simulator.choice import split

_TOKEN = re.compile(r"([{}|]|<\w+>)")
# not names: "Ciudad de Panamá, Panamá"
_TWICE = re.compile(r"\b([a-záéíóúñ]\w*), \1\b")
_SENTENCE_START = re.compile(r"(^|[.!?]\s+)([¿¡]?)(\w)")


class Option(NamedTuple):
    """One alternative: its nodes, and its source text, which decides the side it is on."""

    nodes: tuple[Node, ...]
    text: str


class Alternatives(NamedTuple):
    """What stands between braces, all of it and by side."""

    every: tuple[Option, ...]
    trained: tuple[Option, ...]
    held_out: tuple[Option, ...]


Node = str | Alternatives  # text, a slot, or a choice


def say(pattern: str, rng: Random, *, held_out: bool | None = None, **slots: str) -> str:
    """One random wording of ``pattern`` with its slots filled; KeyError when a slot is not given.

    ``held_out``: False draws only wordings for training, True only those kept from it, None all.
    """
    pieces: list[str] = []
    _expand(_parse(pattern), rng, held_out, slots, pieces)
    return "".join(pieces)


def count(pattern: str) -> int:
    """How many wordings ``pattern`` has, slots counted as one."""
    return _count(_parse(pattern))


def tidy(text: str) -> str:
    """Collapses spaces and words said twice ("gracias, gracias") and starts every sentence with a capital."""
    text = _TWICE.sub(r"\1", re.sub(r"\s+", " ", text).strip())
    text = text.replace(" ,", ",").replace(" .", ".").replace("!.", "!").replace("?.", "?")
    return _SENTENCE_START.sub(lambda m: m.group(1) + m.group(2) + m.group(3).upper(), text)


def _expand(
    nodes: tuple[Node, ...], rng: Random, held_out: bool | None, slots: dict[str, str], pieces: list[str]
) -> None:
    for node in nodes:
        if isinstance(node, Alternatives):
            options = node.every if held_out is None else node.held_out if held_out else node.trained
            _expand(rng.choice(options).nodes, rng, held_out, slots, pieces)
        elif node.startswith("<"):
            pieces.append(slots[node[1:-1]])
        else:
            pieces.append(node)


def _count(nodes: tuple[Node, ...]) -> int:
    total = 1
    for node in nodes:
        if isinstance(node, Alternatives):
            total *= sum(_count(option.nodes) for option in node.every)
    return total


@cache
def _parse(pattern: str) -> tuple[Node, ...]:
    tokens = [token for token in _TOKEN.split(pattern) if token]
    nodes, rest = _parse_sequence(tokens, 0, nested=False)
    if rest != len(tokens):
        raise ValueError(f"unbalanced pattern: {pattern}")
    return nodes


def _parse_sequence(tokens: list[str], at: int, *, nested: bool) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    while at < len(tokens) and not (nested and tokens[at] in "|}"):
        if tokens[at] == "{":
            choice, at = _parse_choice(tokens, at + 1)
            nodes.append(choice)
        elif tokens[at] in "|}":
            raise ValueError(f"unexpected {tokens[at]} in a pattern")
        else:
            nodes.append(tokens[at])
            at += 1
    return tuple(nodes), at


def _parse_choice(tokens: list[str], at: int) -> tuple[Alternatives, int]:
    options: list[Option] = []
    while True:
        start = at
        nodes, at = _parse_sequence(tokens, at, nested=True)
        options.append(Option(nodes, "".join(tokens[start:at])))
        if at >= len(tokens):
            raise ValueError("a pattern's brace is not closed")
        if tokens[at] == "}":
            every = tuple(options)
            return Alternatives(every, *split(every, lambda option: option.text)), at + 1
        at += 1
