"""The catalogue: models that can be had, what each takes, and whom it is for; and whether one suits this machine.

Reads models/catalogue.toml and knows no network: sizes are what was known when it was written, a download asks the hub.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from garita import paths, toml_file
from garita.errors import CatalogueInvalid
from garita.library.recognisers import REPOSITORIES
from garita.library.shelf import RESERVE

Fit = Literal["suits", "tight", "too_large"]
COMFORT = 1024 * 1024 * 1024
"""Free beside a model that suits: for a recogniser, the voice and what else is open."""

_Line = Annotated[str, Meta(min_length=1, max_length=300)]


class ForWhom(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence on who should take it."""

    en: _Line
    es: _Line


class Officer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chat model on the hub.

    Attributes:
        bytes: of its file.
        memory_bytes: to run it with a context of 4096 tokens.
        parameters: how many weights.
        languages: ISO 639-1 codes it is good at, Spanish first.
        licence: its name; ``terms`` says where it can be read, where it is not a usual open one.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z0-9.-]+$")]
    name: _Line
    repository: Annotated[str, Meta(pattern=r"^[\w.-]+/[\w.-]+$")]
    file: Annotated[str, Meta(pattern=r"^[\w.-]+\.gguf$")]
    bytes: Annotated[int, Meta(gt=0)]
    memory_bytes: Annotated[int, Meta(gt=0)]
    parameters: Annotated[int, Meta(gt=0)]
    quantisation: _Line
    licence: _Line
    languages: tuple[str, ...]
    for_whom: ForWhom
    terms: str = ""


class Recogniser(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A size of Whisper; its repository is the one ``recognisers`` knows under ``id``."""

    id: str
    name: _Line
    bytes: Annotated[int, Meta(gt=0)]
    memory_bytes: Annotated[int, Meta(gt=0)]
    parameters: Annotated[int, Meta(gt=0)]
    licence: _Line
    for_whom: ForWhom


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be had, the smallest first."""

    officer: tuple[Officer, ...]
    recogniser: tuple[Recogniser, ...]


def read(path: Path | None = None) -> Catalogue:
    """The catalogue, the shipped one where none is named.

    Raises:
        CatalogueInvalid: with path, line, key and problem.
    """
    return _shipped() if path is None else toml_file.read(path, Catalogue, _problems, CatalogueInvalid)


@cache
def _shipped() -> Catalogue:
    return read(paths.models() / "catalogue.toml")


def fits(entry: Officer | Recogniser, memory_free: int) -> Fit:
    """Whether this machine can run it with ``memory_free`` bytes: easily, just so, or not at all."""
    left = memory_free - entry.memory_bytes - RESERVE
    return "suits" if left >= COMFORT else "tight" if left >= 0 else "too_large"


def _problems(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What the types cannot say."""
    seen: set[str] = set()
    for index, officer in enumerate(catalogue.officer):
        if officer.memory_bytes <= officer.bytes:
            yield f"officer[{index}].memory_bytes", "must be larger than the file"
        if officer.languages[:1] != ("es",):
            yield f"officer[{index}].languages", "Spanish must come first"
        for name in (officer.id, officer.file):
            if name in seen:
                yield f"officer[{index}].{'id' if name == officer.id else 'file'}", f"{name} is there twice"
            seen.add(name)
    for index, recogniser in enumerate(catalogue.recogniser):
        if recogniser.id not in REPOSITORIES:
            yield f"recogniser[{index}].id", f"{recogniser.id} is no known recogniser"
