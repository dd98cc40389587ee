"""A language model in a process of its own, behind the same Protocol.

What the process buys: a model file, an adapter or a template that ends the engine does not end the program; a stop
always works, in the last resort by ending the process; memory really comes back. A process that dies is started again
and the answer goes on from the text that was already given out. Knows the wire and the process, no llama.cpp: which
engine runs in the child is a name.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from garita.engines import wire
from garita.engines.llama_options import LlamaOptions
from garita.engines.process import EngineProcess, ProcessEnded
from garita.errors import (
    AdapterInvalid,
    Cancelled,
    EngineDied,
    LlamaBuildUnusable,
    ModelDamaged,
    ModelLoadFailed,
    TemplateInvalid,
)
from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    ContextTrimmed,
    EngineRestarted,
    FinishReason,
    LoadProgress,
    Message,
    ModelFacts,
    ReadAheadReport,
    Sampling,
    Timings,
    TokenDelta,
)

LLAMA = "garita.engines.llama_loading:load_from_wire"
_MOST_DEATHS = 3
_STOP_SECONDS = 0.8
_TEMPLATE_SECONDS = 5.0
R = TypeVar("R", bound=Message)


class ChildModel:
    """LanguageModel in a spawned process. The constructor only starts it; ``load`` or the first request waits for it.

    Args:
        options: the model and how to run it.
        on_progress: called by the loading thread while the file is read.
        factory: "module:function" that makes the engine in the child from the options (MessagePack) and its Hooks.
    """

    def __init__(
        self,
        options: LlamaOptions,
        *,
        on_progress: Callable[[LoadProgress], None] = lambda _: None,
        factory: str = LLAMA,
    ) -> None:
        self._options, self._on_progress, self._factory = options, on_progress, factory
        self._requests = threading.Lock()
        self._owner: int | None = None
        self._number = 0
        self._current: int | None = None  # what cancel() stops: 0 for a load, None for nothing
        self._cancel_wanted = False
        self._adapters: tuple[Adapter, ...] = ()
        self._facts: ModelFacts | None = None
        self._closed = False
        self._stage = Stage()
        self._process: EngineProcess | None = self._spawn()

    def load(self) -> ModelFacts:
        """Wait until the model is loaded; a model that is loaded already costs nothing.

        Raises:
            GaritaError: why it cannot be loaded.
            Cancelled: ``cancel`` or ``close`` was called meanwhile.
        """
        with self._one_request():
            return self._ready()

    def facts(self) -> ModelFacts:
        """What the loaded model is; waits for the load."""
        return self._facts or self.load()

    @property
    def process_id(self) -> int | None:
        """The child's number, for those who watch its memory; None when there is none."""
        return self._process.pid if self._process else None

    def answer(
        self,
        messages: Sequence[ChatMessage],
        sampling: Sampling,
        *,
        answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:
        """Stream the assistant's next message (see LanguageModel).

        Raises:
            EngineDied: the process ended three times over this one answer.
            GaritaError: what the engine says about the request.
        """
        with self._one_request():
            request = wire.Answer(0, tuple(messages), sampling, answer_so_far, constraint)
            yield from self._answer_despite_deaths(request)

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        """Read a prompt into the cache; a stop leaves what was read."""
        with self._one_request():
            try:
                return self._exchange(wire.ReadAhead(0, tuple(messages)), ReadAheadReport)
            except Cancelled:
                return ReadAheadReport(Timings())

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        """Log-probabilities of whole replies (see LanguageModel).

        Raises:
            Cancelled: it was stopped.
        """
        with self._one_request():
            request = wire.Score(0, tuple(messages), tuple(candidates))
            return list(self._exchange(request, wire.Scores).scores)

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Replace the run-time adapters; a process started anew gets them again.

        Raises:
            AdapterInvalid: one does not fit; those before stay.
        """
        with self._one_request():
            self._exchange(wire.UseAdapters(0, tuple(adapters)), wire.Done)
            self._adapters = tuple(adapters)

    def cancel(self) -> None:
        """Stop the request or the load in progress; a child that does not listen is ended."""
        process, number = self._process, self._current
        if process is None or number is None:
            return
        self._cancel_wanted = True
        self._stage.watch(process, "cancel", _STOP_SECONDS)
        with contextlib.suppress(ProcessEnded):
            process.send(wire.Cancel(number))

    def close(self) -> None:
        """End the process; a request in progress ends as cancelled. Safe to call twice."""
        self._closed = self._cancel_wanted = True
        self._drop()

    # --- one request at a time -------------------------------------------------------------------------------------

    @contextmanager
    def _one_request(self) -> Iterator[None]:
        if self._owner == threading.get_ident():
            raise RuntimeError("a request of this thread is still open: exhaust or close its iterator first")
        with self._requests:
            if self._closed:
                raise RuntimeError("the model is closed")
            self._owner, self._cancel_wanted = threading.get_ident(), False
            try:
                yield
            finally:
                self._owner = self._current = None
                self._stage.over()

    def _send(self, request: wire.Request) -> EngineProcess:
        """Send a request under the next number to a loaded process."""
        self._ready()
        assert self._process is not None
        self._number += 1
        self._current = self._number
        self._process.send(replace(request, number=self._number))
        if self._cancel_wanted:  # it came while the process was being loaded
            self.cancel()
        return self._process

    def _receive(self, process: EngineProcess) -> wire.Reply:
        while isinstance(reply := process.receive(), wire.Stage):
            self._stage.enter(process, reply.name)
        return reply

    def _exchange(self, request: wire.Request, kind: type[R]) -> R:
        """A request with one reply; a process that dies is replaced and asked again."""
        for deaths in range(1, _MOST_DEATHS + 1):
            try:
                reply = self._receive(self._send(request))
            except ProcessEnded:
                how = self._bury()
                if self._cancel_wanted:
                    raise Cancelled from None
                continue
            if isinstance(reply, wire.Failed):
                raise wire.as_error(reply)
            assert isinstance(reply, kind)
            return reply
        raise EngineDied(engine="language model", exit_code=how, restarts=deaths)

    def _answer_despite_deaths(self, request: wire.Answer) -> Iterator[AnswerEvent]:
        """Stream; after a death go on from the text that was given out."""
        made, told, deaths = 0, False, 0
        while True:
            left = request.sampling.max_tokens - made
            going_on = replace(request, sampling=replace(request.sampling, max_tokens=left))
            try:
                for event in self._stream(going_on):
                    if isinstance(event, TokenDelta):
                        request = replace(request, answer_so_far=request.answer_so_far + event.text)
                        event = replace(event, token_count=request.sampling.max_tokens - left + event.token_count)
                        made = event.token_count
                    if not (told and isinstance(event, ContextTrimmed)):
                        yield event
                    told = told or isinstance(event, ContextTrimmed)
                return
            except ProcessEnded:
                how = self._bury()
                deaths += 1
            if self._cancel_wanted or made >= request.sampling.max_tokens:
                reason: FinishReason = "cancelled" if self._cancel_wanted else "length"
                yield AnswerFinished(reason, Timings(tokens_generated=made))
                return
            if deaths == _MOST_DEATHS:
                raise EngineDied(engine="language model", exit_code=how, restarts=deaths)
            yield EngineRestarted(how)

    def _stream(self, request: wire.Answer) -> Iterator[AnswerEvent]:
        """The events of one process's answer; leaving early stops it and waits until it has."""
        process = self._send(request)
        open_stream = True
        try:
            while open_stream:
                event = self._receive(process)
                open_stream = not isinstance(event, AnswerFinished | wire.Failed)
                if isinstance(event, wire.Failed):
                    raise wire.as_error(event)
                assert isinstance(event, TokenDelta | ContextTrimmed | AnswerFinished)
                yield event
        except ProcessEnded:
            open_stream = False
            raise
        finally:
            if open_stream:
                self.cancel()
                self._drain(process)

    def _drain(self, process: EngineProcess) -> None:
        with contextlib.suppress(ProcessEnded):
            while not isinstance(self._receive(process), AnswerFinished | wire.Failed):
                pass

    # --- the process -----------------------------------------------------------------------------------------------

    def _spawn(self) -> EngineProcess:
        process = EngineProcess()
        with contextlib.suppress(ProcessEnded):  # whoever waits for the load will see it
            process.send(wire.Load(self._factory, msgspec.msgpack.encode(self._options)))
        return process

    def _ready(self) -> ModelFacts:
        """A loaded process with the adapters in use."""
        if self._closed:
            raise Cancelled
        if self._process is None:
            self._process = self._spawn()
        if self._facts is None:
            self._current = 0
            try:
                self._facts = self._await_load(self._process)
            except BaseException:
                self._drop()
                raise
        return self._facts

    def _await_load(self, process: EngineProcess) -> ModelFacts:
        try:
            while isinstance(reply := self._receive(process), LoadProgress):
                self._on_progress(reply)
            if isinstance(reply, wire.Loaded) and self._adapters:
                process.send(wire.UseAdapters(self._number, self._adapters))
                restored = self._receive(process)
                reply = restored if isinstance(restored, wire.Failed) else reply
        except ProcessEnded:
            raise self._load_death(process) from None
        if isinstance(reply, wire.Failed):
            raise wire.as_error(reply)
        assert isinstance(reply, wire.Loaded)
        return reply.facts

    def _load_death(self, process: EngineProcess) -> Exception:
        """Why a process ended while it loaded, by the stage it was in."""
        how, log = process.how_it_ended(), process.log_lines()
        if self._cancel_wanted:
            return Cancelled()
        path, problem = self._options.path, (log or [how])[-1]
        if self._stage.name.startswith("build "):
            return LlamaBuildUnusable(path=self._stage.name.removeprefix("build "), problem=f"{how}: {problem}")
        if self._stage.name == "template":
            return TemplateInvalid(path=path, problem=self._template_problem(process, how))
        if self._stage.name == "model" and "KILL" not in how and "TERM" not in how:
            return ModelDamaged(path=path, problem=f"{how}: {problem}")
        return ModelLoadFailed(path=path, log="\n".join([*log[-5:], how]))

    def _bury(self) -> str:
        """Take leave of a process that died over a request; the next one is started by whoever needs it.

        Raises:
            AdapterInvalid, TemplateInvalid: it died of that.
        """
        process, stage = self._process, self._stage.name
        if process is None:
            return "closed"
        how, log = process.how_it_ended(), process.log_lines()
        self._drop()
        if process.why_killed == "template" or (stage == "template" and "SEGV" in how):
            raise TemplateInvalid(path=self._options.path, problem=self._template_problem(process, how))
        if stage == "adapters" and not self._cancel_wanted and "KILL" not in how:
            raise AdapterInvalid(path="", problem=f"{how}: {(log or [''])[-1]}")
        return how

    @staticmethod
    def _template_problem(process: EngineProcess, how: str) -> str:
        return "it does not come to an end" if process.why_killed == "template" else how

    def _drop(self) -> None:
        process, self._process, self._facts = self._process, None, None
        if process:
            process.end()


class Stage:
    """What the child is at, and a timer that ends a child that stays at it for too long."""

    def __init__(self) -> None:
        self.name = ""
        self._timer: threading.Timer | None = None

    def enter(self, process: EngineProcess, name: str) -> None:
        """The child says what it does now; a template has a few seconds."""
        self.name = name
        if self._timer is None or self._timer.name != "cancel":
            self.over()
            if name == "template":
                self.watch(process, name, _TEMPLATE_SECONDS)

    def watch(self, process: EngineProcess, why: str, seconds: float) -> None:
        """End ``process`` unless ``over`` is called within ``seconds``."""
        self.over()
        timer = threading.Timer(seconds, process.kill, (why,))
        timer.name, timer.daemon = why, True
        self._timer = timer
        timer.start()

    def over(self) -> None:
        """It went well."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
