"""The spoken route with a file for a microphone and one for a loudspeaker: order, half duplex, interruption."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.audio.pauses import PauseLearner
from garita.audio.vad import VoiceDetector
from garita.engines.voices.espeak import EspeakVoice, synthesize
from garita.journal.journal import Journal
from garita.messages import (
    AnswerTimes,
    Listening,
    OfficerSilent,
    OfficerSpeaks,
    PartialHeard,
    Sampling,
    SessionEvent,
    StudentSaid,
    TurnFinished,
    VoiceEvent,
)
from garita.roleplay.guard import Guard
from garita.session.session import Session
from garita.session.spoken import Manner, Route, SpokenSession
from garita.sound import RATE
from tests.fakes import FakeEar, FakeModel
from tests.session.scene import SCENE

SPEED = 6.0
OPENING, QUESTION = "Buenos días. ¿Me da su pasaporte?", "Gracias por esperar. ¿De dónde viene usted?"
ANOTHER = "Está bien. ¿Desde qué ciudad viaja usted?"
ANSWER = "aquí está mi pasaporte señor"

Events = queue.SimpleQueue[SessionEvent | VoiceEvent]


class Booth:
    """A spoken session at a file-backed booth."""

    def __init__(self, journal: Journal, answers: list[str], said: list[str], **manner: bool) -> None:
        self.clock = Clock(SPEED)
        self.source, self.sink = FileSource(self.clock), FileSink(self.clock)
        self.sounds = [synthesize(text) for text in said]
        self.ear = FakeEar(said, [sound.size for sound in self.sounds])
        self.model, self.events = FakeModel(answers), Events()
        route = Route(
            self.source, VoiceDetector(), self.ear, EspeakVoice("espeak:es"), self.sink, PauseLearner(fixed=0.6)
        )
        self.spoken = SpokenSession(
            lambda emit: Session(
                self.model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=emit
            ),
            route, Manner(**manner), self.events.put,
        )  # fmt: skip

    def until(self, kind: type) -> list[SessionEvent | VoiceEvent]:
        """The events up to the first of that kind."""
        seen: list[SessionEvent | VoiceEvent] = []
        while not seen or not isinstance(seen[-1], kind):
            seen.append(self.events.get(timeout=20))
        return seen

    def close(self) -> None:
        self.source.close()
        self.spoken.close()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        yield journal


def test_a_turn_is_heard_answered_and_spoken(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING, QUESTION], [ANSWER])) as booth:
        booth.spoken.open()
        opening = booth.until(OfficerSilent)
        assert [event.text for event in opening if isinstance(event, OfficerSpeaks)] == OPENING.replace(
            "? ", "?|"
        ).split("|")[0].replace(". ", ".|").split("|")
        assert opening[-1].heard == OPENING  # type: ignore[union-attr]
        booth.source.say(booth.sounds[0])
        turn = booth.until(OfficerSilent)
    kinds = [type(event) for event in turn if not isinstance(event, Listening)]
    assert kinds.index(PartialHeard) < kinds.index(StudentSaid) < kinds.index(OfficerSpeaks)
    said = next(event for event in turn if isinstance(event, StudentSaid))
    assert said.transcript.text == ANSWER
    times = next(event for event in turn if isinstance(event, AnswerTimes))
    assert 0 < times.pause <= times.recognised <= times.first_text <= times.first_sentence <= times.first_sound
    states = {event.state for event in turn if isinstance(event, Listening)}
    assert {"speaking", "stopping", "off"} <= states
    saved = journal.conversation(1)[1]
    assert [turn.text for turn in saved] == [OPENING, ANSWER, QUESTION]
    assert "words" in saved[1].transcript
    voice_after_text = datetime.fromisoformat(saved[0].ended_at) - datetime.fromisoformat(saved[0].said_at)
    assert voice_after_text.total_seconds() > 0.2  # its end is that of the voice, from which the student's time counts
    samples, rate = booth.sink.recording()
    assert samples.size > rate
    assert float(np.abs(samples).max()) < 1.0


def test_what_is_said_while_the_officer_speaks_is_not_heard(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING], [ANSWER])) as booth:
        booth.spoken.open()
        booth.until(OfficerSpeaks)
        booth.source.say(booth.sounds[0][: RATE // 2])
        seen = booth.until(OfficerSilent)
        booth.until(Listening)
        assert not [event for event in seen if isinstance(event, PartialHeard | StudentSaid)]
        assert [turn.text for turn in booth.spoken.session.turns()] == [OPENING]


def test_an_interrupted_officer_has_said_what_was_heard(journal: Journal) -> None:
    # more than one of the second, for answers are also begun to words that were not all
    answers = [OPENING] + ["Muy bien, gracias por todo y por la paciencia de hoy. ¿De dónde viene usted?"] * 5
    with closing(Booth(journal, answers, [ANSWER], barge_in=True)) as booth:
        booth.spoken.open()
        booth.until(OfficerSpeaks)
        booth.source.say(booth.sounds[0])
        silent = next(event for event in booth.until(OfficerSilent) if isinstance(event, OfficerSilent))
        assert silent.interrupted
        assert OPENING.startswith(silent.heard)
        assert len(silent.heard) < len(OPENING)
        booth.until(StudentSaid)
        booth.until(TurnFinished)
        said = [turn.text for turn in booth.spoken.session.turns()]
        assert said[0] == (silent.heard or ANSWER)


def test_closing_in_the_middle_of_his_words_keeps_what_was_heard_of_them(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING], [])) as booth:
        booth.spoken.open()
        booth.until(TurnFinished)
        booth.until(OfficerSpeaks)
    saved = [turn.text for turn in journal.conversation(1)[1]]
    assert saved in ([], [OPENING.split(". ")[0] + "."])  # the first sentence had begun, the second not


def test_typing_joins_the_spoken_conversation(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING, QUESTION], [ANSWER])) as booth:
        booth.spoken.open()
        booth.until(OfficerSpeaks)
        number = booth.spoken.say("Tome.")
        seen = booth.until(OfficerSilent)
        assert not seen[-1].interrupted  # type: ignore[union-attr]  # who types has read it
        while seen[-1].turn != number:  # type: ignore[union-attr]
            seen = booth.until(OfficerSilent)
        assert [turn.who for turn in booth.spoken.session.turns()][-2:] == ["student", "officer"]


def test_another_answer_strikes_no_turn_but_the_last_however_soon_it_is_asked_for(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING, QUESTION, ANOTHER], [ANSWER])) as booth:
        booth.spoken.open()
        booth.until(OfficerSilent)
        booth.spoken.say("Tome.")
        booth.until(TurnFinished)
        booth.spoken.regenerate()  # before the first sound of the answer
        booth.until(TurnFinished)
        booth.until(OfficerSilent)
        said = [(turn.who, turn.text) for turn in booth.spoken.session.turns()]
    assert said == [("officer", OPENING), ("student", "Tome."), ("officer", ANOTHER)]


def test_with_a_button_only_what_is_said_while_it_is_held_is_a_turn(journal: Journal) -> None:
    with closing(Booth(journal, [QUESTION], [ANSWER], hands_free=False)) as booth:
        booth.spoken.press()
        end = booth.source.say(booth.sounds[0])
        while booth.clock.now() < end:
            booth.until(Listening)
        booth.spoken.release()
        turn = booth.until(StudentSaid)
        assert turn[-1].transcript.text == ANSWER  # type: ignore[union-attr]
        booth.until(OfficerSilent)


def test_the_last_turn_can_be_heard_again_slower_and_nothing_new_is_said(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING], [ANSWER])) as booth:
        booth.spoken.open()
        booth.until(OfficerSilent)
        before = booth.sink.played_seconds()
        booth.spoken.again(0.5)
        booth.until(OfficerSilent)
        assert booth.sink.played_seconds() == pytest.approx(3 * before, rel=0.1)
        assert [turn.text for turn in booth.spoken.session.turns()] == [OPENING]


def test_hearing_it_again_can_be_interrupted_and_strikes_nothing(journal: Journal) -> None:
    with closing(Booth(journal, [OPENING, QUESTION], [ANSWER])) as booth:
        booth.spoken.open()
        booth.until(OfficerSilent)
        booth.spoken.again(0.5)
        number = booth.spoken.say("Tome.")
        while booth.until(OfficerSilent)[-1].turn != number:  # type: ignore[union-attr]
            pass
        assert [turn.text for turn in booth.spoken.session.turns()] == [OPENING, "Tome.", QUESTION]
