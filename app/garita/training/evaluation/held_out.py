"""The held-out conversations an officer is measured on, turn by turn: what it reads, and what a good officer said.

They are simulated (from seeds that no training draws, with words and things that training never uses), or the test part
of a dataset folder. Knows no model but one thing of it: whether it was trained to write slots.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from garita.errors import DatasetRefused
from garita.messages import ChatMessage
from garita.roleplay.act import Plan
from garita.roleplay.director import Director
from garita.roleplay.prompt import OPENING, chat_messages
from garita.roleplay.scenario import Scenario
from garita.roleplay.slots import delexicalised
from garita.training.data import folder as folders
from garita.training.data.conversation_line import ConversationLine, fingerprint, load
from garita.training.evaluation.result import SetFacts
from garita.training.simulator.play import Conversation, OfficerTurn, play
from garita.training.simulator.variation import vary

_LEVEL = "level"  # of a conversation line's attributes


@dataclass(frozen=True)
class HeldTurn:
    """One turn of the officer.

    ``messages`` are what the model reads, notes included; ``reply`` is what it should have written, with slots where
    the model writes such. ``plan`` is what the reply does; None where that is not known.
    """

    conversation: int  # from 0
    number: int  # of the officer's turns, from 1
    level: str
    messages: tuple[ChatMessage, ...]
    reply: str
    plan: Plan | None


@dataclass(frozen=True)
class HeldOut:
    """A set: what it is, and its turns for a model that writes slots (True) or plain words (False)."""

    facts: SetFacts
    turns: Callable[[bool], list[HeldTurn]]


def simulated(scenarios: Sequence[Scenario], count: int, seed: int, trained_on: Path | None = None) -> HeldOut:
    """``count`` simulated conversations over ``scenarios`` in turn.

    Their generators are seeded with texts, training's with numbers: no seed of training's gives one of these. Notes
    stand where the app would have them.

    Raises:
        DatasetRefused: conversations of the training dataset in folder ``trained_on`` are among them.
    """
    talks = [_played(scenarios[number % len(scenarios)], seed, number) for number in range(count)]
    hashes = tuple(fingerprint(talk.history) for talk in talks)
    _refuse(Path("simulated"), hashes, trained_on)

    def turns(slots: bool) -> list[HeldTurn]:
        return [turn for number, talk in enumerate(talks) for turn in _of_play(talk, number, slots=slots)]

    return HeldOut(_facts("simulated", "", seed, hashes, sum(len(talk.turns) for talk in talks), trained_on), turns)


def from_dataset(folder: Path, count: int, seed: int, trained_on: Path | None = None) -> HeldOut:
    """At most ``count`` conversations of a dataset folder's test.jsonl, drawn by ``seed``.

    They are taken as they stand, so they must have been made for the kind of model that is judged (slots, notes).
    ``trained_on`` is the folder of another dataset that the model was trained on; the set's own is always looked at.

    Raises:
        DatasetRefused: the folder is none, a line is broken, or a conversation was trained on.
    """
    path = folders.split_file(folder, "test")
    everything = list(load(path))
    if not everything:
        raise DatasetRefused(path=str(path), problem="there is no conversation in it")
    drawn = sorted(Random(seed).sample(range(len(everything)), min(count, len(everything))))
    lines = [everything[number] for number in drawn]
    hashes = tuple(fingerprint(line.messages) for line in lines)
    _refuse(path, hashes, folder)
    _refuse(path, hashes, trained_on)
    turns = [turn for number, line in enumerate(lines) for turn in _of_line(line, number)]
    return HeldOut(_facts("dataset", str(folder), seed, hashes, len(turns), trained_on or folder), lambda _: turns)


def _facts(kind: str, path: str, seed: int, hashes: tuple[str, ...], turns: int, trained_on: Path | None) -> SetFacts:
    return SetFacts(
        kind="simulated" if kind == "simulated" else "dataset", path=path, seed=seed, conversations=len(hashes),
        turns=turns, hashes=hashes, checked_against=str(trained_on or ""),
    )  # fmt: skip


def _refuse(path: Path, hashes: Sequence[str], trained_on: Path | None) -> None:
    if trained_on is not None:
        folders.refuse_overlap(path, hashes, folders.describe(trained_on))


def _played(scenario: Scenario, seed: int, number: int) -> Conversation:
    rng = Random(f"held out {seed} {number}")
    return play(vary(scenario, rng), rng, held_out=True)


def _of_play(talk: Conversation, number: int, *, slots: bool) -> list[HeldTurn]:
    """The turns of a simulated conversation, each after the true history before it."""
    noted = _noted(talk)
    plans: dict[int, Plan | None] = {turn.message - 1: turn.plan for turn in talk.turns if turn.message in noted}
    return [_turn(talk, turn, place, number, plans, slots=slots) for place, turn in enumerate(talk.turns, start=1)]


def _turn(
    talk: Conversation, turn: OfficerTurn, place: int, number: int, plans: dict[int, Plan | None], *, slots: bool
) -> HeldTurn:
    text = talk.history[turn.message].content
    return HeldTurn(
        conversation=number,
        number=place,
        level=talk.scene.level,
        messages=tuple(chat_messages(talk.scene, talk.history[: turn.message], plans, slots=slots)),
        reply=delexicalised(text, plans.get(turn.message - 1)) if slots else text,
        plan=turn.plan,
    )


def _noted(talk: Conversation) -> set[int]:
    """The officer's messages before which the app would have understood something, and so have had a note."""
    director = Director(talk.scene)
    return {
        turn.message for turn in talk.turns
        if director.plans(talk.history[: turn.message]).get(turn.message - 1) is not None
    }  # fmt: skip


def _of_line(line: ConversationLine, number: int) -> list[HeldTurn]:
    """The turns of a conversation line; whose speaker opens the conversation answers somebody's arrival."""
    messages = list(line.messages)
    first = 1 if messages[0].role == "system" else 0
    if messages[first].role == "assistant":
        messages.insert(first, ChatMessage("user", OPENING))
    spoken = [at for at, message in enumerate(messages) if message.role == "assistant"]
    level = str(line.attributes.get(_LEVEL, ""))
    return [
        HeldTurn(number, place, level, tuple(messages[:at]), messages[at].content, None)
        for place, at in enumerate(spoken, start=1)
    ]
