"""The shipped recipes of other models: they load, say what was published, and their templates and targets hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("peft")

from hypothesis import example, given, settings
from hypothesis import strategies as st
from peft import LoraConfig, get_peft_model
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    AutoModelForCausalLM,
    GPTNeoConfig,
    LlamaConfig,
    MistralConfig,
    PretrainedConfig,
    PreTrainedTokenizerFast,
)

from garita.errors import TrainingRefused
from garita.training.data.tokenised import IGNORED, persona_spans, tokenised
from garita.training.finetune import recipe
from tests.training.data.talk import say, talk

ROOT = Path(__file__).parents[3]
RECIPES = ROOT / "models" / "recipes"
OTHERS = ("mistral-7b-openorca", "llama-2-7b-chat", "llama-3-8b-instruct", "gpt-neo-1.3b")
FINETUNES = sorted(path for path in RECIPES.rglob("*.toml") if "\n[lora]\n" in path.read_text(encoding="utf-8"))
END = "<|endoftext|>"
TALK = ("sEres agente.", "uHola.\n(Ahora: saluda.)", "aBuenas, ¿qué trae?", "uNada.", "aPase.")


def test_every_model_has_its_recipe() -> None:
    assert {path.stem for path in FINETUNES} >= set(OTHERS)


@pytest.mark.parametrize("path", FINETUNES, ids=lambda path: str(path.relative_to(RECIPES)))
def test_every_finetune_loads_and_writes_below_work(path: Path) -> None:
    read = recipe.load(path)
    assert read.dataset.startswith("work/")
    assert read.output.startswith("work/")
    assert read.chat_template is None or (ROOT / read.chat_template).is_file()


@pytest.mark.parametrize("name", OTHERS)
def test_recipes_of_different_models_share_no_output(name: str) -> None:
    outputs = [recipe.load(RECIPES / f"{other}.toml").output for other in OTHERS]
    assert outputs.count(recipe.load(RECIPES / f"{name}.toml").output) == 1


def test_mistral_has_the_published_adapter() -> None:
    read = recipe.load(RECIPES / "mistral-7b-openorca.toml")
    assert (read.base, read.quantisation) == ("Open-Orca/Mistral-7B-OpenOrca", "4bit")
    assert (read.lora.r, read.lora.alpha) == (128, 256)


def test_gpt_neo_has_the_published_training() -> None:
    read = recipe.load(RECIPES / "gpt-neo-1.3b.toml")
    assert read.base == "EleutherAI/gpt-neo-1.3B"
    assert (read.sft.batch, read.sft.accumulation, read.sft.rate, read.sft.steps) == (4, 4, 2e-4, 500)
    assert (read.sft.warmup, read.sft.schedule, read.checks.patience) == (0.03, "constant", None)


# --- which modules "all-linear" means ------------------------------------------------------------------------------

SMALL = {"hidden_size": 16, "num_attention_heads": 2, "num_key_value_heads": 1, "intermediate_size": 24}
LLAMA_LIKE = {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"}
GPT_NEO = {"q_proj", "k_proj", "v_proj", "out_proj", "c_fc", "c_proj"}


@pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")  # PEFT reads it
@pytest.mark.parametrize(
    ("name", "config", "expected"),
    [
        ("mistral-7b-openorca", MistralConfig(vocab_size=32, num_hidden_layers=1, **SMALL), LLAMA_LIKE),
        ("llama-2-7b-chat", LlamaConfig(vocab_size=32, num_hidden_layers=1, **SMALL), LLAMA_LIKE),
        ("llama-3-8b-instruct", LlamaConfig(vocab_size=32, num_hidden_layers=1, **SMALL), LLAMA_LIKE),
        (
            "gpt-neo-1.3b",
            GPTNeoConfig(vocab_size=32, hidden_size=16, num_layers=1, num_heads=2, attention_types=[[["global"], 1]]),
            GPT_NEO,
        ),
    ],
)
def test_the_adapter_goes_where_the_comment_says(name: str, config: PretrainedConfig, expected: set[str]) -> None:
    (targets,) = recipe.load(RECIPES / f"{name}.toml").lora.targets
    adapted = get_peft_model(AutoModelForCausalLM.from_config(config), LoraConfig(r=2, target_modules=targets))
    found = {path.rpartition(".")[2] for path, module in adapted.named_modules() if hasattr(module, "lora_A")}
    assert found == expected
    said = (RECIPES / f"{name}.toml").read_text(encoding="utf-8").partition('targets = ["all-linear"]')[2]
    assert set(said.partition("\n")[0].removeprefix("  # here ").split(", ")) == expected


# --- templates -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def words() -> Tokenizer:
    """Byte pairs as in GPT-2 and GPT-Neo: the blank before a word belongs to it."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=[END], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    made.train_from_iterator([f"User: {text[1:]} Assistant: {text[1:]}" for text in TALK] * 3, trainer)
    return made


