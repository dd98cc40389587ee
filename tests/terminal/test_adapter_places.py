"""Adapters come from the hub when the user says so, and only then."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from garita import paths
from garita.convert.adapter import read_adapters
from garita.errors import AdapterRefused, ConversionRefused, DownloadFailed
from garita.library import hub
from garita.terminal.adapter_places import at_hand
from tests.convert import peft_folders
from tests.library.hub_server import Hub, running


def _never(*_: object, **__: object) -> None:
    raise AssertionError("nobody asked for the network")


def test_an_adapter_of_the_hub_is_fetched_once(tmp_path: Path) -> None:
    made = peft_folders.folder(tmp_path / "made", peft_folders.low_rank())
    files = {path.name: path.read_bytes() for path in made.iterdir()} | {"adapter_model.bin": b"x", "README.md": b"x"}
    with running(Hub(files)) as server:
        fetch = partial(hub.fetch, endpoint=server.address)
        named = at_hand(["hub:some/model:0.5", "otro"], fetch)
        assert at_hand(["hub:some/model:0.5", "otro"], fetch) == named
        asked = len(server.ranges)
    folder = paths.cache() / "adapters" / "some--model"
    assert named == [f"{folder}:0.5", "otro"]
    assert sorted(path.name for path in folder.iterdir()) == ["adapter_config.json", "adapter_model.safetensors"]
    assert asked == 2
    assert [one.weight for one in read_adapters(named[:1])] == [0.5]


def test_places_here_never_ask_the_network() -> None:
    assert at_hand(["some/model", "a.gguf:0.5", "C:\\adapters\\one"], _never) == [
        "some/model", "a.gguf:0.5", "C:\\adapters\\one",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["hub:", "hub:one", "hub:a/b/c", "hub:../../etc"])
def test_a_name_that_is_none_is_refused_before_asking(name: str) -> None:
    with pytest.raises(ConversionRefused, match="hub:OWNER/NAME"):
        at_hand([name], _never)


def test_a_repository_without_an_adapter_is_told() -> None:
    with running(Hub({"model.safetensors": b"x"})) as server, pytest.raises(DownloadFailed, match="none of the files"):
        at_hand(["hub:some/model"], partial(hub.fetch, endpoint=server.address))
    with pytest.raises(AdapterRefused):
        read_adapters([str(paths.cache() / "adapters" / "some--model")])
