"""Every change of an adapter finds the rows it is for, or is refused by its name; see also test_merge_refusals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from garita.convert import plan
from garita.convert.adapter import read_adapter
from garita.convert.gguf_fields import Field, ValueType, number, text, texts
from garita.convert.gguf_read import open_gguf
from garita.errors import AdapterRefused, ConversionRefused
from tests.convert import gguf_files, merging
from tests.convert.gguf_files import adapter_fields
from tests.convert.peft_folders import folder, values

WIDTH, ENTRIES, UNUSED = 8, 12, 3  # the last words of the vocabulary are padding
LAYER = "model.layers.0"
WORDS = [*(f"w{n}" for n in range(ENTRIES - UNUSED)), *(f"[PAD{n}]" for n in range(UNUSED))]
FIELDS: dict[str, Field] = {
    "general.architecture": text("llama"),
    "llama.attention.head_count": number(ValueType.UINT32, 2),
    "tokenizer.ggml.tokens": texts(WORDS),
}
TIED = {
    "token_embd.weight": values(ENTRIES, WIDTH),
    "output_norm.weight": values(WIDTH),
    "blk.0.attn_q.weight": values(WIDTH, WIDTH),
    "blk.0.ffn_up_exps.weight": values(2, WIDTH, WIDTH),
}
TENSORS = TIED | {"output.weight": values(ENTRIES, WIDTH) * 2}
PAIR = {f"{LAYER}.self_attn.q_proj.lora_A.weight": values(2, WIDTH),
        f"{LAYER}.self_attn.q_proj.lora_B.weight": values(WIDTH, 2)}  # fmt: skip
TOKENS = "token_adapter.trainable_tokens_delta"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return gguf_files.write(tmp_path / "base.gguf", TENSORS, FIELDS)


Refused = tuple[Mapping[str, np.ndarray], Mapping[str, object], str]
PEFT: dict[str, Refused] = {
    "weights of another base": (
        {"lm_head.lora_A.weight": values(2, WIDTH), "lm_head.lora_B.weight": values(ENTRIES, 2),
         "lm_head.base_layer.weight": values(ENTRIES, WIDTH)}, {}, "another base: its lm_head"),
    "a norm by low rank": (
        {"model.norm.lora_A.weight": values(2, 1), "model.norm.lora_B.weight": values(WIDTH, 2)}, {},
        "model.norm is no single matrix"),
    "a token that is not there": (
        PAIR | {f"model.embed_tokens.{TOKENS}": values(2, WIDTH)}, {"trainable_token_indices": [1, ENTRIES]},
        f"not 2 different ones of {ENTRIES}"),
    "tokens of another width": (
        PAIR | {f"model.embed_tokens.{TOKENS}": values(2, WIDTH + 1)}, {"trainable_token_indices": [1, 2]},
        rf"\(2, {WIDTH + 1}\), the base needs \(2, {WIDTH}\)"),
    "tokens of a norm": (
        PAIR | {f"model.norm.{TOKENS}": values(2, 1)}, {"trainable_token_indices": {"norm": [1, 2]}},
        "model.norm is no embedding"),
    "a larger vocabulary": (
        PAIR | {"model.embed_tokens.weight": values(ENTRIES + 2, WIDTH)}, {"modules_to_save": ["embed_tokens"]},
        rf"embed_tokens\.weight has the shape \({ENTRIES + 2}, {WIDTH}\), the base needs \({ENTRIES}, {WIDTH}\)"),
    "a vocabulary without the padding": (
        PAIR | {"lm_head.weight": values(ENTRIES - UNUSED, WIDTH)}, {"modules_to_save": ["lm_head"]},
        rf"lm_head\.weight has the shape \({ENTRIES - UNUSED}, {WIDTH}\)"),
    "low rank of a larger vocabulary": (
        {"model.embed_tokens.lora_embedding_A": values(2, ENTRIES + 1),
         "model.embed_tokens.lora_embedding_B": values(WIDTH, 2)}, {}, rf"\({ENTRIES + 1}, 2\)"),
}  # fmt: skip


@pytest.mark.parametrize("name", PEFT)
def test_what_does_not_fit_is_refused(name: str, base: Path, tmp_path: Path) -> None:
    tensors, config, words = PEFT[name]
    with pytest.raises(AdapterRefused, match=words):
        merging.planned(base, [folder(tmp_path / "adapter", tensors, config)])


GGUF: dict[str, tuple[Mapping[str, np.ndarray], str]] = {
    "a matrix for a stack": (
        {"blk.0.ffn_up_exps.weight.lora_a": values(2, WIDTH), "blk.0.ffn_up_exps.weight.lora_b": values(WIDTH, 2)},
        "ffn_up_exps.weight is no single matrix"),
    "a stack for a matrix": (
        {"blk.0.attn_q.weight.lora_a": values(2, 2, WIDTH), "blk.0.attn_q.weight.lora_b": values(2, WIDTH, 2)},
        "attn_q.weight.weight has 2 matrices"),
    "factors of another stack": (
        {"blk.0.ffn_up_exps.weight.lora_a": values(2, 2, 5), "blk.0.ffn_up_exps.weight.lora_b": values(2, WIDTH, 2)},
        r"\(2, 5\) and \(8, 2\) do not make \(8, 8\)"),
    "a stack whole": ({"blk.0.ffn_up_exps.weight": values(2, WIDTH, WIDTH)}, "ffn_up_exps.weight is a stack"),
    "a tensor nobody has": ({"blk.1.attn_norm.weight": values(WIDTH)}, r"blk\.1\.attn_norm\.weight has no place"),
}  # fmt: skip


@pytest.mark.parametrize("name", GGUF)
def test_what_does_not_fit_is_refused_in_llama_cpps_format_too(name: str, base: Path, tmp_path: Path) -> None:
    tensors, words = GGUF[name]
    with pytest.raises(AdapterRefused, match=words):
        merging.planned(base, [gguf_files.write(tmp_path / "lora.gguf", tensors, adapter_fields())])


def test_adapters_that_change_nothing_are_an_error(base: Path, tmp_path: Path) -> None:
    empty = replace(read_adapter(folder(tmp_path / "adapter", PAIR)), changes=())
    with pytest.raises(AdapterRefused, match="changes nothing"):
        plan.make(open_gguf(base), [empty])


def test_a_bias_that_llama_cpp_would_not_read_has_no_place(tmp_path: Path) -> None:
    """It reads one of a query that the base does not have, and none of the attention's output."""
    fields = {"general.architecture": text("qwen2")}
    tensors = {f"blk.0.attn_{name}.weight": values(WIDTH, WIDTH) for name in ("q", "output")}
    base = gguf_files.write(tmp_path / "qwen2.gguf", tensors, fields)
    for module, tensor in (("q_proj", "blk.0.attn_q.bias"), ("o_proj", "")):
        pair = {f"{LAYER}.self_attn.{module}.lora_A.weight": values(2, WIDTH),
                f"{LAYER}.self_attn.{module}.lora_B.weight": values(WIDTH, 2),
                f"{LAYER}.self_attn.{module}.lora_B.bias": values(WIDTH)}  # fmt: skip
        adapter = folder(tmp_path / "adapter", pair, {"lora_bias": True})
        if tensor:
            assert tensor in {one.work.name for one in merging.planned(base, [adapter]).entries}
        else:
            with pytest.raises(AdapterRefused, match=r"o_proj\.bias has no place"):
                merging.planned(base, [adapter])


