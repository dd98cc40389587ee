"""ShareGPT: a list of "conversations", each with who it is from and a value."""

from __future__ import annotations

from collections.abc import Sequence

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.formats.format import id_of, text_of
from garita.training.data.formats.speakers import role_of
from garita.training.data.rows import Fields

NAME = "sharegpt"
LOOK = '{"conversations": [{"from": "human", "value": …}, …]}'


def fits(fields: Fields) -> bool:
    """Whether there is a list of conversations."""
    return isinstance(fields.get("conversations"), list)


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """The row as one conversation.

    Raises:
        LineInvalid.
    """
    turns = fields.get("conversations")
    if not isinstance(turns, list):
        raise LineInvalid("conversations is no list")
    return [ConversationLine(messages=tuple(_message(turn) for turn in turns), id=id_of(fields))]


def _message(turn: object) -> ChatMessage:
    if not isinstance(turn, dict):
        raise LineInvalid("a turn is no object")
    return ChatMessage(role_of(turn.get("from")), text_of(turn, "value"))
