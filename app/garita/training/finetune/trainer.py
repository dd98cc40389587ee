"""trl's SFTTrainer, with a loss that suits processors.

trl's own scores every position where there is no Triton, and computes each again for the gradient. Only the persona's
tokens count, about a third; asking the model for these alone makes an update a third shorter. Knows no data set.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.nn.functional import cross_entropy
from trl import SFTTrainer

from garita.training.data.tokenised import IGNORED


class ProcessorTrainer(SFTTrainer):  # type: ignore[misc]  # trl has no types
    """SFTTrainer where there is no GPU; the same loss, up to rounding."""

    def compute_loss(
        self,
        model: Any,
        inputs: dict[str, Any],
        return_outputs: bool = False,
        num_items_in_batch: torch.Tensor | int | None = None,
    ) -> Any:
        """Nats, summed over the persona's tokens of ``labels`` (batch, length), divided by how many an update has."""
        following = inputs["labels"][:, 1:]
        places = (following != IGNORED).any(dim=0).nonzero().squeeze(1)  # wanted in any conversation of the batch
        rest = {name: value for name, value in inputs.items() if name != "labels"}
        outputs = model(**rest, use_cache=False, logits_to_keep=places)
        wanted = following[:, places]
        total = cross_entropy(
            outputs.logits.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum"
        )
        count = num_items_in_batch if num_items_in_batch is not None else (wanted != IGNORED).sum()
        loss = total / torch.as_tensor(count).clamp(min=1)  # packing may leave a batch of one process without a reply
        if num_items_in_batch is not None and self.args.average_tokens_across_devices:
            loss = loss * self.accelerator.num_processes  # the count is all processes', the gradients are averaged
        if self.model.training:
            self._total_train_tokens += self.accelerator.gather_for_metrics(_tokens_in(inputs)).sum().item()
        self._metrics["train" if self.model.training else "eval"]["num_tokens"] = [self._total_train_tokens]
        return (loss, outputs) if return_outputs else loss


def _tokens_in(inputs: dict[str, Any]) -> torch.Tensor:
    """How many tokens a batch has, without its padding; a packed one has neither padding nor a mask."""
    if "attention_mask" in inputs:
        return inputs["attention_mask"].sum()
    return torch.tensor(inputs["input_ids"].numel(), device=inputs["input_ids"].device)
