"""Of several processes that fail one speaks; alone one always does."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("accelerate")

import torch

from garita.training.finetune import processes


def test_alone_it_speaks_as_often_as_it_has_to() -> None:
    assert processes.group().is_main_process
    assert [processes.may_speak(), processes.may_speak()] == [True, True]


def test_in_a_group_the_first_speaks(tmp_path: Path) -> None:
    """A group of one process, asked as if it were two; the launched ones are in tests/terminal."""
    torch.distributed.init_process_group("gloo", init_method=f"file://{tmp_path / 'store'}", rank=0, world_size=1)
    try:
        assert [processes.may_speak(), processes.may_speak()] == [True, False]
    finally:
        torch.distributed.destroy_process_group()
