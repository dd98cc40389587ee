"""Which voice speaks: the one in the settings, or one that fits the scenario's country and its officer's name.

Knows the engines of this package. Countries are ISO 3166, names as in the scenario.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from garita import paths
from garita.engines.ports import TextToSpeech
from garita.engines.voices import espeak, piper, system
from garita.engines.voices.espeak import EspeakVoice
from garita.engines.voices.gender import gender_of
from garita.engines.voices.piper import PiperVoice
from garita.engines.voices.system import SystemVoice
from garita.errors import VoiceMissing

# Variants that only move pitch and formants, so that every officer is as easy to understand as the next.
MEN = ("m1", "m2", "m3", "m4", "m5", "m7")
WOMEN = ("f1", "f2", "f3", "f4", "f5")


def voices_folder() -> Path:
    """Where users drop Piper voices."""
    return paths.home() / "voices"


def present(folder: Path | None = None) -> tuple[str, ...]:
    """The voices that come with Garita or were dropped here: espeak-ng's two, every .onnx in ``folder``, whole or not.

    The computer's own (``system.installed``) are not among them: to list those takes a process.
    """
    found = sorted((folder or voices_folder()).glob("*.onnx"))
    return (*(espeak.PREFIX + language for language in espeak.LANGUAGES), *(piper.PREFIX + file.stem for file in found))


def choose(country: str, officer: str, wanted: str = "", here: Sequence[str] = ()) -> str:
    """A voice's name for an officer: ``wanted`` as it is, else espeak-ng's with a variant that is always the officer's.

    ``here`` are the names that ``present`` gave. A language wanted without a variant ("espeak:es") stays without.
    Whether one of the computer's own is there is seen when it is opened.

    Raises:
        VoiceMissing: ``wanted`` is not among them and no variant of one of them.
    """
    if wanted:
        if not wanted.startswith(system.PREFIX) and wanted.partition("+")[0] not in here:
            raise VoiceMissing(name=wanted, present=", ".join(here))
        return wanted
    language = "es" if country.upper() == "ES" else "es-419"
    variants = {"man": MEN, "woman": WOMEN, "": MEN + WOMEN}[gender_of(officer)]
    return f"{espeak.PREFIX}{language}+{variants[zlib.crc32(officer.encode()) % len(variants)]}"


def open_voice(name: str, folder: Path | None = None, *, threads: int = 1) -> TextToSpeech:
    """Load the voice of that name.

    Raises:
        VoiceMissing, VoiceInvalid, ExtraMissing.
    """
    if name.startswith(system.PREFIX):
        return SystemVoice(name)
    if not name.startswith(piper.PREFIX):
        return _with_present(name, folder)
    model = (folder or voices_folder()) / f"{name.removeprefix(piper.PREFIX)}.onnx"
    if name not in present(folder):
        raise VoiceMissing(name=name, present=", ".join(present(folder)))
    return PiperVoice(model, threads=threads)


def _with_present(name: str, folder: Path | None) -> TextToSpeech:
    try:
        return EspeakVoice(name)
    except VoiceMissing as error:  # espeak-ng knows only its own
        raise VoiceMissing(name=name, present=", ".join(present(folder))) from error
