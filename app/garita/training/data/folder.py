"""A dataset folder: the files in it, and what its dataset.json says about where every conversation went.

Other tools ask here whether two sets have conversations in common. Knows no cleaning and no reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from garita.errors import DatasetRefused
from garita.training.data.splits import SPLITS, Shares, Split

DESCRIPTION = "dataset.json"
SET_ASIDE = "set_aside.jsonl"
REPORT, REPORT_PAGE = "report.json", "report.html"
VERSION = 1


class Source(msgspec.Struct, frozen=True):
    """A file that was read: its SHA-256, and how many of its rows were which format."""

    path: str
    sha256: str
    bytes: int
    formats: dict[str, int]


class Description(msgspec.Struct, frozen=True):
    """dataset.json. ``hashes`` has the fingerprint of every conversation in every part, in the order of the lines."""

    hashes: dict[Split, list[str]]
    shares: Shares
    rules: dict[str, Any]
    sources: list[Source]
    versions: dict[str, str]
    sample: int | None = None
    split_rule: str = "the first 16 digits of the fingerprint as a share of 16^16: test, then validation, then train"
    version: int = VERSION


class SetAside(msgspec.Struct, frozen=True):
    """One line of set_aside.jsonl: a row that is in no part, and why."""

    file: str
    line: int
    reason: str
    detail: str


def split_file(folder: Path, split: Split) -> Path:
    """Where a part lies: train.jsonl, validation.jsonl, test.jsonl."""
    return folder / f"{split}.jsonl"


def describe(folder: Path) -> Description:
    """Read dataset.json.

    Raises:
        DatasetRefused: there is none, or it is damaged or of a later version.
    """
    path = folder / DESCRIPTION
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Description)
    except FileNotFoundError as error:
        raise DatasetRefused(path=str(folder), problem=f"{DESCRIPTION} is missing: it is no dataset folder") from error
    except OSError as error:
        raise DatasetRefused(path=str(path), problem=f"cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DatasetRefused(path=str(path), problem=f"is damaged: {error}") from error
    if found.version != VERSION:
        raise DatasetRefused(path=str(path), problem=f"is of version {found.version}, expected {VERSION}")
    return found


def refuse_overlap(path: Path, fingerprints: Iterable[str], trained_on: Description) -> None:
    """See to it that nothing is measured on what was learned.

    Args:
        path: the evaluation set, for the message.
        fingerprints: of its conversations (``conversation_line.fingerprint``).
        trained_on: the dataset of the model that is judged; its training and validation parts count.

    Raises:
        DatasetRefused: some are the same.
    """
    learned = {one for split in SPLITS if split != "test" for one in trained_on.hashes.get(split, [])}
    common = sum(one in learned for one in set(fingerprints))
    if common:
        raise DatasetRefused(path=str(path), problem=f"{common} of its conversations are in the training set, too")


def check_free(folder: Path) -> None:
    """See to it that a new dataset overwrites nothing.

    Raises:
        DatasetRefused: something is there already.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise DatasetRefused(path=str(folder), problem="there is something already")
