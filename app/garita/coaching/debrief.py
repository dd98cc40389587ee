"""What a conversation came to: the verdict with its reasons, the goals, and figures on the student's Spanish.

Worked out from the turns alone, so it is the same whenever it is asked for. Knows the role play and the journal's
values; gives facts and numbers, words are ``wording``'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import msgspec

from garita.coaching.goals import Follower, Goal
from garita.journal.journal import Conversation, Turn
from garita.journal.words import words
from garita.messages import UNSURE, Transcript
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import split
from garita.roleplay.spanish import is_spanish
from garita.roleplay.verdict import Verdict

# Who takes longer has gone away.
LONGEST_ANSWER = 120.0

Range = tuple[int, int]


class Figures(msgspec.Struct, frozen=True):
    """The numbers of a conversation; of the student's turns where nothing else is said.

    ``spanish_words`` stand in Spanish sentences. ``answer_seconds`` is the middle one of the times from the officer's
    end to the student's words, 0 where none is known. ``doubtful`` words were perhaps heard wrongly. ``replaced`` are
    sentences of the officer's that the model did not write.
    """

    seconds: float
    turns: int
    words: int
    distinct_words: int
    spanish_words: int
    answer_seconds: float
    goals_met: int
    goals: int
    doubtful: int
    replaced: int

    @property
    def spanish(self) -> float:
        """Share of Spanish in the student's words, 0 to 1; 1 where nothing was said."""
        return self.spanish_words / self.words if self.words else 1.0

    @property
    def words_a_turn(self) -> float:
        """How much the student says at once."""
        return self.words / self.turns if self.turns else 0.0


@dataclass(frozen=True)
class Debrief:
    """Everything a learner is told about a conversation.

    ``scenario`` is None, goals and verdict are missing where it was saved in a form that is not known any more. Times
    and doubts are by the turn's id: seconds from the officer's end to the student's words, ranges in the turn's text.
    """

    head: Conversation
    turns: tuple[Turn, ...]
    scenario: Scenario | None
    goals: tuple[Goal, ...]
    verdict: Verdict | None
    decided: int | None
    figures: Figures
    answer_times: dict[int, float]
    doubts: dict[int, tuple[Range, ...]]


def debrief(head: Conversation, turns: Sequence[Turn]) -> Debrief:
    """Look back on a conversation of the journal."""
    scenario = scenario_of(head)
    goals, verdict, decided = _judged(scenario, head, turns) if scenario else ((), None, None)
    times = dict(answer_times(turns))
    doubts = {turn.id: found for turn in turns if (found := doubtful(turn))}
    figures = _figures(head, turns, goals, sorted(times.values()), sum(map(len, doubts.values())))
    return Debrief(head, tuple(turns), scenario, goals, verdict, decided, figures, times, doubts)


def scenario_of(head: Conversation) -> Scenario | None:
    """The scene a conversation was held in; None where it is not known any more what it says."""
    try:
        return msgspec.json.decode(head.scenario_json, type=Scenario)
    except msgspec.DecodeError:
        return None


def doubtful(turn: Turn) -> tuple[Range, ...]:
    """Where in a turn's text words stand that the recogniser was not sure of."""
    if not turn.transcript:
        return ()
    found: list[Range] = []
    place = 0
    for word in msgspec.json.decode(turn.transcript, type=Transcript).words:
        written = word.text.strip()
        start = turn.text.find(written, place)
        if start < 0 or not written:
            continue
        place = start + len(written)
        if word.probability < UNSURE:
            found.append((start, place))
    return tuple(found)


def answer_times(turns: Sequence[Turn]) -> Iterator[tuple[int, float]]:
    """(turn, seconds) of every answer of the student's whose time is known."""
    for before, turn in pairwise(turns):
        if before.who == "officer" and turn.who == "student" and before.ended_at and turn.said_at:
            seconds = _seconds(before.ended_at, turn.said_at)
            if 0 <= seconds <= LONGEST_ANSWER:
                yield turn.id, seconds


def spanish_words(text: str) -> int:
    """How many words of a text stand in Spanish sentences."""
    return sum(len(words(sentence)) for sentence in split(text) if is_spanish(sentence))


def _judged(
    scenario: Scenario, head: Conversation, turns: Sequence[Turn]
) -> tuple[tuple[Goal, ...], Verdict | None, int | None]:
    """By the rules of whichever kind of officer comes to the verdict that was really given."""
    follower = Follower(scenario)
    goals = follower.goals(turns)
    if head.verdict and (follower.verdict is None or follower.verdict.kind != head.verdict):
        freer = Follower(scenario, leaves_to_model=True)
        freer_goals = freer.goals(turns)
        if freer.verdict is not None and freer.verdict.kind == head.verdict:
            follower, goals = freer, freer_goals
    return goals, follower.verdict, follower.decided


def _figures(
    head: Conversation, turns: Sequence[Turn], goals: Sequence[Goal], times: Sequence[float], doubts: int
) -> Figures:
    said = [turn.text for turn in turns if turn.who == "student"]
    all_words = [word for text in said for word in words(text)]
    return Figures(
        seconds=head.seconds,
        turns=len(said),
        words=len(all_words),
        distinct_words=len({word.casefold() for word in all_words}),
        spanish_words=sum(map(spanish_words, said)),
        answer_seconds=times[len(times) // 2] if times else 0.0,
        goals_met=sum(goal.met for goal in goals),
        goals=len(goals),
        doubtful=doubts,
        replaced=sum(turn.replaced or 0 for turn in turns),
    )


def _seconds(start: str, end: str) -> float:
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
