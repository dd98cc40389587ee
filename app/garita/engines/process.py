"""A spawned process that hosts an engine: starting it, its two pipes, its log, its end.

Carries wire messages and nothing else; knows neither what is asked nor what is answered. The child reads requests from
its standard input, which is a pipe of ours: it can never eat what the user types, and it ends when we do, however we
end, because the pipe closes. Whatever libraries print goes to a log file, never to the user's terminal.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, BinaryIO, cast

from garita.engines import wire
from garita.engines.child_main import CHILD_ARGUMENT
from garita.messages import Message

_END_SECONDS = 2.0
_LOG_BYTES = 8192


class ProcessEnded(Exception):
    """The process is gone; its ``EngineProcess`` says how."""


class EngineProcess:
    """One running child. ``send`` and ``kill`` may be called from any thread, ``receive`` from one at a time."""

    def __init__(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process, closed in end()
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=_environment(),
            **_apart_from_terminal(),
        )
        self._sending = threading.Lock()
        self.why_killed = ""

    def send(self, message: Message) -> None:
        """Send a request or a cancel.

        Raises:
            ProcessEnded: nobody reads any more.
        """
        assert self._process.stdin is not None
        try:
            with self._sending:
                self._process.stdin.write(wire.frame(message))
                self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise ProcessEnded from error

    def receive(self) -> wire.Reply:
        """Wait for the next reply.

        Raises:
            ProcessEnded: there will be none.
        """
        assert self._process.stdout is not None
        try:
            return wire.read_reply(cast(BinaryIO, self._process.stdout))
        except (EOFError, OSError) as error:
            raise ProcessEnded from error
        except ValueError as error:
            if self._process.stdout.closed:  # by end(), in another thread
                raise ProcessEnded from error
            raise

    def kill(self, why: str) -> None:
        """End it at once; ``why`` is remembered."""
        self.why_killed = self.why_killed or why
        with contextlib.suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """Let it end by itself, or kill it after two seconds; safe to call twice."""
        with contextlib.suppress(OSError), self._sending:
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()

    @property
    def pid(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    def how_it_ended(self) -> str:
        """``signal SIGKILL``, ``exit code 1``; waits for the end of a process whose pipe has closed."""
        try:
            code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        if code < 0:
            return f"signal {signal.Signals(-code).name}"
        return f"exit code {code}"

    def log_lines(self) -> list[str]:
        """The last lines that the process and its libraries printed."""
        if self._log.closed:
            return []
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - _LOG_BYTES))
        lines = self._log.read().decode(errors="replace").splitlines()
        return [line for line in lines if line.strip()]


def _command() -> list[str]:
    """Our own interpreter with the child's module; a frozen program is its own interpreter and sees an argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-P", "-m", "garita.engines.child_main", CHILD_ARGUMENT]


def _environment() -> dict[str, str]:
    """Ours, with the package found however we found it, and without ggml's debugger call when it aborts."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "GGML_NO_BACKTRACE": "1"}


def _apart_from_terminal() -> dict[str, Any]:
    """Ctrl-C is for the program, which then says what its children do."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}
