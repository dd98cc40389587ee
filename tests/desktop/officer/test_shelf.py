from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from garita.desktop.officer.shelf import Shelf


class Painter:
    """Paints squares and counts them."""

    def __init__(self) -> None:
        self.painted = 0

    def __call__(self) -> QPixmap:
        self.painted += 1
        return QPixmap(10, 10)


def test_a_picture_is_painted_once(qapp: QApplication) -> None:
    shelf, paint = Shelf(room=4000), Painter()
    assert shelf.get("a", paint) is shelf.get("a", paint)
    assert paint.painted == 1


def test_the_longest_unused_goes_first(qapp: QApplication) -> None:
    shelf, paint = Shelf(room=1000), Painter()  # two squares of 400 bytes
    for key in ("a", "b", "a", "c", "a"):
        shelf.get(key, paint)
    assert (paint.painted, len(shelf)) == (3, 2)
    shelf.get("b", paint)
    assert paint.painted == 4


def test_one_picture_larger_than_all_room_is_still_kept(qapp: QApplication) -> None:
    shelf, paint = Shelf(room=10), Painter()
    assert not shelf.get("a", paint).isNull()
    assert len(shelf) == 1
