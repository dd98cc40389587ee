"""An engine in a process of its own, kept alive: started, loaded, explained when it dies, started again.

Knows how processes end and what an engine was at; not what is asked of it. Which engine runs is a name in the wire's
Load, and what a death while loading means is for its owner to say. One request at a time; ``cancel`` and ``close``
come from any thread.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from garita.engines import wire
from garita.engines.process import EngineProcess, ProcessEnded
from garita.engines.watchdog import Watchdog
from garita.errors import AdapterInvalid, Cancelled, EngineDied, GaritaError
from garita.messages import Adapter, LoadProgress, Message

MOST_DEATHS = 3
_ENDED_FROM_OUTSIDE = ("signal SIGKILL", "signal SIGTERM")
Facts = TypeVar("Facts", bound=Message)
R = TypeVar("R", bound=Message)


class Death(NamedTuple):
    """A child's end while it loaded: the stage it was in, how it ended, its last log lines, why we killed it or ""."""

    stage: str
    how: str
    log: list[str]
    why_killed: str

    @property
    def from_outside(self) -> bool:
        """Somebody else ended it (too little memory, a user's kill), so its files are not to blame."""
        return self.how in _ENDED_FROM_OUTSIDE

    @property
    def problem(self) -> str:
        """One line for an error's facts."""
        return f"{self.how}: {(self.log or [''])[-1]}"


class HostedEngine(Generic[Facts]):
    """The child and what must be said to a new one: its Load and the adapters in use.

    Args:
        name: of the engine, for EngineDied.
        load: the first request to every child.
        facts_type: what a loaded engine says about itself.
        load_death: the error that a death while loading amounts to.
        on_progress: called while a child loads, in the thread that waits for it.
    """

    def __init__(
        self,
        name: str,
        load: wire.Load,
        facts_type: type[Facts],
        load_death: Callable[[Death], GaritaError],
        on_progress: Callable[[LoadProgress], None] = lambda _: None,
    ) -> None:
        self.name = name
        self._load, self._facts_type, self._load_death, self._on_progress = load, facts_type, load_death, on_progress
        self.adapters: tuple[Adapter, ...] = ()
        self.facts: Facts | None = None
        self.cancelled = False
        self._requests = threading.Lock()
        self._owner: int | None = None
        self._closed = False
        self._number = 0
        self._current: int | None = None  # what cancel() stops: 0 for a load, None for nothing
        self._watchdog = Watchdog()
        self._process: EngineProcess | None = self._spawn()

    @property
    def process_id(self) -> int | None:
        """The child's number; None when there is none."""
        return self._process.pid if self._process else None

    @contextmanager
    def one_request(self) -> Iterator[None]:
        """Hold the engine for one request of the user's; earlier cancels are history."""
        if self._owner == threading.get_ident():
            raise RuntimeError("a request of this thread is still open: exhaust or close its iterator first")
        with self._requests:
            if self._closed:
                raise RuntimeError("the engine is closed")
            self.cancelled = False
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = self._current = None
                self._watchdog.calm()

    def exchange(self, request: wire.Request, kind: type[R], seconds: float | None = None) -> R:
        """A request with one reply; a process that dies, or takes longer than ``seconds``, is replaced and asked again.

        Raises:
            EngineDied: it died three times over this request.
            Cancelled: it was stopped.
            GaritaError: what the engine says about the request.
        """
        deaths = 0
        while True:
            try:
                self.send(request, seconds)
                reply = self.receive()
                break
            except ProcessEnded:
                how = self.bury()
            except BaseException:  # as Ctrl-C: the reply still to come must not be taken for the next request's
                self._drop()
                raise
            deaths += 1
            if self.cancelled:
                raise Cancelled
            if deaths == MOST_DEATHS:
                raise EngineDied(engine=self.name, exit_code=how, restarts=deaths)
        if isinstance(reply, wire.Failed):
            raise wire.as_error(reply)
        assert isinstance(reply, kind)
        return reply

    def ready(self) -> Facts:
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

    def send(self, request: wire.Request, seconds: float | None = None) -> None:
        """Give a request to a loaded child under the next number; after ``seconds`` the child is ended.

        Raises:
            ProcessEnded: the child is dead; see ``bury``.
        """
        self.ready()
        assert self._process is not None
        self._number += 1
        self._current = self._number
        if seconds is not None:  # sending counts, for a child that hangs does not read either
            self._watchdog.limit(self._process, seconds)
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
            raise self._load_death(Death("template", how, log, process.why_killed))
        if stage == "adapters" and own_fault:
            raise AdapterInvalid(path="", problem=f"{how}: {(log or [''])[-1]}")
        return how

    def _spawn(self) -> EngineProcess:
        process = EngineProcess()
        with contextlib.suppress(ProcessEnded):  # whoever waits for the load will see it
            process.send(self._load)
        return process

    def _await_load(self, process: EngineProcess) -> Facts:
        try:
            while isinstance(reply := self.receive(), LoadProgress):
                self._on_progress(reply)
            if isinstance(reply, wire.Loaded) and self.adapters:
                process.send(wire.UseAdapters(self._number, self.adapters))
                restored = self.receive()
                reply = restored if isinstance(restored, wire.Failed) else reply
        except ProcessEnded:
            death = Death(self._watchdog.stage, process.how_it_ended(), process.log_lines(), process.why_killed)
            raise (Cancelled() if self.cancelled else self._load_death(death)) from None
        if isinstance(reply, wire.Failed):
            raise wire.as_error(reply)
        assert isinstance(reply, wire.Loaded)
        assert isinstance(reply.facts, self._facts_type)
        return reply.facts

    def _drop(self) -> None:
        process, self._process, self.facts = self._process, None, None
        self._watchdog.calm()
        self._watchdog.stage = ""
        if process:
            process.end()
