"""What there is to choose from, how it is filtered, and what is drawn by lot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from garita import paths
from garita.desktop.trips import trip as trips
from garita.desktop.trips.trip import Filter, Shelf
from garita.journal.journal import Journal
from garita.roleplay import scenario_file

SHIPPED = (paths.assets() / "scenarios" / "es_barajas_turismo.toml").read_text(encoding="utf-8")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        yield journal


@pytest.fixture
def shelf(journal: Journal) -> Shelf:
    return trips.read(journal, "en")


def own(name: str, text: str) -> None:
    folder = scenario_file.own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_every_shipped_scenario_is_there_the_easiest_first(shelf: Shelf) -> None:
    levels = [trip.scenario.level for trip in shelf.trips]
    assert levels == sorted(levels)
    assert {trip.scenario.id for trip in shelf.trips} == scenario_file.shipped()
    assert all(4 <= trip.minutes <= 12 for trip in shelf.trips)


def test_own_ones_stand_first_and_broken_ones_are_told(journal: Journal) -> None:
    own("mi_viaje", SHIPPED.replace("es_barajas_turismo", "mi_viaje"))
    own("roto", "id = 3\n")
    shelf = trips.read(journal, "es")
    assert (shelf.trips[0].scenario.id, shelf.trips[0].own) == ("mi_viaje", True)
    assert [problem.facts["path"] for problem in shelf.problems] == [str(scenario_file.own_folder() / "roto.toml")]


def test_conversations_are_counted(journal: Journal) -> None:
    for name in ("pe_callao_familia", "pe_callao_familia", "es_prat_estudiante"):
        number = journal.begin(name, "{}", "model", 1)
        journal.add_turn(number, "officer", "Buenos días.")
    journal.begin("es_prat_estudiante", "{}", "model", 1)  # nothing was said in it
    counts = {trip.scenario.id: trip.practised for trip in trips.read(journal, "en").trips}
    assert (counts["pe_callao_familia"], counts["es_prat_estudiante"], counts["es_barajas_turismo"]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(levels=frozenset({"C1"})), {"ar_ezeiza_efectivo", "mx_aicm_muestras"}),
        (Filter(country="MX"), {"mx_aicm_muestras", "mx_tijuana_familia"}),
        (Filter(levels=frozenset({"B1", "C1"}), country="MX", text="abuela"), {"mx_tijuana_familia"}),
        (Filter(text="MEDICINAS bogota"), {"co_eldorado_medicinas"}),
        (Filter(text="grandma"), {"mx_tijuana_familia"}),
        (Filter(text="insulina"), {"co_eldorado_medicinas"}),
        (Filter(text="Chile"), {"cl_libertadores_mascota"}),
        (Filter(text="nada de nada"), set()),
    ],
)
def test_filters_let_through_what_fits(shelf: Shelf, wanted: Filter, names: set[str]) -> None:
    assert {trip.scenario.id for trip in shelf.trips if wanted.lets(trip)} == names


def test_an_empty_filter_lets_everything_through(shelf: Shelf) -> None:
    assert all(Filter(text="  ").lets(trip) for trip in shelf.trips)


def test_countries_have_names_in_the_windows_language(journal: Journal) -> None:
    assert ("ES", "España") in trips.countries(trips.read(journal, "es").trips)
    names = [name for _, name in trips.countries(trips.read(journal, "en").trips)]
    assert names == sorted(names)
    assert "Spain" in names


def test_a_number_always_draws_the_same(shelf: Shelf) -> None:
    drawn = [trips.surprise(shelf.trips, seed).scenario.id for seed in range(40)]
    assert drawn == [trips.surprise(shelf.trips, seed).scenario.id for seed in range(40)]
    assert len(set(drawn)) > 6
    scenario = shelf.trips[0].scenario
    assert trips.travels(scenario, 7, drawn=True) == trips.travels(scenario, 7, drawn=True)
    assert trips.travels(scenario, 7, drawn=True).traveller != scenario.traveller
    assert trips.travels(scenario, 7, drawn=False) == scenario


def test_three_levels_are_suggested_those_practised_least(journal: Journal) -> None:
    suggested = trips.suggested(trips.read(journal, "en").trips)
    assert [trip.scenario.level for trip in suggested] == ["A2", "B1", "B2"]
    number = journal.begin(suggested[0].scenario.id, "{}", "model", 1)
    journal.add_turn(number, "officer", "Buenos días.")
    assert trips.suggested(trips.read(journal, "en").trips)[0] != suggested[0]
