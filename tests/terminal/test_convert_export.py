"""garita convert export and quantize on the command line: what they say, and that the place is looked at first."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, random_base
from garita.errors import ConversionRefused, OutputNotWritable
from garita.roleplay import heard
from garita.terminal import convert_export, convert_quantize
from tests.convert import tiny


@pytest.mark.parametrize("kind", ["Q8_0", "Q4_K_M"])
def test_the_place_is_looked_at_before_the_work(tmp_path: Path, kind: str) -> None:
    for out in (tmp_path, tmp_path / "none" / "x.gguf"):
        with pytest.raises(OutputNotWritable):
            convert_export.run(tmp_path / "no model", out, kind)
    assert list(tmp_path.iterdir()) == []


def test_types_may_be_written_small(tmp_path: Path) -> None:
    tiny.tokenizer_in(tmp_path)
    tiny.model_in(tmp_path)
    convert_export.run(tmp_path, tmp_path / "x.gguf", "q4_0")
    assert open_gguf(tmp_path / "x.gguf").tensors["blk.0.attn_q.weight"].kind.name == "Q4_0"


def test_what_a_killed_run_left_is_replaced(tmp_path: Path) -> None:
    model, out = tmp_path / "model", tmp_path / "out"
    tiny.tokenizer_in(model)
    tiny.model_in(model)
    out.mkdir()
    (out / "x.gguf.f32.partial").write_bytes(b"half")
    (out / "x.gguf.partial").write_bytes(b"half")
    convert_export.run(model, out / "x.gguf", "Q4_0")
    assert [path.name for path in out.iterdir()] == ["x.gguf"]


@pytest.mark.parametrize("kind", ["F16", "Q4_0"])
def test_an_officer_of_ours_keeps_its_words_and_gets_a_name(tmp_path: Path, kind: str) -> None:
    model, out = tmp_path / "model", tmp_path / "x.gguf"
    tiny.tokenizer_in(model)
    tiny.model_in(model)
    (model / heard.FILE_NAME).write_text("hola pasaporte\n", encoding="utf-8")
    convert_export.run(model, out, kind, {"general.license": "mit"})
    made = open_gguf(out)
    keys = ("general.name", "general.license", heard.METADATA_KEY)
    assert [made.value(key) for key in keys] == ["model", "mit", "hola pasaporte"]


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("{}", "config.json, problem=num_hidden_layers is missing"),
        ("[]", "config.json, problem=is no JSON object"),
        ("{", "config.json, problem=is no JSON: "),
        ('{"num_hidden_layers": 0}', "problem=its num_hidden_layers is 0, expected a positive whole number"),
        ('{"rope_scaling": {"type": "yarn"}}', "problem=rope scaling of type yarn is not supported"),
    ],
)
def test_a_config_that_is_none_is_told_without_python(tmp_path: Path, config: str, words: str) -> None:
    (tmp_path / "config.json").write_text(config, encoding="utf-8")
    with pytest.raises(ConversionRefused) as caught:
        convert_export.run(tmp_path, tmp_path / "x.gguf", "F16")
    assert words in str(caught.value)
    assert "Error" not in str(caught.value)


def test_nothing_is_announced_that_cannot_be_written(tmp_path: Path) -> None:
    base, said = random_base(tmp_path / "base.gguf", TINY, "F16"), io.StringIO()
    with pytest.raises(ConversionRefused, match="same file"):
        convert_quantize.run(base, base, "q8_0", None, Console(file=said), "en")
    assert said.getvalue() == ""


def test_what_llama_cpp_refuses_is_one_sentence(tmp_path: Path) -> None:
    base = random_base(tmp_path / "base.gguf", TINY, "F16")
    content = base.read_bytes().replace(b"llama.context_length", b"llama.context_lengxx")
    (tmp_path / "odd.gguf").write_bytes(content)
    with pytest.raises(ConversionRefused) as caught:
        convert_quantize.run(
            tmp_path / "odd.gguf", tmp_path / "x.gguf", "Q8_0", None, Console(file=io.StringIO()), "en"
        )
    assert caught.value.facts["problem"] == "key not found in model: llama.context_length"
