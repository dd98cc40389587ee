"""Loss falls on the persona's words and their end mark and on nothing else, whatever the tokenizer's template."""

from __future__ import annotations

import pytest

pytest.importorskip("transformers")

from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import PreTrainedTokenizerFast

from garita.errors import TrainingRefused
from garita.training import tokenizer as own
from garita.training.data.tokenised import IGNORED, Tokenised, tokenised
from tests.training.data.talk import say, talk

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
LLAMA_2 = (
    "{% for m in messages %}{% if m['role'] == 'user' %}{{ '<s>[INST] ' + m['content'] + ' [/INST]' }}"
    "{% elif m['role'] == 'assistant' %}{{ ' ' + m['content'] + ' </s>' }}"
    "{% else %}{{ raise_exception('Only user and assistant') }}{% endif %}{% endfor %}"
)
FORGETFUL = "{% for m in messages %}{% if loop.last %}{{ m['content'] }}{% else %}{{ '…' }}{% endif %}{% endfor %}"

LEARNED = own.learn([say("sRegla breve.", "uHola, buenos días.", "aBuenos días, ¿su pasaporte?")] * 9, 300, 10**6)


def tokenizer(template: str | None) -> PreTrainedTokenizerFast:
    """The officer's tokenizer, with another template."""
    made = PreTrainedTokenizerFast(tokenizer_object=LEARNED, eos_token=own.END, pad_token=own.PAD)
    made.chat_template = template
    return made


TALK = ("sRegla", "uHola.", "aBuenas, ¿qué trae?", "uNada.", "aPase.")
TEXTS = st.text("abñ¿ .\n€🙂", max_size=8)


def only(*turns: str, template: str | None = own.CHAT_TEMPLATE, length: int = 500) -> Tokenised:
    (made,) = tokenised([talk(*turns)], tokenizer(template), length)
    return made


def learned(made: Tokenised, template: str) -> str:
    return str(tokenizer(template).decode([one for one in made.labels if one != IGNORED]))


@pytest.mark.parametrize(
    ("template", "turns", "expected"),
    [
        (own.CHAT_TEMPLATE, TALK, "Buenas, ¿qué trae?<|end|>Pase.<|end|>"),
        (CHATML, TALK, "Buenas, ¿qué trae?<|im_end|>Pase.<|im_end|>"),
        (LLAMA_2, TALK[1:], " Buenas, ¿qué trae? </s> Pase. </s>"),
        (CHATML, ("aBuenas.", "uHola.", "aPase."), "Buenas.<|im_end|>Pase.<|im_end|>"),
    ],
)
def test_the_replies_and_their_end_marks_are_learned(template: str, turns: tuple[str, ...], expected: str) -> None:
    made = only(*turns, template=template)
    assert learned(made, template) == expected
    assert len(made.labels) == len(made.input_ids)
    assert all(label in (IGNORED, one) for label, one in zip(made.labels, made.input_ids, strict=True))
    assert made.cut == 0


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=6), st.booleans())
def test_pretraining_marks_the_same_tokens(texts: list[str], officer_first: bool) -> None:
    """Two independent ways to one answer: characters of the rendered text here, message by message there."""
    turns = [("ua"[(number + officer_first) % 2]) + text for number, text in enumerate(texts)]
    made = only(*turns)
    expected = own.encode(LEARNED, say(*turns), 500)
    assert made.input_ids == expected.ids
    assert [label != IGNORED for label in made.labels] == expected.officer


def test_the_ids_are_those_of_inference() -> None:
    made = only(*TALK)
    plain = [{"role": one.role, "content": one.content} for one in say(*TALK)]
    assert made.input_ids == tokenizer(own.CHAT_TEMPLATE).apply_chat_template(plain)["input_ids"]


def test_what_is_too_long_is_cut_and_counted() -> None:
    whole, short = only(*TALK), only(*TALK, length=10)
    assert short == (whole.input_ids[:10], whole.labels[:10], len(whole.input_ids) - 10)


@pytest.mark.parametrize(
    ("template", "turns", "said"),
    [(None, TALK, "no chat template"), (LLAMA_2, TALK, "Only user and assistant"), (FORGETFUL, TALK, "rewrites")],
)
def test_a_template_that_cannot_do_it_is_refused(template: str | None, turns: tuple[str, ...], said: str) -> None:
    with pytest.raises(TrainingRefused, match=said):
        only(*turns, template=template)
