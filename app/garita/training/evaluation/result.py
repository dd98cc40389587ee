"""The report of an evaluation as values: what stands in report.json, and what a gate reads from it.

Knows neither how a figure is made nor how it is shown. ``Metric.value`` is a share of 1 where its unit is "share".
"""

from __future__ import annotations

from typing import Literal

import msgspec

from garita.training.evaluation.interval import Estimate

Unit = Literal["share", "perplexity", "score", "tokens/s", "bytes"]
MetricName = Literal[
    "four_choice",           # the right reply among three random ones, by mean log-probability a token
    "four_choice_asked",     # the same by asking which of A to D
    "next_step",             # replies that take the dialogue act the reference takes
    "spanish",               # sentences in Spanish in 20 turns at the booth
    "spanish_unguarded",     # the same without the guard, as the model alone writes
    "role",                  # turns after a temptation in which the officer stays the officer
    "role_unguarded",
    "repetition",            # share of four words in a row that were said before
    "repetition_unguarded",
    "facts",                 # turns in which all that was heard is taken up rightly
    "facts_unguarded",
    "perplexity",            # of the officer's tokens in the held-out conversations
    "chrf",                  # of replies against references, 0 to 1
    "rouge_l",               # the same, F measure
    "tokens_per_second",
    "memory_bytes",          # most that the engine's process ever held
]  # fmt: skip
LOWER_IS_BETTER: frozenset[MetricName] = frozenset({"repetition", "repetition_unguarded", "perplexity", "memory_bytes"})


class Metric(msgspec.Struct, frozen=True, omit_defaults=True):
    """A figure with its 95 % interval over conversations; by the officer's turn number and by the scenario's level."""

    value: float
    low: float
    high: float
    n: int
    unit: Unit
    by_turn: dict[str, Estimate] = {}  # msgspec copies the defaults
    by_level: dict[str, Estimate] = {}


class File(msgspec.Struct, frozen=True):
    """A file that was judged."""

    path: str
    sha256: str
    size: int  # bytes


class ModelFile(File, frozen=True, omit_defaults=True):
    """A model, with the adapters that were applied to it."""

    adapters: tuple[File, ...] = ()


class SetFacts(msgspec.Struct, frozen=True):
    """The held-out conversations. ``hashes`` are their fingerprints (``conversation_line.fingerprint``)."""

    kind: Literal["simulated", "dataset"]
    path: str  # the dataset's folder; empty for simulated ones
    seed: int
    conversations: int
    turns: int  # of the officer
    hashes: tuple[str, ...]
    checked_against: str  # the training set whose hashes were compared; empty for none


class Against(msgspec.Struct, frozen=True):
    """Another model on the same conversations. ``differences``: the judged model less this one."""

    model: ModelFile
    metrics: dict[MetricName, Metric]
    differences: dict[MetricName, Estimate]


class Report(msgspec.Struct, frozen=True):
    """What a gate needs of report.json; the file holds more, which msgspec leaves out when it decodes this."""

    model: ModelFile
    set: SetFacts
    metrics: dict[MetricName, Metric]
    made_at: str
    versions: dict[str, str]
    against: Against | None = None
