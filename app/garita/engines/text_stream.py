"""Turns an answer's bytes into text that can be shown: whole characters only, and nothing of a stop string.

Pure: knows neither tokens nor llama.cpp.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Takes bytes piece by piece and gives back text; ``stopped`` tells that a stop string has come.

    Args:
        stops: the answer ends before the first of these; none of them is ever given back, not even in part.
    """

    def __init__(self, stops: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""
        self.stopped = False

    def push(self, data: bytes) -> str:
        """Text that is certain now; a character or a possible stop string that is not complete is held back."""
        if self.stopped:
            return ""
        text = self._held + self._decoder.decode(data)
        found = [place for stop in self._stops if (place := text.find(stop)) >= 0]
        if found:
            self.stopped = True
            self._held = ""
            return text[: min(found)]
        keep = self._possible_stop(text)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep]

    def finish(self) -> str:
        """What was held back for a stop string that did not come. Half a character is dropped: it never was text."""
        text, self._held = self._held, ""
        return text

    def _possible_stop(self, text: str) -> int:
        """Length of the longest end of ``text`` with which a stop string begins."""
        longest = max((len(stop) for stop in self._stops), default=1) - 1
        for length in range(min(longest, len(text)), 0, -1):
            if any(stop.startswith(text[-length:]) for stop in self._stops):
                return length
        return 0
