"""A fine-tune's base: a folder here, or a repository of a hub on this computer. No hub of the world was asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from garita import messages_to_user, paths
from garita.errors import DownloadFailed, LicenceNotAccepted, NetworkLocked, OutputNotWritable, TrainingRefused
from garita.library.recognisers import Progress
from garita.messages_to_user.entry import Language
from garita.terminal.finetune_base import at_hand
from garita.training.finetune.base_place import COMMIT, folder_of
from tests.library import hub_server
from tests.library.hub_server import Hub, running

TEXTS = {"config.json": b"{}", "tokenizer.json": b"[]", "tokenizer_config.json": b"{}", "chat_template.jinja": b"{{x}}"}
WEIGHTS = bytes(range(256)) * 40
BASE = {**TEXTS, "model.safetensors": WEIGHTS}
SHARDS = {
    "model-00001-of-00002.safetensors": b"one",
    "model-00002-of-00002.safetensors": b"two",
    "model.safetensors.index.json": json.dumps(
        {"weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}
    ).encode(),
}
PICKLES = {"pytorch_model.bin": b"pickled", "pytorch_model.bin.index.json": b"{}"}
OTHER_FORMS = {
    "base.Q4_K_M.gguf": b"x", "consolidated.safetensors": b"x", "flax_model.msgpack": b"x", "tf_model.h5": b"x",
    "rust_model.ot": b"x", "onnx/model.onnx": b"x", "original/config.json": b"x", "modeling_own.py": b"x",
    "training_args.bin": b"x", "adapter_model.safetensors": b"x",
}  # fmt: skip


class Stopped(Exception):
    """As Ctrl-C."""


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests keeps the token to themselves."""
    monkeypatch.delenv("HF_TOKEN", raising=False)


def fetched(store: Path, there: Hub) -> Path:
    return folder_of("some/model", store, lambda _: None, endpoint=there.address)


def never(_: Progress) -> None:
    raise AssertionError("nobody asked for the network")


def filled(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("files", [BASE, {**TEXTS, **SHARDS}, {**TEXTS, "pytorch_model.bin": b"x"}])
def test_a_folder_that_is_here_is_used_as_it_is(files: dict[str, bytes], tmp_path: Path) -> None:
    folder = filled(tmp_path / "base", files)
    assert folder_of(str(folder), tmp_path / "store", never) == folder
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("config.json", "config.json"),
        ("tokenizer.json", "tokenizer.json"),
        ("model-00002-of-00002.safetensors", "model-00002"),
        ("model.safetensors.index.json", "model.safetensors"),
    ],
)
def test_a_folder_with_a_part_missing_says_which(gone: str, said: str, tmp_path: Path) -> None:
    folder = filled(tmp_path / "base", {**TEXTS, **SHARDS})
    (folder / gone).unlink()
    with pytest.raises(TrainingRefused, match=f"it lacks {said}"):
        folder_of(str(folder), tmp_path, never)


def test_an_adapter_is_no_base(tmp_path: Path) -> None:
    folder = filled(tmp_path / "base", {"adapter_config.json": b"{}", "adapter_model.safetensors": b"x"})
    with pytest.raises(TrainingRefused, match=r"lacks config.json, model.safetensors \(pytorch_model.bin\), tokenizer"):
        folder_of(str(folder), tmp_path, never)


def test_a_damaged_index_of_weights_is_named(tmp_path: Path) -> None:
    folder = filled(tmp_path / "base", {**TEXTS, **SHARDS, "model.safetensors.index.json": b"[1"})
    with pytest.raises(TrainingRefused, match=r"lacks model\.safetensors\.index\.json"):
        folder_of(str(folder), tmp_path, never)


def test_a_file_is_no_base(tmp_path: Path) -> None:
    file = filled(tmp_path / "base", BASE) / "model.safetensors"
    with pytest.raises(TrainingRefused, match="is a file"):
        folder_of(str(file), tmp_path, never)


@pytest.mark.parametrize(
    "name", ["model", "./some/model", "a/b/c", "../model", "/no/model", "~/no/model", "C:\\no", ""]
)
def test_a_path_that_is_not_there_is_no_trip_to_the_network(name: str, tmp_path: Path) -> None:
    with running(Hub(BASE)) as there, pytest.raises(TrainingRefused):
        folder_of(name, tmp_path / "store", never, endpoint=there.address)
    assert there.paths == []


def test_a_missing_folder_in_one_that_is_here_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runs").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TrainingRefused, match="no such folder"):
        folder_of("runs/bse", tmp_path / "store", never)


def test_of_a_repository_comes_what_tuning_needs_and_no_other_form(tmp_path: Path) -> None:
    steps: list[Progress] = []
    with running(Hub({**BASE, **PICKLES, **OTHER_FORMS})) as there:
        folder = folder_of("some/model", tmp_path, steps.append, endpoint=there.address)
    assert folder == tmp_path / "some--model"
    assert names(folder) == {*BASE, COMMIT}
    assert not list(tmp_path.glob("*.partial"))
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    assert steps[-1] == (sum(map(len, BASE.values())),) * 2


def test_all_parts_of_the_weights_come(tmp_path: Path) -> None:
    with running(Hub({**TEXTS, **SHARDS, **PICKLES, **OTHER_FORMS})) as there:
        assert names(fetched(tmp_path, there)) == {*TEXTS, *SHARDS, COMMIT}


