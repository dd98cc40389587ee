"""Every technical fragment that our code puts into an error has its Spanish."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from garita.details import in_spanish

APP = Path(__file__).parent.parent / "app" / "garita"
MAKERS = {"damaged", "_refuse", "_refused", "_Wrong"}  # functions whose last argument becomes a problem
CHECKERS = {"scenario_file.py", "recipe.py"}  # their checks yield a key and its problem


def fragments() -> Iterator[tuple[str, str]]:
    """(file, fragment) of every literal given as ``problem``, with X where a value is filled in."""
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                values = [keyword.value for keyword in node.keywords if keyword.arg == "problem"]
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                values += node.args[-1:] if name in MAKERS else []
            elif isinstance(node, ast.Yield) and path.name in CHECKERS and isinstance(node.value, ast.Tuple):
                values = node.value.elts[-1:]
            else:
                continue
            yield from ((path.name, text) for value in values if (text := literal(value)))


def literal(node: ast.expr) -> str:
    """The text of a string or f-string; empty for anything else, and for one that is nothing but a value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "X" for part in node.values]
        text = "".join(str(part) for part in parts)
        return text if text.replace("X", "").strip(" :") else ""
    return ""


@pytest.mark.parametrize(("file", "fragment"), sorted(set(fragments())))
def test_a_fragment_has_its_spanish(file: str, fragment: str) -> None:
    assert in_spanish(fragment) != fragment


def test_values_are_kept_and_foreign_details_stay() -> None:
    assert in_spanish("must be between 1 and 3650") == "debe estar entre 1 y 3650"
    assert in_spanish("'xx' is no ISO 4217 currency code") == "'xx' no es un código de moneda ISO 4217"
    assert in_spanish("Invalid enum value 'x'") == "Invalid enum value 'x'"
