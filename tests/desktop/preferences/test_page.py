"""Every control keeps its value: what the user does is in the settings, what changes elsewhere is on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QKeySequenceEdit, QPushButton, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from garita.audio.devices import Device
from garita.desktop.context import Context, Help
from garita.desktop.jobs import Jobs
from garita.desktop.preferences.about import AboutPage, parts, version_details
from garita.desktop.preferences.page import SettingsPage
from garita.desktop.preferences.rows import Row
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import Switch
from garita.engine_room import EngineRoom
from garita.settings import Settings
from tests.audio.fake_system import CAMERA, HEADSET, MONITOR, SPEAKERS, FakeSystem


class Desk:
    """A context that notes where the page leads and what it tells."""

    def __init__(self, theme: Theme, *devices: Device) -> None:
        self.jobs = Jobs()
        self.settings = SettingsKeeper(Settings(), self.jobs)
        self.went: list[str] = []
        self.told: list[tuple[Any, Help | None]] = []
        engines = EngineRoom(lambda: self.settings.now, _no_journal, lambda: FakeSystem(*devices))
        self.context = Context(
            theme=theme, settings=self.settings, jobs=self.jobs, engines=engines, journal=_no_journal, language="en",
            go=lambda page, **_: self.went.append(page), tell=lambda what, help=None: self.told.append((what, help)),
        )  # fmt: skip


def _no_journal() -> Any:
    raise AssertionError("settings need no journal")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    desk = Desk(theme, HEADSET, CAMERA, MONITOR, SPEAKERS)
    yield desk
    desk.jobs.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def control(page: SettingsPage, title: str, kind: type[QWidget]) -> Any:
    """The control that a screen reader calls so."""
    return next(one for one in page.findChildren(kind) if one.accessibleName() == title)


def test_a_switch_by_mouse_and_by_key(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    switch = control(page, "Keep my voice", Switch)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert desk.settings.now.voice.keep_recordings
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not desk.settings.now.voice.keep_recordings


def test_a_slider_says_its_value_in_words(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    pause = control(page, "Pause that ends your turn", QSlider)
    assert pause.accessibleDescription() == "Automatic"
    for _ in range(7):
        qtbot.keyClick(pause, Qt.Key.Key_Right)
    assert desk.settings.now.voice.pause == pytest.approx(0.7)
    assert pause.accessibleDescription() == "0.7 s"


def test_a_choice_a_number_and_a_key(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    theme = control(page, "Theme", QComboBox)
    qtbot.keyClicks(theme, "Dark")
    theme.activated.emit(theme.currentIndex())
    assert desk.settings.now.window.theme == "dark"
    threads = control(page, "Threads", QSpinBox)
    assert threads.text() == "Automatic"
    qtbot.keyClick(threads, Qt.Key.Key_Up)
    assert desk.settings.now.model.threads == 1
    key = control(page, "Key to talk", QKeySequenceEdit)
    key.setKeySequence("F8")
    key.editingFinished.emit()
    assert desk.settings.now.window.talk_key == "F8"


def test_what_changes_elsewhere_is_shown(page: SettingsPage, desk: Desk) -> None:
    desk.settings.change({"window.theme": "contrast", "voice.speed": 0.75, "voice.aloud": False, "model.threads": 4})
    assert control(page, "Theme", QComboBox).currentText() == "High contrast"
    assert control(page, "Speed of speech", QSlider).accessibleDescription() == "0.75×"
    assert not control(page, "Speak aloud", Switch).isChecked()
    assert control(page, "Threads", QSpinBox).value() == 4


def test_devices_are_listed_without_monitors_and_a_chosen_one_that_is_gone_stays(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    microphones = control(page, "Microphone", QComboBox)
    qtbot.waitUntil(lambda: microphones.count() == 3)
    assert [microphones.itemText(index) for index in range(3)] == ["As the system", "Headset", "Camera"]
    desk.settings.change({"voice.microphone": "Unplugged"})
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: microphones.currentText() in ("Unplugged", "As the system"))
    assert desk.settings.now.voice.microphone == "Unplugged"


def test_all_goes_back_to_the_initial_values_and_can_be_undone(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    desk.settings.change({"voice.speed": 0.75, "window.welcomed": True})
    reset = next(one for one in page.findChildren(QPushButton) if one.text() == "Back to the initial values")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert desk.settings.now.voice.speed == 1.0
    assert desk.settings.now.window.welcomed  # nobody wants to be welcomed twice
    _, help = desk.told[0]
    assert help is not None
    help.act()
    assert desk.settings.now.voice.speed == 0.75


@pytest.mark.parametrize("button", ["Choose a recogniser", "Choose an officer"])
def test_what_is_chosen_elsewhere_leads_there(page: SettingsPage, desk: Desk, qtbot: QtBot, button: str) -> None:
    found = next(one for one in page.findChildren(QPushButton) if one.text() == button)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert desk.went == ["officers"]


def test_every_control_has_a_name_for_screen_readers(page: SettingsPage) -> None:
    rows = page.findChildren(Row)
    assert len(rows) > 20
    assert all(row.control.accessibleName() for row in rows)


def test_without_a_loudspeaker_trying_the_voice_says_so(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(theme)
    told: list[BaseException] = []
    desk.jobs.unhandled.connect(told.append)
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Hear it")
    button.click()
    qtbot.waitUntil(lambda: len(told) == 1, timeout=8000)
    assert type(told[0]).__name__ == "NoLoudspeaker"
    qtbot.waitUntil(lambda: button.text() == "Hear it")
    desk.jobs.close()


def test_about_lists_the_parts_with_their_licences(qtbot: QtBot, desk: Desk) -> None:
    page = AboutPage(desk.context)
    qtbot.addWidget(page)
    page.shown()
    waited: Callable[[], bool] = lambda: page.table.rowCount() > 10  # noqa: E731
    qtbot.waitUntil(waited)
    found = {name: (version, licence) for name, version, licence in parts()}
    assert found["msgspec"][1].startswith("BSD")
    assert all(licence not in ("", "–") for _, licence in found.values())
    assert "PySide6" in version_details()
