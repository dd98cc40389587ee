"""The three steps of the welcome as views: choose a trip, check the microphone, how the booth works.

Each shows what it is given and tells what the user does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from garita import messages_to_user
from garita.desktop.theme import Theme
from garita.desktop.trips.grid import CardGrid
from garita.desktop.trips.illustrations import Illustration, Subject
from garita.desktop.trips.scene import Pictures
from garita.desktop.trips.tile import TripTile
from garita.desktop.trips.trip import Trip
from garita.desktop.widgets import (
    Banner,
    Card,
    FlowLayout,
    LevelMeter,
    Pill,
    Spinner,
    icon_button,
    icon_label,
    label,
    plain,
    quiet,
)
from garita.errors import GaritaError
from garita.messages import Notice
from garita.messages_to_user.entry import Language


class StepWay(QWidget):
    """Where in the welcome one is: the steps by number and name, the present one marked."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        flow = FlowLayout(self, spacing=10)
        self._labels = [label("", "caption") for _ in names]
        for number, part in enumerate(self._labels):
            if number:
                flow.addWidget(icon_label("chevron-right", "dim", 14))
            part.setWordWrap(False)
            flow.addWidget(part)

    def show_step(self, step: int) -> None:
        """Mark this one; those before it are done."""
        for number, (name, part) in enumerate(zip(self._names, self._labels, strict=True)):
            part.setText(f"✓ {name}" if number < step else f"{number + 1}  {name}")
            part.setProperty("tone", "accent" if number == step else "dim")
            part.style().unpolish(part)
            part.style().polish(part)
        where = self.tr("Step {number} of {all}: {name}")
        self.setAccessibleName(where.format(number=step + 1, all=len(self._names), name=self._names[step]))


