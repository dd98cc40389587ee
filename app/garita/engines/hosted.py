"""An engine in a process of its own, kept alive: started, loaded, explained when it dies, started again.

Knows how processes end and what an engine was at; not what is asked of it. Which engine runs is a name in the wire's
Load. One request at a time; ``cancel`` and ``close`` come from any thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from msgspec.structs import replace

from garita.engines import wire
from garita.engines.process import EngineProcess, ProcessEnded
from garita.engines.watchdog import Watchdog
from garita.errors import (
    AdapterInvalid,
    Cancelled,
    LlamaBuildUnusable,
    ModelDamaged,
    ModelLoadFailed,
    TemplateInvalid,
)
from garita.messages import Adapter, LoadProgress, ModelFacts

_ENDED_FROM_OUTSIDE = ("signal SIGKILL", "signal SIGTERM")


class HostedEngine:
    """The child and what must be said to a new one: its Load and the adapters in use.

    Args:
        path: the model's file, for errors.
        load: the first request to every child.
        on_progress: called while a child loads, in the thread that waits for it.
    """

    def __init__(self, path: str, load: wire.Load, on_progress: Callable[[LoadProgress], None]) -> None:
        self._path, self._load, self._on_progress = path, load, on_progress
        self.adapters: tuple[Adapter, ...] = ()
        self.facts: ModelFacts | None = None
        self.cancelled = False
        self._closed = False
        self._number = 0
        self._current: int | None = None  # what cancel() stops: 0 for a load, None for nothing
        self._watchdog = Watchdog()
        self._process: EngineProcess | None = self._spawn()

    @property
    def process_id(self) -> int | None:
        """The child's number; None when there is none."""
        return self._process.pid if self._process else None

    def begin(self) -> None:
        """A new request of the user's: earlier cancels are history."""
        if self._closed:
            raise RuntimeError("the engine is closed")
        self.cancelled = False

    def over(self) -> None:
        """The user's request is over."""
        self._current = None
        self._watchdog.calm()

    def ready(self) -> ModelFacts:
        """Wait for a loaded child, starting one if need be.

        Raises:
            GaritaError: why it cannot be loaded.
            Cancelled: somebody stopped it.
        """
        if self._closed:
            raise Cancelled
        if self._process is None:
            self._process = self._spawn()
        if self.facts is None:
            self._current = 0
            try:
                self.facts = self._await_load(self._process)
            except BaseException:
                self._drop()
                raise
        return self.facts

    def send(self, request: wire.Request) -> None:
        """Give a request to a loaded child under the next number.

        Raises:
            ProcessEnded: the child is dead; see ``bury``.
        """
        self.ready()
        assert self._process is not None
        self._number += 1
        self._current = self._number
        self._process.send(replace(request, number=self._number))
        if self.cancelled:  # it came while the child was loading
            self.cancel()

    def receive(self) -> wire.Reply:
        """The next reply that is not a stage.

        Raises:
            ProcessEnded: the child is dead; see ``bury``.
        """
        process = self._process
        if process is None:
            raise ProcessEnded
        while isinstance(reply := process.receive(), wire.Stage):
            self._watchdog.enter(process, reply.name)
        return reply

    def cancel(self) -> None:
        """Stop what runs; a child that does not listen is ended."""
        process, number = self._process, self._current
        if process is None or number is None:
            return
        self.cancelled = True
        self._watchdog.cancel(process)
        with contextlib.suppress(ProcessEnded):
            process.send(wire.Cancel(number))

    def close(self) -> None:
        """End the child for good."""
        self._closed = self.cancelled = True
        self._drop()

    def bury(self) -> str:
        """Take leave of a child that died over a request, and say how it ended.

        Raises:
            AdapterInvalid, TemplateInvalid: it died of that.
        """
        process, stage = self._process, self._watchdog.stage
        if process is None:
            return "closed"
        how, log = process.how_it_ended(), process.log_lines()
        self._drop()
        own_fault = not self.cancelled and how not in _ENDED_FROM_OUTSIDE
        if process.why_killed == "template" or (stage == "template" and own_fault):
            raise self._template_error(process, how)
        if stage == "adapters" and own_fault:
            raise AdapterInvalid(path="", problem=f"{how}: {(log or [''])[-1]}")
        return how

    def _spawn(self) -> EngineProcess:
        process = EngineProcess()
        with contextlib.suppress(ProcessEnded):  # whoever waits for the load will see it
            process.send(self._load)
        return process

    def _await_load(self, process: EngineProcess) -> ModelFacts:
        try:
            while isinstance(reply := self.receive(), LoadProgress):
                self._on_progress(reply)
            if isinstance(reply, wire.Loaded) and self.adapters:
                process.send(wire.UseAdapters(self._number, self.adapters))
                restored = self.receive()
                reply = restored if isinstance(restored, wire.Failed) else reply
        except ProcessEnded:
            raise self._load_death(process) from None
        if isinstance(reply, wire.Failed):
            raise wire.as_error(reply)
        assert isinstance(reply, wire.Loaded)
        return reply.facts

    def _load_death(self, process: EngineProcess) -> Exception:
        """Why a child ended while it loaded, by the stage it was in."""
        how, log, stage = process.how_it_ended(), process.log_lines(), self._watchdog.stage
        problem = f"{how}: {(log or [''])[-1]}"
        if self.cancelled:
            return Cancelled()
        if stage.startswith("build "):
            return LlamaBuildUnusable(path=stage.removeprefix("build "), problem=problem)
        if stage == "template":
            return self._template_error(process, how)
        if stage == "model" and how not in _ENDED_FROM_OUTSIDE:
            return ModelDamaged(path=self._path, problem=problem)
        return ModelLoadFailed(path=self._path, log="\n".join([*log[-5:], how]))

    def _template_error(self, process: EngineProcess, how: str) -> TemplateInvalid:
        endless = process.why_killed == "template"
        return TemplateInvalid(path=self._path, problem="it does not come to an end" if endless else how)

    def _drop(self) -> None:
        process, self._process, self.facts = self._process, None, None
        self._watchdog.stage = ""
        if process:
            process.end()
