"""The booth while a conversation runs: heading, officer, conversation, trip card, entry bar, and what floats by.

Arranges and shows; what the student wants is the page's business.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from garita import paths
from garita.desktop.booth.bubble_look import PORTRAIT
from garita.desktop.booth.chat import Chat
from garita.desktop.booth.conversation import Conversation
from garita.desktop.booth.ending import Ending
from garita.desktop.booth.entry_bar import EntryBar
from garita.desktop.booth.goals import GoalWatch
from garita.desktop.booth.missing import Missing
from garita.desktop.booth.officer_side import OfficerSide
from garita.desktop.booth.side_panel import SidePanel
from garita.desktop.booth.waiting import Waiting
from garita.desktop.context import Context
from garita.desktop.officer.pictures import portrait
from garita.desktop.officer.view import OfficerView
from garita.desktop.widgets import label, plain, quiet
from garita.engine_room import Talk
from garita.messages import Message, TurnFinished
from garita.roleplay.act import VerdictKind
from garita.roleplay.scenario import Scenario
from garita.settings import Settings

_LOW = 560  # pixels at text size 1 below which what can be done without is left out
_NARROW = 1150  # pixels at text size 1 below which the trip card is folded away


class BoothRoom(QWidget):
    """Everything one sees at the booth."""

    def __init__(self, context: Context, conversation: Conversation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._conversation = context, conversation
        theme = context.theme
        self.title, self.place = label("", "heading"), label("", "small")
        self.card_button = plain(self.tr("Trip card"), "passport")
        self.card_button.setCheckable(True)
        self.card_button.setShortcut("Ctrl+K")
        self.card_button.setToolTip(self.tr("Show or fold away your papers and goals  ({key})").format(key="Ctrl+K"))
        self.end_button = quiet(self.tr("End"), "close")
        self.picture = OfficerView(theme)
        self.chat = Chat(theme, conversation.transcript)
        self.waiting = Waiting(theme)
        self.side = SidePanel(theme, context.language)
        self.ending = Ending(theme)
        self.missing = Missing(theme, context.language)
        self.bar = EntryBar(theme)
        self._officer = OfficerSide(conversation, self.picture, self)
        self._goals = GoalWatch(context.jobs, self)
        self._pictured: Scenario | None = None
        self._wanted_card: bool | None = None  # None: as the window's width suggests
        self._place_kept = QSettings(str(paths.home() / "window.ini"), QSettings.Format.IniFormat)
        self._lay_out()
        self._connect()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario) -> None:
        """Where we are, and who."""
        spanish = self._context.language == "es"
        self.title.setText(scenario.title if spanish else scenario.title_en)
        self.place.setText(f"{scenario.place_name}  ·  {scenario.officer.name}, {scenario.officer.service}")
        self.chat.bubbles.officer_name = scenario.officer.name
        self._goals.begin(scenario)
        self.ending.hide()
        self._pictured = scenario
        QTimer.singleShot(0, self, self._picture)

    def _picture(self) -> None:
        """Officer and papers, one after the other, when the rest can be seen already."""
        scenario, self._pictured = self._pictured, None
        if scenario is None:
            return
        self._officer.show_scenario(scenario)
        size = self._context.theme.scaled(PORTRAIT)
        self.chat.view.painter.portrait = portrait(scenario, size, self.devicePixelRatioF())
        QTimer.singleShot(0, self, lambda: self.side.show_scenario(scenario))

    def begun(self, talk: Talk) -> None:
        """The conversation can be spoken, or what is missing for that is told."""
        self.missing.tell(talk.missing)

    def show_ending(self, verdict: VerdictKind) -> None:
        """The officer has decided."""
        self.missing.hide()
        self.ending.tell(verdict)

    def show_settings(self, now: Settings, talk: Talk | None, key: str, *, muted: bool) -> None:
        """How the voice is set, and which key is held to speak."""
        voice, hears = now.voice, talk is not None and talk.hears
        self._fold()
        self.bar.mic.setVisible(voice.listens)
        self.bar.mic.hears = hears
        self.bar.tools.show_values(
            hears=hears, muted=muted, hands_free=voice.mode == "hands_free", aloud=voice.aloud, speed=voice.speed
        )
        self.bar.edit.setPlaceholderText(self._hint(key, hears=hears, hands_free=voice.mode == "hands_free"))

    def _hint(self, key: str, *, hears: bool, hands_free: bool) -> str:
        if not hears:
            return self.tr("Type in Spanish")
        if hands_free:
            return self.tr("Speak, or type in Spanish")
        return self.tr("Hold {key} or the microphone and speak, or type in Spanish").format(key=key)

    # --- how it is made ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.place)
        head.addLayout(words, 1)
        head.addWidget(self.card_button)
        head.addWidget(self.end_button)
        talk = QWidget()
        self._stack = QStackedLayout(talk)
        self._stack.addWidget(self.chat)
        self._stack.addWidget(self.waiting)
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.missing)
        column.addWidget(talk, 1)
        column.addWidget(self.ending)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self.picture, 2), (middle, 3), (self.side, 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.indexOf(part), stretch)
            self.splitter.setCollapsible(self.splitter.indexOf(part), False)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(head)
        self._whole.addWidget(self.splitter, 1)
        self._whole.addWidget(self.bar)
        self._head, self._words = head, words
        self._context.theme.changed.connect(self._space)
        self._space()
        state = self._place_kept.value("booth/splitter")
        self._sized = isinstance(state, QByteArray) and self.splitter.restoreState(state)

    def _space(self) -> None:
        space = self._context.theme.space
        self._head.setContentsMargins(space(5), space(4), space(5), space(3))
        self._head.setSpacing(space(2))
        self._words.setSpacing(0)
        scaled = self._context.theme.scaled
        self._middle.setMinimumSize(scaled(200), scaled(60))  # its labels ask for the room of their narrowest form
        self.splitter.setContentsMargins(space(5), 0, space(2), 0)

    def _connect(self) -> None:
        talk = self._conversation
        talk.stage_changed.connect(self._stage)
        talk.level_changed.connect(self._level)
        talk.happened.connect(self._look_at_goals)
        self._goals.known.connect(self.side.show_goals)
        self.card_button.clicked.connect(self._card_clicked)
        self.splitter.splitterMoved.connect(self._keep_place)

    def _stage(self, stage: str) -> None:
        self.bar.show_stage(self._conversation.stage)
        waits = stage == "loading" and not self._conversation.transcript.entries  # devices are taken anew unseen
        self._stack.setCurrentWidget(self.waiting if waits else self.chat)

    def _level(self) -> None:
        self.bar.show_level(self._conversation.state)

    def _look_at_goals(self, message: Message) -> None:
        talk = self._conversation.talk
        if isinstance(message, TurnFinished) and talk:
            plan = talk.conversation.session.last_plan
            self._goals.look(talk.conversation.session.turns(), plan.main.topic if plan else None)

    def _keep_place(self) -> None:
        self._sized = True
        self._place_kept.setValue("booth/splitter", self.splitter.saveState())

    def _card_clicked(self, shown: bool) -> None:
        self._wanted_card = shown
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Less than its parts would like: the conversation scrolls, and the window is never forced to grow."""
        scaled = self._context.theme.scaled
        return QSize(scaled(400), scaled(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the trip card waits behind its button."""
        super().resizeEvent(event)
        low = self.height() < self._context.theme.scaled(_LOW)
        self.place.setVisible(not low)
        self.bar.edit.limit(2 if low else 5)
        self._fold()
        if not self._sized:
            self._first_sizes()

    def _fold(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_NARROW)
        shown = wide if self._wanted_card is None else self._wanted_card
        self.side.setVisible(shown)
        self.card_button.setChecked(shown)
        drawn = self._context.settings.now.window.officer
        self.picture.setVisible(drawn and (wide or not shown))  # there is no room for both

    def _first_sizes(self) -> None:
        """The officer a little narrower than the conversation."""
        side = self.side.sizeHint().width()
        rest = max(400, self.width() - side)
        self.splitter.setSizes([round(rest * 0.44), round(rest * 0.56), side])
