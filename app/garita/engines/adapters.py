"""LoRA adapters that are applied while a model runs: loaded, swapped and freed without touching the base.

Knows llama.cpp through engines.llamacpp; a file that takes llama.cpp down is caught by the process around it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from garita.engines import model_files
from garita.engines.llamacpp import Context, Log, Model, lib
from garita.errors import AdapterInvalid, GaritaError
from garita.messages import Adapter


class AdapterShelf:
    """The adapters in use on one context."""

    def __init__(self, model: Model, context: Context, log: Log) -> None:
        self._model, self._context, self._log = model, context, log
        self._loaded: dict[str, Any] = {}
        self.used: tuple[Adapter, ...] = ()

    def use(self, adapters: Sequence[Adapter]) -> bool:
        """Apply exactly ``adapters``; whether anything changed.

        Raises:
            AdapterInvalid: one of them does not fit; those in use before stay in use.
        """
        if tuple(adapters) == self.used:
            return False
        fresh: dict[str, Any] = {}
        try:
            for adapter in adapters:
                fresh.setdefault(adapter.path, self._loaded.get(adapter.path) or self._load(adapter))
            self._apply(adapters, fresh)
        except AdapterInvalid:
            self._free(fresh, keep=self._loaded)
            raise
        self._free(self._loaded, keep=fresh)
        self._loaded, self.used = fresh, tuple(adapters)
        return True

    def _load(self, adapter: Adapter) -> Any:
        if not math.isfinite(adapter.scale):
            raise AdapterInvalid(path=adapter.path, problem=f"scale {adapter.scale}")
        try:
            model_files.check(Path(adapter.path))
        except GaritaError as error:
            raise AdapterInvalid(path=adapter.path, problem=type(error).__name__) from error
        self._log.since()
        handle = lib.llama_adapter_lora_init(self._model.handle, adapter.path.encode())
        if not handle:
            raise AdapterInvalid(path=adapter.path, problem=model_files.reason_in(self._log.since()))
        return handle

    def _apply(self, adapters: Sequence[Adapter], loaded: dict[str, Any]) -> None:
        handles = [loaded[adapter.path] for adapter in adapters]
        if not self._context.use_adapters(handles, [adapter.scale for adapter in adapters]):
            raise AdapterInvalid(path=adapters[0].path if adapters else "", problem="llama.cpp cannot apply it")

    @staticmethod
    def _free(handles: dict[str, Any], *, keep: dict[str, Any]) -> None:
        for path, handle in handles.items():
            if path not in keep:
                lib.llama_adapter_lora_free(handle)
