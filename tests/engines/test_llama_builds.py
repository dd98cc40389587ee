"""Finding a llama.cpp build under lib/, and telling one that does not fit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from garita.engines import llama_builds, llamacpp

NAME = {"win32": "llama.dll", "darwin": "libllama.dylib"}.get(sys.platform, "libllama.so")


def _build(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / NAME).touch()
    return folder


def test_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    assert llama_builds.find(tmp_path) is None
    assert llama_builds.find(tmp_path / "gone") is None


@pytest.mark.parametrize("place", [".", "cuda", "llama-b9999/bin"])
def test_in_the_folder_or_below(tmp_path: Path, place: str) -> None:
    build = _build(tmp_path / "lib" / place)
    assert llama_builds.find(tmp_path / "lib") == build


def test_the_shallowest_then_the_first_by_name(tmp_path: Path) -> None:
    _build(tmp_path / "a" / "bin")
    vulkan, cuda = _build(tmp_path / "vulkan"), _build(tmp_path / "cuda")
    assert llama_builds.find(tmp_path) == cuda != vulkan


def test_the_bundled_build_fits() -> None:
    assert llama_builds.layout_problem(llamacpp.default_values()) == ""


@pytest.mark.parametrize(("name", "value"), [("n_batch", 0), ("type_k", 65536), ("offload_kqv", 0), ("n_samplers", 7)])
def test_values_out_of_place_tell_another_version(name: str, value: float) -> None:
    problem = llama_builds.layout_problem({**llamacpp.default_values(), name: value})
    assert f"{name} = {value}" in problem
