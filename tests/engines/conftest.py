"""Random models of a hundred thousand weights, written once per test run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from garita.engines.llama import LlamaModel
from garita.engines.llama_loading import load
from garita.engines.llama_options import LlamaOptions
from garita.library.random_model import random_adapter, random_llama


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random Llama with a ChatML template and byte-level tokens."""
    return random_llama(tmp_path_factory.mktemp("models") / "tiny.gguf")


@pytest.fixture(scope="session")
def adapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LoRA adapter that fits ``tiny``."""
    return random_adapter(tmp_path_factory.mktemp("adapters") / "tiny-lora.gguf")


@pytest.fixture
def model(tiny: Path) -> Iterator[LlamaModel]:
    """``tiny``, loaded in the tests' own process."""
    loaded = load(LlamaOptions(str(tiny), context_length=512, threads=1))
    yield loaded
    loaded.close()


@pytest.fixture(scope="session")
def whisper_folder_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Whisper of one layer that says one sentence (see random_whisper); do not write into it."""
    from tests.engines.random_whisper import random_whisper  # torch and transformers take seconds to import

    return random_whisper(tmp_path_factory.mktemp("recognisers") / "tiny")


@pytest.fixture
def whisper_folder(whisper_folder_made: Path, tmp_path: Path) -> Path:
    """A copy of it to be damaged."""
    return Path(shutil.copytree(whisper_folder_made, tmp_path / "whisper"))
