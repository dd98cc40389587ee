"""Chat messages to the prompt text a model was trained on, by the Jinja template in its file.

Templates come with downloaded files and are not trusted: they run in Jinja's sandbox, without reach to Python, with
bounded ranges, products and output, and with a memory limit where the system has one. An endless loop can only be ended
from outside; ``engines.child`` does so. Knows no tokens and no llama.cpp.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

from jinja2 import nodes
from jinja2.exceptions import TemplateError
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from garita.errors import TemplateInvalid
from garita.messages import ChatMessage

FALLBACK_NAME = "chatml"
FALLBACK = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_MOST_OUTPUT = 4_000_000
_MOST_PRODUCT = 1_000_000
_SPARE_MEMORY = 128 * 1024 * 1024
_PROBE = (
    ChatMessage("system", "gSYSTEMg"),
    ChatMessage("user", "gFIRSTg"),
    ChatMessage("assistant", "gREPLYg"),
    ChatMessage("user", "gSECONDg"),
)


class ChatTemplate:
    """A template that has been tried: it shows what users, officer and (perhaps merged) system say.

    Args:
        text: the model's own template, or None for the fallback.
        path: the model's file, for errors.
        bos: how the model's begin-of-text token is written.
        eos: likewise its end-of-text token.

    Raises:
        TemplateInvalid: it cannot be parsed, does forbidden things, or loses what was said.
    """

    def __init__(self, text: str | None, *, path: str, bos: str = "", eos: str = "") -> None:
        self.source: Literal["model", "fallback"] = "model" if text else "fallback"
        self.name = text or FALLBACK_NAME
        self._path = path
        self._tokens = {"bos_token": bos, "eos_token": eos}
        try:
            self._template = _environment().from_string(text or FALLBACK)
        except (TemplateError, RecursionError) as error:
            raise self._invalid(error) from error
        self._obliging = not self._shows_everything()
        if self._obliging:
            self._require_everything()

    def render(self, messages: Sequence[ChatMessage], *, ask: bool) -> str:
        """The prompt for ``messages``; with ``ask`` it ends where the assistant's next message begins.

        A template that refuses system messages or two in a row from one side gets them merged instead.

        Raises:
            TemplateInvalid: it fails even so.
        """
        if not self._obliging:
            try:
                return self._run(messages, ask)
            except TemplateError:
                pass
        try:
            return self._run(_merged(messages), ask)
        except TemplateError as error:
            raise self._invalid(error) from error

    def _run(self, messages: Sequence[ChatMessage], ask: bool) -> str:
        values = [{"role": message.role, "content": message.content} for message in messages]
        pieces: list[str] = []
        size = 0
        try:
            with _memory_limit():
                for piece in self._template.generate(
                    messages=values, add_generation_prompt=ask, enable_thinking=False, **self._tokens
                ):
                    size += len(piece)
                    if size > _MOST_OUTPUT:
                        raise MemoryError("it writes without end")
                    pieces.append(piece)
        except TemplateError:
            raise
        except MemoryError as error:  # no other arrangement of the messages will make it modest
            raise self._invalid(error) from error
        except Exception as error:  # a template can make any Python operation fail: division, missing key, memory
            raise TemplateError(f"{type(error).__name__}: {error}") from error
        return "".join(pieces)

    def _shows_everything(self) -> bool:
        try:
            text = self._run(_PROBE, True)
        except TemplateError:
            return False
        return all(message.content in text for message in _PROBE)

    def _require_everything(self) -> None:
        text = self.render(_PROBE, ask=True)
        if not all(message.content in text for message in _PROBE):
            raise TemplateInvalid(path=self._path, problem="it loses what was said")

    def _invalid(self, error: Exception) -> TemplateInvalid:
        return TemplateInvalid(path=self._path, problem=str(error) or type(error).__name__)


def _merged(messages: Sequence[ChatMessage]) -> list[ChatMessage]:
    """Strict turns, user first: system text goes into the first user message, neighbours of one role are joined."""
    turns: list[ChatMessage] = []
    for message in messages:
        role: Literal["user", "assistant"] = "assistant" if message.role == "assistant" else "user"
        if not turns and role == "assistant":
            turns.append(ChatMessage("user", "..."))
        if turns and turns[-1].role == role:
            turns[-1] = ChatMessage(role, f"{turns[-1].content}\n\n{message.content}")
        else:
            turns.append(ChatMessage(role, message.content))
    return turns


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with products bounded: ``"a" * 10**9`` is one operation and takes all memory."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        sizes = [len(value) if hasattr(value, "__len__") else abs(value) for value in (left, right)]
        if operator == "%" and isinstance(left, str) and re.search(r"\d{4}|\*", left):
            raise MemoryError("a field too wide")
        if operator != "%" and (sizes[0] * sizes[1] > _MOST_PRODUCT or (operator == "**" and sizes[1] > 64)):
            raise MemoryError("a product too large")
        return super().call_binop(context, operator, left, right)


class _Generation(Extension):
    """``{% generation %}`` marks what a trainer learns from; for prompts its content simply stays."""

    tags = {"generation"}  # noqa: RUF012 - Jinja declares it as an instance attribute

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        next(parser.stream)
        return list(parser.parse_statements(("name:endgeneration",), drop_needle=True))


def _environment() -> ImmutableSandboxedEnvironment:
    """The names and habits that chat templates are written for (as the transformers library documents them)."""
    environment = _Sandbox(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols, _Generation])
    environment.filters["tojson"] = _tojson
    environment.globals["raise_exception"] = _raise_exception
    environment.globals["strftime_now"] = lambda pattern: datetime.now().strftime(pattern)
    return environment


def _raise_exception(message: str) -> None:
    raise TemplateError(message)


def _tojson(
    value: Any, ensure_ascii: bool = False, indent: int | None = None, separators: Any = None, sort_keys: bool = False
) -> str:
    """JSON without Jinja's HTML escapes, as templates expect."""
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


@contextmanager
def _memory_limit() -> Iterator[None]:
    """Let the process grow a little only (Linux; elsewhere the limit from outside must do)."""
    if sys.platform != "linux":
        yield
        return
    import resource  # Unix only

    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - two reads per prompt: keep it cheap
        pages = int(file.read().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + _SPARE_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
