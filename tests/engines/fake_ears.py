"""Recognisers for the child's tests: the first sample of the sound says what goes wrong. Started by name."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import msgspec

from garita.engines.hooks import Hooks
from garita.engines.whisper_options import WhisperOptions
from garita.messages import RecogniserFacts, Transcript
from garita.sound import RATE, Samples

SENTENCE = "Buenos días, vengo de Colombia."  # what the Whisper of random_whisper says to any sound
DIE, HANG, RAISE, DIE_ONCE = 2.0, 3.0, 4.0, 5.0


class Ear:
    """Hears how long the sound is."""

    def __init__(self, path: str, hooks: Hooks) -> None:
        self.path, self.stop = path, hooks.stop

    def facts(self) -> RecogniserFacts:
        return RecogniserFacts(self.path, "fake", True, "none", 1, True)

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        self._misbehave(float(samples[0]))
        return Transcript(f"{len(samples)} {hot_words} {before}", language=language, audio_seconds=len(samples) / RATE)

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        self._misbehave(float(samples[0]))
        return "en", 0.75

    def _misbehave(self, how: float) -> None:
        mark = Path(self.path)
        if how == DIE or (how == DIE_ONCE and not mark.exists()):
            mark.touch()
            os.abort()
        if how == HANG:
            time.sleep(60)
        if how == RAISE:
            raise ZeroDivisionError("a bug")

    def cancel(self) -> None:
        self.stop.cancel_running()

    def close(self) -> None:
        pass


def ear(options: bytes, hooks: Hooks) -> Ear:
    return Ear(msgspec.msgpack.decode(options, type=WhisperOptions).path, hooks)


def dies_while_loading(options: bytes, hooks: Hooks) -> Ear:
    hooks.stage("recogniser")
    print("terminate called", file=sys.stderr, flush=True)
    os.abort()


def never_loads(options: bytes, hooks: Hooks) -> Ear:
    hooks.stage("recogniser")
    time.sleep(60)
    return ear(options, hooks)
