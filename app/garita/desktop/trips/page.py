"""The trips page: every scenario as a card, filtered as one types; one of them opened; files of one's own taken in.

What there is comes from ``trip`` on a worker thread, pictures too; this module only puts the parts together.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from garita.desktop.context import Context, Help
from garita.desktop.trips import trip as trips
from garita.desktop.trips.browse import Browse
from garita.desktop.trips.detail import TripDetail
from garita.desktop.trips.scene import Pictures
from garita.desktop.trips.trip import Shelf, Trip
from garita.desktop.widgets import DropHint
from garita.errors import ScenarioInvalid
from garita.roleplay import own_scenarios
from garita.roleplay.scenario import Scenario


class TripsPage(QWidget):
    """Choose a trip; ``context.go("booth", scenario=..., seed=...)`` follows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shelf = Shelf()
        self._tried: tuple[ScenarioInvalid, ...] = ()  # what is wrong with the files opened last
        self._wanted: dict[str, Any] = {}  # what to open as soon as the trips are known
        self._dialog: QFileDialog | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Trips"))
        self._pictures = Pictures(context.jobs, self)
        self.browse = Browse(context.theme, context.language, self._pictures)
        self.detail: TripDetail | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browse)
        self.setFocusProxy(self.browse)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.hint = DropHint(self.tr("Drop to add this trip"), self)
        self.browse.chosen.connect(self.open_trip)
        self.browse.surprise.connect(self.surprise)
        self.browse.open_file.connect(self.ask_for_file)
        self.browse.again.connect(self._read_again)
        self.browse.problems.again.connect(self._read_again)
        self.browse.problems.closed.connect(self._forget_problems)

    def shown(
        self, scenario: Scenario | str = "", seed: int | None = None, files: Sequence[Path] = (), **_: Any
    ) -> None:
        """The window has turned to this page: open a scenario (or its id) with its number, or files dropped on it."""
        if files:
            self.take_files([str(file) for file in files])
            return
        self._wanted = {"name": scenario if isinstance(scenario, str) else scenario.id, "seed": seed}
        self._open_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        """What there is may have changed since: files are edited by hand, trips are practised."""
        super().showEvent(event)
        self._read()

    # --- one trip ---------------------------------------------------------------------------------------------------

    def open_trip(self, trip: Trip, seed: int | None = None, *, drawn: bool = False) -> None:
        """Open a trip, with a number of its own unless one is given."""
        number = random.randint(0, trips.LARGEST_SEED) if seed is None else min(seed, trips.LARGEST_SEED)
        self._drop_detail()
        theme, language = self._context.theme, self._context.language
        detail = TripDetail(theme, language, self._pictures, trip, number, drawn=drawn)
        detail.back.connect(self.show_all)
        detail.start.connect(self._start)
        detail.remove.connect(self._remove)
        self.detail = detail
        self._stack.addWidget(detail)
        self._stack.setCurrentWidget(detail)
        self.setFocusProxy(detail.start_button)
        detail.start_button.setFocus()

    def surprise(self) -> None:
        """Draw a trip from those that are shown, and a traveller for it."""
        if among := self.browse.shown_trips():
            number = random.randint(0, trips.LARGEST_SEED)
            self.open_trip(trips.surprise(among, number), number, drawn=True)

    def show_all(self) -> None:
        """Back to the cards, to the one that was open."""
        was = self.detail.trip.scenario.id if self.detail else ""
        self._drop_detail()
        self._stack.setCurrentWidget(self.browse)
        self.setFocusProxy(self.browse)
        self.browse.focus_on(was)

    def _start(self, scenario: Scenario, seed: int) -> None:
        self._context.go("booth", scenario=scenario, seed=seed)

    def _drop_detail(self) -> None:
        detail, self.detail = self.detail, None
        if detail:
            self._stack.removeWidget(detail)
            detail.deleteLater()

    def _open_wanted(self) -> None:
        name, seed = self._wanted.get("name", ""), self._wanted.get("seed")
        found = next((trip for trip in self._shelf.trips if trip.scenario.id == name), None)
        if found:
            self._wanted = {}
            self.open_trip(found, seed)

    # --- what there is ----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        context = self._context
        context.jobs.ask(lambda: trips.read(context.journal(), context.language), self._have, self._failed)

    def _read_again(self) -> None:
        files = dict.fromkeys(str(problem.facts["path"]) for problem in self._tried)
        if files:
            self.take_files([str(file) for file in files])
        else:
            self._read()

    def _have(self, shelf: Shelf) -> None:
        if shelf != self._shelf:
            self._shelf = shelf
            self.browse.show_trips(shelf.trips)
        self._show_problems()
        self._open_wanted()

    def _failed(self, error: BaseException) -> None:
        self.browse.show_failure()
        self._context.tell(error)

    def _show_problems(self) -> None:
        told = {problem.facts["path"] for problem in self._tried}
        others = [problem for problem in self._shelf.problems if problem.facts["path"] not in told]
        self.browse.problems.show_problems((*self._tried, *others))

    def _forget_problems(self) -> None:
        self._tried = ()
        self.browse.problems.show_problems(())

    # --- files of one's own -----------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user choose files; does not wait for the answer."""
        dialog = QFileDialog(self, self.tr("Open trips of your own"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Trips (*.toml)"))
        dialog.filesSelected.connect(self.take_files)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def take_files(self, names: Sequence[str]) -> None:
        """Take in files of the user's own; those that are wrong are listed line by line."""
        files = [Path(name) for name in names]
        self._context.jobs.ask(lambda: [own_scenarios.add(file) for file in files], self._taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Scenario files may be dropped here."""
        if _dropped(event):
            event.acceptProposedAction()
            self.hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        super().dragLeaveEvent(event)
        self.hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        event.acceptProposedAction()
        self.hint.hide()
        self.take_files(_dropped(event))

    def _taken(self, results: list[tuple[Scenario | None, tuple[ScenarioInvalid, ...]]]) -> None:
        self._tried = tuple(problem for _, problems in results for problem in problems)
        taken = [scenario for scenario, _ in results if scenario]
        self.show_all()
        if len(taken) == 1 and not self._tried:
            self._wanted = {"name": taken[0].id, "seed": None}
        self._read()

    def _remove(self, trip: Trip) -> None:
        name = trip.scenario.id
        undo = Help(self.tr("Undo"), lambda: self._context.jobs.ask(lambda: own_scenarios.restore(name), self._changed))

        def done(_: object) -> None:
            self.show_all()
            self._read()
            self._context.tell(self.tr("“{title}” was removed.").format(title=trip.scenario.title), undo)

        self._context.jobs.ask(lambda: own_scenarios.remove(name), done)

    def _changed(self, _: object) -> None:
        self._read()


def _dropped(event: QDropEvent) -> list[str]:
    """The scenario files among what is dragged."""
    files = [url.toLocalFile() for url in event.mimeData().urls()]
    return [file for file in files if file.lower().endswith(".toml")]
