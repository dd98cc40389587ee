"""What PEFT saved is read as what PEFT computes: the same scale and the same delta for every module."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from peft import LoraConfig, get_peft_model
from peft.utils.other import get_pattern_key
from transformers import LlamaConfig, LlamaForCausalLM, MixtralConfig, MixtralForCausalLM

from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import LowRank, ReplacedRows, StackedLowRank
from garita.convert.adapter_config import Patterns

SIZES = {
    "vocab_size": 40,
    "hidden_size": 16,
    "intermediate_size": 24,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
}
LLAMA: dict[str, dict[str, Any]] = {
    "plain": {"target_modules": "all-linear"},
    "rsLoRA": {"target_modules": ["q_proj", "down_proj"], "use_rslora": True},
    "patterns": {
        "target_modules": ["q_proj", "k_proj", "down_proj"],
        "rank_pattern": {"1.mlp.down_proj": 5, "down_proj": 3, "q_proj": 2},  # PEFT saves the keys sorted
        "alpha_pattern": {".*k_proj": 7, "self_attn.q_proj": 9},
        "use_rslora": True,
    },
    "embedding": {"target_modules": ["embed_tokens", "lm_head"]},
    "DoRA": {"target_modules": ["q_proj", "embed_tokens"], "use_dora": True},
    "tokens": {"target_modules": ["q_proj"], "trainable_token_indices": [5, 2]},
}


def _saved(model: torch.nn.Module, folder: Path, **config: Any) -> Any:
    """The model with an adapter whose numbers are all different from zero, saved in ``folder``."""
    torch.manual_seed(5)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        adapted = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", r=4, lora_alpha=6, **config))
        with torch.no_grad():
            for parameter in adapted.parameters():
                if parameter.requires_grad:
                    parameter.add_(torch.randn_like(parameter))
        adapted.save_pretrained(folder)
    return adapted


@given(
    patterns=st.lists(
        st.sampled_from(
            ["q_proj", "_proj", ".*", "^model.layers.0", r"layers\.[01]\..*", "mlp|self_attn", "a?", "", "."]
        ),
        unique=True,
        max_size=4,
    ),
    module=st.sampled_from(["model.layers.0.self_attn.q_proj", "model.layers.1.mlp.up_proj", "lm_head", "q_proj", "a"]),
)
def test_patterns_match_as_pefts_do(patterns: list[str], module: str) -> None:
    values = {pattern: float(number) for number, pattern in enumerate(patterns)}
    assert Patterns(values).of(module, -1.0) == values.get(get_pattern_key(list(values), module), -1.0)


@pytest.mark.parametrize("name", LLAMA)
def test_low_rank_changes(tmp_path: Path, name: str) -> None:
    adapted = _saved(LlamaForCausalLM(LlamaConfig(**SIZES)), tmp_path, **LLAMA[name])
    layers = {key: layer for key, layer in adapted.base_model.model.named_modules() if hasattr(layer, "lora_A")}
    changes = {change.target: change for change in read_adapter(tmp_path).changes if isinstance(change, LowRank)}
    assert set(changes) == set(layers)
    for target, change in changes.items():
        layer = layers[target]
        assert change.scale == pytest.approx(layer.scaling["default"], rel=1e-12)
        delta = layer.get_delta_weight("default").detach().numpy()
        assert np.abs(change.scale * change.b.whole() @ change.a.whole() - delta).max() < 1e-5 * np.abs(delta).max()
        if "default" in layer.lora_magnitude_vector:
            assert change.magnitude is not None
            expected = layer.lora_magnitude_vector["default"].weight.detach().numpy()
            assert np.array_equal(change.magnitude.whole(), expected)


def test_trainable_tokens_are_whole_rows(tmp_path: Path) -> None:
    adapted = _saved(LlamaForCausalLM(LlamaConfig(**SIZES)), tmp_path, **LLAMA["tokens"])
    (change,) = [one for one in read_adapter(tmp_path).changes if isinstance(one, ReplacedRows)]
    used = adapted.get_input_embeddings()(torch.tensor([change.indices])).detach().numpy()[0]
    assert np.array_equal(change.values.whole(), used)


def test_stacks_of_experts(tmp_path: Path) -> None:
    parameters = ["experts.gate_up_proj", "experts.down_proj", "gate.weight"]
    adapted = _saved(
        MixtralForCausalLM(MixtralConfig(**SIZES, num_local_experts=3)),
        tmp_path,
        target_modules=["q_proj"],
        target_parameters=parameters,
        rank_pattern={"experts.down_proj": 2},
    )
    experts = adapted.base_model.model.model.layers[1].mlp.experts
    wrapped = {experts.parameter_name: experts, experts.base_layer.parameter_name: experts.base_layer}
    found = {
        (change.target, change.parameter): change
        for change in read_adapter(tmp_path).changes
        if isinstance(change, StackedLowRank)
    }
    assert len(found) == 4
    for name, layer in wrapped.items():
        change = found["model.layers.1.mlp.experts", name]
        delta = layer.get_delta_weight("default").detach().numpy()
        ours = np.stack([change.scale * b.whole() @ a.whole() for a, b in change.factors])
        assert change.product == "out_in"
        assert np.abs(ours - delta).max() < 1e-5 * np.abs(delta).max()
