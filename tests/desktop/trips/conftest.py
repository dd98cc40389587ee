"""A desk with a headset and a camera's microphone, and what tests of the trips need of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from garita import paths
from garita.desktop.theme import Theme
from tests.audio.fake_system import CAMERA, HEADSET, MONITOR, SPEAKERS
from tests.desktop.desk import Desk

SHIPPED = (paths.assets() / "scenarios" / "es_barajas_turismo.toml").read_text(encoding="utf-8")


@pytest.fixture
def desk(theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(theme, tmp_path, HEADSET, CAMERA, MONITOR, SPEAKERS)
    yield desk
    desk.close()


@pytest.fixture
def own_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a scenario of one's own outside of the home, with changes."""

    def write(name: str = "mi_viaje", *changes: tuple[str, str]) -> Path:
        text = SHIPPED.replace("es_barajas_turismo", name)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def words() -> Callable[[QWidget], str]:
    """Everything that can be read on a widget."""

    def read(widget: QWidget) -> str:
        return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))

    return read
