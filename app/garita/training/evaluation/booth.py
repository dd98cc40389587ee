"""Lets a model be the officer for a whole conversation, exactly as the running app does, and records every turn.

The traveller is anybody who answers a plan: the simulator's, or a script written by hand. Knows the engine by its
Protocol; judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from garita.engines.ports import LanguageModel
from garita.messages import AnswerFinished, ChatMessage, Sampling, SentenceFinal, SentenceSource, TokenDelta
from garita.roleplay.act import Act, Plan
from garita.roleplay.director import Director
from garita.roleplay.guard import Guard
from garita.roleplay.meaning import Meaning
from garita.roleplay.note import note
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import split
from garita.roleplay.slots import filled
from garita.session.answer import Author, Reply

# Nobody stands longer at the booth than this, in turns of the officer.
MOST_TURNS = 26


class Speech(Protocol):
    """What a traveller says."""

    @property
    def text(self) -> str:
        """The words."""
        ...


class Speaker(Protocol):
    """A traveller at the booth."""

    def opening(self) -> Speech | None:
        """Speaks first, or waits for the officer."""
        ...

    def answer(self, plan: Plan, officer_text: str, /) -> Speech:
        """To the officer's turn, whose plan was ``plan``."""
        ...


@dataclass
class Turn:
    """One turn of the officer. ``student`` is what it answers (empty for an opening), ``truth`` what that meant."""

    student: str
    plan: Plan | None
    reply: Reply
    sources: list[SentenceSource] = field(default_factory=list)
    truth: Meaning | None = None

    @property
    def by_model(self) -> str:
        """Only what the model itself wrote."""
        pairs = zip(self.reply.sentences, self.sources, strict=True)
        return " ".join(sentence for sentence, source in pairs if source != "stock")


@dataclass(frozen=True)
class Talk:
    """A whole conversation."""

    scenario: Scenario
    turns: tuple[Turn, ...]

    def text(self) -> str:
        """For reading: the student, the note that the model got, the officer and where each sentence comes from."""
        lines = []
        for turn in self.turns:
            lines += [f"V: {turn.student}"] if turn.student else []
            letters = "".join(source[0] for source in turn.sources)
            lines += [f"   {note(turn.plan) or '(-)'}", f"O: {turn.reply.text}  [{letters}]"]
        return "\n".join(lines)


def converse(
    model: LanguageModel, guard: Guard, scenario: Scenario, traveller: Speaker, sampling: Sampling, seed: int,
    *, most: int = MOST_TURNS, guarded: bool = True,
) -> Talk:  # fmt: skip
    """One conversation from the greeting to the farewell, or until ``most`` turns of the officer.

    Not ``guarded``: what the model writes stands as it is, one draw a turn, as nobody ever meets it in the app.
    """
    booth = _Booth(model, guard, scenario, sampling, seed, guarded=guarded)
    first = traveller.opening()
    turn = booth.officer(first)
    while len(booth.turns) < most and not _over(turn.plan):
        turn = booth.officer(traveller.answer(turn.plan or booth.asked(), turn.reply.text))
    return Talk(scenario, tuple(booth.turns))


class _Booth:
    """The officer's side of one conversation."""

    def __init__(
        self, model: LanguageModel, guard: Guard, scenario: Scenario, sampling: Sampling, seed: int, *, guarded: bool
    ) -> None:
        self._author = Author(model, scenario, guard, sampling)
        self._model, self._sampling, self._slots, self._guarded = model, sampling, guard.has_words, guarded
        self._director = Director(scenario, leaves_to_model=not guard.has_words)
        self._history: list[ChatMessage] = []
        self._seed = seed
        self.turns: list[Turn] = []

    def officer(self, said: Speech | None) -> Turn:
        """The student says something (or nothing yet) and the officer answers."""
        if said is not None:
            self._history.append(ChatMessage(role="user", content=said.text))
        plans = self._director.plans(self._history)
        turn = Turn(
            said.text if said else "", plans.get(len(self._history) - 1), Reply(len(self.turns)),
            truth=getattr(said, "meaning", None),
        )  # fmt: skip
        seed = self._seed * 4096 + len(self.turns)
        if self._guarded:
            for event in self._author.write(turn.reply, self._history, plans, seed, lambda: True):
                if isinstance(event, SentenceFinal):
                    turn.sources.append(event.source)
        else:
            self._write_alone(turn, plans, seed)
        self._history.append(ChatMessage(role="assistant", content=turn.reply.text))
        self.turns.append(turn)
        return turn

    def _write_alone(self, turn: Turn, plans: Mapping[int, Plan | None], seed: int) -> None:
        """One draw of the model without guard, direction and stock sentences; its slots are filled all the same."""
        sampling, text = msgspec.structs.replace(self._sampling, seed=seed & 0x7FFFFFFF), ""
        for event in self._model.answer(self._author.prompt(self._history, plans), sampling):
            if isinstance(event, TokenDelta):
                text += event.text
            elif isinstance(event, AnswerFinished):
                turn.reply.timings = event.timings
        turn.reply.sentences = split(filled(text, turn.plan) if self._slots else text)
        turn.sources = ["model"] * len(turn.reply.sentences)

    def asked(self) -> Plan:
        """What the officer wants to know after a turn without a plan."""
        self._director.plans(self._history)
        return Plan(acts=(self._director.agenda.asked or Act(kind="greet"),))


def _over(plan: Plan | None) -> bool:
    return plan is not None and plan.main.kind == "farewell"


def transcript(talks: Sequence[Talk]) -> str:
    """All conversations, for reading."""
    return "\n\n".join(f"## {number}. {talk.scenario.id}\n{talk.text()}" for number, talk in enumerate(talks, start=1))
