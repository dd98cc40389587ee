"""An appearance under a light: every colour of the officer as it is painted.

The one place where the colours of look.py and the light of light.py meet.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from garita.desktop.officer.brush import darker, ink, lighter, mix
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance


@dataclass(frozen=True)
class Tones:
    """Colours of one person in one light."""

    skin: QColor
    skin_light: QColor
    skin_shade: QColor
    skin_deep: QColor
    blush: QColor
    lips: QColor
    hair: QColor
    hair_light: QColor
    hair_dark: QColor
    eye_white: QColor
    iris: QColor
    cloth: QColor
    cloth_light: QColor
    cloth_dark: QColor
    under: QColor
    under_dark: QColor
    tie: QColor
    trim: QColor
    rim: QColor
    rim_strength: float


def lit(code: str, light: Light) -> QColor:
    """A thing's own colour as this light shows it."""
    return mix(ink(code), ink(light.tint), light.tinting)


def in_booth(code: str, light: Light) -> QColor:
    """The same for what sits in the booth's own light: it keeps more of its colour, and is warmer by the lamp."""
    return mix(mix(ink(code), ink(light.tint), light.tinting * 0.42), ink("#ffb46a"), 0.09 * light.lamp)


def tones_of(look: Appearance, light: Light) -> Tones:
    """All colours of a person."""
    skin, hair, cloth, under = (
        in_booth(code, light)
        for code in (look.skin.base, look.hair_colour, look.uniform.cloth, look.uniform.under)
    )  # fmt: skip
    return Tones(
        skin=skin,
        skin_light=lighter(skin, 0.22),
        skin_shade=in_booth(look.skin.shade, light),
        skin_deep=in_booth(look.skin.deep, light),
        blush=in_booth(look.skin.blush, light),
        lips=in_booth(look.skin.lips, light),
        hair=hair,
        hair_light=mix(hair, in_booth("#c79a73", light), 0.3),
        hair_dark=darker(hair, 0.4),
        eye_white=in_booth("#fbf6ef", light),
        iris=in_booth(look.eyes, light),
        cloth=cloth,
        cloth_light=lighter(cloth, 0.16),
        cloth_dark=darker(cloth, 0.34),
        under=under,
        under_dark=darker(under, 0.2),
        tie=in_booth(look.uniform.tie, light),
        trim=in_booth(look.uniform.trim, light),
        rim=ink(light.rim),
        rim_strength=light.rim_strength,
    )
