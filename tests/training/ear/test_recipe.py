"""The shipped recipe can be read; what is no recipe is refused with line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import paths
from garita.errors import RecipeInvalid
from garita.training.ear import recipe
from garita.training.ear.judge import VOICES

SHIPPED = paths.models() / "recipes" / "ear.toml"


def test_the_shipped_recipe_trains_the_voices_that_are_judged() -> None:
    found = recipe.load(SHIPPED)
    assert set(VOICES) <= set(found.easy.voices)
    assert set(VOICES) <= set(found.speech.voices)


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ear.toml"
    path.write_text(SHIPPED.read_text().replace("width = 192", "width = 192\nheight = 3"))
    with pytest.raises(RecipeInvalid, match=r"model\.height") as caught:
        recipe.load(path)
    assert caught.value.facts["line"] == SHIPPED.read_text().splitlines().index("width = 192") + 2
