"""Every text on every ground it is used on holds WCAG AA; edges that say "a control" hold 3:1."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from garita.desktop.theme.colours import EDGE_ON, TEXT_ON, THEMES, contrast_ratio, faded, mixed

TEXTS = [(theme, text, ground) for theme in THEMES for text, grounds in TEXT_ON.items() for ground in grounds]
EDGES = [(theme, edge, ground) for theme in THEMES for edge, grounds in EDGE_ON.items() for ground in grounds]


def test_the_ratio_is_wcags() -> None:
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert contrast_ratio(black, white) == pytest.approx(21.0)
    assert contrast_ratio(white, black) == pytest.approx(21.0)
    assert contrast_ratio(QColor("#777777"), white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "text", "ground"), TEXTS)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = THEMES[theme]
    ratio = contrast_ratio(colours.token(text), colours.token(ground))
    assert ratio >= (7.0 if theme == "contrast" else 4.5)


@pytest.mark.parametrize(("theme", "edge", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(theme: str, edge: str, ground: str) -> None:
    colours = THEMES[theme]
    assert contrast_ratio(colours.token(edge), colours.token(ground)) >= 3.0


def test_a_token_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="mauve"):
        THEMES["light"].token("mauve")


def test_fading_leaves_the_token_alone() -> None:
    colours = THEMES["light"]
    assert faded(colours.text, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert colours.text.alpha() == 255


def test_mixing_ends_at_either_colour() -> None:
    one, other = QColor("#102030"), QColor("#F0E0D0")
    assert mixed(one, other, 0) == one
    assert mixed(one, other, 1) == other
