"""What can be merged into: for each architecture an allow-list of transformers' modules and llama.cpp's tensors.

Source: the converters and loaders of llama.cpp (conversion, llama-model.cpp) and the modelling files of transformers.
A name that is in no list has no place here, however likely it looks: guessing one would merge into the wrong weights.
Knows names and the order of rows; nothing of adapters and values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from garita.convert.changes import Rows
from garita.convert.gguf_read import GgufFile
from garita.errors import ConversionRefused

# (base, layer, number of rows) -> for every row of the tensor the parameter's row it is
Order = Callable[[GgufFile, int, int], Rows]


# --- orders of rows ------------------------------------------------------------------------------------------------


def _same(_base: GgufFile, _layer: int, rows: int) -> Rows:
    return np.arange(rows)


def _rotated(key: str) -> Order:
    """Llama's queries and keys: llama.cpp rotates neighbours, transformers the two halves of a head."""

    def order(base: GgufFile, layer: int, rows: int) -> Rows:
        heads = _per_layer(base, key, layer)
        if not heads or rows % (2 * heads):
            raise ConversionRefused(
                path=str(base.path), problem=f"{rows} rows cannot be {heads} heads in layer {layer}"
            )
        return np.arange(rows).reshape(heads, 2, -1).swapaxes(1, 2).reshape(-1)

    return order


def _by_head(base: GgufFile, layer: int, rows: int) -> Rows:
    """GPT-NeoX: transformers keeps a head's query, key and value together, llama.cpp all queries, keys, values."""
    heads = _per_layer(base, "attention.head_count", layer)
    if not heads or rows % (3 * heads):
        raise ConversionRefused(path=str(base.path), problem=f"{rows} rows cannot be {heads} heads in layer {layer}")
    return np.arange(rows).reshape(heads, 3, -1).swapaxes(0, 1).reshape(-1)


def _per_layer(base: GgufFile, key: str, layer: int) -> int:
    """A number that may be an array with one for each layer; as many heads for keys as for queries where unsaid."""
    value = base.own(key)
    if value is None and key == "attention.head_count_kv":
        value = base.own("attention.head_count")
    if isinstance(value, list):
        value = value[layer] if layer < len(value) else None
    return value if type(value) is int and value > 0 else 0


# --- rules ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rule:
    """A module and the tensors of its weight and bias. ``{n}`` is the layer, ``{e}`` an expert in a stack.

    ``new_bias``: llama.cpp reads a bias here that a base may lack.
    """

    module: str
    stem: str
    order: Order = _same
    plus: float = 0.0
    transposed: bool = False
    new_bias: bool = False


@dataclass(frozen=True)
class StackRule:
    """A parameter with one matrix for each expert; its rows are those of ``stems`` one after the other."""

    module: str
    parameter: str
    stems: tuple[str, ...]


@dataclass(frozen=True)
class Architecture:
    """What can be merged into: its name as people know it and as transformers' classes are called, and its rules."""

    title: str
    rules: tuple[Rule, ...]
    stacks: tuple[StackRule, ...] = ()
    embedding: str = "model.embed_tokens"
    head: str = "lm_head"
    may_untie: bool = True
    prefixes: tuple[str, ...] = ()


