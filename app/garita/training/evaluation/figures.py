"""Figures of conversations: facts taken up, acts realised, Spanish, replacements, repetitions, by topic and act.

Every figure is a share with its count, so a reader sees what it rests on. Knows recorded turns, not the model.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from garita.roleplay.act import AGAIN
from garita.roleplay.plain_text import plain
from garita.roleplay.realised import realised, takes_up
from garita.roleplay.sentences import split
from garita.roleplay.spanish import is_spanish
from garita.training.evaluation.booth import Talk, Turn

# Shorter sentences ("Muy bien.") may come again.
_SHORT_WORDS = 3


class Share(msgspec.Struct):
    """``hits`` of ``count``."""

    hits: int = 0
    count: int = 0

    def add(self, hit: bool) -> None:
        """Counts one more."""
        self.hits += hit
        self.count += 1

    @property
    def percent(self) -> float:
        """0 to 100; nan of nothing."""
        return 100 * self.hits / self.count if self.count else float("nan")


class OfficerFigures(msgspec.Struct):
    """What a set of conversations says about an officer. Shares of turns or sentences, as named."""

    conversations: int
    turns: int
    sentences: int
    facts_taken_up: Share  # turns with facts to take up, all of them said back rightly
    facts_taken_up_by_model: Share  # the same, stock sentences left out
    facts_by_topic: dict[str, Share]
    acts_realised: Share
    acts_realised_by_model: Share
    acts_by_kind: dict[str, Share]
    spanish: Share  # sentences
    replaced: Share  # sentences that our own stock stands in for
    resampled: Share
    repeated: Share  # sentences said before, where nothing gave cause to repeat
    with_verdict: Share  # conversations
    without_plan: Share  # turns in which nothing was understood
    tokens_per_second: float


def figures(talks: Sequence[Talk]) -> OfficerFigures:
    """All figures of these conversations."""
    turns = [turn for talk in talks for turn in talk.turns]
    planned = [turn for turn in turns if turn.plan]
    heard = [turn for turn in planned if turn.plan and turn.plan.heard]
    sentences = [sentence for turn in turns for sentence in turn.reply.sentences]
    return OfficerFigures(
        conversations=len(talks),
        turns=len(turns),
        sentences=len(sentences),
        facts_taken_up=_share(_all_taken_up(turn, turn.reply.text) for turn in heard),
        facts_taken_up_by_model=_share(_all_taken_up(turn, turn.by_model) for turn in heard),
        facts_by_topic=_grouped(
            (fact.topic, takes_up(fact, turn.reply.text)) for turn in heard if turn.plan for fact in turn.plan.heard
        ),
        acts_realised=_share(_done(turn, turn.reply.text) for turn in planned),
        acts_realised_by_model=_share(_done(turn, turn.by_model) for turn in planned),
        acts_by_kind=_grouped((turn.plan.main.kind, _done(turn, turn.by_model)) for turn in planned if turn.plan),
        spanish=_share(is_spanish(sentence) for sentence in sentences),
        replaced=_share(source == "stock" for turn in turns for source in turn.sources),
        resampled=_share(source == "resampled" for turn in turns for source in turn.sources),
        repeated=_share(again for talk in talks for again in _repetitions(talk)),
        with_verdict=_share(_has_verdict(talk) for talk in talks),
        without_plan=_share(turn.plan is None for turn in turns),
        tokens_per_second=_rate(turns),
    )


def _share(hits: Iterable[bool]) -> Share:
    share = Share()
    for hit in hits:
        share.add(hit)
    return share


def _grouped(pairs: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    shares: dict[str, Share] = defaultdict(Share)
    for name, hit in pairs:
        shares[name].add(hit)
    return dict(sorted(shares.items()))


def _all_taken_up(turn: Turn, text: str) -> bool:
    return turn.plan is None or all(takes_up(fact, text) for fact in turn.plan.heard)


def _done(turn: Turn, text: str) -> bool:
    return turn.plan is None or realised(turn.plan.main, text)


def _repetitions(talk: Talk) -> Iterator[bool]:
    """For every sentence whether it was said before; turns that put a question again are left out."""
    said: set[str] = set()
    for turn in talk.turns:
        again = turn.plan is None or turn.plan.main.kind in AGAIN
        for sentence in split(turn.reply.text):
            words = plain(sentence)
            if not again and len(words.split()) > _SHORT_WORDS:
                yield words in said
            said.add(words)


def _has_verdict(talk: Talk) -> bool:
    return any(act.verdict for turn in talk.turns if turn.plan for act in turn.plan.acts)


def _rate(turns: Sequence[Turn]) -> float:
    tokens = sum(turn.reply.timings.tokens_generated for turn in turns)
    seconds = sum(turn.reply.timings.generate_seconds for turn in turns)
    return tokens / seconds if seconds else 0.0
