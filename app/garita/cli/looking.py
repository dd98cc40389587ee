"""Commands that show what is here: scenarios, models, this machine, past conversations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from garita import messages_to_user, paths
from garita.cli.common import JsonOption, console, language, read_settings

history_app = typer.Typer(help="Past conversations.", no_args_is_help=True)


def scenarios() -> None:
    """List the scenarios."""
    from garita.roleplay import scenario_file
    from garita.terminal import tables

    console().print(tables.scenarios(scenario_file.load_all(), language()))


def models() -> None:
    """List the models that are here: what they are, what they need, why they can or cannot run."""
    from garita.library import shelf
    from garita.terminal import tables

    console().print(tables.models(shelf.look(), language()))
    typer.echo(messages_to_user.notice("models_folder", language(), path=paths.user_models()))


def doctor(
    as_json: JsonOption = False,
    echo: Annotated[bool, typer.Option("--echo", help="Measure the loudspeaker's echo in the microphone.")] = False,
) -> None:
    """Check this machine: processor, memory, llama.cpp, GPU, threads, sound, speech, and what is missing."""
    from garita import doctor as examination
    from garita.terminal import tables

    if echo:
        from garita.terminal import echo as room

        room.run(read_settings(), console(), language(), as_json=as_json)
        return
    report = examination.examine(read_settings())
    if as_json:
        typer.echo(report.as_json())
    else:
        console().print(tables.doctor(report, language()))
    if report.has_problem:
        raise typer.Exit(1)


@history_app.command("list")
def history_list(limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50) -> None:
    """List past conversations, newest first."""
    from garita.terminal import history

    history.show_list(console(), limit, language())


@history_app.command("show")
def history_show(number: int) -> None:
    """Print one conversation."""
    from garita.terminal import history

    history.show(console(), number)


@history_app.command("export")
def history_export(
    number: int, file: Annotated[Path, typer.Argument(help="Where to write; .json gives JSON, else Markdown.")]
) -> None:
    """Write one conversation to a file."""
    from garita.terminal import history

    history.export_to(number, file)
    typer.echo(str(file))
