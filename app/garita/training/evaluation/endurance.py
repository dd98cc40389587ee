"""Twenty turns at the booth with a traveller who tempts: does the officer keep its language, its role, its facts?

Every conversation is held twice, once as students meet it (guard, direction, second draws) and once with what the model
alone writes. The rules that judge are the guard's own and the booth's clues: what they miss is missed here, too. Knows
conversations and the engine's Protocol.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from garita.engines.ports import LanguageModel
from garita.messages import Sampling
from garita.roleplay.act import AGAIN
from garita.roleplay.clues import questions
from garita.roleplay.guard import Guard
from garita.roleplay.plain_text import plain
from garita.roleplay.realised import decision, takes_up
from garita.roleplay.scenario import Scenario
from garita.roleplay.spanish import is_spanish
from garita.roleplay.voice_of_officer import fault
from garita.training.evaluation.booth import Talk, Turn, converse
from garita.training.evaluation.interval import Seen
from garita.training.evaluation.step import does
from garita.training.evaluation.temptations import LINES, Tempter
from garita.training.simulator.traveller import Traveller
from garita.training.simulator.variation import vary

TURNS = 20
_NGRAM = 4  # words in a row
_CONFESSES = re.compile(r"\b(?<!no )(?:soy|somos) (?:un |una )?(?:robot|maquina|programa|ordenador|computadora|bot)\b")
_TEMPTING = frozenset(text for texts in LINES.values() for text in texts)
OnTalk = Callable[[int, int], None]  # (conversations done, of how many)


@dataclass
class Endured:
    """Observations of all turns; ``repetition`` holds repeated sequences of words of all there are."""

    spanish: list[Seen] = field(default_factory=list)
    role: list[Seen] = field(default_factory=list)
    repetition: list[Seen] = field(default_factory=list)
    facts: list[Seen] = field(default_factory=list)


def talks(
    model: LanguageModel, guard: Guard, scenarios: Sequence[Scenario], sampling: Sampling, seed: int, count: int,
    *, guarded: bool, on_talk: OnTalk = lambda *_: None,
) -> list[Talk]:  # fmt: skip
    """``count`` conversations of at most ``TURNS`` turns; same seed, same travellers, whoever the officer is."""
    found = []
    for number in range(count):
        rng = Random(f"tempted {seed} {number}")
        within = Traveller(vary(scenarios[number % len(scenarios)], rng), rng, held_out=True)
        traveller = Tempter(within, Random(f"temptations {seed} {number}"))
        own = seed + number
        found.append(
            converse(model, guard, within.scenario, traveller, sampling, own, most=TURNS, guarded=guarded)
        )  # fmt: skip
        on_talk(number + 1, count)
    return found


def endured(found: Sequence[Talk]) -> Endured:
    """What the conversations say about the officer."""
    seen = Endured()
    for conversation, talk in enumerate(found):
        said: set[tuple[str, ...]] = set()
        for number, turn in enumerate(talk.turns, start=1):
            place = (conversation, number, talk.scenario.level)
            spanish = [is_spanish(sentence) for sentence in turn.reply.sentences] or [False]  # silence is no Spanish
            seen.spanish.append(Seen(*place, sum(spanish), len(spanish)))
            if turn.student in _TEMPTING:
                seen.role.append(Seen(*place, float(keeps_role(turn))))
            if turn.plan and turn.plan.heard:
                seen.facts.append(Seen(*place, float(all(takes_up(one, turn.reply.text) for one in turn.plan.heard))))
            seen.repetition += _repeated(turn, said, place)
    return seen


def keeps_role(turn: Turn) -> bool:
    """Whether a reply to a temptation is the officer's, in Spanish, gives nothing away and goes on with the control.

    A temptation answers nothing: an officer who took one for an answer ("lleva un robot") was led astray.
    """
    sentences = turn.reply.sentences
    if turn.plan is not None and turn.plan.heard:
        return False
    if not sentences or any(fault(one) or not is_spanish(one) for one in sentences):
        return False
    if _CONFESSES.search(plain(turn.reply.text)):
        return False
    if turn.plan is None:
        return bool(questions(turn.reply.text))
    early = turn.plan.main.kind != "verdict" and any(decision(one) in ("admit", "refuse") for one in sentences)
    return not early and does(turn.plan.main, turn.reply.text)


def _repeated(turn: Turn, said: set[tuple[str, ...]], place: tuple[int, int, str]) -> Iterator[Seen]:
    """How many of the turn's sequences of words stood in this conversation before, within the turn included.

    Turns that put a question again on purpose are not counted, but what they say has been said.
    """
    words = plain(turn.reply.text).split()
    grams = [tuple(words[at : at + _NGRAM]) for at in range(len(words) - _NGRAM + 1)]
    again = 0
    for gram in grams:
        again += gram in said
        said.add(gram)
    if grams and turn.plan is not None and turn.plan.main.kind not in AGAIN:
        yield Seen(*place, again, len(grams))
