"""Small random models of every architecture, and a writer of their GGUF files for llama.cpp, independent of convert's.

Names come from gguf's own map; orders of rows from llama.cpp's loaders. There is no tokenizer: tests hand in token ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import gguf
import numpy as np
import torch
import transformers as hf

ENTRIES, WIDTH, WIDE, HEADS, KV_HEADS, HEAD, LAYERS, CONTEXT = 96, 64, 96, 4, 2, 16, 2, 64
EXPERTS, EXPERT_WIDE = 4, 48
PROMPT = [0, 17, 95, 31, 3, 1, 44, 9, 70, 3, 2, 77]
_DOWN = ("down_proj.weight", "c_proj.weight", "dense_4h_to_h.weight")
_SIZES = {
    "vocab_size": ENTRIES,
    "hidden_size": WIDTH,
    "intermediate_size": WIDE,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "num_key_value_heads": KV_HEADS,
    "head_dim": HEAD,
    "max_position_embeddings": CONTEXT,
    "initializer_range": 0.15,  # logits of ordinary size, so that a difference shows
    "attn_implementation": "eager",
    "pad_token_id": None,
    "bos_token_id": 0,
    "eos_token_id": 1,
}


@dataclass(frozen=True)
class Kind:
    """An architecture: llama.cpp's name, how transformers makes one, further keys, and what becomes of a tensor."""

    arch: str
    make: Callable[[bool], hf.PreTrainedModel]
    keys: dict[str, object]
    targets: tuple[str, ...]  # modules to adapt
    embedding: str
    norm: str
    turn: Callable[[str, np.ndarray], np.ndarray] = lambda name, values: values
    ties: tuple[bool, ...] = (False, True)
    may_untie: bool = True  # llama.cpp reads an output of its own
    noise: float = 0.05  # of a trained adapter's values
    biased: tuple[str, ...] = ("q_proj", "k_proj", "v_proj")  # modules whose bias llama.cpp reads, there or not
    has_bias: bool = False
    experts: tuple[str, ...] = ()  # parameters with a matrix for each expert


def _model(config_class: str, model_class: str, gelu: str = "", **more: object) -> Callable[[bool], hf.PreTrainedModel]:
    def make(tied: bool) -> hf.PreTrainedModel:
        torch.manual_seed(7)
        config = getattr(hf, config_class)(**{**_SIZES, **more}, tie_word_embeddings=tied)
        model = getattr(hf, model_class)(config)
        with torch.no_grad():
            for name, one in model.named_parameters():  # norms and biases that do something
                if name.endswith("post_feedforward_layernorm.weight"):  # 1 is added to it: small again, see below
                    one.copy_(torch.randn_like(one) * 0.002 - 0.98)
                elif one.ndim == 1:
                    one.add_(torch.randn_like(one) * 0.1)
                elif "gate" in name and one.shape[0] == EXPERTS and one.ndim == 2:
                    one.normal_(std=0.5)
        for mlp in (one for name, one in model.named_modules() if gelu and name.endswith(".mlp")):
            setattr(mlp, gelu, Gelu())
            with torch.no_grad():  # a number on the edge of two table entries must not drown everything else
                next(one for name, one in mlp.named_parameters() if name.startswith(_DOWN)).mul_(0.02)
        return model.eval()

    return make


