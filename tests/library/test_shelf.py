"""The shelf lists what is here, says what it needs, and why something cannot run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from garita import paths
from garita.convert.random_base import TINY, random_adapter, random_base
from garita.errors import ModelEmpty, ModelTooLarge, ModelUnsupported
from garita.library import gguf_facts, hardware, shelf
from tests.library.test_gguf_facts import write_model


def test_users_files_are_listed_with_their_problems(home: Path) -> None:
    paths.user_models().mkdir(parents=True)
    write_model(paths.user_models() / "good.gguf")
    (paths.user_models() / "Bad.gguf").touch()
    found = {entry.path.name: entry for entry in shelf.look()}
    assert found["good.gguf"].problem is None
    assert found["good.gguf"].needed_bytes > found["good.gguf"].facts.weight_bytes  # type: ignore[union-attr]
    assert isinstance(found["Bad.gguf"].problem, ModelEmpty)


def test_what_cannot_run_is_refused(tmp_path: Path) -> None:
    model = write_model(tmp_path / "m.gguf")
    with pytest.raises(ModelTooLarge):
        shelf.check(model, context=10**12)
    no_words = write_model(tmp_path / "n.gguf", tokens=0)
    with pytest.raises(ModelUnsupported):
        shelf.check(no_words)


def test_memory_grows_with_the_context(tmp_path: Path) -> None:
    facts = shelf.check(write_model(tmp_path / "m.gguf"))
    small, large = shelf.memory_needed(facts, 1000), shelf.memory_needed(facts, 2000)
    assert large - small == 1000 * 2 * 2 * 4 * (16 + 16)  # bytes x layers x key-value heads x widths


def test_hardware_is_plausible() -> None:
    here = hardware.look()
    assert 1 <= here.cores <= here.threads
    assert 0 < here.memory_free_bytes <= here.memory_bytes


def test_adapters_are_listed_apart_with_whether_they_fit(home: Path) -> None:
    folder = paths.user_models()
    folder.mkdir(parents=True)
    base = gguf_facts.read(random_base(folder / "base.gguf", TINY, "F16"))
    random_adapter(folder / "calm.gguf", TINY, rank=4)
    random_adapter(folder / "wide.gguf", replace(TINY, width=TINY.width * 2))
    assert {entry.path.name for entry in shelf.look()} >= {"base.gguf"}
    assert not {entry.path.name for entry in shelf.look()} & {"calm.gguf", "wide.gguf"}
    calm, wide = shelf.adapters()
    assert (calm.path.name, calm.rank) == ("calm.gguf", 4)
    assert shelf.adapter_problem(calm.facts, base) == ""
    assert "another shape" in shelf.adapter_problem(wide.facts, base)
    assert "no tensor" in shelf.adapter_problem(calm.facts, replace(base, tensors=base.tensors[:1]))
    foreign = replace(base, metadata={**base.metadata, "general.architecture": "qwen2"})
    assert shelf.adapter_problem(calm.facts, foreign) == "is for llama, the base is qwen2"
