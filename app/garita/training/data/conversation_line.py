"""The conversation line: one conversation as one JSON object in a JSON Lines file.

It is what generation writes, what datasets consist of, and what fine-tuning and evaluation read. A line is strict about
its own keys and about roles; anything else a maker wants to keep goes into ``meta``. Knows no folders, no other
formats, and not whether a conversation is any good.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import msgspec

from garita.errors import DatasetRefused
from garita.messages import ChatMessage

Meta = dict[str, Any]  # JSON values


class ConversationLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One conversation. The persona (an officer, a clerk) is always "assistant", whoever talks to it "user".

    Who speaks first is open. ``id`` may be empty where a maker has none; a dataset then gives it one from the words.
    """

    messages: tuple[ChatMessage, ...]  # oldest first
    id: str = ""
    persona: Literal["assistant"] = "assistant"
    source: str = ""  # where it comes from: a simulator, a file, a data set's name
    scenario: str | None = None
    attributes: Meta = {}  # of both speakers, as drawn; msgspec copies the default
    sampling: Meta = {}  # temperature, top_p, ...
    model: str = ""  # who wrote it; empty: a person, or unknown
    seed: int | None = None
    meta: Meta = {}


class LineInvalid(ValueError):
    """A line is no conversation; the text is a short English fragment."""


_decoder = msgspec.json.Decoder(ConversationLine)
_encoder = msgspec.json.Encoder()
_OPTIONAL: Meta = {  # with what need not be written
    "source": "", "scenario": None, "attributes": {}, "sampling": {}, "model": "", "seed": None, "meta": {},
}  # fmt: skip


def decode(line: bytes) -> ConversationLine:
    """One line as a conversation. The order of its roles is not looked at: see ``role_problem``.

    Raises:
        LineInvalid: no UTF-8, no JSON, an unknown key or role, a value of another type.
    """
    try:
        return _decoder.decode(line)
    except UnicodeDecodeError as error:
        raise LineInvalid(f"byte 0x{error.object[error.start]:02x} is not UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise LineInvalid(str(error).replace("`", "")) from error


def encode(line: ConversationLine) -> bytes:
    """The conversation as one line, its end included; what is empty is left out. Same conversation, same bytes.

    Nothing else writes conversation lines: ChatMessage by itself would say its type in every message.
    """
    messages = [{"role": message.role, "content": message.content} for message in line.messages]
    rest = {name: value for name, empty in _OPTIONAL.items() if (value := getattr(line, name)) != empty}
    return _encoder.encode({"id": line.id, "messages": messages, "persona": line.persona, **rest}) + b"\n"


def load(path: Path) -> Iterator[ConversationLine]:
    """The conversations of a file that a tool wrote; reads as it goes, and any bad line is an error.

    Raises:
        DatasetRefused: the file cannot be read, or a line is no conversation in good order.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                yield _checked(path, number, line)
    except OSError as error:
        raise DatasetRefused(path=str(path), problem=f"cannot be read: {error.strerror}") from error


def _checked(path: Path, number: int, line: bytes) -> ConversationLine:
    try:
        conversation = decode(line)
    except LineInvalid as error:
        raise DatasetRefused(path=str(path), problem=f"line {number}: {error}") from error
    if problem := role_problem(conversation.messages):
        raise DatasetRefused(path=str(path), problem=f"line {number}: {problem}")
    return conversation


def role_problem(messages: Sequence[ChatMessage]) -> str | None:
    """What is wrong with the order of the roles, as a short English fragment.

    Right is: at most one system message, at the beginning; then the two speakers in turn, each at least once.
    """
    spoken = messages[1:] if messages and messages[0].role == "system" else messages
    roles = [message.role for message in spoken]
    if "system" in roles:
        return "a system message that is not the first"
    for role in ("user", "assistant"):
        if role not in roles:
            return f"no message of the {role}"
    if any(one == other for one, other in pairwise(roles)):
        return "two messages of one speaker in a row"
    return None


def fingerprint(messages: Sequence[ChatMessage]) -> str:
    """64 hexadecimal digits (SHA-256) of what the two speakers say, system prompt left out.

    Equal for texts that differ only in capitals, white space or Unicode form, and the same for ever: the split of a
    conversation and the overlap of two sets are decided by it.
    """
    digest = hashlib.sha256()
    for message in messages:
        if message.role != "system":
            digest.update(f"{message.role}\x1f{normalised(message.content)}\x1e".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def normalised(text: str) -> str:
    """The text without differences of capitals, Unicode form (NFKC) and white space; twice is the same as once."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).casefold().split())
