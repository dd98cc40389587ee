"""A line of the settings page: what it is, a word of help under it, and a control at its right that keeps its value.

Each control reads one dotted key of the settings tree and writes it when the user changes it. Knows the keeper of the
settings and no key of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Switch, label

Choices = Sequence[tuple[Any, str]]
_CONTROL_WIDTH = 280
_NARROW = 480  # pixels at text size 1


class Row(QWidget):
    """Words at the left, a control at the right; the control gets the words as its accessible name."""

    def __init__(self, title: str, help: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setAccessibleName(title)
        control.setAccessibleDescription(help)
        words = QVBoxLayout()
        words.setSpacing(current_theme().space(0.5))
        name = label(title, "body")
        name.setBuddy(control)  # where a screen reader looks for the name of a list to choose from
        words.addWidget(name)
        self.help = label(help, "small")
        if not help:  # the other way round it would flash as a window of its own: it has no parent yet
            self.help.hide()
        words.addWidget(self.help)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The control moves under the words where the two would be squeezed."""
        super().resizeEvent(event)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to notice that the control has to move; the height follows from the width."""
        return QSize(max(self.control.minimumWidth(), self.control.minimumSizeHint().width()), 0)

    def _turn(self) -> None:
        theme, way = current_theme(), QBoxLayout.Direction
        narrow = self.width() < theme.scaled(_NARROW) and not isinstance(self.control, Switch)
        self._layout.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._layout.setSpacing(theme.space(2 if narrow else 6))


class Keys:
    """Makes controls for keys of the settings."""

    def __init__(self, settings: SettingsKeeper) -> None:
        self._settings = settings

    def value(self, key: str) -> Any:
        """The present value."""
        value: Any = self._settings.now
        for part in key.split("."):
            value = getattr(value, part)
        return value

    def switch(self, key: str) -> QWidget:
        """On or off."""
        control = Switch()
        control.setChecked(self.value(key))
        control.toggled.connect(lambda on: self._set(key, on))
        self._follow(control, key, control.setChecked)
        return control

    def choice(self, key: str, choices: Choices) -> QComboBox:
        """One of several; a value that is not among them (a device unplugged) is shown as it is."""
        control = _Calm()
        control.setFixedWidth(current_theme().scaled(_CONTROL_WIDTH))
        self.fill(control, key, choices)
        control.activated.connect(lambda index: self._set(key, control.itemData(index)))
        self._follow(control, key, lambda value: control.setCurrentIndex(max(0, control.findData(value))))
        return control

    def fill(self, control: QComboBox, key: str, choices: Choices) -> None:
        """Give a choice other choices; what is chosen stays."""
        control.clear()
        for value, text in choices:
            control.addItem(text, value)
        now = self.value(key)
        if control.findData(now) < 0:
            control.addItem(str(now), now)
        control.setCurrentIndex(control.findData(now))

    def slider(self, key: str, low: float, high: float, step: float, show: Callable[[float], str]) -> QWidget:
        """A number between two ends, with the number in words beside it."""
        return _Slider(self, key, low, high, step, show)

    def number(self, key: str, low: int, high: int, special: str) -> QSpinBox:
        """A whole number; the lowest has a word of its own ("automatic")."""
        control = _CalmNumber()
        control.setRange(low, high)
        control.setSpecialValueText(special)
        control.setFixedWidth(current_theme().scaled(_CONTROL_WIDTH))
        control.setValue(self.value(key))
        control.valueChanged.connect(lambda value: self._set(key, value))
        self._follow(control, key, control.setValue)
        return control

    def shortcut(self, key: str) -> QWidget:
        """A key to press."""
        control = QKeySequenceEdit(QKeySequence(self.value(key)))
        control.setMaximumSequenceLength(1)
        control.setFixedWidth(current_theme().scaled(_CONTROL_WIDTH))
        control.editingFinished.connect(
            lambda: self._set(key, control.keySequence().toString(QKeySequence.SequenceFormat.PortableText) or "Space")
        )
        self._follow(control, key, lambda value: control.setKeySequence(QKeySequence(value)))
        return control

    def _set(self, key: str, value: Any) -> None:
        if value != self.value(key):
            self._settings.change({key: value})

    def _follow(self, control: QWidget, key: str, show: Callable[[Any], object]) -> None:
        """Show what the value has become elsewhere, as long as the control lives."""
        self._settings.changed.connect(_Follower(key, lambda: show(self.value(key)), control).hear)


class _Follower(QObject):
    """Hears of one value; goes with its control, and the connection with it."""

    def __init__(self, key: str, show: Callable[[], object], control: QWidget) -> None:
        super().__init__(control)
        self._key, self._show = key, show

    def hear(self, which: str) -> None:
        """A setting was changed."""
        if which == self._key:
            self._show()


class _Calm(QComboBox):
    """The wheel scrolls the page; it changes nothing that merely passes under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _CalmNumber(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _CalmSlider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Slider(QWidget):
    """A slider with its value in words."""

    def __init__(
        self, keys: Keys, key: str, low: float, high: float, step: float, show: Callable[[float], str]
    ) -> None:
        super().__init__()
        self._low, self._step, self._show = low, step, show
        self._slider = _CalmSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, round((high - low) / step))
        self._slider.setPageStep(max(1, self._slider.maximum() // 10))
        self._words = QLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words.setMinimumWidth(current_theme().scaled(72))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._words)
        self.setFixedWidth(current_theme().scaled(_CONTROL_WIDTH))
        self.setFocusProxy(self._slider)
        self._put(keys.value(key))
        self._slider.valueChanged.connect(lambda: keys._set(key, self._value()))
        self._slider.valueChanged.connect(self._say)
        keys._follow(self, key, self._put)

    def setAccessibleName(self, name: str) -> None:
        """The slider is what has the focus."""
        super().setAccessibleName(name)
        self._slider.setAccessibleName(name)

    def _value(self) -> float:
        return round(self._low + self._slider.value() * self._step, 4)

    def _put(self, value: float) -> None:
        self._slider.setValue(round((value - self._low) / self._step))
        self._say()

    def _say(self) -> None:
        words = self._show(self._value())
        self._words.setText(words)
        self._slider.setAccessibleDescription(words)
