"""GARITA_HOME moves everything of the user's; the shipped folders are found in the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import paths
from garita.errors import HomeNotWritable


def test_everything_lies_under_the_chosen_home(home: Path) -> None:
    own = [paths.home(), paths.cache(), paths.logs(), paths.journal(), paths.settings(), paths.user_models()]
    assert all(place.is_relative_to(home) for place in own)


def test_without_a_chosen_home_the_systems_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GARITA_HOME")
    assert paths.home().name == "Garita"


def test_shipped_folders_exist() -> None:
    assert (paths.assets() / "scenarios").is_dir()
    assert paths.models().is_dir()
    assert paths.lib().is_dir()


def test_a_home_is_made_and_one_that_cannot_be_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.ensure_home() == home
    assert list(home.iterdir()) == []
    (home / "file").touch()
    for place in (home / "file", home / "file" / "inside"):
        monkeypatch.setenv("GARITA_HOME", str(place))
        with pytest.raises(HomeNotWritable):
            paths.ensure_home()
