"""The Slurm example calls accelerate with options that it knows, for as many GPUs as the job was given."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("accelerate")

from accelerate.commands.launch import launch_command_parser

SCRIPT = Path(__file__).parents[3] / "models" / "recipes" / "finetune.slurm"
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="Slurm's machines have bash")


def submitted(folder: Path, *recipes: str) -> subprocess.CompletedProcess[str]:
    """Run the script as Slurm does, from another folder; the repository's accelerate only says what it was given."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    accelerate = programs / "accelerate"
    accelerate.write_text('#!/usr/bin/env bash\necho "$PWD"\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    accelerate.chmod(0o755)
    given = {"PATH": "/usr/bin:/bin", "SLURM_SUBMIT_DIR": str(folder), "SLURM_GPUS_ON_NODE": "4"}
    return subprocess.run(
        ["bash", str(SCRIPT), *recipes], cwd="/", env=given, capture_output=True, text=True, check=False
    )


def test_one_process_for_every_gpu(tmp_path: Path) -> None:
    ran = submitted(tmp_path, "work/my recipe.toml")
    assert (ran.returncode, ran.stderr) == (0, "")
    place, command, *options = ran.stdout.splitlines()
    assert (place, command) == (str(tmp_path), "launch")
    read = launch_command_parser().parse_args(options)
    assert (read.multi_gpu, read.num_machines, read.num_processes, read.module) == (True, 1, 4, True)
    assert [read.training_script, *read.training_script_args] == ["garita", "train", "finetune", "work/my recipe.toml"]


def test_several_machines_as_the_comment_says(tmp_path: Path) -> None:
    """The commented command, uncommented, on the second of two machines."""
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if "FIRST=$(" in line)
    command = "\n".join(line.removeprefix("#     ") for line in lines[start:])
    programs = {"scontrol": "printf 'one\\ntwo\\n'", "srun": 'exec "$@"', "accelerate": 'printf "%s\\n" "$@"'}
    for name, does in programs.items():
        (tmp_path / name).write_text(f"#!/usr/bin/env bash\n{does}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    given = {
        "PATH": f"{tmp_path}:/usr/bin:/bin", "RECIPE": "r.toml", "SLURM_JOB_NODELIST": "one,two", "SLURM_NNODES": "2",
        "SLURM_NODEID": "1", "SLURM_GPUS_ON_NODE": "4",
    }  # fmt: skip
    ran = subprocess.run(["bash", "-euc", command], env=given, capture_output=True, text=True, check=True)
    read = launch_command_parser().parse_args(ran.stdout.splitlines()[1:])
    assert (read.num_machines, read.num_processes, read.machine_rank) == (2, 8, 1)
    assert (read.main_process_ip, read.main_process_port) == ("one", 29500)
    assert [read.training_script, *read.training_script_args] == ["garita", "train", "finetune", "r.toml"]


def test_without_a_recipe_it_says_what_is_missing(tmp_path: Path) -> None:
    ran = submitted(tmp_path)
    assert ran.returncode != 0
    assert "the recipe" in ran.stderr
