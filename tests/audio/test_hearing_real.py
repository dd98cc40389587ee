"""Voice activity, turns, learned pauses and echo through a real sound server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from garita.audio.devices import SoundSystem
from garita.audio.echo import BargeIn, EchoCanceller
from garita.audio.echo_check import measure
from garita.audio.loudspeaker import Loudspeaker
from garita.audio.microphone import Microphone
from garita.audio.pauses import DEFAULT, PauseLearner
from garita.audio.turns import SpeechBegan, TurnEnded, TurnEvent, TurnTaking
from garita.audio.vad import VoiceDetector
from garita.sound import RATE, Block, Speech
from tests.audio.pulse import Pulse
from tests.audio.speech import joined, silence, spoken

PAUSE = 0.6  # seconds of silence inside the student's sentence


def _blocks(microphone: Microphone, seconds: float) -> Iterator[Block]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if isinstance(heard := microphone.get(1.0), Block):
            yield heard


@contextmanager
def _echoing(pulse: Pulse) -> Iterator[None]:
    """The microphone hears the loudspeaker meanwhile."""
    module = pulse.pactl("load-module", "module-loopback", "source=spk.monitor", "sink=mic", "latency_msec=100")
    time.sleep(1.0)  # the loopback finds its delay
    try:
        yield
    finally:
        pulse.pactl("unload-module", module)


def test_a_sentence_with_a_pause_is_one_turn_and_the_pause_is_learned(pulse: Pulse, system: SoundSystem) -> None:
    detector, turns, learner = VoiceDetector(), TurnTaking(), PauseLearner()
    events: list[TurnEvent] = []
    said = joined(
        [silence(0.3), spoken("Vengo de México"), silence(PAUSE), spoken("y traigo dos maletas."), silence(1.4)]
    )
    with closing(Microphone(system)) as microphone, pulse.speaking(said):
        for block in _blocks(microphone, said.size / RATE + 1.0):
            for event in turns.hear(block, detector.probability(block), learner.seconds()):
                learner.hear(event)
                events.append(event)
    began = [event for event in events if isinstance(event, SpeechBegan)]
    (ended,) = (event for event in events if isinstance(event, TurnEnded))
    assert len(began) == 1
    assert ended.samples.size / RATE == pytest.approx(said.size / RATE - 1.7 + 0.6, abs=0.3)
    assert ended.paused_seconds == pytest.approx(learner.seconds(), abs=0.2)
    assert 0.9 < learner.seconds() < DEFAULT  # drawn towards 0.6, a little


def test_the_echo_is_measured_and_cancelled(pulse: Pulse, system: SoundSystem) -> None:
    with _echoing(pulse), closing(Microphone(system)) as microphone, closing(Loudspeaker(system)) as loudspeaker:
        report = measure(
            lambda samples: loudspeaker.play(Speech(samples, RATE)), _blocks(microphone, 15.0),
            spoken("Muéstreme su pasaporte, por favor.", "es"), VoiceDetector(),
        )  # fmt: skip
    assert 30 < report.delay_ms < 300
    assert report.echo_db == pytest.approx(0, abs=1)
    assert report.voice_share_before > 0.6
    assert report.recommendation == "barge_in"


def test_who_interrupts_the_officer_is_heard_and_the_officer_is_not(pulse: Pulse, system: SoundSystem) -> None:
    officer = joined([spoken("¿De dónde viene usted y qué trae en la maleta? Muestre su pasaporte.", "es")] * 2)
    student = joined([silence(2.0), spoken("Perdone, no le entiendo.", "es-419+f2")])
    canceller, detector, barge_in = EchoCanceller(), VoiceDetector(), BargeIn()
    noticed: list[float] = []
    with _echoing(pulse), closing(Microphone(system)) as microphone, closing(Loudspeaker(system)) as loudspeaker:
        loudspeaker.play(Speech(officer, RATE))
        begun = time.monotonic()
        canceller.played(officer, RATE, begun)
        with pulse.speaking(student):
            for block in _blocks(microphone, 4.5):
                cleaned = canceller.clean(block)
                if barge_in.hear(detector.probability(cleaned), officer_speaks=True):
                    noticed.append(cleaned.time - begun)
    assert noticed
    assert 2.0 < noticed[0] < 3.3
