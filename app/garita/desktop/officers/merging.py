"""A merge as the wizard sees it: what is wished, the plan by groups of tensors, and carrying it out. No Qt.

Planned and carried out as ``garita convert merge`` does it; both take time, so they belong on another thread.
"""

from __future__ import annotations

import math
import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from garita import own_words
from garita.convert import gain, merge, plan
from garita.convert.adapter import check_together, read_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import KEEP, Entry, Plan
from garita.errors import ModelNameTaken
from garita.own_words import OwnWords

KINDS = (KEEP, "Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "F16")
"""The types that are offered, the base's own first."""
ENOUGH = gain.LOW
_BLOCK = re.compile(r"^blk\.\d+\.")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Wish:
    """What the user wants: adapters with their weights, merged into a base, as a file of a type."""

    base: Path
    adapters: tuple[tuple[Path, float], ...]
    kind: str
    out: Path


@dataclass(frozen=True)
class Group:
    """The tensors that play the same part in every layer.

    Attributes:
        name: without the layer, e.g. "attn_q".
        count: how many there are.
        merged: how many of them change.
        types: "Q4_K → Q8_0", the most frequent way.
        least: how much of the change survives in the worst of them, None where nothing changes.
        raised: how many get a larger type than asked for.
    """

    name: str
    count: int
    merged: int
    types: str
    least: float | None
    raised: int


@dataclass(frozen=True)
class Prepared:
    """A plan and what is to be told of it."""

    wish: Wish
    plan: Plan
    own: OwnWords
    groups: tuple[Group, ...]
    before: int
    after: int
    memory: int
    seconds: float

    @property
    def lossy(self) -> tuple[Group, ...]:
        """Groups of whose change too little survives."""
        return tuple(group for group in self.groups if group.least is not None and group.least < ENOUGH)


def threads() -> int:
    """All cores but one, which stays for the window."""
    return max(1, (os.cpu_count() or 1) - 1)


def file_name(text: str) -> str:
    """What the user calls the result, as a file's name; empty where nothing is left of it."""
    stem = _NOT_IN_NAMES.sub("-", text.strip().removesuffix(".gguf")).strip("-.")
    return f"{stem}.gguf" if stem else ""


def prepare(wish: Wish) -> Prepared:
    """Plan the merge and check that its file can be written.

    Raises:
        ConversionRefused, AdapterRefused, GgufInvalid: it would not be exact.
        ModelNameTaken, OutputTooLarge, OutputNotWritable: the file cannot be written.
    """
    if wish.out.exists():
        raise ModelNameTaken(path=str(wish.out))
    wish.out.parent.mkdir(parents=True, exist_ok=True)
    adapters = tuple(read_adapter(path, weight) for path, weight in wish.adapters)
    check_together(adapters)
    made = plan.make(open_gguf(wish.base), adapters, wish.kind)
    merge.check_target(made, wish.out)
    before = sum(tensor.nbytes for tensor in made.base.tensors.values())
    return Prepared(
        wish, made, own_words.of_merge(made), groups(made.entries), before, made.size,
        made.expected_memory(threads()), made.expected_seconds(threads()),
    )  # fmt: skip


def carry_out(prepared: Prepared, on_bytes: Callable[[int, int], object]) -> Path:
    """Write the file and return it; ``on_bytes`` gets bytes done and bytes in all, and what it raises stops it.

    Raises:
        ConversionRefused, AdapterRefused, OutputTooLarge, OutputNotWritable: there is no file then.
    """
    made, out, whole = prepared.plan, prepared.wish.out, prepared.after
    fields = own_words.fields_of_merge(made, prepared.own)
    merge.run(made, out, fields, threads(), lambda done: on_bytes(done, whole))
    return out


def groups(entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The entries by the part they play, those that change first, else in the order of the file."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(part(entry.work.name), []).append(entry)
    made = [_group(name, members) for name, members in found.items()]
    return tuple(sorted(made, key=lambda group: not group.merged))


def part(tensor: str) -> str:
    """ "attn_q" of "blk.3.attn_q.weight"; a bias keeps its ending."""
    return _BLOCK.sub("", tensor).removesuffix(".weight")


def _group(name: str, entries: list[Entry]) -> Group:
    ways = Counter(_way(entry) for entry in entries)
    gains = [entry.gain if math.isfinite(entry.gain) else 0.0 for entry in entries if entry.gain is not None]
    return Group(
        name,
        len(entries),
        sum(entry.action == "merged" for entry in entries),
        ways.most_common(1)[0][0],
        min(gains, default=None),
        sum(entry.raised for entry in entries),
    )


def _way(entry: Entry) -> str:
    after = entry.work.kind.name
    before = entry.base_kind.name if entry.base_kind is not None else "–"
    return after if before == after else f"{before} → {after}"
