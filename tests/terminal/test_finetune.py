"""garita train finetune on the command line: the path, one sentence where it refuses, Ctrl-C, and several processes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("trl")

from safetensors.torch import load_file, save_file

from garita import cli
from garita.training.data.splits import Shares
from garita.training.finetune.recipe import FinetuneRecipe
from tests.library.hub_server import Hub, running
from tests.training.finetune import tiny

PLAIN = Path(__file__).parents[2] / "models" / "recipes" / "templates" / "plain.jinja"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.base(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.dataset(tmp_path_factory.mktemp("data") / "made")


@pytest.fixture
def recipe(base: Path, dataset: Path, tmp_path: Path) -> FinetuneRecipe:
    """Of two updates, with folders of its own that a test may spoil."""
    folders = [shutil.copytree(one, tmp_path / name) for one, name in ((base, "base"), (dataset, "set"))]
    return tiny.recipe(*folders, tmp_path / "out", sft__steps=2)


def run(monkeypatch: pytest.MonkeyPatch, file: Path) -> int:
    monkeypatch.setattr("sys.argv", ["garita", "train", "finetune", str(file)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_the_adapters_path_is_printed_and_again_at_once(
    recipe: FinetuneRecipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tiny.toml(recipe, tmp_path / "recipe.toml")
    assert run(monkeypatch, file) == 0
    said = capsys.readouterr()
    assert said.out == f"{tmp_path / 'out' / 'adapter'}\n"
    assert "100.0 %" in said.err
    assert "held-out" in said.err
    before = (tmp_path / "out" / "adapter" / "adapter_model.safetensors").stat().st_mtime_ns
    assert run(monkeypatch, file) == 0
    assert capsys.readouterr() == (said.out, "")
    assert (tmp_path / "out" / "adapter" / "adapter_model.safetensors").stat().st_mtime_ns == before


def test_the_shipped_template_serves_a_tokenizer_without_one(
    recipe: FinetuneRecipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_template(tmp_path)
    made = msgspec.structs.replace(recipe, chat_template=str(PLAIN))
    assert run(monkeypatch, tiny.toml(made, tmp_path / "recipe.toml")) == 0
    template = (tmp_path / "out" / "adapter" / "chat_template.jinja").read_text(encoding="utf-8")
    assert template == PLAIN.read_text(encoding="utf-8")


# --- refusals ------------------------------------------------------------------------------------------------------


def forget_template(folder: Path) -> None:
    path = folder / "base" / "tokenizer_config.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["chat_template"]
    path.write_text(json.dumps(told), encoding="utf-8")


def lose_a_tensor(folder: Path) -> None:
    path = folder / "base" / "model.safetensors"
    held = load_file(path)
    del held["model.norm.weight"]
    save_file(held, path, metadata={"format": "pt"})


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil_a_line(folder: Path) -> None:
    path = folder / "set" / "train.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:40], b'{"messages": 3}\n', *lines[41:]]))


def without_validation(folder: Path) -> None:
    shutil.rmtree(folder / "set")
    shutil.move(tiny.dataset(folder / "other", Shares(validation=0.0, test=0.0)), folder / "set")


def other_recipe(folder: Path, content: bytes) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "recipe.json").write_bytes(content)


NOTHING: Callable[[Path], object] = lambda _: None  # noqa: E731
REFUSED: dict[str, tuple[Callable[[Path], object], Mapping[str, Any], str, str]] = {
    "a key at odds": (NOTHING, {"sft__epochs": 2.0}, "give either steps or epochs", "dé steps o epochs"),
    "no base": (lambda folder: shutil.rmtree(folder / "base"), {}, "no such folder", "no existe"),
    "a base without weights": (
        lambda folder: (folder / "base" / "model.safetensors").unlink(), {}, "it lacks model.safetensors", "le falta",
    ),
    "half the weights": (
        lambda folder: half(folder / "base" / "model.safetensors"), {}, "its weights cannot be read",
        "no se pueden leer sus pesos",
    ),
    "a tensor too few": (lose_a_tensor, {}, "model.norm.weight is missing (1 in all)", "falta model.norm.weight"),
    "half a tokenizer": (
        lambda folder: half(folder / "base" / "tokenizer.json"), {}, "its tokenizer cannot be read",
        "no se puede leer su tokenizador",
    ),
    "no chat template": (forget_template, {}, "has no chat template; name a Jinja file", "ponga un archivo Jinja"),
    "no such chat template": (NOTHING, {"chat_template": "nowhere.jinja"}, "nowhere.jinja", "nowhere.jinja"),
    "no dataset": (lambda folder: shutil.rmtree(folder / "set"), {}, "it is no dataset folder", "no es una carpeta"),
    "half a dataset.json": (lambda folder: half(folder / "set" / "dataset.json"), {}, "is damaged", "está dañado"),
    "a damaged line": (spoil_a_line, {}, "line 41", "línea 41"),
    "no reply that fits": (
        NOTHING, {"sft__max_length": 16}, "no reply in its train part begins within max_length (16)",
        "ninguna respuesta de su parte train",
    ),
    "nothing to measure on": (
        without_validation, {}, "its validation part has no conversation", "su parte validation no tiene ninguna",
    ),
    "an output that is a file": (lambda folder: (folder / "out").touch(), {}, "cannot be written", "no se puede"),
    "a rate beyond all measure": (NOTHING, {"sft__rate": 1e30}, "the loss is no number", "ya no es un número"),
    "a damaged recipe of before": (lambda folder: other_recipe(folder, b"{"), {}, "is damaged", "está dañado"),
    "no bitsandbytes": (NOTHING, {"quantisation": "4bit"}, "-e '.[qlora]'", "hace falta el paquete bitsandbytes"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["C", "es_ES"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_a_sentence_and_exit_code_2(
    name: str, language: str, recipe: FinetuneRecipe, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    spoil, changes, english, spanish = REFUSED[name]
    made = tiny.changed(recipe, **changes)
    spoil(tmp_path)
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)  # what importing meets when it is not installed
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    assert run(monkeypatch, tiny.toml(made, tmp_path / "recipe.toml")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert (english if language == "C" else spanish) in said.err
    assert said.err.count("\n") <= 3 + said.err.count("tokens/s")  # title, sentence, what to do
    assert not (tmp_path / "out" / "adapter").exists()


@pytest.mark.parametrize("text", ["", "[sft", 'base = "a"\nunheard_of = 1\n'])
def test_what_is_no_recipe_is_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "recipe.toml").write_text(text, encoding="utf-8")
    assert run(monkeypatch, tmp_path / "recipe.toml") == 2
    assert "recipe.toml, line" in capsys.readouterr().err


# --- Ctrl-C and several processes ----------------------------------------------------------------------------------


def interrupted(command: list[str], output: Path, **environment: str) -> tuple[int, str, str]:
    """Begin, send SIGINT as a terminal does once there is a checkpoint, and wait: exit code and what was said."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        start_new_session=True, env={**os.environ, "OMP_NUM_THREADS": "1", **environment},
    )  # fmt: skip
    while not (output / "log.jsonl").exists() and process.poll() is None:
        time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    out, said = process.communicate(timeout=100)
    return process.returncode, out, said


