"""Sentences by composition: a pattern with alternatives and slots, expanded with a random generator.

``"{Bien|De acuerdo}, <what>."`` says one of the alternatives and puts the slot in. Knows nothing of booths or Spanish
except where a sentence begins and thus needs a capital.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

_TOKEN = re.compile(r"([{}|]|<\w+>)")
_TWICE = re.compile(r"\b(\w+), \1\b", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(^|[.!?]\s+)([¿¡]?)(\w)")

Node = str | tuple["Sequence", ...]
Sequence = tuple[Node, ...]  # a choice is a tuple of sequences, a text or a slot is a str


def say(pattern: str, rng: Random, **slots: str) -> str:
    """One random wording of ``pattern`` with its slots filled; KeyError when a slot is not given."""
    pieces: list[str] = []
    _expand(_parse(pattern), rng, slots, pieces)
    return "".join(pieces)


def count(pattern: str) -> int:
    """How many wordings ``pattern`` has, slots counted as one."""
    return _count(_parse(pattern))


def tidy(text: str) -> str:
    """Collapses spaces and words said twice ("gracias, gracias") and starts every sentence with a capital."""
    text = _TWICE.sub(r"\1", re.sub(r"\s+", " ", text).strip())
    text = text.replace(" ,", ",").replace(" .", ".").replace("!.", "!").replace("?.", "?")
    return _SENTENCE_START.sub(lambda m: m.group(1) + m.group(2) + m.group(3).upper(), text)


def _expand(sequence: Sequence, rng: Random, slots: dict[str, str], pieces: list[str]) -> None:
    for node in sequence:
        if isinstance(node, tuple):
            _expand(rng.choice(node), rng, slots, pieces)
        elif node.startswith("<"):
            pieces.append(slots[node[1:-1]])
        else:
            pieces.append(node)


def _count(sequence: Sequence) -> int:
    total = 1
    for node in sequence:
        if isinstance(node, tuple):
            total *= sum(_count(option) for option in node)
    return total


@cache
def _parse(pattern: str) -> Sequence:
    tokens = [token for token in _TOKEN.split(pattern) if token]
    sequence, rest = _parse_sequence(tokens, 0, nested=False)
    if rest != len(tokens):
        raise ValueError(f"unbalanced pattern: {pattern}")
    return sequence


def _parse_sequence(tokens: list[str], at: int, *, nested: bool) -> tuple[Sequence, int]:
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


def _parse_choice(tokens: list[str], at: int) -> tuple[tuple[Sequence, ...], int]:
    options: list[Sequence] = []
    while True:
        option, at = _parse_sequence(tokens, at, nested=True)
        options.append(option)
        if at >= len(tokens):
            raise ValueError("a pattern's brace is not closed")
        if tokens[at] == "}":
            return tuple(options), at + 1
        at += 1
