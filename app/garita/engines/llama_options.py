"""How a llama.cpp model is to be run. Values only: the program that holds them need not know llama.cpp."""

from __future__ import annotations

import msgspec


class LlamaOptions(msgspec.Struct, frozen=True):
    """One model and its running conditions.

    Attributes:
        path: the GGUF file.
        context_length: tokens the conversation may take; 0 means what the model was trained with, 4096 at most.
        threads: processor threads; 0 means measured.
        keep_cores_free: cores left to other engines of ours that run beside this one.
        gpu_layers: layers on the graphics device; -1 means as many as fit, 0 none.
        lib_folder: where a llama.cpp build may lie that replaces the bundled one; empty for the bundled one.
        cache_folder: where measured rates are kept between starts; empty to keep none.
    """

    path: str
    context_length: int = 0
    threads: int = 0
    keep_cores_free: int = 0
    gpu_layers: int = -1
    lib_folder: str = ""
    cache_folder: str = ""
