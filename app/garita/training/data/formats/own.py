"""Our own conversation lines, and OpenAI's chat fine-tuning lines, which are a part of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.rows import Fields

NAME = "conversations"
LOOK = '{"messages": [{"role": "user", "content": …}, …]}'


def fits(fields: Fields) -> bool:
    """Whether there is a list of messages."""
    return isinstance(fields.get("messages"), list)


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """The line itself.

    Raises:
        LineInvalid.
    """
    try:
        return [msgspec.convert(fields, ConversationLine)]
    except msgspec.ValidationError as error:
        raise LineInvalid(str(error).replace("`", "")) from error
