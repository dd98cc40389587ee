"""The route of a typed turn: what is emitted, what is saved, and what happens when things go wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from garita.errors import EngineDied, JournalUnusable
from garita.journal.journal import Journal
from garita.messages import (
    EngineRestarted,
    Notice,
    Sampling,
    SentenceFinal,
    SessionEvent,
    TurnFailed,
    TurnFinished,
)
from garita.roleplay.guard import Guard
from garita.roleplay.heard import words_of
from garita.session.session import Session
from garita.terminal.conversation import Events
from tests.fakes import FakeModel
from tests.session.scene import SCENE

Begin = Callable[[FakeModel], tuple[Session, Events]]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        yield journal


@pytest.fixture
def begin(journal: Journal) -> Iterator[Begin]:
    sessions: list[Session] = []

    def start(model: FakeModel) -> tuple[Session, Events]:
        events = Events()
        sessions.append(Session(model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put))
        return sessions[-1], events

    yield start
    for session in sessions:
        session.close()


def finals(events: list[SessionEvent]) -> list[tuple[str, str]]:
    return [(event.text, event.source) for event in events if isinstance(event, SentenceFinal)]


def saved(journal: Journal) -> list[tuple[str, str, bool]]:
    return [(turn.who, turn.text, turn.complete) for turn in journal.conversation(1)[1]]


def test_a_turn_is_split_checked_saved_and_finished(begin: Begin, journal: Journal) -> None:
    model = FakeModel(["Gracias por esperar. ¿Me da su pasaporte?"])
    session, events = begin(model)
    seen = list(events.of_turn(session.say("Buenos días.")))
    assert finals(seen) == [("Gracias por esperar.", "model"), ("¿Me da su pasaporte?", "model")]
    assert isinstance(seen[-1], TurnFinished)
    assert seen[-1].text == "Gracias por esperar. ¿Me da su pasaporte?"
    assert saved(journal) == [("student", "Buenos días.", True), ("officer", seen[-1].text, True)]


def test_sentences_are_in_the_journal_before_they_are_shown(journal: Journal) -> None:
    in_journal: list[bool] = []
    done = threading.Event()

    def emit(event: SessionEvent) -> None:
        if isinstance(event, SentenceFinal):
            in_journal.append(event.text in saved(journal)[-1][1])
        if isinstance(event, TurnFinished):
            done.set()

    model = FakeModel(["Muy bien, gracias por todo. ¿Me da su pasaporte?"])
    session = Session(model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=emit)
    with closing(session):
        session.say("Hola.")
        assert done.wait(10)
    assert in_journal == [True, True]


def test_the_officer_can_speak_first(begin: Begin) -> None:
    model = FakeModel(["Buenos días. ¿Me da su pasaporte?"])
    session, events = begin(model)
    list(events.of_turn(session.open()))
    roles = [message.role for message in model.calls[0][0]]
    assert roles == ["system", "user"]
    assert [turn.who for turn in session.turns()] == ["officer"]


def test_a_failing_sentence_is_sampled_again_from_the_accepted_beginning(begin: Begin) -> None:
    model = FakeModel(["Muy bien, gracias. Thank you very much, have a nice day.", " ¿Me da su pasaporte?"])
    session, events = begin(model)
    seen = list(events.of_turn(session.say("Hola.")))
    assert finals(seen) == [("Muy bien, gracias.", "model"), ("¿Me da su pasaporte?", "resampled")]
    assert model.calls[1][2] == "Muy bien, gracias."
    assert model.calls[0][1].seed != model.calls[1][1].seed
    assert (seen[-1].sentences_resampled, seen[-1].sentences_replaced) == (1, 0)  # type: ignore[union-attr]


def test_after_some_resamples_a_stock_sentence_stands_in(begin: Begin) -> None:
    model = FakeModel(["Welcome to our beautiful country, my friend."] * 5)
    session, events = begin(model)
    seen = list(events.of_turn(session.say("Hola.")))
    assert len(model.calls) == 5
    warmth = [call[1].temperature for call in model.calls]
    assert warmth == sorted(warmth)
    ((text, source),) = finals(seen)
    assert source == "stock"
    assert text in [ask for question in SCENE.checklist for ask in question.ask] or text in SCENE.greeting
    assert (seen[-1].sentences_resampled, seen[-1].sentences_replaced) == (4, 1)  # type: ignore[union-attr]


def test_the_model_writes_slots_and_nobody_sees_them(journal: Journal) -> None:
    own = words_of(["Mucho gusto. ¿Me da su pasaporte? ¿De dónde viene usted?"])
    model = FakeModel(
        ["Mucho gusto, {motivo}.", "Mucho gusto, {nombre}. ¿Me da su pasaporte?", "¿De dónde viene usted?"]
    )
    events = Events()
    session = Session(model, Guard(own), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put)
    with closing(session):
        seen = list(events.of_turn(session.say("Me llamo Lucía Sotz.")))
        list(events.of_turn(session.say("Tome.")))
    assert finals(seen) == [("Mucho gusto, Lucía Sotz.", "resampled"), ("¿Me da su pasaporte?", "resampled")]
    assert not any("{" in str(event) for event in seen)
    assert (
        model.calls[2][0][-2].content == "Mucho gusto, {nombre}. ¿Me da su pasaporte?"
    )  # its own words, as it wrote them


def test_the_greeting_is_at_the_students_time_of_day(journal: Journal) -> None:
    own = words_of(["Muy buenas tardes. ¿Me da su pasaporte?"])
    model, events = FakeModel(["Muy buenas tardes. ¿Me da su pasaporte?"]), Events()
    session = Session(model, Guard(own), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put)
    with closing(session):
        seen = list(events.of_turn(session.say("Buenas noches.")))
    assert finals(seen) == [("Muy buenas noches.", "model"), ("¿Me da su pasaporte?", "model")]
    assert not any("tardes" in str(event) for event in seen)


def test_after_a_garbled_remark_the_model_goes_on_with_its_question(journal: Journal) -> None:
    own = words_of(["Mucho gusto. ¿Me da su pasaporte?"])
    model = FakeModel(["Mucho gusto, Gonzalocía."] * 5 + [" ¿Me da su pasaporte?"])
    events = Events()
    session = Session(model, Guard(own), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put)
    with closing(session):
        seen = list(events.of_turn(session.say("Me llamo Lucía.")))
    (stock, source), (question, _) = finals(seen)
    assert source == "stock"
    assert "Lucía" in stock
    assert question == "¿Me da su pasaporte?"
    assert model.calls[5][2] == stock.replace("Lucía", "{nombre}")  # in the form the model was trained on


def test_an_empty_answer_is_no_answer(begin: Begin) -> None:
    session, events = begin(FakeModel([""] * 5))
    assert [source for _, source in finals(list(events.of_turn(session.say("Hola."))))] == ["stock"]


def test_repeats_are_refused_unless_asked_for(begin: Begin) -> None:
    first, second = "Gracias por esperar un poco.", "¿De dónde viene usted?"
    model = FakeModel([f"{first} ¿Me da su pasaporte?", first, second, second, second])
    session, events = begin(model)
    list(events.of_turn(session.say("Hola.")))
    assert finals(list(events.of_turn(session.say("Aquí tiene.")))) == [(second, "resampled")]
    assert finals(list(events.of_turn(session.say("¿Puede repetir, por favor?")))) == [(second, "model")]
    assert finals(list(events.of_turn(session.say("Sorry, I don't understand.")))) == [(second, "model")]


def test_a_question_that_is_not_due_is_sampled_again(begin: Begin) -> None:
    model = FakeModel(["¿Cuánto tiempo se queda?", "¿Me da su pasaporte?"])
    session, events = begin(model)
    assert finals(list(events.of_turn(session.say("Hola.")))) == [("¿Me da su pasaporte?", "resampled")]


def test_nothing_comes_after_the_planned_question(begin: Begin) -> None:
    model = FakeModel(["Buenos días. ¿Me da su pasaporte? Thank you very much for coming, my friend."])
    session, events = begin(model)
    seen = list(events.of_turn(session.say("Hola.")))
    assert finals(seen) == [("Buenos días.", "model"), ("¿Me da su pasaporte?", "model")]
    assert (seen[-1].finish_reason, seen[-1].sentences_resampled) == ("stop", 0)  # type: ignore[union-attr]


def test_what_the_model_leaves_out_is_added(begin: Begin) -> None:
    model = FakeModel(["Buenos días, gracias por esperar.", *[""] * 4])
    session, events = begin(model)
    (_, first), (text, source) = finals(list(events.of_turn(session.say("Hola."))))
    assert (first, source) == ("model", "stock")
    assert text in SCENE.checklist[0].ask
    assert not model.answers  # it was asked to go on before we did


def test_a_sentence_that_breaks_off_is_written_again(begin: Begin) -> None:
    model = FakeModel(["Buenos días, gracias por", "Buenos días. ¿Me da su pasaporte?"])
    session, events = begin(model)
    seen = list(events.of_turn(session.say("Hola.")))
    assert [text for text, _ in finals(seen)] == ["Buenos días.", "¿Me da su pasaporte?"]
    assert [call[2] for call in model.calls] == ["", ""]


def test_a_model_that_ends_too_early_is_asked_to_go_on(begin: Begin) -> None:
    session, events = begin(FakeModel(["Buenos días, gracias por esperar.", " ¿Me da su pasaporte?"]))
    seen = list(events.of_turn(session.say("Hola.")))
    assert finals(seen)[-1] == ("¿Me da su pasaporte?", "resampled")
    assert session.turns()[-1].text == "Buenos días, gracias por esperar. ¿Me da su pasaporte?"
    assert (seen[-1].sentences_resampled, seen[-1].sentences_replaced) == (1, 0)  # type: ignore[union-attr]


def test_the_model_reads_the_plan_as_a_note_and_keeps_earlier_ones(begin: Begin) -> None:
    model = FakeModel(["Buenos días. ¿Me da su pasaporte?", "Gracias. ¿De dónde viene usted?"])
    session, events = begin(model)
    list(events.of_turn(session.open()))
    list(events.of_turn(session.say("Aquí tiene (uf).")))
    prompt = [message.content for message in model.calls[1][0]]
    assert prompt[1].endswith("(Ahora: saluda, pregunta por el pasaporte.)")
    assert prompt[3].startswith("Aquí tiene  uf ")
    assert prompt[3].endswith("(Ahora: pregunta por la procedencia.)")


def test_interrupting_keeps_what_was_final(begin: Begin, journal: Journal) -> None:
    hold = threading.Event()
    model = FakeModel(["Muy bien. Ahora le voy a preguntar muchas cosas sobre su viaje."], hold)
    session, events = begin(model)
    stream = events.of_turn(session.say("Hola."))
    next(stream)
    session.interrupt()
    last = list(stream)[-1]
    assert isinstance(last, TurnFinished)
    assert last.finish_reason == "cancelled"
    assert [complete for who, _, complete in saved(journal) if who == "officer"] in ([], [False])


def test_regenerate_and_take_back(begin: Begin, journal: Journal) -> None:
    model = FakeModel(["¿Me da su pasaporte?", "Su pasaporte, por favor.", "¿De qué país llega?"])
    session, events = begin(model)
    list(events.of_turn(session.say("Hola.")))
    list(events.of_turn(session.regenerate()))
    assert saved(journal) == [("student", "Hola.", True), ("officer", "Su pasaporte, por favor.", True)]
    list(events.of_turn(session.say("Aquí está.")))
    list(events.of_turn(session.take_back()))
    assert saved(journal) == [("student", "Hola.", True), ("officer", "Su pasaporte, por favor.", True)]
    assert [turn.text for turn in session.turns()] == ["Hola.", "Su pasaporte, por favor."]


def test_a_restart_of_the_engine_is_told_and_the_turn_goes_on(begin: Begin) -> None:
    session, events = begin(FakeModel([EngineRestarted("signal 9"), "¿Me da su pasaporte?"]))
    seen = list(events.of_turn(session.say("Hola.")))
    assert [event.key for event in seen if isinstance(event, Notice)] == ["engine_restarted"]
    assert finals(seen) == [("¿Me da su pasaporte?", "model")]


def test_a_failure_is_a_message_and_the_session_goes_on(begin: Begin) -> None:
    session, events = begin(FakeModel([EngineDied(engine="llama", exit_code=9, restarts=3), "¿Me da su pasaporte?"]))
    with pytest.raises(EngineDied):
        list(events.of_turn(session.say("Hola.")))
    assert finals(list(events.of_turn(session.say("¿Oiga?")))) == [("¿Me da su pasaporte?", "model")]


def test_a_bug_is_logged_and_a_message(begin: Begin, caplog: pytest.LogCaptureFixture) -> None:
    session, events = begin(FakeModel([KeyError("bug")]))
    with pytest.raises(KeyError):
        list(events.of_turn(session.say("Hola.")))
    assert "failed" in caplog.text
    caplog.clear()


def test_a_journal_that_cannot_be_written_is_said(begin: Begin, journal: Journal) -> None:
    session, events = begin(FakeModel(["Hola."]))
    journal.close()
    seen: list[SessionEvent] = []
    with pytest.raises(JournalUnusable):
        seen.extend(events.of_turn(session.say("Hola.")))
    assert not any(isinstance(event, TurnFailed) for event in seen)
