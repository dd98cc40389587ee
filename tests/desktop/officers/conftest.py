"""A home with a small model, a page on a stage, and a hub that does what it is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from garita import paths
from garita.convert.random_base import TINY, random_base
from garita.desktop.officers.page import OfficersPage
from garita.desktop.theme import Theme
from tests.desktop.officers.scene import Hub, Scene, scene


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Written once: encoding its random numbers takes longer than a test."""
    return random_base(tmp_path_factory.mktemp("base") / "small.gguf", TINY, "Q4_K")


@pytest.fixture
def models(home: Path, small_model: Path) -> Path:
    folder = paths.user_models()
    folder.mkdir(parents=True)
    shutil.copy(small_model, folder)
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
