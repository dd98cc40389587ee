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
from garita.desktop.officer.land_border import paint_land_border
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.port import paint_port
from garita.desktop.officer.sky import HORIZONS, Horizon
from garita.roleplay.scenario import Place, Scenario

WIDEST = 2500.0  # the scenery goes no further
NARROWEST = 690.0  # shoulders and elbows
TALL, NEAR = 1000.0, 850.0  # what a large view and a small one show from top to bottom


@dataclass(frozen=True)
class Scene:
    """Where a booth stands."""

    place: Place
    horizon: Horizon
    bands: tuple[str, ...]


def scene_of(scenario: Scenario, bands: tuple[str, ...]) -> Scene:
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
    share = min(1.0, max(0.0, (min(wide, tall) - 240.0) / 320.0))
    shown = NEAR + (TALL - NEAR) * share
    scale = min(tall / shown, wide / NARROWEST)
    scale = max(scale, wide / WIDEST)
    box_wide, box_tall = wide / scale, tall / scale
    extra = box_tall - shown
    top = (TALL - shown) * 0.85 - (extra * 0.72 if extra > 0 else extra * 0.35)
    return QRectF(-box_wide / 2, top, box_wide, box_tall)


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
