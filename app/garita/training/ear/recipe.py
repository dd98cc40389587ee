"""The recipe of a test ear: every number that decides what comes out of its training, read strictly from TOML.

The time spent is no part of it. Knows nothing of torch, of sentences or of sound.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from garita import toml_file
from garita.errors import RecipeInvalid
from garita.training.recipe import Count, Positive, Share, Strict

NotNegative = Annotated[float, msgspec.Meta(ge=0)]
Portion = Annotated[float, msgspec.Meta(ge=0, le=1)]
Pair = tuple[float, float]  # least and most


class EarSizes(Strict, frozen=True):
    """Whisper's shape: ``width`` numbers a frame, blocks of the encoder and of the decoder, attention ``heads``."""

    width: Count
    encoder_layers: Count
    decoder_layers: Count
    heads: Count
    feed_forward: Count


class VocabularyPlan(Strict, frozen=True):
    """``entries`` pieces of words, learned from so many ``sentences``, no word counting above ``word_cap``."""

    entries: Annotated[int, msgspec.Meta(ge=260)]  # 256 bytes and what Whisper's suppression needs
    sentences: Count
    word_cap: Count


class SentencePlan(Strict, frozen=True):
    """``window`` different sentences are drawn at a time; ``officer_share`` of the officer's turns give one, too.

    A window is gone through in ``rounds``; ``mixed_share`` of it are pieces of sentences put together at random.
    ``held_out`` sentences are measured with at every save.
    """

    seed: Annotated[int, msgspec.Meta(ge=0)]
    window: Count
    rounds: Count
    officer_share: Portion
    mixed_share: Portion
    held_out: Count


class SpeechPlan(Strict, frozen=True):
    """How sentences are read aloud and what a room does to them; pairs are least and most, drawn evenly.

    A voice is "LANGUAGE" or "LANGUAGE+VARIANT" of espeak-ng. Silence in seconds, noise in dB of signal above it.
    Rooms are seconds until an echo has died away; 0 in the other cases.
    """

    voices: tuple[str, ...]
    more_voices_share: Portion  # so often one of ``more_voices`` speaks
    more_voices: tuple[str, ...]
    english_voices: tuple[str, ...]
    speed: Pair
    pitch: tuple[int, int]
    silence: Pair
    noise_share: Portion
    noise: Pair
    room_share: Portion
    room: Pair
    quiet_share: Portion  # so many utterances hold noise and no word
    masked_share: Portion  # of so many features a piece of time and some bands are blotted out


class LearningPlan(Strict, frozen=True):
    """Rates, ``frames`` (10 ms each) between two updates, the helper's weight, and the schedule.

    ``easy_share`` of the budget goes to the recipe's ``easy`` speech, the rest to ``speech``; the rates fall to zero
    over ``decay_share`` at its end.
    """

    seed: Annotated[int, msgspec.Meta(ge=0)]
    frames: Count
    matrix_rate: Positive
    rate: Positive
    weight_decay: NotNegative
    gradient_norm: Positive
    helper_weight: Portion  # of the loss; the helper is a CTC head, dropped at export
    guide_weight: NotNegative  # of the loss for looking elsewhere than the helper hears a piece of text
    warmup_steps: Annotated[int, msgspec.Meta(ge=0)]
    easy_share: Portion
    decay_share: Share


class EarRecipe(Strict, frozen=True):
    """One TOML file under models/recipes."""

    model: EarSizes
    vocabulary: VocabularyPlan
    sentences: SentencePlan
    easy: SpeechPlan
    speech: SpeechPlan
    training: LearningPlan


def load(path: Path) -> EarRecipe:
    """Read a recipe.

    Raises:
        RecipeInvalid: the file is missing, is no TOML, or a key is unknown, absent or impossible.
    """
    return toml_file.read(path, EarRecipe, lambda _: (), RecipeInvalid)
