"""The spoken conversation through a real sound server: heard at the microphone, answered at the loudspeaker."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from garita.audio.devices import SoundSystem
from garita.audio.loudspeaker import Loudspeaker
from garita.audio.microphone import Microphone
from garita.audio.pauses import PauseLearner
from garita.audio.portaudio import PortAudio
from garita.audio.vad import VoiceDetector
from garita.engines.voices.espeak import EspeakVoice, synthesize
from garita.journal.journal import Journal
from garita.messages import (
    AnswerTimes,
    Notice,
    OfficerSilent,
    OfficerSpeaks,
    Sampling,
    SessionEvent,
    StudentSaid,
    VoiceEvent,
)
from garita.roleplay.guard import Guard
from garita.session.session import Session
from garita.session.spoken import Manner, Route, SpokenSession
from garita.sound import Samples, decibels
from tests.audio import pulse as server
from tests.fakes import FakeEar, FakeModel
from tests.session.scene import SCENE

OPENING, QUESTION = "Buenos días. ¿Me da su pasaporte?", "Gracias. ¿De dónde viene usted?"
SAID = "aquí está mi pasaporte señor"
Events = queue.SimpleQueue[SessionEvent | VoiceEvent]


@pytest.fixture(scope="module")
def pulse() -> Iterator[server.Pulse]:
    with server.running() as running:
        yield running


@pytest.fixture(scope="module")
def system(pulse: server.Pulse) -> SoundSystem:
    system = PortAudio()
    system.refresh()
    return system


@pytest.fixture
def sound() -> Samples:
    return synthesize(SAID)


@pytest.fixture
def booth(system: SoundSystem, sound: Samples, tmp_path: Path) -> Iterator[tuple[SpokenSession, Events]]:
    events = Events()
    model, ear = FakeModel([OPENING, QUESTION]), FakeEar([SAID], [sound.size])
    with (
        closing(Journal(tmp_path / "j.sqlite3")) as journal,
        closing(Microphone(system)) as microphone,
        closing(Loudspeaker(system)) as loudspeaker,
    ):
        route = Route(microphone, VoiceDetector(), ear, EspeakVoice("espeak:es"), loudspeaker, PauseLearner(fixed=0.6))
        spoken = SpokenSession(
            lambda emit: Session(model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=emit),
            route, Manner(), events.put,
        )  # fmt: skip
        with closing(spoken):
            yield spoken, events


def until(events: Events, kind: type, key: str = "") -> list[SessionEvent | VoiceEvent]:
    """The events up to the first of that kind; a notice's key is looked at, too."""
    seen: list[SessionEvent | VoiceEvent] = []
    while not seen or not isinstance(seen[-1], kind) or getattr(seen[-1], "key", key) != key:
        seen.append(events.get(timeout=20))
    return seen


def test_what_is_said_at_the_microphone_is_answered_at_the_loudspeaker(
    booth: tuple[SpokenSession, Events], pulse: server.Pulse, sound: Samples
) -> None:
    spoken, events = booth
    with pulse.hearing() as heard:
        spoken.open()
        until(events, OfficerSilent)
        opening = heard.samples().size
        pulse.speak(sound)
        turn = until(events, OfficerSilent)
        heard.wait_for(0.2)
        samples = heard.samples()
    assert decibels(samples[:opening]) > -40
    assert decibels(samples[-server.LOUDSPEAKER_RATE * 2 :]) > -40
    said = next(event for event in turn if isinstance(event, StudentSaid))
    assert said.transcript.text == SAID
    assert [event.text for event in turn if isinstance(event, OfficerSpeaks)] == ["Gracias.", "¿De dónde viene usted?"]
    times = next(event for event in turn if isinstance(event, AnswerTimes))
    assert 0.5 < times.pause <= times.recognised <= times.first_sound
    answer = samples[opening:]
    voiced = np.flatnonzero(np.abs(answer) > 0.02)
    assert voiced[0] / server.LOUDSPEAKER_RATE > sound.size / 16_000  # nothing sounds while the student speaks


def test_a_microphone_that_vanishes_is_told_and_typing_goes_on(
    booth: tuple[SpokenSession, Events], pulse: server.Pulse
) -> None:
    spoken, events = booth
    spoken.open()
    until(events, OfficerSilent)
    pulse.unplug_microphone()
    try:
        until(events, Notice, "device_lost")
        number = spoken.say("Aquí está mi pasaporte.")
        answer = until(events, OfficerSilent)
        assert answer[-1].turn == number  # type: ignore[union-attr]
        assert answer[-1].heard == QUESTION  # type: ignore[union-attr]
    finally:
        pulse.plug_microphone()
    until(events, Notice, "device_back")
