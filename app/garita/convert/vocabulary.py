"""A tokenizer.json as the vocabulary llama.cpp needs: tokens, types, merges, special tokens, name of the splitter.

Only byte-level BPE is known; whatever llama.cpp would silently tokenise differently is refused by name.
Knows nothing of weights.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from gguf import TokenType

from garita.errors import ConversionRefused

_BYTE_LEVEL = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
_DIGITS = {"type": "Digits", "individual_digits": True}
# What a tokenizer.json says -> the name under which llama.cpp has the same splitting rules.
_SPLITTERS: tuple[tuple[dict[str, Any], str], ...] = (
    (_BYTE_LEVEL, "gpt-2"),
    ({"type": "Sequence", "pretokenizers": [_DIGITS, _BYTE_LEVEL]}, "smollm"),
)
_PLAIN_BPE = {"dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None}


class Vocabulary(NamedTuple):
    """``types`` are gguf.TokenType values; ids are indices into ``tokens``; None where there is no such token."""

    tokens: list[str]
    types: list[int]
    merges: list[str]
    splitter: str
    end_id: int
    pad_id: int | None
    begin_id: int | None
    begins_with_begin: bool
    chat_template: str | None


def read(folder: Path, entries: int) -> Vocabulary:
    """Read tokenizer.json and tokenizer_config.json; ``entries`` is the number of rows the embedding has.

    Raises:
        ConversionRefused: a file is missing or damaged, or means something llama.cpp cannot do exactly.
    """
    path = folder / "tokenizer.json"
    tokenizer, config = json_object(path), json_object(folder / "tokenizer_config.json")
    try:
        _check_kind(tokenizer)
        tokens, types = _tokens(tokenizer, entries)
        ids = {token: number for number, token in enumerate(tokens)}
        end = _special(config, "eos_token")
        if end not in ids:
            raise ValueError(f"eos_token {end!r} is not in the vocabulary")
        return Vocabulary(
            tokens=tokens,
            types=types,
            merges=[merge if isinstance(merge, str) else " ".join(merge) for merge in tokenizer["model"]["merges"]],
            splitter=_splitter(tokenizer["pre_tokenizer"]),
            end_id=ids[end],
            pad_id=ids.get(_special(config, "pad_token")),
            begin_id=ids.get(_special(config, "bos_token")),
            begins_with_begin=bool(config.get("add_bos_token", False)),
            chat_template=config.get("chat_template"),
        )
    except KeyError as error:
        raise ConversionRefused(path=str(path), problem=f"{error.args[0]} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ConversionRefused(path=str(path), problem=str(error)) from error


def json_object(path: Path) -> dict[str, Any]:
    """What the JSON file says.

    Raises:
        ConversionRefused: it cannot be read, or holds no JSON object.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ConversionRefused(path=str(path), problem=f"is no JSON: {error}") from error
    if not isinstance(content, dict):
        raise ConversionRefused(path=str(path), problem="is no JSON object")
    return content


def _check_kind(tokenizer: dict[str, Any]) -> None:
    model = tokenizer["model"]
    if model["type"] != "BPE" or model.get("byte_fallback") or model.get("ignore_merges"):
        raise ValueError(f"only byte-level BPE is supported, not {model['type']} with these options")
    for key, plain in _PLAIN_BPE.items():
        if model.get(key) not in (plain, ""):
            raise ValueError(f"the tokenizer's {key} {model[key]!r} is not supported")
    if tokenizer.get("normalizer"):
        raise ValueError(f"the normalizer {tokenizer['normalizer'].get('type')} is not supported")
    if (after := tokenizer.get("post_processor")) and after["type"] != "ByteLevel":
        raise ValueError(f"the post-processor {after['type']} is not supported")


def _splitter(pre_tokenizer: dict[str, Any] | None) -> str:
    for known, name in _SPLITTERS:
        if pre_tokenizer == known:
            return name
    raise ValueError(f"the pre-tokenizer {json.dumps(pre_tokenizer)} has no known name in llama.cpp")


def _tokens(tokenizer: dict[str, Any], entries: int) -> tuple[list[str], list[int]]:
    """Tokens and types by id; rows of the embedding beyond the vocabulary become unused tokens."""
    by_id = {number: (token, TokenType.NORMAL) for token, number in tokenizer["model"]["vocab"].items()}
    for added in tokenizer["added_tokens"]:
        if any(added.get(option) for option in ("lstrip", "rstrip", "single_word", "normalized")):
            raise ValueError(f"the added token {added['content']!r} has options llama.cpp does not have")
        by_id[added["id"]] = (added["content"], TokenType.CONTROL if added["special"] else TokenType.USER_DEFINED)
    if by_id and max(by_id) >= entries:
        raise ValueError(f"the tokenizer has {max(by_id) + 1} tokens, the embedding {entries} rows")
    listed = [by_id.get(number, (f"[PAD{number}]", TokenType.UNUSED)) for number in range(entries)]
    return [token for token, _ in listed], [int(kind) for _, kind in listed]


def _special(config: dict[str, Any], key: str) -> str:
    """A special token of tokenizer_config.json, there as text or as an object; empty if there is none."""
    value = config.get(key) or ""
    return str(value["content"]) if isinstance(value, dict) else str(value)
