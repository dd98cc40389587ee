"""Bases whose output is a matrix of its own: every kind of adapter, every dense architecture; see matrix.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.convert import matrix, peft_models
from tests.convert.bases import KINDS

pytestmark = peft_models.QUIET


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if False in kind.ties and not kind.experts])
def test_merged_models_answer_as_peft_does(name: str, tmp_path: Path) -> None:
    matrix.check(name, False, tmp_path)
