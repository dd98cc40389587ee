"""Which models are here, what each needs, and whether it can run: the shipped officer and the user's own files.

Reads heads of files only. The memory estimate follows llama.cpp's layout: weights, key-value cache, working buffers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from garita import paths
from garita.errors import GaritaError, ModelTooLarge, ModelUnsupported
from garita.library import gguf_facts, hardware
from garita.library.gguf_facts import GgufFacts

DEFAULT_CONTEXT = 4096
BUILT_IN = "oficial-garita.gguf"
RESERVE = 256 * 1024 * 1024  # kept free for the system and Garita itself
# Architectures that hold weights for text but generate none.
_NOT_FOR_CHAT = {
    "bert",
    "nomic-bert",
    "jina-bert-v2",
    "t5encoder",
    "clip",
    "wavtokenizer-dec",
    "modern-bert",
    "neo-bert",
}


@dataclass(frozen=True)
class ShelfEntry:
    """One .gguf file: its facts, or why it has none."""

    path: Path
    facts: GgufFacts | None
    needed_bytes: int
    problem: GaritaError | None


def built_in() -> Path:
    """The officer that ships with Garita."""
    return paths.models() / BUILT_IN


def look() -> list[ShelfEntry]:
    """Every .gguf file in the shipped and the user's folder, the built-in officer first, then by name."""
    files = {file.resolve(): file for folder in (paths.models(), paths.user_models()) for file in folder.glob("*.gguf")}
    ordered = sorted(files.values(), key=lambda file: (file.name != BUILT_IN, file.name.lower()))
    return [examine(file) for file in ordered]


def examine(path: Path) -> ShelfEntry:
    """The facts of one file, and whether it can run here and now."""
    try:
        facts = check(path)
        return ShelfEntry(path, facts, memory_needed(facts), None)
    except GaritaError as problem:
        facts_anyway = _facts_or_none(path)
        return ShelfEntry(path, facts_anyway, memory_needed(facts_anyway) if facts_anyway else 0, problem)


def check(path: Path, context: int = 0) -> GgufFacts:
    """Facts of a file that can run here; ``context`` 0 is the default of the engine.

    Raises:
        ModelUnsupported, ModelTooLarge, and what gguf_facts.read raises.
    """
    facts = gguf_facts.read(path)
    if not facts.is_language_model or facts.architecture in _NOT_FOR_CHAT:
        raise ModelUnsupported(path=str(path), architecture=facts.architecture or "unknown")
    needed, free = memory_needed(facts, context), hardware.memory_free()
    if needed + RESERVE > free:
        raise ModelTooLarge(path=str(path), needed_bytes=needed, available_bytes=max(0, free - RESERVE))
    return facts


def memory_needed(facts: GgufFacts, context: int = 0) -> int:
    """Bytes to run it: weights, an F16 key-value cache for ``context`` tokens, and working buffers.

    Formula of llama.cpp's cache: 2 bytes x layers x (key width + value width) x tokens. Buffers: the logits and the
    activations of one batch of 512 tokens in F32, as measured on small models within 10 %.
    """
    context = context or min(facts.number("context_length", DEFAULT_CONTEXT), DEFAULT_CONTEXT)
    width, heads = facts.number("embedding_length"), max(1, facts.number("attention.head_count", 1))
    kv_heads = facts.number("attention.head_count_kv", heads)
    key = facts.number("attention.key_length", width // heads)
    value = facts.number("attention.value_length", width // heads)
    cache = 2 * facts.number("block_count") * kv_heads * (key + value) * context
    vocabulary = facts.array_lengths.get("tokenizer.ggml.tokens", 0)
    buffers = 4 * 512 * (vocabulary + 6 * width + 2 * facts.number("feed_forward_length"))
    return facts.weight_bytes + cache + buffers


def _facts_or_none(path: Path) -> GgufFacts | None:
    try:
        return gguf_facts.read(path)
    except GaritaError:
        return None
