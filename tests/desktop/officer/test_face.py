from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from garita.desktop.officer.face import MOODS, STAMP_SECONDS, Face, Mood, State
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.visemes import REST, Lips

STEP = 1 / 30


def watch(face: Face, seconds: float, start: float = 0.0) -> list[Pose]:
    return [face.at(start + number * STEP) for number in range(round(seconds / STEP))]


def in_state(state: State, mood: Mood = "neutral") -> Face:
    face = Face(1, mood=mood)
    face.set_state(state, 0.0)
    return face


def runs(poses: list[Pose], what: Callable[[Pose], bool]) -> Iterator[int]:
    """How long each stretch is in which something holds, in pictures."""
    length = 0
    for pose in poses:
        if what(pose):
            length += 1
        elif length:
            yield length
            length = 0


def test_the_same_seed_and_clock_give_the_same_face() -> None:
    assert watch(Face(7), 20) == watch(Face(7), 20)
    assert watch(Face(7), 20) != watch(Face(8), 20)


def test_the_officer_blinks_every_few_seconds_and_briefly() -> None:
    blinks = list(runs(watch(in_state("listening"), 60), lambda pose: pose.lids < 0.6))
    assert 10 <= len(blinks) <= 30
    assert max(blinks) * STEP < 0.3


def test_breath_comes_and_goes() -> None:
    breaths = [pose.breath for pose in watch(Face(1), 13.2)]
    assert min(breaths) < -0.95
    assert max(breaths) > 0.95
    crossings = sum(1 for a, b in pairwise(breaths) if a <= 0 < b)
    assert crossings == 3  # a breath takes four to five seconds


def test_waiting_the_gaze_wanders_and_comes_back() -> None:
    poses = watch(in_state("idle"), 90)
    at_you = sum(1 for pose in poses if abs(pose.gaze_x) < 0.2 and pose.gaze_y < 0.2) / len(poses)
    assert 0.4 < at_you < 0.95
    assert any(pose.gaze_y > 0.8 for pose in poses)  # the passport
    assert any(pose.gaze_x > 0.7 for pose in poses)  # the screen


def test_hearing_you_the_officer_looks_at_you_and_nods() -> None:
    poses = watch(in_state("hearing"), 20)
    assert all(abs(pose.gaze_x) < 0.1 for pose in poses)
    assert len(list(runs(poses, lambda pose: pose.pitch > 0.1))) >= 4


def test_thinking_the_officer_looks_away_and_raises_a_brow() -> None:
    poses = watch(in_state("thinking"), 20)
    away = sum(1 for pose in poses if abs(pose.gaze_x) > 0.3 or pose.gaze_y > 0.6) / len(poses)
    assert away > 0.8
    assert poses[-1].quizzical > 0.4


def test_eyes_move_along_the_lines_of_what_they_read() -> None:
    face = in_state("listening")
    watch(face, 1.0)
    face.look_at_passport(1.0)
    reading = [pose.gaze_x for pose in watch(face, 2.0, 1.0)][15:]
    assert max(reading) - min(reading) > 0.1


def test_asleep_the_eyes_are_closed_and_the_head_is_down() -> None:
    late = watch(in_state("asleep"), 8)[-60:]
    assert max(pose.lids for pose in late) < 0.02
    assert min(pose.pitch for pose in late) > 0.7


@pytest.mark.parametrize("mood", list(MOODS))
def test_each_mood_has_a_face_of_its_own(mood: Mood) -> None:
    def settled(mood: Mood) -> tuple[float, float, float]:
        last = watch(in_state("listening", mood), 4)[-1]
        return round(last.smile, 2), round(last.frown, 2), round(last.brows, 2)

    assert all(settled(mood) != settled(other) for other in MOODS if other != mood)


def test_a_mood_changes_softly() -> None:
    face = in_state("listening", "stern")
    watch(face, 3)
    face.set_mood("pleased")
    smiles = [pose.smile for pose in watch(face, 3, 3.0)]
    assert smiles[0] < 0 < 0.9 < smiles[-1]
    assert max(b - a for a, b in pairwise(smiles)) < 0.2


def test_the_mouth_follows_the_voice_and_closes_after_it() -> None:
    face = in_state("speaking")
    face.speak(Lips.of_marks([(0.0, "m"), (0.2, "ˈa"), (0.5, "m")], 0.7), 0.0)
    assert face.at(0.01).mouth.open < 0.05
    assert face.at(0.2).mouth.open == pytest.approx(1.0)
    assert face.at(0.5).mouth.open == pytest.approx(0.0)
    assert face.at(0.8).mouth == REST


def test_interrupted_the_mouth_closes_at_once() -> None:
    face = in_state("speaking")
    face.speak(Lips.of_marks([(0.0, "a")], 3.0), 0.0)
    assert face.at(1.0).mouth.open > 0.5
    face.stop_speaking()
    assert face.at(1.03).mouth == REST


def test_the_passport_is_taken_up_read_and_laid_down() -> None:
    face = in_state("listening")
    face.look_at_passport(0.0)
    poses = watch(face, 4)
    assert poses[45].passport > 0.9
    assert poses[45].gaze_y > 0.9
    assert poses[-1].passport < 0.05


def test_one_stroke_of_the_stamp() -> None:
    face = in_state("listening")
    face.stamp(0.0)
    poses = watch(face, 2)
    strokes = [pose.stamp for pose in poses]
    assert max(strokes) > 0.9
    assert strokes[-1] == 0.0
    marked = next(number for number, pose in enumerate(poses) if pose.stamped) * STEP
    assert 0.5 * STAMP_SECONDS < marked < 0.7 * STAMP_SECONDS
    assert poses[-1].stamped


def test_reduced_motion_stands_still_but_still_tells() -> None:
    face = Face(1, reduced=True)
    face.set_state("listening", 0.0)
    assert len({pose.stepped() for pose in watch(face, 20)}) == 1
    assert face.pace() == 0
    face.set_mood("annoyed")
    assert face.at(20.1).frown > 0.8  # at once
    face.stamp(20.2)
    assert face.at(20.2).stamped


def test_reduced_motion_speaks_in_few_steps() -> None:
    face = Face(1, reduced=True)
    face.set_state("speaking", 0.0)
    face.speak(Lips.of_rhythm(4.0), 0.0)
    shapes = {pose.mouth for pose in watch(face, 3)}
    assert 2 <= len(shapes) <= 9
    assert face.pace() >= 0.1


def test_pictures_come_fast_only_while_something_moves() -> None:
    face = in_state("hearing", "kind")
    watch(face, 0.3)
    assert face.pace() == pytest.approx(1 / 30)  # the face is on its way
    paces = []
    for pose_time in range(60):
        face.at(3.0 + pose_time * 0.1)
        paces.append(face.pace())
    assert sum(pace >= 0.09 for pace in paces) > 30
    face.speak(Lips.of_rhythm(1.0), 9.0)
    face.at(9.1)
    assert face.pace() == pytest.approx(1 / 30)
