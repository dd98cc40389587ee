"""Chat messages to tokens: template, control tokens, and the model's own spelling of its earlier answers.

What people say can never become a control token: such spellings in a message's content are broken up. Knows the
template and the vocabulary, not what is cached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from garita.engines.chat_template import ChatTemplate
from garita.engines.llamacpp import Model
from garita.engines.own_answers import OwnAnswers
from garita.messages import ChatMessage

_OPEN, _CLOSE, _CUT = "\ue000", "\ue001", "\ue002"  # private characters that no vocabulary holds as text
_PRIVATE = str.maketrans("", "", _OPEN + _CLOSE + _CUT)
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class PromptBuilder:
    """Makes the token sequences that the model reads."""

    def __init__(self, model: Model, template: ChatTemplate, own: OwnAnswers) -> None:
        self._model, self._template, self._own = model, template, own
        self._begin = model.begin_token()
        self._begin_text = model.spelled("bos") if self._begin is not None else ""
        self._control = _control_pattern(model)
        # The parts between the model's own answers come back turn after turn, the long system prompt among them.
        self._part = lru_cache(maxsize=256)(lambda part: tuple(model.tokenize(part, special=True)))

    def ask(self, messages: Sequence[ChatMessage]) -> list[int]:
        """A prompt after which the assistant's message begins."""
        spellings: list[list[int]] = []
        return self._tokens(self._template.render(self._clean(messages, spellings), ask=True), spellings)

    def begun(self, answer_so_far: str) -> list[int]:
        """The accepted beginning of the assistant's message, to stand right after ``ask``."""
        tokens, rest = self._own.spelling(answer_so_far)
        return [*tokens, *(self._model.tokenize(rest, special=False) if rest else [])]

    def open_end(self, messages: Sequence[ChatMessage]) -> list[int]:
        """A prompt that stops inside the last message, to be read while that is still being said."""
        spellings: list[list[int]] = []
        clean = self._clean(messages, spellings)
        clean[-1] = ChatMessage(clean[-1].role, clean[-1].content + _CUT)
        return self._tokens(self._template.render(clean, ask=False).split(_CUT)[0], spellings)

    def reply(self, text: str) -> list[int]:
        """A whole reply as the model would have to write it, with the token that ends it."""
        end = self._model.end_of_turn()
        return [*self._model.tokenize(text, special=False), *([end] if end >= 0 else [])]

    def _clean(self, messages: Sequence[ChatMessage], spellings: list[list[int]]) -> list[ChatMessage]:
        """Contents without control tokens; own answers as marks whose tokens are put into ``spellings``."""
        return [msgspec.structs.replace(message, content=self._content(message, spellings)) for message in messages]

    def _content(self, message: ChatMessage, spellings: list[list[int]]) -> str:
        content = message.content.translate(_PRIVATE).strip()
        if self._control:
            content = self._control.sub(lambda found: f"{found[0][0]} {found[0][1:]}", content)
        if message.role != "assistant":
            return content
        tokens, rest = self._own.spelling(content)
        if not tokens:
            return content
        spellings.append(tokens)
        return f"{_OPEN}{len(spellings) - 1}{_CLOSE}{rest}"

    def _tokens(self, text: str, spellings: Sequence[Sequence[int]]) -> list[int]:
        tokens: list[int] = []
        if self._begin is not None and not (self._begin_text and text.startswith(self._begin_text)):
            tokens.append(self._begin)
        for place, part in enumerate(_MARK.split(text)):
            tokens += spellings[int(part)] if place % 2 else self._part(part) if part else ()
        return tokens


def _control_pattern(model: Model) -> re.Pattern[str] | None:
    """Matches the spelling of every control token of the vocabulary."""
    controls = [token for token in range(model.vocabulary_size) if model.is_control(token)]
    spelled = {model.piece(token, special=True).decode(errors="ignore") for token in controls}
    words = sorted((word for word in spelled if len(word) > 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))) if words else None
