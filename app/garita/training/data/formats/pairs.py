"""Pairs of question and answer, with a persona's description where there is one; JSON Lines or CSV."""

from __future__ import annotations

from collections.abc import Sequence

from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.formats.format import exchange, id_of, text_of
from garita.training.data.rows import Fields

NAME = "pairs"
LOOK = '{"question": …, "answer": …, "persona": …}'

_PAIRS = (
    ("question", "answer"), ("question", "response"), ("prompt", "completion"), ("prompt", "response"),
    ("instruction", "output"), ("instruction", "response"), ("input", "output"), ("user", "assistant"),
    ("pregunta", "respuesta"),
)  # fmt: skip
_DESCRIPTIONS = ("persona", "system", "system_prompt")


def fits(fields: Fields) -> bool:
    """Whether the two fields of a pair are there."""
    return _pair(fields) is not None


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """One question and its answer; what an instruction is about ("input") follows it in a paragraph of its own.

    Raises:
        LineInvalid.
    """
    pair = _pair(fields)
    if pair is None:
        raise LineInvalid("no question and answer")
    question, answer = (text_of(fields, name) for name in pair)
    if pair[0] == "instruction" and (about := text_of(fields, "input")):
        question = f"{question}\n\n{about}"
    system = next((text for name in _DESCRIPTIONS if (text := text_of(fields, name))), "")
    return [ConversationLine(messages=exchange(system, question, answer), id=id_of(fields))]


def _pair(fields: Fields) -> tuple[str, str] | None:
    return next((pair for pair in _PAIRS if fields.keys() >= set(pair)), None)
