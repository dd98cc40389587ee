"""The commands of the README's section on adapters, run as they are written there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import peft
import pytest

from garita.convert.gguf_read import open_gguf
from garita.convert.provenance import read_provenance
from tests.convert import tiny

README = Path(__file__).parent.parent.parent / "README.md"
HEADING = "## From adapter to officer"


def commands() -> list[str]:
    section = README.read_text(encoding="utf-8").split(HEADING)[1].split("\n## ")[0]
    return re.findall(r"^    (garita .*)$", section, re.MULTILINE)


@pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")  # PEFT reads it
def test_they_work_in_this_order(tmp_path: Path) -> None:
    tiny.tokenizer_in(tmp_path / "modelo")
    model = tiny.model_in(tmp_path / "modelo")
    config = peft.LoraConfig(r=4, lora_alpha=8, target_modules=["q_proj", "down_proj"], init_lora_weights=False)
    adapted = peft.get_peft_model(model, config)
    for name in ("adaptador", "otro"):
        adapted.save_pretrained(tmp_path / name)
    assert len(commands()) == 8
    for command in commands():
        whole = [sys.executable, "-m", *shlex.split(command)]
        done = subprocess.run(whole, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    written = {path.name for path in tmp_path.glob("*.gguf")}
    assert written == {"base.gguf", "oficial.gguf", "mezcla.gguf", "base-q8.gguf", "adaptador.gguf"}
    made = read_provenance(open_gguf(tmp_path / "mezcla.gguf"))
    assert made is not None
    assert [(one.name, one.weight) for one in made.adapters] == [("adaptador", 0.7), ("otro", -0.2)]
