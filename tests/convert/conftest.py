"""Shared fixtures of merging. What needs torch is imported where it is used: most tests here do without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small random Llama as F32; not to be changed."""
    from tests.convert import bases

    llama = bases.KINDS["llama"]
    return bases.export(llama, llama.make(False), tmp_path_factory.mktemp("llama") / "base.gguf")


@pytest.fixture(scope="session")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.convert import peft_models

    folder = tmp_path_factory.mktemp("plain") / "adapter"
    peft_models.trained(peft_models.LLAMA, False, peft_models.PLAIN, folder)
    return folder


@pytest.fixture
def adapter(_plain: Path, tmp_path: Path) -> Path:
    """A PEFT adapter for it, the test's own to spoil."""
    return Path(shutil.copytree(_plain, tmp_path / "adapter"))
