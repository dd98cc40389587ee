"""The officer's network: a Llama of transformers, the loss on the officer's tokens, and an attention for processors.

Knows sizes and batches, not how weights are changed and not where batches come from.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from transformers import AttentionInterface, LlamaConfig, LlamaForCausalLM

from garita.training.dataset import Batch, Span
from garita.training.recipe import ModelSizes

_ATTENTION = "garita_spans"
_LOGITS = 512  # officer tokens whose logits are in memory at a time
_BLOCK = 128  # queries handled at a time: what a causal mask hides beyond a block is never computed


def build(sizes: ModelSizes, entries: int, end_id: int, pad_id: int, seed: int) -> LlamaForCausalLM:
    """A freshly initialised model; the same seed gives the same weights."""
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=entries,
        hidden_size=sizes.width,
        intermediate_size=sizes.feed_forward,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        num_key_value_heads=sizes.heads,
        head_dim=sizes.head_width,
        max_position_embeddings=sizes.context,
        rope_parameters={"rope_type": "default", "rope_theta": sizes.rope_theta},
        rms_norm_eps=sizes.norm_epsilon,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=end_id,
        pad_token_id=pad_id,
        use_cache=False,
    )
    return LlamaForCausalLM._from_config(config, attn_implementation=_ATTENTION)


def best_device() -> torch.device:
    """CUDA or Apple's GPU when there is one, else the processor."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def half_precision(device: torch.device) -> bool:
    """Whether bfloat16 is faster than float32 here: on GPUs, and on processors with instructions for it."""
    if device.type != "cpu":
        return True
    if platform.machine() == "arm64" and platform.system() == "Darwin":
        return False
    capabilities = torch.cpu.get_capabilities()
    return any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16", "bf16"))


def learn(model: LlamaForCausalLM, batch: Batch, half: bool) -> float:
    """Add the gradients of the mean cross-entropy of the batch's officer tokens; returns it, in nats.

    Logits are made and used up for a few tokens at a time, so that they stay in the processor's cache.
    """
    hidden, targets = _before_officer_tokens(model, batch, half)
    known = hidden.detach().requires_grad_()
    loss: float = 0.0
    for part, wanted in zip(known.split(_LOGITS), targets.split(_LOGITS), strict=True):
        piece = _cross_entropy(model, part, wanted, half) / len(targets)
        piece.backward()
        loss += float(piece.item())
    hidden.backward(known.grad)
    return loss


def measure(model: LlamaForCausalLM, batches: Sequence[Batch], half: bool) -> float:
    """Mean cross-entropy in nats of all officer tokens of the batches."""
    with torch.no_grad():
        losses: list[float] = [
            _cross_entropy(model, *_before_officer_tokens(model, batch, half), half).item() for batch in batches
        ]
    return sum(losses) / sum(len(batch.targets) for batch in batches)


def _before_officer_tokens(model: LlamaForCausalLM, batch: Batch, half: bool) -> tuple[Tensor, Tensor]:
    """The last hidden states (N, width) from which the officer's tokens are to be predicted, and those N tokens.

    All conversations of the batch stand in one row; the spans tell the attention who sees whom.
    """
    ids, positions, places, targets = (
        torch.tensor(part, device=model.device) for part in (batch.ids, batch.positions, batch.places, batch.targets)
    )
    with torch.autocast(model.device.type, dtype=torch.bfloat16, enabled=half):
        output = model.model(input_ids=ids[None], position_ids=positions[None], spans=batch.spans)
    return output.last_hidden_state[0, places], targets


def _cross_entropy(model: LlamaForCausalLM, hidden: Tensor, targets: Tensor, half: bool) -> Tensor:
    """Summed over the targets, from float32 logits."""
    with torch.autocast(model.device.type, dtype=torch.bfloat16, enabled=half):
        logits = model.lm_head(hidden)
    return torch.nn.functional.cross_entropy(logits.float(), targets, reduction="sum")


# --- attention -----------------------------------------------------------------------------------------------------


