"""What is in a dataset folder, in figures: sizes, lengths, languages, topics. Knows no pages and no plots."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from garita.training.data.conversation_line import ConversationLine, load
from garita.training.data.folder import split_file
from garita.training.data.splits import SPLITS, Split
from garita.training.data.topics import Topics, TopicsFound

_EDGES = (
    0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 600, 800,
    1000, 1500, 2000, 3000, 4000, 5000,
)  # fmt: skip


class Counts(msgspec.Struct, frozen=True):
    """What came in: rows read, conversations clean and not doubled, why others are not, what was mended."""

    rows: int
    clean: int
    set_aside: dict[str, int]
    changed: dict[str, int]
    formats: dict[str, int]


class Lengths(msgspec.Struct, frozen=True):
    """How long something is. Percentiles are values that occur; ``bars`` are (from, to before or None, how many)."""

    mean: float
    least: int
    p5: int
    median: int
    p95: int
    most: int
    bars: list[tuple[int, int | None, int]]


class Part(msgspec.Struct, frozen=True):
    """One split. Words are separated by white space; system prompts do not count."""

    conversations: int
    turns: int
    words: int
    persona_words: int


class Report(msgspec.Struct, frozen=True):
    """report.json. All but ``counts`` is about what the parts hold, after any sampling."""

    counts: Counts
    parts: dict[Split, Part]
    turns: Lengths  # a conversation
    words: Lengths  # a conversation
    reply_words: Lengths  # a reply of the persona
    languages: dict[str, int]  # conversations; "" where it could not be told
    sources: dict[str, int]  # conversations
    topics: TopicsFound


def statistics(folder: Path, counts: Counts, expected: int) -> Report:
    """Read the parts of a folder once; about ``expected`` conversations are in them.

    Raises:
        DatasetRefused: a part is missing or damaged.
    """
    reading = _Reading(expected)
    parts = {split: reading.part(load(split_file(folder, split))) for split in SPLITS}
    return Report(
        counts=counts,
        parts=parts,
        turns=lengths(reading.turns),
        words=lengths(reading.words),
        reply_words=lengths(reading.reply_words),
        languages=dict(reading.languages.most_common()),
        sources=dict(reading.sources.most_common()),
        topics=reading.topics.found(),
    )


class _Reading:
    """Sums over all conversations."""

    def __init__(self, expected: int) -> None:
        self.turns, self.words, self.reply_words = Counter[int](), Counter[int](), Counter[int]()
        self.languages, self.sources = Counter[str](), Counter[str]()
        self.topics = Topics(expected)

    def part(self, lines: Iterable[ConversationLine]) -> Part:
        conversations = turns = words = persona_words = 0
        for line in lines:
            counted = list(_words(line))
            own = [count for role, count in counted if role == "assistant"]
            everything = sum(count for _, count in counted)
            self._add(line, len(counted), everything, own)
            conversations += 1
            turns += len(counted)
            words += everything
            persona_words += sum(own)
        return Part(conversations, turns, words, persona_words)

    def _add(self, line: ConversationLine, turns: int, words: int, own: list[int]) -> None:
        self.turns[turns] += 1
        self.words[words] += 1
        self.reply_words.update(own)
        self.languages[str(line.meta.get("language", ""))] += 1
        self.sources[line.source] += 1
        self.topics.add(line)


def _words(line: ConversationLine) -> Iterator[tuple[str, int]]:
    return ((one.role, len(one.content.split())) for one in line.messages if one.role != "system")


def lengths(counted: Mapping[int, int]) -> Lengths:
    """Of how many things have which length."""
    values, total = sorted(counted), sum(counted.values())
    mean = sum(value * counted[value] for value in values) / max(total, 1)
    least, p5, median, p95, most = (_percentile(values, counted, total, share) for share in (0.0, 0.05, 0.5, 0.95, 1.0))
    return Lengths(round(mean, 2), least, p5, median, p95, most, _bars(counted))


def _percentile(values: list[int], counted: Mapping[int, int], total: int, share: float) -> int:
    """The least value that ``share`` of all do not exceed."""
    reached = 0
    for value in values:
        reached += counted[value]
        if reached >= share * total:
            return value
    return 0


def _bars(counted: Mapping[int, int]) -> list[tuple[int, int | None, int]]:
    bars = Counter[int]()
    for value, count in counted.items():
        bars[bisect_right(_EDGES, value) - 1] += count
    if not bars:
        return []
    ends = (*_EDGES[1:], None)
    return [(_EDGES[bar], ends[bar], bars[bar]) for bar in range(min(bars), max(bars) + 1)]
