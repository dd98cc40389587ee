"""How the ear's weights change: Muon for the matrices inside the layers, AdamW for the rest, one schedule for both.

Knows parameters and rates, not losses, corpora or clocks.
"""

from __future__ import annotations

from typing import Any

import torch

from garita.training.ear.network import Ear
from garita.training.ear.recipe import LearningPlan


class Optimiser:
    """Both optimisers as one. Rates are the plan's times a factor the caller gives for each step."""

    def __init__(self, ear: Ear, plan: LearningPlan) -> None:
        whisper = ear.whisper.model
        matrices = [
            weight
            for part in (whisper.encoder.layers, whisper.decoder.layers)
            for weight in part.parameters()
            if weight.ndim == 2
        ]
        inside = {id(weight) for weight in matrices}
        others = [weight for weight in ear.parameters() if id(weight) not in inside and weight.requires_grad]
        self._plan, self._weights = plan, [*matrices, *others]
        # match_rms_adamw scales Muon's updates to the size of AdamW's, whatever a matrix's shape
        muon = torch.optim.Muon(
            matrices, lr=plan.matrix_rate, weight_decay=plan.weight_decay, adjust_lr_fn="match_rms_adamw"
        )
        adam = torch.optim.AdamW(others, lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
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


def rate_factor(steps_done: int, share_done: float, plan: LearningPlan) -> float:
    """Warm-up by steps, then 1, then a straight fall to 0 over the last ``decay_share`` of the budget."""
    warm = min(1.0, (steps_done + 1) / (plan.warmup_steps + 1))
    return warm * min(1.0, max(0.0, 1.0 - share_done) / plan.decay_share)
