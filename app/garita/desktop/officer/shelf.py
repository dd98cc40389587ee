"""Painted pictures that are kept while they are used; the longest unused go when there is no more room.

Knows how large a picture is and nothing of what is on it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QPixmap

BYTES_A_PIXEL = 4


class Shelf:
    """Pictures by key. ``room`` is in bytes; the newest picture is kept even where it alone is larger."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._used = 0
        self._pictures: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, key: Hashable, painted: Callable[[], QPixmap]) -> QPixmap:
        """The picture of that key; it is painted if it is not here."""
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = painted()
            self._used += _size(picture)
            self._make_room()
        self._pictures.move_to_end(key)
        return picture

    def _make_room(self) -> None:
        while self._used > self._room and len(self._pictures) > 1:
            _, gone = self._pictures.popitem(last=False)
            self._used -= _size(gone)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * BYTES_A_PIXEL
