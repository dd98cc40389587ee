from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from garita.desktop.officer.face import STAMP_SECONDS
from garita.desktop.officer.view import OfficerView
from garita.desktop.theme import Theme
from garita.roleplay import scenario_file

CARMEN = scenario_file.find("es_barajas_turismo")
HERNAN = scenario_file.find("cl_libertadores_mascota")


class Clock:
    """Seconds that go on only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def moving(qtbot: QtBot) -> Iterator[Theme]:
    theme = Theme("light")
    yield theme
    theme.deleteLater()


def booth(qtbot: QtBot, theme: Theme, clock: Clock, size: tuple[int, int] = (420, 420)) -> OfficerView:
    view = OfficerView(theme, clock=clock)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_scenario(CARMEN, 12)
    view.show()
    return view


def picture(view: OfficerView) -> QImage:
    return view.grab().toImage()


def after(view: OfficerView, clock: Clock, seconds: float) -> QImage:
    """What is seen when the time has passed in pictures, as a running timer would let it."""
    for _ in range(round(seconds * 30)):
        clock.now += 1 / 30
        view.repaint()
    return picture(view)


def changed(one: QImage, other: QImage) -> QRect:
    """The smallest rectangle around all pixels that plainly differ."""
    found = QRect()
    step = max(2, one.width() // 260)
    for y in range(0, one.height(), step):
        for x in range(0, one.width(), step):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            if abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) > 90:
                found = found.united(QRect(x, y, 1, 1))
    return found


def test_an_empty_booth_paints_nothing_and_says_so(qtbot: QtBot, moving: Theme, clock: Clock) -> None:
    view = OfficerView(moving, clock=clock)
    qtbot.addWidget(view)
    view.show()
    assert view.accessibleName() == "The booth is empty"
    assert not view.moving
    view.set_state("thinking")
    assert not view.moving


def test_another_scenario_another_picture(qtbot: QtBot, moving: Theme, clock: Clock) -> None:
    view = booth(qtbot, moving, clock)
    day = picture(view)
    view.show_scenario(CARMEN, 23)
    night = picture(view)
    assert night.pixelColor(20, 200).lightness() < day.pixelColor(20, 200).lightness() - 60
    view.show_scenario(HERNAN, 12)
    assert picture(view) not in (day, night)


def test_states_are_seen(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)  # without motion, so that nothing else differs
    seen = []
    for state in ("idle", "listening", "hearing", "thinking", "speaking", "asleep"):
        view.set_state(state)  # type: ignore[arg-type]
        seen.append(picture(view))
    assert all(one != other for number, one in enumerate(seen) for other in seen[number + 1 :])


def test_moods_are_seen(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)
    seen = []
    for mood in ("kind", "neutral", "stern", "hurried", "annoyed", "pleased"):
        view.set_mood(mood)  # type: ignore[arg-type]
        seen.append(picture(view))
    assert all(one != other for number, one in enumerate(seen) for other in seen[number + 1 :])


def test_speaking_moves_the_mouth_and_only_the_face(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)
    view.set_state("speaking")
    closed = picture(view)
    view.speak([(0.0, "a")], 2.0)
    clock.now += 1.0
    touched = changed(closed, picture(view))
    assert not touched.isEmpty()
    assert touched.width() < 160
    assert 120 < touched.top() < touched.bottom() < 230  # between the eyes and the collar
    view.stop_speaking()
    assert changed(closed, picture(view)).isEmpty()


def test_the_stamp_leaves_its_mark(qtbot: QtBot, moving: Theme, clock: Clock) -> None:
    view = booth(qtbot, moving, clock)
    before = after(view, clock, 1.0)
    view.stamp()
    during = after(view, clock, STAMP_SECONDS * 0.5)
    done = after(view, clock, STAMP_SECONDS)
    assert changed(before, during).bottom() > 330  # the hand has left its place on the desk
    page = QRect(200, 340, 30, 22)
    assert before.copy(page) != done.copy(page)


def test_a_hidden_booth_stands_still(qtbot: QtBot, moving: Theme, clock: Clock) -> None:
    view = booth(qtbot, moving, clock)
    assert view.moving
    view.hide()
    assert not view.moving
    view.set_state("hearing")
    view.speak((), 3.0)
    view.stamp()
    assert not view.moving
    view.show()
    assert view.moving


def test_the_timer_brings_new_pictures(qtbot: QtBot, moving: Theme) -> None:
    view = OfficerView(moving)
    qtbot.addWidget(view)
    view.resize(240, 240)
    view.show_scenario(CARMEN, 12)
    view.show()
    first = picture(view)
    qtbot.waitUntil(lambda: picture(view) != first, timeout=2000)


def test_without_motion_nothing_moves_by_itself(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)
    first = picture(view)
    assert not view.moving
    assert after(view, clock, 3.0) == first


def test_motion_can_be_switched_while_it_runs(qtbot: QtBot, moving: Theme, clock: Clock) -> None:
    view = booth(qtbot, moving, clock)
    moving.change(reduced_motion=True)
    assert not view.moving
    moving.change(reduced_motion=False)
    assert view.moving


def test_a_screen_reader_hears_who_sits_there_and_what_they_do(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)
    view.set_state("thinking")
    read = QAccessible.queryAccessibleInterface(view)
    assert read is not None
    name = read.text(QAccessible.Text.Name)
    assert "Carmen Ortega" in name
    assert "Guardia Civil" in name
    assert "thinking" in name
    assert "Barajas" in read.text(QAccessible.Text.Description)


@pytest.mark.parametrize("size", [(240, 240), (1600, 1200), (300, 900), (1400, 300), (120, 120)])
def test_every_size_shows_the_officers_face(qtbot: QtBot, theme: Theme, clock: Clock, size: tuple[int, int]) -> None:
    view = booth(qtbot, theme, clock, size)
    seen = picture(view)
    assert seen.size() == QSize(*size)
    view.set_mood("annoyed")
    touched = changed(seen, picture(view))
    assert not touched.isEmpty()  # brows and mouth are in view
    assert abs(QPointF(touched.center()).x() - size[0] / 2) < size[0] * 0.12 + 3
    assert QRect(0, 0, *size).contains(touched)


def test_while_a_window_is_dragged_the_old_picture_is_grown_and_then_painted_afresh(
    qtbot: QtBot, theme: Theme, clock: Clock
) -> None:
    view = booth(qtbot, theme, clock, (420, 420))
    picture(view)
    view.resize(520, 420)
    rough = picture(view)
    assert rough.size() == QSize(520, 420)
    assert rough.pixelColor(260, 180).alpha() == 255
    qtbot.waitUntil(lambda: picture(view) != rough, timeout=2000)
    other = booth(qtbot, theme, clock, (520, 420))
    assert picture(view) == picture(other)


def test_what_is_kept_looks_as_if_painted_afresh(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    view = booth(qtbot, theme, clock)
    first = picture(view)
    other = booth(qtbot, theme, clock)
    other.resize(300, 300)
    other.hide()
    other.resize(420, 420)
    other.show()
    assert picture(other) == first
