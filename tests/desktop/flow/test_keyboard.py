"""Every page without a mouse: Tab reaches every control, leads out again, and shows where it is."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.desktop.flow.conftest import Start
from tests.desktop.flow.pages import controls, each_page, read
from tests.desktop.flow.whole import Whole, some_history, typing

_MOST = 120  # stops on a page; more are a circle
_RING = 4  # pixels around a control in which its ring may be
_LINE = 40  # pixels: controls of one line may differ so much


def stops(garita: Whole, page: QWidget) -> list[QWidget]:
    """Where Tab leads within the page, from its beginning until it has left it and come back."""
    found: list[QWidget] = []
    for _ in range(_MOST):
        before = QApplication.focusWidget()
        garita.qtbot.keyClick(before or garita.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None, f"nothing has the keyboard after {before}"
        assert focus is not before, f"Tab does not leave {focus}"
        if found and focus is found[0]:
            return found
        if page.isAncestorOf(focus) and focus not in found:
            found.append(focus)
    raise AssertionError(f"Tab does not come round: {found}")


def jumps(page: QWidget, found: list[QWidget]) -> list[QWidget]:
    """Where Tab goes up the page without going to the right, into the next column."""
    places = {each: each.mapTo(page, QPoint(0, 0)) for each in found}
    first = found.index(min(found, key=lambda each: (places[each].y() // _LINE, places[each].x())))
    order = found[first:] + found[:first]
    return [
        after for before, after in pairwise(order)
        if places[after].y() < places[before].y() - _LINE and places[after].x() <= places[before].x()
    ]  # fmt: skip


def picture(widget: QWidget) -> QImage:
    """The control and what is just around it."""
    parent = widget.parentWidget()
    assert parent
    around = QRect(QPoint(0, 0), widget.size()).translated(widget.pos()).adjusted(-_RING, -_RING, _RING, _RING)
    return parent.grab(around).toImage()


def is_seen(widget: QWidget) -> bool:
    """Whether it looks otherwise with the keyboard than without."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_ring = picture(widget)
    widget.clearFocus()
    return picture(widget) != with_ring


def assert_usable(name: str, garita: Whole, page: QWidget, *, in_order: bool = True) -> None:
    found = stops(garita, page)
    assert [each for each in controls(page) if each not in found] == [], f"{name}: not reached"
    assert [each for each in found if not is_seen(each)] == [], f"{name}: nobody sees where the keyboard is"
    assert not in_order or jumps(page, found) == [], f"{name}: Tab jumps"


def test_tab_reaches_every_control_in_order_and_shows_where_it_is(start: Start) -> None:
    some_history()
    garita = start(typing())
    for name, page in each_page(garita):
        assert_usable(name, garita, page)


def test_the_booth_without_a_mouse(garita: Whole) -> None:
    garita.begin()
    garita.say("Aquí tiene mi pasaporte.")
    garita.booth.room.bar.accent_button.setChecked(True)
    assert_usable("booth", garita, garita.booth)


def test_a_trip_is_chosen_and_begun_without_a_mouse(garita: Whole) -> None:
    read(garita, "trips")
    while (focus := QApplication.focusWidget()) is None or not focus.accessibleName().startswith("Vacaciones"):
        garita.qtbot.keyClick(focus or garita.window, Qt.Key.Key_Tab)
    garita.qtbot.keyClick(focus, Qt.Key.Key_Return)
    focus = garita.qtbot_until(lambda: (now := QApplication.focusWidget()) is not focus and now)
    garita.qtbot.keyClick(focus, Qt.Key.Key_Return)
    garita.until_your_turn()
    assert QApplication.focusWidget() is garita.booth.room.bar.edit


def test_keys_scroll_a_page_one_has_turned_to(garita: Whole) -> None:
    page = read(garita, "settings")
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    garita.qtbot.keyClick(QApplication.focusWidget() or garita.window, Qt.Key.Key_PageDown)
    assert bar.value() > 0
