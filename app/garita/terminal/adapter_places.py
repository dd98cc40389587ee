"""Adapters as the user names them: places on this computer, or "hub:OWNER/NAME" on the Hugging Face hub.

Only that word asks the network for something. What was fetched stays in the cache folder and is not fetched again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from garita import paths
from garita.errors import ConversionRefused, OutputNotWritable
from garita.library import hub
from garita.library.recognisers import OnProgress
from garita.terminal.byte_progress import byte_progress

_HUB = "hub:"
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_FILES = ("adapter_config.json", "adapter_model.safetensors")


class Fetch(Protocol):
    """What hub.fetch does."""

    def __call__(self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: Sequence[str]) -> None:
        """Fill ``folder`` with the wanted files of ``repository``."""


def at_hand(named: Sequence[str], fetch: Fetch = hub.fetch) -> list[str]:
    """The same adapters with their weights, those of the hub as folders of this computer.

    Raises:
        ConversionRefused: a name that no adapter of the hub can have.
        DownloadFailed: the hub cannot be reached, or has no such adapter.
        OutputNotWritable: the cache folder cannot be written.
    """
    return [_fetched(one, fetch) if one.startswith(_HUB) else one for one in named]


def _fetched(name: str, fetch: Fetch) -> str:
    repository, colon, weight = name.removeprefix(_HUB).partition(":")
    if not _REPOSITORY.fullmatch(repository):
        raise ConversionRefused(path=name, problem="is not of the form hub:OWNER/NAME")
    folder = paths.cache() / "adapters" / repository.replace("/", "--")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with byte_progress(repository) as on_progress:
            fetch(repository, folder, lambda step: on_progress(step.done_bytes, step.total_bytes), wanted=_FILES)
    except OSError as error:
        raise OutputNotWritable(path=str(folder), reason=error.strerror or str(error)) from error
    return f"{folder}{colon}{weight}"
