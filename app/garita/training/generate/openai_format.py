"""OpenAI's formats: the body of a chat completion, its answer, and the lines of batch files around them.

Source: https://platform.openai.com/docs/api-reference/chat and .../batch; vLLM's batch runner reads and writes the same
lines. A line that is no such line is named and passed over. Knows text and requests, no server and no file.
"""

from __future__ import annotations

from typing import Any

import msgspec

from garita.training.generate.exchange import MAX_TOKENS, Failure, Outcome, Reply, Request

ENDPOINT = "/v1/chat/completions"


class _Said(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Said
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int | None = 0


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class _Response(msgspec.Struct):
    status_code: int = 200
    body: msgspec.Raw = msgspec.Raw(b"null")


class _Line(msgspec.Struct):
    custom_id: str
    response: _Response | None = None
    error: Any = None


def body_of(request: Request) -> dict[str, Any]:
    """The body of a chat completion request."""
    return {
        "model": request.model,
        "messages": [{"role": message.role, "content": message.content} for message in request.messages],
        "temperature": request.temperature,
        "top_p": request.top_p,
        "max_tokens": MAX_TOKENS,
        "seed": request.seed,
    }


def outcome_of(key: str, body: bytes) -> Outcome:
    """What a server's answer (a JSON object) says."""
    try:
        completion = msgspec.json.decode(body, type=_Completion)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Failure(key, f"no chat completion: {error}")
    if not completion.choices:
        return Failure(key, "an answer without a choice")
    first, usage = completion.choices[0], completion.usage or _Usage()
    cut = first.finish_reason == "length"
    return Reply(key, first.message.content or "", usage.prompt_tokens, usage.completion_tokens or 0, cut)


def request_line(request: Request) -> bytes:
    """One line of a batch's input, its end included."""
    line = {"custom_id": request.key, "method": "POST", "url": ENDPOINT, "body": body_of(request)}
    return msgspec.json.encode(line) + b"\n"


def result_of(line: bytes) -> Outcome | None:
    """One line of a batch's output or error file; None where it is none, as a line that was cut off."""
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    response = found.response
    if response is not None and response.status_code == 200 and not found.error:
        return outcome_of(found.custom_id, bytes(response.body))
    status = f"{response.status_code}: " if response is not None else ""
    return Failure(found.custom_id, f"{status}{_message(found)}")


def _message(line: _Line) -> str:
    """The words of an error, wherever this server puts them."""
    inner: Any = line.error
    if not inner and line.response is not None:
        inner = msgspec.json.decode(line.response.body)
    for name in ("error", "message"):
        if isinstance(inner, dict) and name in inner:
            inner = inner[name]
    return str(inner)
