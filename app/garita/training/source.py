"""Where training conversations come from: the simulators, several conversations in one place.

What changes from place to place is the system prompt; conversations in one share it, and so its cost in training.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from random import Random

from garita.roleplay.scenario import Scenario
from garita.training.dataset import Conversation, Source
from garita.training.recipe import CorpusKind, Recipe
from garita.training.simulator import play as booth
from garita.training.simulator import service
from garita.training.simulator.rarity import rarest
from garita.training.simulator.variation import vary

# a random place -> conversations in it, one for every call
Place = Callable[[Random], Callable[[], Conversation]]


def source_of(recipe: Recipe, scenarios: Sequence[Scenario]) -> Source:
    """The recipe's corpus."""
    return simulated(recipe.corpus.kind, scenarios, recipe.corpus.together)


def vocabulary_of(recipe: Recipe, scenarios: Sequence[Scenario]) -> Source:
    """What the recipe's tokenizer is learned from: equal parts of the corpora it names, or else the recipe's own."""
    kinds = recipe.tokenizer.corpora or (recipe.corpus.kind,)
    parts = [simulated(kind, scenarios, recipe.corpus.together) for kind in kinds]

    def draw(count: int, seed: int) -> Iterable[Conversation]:
        return chain.from_iterable(part(count // len(parts), seed) for part in parts)

    return draw


def simulated(kind: CorpusKind, scenarios: Sequence[Scenario], together: int) -> Source:
    """A source that opens a random place for every ``together`` conversations."""
    place = _service if kind == "service" else _booths(scenarios)

    def draw(count: int, seed: int) -> Iterator[Conversation]:
        rng = Random(seed)
        for number in range(count):
            if number % together == 0:
                conversation = place(rng)
            yield conversation()

    return draw


def _booths(scenarios: Sequence[Scenario]) -> Place:
    """Varied booths of random scenarios; of some conversations the one with the rarest acts is taken."""

    def place(rng: Random) -> Callable[[], Conversation]:
        scenario = vary(rng.choice(scenarios), rng)
        return lambda: rarest(lambda: booth.play(scenario, rng))

    return place


def _service(rng: Random) -> Callable[[], Conversation]:
    setting = service.draw(rng)
    return lambda: service.play(setting, rng)
