"""llama.cpp's own sampler chain for one answer: grammar, repetition control (DRY), top-p, min-p, temperature, draw.

Knows llama.cpp through engines.llamacpp; knows no prompt and no text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from garita.engines.llamacpp import Context, Model, lib, schema_grammar
from garita.errors import ConstraintInvalid
from garita.messages import Constraint, Sampling

_DRY_BREAKERS = (b"\n", b":", b'"', b"*")
_REFUSED = -1e30


class SamplerFactory:
    """Makes the chain for an answer. The DRY part looks at the whole vocabulary when made, so it is kept and copied."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._dry: tuple[tuple[float, float, int, int], Any] | None = None

    def close(self) -> None:
        """Free what is kept."""
        if self._dry:
            lib.llama_sampler_free(self._dry[1])
            self._dry = None

    def chain(self, sampling: Sampling, constraint: Constraint | None) -> SamplerChain:
        """A fresh chain.

        Raises:
            ConstraintInvalid: the schema or grammar cannot be used.
        """
        grammar = _grammar(self._model, constraint) if constraint else None
        chain = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        if grammar:
            lib.llama_sampler_chain_add(chain, grammar)
        if sampling.dry_multiplier > 0:
            lib.llama_sampler_chain_add(chain, lib.llama_sampler_clone(self._dry_sampler(sampling)))
        for part in _drawing(sampling):
            lib.llama_sampler_chain_add(chain, part)
        return SamplerChain(chain, grammar)

    def _dry_sampler(self, sampling: Sampling) -> Any:
        key = (
            sampling.dry_multiplier,
            sampling.dry_base,
            sampling.dry_allowed_length,
            sampling.dry_penalty_last_n,
        )
        if self._dry is None or self._dry[0] != key:
            self.close()
            breakers = (ctypes.c_char_p * len(_DRY_BREAKERS))(*_DRY_BREAKERS)
            made = lib.llama_sampler_init_dry(self._model.vocabulary, *key, breakers, len(_DRY_BREAKERS))
            self._dry = (key, made)
        return self._dry[1]


class SamplerChain:
    """Draws tokens one after another. ``close`` frees it."""

    def __init__(self, handle: Any, grammar: Any | None) -> None:
        self._handle = handle
        self._grammar = grammar

    def close(self) -> None:
        """Free the chain with all its parts."""
        lib.llama_sampler_free(self._handle)

    def saw_prompt(self, tokens: Sequence[int]) -> None:
        """Let repetition control know what stands before the answer; a grammar does not look at it."""
        first = 1 if self._grammar else 0
        for place in range(first, lib.llama_sampler_chain_n(self._handle)):
            part = lib.llama_sampler_chain_get(self._handle, place)
            if lib.llama_sampler_name(part) == b"dry":
                for token in tokens:
                    lib.llama_sampler_accept(part, token)

    def saw_answer(self, tokens: Sequence[int]) -> None:
        """Go on after the answer's accepted beginning.

        Raises:
            ConstraintInvalid: the beginning does not match the grammar.
        """
        for token in tokens:
            if self._grammar and not _allows(self._grammar, token):
                raise ConstraintInvalid(problem="the answer's beginning does not match it")
            lib.llama_sampler_accept(self._handle, token)

    def draw(self, context: Context) -> int:
        """The next token, from the logits read last."""
        return int(lib.llama_sampler_sample(self._handle, context.handle, -1))


def _drawing(sampling: Sampling) -> list[Any]:
    if sampling.temperature <= 0:
        return [lib.llama_sampler_init_greedy()]
    return [
        lib.llama_sampler_init_top_p(sampling.top_p, 1),
        lib.llama_sampler_init_min_p(sampling.min_p, 1),
        lib.llama_sampler_init_temp(sampling.temperature),
        lib.llama_sampler_init_dist(sampling.seed & 0xFFFFFFFF),
    ]


def _grammar(model: Model, constraint: Constraint) -> Any:
    text = constraint.text if constraint.kind == "gbnf" else _schema_grammar(constraint.text)
    handle = lib.llama_sampler_init_grammar(model.vocabulary, text.encode(), b"root") if text.strip() else None
    if not handle:  # an empty text would be no constraint at all
        raise ConstraintInvalid(problem="llama.cpp cannot read the grammar")
    return handle


def _schema_grammar(schema: str) -> str:
    try:
        return schema_grammar(schema)
    except Exception as error:  # the converter raises whatever a strange schema makes fail inside it
        raise ConstraintInvalid(problem=f"JSON schema: {error}") from error


def _allows(grammar: Any, token: int) -> bool:
    """Whether the grammar would let ``token`` come next; accepting one it refuses would end the process."""
    candidate = lib.llama_token_data(token, 0.0, 0.0)
    candidates = lib.llama_token_data_array(ctypes.pointer(candidate), 1, -1, False)
    lib.llama_sampler_apply(grammar, ctypes.byref(candidates))
    return bool(candidates.data[0].logit > _REFUSED)
