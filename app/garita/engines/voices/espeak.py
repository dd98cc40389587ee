"""The voice that is always there: espeak-ng speaking Castilian or Latin American Spanish, in many variants.

Robotic, but ready in a few milliseconds and with the times of its phonemes. A voice's name is "espeak:LANGUAGE" or
"espeak:LANGUAGE+VARIANT": "espeak:es", "espeak:es-419+f2". Knows no scenario and no loudspeaker.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import soxr

from garita.engines.voices import espeak_library
from garita.engines.voices.espeak_library import Library
from garita.engines.voices.loudness import levelled
from garita.errors import VoiceFailed, VoiceMissing
from garita.sound import RATE, Mark, Samples, Speech

PREFIX = "espeak:"
LANGUAGES = ("es", "es-419")  # Castilian, Latin American
PIECE_SECONDS = 0.2


class EspeakVoice:
    """A ports.TextToSpeech. The library is loaded when it is made."""

    def __init__(self, name: str = "espeak:es-419", library: Library | None = None) -> None:
        """Raises VoiceMissing for a name that espeak-ng has not, VoiceInvalid where its data is damaged."""
        self._library = library or espeak_library.installed()
        self._voice = name.removeprefix(PREFIX)
        language, plus, variant = self._voice.partition("+")
        known = language in LANGUAGES and (not plus or variant in self._library.variants)
        if not name.startswith(PREFIX) or not known:
            raise VoiceMissing(name=name, present=", ".join(PREFIX + language for language in LANGUAGES))
        self._closed = False

    @property
    def name(self) -> str:
        """As it was asked for."""
        return PREFIX + self._voice

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        """See ports.TextToSpeech. A sentence is made whole (about 2 ms) and given out in pieces of 0.2 seconds."""
        if self._closed:
            raise VoiceFailed(name=self.name, reason="it is closed")
        sound = self._library.speak(text, self._voice, speed=speed)
        if not np.any(sound.samples):
            return
        yield from pieces(levelled(sound.samples, sound.rate), sound.rate, sound.marks)

    def close(self) -> None:
        """The library stays loaded: other voices use it too."""
        self._closed = True


def pieces(samples: Samples, rate: int, marks: tuple[Mark, ...]) -> Iterator[Speech]:
    """Cut a sentence's samples, which join without a gap; every mark goes with the piece it begins in."""
    size = int(rate * PIECE_SECONDS)
    for start in range(0, len(samples), size):
        end = start + size
        inside = tuple(mark for mark in marks if start <= mark.seconds * rate < end)
        yield Speech(samples[start:end], rate, inside)


def variants() -> frozenset[str]:
    """The variants of this espeak-ng: "f1" to "f5", "m1" to "m8", "klatt" and many more.

    Raises:
        ExtraMissing, VoiceInvalid.
    """
    return espeak_library.installed().variants


def synthesize(text: str, voice: str = "es", variant: str = "", speed: float = 1.0, pitch: int = 50) -> Samples:
    """Speech for tests, demonstrations and training: samples at ``sound.RATE``, speech at -20 dB.

    ``voice`` is "es" or "es-419"; ``pitch`` 0 to 100, 50 is the voice's own. espeak-ng carries a
    phase from one call to the next, so the same text differs in a few samples; the same calls in the same order in a
    fresh process give the same samples.

    Raises:
        ExtraMissing, VoiceInvalid, VoiceFailed.
    """
    name = f"{voice}+{variant}" if variant else voice
    sound = espeak_library.installed().speak(text, name, speed=speed, pitch=pitch)
    return levelled(soxr.resample(sound.samples, sound.rate, RATE, quality="HQ"), RATE)
