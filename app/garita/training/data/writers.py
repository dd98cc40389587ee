"""Models that translate: any server that speaks OpenAI's protocol, or a GGUF file in the project's own engine."""

from __future__ import annotations

from garita.engines.ports import LanguageModel
from garita.errors import WriterFailed
from garita.messages import AnswerFinished, ChatMessage, Sampling, TokenDelta
from garita.training.data.translate import NotTranslated

_MAX_TOKENS = 1024
_SECONDS = 120.0  # for one message
_EMPTY = "the answer is empty"
_RETRIES = 4  # with growing pauses; openai's client waits


class ServerWriter:
    """A model behind ``/v1/chat/completions``: llama-server, vLLM, Ollama, or a paid service. Close it after use."""

    def __init__(self, url: str, model: str, key: str = "", retries: int = _RETRIES) -> None:
        """``url`` ends in /v1; a server of one's own asks for no ``key``."""
        from openai import OpenAI  # takes a second to import

        self.name = model
        self._client = OpenAI(base_url=url, api_key=key or "none", timeout=_SECONDS, max_retries=retries)

    def write(self, messages: list[ChatMessage]) -> str:
        """One answer, the most likely one.

        Raises:
            NotTranslated, WriterFailed.
        """
        from openai import OpenAIError

        plain = [{"role": message.role, "content": message.content} for message in messages]
        try:
            answer = self._client.chat.completions.create(
                model=self.name, messages=plain, temperature=0, max_tokens=_MAX_TOKENS
            )
        except OpenAIError as error:
            raise WriterFailed(name=str(self._client.base_url), reason=str(error)) from error
        if not answer.choices:
            raise NotTranslated(_EMPTY)
        first = answer.choices[0]
        return _whole(first.message.content or "", str(first.finish_reason))

    def close(self) -> None:
        """Give back its connections."""
        self._client.close()


class EngineWriter:
    """A loaded model of ours, under a name; whoever started it closes it."""

    def __init__(self, model: LanguageModel, name: str) -> None:
        self._model, self.name = model, name
        self._sampling = Sampling(temperature=0.0, dry_multiplier=0.0, max_tokens=_MAX_TOKENS)

    def write(self, messages: list[ChatMessage]) -> str:
        """One answer, the most likely one.

        Raises:
            NotTranslated, and what the engine raises.
        """
        said, ended = [], ""
        for event in self._model.answer(messages, self._sampling):
            if isinstance(event, TokenDelta):
                said.append(event.text)
            elif isinstance(event, AnswerFinished):
                ended = event.reason
        return _whole("".join(said), ended)


def _whole(text: str, ended: str) -> str:
    if ended != "stop":
        raise NotTranslated(f"it did not come to its end: {ended}")
    if not text.strip():
        raise NotTranslated(_EMPTY)
    return text
