"""The picture of a spoken conversation: well-formed, complete, in rows."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from garita.messages import AnswerTimes
from garita.terminal.timeline import drawn

SPACE = "{http://www.w3.org/2000/svg}"


def bars_of(picture: str, colour: str) -> list[ElementTree.Element]:
    return [box for box in ElementTree.fromstring(picture).iter(f"{SPACE}rect") if box.get("fill") == colour]


def test_a_bar_that_ends_in_the_next_row_is_cut() -> None:
    picture = drawn([("officer", 19.0, 22.0, "Buenos días.")], [])
    first, second, _key = bars_of(picture, "#3d8b5f")
    assert float(second.get("width", 0)) == 2 * float(first.get("width", 0))
    assert float(second.get("y", 0)) > float(first.get("y", 0))


def test_what_the_time_went_into_stands_behind_the_students_words() -> None:
    times = AnswerTimes(2, 0.7, 0.8, 0.9, 1.0, 1.2)
    picture = drawn([("student", 1.0, 3.0, "Hola & adiós <3")], [times])
    for colour, width in (("#d9d9d9", 0.7), ("#e3a13b", 0.1), ("#c0584f", 0.4)):
        box = bars_of(picture, colour)[0]
        assert abs(float(box.get("width", 0)) / 46 - width) < 0.03
    assert "Hola &amp; adiós &lt;3" in picture


@given(st.lists(st.tuples(st.sampled_from(["student", "officer"]), st.floats(0, 300), st.floats(0, 30), st.text())))
def test_any_conversation_is_a_picture(spoken: list[tuple[str, float, float, str]]) -> None:
    readable = [
        (who, start, start + length, "".join(filter(str.isprintable, text))) for who, start, length, text in spoken
    ]
    ElementTree.fromstring(drawn(readable, [None] * len(readable)))
