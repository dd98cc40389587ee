"""The batch format: requests come back as their outcomes, and no line of anybody's ends the program."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.messages import ChatMessage
from garita.training.generate.exchange import Failure, Reply, Request
from garita.training.generate.openai_format import outcome_of, request_line, result_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def completion(text: str | None, finish: str = "stop") -> dict[str, object]:
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}],
            "usage": {"prompt_tokens": 7, "completion_tokens": 3}}  # fmt: skip


def result(key: str, response: object, error: object = None) -> bytes:
    return json.dumps({"id": "r", "custom_id": key, "response": response, "error": error}).encode()


@given(TEXTS, TEXTS)
def test_a_request_is_one_line_of_the_format(key: str, text: str) -> None:
    line = request_line(Request(key, "officer", "m", (ChatMessage("user", text),), 0.5, 0.9, 3))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == {
        "custom_id": key, "method": "POST", "url": "/v1/chat/completions",
        "body": {"model": "m", "messages": [{"role": "user", "content": text}], "temperature": 0.5, "top_p": 0.9,
                 "max_tokens": 160, "seed": 3},
    }  # fmt: skip


@given(TEXTS, TEXTS)
def test_an_answer_is_read(key: str, text: str) -> None:
    line = result(key, {"status_code": 200, "body": completion(text)})
    assert result_of(line) == Reply(key, text, 7, 3, False)


def test_an_answer_that_was_cut_says_so() -> None:
    line = result("a", {"status_code": 200, "body": completion("x", "length")})
    assert result_of(line) == Reply("a", "x", 7, 3, True)
    assert outcome_of("a", json.dumps(completion(None)).encode()) == Reply("a", "", 7, 3)


@pytest.mark.parametrize(
    ("response", "error", "reason"),
    [
        ({"status_code": 500, "body": {"error": {"message": "overloaded"}}}, None, "500: overloaded"),
        ({"status_code": 400, "body": {"object": "error", "message": "too long"}}, None, "400: too long"),
        ({"status_code": 400, "body": None}, {"code": "x", "message": "bad"}, "400: bad"),
        (None, {"code": "batch_expired", "message": "too late"}, "too late"),
        ({"status_code": 200, "body": {"choices": []}}, None, "an answer without a choice"),
    ],
)
def test_a_failure_has_its_reason(response: object, error: object, reason: str) -> None:
    assert result_of(result("a", response, error)) == Failure("a", reason)


@given(st.binary())
def test_no_bytes_end_the_program(line: bytes) -> None:
    found = result_of(line)
    assert found is None or isinstance(found, Failure)


@given(JSON, JSON, JSON)
def test_no_line_ends_the_program(response: object, body: object, error: object) -> None:
    result_of(result("a", response, error))
    result_of(result("a", {"status_code": 200, "body": body}, error))
    result_of(result("a", {"status_code": 404, "body": body}, error))


@given(st.integers(1, 200))
def test_half_a_line_is_none(length: int) -> None:
    line = result("a", {"status_code": 200, "body": completion("hola")})
    assert result_of(line[: min(length, len(line) - 1)]) is None
