"""The pinned versions cover every dependency and name no host; the set-up script refuses what it cannot mend."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

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