_L = "model.layers.{n}"
_STEM = (
    Rule("model.embed_tokens", "token_embd"),
    Rule("model.norm", "output_norm"),
)
_ENDS = (*_STEM, Rule("lm_head", "output"))
_FEED_FORWARD = (
    Rule(f"{_L}.mlp.gate_proj", "blk.{n}.ffn_gate"),
    Rule(f"{_L}.mlp.up_proj", "blk.{n}.ffn_up"),
    Rule(f"{_L}.mlp.down_proj", "blk.{n}.ffn_down"),
)
_NORMS = (
    Rule(f"{_L}.input_layernorm", "blk.{n}.attn_norm"),
    Rule(f"{_L}.post_attention_layernorm", "blk.{n}.ffn_norm"),
)
_ATTENTION = (
    Rule(f"{_L}.self_attn.q_proj", "blk.{n}.attn_q", new_bias=True),
    Rule(f"{_L}.self_attn.k_proj", "blk.{n}.attn_k", new_bias=True),
    Rule(f"{_L}.self_attn.v_proj", "blk.{n}.attn_v", new_bias=True),
    Rule(f"{_L}.self_attn.o_proj", "blk.{n}.attn_output"),
)
_HEAD_NORMS = (
    Rule(f"{_L}.self_attn.q_norm", "blk.{n}.attn_q_norm"),
    Rule(f"{_L}.self_attn.k_norm", "blk.{n}.attn_k_norm"),
)
_LLAMA_ATTENTION = (
    Rule(f"{_L}.self_attn.q_proj", "blk.{n}.attn_q", _rotated("attention.head_count"), new_bias=True),
    Rule(f"{_L}.self_attn.k_proj", "blk.{n}.attn_k", _rotated("attention.head_count_kv"), new_bias=True),
    Rule(f"{_L}.self_attn.v_proj", "blk.{n}.attn_v", new_bias=True),
    Rule(f"{_L}.self_attn.o_proj", "blk.{n}.attn_output", new_bias=True),
)
_LLAMA_FEED_FORWARD = (
    Rule(f"{_L}.mlp.gate_proj", "blk.{n}.ffn_gate", new_bias=True),
    Rule(f"{_L}.mlp.up_proj", "blk.{n}.ffn_up", new_bias=True),
    Rule(f"{_L}.mlp.down_proj", "blk.{n}.ffn_down", new_bias=True),
)


def _experts(module: str, gate: str, up: str, down: str) -> tuple[Rule, ...]:
    """Experts that are modules of their own, as transformers before version 5 had them."""
    return (
        Rule(f"{module}.{{e}}.{gate}", "blk.{n}.ffn_gate_exps"),
        Rule(f"{module}.{{e}}.{up}", "blk.{n}.ffn_up_exps"),
        Rule(f"{module}.{{e}}.{down}", "blk.{n}.ffn_down_exps"),
    )


