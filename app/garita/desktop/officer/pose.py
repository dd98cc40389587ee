"""What can be seen of an officer at one moment, in numbers. Knows no clock, no reason and no Qt."""

from __future__ import annotations

from dataclasses import dataclass, fields

from garita.desktop.officer.visemes import REST, Mouth

STEPS = 40  # a pose is looked at in this many steps a unit: smaller differences are not worth a repaint


@dataclass(frozen=True)
class Pose:
    """Each number is 0 at rest. From -1 to 1 unless said otherwise; left and up are negative, as on the screen."""

    breath: float = 0.0
    lean: float = 0.0  # back, forward
    yaw: float = 0.0  # head turned
    pitch: float = 0.0
    tilt: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    lids: float = 1.0  # 0 closed, 1 open, a little more when surprised
    brows: float = 0.0  # lowered, raised
    frown: float = 0.0  # 0 to 1
    quizzical: float = 0.0  # one brow higher, 0 to 1
    smile: float = 0.0  # corners down, up
    mouth: Mouth = REST
    stamp: float = 0.0  # 0 at rest, then 0 to 1 through one stroke
    stamped: bool = False  # the page carries the stamp
    passport: float = 0.0  # 0 lying, 1 held up to read

    def stepped(self) -> tuple[int, ...]:
        """The pose in whole steps; two poses with the same steps look the same."""
        return tuple(round(number * STEPS) for number in self._numbers())

    def head_steps(self) -> tuple[int, int]:
        """How the head is turned, in the few steps in which it is painted afresh."""
        return round(self.yaw * 24), round(self.pitch * 24)

    def _numbers(self) -> list[float]:
        values = [getattr(self, field.name) for field in fields(self) if field.name != "mouth"]
        return [float(value) for value in values] + [float(getattr(self.mouth, f.name)) for f in fields(self.mouth)]
