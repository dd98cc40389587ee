"""A turn heard while it is spoken: the words are all there, once, and little is left at its end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.engines.incremental import MOST_SECONDS, IncrementalEar, join, levels, quietest
from garita.messages import HeardWord, PartialHeard, Transcript
from garita.sound import RATE
from tests.engines.known_words import KnownWords, Said

WORDS = ["me", "llamo", "ana", "y", "vengo", "de", "colombia", "con", "una", "maleta", "para", "mi", "hermana"]


def speech(count: int, word: float = 0.3, gap: float = 0.15, start: float = 0.2) -> list[Said]:
    step = word + gap
    return [Said(f"{WORDS[n % len(WORDS)]}{n}", start + n * step, start + n * step + word) for n in range(count)]


def text(words: list[Said]) -> str:
    return " ".join(word.text for word in words)


def fed(ear: IncrementalEar, known: KnownWords, seconds: float, step: float = 0.5) -> list[PartialHeard]:
    sound = known.sound(seconds)
    times = np.arange(step, seconds, step)
    return [partial for time in times if (partial := ear.feed(sound[: int(time * RATE)]))]


def test_partials_grow_and_their_stable_letters_stay() -> None:
    words = speech(16)
    known = KnownWords(words)
    partials = fed(IncrementalEar(known), known, 8.0)
    assert len(partials) >= 12
    for earlier, later in pairwise(partials):
        assert later.text[: earlier.stable] == earlier.text[: earlier.stable]
        assert later.stable >= earlier.stable
    assert text(words).startswith(partials[-1].text[: partials[-1].stable])
    assert partials[-1].stable > 0.7 * len(text(words))


def test_at_the_end_only_the_tail_is_transcribed() -> None:
    words = speech(40)
    known = KnownWords(words)
    ear = IncrementalEar(known, before="Buenos días.")
    fed(ear, known, 18.2)
    known.asked.clear()
    heard = ear.finish(known.sound(18.4))
    assert heard.text == text(words)
    assert sum(known.asked) < 4.0
    assert known.before[0] == "Buenos días."
    assert known.before[-1][-20:] in heard.text, "what is settled is the hint for what follows"
    assert heard.audio_seconds == pytest.approx(18.4)


def test_nothing_is_left_after_a_pause_that_was_listened_to() -> None:
    words = speech(10)
    known = KnownWords(words)
    ear = IncrementalEar(known)
    fed(ear, known, 5.6)
    known.asked.clear()
    heard = ear.finish(known.sound(6.0))
    assert heard.text == text(words)
    assert known.asked == []
    assert heard.compute_seconds == 0.0
    assert ear.feed(known.sound(6.6)) is None, "quiet is no reason for a run"


def test_a_pause_is_listened_to_at_once() -> None:
    known = KnownWords(speech(6), compute_seconds=2.0)
    ear = IncrementalEar(known)
    ear.feed(known.sound(1.9))
    assert ear.feed(known.sound(2.7)) is None, "a slow recogniser is given a rest"
    assert ear.feed(known.sound(2.98)) is not None, "but not when the speaker pauses"
    known.asked.clear()
    assert ear.finish(known.sound(3.5)).text == text(speech(6))
    assert known.asked == []


def test_words_have_the_times_of_the_turn() -> None:
    words = speech(60)
    known = KnownWords(words)
    ear = IncrementalEar(known)
    fed(ear, known, 27.0)
    for word, said in zip(ear.finish(known.sound(28.0)).words, words, strict=True):
        assert (word.start, word.end) == pytest.approx((said.start, said.end), abs=0.001)


@pytest.mark.parametrize("listened", [True, False])
def test_minutes_without_a_pause(listened: bool) -> None:
    words = speech(400, gap=0.06)
    known = KnownWords(words)
    ear = IncrementalEar(known)
    if listened:
        fed(ear, known, 164.0, step=3.0)
    heard = ear.finish(known.sound(165.0))
    assert heard.text == text(words)
    assert max(known.asked) <= MOST_SECONDS


def test_a_recogniser_slower_than_speech_makes_fewer_runs_and_no_queue() -> None:
    words = speech(40)
    known = KnownWords(words, compute_seconds=3.0)
    ear = IncrementalEar(known)
    fed(ear, known, 18.0, step=0.5)
    assert len(known.asked) <= 7
    assert ear.finish(known.sound(18.4)).text == text(words)


def test_nothing_fed_nothing_said() -> None:
    known = KnownWords([])
    heard = IncrementalEar(known).finish(known.sound(2.0))
    assert (heard.text, heard.suppressed) == ("", "silence")
    assert IncrementalEar(known).finish(known.sound(0.0)).text == ""


def test_a_phantom_at_the_end_does_not_wipe_out_what_was_said() -> None:
    said = Transcript("me llamo Ana", (HeardWord("me", 0, 1, 1.0),), audio_seconds=4)
    whole = join([said, Transcript("", audio_seconds=1, suppressed="phantom")])
    assert (whole.text, whole.suppressed, whole.audio_seconds) == ("me llamo Ana", "", 5)


def test_the_language_spoken_longest_counts() -> None:
    pieces = [
        Transcript("hello there", language="en", language_probability=0.9, audio_seconds=6),
        Transcript("hola", language="es", language_probability=0.8, audio_seconds=2),
    ]
    assert join(pieces).language == "en"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0.12, 0.9), st.floats(0.06, 1.5)), max_size=40),
    st.floats(0.3, 4.0),
    st.floats(0.0, 2.0),
)
def test_every_word_once_however_it_is_spoken_and_fed(
    rhythm: list[tuple[float, float]], step: float, cost: float
) -> None:
    words, time = [], 0.1
    for number, (length, gap) in enumerate(rhythm):
        words.append(Said(f"w{number}", time, time + length))
        time += length + gap
    known = KnownWords(words, compute_seconds=cost)
    ear = IncrementalEar(known)
    partials = fed(ear, known, time, step)
    for earlier, later in pairwise(partials):
        assert later.text[: earlier.stable] == earlier.text[: earlier.stable]
    assert ear.finish(known.sound(time + 0.1)).text == text(words)


def test_the_quietest_place() -> None:
    samples = np.full(RATE, 0.5, np.float32)
    samples[8000:10400] = 0.001
    level, place = quietest(samples, 0.3, 0.8)
    assert level < -50
    assert 8700 <= place <= 9700
    samples[2000:2400] = 0.001
    assert quietest(samples, 0.1, 0.2)[0] > -10, "shorter than a pause: the closure within a word"
    assert levels(np.zeros(3, np.float32)).tolist() == [-120.0]
