"""What every format of conversations offers, and the small things they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.rows import Fields


class Format(Protocol):
    """A module: one format."""

    NAME: str
    LOOK: str  # what a row looks like, for people

    def fits(self, fields: Fields) -> bool:
        """Whether a row is of this format, by the names of its fields and no more than a glance at their values."""

    def conversations(self, fields: Fields) -> Sequence[ConversationLine]:
        """The conversations in a row, one in most formats.

        Raises:
            LineInvalid: the row is not of this format after all.
        """


def text_of(fields: Fields, name: str) -> str:
    """A field that must be a text; "" where it is missing or null.

    Raises:
        LineInvalid.
    """
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise LineInvalid(f"{name} is no text")
    return value or ""


def id_of(fields: Fields) -> str:
    """What the row calls itself, "" if it does not."""
    for name in ("id", "conversation_id", "call_id"):
        if isinstance(value := fields.get(name), str | int):
            return str(value)
    return ""


def exchange(system: str, question: str, answer: str) -> tuple[ChatMessage, ...]:
    """One question and its answer; an empty system prompt is none."""
    first = (ChatMessage("system", system),) if system.strip() else ()
    return (*first, ChatMessage("user", question), ChatMessage("assistant", answer))
