"""The stage: which part of it a size shows, and its layers from far to near.

The stage has its own coordinates: x = 0 is the booth's middle, 0 to 1000 from the lit sign down to the desk's front.
A view shows a crop of it and never stretches it: a small one goes near the officer, a wide one shows more of the place,
a tall one more ceiling and desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from garita.desktop.officer import booth, desk
from garita.desktop.officer.airport import paint_airport
from garita.desktop.officer.horizon import HORIZONS, Horizon
from garita.desktop.officer.land_border import paint_land_border
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance, Bands
from garita.desktop.officer.port import paint_port
from garita.roleplay.scenario import Place, Scenario

WIDEST = 2500.0  # the scenery goes no further
NARROWEST = 690.0  # shoulders and elbows
FAR = (0.0, 1000.0)  # what a large view shows from top to bottom: lit sign, officer, desk
NEAR, NEARER = (106.0, 902.0), (140.0, 886.0)  # a small one leaves out the sign
LARGE, SMALL = 430.0, 200.0  # the shorter side of a view that is called so


@dataclass(frozen=True)
class Scene:
    """Where a booth stands."""

    place: Place
    horizon: Horizon
    bands: Bands


def scene_of(scenario: Scenario, bands: Bands) -> Scene:
    """The place behind the booth, by country; a few places are known by name."""
    horizon = HORIZONS.get(scenario.country.upper(), "towers")
    name = scenario.place_name.lower()
    if "barcelona" in name:
        horizon = "spires"
    elif scenario.country == "ES" and scenario.place == "port":
        horizon = "rock"
    elif scenario.country == "MX" and scenario.place == "land_border":
        horizon = "mesa"
    return Scene(scenario.place, horizon, bands)


def view_box(size: QSizeF) -> QRectF:
    """The part of the stage that a view of this size shows, in the view's own proportions."""
    wide, tall = max(1.0, size.width()), max(1.0, size.height())
    top, bottom = _framing(min(wide, tall))
    scale = max(min(tall / (bottom - top), wide / NARROWEST), wide / WIDEST)
    extra = tall / scale - (bottom - top)  # to be filled above and below, or, below 0, to be left out
    return QRectF(-wide / scale / 2, top - extra * (0.72 if extra > 0 else 0.35), wide / scale, tall / scale)


def _framing(side: float) -> tuple[float, float]:
    """Top and bottom of what a view shows whose shorter side is that long."""
    if side >= LARGE:
        return FAR
    share = max(0.0, (side - SMALL) / (LARGE - SMALL))
    return NEARER[0] + (NEAR[0] - NEARER[0]) * share, NEARER[1] + (NEAR[1] - NEARER[1]) * share


def paint_place(painter: QPainter, scene: Scene, light: Light) -> None:
    """The place behind the booth."""
    if scene.place == "airport":
        paint_airport(painter, light, scene.horizon, scene.bands)
    elif scene.place == "port":
        paint_port(painter, light, scene.horizon, scene.bands)
    else:
        paint_land_border(painter, light, scene.horizon, scene.bands)


def paint_behind(painter: QPainter, scene: Scene, light: Light) -> None:
    """Everything behind the officer."""
    paint_place(painter, scene, light)
    booth.paint_back(painter, light)


def paint_before(painter: QPainter, light: Light, look: Appearance) -> None:
    """What stands before the officer's body and under the arms: frame, desk and what is on it."""
    booth.paint_glass(painter, light)
    booth.paint_frame(painter, light, look)
    desk.paint_top(painter, light)
    desk.paint_front(painter, light, look)
    booth.paint_rail(painter, light)
    desk.paint_things(painter, light)
