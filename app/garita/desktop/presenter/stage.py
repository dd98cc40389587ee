"""The presenter's full screen: the officer at the left, captions at the right, one line of keys. Keyboard only.

Space      begin; hold to speak; in a rehearsal pause and go on
Enter      send what was typed
Esc        leave
F2         English captions on and off
Ctrl + −   larger and smaller captions
Ctrl R     from the beginning
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from garita.coaching.gloss import in_english
from garita.desktop.booth.conversation import Conversation
from garita.desktop.booth.officer_side import OfficerSide
from garita.desktop.booth.transcript import TranscriptModel
from garita.desktop.context import Context
from garita.desktop.officer.view import OfficerView
from garita.desktop.presenter.captions import Captions
from garita.desktop.presenter.rehearsal import Rehearsal
from garita.desktop.presenter.script import Line, load
from garita.desktop.widgets import label
from garita.messages import Message, PartialHeard, SentenceFinal, StudentSaid, TurnStarted
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario

_SEED = 7


class Stage(QWidget):
    """Signals:
    left(): the presenter has closed it.
    """

    left = Signal()

    def __init__(self, context: Context, scenario: Scenario | None, *, rehearsed: bool) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Garita")
        self._context = context
        script = load()
        self.scenario = scenario_file.find(script.scenario) if rehearsed or scenario is None else scenario
        self.transcript = TranscriptModel(context.language)
        self.conversation = Conversation(context.engines, context.jobs, context.settings, self.transcript, self)
        self.rehearsal: Rehearsal | None = None
        if rehearsed:
            self.rehearsal = Rehearsal(self.conversation, script, context, self)
            self.rehearsal.says.connect(self._traveller_says)
        self._words = ""  # of the officer's turn so far
        self._started = False
        self._parts(context)
        self._connect()

    def _parts(self, context: Context) -> None:
        theme = context.theme
        self.picture = OfficerView(theme)
        self.captions = Captions(theme)
        self.entry = QLineEdit()
        self.entry.setPlaceholderText(self.tr("Answer in Spanish"))
        self.entry.setAccessibleName(self.tr("What you say"))
        self.entry.setFont(theme.font("heading"))
        self.entry.setVisible(self.rehearsal is None)
        self.keys = label("", "small")
        right = QVBoxLayout()
        right.setSpacing(theme.space(4))
        right.addWidget(self.captions, 1)
        right.addWidget(self.entry)
        right.addWidget(self.keys)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*[theme.space(8)] * 4)
        whole.setSpacing(theme.space(10))
        whole.addWidget(self.picture, 5)
        whole.addLayout(right, 6)

    def _connect(self) -> None:
        self._side = OfficerSide(self.conversation, self.picture, self)
        self.conversation.happened.connect(self._message)
        self.conversation.stage_changed.connect(self._show_stage)
        self.conversation.failed.connect(self._failed)
        self.entry.returnPressed.connect(self._send)
        for keys, act in (
            ("Esc", self.close), ("F2", self._english), ("Ctrl+R", self.restart),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.captions.enlarge(1.15)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.captions.enlarge(1 / 1.15)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # --- beginning and ending ---------------------------------------------------------------------------------------

    def open(self) -> None:
        """Cover the screen and warm everything up; nothing is said before Space."""
        self._side.show_scenario(self.scenario)
        self.captions.show_turn(self.scenario.place_name, self.scenario.title, self.scenario.title_en)
        self.keys.setText(self.tr("Warming up…"))
        self.setGeometry(_screen().geometry())  # where no window manager makes it full
        self.showFullScreen()
        self.setFocus()
        self._context.jobs.ask(self._context.engines.warm, self._warm, self._failed)

    def begin(self) -> None:
        """The officer begins."""
        self._started = True
        self.conversation.begin(self.scenario, _SEED)
        (self.entry if self.entry.isVisible() else self).setFocus()

    def restart(self) -> None:
        """From the beginning."""
        if self.rehearsal:
            self.rehearsal.stop()
        self.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Silence, and everything given back."""
        if self.rehearsal:
            self.rehearsal.stop()
        self.conversation.close()
        event.accept()
        self.left.emit()

    def _warm(self, _: Any) -> None:
        if not self._started:
            self.keys.setText(self.tr("Space begins · Esc leaves"))
            if self.rehearsal:
                self.begin()

    def _failed(self, error: BaseException) -> None:
        self._context.tell(error)
        self.close()

    # --- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space; the other keys are shortcuts."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif not self._started:
            self.begin()
        elif self.rehearsal:
            self.rehearsal.pause(not self.rehearsal.paused)
            self._show_stage(self.conversation.stage)
        else:
            self.conversation.press()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go: the turn is over."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self.rehearsal is None:
            self.conversation.release()
        else:
            super().keyReleaseEvent(event)

    def _english(self) -> None:
        self.captions.show_english(not self.captions.with_english)

    def _send(self) -> None:
        if text := self.entry.text().strip():
            self.entry.clear()
            self._student(text)
            self.conversation.say(text)

    # --- captions ---------------------------------------------------------------------------------------------------

    def _message(self, message: Message) -> None:
        match message:
            case TurnStarted():
                self._words = ""
            case SentenceFinal(text=text):
                self._words = f"{self._words} {text}".strip()
                talk = self.conversation.talk
                english = in_english(talk.conversation.session.last_plan) if talk else ""
                self.captions.show_turn(self.scenario.officer.name, self._words, english)
            case PartialHeard(text=text):
                self._student(text)
            case StudentSaid(transcript=transcript):
                self._student(transcript.text)

    def _student(self, text: str, english: str = "") -> None:
        self.captions.show_turn(self.scenario.traveller.name, text, english)

    def _traveller_says(self, line: Line) -> None:
        self._student(line.es, line.en)

    def _show_stage(self, stage: str) -> None:
        keys = self.tr("Esc leaves · F2 English · Ctrl + and − size · Ctrl+R from the beginning")
        if self.rehearsal and self.rehearsal.paused:
            self.keys.setText(self.tr("Paused · Space goes on · {keys}").format(keys=keys))
        elif self.rehearsal:
            self.keys.setText(self.tr("Space pauses · {keys}").format(keys=keys))
        elif self.conversation.talk and self.conversation.talk.hears and stage in ("your_turn", "listening"):
            self.keys.setText(self.tr("Hold Space to speak, or type · {keys}").format(keys=keys))
        else:
            self.keys.setText(keys)


def _screen() -> QScreen:
    """The screen that the presenter points at. Not ``QWidget.screen``: see window.py."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
