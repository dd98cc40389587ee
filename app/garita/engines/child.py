"""A language model in a process of its own, behind the same Protocol.

What the process buys: a model file, an adapter or a template that ends the engine does not end the program; a stop
always works, in the last resort by ending the process; memory really comes back. A process that dies is started again
and the answer goes on from the text that was already given out. Knows requests and their replies; ``hosted`` knows the
process; neither knows llama.cpp: which engine runs in the child is a name.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from garita.engines import wire
from garita.engines.hosted import MOST_DEATHS, Death, HostedEngine
from garita.engines.llama_options import LlamaOptions
from garita.engines.process import ProcessEnded
from garita.errors import (
    AdapterInvalid,
    Cancelled,
    EngineDied,
    GaritaError,
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
    LoadProgress,
    ModelFacts,
    ReadAheadReport,
    Sampling,
    Timings,
    TokenDelta,
)

LLAMA = "garita.engines.llama_loading:load_from_wire"


class ChildModel:
    """LanguageModel in a spawned process. The constructor only starts it; ``load`` or the first request waits for it.

    Args:
        options: the model and how to run it.
        on_progress: called while the file is read, in the thread that waits for it.
        factory: "module:function" that makes the engine in the child from the options (MessagePack) and its Hooks.
    """

    def __init__(
        self,
        options: LlamaOptions,
        *,
        on_progress: Callable[[LoadProgress], None] = lambda _: None,
        factory: str = LLAMA,
    ) -> None:
        self._path = options.path
        load = wire.Load(factory, msgspec.msgpack.encode(options))
        self._engine = HostedEngine("language model", load, ModelFacts, self._load_death, on_progress)

    def load(self) -> ModelFacts:
        """Wait until the model is loaded; when it is already, this costs nothing.

        Raises:
            GaritaError: why it cannot be loaded.
            Cancelled: ``cancel`` or ``close`` was called meanwhile.
        """
        with self._engine.one_request():
            return self._engine.ready()

    def facts(self) -> ModelFacts:
        """What the loaded model is; waits for the load."""
        return self._engine.facts or self.load()

    @property
    def process_id(self) -> int | None:
        """The child's number, for those who watch its memory; None when there is none."""
        return self._engine.process_id

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
        with self._engine.one_request():
            yield from self._answer(wire.Answer(0, tuple(messages), sampling, answer_so_far, constraint))

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        """Read a prompt into the cache; a stop leaves what was read."""
        with self._engine.one_request():
            try:
                return self._engine.exchange(wire.ReadAhead(0, tuple(messages)), ReadAheadReport)
            except Cancelled:
                return ReadAheadReport(Timings())

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        """Log-probabilities of whole replies (see LanguageModel).

        Raises:
            Cancelled: it was stopped.
        """
        with self._engine.one_request():
            return list(self._engine.exchange(wire.Score(0, tuple(messages), tuple(candidates)), wire.Scores).scores)

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Replace the run-time adapters; a process started anew gets them again.

        Raises:
            AdapterInvalid: one does not fit; those before stay.
        """
        with self._engine.one_request():
            try:
                self._engine.exchange(wire.UseAdapters(0, tuple(adapters)), wire.Done)
            except AdapterInvalid as error:  # a process that died of it could not say which one it was
                path = error.facts["path"] or ", ".join(adapter.path for adapter in adapters)
                raise AdapterInvalid(path=path, problem=error.facts["problem"]) from None
            self._engine.adapters = tuple(adapters)

    def cancel(self) -> None:
        """Stop the request or the load in progress."""
        self._engine.cancel()

    def close(self) -> None:
        """End the process; a request in progress ends as cancelled. Safe to call twice."""
        self._engine.close()

    def _answer(self, request: wire.Answer) -> Iterator[AnswerEvent]:
        """Stream; after a death go on from the text that was given out."""
        made, trimmed, deaths = 0, False, 0
        while True:
            before = made
            try:
                for event in self._stream(request):
                    if isinstance(event, TokenDelta):
                        made = before + event.token_count
                        request = replace(request, answer_so_far=request.answer_so_far + event.text)
                        event = TokenDelta(event.text, made)
                    elif isinstance(event, ContextTrimmed):
                        if trimmed:
                            continue
                        trimmed = True
                    yield event
                return
            except ProcessEnded:
                how = self._engine.bury()
            deaths += 1
            left = request.sampling.max_tokens - (made - before)
            if self._engine.cancelled or left <= 0:
                timings = Timings(tokens_generated=made)
                yield AnswerFinished("cancelled" if self._engine.cancelled else "length", timings)
                return
            if deaths == MOST_DEATHS:
                raise EngineDied(engine=self._engine.name, exit_code=how, restarts=deaths)
            request = replace(request, sampling=replace(request.sampling, max_tokens=left))
            yield EngineRestarted(how)

    def _stream(self, request: wire.Answer) -> Iterator[AnswerEvent]:
        """The events of one process's answer; leaving early stops it and waits until it has stopped."""
        self._engine.send(request)
        over = False
        try:
            while not over:
                event = self._engine.receive()
                over = isinstance(event, AnswerFinished | wire.Failed)
                if isinstance(event, wire.Failed):
                    raise wire.as_error(event)
                assert isinstance(event, TokenDelta | ContextTrimmed | AnswerFinished)
                yield event
        except ProcessEnded:
            over = True
            raise
        finally:
            if not over:
                self._engine.cancel()
                self._drain()

    def _drain(self) -> None:
        with contextlib.suppress(ProcessEnded):
            while not isinstance(self._engine.receive(), AnswerFinished | wire.Failed):
                pass

    def _load_death(self, death: Death) -> GaritaError:
        """Why a child ended while it loaded, by the stage it was in."""
        if death.stage.startswith("build "):
            return LlamaBuildUnusable(path=death.stage.removeprefix("build "), problem=death.problem)
        if death.stage == "template":
            endless = death.why_killed == "template"
            return TemplateInvalid(path=self._path, problem="it does not come to an end" if endless else death.how)
        if death.stage == "model" and not death.from_outside:
            return ModelDamaged(path=self._path, problem=death.problem)
        return ModelLoadFailed(path=self._path, log="\n".join([*death.log[-5:], death.how]))
