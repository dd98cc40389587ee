"""The student's own voice, a FLAC file a turn, for those who want to keep it.

A disk that is full or a folder that cannot be written is told once; the conversation does not depend on it. Knows a
folder and samples, nothing of what was said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from garita.audio.files import write_flac
from garita.errors import OutputNotWritable
from garita.journal import own_voice
from garita.messages import Notice
from garita.sound import Samples


class Recordings:
    """Keeps turns of one conversation; a ``spoken.Keep``.

    Args:
        folder: where, the journal's ``recordings``; made with the first turn.
        conversation: asked for the conversation's number, which is not known before it begins.
        emit: gets the notice.
    """

    def __init__(self, folder: Path, conversation: Callable[[], int], emit: Callable[[Notice], object]) -> None:
        self._folder, self._conversation, self._emit = folder, conversation, emit
        self._told = False

    def __call__(self, turn: int, samples: Samples) -> None:
        """Keep one turn. After a failure the next turns are tried all the same: space may have been freed."""
        try:
            write_flac(own_voice.file(self._folder, self._conversation(), turn), samples)
        except OutputNotWritable as error:
            if not self._told:
                facts = {"path": str(self._folder), "reason": str(error.facts["reason"])}
                self._emit(Notice(turn=turn, key="recordings_failed", facts=facts))
            self._told = True
