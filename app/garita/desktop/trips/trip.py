"""What can be practised: trips with what their cards say, how they are filtered, and how one is drawn by lot.

Reads files and the journal, so it belongs on a worker thread where it says so. Knows no Qt.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from garita.desktop.trips import things
from garita.errors import ScenarioInvalid
from garita.journal.journal import Journal
from garita.messages_to_user.entry import Language
from garita.roleplay import dossier, own_scenarios, scenario_file
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Level, Scenario

LEVELS: tuple[Level, ...] = ("A2", "B1", "B2", "C1")
LARGEST_SEED = 999_999  # short enough to be told to somebody else
_MINUTES_A_QUESTION = 0.6
_LOOKED_BACK = 500  # conversations of the journal in which trips are counted


@dataclass(frozen=True)
class Trip:
    """A scenario as its card shows it. ``country`` is a name in the window's language.

    ``translated`` is the title in that language where it is another than the scenario's own, Spanish.
    """

    scenario: Scenario
    country: str
    practised: int = 0
    own: bool = False
    translated: str = ""

    @property
    def minutes(self) -> int:
        """About how long the conversation takes."""
        return max(2, round(len(self.scenario.checklist) * _MINUTES_A_QUESTION) + 1)


@dataclass(frozen=True)
class Shelf:
    """Everything there is to choose from; ``problems`` are those of the student's own files."""

    trips: tuple[Trip, ...] = ()
    problems: tuple[ScenarioInvalid, ...] = ()


@dataclass(frozen=True)
class Filter:
    """Which trips to show; empty parts let everything through."""

    levels: frozenset[Level] = field(default_factory=frozenset)
    country: str = ""  # ISO 3166
    text: str = ""

    def lets(self, trip: Trip) -> bool:
        """Whether a trip is shown."""
        scenario = trip.scenario
        if self.levels and scenario.level not in self.levels:
            return False
        if self.country and scenario.country != self.country:
            return False
        words = plain(_searched(trip))
        return all(word in words for word in plain(self.text).split())


def read(journal: Journal, language: Language) -> Shelf:
    """All trips, the easiest first, the student's own before the shipped ones. Waits for the disk.

    Raises:
        ScenarioInvalid: a shipped file is broken.
        JournalUnusable.
    """
    own = own_scenarios.load()
    counts = Counter(talk.scenario for talk in journal.conversations(_LOOKED_BACK))
    names = _countries(language)
    found = [
        Trip(
            scenario,
            names.get(scenario.country, scenario.country),
            counts[scenario.id],
            is_own,
            scenario.title_en if language == "en" else "",
        )
        for is_own, scenarios in ((True, own.scenarios), (False, scenario_file.load_all()))
        for scenario in scenarios
    ]
    for trip in found:
        things.items(trip.scenario, language)  # read here once, so that drawing them costs nothing
    found.sort(key=lambda trip: (not trip.own, LEVELS.index(trip.scenario.level), trip.scenario.id))
    return Shelf(tuple(found), own.problems)


def countries(trips: Iterable[Trip]) -> list[tuple[str, str]]:
    """(code, name) of the countries there are, by name."""
    return sorted({(trip.scenario.country, trip.country) for trip in trips}, key=lambda pair: plain(pair[1]))


def travels(scenario: Scenario, seed: int, *, drawn: bool) -> Scenario:
    """The scenario with its own traveller, or with the one that the number ``seed`` always draws."""
    return dossier.draw(scenario, random.Random(seed)) if drawn else scenario


def surprise(trips: Sequence[Trip], seed: int) -> Trip:
    """One of the trips; the same number draws the same one."""
    return random.Random(seed).choice(trips)


def suggested(trips: Sequence[Trip], levels: Sequence[Level] = ("A2", "B1", "B2")) -> list[Trip]:
    """One trip of each of these levels: the one practised least, and among those the first."""
    by_level = ([trip for trip in trips if trip.scenario.level == level] for level in levels)
    return [min(group, key=lambda trip: trip.practised) for group in by_level if group]


def _searched(trip: Trip) -> str:
    scenario = trip.scenario
    parts = (
        scenario.title, scenario.title_en, scenario.summary, scenario.summary_en, scenario.place_name, trip.country,
        scenario.officer.name, scenario.level, *(thing.name for thing in scenario.traveller.suitcase),
    )  # fmt: skip
    return " ".join(parts)


def _countries(language: Language) -> dict[str, str]:
    from babel import Locale  # here, because its data takes a moment

    return {str(code): str(name) for code, name in Locale(language).territories.items()}
