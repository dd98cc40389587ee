"""Conversations as batches of token ids: whole conversations side by side, the officer's tokens marked, no padding.

Neighbours with the same first message (the system prompt) share it: it stands once in a batch and each of their
conversations continues it. The stream of batches depends only on the corpus and its seed, and a position in it is two
numbers. Knows tokens, not torch and not the simulator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from tokenizers import Tokenizer

from garita.messages import ChatMessage
from garita.training import tokenizer as chat_tokens
from garita.training.recipe import CorpusPlan
from garita.training.tokenizer import Encoded

_HELD_OUT = 10**6 - 1  # a window no run reaches
_WINDOWS_APART = 10**6  # between the windows of one corpus seed and the next


class Conversation(Protocol):
    """What a source yields: the messages the model sees, the system prompt first."""

    @property
    def messages(self) -> Sequence[ChatMessage]:
        """Oldest first."""
        ...


# (count, seed) -> that many conversations, the same ones for the same seed
Source = Callable[[int, int], Iterable[Conversation]]


class Span(NamedTuple):
    """Tokens ``start`` to ``stop`` of a batch, which see themselves and the tokens from ``after`` to ``until``.

    A system prompt has an empty ``after`` to ``until``; a conversation's is its system prompt.
    """

    start: int
    stop: int
    after: int
    until: int


class Batch(NamedTuple):
    """Conversations one after another in a single row.

    ``ids`` and ``positions`` (in the conversation) have one entry for each token, ``spans`` cover them all. ``places``
    are the tokens whose successor is the officer's to say and ``targets`` those successors. ``tokens`` counts what the
    conversations hold, every system prompt as often as it is used.
    """

    ids: list[int]
    positions: list[int]
    spans: list[Span]
    places: list[int]
    targets: list[int]
    tokens: int


class Position(NamedTuple):
    """Where in the stream a run is: the window, and how many of its batches are done."""

    window: int = 0
    batch: int = 0


class Corpus:
    """The endless stream of batches of a recipe's corpus, and its held-out part."""

    def __init__(self, source: Source, tokenizer: Tokenizer, plan: CorpusPlan, context: int, batch_tokens: int) -> None:
        self._source, self._tokenizer, self._plan = source, tokenizer, plan
        self._context, self._batch_tokens = context, batch_tokens

    def batches(self, start: Position) -> Iterator[tuple[Position, Batch]]:
        """Every batch from ``start`` on, each with the position after it."""
        window, done = start
        while True:
            for number, batch in enumerate(self._draw(self._plan.window, window), start=1):
                if number > done:
                    yield Position(window, number), batch
            window, done = window + 1, 0

    def held_out(self) -> list[Batch]:
        """The conversations that are only measured on."""
        return list(self._draw(self._plan.held_out, _HELD_OUT))

    def _draw(self, count: int, window: int) -> Iterator[Batch]:
        drawn = self._source(count, self._plan.seed * _WINDOWS_APART + window)
        samples = (chat_tokens.encode(self._tokenizer, one.messages, self._context) for one in drawn)
        end = chat_tokens.id_of(self._tokenizer, chat_tokens.END)
        return make_batches((sample for sample in samples if any(sample.officer)), self._batch_tokens, end)


def make_batches(samples: Iterable[Encoded], batch_tokens: int, end: int) -> Iterator[Batch]:
    """Fill batches up to ``batch_tokens`` tokens (one conversation at least), in the order the samples come."""
    filling = _Filling(end)
    for sample in samples:
        if filling.ids and len(filling.ids) + filling.growth(sample) > batch_tokens:
            yield filling.batch()
            filling = _Filling(end)
        filling.add(sample)
    if filling.ids:
        yield filling.batch()


class _Filling:
    """A batch under construction."""

    def __init__(self, end: int) -> None:
        self._end = end
        self.ids: list[int] = []
        self._positions: list[int] = []
        self._spans: list[Span] = []
        self._places: list[int] = []
        self._targets: list[int] = []
        self._tokens = 0
        self._system: list[int] = []
        self._system_at = 0

    def growth(self, sample: Encoded) -> int:
        """How many tokens ``add`` would append."""
        system = self._system_of(sample)
        return len(sample.ids) - (len(system) if system == self._system else 0)

    def add(self, sample: Encoded) -> None:
        """Append a conversation, after its system prompt if that is not the last one's."""
        system = self._system_of(sample)
        if system != self._system:
            self._system, self._system_at = system, len(self.ids)
            self._append(system, 0, (0, 0))
        start, shared = len(self.ids), len(system)
        self._append(sample.ids[shared:], shared, (self._system_at, self._system_at + shared))
        for number in range(shared + 1, len(sample.ids)):
            if sample.officer[number]:
                self._places.append(start + number - 1 - shared)
                self._targets.append(sample.ids[number])
        self._tokens += len(sample.ids)

    def batch(self) -> Batch:
        return Batch(self.ids, self._positions, self._spans, self._places, self._targets, self._tokens)

    def _append(self, ids: Sequence[int], first_position: int, seen: tuple[int, int]) -> None:
        self._spans.append(Span(len(self.ids), len(self.ids) + len(ids), *seen))
        self.ids.extend(ids)
        self._positions.extend(range(first_position, first_position + len(ids)))

    def _system_of(self, sample: Encoded) -> list[int]:
        return sample.ids[: sample.ids.index(self._end) + 1]
