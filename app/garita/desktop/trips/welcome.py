"""The first welcome: choose a trip, check the microphone, go. Can be skipped at every step and is not shown twice.

Puts the steps together; nothing in it waits, and nothing that is missing keeps the student from going on.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from garita.desktop.context import Context
from garita.desktop.trips import trip as trips
from garita.desktop.trips.microphone_check import MicrophoneCheck
from garita.desktop.trips.scene import Pictures
from garita.desktop.trips.trip import Shelf, Trip
from garita.desktop.trips.welcome_steps import ChooseStep, GoStep, MicrophoneStep, StepWay
from garita.desktop.widgets import label, plain, primary, quiet
from garita.settings import Settings

_WIDEST = 1040


class Welcome(QWidget):
    """Leads to the booth itself when it is over.

    Signals:
        finished(Scenario | None, int): the chosen trip and its number; None where it was skipped.
    """

    finished = Signal(object, int)

    def __init__(self, context: Context, check: MicrophoneCheck | None = None) -> None:
        super().__init__()
        self._context = context
        self.trip: Trip | None = None
        self._over = False
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Welcome"))
        theme, language = context.theme, context.language
        self._pictures = Pictures(context.jobs, self)
        self.choose, self.microphone, self.go = (
            ChooseStep(theme, self._pictures),
            MicrophoneStep(theme, language),
            GoStep(theme),
        )
        self.check = check or MicrophoneCheck(context.engines.sound)
        self.check.setParent(self)
        self.back = plain(self.tr("Back"), "arrow-left")
        self.next = primary(self.tr("Continue"))
        self.skip = quiet(self.tr("Skip"))
        self._title, self._subtitle = label("", "title"), label("", "body", tone="dim")
        self._way = StepWay([self.tr("Choose a trip"), self.tr("Your microphone"), self.tr("Go")])
        self._steps: tuple[QWidget, ...] = (self.choose, self.microphone, self.go)
        self._step = 0
        self._area = QScrollArea()
        self._lay_out()
        self._connect()
        self._show_step(0)

    # --- what the window tells --------------------------------------------------------------------------------------

    def shown(self, **_: Any) -> None:
        """The window has turned to it."""
        if self.choose.tiles:
            self.choose.tiles[0].setFocus()

    def leave(self) -> None:
        """The program ends."""
        self.check.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what can be offered; listen where the step is about that."""
        super().showEvent(event)
        context = self._context
        if not self.choose.tiles:
            context.jobs.ask(lambda: trips.read(context.journal(), context.language), self._have, self._have_none)
        self._listen_where_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the meter; and who has left it has seen it."""
        super().hideEvent(event)
        self.check.stop()
        if not event.spontaneous():
            self._seen()

    # --- steps ------------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """0 choose, 1 microphone, 2 go."""
        return self._step

    def _show_step(self, step: int) -> None:
        self._step = step
        for number, part in enumerate(self._steps):
            part.setVisible(number == step)
        titles = (
            (self.tr("Welcome to Garita"), self.tr("Practise Spanish at the border. Where shall we begin?")),
            (self.tr("Can the officer hear you?"), self.tr("Nothing is recorded and nothing leaves this computer.")),
            (self.tr("This is how it goes"), self._where()),
        )
        self._title.setText(titles[step][0])
        self._subtitle.setText(titles[step][1])
        self._way.show_step(step)
        self._area.verticalScrollBar().setValue(0)
        self.back.setVisible(step > 0)
        self.next.setVisible(step > 0 or self.trip is not None)
        self.next.setText(self.tr("Go to the booth") if step == 2 else self.tr("Continue"))
        if step == 2:
            self._show_way()
        if step > 0:
            self.next.setFocus()
        self._listen_where_seen()

    def _show_way(self) -> None:
        voice = self._context.settings.now.voice
        key = QKeySequence.fromString(self._context.settings.now.window.talk_key)
        name = key.toString(QKeySequence.SequenceFormat.NativeText)
        speaks = voice.listens and self.microphone.can_hear
        self.go.show_way(speaks=speaks, hands_free=voice.mode == "hands_free", key=name)

    def _where(self) -> str:
        if not self.trip:
            return ""
        scenario = self.trip.scenario
        return self.tr("{officer} is waiting for you: {place}.").format(
            officer=scenario.officer.name, place=scenario.place_name
        )

    def _forward(self) -> None:
        if self.step == 1:  # whoever goes on from the microphone wants to speak, whatever they said before
            self._context.settings.change({"voice.listens": True})
        if self.step < 2:
            self._show_step(self.step + 1)
        else:
            self._finish(self.trip)

    def _backward(self) -> None:
        self._show_step(max(0, self.step - 1))

    def _choose(self, trip: Trip) -> None:
        self.trip = trip
        self._show_step(1)

    def _finish(self, trip: Trip | None) -> None:
        seed = random.randint(0, trips.LARGEST_SEED) if trip else 0
        self._seen()
        self.finished.emit(trip.scenario if trip else None, seed)
        if trip:
            self._context.go("booth", scenario=trip.scenario, seed=seed)
        else:
            self._context.go("booth")

    def _seen(self) -> None:
        if not self._over:
            self._over = True
            self._context.settings.change({"window.welcomed": True})

    # --- trips ------------------------------------------------------------------------------------------------------

    def _have(self, shelf: Shelf) -> None:
        self.choose.show_trips(trips.suggested(shelf.trips))
        if self.step == 0 and self.choose.tiles:
            self.choose.tiles[0].setFocus()

    def _have_none(self, error: BaseException) -> None:
        """Go on without a trip; the booth has another way to one."""
        self._context.tell(error)
        self.choose.show_trips([])
        self.next.show()

    # --- microphone -------------------------------------------------------------------------------------------------

    def _listen_where_seen(self) -> None:
        if self.step != 1 or not self.isVisible():
            self.check.stop()
            return
        self._listen()
        settings = self._context.settings.now
        self._context.jobs.ask(
            lambda: _recogniser(settings),
            partial(self._recogniser_known, True),
            partial(self._recogniser_known, False),
        )

    def _recogniser_known(self, there: bool, _: object) -> None:
        self.microphone.show_recogniser(there=there)

    def _listen(self, *, look_again: bool = False) -> None:
        self.microphone.show_opening()
        self.check.start(self._context.settings.now.voice.microphone, look_again=look_again)

    def _use_device(self, name: str) -> None:
        self._context.settings.change({"voice.microphone": name, "voice.listens": True})
        self._listen()

    def _show_devices(self, names: list[str]) -> None:
        self.microphone.show_devices(names, self._context.settings.now.voice.microphone)

    def _type(self) -> None:
        self._context.settings.change({"voice.listens": False})
        self._show_step(2)

    def _get_recogniser(self) -> None:
        self._seen()
        self._context.go("officers")

    # --- how it is laid out -----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        connections: list[tuple[Any, Callable[..., object]]] = [
            (self.back.clicked, self._backward),
            (self.next.clicked, self._forward),
            (self.skip.clicked, partial(self._finish, None)),
            (self.choose.chosen, self._choose),
            (self.microphone.device, self._use_device),
            (self.microphone.look_again, partial(self._listen, look_again=True)),
            (self.microphone.type_instead, self._type),
            (self.microphone.get_recogniser, self._get_recogniser),
            (self.check.devices, self._show_devices),
            (self.check.opened, self.microphone.show_opened),
            (self.check.level, self.microphone.meter.set_level),
            (self.check.speech, self.microphone.show_speech),
            (self.check.failed, self.microphone.show_failure),
            (self.check.told, self.microphone.show_notice),
        ]
        for signal, slot in connections:
            signal.connect(slot)
        self.skip.setShortcut(Qt.Key.Key_Escape)

    def _lay_out(self) -> None:
        theme = self._context.theme
        top = QHBoxLayout()
        top.addWidget(self._way, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.skip)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        bottom.addWidget(self.next)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.space(8), theme.space(5), theme.space(8), theme.space(5))
        column.setSpacing(theme.space(3))
        column.addLayout(top)
        column.addWidget(self._scrolling(), 1)
        column.addLayout(bottom)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)

    def _scrolling(self) -> QScrollArea:
        """Title and step, in the middle where there is room, scrolling where there is little."""
        content = _Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.space(1))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(self._context.theme.space(5))
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(2)
        area = self._area
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


class _Content(QWidget):
    """As high as its words are at the width there is; wrapped labels by themselves ask for more than that."""

    def minimumSizeHint(self) -> QSize:
        """Height follows from width alone."""
        return QSize(super().minimumSizeHint().width(), 0)


def _recogniser(settings: Settings) -> Path:
    """Where it is.

    Raises:
        RecogniserMissing.
    """
    from garita import wiring_voice  # here, because sound takes longer to import than the window to be drawn

    return wiring_voice.recogniser_folder(settings)