def test_ctrl_c_saves_and_the_same_command_goes_on(
    recipe: FinetuneRecipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own, whose imports take seconds. Nobody asks the hub for anything, or reports to it."""
    made = tiny.changed(recipe, sft__steps=60, checks__every=10)
    file = tiny.toml(made, tmp_path / "recipe.toml")
    with running(Hub({})) as hub:
        code, out, said = interrupted(
            [sys.executable, "-m", "garita", "train", "finetune", str(file)], tmp_path / "out", HF_ENDPOINT=hub.address
        )
    assert (code, out) == (130, ""), said
    assert hub.paths == []
    stopped = tiny.log(tmp_path / "out")[-1].step
    assert said.splitlines()[-1].startswith(f"Stopped after {stopped} updates")
    assert "Traceback" not in said
    assert stopped < 60
    assert run(monkeypatch, file) == 0
    losses = [one.step for one in tiny.log(tmp_path / "out") if one.loss is not None]
    assert losses == sorted(set(losses))
    assert losses[-1] == 60
    told = capsys.readouterr()
    assert told.out == f"{tmp_path / 'out' / 'adapter'}\n"


LAUNCH = [
    str(Path(sys.executable).with_name("accelerate")), "launch", "--multi_gpu", "--num_machines", "1",
    "--num_processes", "2", "--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0",
    "-m", "garita", "train", "finetune",
]  # fmt: skip
"""As on two GPUs; ACCELERATE_USE_CPU makes processors of them. Without MPI, --cpu would start only one process."""


@pytest.mark.skipif(sys.platform == "win32", reason="gloo needs a POSIX system")
def test_two_processes_share_the_work_stop_together_and_go_on(recipe: FinetuneRecipe, tmp_path: Path) -> None:
    """Two launches for real, each with two processes that import torch: the longest test here."""
    made = tiny.changed(recipe, sft__steps=60, checks__every=10)
    command = [*LAUNCH, str(tiny.toml(made, tmp_path / "recipe.toml"))]
    code, out, said = interrupted(command, tmp_path / "out", ACCELERATE_USE_CPU="true")
    assert code != 0  # accelerate's own way to end by a signal
    assert out == ""
    stopped = tiny.log(tmp_path / "out")[-1].step
    assert said.count(f"Stopped after {stopped} updates") == 1, said
    assert stopped < 60
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1", "ACCELERATE_USE_CPU": "true"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'out' / 'adapter'}\n"), done.stderr
    entries = tiny.log(tmp_path / "out")
    losses = [one.step for one in entries if one.loss is not None]
    assert losses == sorted(set(losses))
    assert losses[-1] == 60
    assert 4 * 150 < entries[-1].tokens / 60 < 4 * 200  # an update has the two conversations of each
    assert entries[-1].held_out_loss is not None
    assert entries[-1].held_out_loss < next(one.loss for one in entries if one.loss is not None)
    assert (tmp_path / "out" / "checkpoints" / "checkpoint-60" / "rng_state_1.pth").exists()
    assert tiny.weights(tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="gloo needs a POSIX system")
def test_of_two_processes_one_tells_what_went_wrong(recipe: FinetuneRecipe, tmp_path: Path) -> None:
    """One launch: both meet the same error, or one meets it and the other loses its peer."""
    spoil_a_line(tmp_path)
    done = subprocess.run(
        [*LAUNCH, str(tiny.toml(recipe, tmp_path / "recipe.toml"))], capture_output=True, text=True, encoding="utf-8",
        check=False, env={**os.environ, "OMP_NUM_THREADS": "1", "ACCELERATE_USE_CPU": "true"},
    )  # fmt: skip
    assert done.returncode != 0
    assert done.stderr.count("line 41") == 1, done.stderr
    assert "Garita made a mistake" not in done.stderr
