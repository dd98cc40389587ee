"""How a faster-whisper model is to be run. Values only: the program that holds them need not know Whisper."""

from __future__ import annotations

import msgspec


class WhisperOptions(msgspec.Struct, frozen=True):
    """One recogniser and its running conditions.

    Attributes:
        path: the folder with the model.
        threads: processor threads; 0 means all physical cores but one.
        crop: give the encoder the utterance's own length instead of thirty seconds. Several times faster; whether it
            is as accurate depends on the model. None does what the folder's own garita.json says, which is no by
            default.
    """

    path: str
    threads: int = 0
    crop: bool | None = None
