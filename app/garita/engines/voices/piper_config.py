"""A Piper voice's .onnx.json: read, checked, and phonemes turned into the numbers its network wants.

Follows Piper's published format. Knows neither onnxruntime nor sound.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from garita.errors import VoiceInvalid

BEGIN, END, PAD = "^", "$", "_"
_Factor = Annotated[float, Meta(ge=0, le=10)]


class Audio(msgspec.Struct, frozen=True):
    """How the sound comes out."""

    sample_rate: Annotated[int, Meta(ge=8000, le=48_000)]


class Espeak(msgspec.Struct, frozen=True):
    """Which of espeak-ng's voices made the phonemes it was trained on."""

    voice: str


class Inference(msgspec.Struct, frozen=True):
    """How much chance is in the voice, and how slow it is."""

    noise_scale: _Factor = 0.667
    length_scale: Annotated[float, Meta(gt=0, le=10)] = 1.0
    noise_w: _Factor = 0.8


class Config(msgspec.Struct, frozen=True):
    """What Garita uses of a voice's description; Piper writes more."""

    audio: Audio
    espeak: Espeak
    phoneme_id_map: dict[str, list[int]]
    inference: Inference = Inference()
    num_speakers: int = 1
    phoneme_type: Literal["espeak", "text"] = "espeak"


class Numbered(NamedTuple):
    """The network's input, and for each of its numbers the phoneme it stands for ("" for what is between)."""

    ids: tuple[int, ...]
    phonemes: tuple[str, ...]


def read(path: Path) -> Config:
    """The description beside a voice.

    Raises:
        VoiceInvalid: it is missing, broken, or of a voice that does not speak Spanish.
    """
    try:
        config = msgspec.json.decode(path.read_bytes(), type=Config)
    except OSError as error:
        raise VoiceInvalid(path=str(path), problem=error.strerror or "it cannot be read") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise VoiceInvalid(path=str(path), problem=str(error)) from error
    missing = [sign for sign in (BEGIN, END, PAD) if not config.phoneme_id_map.get(sign)]
    if missing:
        raise VoiceInvalid(path=str(path), problem=f"phoneme_id_map lacks {' '.join(missing)}")
    if config.espeak.voice.partition("-")[0] != "es":
        raise VoiceInvalid(path=str(path), problem=f"it speaks {config.espeak.voice!r}, not Spanish")
    return config


def numbered(phonemes: Sequence[str], config: Config) -> Numbered:
    """Phonemes (one or more signs each) as Piper numbers them: decomposed, padded, between a beginning and an end.

    Signs that the voice was not trained on are left out.
    """
    table = config.phoneme_id_map
    ids, names = [*table[BEGIN], *table[PAD]], [""] * (len(table[BEGIN]) + len(table[PAD]))
    for sign in unicodedata.normalize("NFD", "".join(phonemes)):
        if known := table.get(sign):
            ids += [*known, *table[PAD]]
            names += [sign, *[""] * (len(known) + len(table[PAD]) - 1)]
    ids += table[END]
    names += [""] * len(table[END])
    return Numbered(tuple(ids), tuple(names))
