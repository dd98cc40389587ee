"""Is espeak-ng's data whole? The library trusts its files: a shortened one can end the whole process.

Knows the files that Spanish needs and the hashes that the package was installed with; loads nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from garita.errors import VoiceInvalid

PACKAGE = "espeakng-loader"
FOLDER = "espeak-ng-data"
NEEDED = ("phontab", "phonindex", "phondata", "intonations", "es_dict", "lang/roa/es", "lang/roa/es-419")
LONGEST_PATH = 150  # espeak-ng keeps the folder in a buffer of 160 bytes and cuts what is longer without a word


def check(data: Path, hashes: Mapping[str, str]) -> None:
    """Look at every file that a Spanish voice needs; ``hashes`` as from ``installed_hashes``, may lack any.

    Raises:
        VoiceInvalid: with the first file that is missing, empty or altered, or with a path that is too long.
    """
    if len(str(data).encode()) > LONGEST_PATH:
        raise VoiceInvalid(path=str(data), problem=f"the folder's path is longer than {LONGEST_PATH} bytes")
    for name in NEEDED:
        file = data / name
        try:
            content = file.read_bytes()
        except OSError as error:
            raise VoiceInvalid(path=str(file), problem=error.strerror or "it cannot be read") from error
        if not content:
            raise VoiceInvalid(path=str(file), problem="the file is empty")
        if name in hashes and hashes[name] != _hash(content):
            raise VoiceInvalid(path=str(file), problem="the file is not the one that was installed")


def installed_hashes() -> dict[str, str]:
    """Name below the data folder -> hash, as the installer noted them; empty in a build that carries no such notes."""
    try:
        files = metadata.distribution(PACKAGE).files or []
    except metadata.PackageNotFoundError:
        return {}
    marked = ((file.as_posix().partition(f"{FOLDER}/")[2], file.hash) for file in files)
    return {name: hash_.value for name, hash_ in marked if name and hash_ and hash_.mode == "sha256"}


def _hash(content: bytes) -> str:
    """SHA-256 as wheels write it: URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
