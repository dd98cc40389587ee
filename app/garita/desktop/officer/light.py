"""The light of an hour: sky, the colours things take on, the rim around a figure, how much the lamp tells.

Colours are "#rrggbb"; knows no Qt, no place and no country.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Daytime = Literal["dawn", "day", "dusk", "night"]


@dataclass(frozen=True)
class Light:
    """One light. ``sky`` from zenith to horizon; ``tint`` is mixed into everything solid by ``tinting`` (0 to 1)."""

    name: Daytime
    sky: tuple[str, str, str]
    cloud: str
    sun: str
    sun_at: tuple[float, float]
    far: str  # hills and skyline far away, then nearer
    near: str
    ground: tuple[str, str]
    ceiling: tuple[str, str]
    steel: tuple[str, str]  # frames: light side, dark side
    desk: tuple[str, str, str]  # top, edge, front
    tint: str
    tinting: float
    rim: str
    rim_strength: float
    lamp: float  # how much the lamps tell, 0 to 1
    windows_lit: float  # share of lit windows in the distance


_LIGHTS: dict[Daytime, Light] = {
    "dawn": Light(
        "dawn", ("#5b7fa8", "#f0b7a0", "#ffe3bd"), "#ffd9c9", "#fff1d6", (-330, 520),
        "#b58f9b", "#7c6f8b", ("#a48e97", "#6d6577"), ("#55607a", "#8b8298"), ("#7c839a", "#474f66"),
        ("#c39a80", "#8d6656", "#5b4450"), "#e8a58c", 0.12, "#ffd9b0", 0.85, 0.45, 0.25,
    ),
    "day": Light(
        "day", ("#5fa9d6", "#a9d6ea", "#eaf5f1"), "#ffffff", "#ffffff", (520, 60),
        "#a3bccb", "#6f93a3", ("#a8b7ba", "#77898f"), ("#c7d6da", "#e9f0ef"), ("#9fb2ba", "#5d727c"),
        ("#d8b48f", "#a87f5c", "#6d5444"), "#bfe0ee", 0.05, "#ffffff", 0.75, 0.0, 0.0,
    ),
    "dusk": Light(
        "dusk", ("#38406f", "#c76a7c", "#ffbf7d"), "#f59a86", "#ffe0a0", (350, 540),
        "#7d5a7d", "#4a4266", ("#7a5d74", "#413c58"), ("#2f3352", "#5b4a68"), ("#5c5f80", "#2c3050"),
        ("#a87967", "#74504e", "#43324a"), "#9c5a6c", 0.16, "#ffb679", 0.95, 0.75, 0.5,
    ),
    "night": Light(
        "night", ("#0a1430", "#182c55", "#34548a"), "#26406f", "#f3f0dc", (-340, 210),
        "#1e3765", "#122448", ("#24375c", "#121f3c"), ("#0f1a33", "#1c2b4d"), ("#3b4d75", "#141f3b"),
        ("#8a6656", "#5d4340", "#2b2236"), "#2b3f70", 0.24, "#8fb6f2", 0.8, 1.0, 0.85,
    ),
}  # fmt: skip


def daytime(hour: int) -> Daytime:
    """Which light an hour (0 to 23) has."""
    if 5 <= hour < 8:
        return "dawn"
    if 8 <= hour < 18:
        return "day"
    return "dusk" if 18 <= hour < 21 else "night"


def light_at(hour: int) -> Light:
    """The light of an hour; hours past 23 begin again."""
    return _LIGHTS[daytime(hour % 24)]