def test_a_padded_vocabulary_is_no_mismatch(base: Path, tmp_path: Path) -> None:
    """The tokenizer ends where the padding begins; trained are a word and, as PEFT allows, a row of the padding."""
    rows = values(2, WIDTH)
    adapter = folder(
        tmp_path / "adapter", PAIR | {f"model.embed_tokens.{TOKENS}": rows},
        {"trainable_token_indices": [1, ENTRIES - 1], "base_model_name_or_path": "some/base"},
    )  # fmt: skip
    vocabulary = {word: n for n, word in enumerate(WORDS[: ENTRIES - UNUSED])}
    (adapter / "tokenizer.json").write_text(json.dumps({"model": {"vocab": vocabulary}}))
    assert merging.planned(base, [adapter]).warnings == ()
    out = open_gguf(merging.merged(base, [adapter], tmp_path / "out.gguf"))
    assert out.value("tokenizer.ggml.tokens") == WORDS
    embedding = out.tensors["token_embd.weight"]
    assert embedding.shape == (ENTRIES, WIDTH)
    assert embedding.rows(1, 2) + embedding.rows(ENTRIES - 1, ENTRIES) == rows.tobytes()
    assert embedding.rows(2, 3) == TENSORS["token_embd.weight"][2].tobytes()


def test_a_vocabulary_that_is_a_list_is_compared_as_well(base: Path, tmp_path: Path) -> None:
    adapter = folder(tmp_path / "adapter", PAIR)
    said = [[word, 0.0] for word in WORDS]
    said[4][0] = "otra"
    (adapter / "tokenizer.json").write_text(json.dumps({"model": {"vocab": said}}))
    (warning,) = merging.planned(base, [adapter]).warnings
    assert warning.startswith("1 words of adapter's tokenizer.json")


