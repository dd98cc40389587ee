"""Text survives tokenising, numbers fall into digits, and every token is marked as the officer's or not."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from garita.errors import TrainingRefused
from garita.messages import ChatMessage
from garita.training import tokenizer as chat_tokens
from tests.training import toy

CORPUS = [one.messages for one in toy.conversations(200, 1)]
LEARNED = chat_tokens.learn(CORPUS, 500, 50)


@given(text=st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    ids = LEARNED.encode(text, add_special_tokens=False).ids
    plain = not any(token in text for token in chat_tokens.SPECIAL_TOKENS)
    assert not plain or LEARNED.decode(ids) == text


def test_numbers_are_single_digits_and_special_tokens_come_first() -> None:
    assert LEARNED.encode("a 1234").tokens[-4:] == ["1", "2", "3", "4"]
    numbers = [chat_tokens.id_of(LEARNED, token) for token in chat_tokens.SPECIAL_TOKENS]
    assert numbers == [0, 1, 2, 3, 4]


def test_no_word_counts_above_the_cap() -> None:
    """One merge is learned: from a single frequent word without a cap, from what many rare words share with one."""
    rare = " ".join(f"pe{letter}" for letter in "bcdfghjklm")
    messages = [[ChatMessage(role="user", content="zanahoria " * 100 + rare)]]
    one_merge = len(chat_tokens.SPECIAL_TOKENS) + 256 + 1
    free, capped = (chat_tokens.learn(messages, one_merge, cap) for cap in (1000, 1))
    assert "pe" not in free.get_vocab()
    assert "pe" in capped.get_vocab()


def test_same_conversations_give_the_same_tokenizer() -> None:
    assert chat_tokens.learn(CORPUS, 500, 50).to_str() == LEARNED.to_str()


def test_encode_is_the_chat_template_tokenised_with_only_the_officers_tokens_marked() -> None:
    template = jinja2.Template(chat_tokens.CHAT_TEMPLATE)
    for messages in CORPUS[:20]:
        encoded = chat_tokens.encode(LEARNED, messages, 1024)
        plain = [{"role": message.role, "content": message.content} for message in messages]
        assert encoded.ids == LEARNED.encode(template.render(messages=plain), add_special_tokens=False).ids
        marked = [number for number, officer in zip(encoded.ids, encoded.officer, strict=True) if officer]
        spoken = [message.content + chat_tokens.END for message in messages if message.role == "assistant"]
        assert LEARNED.decode(marked, skip_special_tokens=False) == "".join(spoken)


def test_the_prompt_for_a_reply_ends_where_the_officer_begins() -> None:
    template = jinja2.Template(chat_tokens.CHAT_TEMPLATE)
    prompt = template.render(messages=[{"role": "user", "content": "hola"}], add_generation_prompt=True)
    assert prompt == "<|user|>hola<|end|><|assistant|>"


def test_too_long_conversations_lose_whole_messages_at_the_end() -> None:
    messages = CORPUS[0]
    whole = chat_tokens.encode(LEARNED, messages, 1024)
    cut = chat_tokens.encode(LEARNED, messages, len(whole.ids) - 1)
    assert cut.ids == whole.ids[: len(cut.ids)]
    assert cut.ids[-1] == chat_tokens.id_of(LEARNED, chat_tokens.END)


def test_saved_and_loaded_is_the_same(tmp_path: Path) -> None:
    chat_tokens.save(LEARNED, tmp_path, 1024)
    assert chat_tokens.load(tmp_path).to_str() == LEARNED.to_str()
    (tmp_path / "tokenizer.json").write_text("{")
    with pytest.raises(TrainingRefused):
        chat_tokens.load(tmp_path)
    assert isinstance(LEARNED, Tokenizer)
