"""Types of two bits and a little more have llama.cpp's very bytes; ggml's tables take seven seconds."""

from __future__ import annotations

from pathlib import Path

from tests.convert import quantizing


def test_every_type_has_llama_cpps_bytes(tmp_path: Path) -> None:
    quantizing.assert_same_bytes_with_importance(tmp_path, quantizing.TWO_BITS)
