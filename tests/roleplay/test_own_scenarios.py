"""The student's own scenarios: read leniently, taken in only whole, found beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import paths
from garita.errors import OutputNotWritable, ScenarioInvalid, ScenarioMissing
from garita.roleplay import own_scenarios, scenario_file

SHIPPED = (paths.assets() / "scenarios" / "es_barajas_turismo.toml").read_text(encoding="utf-8")
OWN = SHIPPED.replace('id = "es_barajas_turismo"', 'id = "mi_viaje"')


def put(folder: Path, text: str, name: str = "mi_viaje.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_home_without_scenarios_is_empty() -> None:
    assert own_scenarios.load() == own_scenarios.Found()


def test_a_file_is_taken_in_and_found_by_its_id(tmp_path: Path) -> None:
    taken, wrong = own_scenarios.add(put(tmp_path, OWN))
    assert taken is not None
    assert not wrong
    assert scenario_file.find("mi_viaje") == taken
    assert own_scenarios.load().scenarios == (taken,)
    assert scenario_file.find("es_barajas_turismo").id == "es_barajas_turismo"


def test_taken_in_again_it_replaces_the_older_one(tmp_path: Path) -> None:
    own_scenarios.add(put(tmp_path, OWN))
    own_scenarios.add(put(tmp_path, OWN.replace("Vacaciones en Madrid", "Otra vez Madrid")))
    assert scenario_file.find("mi_viaje").title == "Otra vez Madrid"


def test_a_file_that_lies_in_the_folder_already_stays(tmp_path: Path) -> None:
    path = put(scenario_file.own_folder(), OWN)
    taken, _ = own_scenarios.add(path)
    assert taken is not None
    assert path.read_text(encoding="utf-8") == OWN


def test_everything_wrong_is_told_by_line_and_nothing_is_taken_in(tmp_path: Path) -> None:
    broken = OWN.replace("stay_days = 14", "stay_days = 0").replace('country = "ES"', 'country = "SP"')
    taken, wrong = own_scenarios.add(put(tmp_path, broken))
    lines = broken.splitlines()
    assert taken is None
    assert [problem.facts["key"] for problem in wrong] == ["country", "traveller.stay_days"]
    assert [lines[int(str(problem.facts["line"])) - 1] for problem in wrong] == ['country = "SP"', "stay_days = 0"]
    assert own_scenarios.load() == own_scenarios.Found()


def test_a_shipped_name_is_taken(tmp_path: Path) -> None:
    taken, (wrong,) = own_scenarios.add(put(tmp_path, SHIPPED, "es_barajas_turismo.toml"))
    assert taken is None
    assert wrong.facts["key"] == "id"
    assert "brings a scenario of this name" in str(wrong.facts["problem"])


def test_a_broken_file_keeps_no_other_from_being_read() -> None:
    put(scenario_file.own_folder(), OWN)
    broken = put(scenario_file.own_folder(), "id = ", "roto.toml")
    found = own_scenarios.load()
    assert [scenario.id for scenario in found.scenarios] == ["mi_viaje"]
    assert [problem.facts["path"] for problem in found.problems] == [str(broken)]


def test_a_removed_one_can_be_brought_back(tmp_path: Path) -> None:
    own_scenarios.add(put(tmp_path, OWN))
    own_scenarios.remove("mi_viaje")
    with pytest.raises(ScenarioMissing):
        scenario_file.find("mi_viaje")
    own_scenarios.restore("mi_viaje")
    assert scenario_file.find("mi_viaje").id == "mi_viaje"


def test_one_that_is_gone_cannot_be_removed() -> None:
    with pytest.raises(OutputNotWritable):
        own_scenarios.remove("nada")


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    put(tmp_path / "garita-home", "", "scenarios")  # a file stands where the folder should be
    with pytest.raises(OutputNotWritable):
        own_scenarios.add(put(tmp_path, OWN))


def test_whole_files_have_no_problems(tmp_path: Path) -> None:
    assert scenario_file.problems(put(tmp_path, OWN)) == ()
    (problem,) = scenario_file.problems(tmp_path / "nada.toml")
    assert isinstance(problem, ScenarioInvalid)
    assert "cannot be read" in str(problem.facts["problem"])
