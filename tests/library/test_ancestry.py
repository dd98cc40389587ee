"""A merged model says what it was made of, in the list of models too."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from garita.convert import merge, plan
from garita.convert.adapter import read_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, random_adapter, random_base
from garita.library import gguf_facts, shelf
from garita.library.ancestry import made_of
from garita.library.gguf_facts import GgufFacts
from garita.terminal import tables


def test_what_was_merged_is_shown(tmp_path: Path) -> None:
    base = random_base(tmp_path / "base.gguf", TINY, "F16")
    adapters = [
        read_adapter(random_adapter(tmp_path / f"{name}.gguf", TINY, seed=seed), weight)
        for name, seed, weight in (("calm", 1, 1.0), ("stern", 2, -0.5))
    ]
    made = plan.make(open_gguf(base), adapters, "Q8_0")
    merge.run(made, tmp_path / "merged.gguf", merge.fields(made))
    assert made_of(gguf_facts.read(tmp_path / "merged.gguf")) == "random + calm.gguf + stern.gguf × -0.5"
    assert made_of(gguf_facts.read(base)) == ""
    console = Console(width=300, file=io.StringIO())
    console.print(tables.models([shelf.examine(tmp_path / "merged.gguf")], "es"))
    assert "hecho de random + calm.gguf + stern.gguf × -0.5" in console.file.getvalue()  # type: ignore[attr-defined]


def test_a_file_that_says_nonsense_is_shown_harmlessly(tmp_path: Path) -> None:
    metadata = {
        "garita.convert.adapter.count": 4_000_000_000,
        "garita.convert.base.file": "\x1b[2J" + "x" * 500,
        "garita.convert.adapter.0.weight": float("nan"),
    }
    said = made_of(GgufFacts(tmp_path / "odd.gguf", 0, metadata, {}, ()))
    assert said.startswith("[2Jxxx")
    assert len(said) < 200
    assert said.endswith("…")
