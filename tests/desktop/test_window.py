"""Navigation by mouse and keyboard, notices with their buttons, jobs in one place, closing at any moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.context import Help, PageName
from garita.desktop.jobs import Jobs, Progress
from garita.desktop.jobs_view import JobsButton, JobsPanel
from garita.desktop.theme.theme import Theme
from garita.desktop.window import Window
from garita.errors import Cancelled, ModelMissing

PAGES: tuple[PageName, ...] = ("booth", "trips", "history", "progress", "officers", "presenter", "settings", "about")


class FakePage(QLabel):
    """Says what it was shown for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.calls: list[dict[str, Any]] = []
        self.busy = False

    def shown(self, **what: Any) -> None:
        self.calls.append(what)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def place(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, jobs: Jobs, place: QSettings) -> Window:
    window = Window(theme, jobs, lambda: "en", place)
    qtbot.addWidget(window)
    window.pages({name: (lambda name=name: FakePage(name)) for name in PAGES})
    window.show()
    return window


def buttons(widget: QWidget, text: str) -> list[QWidget]:
    found = [*widget.findChildren(QToolButton), *widget.findChildren(QPushButton)]
    return [button for button in found if text in (button.text(), button.accessibleName())]


def test_a_page_is_made_when_it_is_wanted_and_only_once(window: Window, qtbot: QtBot) -> None:
    assert window.made() == []
    for name, text in (("trips", "Trips"), ("history", "History"), ("trips", "Trips")):
        qtbot.mouseClick(buttons(window.rail, text)[0], Qt.MouseButton.LeftButton)
        assert window.current == name
    assert len(window.made()) == 2


def test_the_keyboard_reaches_every_page(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, name in enumerate(PAGES, start=1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda name=name: window.current == name)


def test_a_page_is_told_what_it_is_shown_for(window: Window) -> None:
    window.go("history", conversation=7)
    page = window.page("history")
    assert isinstance(page, FakePage)
    assert page.calls == [{"conversation": 7}]


def test_every_button_of_the_rail_has_a_name_for_screen_readers(window: Window) -> None:
    names = []
    for button in window.rail.findChildren(QToolButton):
        if button.isVisible():
            interface = QAccessible.queryAccessibleInterface(button)
            names.append(interface.text(QAccessible.Text.Name))
            assert interface.role() in (
                QAccessible.Role.CheckBox,
                QAccessible.Role.Button,
                QAccessible.Role.RadioButton,
            )
    assert names == ["Booth", "Trips", "History", "Progress", "Officers", "Present", "Settings", "About"]


def test_an_error_is_a_sentence_with_a_button_that_helps(window: Window, qtbot: QtBot) -> None:
    helped: list[int] = []
    window.tell(ModelMissing(path="a.gguf"), Help("Choose another", lambda: helped.append(1)))
    assert any("a.gguf" in label.text() for label in window.notices.findChildren(QLabel))
    qtbot.mouseClick(buttons(window.notices, "Choose another")[0], Qt.MouseButton.LeftButton)
    assert helped == [1]
    assert not window.notices.isVisible()


def test_a_bug_offers_its_details_for_copying(window: Window, qtbot: QtBot) -> None:
    try:
        raise KeyError("oops")
    except KeyError as error:
        window.tell(error)
    qtbot.mouseClick(buttons(window.notices, "Copy details")[0], Qt.MouseButton.LeftButton)
    assert "KeyError: 'oops'" in QApplication.clipboard().text()


def test_cancelling_is_silent_and_nothing_is_told_twice(window: Window) -> None:
    window.tell(Cancelled())
    assert not window.notices.isVisible()
    for _ in range(2):
        window.tell(ModelMissing(path="a.gguf"))
    assert len(buttons(window.notices, "Close")) == 1


def test_many_notices_leave_room_for_the_page(window: Window) -> None:
    for number in range(9):
        window.tell(f"Notice {number}")
    shown = [label.text() for label in window.notices.findChildren(QLabel) if label.text().startswith("Notice")]
    assert shown[-1] == "Notice 8"
    assert window.notices.height() < window.height() / 2


def test_a_job_is_seen_and_stopped(window: Window, jobs: Jobs, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(0.5, "half of it")
        progress.on_cancel(stopped.set)
        stopped.wait(5)
        progress.check()

    job = jobs.start("Copying a model", work, lambda _: None)
    button = window.rail.findChildren(JobsButton)[0]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = window.findChildren(JobsPanel)[0]
    assert panel.isVisible()
    qtbot.waitUntil(lambda: any(label.text() == "half of it" for label in panel.findChildren(QLabel)))
    qtbot.mouseClick(buttons(panel, "Stop: Copying a model")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert any(label.text() == "Stopped" for label in panel.findChildren(QLabel))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_another_language_makes_pages_anew_but_for_a_busy_one(window: Window) -> None:
    window.go("booth")
    window.go("trips")
    booth, trips = window.page("booth"), window.page("trips")
    assert isinstance(booth, FakePage)
    booth.busy = True
    window.renew({name: (lambda name=name: FakePage(f"nuevo {name}")) for name in PAGES})
    assert window.page("booth") is booth
    assert window.page("trips") is not trips
    assert window.current == "trips"


def test_size_and_place_come_back_and_never_lie_off_the_screen(
    qtbot: QtBot, theme: Theme, jobs: Jobs, place: QSettings
) -> None:
    first = Window(theme, jobs, lambda: "en", place)
    qtbot.addWidget(first)
    first.pages({"trips": lambda: FakePage("trips")})
    first.show()
    first.move(9000, 9000)
    first.close()
    second = Window(theme, jobs, lambda: "en", place)
    qtbot.addWidget(second)
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(second.frameGeometry())


def test_closing_is_told_after_the_window_is_hidden(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()
    assert not window.isVisible()


def test_models_and_trips_may_be_dropped_anywhere_and_nothing_else(window: Window, tmp_path: Path) -> None:
    taken: list[list[Path]] = []
    window.dropped.connect(taken.append)
    model, trip, picture = tmp_path / "a.GGUF", tmp_path / "b.toml", tmp_path / "c.png"
    for files, accepted in (([model, trip, picture], True), ([picture], False)):
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        where = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enters = QDragEnterEvent(QPoint(5, 5), *where)
        enters.ignore()
        window.dragEnterEvent(enters)
        assert enters.isAccepted() == accepted
        if accepted:
            window.dropEvent(QDropEvent(QPointF(5, 5), *where))
    assert taken == [[model, trip]]
