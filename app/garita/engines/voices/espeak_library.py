"""espeak-ng by ctypes: text in; samples, phonemes with their times, or only phonemes out.

The declarations follow espeak-ng's speak_lib.h. The library keeps its state in global variables, so there is one
instance a process and one lock around every call. Knows no Protocol and no loudness.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from garita.engines.voices import espeak_data
from garita.errors import ExtraMissing, VoiceFailed, VoiceInvalid
from garita.sound import Mark, Samples

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: sound arrives in the callback, before espeak_Synth returns
_PHONEME_EVENTS, _IPA, _DO_NOT_EXIT = 0x01, 0x02, 0x8000  # options of espeak_Initialize
_UTF8 = 1  # espeakCHARS_UTF8; neither SSML nor [[phonemes]] is switched on, so text stays text
_BY_CHARACTER = 1  # POS_CHARACTER
_RATE, _PITCH = 1, 3  # espeak_PARAMETER
_LIST_TERMINATED, _PHONEME = 0, 7  # espeak_EVENT_TYPE
_OK = 0

WORDS_A_MINUTE = 165  # at speed 1: an unhurried Spanish speaker
SLOWEST, FASTEST = 80, 450  # what espeak_SetParameter takes
_STATE, _LOADING = threading.Lock(), threading.Lock()


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # milliseconds
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)  # returns 0 to go on


class Sound(NamedTuple):
    """Speech as the library made it: samples at ``rate``, and where its phonemes begin ("" is a pause)."""

    samples: Samples
    rate: int
    marks: tuple[Mark, ...]


class Library:
    """The loaded library. Every call takes the lock, so it may be shared by threads."""

    def __init__(self, library: ctypes.CDLL, data: Path, rate: int) -> None:
        self._library = library
        self._data = data
        self.rate = rate
        self._heard: list[bytes] = []
        self._marks: list[Mark] = []
        self._callback = _Callback(self._on_sound)  # kept: the library holds only a pointer to it
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        library.espeak_SetSynthCallback(self._callback)

    def languages(self) -> tuple[str, ...]:
        """The Spanish voices."""
        return tuple(Path(name).name for name in espeak_data.NEEDED if name.startswith("lang/"))

    @functools.cached_property
    def variants(self) -> frozenset[str]:
        """What can stand after "+" in a voice's name."""
        return frozenset(file.name for file in (self._data / "voices" / "!v").glob("*"))

    def speak(self, text: str, voice: str, *, speed: float = 1.0, pitch: int = 50) -> Sound:
        """Sound for ``text``; ``voice`` is a language with or without a variant ("es-419+f2").

        ``speed`` 1 is 165 words a minute, ``pitch`` 0 to 100 (50 is the voice's own).

        Raises:
            VoiceFailed.
        """
        content = _clean(text).encode() + b"\0"
        with _STATE:
            self._choose(voice)
            rate = min(max(round(WORDS_A_MINUTE * speed), SLOWEST), FASTEST)
            self._library.espeak_SetParameter(_RATE, rate, 0)
            self._library.espeak_SetParameter(_PITCH, pitch, 0)
            self._heard, self._marks = [], []
            code = self._library.espeak_Synth(content, len(content), 0, _BY_CHARACTER, 0, _UTF8, None, None)
            heard, marks = b"".join(self._heard), tuple(self._marks)
            self._heard, self._marks = [], []
        if code != _OK:
            raise VoiceFailed(name=voice, reason=f"espeak-ng reports error {code}")
        samples = np.frombuffer(heard, np.int16).astype(np.float32) / np.float32(32768)
        return Sound(samples, self.rate, marks)

    def phonemes(self, text: str, voice: str) -> list[str]:
        """The IPA of each clause of ``text``, with stress signs; punctuation is left out.

        Raises:
            VoiceFailed.
        """
        content = ctypes.create_string_buffer(_clean(text).encode())
        rest = ctypes.c_void_p(ctypes.addressof(content))
        clauses = []
        with _STATE:
            self._choose(voice)
            while rest.value:  # the library moves the pointer on, and sets it to null at the end
                clauses.append(self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA).decode())
        return [clause for clause in clauses if clause]

    def _choose(self, voice: str) -> None:
        """Raises VoiceFailed for what espeak-ng does not know; it takes an unknown variant for none at all."""
        variant = voice.partition("+")[2]
        if (variant and variant not in self.variants) or self._library.espeak_SetVoiceByName(voice.encode()) != _OK:
            raise VoiceFailed(name=voice, reason="espeak-ng has no such voice")

    def _on_sound(self, samples: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, 2 * count))
        for event in _until_end(events):
            if event.type == _PHONEME:
                self._marks.append(Mark(event.sample / self.rate, event.id.string.decode(errors="ignore")))
        return 0


def _until_end(events: ctypes._Pointer[_Event]) -> Iterator[_Event]:
    number = 0
    while events[number].type != _LIST_TERMINATED:
        yield events[number]
        number += 1


def _clean(text: str) -> str:
    """Without control signs: espeak-ng takes some of them for commands, and NUL for the end."""
    return re.sub(r"\s+", " ", "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in text))


def load(library: Path, data: Path, hashes: Mapping[str, str]) -> Library:
    """Load ``library`` (a shared library) with ``data``, whose files have ``hashes``; see ``installed``.

    Raises:
        VoiceInvalid: a file is missing or damaged.
    """
    espeak_data.check(data, hashes)
    try:
        loaded = ctypes.CDLL(str(library))
        rate = loaded.espeak_Initialize(_SYNCHRONOUS, 0, os.fsencode(data), _PHONEME_EVENTS | _IPA | _DO_NOT_EXIT)
    except (OSError, AttributeError) as error:  # not there, not a library, or another library
        raise VoiceInvalid(path=str(library), problem=str(error)) from error
    if rate <= 0:
        raise VoiceInvalid(path=str(data), problem="espeak-ng refuses this data")
    ready = Library(loaded, data, rate)
    if ready.phonemes("uno", "es") != ["ˈuno"]:  # it takes a dictionary of zeros without complaint
        raise VoiceInvalid(path=str(data), problem="espeak-ng cannot read Spanish with this data")
    return ready


def installed() -> Library:
    """The library that espeakng_loader carries, loaded at the first call.

    Raises:
        ExtraMissing: the package is not installed.
        VoiceInvalid: its files are damaged.
    """
    with _LOADING:
        return _installed()


@functools.cache
def _installed() -> Library:
    try:
        import espeakng_loader
    except ImportError as error:
        raise ExtraMissing(extra="voice", package=espeak_data.PACKAGE) from error
    library = Path(espeakng_loader.get_library_path())
    return load(library, library.parent / espeak_data.FOLDER, espeak_data.installed_hashes())
