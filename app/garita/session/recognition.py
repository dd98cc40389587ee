"""Hears the student's turn while it is spoken, on a thread of its own ("recognise"), so that listening never waits.

Of sound that waits only the newest is heard. Knows a recogniser by its Protocol, nothing of devices and turns of the
conversation.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import NamedTuple

from garita.engines.incremental import IncrementalEar, join, later
from garita.engines.ports import SpeechToText
from garita.errors import Cancelled, GaritaError
from garita.messages import PartialHeard, Transcript
from garita.sound import RATE, Samples

log = logging.getLogger(__name__)


class _Grown(NamedTuple):
    """The turn's sound so far, since its last piece."""

    samples: Samples


class _Piece(NamedTuple):
    """A long turn's next piece is whole."""

    samples: Samples


class _Over(NamedTuple):
    """The turn's last piece."""

    samples: Samples


class _Forget(NamedTuple):
    """It was no turn."""


_Command = _Grown | _Piece | _Over | _Forget


class Recognition:
    """Hears one turn after the other.

    Args:
        recogniser: what hears; it is not closed here.
        hot_words: likely words, separated by commas.
        on_partial: gets what seems to have been said so far.
        on_turn: gets the whole turn.
        on_failure: gets why a turn could not be heard.
    """

    def __init__(
        self,
        recogniser: SpeechToText,
        *,
        hot_words: str,
        on_partial: Callable[[PartialHeard], None],
        on_turn: Callable[[Transcript], None],
        on_failure: Callable[[GaritaError], None],
    ) -> None:
        self._recogniser, self._hot_words = recogniser, hot_words
        self._on_partial, self._on_turn, self._on_failure = on_partial, on_turn, on_failure
        self.before = ""  # what was said just before, by the officer; a hint
        self._pieces: list[Transcript] = []
        self._seconds = 0.0  # of the pieces
        self._ear = self._new_ear()
        self._inbox: queue.SimpleQueue[_Command | None] = queue.SimpleQueue()
        # a daemon: Ctrl-C before anybody holds this object must not keep the program from ending
        self._thread = threading.Thread(target=self._loop, name="recognise", daemon=True)
        self._thread.start()

    def grown(self, samples: Samples) -> None:
        """The turn goes on; ``samples`` are all since its last piece."""
        self._inbox.put(_Grown(samples))

    def piece(self, samples: Samples) -> None:
        """A long turn's next piece is whole; what comes now begins after it."""
        self._inbox.put(_Piece(samples))

    def over(self, samples: Samples) -> None:
        """The turn is over; ``samples`` are its last piece."""
        self._inbox.put(_Over(samples))

    def forget(self) -> None:
        """It was no turn."""
        self._inbox.put(_Forget())

    def close(self) -> None:
        """End the thread; a request in progress is cancelled. Safe to call twice."""
        self._inbox.put(None)
        self._recogniser.cancel()
        self._thread.join()

    # --- the recognise thread ---------------------------------------------------------------------------------------

    def _loop(self) -> None:
        while (command := self._inbox.get()) is not None:
            try:
                self._perform(command)
            except Cancelled:
                self._begin()
            except GaritaError as error:
                self._begin()
                self._on_failure(error)

    def _perform(self, command: _Command) -> None:
        match command:
            case _Grown(samples):
                # what is not the newest is not worth the time
                if self._inbox.empty() and (partial := self._ear.feed(samples)):
                    self._on_partial(self._with_pieces(partial))
            case _Piece(samples):
                self._pieces.append(later(self._ear.finish(samples), self._seconds))
                self._seconds += len(samples) / RATE
                self._ear = self._new_ear()
            case _Over(samples):
                last = [later(self._ear.finish(samples), self._seconds)] if samples.size else []
                whole = join([*self._pieces, *last] or [Transcript("")])
                self._begin()
                self._on_turn(whole)
            case _Forget():
                self._begin()

    def _begin(self) -> None:
        self._pieces, self._seconds, self._ear = [], 0.0, self._new_ear()

    def _new_ear(self) -> IncrementalEar:
        return IncrementalEar(self._recogniser, hot_words=self._hot_words, before=self.before)

    def _with_pieces(self, partial: PartialHeard) -> PartialHeard:
        sure = " ".join(piece.text for piece in self._pieces)
        if not sure:
            return partial
        return PartialHeard(f"{sure} {partial.text}", len(sure) + 1 + partial.stable)
