"""One conversation: takes commands, writes the officer's turns on the answer thread, saves before it shows.

READ THIS FIRST. The route of a typed turn:

    say(text) → inbox → [answer thread: journal → Director (plan) → Author (model, sentences, guard) → journal]
              → emit(SessionEvent)

``spoken`` puts ears and a voice around it. The plans follow from the words alone, so a conversation of the journal can
be gone on with, in another process or another week.

Commands return at once and may come from any thread; ``emit`` is called on the answer thread. A failure becomes a
TurnFailed on the same stream as everything else. Knows the engines by their Protocol only.
"""

from __future__ import annotations

import copy
import dataclasses
import logging
import queue
import threading
from collections.abc import Callable

import msgspec

from garita.engines.ports import LanguageModel
from garita.errors import GaritaError
from garita.journal.journal import Journal, Turn, Who
from garita.messages import (
    ChatMessage,
    Role,
    Sampling,
    SentenceFinal,
    SessionEvent,
    TentativeText,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)
from garita.roleplay.act import Plan
from garita.roleplay.director import Director
from garita.roleplay.doubts import unsure_words
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.session.answer import Author, Reply
from garita.session.guess import Guess
from garita.session.turn import TurnNumber

log = logging.getLogger(__name__)

Emit = Callable[[SessionEvent], None]
_ASIDE = 0  # the number of what is no turn


@dataclasses.dataclass(frozen=True)
class _Say:
    text: str
    transcript: Transcript | None


@dataclasses.dataclass(frozen=True)
class _ReadAhead:
    """Read what the student seems to be saying, so that the answer begins sooner; begin it where that may be all."""

    text: str
    may_be_all: bool


@dataclasses.dataclass(frozen=True)
class _HeardOnly:
    """Of the officer's last turn only ``text`` was heard."""

    text: str


@dataclasses.dataclass(frozen=True)
class _HeardAll:
    """The officer's last turn has sounded to its end just now."""


@dataclasses.dataclass(frozen=True)
class _Open:
    """The officer speaks first."""


@dataclasses.dataclass(frozen=True)
class _Regenerate:
    """Strike the officer's last turn and let him answer again."""


@dataclasses.dataclass(frozen=True)
class _TakeBack:
    """Strike the student's last turn and everything after it."""


_Command = _Say | _ReadAhead | _HeardOnly | _HeardAll | _Open | _Regenerate | _TakeBack