class _SpanAttention(torch.autograd.Function):  # type: ignore[misc]  # torch is untyped to mypy here
    """Causal attention within spans, a block of queries at a time against the keys they may see.

    Queries, keys and values are (heads, tokens, width). Plain matrix products: on processors with bfloat16 products
    they are about 2.5 times as fast as torch's fused attention, forward and backward together.
    """

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, scale: float, spans: Sequence[Span]) -> Tensor:
        """The attended values, shaped like ``query``."""
        hidden = torch.full((_BLOCK, _BLOCK), float("-inf"), dtype=query.dtype, device=query.device).triu(1)
        result = torch.empty_like(query)
        kept = []
        for span in spans:
            keys, values = _seen(key, span), _seen(value, span)
            for start, stop, earlier in _blocks(span):
                scores = (query[:, start:stop] * scale) @ keys[:, : earlier + stop - start].transpose(-1, -2)
                scores[..., earlier:] += hidden[: stop - start, : stop - start]
                shares = torch.softmax(scores, -1)
                result[:, start:stop] = shares @ values[:, : shares.shape[-1]]
                kept.append(shares)
        ctx.save_for_backward(query, key, value, *kept)
        ctx.scale, ctx.spans = scale, spans
        return result

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, Tensor, None, None]:
        """Gradients of query, key and value."""
        query, key, value, *kept = ctx.saved_tensors
        of_query, of_key, of_value = torch.empty_like(query), torch.zeros_like(key), torch.zeros_like(value)
        shares_of_blocks = iter(kept)
        for span in ctx.spans:
            keys, values = _seen(key, span), _seen(value, span)
            of_keys, of_values = torch.zeros_like(keys), torch.zeros_like(values)
            for start, stop, _ in _blocks(span):
                shares, part = next(shares_of_blocks), gradient[:, start:stop]
                seen = shares.shape[-1]
                of_values[:, :seen] += shares.transpose(-1, -2) @ part
                of_shares = part @ values[:, :seen].transpose(-1, -2)
                of_scores = torch.ops.aten._softmax_backward_data(of_shares, shares, -1, shares.dtype)
                of_query[:, start:stop] = of_scores @ keys[:, :seen]
                of_keys[:, :seen] += of_scores.transpose(-1, -2) @ query[:, start:stop]
            _add_seen(of_key, of_keys, span)
            _add_seen(of_value, of_values, span)
        return of_query.mul_(ctx.scale), of_key.mul_(ctx.scale), of_value, None, None


def _blocks(span: Span) -> list[tuple[int, int, int]]:
    """(start, stop, keys seen before start) of each block of queries."""
    before = span.until - span.after - span.start
    starts = range(span.start, span.stop, _BLOCK)
    return [(start, min(start + _BLOCK, span.stop), before + start) for start in starts]


def _seen(whole: Tensor, span: Span) -> Tensor:
    """The keys or values a span's last token sees."""
    own = whole[:, span.start : span.stop]
    return torch.cat((whole[:, span.after : span.until], own), dim=1) if span.until > span.after else own


def _add_seen(whole: Tensor, part: Tensor, span: Span) -> None:
    """The reverse of ``_seen`` for gradients."""
    before = span.until - span.after
    whole[:, span.after : span.until] += part[:, :before]
    whole[:, span.start : span.stop] += part[:, before:]


def _attention(
    _module: Any,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    _mask: None,
    *,
    scaling: float,
    spans: Sequence[Span],
    **_: Any,
) -> tuple[Tensor, None]:
    """What transformers calls, with one row of tokens: (1, heads, tokens, width) in, (1, tokens, heads, width) out."""
    kind = query.device.type
    if torch.is_autocast_enabled(kind):
        query, key, value = (part.to(torch.get_autocast_dtype(kind)) for part in (query, key, value))
    with torch.autocast(kind, enabled=False):  # softmax would go up to float32
        result = _SpanAttention.apply(query[0], key[0], value[0], scaling, spans)
    return result.transpose(0, 1)[None], None


AttentionInterface.register(_ATTENTION, _attention)
