"""Run as a script in its own process: what llama.cpp makes of a GGUF file, for comparing with transformers.

``llama_side.py MODEL REQUEST ANSWER``: REQUEST is JSON with "texts" (to tokenise, special tokens parsed) and "prompt"
(ids to evaluate); ANSWER becomes an .npz with "tokens" (all ids), "counts" (ids of each text) and "logits" (one row a
prompt token).
"""

from __future__ import annotations

import ctypes
import json
import sys
from pathlib import Path

import llama_cpp
import numpy as np


@llama_cpp.llama_log_callback
def quiet(_level: int, _text: bytes, _data: object) -> None:
    pass


def _tokens(vocab: object, text: str) -> list[int]:
    raw = text.encode()
    room = (llama_cpp.llama_token * (len(raw) + 8))()
    count = llama_cpp.llama_tokenize(vocab, raw, len(raw), room, len(room), False, True)
    return list(room[:count])


def evaluate(model: object, ids: list[int], entries: int) -> np.ndarray:
    params = llama_cpp.llama_context_default_params()
    params.n_ctx = params.n_batch = params.n_ubatch = max(32, len(ids))
    params.n_threads = params.n_threads_batch = 1
    params.type_k = params.type_v = llama_cpp.GGML_TYPE_F32
    params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED
    context = llama_cpp.llama_init_from_model(model, params)
    batch = llama_cpp.llama_batch_init(len(ids), 0, 1)
    batch.n_tokens = len(ids)
    for number, token in enumerate(ids):
        batch.token[number], batch.pos[number], batch.n_seq_id[number] = token, number, 1
        batch.seq_id[number][0], batch.logits[number] = 0, True
    if llama_cpp.llama_decode(context, batch):
        raise SystemExit("llama_decode failed")
    first = llama_cpp.llama_get_logits(context)
    rows = np.ctypeslib.as_array(ctypes.cast(first, ctypes.POINTER(ctypes.c_float)), (len(ids), entries)).copy()
    llama_cpp.llama_batch_free(batch)
    llama_cpp.llama_free(context)
    return rows


def main(model_path: str, request_path: str, answer_path: str) -> None:
    llama_cpp.llama_log_set(quiet, None)
    request = json.loads(Path(request_path).read_text(encoding="utf-8"))
    model = llama_cpp.llama_model_load_from_file(model_path.encode(), llama_cpp.llama_model_default_params())
    if not model:
        raise SystemExit("the model could not be loaded")
    vocab = llama_cpp.llama_model_get_vocab(model)
    texts = [_tokens(vocab, text) for text in request["texts"]]
    prompt = request["prompt"]
    logits = evaluate(model, prompt, llama_cpp.llama_vocab_n_tokens(vocab)) if prompt else np.zeros((0, 0))
    flat = np.array([token for text in texts for token in text], dtype=np.int64)
    counts = np.array([len(text) for text in texts], dtype=np.int64)
    np.savez(answer_path, tokens=flat, counts=counts, logits=logits)
    llama_cpp.llama_model_free(model)


if __name__ == "__main__":
    main(*sys.argv[1:])
