"""All trips as cards in a flowing grid, with the filters above; loading, empty and failed states.

A view: it shows the trips it is given and tells what the user chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import trip as trips
from garita.desktop.trips.filters import FilterBar
from garita.desktop.trips.grid import CardGrid
from garita.desktop.trips.problems import ProblemList
from garita.desktop.trips.scene import Pictures
from garita.desktop.trips.tile import SurpriseTile, Tile, TripTile
from garita.desktop.trips.trip import Filter, Trip
from garita.desktop.widgets import EmptyState, Page, Spinner, label, plain, quiet
from garita.messages_to_user.entry import Language


class Browse(Page):
    """Signals:
    chosen(Trip): open it.
    surprise(): draw one by lot.
    open_file(): take in a file of the user's own.
    again(): try once more to read what there is.
    picture_wanted(Trip, ScenePicture, QSize): a card is seen and has no picture of this size.
    """

    chosen = Signal(object)
    surprise = Signal()
    open_file = Signal()
    again = Signal()

    def __init__(self, theme: Theme, language: Language, pictures: Pictures) -> None:
        super().__init__()
        self.set_heading(self.tr("Trips"), self.tr("Where would you like to cross a border today?"))
        self._theme, self._pictures = theme, pictures
        self._trips: Sequence[Trip] = ()
        self._tiles: list[TripTile] = []
        opens = plain(self.tr("Open a file…"), "folder")
        opens.setToolTip(self.tr("A trip of your own, a .toml file; you can also drop it here"))
        opens.clicked.connect(self.open_file)
        self.head.addWidget(opens)
        self.filters = FilterBar(theme)
        self.filters.changed.connect(self._narrow)
        self.count = label("", "small")
        self.show_all = quiet(self.tr("Show all"), "close")
        self.show_all.clicked.connect(self.filters.clear)
        self.problems = ProblemList(theme, language)
        self._spinner = Spinner()
        self._make_states()
        self._grid = QWidget()
        self._flow = CardGrid()
        self._grid.setLayout(self._flow)
        self.surprise_tile = SurpriseTile(theme)
        self.surprise_tile.clicked.connect(self.surprise)
        self.surprise_tile.moved.connect(partial(self._move, self.surprise_tile))
        self._flow.addWidget(self.surprise_tile)
        for part in (self.filters, self._narrowed(), self.problems, self._spinner, self._nothing, self._failure):
            self.add(part)
        self.add(self._grid)
        theme.changed.connect(self._dress)
        self._dress()
        self._show_only(self._spinner)

    def show_trips(self, found: Sequence[Trip]) -> None:
        """Make the cards."""
        self._trips = found
        for tile in self._tiles:
            self._flow.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [self._tile(trip) for trip in found]
        self.filters.set_countries(trips.countries(found))
        self._narrow(self.filters.filter())

    def show_failure(self) -> None:
        """Say that there is nothing to show and offer to try again."""
        if not self._trips:
            self._show_only(self._failure)

    def shown_trips(self) -> list[Trip]:
        """The trips that the filters let through."""
        wanted = self.filters.filter()
        return [trip for trip in self._trips if wanted.lets(trip)]

    def focus_on(self, name: str) -> None:
        """Give the keyboard to the card of the scenario with this id, where it is shown."""
        for tile in self._tiles:
            if tile.trip.scenario.id == name and not tile.isHidden():
                tile.setFocus()

    def _narrowed(self) -> QWidget:
        """How many trips the filters let through, and the way back to all."""
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        self.count.setWordWrap(False)
        row.addWidget(self.count)
        row.addWidget(self.show_all)
        row.addStretch(1)
        return self._row

    def _make_states(self) -> None:
        clear = plain(self.tr("Show all trips"), "close")
        clear.clicked.connect(self.filters.clear)
        self._nothing = EmptyState(
            "search", self.tr("No trip fits"), self.tr("Try another word, level or country."), clear
        )
        again = plain(self.tr("Try again"), "retry")
        again.clicked.connect(self.again)
        self._failure = EmptyState("warning", self.tr("The trips could not be read"), "", again)

    def _tile(self, trip: Trip) -> TripTile:
        tile = TripTile(self._theme, self._pictures, trip)
        tile.clicked.connect(partial(self.chosen.emit, trip))
        tile.moved.connect(partial(self._move, tile))
        self._flow.addWidget(tile)
        return tile

    def _narrow(self, wanted: Filter) -> None:
        shown = 0
        for tile in self._tiles:
            fits = wanted.lets(tile.trip)
            tile.setVisible(fits)
            shown += fits
        self.count.setText(self.tr("{shown} of {all} trips").format(shown=shown, all=len(self._trips)))
        self._show_only(self._grid if shown else self._nothing)
        self._row.setVisible(0 < shown < len(self._trips))

    def _show_only(self, part: QWidget) -> None:
        for each in (self._spinner, self._nothing, self._failure, self._grid):
            each.setVisible(each is part)
        self._row.setVisible(False)

    def _move(self, tile: Tile, steps: int) -> None:
        shown = [each for each in (self.surprise_tile, *self._tiles) if not each.isHidden()]
        place = shown.index(tile) + steps
        if 0 <= place < len(shown):
            shown[place].setFocus()

    def _dress(self) -> None:
        self._flow.setSpacing(self._theme.space(4))
