"""Below the conversation: the microphone, the text field with its accents, send or stop, and what happens now.

Knows stages and the student's wishes, nothing of how they are carried out.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garita.desktop.booth import accents
from garita.desktop.booth.entry_edit import EntryEdit
from garita.desktop.booth.mic_button import MicButton
from garita.desktop.booth.stage_badge import StageBadge
from garita.desktop.booth.state import BoothState, Stage
from garita.desktop.booth.voice_tools import VoiceTools
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import FlowLayout, icon_button, keep_icon, label, quiet

_NARROW = 560  # pixels at text size 1
_BUSY: frozenset[Stage] = frozenset({"thinking", "speaking"})


class Field(QFrame):
    """The rounded frame around the text field, with the ring that shows who has the keyboard."""

    def __init__(self, theme: Theme, edit: EntryEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._edit = theme, edit
        edit.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, edge, ring."""
        colours, painter = self._theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._edit.hasFocus()
        painter.setPen(QPen(colours.focus if focused else colours.outline, 2 if focused else 1))
        painter.setBrush(colours.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme.radius, self._theme.radius)


class AccentRow(QWidget):
    """A button for each letter.

    Signals:
        chosen(str): the letter, capital while Shift is held.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        flow = FlowLayout(self, theme.space(1))
        for letter in accents.LETTERS:
            button = quiet(letter)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"Alt+{accents.key_for(letter)}")
            button.setAccessibleName(letter)
            button.clicked.connect(self._clicked)
            flow.addWidget(button)
            self.buttons.append(button)

    def _clicked(self) -> None:
        button = self.sender()
        assert hasattr(button, "text")
        self.chosen.emit(button.text())


class EntryBar(QWidget):
    """Signals:
    sent(str): the student said this in writing; while editing, instead of what was said.
    stopped(): the officer is to stop.
    edit_last(): the student wants to mend the last words.
    edit_ended(): the student no longer wants to.
    """

    sent = Signal(str)
    stopped = Signal()
    edit_last = Signal()
    edit_ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stage: Stage = "idle"
        self._dressed = False
        self.editing = False
        self.badge = StageBadge(theme)
        self.tools = VoiceTools(theme)
        self.mic = MicButton(theme)
        self.edit = EntryEdit(theme)
        self.accents = AccentRow(theme)
        self.accents.setVisible(False)
        self.accent_button = icon_button("keyboard", self.tr("Spanish letters: á é í ó ú ü ñ ¿ ¡"))
        self.accent_button.setCheckable(True)
        self.send_button = icon_button("send", self.tr("Send (Enter)"))
        self.edit_note = self._edit_note()
        self._lay_out()
        self._connect()
        self.show_stage("idle")

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_stage(self, stage: Stage) -> None:
        """What happens at the booth now."""
        self._stage = stage
        self.badge.show_stage(stage)
        self.mic.show_stage(stage)
        running = stage not in ("idle", "loading")
        self.setEnabled(running)
        self._choose_button()

    def show_level(self, state: BoothState) -> None:
        """How loud the student is."""
        self.mic.show_level(state.level, state.pause)

    def begin_edit(self, text: str) -> None:
        """Let the student mend ``text``."""
        self.editing = True
        self.edit.setPlainText(text)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit_note.setVisible(True)

    def end_edit(self) -> None:
        """What was said stands."""
        if self.editing:
            self.editing = False
            self.edit_note.setVisible(False)
            self.edit.clear()
            self.edit_ended.emit()

    def minimumSizeHint(self) -> QSize:
        """Everything in it wraps, shrinks or goes without its words."""
        return QSize(self._theme.scaled(400), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room there are fewer words."""
        super().resizeEvent(event)
        self.tools.set_compact(self.width() < self._theme.scaled(_NARROW))

    # --- how it is made ---------------------------------------------------------------------------------------------

    def _edit_note(self) -> QWidget:
        note = QWidget()
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            label(self.tr("You are changing what you said. What followed is struck when you send."), "small"), 1
        )
        cancel = quiet(self.tr("Keep it as it was"))
        cancel.clicked.connect(self.end_edit)
        row.addWidget(cancel)
        note.setVisible(False)
        return note

    def _lay_out(self) -> None:
        self._field = Field(self._theme, self.edit)
        inside = QHBoxLayout(self._field)
        inside.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.accent_button, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignBottom)
        status = QHBoxLayout()
        status.addWidget(self.badge)
        status.addStretch(1)
        status.addWidget(self.tools)
        right = QVBoxLayout()
        right.addLayout(status)
        right.addWidget(self.edit_note)
        right.addWidget(self.accents)
        right.addWidget(self._field)
        whole = QHBoxLayout(self)
        whole.addWidget(self.mic, 0, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(right, 1)
        self._inside, self._status, self._right, self._whole = inside, status, right, whole
        self._theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        space = self._theme.space
        self._inside.setContentsMargins(space(2), space(1), space(1), space(1))
        self._inside.setSpacing(space(0.5))
        self._status.setSpacing(space(3))
        self._right.setSpacing(space(2))
        self._whole.setContentsMargins(space(5), space(3), space(5), space(4))
        self._whole.setSpacing(space(3))

    def _connect(self) -> None:
        self.edit.sent.connect(self._sent)
        self.edit.edit_last.connect(self.edit_last)
        self.edit.escaped.connect(self._escaped)
        self.edit.textChanged.connect(self._choose_button)
        self.accent_button.toggled.connect(self.accents.setVisible)
        self.accents.chosen.connect(self.edit.write)
        self.send_button.clicked.connect(self._clicked)

    def _sent(self, text: str) -> None:
        self.sent.emit(text)
        self.editing = False
        self.edit_note.setVisible(False)

    def _escaped(self) -> None:
        if self.editing:
            self.end_edit()
        elif self._stage in _BUSY:
            self.stopped.emit()

    def _clicked(self) -> None:
        if self._stops():
            self.stopped.emit()
        else:
            self.edit.send()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> bool:
        return self._stage in _BUSY and not self.edit.toPlainText().strip()

    def _choose_button(self) -> None:
        """One button: it stops an officer who speaks, and sends what is written."""
        stops = self._stops()
        name = self.tr("Stop the officer (Esc)") if stops else self.tr("Send (Enter)")
        if name != self.send_button.accessibleName() or not self._dressed:
            self._dressed = True
            keep_icon(self.send_button, "stop" if stops else "send", "accent", 22)
            self.send_button.setToolTip(name)
            self.send_button.setAccessibleName(name)
        self.send_button.setEnabled(stops or bool(self.edit.toPlainText().strip()))
