"""Who may import whom (import-linter, contracts in pyproject.toml), and every module says what it is."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "app" / "garita").rglob("*.py"))


def test_import_contracts() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_has_a_docstring_and_a_sane_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "no module docstring"
    assert source.count("\n") <= 500


def test_the_readme_gives_every_file_its_line() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = ROOT / "packaging" / "file_map.py"
    space = runpy.run_path(str(script))
    assert space["rewritten"](readme) == readme, "run: python packaging/file_map.py"


def test_no_window_asks_a_widget_for_its_screen() -> None:
    """PySide6 6.11 destroys the screen with the second window that asked for it, and the program with it."""
    asking = [str(file) for file in (ROOT / "app" / "garita" / "desktop").rglob("*.py") if ".screen()" in _code(file)]
    assert asking == []


def _code(file: Path) -> str:
    lines = file.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))
