"""A process that lets llama.cpp evaluate one prompt with many models: MODEL.gguf -> MODEL.npy."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import llama_cpp
import numpy as np

from tests.convert import llama_side


def main(request_path: str) -> None:
    llama_cpp.llama_log_set(llama_side.quiet, None)
    request = json.loads(Path(request_path).read_text(encoding="utf-8"))
    for path in map(Path, request["models"]):
        model = llama_cpp.llama_model_load_from_file(str(path).encode(), llama_cpp.llama_model_default_params())
        if not model:
            raise SystemExit(f"{path.name} could not be loaded")
        entries = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
        np.save(path.with_suffix(".npy"), llama_side.evaluate(model, request["prompt"], entries))
        llama_cpp.llama_model_free(model)


if __name__ == "__main__":
    main(*sys.argv[1:])
