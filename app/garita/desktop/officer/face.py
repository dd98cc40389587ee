"""What an officer does with face, head and hands over time: blinks, breathes, glances, speaks, stamps.

A state machine that is told what happens and asked for a pose. Deterministic: a seed and the seconds handed in decide
everything. Knows no Qt, no clock and no conversation.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from typing import Literal

from garita.desktop.officer.pose import Pose
from garita.desktop.officer.visemes import REST, Lips, Mouth

State = Literal["idle", "listening", "hearing", "thinking", "speaking", "asleep"]
Mood = Literal["kind", "neutral", "stern", "hurried", "annoyed", "pleased"]
Target = Literal["you", "passport", "screen", "aside"]

FAST, SLOW = 1 / 30, 1 / 10  # seconds between pictures: while something moves, while only the breath does
BLINK_SECONDS, STAMP_SECONDS, PASSPORT_SECONDS = 0.17, 1.5, 2.2
DRIFT = 0.07  # eyes that look at someone are never quite still
BLINKS_WITH_GLANCE = 0.4
STAMPED_AT = 0.55  # of the stroke
GAZE_SECONDS, HEAD_SECONDS, MOOD_SECONDS = 0.05, 0.2, 0.28  # how quickly each follows, as time constants

# gaze x, gaze y, yaw, pitch
_LOOKS: dict[Target, tuple[float, float, float, float]] = {
    "you": (0.0, 0.0, 0.0, 0.0),
    "passport": (0.05, 0.95, 0.0, 0.85),
    "screen": (0.85, 0.3, 0.65, 0.15),
    "aside": (-0.55, -0.15, -0.3, -0.08),
}


@dataclass(frozen=True)
class Air:
    """What a mood or a state adds to a face at rest."""

    smile: float = 0.0
    brows: float = 0.0
    frown: float = 0.0
    quizzical: float = 0.0
    lean: float = 0.0
    tilt: float = 0.0
    lids: float = 0.0


MOODS: dict[Mood, Air] = {
    "kind": Air(smile=0.62, brows=0.18, tilt=0.12),
    "neutral": Air(smile=0.28, brows=0.05),
    "stern": Air(smile=-0.32, brows=-0.25, frown=0.5, lean=-0.1),
    "hurried": Air(smile=0.1, brows=0.2, frown=0.16, lean=0.35, lids=0.05),
    "annoyed": Air(smile=-0.6, brows=-0.35, frown=0.85, lean=0.15, lids=-0.12, tilt=-0.1),
    "pleased": Air(smile=0.95, brows=0.35, lean=0.1, tilt=0.2),
}
STATES: dict[State, Air] = {
    "idle": Air(),
    "listening": Air(brows=0.15, lean=0.15, tilt=0.12, lids=0.04),
    "hearing": Air(brows=0.3, lean=0.3, tilt=0.28, lids=0.07),
    "thinking": Air(smile=-0.12, frown=0.22, quizzical=0.45, tilt=-0.15),
    "speaking": Air(brows=0.08, lean=0.1),
    "asleep": Air(smile=0.05, lean=-0.2, tilt=0.35, brows=-0.1),
}
# Where one looks in a state: how likely each target is, and for how many seconds (least, most).
_HABITS: dict[State, list[tuple[Target, float, float, float]]] = {
    "idle": [
        ("you", 0.5, 3.0, 6.5),
        ("screen", 0.25, 1.4, 2.8),
        ("passport", 0.2, 1.2, 2.2),
        ("aside", 0.05, 0.8, 1.4),
    ],
    "listening": [("you", 0.93, 2.5, 5.0), ("passport", 0.07, 0.5, 0.9)],
    "hearing": [("you", 1.0, 2.5, 5.0)],
    "thinking": [("screen", 0.5, 1.0, 2.2), ("passport", 0.38, 0.9, 1.8), ("aside", 0.12, 0.6, 1.2)],
    "speaking": [("you", 0.86, 1.8, 3.6), ("passport", 0.14, 0.5, 0.9)],
    "asleep": [("passport", 1.0, 60.0, 60.0)],
}


class Face:
    """One officer's movements. Times are seconds of the caller's clock and must not go back."""

    def __init__(self, seed: int, now: float = 0.0, mood: Mood = "neutral", reduced: bool = False) -> None:
        self._dice = random.Random(seed)
        self._state: State = "idle"
        self._mood: Mood = mood
        self.reduced = reduced
        self._now = self._born = now
        self._blink_at = now + self._dice.uniform(1.0, 3.0)
        self._target: Target = "you"
        self._glance_until = now + self._dice.uniform(2.0, 4.0)
        self._drift = (0.0, 0.0)
        self._drift_until = now + 1.0
        self._lips: Lips | None = None
        self._speech_began = now
        self._stamp_began: float | None = None
        self._passport_until = now
        self._stamped = False
        self._pose = self._aim()

    @property
    def state(self) -> State:
        """What the officer is doing."""
        return self._state

    @property
    def mood(self) -> Mood:
        """How the officer feels about it."""
        return self._mood

    # --- what happens ----------------------------------------------------------------------------------------------

    def set_state(self, state: State, now: float) -> None:
        """Do something else from now on; where one looks is chosen anew."""
        if state != self._state:
            self._state = state
            self._glance(now)

    def set_mood(self, mood: Mood) -> None:
        """Feel otherwise; the face follows softly."""
        self._mood = mood

    def speak(self, lips: Lips, now: float) -> None:
        """Move the lips from now on."""
        self._lips, self._speech_began = lips, now

    def stop_speaking(self) -> None:
        """Close the mouth."""
        self._lips = None

    def look_at_passport(self, now: float) -> None:
        """Take the passport up and read it for a moment."""
        self._passport_until = now + PASSPORT_SECONDS

    def stamp(self, now: float) -> None:
        """One stroke of the stamp onto the passport."""
        self._stamped = self.reduced
        self._stamp_began = None if self.reduced else now

    # --- what is seen ----------------------------------------------------------------------------------------------

    def at(self, now: float) -> Pose:
        """The pose now."""
        step = max(0.0, now - self._now)
        self._now = now
        if self.reduced:
            self._pose = replace(self._aim(), mouth=_few_steps(self._mouth()))
            return self._pose
        if now >= self._glance_until:
            self._glance(now)
        if now >= self._drift_until:
            self._let_eyes_drift(now)
        aim = self._aim()
        old = self._pose
        self._pose = replace(
            _followed(old, aim, step),
            mouth=aim.mouth,
            breath=self._breath(),
            lids=_follow(old.lids, aim.lids, step, 0.05) if self._state == "asleep" else aim.lids * self._open(),
            stamp=self._stroke(),
            stamped=self._stamped,
        )
        return self._pose

    def pace(self) -> float:
        """Seconds until the next picture is worth painting; 0 where nothing will move by itself."""
        speaking = self._lips is not None and self._now - self._speech_began < self._lips.seconds
        if self.reduced:
            passport = self._now < self._passport_until
            return 1 / 6 if speaking else PASSPORT_SECONDS if passport else 0.0
        busy = speaking or self._stamp_began is not None or self._now >= self._blink_at or self._underway()
        return FAST if busy else SLOW

    def _underway(self) -> bool:
        """Is the head, the gaze or the face still on its way?"""
        aim, pose = self._aim(), self._pose
        names = ("yaw", "pitch", "tilt", "gaze_x", "gaze_y", "smile", "brows", "frown", "lean", "passport")
        return any(abs(getattr(aim, name) - getattr(pose, name)) > 0.03 for name in names)

    def _aim(self) -> Pose:
        """Where everything is going."""
        mood, state = MOODS[self._mood], STATES[self._state]
        reading = self._now < self._passport_until and self._state != "asleep"
        gaze_x, gaze_y, yaw, pitch = _LOOKS[
            "passport" if reading else "you" if self.reduced and self._state != "thinking" else self._target
        ]
        asleep = self._state == "asleep"
        mouth = self._mouth()
        lively = 0.0 if self.reduced else _talking(self._now - self._speech_began) if self._lips else 0.0
        nod = 0.0 if self.reduced or self._state != "hearing" else _nod(self._now - self._born)
        return Pose(
            lean=mood.lean + state.lean,
            yaw=yaw + lively * 0.12,
            pitch=pitch + nod,
            tilt=mood.tilt + state.tilt + lively * 0.16,
            gaze_x=gaze_x + self._drift[0],
            gaze_y=gaze_y + self._drift[1],
            lids=0.0 if asleep else 1.0 + mood.lids + state.lids - 0.36 * max(0.0, gaze_y),
            brows=_within(mood.brows + state.brows + lively * 0.16),
            frown=max(0.0, min(1.0, mood.frown + state.frown)),
            quizzical=state.quizzical,
            smile=_within(mood.smile + state.smile - mouth.open * 0.12),
            mouth=mouth,
            stamped=self._stamped,
            passport=1.0 if reading else 0.0,
        )

    # --- parts -----------------------------------------------------------------------------------------------------

    def _glance(self, now: float) -> None:
        """Choose where to look next."""
        habits = _HABITS[self._state]
        self._target, _, least, most = self._dice.choices(habits, [habit[1] for habit in habits])[0]
        hurry = 0.6 if self._mood == "hurried" else 1.0
        self._glance_until = now + self._dice.uniform(least, most) * hurry
        if self._dice.random() < BLINKS_WITH_GLANCE:
            self._blink_at = max(now, min(self._blink_at, now + 0.05))

    def _let_eyes_drift(self, now: float) -> None:
        """A little about a face one looks at; along the lines of what one reads."""
        reads = self._target in ("screen", "passport") or now < self._passport_until
        x, y, least, most = (0.2, 0.03, 0.3, 0.8) if reads else (DRIFT, DRIFT, 0.9, 2.6)
        self._drift = self._dice.uniform(-x, x), self._dice.uniform(-y, y)
        self._drift_until = now + self._dice.uniform(least, most)

    def _mouth(self) -> Mouth:
        if self._lips is None:
            return REST
        second = self._now - self._speech_began
        if second >= self._lips.seconds:
            self._lips = None
            return REST
        return self._lips.at(second)

    def _open(self) -> float:
        """How open the lids are as far as blinking goes; sets the next blink when one is over."""
        share = (self._now - self._blink_at) / BLINK_SECONDS
        if share < 0.0:
            return 1.0
        if share >= 1.0:
            twice = self._dice.random() < 0.14
            self._blink_at = self._now + (0.12 if twice else self._dice.uniform(2.2, 5.4))
            return 1.0
        return abs(share - 0.4) / (0.4 if share < 0.4 else 0.6)

    def _breath(self) -> float:
        seconds = {"asleep": 6.2}.get(self._state, 3.3 if self._mood == "hurried" else 4.4)
        return math.sin((self._now - self._born) / seconds * 2 * math.pi)

    def _stroke(self) -> float:
        if self._stamp_began is None:
            return 0.0
        share = (self._now - self._stamp_began) / STAMP_SECONDS
        self._stamped = self._stamped or share >= STAMPED_AT
        if share >= 1.0:
            self._stamp_began = None
            return 0.0
        return max(0.0, share)


def _followed(old: Pose, aim: Pose, step: float) -> Pose:
    """Each number a little nearer to where it is going: eyes quickly, the head after them, a mood slowly."""

    def near(name: str, seconds: float) -> float:
        return _follow(getattr(old, name), getattr(aim, name), step, seconds)

    return replace(
        aim,
        gaze_x=near("gaze_x", GAZE_SECONDS),
        gaze_y=near("gaze_y", GAZE_SECONDS),
        yaw=near("yaw", HEAD_SECONDS),
        pitch=near("pitch", HEAD_SECONDS),
        tilt=near("tilt", HEAD_SECONDS),
        lean=near("lean", HEAD_SECONDS),
        passport=near("passport", HEAD_SECONDS),
        smile=near("smile", MOOD_SECONDS),
        brows=near("brows", MOOD_SECONDS),
        frown=near("frown", MOOD_SECONDS),
        quizzical=near("quizzical", MOOD_SECONDS),
    )


def _follow(old: float, aim: float, step: float, seconds: float) -> float:
    return old + (aim - old) * (1.0 - math.exp(-step / seconds))


def _within(number: float) -> float:
    return max(-1.0, min(1.0, number))


def _talking(second: float) -> float:
    """The small movements of a head that talks, from -1 to 1."""
    return 0.6 * math.sin(second * 2.3) + 0.4 * math.sin(second * 5.1 + 1.0)


def _nod(second: float) -> float:
    """A small nod every few seconds."""
    phase = second % 3.4
    return 0.28 * math.sin(phase / 0.9 * math.pi) if phase < 0.9 else 0.0


def _few_steps(mouth: Mouth) -> Mouth:
    """Three widths of opening instead of a flow."""
    return Mouth(round(mouth.open * 2) / 2, round(mouth.width), round(mouth.round), round(mouth.teeth))
