"""Two widgets side by side where there is room, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from garita.desktop.theme import current_theme


class Beside(QWidget):
    """``narrow`` is the width, at text size 1, below which they stand one above the other."""

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        narrow: int,
        shares: tuple[int, int],
        gap: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow, self._gap = narrow, gap
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget, share in zip((left, right), shares, strict=True):
            self._row.addWidget(widget, share)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self._follow)
        self._follow()

    @property
    def stacked(self) -> bool:
        """Whether they stand one above the other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to be stacked; the height follows from the width (``heightForWidth``)."""
        across = 0
        for place in range(self._row.count()):
            if (item := self._row.itemAt(place)) is not None:
                across = max(across, item.minimumSize().width())
        return QSize(across, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room decides."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        theme = current_theme()
        narrow = self.width() < theme.scaled(self._narrow)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._row.setSpacing(theme.space(self._gap))
