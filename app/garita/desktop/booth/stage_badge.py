"""What happens at the booth now, in one place: icon, word and colour. Knows stages and their names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.booth.state import Stage
from garita.desktop.theme.theme import Theme

# Icon, colour of icon and words, ground.
_LOOKS: dict[Stage, tuple[str, str, str]] = {
    "idle": ("booth", "dim", "hover"),
    "loading": ("clock", "dim", "hover"),
    "listening": ("mic", "good", "good_soft"),
    "hearing": ("wave", "good", "good_soft"),
    "understanding": ("headphones", "accent", "accent_soft"),
    "thinking": ("more", "accent", "accent_soft"),
    "speaking": ("speaker", "accent", "accent_soft"),
    "your_turn": ("edit", "good", "good_soft"),
    "ended": ("flag", "dim", "hover"),
}


class StageBadge(QWidget):
    """Always as wide as its longest words, so that nothing moves when the stage changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stage: Stage = "idle"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_stage("idle")

    @property
    def stage(self) -> Stage:
        """What is shown."""
        return self._stage

    def show_stage(self, stage: Stage) -> None:
        """What happens now."""
        self._stage = stage
        self.setAccessibleName(self.word(stage))
        self.update()

    def word(self, stage: Stage) -> str:
        """What a stage is called."""
        return {
            "idle": self.tr("At rest"),
            "loading": self.tr("One moment"),
            "listening": self.tr("Listening"),
            "hearing": self.tr("Hearing you"),
            "understanding": self.tr("Understanding"),
            "thinking": self.tr("Thinking"),
            "speaking": self.tr("Speaking"),
            "your_turn": self.tr("Your turn"),
            "ended": self.tr("Ended"),
        }[stage]

    def sizeHint(self) -> QSize:
        """Room for the longest words."""
        theme = self._theme
        words = QFontMetrics(self._font())
        widest = max(words.horizontalAdvance(self.word(stage)) for stage in _LOOKS)
        return QSize(widest + theme.scaled(18) + theme.space(8), max(words.height() + theme.space(3), theme.scaled(30)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill with icon and word."""
        theme = self._theme
        icon, ink, ground = _LOOKS[self._stage]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colours.token(ink) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.token(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(self._font())
        side = theme.scaled(18)
        used = side + theme.space(2) + painter.fontMetrics().horizontalAdvance(self.word(self._stage))
        left = (self.width() - used) / 2
        where = QRectF(left, (self.height() - side) / 2, side, side)
        painter.drawPixmap(where.toRect(), theme.pixmap(icon, ink, 18))
        painter.setPen(theme.colours.token(ink))
        words = pill.adjusted(left + side + theme.space(2), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.word(self._stage))

    def _font(self) -> QFont:
        font = self._theme.font("small")
        font.setWeight(font.Weight.DemiBold)
        return font
