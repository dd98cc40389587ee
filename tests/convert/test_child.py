"""A process of its own: its result comes back, its end is told, and Ctrl-C is the parent's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from garita.convert.child import ChildEnded, in_child


def test_results_come_back() -> None:
    assert in_child(os.getpid) not in (os.getpid(), None)
    assert in_child(divmod, 17, 5) == (3, 2)


def test_an_end_is_told() -> None:
    with pytest.raises(ChildEnded, match="ended with code 3"):
        in_child(os._exit, 3)
    with pytest.raises(ChildEnded, match="ended with code -6"):
        in_child(os.abort)


def test_what_the_system_refused_is_raised_here() -> None:
    with pytest.raises(FileNotFoundError, match="No such file"):
        in_child(os.stat, "nowhere")


def test_a_killed_parent_is_not_told(capfd: pytest.CaptureFixture[str]) -> None:
    """The child finds nobody to answer and ends without a word."""
    killed = "import os, signal; os.kill(os.getppid(), signal.SIGKILL)"
    parent = f"from garita.convert.child import in_child; in_child(exec, {killed!r})"
    done = subprocess.run([sys.executable, "-c", parent], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == -signal.SIGKILL
    assert done.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a process cannot be started deaf")
def test_ctrl_c_is_not_even_heard_while_the_child_starts() -> None:
    assert signal.SIGINT in in_child(signal.pthread_sigmask, signal.SIG_BLOCK, [])
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_ctrl_c_is_not_for_the_child() -> None:
    assert in_child(signal.raise_signal, signal.SIGINT) is None
