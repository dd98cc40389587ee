"""What can be said about a model file before loading it, and after llama.cpp refused it."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.engines import model_files
from garita.errors import (
    GaritaError,
    ModelDamaged,
    ModelEmpty,
    ModelLoadFailed,
    ModelMissing,
    ModelNotGGUF,
    ModelTruncated,
    ModelUnsupported,
)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(None, ModelMissing), (b"", ModelEmpty), (b"PK\x03\x04zip", ModelNotGGUF), (b"GG", ModelNotGGUF)],
)
def test_check(tmp_path: Path, content: bytes | None, kind: type[GaritaError]) -> None:
    path = tmp_path / "m.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(kind) as caught:
        model_files.check(path)
    assert caught.value.facts["path"] == str(path)


def test_what_the_first_bytes_look_like(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(ModelNotGGUF) as caught:
        model_files.check(path)
    assert caught.value.facts["found"] == r"PK\x03\x04"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("llama_model_load: error loading model: unknown model architecture: 'whisper'", ModelUnsupported),
        ("tensor 'a' data is not within the file bounds, model is corrupted or incomplete", ModelTruncated),
        ("gguf_init_from_reader: failed to read key", ModelDamaged),
        ("nobody knows", ModelLoadFailed),
    ],
)
def test_explain(tmp_path: Path, line: str, kind: type[GaritaError]) -> None:
    assert isinstance(model_files.explain(tmp_path / "m.gguf", ["loading", line]), kind)
