"""Every page has its picture, and no picture is empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from garita.desktop import screenshots
from garita.errors import OutputNotWritable

PAGES = {
    "empty", "booth", "verdict", "debrief", "welcome", "trips", "history", "progress", "officers", "settings", "about",
    "present", "stage",
}  # fmt: skip


@pytest.mark.timeout(150)
@pytest.mark.usefixtures("qtbot")
def test_every_page_is_photographed(tmp_path: Path) -> None:
    files = list(screenshots.take(tmp_path / "shots", "es", ["dark"]))
    assert {file.name for file in files} == {f"dark-{page}.png" for page in PAGES}
    for file in files:
        image = QImage(str(file))
        assert image.width() >= 1024
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(colours) > 20, file.name


@pytest.mark.usefixtures("qtbot")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritable):
        next(screenshots.take(tmp_path / "file" / "shots"))
