"""Every icon is a drawing that can be tinted; what the stylesheet shows carries the theme's own colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from garita.desktop.theme import Theme
from garita.desktop.theme.colours import THEMES
from garita.desktop.theme.icons import Icons, folder

LINE_ICONS = sorted(path for path in folder().glob("*.svg") if "currentColor" in path.read_text(encoding="utf-8"))
CONTROLS = {
    "check": "on_accent", "dash": "on_accent", "tick": "accent", "down": "dim", "up": "dim", "right": "dim",
    "left": "dim", "plus": "dim", "minus": "dim", "plus-hover": "accent", "minus-hover": "accent",
    "plus-off": "disabled", "minus-off": "disabled",
}  # fmt: skip


def inked(image: QImage) -> list[QColor]:
    """The colours of the pixels that are fully drawn."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [pixel for pixel in pixels if pixel.alpha() == 255]


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_an_icon_is_one_of_the_family(path: Path, qapp: QApplication) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75" stroke-linecap="round"' in drawing
    assert QSvgRenderer(str(path)).isValid()


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_within_its_edges_in_the_colour_asked_for(path: Path, qapp: QApplication) -> None:
    image = Icons().pixmap(path.stem, QColor("#FF0000"), 48, 1.0).toImage()
    ink = inked(image)
    assert len(ink) > 40
    assert {colour.name() for colour in ink} == {"#ff0000"}
    edge = [(x, y) for x in range(48) for y in range(48) if x in (0, 47) or y in (0, 47)]
    assert not any(image.pixelColor(*place).alpha() for place in edge), "touches the edge"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("control", CONTROLS)
def test_pictures_in_controls_have_the_themes_colour(control: str, name: str) -> None:
    drawing = (folder() / "controls" / name / f"{control}.svg").read_text(encoding="utf-8")
    assert re.findall(r'stroke="(#[0-9a-f]{6})"', drawing) == [THEMES[name].token(CONTROLS[control]).name()]


def test_a_dense_screen_gets_a_sharper_picture(qapp: QApplication) -> None:
    picture = Icons().pixmap("mic", QColor("black"), 20, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)


def test_a_picture_is_made_once(qapp: QApplication) -> None:
    icons = Icons()
    first, again = (icons.pixmap("mic", QColor("black"), 20, 1.0) for _ in range(2))
    assert first.cacheKey() == again.cacheKey()


def test_a_disabled_icon_is_dimmed(theme: Theme) -> None:
    picture = theme.icon("mic").pixmap(20, QIcon.Mode.Disabled).toImage()
    assert {colour.name() for colour in inked(picture)} == {theme.colours.disabled.name()}


def test_icons_grow_with_the_text(theme: Theme) -> None:
    theme.change(text_scale=1.5)
    assert theme.pixmap("mic", size=20).deviceIndependentSize().width() == 30


def test_a_gap_is_empty(theme: Theme) -> None:
    picture = theme.icon("stop", gap=6).pixmap(26, 20).toImage()
    assert picture.width() == 26
    assert not any(picture.pixelColor(x, y).alpha() for x in range(20, 26) for y in range(20))


def test_an_icon_that_is_not_there_is_named(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        Icons().pixmap("unicorn", QColor("black"), 20, 1.0)
