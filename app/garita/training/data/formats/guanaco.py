"""The text format of openassistant-guanaco: one text with "### Human:" and "### Assistant:" before each turn.

Source: the data set card of timdettmers/openassistant-guanaco.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.formats.format import id_of, text_of
from garita.training.data.formats.speakers import role_of
from garita.training.data.rows import Fields

NAME = "guanaco"
LOOK = '{"text": "### Human: … ### Assistant: …"}'

_MARK = re.compile(r"### (Human|Assistant):")


def fits(fields: Fields) -> bool:
    """Whether there is a text that begins with a mark."""
    text = fields.get("text")
    return isinstance(text, str) and _MARK.match(text.lstrip()) is not None


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """The text cut at its marks.

    Raises:
        LineInvalid.
    """
    before, *parts = _MARK.split(text_of(fields, "text"))
    if before.strip() or not parts:
        raise LineInvalid("the text does not begin with ### Human: or ### Assistant:")
    turns = zip(parts[::2], parts[1::2], strict=True)
    messages = (ChatMessage(role_of(who), said.strip()) for who, said in turns)
    return [ConversationLine(messages=tuple(messages), id=id_of(fields))]
