"""The navigation at the window's left edge: a button a page, an icon over a word. Knows names of pages, no page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from garita.desktop.context import PageName
from garita.desktop.theme.theme import Theme

_ICON = 24
_ROOM = 76  # pixels of height that a button with its word takes, at normal text


class Rail(QFrame):
    """Signals:
    chosen(str): the user wants this page.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self._icons: dict[str, str] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(1))
        layout.setContentsMargins(*[theme.space(2)] * 4)
        for number, (name, icon, text) in enumerate(self._pages(), start=1):
            layout.addWidget(self._button(name, icon, text, number))
            if name == "officers":
                layout.addStretch()
        theme.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words have no room, large text in a low window, the icons stay and the tool tips say the words."""
        super().resizeEvent(event)
        with_words = len(self._buttons) * self._theme.scaled(_ROOM) <= self.height()
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            button.setToolButtonStyle(style.ToolButtonTextUnderIcon if with_words else style.ToolButtonIconOnly)

    def show_page(self, name: PageName) -> None:
        """Mark the page that is shown; pages that have no button leave the mark where it was."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def add(self, widget: QWidget) -> None:
        """Put something below the pages."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def _pages(self) -> list[tuple[PageName, str, str]]:
        return [
            ("booth", "booth", self.tr("Booth")),
            ("trips", "trips", self.tr("Trips")),
            ("history", "history", self.tr("History")),
            ("progress", "chart", self.tr("Progress")),
            ("officers", "officers", self.tr("Officers")),
            ("presenter", "present", self.tr("Present")),
            ("settings", "settings", self.tr("Settings")),
            ("about", "about", self.tr("About")),
        ]

    def _button(self, name: PageName, icon: str, text: str, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("rail-button")
        button.setText(text)
        button.setToolTip(f"{text} (Ctrl+{number})")
        button.setShortcut(f"Ctrl+{number}")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(name))
        button.toggled.connect(self._dress)
        self._group.addButton(button)
        self._buttons[name], self._icons[name] = button, icon
        return button

    def _dress(self) -> None:
        size = self._theme.scaled(_ICON)
        self.setStyleSheet(_style(self._theme))
        for name, button in self._buttons.items():
            token = "accent" if button.isChecked() else "dim"
            button.setIcon(self._theme.icon(self._icons[name], token, _ICON))
            button.setIconSize(QSize(size, size))
            button.setFont(self._theme.font("caption"))


def _style(theme: Theme) -> str:
    """Quiet until one looks: the page that is shown has a soft ground."""
    colours = theme.colours
    return f"""
        QFrame#rail {{ background: {colours.surface.name()}; border-right: 1px solid {colours.border.name()}; }}
        QToolButton#rail-button {{
            border: 2px solid transparent; border-radius: {theme.radius}px; background: transparent;
            color: {colours.dim.name()}; padding: {theme.space(2)}px {theme.space(1)}px;
            min-width: {theme.scaled(72)}px;
        }}
        QToolButton#rail-button:hover {{ background: {colours.hover.name()}; }}
        QToolButton#rail-button:checked {{ background: {colours.accent_soft.name()}; color: {colours.accent.name()}; }}
        QToolButton#rail-button:focus {{ border-color: {colours.focus.name()}; }}
    """