def test_both_uses_of_a_tied_embedding_must_say_the_same(tmp_path: Path) -> None:
    base = gguf_files.write(tmp_path / "tied.gguf", TIED, FIELDS)
    one, other = values(ENTRIES, WIDTH), values(ENTRIES, WIDTH) + 1
    config = {"modules_to_save": ["embed_tokens", "lm_head"], "ensure_weight_tying": True}
    for output, fits in ((one, True), (other, False)):
        tensors = PAIR | {"model.embed_tokens.weight": one, "lm_head.weight": output}
        adapter = folder(tmp_path / "adapter", tensors, config)
        if not fits:
            with pytest.raises(AdapterRefused, match="tied to the embedding, but says something else"):
                merging.planned(base, [adapter])
            continue
        after = merging.content(merging.merged(base, [adapter], tmp_path / "out.gguf"))
        assert "output.weight" not in after
        assert after["token_embd.weight"] == ("F32", one.tobytes())


@pytest.mark.parametrize("rows", [WIDTH * 3, WIDTH * 3 + 1])
def test_older_names_of_a_gpt_neox(rows: int, tmp_path: Path) -> None:
    """transformers called the output embed_out; heads that do not divide the rows are refused."""
    fields = {"general.architecture": text("gptneox"), "gptneox.attention.head_count": number(ValueType.UINT32, 2)}
    tensors = {"token_embd.weight": values(ENTRIES, WIDTH), "output.weight": values(ENTRIES, WIDTH),
               "blk.0.attn_qkv.weight": values(rows, WIDTH)}  # fmt: skip
    base = gguf_files.write(tmp_path / "neox.gguf", tensors, fields)
    pair = {"embed_out.lora_A.weight": values(2, WIDTH), "embed_out.lora_B.weight": values(ENTRIES, 2)}
    made = merging.planned(base, [folder(tmp_path / "adapter", pair)])
    assert [one.work.name for one in made.entries if one.changed_by] == ["output.weight"]
    module = "gpt_neox.layers.0.attention.query_key_value"
    pair = {f"{module}.lora_A.weight": values(2, WIDTH), f"{module}.lora_B.weight": values(rows, 2)}
    adapter = folder(tmp_path / "adapter", pair)
    if rows % 2:
        with pytest.raises(ConversionRefused, match="25 rows cannot be 2 heads in layer 0"):
            merging.planned(base, [adapter])
    else:
        assert merging.planned(base, [adapter])
