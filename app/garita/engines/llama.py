"""A chat model in llama.cpp, behind the LanguageModel Protocol, inside the process that runs this code.

``child.ChildModel`` hosts it in a process of its own, because llama.cpp may end the process it lives in. This module
joins the parts: prompt (text to tokens), prompt_cache (what is read already), sampling (what comes next), text_stream
(bytes to text), adapters, thread_keeper. It knows no files but the adapters' and no user.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence

import msgspec

from garita.engines import trimming
from garita.engines.adapters import AdapterShelf
from garita.engines.hooks import Hooks
from garita.engines.llamacpp import Context, Log, Model
from garita.engines.own_answers import OwnAnswers, Piece
from garita.engines.prompt import PromptBuilder
from garita.engines.prompt_cache import PromptCache, ReadReport
from garita.engines.sampling import SamplerChain, SamplerFactory
from garita.engines.scoring import score
from garita.engines.text_stream import TextStream
from garita.engines.thread_keeper import ThreadKeeper
from garita.errors import Cancelled, PromptTooLong
from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    ContextTrimmed,
    FinishReason,
    ModelFacts,
    ReadAheadReport,
    Sampling,
    Timings,
    TokenDelta,
)

SEQUENCES = 16
Build = Callable[[Sequence[ChatMessage]], list[int]]


class LlamaModel:
    """LanguageModel over llama.cpp in this process. ``llama_loading.load`` makes one."""

    def __init__(
        self,
        model: Model,
        context: Context,
        prompts: PromptBuilder,
        own: OwnAnswers,
        *,
        facts: ModelFacts,
        threads: ThreadKeeper,
        hooks: Hooks,
        log: Log,
    ) -> None:
        self._model, self._context, self._prompts, self._own = model, context, prompts, own
        self._facts, self._threads, self._hooks, self._stop = facts, threads, hooks, hooks.stop
        context.abort_when(lambda: self._stop.wanted())  # costs nothing measurable, even in a 6 M model
        self._cache = PromptCache(context)
        self._samplers = SamplerFactory(model)
        self._adapters = AdapterShelf(model, context, log)
        self._answer_room = Sampling().max_tokens

    def facts(self) -> ModelFacts:
        """What the loaded model is and how it runs now."""
        return msgspec.structs.replace(self._facts, threads=self._threads.threads, thread_rates=self._threads.rates())

    def cancel(self) -> None:
        """Stop the request in progress."""
        self._stop.cancel_running()

    def close(self) -> None:
        """Free everything. Safe to call twice."""
        self._samplers.close()
        self._context.close()
        self._model.close()

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Replace the run-time adapters; what was read with others is forgotten.

        Raises:
            AdapterInvalid: one does not fit; those before stay.
        """
        with self._stop.request(), self._hooks.staged("adapters"):
            if self._adapters.use(adapters):
                self._cache.forget()

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        """Read a prompt into the cache; a stop leaves what was read."""
        with self._stop.request():
            start = time.perf_counter()
            prompt, _ = self._fitting(messages, self._prompts.open_end, self._answer_room)
            report = self._cache.read(prompt, self._stop.wanted, logits=False)
            return ReadAheadReport(_timings(report, time.perf_counter() - start))

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        """Log-probabilities of whole replies (see LanguageModel).

        Raises:
            Cancelled: it was stopped.
            PromptTooLong: prompt and longest candidate do not fit together.
        """
        with self._stop.request():
            replies = [self._prompts.reply(text) for text in candidates]
            longest = max(map(len, replies), default=0)
            prompt, _ = self._fitting(messages, self._prompts.ask, longest, most=self._context.length)
            if not self._cache.read(prompt, self._stop.wanted, logits=True).complete:
                raise Cancelled
            return score(self._context, replies, len(prompt), SEQUENCES - 1)

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
            ConstraintInvalid: the grammar, or ``answer_so_far`` under it, is wrong.
            PromptTooLong: even the last message alone does not fit.
            TemplateInvalid: the template fails on these messages.
        """
        with self._stop.request():
            start = time.perf_counter()
            self._answer_room = sampling.max_tokens
            chain = self._samplers.chain(sampling, constraint)
            try:
                begun = self._prompts.begun(answer_so_far)
                prompt, dropped = self._fitting(messages, self._prompts.ask, sampling.max_tokens + len(begun))
                if dropped:
                    yield ContextTrimmed(dropped)
                chain.saw_prompt(prompt[max(0, len(prompt) - max(0, sampling.dry_penalty_last_n)) :])
                chain.saw_answer(begun)
                report = self._cache.read([*prompt, *begun], self._stop.wanted, logits=True)
                timings = _timings(report, time.perf_counter() - start)
                finished = yield from self._generate(chain, sampling, begun, timings)
            finally:
                chain.close()
            yield finished
        self._threads.look_again(finished.timings, len(self._cache.tokens))

    def _generate(
        self, chain: SamplerChain, sampling: Sampling, begun: Sequence[int], read: Timings
    ) -> Generator[TokenDelta, None, AnswerFinished]:
        """Draw tokens until the turn ends; the answer's tokens are remembered however it ends."""
        pieces: list[Piece] = [(token, self._model.piece(token)) for token in begun]
        stream = TextStream(sampling.stop)
        start = time.perf_counter()
        try:
            reason = yield from self._draw(chain, sampling.max_tokens, stream, pieces)
            rest = stream.finish()
            if rest:
                yield TokenDelta(rest, len(pieces) - len(begun))
        finally:
            self._own.remember(pieces)
        seconds = time.perf_counter() - start
        made = msgspec.structs.replace(read, tokens_generated=len(pieces) - len(begun), generate_seconds=seconds)
        return AnswerFinished(reason, made)

    def _draw(
        self, chain: SamplerChain, most: int, stream: TextStream, pieces: list[Piece]
    ) -> Generator[TokenDelta, None, FinishReason]:
        """Append drawn pieces and yield their text; the reason to end."""
        stopped = self._stop.wanted
        limit = min(most, self._context.length - len(self._cache.tokens))
        for count in range(1, limit + 1):
            if stopped():
                return "cancelled"
            token = chain.draw(self._context)
            if self._model.ends_answer(token):
                return "stop"
            piece = self._model.piece(token)
            pieces.append((token, piece))
            text = stream.push(piece)
            if text:
                yield TokenDelta(text, count)
            if stream.stopped:
                return "stop"
            if count < limit and not self._cache.extend(token):
                return "cancelled"
        return "cancelled" if stopped() else "length"

    def _fitting(
        self, messages: Sequence[ChatMessage], build: Build, answer_room: int, most: int = 0
    ) -> tuple[list[int], int]:
        """The prompt's tokens and how many old messages were left out to make room for the answer."""
        length = self._context.length
        room = length - min(answer_room, most or length // 4) - 1
        built: dict[int, list[int]] = {}

        def count(kept: Sequence[ChatMessage]) -> int:
            built[len(kept)] = build(kept)
            return len(built[len(kept)])

        with self._hooks.staged("template"):
            try:
                kept, dropped = trimming.fit(messages, room, count)
            except PromptTooLong as error:
                raise PromptTooLong(tokens=error.facts["tokens"], context_length=length) from None
        return built[len(kept)], dropped


def _timings(report: ReadReport, seconds: float) -> Timings:
    return Timings(tokens_reused=report.reused, tokens_read=report.read, read_seconds=seconds)
