"""A conversation is gone on with where it was left: same number, same turns, same plans as without a break."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from garita.errors import ConversationMissing
from garita.journal.journal import Journal
from garita.messages import HeardWord, Sampling, SentenceFinal, SessionEvent, Transcript, TurnFinished
from garita.roleplay.act import Plan
from garita.roleplay.guard import Guard
from garita.session.session import Session
from garita.terminal.conversation import Events
from tests.fakes import FakeModel
from tests.session.scene import SCENE

PASSPORT, ORIGIN, STAY = "¿Me da su pasaporte?", "¿De dónde viene usted?", "¿Cuánto tiempo se queda?"
ANSWERS = [PASSPORT, f"Gracias por todo. {ORIGIN}", f"De acuerdo, de Puebla. {STAY}", "Muy bien, siga adelante."]
SAID = ["Aquí tiene.", "Vengo de Puebla.", "Diez días."]


def session(
    journal: Journal, answers: Sequence[str | BaseException], resume: int | None = None
) -> tuple[Session, Events, FakeModel]:
    model, events = FakeModel(answers), Events()
    return (
        Session(
            model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put, resume=resume
        ),
        events, model,
    )  # fmt: skip


def run(journal: Journal, answers: list[str], said: list[str], resume: int | None = None) -> tuple[list[Plan], int]:
    """Say these things; the plans and the number."""
    talk, events, _ = session(journal, answers, resume)
    plans: list[Plan] = []
    with closing(talk):
        list(events.of_turn(talk.open()))
        for text in said:
            list(events.of_turn(talk.say(text)))
            assert talk.last_plan is not None
            plans.append(talk.last_plan)
    return plans, talk.conversation


@pytest.mark.parametrize("until", [0, 1, 2])
def test_the_plans_are_those_of_an_unbroken_conversation(tmp_path: Path, until: int) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        unbroken, whole = run(journal, [*ANSWERS, *ANSWERS], SAID)
        before, first = run(journal, [*ANSWERS, *ANSWERS], SAID[:until])
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        after, second = run(journal, [*ANSWERS[until + 1 :], *ANSWERS], SAID[until:], resume=first)
        assert second == first
        assert [*before, *after] == unbroken
        turns = [[(turn.who, turn.number, turn.verdict) for turn in journal.conversation(one)[1]] for one in (whole, 2)]
        assert [who for who, _, _ in turns[0]] == [who for who, _, _ in turns[1]]
        assert turns[0][-1][2] == turns[1][-1][2] == "admit"
        assert journal.conversation(whole)[0].verdict == "admit"


def test_a_killed_conversation_is_gone_on_with(tmp_path: Path) -> None:
    """The process ends while the officer speaks: his half turn is said anew, the student's words count."""
    script = """
import sys, threading
from pathlib import Path
from garita.journal.journal import Journal
from garita.messages import Sampling, SentenceFinal, TurnFinished
from garita.roleplay.guard import Guard
from garita.session.session import Session
from tests.fakes import FakeModel
from tests.session.scene import SCENE

opened = threading.Event()

def emit(event):
    if isinstance(event, TurnFinished):
        opened.set()
    if isinstance(event, SentenceFinal) and "Gracias" in event.text:
        print("half said", flush=True)
        threading.Event().wait()

model = FakeModel(["¿Me da su pasaporte?", "Gracias por todo. ¿De dónde viene usted?"])
talk = Session(model, Guard(), SCENE, Journal(Path(sys.argv[1])), Sampling(), seed=1, model_name="m", emit=emit)
talk.open()
opened.wait()
talk.say("Aquí tiene.")
threading.Event().wait()  # until it is killed
"""
    path, root = tmp_path / "j.sqlite3", Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half said\n"
        os.kill(process.pid, signal.SIGKILL)
    with closing(Journal(path)) as journal:
        assert [turn.complete for turn in journal.conversation(1)[1]] == [True, True, False]
        plans, number = run(journal, ANSWERS[1:], SAID[1:], resume=1)
        assert number == 1
        assert [plan.main.kind for plan in plans] == ["ask", "verdict"]
        turns = journal.conversation(1)[1]
    assert [turn.text for turn in turns] == [
        PASSPORT, SAID[0], ANSWERS[1], SAID[1], ANSWERS[2], SAID[2], ANSWERS[3]
    ]  # fmt: skip
    assert all(turn.complete for turn in turns)


def test_the_student_left_without_an_answer_gets_it(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        number = journal.begin(SCENE.id, "{}", "m", 1)
        journal.add_turn(number, "officer", PASSPORT, number=1)
        journal.add_turn(number, "student", SAID[0], number=2)
        talk, events, _ = session(journal, [ORIGIN], resume=number)
        with closing(talk):
            seen = list(events.of_turn(talk.open()))
    assert [event.text for event in seen if isinstance(event, SentenceFinal)] == [ORIGIN]


def test_nothing_is_said_where_the_student_is_to_speak(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        _, number = run(journal, ANSWERS[:1], [])
        talk, events, model = session(journal, [], resume=number)
        with closing(talk):
            (finished,) = events.of_turn(talk.open())
    assert isinstance(finished, TurnFinished)
    assert (finished.text, model.calls) == ("", [])


def test_turn_numbers_go_on_and_so_do_recordings_and_draws(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        _, number = run(journal, ANSWERS[:2], SAID[:1])
        talk, events, _ = session(journal, ANSWERS[2:], resume=number)
        with closing(talk):
            turn = talk.say(SAID[1])
            list(events.of_turn(turn))
        numbers = [turn.number for turn in journal.conversation(number)[1]]
    assert turn == 3
    assert numbers == [1, 2, 2, 3, 3]


def test_doubtful_words_are_still_doubtful(tmp_path: Path) -> None:
    """What was perhaps misheard before the break leads to the same question after it."""
    unsure = Transcript("Vengo de Puebla.", (HeardWord("Puebla", 0.5, 0.9, 0.2),))
    plans: list[Plan | None] = []
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        _, number = run(journal, ANSWERS[:2], SAID[:1])
        talk, events, _ = session(journal, ["¿Puebla, ha dicho?"] * 9, resume=number)
        with closing(talk):
            list(events.of_turn(talk.say(unsure.text, unsure)))
            plans.append(talk.last_plan)
            list(events.of_turn(talk.regenerate()))
        talk, events, _ = session(journal, ["¿Es Puebla, ha dicho?"] * 9, resume=number)
        with closing(talk):
            list(events.of_turn(talk.regenerate()))
            plans.append(talk.last_plan)
    assert plans[0] is not None
    assert plans[0].main.kind == "confirm"
    assert plans[0] == plans[1]


def test_a_number_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    before = threading.active_count()
    with closing(Journal(tmp_path / "j.sqlite3")) as journal, pytest.raises(ConversationMissing):
        session(journal, [], resume=7)
    assert threading.active_count() == before


def test_what_the_officer_decided_is_taken_back_with_the_turn(tmp_path: Path) -> None:
    seen: list[SessionEvent] = []
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        _, number = run(journal, [*ANSWERS, *ANSWERS], SAID)
        assert journal.conversation(number)[0].verdict == "admit"
        talk, events, _ = session(journal, [], resume=number)
        with closing(talk):
            seen += events.of_turn(talk.take_back())
        assert journal.conversation(number)[0].verdict == ""
