"""What the computer's own voices are asked through: a program that ends with every sentence, and may be ended before.

Knows processes, and by Protocol what a system's program can do; no voice of any system.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from garita.errors import VoiceFailed
from garita.sound import Speech

_PATIENCE = 20.0  # seconds for a sentence or a list; a voice makes it in a fraction of one


class Found(NamedTuple):
    """A voice of the computer: its name there, and its language as BCP 47 writes it ("es-MX")."""

    name: str
    language: str


class Program(Protocol):
    """A system's way to its voices; both methods wait for a process and raise VoiceFailed."""

    def voices(self, run: Run) -> list[Found]:
        """Those of every language."""

    def speech(self, run: Run, text: str, voice: str, speed: float) -> Speech:
        """``text`` as that voice says it; ``speed`` 1 is its own."""


class Run:
    """Runs one program at a time and gives what it wrote.

    Args:
        name: of the voice, for VoiceFailed.
        patience: seconds after which a program is taken for hanging.
    """

    def __init__(self, name: str, patience: float = _PATIENCE) -> None:
        self.name = name
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def __call__(self, command: Sequence[str], **environment: str) -> bytes:
        """Its standard output.

        Raises:
            VoiceFailed: it cannot be started, hangs, failed, or was ended by ``close``.
        """
        process = self._start(command, environment)
        try:
            written, complaint = process.communicate(timeout=self._patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise self.failed(f"no answer within {self._patience:g} seconds") from None
        if self._closed:
            raise self.failed("it is closed")
        if process.returncode:
            raise self.failed(complaint.decode(errors="replace").strip()[-300:] or f"exit code {process.returncode}")
        return written

    def close(self) -> None:
        """End what runs, for good; from any thread, safe to call twice."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def failed(self, reason: str) -> VoiceFailed:
        """The error to raise."""
        return VoiceFailed(name=self.name, reason=reason)

    def _start(self, command: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise self.failed("it is closed")
            try:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                    env={**os.environ, **environment},
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would show a black window
                )  # fmt: skip
            except OSError as error:
                raise self.failed(str(error)) from error
            return self._process
