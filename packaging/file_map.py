"""Rewrites the README's list of files from the first line of every module's docstring: python packaging/file_map.py"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "app" / "garita"
BEGIN, END = "<!-- files: made by packaging/file_map.py -->", "<!-- /files -->"


def file_map() -> str:
    """One table row a module, packages in alphabetical order."""
    rows = ["| file | what it does |", "|---|---|"]
    for path in sorted(PACKAGE.rglob("*.py"), key=lambda path: (path.parent != PACKAGE, path.as_posix())):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first = " ".join(docstring.split("\n\n")[0].split()).replace("|", "\\|")
        rows.append(f"| `{path.relative_to(PACKAGE).as_posix()}` | {first} |")
    return "\n".join(rows)


def rewritten(readme: str) -> str:
    """The README with a fresh list."""
    return re.sub(f"{BEGIN}.*?{END}", lambda _: f"{BEGIN}\n{file_map()}\n{END}", readme, flags=re.DOTALL)


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
