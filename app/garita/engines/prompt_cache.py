"""What the model has read so far, so that a prompt costs only what is new in it.

Sequence 0 of the context always holds the tokens that ``tokens`` lists, whatever happened: an aborted or failed read
falls back to the last chunk that was surely read. Knows tokens only, neither text nor chats.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from garita.engines.llamacpp import Context, NativeError


@dataclass(frozen=True)
class ReadReport:
    """How many of a prompt's tokens were there already, how many were read, and whether it was read to its end."""

    reused: int
    read: int
    complete: bool


class PromptCache:
    """Keeps sequence 0 of a context and the list of its tokens in step."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.tokens: list[int] = []

    def read(self, prompt: Sequence[int], stop: Callable[[], bool], *, logits: bool) -> ReadReport:
        """Make the context stand right after ``prompt``; only what differs from the tokens held is computed.

        Args:
            prompt: the tokens, at most the context's length.
            stop: asked before every chunk; True breaks off, as does the context's abort check within one.
            logits: the next token's logits are needed, so the last token is read even if it is held. Without them a
                prompt that is held entirely changes nothing.
        """
        common = common_prefix(self.tokens, prompt)
        if not logits and common == len(prompt):
            return ReadReport(common, 0, True)
        reused = self._keep(min(common, len(prompt) - 1) if logits else common)
        complete = self._read_rest(prompt, stop)
        return ReadReport(reused, len(self.tokens) - reused, complete)

    def extend(self, token: int) -> bool:
        """Read one more token with its logits; False when the context's abort check stopped it."""
        if not self._context.decode([token], len(self.tokens)):
            self._keep(len(self.tokens))
            return False
        self.tokens.append(token)
        return True

    def forget(self) -> None:
        """Hold nothing (the adapters changed, so nothing read before is true any more)."""
        self._context.forget_all()
        self.tokens = []

    def _keep(self, count: int) -> int:
        """Drop everything after ``count`` tokens; a memory that cannot drop a part is emptied."""
        if self._context.forget(0, count):
            del self.tokens[count:]
        else:
            self.forget()
        return len(self.tokens)

    def _read_rest(self, prompt: Sequence[int], stop: Callable[[], bool]) -> bool:
        try:
            while len(self.tokens) < len(prompt):
                chunk = prompt[len(self.tokens) : len(self.tokens) + self._context.chunk]
                if stop() or not self._context.decode(chunk, len(self.tokens)):
                    self._keep(len(self.tokens))
                    return False
                self.tokens.extend(chunk)
        except NativeError:
            self.forget()
            raise
        return True


def common_prefix(left: Sequence[int], right: Sequence[int]) -> int:
    """How many leading elements two sequences share."""
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return index
    return min(len(left), len(right))
