"""The pinned versions cover every dependency and name no host; the set-up script refuses what it cannot mend."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_every_dependency_is_pinned_exactly_and_no_host_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    }
    lines = [
        line
        for line in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert all(re.fullmatch(r"[a-z0-9.\-]+==[0-9][0-9a-z.]*", line) for line in lines)
    pinned = {line.split("==")[0] for line in lines}
    assert {re.split(r"[ <>=]", name)[0].lower() for name in wanted} <= pinned


def test_an_old_python_gets_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "dirname", "uname", "g++", "id"):
        found = subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()
        (tools / name).symlink_to(found)
    result = subprocess.run(
        [tools / "bash", ROOT / "packaging" / "setup.sh"], capture_output=True, text=True, check=False,
        env={"PATH": f"{tmp_path}:{tools}", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert result.returncode == 2
    assert "Python 3.11 or newer" in result.stderr
    assert result.stderr.count("\n") == 1


SCREEN = (
    "libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)
TESTS = "xvfb xdotool fonts-inter fonts-dejavu-core"


@pytest.mark.parametrize(
    ("extras", "wanted"),
    [
        ("", ""),
        ("voice", "libportaudio2 libasound2-plugins"),
        ("desktop", SCREEN),
        ("dev,train", f"libportaudio2 libasound2-plugins pulseaudio pulseaudio-utils {TESTS}"),
    ],
)
def test_the_system_packages_for_sound_and_screen_are_installed_where_they_are_missing(
    tmp_path: Path, extras: str, wanted: str
) -> None:
    def program(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    copy, tools = tmp_path / "garita", tmp_path / "tools"
    (copy / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "setup.sh", copy / "packaging")
    program(copy / ".venv" / "bin" / "python", "exit 0")
    program(tools / "dpkg-query", 'case "$*" in *libpulse0*) echo "install ok installed" ;; *) exit 1 ;; esac')
    program(tools / "apt-get", f'echo "$@" >> {tmp_path}/calls')
    program(tools / "id", "echo 0")
    subprocess.run(
        ["bash", copy / "packaging" / "setup.sh", extras], check=True, capture_output=True,
        env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"},
    )  # fmt: skip
    calls = tmp_path / "calls"
    installed = [line for line in calls.read_text().splitlines() if line.startswith("install")] if wanted else []
    assert installed == ([f"install -y -qq {wanted}"] if wanted else [])
    assert bool(wanted) == calls.exists()
