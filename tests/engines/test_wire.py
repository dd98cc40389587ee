"""Messages come out of the pipe as they went in; errors too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.engines import wire
from garita.errors import AdapterInvalid, Cancelled, PromptTooLong
from garita.messages import (
    Adapter,
    AnswerFinished,
    ChatMessage,
    Constraint,
    HeardWord,
    Message,
    RecogniserFacts,
    Sampling,
    Timings,
    TokenDelta,
    Transcript,
)

ASK = wire.Answer(3, (ChatMessage("user", "¿Qué?"),), Sampling(stop=("x",)), "Sí", Constraint("gbnf", "root ::= [a]"))


HEAR = wire.Transcribe(4, bytes(range(256)) * 40, "es", "Bogotá", "¿De dónde?")


@pytest.mark.parametrize(
    "request_",
    [ASK, wire.Cancel(7), wire.UseAdapters(1, (Adapter("a", 0.5),)), HEAR, wire.DetectLanguage(2, b"\0\0\x80?")],
)
def test_requests(request_: wire.Request | wire.Cancel) -> None:
    assert wire.read_request(io.BytesIO(wire.frame(request_))) == request_


@given(st.text(), st.integers(0, 2**40))
def test_replies_in_a_row(text: str, count: int) -> None:
    sent: list[Message] = [TokenDelta(text, count), AnswerFinished("stop", Timings(tokens_read=count))]
    stream = io.BytesIO(b"".join(map(wire.frame, sent)))
    assert [wire.read_reply(stream), wire.read_reply(stream)] == sent


def test_what_was_heard() -> None:
    heard = Transcript("sí", (HeardWord("sí", 0.25, 0.5, 0.75),), suppressed="")
    facts = wire.Loaded(RecogniserFacts("x", "tiny", True, "int8", 1, False))
    stream = io.BytesIO(wire.frame(heard) + wire.frame(facts) + wire.frame(wire.LanguageDetected("en", 0.5)))
    assert [wire.read_reply(stream) for _ in range(3)] == [heard, facts, wire.LanguageDetected("en", 0.5)]


@pytest.mark.parametrize("kept", [0, 3, 9])
def test_a_broken_off_frame_is_the_end(kept: int) -> None:
    with pytest.raises(EOFError):
        wire.read_reply(io.BytesIO(wire.frame(TokenDelta("hola", 1))[:kept]))


def test_errors_keep_their_facts() -> None:
    failed = wire.read_reply(io.BytesIO(wire.frame(wire.Failed("PromptTooLong", {"tokens": 9, "path": Path("x")}))))
    assert isinstance(failed, wire.Failed)
    error = wire.as_error(failed)
    assert isinstance(error, PromptTooLong)
    assert error.facts == {"tokens": 9, "path": "x"}
    assert isinstance(wire.as_error(wire.Failed("Cancelled", {})), Cancelled)
    assert isinstance(wire.as_error(wire.Failed("AdapterInvalid", {})), AdapterInvalid)


def test_a_bug_over_there_is_a_bug_here() -> None:
    error = wire.as_error(wire.Failed("", {}, bug="Traceback: division"))
    assert isinstance(error, RuntimeError)
    assert "division" in str(error)
