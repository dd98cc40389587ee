"""An answer begun in a pause: given where the words were all, and as if never begun where they were not."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from garita.errors import EngineDied
from garita.journal.journal import Journal
from garita.messages import (
    AnswerEvent,
    ChatMessage,
    Constraint,
    HeardWord,
    Sampling,
    SentenceFinal,
    SessionEvent,
    Transcript,
    TurnFinished,
    TurnStarted,
)
from garita.roleplay.guard import Guard
from garita.session.session import Session
from tests.fakes import FakeModel
from tests.session.scene import SCENE

OPENING, FIRST, SECOND = "Buenos días. ¿Su pasaporte?", "Muy bien. ¿De dónde viene usted?", "Gracias. ¿Qué trae?"
WORDS = "aquí está mi pasaporte"


class Model(FakeModel):
    """Says when it is asked."""

    def __init__(self, answers: Sequence[str | BaseException]) -> None:
        super().__init__(answers)
        self.asked = threading.Semaphore(0)

    def answer(
        self, messages: Sequence[ChatMessage], sampling: Sampling, *, answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:  # fmt: skip
        self.asked.release()
        return super().answer(messages, sampling, answer_so_far=answer_so_far, constraint=constraint)


class Talk:
    """A session that has greeted."""

    def __init__(self, folder: Path, answers: list[str | BaseException]) -> None:
        self.model, self.events = Model([OPENING, *answers]), queue.SimpleQueue[SessionEvent]()
        self.journal = Journal(folder / "j.sqlite3")
        self.session = Session(
            self.model, Guard(), SCENE, self.journal, Sampling(), seed=1, model_name="m", emit=self.events.put
        )
        self.session.open()
        self.turn()
        self.model.asked.acquire()

    def begin(self, words: str) -> None:
        """The student pauses after ``words``; returns when the model is at work on the answer."""
        self.session.read_ahead(words, may_be_all=True)
        self.model.asked.acquire(timeout=10)

    def turn(self) -> list[SessionEvent]:
        seen: list[SessionEvent] = []
        while not seen or not isinstance(seen[-1], TurnFinished):
            seen.append(self.events.get(timeout=10))
        return seen

    def saved(self) -> list[str]:
        return [turn.text for turn in self.journal.conversation(1)[1]]

    def close(self) -> None:
        self.session.close()
        self.journal.close()


def said(events: list[SessionEvent]) -> str:
    return " ".join(event.text for event in events if isinstance(event, SentenceFinal))


def heard(probability: float) -> Transcript:
    words = tuple(HeardWord(word, i, i + 1, probability) for i, word in enumerate(WORDS.split()))
    return Transcript(WORDS, words)


def test_words_that_were_all_get_the_answer_that_was_begun(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST])) as talk:
        talk.begin(WORDS)
        number = talk.session.say(WORDS, heard(0.99))
        events = talk.turn()
        assert isinstance(events[0], TurnStarted)
        assert {event.turn for event in events} == {number}  # type: ignore[union-attr]
        assert said(events) == FIRST
        assert talk.saved() == [OPENING, WORDS, FIRST]
        assert len(talk.model.calls) == 2
        assert talk.model.calls[1][0][-1].content.startswith(WORDS)


def test_nothing_is_shown_or_saved_before(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST, SECOND])) as talk:
        talk.begin(WORDS)
        talk.session.take_back()  # waits behind it
        assert [type(event) for event in talk.turn()] == [TurnFinished]
        assert talk.saved() == [OPENING]


@pytest.mark.parametrize("text", ["no lo tengo", f"{WORDS} señora"])
def test_other_words_get_their_own_answer(tmp_path: Path, text: str) -> None:
    with closing(Talk(tmp_path, [FIRST, SECOND])) as talk:
        talk.begin(WORDS)
        talk.session.say(text)
        assert said(talk.turn()) == SECOND
        assert talk.saved() == [OPENING, text, SECOND]
        assert talk.model.calls[-1][0][-1].content.startswith(text)


def test_a_speaker_who_goes_on_is_answered_as_a_whole(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST, SECOND])) as talk:
        talk.begin(WORDS)
        talk.session.read_ahead(f"{WORDS} y mi visado")
        talk.session.say(f"{WORDS} y mi visado")
        assert said(talk.turn()) == SECOND
        talk.session.interrupt()


def test_after_an_interruption_the_begun_answer_is_not_given(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST, SECOND])) as talk:
        talk.begin(WORDS)
        talk.session.interrupt()
        talk.session.say(WORDS)
        assert said(talk.turn()) == SECOND


def test_doubtful_words_are_planned_for_anew(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST, SECOND])) as talk:
        name = "me llamo Ana Pérez"
        talk.begin(name)
        words = tuple(HeardWord(word, i, i + 1, 0.1) for i, word in enumerate(name.split()))
        talk.session.say(name, Transcript(name, words))
        talk.turn()
        assert len(talk.model.calls) == 3


def test_a_model_that_fails_meanwhile_is_told_when_it_fails_again(tmp_path: Path) -> None:
    died = EngineDied(engine="x", exit_code="1", restarts=3)
    with closing(Talk(tmp_path, [died, SECOND])) as talk:
        talk.begin(WORDS)
        talk.session.say(WORDS)
        assert said(talk.turn()) == SECOND


def test_a_begun_answer_that_nobody_asks_for_ends_with_the_session(tmp_path: Path) -> None:
    with closing(Talk(tmp_path, [FIRST])) as talk:
        talk.begin(WORDS)
    assert len(talk.model.calls) <= 2
