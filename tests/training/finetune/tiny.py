"""A base model with random weights, a small dataset and a recipe for them: a fine-tune of a second."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from safetensors.torch import load_file

from garita.training import checkpoint, network
from garita.training import tokenizer as chat_tokens
from garita.training.data.clean import Rules
from garita.training.data.conversation_line import ConversationLine, encode
from garita.training.data.make import Plan, make
from garita.training.data.splits import Shares
from garita.training.finetune.recipe import ChecksPlan, FinetuneRecipe, LoraPlan, SftPlan
from garita.training.finetune.watch import Entry
from garita.training.recipe import ModelSizes
from tests.training import toy

SIZES = ModelSizes(
    layers=2, width=64, feed_forward=96, heads=4, head_width=16, context=256, rope_theta=10000.0, norm_epsilon=1e-5
)
ENTRIES = 320
TALKS = 120


class Spanish:
    """Takes everything for Spanish."""

    def language(self, _text: str) -> tuple[str, bool]:
        return "es", True


def base(folder: Path) -> Path:
    """As ``garita train pretrain`` leaves its model, but that it has learned nothing."""
    talks = [one.messages for one in toy.conversations(60, 1)]
    words = chat_tokens.learn(talks, ENTRIES, 20)
    end, pad = (chat_tokens.id_of(words, token) for token in (chat_tokens.END, chat_tokens.PAD))
    chat_tokens.save(words, folder, SIZES.context)
    checkpoint.save_model(folder, network.build(SIZES, words.get_vocab_size(), end, pad, seed=5))
    return folder


def dataset(folder: Path, shares: Shares = Shares(validation=0.2, test=0.1)) -> Path:  # noqa: B008  # it is frozen
    """A folder of toy conversations, made as users make theirs."""
    folder.mkdir(parents=True)
    lines = [ConversationLine(messages=tuple(one.messages)) for one in toy.conversations(TALKS, 2)]
    file = folder / "all.jsonl"
    file.write_bytes(b"".join(encode(line) for line in lines))
    make([file], folder / "set", Plan(rules=Rules(), shares=shares), Spanish())
    return folder / "set"


def recipe(base: Path, dataset: Path, output: Path, **changes: Any) -> FinetuneRecipe:
    """Six updates of two conversations, saved and measured after every second; ``changes`` as in lora__r=2."""
    made = FinetuneRecipe(
        base=str(base),
        dataset=str(dataset),
        output=str(output),
        lora=LoraPlan(r=4, alpha=8.0),
        sft=SftPlan(batch=2, accumulation=1, rate=0.01, schedule="constant", max_length=200, seed=3, steps=6),
        checks=ChecksPlan(every=2, conversations=6),
    )
    return changed(made, **changes)


def changed(recipe: FinetuneRecipe, **changes: Any) -> FinetuneRecipe:
    """The recipe with other values, as in sft__rate=0.1."""
    for name, value in changes.items():
        recipe = _with(recipe, name.split("__"), value)
    return recipe


def _with(struct: Any, steps: list[str], value: Any) -> Any:
    name, *rest = steps
    return msgspec.structs.replace(struct, **{name: _with(getattr(struct, name), rest, value) if rest else value})


def toml(recipe: FinetuneRecipe, path: Path) -> Path:
    """The recipe as its user writes it."""
    path.write_bytes(msgspec.toml.encode(_stated(msgspec.to_builtins(recipe))))
    return path


def _stated(table: dict[str, Any]) -> dict[str, Any]:
    """Without what is None, which TOML cannot say."""
    return {
        key: _stated(value) if isinstance(value, dict) else value for key, value in table.items() if value is not None
    }


def log(output: Path) -> list[Entry]:
    return [msgspec.json.decode(line, type=Entry) for line in (output / "log.jsonl").read_bytes().splitlines()]


def weights(output: Path) -> dict[str, Any]:
    return dict(load_file(output / "adapter" / "adapter_model.safetensors"))
