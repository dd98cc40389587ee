"""A file is the old one or the whole new one, and as readable as any other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from garita.files import write_beside


def test_content_and_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    write_beside(path, b"one")
    write_beside(path, b"two")
    (tmp_path / "usual").touch()
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.txt"
    write_beside(path, b"old")
    monkeypatch.setattr(os, "fsync", _disk_full)
    with pytest.raises(OSError, match="full"):
        write_beside(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def _disk_full(_: int) -> None:
    raise OSError("disk full")
