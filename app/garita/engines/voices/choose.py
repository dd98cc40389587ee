"""Which voice speaks: the one in the settings, or one that fits the scenario's country and its officer's name.

Knows the engines of this package; a voice from elsewhere (the system's, in the desktop) is chosen by its own name
before this is asked. Countries are ISO 3166, names as in the scenario.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from garita import paths
from garita.engines.ports import TextToSpeech
from garita.engines.voices import espeak, piper
from garita.engines.voices.espeak import EspeakVoice
from garita.engines.voices.piper import PiperVoice
from garita.errors import VoiceMissing

Gender = Literal["man", "woman", ""]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Variants that only move pitch and formants, so that every officer is as easy to understand as the next.
MEN = ("m1", "m2", "m3", "m4", "m5", "m7")
WOMEN = ("f1", "f2", "f3", "f4", "f5")

# First names whose ending tells the wrong thing or nothing.
_MEN = _names(
    """
    abel adrian agustin andres angel benjamin borja cesar cristian cristobal daniel david edgar efrain elias esteban
    fabian felipe felix fermin gabriel german gil guzman hector hernan hugo ignacio isaac ismael israel ivan jaime
    javier jesus joan joaquin joel jonathan jordi jorge jose josue juan julian kevin leonel luca lucas luis manuel
    marcel marcos martin matias maximiliano miguel moises nahuel nelson nicolas noe oliver omar oscar pau rafael ramon
    raul ricard ruben samuel santos saul sebastian simon tomas vicente victor walter washington wilkin wilson xavier
    """
)
_WOMEN = _names(
    """
    abril araceli azucena beatriz belen carmen caridad concepcion consuelo dolores edith elisabet elizabeth
    encarnacion ester esther estibaliz flor gladys guadalupe ines ingrid irene iris isabel itziar jacqueline jazmin
    judith karen leonor lizbeth lourdes luz mabel maite maribel marisol maricarmen mercedes merche milagros miriam
    monserrat montserrat nayeli nieves noemi nuria paz pilar raquel rocio rosario ruth sol soledad trinidad vivian
    """
)


def voices_folder() -> Path:
    """Where users drop Piper voices."""
    return paths.home() / "voices"


def present(folder: Path | None = None) -> tuple[str, ...]:
    """The voices that are here: espeak-ng's two, and every .onnx in ``folder``, whole or not."""
    found = sorted((folder or voices_folder()).glob("*.onnx"))
    return (*(espeak.PREFIX + language for language in espeak.LANGUAGES), *(piper.PREFIX + file.stem for file in found))


def choose(country: str, officer: str, wanted: str = "", here: Sequence[str] = ()) -> str:
    """A voice's name for an officer: ``wanted`` as it is, else espeak-ng's with a variant that is always the officer's.

    ``here`` are the names that ``present`` gave. A language wanted without a variant ("espeak:es") stays without.

    Raises:
        VoiceMissing: ``wanted`` is not among them and no variant of one of them.
    """
    if wanted:
        if wanted.partition("+")[0] not in here:
            raise VoiceMissing(name=wanted, present=", ".join(here))
        return wanted
    language = "es" if country.upper() == "ES" else "es-419"
    variants = {"man": MEN, "woman": WOMEN, "": MEN + WOMEN}[gender_of(officer)]
    return f"{espeak.PREFIX}{language}+{variants[zlib.crc32(officer.encode()) % len(variants)]}"


def gender_of(officer: str) -> Gender:
    """By the first name; "" where it does not tell."""
    name = _plain(officer.split()[0]) if officer.split() else ""
    if name in _MEN or name in _WOMEN:
        return "man" if name in _MEN else "woman"
    return "woman" if name.endswith("a") else "man" if name.endswith("o") else ""


def open_voice(name: str, folder: Path | None = None, *, threads: int = 1) -> TextToSpeech:
    """Load the voice of that name.

    Raises:
        VoiceMissing, VoiceInvalid, ExtraMissing.
    """
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


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if letter.isalpha())
