"""What the program and an engine's process say to each other, and how it is put into bytes.

Frames: four bytes of length (little endian), then a MessagePack value whose tag names its type. Requests carry rising
numbers so that a cancel that crosses an answer's end hits nobody. Knows no process and no engine.
"""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

import msgspec

from garita import errors
from garita.messages import (
    Adapter,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    ContextTrimmed,
    LoadProgress,
    Message,
    ModelFacts,
    ReadAheadReport,
    RecogniserFacts,
    Sampling,
    TokenDelta,
    Transcript,
)

_LENGTH = struct.Struct("<I")


class Load(Message, frozen=True):
    """Start the engine that ``factory`` ("module:function") makes from ``options`` (MessagePack)."""

    factory: str
    options: bytes
    number: int = 0


class Answer(Message, frozen=True):
    """LanguageModel.answer."""

    number: int
    messages: tuple[ChatMessage, ...]
    sampling: Sampling
    answer_so_far: str
    constraint: Constraint | None


class ReadAhead(Message, frozen=True):
    """LanguageModel.read_ahead."""

    number: int
    messages: tuple[ChatMessage, ...]


class Score(Message, frozen=True):
    """LanguageModel.score."""

    number: int
    messages: tuple[ChatMessage, ...]
    candidates: tuple[str, ...]


class UseAdapters(Message, frozen=True):
    """LanguageModel.use_adapters."""

    number: int
    adapters: tuple[Adapter, ...]


class Transcribe(Message, frozen=True):
    """SpeechToText.transcribe; ``samples`` are float32, little endian, as memory holds them."""

    number: int
    samples: bytes
    language: str
    hot_words: str
    before: str


class DetectLanguage(Message, frozen=True):
    """SpeechToText.detect_language; ``samples`` as in Transcribe."""

    number: int
    samples: bytes


class Cancel(Message, frozen=True):
    """Stop request ``number``."""

    number: int


class Stage(Message, frozen=True):
    """The engine begins something that may take the process down or hang; ``name`` says what to blame."""

    name: str


class Loaded(Message, frozen=True):
    """The engine is ready."""

    facts: ModelFacts | RecogniserFacts


class Scores(Message, frozen=True):
    """Result of Score, in the order of the candidates."""

    scores: tuple[CandidateScore, ...]


class LanguageDetected(Message, frozen=True):
    """Result of DetectLanguage."""

    language: str
    probability: float


class Done(Message, frozen=True):
    """Result of UseAdapters."""


class Failed(Message, frozen=True):
    """The request ended with an error: a class of garita.errors and its facts, or ``bug`` with a traceback."""

    kind: str
    facts: dict[str, Any]
    bug: str = ""


Request = Load | Answer | ReadAhead | Score | UseAdapters | Transcribe | DetectLanguage
Reply = (
    LoadProgress
    | Stage
    | Loaded
    | TokenDelta
    | ContextTrimmed
    | AnswerFinished
    | ReadAheadReport
    | Scores
    | Transcript
    | LanguageDetected
    | Done
    | Failed
)

_encoder = msgspec.msgpack.Encoder(enc_hook=str)
_requests = msgspec.msgpack.Decoder(Request | Cancel)
_replies: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def frame(message: Message) -> bytes:
    """A message as it travels."""
    data = _encoder.encode(message)
    return _LENGTH.pack(len(data)) + data


def read_request(stream: BinaryIO) -> Request | Cancel:
    """The next request.

    Raises:
        EOFError: the other side is gone.
    """
    request: Request | Cancel = _requests.decode(_read_frame(stream))
    return request


def read_reply(stream: BinaryIO) -> Reply:
    """The next reply.

    Raises:
        EOFError: the other side is gone.
    """
    return _replies.decode(_read_frame(stream))


def _read_frame(stream: BinaryIO) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def as_error(failure: Failed) -> Exception:
    """The exception that ``failure`` describes, to be raised on this side."""
    if failure.kind == "Cancelled":
        return errors.Cancelled()
    kind = getattr(errors, failure.kind, None)
    if isinstance(kind, type) and issubclass(kind, errors.GaritaError):
        return kind(**failure.facts)
    return RuntimeError(f"bug in an engine's process:\n{failure.bug}")
