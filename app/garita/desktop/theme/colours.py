"""The colours of the three themes, by what they are for. Knows no widget.

A text token may stand on every ground named beside it in ``TEXT_ON``; tests hold each such pair to WCAG AA.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colours:
    """One theme. QColors are mutable in Qt: use :func:`faded` for a lighter one, never ``setAlpha`` on a token."""

    background: QColor  # the window
    surface: QColor  # cards
    raised: QColor  # menus, tool tips, what floats
    sunken: QColor  # fields to write in, tracks
    border: QColor  # edges that only group
    outline: QColor  # edges that say "a control": 3:1 against its ground
    text: QColor
    dim: QColor  # second-rank text
    disabled: QColor  # text and edges of what cannot be used now
    hover: QColor  # ground of a quiet control under the pointer
    pressed: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_soft: QColor  # ground of what is chosen
    amber: QColor  # second accent, for pictures and meters, never for text
    good: QColor
    good_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    on_bad: QColor
    officer_bubble: QColor
    student_bubble: QColor
    on_student_bubble: QColor
    focus: QColor  # the ring around what has the keyboard
    glass: QColor  # the booth's pane, translucent
    shadow: QColor

    def named(self) -> Iterator[tuple[str, QColor]]:
        """Every token with its colour."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def token(self, name: str) -> QColor:
        """The colour of a token given by name.

        Raises:
            KeyError: there is no such token.
        """
        return dict(self.named())[name]


GROUNDS = ("background", "surface", "raised")
TEXT_ON: dict[str, tuple[str, ...]] = {
    "text": (
        *GROUNDS, "sunken", "hover", "pressed", "accent_soft", "good_soft", "warn_soft", "bad_soft", "officer_bubble",
    ),
    "dim": (*GROUNDS, "sunken", "hover", "officer_bubble", "accent_soft"),
    "accent": (*GROUNDS, "accent_soft", "hover", "officer_bubble"),
    "good": (*GROUNDS, "good_soft"),
    "warn": (*GROUNDS, "warn_soft", "officer_bubble"),
    "bad": (*GROUNDS, "bad_soft", "hover"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "on_bad": ("bad",),
    "on_student_bubble": ("student_bubble",),
}  # fmt: skip
EDGE_ON: dict[str, tuple[str, ...]] = {
    "outline": (*GROUNDS, "sunken"),
    "focus": (*GROUNDS, "sunken", "hover", "accent_soft", "officer_bubble"),
    "accent": GROUNDS,
    "student_bubble": (),
}


def faded(colour: QColor, share: float) -> QColor:
    """The same colour, seen through: ``share`` is 0 for invisible, 1 for solid."""
    result = QColor(colour)
    result.setAlphaF(colour.alphaF() * share)
    return result


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A solid colour between two: ``share`` of ``other``."""
    pairs = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def contrast_ratio(one: QColor, other: QColor) -> float:
    """WCAG 2's ratio between two solid colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _colours(**hexes: str) -> Colours:
    return Colours(**{name: QColor(value) for name, value in hexes.items()})


LIGHT = _colours(
    background="#F6F3EE", surface="#FFFFFF", raised="#FFFFFF", sunken="#FBFAF7", border="#E6E0D6", outline="#857F74",
    text="#1C2A31", dim="#56636A", disabled="#9AA3A7", hover="#EEEAE2", pressed="#E4DED3",
    accent="#0F5C68", accent_hover="#0B4B55", accent_pressed="#083B43", on_accent="#FFFFFF", accent_soft="#DDECEC",
    amber="#E0982F",
    good="#1B6B40", good_soft="#E1F2E7", warn="#825000", warn_soft="#FCEFD6", bad="#AE2A20", bad_soft="#FBE6E3",
    on_bad="#FFFFFF", officer_bubble="#F0ECE5", student_bubble="#0F5C68", on_student_bubble="#FFFFFF",
    focus="#B45F06", glass="#59BFD6DA", shadow="#261C2A31",
)  # fmt: skip

DARK = _colours(
    background="#131B21", surface="#1B252D", raised="#232F38", sunken="#161F26", border="#2E3B45", outline="#768792",
    text="#E9EEF0", dim="#A4B2BA", disabled="#5F6D76", hover="#283540", pressed="#31404C",
    accent="#62C4CD", accent_hover="#7ED2D9", accent_pressed="#4DB0BA", on_accent="#06252A", accent_soft="#1D3D45",
    amber="#EFB25A",
    good="#74D19B", good_soft="#1A3528", warn="#F1C069", warn_soft="#3A2F19", bad="#FF9389", bad_soft="#432626",
    on_bad="#3A0906", officer_bubble="#283540", student_bubble="#1E6A75", on_student_bubble="#F4FBFC",
    focus="#F5B550", glass="#4D5E8794", shadow="#66000000",
)  # fmt: skip

CONTRAST = _colours(
    background="#000000", surface="#000000", raised="#000000", sunken="#000000", border="#FFFFFF", outline="#FFFFFF",
    text="#FFFFFF", dim="#FFFFFF", disabled="#8FE38F", hover="#1F1F00", pressed="#333300",
    accent="#FFE600", accent_hover="#FFF27A", accent_pressed="#FFFFFF", on_accent="#000000", accent_soft="#262600",
    amber="#FFB000",
    good="#7DFFA0", good_soft="#000000", warn="#FFD866", warn_soft="#000000", bad="#FF9D9D", bad_soft="#000000",
    on_bad="#000000", officer_bubble="#000000", student_bubble="#FFE600", on_student_bubble="#000000",
    focus="#00F0FF", glass="#33FFFFFF", shadow="#00000000",
)  # fmt: skip

THEMES: dict[str, Colours] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
