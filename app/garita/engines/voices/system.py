"""The computer's own voices: those of macOS and Windows. A voice's name is "system:" and its name there.

Linux has none that give their sound away: speech-dispatcher only plays it itself, and what speaks Spanish behind it is
espeak-ng, which is here anyway. Knows the systems by the programs that give sound, no loudspeaker and no window.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import closing

import numpy as np

from garita.engines.voices.espeak import pieces
from garita.engines.voices.loudness import levelled
from garita.engines.voices.system_macos import Say
from garita.engines.voices.system_program import Found, Program, Run
from garita.engines.voices.system_windows import SystemSpeech
from garita.errors import VoiceFailed, VoiceMissing
from garita.sound import Samples, Speech

log = logging.getLogger(__name__)

PREFIX = "system:"
_QUIET = 0.003  # of the loudest sample: what is below it before and after the words is no speech
_BEFORE, _AFTER = 0.02, 0.12  # seconds of silence that stay: sentences follow each other as the others' voices do


def program(platform: str = sys.platform) -> Program | None:
    """The way to the voices of this system; None where there is none."""
    return Say() if platform == "darwin" else SystemSpeech() if platform == "win32" else None


def installed(using: Program | None = None) -> tuple[Found, ...]:
    """The Spanish voices of this computer; asks another process. None where they cannot be had."""
    using = using or program()
    if using is None:
        return ()
    try:
        return _spanish(using, PREFIX)
    except VoiceFailed as error:
        log.warning("the system's voices are not to be had: %s", error)
        return ()


class SystemVoice:
    """A ports.TextToSpeech.

    Args:
        name: "system:" and the voice's name.
        using: the system's program; this computer's unless a test has its own.
        patience: seconds that a sentence may take.
    """

    def __init__(self, name: str, using: Program | None = None, patience: float = 20.0) -> None:
        """Raises VoiceMissing: this computer has no such Spanish voice, or none at all."""
        there = installed(using)
        here = using or program()
        self._voice = name.removeprefix(PREFIX)
        if here is None or self._voice not in [voice.name for voice in there]:
            raise VoiceMissing(name=name, present=", ".join(PREFIX + voice.name for voice in there))
        self._program, self._run = here, Run(name, patience)

    @property
    def name(self) -> str:
        """As it was asked for."""
        return self._run.name

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        """See ports.TextToSpeech. A sentence is made whole and given out in pieces."""
        if not text.strip():
            return
        speech = self._program.speech(self._run, text, self._voice, speed)
        words = _trimmed(speech.samples, speech.rate)
        if words.size:
            yield from pieces(levelled(words, speech.rate), speech.rate, ())

    def close(self) -> None:
        """A sentence that is being made fails."""
        self._run.close()


def _spanish(using: Program, name: str) -> tuple[Found, ...]:
    with closing(Run(name)) as run:
        return tuple(voice for voice in using.voices(run) if voice.language.partition("-")[0] == "es")


def _trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence at the ends, of which some systems give half a second; empty where nothing sounds."""
    size = np.abs(samples)
    loud = np.flatnonzero(size > size.max(initial=0.0) * _QUIET)
    if not loud.size:
        return samples[:0]
    return samples[max(0, loud[0] - int(rate * _BEFORE)) : loud[-1] + int(rate * _AFTER)]
