"""The base of a fine-tune, loaded from its folder: tokenizer with a chat template, and weights, in 4 bits if wanted.

Knows transformers and bitsandbytes, nothing of adapters and data sets.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from garita.errors import ExtraMissing, TrainingRefused
from garita.training.finetune.recipe import FinetuneRecipe


def load_tokenizer(base: Path, chat_template: str | None) -> Any:
    """The base's own, with the template of ``chat_template`` (a Jinja file) where the recipe names one.

    Raises:
        TrainingRefused: there is no tokenizer or no chat template, or the file cannot be read.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
        if chat_template is not None:
            tokenizer.chat_template = Path(chat_template).read_text(encoding="utf-8")
    except Exception as error:  # transformers raises half a dozen kinds for damaged files
        raise TrainingRefused(path=str(base), problem=f"its tokenizer cannot be read: {_first_line(error)}") from error
    if tokenizer.chat_template is None:
        problem = "its tokenizer has no chat template; name a Jinja file as chat_template in the recipe"
        raise TrainingRefused(path=str(base), problem=problem)
    return tokenizer


def load_model(base: Path, recipe: FinetuneRecipe) -> Any:
    """The base for training, on the processor; QLoRA (arXiv 2305.14314): 4-bit NormalFloat, scales quantised as well.

    Raises:
        TrainingRefused: the weights are missing, damaged or incomplete.
    """
    from transformers import AutoModelForCausalLM

    options: dict[str, Any] = {"dtype": torch.float32}  # adapters learn in half precision by autocast, see job
    if recipe.quantisation == "4bit":
        options = {"dtype": torch.bfloat16, "quantization_config": _four_bits(), "device_map": _own_device()}
    try:
        model, found = AutoModelForCausalLM.from_pretrained(
            base, local_files_only=True, output_loading_info=True, **options
        )
    except Exception as error:  # transformers and safetensors raise half a dozen kinds
        raise TrainingRefused(path=str(base), problem=f"its weights cannot be read: {_first_line(error)}") from error
    if missing := sorted(found["missing_keys"]):  # transformers would draw them at random
        raise TrainingRefused(path=str(base), problem=f"{missing[0]} is missing ({len(missing)} in all)")
    _keep_gradients(model)
    return model


def check_quantisation(recipe: FinetuneRecipe) -> None:
    """Whether what the recipe's quantisation needs is installed.

    Raises:
        ExtraMissing: 4 bits are wanted without bitsandbytes.
    """
    if recipe.quantisation == "4bit":
        try:
            import bitsandbytes  # noqa: F401  # the import alone, for a sentence instead of transformers' text
        except ImportError as error:
            raise ExtraMissing(extra="qlora", package="bitsandbytes") from error


def _keep_gradients(model: Any) -> None:
    """On processors bitsandbytes packs 4-bit weights anew when a model is measured, and then they give no gradient."""
    for module in model.modules():
        if hasattr(module, "support_avx512bf16_for_cpu"):  # bitsandbytes' Linear4bit
            module.support_avx512bf16_for_cpu = False


def _four_bits() -> Any:
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )


def _own_device() -> dict[str, Any]:
    """Each process of an `accelerate launch` quantises onto its own card."""
    from accelerate import PartialState

    return {"": PartialState().device}


def _first_line(error: Exception) -> str:
    """transformers explains at length; the first line says what is wrong."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
