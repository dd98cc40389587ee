"""Small random Llamas on disk with a learned tokenizer, for the tests of convert."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import LlamaConfig, LlamaForCausalLM

from garita.training import tokenizer as chat_tokens
from tests.training import toy


def tokenizer_in(folder: Path, entries: int = 400) -> Tokenizer:
    """A tokenizer learned from toy conversations, saved in ``folder``."""
    learned = chat_tokens.learn((one.messages for one in toy.conversations(60, 1)), entries, 20)
    chat_tokens.save(learned, folder, 128)
    return learned


def model_in(folder: Path, *, tied: bool = True, dtype: torch.dtype = torch.float32, entries: int = 400):
    """A random two-layer model with grouped heads, saved in ``folder``; returns it in float32."""
    torch.manual_seed(7)
    config = LlamaConfig(
        vocab_size=entries,
        hidden_size=64,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=32,
        max_position_embeddings=128,
        rope_parameters={"rope_type": "default", "rope_theta": 5000.0},
        tie_word_embeddings=tied,
        initializer_range=0.2,  # logits of ordinary size, so that a difference shows
    )
    model = LlamaForCausalLM(config).to(dtype)
    model.save_pretrained(folder)
    return model.float().eval()
