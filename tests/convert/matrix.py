"""Every kind of adapter merged into one base must answer as PEFT does at run time, before anything is merged.

Small random models of transformers, adapters of PEFT with random values, llama.cpp's logits of the merged F32 file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import AdapterRefused
from tests.convert import bases, llama, merging, peft_models
from tests.convert.bases import KINDS, Kind

CLOSE = 1e-5
UNTYING = (
    "lm_head",
    "lm_head dora",
    "lm_head saved",
    "embedding",
    "embedding dora",
    "embedding saved",
    "tokens of the output",
    "lm_head and tokens",
)


def cases(kind: Kind, tied: bool) -> dict[str, dict[str, object]]:
    """The arguments of a LoraConfig for each kind of adapter that PEFT has for this architecture."""
    first, second = kind.targets[:2]
    linear = {"r": 4, "lora_alpha": 6, "target_modules": list(kind.targets)}
    found = {
        "plain": linear,
        "rslora": linear | {"use_rslora": True},
        "patterns": linear | {"rank_pattern": {first: 2, f"0.*{second}": 3}, "alpha_pattern": {second: 5}},
        "dora": linear | {"use_dora": True},
        "matrix saved": linear | {"target_modules": [second], "modules_to_save": [first]},
        "norm saved": linear | {"modules_to_save": [kind.norm]},
        "lm_head": linear | {"target_modules": [first, "lm_head"]},
        "lm_head dora": linear | {"target_modules": ["lm_head"], "use_dora": True},
        "lm_head saved": linear | {"target_modules": [first], "modules_to_save": ["lm_head"]},
        "embedding": linear | {"target_modules": [first, kind.embedding]},
        "embedding dora": linear | {"target_modules": [kind.embedding], "use_dora": True},
        "embedding saved": linear | {"modules_to_save": [kind.embedding]},
        "tokens": linear | {"trainable_token_indices": [1, 5, 90]},
        "lora_bias": linear | {"target_modules": list(kind.biased), "lora_bias": True},
    }
    if kind.has_bias:
        found["all biases"] = linear | {"bias": "all"}
        found["adapted biases"] = linear | {"target_modules": list(kind.biased), "bias": "lora_only"}
    if kind.experts:
        found["experts"] = linear | {"target_parameters": list(kind.experts)}
        found["experts only, patterns"] = {
            "target_modules": [], "target_parameters": [kind.experts[0]], "r": 2, "use_rslora": True,
        }  # fmt: skip
        found["router"] = {"target_modules": [], "target_parameters": ["mlp.gate.weight"], "r": 2}
        found["router saved"] = linear | {"modules_to_save": ["mlp.gate"]}
    if kind.arch == "gpt2":
        found["positions"] = linear | {"target_modules": ["wpe"]}
        found["positions saved"] = linear | {"modules_to_save": ["wpe"]}
    if tied:
        found["embedding, both tied"] = found["embedding"] | {"ensure_weight_tying": True}
        found["lm_head and tokens"] = found["lm_head"] | {"trainable_token_indices": [1, 5, 90]}
        found["tokens of the output"] = linear | {"trainable_token_indices": {"lm_head": [1, 5, 90]}}
        found["embedding saved, both tied"] = found["embedding saved"] | {"ensure_weight_tying": True}
    return found


def check(name: str, tied: bool, folder: Path) -> None:
    """Merge every kind of adapter into the base ``name`` and compare the answers."""
    kind = KINDS[name]
    base = bases.export(kind, kind.make(tied), folder / "base.gguf")
    models, expected = {"base": base}, {"base": bases.logits_of(kind.make(tied))}
    for case, arguments in cases(kind, tied).items():
        expected[case] = peft_models.trained(kind, tied, arguments, folder / case)
        assert merging.distance(expected[case], expected["base"]) > 1e-3, f"{case} changes nothing"
        if tied and not kind.may_untie and case in UNTYING:
            with pytest.raises(AdapterRefused, match=r"lm_head|tied"):
                merging.merged(base, [folder / case], folder / "refused.gguf")
            del expected[case]
            continue
        models[case] = merging.merged(base, [folder / case], folder / f"{case}.gguf")
    answers = llama.logits(list(models.values()), bases.PROMPT, folder)
    distances = {case: merging.distance(one, expected[case]) for case, one in zip(models, answers, strict=True)}
    assert {case: far for case, far in distances.items() if not far < CLOSE} == {}
