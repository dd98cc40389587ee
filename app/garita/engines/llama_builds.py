"""llama.cpp builds that users drop into lib/: finding one, and refusing what does not fit the bindings.

A build is tried only inside an engine's process: a library with another layout of its structures may do anything.
Knows no model.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from garita.errors import LlamaBuildUnusable

_NAMES = {"win32": ("llama.dll", "libllama.dll"), "darwin": ("libllama.dylib", "libllama.so")}
_DEPTH = 3


def find(folder: Path) -> Path | None:
    """The folder at or below ``folder`` that holds a llama.cpp library; the first by name, the shallowest first."""
    names = _NAMES.get(sys.platform, ("libllama.so",))
    level = [folder]
    for _ in range(_DEPTH):
        for place in level:
            if any((place / name).is_file() for name in names):
                return place
        level = sorted(child for place in level if place.is_dir() for child in place.iterdir() if child.is_dir())
    return None


def use(folder: Path) -> None:
    """Make ``folder``'s build the one that the bindings load. Call it before they are imported, in this process only.

    Raises:
        LlamaBuildUnusable: it cannot be loaded, lacks functions, or its structures are laid out differently.
    """
    os.environ["LLAMA_CPP_LIB_PATH"] = str(folder)
    try:
        from garita.engines import llamacpp  # the import loads the library, so it must come after the line above
    except Exception as error:  # whatever the loader or the bindings stumble over is the build's fault
        raise LlamaBuildUnusable(path=str(folder), problem=_first_line(error)) from error
    problem = layout_problem(llamacpp.default_values())
    if problem:
        raise LlamaBuildUnusable(path=str(folder), problem=problem)


def layout_problem(values: dict[str, float]) -> str:
    """What is odd about a build's default parameters as the bindings read them; "" when they make sense.

    Every value is one that llama.cpp has kept for long and that a shifted structure would not show in its place.
    """
    expected = {
        "n_batch": range(256, 65537),
        "n_ubatch": range(64, 65537),
        "n_seq_max": range(1, 257),
        "n_threads": range(1, 1025),
        "rope_scaling_type": range(-1, 1),
        "type_k": range(1, 2),
        "type_v": range(1, 2),
        "n_samplers": range(1),
        "offload_kqv": range(1, 2),
        "embeddings": range(1),
        "use_extra_bufts": range(1, 2),
        "vocab_only": range(1),
    }
    odd = [f"{name} = {values[name]:g}" for name, allowed in expected.items() if values[name] not in allowed]
    return f"another version of llama.cpp ({', '.join(odd)})" if odd else ""


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
