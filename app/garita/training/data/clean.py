"""What a conversation must be like to be learned from: mended where that is safe, else refused with a reason.

Looks at one conversation at a time; duplicates are near.py's. Knows no files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple, Protocol

import msgspec

from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine, role_problem
from garita.training.data.tidy import tidied

Reason = Literal[
    "unreadable", "broken_text", "empty", "role_error", "unfinished", "too_short", "too_long", "wrong_language",
    "duplicate", "near_duplicate",
]  # fmt: skip
REASONS: tuple[Reason, ...] = (
    "unreadable", "broken_text", "empty", "role_error", "unfinished", "too_short", "too_long", "wrong_language",
    "duplicate", "near_duplicate",
)  # fmt: skip
Change = Literal["emoji", "control", "unfinished_kept", "unfinished_cut", "translated"]

_FINISHED = frozenset(".!?…:;)]}\"'»”’`*%€$|")
_SHORT_REPLY = 4  # words; "Madrid" and "2 kg" are whole answers


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``languages``: ISO 639-1, none of them for any. Words: the persona's at least, everybody's at most.

    ``unfinished`` is a last turn that nobody answers, or that breaks off in the middle: kept, or cut off.
    """

    languages: tuple[str, ...] = ("es",)
    unfinished: Literal["keep", "cut"] = "keep"
    min_words: Annotated[int, msgspec.Meta(ge=0)] = 2
    max_words: Annotated[int, msgspec.Meta(ge=1)] = 4000


class Languages(Protocol):
    """What tells languages apart: ``language.LanguageJudge``, or a fake."""

    def language(self, text: str) -> tuple[str, bool]:
        """The language ("" if it cannot be told), and whether it is a wanted one."""


class Cleaned(NamedTuple):
    """The mended conversation and what was changed; or the reason against it, with details in a few words."""

    line: ConversationLine
    language: str
    changes: frozenset[Change]
    reason: Reason | None = None
    detail: str = ""


class _Refused(Exception):
    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


def clean(line: ConversationLine, rules: Rules, languages: Languages) -> Cleaned:
    """Judge and mend one conversation. Cleaning the result again changes nothing."""
    messages, changes = _tidied(line.messages)
    language = ""
    try:
        _check_texts(messages)
        messages, unfinished = _ended(messages, rules)
        changes |= unfinished
        if problem := role_problem(messages):
            raise _Refused("role_error", problem)
        _check_length(messages, rules)
        language, fine = languages.language(said_by_persona(messages))
        if not fine:
            raise _Refused("wrong_language", language)
    except _Refused as refused:
        return Cleaned(_with(line, messages), language, changes, refused.reason, refused.detail)
    return Cleaned(_with(line, messages), language, changes)


def said_by_persona(messages: Sequence[ChatMessage]) -> str:
    """All the persona says, one line a message."""
    return "\n".join(message.content for message in messages if message.role == "assistant")


def _with(line: ConversationLine, messages: tuple[ChatMessage, ...]) -> ConversationLine:
    return line if messages == line.messages else msgspec.structs.replace(line, messages=messages)


def _tidied(messages: Sequence[ChatMessage]) -> tuple[tuple[ChatMessage, ...], frozenset[Change]]:
    """Tidy texts; an empty system prompt is left out."""
    texts = [tidied(message.content) for message in messages]
    changes: set[Change] = set()
    if any(text.emoji for text in texts):
        changes.add("emoji")
    if any(text.control for text in texts):
        changes.add("control")
    told = (ChatMessage(message.role, text.text) for message, text in zip(messages, texts, strict=True))
    return tuple(one for one in told if one.content or one.role != "system"), frozenset(changes)


def _check_texts(messages: Sequence[ChatMessage]) -> None:
    for number, message in enumerate(messages, start=1):
        if not message.content:
            raise _Refused("empty", f"message {number}")
        if "\ufffd" in message.content:  # somebody before us could not read it
            raise _Refused("broken_text", f"message {number} has the replacement character U+FFFD")


def _ended(messages: tuple[ChatMessage, ...], rules: Rules) -> tuple[tuple[ChatMessage, ...], frozenset[Change]]:
    if not messages or _is_finished(messages[-1]):
        return messages, frozenset()
    if rules.unfinished == "keep":
        return messages, frozenset({"unfinished_kept"})
    while messages and not _is_finished(messages[-1]):
        messages = messages[:-1]
    if not any(message.role == "assistant" for message in messages):
        raise _Refused("unfinished", "nothing is left when the last turn is cut")
    return messages, frozenset({"unfinished_cut"})


def _is_finished(last: ChatMessage) -> bool:
    """The persona's, and it ends like a sentence or is too short to be one."""
    text = last.content
    return last.role == "assistant" and (text[-1] in _FINISHED or len(text.split()) <= _SHORT_REPLY)


def _check_length(messages: Sequence[ChatMessage], rules: Rules) -> None:
    words = [(message.role, len(message.content.split())) for message in messages if message.role != "system"]
    learned, everything = sum(count for role, count in words if role == "assistant"), sum(count for _, count in words)
    if learned < rules.min_words:
        raise _Refused("too_short", f"{learned} words")
    if everything > rules.max_words:
        raise _Refused("too_long", f"{everything} words")
