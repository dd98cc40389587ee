"""One conversation while it grows: whose turn it is, what each side reads, when it is over, and its finished line.

What was said is a list of texts; the officer speaks first, then both in turn. Everything else follows from these texts
and the meeting, so it is worked out again whenever it is needed and kept nowhere. Knows no back end and no disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from garita.messages import ChatMessage
from garita.roleplay.act import Act, Plan
from garita.roleplay.clues import questions
from garita.roleplay.director import Director
from garita.roleplay.prompt import BEFORE, chat_messages
from garita.roleplay.realised import realised
from garita.roleplay.slots import filled, has_slot, neutral
from garita.training.data.conversation_line import ConversationLine
from garita.training.generate.attributes import Meeting, Strictness
from garita.training.generate.traveller_prompt import traveller_prompt

Side = Literal["officer", "traveller"]
Ending = Literal["", "farewell", "turns"]

SOURCE = "garita train generate"
_SIDES: tuple[Side, Side] = ("officer", "traveller")
_FAREWELL = Act(kind="farewell")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)

_STRICTNESS: dict[Strictness, str] = {
    "lenient": "Das confianza: crees al viajero y no insistes.",
    "correct": "",  # the prompt as the app has it
    "thorough": "Revisas con detalle: ante una duda pides más datos.",
}


def side_to_speak(said: Sequence[str]) -> Side:
    """Whose turn it is."""
    return _SIDES[len(said) % 2]


def prompt(meeting: Meeting, said: Sequence[str]) -> list[ChatMessage]:
    """What the side whose turn it is reads: its own system prompt, then what was said, the other side as the user."""
    if side_to_speak(said) == "officer":
        return _officers_prompt(meeting, said, slots=meeting.trained)
    system = ChatMessage("system", traveller_prompt(meeting))
    return [system, *(ChatMessage("assistant" if at % 2 else "user", text) for at, text in enumerate(said))]


def accepted(meeting: Meeting, said: Sequence[str], text: str) -> str:
    """A model's words as they become part of the conversation, on one line; empty where nothing is left of them.

    A reasoning model's thoughts are not said; slots (of our own models) are filled with what was heard.
    """
    text = " ".join(_THOUGHT.sub("", text).split())
    if has_slot(text):
        plan = _plans(meeting, said).get(len(said) - 1) if side_to_speak(said) == "officer" else None
        text = neutral(filled(text, plan))
    return text


def ending(meeting: Meeting, said: Sequence[str], turns: int) -> Ending:
    """Why the conversation is over. The officer has the last word: a turn is one message of the officer.

    It says farewell where its plan says so, or where it does in its own words and wants nothing more.
    """
    if not said or side_to_speak(said) == "officer":
        return ""
    plan = _plans(meeting, said[:-1]).get(len(said) - 2)
    own_farewell = len(said) > 1 and realised(_FAREWELL, said[-1]) and not questions(said[-1])
    if own_farewell or (plan is not None and plan.main.kind == "farewell"):
        return "farewell"
    return "turns" if len(said) >= 2 * turns - 1 else ""


def line(
    meeting: Meeting, said: Sequence[str], ended: Ending, models: Mapping[Side, str], cut: int
) -> ConversationLine:
    """The finished conversation as the officer's model read it, notes included, which is what an officer learns from.

    ``cut`` messages reached the longest length and may break off.
    """
    messages = _officers_prompt(meeting, said[:-1], slots=False)
    return ConversationLine(
        messages=(*messages, ChatMessage("assistant", said[-1])),
        id=f"{meeting.seed:08x}-{meeting.number:06d}",
        source=SOURCE,
        scenario=meeting.scenario.id,
        attributes=msgspec.to_builtins(meeting.attributes),
        sampling={"temperature": meeting.temperature, "top_p": meeting.top_p},
        model=models["officer"],
        seed=meeting.seed,
        meta={"traveller_model": models["traveller"], "ended": ended, "cut": cut},
    )


def _officers_prompt(meeting: Meeting, said: Sequence[str], *, slots: bool) -> list[ChatMessage]:
    messages = chat_messages(meeting.scenario, _history(said), _plans(meeting, said), slots=slots)
    if strictness := _STRICTNESS[meeting.attributes.strictness]:
        messages[0] = ChatMessage("system", f"{messages[0].content}\n{strictness}")
    return messages


def _history(said: Sequence[str]) -> list[ChatMessage]:
    return [ChatMessage("user" if at % 2 else "assistant", text) for at, text in enumerate(said)]


def _plans(meeting: Meeting, said: Sequence[str]) -> dict[int, Plan | None]:
    """The officer's plans; the one of the opening stands at ``BEFORE``, which is -1, one before the first message."""
    assert BEFORE == -1
    return Director(meeting.scenario, leaves_to_model=not meeting.trained).plans(_history(said))
