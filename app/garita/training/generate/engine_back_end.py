"""The project's own engine as a back end: any GGUF file, one message at a time. Knows the engine by its Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from garita.engines.ports import LanguageModel
from garita.errors import PromptTooLong
from garita.messages import AnswerFinished, Sampling, TokenDelta
from garita.training.generate.exchange import MAX_TOKENS, Failure, Outcome, Reply, Request, Stop


class EngineBackEnd:
    """A loaded model; whoever started it closes it."""

    side_by_side = 1

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def answers(self, requests: Sequence[Request], stop: Stop) -> Iterator[Outcome]:
        """One after the other (see BackEnd); a stop breaks off the message being written, which costs nothing.

        Raises:
            GaritaError: what the engine says when it cannot go on.
        """
        for request in requests:
            try:
                outcome = self._answer(request, stop)
            except PromptTooLong as error:
                outcome = Failure(request.key, f"the prompt is too long: {error.facts['tokens']} tokens")
            if outcome is None:
                return
            yield outcome

    def _answer(self, request: Request, stop: Stop) -> Outcome | None:
        said: list[str] = []
        sampling = Sampling(request.temperature, request.top_p, seed=request.seed, max_tokens=MAX_TOKENS)
        with closing(self._model.answer(request.messages, sampling)) as events:  # type: ignore[type-var]
            for event in events:
                if stop():
                    return None
                if isinstance(event, TokenDelta):
                    said.append(event.text)
                elif isinstance(event, AnswerFinished):
                    read = event.timings.tokens_read + event.timings.tokens_reused
                    made, cut = event.timings.tokens_generated, event.reason == "length"
                    return Reply(request.key, "".join(said), read, made, cut)
        return Failure(request.key, "the engine ended its answer early")