class ChooseStep(QWidget):
    """Three trips of rising difficulty.

    Signals:
        chosen(Trip): this one.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures
        self.tiles: list[TripTile] = []
        self._flow = CardGrid()
        self._spinner = Spinner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._flow)
        theme.changed.connect(self._space)
        self._space()

    def show_trips(self, trips: Sequence[Trip]) -> None:
        """Offer these."""
        self._spinner.hide()
        self._flow.clear()
        self.tiles = [TripTile(self._theme, self._pictures, trip) for trip in trips]
        for tile in self.tiles:
            tile.clicked.connect(partial(self.chosen.emit, tile.trip))
            tile.moved.connect(partial(self._move, tile))
            self._flow.addWidget(tile)

    def _move(self, tile: TripTile, steps: int) -> None:
        place = self.tiles.index(tile) + steps
        if 0 <= place < len(self.tiles):
            self.tiles[place].setFocus()

    def _space(self) -> None:
        self._flow.setSpacing(self._theme.space(4))


class MicrophoneStep(QWidget):
    """The level, which device, and what is missing.

    Signals:
        device(str): listen to this one; empty for the system's.
        look_again(): something was plugged in.
        type_instead(): the student does not want to speak.
        get_recogniser(): lead to where one can be had.
    """

    device = Signal(str)
    look_again = Signal()
    type_instead = Signal()
    get_recogniser = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self.meter = LevelMeter()
        self.meter.setMinimumHeight(theme.scaled(16))
        self.state = label(self.tr("Opening the microphone…"), "heading")
        self.hint = label(
            self.tr("Say something, for example: «Buenos días, vengo de vacaciones.»"), "body", tone="dim"
        )
        self.heard = Pill(self.tr("Your voice is heard"), "good", "check")
        self.heard.hide()
        self.devices = QComboBox()
        self.devices.setAccessibleName(self.tr("Microphone"))
        self.devices.activated.connect(self._choose)
        self._works = self._understands = True  # until the opposite is known
        self._trouble = QVBoxLayout()
        self._missing = QVBoxLayout()
        self.typing = plain(self.tr("I will type instead"), "keyboard")
        self.typing.clicked.connect(self.type_instead)
        self._lay_out()

    @property
    def can_hear(self) -> bool:
        """Whether speaking leads anywhere, so far as is known: a microphone that works, and somebody to understand."""
        return self._works and self._understands

    def show_devices(self, names: Sequence[str], chosen: str) -> None:
        """Offer these, the system's first."""
        self.devices.clear()
        self.devices.addItem(self.tr("The system's microphone"), "")
        for name in names:
            self.devices.addItem(name, name)
        if chosen and self.devices.findData(chosen) < 0:
            self.devices.addItem(chosen, chosen)
        self.devices.setCurrentIndex(max(0, self.devices.findData(chosen)))

    def show_opening(self) -> None:
        """It is not listened to yet."""
        self.state.setText(self.tr("Opening the microphone…"))
        self.hint.show()
        self.heard.hide()
        self.meter.set_level(-60.0)
        _empty(self._trouble)

    def show_opened(self, name: str) -> None:
        """This one is listened to."""
        self._works = True
        self.state.setText(self.tr("Listening to “{name}”").format(name=name))

    def show_speech(self) -> None:
        """Somebody spoke and was heard."""
        self.heard.show()

    def show_failure(self, error: BaseException) -> None:
        """Why there is nothing to listen to."""
        self._works = False
        self.state.setText(self.tr("No microphone to listen to"))
        self.hint.hide()
        self.meter.set_level(-60.0)
        if isinstance(error, GaritaError):
            words = messages_to_user.explain(error, self._language)
            self._say("warn", words.sentence, self.tr("Plug one in and look again, or type your answers."))
        else:
            self._say("warn", self.tr("The microphone could not be tried."), self.tr("You can type your answers."))

    def show_notice(self, notice: Notice) -> None:
        """What happened to the device."""
        _empty(self._trouble)
        if notice.key != "device_back":
            self._say("warn", messages_to_user.notice(notice.key, self._language, **notice.facts), "")

    def show_recogniser(self, *, there: bool) -> None:
        """Say what is missing where nothing can understand speech yet."""
        self._understands = there
        _empty(self._missing)
        if there:
            return
        button = quiet(self.tr("Get speech recognition"), "download")
        button.clicked.connect(self.get_recogniser)
        self._missing.addWidget(
            Banner(
                "info",
                self.tr("Speech is not understood yet: that needs a recognition model, once."),
                self.tr("Until then you type, and the officer speaks."),
                button,
            )
        )

    def _say(self, kind: str, sentence: str, what_to_do: str) -> None:
        _empty(self._trouble)
        self._trouble.addWidget(Banner("warn" if kind == "warn" else "info", sentence, what_to_do))

    def _choose(self) -> None:
        self.device.emit(str(self.devices.currentData() or ""))

    def _lay_out(self) -> None:
        theme = self._theme
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(theme.space(4))
        head.addWidget(icon_label("mic", "accent", 40), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(self.state)
        words.addWidget(self.hint)
        head.addLayout(words, 1)
        head.addWidget(self.heard, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addSpacing(theme.space(2))
        card.body.addWidget(self.meter)
        card.body.addSpacing(theme.space(2))
        card.body.addLayout(self._trouble)
        again = icon_button("retry", self.tr("Look for microphones again"))
        again.clicked.connect(self.look_again)
        self.devices.setMinimumWidth(theme.scaled(320))
        choice = FlowLayout(spacing=theme.space(3))
        for part in (self.devices, again, self.typing):
            choice.addWidget(part)
        card.body.addLayout(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(card)
        column.addLayout(self._missing)


class GoStep(QWidget):
    """How the booth works, in three pictures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = CardGrid()
        self.answer = label("", "body")
        self._add(
            "ask",
            self.tr("The officer asks"),
            label(self.tr("In Spanish, aloud and in writing. You can hear it again, slower."), "body"),
        )
        self._add("answer", self.tr("You answer"), self.answer)
        self._add(
            "papers",
            self.tr("Your papers lie at hand"),
            label(self.tr("Who you are and what you carry. Goals are ticked off as you meet them."), "body"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        theme.changed.connect(self._space)
        self._space()

    def show_way(self, *, speaks: bool, hands_free: bool, key: str) -> None:
        """How the student answers, by the settings."""
        if not speaks:
            text = self.tr("Type your answer and press Enter. Alt with a letter writes á, ñ, ¿.")
        elif hands_free:
            text = self.tr("Just speak; a pause ends your turn. You can always type instead.")
        else:
            text = self.tr("Hold {key} while you speak. You can always type instead.").format(key=key)
        self.answer.setText(text)

    def _add(self, subject: Subject, title: str, text: QWidget) -> None:
        card = _Wide(self._theme)
        card.body.addWidget(Illustration(self._theme, subject))
        card.body.addWidget(label(title, "heading"))
        card.body.addWidget(text)
        card.body.addStretch(1)
        self._flow.addWidget(card)

    def _space(self) -> None:
        self._flow.setSpacing(self._theme.space(4))


class _Wide(Card):
    """A card as wide as the others beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Three of them fit beside each other."""
        width = self._theme.scaled(280)
        return QSize(width, self.body.totalHeightForWidth(width))


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
