"""Counts of a conversation for ``--stats``: tokens, rates, and what the guard did."""

from __future__ import annotations

from garita.messages import Timings, TurnFinished
from garita.messages_to_user.entry import Language
from garita.terminal.words import word


class Stats:
    """Adds up the turns of one conversation."""

    def __init__(self) -> None:
        self.turns = 0
        self.sentences = 0
        self.resampled = 0
        self.replaced = 0
        self._generated = 0
        self._seconds = 0.0

    def count(self, turn: TurnFinished) -> None:
        """Add a finished turn."""
        self.turns += 1
        self.sentences += turn.sentences
        self.resampled += turn.sentences_resampled
        self.replaced += turn.sentences_replaced
        self._generated += turn.timings.tokens_generated
        self._seconds += turn.timings.generate_seconds

    def line(self, language: Language) -> str:
        """The whole conversation in one line."""
        rate = f"{self._generated / self._seconds:.0f}" if self._seconds else "–"
        return word(
            "stats_total", language, turns=self.turns, sentences=self.sentences, resampled=self.resampled,
            replaced=self.replaced, rate=rate,
        )  # fmt: skip


def turn_line(turn: TurnFinished, language: Language) -> str:
    """One turn in one line."""
    timings = turn.timings
    return word(
        "stats_turn", language, read=timings.tokens_read, reused=timings.tokens_reused,
        generated=timings.tokens_generated, rate=_rate(timings),
        resampled=turn.sentences_resampled, replaced=turn.sentences_replaced,
    )  # fmt: skip


def _rate(timings: Timings) -> str:
    return f"{timings.tokens_generated / timings.generate_seconds:.0f}" if timings.generate_seconds else "–"