def test_pickles_come_where_there_is_nothing_else(tmp_path: Path) -> None:
    files = {"config.json": b"{}", "vocab.json": b"{}", "merges.txt": b"", "pytorch_model.bin": b"x"}
    with running(Hub({**files, **OTHER_FORMS})) as there:
        assert names(fetched(tmp_path, there)) == {*files, COMMIT}


def test_a_repository_that_is_no_base_is_refused_before_anything_comes(tmp_path: Path) -> None:
    refused = pytest.raises(TrainingRefused, match=r"some/model.*lacks model\.safetensors")
    with running(Hub({"base.Q4_K_M.gguf": b"x", "config.json": b"{}"})) as there, refused:
        fetched(tmp_path, there)
    assert there.ranges == []


def test_what_is_here_is_found_without_the_network(tmp_path: Path) -> None:
    with running(Hub(BASE)) as there:
        folder = fetched(tmp_path, there)
        asked = len(there.paths)
        assert fetched(tmp_path, there) == folder
        assert len(there.paths) == asked
    assert folder_of("some/model", tmp_path, never, offline=True, endpoint=there.address) == folder


def test_a_stopped_fetch_goes_on_where_it_was_and_from_the_same_commit(tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done_bytes > progress.total_bytes // 2:
            raise Stopped

    with running(Hub(BASE)) as there:
        with pytest.raises(Stopped):
            folder_of("some/model", tmp_path, stop, endpoint=there.address)
        (part,) = (tmp_path / "some--model.partial").glob("model.safetensors.*.part")
        part.write_bytes(WEIGHTS[:1000])
        assert not (tmp_path / "some--model").exists()
        there.commit = "f" * 40  # the repository moved on meanwhile
        before = len(there.paths)
        folder = fetched(tmp_path, there)
    assert there.ranges[-1] == "bytes=1000-"
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    assert all(hub_server.COMMIT in path for path in there.paths[before:])
    assert (folder / COMMIT).read_text() == f"{hub_server.COMMIT}\n"


def test_a_cut_line_is_mended(tmp_path: Path) -> None:
    with running(Hub({**TEXTS, "model.safetensors": WEIGHTS}, cuts=1)) as there:
        folder = fetched(tmp_path, there)
    assert {name: (folder / name).read_bytes() for name in BASE} == BASE


def test_of_a_base_that_lost_a_file_only_that_comes_again(tmp_path: Path) -> None:
    with running(Hub(BASE)) as there:
        (fetched(tmp_path, there) / "config.json").unlink()
        before = len(there.ranges)
        assert names(fetched(tmp_path, there)) == {*BASE, COMMIT}
    assert len(there.ranges) == before + 1


def test_without_a_network_one_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed) as told:
        folder_of("some/model", tmp_path / "store", never, endpoint="http://127.0.0.1:9")
    sentences = [messages_to_user.explain(told.value, language).sentence for language in ("en", "es")]
    assert "some/model could not be downloaded: the hub cannot be reached" in sentences[0]
    assert "No se pudo descargar some/model: no se puede llegar al servidor" in sentences[1]
    assert names(tmp_path / "store") == set()


def test_a_locked_network_is_not_asked(tmp_path: Path) -> None:
    with running(Hub(BASE)) as there, pytest.raises(NetworkLocked):
        folder_of("some/model", tmp_path, never, offline=True, endpoint=there.address)
    assert there.paths == []


def test_a_repository_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with running(Hub({})) as there, pytest.raises(DownloadFailed, match="no such repository"):
        fetched(tmp_path, there)


def test_a_token_that_is_none_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", hub_server.NONSENSE)
    with running(Hub(BASE)) as there, pytest.raises(DownloadFailed, match="does not accept the token"):
        fetched(tmp_path, there)


@pytest.mark.parametrize("token", ["", "of_somebody_else"])
@pytest.mark.parametrize(("language", "word"), [("en", "Accept it on"), ("es", "Acéptela en")])
def test_a_gated_base_asks_for_licence_and_token(
    token: str, language: Language, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", token)
    with running(Hub(BASE, token="mine")) as there, pytest.raises(LicenceNotAccepted) as told:
        fetched(tmp_path, there)
    to_do = messages_to_user.explain(told.value, language).to_do
    assert f"{word} {there.address}/some/model" in to_do
    assert "HF_TOKEN" in to_do


def test_a_gated_base_comes_with_the_users_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "mine")
    with running(Hub(BASE, token="mine")) as there:
        assert names(fetched(tmp_path, there)) == {*BASE, COMMIT}
    assert set(there.bearers) == {"Bearer mine"}


def test_the_token_goes_to_the_hub_and_to_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "mine")
    with running(Hub(BASE)) as store, running(Hub(BASE, token="mine", elsewhere=store.address)) as there:
        folder = fetched(tmp_path, there)
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    assert store.bearers == [""] * len(BASE)
    assert set(there.bearers) == {"Bearer mine"}


def test_a_store_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"")
    with pytest.raises(OutputNotWritable, match="store"):
        folder_of("some/model", tmp_path / "store", never)


def test_the_terminal_keeps_bases_in_the_cache_folder() -> None:
    with running(Hub(BASE)) as there:
        assert at_hand("some/model", offline=False, endpoint=there.address) == paths.cache() / "bases" / "some--model"