class Gelu(torch.nn.Module):
    """ggml's: the tanh approximation out of a table of half-precision numbers; transformers' own differs by 1e-4."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        looked_up = torch.nn.functional.gelu(values.half().float(), approximate="tanh").half().float()
        return torch.where(values <= -10, torch.zeros_like(values), torch.where(values >= 10, values, looked_up))


def _rotated(values: np.ndarray, heads: int) -> np.ndarray:
    return values.reshape(heads, 2, values.shape[0] // heads // 2, -1).swapaxes(1, 2).reshape(values.shape)


def _llama(name: str, values: np.ndarray) -> np.ndarray:
    if ".q_proj." in name:
        return _rotated(values, HEADS)
    return _rotated(values, KV_HEADS) if ".k_proj." in name else values


def _gemma(name: str, values: np.ndarray) -> np.ndarray:
    return values + 1 if "norm" in name else values


def _gpt2(name: str, values: np.ndarray) -> np.ndarray:
    return values.T if values.ndim == 2 and name.split(".")[-2].startswith("c_") else values


def _neox(name: str, values: np.ndarray) -> np.ndarray:
    if ".query_key_value." in name:
        return values.reshape(HEADS, 3, WIDTH // HEADS, -1).swapaxes(0, 1).reshape(values.shape)
    return values


_PROJECTIONS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
_USUAL = {"embedding": "embed_tokens", "norm": "norm"}
_RMS = {"attention.layer_norm_rms_epsilon": 1e-6}
_ROPE = {"rope_parameters": {"rope_type": "default", "rope_theta": 10000.0}}
_MOE = {"num_experts": EXPERTS, "num_experts_per_tok": 2, "moe_intermediate_size": EXPERT_WIDE, "norm_topk_prob": True}
_QWEN2_MOE = _MOE | {"norm_topk_prob": False}
_EXPERTS = ("mlp.experts.gate_up_proj", "mlp.experts.down_proj")
_MOE_KEYS = {"expert_count": EXPERTS, "expert_used_count": 2, "expert_feed_forward_length": EXPERT_WIDE}

KINDS = {
    "llama": Kind(
        "llama",
        _model("LlamaConfig", "LlamaForCausalLM", **_ROPE),
        {**_RMS},
        _PROJECTIONS,
        **_USUAL,
        turn=_llama,
        biased=_PROJECTIONS,
    ),
    "mistral": Kind(
        "llama",
        _model("MistralConfig", "MistralForCausalLM", sliding_window=None, **_ROPE),
        {**_RMS},
        _PROJECTIONS,
        **_USUAL,
        turn=_llama,
        biased=_PROJECTIONS,
        ties=(False,),
    ),
    "qwen2": Kind(
        "qwen2",
        _model("Qwen2Config", "Qwen2ForCausalLM", **_ROPE),
        {**_RMS},
        _PROJECTIONS,
        **_USUAL,
        has_bias=True,
    ),
    "qwen3": Kind("qwen3", _model("Qwen3Config", "Qwen3ForCausalLM", **_ROPE), {**_RMS}, _PROJECTIONS, **_USUAL),
    "gemma2": Kind(
        "gemma2",
        _model(
            "Gemma2Config", "Gemma2ForCausalLM", "act_fn", query_pre_attn_scalar=HEAD, sliding_window=32, **_ROPE
        ),
        {
            **_RMS,
            "attention.sliding_window": 32,
            "attn_logit_softcapping": 50.0,
            "final_logit_softcapping": 30.0,
        },
        _PROJECTIONS,
        **_USUAL,
        turn=_gemma,
        noise=0.01,
        ties=(True,),
        may_untie=False,
    ),
    "gemma3": Kind(
        "gemma3",
        _model("Gemma3TextConfig", "Gemma3ForCausalLM", "act_fn", query_pre_attn_scalar=HEAD, sliding_window=32),
        {**_RMS, "attention.sliding_window": 32, "rope.freq_base": 1000000.0},
        _PROJECTIONS,
        **_USUAL,
        turn=_gemma,
        noise=0.01,
        ties=(True,),
    ),
    "phi3": Kind(
        "phi3",
        _model("Phi3Config", "Phi3ForCausalLM", sliding_window=None, **_ROPE),
        {"attention.layer_norm_rms_epsilon": 1e-5, "attention.sliding_window": 0},
        ("qkv_proj", "o_proj", "gate_up_proj", "down_proj"),
        **_USUAL,
        biased=("qkv_proj",),
    ),
    "gpt2": Kind(
        "gpt2",
        _model("GPT2Config", "GPT2LMHeadModel", "act", n_embd=WIDTH, n_layer=LAYERS, n_head=HEADS, n_positions=CONTEXT),
        {"attention.layer_norm_epsilon": 1e-5, "feed_forward_length": 4 * WIDTH, "attention.head_count_kv": HEADS},
        ("c_attn", "c_proj", "c_fc"),
        embedding="wte",
        norm="ln_f",
        turn=_gpt2,
        noise=0.01,
        biased=("c_attn", "c_proj", "c_fc"),
        has_bias=True,
        ties=(True,),
    ),
    "gptneox": Kind(
        "gptneox",
        _model("GPTNeoXConfig", "GPTNeoXForCausalLM", "act", rotary_pct=0.5, rope_parameters={
            "rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.5}),
        {
            "attention.layer_norm_epsilon": 1e-5,
            "attention.head_count_kv": HEADS,
            "rope.dimension_count": HEAD // 2,
            "use_parallel_residual": True,
        },
        ("query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"),
        embedding="embed_in",
        norm="final_layer_norm",
        turn=_neox,
        noise=0.01,
        biased=("query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"),
        has_bias=True,
        ties=(False,),
    ),
    "mixtral": Kind(
        "llama",
        _model("MixtralConfig", "MixtralForCausalLM", num_local_experts=EXPERTS, num_experts_per_tok=2,
               sliding_window=None, **_ROPE),
        {"attention.layer_norm_rms_epsilon": 1e-5, "expert_count": EXPERTS, "expert_used_count": 2},
        _PROJECTIONS[:4],
        **_USUAL,
        turn=_llama,
        biased=_PROJECTIONS[:4],
        experts=_EXPERTS,
        ties=(False,),
    ),
    "qwen2moe": Kind(
        "qwen2moe",
        _model("Qwen2MoeConfig", "Qwen2MoeForCausalLM", shared_expert_intermediate_size=80, **_QWEN2_MOE, **_ROPE),
        {**_RMS, **_MOE_KEYS, "expert_shared_feed_forward_length": 80},
        (*_PROJECTIONS, "shared_expert_gate"),
        **_USUAL,
        experts=_EXPERTS,
        has_bias=True,
        ties=(False,),
    ),
    "qwen3moe": Kind(
        "qwen3moe",
        _model("Qwen3MoeConfig", "Qwen3MoeForCausalLM", **_MOE, **_ROPE),
        {**_RMS, **_MOE_KEYS},
        _PROJECTIONS[:4],
        **_USUAL,
        experts=_EXPERTS,
        ties=(False,),
    ),
}  # fmt: skip


def square_experts(kind: Kind) -> Kind:
    """The same mixture with experts as wide as the model."""
    make = _model("Qwen3MoeConfig", "Qwen3MoeForCausalLM", **_MOE | {"moe_intermediate_size": WIDTH}, **_ROPE)
    return replace(kind, make=make, keys=kind.keys | {"expert_feed_forward_length": WIDTH})


def export(kind: Kind, model: hf.PreTrainedModel, path: Path) -> Path:
    """Write ``model`` as F32."""
    writer = gguf.GGUFWriter(path, kind.arch)
    for key, value in _keys(kind).items():
        add = {bool: writer.add_bool, int: writer.add_uint32, float: writer.add_float32}[type(value)]
        add(f"{kind.arch}.{key}", value)
    writer.add_string("tokenizer.ggml.model", "none")
    writer.add_name("a random base")
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH[kind.arch.upper()], LAYERS)
    for name, values in model.state_dict().items():
        if name == "lm_head.weight" and model.config.tie_word_embeddings:
            continue
        for target, part in _tensors(names, name, kind.turn(name, values.float().numpy())):
            writer.add_tensor(target, np.ascontiguousarray(part))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _keys(kind: Kind) -> dict[str, object]:
    return {
        "vocab_size": ENTRIES,
        "context_length": CONTEXT,
        "embedding_length": WIDTH,
        "feed_forward_length": WIDE,
        "block_count": LAYERS,
        "attention.head_count": HEADS,
        "attention.head_count_kv": KV_HEADS,
        "attention.key_length": HEAD,
        "attention.value_length": HEAD,
        "rope.freq_base": 10000.0,
        "rope.dimension_count": HEAD,
        **kind.keys,
    }


def _tensors(names: gguf.TensorNameMap, name: str, values: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """The tensors of one parameter: stacked experts' gates and ups lie in one parameter."""
    layer = "blk." + "".join(re.findall(r"layers\.(\d+)\.", name))
    if name.endswith("experts.gate_up_proj"):
        gate, up = np.split(values, 2, axis=1)
        return [(f"{layer}.ffn_gate_exps.weight", gate), (f"{layer}.ffn_up_exps.weight", up)]
    if name.endswith("experts.down_proj"):
        return [(f"{layer}.ffn_down_exps.weight", values)]
    if name.endswith("shared_expert_gate.weight"):
        values = values.reshape(-1)
    target = names.get_name(name, try_suffixes=(".weight", ".bias"))
    if target is None:
        raise AssertionError(f"gguf knows no name for {name}")
    return [(target, values)]


def logits_of(model: torch.nn.Module) -> np.ndarray:
    """What transformers says about PROMPT, shape (tokens, entries)."""
    with torch.no_grad():
        return model(torch.tensor([PROMPT])).logits[0].float().numpy()
