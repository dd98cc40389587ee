"""Sources draw the corpus a recipe names, several conversations in one place; a tokenizer may learn from two."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import RecipeInvalid
from garita.roleplay.scenario_file import load_all
from garita.training import recipe
from garita.training.source import simulated, source_of, vocabulary_of

RECIPES = Path(__file__).parents[2] / "models" / "recipes"
SCENARIOS = load_all()


def _systems(talks) -> list[str]:
    return [talk.messages[0].content for talk in talks]


@pytest.mark.parametrize("kind", ["booth", "service"])
def test_neighbours_share_a_place_and_the_seed_decides(kind) -> None:
    source = simulated(kind, SCENARIOS, 4)
    talks = list(source(8, 1))
    assert [talk.messages for talk in talks] == [talk.messages for talk in source(8, 1)]
    assert [talk.messages for talk in talks] != [talk.messages for talk in source(8, 2)]
    systems = _systems(talks)
    assert len(set(systems[:4])) == len(set(systems[4:])) == 1
    assert len({talk.messages for talk in talks} if kind == "service" else {str(talk.messages) for talk in talks}) == 8


def test_the_recipe_names_its_corpus() -> None:
    base, officer = (recipe.load(RECIPES / f"{name}.toml") for name in ("base", "officer"))
    assert not any("aduana" in system for system in _systems(source_of(base, SCENARIOS)(20, 1)))
    assert all("aduana" in system for system in _systems(source_of(officer, SCENARIOS)(8, 1)))


def test_the_bases_words_are_half_the_officers() -> None:
    base = recipe.load(RECIPES / "base.toml")
    systems = _systems(vocabulary_of(base, SCENARIOS)(32, 1))
    assert sum("aduana" in system for system in systems) == len(systems) / 2 == 16
    officer = recipe.load(RECIPES / "officer.toml")
    assert all("aduana" in system for system in _systems(vocabulary_of(officer, SCENARIOS)(8, 1)))


@pytest.mark.parametrize(("old", "new"), [('kind = "service"', 'kind = "hotel"'), ('"booth"]', '"fair"]')])
def test_an_unknown_corpus_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text((RECIPES / "base.toml").read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(RecipeInvalid, match=r"kind|corpora"):
        recipe.load(path)
