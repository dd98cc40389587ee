"""Types of one bit and a half have llama.cpp's very bytes; ggml's table for them takes nine seconds."""

from __future__ import annotations

from pathlib import Path

from tests.convert import quantizing


def test_every_type_has_llama_cpps_bytes(tmp_path: Path) -> None:
    quantizing.assert_same_bytes_with_importance(tmp_path, quantizing.ONE_BIT)