_MIXTRAL = (
    Rule(f"{_L}.mlp.gate", "blk.{n}.ffn_gate_inp"),
    Rule(f"{_L}.block_sparse_moe.gate", "blk.{n}.ffn_gate_inp"),
    *_experts(f"{_L}.block_sparse_moe.experts", "w1", "w3", "w2"),
)
_QWEN_MOE = (
    Rule(f"{_L}.mlp.gate", "blk.{n}.ffn_gate_inp"),
    *_experts(f"{_L}.mlp.experts", "gate_proj", "up_proj", "down_proj"),
)
_SHARED_EXPERT = (
    Rule(f"{_L}.mlp.shared_expert_gate", "blk.{n}.ffn_gate_inp_shexp"),
    Rule(f"{_L}.mlp.shared_expert.gate_proj", "blk.{n}.ffn_gate_shexp"),
    Rule(f"{_L}.mlp.shared_expert.up_proj", "blk.{n}.ffn_up_shexp"),
    Rule(f"{_L}.mlp.shared_expert.down_proj", "blk.{n}.ffn_down_shexp"),
)
_STACKS = (
    StackRule(f"{_L}.mlp.experts", "gate_up_proj", ("blk.{n}.ffn_gate_exps", "blk.{n}.ffn_up_exps")),
    StackRule(f"{_L}.mlp.experts", "down_proj", ("blk.{n}.ffn_down_exps",)),
)
_GEMMA = (
    Rule("model.embed_tokens", "token_embd"),
    Rule("model.norm", "output_norm", plus=1.0),
    Rule("lm_head", "output"),
    *_ATTENTION,
    *_FEED_FORWARD,
    Rule(f"{_L}.input_layernorm", "blk.{n}.attn_norm", plus=1.0),
    Rule(f"{_L}.post_attention_layernorm", "blk.{n}.post_attention_norm", plus=1.0),
    Rule(f"{_L}.pre_feedforward_layernorm", "blk.{n}.ffn_norm", plus=1.0),
    Rule(f"{_L}.post_feedforward_layernorm", "blk.{n}.post_ffw_norm", plus=1.0),
)
_H, _X = "transformer.h.{n}", "gpt_neox.layers.{n}"
_GPT2 = (
    Rule("transformer.wte", "token_embd"),
    Rule("transformer.wpe", "position_embd"),
    Rule(f"{_H}.ln_1", "blk.{n}.attn_norm"),
    Rule(f"{_H}.attn.c_attn", "blk.{n}.attn_qkv", transposed=True),
    Rule(f"{_H}.attn.c_proj", "blk.{n}.attn_output", transposed=True),
    Rule(f"{_H}.ln_2", "blk.{n}.ffn_norm"),
    Rule(f"{_H}.mlp.c_fc", "blk.{n}.ffn_up", transposed=True),
    Rule(f"{_H}.mlp.c_proj", "blk.{n}.ffn_down", transposed=True),
    Rule("transformer.ln_f", "output_norm"),
    Rule("lm_head", "output"),
)
_GPT_NEOX = (
    Rule("gpt_neox.embed_in", "token_embd"),
    Rule(f"{_X}.input_layernorm", "blk.{n}.attn_norm"),
    Rule(f"{_X}.attention.query_key_value", "blk.{n}.attn_qkv", _by_head),
    Rule(f"{_X}.attention.dense", "blk.{n}.attn_output"),
    Rule(f"{_X}.post_attention_layernorm", "blk.{n}.ffn_norm"),
    Rule(f"{_X}.mlp.dense_h_to_4h", "blk.{n}.ffn_up"),
    Rule(f"{_X}.mlp.dense_4h_to_h", "blk.{n}.ffn_down"),
    Rule("gpt_neox.final_layer_norm", "output_norm"),
    Rule("lm_head", "output"),
    Rule("embed_out", "output"),
)
_PHI3 = (
    *_ENDS,
    *_NORMS,
    Rule(f"{_L}.self_attn.qkv_proj", "blk.{n}.attn_qkv", new_bias=True),
    Rule(f"{_L}.self_attn.o_proj", "blk.{n}.attn_output"),
    Rule(f"{_L}.mlp.gate_up_proj", "blk.{n}.ffn_up"),
    Rule(f"{_L}.mlp.down_proj", "blk.{n}.ffn_down"),
)

_GEMMA3_PREFIXES = ("model.language_model.", "language_model.model.")

# by llama.cpp's name; Mistral, TinyLlama and Mixtral are llamas there
ARCHITECTURES = {
    "llama": Architecture(
        "Llama, Mistral, Mixtral", (*_ENDS, *_NORMS, *_LLAMA_ATTENTION, *_LLAMA_FEED_FORWARD, *_MIXTRAL), _STACKS
    ),
    "qwen2": Architecture(
        "Qwen2", (*_STEM, Rule("lm_head", "output", new_bias=True), *_NORMS, *_ATTENTION, *_FEED_FORWARD)
    ),
    "qwen3": Architecture("Qwen3", (*_ENDS, *_NORMS, *_ATTENTION, *_HEAD_NORMS, *_FEED_FORWARD)),
    "qwen2moe": Architecture("Qwen2 MoE", (*_ENDS, *_NORMS, *_ATTENTION, *_QWEN_MOE, *_SHARED_EXPERT), _STACKS),
    "qwen3moe": Architecture(
        "Qwen3 MoE", (*_ENDS, *_NORMS, *_ATTENTION, *_HEAD_NORMS, *_FEED_FORWARD, *_QWEN_MOE), _STACKS
    ),
    "gemma2": Architecture("Gemma 2", _GEMMA, may_untie=False),
    "gemma3": Architecture(
        "Gemma 3",
        (*_GEMMA, *(Rule(rule.module, rule.stem, plus=1.0) for rule in _HEAD_NORMS)),
        prefixes=_GEMMA3_PREFIXES,
    ),
    "phi3": Architecture("Phi-3", _PHI3),
    "gpt2": Architecture("GPT-2", _GPT2, embedding="transformer.wte"),
    "gptneox": Architecture("GPT-NeoX", _GPT_NEOX, embedding="gpt_neox.embed_in", may_untie=False),
}
