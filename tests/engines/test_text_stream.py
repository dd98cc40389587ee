"""Text leaves in whole characters, and stop strings never leave."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from garita.engines.text_stream import TextStream


def _pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in pairwise(places)]


@given(st.text(), st.lists(st.integers(0, 1000)))
def test_any_cut_of_the_bytes_gives_the_same_text(text: str, cuts: list[int]) -> None:
    stream = TextStream()
    given_out = [stream.push(piece) for piece in _pieces(text.encode(), cuts)]
    assert "".join([*given_out, stream.finish()]) == text
    assert "\ufffd" in text or not any("\ufffd" in part for part in given_out)


@given(st.text("ab¿"), st.text("ab¿", min_size=1, max_size=3), st.lists(st.integers(0, 50)))
def test_everything_before_the_stop_string_and_nothing_of_it(text: str, stop: str, cuts: list[int]) -> None:
    stream = TextStream((stop,))
    out = "".join(stream.push(piece) for piece in _pieces(text.encode(), cuts))
    assert stream.stopped == (stop in text)
    assert out + stream.finish() == text.split(stop)[0]


def test_a_character_waits_for_its_last_byte() -> None:
    first, second = "ñ".encode()[:1], "ñ".encode()[1:]
    stream = TextStream()
    assert stream.push(b"a" + first) == "a"
    assert stream.push(second) == "ñ"


def test_half_a_character_at_the_end_is_dropped() -> None:
    stream = TextStream()
    stream.push("ñ".encode()[:1])
    assert stream.finish() == ""


def test_the_beginning_of_a_stop_string_is_held_until_it_is_none() -> None:
    stream = TextStream(("\nAlumno:",))
    assert stream.push(b"Bien.\nAlu") == "Bien."
    assert stream.push(b"mbrado") == "\nAlumbrado"
    assert not stream.stopped
