"""What can be seen of an officer at one moment, in numbers. Knows no clock, no reason and no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from garita.desktop.officer.visemes import REST, Mouth

STEPS = 40  # a pose is looked at in this many steps a unit: smaller differences are not worth a repaint
HEAD_STEPS = 12


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
        return tuple(round(number * STEPS) for number in self._values(_ALL)) + self._mouth_steps()

    def head_steps(self) -> tuple[int, int]:
        """How the head is turned, in the few steps in which it is painted afresh."""
        return round(self.yaw * HEAD_STEPS), round(self.pitch * HEAD_STEPS)

    def face_steps(self) -> tuple[int, ...]:
        """Everything that is seen in the face itself, in whole steps."""
        return tuple(round(number * STEPS) for number in self._values(_IN_FACE)) + self._mouth_steps()

    def _values(self, names: tuple[str, ...]) -> list[float]:
        return [float(getattr(self, name)) for name in names]

    def _mouth_steps(self) -> tuple[int, ...]:
        mouth = self.mouth
        return tuple(round(number * STEPS) for number in (mouth.open, mouth.width, mouth.round, mouth.teeth))


_IN_FACE = ("yaw", "pitch", "gaze_x", "gaze_y", "lids", "brows", "frown", "quizzical", "smile")
_ALL = (*_IN_FACE, "breath", "lean", "tilt", "stamp", "stamped", "passport")
