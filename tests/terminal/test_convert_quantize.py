"""garita convert, asked to end in the middle, leaves as little as after Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from garita.convert.random_base import BaseShape, random_base
from garita.terminal.convert_quantize import ended_as_by_ctrl_c


def test_the_signal_means_what_it_did_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), ended_as_by_ctrl_c():
        signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_shutdown_leaves_nothing_half_done(tmp_path: Path) -> None:
    base = random_base(tmp_path / "base.gguf", BaseShape(2, 1024, 4096, 8, 8, 2000), "F16")
    partial = tmp_path / "out.gguf.partial"
    command = [sys.executable, "-m", "garita", "convert", "quantize", str(base), str(tmp_path / "out.gguf")]
    with subprocess.Popen([*command, "--type", "Q5_K_M"], stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not (partial.exists() and partial.stat().st_size > 1_000_000):
            time.sleep(0.01)
        process.terminate()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.glob("*gguf*")] == ["base.gguf"]
