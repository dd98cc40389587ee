"""What the evaluation takes besides a model: adapters of both kinds, put on the running model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console
from rich.progress import Progress

from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.errors import AdapterRefused, GaritaError
from garita.library.random_model import TINY, random_adapter, random_llama
from garita.messages import ChatMessage
from garita.messages_to_user import explain
from garita.settings import ModelSettings, Settings
from garita.terminal.evaluation import Asked, _apply, _file, _model_file, _Run, officer
from tests.convert import peft_folders

NOTHING_SPECIAL: dict[str, Any] = {
    "model": None, "against": None, "adapters": (), "seed": 1, "talks": 1, "heard": 1, "corpus": 1, "held": 1,
    "booth": 1, "dataset": None, "trained_on": None, "by_hand": None, "out": None,
}  # fmt: skip
TALK = [ChatMessage("user", "Buenos días.")]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_llama(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="module")
def model(base: Path) -> Iterator[ChildModel]:
    child = ChildModel(LlamaOptions(str(base), threads=1))
    child.load()
    yield child
    child.close()


@pytest.mark.parametrize(
    "option", ["against", "dataset", "trained_on", "adapters", "by_hand"]
)  # fmt: skip
def test_what_is_not_there_is_named_before_any_model_is_loaded(option: str, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    given = (f"{missing}:0.5",) if option == "adapters" else missing
    asked = Asked(**{**NOTHING_SPECIAL, option: given})
    with pytest.raises(GaritaError) as refused:
        officer(asked, Settings(), (Console(quiet=True), Console(quiet=True)), "en", as_json=False)
    assert str(missing) in explain(refused.value, "en").sentence


def test_an_adapters_damaged_list_of_words_is_named_before_any_model_is_loaded(tmp_path: Path) -> None:
    adapter = peft_folders.tuned(tmp_path / "adapter", b"\0\0")
    asked = Asked(**{**NOTHING_SPECIAL, "adapters": (str(adapter),)})
    with pytest.raises(AdapterRefused) as refused:
        officer(asked, Settings(), (Console(quiet=True), Console(quiet=True)), "en", as_json=False)
    assert refused.value.facts == {"path": str(adapter / "words.txt"), "problem": "there is no word in it"}


def test_who_is_judged_with_an_adapter_is_held_to_the_adapters_words(base: Path, tmp_path: Path) -> None:
    adapter = peft_folders.tuned(tmp_path / "adapter", b"buenos dias", TINY.width)
    asked = Asked(**{**NOTHING_SPECIAL, "model": base, "adapters": (f"{adapter}:0.5",)})
    with Progress(disable=True) as progress:
        run = _Run(asked, Settings(model=ModelSettings(threads=1)), progress)
        with run._officer(run._facts, asked.adapters) as judged:
            assert judged.guard.check("Buenos días.", [], may_repeat=False).ok
            assert judged.guard.check("Buenas tardes.", [], may_repeat=False).reason == "garbled"
        with run._officer(run._facts, ()) as judged:
            assert not judged.guard.has_words


def score(model: ChildModel) -> float:
    return model.score(TALK, ["Su pasaporte."])[0].log_probability


def peft(folder: Path) -> Path:
    rng = np.random.default_rng(1)
    factors = {
        f"{peft_folders.Q}.lora_A.weight": rng.standard_normal((peft_folders.RANK, TINY.width)).astype(np.float32),
        f"{peft_folders.Q}.lora_B.weight": rng.standard_normal((TINY.width, peft_folders.RANK)).astype(np.float32),
    }
    return peft_folders.folder(folder, factors, {"target_modules": ["q_proj"]})


@pytest.mark.parametrize("kind", ["gguf", "peft"])
def test_an_adapter_changes_what_is_scored_as_much_as_it_weighs(
    kind: str, base: Path, model: ChildModel, tmp_path: Path
) -> None:
    place = random_adapter(tmp_path / "own.gguf") if kind == "gguf" else peft(tmp_path / "own")
    model.use_adapters([])
    before = score(model)
    _apply(model, [str(place)], base, tmp_path)
    whole = score(model)
    _apply(model, [f"{place}:0.01"], base, tmp_path)
    assert abs(whole - before) > abs(score(model) - before) > 0


def test_an_adapter_of_another_base_is_refused(base: Path, model: ChildModel, tmp_path: Path) -> None:
    other = peft_folders.folder(tmp_path / "other", peft_folders.low_rank(), {"target_modules": ["q_proj"]})
    with pytest.raises(AdapterRefused):
        _apply(model, [str(other)], base, tmp_path)


def test_a_report_names_the_model_and_its_adapters_by_their_hashes(base: Path, tmp_path: Path) -> None:
    adapter, folder = random_adapter(tmp_path / "own.gguf"), peft(tmp_path / "peft")
    found = _model_file(base, [str(adapter), f"{folder}:0.5"])
    assert (found.path, found.size) == (str(base), base.stat().st_size)
    assert [one.path for one in found.adapters] == [str(adapter), str(folder)]
    assert found.adapters[1].sha256 == _file(folder / "adapter_model.safetensors").sha256
    assert len({found.sha256, *(one.sha256 for one in found.adapters)}) == 3
