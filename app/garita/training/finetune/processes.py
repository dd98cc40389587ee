"""The processes of a fine-tune under ``accelerate launch``: found, and held to one voice. One alone is a group of one.

Knows accelerate and torch.distributed, nothing of training.
"""

from __future__ import annotations

from datetime import timedelta

import torch
from accelerate import PartialState

from garita.training import network

_PATIENCE = timedelta(hours=2)  # while the first process fetches a base or makes rows, the others wait
_SAID = "garita-said"


def group() -> PartialState:
    """This process among the others. To be asked before anything else that knows of several processes."""
    return PartialState(cpu=network.best_device().type == "cpu", timeout=_PATIENCE)


def may_speak() -> bool:
    """Whether this process is the first that has something to tell the user about an error.

    All fail where one fails: each by the same error, or because it lost the others. Only the first knows the reason.
    """
    if not torch.distributed.is_initialized():
        return True
    store = torch.distributed.distributed_c10d._get_default_store()
    try:
        return int(store.add(_SAID, 1)) == 1
    except RuntimeError:  # the store went with the process that kept it, which will have spoken
        return False
