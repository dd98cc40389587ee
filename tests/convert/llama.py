"""What llama.cpp makes of models, asked in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np


def answers(model: Path, texts: Sequence[str] = (), prompt: Sequence[int] = ()) -> tuple[list[list[int]], np.ndarray]:
    """What llama.cpp says: token ids of each text, logits (tokens, entries) of the prompt."""
    request, answer = model.with_suffix(".request.json"), model.with_suffix(".answer.npz")
    request.write_text(json.dumps({"texts": list(texts), "prompt": list(prompt)}), encoding="utf-8")
    script = Path(__file__).with_name("llama_side.py")
    subprocess.run([sys.executable, str(script), str(model), str(request), str(answer)], check=True, timeout=120)
    with np.load(answer) as arrays:
        tokens, counts, logits = arrays["tokens"], arrays["counts"], arrays["logits"]
    return [part.tolist() for part in np.split(tokens, np.cumsum(counts)[:-1])] if len(counts) else [], logits


def logits(models: Sequence[Path], prompt: Sequence[int], folder: Path) -> list[np.ndarray]:
    """What llama.cpp says about the prompt, for each model."""
    request = folder / "request.json"
    request.write_text(json.dumps({"models": [str(path) for path in models], "prompt": list(prompt)}))
    subprocess.run([sys.executable, "-m", "tests.convert.llama_many", str(request)], check=True, timeout=120)
    return [np.load(path.with_suffix(".npy")) for path in models]
