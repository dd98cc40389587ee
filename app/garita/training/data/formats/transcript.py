"""Call transcripts: a table with one call a row, one of whose columns holds the list of turns.

The list is JSON or a Python literal, which is what pandas writes; it is parsed and never run. A turn is an object
(speaker or role, text or content), a pair [speaker, text], or a text "speaker: words". Each round of a call becomes a
conversation of its own: what the customer said and what the agent answered, with the greeting before the first one and
an unanswered turn after the last. All of them carry the call's fingerprint, so no call falls into two splits.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine, LineInvalid, fingerprint
from garita.training.data.formats.format import id_of
from garita.training.data.formats.speakers import joined, role_of
from garita.training.data.rows import Fields

NAME = "transcript"
LOOK = "transcript: [{'speaker': 'agent', 'text': …}, …]"
CALL = "call"  # the key in ``meta`` that holds the fingerprint of the whole call

_COLUMNS = ("transcript", "turns", "dialogue", "dialog", "conversation", "utterances", "transcripción", "turnos")
_SPEAKERS = ("speaker", "role", "from", "name", "who")
_TEXTS = ("text", "content", "utterance", "value", "message")


def fits(fields: Fields) -> bool:
    """Whether there is a column of turns by its name, or exactly one that looks like a list."""
    return _column(fields) != ""


def conversations(fields: Fields) -> Sequence[ConversationLine]:
    """One conversation a round.

    Raises:
        LineInvalid.
    """
    column = _column(fields)
    if not column:
        raise LineInvalid("no column holds a list of turns, or more than one does")
    call = joined(_turn(turn) for turn in _listed(column, fields[column]))
    if not call:
        raise LineInvalid("nobody says anything")
    name, whole = id_of(fields), fingerprint(call)
    return [
        ConversationLine(messages=said, id=f"{name}#{number}" if name else "", meta={CALL: whole, "round": number})
        for number, said in enumerate(_rounds(call), start=1)
    ]


def _column(fields: Fields) -> str:
    if named := next((name for name in _COLUMNS if name in fields), ""):
        return named
    lists = [name for name, value in fields.items() if isinstance(value, str) and value.lstrip().startswith("[")]
    return lists[0] if len(lists) == 1 else ""


def _listed(column: str, value: object) -> list[object]:
    turns = _parsed(value) if isinstance(value, str) else value
    if not isinstance(turns, list | tuple):
        raise LineInvalid(f"{column} is no list of turns")
    return list(turns)


def _parsed(text: str) -> object:
    """JSON, else a Python literal, else None. ``literal_eval`` builds values only: no names, no calls."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # for a backslash in the text
            warnings.simplefilter("ignore", DeprecationWarning)  # the same, up to Python 3.11
            return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def _turn(turn: object) -> ChatMessage:
    who, said = _who_and_what(turn)
    if not isinstance(said, str):
        raise LineInvalid("a turn has no text")
    return ChatMessage(role_of(who), said.strip())


def _who_and_what(turn: object) -> tuple[object, object]:
    if isinstance(turn, dict):
        return _first(turn, _SPEAKERS), _first(turn, _TEXTS)
    if isinstance(turn, list | tuple) and len(turn) == 2:
        return turn[0], turn[1]
    if isinstance(turn, str) and ":" in turn:
        who, _, said = turn.partition(":")
        return who, said
    raise LineInvalid("a turn does not say who speaks")


def _first(turn: Fields, names: Sequence[str]) -> object:
    return next((turn[name] for name in names if name in turn), None)


def _rounds(call: Sequence[ChatMessage]) -> Iterator[tuple[ChatMessage, ...]]:
    """Each round begins where the customer speaks and has an answer; what is left over stays with its neighbour."""
    starts = [number for number, (one, after) in enumerate(pairwise(call)) if _is_round(one, after)]
    edges = [0, *starts[1:], len(call)]
    for start, stop in pairwise(edges):
        yield tuple(call[start:stop])


def _is_round(one: ChatMessage, after: ChatMessage) -> bool:
    return one.role == "user" and after.role == "assistant"