class Session:
    """A conversation in progress.

    Args:
        model: a loaded language model; the session does not close it.
        guard: judges every sentence; load it beforehand, or the first sentence waits for it.
        scenario: the scene, with the dossier drawn.
        journal: where turns are saved.
        sampling: how the officer words things.
        seed: same seed, same model, same words in: same officer.
        model_name: for the journal.
        emit: gets every event, on the answer thread.
        resume: the number of a conversation to go on with; scenario and seed are to be its own.

    Raises:
        ConversationMissing: there is none of the number ``resume``.
    """

    def __init__(
        self, model: LanguageModel, guard: Guard, scenario: Scenario, journal: Journal, sampling: Sampling, *,
        seed: int, model_name: str, emit: Emit, resume: int | None = None,
    ) -> None:  # fmt: skip
        self._model, self._journal, self._emit, self._seed = model, journal, emit, seed
        self._author = Author(model, scenario, guard, sampling)
        # a small model of our own needs a plan for every turn; a large one finds its way through what we do not know
        self._director = Director(scenario, leaves_to_model=not guard.has_words)
        self._turns: list[Turn] = [] if resume is None else journal.conversation(resume)[1]
        # doubtful words by the turn's id
        self._doubts: dict[int, frozenset[str]] = {turn.id: _doubts_of(turn) for turn in self._turns if turn.transcript}
        self._number = TurnNumber(max((turn.number for turn in self._turns), default=0))
        self._reading = ""  # the words that are being read ahead
        self._guess: Guess | None = None
        self._last_plan: Plan | None = None
        self._inbox: queue.SimpleQueue[tuple[int, _Command] | None] = queue.SimpleQueue()
        self.conversation = resume or journal.begin(
            scenario.id, msgspec.json.encode(scenario).decode(), model_name, seed
        )
        # a daemon: Ctrl-C before anybody holds this object must not keep the program from ending
        self._thread = threading.Thread(target=self._loop, name="answer", daemon=True)
        self._thread.start()

    # --- commands: any thread ---------------------------------------------------------------------------------------

    def open(self) -> int:
        """Let the officer speak first; returns the turn's number.

        In a conversation that is gone on with he answers what is open, or says again what he did not bring to an end.
        """
        return self._send(_Open())

    def say(self, text: str, transcript: Transcript | None = None) -> int:
        """The student says something, aloud where there is a transcript; returns the turn's number."""
        if self._reading not in ("", text):
            self._model.cancel()
        return self._send(_Say(text, transcript))

    def read_ahead(self, text: str, *, may_be_all: bool = False) -> None:
        """The student is speaking and has said ``text`` so far; the model reads it when it has nothing else to do.

        ``may_be_all``: the student pauses; the answer is begun, and given should ``say`` get these very words.
        """
        if self._reading not in ("", text):
            self._model.cancel()
        self._inbox.put((_ASIDE, _ReadAhead(text, may_be_all)))

    def heard_only(self, text: str) -> None:
        """The officer was interrupted aloud: of his last turn ``text`` was heard, and only that has been said."""
        self._inbox.put((_ASIDE, _HeardOnly(text)))

    def heard_all(self) -> None:
        """The officer's voice has come to the end of his last turn: from now on the student is to answer."""
        self._inbox.put((_ASIDE, _HeardAll()))

    def regenerate(self) -> int:
        """Let the officer answer the last words again, differently."""
        return self._send(_Regenerate())

    def take_back(self) -> int:
        """Take back the student's last words and what the officer answered."""
        return self._send(_TakeBack())

    def interrupt(self) -> None:
        """Stop the officer. What he said so far stands."""
        self._number.raise_number()
        self._model.cancel()

    def close(self) -> None:
        """Stop and end the answer thread. Safe to call twice."""
        self.interrupt()
        self._inbox.put(None)
        self._thread.join()

    @property
    def last_plan(self) -> Plan | None:
        """What the officer was to do in the last turn; None where the model decided, or before the first."""
        return self._last_plan

    def turns(self) -> list[Turn]:
        """The conversation so far, taken-back turns left out."""
        return list(self._turns)

    def _send(self, command: _Command) -> int:
        number = self._number.raise_number()
        self._inbox.put((number, command))
        return number

    # --- the answer thread ------------------------------------------------------------------------------------------

    def _loop(self) -> None:
        while (item := self._inbox.get()) is not None:
            number, command = item
            try:
                self._perform(number, command)
            except Exception as error:
                if not isinstance(error, GaritaError):
                    log.exception("turn %s failed", number)
                self._emit(TurnFailed(turn=number, error=error))
        self._drop_guess()

    def _perform(self, number: int, command: _Command) -> None:
        guess = None
        if not isinstance(command, _Say | _ReadAhead | _HeardAll):
            self._drop_guess()
        match command:
            case _Say(text, transcript):
                guess = self._guessed(number, text, transcript)
                self._save(number, "student", text, transcript=transcript)
            case _ReadAhead(text, may_be_all):
                self._read_ahead(text, may_be_all=may_be_all)
                return
            case _HeardOnly(text):
                self._keep_only(text)
                return
            case _HeardAll():
                self._note_the_end()
                return
            case _Regenerate():
                self._strike_from(self._last("officer"))
            case _TakeBack():
                self._strike_from(self._last("student"))
                self._say_nothing(number)
                return
            case _Open():
                if self._turns and self._turns[-1].complete and self._turns[-1].who == "officer":
                    self._say_nothing(number)
                    return
                self._strike_unfinished()
        self._answer(number, guess)

    def _say_nothing(self, number: int) -> None:
        self._emit(TurnFinished(turn=number, text="", finish_reason="stop", timings=Reply(number).timings))

    def _answer(self, number: int, guess: Guess | None) -> None:
        """Write one officer's turn; each sentence is in the journal before it is emitted."""
        self._emit(TurnStarted(turn=number))
        if guess is None:
            self._drop_guess()
            guess = self._begun(number, self._history(), self._director, lambda: self._number.is_current(number))
        reply, row, self._director = guess.reply, 0, guess.director
        self._last_plan = guess.plans.get(len(self._turns) - 1)
        for event in guess.events():
            if isinstance(event, SentenceFinal):
                row = self._save_sentence(row, reply)
            if not isinstance(event, TentativeText) or self._number.is_current(number):
                self._emit(event)
        if row:
            self._finish_turn(row, reply)
        self._emit(
            TurnFinished(
                turn=number, text=reply.text, finish_reason=reply.finish_reason, timings=reply.timings,
                sentences=len(reply.sentences), sentences_resampled=reply.resampled, sentences_replaced=reply.replaced,
            )
        )  # fmt: skip

    def _begun(
        self, number: int, history: list[ChatMessage], director: Director, still_wanted: Callable[[], bool]
    ) -> Guess:
        """The writer of turn ``number``, which answers ``history``; nothing is written yet."""
        reply, plans = Reply(number), director.plans(history, self._unsure())
        writing = self._author.write(reply, history, plans, self._seed * 4096 + number, still_wanted)
        words = history[-1].content if history else ""
        return Guess(words, reply, director, plans, writing)

    def _read_ahead(self, text: str, *, may_be_all: bool) -> None:
        if self._guess and self._guess.words == text:
            return
        self._drop_guess()
        if not self._inbox.empty():
            return  # the words are older than what waits
        history = [*self._history(), ChatMessage(role="user", content=text)]
        self._reading = text
        try:
            if may_be_all:
                self._guess_answer(history)
            else:
                self._model.read_ahead(self._author.prompt(history, self._plans(history[:-1])))
        except GaritaError:
            log.info("reading ahead failed; the answer will say why", exc_info=True)
        finally:
            self._reading = ""

    def _guess_answer(self, history: list[ChatMessage]) -> None:
        """Begin to answer what may be all; wanted while it is the next turn or has become it."""
        before = self._number.current
        director = copy.deepcopy(self._director)  # it must not have heard what was perhaps never said
        guess = self._begun(before + 1, history, director, lambda: self._number.current - before in (0, 1))
        guess.begin()
        self._guess = guess

    def _guessed(self, number: int, text: str, transcript: Transcript | None) -> Guess | None:
        """The answer begun to these very words, unless some of them were doubtful."""
        guess = self._guess
        if guess is None or (guess.words, guess.reply.turn) != (text, number) or not guess.holds:
            return None
        if transcript and unsure_words(transcript):
            return None
        self._guess = None
        return guess

    def _drop_guess(self) -> None:
        guess, self._guess = self._guess, None
        if guess:
            guess.drop()

    def _keep_only(self, text: str) -> None:
        index = self._last("officer")
        if not text:
            self._strike_from(index)
        elif index < len(self._turns):
            turn = self._turns[index]
            self._journal.update_turn(turn.id, text, complete=False, verdict=turn.verdict, replaced=turn.replaced)
            self._turns[index] = dataclasses.replace(turn, text=text, complete=False)

    def _note_the_end(self) -> None:
        if self._turns and self._turns[-1].who == "officer":
            self._journal.turn_ended(self._turns[-1].id)

    def _plans(self, history: list[ChatMessage]) -> dict[int, Plan | None]:
        return self._director.plans(history, self._unsure())

    def _unsure(self) -> dict[int, frozenset[str]]:
        """The doubtful words of each turn, by its index."""
        return {number: self._doubts[turn.id] for number, turn in enumerate(self._turns) if turn.id in self._doubts}

    def _history(self) -> list[ChatMessage]:
        roles: dict[Who, Role] = {"officer": "assistant", "student": "user"}
        return [ChatMessage(role=roles[turn.who], content=turn.text) for turn in self._turns]

    def _save(
        self, number: int, who: Who, text: str, *, complete: bool = True, transcript: Transcript | None = None
    ) -> int:
        heard = msgspec.json.encode(transcript).decode() if transcript else ""
        row = self._journal.add_turn(
            self.conversation, who, text, complete=complete, transcript=heard, number=number
        )  # fmt: skip
        self._turns.append(Turn(row, who, text, "", complete, heard, number))
        if transcript:
            self._doubts[row] = unsure_words(transcript)
        return row

    def _save_sentence(self, row: int, reply: Reply) -> int:
        if not row:
            return self._save(reply.turn, "officer", reply.text, complete=False)
        self._journal.update_turn(row, reply.text, complete=False)
        self._turns[-1] = dataclasses.replace(self._turns[-1], text=reply.text)
        return row

    def _finish_turn(self, row: int, reply: Reply) -> None:
        complete, plan = reply.finish_reason != "cancelled", self._last_plan
        verdict = (plan.main.verdict if plan else None) or ""
        self._journal.update_turn(row, reply.text, complete=complete, verdict=verdict, replaced=reply.replaced)
        self._turns[-1] = dataclasses.replace(
            self._turns[-1], complete=complete, verdict=verdict, replaced=reply.replaced
        )  # fmt: skip

    def _last(self, who: Who) -> int:
        """Index of the last turn of ``who``; the end of the list when there is none."""
        return max((i for i, turn in enumerate(self._turns) if turn.who == who), default=len(self._turns))

    def _strike_unfinished(self) -> None:
        if self._turns and not self._turns[-1].complete:
            self._strike_from(len(self._turns) - 1)

    def _strike_from(self, index: int) -> None:
        self._journal.take_back([turn.id for turn in self._turns[index:]])
        del self._turns[index:]


def _doubts_of(turn: Turn) -> frozenset[str]:
    return unsure_words(msgspec.json.decode(turn.transcript, type=Transcript))