def with_template(words: Tokenizer, template: str) -> Any:
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, bos_token=END, eos_token=END)
    tokenizer.chat_template = template
    return tokenizer


@pytest.fixture(scope="module")
def plain(words: Tokenizer) -> Any:
    """As GPT-Neo's tokenizer: none of its own, so the recipe's."""
    named = recipe.load(RECIPES / "gpt-neo-1.3b.toml").chat_template
    assert named is not None
    return with_template(words, (ROOT / named).read_text(encoding="utf-8"))


def test_plain_lines_are_what_the_template_shows(plain: Any) -> None:
    text, _ = persona_spans(say(*TALK), plain)
    assert text == (
        f"Eres agente.\nUser: Hola.\n(Ahora: saluda.)\nAssistant: Buenas, ¿qué trae?{END}\n"
        f"User: Nada.\nAssistant: Pase.{END}\n"
    )


def test_at_the_booth_the_text_ends_where_the_reply_begins(plain: Any) -> None:
    asked = [{"role": one.role, "content": one.content} for one in say(*TALK[:2])]
    text = plain.apply_chat_template(asked, tokenize=False, add_generation_prompt=True)
    assert text == "Eres agente.\nUser: Hola.\n(Ahora: saluda.)\nAssistant:"


def test_replies_are_learned_with_the_blank_before_and_the_end_after(plain: Any) -> None:
    (made,) = tokenised([talk(*TALK)], plain, 500)
    learned = plain.decode([one for one in made.labels if one != IGNORED])
    assert learned == f" Buenas, ¿qué trae?{END} Pase.{END}"
    assert made.labels.count(plain.eos_token_id) == 2


@settings(deadline=None)
@given(st.lists(st.text("abñ¿ .:\nUser", max_size=12), min_size=1, max_size=6), st.booleans(), st.booleans())
@example(["a\nUser: b", "\nAssistant: c"], False, True)
@example(["", ""], True, False)
def test_whatever_is_said_the_replies_are_found(plain: Any, said: list[str], ruled: bool, officer_first: bool) -> None:
    turns = ["sRegla."] * ruled + ["ua"[(number + officer_first) % 2] + text for number, text in enumerate(said)]
    messages = say(*turns)
    text, spans = persona_spans(messages, plain)
    # the blank before a reply is learned, but for the very first words of all, before which nothing is asked
    expected = [" " * (at > 0) + one.content + END for at, one in enumerate(messages) if one.role == "assistant"]
    assert [text[start:stop] for start, stop in spans] == expected


# What the comments say of templates that come with a model, in short renditions of how those place a system message.
IN_THE_FIRST_TURN = (
    "{% set system = messages[0]['content'] + '|' if messages[0]['role'] == 'system' else '' %}"
    "{% for m in messages if m['role'] != 'system' %}"
    "{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('take turns') }}{% endif %}"
    "{% if m['role'] == 'user' %}{{ '[' + (system if loop.first else '') + m['content'] + ']' }}"
    "{% else %}{{ m['content'] + eos_token }}{% endif %}{% endfor %}"
)
IN_THE_LAST_TURN = IN_THE_FIRST_TURN.replace("loop.first", "loop.last")


def test_a_system_message_in_the_first_turn_does(words: Tokenizer) -> None:
    text, spans = persona_spans(say(*TALK), with_template(words, IN_THE_FIRST_TURN))
    assert text.startswith("[Eres agente.|Hola.")
    assert [text[start:stop] for start, stop in spans] == [f"Buenas, ¿qué trae?{END}", f"Pase.{END}"]


@pytest.mark.parametrize(
    ("template", "turns", "said"),
    [
        (IN_THE_FIRST_TURN, ("sRegla.", "aBuenas.", "uHola."), "take turns"),
        (IN_THE_FIRST_TURN, ("uHola.", "u¿Hola?", "aBuenas."), "take turns"),
        (IN_THE_LAST_TURN, TALK, "rewrites what was said before"),
    ],
)
def test_what_such_templates_cannot_write_is_refused(
    words: Tokenizer, template: str, turns: tuple[str, ...], said: str
) -> None:
    with pytest.raises(TrainingRefused, match=said):
        persona_spans(say(*turns), with_template(words, template))
