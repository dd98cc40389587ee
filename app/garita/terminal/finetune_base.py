"""The base of a fine-tune, made present: a bar on standard error while it comes from the hub."""

from __future__ import annotations

from pathlib import Path

from garita import paths
from garita.terminal.byte_progress import byte_progress


def at_hand(base: str, *, offline: bool, endpoint: str | None = None) -> Path:
    """The folder of a recipe's base; one of the hub lies in the cache folder and is fetched once.

    Raises:
        what base_place.folder_of raises.
    """
    from garita.training.finetune import base_place

    with byte_progress(base) as shown:
        return base_place.folder_of(
            base, paths.cache() / "bases", lambda step: shown(step.done_bytes, step.total_bytes),
            offline=offline, endpoint=endpoint,
        )  # fmt: skip
