"""Conversations as token ids and labels: the tokenizer's own chat template, loss on the persona's tokens only.

The persona's part is found in the text the template makes, not in its tokens: what the template adds when a reply is
appended to what came before is the reply and its end mark. That holds for any template that writes a conversation
from left to right (ChatML, Llama 2 and 3, Mistral, our own), needs no ``{% generation %}`` marks, which most lack, and
tokenises every conversation once and whole, as it is at inference. Knows transformers' tokenizers and no torch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from jinja2.exceptions import TemplateError

from garita.errors import TrainingRefused
from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine

IGNORED = -100  # the label torch's cross entropy leaves out
_UNUSED = "\ue000"  # for private use: no template and no conversation has it


class Tokenizer(Protocol):
    """The part of transformers' PreTrainedTokenizerFast that is used here."""

    name_or_path: str
    chat_template: Any  # a Jinja text; None where there is none

    def apply_chat_template(
        self, conversation: list[dict[str, str]], *, tokenize: bool, add_generation_prompt: bool
    ) -> Any:
        """The conversation as one text."""

    def __call__(self, text: str, *, add_special_tokens: bool, return_offsets_mapping: bool) -> Any:
        """``input_ids`` and ``offset_mapping``, the characters of ``text`` that each token covers."""


class Tokenised(NamedTuple):
    """One conversation: as many labels as ids, a label is its token's id or ``IGNORED``.

    The labels are not shifted: transformers' models do that. ``cut`` is the number of tokens beyond ``max_length``.
    """

    input_ids: list[int]
    labels: list[int]
    cut: int


def tokenised(lines: Iterable[ConversationLine], tokenizer: Tokenizer, max_length: int) -> Iterator[Tokenised]:
    """Each conversation in turn, its first ``max_length`` tokens. The consumer leaves out what has no label to learn.

    Raises:
        TrainingRefused: there is no chat template, or it cannot write one of the conversations.
    """
    if getattr(tokenizer, "chat_template", None) is None:
        raise _refused(tokenizer, "its tokenizer has no chat template")
    for line in lines:
        yield _one(line.messages, tokenizer, max_length)


def _one(messages: Sequence[ChatMessage], tokenizer: Tokenizer, max_length: int) -> Tokenised:
    text, spans = persona_spans(messages, tokenizer)
    encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)  # the template writes them
    ids = [int(one) for one in encoded["input_ids"]]
    labels = _labels(ids, encoded["offset_mapping"], spans)
    return Tokenised(ids[:max_length], labels[:max_length], max(0, len(ids) - max_length))


def _labels(ids: Sequence[int], offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> list[int]:
    """A token is the persona's where its last character is: a blank before the first word may belong to its token."""
    labels, left = [], list(spans)
    for one, (start, stop) in zip(ids, offsets, strict=True):
        while left and left[0][1] < stop:
            left.pop(0)
        mine = bool(left) and left[0][0] < stop and start < stop
        labels.append(one if mine else IGNORED)
    return labels


def persona_spans(messages: Sequence[ChatMessage], tokenizer: Tokenizer) -> tuple[str, list[tuple[int, int]]]:
    """The text of a conversation, and the characters (start, stop) of each of the persona's replies, end mark included.

    Raises:
        TrainingRefused: the template refuses the conversation, or rewrites what came before when a reply is appended.
    """
    whole = _text(messages, tokenizer, asking=False)
    spans = []
    for number, message in enumerate(messages):
        if message.role != "assistant":
            continue
        after = _text(messages[: number + 1], tokenizer, asking=False)
        before = _text(messages[:number], tokenizer, asking=True) if number else _head(tokenizer)
        if not (after.startswith(before) and whole.startswith(after)):
            raise _refused(tokenizer, "its chat template rewrites what was said before")
        spans.append(
            (len(before), max(len(before), len(after.rstrip())))
        )  # a line break after the end mark is no reply
    return whole, spans


def _head(tokenizer: Tokenizer) -> str:
    """What stands before the first words where the persona speaks first; transformers renders no empty conversation."""
    return _text([ChatMessage("assistant", _UNUSED)], tokenizer, asking=False).partition(_UNUSED)[0]


def _text(messages: Sequence[ChatMessage], tokenizer: Tokenizer, *, asking: bool) -> str:
    """``asking`` appends what the template writes where the persona is to speak."""
    plain = [{"role": message.role, "content": message.content} for message in messages]
    try:
        return str(tokenizer.apply_chat_template(plain, tokenize=False, add_generation_prompt=asking))
    except (TemplateError, ValueError) as error:
        raise _refused(tokenizer, f"its chat template refuses a conversation: {error}") from error


def _refused(tokenizer: Tokenizer, problem: str) -> TrainingRefused:
    return TrainingRefused(path=str(getattr(tokenizer, "name_or_path", "") or "the tokenizer"), problem=problem)
