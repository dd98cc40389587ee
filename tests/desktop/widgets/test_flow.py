"""The flow layout breaks rows, grows in height as it gets narrower, and fills rows evenly where asked."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.widgets import FlowLayout, label


class Host(QWidget):
    """A widget with a flow of fields of 100 x 40 in it."""

    def __init__(self, count: int, *, fill: bool = False) -> None:
        super().__init__()
        self.flow = FlowLayout(self, 10, fill=fill)
        self.made = [QWidget() for _ in range(count)]
        for box in self.made:
            box.setMinimumSize(100, 40)
            if not fill:
                box.setFixedSize(100, 40)
            self.flow.addWidget(box)


def corners(made: list[QWidget]) -> list[tuple[int, int]]:
    return [(box.x(), box.y()) for box in made]


def test_a_row_breaks_where_the_room_ends(theme: Theme, qtbot: QtBot) -> None:
    host = Host(4)
    qtbot.addWidget(host)
    host.show()
    flow, made = host.flow, host.made
    flow.setGeometry(QRect(0, 0, 320, 200))
    assert corners(made) == [(0, 0), (110, 0), (220, 0), (0, 50)]


def test_narrower_is_higher(theme: Theme, qtbot: QtBot) -> None:
    host = Host(4)
    qtbot.addWidget(host)
    host.show()
    flow = host.flow
    assert [flow.heightForWidth(width) for width in (500, 320, 210, 100)] == [40, 90, 90, 190]
    assert flow.hasHeightForWidth()


def test_margins_count(theme: Theme, qtbot: QtBot) -> None:
    host = Host(2)
    qtbot.addWidget(host)
    host.show()
    flow, made = host.flow, host.made
    flow.setContentsMargins(5, 7, 5, 9)
    flow.setGeometry(QRect(0, 0, 400, 100))
    assert corners(made) == [(5, 7), (115, 7)]
    assert flow.heightForWidth(400) == 56


def test_hidden_things_take_no_room(theme: Theme, qtbot: QtBot) -> None:
    host = Host(3)
    qtbot.addWidget(host)
    host.show()
    flow, made = host.flow, host.made
    made[1].hide()
    flow.setGeometry(QRect(0, 0, 400, 100))
    assert made[2].x() == 110


def test_filled_rows_share_the_width_and_the_last_one_keeps_the_columns(theme: Theme, qtbot: QtBot) -> None:
    host = Host(4, fill=True)
    qtbot.addWidget(host)
    host.show()
    flow, made = host.flow, host.made
    flow.setGeometry(QRect(0, 0, 350, 200))
    assert [box.width() for box in made] == [110, 110, 110, 110]
    assert corners(made) == [(0, 0), (120, 0), (240, 0), (0, 50)]


def test_a_wrapped_label_is_as_high_as_its_width_asks(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    words = label("Una frase bastante larga que necesita varias líneas. " * 3)
    flow.addWidget(words)
    host.resize(160, 600)
    host.show()
    assert words.width() <= 160
    assert words.height() >= words.heightForWidth(words.width()) > 3 * words.fontMetrics().height()


def test_one_item_wider_than_the_room_is_squeezed_into_it(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    wide = QLabel("a very long word " * 20)
    flow.addWidget(wide)
    flow.setGeometry(QRect(0, 0, 200, 50))
    assert wide.width() == 200


def test_clearing_leaves_nothing(theme: Theme, qtbot: QtBot) -> None:
    host = Host(3)
    qtbot.addWidget(host)
    host.show()
    flow, made = host.flow, host.made
    with qtbot.waitSignal(made[0].destroyed):
        flow.clear()
    assert (flow.count(), flow.heightForWidth(300)) == (0, 0)
    assert flow.takeAt(0) is None
    assert flow.itemAt(5) is None
