"""The convert commands as a user types them: results on standard output, one sentence and code 2 for bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, BaseShape, random_adapter, random_base
from tests.convert import tiny

GARITA = [sys.executable, "-m", "garita", "convert"]


def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [*GARITA, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_quantise_and_check(tmp_path: Path) -> None:
    base = random_base(tmp_path / "base.gguf", TINY, "F16")
    adapter = random_adapter(tmp_path / "adapter.gguf", TINY, strength=0.1)
    small = tmp_path / "small.gguf"
    done = run("quantize", base, small, "--type", "Q4_K_M")
    assert done.stdout.strip() == str(small)
    assert "tensors become Q4_K_M" in done.stderr
    assert open_gguf(small).tensors["blk.0.ffn_up.weight"].kind.name == "Q4_K"
    again = run("quantize", small, tmp_path / "twice.gguf", "--type", "Q8_0")
    assert "quantised before" in again.stderr
    told = json.loads(run("check", "--base", base, "--adapter", f"{adapter}:0.5", "--merged", base, "--json").stdout)
    assert told["compared_with"] == "run-time adapters"
    assert told["share_kept"] == 0.0  # the base itself holds nothing of the adapter
    assert {one["gain"] for one in told["tensors"]} == {0.0}
    shown = run("check", "--base", base, "--adapter", adapter, "--merged", base)
    assert "14 of 14 tensors hold too little" in shown.stdout


@pytest.mark.parametrize("kind", ["F16", "Q4_0"])
def test_export(tmp_path: Path, kind: str) -> None:
    tiny.tokenizer_in(tmp_path / "model")
    tiny.model_in(tmp_path / "model")
    out = tmp_path / "out"
    out.mkdir()
    done = run("export", tmp_path / "model", out / "model.gguf", "--type", kind)
    assert done.stdout.strip() == str(out / "model.gguf")
    written = open_gguf(out / "model.gguf")
    assert written.value("general.name") == "model"
    assert written.tensors["blk.0.attn_q.weight"].kind.name == kind
    assert [path.name for path in out.iterdir()] == ["model.gguf"]


BAD = {
    "no such file": (["quantize", "{}/none.gguf", "{}/o.gguf", "--type", "Q8_0"], "No such file"),
    "no such type": (["quantize", "{}/base.gguf", "{}/o.gguf", "--type", "Q9_Z"], "Q4_K_M"),
    "onto itself": (["quantize", "{}/base.gguf", "{}/base.gguf", "--type", "Q8_0"], "same file"),
    "no such folder": (["quantize", "{}/base.gguf", "{}/none/o.gguf", "--type", "Q8_0"], "no folder"),
    "type that needs a matrix": (["quantize", "{}/base.gguf", "{}/o.gguf", "--type", "IQ2_XXS"], "importance matrix"),
    "no matrix": (
        ["quantize", "{}/base.gguf", "{}/o.gguf", "--type", "Q4_0", "--imatrix", "{}/text.txt"],
        "importance matrix",
    ),
    "nothing to export": (["export", "{}", "{}/o.gguf"], "config.json"),
    "unknown export type": (["export", "{}", "{}/o.gguf", "--type", "Q9_Z"], "Q4_K_M"),
    "no adapter": (["adapter", "{}", "{}/o.gguf", "--base", "{}/base.gguf"], "adapter_config.json"),
    "adapter for no base": (["adapter", "{}/adapter.gguf", "{}/o.gguf", "--base", "{}/text.txt"], "GGUF"),
    "check without adapter": (
        ["check", "--base", "{}/base.gguf", "--adapter", "{}/none", "--merged", "{}/base.gguf"],
        "none",
    ),
    "check with an empty text": (
        [
            "check",
            "--base",
            "{}/base.gguf",
            "--adapter",
            "{}/adapter.gguf",
            "--merged",
            "{}/base.gguf",
            "--text",
            "{}/e",
        ],
        "empty",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bad")
    random_base(place / "base.gguf", TINY, "F16")
    random_adapter(place / "adapter.gguf", TINY)
    (place / "text.txt").write_text("Buenos días.\n", encoding="utf-8")
    (place / "e").touch()
    return place


@pytest.mark.parametrize("name", BAD)
def test_bad_input_costs_a_sentence(folder: Path, name: str) -> None:
    arguments, words = BAD[name]
    before = sorted(folder.iterdir())
    done = run(*(one.format(folder) for one in arguments), code=2)
    assert words in done.stderr.replace("\n", " ")
    assert done.stdout == ""
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "left"), [(signal.SIGINT, []), (signal.SIGKILL, ["out.gguf.partial"])])
def test_stopped_in_the_middle(tmp_path: Path, number: int, left: list[str]) -> None:
    """Ctrl-C leaves nothing; what a killed run leaves is no .gguf file, and the next run replaces it."""
    place = tmp_path / "place"
    place.mkdir()
    base = random_base(tmp_path / "base.gguf", BaseShape(4, 1024, 4096, 8, 8, 2000), "F16")
    before = base.read_bytes()
    command = [*GARITA, "quantize", str(base), str(place / "out.gguf"), "--type", "Q5_K_M"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        partial = place / "out.gguf.partial"
        while process.poll() is None and not (partial.exists() and partial.stat().st_size > 4_000_000):
            time.sleep(0.02)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert process.returncode == (130 if number == signal.SIGINT else -number), said
    assert "Traceback" not in said
    assert [path.name for path in place.iterdir()] == left
    assert base.read_bytes() == before
