"""The order in which Tab goes through what is made late: Qt's own is the order in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_order(parts: Iterable[QWidget]) -> None:
    """Tab goes through these one after the other, and through the children of each as they were made."""
    stops = [each for part in parts for each in (part, *part.findChildren(QWidget)) if _stops_at(each)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops_at(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
