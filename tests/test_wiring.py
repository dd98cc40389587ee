"""Which model, which scenario, which sampling the settings lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import wiring
from garita.errors import HomeNotWritable, ScenarioMissing
from garita.library import officers, promotion, shelf
from garita.roleplay import scenario_file
from garita.settings import ModelSettings, SamplingSettings, Settings
from tests.library.test_gguf_facts import write_model


def test_the_model_asked_for_wins_over_the_settings() -> None:
    chosen = Settings(model=ModelSettings(file="/b.gguf"))
    assert wiring.model_path(Path("/a.gguf"), chosen) == Path("/a.gguf")
    assert wiring.model_path(None, chosen) == Path("/b.gguf")
    assert wiring.model_path(None, Settings()) == shelf.built_in()


def test_the_active_promoted_officer_speaks_unless_the_settings_name_a_model(tmp_path: Path) -> None:
    file = write_model(tmp_path / "tuned.gguf")
    version = promotion.promote(file, officers.sha256_of(file), b"{}", {})
    assert wiring.model_path(None, Settings()) == version.file
    assert wiring.model_path(None, Settings(model=ModelSettings(file="/b.gguf"))) == Path("/b.gguf")
    assert wiring.model_path(Path("/a.gguf"), Settings()) == Path("/a.gguf")
    assert wiring.officer_problem(Settings()) is None
    version.file.unlink()
    assert wiring.model_path(None, Settings()) == shelf.built_in()
    problem = wiring.officer_problem(Settings())
    assert problem
    assert problem.facts == {"path": str(version.file), "problem": "no such file"}
    assert wiring.officer_problem(Settings(model=ModelSettings(file="/b.gguf"))) is None


def test_random_scenarios_follow_the_seed() -> None:
    drawn = [wiring.choose_scenario("random", seed) for seed in range(30)]
    assert drawn == [wiring.choose_scenario("random", seed) for seed in range(30)]
    assert len({scenario.id for scenario in drawn}) > 6
    assert len({scenario.traveller.name for scenario in drawn}) > 20


def test_a_named_scenario_keeps_its_own_traveller() -> None:
    name = scenario_file.load_all()[0].id
    assert wiring.choose_scenario(name, 5) == scenario_file.find(name)
    with pytest.raises(ScenarioMissing):
        wiring.choose_scenario("nowhere", 5)


def test_sampling_comes_from_the_settings() -> None:
    sampling = wiring.sampling(Settings(sampling=SamplingSettings(temperature=0.1, max_tokens=50)))
    assert (sampling.temperature, sampling.max_tokens, sampling.dry_multiplier) == (0.1, 50, 0.0)


def test_a_journal_needs_a_home(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.touch()
    with pytest.raises(HomeNotWritable):
        wiring.open_journal()
