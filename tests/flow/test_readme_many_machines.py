"""What the README says on many machines: commands and options that Garita has, recipes with what they hold."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from garita.cli.commands import app
from garita.training.finetune import recipe

ROOT = Path(__file__).parents[2]
SECTION = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Many machines\n")[1].split("\n## ")[0]
COMMANDS = re.findall(r"^    garita (.*)$", SECTION.replace("\\\n", " "), re.MULTILINE)
ROWS = re.findall(r"^\| `(.*\.toml)` \| (\S+?)( in 4 bits)?,? .*\| r (\d+), alpha (\d+) \|$", SECTION, re.MULTILINE)


def parsed(command: str) -> None:
    """Read a command as Garita does; raise what it does not know; run nothing."""
    found, words = typer.main.get_command(app), shlex.split(command)
    while isinstance(found, TyperGroup):
        _, within, words = found.resolve_command(typer.Context(found), words)
        assert within is not None
        found = within
    found.make_context("garita", list(words))


@pytest.mark.parametrize("command", COMMANDS)
def test_garita_knows_the_command_and_its_options(command: str) -> None:
    parsed(command)


@pytest.mark.parametrize(
    "command", ["train generates x", "train generate charlas --batches", "evaluate officer --dir x"]
)
def test_others_it_does_not_know(command: str) -> None:
    with pytest.raises(Exception, match="No such"):
        parsed(command)


def test_the_section_has_commands_and_recipes() -> None:
    assert (len(COMMANDS), len(ROWS)) == (4, 4)


@pytest.mark.parametrize(("file", "base", "four_bits", "r", "alpha"), ROWS)
def test_the_table_says_what_is_in_the_recipes(file: str, base: str, four_bits: str, r: str, alpha: str) -> None:
    read = recipe.load(ROOT / "models" / "recipes" / file)
    assert (read.base, read.lora.r, read.lora.alpha) == (base, int(r), int(alpha))
    assert (read.quantisation == "4bit") == bool(four_bits)
