"""OpenOrca rows: a system prompt, a question, a response.

Source: the data set card of Open-Orca/OpenOrca (id, system_prompt, question, response).
"""

from __future__ import annotations

from collections.abc import Sequence

from garita.training.data.conversation_line import ConversationLine
from garita.training.data.formats.format import exchange, id_of, text_of
from garita.training.data.rows import Fields

NAME = "openorca"
LOOK = '{"system_prompt": …, "question": …, "response": …}'


def fits(fields: Fields) -> bool:
    """Whether the three fields are there."""
    return fields.keys() >= {"system_prompt", "question", "response"}


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """One question and its answer.

    Raises:
        LineInvalid.
    """
    parts = [text_of(fields, name) for name in ("system_prompt", "question", "response")]
    return [ConversationLine(messages=exchange(*parts), id=id_of(fields))]
