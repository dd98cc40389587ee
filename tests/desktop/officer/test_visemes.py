from __future__ import annotations

from itertools import pairwise

import pytest

from garita.desktop.officer.visemes import REST, SHAPES, Lips, Mouth, by_energy, mouth_of, viseme_of

MARKS = [(0.0, "b"), (0.1, "ˈa"), (0.3, "m"), (0.4, "o"), (0.6, "f"), (0.7, "ˈe"), (0.9, "")]  # as espeak-ng gives them


def same(one: Mouth, other: Mouth) -> bool:
    return vars_of(one) == pytest.approx(vars_of(other), abs=1e-6)


def vars_of(mouth: Mouth) -> tuple[float, ...]:
    return mouth.open, mouth.width, mouth.round, mouth.teeth


@pytest.mark.parametrize(
    ("sign", "viseme"),
    [("p", "closed"), ("ˈa", "open"), ("a", "open"), ("e", "wide"), ("ˌi", "wide"), ("o", "round"), ("w", "round"),
     ("f", "teeth"), ("s", "narrow"), ("tʃ", "round"), ("ɾ", "narrow"), ("", "closed"), ("|", "closed")],
)  # fmt: skip
def test_every_sign_has_its_shape(sign: str, viseme: str) -> None:
    assert viseme_of(sign) == viseme


def test_shapes_come_in_order_and_in_time() -> None:
    lips = Lips.of_marks(MARKS, 1.0)
    for time, sign in MARKS:
        assert same(lips.at(time), mouth_of(sign)), sign


def test_lips_flow_from_one_shape_to_the_next() -> None:
    lips = Lips.of_marks(MARKS, 1.0)
    times = [number / 100 for number in range(100)]
    steps = [abs(lips.at(b).open - lips.at(a).open) for a, b in pairwise(times)]
    assert max(steps) < 0.25  # a hundredth of a second is no jump
    assert lips.at(0.25).open > lips.at(0.28).open > lips.at(0.3).open == 0.0  # the lips close before the m is heard


def test_before_and_after_the_mouth_is_at_rest() -> None:
    lips = Lips.of_marks(MARKS, 1.0)
    assert lips.at(-0.1) == lips.at(1.0) == lips.at(9.0) == REST


def test_marks_out_of_order_or_past_the_end_do_no_harm() -> None:
    lips = Lips.of_marks([(0.4, "ˈo"), (0.1, "ˈa"), (5.0, "a")], 0.6)
    assert same(lips.at(0.1), SHAPES["open"])
    assert same(lips.at(0.4), SHAPES["round"])


def test_the_jaw_is_higher_for_i_than_for_e() -> None:
    assert mouth_of("i").open < mouth_of("e").open < mouth_of("a").open


def test_a_stressed_vowel_opens_wider() -> None:
    assert mouth_of("a").open < mouth_of("ˈa").open == SHAPES["open"].open


def test_without_marks_the_mouth_still_moves() -> None:
    lips = Lips.of_marks((), 2.0)
    opened = [lips.at(number / 50).open for number in range(100)]
    assert max(opened) > 0.5
    assert min(opened) < 0.2
    tops = sum(1 for a, b, c in zip(opened, opened[1:], opened[2:], strict=False) if a < b >= c and b > 0.3)
    assert 8 <= tops <= 16  # about six syllables a second


def test_louder_is_wider_open() -> None:
    lips = Lips.of_energy([0.0, 0.3, 1.0, 0.0], 0.1)
    assert lips.at(0.0) == REST
    assert by_energy(0.2).open < by_energy(0.9).open <= by_energy(7.0).open == SHAPES["open"].open
    assert lips.at(0.2).open > lips.at(0.1).open > lips.at(0.0).open
