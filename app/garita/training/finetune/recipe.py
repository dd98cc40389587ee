"""The recipe of a fine-tune: every choice that decides what adapter comes out, read strictly from TOML.

Paths in it begin at the current folder. Knows nothing of torch, models or conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from garita import toml_file
from garita.errors import RecipeInvalid
from garita.training.recipe import Count, Positive, Strict

Rate = Annotated[float, msgspec.Meta(ge=0, lt=1)]
Text = Annotated[str, msgspec.Meta(min_length=1)]

ALL_LINEAR = "all-linear"  # PEFT's word for every linear layer but the output


class LoraPlan(Strict, frozen=True):
    """The adapter: LoRA (arXiv 2106.09685), with ``rslora`` (2312.03732) and ``dora`` (2402.09353).

    ``r`` is the rank, ``alpha`` the scale (alpha / r, with rsLoRA alpha / sqrt(r)). ``targets`` name linear modules by
    the end of their names, or "all-linear" all of them. ``modules_to_save`` are trained whole: the embedding, where the
    data set has words that the base hardly knows.
    """

    r: Count
    alpha: Positive
    dropout: Rate = 0.0
    targets: tuple[Text, ...] = (ALL_LINEAR,)
    rslora: bool = False
    dora: bool = False
    modules_to_save: tuple[Text, ...] = ()


class SftPlan(Strict, frozen=True):
    """The training: ``batch`` conversations at a time on each device, ``accumulation`` of them for an update.

    ``steps`` updates or ``epochs`` over the data set; ``warmup`` is the share of them in which the ``rate`` rises from
    zero. ``max_length`` counts tokens of one conversation, the rest is cut; ``packing`` fills rows with several.
    ``checkpointing`` computes activations again instead of keeping them: less memory, a third more time.
    """

    batch: Count
    accumulation: Count
    rate: Positive
    schedule: Literal["constant", "linear", "cosine"]
    max_length: Annotated[int, msgspec.Meta(ge=16)]
    seed: Annotated[int, msgspec.Meta(ge=0)]
    warmup: Rate = 0.0
    steps: Count | None = None
    epochs: Positive | None = None
    weight_decay: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    gradient_norm: Positive = 1.0
    packing: bool = False
    checkpointing: bool = False


class ChecksPlan(Strict, frozen=True):
    """Every so many updates all is saved, and the held-out loss measured on ``conversations`` of the validation part.

    With ``patience`` training ends early, when so many measurements in a row brought nothing, and the best is kept.
    """

    every: Count
    conversations: Count = 200
    patience: Count | None = None


class FinetuneRecipe(Strict, frozen=True):
    """One TOML file.

    ``base`` is a folder of transformers' files, or a repository of the hub as owner/name. ``dataset`` is a folder that
    ``garita train dataset`` made. ``chat_template`` is a Jinja file for tokenizers that have none of their own.
    """

    base: Text
    dataset: Text
    output: Text
    lora: LoraPlan
    sft: SftPlan
    checks: ChecksPlan
    quantisation: Literal["none", "4bit"] = "none"
    chat_template: Text | None = None


def load(path: Path) -> FinetuneRecipe:
    """Read a recipe.

    Raises:
        RecipeInvalid: the file is missing, is no TOML, or a key is unknown, absent, impossible or at odds with another.
    """
    return toml_file.read(path, FinetuneRecipe, _problems, RecipeInvalid)


def _problems(recipe: FinetuneRecipe) -> Iterator[tuple[str, str]]:
    """Keys that do not go together, each with what is wrong."""
    if (recipe.sft.steps is None) == (recipe.sft.epochs is None):
        yield "sft.steps", "give either steps or epochs"
    for key in ("targets", "modules_to_save"):
        if "lm_head" in getattr(recipe.lora, key):
            yield f"lora.{key}", "lm_head cannot be trained: the loss reads the base's own"
    if ALL_LINEAR in recipe.lora.targets and len(recipe.lora.targets) > 1:
        yield "lora.targets", f'"{ALL_LINEAR}" stands alone'
