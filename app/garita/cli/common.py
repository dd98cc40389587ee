"""What every command shares: options, the settings, the language, where to print. Knows no command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from garita import logs, messages_to_user, paths, settings
from garita.errors import GaritaError
from garita.messages_to_user.entry import Language

ModelOption = Annotated[Path | None, typer.Option("--model", help="A .gguf file; default: the officer in use.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ScenarioOption = Annotated[str, typer.Option(help='A scenario\'s id, a .toml file, or "random".')]
SeedOption = Annotated[int | None, typer.Option(min=0, max=2**31 - 1, help="Same seed, same officer and traveller.")]


def read_settings() -> settings.Settings:
    """The user's settings; makes Garita's folders and starts the log first."""
    paths.ensure_home()
    logs.start()
    return settings.load()


def language() -> Language:
    """The language to speak to the user in: the chosen one, else the system's."""
    try:
        chosen = settings.load().language
    except GaritaError:  # the broken settings themselves are reported by whoever needs them
        chosen = "auto"
    return messages_to_user.system_language() if chosen == "auto" else chosen


def console() -> Console:
    """Standard output; wide where nobody looks, so that nothing is cut in a file or a pipe."""
    return Console() if sys.stdout.isatty() else Console(width=200)


def errors() -> Console:
    """Standard error: notices, progress and what went wrong."""
    return Console(stderr=True, soft_wrap=True)
