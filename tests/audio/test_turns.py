"""Turns of synthetic speech, and of any sequence of blocks: nothing lost, nothing doubled, memory flat."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.audio.turns import (
    SpeechBegan,
    SpeechDropped,
    SpeechGrew,
    SpeechPaused,
    SpeechPiece,
    SpeechResumed,
    TurnEnded,
    TurnEvent,
    TurnTaking,
)
from garita.audio.vad import VoiceDetector
from garita.sound import BLOCK, RATE, Block, Samples
from tests.audio.speech import blocks, clicks, joined, noise, silence, spoken

FRAME = BLOCK / RATE
WAIT = 0.8


def _numbered(count: int, first: int = 0, begin: float = 10.0) -> Iterator[Block]:
    """Blocks whose samples are their own number: 0, 1, 2, ... (exact in float32 up to 16 million)."""
    for index in range(first, first + count):
        samples = np.arange(index * BLOCK, (index + 1) * BLOCK, dtype=np.float32)
        yield Block(samples, begin + (index + 1) * FRAME)


def _fed(turns: TurnTaking, probabilities: Iterable[float], first: int = 0, wait: float = WAIT) -> list[TurnEvent]:
    likely = list(probabilities)
    events = []
    for block, probability in zip(_numbered(len(likely), first), likely, strict=True):
        events += turns.hear(block, probability, wait)
    return events


def _of(kind: type, events: Iterable[TurnEvent]) -> list:
    return [event for event in events if isinstance(event, kind)]


def _heard(sound: Samples, turns: TurnTaking, wait: float = WAIT) -> list[TurnEvent]:
    detector = VoiceDetector()
    return [event for block in blocks(sound) for event in turns.hear(block, detector.probability(block), wait)]


# --- speech ---


def test_a_sentence_is_one_turn_with_its_first_syllable() -> None:
    sentence = spoken("Vengo de México y traigo dos maletas.")
    sound = joined([silence(1.0), sentence, silence(2.0)])
    (began,), (ended,) = (_of(kind, _heard(sound, TurnTaking())) for kind in (SpeechBegan, TurnEnded))
    first = round((ended.began - 100.0) * RATE)
    last = first + ended.samples.size
    np.testing.assert_array_equal(ended.samples, sound[first:last])
    assert RATE * 0.6 < first < RATE * 0.85
    assert RATE * 1.0 + sentence.size <= last < RATE * 1.5 + sentence.size
    assert ended.ended == pytest.approx(101.0 + sentence.size / RATE, abs=0.3)
    assert ended.paused_seconds == pytest.approx(WAIT, abs=2 * FRAME)
    np.testing.assert_array_equal(began.samples, ended.samples[: began.samples.size])


@pytest.mark.parametrize("word", ["Sí.", "No.", "Dos."])
@pytest.mark.parametrize("voice", ["es", "es-419+f2"])
def test_the_shortest_answer_is_a_turn(word: str, voice: str) -> None:
    events = _heard(joined([silence(0.7), spoken(word, voice), silence(1.2)]), TurnTaking())
    assert len(_of(TurnEnded, events)) == 1


def test_a_pause_inside_a_sentence_is_told_and_does_not_end_it() -> None:
    sound = joined([silence(0.5), spoken("Vengo de"), silence(0.6), spoken("Buenos Aires"), silence(1.5)])
    events = _heard(sound, TurnTaking())
    assert len(_of(TurnEnded, events)) == 1
    assert 0.3 < max(event.seconds for event in _of(SpeechResumed, events)) < 0.8
    shares = [event.share for event in _of(SpeechPaused, events)]
    assert all(0 < share <= 1 for share in shares)
    assert shares[-1] > 0.9


def test_two_answers_are_two_turns_and_the_silence_between_is_measured() -> None:
    sound = joined([silence(0.5), spoken("Sí, señor."), silence(1.6), spoken("Dos maletas."), silence(1.5)])
    began = _of(SpeechBegan, _heard(sound, TurnTaking()))
    assert [event.silence_before is None for event in began] == [True, False]
    assert began[1].silence_before == pytest.approx(1.6, abs=0.3)


@pytest.mark.parametrize("sound", [noise(6, 0.1), clicks(6), silence(6)], ids=["noise", "clicks", "silence"])
def test_what_is_no_speech_makes_no_turn(sound: Samples) -> None:
    assert _heard(sound, TurnTaking()) == []


# --- the machine ---


def test_the_states_follow_one_another() -> None:
    turns, seen = TurnTaking(), []
    for block, probability in zip(_numbered(50), [0.0] * 5 + [0.9] * 10 + [0.0] * 35, strict=True):
        turns.hear(block, probability, WAIT)
        if turns.state not in seen[-1:]:
            seen.append(turns.state)
    assert seen == ["quiet", "starting", "speaking", "stopping", "quiet"]


def test_three_blocks_in_a_row_are_no_beginning() -> None:
    assert _fed(TurnTaking(), ([0.9] * 3 + [0.1]) * 50) == []


def test_four_blocks_and_no_more_are_dropped() -> None:
    events = _fed(TurnTaking(), [0.0] * 20 + [0.9] * 4 + [0.0] * 40)
    assert len(_of(SpeechBegan, events)) == len(_of(SpeechDropped, events)) == 1
    assert not _of(TurnEnded, events)


def test_speech_that_fades_is_still_speech() -> None:
    events = _fed(TurnTaking(), [0.9] * 10 + [0.4] * 40)
    assert not _of(SpeechPaused, events)


def test_a_click_in_a_pause_does_not_prolong_it() -> None:
    events = _fed(TurnTaking(), [0.9] * 10 + [0.0] * 12 + [0.9] + [0.0] * 12)
    assert len(_of(TurnEnded, events)) == 1
    assert not _of(SpeechResumed, events)


def test_the_pause_may_change_while_it_passes() -> None:
    turns = TurnTaking()
    _fed(turns, [0.9] * 10 + [0.0] * 20, wait=2.0)
    assert turns.state == "stopping"
    assert _of(TurnEnded, _fed(turns, [0.0], first=30, wait=0.5))


def test_who_goes_on_right_after_the_end_keeps_the_first_syllable_too() -> None:
    events = _fed(TurnTaking(), [0.9] * 10 + [0.0] * 26 + [0.9] * 4)
    first, second = _of(SpeechBegan, events)
    assert second.samples.size == first.samples.size + 10 * BLOCK


def test_blocks_that_stop_coming_end_the_turn() -> None:
    turns = TurnTaking()
    _fed(turns, [0.9] * 20)
    (ended,) = _fed(turns, [0.9], first=500)
    assert isinstance(ended, TurnEnded)
    assert ended.samples.size == 20 * BLOCK
    assert turns.state == "starting"


def test_finish_ends_what_had_begun() -> None:
    turns = TurnTaking()
    assert turns.finish() == []
    _fed(turns, [0.9] * 20)
    (ended,) = turns.finish()
    assert isinstance(ended, TurnEnded)
    assert turns.state == "quiet"


# --- the button ---


def test_without_the_button_nothing_is_heard() -> None:
    turns = TurnTaking(hands_free=False)
    assert _fed(turns, [0.9] * 30) == []
    assert turns.state == "off"


def test_the_button_takes_what_the_detector_misses_and_pauses_of_any_length() -> None:
    turns = TurnTaking(hands_free=False)
    _fed(turns, [0.1] * 30)
    turns.press()
    events = _fed(turns, [0.1] * 200, first=30)
    turns.release()
    events += _fed(turns, [0.1] * 5, first=230)
    (ended,) = _of(TurnEnded, events)
    assert 200 <= ended.samples.size / BLOCK <= 200 + 16
    assert not _of(SpeechPaused, events)
    assert turns.state == "off"


def test_the_button_let_go_early_keeps_the_syllable_but_not_for_ever() -> None:
    turns = TurnTaking(hands_free=False)
    turns.press()
    _fed(turns, [0.9] * 30)
    turns.release()
    (ended,) = _of(TurnEnded, _fed(turns, [0.9] * 60, first=30))
    assert ended.samples.size == 40 * BLOCK


def test_silence_between_two_uses_of_the_button_is_no_pause() -> None:
    turns, began = TurnTaking(hands_free=False), []
    for first in (0, 60):
        turns.press()
        began += _of(SpeechBegan, _fed(turns, [0.9] * 30, first=first))
        turns.release()
        _fed(turns, [0.0] * 30, first=first + 30)
    assert [event.silence_before for event in began] == [None, None]


def test_a_slip_on_the_button_is_dropped() -> None:
    turns = TurnTaking(hands_free=False)
    turns.press()
    events = _fed(turns, [0.0] * 3)
    turns.release()
    events += _fed(turns, [0.0] * 3, first=3)
    assert isinstance(events[-1], SpeechDropped)


def test_a_slip_during_free_speech_ends_that_turn() -> None:
    turns = TurnTaking()
    _fed(turns, [0.9] * 60)
    turns.press()
    turns.release()
    assert len(_of(TurnEnded, _fed(turns, [0.0], first=60))) == 1


# --- half duplex ---


def test_muted_nothing_is_heard_and_what_was_queued_is_not_heard_later() -> None:
    turns = TurnTaking()
    _fed(turns, [0.9] * 10)
    assert turns.mute() == [SpeechDropped()]
    assert turns.state == "off"
    assert _fed(turns, [0.9] * 100, first=10) == []
    turns.unmute(since=10.0 + 130 * FRAME)
    assert _fed(turns, [0.9] * 20, first=110) == []
    (began,) = _of(SpeechBegan, _fed(turns, [0.9] * 10, first=130))
    assert began.samples[0] == 130 * BLOCK
    assert began.silence_before is None


def test_it_says_which_blocks_the_detector_may_be_spared() -> None:
    turns, block = TurnTaking(), next(_numbered(1))
    assert turns.wants(block)
    turns.mute()
    assert not turns.wants(block)
    turns.unmute(since=block.time)
    assert not turns.wants(block)
    assert turns.wants(Block(block.samples, block.time + FRAME))


# --- long turns ---


def test_twenty_minutes_without_a_pause_come_in_pieces_and_keep_memory_flat() -> None:
    turns, generator = TurnTaking(), np.random.default_rng(0)
    taken, longest, peaks = 0, 0, []
    tracemalloc.start()
    try:
        for index in range(int(20 * 60 / FRAME)):
            samples = (generator.standard_normal(BLOCK) * 0.1).astype(np.float32)
            for event in turns.hear(Block(samples, 10 + (index + 1) * FRAME), 0.9, WAIT):
                if isinstance(event, SpeechPiece):
                    taken, longest = taken + event.samples.size, max(longest, event.samples.size)
                    peaks.append(tracemalloc.get_traced_memory()[0])
        (ended,) = turns.finish()
    finally:
        tracemalloc.stop()
    assert longest <= 28 * RATE
    assert ended.piece >= 43
    assert taken + ended.samples.size == int(20 * 60 / FRAME) * BLOCK
    assert max(peaks) < 4e6


def test_a_piece_is_cut_where_it_is_quietest() -> None:
    turns = TurnTaking()
    loud, quiet = np.full(BLOCK, 0.3, np.float32), np.full(BLOCK, 0.001, np.float32)
    events = []
    for index in range(900):
        samples = quiet if 600 <= index < 612 else loud
        events += turns.hear(Block(samples, (index + 1) * FRAME), 0.9, WAIT)
    (piece,) = _of(SpeechPiece, events)
    assert 600 < piece.samples.size / BLOCK < 612
    assert piece.number == 0


# --- any sequence ---

_RUN = st.tuples(st.floats(0, 1), st.integers(1, 40))
_DEED = st.one_of(_RUN, st.sampled_from(["press", "release", "mute", "unmute", "finish", "gap", "long"]))


@settings(max_examples=300)
@given(st.lists(_DEED, max_size=20), st.booleans(), st.floats(0, 3))
def test_any_sequence_gives_whole_turns_and_no_sample_twice(deeds: list, hands_free: bool, wait: float) -> None:
    turns, events, position = TurnTaking(hands_free=hands_free), [], 0
    for deed in deeds:
        if deed == "gap":
            position += 100
        elif deed == "unmute":
            turns.unmute(since=0.0)
        elif isinstance(deed, str) and deed != "long":
            events += getattr(turns, deed)() or []
        else:
            probability, count = (0.9, 950) if deed == "long" else deed
            events += _fed(turns, [probability] * count, first=position, wait=wait)
            position += count
    _check(events + turns.finish())


def _check(events: list[TurnEvent]) -> None:
    """The order of events, and sample by sample what they carry."""
    stream, pieces, after = None, [], -1.0
    for event in events:
        if isinstance(event, SpeechBegan):
            assert stream is None
            stream, pieces = [event.samples], []
        else:
            assert stream is not None
        if isinstance(event, SpeechGrew):
            stream.append(event.block.samples)
        elif isinstance(event, SpeechPiece):
            assert event.number == len(pieces)
            assert event.samples[0] == pytest.approx((event.began - 10.0) * RATE, abs=1)
            pieces.append(event.samples)
        elif isinstance(event, TurnEnded):
            assert event.piece == len(pieces)
            assert event.began <= event.ended + 1e-6
            given_out, whole = np.concatenate([*pieces, event.samples]), np.concatenate(stream)
            np.testing.assert_array_equal(given_out, whole[: given_out.size])
            assert np.all(np.diff(whole) == 1)
            assert whole[0] > after
            after = given_out[-1]
        if isinstance(event, TurnEnded | SpeechDropped):
            stream = None
    assert stream is None
