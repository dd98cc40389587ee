"""Plays one conversation at the booth: traveller speaks, is understood, the agenda plans, the officer words the plan.

Understanding and agenda are those of the running app, so the officer is trained on exactly the notes it gets in use.
Where the app understands nothing, the officer here goes by what the traveller truly said, and without a note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import msgspec

from garita.messages import ChatMessage
from garita.roleplay.act import Act, Plan
from garita.roleplay.agenda import Agenda
from garita.roleplay.meaning import Meaning
from garita.roleplay.prompt import chat_messages
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.understand import understand
from garita.training.simulator.officer import Officer
from garita.training.simulator.traveller import Said, Traveller

# So many conversations are without any note, and so many notes are missing in the others: an officer must do without.
NO_NOTES_SHARE = 0.1
NOTE_LOST_SHARE = 0.05
TRIMMED_SHARE = 0.1
# So often the ear was not sure of an answer, and the officer has to confirm it.
DOUBT_SHARE = 0.03
# Nobody stands longer at the booth than this, in turns of the officer.
MOST_TURNS = 26

Hear = Callable[[str, Act | None, Scenario], Meaning]


@dataclass(frozen=True)
class OfficerTurn:
    """Message ``message`` of the history realises ``plan``; ``noted`` when the model is told so.

    It answers ``said``: what the student truly meant, None for the opening; ``heard`` is what was understood of it.
    ``frames`` are the officer's patterns in it.
    """

    message: int
    plan: Plan
    noted: bool
    said: Meaning | None = None
    heard: Meaning | None = None
    frames: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conversation:
    """What was said, the prompt it makes with its notes, and what the officer did.

    ``trimmed`` of the history's messages are missing at the start of ``messages``.
    """

    scene: Scenario
    messages: tuple[ChatMessage, ...]
    history: tuple[ChatMessage, ...]
    turns: tuple[OfficerTurn, ...]
    trimmed: int

    @property
    def scenario(self) -> str:
        """The scenario's id."""
        return self.scene.id

    @property
    def verdict(self) -> str:
        """How it ended; empty when the conversation was cut off."""
        acts = [act for turn in self.turns for act in turn.plan.acts]
        return next((act.verdict for act in acts if act.verdict), "")


def play(scenario: Scenario, rng: Random, *, held_out: bool = False, hear: Hear = understand) -> Conversation:
    """One whole conversation; the same generator state gives the same words.

    ``held_out`` draws only the traveller's words and things that training never uses.
    """
    return _Play(scenario, rng, held_out=held_out, hear=hear).run()


class _Play:
    """One conversation in the making."""

    def __init__(self, scenario: Scenario, rng: Random, *, held_out: bool, hear: Hear) -> None:
        self._rng, self._hear = rng, hear
        self._traveller = Traveller(scenario, rng, held_out=held_out)
        self._scene = self._traveller.scenario
        self._officer = Officer(self._scene, rng)
        self._agenda = Agenda(self._scene)
        self._history: list[ChatMessage] = []
        self._turns: list[OfficerTurn] = []
        self._lost = 1.0 if rng.random() < NO_NOTES_SHARE else NOTE_LOST_SHARE

    def run(self) -> Conversation:
        """From the greeting to the farewell."""
        opening = self._traveller.opening()
        plan = self._exchange(opening) if opening else self._officer_turn(self._agenda.open(), noted=True)
        while plan.main.kind != "farewell" and len(self._turns) < MOST_TURNS:
            plan = self._exchange(self._traveller.answer(plan, self._history[-1].content))
        if (last := self._traveller.lingers()) is not None:
            self._exchange(last)
        return self._conversation()

    def _exchange(self, said: Said) -> Plan:
        """The student says something and the officer answers."""
        self._history.append(ChatMessage(role="user", content=said.text))
        heard = self._hear(said.text, self._agenda.asked, self._scene)
        plan = self._agenda.hear(self._perhaps_unsure(heard))
        noted = plan is not None
        if plan is None:
            plan = self._agenda.hear(said.meaning) or Plan(acts=(Act(kind="pardon", topic=_topic(self._agenda)),))
        return self._officer_turn(plan, noted=noted, said=said.meaning, heard=heard)

    def _perhaps_unsure(self, heard: Meaning) -> Meaning:
        """As though recognition had been in doubt about the first fact."""
        if not heard.facts or heard.facts[0].none or self._rng.random() >= DOUBT_SHARE:
            return heard
        doubted = msgspec.structs.replace(heard.facts[0], doubtful=True)
        return msgspec.structs.replace(heard, facts=(doubted, *heard.facts[1:]))

    def _officer_turn(
        self, plan: Plan, *, noted: bool, said: Meaning | None = None, heard: Meaning | None = None
    ) -> Plan:
        before = [message.content for message in self._history if message.role == "assistant"]
        noted = noted and self._rng.random() >= self._lost
        text = self._officer.turn(plan, before)
        self._turns.append(OfficerTurn(len(self._history), plan, noted, said, heard, tuple(self._officer.used)))
        self._history.append(ChatMessage(role="assistant", content=text))
        return plan

    def _conversation(self) -> Conversation:
        drop = _to_drop(self._history, self._rng) if self._rng.random() < TRIMMED_SHARE else 0
        # an opening at message 0 answers message -1, which is ``prompt.BEFORE``
        plans = {turn.message - 1 - drop: turn.plan for turn in self._turns if turn.noted and turn.message >= drop}
        return Conversation(
            scene=self._scene,
            messages=tuple(chat_messages(self._scene, self._history[drop:], plans, slots=True)),
            history=tuple(self._history),
            turns=tuple(self._turns),
            trimmed=drop,
        )


def _topic(agenda: Agenda) -> Topic | None:
    return agenda.asked.topic if agenda.asked else None


def _to_drop(history: list[ChatMessage], rng: Random) -> int:
    """As many of the oldest messages as an engine may drop when its context is full: the rest begins with the user."""
    first_user = 0 if history[0].role == "user" else 1
    return first_user + 2 * rng.randrange(1, max(2, len(history) // 2 - 2))
