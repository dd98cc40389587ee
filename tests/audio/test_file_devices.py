"""The pair of devices without sound: what is heard and what was said, when."""

from __future__ import annotations

import numpy as np

from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.sound import BLOCK, RATE, Block, Samples, Speech
from tests.audio.pulse import noise

FAST = 20.0


def take(source: FileSource, count: int) -> list[Block]:
    blocks = []
    while len(blocks) < count:
        heard = source.get(1)
        assert isinstance(heard, Block)
        blocks.append(heard)
    return blocks


def joined(blocks: list[Block]) -> Samples:
    return np.concatenate([block.samples for block in blocks])


def test_what_is_given_is_heard_in_order_between_silence() -> None:
    source = FileSource(Clock(FAST))
    take(source, 3)
    said = noise(0.2)
    source.say(said[:1000])
    source.say(said[1000:])
    sound = joined(take(source, 12))
    assert np.array_equal(sound[: said.size], said)
    assert not sound[said.size :].any()
    whole = source.recording()
    assert whole.size == 15 * BLOCK
    assert np.array_equal(whole[3 * BLOCK :], sound)


def test_blocks_come_in_time_and_say_when() -> None:
    clock = Clock(FAST)
    source = FileSource(clock)
    assert source.get(0) is None
    blocks = take(source, 30)
    assert clock.now() >= 30 * BLOCK / RATE - 1e-6
    assert np.allclose(np.diff([block.time for block in blocks]), BLOCK / RATE / FAST)


def test_what_is_not_listened_to_waits_or_is_drained() -> None:
    clock = Clock(FAST)
    source = FileSource(clock)
    ends = source.say(noise(0.3))
    sink = FileSink(clock)
    sink.play(Speech(noise(0.5, 24_000), 24_000))
    assert sink.wait_until_silent(9)
    assert clock.now() > ends
    source.drain()
    assert not joined(take(source, 5)).any()
    assert source.recording()[: round(0.3 * RATE)].any()


def test_both_sides_lie_on_one_timeline() -> None:
    clock = Clock(FAST)
    source, sink = FileSource(clock), FileSink(clock)
    take(source, 10)
    before = clock.now()
    said = noise(0.4, 24_000)
    sink.play(Speech(said[:5000], 24_000))
    sink.play(Speech(said[5000:], 24_000))
    assert sink.queued_seconds() == 0.4
    assert sink.wait_until_silent(9)
    assert abs(sink.played_seconds() - 0.4) < 1e-3
    sound, rate = sink.recording()
    start = int(np.flatnonzero(sound)[0])
    assert rate == 24_000
    assert before <= start / rate + 1e-3
    assert np.array_equal(sound[start : start + said.size], said)


def test_stopping_ends_the_sound_at_once() -> None:
    clock = Clock(FAST)
    sink = FileSink(clock)
    sink.volume = 0.5
    sink.play(Speech(np.full(24_000 * 60, 0.8, np.float32), 24_000))
    assert not sink.wait_until_silent(1)
    sink.stop_now()
    assert sink.wait_until_silent(0)
    assert sink.queued_seconds() == sink.played_seconds()
    assert 0.9 < sink.played_seconds() < 30
    sound, _ = sink.recording()
    assert np.flatnonzero(sound).size == round(sink.played_seconds() * 24_000)
    assert sound.max() == np.float32(0.4)


def test_another_rate_keeps_its_length() -> None:
    clock = Clock(FAST)
    sink = FileSink(clock)
    sink.play(Speech(noise(0.5, 22_050), 22_050))
    assert sink.wait_until_silent(9)
    assert abs(sink.played_seconds() - 0.5) < 1e-3


def test_closed_is_quiet() -> None:
    clock = Clock(FAST)
    source, sink = FileSource(clock), FileSink(clock)
    source.close()
    sink.close()
    assert source.get(5) is None
    sink.play(Speech(noise(1), RATE))
    assert sink.wait_until_silent(0)


def test_what_is_not_to_be_kept_is_heard_and_forgotten() -> None:
    clock = Clock(FAST)
    source, sink = FileSource(clock, keep=False), FileSink(clock, keep=False)
    source.say(noise(0.2))
    sink.play(Speech(noise(0.2), RATE))
    assert joined(take(source, 8)).any()
    assert sink.wait_until_silent(2.0)
    assert not source.recording().any()
    assert not sink.recording()[0].any()
    assert sink.played_seconds() == sink.queued_seconds()
