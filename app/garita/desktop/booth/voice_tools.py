"""The small switches of the voice: microphone, hands free, aloud, speed. Knows settings' values, not the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from garita.desktop.numerals import short
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import Switch, icon_button, keep_icon

SPEEDS = (0.6, 0.75, 0.9, 1.0, 1.15)


class VoiceTools(QWidget):
    """Signals:
    muted(bool): the microphone is to be off.
    hands_free(bool): the microphone is to listen by itself.
    aloud(bool): the officer is to be heard.
    speed(float): how fast.
    """

    muted = Signal(bool)
    hands_free = Signal(bool)
    aloud = Signal(bool)
    speed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mic_button = self._toggle("mic", "")
        self.mic_button.setShortcut("Ctrl+M")
        self._hands_words = self.tr("Hands free")
        self.hands_switch = Switch(self._hands_words)
        self.hands_switch.setAccessibleName(self._hands_words)
        self.hands_switch.setToolTip(self.tr("Hands free: the microphone listens by itself"))
        self.aloud_button = self._toggle("speaker", self.tr("The officer speaks aloud"))
        self.speed_button = icon_button("speed", self.tr("Speed of the officer's voice"))
        self._speeds = self._speed_menu()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (self.hands_switch, self.mic_button, self.aloud_button, self.speed_button):
            self._row.addWidget(button)
        self.mic_button.clicked.connect(self._mic_clicked)
        self.hands_switch.clicked.connect(self.hands_free)
        self.aloud_button.clicked.connect(self._aloud_clicked)
        theme.changed.connect(self._space)
        self._space()

    def show_values(self, *, hears: bool, muted: bool, hands_free: bool, aloud: bool, speed: float) -> None:
        """How things are now."""
        self.mic_button.setVisible(hears and hands_free)
        self.hands_switch.setVisible(hears)
        self.mic_button.setChecked(muted)
        self._dress_mic(muted)
        self.hands_switch.setChecked(hands_free)
        self.aloud_button.setChecked(aloud)
        self._dress_aloud(aloud)
        nearest = min(self._speeds, key=lambda each: abs(each - speed))
        self._speeds[nearest].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """With little room the switch goes without its words; a screen reader says them all the same."""
        self.hands_switch.setText("" if compact else self._hands_words)

    def _toggle(self, icon: str, name: str) -> QToolButton:
        button = icon_button(icon, name)
        button.setCheckable(True)
        return button

    def _speed_menu(self) -> dict[float, QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        words = {0.6: self.tr("very slow"), 0.75: self.tr("slow"), 1.0: self.tr("normal"), 1.15: self.tr("fast")}
        actions = {}
        for speed in SPEEDS:
            text = f"{short(speed)} ×  {words.get(speed, '')}".rstrip()
            action = actions[speed] = QAction(text, menu, checkable=True)
            action.setData(speed)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._speed_chosen)
        self.speed_button.setMenu(menu)
        self.speed_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return actions

    def _speed_chosen(self, action: QAction) -> None:
        self.speed.emit(action.data())

    def _mic_clicked(self, muted: bool) -> None:
        self._dress_mic(muted)
        self.muted.emit(muted)

    def _aloud_clicked(self, aloud: bool) -> None:
        self._dress_aloud(aloud)
        self.aloud.emit(aloud)

    def _dress_mic(self, muted: bool) -> None:
        name = self.tr("Turn the microphone on") if muted else self.tr("Turn the microphone off")
        self._dress(self.mic_button, "mic-off" if muted else "mic", name)
        key = self.mic_button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.mic_button.setToolTip(f"{name}  ({key})")

    def _dress_aloud(self, aloud: bool) -> None:
        name = self.tr("The officer speaks aloud") if aloud else self.tr("The officer is not heard")
        self._dress(self.aloud_button, "speaker" if aloud else "speaker-off", name)

    def _dress(self, button: QToolButton, icon: str, name: str) -> None:
        if button.accessibleName() != name or button.property("icon_name") != icon:
            button.setProperty("icon_name", icon)
            keep_icon(button, icon, "text", 20)
            button.setToolTip(name)
            button.setAccessibleName(name)

    def _space(self) -> None:
        self._row.setSpacing(self._theme.space(1))
