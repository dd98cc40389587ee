"""What is kept of the student's voice, and what happens when it cannot be kept."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from garita import messages_to_user
from garita.audio.files import read
from garita.messages import Notice
from garita.session.recordings import Recordings
from garita.sound import RATE, Samples

SOUND: Samples = (0.2 * np.sin(np.arange(RATE // 2) / 10)).astype(np.float32)


def test_each_turn_is_a_file_in_a_folder_that_is_made(tmp_path: Path) -> None:
    told: list[Notice] = []
    keep = Recordings(tmp_path / "new" / "recordings", lambda: 7, told.append)
    keep(1, SOUND)
    keep(3, SOUND)
    assert sorted(path.name for path in (tmp_path / "new" / "recordings").iterdir()) == ["7-1.flac", "7-3.flac"]
    assert np.abs(read(tmp_path / "new" / "recordings" / "7-3.flac") - SOUND).max() < 1e-3
    assert not told


def test_a_folder_that_cannot_be_made_is_told_once_and_tried_again(tmp_path: Path) -> None:
    told: list[Notice] = []
    folder = tmp_path / "recordings"
    folder.write_text("a file stands where the folder should be")
    keep = Recordings(folder, lambda: 7, told.append)
    keep(1, SOUND)
    keep(2, SOUND)
    assert [(notice.turn, notice.key) for notice in told] == [(1, "recordings_failed")]
    for language in ("en", "es"):
        assert str(folder) in messages_to_user.notice(told[0].key, language, **told[0].facts)
    folder.unlink()
    keep(3, SOUND)
    assert [path.name for path in folder.iterdir()] == ["7-3.flac"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    import resource

    told: list[Notice] = []
    keep = Recordings(tmp_path / "recordings", lambda: 7, told.append)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        keep(1, SOUND)
        keep(2, SOUND)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [notice.key for notice in told] == ["recordings_failed"]
    assert not list((tmp_path / "recordings").iterdir())
    keep(3, SOUND)
    assert [path.name for path in (tmp_path / "recordings").iterdir()] == ["7-3.flac"]
