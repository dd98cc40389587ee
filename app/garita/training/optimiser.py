"""How the weights change: Muon for the matrices inside the layers, AdamW for the rest, one schedule for both.

Knows parameters and rates, not losses, corpora or clocks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import torch


class Rates(Protocol):
    """The part of a recipe that says how weights change: rates, decay of the matrices, clipping, and the schedule."""

    @property
    def matrix_rate(self) -> float:
        """Muon's."""

    @property
    def rate(self) -> float:
        """AdamW's."""

    @property
    def weight_decay(self) -> float:
        """Of the matrices."""

    @property
    def gradient_norm(self) -> float:
        """To which gradients are clipped."""

    @property
    def warmup_steps(self) -> int:
        """Before the rates are whole."""

    @property
    def decay_share(self) -> float:
        """Of the budget, in which they fall to zero."""


class Optimiser:
    """Both optimisers as one. Rates are the plan's times a factor the caller gives for each step.

    Args:
        network: whose weights change; frozen ones do not.
        layers: the parts of it whose matrices are Muon's, in a fixed order.
        plan: the rates.
        second_beta: how slowly AdamW forgets the size of gradients.
    """

    def __init__(
        self, network: torch.nn.Module, layers: Iterable[torch.nn.Module], plan: Rates, second_beta: float
    ) -> None:
        matrices = [weight for part in layers for weight in part.parameters() if weight.ndim == 2]
        inside = {id(weight) for weight in matrices}
        others = [weight for weight in network.parameters() if id(weight) not in inside and weight.requires_grad]
        self._plan = plan
        self._weights = [*matrices, *others]
        # match_rms_adamw scales Muon's updates to the size of AdamW's, whatever a matrix's shape
        muon = torch.optim.Muon(
            matrices, lr=plan.matrix_rate, weight_decay=plan.weight_decay, adjust_lr_fn="match_rms_adamw"
        )
        adam = torch.optim.AdamW(others, lr=plan.rate, betas=(0.9, second_beta), weight_decay=0.0, fused=True)
        self._parts: list[tuple[torch.optim.Optimizer, float]] = [(muon, plan.matrix_rate), (adam, plan.rate)]

    def step(self, factor: float) -> None:
        """Clip the gradients, change the weights, forget the gradients."""
        torch.nn.utils.clip_grad_norm_(self._weights, self._plan.gradient_norm)
        for part, rate in self._parts:
            for group in part.param_groups:
                group["lr"] = rate * factor
            part.step()
            part.zero_grad()

    def state(self) -> list[dict[str, Any]]:
        """Everything a later ``restore`` needs."""
        return [part.state_dict() for part, _ in self._parts]

    def restore(self, state: list[dict[str, Any]]) -> None:
        """Continue where ``state`` was taken."""
        for (part, _), saved in zip(self._parts, state, strict=True):
            part.load_state_dict(saved)


def rate_factor(steps_done: int, share_done: float, plan: Rates) -> float:
    """Warm-up by steps, then 1, then a straight fall to 0 over the last ``decay_share`` of the budget."""
    warm = min(1.0, (steps_done + 1) / (plan.warmup_steps + 1))
    return warm * min(1.0, max(0.0, 1.0 - share_done) / plan.decay_share)
