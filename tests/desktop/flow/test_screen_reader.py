"""What a screen reader finds on every page: a name and a role for every control, and the words of every line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QWidget,
)

from tests.desktop.flow.conftest import Start
from tests.desktop.flow.pages import controls, each_page
from tests.desktop.flow.whole import Whole, some_history, typing

Role, Text = QAccessible.Role, QAccessible.Text
_SAYS_NOTHING = {Role.NoRole, Role.Client, Role.Pane, Role.Window}
_NO_ROLE_OF_THEIRS = (QAbstractScrollArea, QKeySequenceEdit)  # Qt has none for what scrolls, nor for keys to press


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found
    return found


def name(widget: QWidget) -> str:
    """As a screen reader finds it; Qt gives a list's name on some systems only by the label that belongs to it."""
    found = interface(widget)
    if isinstance(widget, QComboBox):
        labels = [other.text(Text.Name) for other, _ in found.relations(QAccessible.RelationFlag.Label)]
        return widget.accessibleName() or " ".join(labels)
    return found.text(Text.Name)


def faults(page: QWidget) -> list[str]:
    """Controls without a name, or without a role."""
    nameless = [f"{each} has no name" for each in controls(page) if not name(each).strip()]
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and not name(each)]
    roleless = [
        f"{each} {name(each)} has no role" for each in controls(page)
        if interface(each).role() in _SAYS_NOTHING and not isinstance(each, _NO_ROLE_OF_THEIRS)
    ]  # fmt: skip
    return [*nameless, *[f"{each} has no name" for each in buttons if not each.objectName().startswith("qt_")],
            *roleless, *silent_rows(page)]  # fmt: skip


def silent_rows(page: QWidget) -> list[str]:
    """Views of which a line says nothing."""
    found = []
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None or isinstance(view.parentWidget(), QComboBox):
            continue
        for row in range(min(model.rowCount(), 8)):
            index = model.index(row, 0)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if not said:
                found.append(f"line {row} of {view} says nothing")
    return found


def test_every_page_has_names_and_roles(start: Start) -> None:
    some_history()
    garita = start(typing())
    found = {page: faults(widget) for page, widget in each_page(garita)}
    assert {page: each for page, each in found.items() if each} == {}
    assert faults(garita.window.rail) == []


def test_the_booth_is_told_line_by_line(garita: Whole) -> None:
    garita.begin()
    garita.say("Aquí tiene mi pasaporte.")
    assert faults(garita.booth) == []
    view = garita.booth.room.chat.view
    told = interface(view)
    assert told.role() == Role.List
    lines = [told.child(number).text(Text.Name) for number in range(told.childCount())]
    for entry in garita.entries:
        assert any(entry.whole in line for line in lines), lines
    assert "You" in lines[1]


def test_a_list_to_choose_from_is_called_as_its_label(garita: Whole) -> None:
    garita.window.go("settings")
    page = garita.window.page("settings")
    themes = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "Theme")
    labels = [other.text(Text.Name) for other, _ in interface(themes).relations(QAccessible.RelationFlag.Label)]
    assert labels == ["Theme"]


def test_only_the_window_itself_ever_appears(start: Start) -> None:
    """Parts that are shown before they have a parent flash as windows of their own, and take the keyboard."""
    some_history()
    garita = start(typing())
    for name, _ in each_page(garita):
        assert garita.window.isActiveWindow(), f"{name}: something took the keyboard"
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [garita.window]
