"""Banner, spinner, progress, level meter, and the fields that leave the wheel to the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.widgets import Banner, Choice, LevelMeter, Number, Progress, Slider, Spinner, plain


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()


def test_a_banner_says_it_all_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("warn", "The microphone went away.", "Plug it in again.")
    shown(qtbot, banner)
    heard = QAccessible.queryAccessibleInterface(banner)
    assert heard.text(QAccessible.Text.Name) == "The microphone went away. Plug it in again."


def test_a_banner_is_put_away_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("info", "The officer is ready.", closable=True)
    shown(qtbot, banner)
    close = banner.findChild(QToolButton)
    assert close is not None and close.accessibleName() == "Close"
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_banners_button_is_the_one_given(theme: Theme, qtbot: QtBot) -> None:
    action = plain("Choose another")
    banner = Banner("bad", "It does not fit.", "Choose a smaller one.", action)
    shown(qtbot, banner)
    assert banner.isAncestorOf(action)
    assert banner.findChild(QToolButton) is None


@pytest.mark.parametrize(("kind", "ground"), [("info", "accent_soft"), ("bad", "bad_soft"), ("good", "good_soft")])
def test_a_banners_ground_follows_its_kind(theme: Theme, qtbot: QtBot, kind: str, ground: str) -> None:
    banner = Banner(kind, "Words.")  # type: ignore[arg-type]
    banner.resize(400, 60)
    shown(qtbot, banner)
    assert banner.grab().toImage().pixelColor(banner.width() - 20, banner.height() // 2) == theme.colours.token(ground)


def test_a_long_sentence_in_a_banner_wraps(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("bad", "Una frase larga que no cabe en una sola línea. " * 6, "Haga esto.", plain("Ajustes"))
    banner.resize(420, 300)
    shown(qtbot, banner)
    assert banner.width() == 420
    assert banner.sentence.height() >= banner.sentence.heightForWidth(banner.sentence.width())


def test_a_banners_button_moves_under_the_words_where_it_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    action = plain("Ajustes")
    banner = Banner("bad", "El micrófono no está.", "Conéctelo otra vez.", action)
    banner.resize(800, 90)
    shown(qtbot, banner)
    assert action.y() < banner.what_to_do.geometry().bottom()
    banner.resize(400, 160)
    qtbot.waitUntil(lambda: action.y() > banner.what_to_do.geometry().bottom())


def test_a_spinner_turns_only_while_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    theme.change(reduced_motion=False)
    spinner = Spinner()
    assert not spinner.turning
    shown(qtbot, spinner)
    first = spinner.grab().toImage()
    qtbot.waitUntil(lambda: spinner.grab().toImage() != first)
    spinner.hide()
    assert not spinner.turning


def test_a_spinner_stands_still_where_movement_is_unwelcome(theme: Theme, qtbot: QtBot) -> None:
    spinner = Spinner("Loading the officer")
    shown(qtbot, spinner)
    assert not spinner.turning
    assert spinner.accessibleName() == "Loading the officer"
    theme.change(reduced_motion=False)
    assert spinner.turning
    theme.change(reduced_motion=True)
    assert not spinner.turning


def test_progress_is_filled_as_far_as_the_work_has_come(theme: Theme, qtbot: QtBot) -> None:
    bar = Progress("Downloading")
    shown(qtbot, bar)
    bar.resize(200, bar.height())
    bar.set_fraction(0.5)
    image = bar.grab().toImage()
    middle = bar.height() // 2
    assert image.pixelColor(80, middle) == theme.colours.accent
    assert image.pixelColor(120, middle) == theme.colours.pressed
    heard = QAccessible.queryAccessibleInterface(bar)
    assert heard.text(QAccessible.Text.Name) == "Downloading"
    assert heard.valueInterface().currentValue() / heard.valueInterface().maximumValue() == 0.5


def test_work_without_a_known_end_moves_only_while_seen_and_welcome(theme: Theme, qtbot: QtBot) -> None:
    bar = Progress("Loading")
    shown(qtbot, bar)
    bar.set_fraction(None)
    assert not bar.moving
    still = bar.grab().toImage()
    assert any(still.pixelColor(x, bar.height() // 2) == theme.colours.accent for x in range(bar.width()))
    theme.change(reduced_motion=False)
    assert bar.moving
    first = bar.grab().toImage()
    qtbot.waitUntil(lambda: bar.grab().toImage() != first)
    bar.set_fraction(0.2)
    assert not bar.moving
    bar.set_fraction(None)
    bar.hide()
    assert not bar.moving


def test_the_meter_shows_decibels_between_silence_and_full_scale(theme: Theme, qtbot: QtBot) -> None:
    meter = LevelMeter()
    meter.resize(200, 10)
    shown(qtbot, meter)
    assert meter.level == -60
    for given, level in ((-20.4, -20), (-200.0, -60), (3.0, 0)):
        meter.set_level(given)
        assert meter.level == level


def test_the_meter_is_filled_by_its_level_and_warns_when_too_loud(theme: Theme, qtbot: QtBot) -> None:
    meter = LevelMeter()
    shown(qtbot, meter)
    meter.resize(200, meter.height())

    def at(share: float) -> str:
        return meter.grab().toImage().pixelColor(int(meter.width() * share), meter.height() // 2).name()

    meter.set_level(-30)
    colours = theme.colours
    assert (at(0.4), at(0.6)) == (colours.accent.name(), colours.pressed.name())
    meter.set_level(0)
    assert (at(0.6), at(0.96)) == (colours.accent.name(), colours.amber.name())


def test_a_screen_reader_hears_the_level(theme: Theme, qtbot: QtBot) -> None:
    meter = LevelMeter()
    shown(qtbot, meter)
    meter.set_level(-12)
    heard = QAccessible.queryAccessibleInterface(meter)
    assert heard.role() == QAccessible.Role.ProgressBar
    assert heard.text(QAccessible.Text.Name) == "Microphone level"
    assert heard.valueInterface().currentValue() == -12


def roll(widget: QWidget) -> bool:
    """A notch of the wheel over a widget; whether it took it."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("make", [lambda: Choice([("a", 1), ("b", 2)]), lambda: Slider(0, 9), lambda: Number(0, 9)])
def test_the_wheel_changes_a_field_only_when_it_has_the_keyboard(
    theme: Theme, qtbot: QtBot, make: type[QWidget]
) -> None:
    window = QWidget()
    field, other = make(), plain("Elsewhere")
    if isinstance(field, Choice):
        field.setCurrentIndex(1)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(other)
    shown(qtbot, window)
    window.activateWindow()
    other.setFocus()
    assert not roll(field)
    field.setFocus()
    assert roll(field)


def test_a_choice_is_made_by_value(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice([("Automatic", ""), ("Carmen", "es-carmen")], "Voice")
    shown(qtbot, choice)
    choice.choose("es-carmen")
    assert (choice.currentText(), choice.value) == ("Carmen", "es-carmen")
    choice.choose("nobody")
    assert choice.value == "es-carmen"
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert choice.value == ""
    assert choice.accessibleName() == "Voice"
