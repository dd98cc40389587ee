"""What a model finds likely: the right reply among wrong ones, by its probability and by asking, and its perplexity.

All candidates of a turn are scored in one batched call after a prompt that is read once. Right replies are told from
random ones of the same held-out conversations; one that would do as well is none of the wrong ones. Knows turns and
the engine's Protocol.

Scores are natural logarithms. Perplexities are per token of the model's own vocabulary: those of models with different
vocabularies, or with and without slots, must not be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from random import Random

from garita.engines.ports import LanguageModel
from garita.messages import CandidateScore, ChatMessage
from garita.roleplay.slots import filled
from garita.training.evaluation.held_out import HeldTurn
from garita.training.evaluation.interval import Seen
from garita.training.evaluation.step import takes_step

LETTERS = ("A", "B", "C", "D")
ASKED_TURNS = 4  # of a conversation
_SHOWN = 6  # messages of the conversation that are shown when the model is asked
_DRAWS = 200  # from the pool, for three wrong replies
OnTurn = Callable[[int, int], None]  # (turns done, of how many)


@dataclass
class Scored:
    """Observations of all turns; ``perplexity`` holds the negative log-probability of ``weight`` tokens."""

    four_choice: list[Seen] = field(default_factory=list)
    asked: list[Seen] = field(default_factory=list)
    perplexity: list[Seen] = field(default_factory=list)


def score(model: LanguageModel, turns: Sequence[HeldTurn], seed: int, on_turn: OnTurn = lambda *_: None) -> Scored:
    """Score every turn, and ask about some.

    Turns of one conversation should follow each other, so that what their prompts share is read once.

    Raises:
        Cancelled: the model was stopped.
    """
    found, asked = Scored(), _some_of_each(turns, seed)
    steps = len(turns) + len(asked)
    for done, turn in enumerate(turns, start=1):
        wrong = distractors(turn, turns, _rng(turn, seed))
        scores = model.score(turn.messages, [turn.reply, *wrong])
        found.perplexity.append(_seen(turn, -scores[0].log_probability, scores[0].token_count))
        if wrong:
            found.four_choice.append(_seen(turn, float(best(scores) == 0)))
        on_turn(done, steps)
    for done, turn in enumerate(asked, start=1 + len(turns)):
        rng = _rng(turn, seed)
        if wrong := distractors(turn, turns, rng):
            found.asked.append(_seen(turn, float(_asked(model, turn, wrong, rng))))
        on_turn(done, steps)
    return found


def _some_of_each(turns: Sequence[HeldTurn], seed: int) -> list[HeldTurn]:
    """A few turns of every conversation: a question shares nothing with the one before it, and so costs the most."""
    drawn: list[HeldTurn] = []
    for conversation, group in groupby(turns, lambda turn: turn.conversation):
        own = list(group)
        places = Random(f"asked {seed} {conversation}").sample(range(len(own)), min(ASKED_TURNS, len(own)))
        drawn += [own[place] for place in sorted(places)]
    return drawn


def _rng(turn: HeldTurn, seed: int) -> Random:
    return Random(f"{seed} {turn.conversation} {turn.number}")


def distractors(turn: HeldTurn, turns: Sequence[HeldTurn], rng: Random) -> list[str]:
    """Three random replies from ``turns`` that do not do what this turn's does; none where too few are to be had."""
    found: list[str] = []
    for _ in range(_DRAWS):
        reply = rng.choice(turns).reply
        if reply not in found and reply != turn.reply and not _does_as_well(turn, reply):
            found.append(reply)
        if len(found) == len(LETTERS) - 1:
            return found
    return []


def _does_as_well(turn: HeldTurn, reply: str) -> bool:
    """Whether another turn's reply, its slots filled from this turn, takes this turn's step."""
    return takes_step(turn.plan, turn.reply, filled(reply, turn.plan))


def best(scores: Sequence[CandidateScore]) -> int:
    """The candidate with the highest mean log-probability a token; a sum would favour short ones."""
    return max(range(len(scores)), key=lambda at: scores[at].log_probability / max(scores[at].token_count, 1))


def _asked(model: LanguageModel, turn: HeldTurn, wrong: Sequence[str], rng: Random) -> bool:
    """Whether the model names the right letter: the likeliest of the four as its whole answer."""
    options = [turn.reply, *wrong]
    rng.shuffle(options)
    scores = model.score(_question(turn, options), LETTERS)
    return options[best(scores)] == turn.reply


def _question(turn: HeldTurn, options: Sequence[str]) -> list[ChatMessage]:
    speakers = {"user": "Viajero", "assistant": "Oficial"}
    talk = [message for message in turn.messages if message.role != "system"][-_SHOWN:]
    lines = [
        "Lea esta conversación en la aduana:",
        *(f"{speakers[message.role]}: {message.content}" for message in talk),
        "¿Cuál es la mejor respuesta del oficial? Conteste solo con la letra A, B, C o D.",
        *(f"{letter}. {option}" for letter, option in zip(LETTERS, options, strict=True)),
    ]
    return [ChatMessage("user", "\n".join(lines))]


def _seen(turn: HeldTurn, value: float, weight: float = 1.0) -> Seen:
    return Seen(turn.conversation, turn.number, turn.level, value, weight)
