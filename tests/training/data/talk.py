"""Conversations for tests, in short."""

from __future__ import annotations

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine

_ROLES = {"s": "system", "u": "user", "a": "assistant"}


def say(*turns: str) -> tuple[ChatMessage, ...]:
    """Here "uHola" is the user's "Hola"; s and a are system and assistant."""
    return tuple(ChatMessage(_ROLES[turn[0]], turn[1:]) for turn in turns)


def talk(*turns: str) -> ConversationLine:
    """A conversation and nothing else."""
    return ConversationLine(messages=say(*turns))
