"""Progress: sums and plots from the journal, by day or week, told to those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from garita.coaching.debrief import Figures
from garita.coaching.progress import Entry
from garita.desktop.context import Context
from garita.desktop.history.plots import Plot, nice_top
from garita.desktop.history.progress import ProgressPage, look
from garita.desktop.theme import Theme
from garita.journal.journal import Journal
from tests.coaching.talk import ANSWERS, keep
from tests.desktop.history.conftest import Window
from tests.journal.many import fill

TODAY = date(2026, 11, 21)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[ProgressPage]:
    page = ProgressPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    yield page


def tiles(page: ProgressPage) -> dict[str, str]:
    return {tile.name.text(): tile.value.text() for tile in page.tiles.tiles}


def test_sums_and_plots_follow_the_journal(qtbot: QtBot, page: ProgressPage, journal: Journal) -> None:
    keep(journal, ANSWERS, "admit")
    keep(journal, ["Hello, my friend, how are you today?"])
    page.show()
    qtbot.waitUntil(lambda: page.content.isVisible())
    found = tiles(page)
    assert (found["conversations"], found["day in a row"]) == ("2", "1")
    assert found["of goals met"] == "50%"
    assert 0 < int(found["in Spanish"].rstrip("%")) < 100
    assert page.words.accessibleName() == "Words you said"
    assert page.words.accessibleDescription().endswith(f"{found['words you said']} words")
    assert page.spanish.accessibleDescription().endswith("%")


def test_another_span_is_shown_by_week(qtbot: QtBot, page: ProgressPage, journal: Journal, tmp_path: Path) -> None:
    fill(tmp_path / "journal.sqlite3", 40)
    page.show()
    qtbot.waitUntil(lambda: page.content.isVisible())
    page.span.setFocus()
    qtbot.keyClick(page.span, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Week of" in page.minutes.accessibleDescription())
    assert page.span.currentText() == "3 months"


def test_an_empty_journal_shows_the_way_on(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    qtbot.mouseClick(page.empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert window.went == [("trips", {})]
    assert not page.span.isVisible()


def test_a_journal_that_cannot_be_read_is_told(
    qtbot: QtBot, page: ProgressPage, journal: Journal, window: Window
) -> None:
    journal.close()
    page.show()
    qtbot.waitUntil(lambda: bool(window.told))


def test_the_streak_is_longer_than_what_is_shown() -> None:
    figures = Figures(60.0, 3, 10, 10, 10, 2.0, 3, 9, 0, 0)
    every = [Entry(back, TODAY - timedelta(days=back), 2.0, 10, "", figures) for back in range(40)]

    def read(since: datetime) -> list[Entry]:
        return [entry for entry in every if entry.day >= since.date()]

    looked = look(read, 28, TODAY)
    assert looked.in_a_row == 40
    assert len(looked.found) == len(looked.periods) == 28
    assert look(read, 91, TODAY).step == "week"
    assert look(lambda _: [], 28, TODAY).anything is False


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 10), (0.4, 0.4), (1, 1), (9, 10), (11, 12), (101, 120), (2500, 3000), (8001, 10000)]
)
def test_the_axis_ends_at_a_round_number(highest: float, top: float) -> None:
    assert nice_top(highest) == pytest.approx(top)


@pytest.mark.parametrize("share", [True, False])
@pytest.mark.parametrize("values", [[], [None, None], [0.5], [0.2, None, 0.9, 1.0]])
def test_plots_take_gaps_and_follow_the_theme(
    qtbot: QtBot, theme: Theme, share: bool, values: list[float | None]
) -> None:
    plot = Plot(theme, share=share)
    qtbot.addWidget(plot)
    plot.resize(400, 220)
    names = [f"{place} Nov" for place in range(len(values))]
    plot.show_values("Plot", values, names, names)
    plot.show()
    for name in ("light", "dark", "contrast"):
        theme.change(name)  # type: ignore[arg-type]
        corner = plot.grab().toImage().pixelColor(2, 2)
        assert corner.rgb() == theme.colours.surface.rgb()
