"""A home with a small model, a page on a stage, and a hub that does what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from garita import paths
from garita.convert.random_base import TINY, random_base
from garita.desktop.officers.page import OfficersPage
from garita.desktop.theme import Theme
from tests.desktop.officers.scene import Hub, Scene, scene


@pytest.fixture
def models(home: Path) -> Path:
    folder = paths.user_models()
    folder.mkdir(parents=True)
    random_base(folder / "small.gguf", TINY, "Q4_K")
    return folder


@pytest.fixture
def stage(theme: Theme, home: Path) -> Iterator[Scene]:
    with scene(theme) as made:
        yield made


@pytest.fixture
def hub() -> Iterator[Hub]:
    hub = Hub()
    yield hub
    hub.may_go_on.set()


@pytest.fixture
def open_page(qtbot: QtBot, stage: Scene, hub: Hub) -> Callable[[], OfficersPage]:
    def opened() -> OfficersPage:
        page = OfficersPage(stage.context, hub)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitUntil(lambda: page.stock is not None)
        return page

    return opened
