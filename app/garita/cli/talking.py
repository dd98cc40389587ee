"""Commands that talk with the officer, in the terminal or aloud. Each parses, calls and prints."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Annotated

import typer

from garita.cli.common import ModelOption, ScenarioOption, SeedOption, console, language, read_settings


def chat(
    scenario: ScenarioOption = "random",
    model: ModelOption = None,
    seed: SeedOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="One officer reply per line, nothing else.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Show tokens, rates and what the guard did.")] = False,
) -> None:
    """Talk with the officer in the terminal."""
    from garita.terminal import talk

    seed = random.randrange(2**31) if seed is None else seed
    request = talk.Request(scenario=scenario, model=model, seed=seed, plain=plain, stats=stats)
    talk.run(request, read_settings(), language())


def talk(scenario: ScenarioOption = "random", seed: SeedOption = None) -> None:
    """Talk with the officer aloud: microphone, loudspeaker, nothing leaves the machine. Ctrl-C leaves."""
    from garita import wiring
    from garita.terminal import aloud

    seed = random.randrange(2**31) if seed is None else seed
    aloud.run(wiring.choose_scenario(scenario, seed), read_settings(), language(), seed)


def demo(
    out: Annotated[Path, typer.Option(help="Folder for the recordings, the transcript and the picture.")] = Path(
        "garita-demo"
    ),
    scenario: ScenarioOption = "es_barajas_turismo",
    seed: SeedOption = 1,
) -> None:
    """Let a synthetic traveller speak a scenario through the whole spoken route; needs no sound hardware."""
    from garita import wiring
    from garita.terminal import demo as demonstration

    seed = seed or 0
    demonstration.run(wiring.choose_scenario(scenario, seed), out, seed, read_settings(), console(), language())
