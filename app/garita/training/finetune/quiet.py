"""Keeps the libraries of a fine-tune to themselves: nothing over the terminal, and nothing to the network.

``watch`` tells the progress, and errors are raised. Knows their switches and nothing else.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import datasets
import transformers
from huggingface_hub import constants as hub

_TALKATIVE = ("accelerate", "bitsandbytes", "datasets", "peft", "torch", "transformers", "trl")


@contextmanager
def libraries() -> Iterator[None]:
    """Inside, no bars of datasets and transformers, and neither warnings about their inner affairs nor log lines.

    And nobody asks the hub: trl reports every run to it, and PEFT looks there for what lies in the base's folder.
    """
    offline = hub.HF_HUB_OFFLINE
    hub.HF_HUB_OFFLINE = True
    bars = datasets.are_progress_bars_disabled(), transformers.utils.logging.is_progress_bar_enabled()
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    datasets.disable_progress_bars()
    transformers.utils.logging.disable_progress_bar()
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            for name in _TALKATIVE:
                warnings.filterwarnings("ignore", module=rf"{name}\b")
            yield
    finally:
        hub.HF_HUB_OFFLINE = offline
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if not bars[0]:
            datasets.enable_progress_bars()
        if bars[1]:
            transformers.utils.logging.enable_progress_bar()
