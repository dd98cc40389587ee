"""The measurements of the spoken route run with fakes, in devices' time: what is counted, not how fast it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from garita.audio.file_devices import Clock
from garita.audio.vad import VoiceDetector
from garita.engines.voices.espeak import EspeakVoice, synthesize
from garita.journal.journal import Journal
from garita.messages import AnswerTimes, Sampling
from garita.roleplay.guard import Guard
from garita.session import bench
from garita.session.bench import Equipment
from garita.session.session import Emit, Session
from tests.fakes import FakeEar, FakeModel
from tests.session.scene import SCENE

SPEED = 12.0
SAID = "aquí está mi pasaporte señor"
OFFICER = "Gracias. ¿De dónde viene?"


@pytest.fixture
def equipment(tmp_path: Path) -> Iterator[Equipment]:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:

        def begin(emit: Emit) -> Session:
            model = FakeModel([f"{OFFICER[:-1]}, {number}?" for number in range(400)])
            return Session(model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=emit)

        yield Equipment(FakeEar([SAID], [synthesize(SAID).size]), EspeakVoice("espeak:es"), VoiceDetector(), begin)


@pytest.mark.parametrize("answers", [bench.answers_by_route, bench.answers_in_sequence])
def test_each_answer_has_its_times_in_order(equipment: Equipment, answers: object) -> None:
    found: list[AnswerTimes] = list(answers(equipment, [synthesize(SAID)] * 2, Clock(SPEED)))  # type: ignore[operator]
    assert len(found) == 2
    for times in found:
        steps = [times.pause, times.recognised, times.first_text, times.first_sentence, times.first_sound]
        assert steps == sorted(steps)
        assert times.pause > 0.9 * bench.PAUSE / SPEED
    assert found[0].turn < found[1].turn


def test_both_sequences_number_their_turns_alike(equipment: Equipment) -> None:
    said = [synthesize(SAID)]
    (route,) = bench.answers_by_route(equipment, said, Clock(SPEED))
    (plain,) = bench.answers_in_sequence(equipment, said, Clock(SPEED))
    assert route.turn == plain.turn


def test_words_that_are_not_heard_give_no_times(equipment: Equipment) -> None:
    deaf = Equipment(FakeEar([""], [1]), equipment.voice, equipment.detector, equipment.begin)
    assert not list(bench.answers_in_sequence(deaf, [synthesize(SAID)], Clock(SPEED)))
    assert not list(bench.answers_by_route(deaf, [synthesize(SAID)], Clock(SPEED)))


def test_an_interruption_is_measured_in_what_was_played(equipment: Equipment) -> None:
    found = list(bench.interruptions(equipment, [synthesize(SAID)] * 2, Clock(4.0)))
    assert found
    assert all(0.05 < seconds < 2.0 for seconds in found)


def test_a_long_conversation_is_probed_three_times(equipment: Equipment) -> None:
    counter = itertools.count()
    probes, turns = bench.long_conversation(equipment, [synthesize(SAID)], 0.5, 30.0, lambda: next(counter))
    assert probes == [0, 1, 2]
    assert turns >= 2
