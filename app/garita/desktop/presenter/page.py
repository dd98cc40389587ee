"""Presenting: choose what is shown, see that it is warmed up, and go full screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from garita.desktop.context import Context
from garita.desktop.presenter.stage import Stage
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, Choice, FlowLayout, Page, label, plain, primary
from garita.roleplay import scenario_file


class PresenterPage(Page):
    """Two ways to present: a rehearsed conversation that plays by itself, and a live one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Present"), self.tr("Full screen, large captions in Spanish and English, keyboard only.")
        )
        self._context = context
        self.stage: Stage | None = None
        self.add(self._rehearsed())
        self.add(self._live())
        self.body.addStretch(1)

    @property
    def busy(self) -> bool:
        """Whether something is presented now."""
        return self.stage is not None

    def shown(self, *, demo: bool = False, **_: Any) -> None:
        """``demo``: begin the rehearsed conversation at once."""
        if demo:
            self.open(rehearsed=True)

    def leave(self) -> None:
        """End what is presented."""
        if self.stage:
            self.stage.close()

    def open(self, *, rehearsed: bool) -> None:
        """Cover the screen."""
        if self.stage:
            return
        self._context.go("booth", end=True)  # a conversation there would hold the devices
        scenario = None if rehearsed else scenario_file.find(self.scenarios.currentData())
        self.stage = Stage(self._context, scenario, rehearsed=rehearsed)
        self.stage.left.connect(self._left)
        self.stage.open()

    def _left(self) -> None:
        if self.stage:
            self.stage.deleteLater()
            self.stage = None
        self._context.go("presenter")
        self.window().activateWindow()  # not every desktop gives the keyboard back by itself

    def _rehearsed(self) -> Card:
        card = Card(self.tr("A rehearsed conversation"))
        card.body.addWidget(
            label(
                self.tr(
                    "Plays by itself: the traveller is rehearsed, the officer is the real one and says the same every "
                    "time. Also with “garita --demo”."
                )
            )
        )
        start = primary(self.tr("Play it"), "play")
        start.clicked.connect(lambda: self.open(rehearsed=True))
        card.body.addLayout(_at_left(start))
        return card

    def _live(self) -> Card:
        card = Card(self.tr("A live conversation"))
        card.body.addWidget(label(self.tr("You are the traveller: hold Space and speak, or type.")))
        self.scenarios = Choice()
        self.scenarios.setAccessibleName(self.tr("Trip"))
        for scenario in scenario_file.load_all():
            title = scenario.title if self._context.language == "es" else scenario.title_en
            self.scenarios.addItem(f"{title} · {scenario.level}", scenario.id)
        start = plain(self.tr("Open the booth"), "present")
        start.clicked.connect(lambda: self.open(rehearsed=False))
        card.body.addLayout(_at_left(self.scenarios, start))
        return card


def _at_left(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout(spacing=current_theme().space(2))
    for widget in widgets:
        row.addWidget(widget)
    return row
