"""Which files make a base model: a configuration, a tokenizer, and the weights once, as transformers looks for them.

Works on names and on a folder's index of weights; opens no weights and knows no network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path

_CONFIG = "config.json"
_WEIGHTS = (("model", "safetensors"), ("pytorch_model", "bin"))  # the better one first
_TOKENIZERS = (
    {"tokenizer.json"}, {"tokenizer.model"}, {"spiece.model"}, {"sentencepiece.bpe.model"},
    {"vocab.json", "merges.txt"}, {"vocab.txt"},
)  # fmt: skip
_HELPERS = {
    "generation_config.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "chat_template.jinja", "chat_template.json",
}  # fmt: skip


def chosen(names: Collection[str]) -> set[str]:
    """Of all the files of a repository those that tuning needs.

    The weights only in one form: safetensors, or PyTorch's pickles where there is nothing else. Whatever lies in a
    folder inside is another form of the same model (ONNX, the maker's own), and code is never fetched.
    """
    return set(names) & {_CONFIG, *_HELPERS}.union(*_TOKENIZERS) | set(_weights(names))


def lacking(names: Collection[str]) -> list[str]:
    """What is missing for a base model, each as the name of the file that one would expect; empty where it is whole."""
    missing = [] if _CONFIG in names else [_CONFIG]
    missing += [] if _weights(names) else ["model.safetensors (pytorch_model.bin)"]
    missing += [] if any(one <= set(names) for one in _TOKENIZERS) else ["tokenizer.json (tokenizer.model)"]
    return missing


def lacking_in(folder: Path) -> list[str]:
    """The same of a folder, with the parts of the weights that their index names."""
    names = {path.name for path in folder.iterdir() if path.is_file()}
    indices = [name for name in _weights(names) if name.endswith(".index.json")]
    parts = {part for index in indices for part in _parts(folder / index)}
    return lacking(names) + sorted(parts - names)


def _weights(names: Collection[str]) -> list[str]:
    """The files of the best form: one file, or an index with its parts."""
    for stem, kind in _WEIGHTS:
        whole, part = f"{stem}.{kind}", re.compile(rf"{stem}-\d+-of-\d+\.{kind}")
        index, parts = f"{whole}.index.json", sorted(filter(part.fullmatch, names))
        if whole in names:
            return [whole]
        if index in names and parts:
            return [index, *parts]
    return []


def _parts(index: Path) -> set[str]:
    """The files that an index of weights names; the index itself where it cannot be read."""
    try:
        return {str(part) for part in json.loads(index.read_bytes())["weight_map"].values()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {f"{index.name} (JSON)"}
