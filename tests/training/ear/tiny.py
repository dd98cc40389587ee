"""A recipe whose ear learns nothing useful in no time."""

from __future__ import annotations

import numpy as np

from garita.sound import RATE, Samples
from garita.training.ear.recipe import EarRecipe, EarSizes, LearningPlan, SentencePlan, SpeechPlan, VocabularyPlan

_LETTER = np.arange(int(0.04 * RATE)) / RATE


def whistle(text: str, _voice: str, _variant: str, _speed: float, _pitch: int) -> Samples:
    """A voice that has one tone for every letter and, unlike espeak-ng, always says a thing alike."""
    tones = [np.sin(2 * np.pi * (200 + 40 * (ord(letter) % 64)) * _LETTER) for letter in text.lower()]
    return np.concatenate([np.zeros(0), *tones]).astype(np.float32) * np.float32(0.3)


SPEECH = SpeechPlan(
    voices=("es", "es-419+f2"),
    more_voices_share=0.3,
    more_voices=("es+m3",),
    english_voices=("en-us",),
    speed=(1.2, 1.5),
    pitch=(45, 55),
    silence=(0.0, 0.1),
    noise_share=0.5,
    noise=(20.0, 40.0),
    room_share=0.5,
    room=(0.05, 0.2),
    quiet_share=0.1,
    masked_share=0.5,
)
RECIPE = EarRecipe(
    model=EarSizes(width=32, encoder_layers=1, decoder_layers=1, heads=2, feed_forward=64),
    vocabulary=VocabularyPlan(entries=300, sentences=60, word_cap=20),
    sentences=SentencePlan(seed=3, window=12, rounds=2, officer_share=0.2, mixed_share=0.3, held_out=2),
    easy=SPEECH,
    speech=SPEECH,
    training=LearningPlan(
        seed=1,
        frames=1200,
        matrix_rate=0.005,
        rate=0.003,
        weight_decay=0.01,
        gradient_norm=1.0,
        helper_weight=0.4,
        guide_weight=0.2,
        warmup_steps=2,
        easy_share=0.3,
        decay_share=0.3,
    ),
)
