"""An exported model is the same model: same logits, same token ids, or it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from garita.convert.export import export
from garita.errors import ConversionRefused, OutputNotWritable
from tests.convert import llama, tiny
from tests.training import toy

PROMPT = [0, 17, 250, 301, 3, 1, 44, 9, 120, 3, 2, 77, 88, 99, 5, 6, 7, 399]
ODD_TEXTS = (
    "¿Cómo? ¡¡No!!  dos  espacios\n\nlíneas\t tabulador ",
    "1234567890 12,5 kg de jamón 3x4 ½ ²",
    "Ñuñoa Pleldrel xqzzjk áéíóúü ÁÉÍÓÚ ñÑ ç ß",
    "🙂👩‍👩‍👧 日本語 Ελλάδα русский हिन्दी",
    "it's we'll I'd don't C'S l'hôtel",
    "<|system|>hola<|end|><|user|> <|assistant|>x<|pad|> <|otro|>",
    " ",
    "\u00a0\u2009\u3000espacios raros\u200b",
)


def test_logits_equal_transformers(tmp_path: Path) -> None:
    for tied in (True, False):
        folder = tmp_path / f"tied_{tied}"
        tiny.tokenizer_in(folder)
        model = tiny.model_in(folder, tied=tied)
        export(folder, tmp_path / "model.gguf", "F32")
        _, logits = llama.answers(tmp_path / "model.gguf", prompt=PROMPT)
        with torch.no_grad():
            expected = model(torch.tensor([PROMPT])).logits[0].numpy()
        assert np.abs(logits - expected).max() / np.abs(expected).max() < 1e-5


def test_token_ids_equal_the_tokenizers(tmp_path: Path) -> None:
    tokenizer = tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path)
    export(tmp_path, tmp_path / "model.gguf", "F16")
    spoken = [message.content for one in toy.conversations(250, 99) for message in one.messages]
    texts = [*spoken, *ODD_TEXTS]
    ids, _ = llama.answers(tmp_path / "model.gguf", texts)
    for text, ours in zip(texts, ids, strict=True):
        assert ours == tokenizer.encode(text, add_special_tokens=False).ids, text


def test_header_says_what_the_model_is(tmp_path: Path) -> None:
    tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path)
    export(tmp_path, tmp_path / "model.gguf", "F16", {"general.name": "Oficial de prueba", "general.license": "mit"})
    reader = gguf.GGUFReader(tmp_path / "model.gguf")
    said = {name: reader.fields[name].contents() for name in reader.fields}
    assert said["general.name"] == "Oficial de prueba"
    assert said["general.license"] == "mit"
    assert said["llama.rope.freq_base"] == 5000.0
    assert said["llama.context_length"] == 128
    assert said["llama.attention.head_count_kv"] == 2
    assert said["tokenizer.ggml.pre"] == "smollm"
    assert said["tokenizer.ggml.eos_token_id"] == 3
    assert said["tokenizer.ggml.add_bos_token"] is False
    assert "<|assistant|>" in said["tokenizer.chat_template"]
    assert said["tokenizer.ggml.token_type"][:6] == [3, 3, 3, 3, 3, 1]


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16", "Q8_0"])
def test_weights_survive_in_every_type(tmp_path: Path, kind: str) -> None:
    tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path, dtype=torch.bfloat16)
    export(tmp_path, tmp_path / "model.gguf", kind)  # type: ignore[arg-type]
    source = load_file(tmp_path / "model.safetensors")
    written = {tensor.name: tensor for tensor in gguf.GGUFReader(tmp_path / "model.gguf").tensors}
    assert written["blk.1.attn_norm.weight"].tensor_type == gguf.GGMLQuantizationType.F32
    down = written["blk.1.ffn_down.weight"]
    assert down.tensor_type == gguf.GGMLQuantizationType[kind]
    values = gguf.dequantize(down.data, down.tensor_type)
    expected = source["model.layers.1.mlp.down_proj.weight"].float().numpy()
    tolerance = {"F32": 0.0, "F16": 1e-3, "BF16": 0.0, "Q8_0": 1e-2}[kind]
    assert np.abs(values - expected).max() <= tolerance * np.abs(expected).max()


def _changed_config(folder: Path, **changes: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def _changed_tokenizer(folder: Path, **changes: object) -> None:
    path = folder / "tokenizer.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def _changed_weights(folder: Path, name: str, value: torch.Tensor | None) -> None:
    weights = load_file(folder / "model.safetensors")
    if value is None:
        del weights[name]
    else:
        weights[name] = value
    save_file(weights, folder / "model.safetensors")


NORM = "model.norm.weight"
BROKEN = {
    "no config": (lambda folder: (folder / "config.json").unlink(), "No such file"),
    "another architecture": (lambda folder: _changed_config(folder, model_type="gemma"), "gemma"),
    "scaled rope": (lambda folder: _changed_config(folder, rope_parameters={"rope_type": "yarn"}), "yarn"),
    "biases": (lambda folder: _changed_config(folder, attention_bias=True), "attention_bias"),
    "impossible size": (lambda folder: _changed_config(folder, hidden_size=-1), "hidden_size"),
    "tensor missing": (lambda folder: _changed_weights(folder, NORM, None), f"{NORM} is missing"),
    "tensor too many": (lambda folder: _changed_weights(folder, "lora_A", torch.ones(2)), "lora_A has no place"),
    "wrong shape": (lambda folder: _changed_weights(folder, NORM, torch.ones(3)), "expected (64,)"),
    "not a number": (lambda folder: _changed_weights(folder, NORM, torch.full((64,), torch.nan)), "NaN"),
    "too large for F16": (
        lambda folder: _changed_weights(folder, "model.embed_tokens.weight", torch.full((400, 64), 1e6)),
        "does not fit F16",
    ),
    "no tokenizer": (lambda folder: (folder / "tokenizer.json").unlink(), "No such file"),
    "unknown splitter": (lambda folder: _changed_tokenizer(folder, pre_tokenizer={"type": "Metaspace"}), "Metaspace"),
    "normalizer": (lambda folder: _changed_tokenizer(folder, normalizer={"type": "NFKC"}), "NFKC"),
    "vocabulary too large": (lambda folder: _changed_config(folder, vocab_size=300), "400 tokens"),
    "weights cut short": (
        lambda folder: (folder / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:-9]),
        "do not fit",
    ),
    "weights empty": (lambda folder: (folder / "model.safetensors").write_bytes(b""), "truncated"),
    "no weights": (lambda folder: (folder / "model.safetensors").unlink(), "no .safetensors"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_unsuitable_input_is_refused_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    spoil, words = BROKEN[name]
    folder = tmp_path / "model"
    tiny.tokenizer_in(folder)
    tiny.model_in(folder)
    spoil(folder)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(ConversionRefused, match=words.replace("(", r"\(").replace(")", r"\)")):
        export(folder, out / "model.gguf", "F16")
    assert list(out.iterdir()) == []


def test_an_older_export_survives_a_refused_one(tmp_path: Path) -> None:
    tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path)
    target = tmp_path / "model.gguf"
    target.write_bytes(b"before")
    _changed_weights(tmp_path, NORM, torch.full((64,), torch.inf))
    with pytest.raises(ConversionRefused):
        export(tmp_path, target)
    assert target.read_bytes() == b"before"
    tiny.model_in(tmp_path)
    with pytest.raises(OutputNotWritable, match="no folder"):
        export(tmp_path, tmp_path / "nowhere" / "model.gguf")
    with pytest.raises(ConversionRefused, match="same file"):
        export(tmp_path, tmp_path / "model.safetensors")


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path)
    told: list[tuple[int, int]] = []
    export(tmp_path, tmp_path / "model.gguf", "F16", on_progress=lambda done, whole: told.append((done, whole)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {whole for _, whole in told} == {(tmp_path / "model.gguf").stat().st_size}
    assert told[-1][0] > 0.8 * told[-1][1]
