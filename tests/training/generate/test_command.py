"""``garita train generate`` as it is typed: the cost before anything is sent, Ctrl-C, a sentence for bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from garita.errors import (
    GaritaError,
    GenerationRefused,
    ModelMissing,
    NetworkLocked,
    OutputNotWritable,
    ScenarioMissing,
    WriterFailed,
)
from garita.settings import NetworkSettings, Settings
from garita.terminal import generate
from garita.terminal.generate import How, Speaker
from garita.training.data.conversation_line import load
from garita.training.generate.cost import Price
from tests.training.generate.openai_server import KEY, MODEL, Server, running
from tests.training.generate.small import COUNT, MESSAGES, TURNS

PLAN = {
    "count": COUNT, "seed": 1, "turns": TURNS, "scenarios": [], "narrowed": {}, "temperatures": (0.3, 1.0),
    "top_ps": (0.8, 1.0),
}  # fmt: skip


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def command(folder: Path, url: str, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "garita", "train", "generate", str(folder), "--officer", url, "--officer-model", MODEL,
        "--count", str(COUNT), "--turns", str(TURNS), "--price-in", "2", "--price-out", "1000000", *more,
    ]  # fmt: skip


def in_process(
    folder: Path, where: str, *, model: str = MODEL, plan: dict[str, object] | None = None, how: How | None = None,
    settings: Settings | None = None, yes: bool = True,
) -> None:  # fmt: skip
    one = Speaker(where, model)
    quick = msgspec.structs.replace(how or How(), retries=0)
    generate.generate(
        folder, {"officer": one, "traveller": one}, PLAN | (plan or {}), quick, Price(2.0, 10.0),
        settings or Settings(), "en", yes=yes, as_json=False,
    )  # fmt: skip


def test_nothing_is_sent_before_the_cost_was_seen_and_agreed_to(tmp_path: Path) -> None:
    with running(Server()) as server:
        first = subprocess.run(command(tmp_path, server.url), capture_output=True, text=True, check=True)
        assert f"{COUNT} conversations, {MESSAGES} requests" in first.stderr
        assert "--yes" in first.stderr
        assert server.chats.total() == 0
        second = subprocess.run(
            command(tmp_path, server.url, "--yes", "--json"), capture_output=True, text=True, check=True
        )
    report = json.loads(second.stdout)
    assert report == {"done": COUNT, "count": COUNT, "messages": MESSAGES, "failed": {},
                      "tokens": {"prompt": 100 * MESSAGES, "completion": 10 * MESSAGES}}  # fmt: skip
    assert len(list(load(tmp_path / "conversations.jsonl"))) == COUNT


def test_ctrl_c_saves_what_is_under_way_and_the_same_command_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = 0
    process: subprocess.Popen[str] | None = None

    def interrupt(_: str, path: str) -> bool:
        nonlocal asked
        asked += path.endswith("completions")
        if asked == 7 and process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        return False

    with running(Server(hook=interrupt)) as server:
        process = subprocess.Popen(
            command(tmp_path, server.url, "--yes"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        out, said = process.communicate(timeout=60)
        assert (process.returncode, out.strip()) == (0, str(tmp_path / "conversations.jsonl")), said
        assert 7 <= server.chats.total() < MESSAGES
        in_process(tmp_path, server.url)
        assert server.chats.total() == MESSAGES
    assert f"{COUNT} of {COUNT} conversations are done" in capsys.readouterr().err


def test_batches_by_command(tmp_path: Path) -> None:
    with running(Server()) as server:
        in_process(tmp_path, server.url, how=How(batch=True, poll_seconds=0.01), yes=False)
        assert server.batches == []
        in_process(tmp_path, server.url, how=How(batch=True, poll_seconds=0.01))
    assert len(list(load(tmp_path / "conversations.jsonl"))) == COUNT


def test_a_folder_of_batch_files_needs_no_server_and_says_what_to_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_process(tmp_path / "run", "", how=How(batch_dir=tmp_path / "files"), yes=False)
    told = capsys.readouterr().err
    assert f"vllm run-batch --model {MODEL} -i {tmp_path}/files/round-0001.officer.requests.jsonl" in told
    assert len((tmp_path / "files" / "round-0001.officer.requests.jsonl").read_bytes().splitlines()) == COUNT


def test_the_built_in_officer_answers_in_the_project_s_engine(tmp_path: Path) -> None:
    in_process(tmp_path, "", model="", plan={"count": 1, "turns": 2, "scenarios": ["es_barajas_turismo"]}, yes=False)
    (line,) = load(tmp_path / "conversations.jsonl")
    assert (line.model, line.scenario) == ("oficial-garita.gguf", "es_barajas_turismo")
    assert "{" not in "".join(message.content for message in line.messages)


def test_a_wrong_key_and_an_unknown_model_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(Server()) as server:
        with pytest.raises(WriterFailed, match="no model huge"):
            in_process(tmp_path / "a", server.url, model="huge")
        monkeypatch.setenv("OPENAI_API_KEY", "another")
        with pytest.raises(WriterFailed, match="wrong key"):
            in_process(tmp_path / "b", server.url)


def test_conversations_that_were_left_are_told(tmp_path: Path) -> None:
    told = pytest.raises(WriterFailed, match=f"{COUNT} conversations could not go on: .*not this prompt")
    with running(Server(refuses=("pasaporte",))) as server, told:
        in_process(tmp_path, server.url)


NOWHERE = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("where", "model", "plan", "how", "error", "words"),
    [
        (NOWHERE, MODEL, {}, How(), WriterFailed, "127.0.0.1:9"),
        (NOWHERE, "", {}, How(), GenerationRefused, "--officer-model"),
        ("", "", {}, How(batch=True), GenerationRefused, "server's address"),
        ("none.gguf", "", {}, How(), ModelMissing, "none.gguf"),
        (NOWHERE, MODEL, {"scenarios": ["moon"]}, How(), ScenarioMissing, "moon"),
        (NOWHERE, MODEL, {"temperatures": (2.0, 1.0)}, How(), GenerationRefused, "temperature"),
        ("http://example.org/v1", MODEL, {}, How(), NetworkLocked, "example.org"),
    ],
)
def test_bad_input(
    where: str, model: str, plan: dict[str, object], how: How, error: type[GaritaError], words: str, tmp_path: Path
) -> None:
    offline = Settings(network=NetworkSettings(offline=True))
    with pytest.raises(error, match=words):
        in_process(tmp_path, where, model=model, plan=plan, how=how, settings=offline)


def test_a_folder_that_is_a_file_and_one_of_another_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="file"):
        in_process(tmp_path / "file", NOWHERE, yes=False)
    in_process(tmp_path / "run", NOWHERE, model="huge", yes=False)  # nothing was asked: anything may change
    with running(Server()) as server:
        in_process(tmp_path / "run", server.url)
    with pytest.raises(GenerationRefused, match="another value of turns"):
        in_process(tmp_path / "run", NOWHERE, plan={"turns": 4}, yes=False)


def test_an_unknown_attribute_is_a_sentence(tmp_path: Path) -> None:
    told = subprocess.run(
        command(tmp_path / "a", NOWHERE, "--attribute", "colour=red"), capture_output=True, text=True, check=False
    )
    assert told.returncode == 2
    assert "there is no such attribute; there are: manner, strictness, level, nerves" in told.stderr
    assert not (tmp_path / "a").exists()
