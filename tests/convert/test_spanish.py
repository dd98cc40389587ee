"""What conversions say in pieces (in a variable, in an error of Python's that is passed on) has its Spanish too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import garita.convert
from garita.details import in_spanish
from tests.test_details import literal

# Files whose ValueErrors become part of a sentence, and what stands before them there.
PASSED_ON = {"export.py": "", "vocabulary.py": "", "safetensors.py": "its header is damaged: "}


def fragments() -> Iterator[tuple[str, str]]:
    """(file, fragment), with X where a value is filled in."""
    for path in sorted(Path(garita.convert.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assigned = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "problem"
            if assigned or (isinstance(node, ast.Yield) and path.name == "kinship.py"):
                yield path.name, literal(node.value)  # type: ignore[attr-defined]
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ValueError" and path.name in PASSED_ON:
                yield path.name, PASSED_ON[path.name] + literal(node.args[0])


FOUND = sorted({(file, fragment) for file, fragment in fragments() if fragment})


def test_there_are_some_of_each_sort() -> None:
    assert len(FOUND) > 20
    assert {file for file, _ in FOUND} >= {*PASSED_ON, "kinship.py", "plan.py"}


@pytest.mark.parametrize(("file", "fragment"), FOUND)
def test_a_fragment_has_its_spanish(file: str, fragment: str) -> None:
    said = in_spanish(fragment)
    assert said != fragment
    assert not said.endswith((" is there twice", " are not supported"))  # the rest of it stayed English


def test_what_the_system_says_of_files_is_spanish() -> None:
    assert in_spanish("No such file or directory") == "no existe"
    assert in_spanish("Permission denied") == "no hay permiso"
