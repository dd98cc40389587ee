"""What the whole path costs against llama.cpp alone: the same model, threads, prompt and sampler, by turns in one run.

``bare`` is a plain loop over llama.cpp's C calls in this very process; ``path`` is ChildModel with its process, pipes,
template, cache and text. They take turns, and the best turn of each counts: whatever else runs on the machine can only
make a turn slower. Numbers out, no words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.messages import AnswerFinished, ChatMessage, ModelFacts, Sampling, TokenDelta

_SYSTEM = "Eres agente de aduanas en el aeropuerto. Hablas solo español y haces una pregunta cada vez."
_STUDENT = "Vengo de México por turismo, tres semanas."
_TURN = 10
_SHORT = 12


@dataclass(frozen=True)
class BenchResult:
    """Rates in tokens per second, costs in seconds, each the best of its rounds.

    Attributes:
        facts: of the model as it ran.
        path_rate: decode rate seen by the program.
        bare_rate: decode rate of the bare loop.
        decode_ratio: path / bare; 1 means that the path costs nothing.
        first_token_seconds: from the request to the first text at turn 10.
        bare_read_seconds: the bare loop reading only that turn's new tokens and drawing one.
        first_token_ratio: the former / the latter.
        new_tokens: how many there were to read.
    """

    facts: ModelFacts
    path_rate: float
    bare_rate: float
    decode_ratio: float
    first_token_seconds: float
    bare_read_seconds: float
    first_token_ratio: float
    new_tokens: int


def bench(
    model: Path,
    *,
    threads: int = 0,
    sampling: Sampling = Sampling(max_tokens=64),  # noqa: B008  # a frozen value
    rounds: int = 5,
    consume: Callable[[str], object] = lambda _: None,
) -> BenchResult:
    """Measure a model.

    Args:
        model: its file.
        threads: 0 for the measured choice.
        sampling: how tokens are drawn on both sides, and how many at most.
        rounds: turns of each for the decode rate, and conversations for the first token; the best of each counts.
        consume: gets every piece of text, so that whoever stands behind the stream (a guard, say) is measured too.

    Raises:
        GaritaError: the model cannot be loaded.
    """
    child = ChildModel(LlamaOptions(path=str(model), threads=threads))
    try:
        facts = child.load()
        bare = _Bare(model, facts)
        try:
            decode = [
                _decode_round(child, bare, msgspec.structs.replace(sampling, seed=seed), consume)
                for seed in range(rounds)
            ]
            first = [_first_token(child, bare, sampling, number) for number in range(rounds)]
        finally:
            bare.close()
    finally:
        child.close()
    path_rate, bare_rate = (max(rates) for rates in zip(*decode, strict=True))
    path_seconds, bare_seconds, new = (min(values) for values in zip(*first, strict=True))
    return BenchResult(
        facts=facts,
        path_rate=path_rate,
        bare_rate=bare_rate,
        decode_ratio=path_rate / bare_rate,
        first_token_seconds=path_seconds,
        bare_read_seconds=bare_seconds,
        first_token_ratio=path_seconds / bare_seconds,
        new_tokens=int(new),
    )


def _decode_round(
    child: ChildModel, bare: _Bare, sampling: Sampling, consume: Callable[[str], object]
) -> tuple[float, float]:
    """Rates of the path and of the bare loop over the same number of tokens."""
    messages = [ChatMessage("system", _SYSTEM), ChatMessage("user", _STUDENT)]
    first, steps = 0.0, 0
    for event in child.answer(messages, sampling):
        if isinstance(event, TokenDelta):
            first = first or time.perf_counter()
            consume(event.text)
        if isinstance(event, AnswerFinished):
            steps = event.timings.tokens_generated - (event.reason == "length")
    seconds = time.perf_counter() - first
    bare.read(messages)
    return steps / seconds, steps / bare.decode(steps, sampling)


def _first_token(child: ChildModel, bare: _Bare, sampling: Sampling, number: int) -> tuple[float, float, int]:
    """Seconds to the first text at turn 10, seconds of the bare read, and how many tokens were new."""
    messages = [ChatMessage("system", f"{number}. {_SYSTEM}")]
    for turn in range(_TURN):
        messages.append(ChatMessage("user", f"{_STUDENT} ({turn})"))
        start = time.perf_counter()
        first, text = 0.0, ""
        for event in child.answer(messages, msgspec.structs.replace(sampling, max_tokens=_SHORT, seed=turn)):
            if isinstance(event, TokenDelta):
                first = first or time.perf_counter() - start
                text += event.text
            elif isinstance(event, AnswerFinished):
                timings = event.timings
        messages.append(ChatMessage("assistant", text))
    bare_seconds = bare.read_new(timings.tokens_reused, timings.tokens_read, sampling)
    return first, bare_seconds, timings.tokens_read


class _Bare:
    """llama.cpp without any of our ways: one context, its C calls in a loop."""

    def __init__(self, model: Path, facts: ModelFacts) -> None:
        from garita.engines import llamacpp, sampling  # the benchmark alone loads the library into the program

        log = llamacpp.Log(quiet=True)
        llamacpp.start_backends(log)
        self._model = llamacpp.Model(str(model), gpu_layers=facts.gpu_layers)
        self._context = llamacpp.Context(
            self._model, length=facts.context_length, chunk=128, sequences=1, threads=facts.threads
        )
        self._samplers = sampling.SamplerFactory(self._model)
        self._lib, self._log = llamacpp.lib, log
        self._position = 0

    def close(self) -> None:
        self._samplers.close()
        self._context.close()
        self._model.close()

    def read(self, messages: Sequence[ChatMessage]) -> None:
        """Read a prompt of about the right length."""
        self._context.forget_all()
        text = "\n".join(message.content for message in messages)
        prompt = self._model.tokenize(text, special=False)
        self._read(prompt, 0)

    def decode(self, steps: int, sampling: Sampling) -> float:
        """Seconds for ``steps`` tokens, drawn and read."""
        chain = self._samplers.chain(sampling, None)
        token = chain.draw(self._context)
        start = time.perf_counter()
        for _ in range(steps):
            self._context.decode([token], self._position)
            self._position += 1
            token = chain.draw(self._context)
        seconds = time.perf_counter() - start
        chain.close()
        return seconds

    def read_new(self, held: int, new: int, sampling: Sampling) -> float:
        """Seconds to read ``new`` tokens after ``held`` ones and to draw the next."""
        self._context.forget_all()
        filler = self._model.tokenize(_STUDENT * (1 + (held + new) // 8), special=False)
        self._read(filler[:held], 0)
        chain = self._samplers.chain(sampling, None)
        start = time.perf_counter()
        self._read(filler[held : held + new], held)
        chain.draw(self._context)
        seconds = time.perf_counter() - start
        chain.close()
        return seconds

    def _read(self, tokens: Sequence[int], start: int) -> None:
        for at in range(0, len(tokens), self._context.chunk):
            self._context.decode(tokens[at : at + self._context.chunk], start + at)
        self._position = start + len(tokens)
