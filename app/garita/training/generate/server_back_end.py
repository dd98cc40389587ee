"""Any server with OpenAI's chat completions as a back end: llama-server, vLLM, Ollama, or a paid service.

The client of the ``openai`` package talks to it and tries again, with growing pauses, what can be tried again (a lost
connection, 429, 5xx). Knows one message at a time, several of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from garita.errors import WriterFailed
from garita.training.generate.exchange import Failure, Outcome, Request, Stop
from garita.training.generate.openai_format import body_of, outcome_of

RETRIES = 4
_SECONDS = 300.0  # for one message
_GROUPS = 4  # so many conversations for each request at once, so that a round's stragglers hold up little


def client(url: str, key: str, retries: int = RETRIES) -> Any:
    """The ``openai`` client for a server whose address ends in /v1; one's own server asks for no ``key``."""
    from openai import OpenAI  # takes a second to import

    return OpenAI(base_url=url, api_key=key or "none", timeout=_SECONDS, max_retries=retries)


class ServerBackEnd:
    """``at_once`` requests are under way at a time. Close it after use."""

    def __init__(self, url: str, key: str = "", *, at_once: int = 4, retries: int = RETRIES) -> None:
        self._client, self._at_once, self._url = client(url, key, retries), at_once, url
        self.side_by_side = _GROUPS * at_once

    def answers(self, requests: Sequence[Request], stop: Stop) -> Iterator[Outcome]:
        """As they come (see BackEnd). What is under way when it stops or fails is waited for: it is paid.

        Raises:
            WriterFailed: the server is gone, refuses the key or does not know the model.
        """
        waiting, running = iter(requests), set[Future[Outcome]]()
        failed: WriterFailed | None = None
        with ThreadPoolExecutor(self._at_once, "generate") as pool:
            while True:
                while len(running) < self._at_once and not (failed or stop()) and (request := next(waiting, None)):
                    running.add(pool.submit(self._answer, request))
                if not running:
                    break
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for one in done:
                    if isinstance(error := one.exception(), WriterFailed):
                        failed = error
                    else:
                        yield one.result()
        if failed:
            raise failed

    def close(self) -> None:
        """Give back its connections."""
        self._client.close()

    def _answer(self, request: Request) -> Outcome:
        from openai import APIError, BadRequestError, OpenAIError, UnprocessableEntityError

        try:
            answer = self._client.chat.completions.with_raw_response.create(**body_of(request))
        except (BadRequestError, UnprocessableEntityError) as error:  # this prompt is wrong for it, another may do
            return Failure(request.key, error.message)
        except OpenAIError as error:
            reason = error.message if isinstance(error, APIError) else str(error)
            raise WriterFailed(name=self._url, reason=reason) from error
        return outcome_of(request.key, answer.content)
