"""The officer's tokenizer: a byte-level BPE learned from conversations, and how a chat becomes tokens.

Numbers are split into single digits and words as GPT-2 splits them, which llama.cpp calls "smollm". How often one word
counts is limited while learning: beyond the few thousand words every officer needs, the merges are then syllables,
so that a name never seen before splits like the names seen in training. Knows nothing of models.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from garita.errors import TrainingRefused
from garita.files import write_beside
from garita.messages import ChatMessage

END = "<|end|>"
PAD = "<|pad|>"
SPECIAL_TOKENS = ("<|system|>", "<|user|>", "<|assistant|>", END, PAD)
CHAT_TEMPLATE = (
    "{% for m in messages %}{{ '<|' + m['role'] + '|>' + m['content'] + '<|end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)


class Encoded(NamedTuple):
    """A conversation as token ids; ``officer[i]`` is true where token i is the officer's to say (its end included)."""

    ids: list[int]
    officer: list[bool]


def learn(conversations: Iterable[Sequence[ChatMessage]], entries: int, word_cap: int) -> Tokenizer:
    """Learn a vocabulary of ``entries`` tokens, special ones and all 256 bytes included.

    A word counts as often as it occurs, but at most ``word_cap`` times. Same conversations, same tokenizer.
    """
    tokenizer = Tokenizer(models.BPE())
    splitter = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.pre_tokenizer = splitter
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=entries,
        special_tokens=list(SPECIAL_TOKENS),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_limited(_words(conversations, splitter), word_cap), trainer)
    return tokenizer


def encode(tokenizer: Tokenizer, messages: Sequence[ChatMessage], context: int) -> Encoded:
    """The chat template applied and tokenised; whole messages that go beyond ``context`` tokens are left out."""
    ids: list[int] = []
    officer: list[bool] = []
    end = id_of(tokenizer, END)
    texts = tokenizer.encode_batch([message.content for message in messages], add_special_tokens=False)
    for message, text in zip(messages, texts, strict=True):
        if len(ids) + len(text.ids) + 2 > context:
            break
        ids += [id_of(tokenizer, f"<|{message.role}|>"), *text.ids, end]
        officer += [False] + [message.role == "assistant"] * (len(text.ids) + 1)
    return Encoded(ids, officer)


def id_of(tokenizer: Tokenizer, token: str) -> int:
    """The number of a special token; 0 to 4, in the order of ``SPECIAL_TOKENS``."""
    number = tokenizer.token_to_id(token)
    if number is None:
        raise TrainingRefused(path="", problem=f"the tokenizer does not know {token}")
    return int(number)


def save(tokenizer: Tokenizer, folder: Path, context: int) -> None:
    """Write tokenizer.json and tokenizer_config.json the way transformers reads them."""
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "add_bos_token": False,
        "eos_token": END,
        "pad_token": PAD,
        "chat_template": CHAT_TEMPLATE,
        "clean_up_tokenization_spaces": False,
        "model_max_length": context,
    }
    write_beside(folder / "tokenizer.json", tokenizer.to_str(pretty=True).encode())
    write_beside(folder / "tokenizer_config.json", json.dumps(config, indent=2).encode())


def load(folder: Path) -> Tokenizer:
    """Read back what ``save`` wrote.

    Raises:
        TrainingRefused: there is no tokenizer, or it is damaged.
    """
    path = folder / "tokenizer.json"
    try:
        return Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # the library raises bare Exception
        raise TrainingRefused(path=str(path), problem=f"no usable tokenizer: {error}") from error


def _words(conversations: Iterable[Sequence[ChatMessage]], splitter: pre_tokenizers.PreTokenizer) -> Counter[str]:
    words = Counter[str]()
    for messages in conversations:
        for message in messages:
            text = message.content
            words.update(text[start:end] for _, (start, end) in splitter.pre_tokenize_str(text))
    return words


def _limited(words: Counter[str], cap: int) -> Iterator[list[str]]:
    for word, count in words.items():
        yield [word] * min(count, cap)
