"""The shipped recipe is valid; anything doubtful in a recipe is refused with the key's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import RecipeInvalid
from garita.training import recipe

SHIPPED = Path(__file__).parents[2] / "models" / "recipes" / "officer.toml"


def test_the_shipped_recipe_keeps_k_quants_possible() -> None:
    sizes = recipe.load(SHIPPED).model
    assert sizes.width % 256 == 0
    assert sizes.feed_forward % 256 == 0
    assert sizes.heads * sizes.head_width % 256 == 0


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("layers = 6", "layers = 0", "model.layers"),
        ("layers = 6", "layers = 6\nstories = 2", "stories"),
        ("layers = 6", "", "layers"),
        ("layers = 6", 'layers = "six"', "layers"),
        ("decay_share = 0.2", "decay_share = 1.5", "decay_share"),
        ("entries = 4096", "entries = 20", "entries"),
        ("[model]", "[model", "line"),
    ],
)
def test_broken_recipes_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "broken.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RecipeInvalid, match=words):
        recipe.load(path)


def test_missing_and_binary_recipes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecipeInvalid, match="cannot be read"):
        recipe.load(tmp_path / "none.toml")
    (tmp_path / "noise.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecipeInvalid):
        recipe.load(tmp_path / "noise.toml")
