"""What is removed can be had back until it is thrown away, and never takes the place of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import HomeNotWritable, ModelMissing, ModelNameTaken
from garita.library import trash


def test_a_removed_file_comes_back_where_it_was(tmp_path: Path) -> None:
    model = tmp_path / "models" / "m.gguf"
    model.parent.mkdir()
    model.write_text("weights")
    removed = trash.remove(model)
    assert not model.exists()
    assert trash.restore(removed) == model
    assert model.read_text() == "weights"
    assert list(trash.folder().iterdir()) == []


def test_two_of_the_same_name_and_whole_folders_are_kept_apart(tmp_path: Path) -> None:
    kept = []
    for content in ("first", "second"):
        (tmp_path / "ear").mkdir()
        (tmp_path / "ear" / "model.bin").write_text(content)
        kept.append(trash.remove(tmp_path / "ear"))
    trash.restore(kept[0])
    assert (tmp_path / "ear" / "model.bin").read_text() == "first"
    with pytest.raises(ModelNameTaken):
        trash.restore(kept[1])


def test_what_was_thrown_away_is_gone(tmp_path: Path) -> None:
    model = tmp_path / "m.gguf"
    model.touch()
    removed = trash.remove(model)
    trash.empty()
    trash.empty()
    with pytest.raises(ModelMissing):
        trash.restore(removed)
    with pytest.raises(ModelMissing):
        trash.remove(model)


def test_a_home_that_cannot_be_written_is_told_and_nothing_moves(tmp_path: Path, home: Path) -> None:
    model = tmp_path / "m.gguf"
    model.touch()
    home.write_text("a file")
    with pytest.raises(HomeNotWritable):
        trash.remove(model)
    assert model.exists()
