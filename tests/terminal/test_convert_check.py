"""garita convert check on the command line: what it shows, and that a file of another origin is pointed out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from garita.convert import merge, plan
from garita.convert.adapter import read_adapters
from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, random_adapter, random_base
from garita.errors import ConversionRefused
from garita.terminal import convert_check


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """base.gguf, lora.gguf, and both merged with the weight 0.3."""
    folder = tmp_path_factory.mktemp("check")
    base = random_base(folder / "base.gguf", TINY, "F16")
    random_adapter(folder / "lora.gguf", TINY, 4, strength=0.1)
    made = plan.make(open_gguf(base), read_adapters([f"{folder}/lora.gguf:0.3"]))
    merge.run(made, folder / "merged.gguf", merge.fields(made))
    return folder


def _checked(
    place: Path, weight: str, language: Any = "en", *, as_json: bool = False, text: str = "Hola."
) -> list[str]:
    """Standard output and standard error."""
    (place / "text.txt").write_text(text, encoding="utf-8")
    shown = (io.StringIO(), io.StringIO())
    out, errors = (Console(file=file, width=200) for file in shown)
    convert_check.run(
        place / "base.gguf", [f"{place}/lora.gguf:{weight}"], place / "merged.gguf", place / "text.txt", (out, errors),
        language, as_json=as_json,
    )  # fmt: skip
    return [file.getvalue() for file in shown]


def test_a_merge_of_these_is_shown_without_a_warning(place: Path) -> None:
    shown, told = _checked(place, "0.3")
    assert "merged file" in shown
    assert "Look twice" not in told


def test_a_merge_with_another_weight_is_pointed_out(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = _checked(place, "0.5", as_json=True)
    assert "Look twice: merged.gguf says it is made of lora.gguf × 0.3" in told
    assert {round(one["gain"], 1) for one in json.loads(capsys.readouterr().out)["tensors"]} == {0.6}
    _, told = _checked(place, "0.5", "es")
    assert "Mire dos veces: merged.gguf dice que se hizo de lora.gguf × 0.3" in told


def test_a_text_that_cannot_be_read_is_told(place: Path) -> None:
    with pytest.raises(ConversionRefused, match="is empty"):
        _checked(place, "0.3", text="")
