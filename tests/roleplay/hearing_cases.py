"""What the tests of understanding share: the scenarios, and a short way to ask and hear."""

from __future__ import annotations

from functools import cache

from garita.roleplay import scenario_file
from garita.roleplay.act import Act
from garita.roleplay.meaning import Fact, Meaning
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.understand import understand


@cache
def scenarios() -> dict[str, Scenario]:
    return {scenario.id: scenario for scenario in scenario_file.load_all()}


def hear(text: str, topic: Topic | None = None, scenario: str = "es_barajas_turismo") -> Meaning:
    """The meaning of ``text`` behind the plain question on ``topic``."""
    return understand(text, Act(kind="ask", topic=topic) if topic else None, scenarios()[scenario])


def fact(text: str, topic: Topic, scenario: str = "es_barajas_turismo") -> Fact:
    """The one fact that ``text`` gives on ``topic``, when asked for it."""
    found = hear(text, topic, scenario).fact(topic)
    assert found is not None, f"nothing on {topic} in {text!r}"
    return found
