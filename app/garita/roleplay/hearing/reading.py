"""What every reader of a phrase takes and gives: ``Ears``, what it knows besides the words, and a ``Reading``.

Only the values; knows neither words nor what facts mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic


@dataclass(frozen=True)
class Ears:
    """What a reader knows besides the words: the topic asked ("" for none), the scenario, the phrase's utmost end."""

    topic: Topic | None
    scenario: Scenario
    limit: int


class Reading(NamedTuple):
    """A fact and the position behind its words."""

    fact: Fact
    end: int
