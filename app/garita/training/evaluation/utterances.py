"""Scores the understanding of turns against a hand-written set, fact by fact, as the set's own head explains.

Knows the set's format and nothing of how a turn is understood.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from garita.roleplay.act import Act
from garita.roleplay.hearing.luggage import CARRIED
from garita.roleplay.meaning import Fact, Meaning, Thing
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Scenario
from garita.roleplay.understand import understand
from garita.training.evaluation.figures import Share

# Signals that change what the officer does; the others may be heard where the set names none.
_GRAVE = {
    "repeat", "slower", "explain", "dont_know", "english", "foreign", "insult", "silence", "injection", "farewell",
}  # fmt: skip
Understand = Callable[[str, Act | None, Scenario], Meaning]
Utterance = dict[str, Any]


@dataclass
class Score:
    """Counts by topic (or signal): right, false (said but not so), missed; and what went wrong, a line each."""

    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, name: str = "") -> float:
        """Right among everything that was understood."""
        right, false = self._sum(self.right, name), self._sum(self.false, name)
        return right / (right + false) if right + false else 1.0

    def recall(self, name: str = "") -> float:
        """Right among everything that was said."""
        right, missed = self._sum(self.right, name), self._sum(self.missed, name)
        return right / (right + missed) if right + missed else 1.0

    def precision_share(self) -> Share:
        """Over all names."""
        return Share(self.right.total(), self.right.total() + self.false.total())

    def recall_share(self) -> Share:
        """Over all names."""
        return Share(self.right.total(), self.right.total() + self.missed.total())

    def table(self) -> str:
        """A line for every topic or signal, and one for all."""
        names = ["", *sorted({*self.right, *self.false, *self.missed})]
        return "\n".join(
            f"{name or 'all':12} precision {self.precision(name):6.1%}  recall {self.recall(name):6.1%}  "
            f"n {self._sum(self.right, name) + self._sum(self.missed, name)}"
            for name in names
        )

    @staticmethod
    def _sum(counts: Counter[str], name: str) -> int:
        return counts[name] if name else counts.total()


class UtteranceFigures(msgspec.Struct):
    """Of one set."""

    utterances: int
    facts_precision: Share
    facts_recall: Share
    signals_precision: Share
    signals_recall: Share


def load(path: Path) -> list[Utterance]:
    """All utterances of a set, whatever their section.

    Raises:
        OSError, tomllib.TOMLDecodeError.
    """
    return [one for section in tomllib.loads(path.read_text("utf-8")).values() for one in section]


def figures(utterances: Sequence[Utterance], scenarios: Sequence[Scenario]) -> UtteranceFigures:
    """What ``understand`` makes of a set."""
    facts, signals = score(utterances, {scenario.id: scenario for scenario in scenarios}, understand)
    return UtteranceFigures(
        len(utterances),
        facts.precision_share(),
        facts.recall_share(),
        signals.precision_share(),
        signals.recall_share(),
    )


def score(utterances: Sequence[Utterance], scenarios: dict[str, Scenario], hear: Understand) -> tuple[Score, Score]:
    """(facts, signals) over the whole set."""
    facts, signals = Score(), Score()
    for utterance in utterances:
        meaning = hear(utterance["text"], act(utterance), scenarios[utterance["scenario"]])
        _facts(utterance, meaning, facts)
        _signals(utterance, meaning, signals)
    return facts, signals


def act(utterance: dict[str, Any]) -> Act | None:
    """The act behind ``asked``: a topic, "demand:invoice", "follow_up:goods:value" ..."""
    asked = utterance["asked"]
    if not asked:
        return None
    kind, *rest = asked.split(":")
    item = utterance.get("item", "")
    if not rest:
        return Act(kind="ask", topic=kind)
    if kind == "demand":
        return Act(kind="demand", topic=_demanded(rest[0]), detail=rest[0], item=item)
    return Act(kind=kind, topic=rest[0], detail=rest[1] if len(rest) > 1 else "", item=item)


def _demanded(detail: str) -> Any:
    return {"prescription": "medicines", "papers": "pets", "invoice": "samples", "declaration": "money",
            "visa": "purpose", "return_ticket": "onward"}.get(detail, "goods")  # fmt: skip


def _facts(utterance: dict[str, Any], meaning: Meaning, into: Score) -> None:
    wanted = list(utterance["facts"])
    also = set(utterance.get("also", ()))
    for fact in meaning.facts:
        match = next((want for want in wanted if fits(want, fact, meaning)), None)
        if match is not None:
            wanted.remove(match)
            into.right[match["topic"]] += 1
        elif not _allowed(fact, meaning, utterance, also):
            into.false[fact.topic] += 1
            into.wrong.append(f"FALSE {fact.topic}: {fact.text!r} in {utterance['text']!r} ({utterance['asked']})")
    for want in wanted:
        into.missed[want["topic"]] += 1
        into.wrong.append(f"MISSED {want} in {utterance['text']!r} ({utterance['asked']}): {_shown(meaning)}")


def _allowed(fact: Fact, meaning: Meaning, utterance: dict[str, Any], also: set[str]) -> bool:
    if fact.topic in also or (fact.topic in CARRIED and also.intersection(CARRIED)):
        return True
    carried = [want for want in utterance["facts"] if want["topic"] in CARRIED]
    return fact.topic in CARRIED and any(fits(want, one, meaning) for want in carried for one in meaning.facts)


def fits(want: dict[str, Any], fact: Fact, meaning: Meaning) -> bool:
    """Whether ``fact`` is what the set wants, by the keys that stand there."""
    carried = fact.topic in CARRIED and want["topic"] in CARRIED and "things" in want
    if fact.topic != want["topic"] and not carried:
        return False
    things = [thing for one in meaning.facts if one.topic in CARRIED or one is fact for thing in one.things]
    return (
        all(plain(part) in plain(fact.text) for part in want.get("text_has", ()))
        and ("number" not in want or _near(want["number"], fact.number, exact=fact.topic == "money"))
        and all(getattr(fact, key) == want[key] for key in ("unit", "country", "none") if key in want)
        and all(any(_same(one, thing) for thing in things) for one in want.get("things", ()))
        and not any(_named(name, thing) for name in want.get("without", ()) for thing in things)
    )


def _near(want: float, number: float | None, *, exact: bool) -> bool:
    if number is None:
        return False
    return number == want if exact else abs(number - want) <= 0.05 * want


def _same(want: dict[str, Any], thing: Thing) -> bool:
    keys = ("kind", "amount", "count", "unit", "value", "currency")
    return _named(want.get("name", ""), thing) and all(getattr(thing, key) == want[key] for key in keys if key in want)


def _named(name: str, thing: Thing) -> bool:
    return plain(name) in plain(thing.name) or plain(thing.name) in plain(name)


def _signals(utterance: dict[str, Any], meaning: Meaning, into: Score) -> None:
    wanted = set(utterance.get("signals", ()))
    for signal in meaning.signals:
        if signal in wanted:
            into.right[signal] += 1
        elif signal in _GRAVE and signal not in utterance.get("also_signals", ()):
            into.false[signal] += 1
            into.wrong.append(f"FALSE signal {signal} in {utterance['text']!r} ({utterance['asked']})")
    for signal in wanted - meaning.signals:
        into.missed[signal] += 1
        into.wrong.append(f"MISSED signal {signal} in {utterance['text']!r} ({utterance['asked']}): {_shown(meaning)}")
    for key in ("word", "off_topic"):
        if key in utterance:
            _detail(key, utterance, meaning, into)


def _detail(key: str, utterance: dict[str, Any], meaning: Meaning, into: Score) -> None:
    got = getattr(meaning, key)
    if plain(got) == plain(utterance[key]):
        into.right[key] += 1
        return
    into.missed[key] += 1
    into.wrong.append(f"WRONG {key} {got!r}, not {utterance[key]!r}, in {utterance['text']!r}")


def _shown(meaning: Meaning) -> str:
    facts = "; ".join(f"{fact.topic}={fact.text} {[thing.name for thing in fact.things]}" for fact in meaning.facts)
    return f"{facts} {sorted(meaning.signals)} {meaning.off_topic}"
