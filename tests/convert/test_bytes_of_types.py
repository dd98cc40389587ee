"""Quantised files have the very bytes of llama.cpp's own quantiser: types of three bits and more."""

from __future__ import annotations

from pathlib import Path

from garita.convert.random_base import random_base
from tests.convert import quantizing


def test_every_type_has_llama_cpps_bytes(tmp_path: Path) -> None:
    source = random_base(tmp_path / "f32.gguf", quantizing.SHAPE, "F32")
    quantizing.assert_same_bytes(source, tmp_path / "both", quantizing.OTHERS - quantizing.NEED_IMPORTANCE)


def test_with_importance_too(tmp_path: Path) -> None:
    kinds = {*quantizing.NEED_IMPORTANCE, "Q4_K_M", "IQ3_S", "IQ4_XS"}
    quantizing.assert_same_bytes_with_importance(tmp_path, kinds)
