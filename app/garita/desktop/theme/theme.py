"""The theme in force: which colours, how large the text, how much movement; says so when any of it changes.

Knows nothing of the settings file: whoever owns the settings calls :meth:`Theme.change`.
Widgets get style, palette and font from the application, and in the same way the theme: ``theme.apply(app)`` hangs it
on the application, :func:`current_theme` finds it there.
"""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from garita.desktop.theme import icons, stylesheet
from garita.desktop.theme.colours import THEMES, Colours, faded
from garita.desktop.theme.system import Name, SystemLook

Choice = Literal["auto", "light", "dark", "contrast"]
Role = Literal["title", "heading", "body", "small", "caption", "mono"]

FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "sans-serif"]
MONO_FAMILIES = ["JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono", "monospace"]
TYPE: dict[str, tuple[float, QFont.Weight]] = {
    "title": (28, QFont.Weight.DemiBold),
    "heading": (19, QFont.Weight.DemiBold),
    "body": (15, QFont.Weight.Normal),
    "small": (13.5, QFont.Weight.Normal),
    "caption": (12, QFont.Weight.Medium),
    "mono": (14, QFont.Weight.Normal),
}
SMALLEST, LARGEST = 0.8, 2.0


class Theme(QObject):
    """Colours, type, space and icons; ``changed`` is sent after any of them is different."""

    changed = Signal()

    def __init__(
        self,
        choice: Choice = "auto",
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        parent: QObject | None = None,
        *,
        system: SystemLook | None = None,
    ) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._text_scale = _limited(text_scale)
        self._reduced_motion = reduced_motion
        self._app: QApplication | None = None
        self._icons = icons.Icons()
        self._system = system or SystemLook(self)
        self._system.changed.connect(self._follow_system)
        self._shown = self._look()

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    @property
    def name(self) -> Name:
        """What that comes to now: "auto" follows the system."""
        return self._system.wished() if self._choice == "auto" else self._choice

    @property
    def colours(self) -> Colours:
        """The tokens of the theme in force."""
        return THEMES[self.name]

    @property
    def text_scale(self) -> float:
        """0.8 to 2.0."""
        return self._text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether pictures stand still and things appear without sliding. Qt tells the system's wish from 6.12 on."""
        return self._reduced_motion

    @property
    def radius(self) -> int:
        """Corners of cards."""
        return 12

    @property
    def control_radius(self) -> int:
        """Corners of controls."""
        return 8

    def change(
        self, choice: Choice | None = None, text_scale: float | None = None, reduced_motion: bool | None = None
    ) -> None:
        """Take over what is given; one ``changed`` for all of it, none where nothing differs."""
        self._choice = choice or self._choice
        self._text_scale = self._text_scale if text_scale is None else _limited(text_scale)
        self._reduced_motion = self._reduced_motion if reduced_motion is None else reduced_motion
        self._follow_system()

    def space(self, steps: float) -> int:
        """Steps of four pixels; grows half as fast as the text, so that large text is not lost in emptiness."""
        return round(steps * 4 * (1 + (self._text_scale - 1) / 2))

    def scaled(self, pixels: float) -> int:
        """Pixels that grow with the text: icons, click targets, pictures beside text."""
        return round(pixels * self._text_scale)

    def font(self, role: str = "body") -> QFont:
        """The font for a role: title, heading, body, small, caption or mono."""
        size, weight = TYPE[role]
        font = QFont(MONO_FAMILIES if role == "mono" else FAMILIES)
        font.setPixelSize(round(size * self._text_scale))
        font.setWeight(weight)
        return font

    def pixmap(self, name: str, token: str = "text", size: int = 20) -> QPixmap:
        """An icon as a picture in a token's colour, sharp on the densest screen there is."""
        app = cast(QGuiApplication | None, QGuiApplication.instance())
        ratio = app.devicePixelRatio() if app else 1.0
        return self._icons.pixmap(name, self.colours.token(token), self.scaled(size), ratio)

    def icon(self, name: str, token: str = "text", size: int = 20, *, gap: int = 0) -> QIcon:
        """An icon in a token's colour; disabled it takes the disabled colour. ``widgets.keep_icon`` follows changes.

        Args:
            gap: empty pixels at its right: Qt sets a button's words closer to the icon than is good to look at.
        """
        icon = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            for mode, colour in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "disabled")):
                tint = self.colours.token(colour)
                icon.addPixmap(self._icons.pixmap(name, tint, self.scaled(size), ratio, gap), mode)
        return icon

    def apply(self, app: QApplication) -> None:
        """Dress the application, now and after each change; a theme that was on it before lets go."""
        for before in app.findChildren(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly):
            before.withdraw()
        self._app = app
        self.setParent(app)
        QDir.setSearchPaths("icons", [str(icons.folder())])
        app.setStyle("Fusion")
        self._dress()

    def withdraw(self) -> None:
        """Let go of the application; it stays as it is dressed."""
        self._app = None
        self.setParent(None)

    def palette(self) -> QPalette:
        """What the stylesheet does not reach: text cursors, links, selections, other people's widgets."""
        colours = self.colours
        palette = QPalette(colours.text, colours.background)
        role = QPalette.ColorRole
        for which, colour in (
            (role.Window, colours.background), (role.WindowText, colours.text), (role.Base, colours.surface),
            (role.AlternateBase, colours.sunken), (role.Text, colours.text), (role.Button, colours.surface),
            (role.ButtonText, colours.text), (role.ToolTipBase, colours.raised), (role.ToolTipText, colours.text),
            (role.Highlight, colours.accent), (role.HighlightedText, colours.on_accent), (role.Link, colours.accent),
            (role.LinkVisited, colours.accent), (role.PlaceholderText, colours.dim), (role.Accent, colours.accent),
            (role.Light, colours.raised), (role.Mid, colours.border), (role.Dark, colours.outline),
            (role.Shadow, faded(colours.text, 0.3)), (role.BrightText, colours.bad),
        ):  # fmt: skip
            palette.setColor(which, colour)
        for which in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, colours.disabled)
        return palette

    def _follow_system(self) -> None:
        if self._look() != self._shown:
            self._renew()

    def _look(self) -> tuple[str, float, bool]:
        return self.name, self.text_scale, self.reduced_motion

    def _renew(self) -> None:
        self._shown = self._look()
        if self._app:
            self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        assert self._app
        self._system.frame(None if self._choice == "auto" else self._choice)
        self._app.setFont(self.font("body"))
        self._app.setPalette(self.palette())
        self._app.setStyleSheet(stylesheet.build(self))


def current_theme() -> Theme:
    """The theme hung on the application.

    Raises:
        RuntimeError: no theme was applied yet; the application does so before it makes the first widget.
    """
    app = QApplication.instance()
    theme = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
    if theme is None:
        raise RuntimeError("Theme.apply(app) comes before the first widget")
    return theme


def _limited(scale: float) -> float:
    return min(LARGEST, max(SMALLEST, scale))
