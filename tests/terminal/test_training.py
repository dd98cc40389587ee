"""Training commands say which part is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from garita.errors import ExtraMissing
from garita.terminal import training


@pytest.mark.parametrize("package", ["num2words", "torch"])
def test_a_missing_part_is_named(package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)  # what importing meets when it is not installed
    with pytest.raises(ExtraMissing, match=package):
        training.pretrain(tmp_path / "out", None, None, 0.1, 1)
    assert list(tmp_path.iterdir()) == []
