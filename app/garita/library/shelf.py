"""Which models are here, what each needs, and whether it can run: the shipped officer, promoted ones, the user's files.

Adapters lie among them and are listed apart (``adapters``), with what can be seen of whether they fit a base.

Reads heads of files only. The memory estimate follows llama.cpp's layout: weights, key-value cache, working buffers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from garita import paths
from garita.errors import GaritaError, ModelTooLarge, ModelUnsupported
from garita.library import gguf_facts, hardware, officers
from garita.library.gguf_facts import GgufFacts, TensorFacts
from garita.library.officers import Version

DEFAULT_CONTEXT = 4096
BUILT_IN = "oficial-garita.gguf"
RESERVE = 256 * 1024 * 1024  # kept free for the system and Garita itself
_A, _B = ".lora_a", ".lora_b"
_EMBEDDING = "token_embd.weight"
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
    """One .gguf file: its facts, or why it has none. ``promoted``: which promoted officer it is, if it is one."""

    path: Path
    facts: GgufFacts | None
    needed_bytes: int
    problem: GaritaError | None
    promoted: Version | None = None


def built_in() -> Path:
    """The officer that ships with Garita."""
    return paths.models() / BUILT_IN


@dataclass(frozen=True)
class AdapterEntry:
    """One .gguf file with an adapter. ``base`` is the model it says it was made for, "" where it does not say."""

    path: Path
    facts: GgufFacts

    @property
    def base(self) -> str:
        """The base's name as the adapter tells it."""
        return str(self.facts.metadata.get("general.base_model.0.name") or "")

    @property
    def rank(self) -> int:
        """Of its largest pair of factors."""
        return max((one.shape[0] for one in self.facts.tensors if one.name.endswith(_B) and one.shape), default=0)


def look() -> list[ShelfEntry]:
    """Every model here, adapters left out: the built-in officer, then by name, promoted officers among them."""
    promoted = {version.file: version for version in officers.versions()}
    entries = (replace(examine(file), promoted=promoted.get(file)) for file in _files(promoted))
    return [entry for entry in entries if not (entry.facts and entry.facts.is_adapter)]


def adapters() -> list[AdapterEntry]:
    """Every adapter in the shipped and the user's folder, by name; damaged ones are in ``look``."""
    known = ((file, _facts_or_none(file)) for file in _files())
    return [AdapterEntry(file, facts) for file, facts in known if facts and facts.is_adapter]


def adapter_problem(adapter: GgufFacts, base: GgufFacts) -> str:
    """Why an adapter does not fit a base, "" where architecture and all shapes do."""
    if adapter.architecture != base.architecture:
        return f"is for {adapter.architecture or '?'}, the base is {base.architecture}"
    shapes = {tensor.name: tensor.shape for tensor in base.tensors}
    for tensor in adapter.tensors:
        target = tensor.name.removesuffix(_A).removesuffix(_B)
        if target not in shapes:
            return f"the base has no tensor {target}"
        if not _fits(tensor, shapes[target], is_embedding=target == _EMBEDDING):
            return f"{target} has another shape in the base"
    return ""


def _fits(factor: TensorFacts, base: tuple[int, ...], *, is_embedding: bool) -> bool:
    """ggml's order: a base is (in, out), its factors (in, rank) and (rank, out); an embedding's are swapped."""
    if not factor.name.endswith((_A, _B)):
        return factor.shape == base
    if min(len(factor.shape), len(base)) < 2:
        return False
    if factor.name.endswith(_A):
        return factor.shape[-1] == base[1] if is_embedding else factor.shape[0] == base[0]
    return factor.shape[-1] == base[0] if is_embedding else factor.shape[1] == base[1]


def _files(more: Iterable[Path] = ()) -> list[Path]:
    """The built-in officer, then by name, those of the two folders and ``more``, which need not be there."""
    files = {file.resolve(): file for folder in (paths.models(), paths.user_models()) for file in folder.glob("*.gguf")}
    files |= {file.resolve(): file for file in more}
    return sorted(files.values(), key=lambda file: (file.name != BUILT_IN, file.name.lower()))


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
