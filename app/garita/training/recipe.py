"""The recipe of an officer: every number that decides what comes out of pretraining, read strictly from TOML.

The time spent is no part of it, because a run may be stopped and continued. Knows nothing of torch or of corpora.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from garita import toml_file
from garita.errors import RecipeInvalid

Count = Annotated[int, msgspec.Meta(ge=1)]
Positive = Annotated[float, msgspec.Meta(gt=0)]
Share = Annotated[float, msgspec.Meta(gt=0, lt=1)]
CorpusKind = Literal["booth", "service"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: unknown keys are errors, values never change."""


class ModelSizes(Strict, frozen=True):
    """A Llama with tied embeddings; ``width`` and ``head_width`` count numbers, ``context`` tokens."""

    layers: Count
    width: Count
    feed_forward: Count
    heads: Count
    head_width: Count
    context: Annotated[int, msgspec.Meta(ge=16)]
    rope_theta: Positive
    norm_epsilon: Positive


class TokenizerPlan(Strict, frozen=True):
    """``entries`` of the vocabulary, learned from the first ``conversations``, no word counting above ``word_cap``.

    The conversations are those of ``corpora`` in equal parts; where none is named, the recipe's own.
    """

    entries: Annotated[int, msgspec.Meta(ge=261)]  # 256 bytes and the five special tokens
    conversations: Count
    word_cap: Count
    corpora: tuple[CorpusKind, ...] = ()


class CorpusPlan(Strict, frozen=True):
    """``window`` conversations are drawn at a time, ``together`` of them with one system prompt, ``held_out`` ones
    only for measuring. ``kind`` is the officer's booth, or the service talk that a base model is made of.
    """

    seed: Annotated[int, msgspec.Meta(ge=0)]
    window: Count
    together: Count
    held_out: Count
    kind: CorpusKind = "booth"


class TrainingPlan(Strict, frozen=True):
    """Rates, ``step_tokens`` between two updates, and the schedule: warm-up, constant, fall over ``decay_share``."""

    seed: Annotated[int, msgspec.Meta(ge=0)]
    step_tokens: Count
    matrix_rate: Positive
    rate: Positive
    weight_decay: Annotated[float, msgspec.Meta(ge=0)]
    gradient_norm: Positive
    warmup_steps: Annotated[int, msgspec.Meta(ge=0)]
    decay_share: Share


class Recipe(Strict, frozen=True):
    """One TOML file under models/recipes."""

    model: ModelSizes
    tokenizer: TokenizerPlan
    corpus: CorpusPlan
    training: TrainingPlan


def load(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        RecipeInvalid: the file is missing, is no TOML, or a key is unknown, absent or impossible.
    """
    return toml_file.read(path, Recipe, lambda _: (), RecipeInvalid)
