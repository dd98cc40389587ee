"""All commands in one value, and what ``garita`` takes without a command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from garita import __version__
from garita.cli import hearing, looking, talking, window
from garita.cli.converting import convert_app
from garita.cli.measuring import bench_app
from garita.cli.officers import officers_app
from garita.cli.training import evaluate_app, train_app

app = typer.Typer(
    help="Practise spoken Spanish at a customs booth, offline. / Practique español en la aduana, sin conexión.",
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
for command in (
    talking.chat, talking.talk, talking.demo, hearing.devices, hearing.say, hearing.transcribe,
    looking.scenarios, looking.models, looking.doctor,
):  # fmt: skip
    app.command()(command)
app.add_typer(hearing.recogniser_app, name="recogniser")
app.add_typer(looking.history_app, name="history")
app.add_typer(bench_app, name="bench")
app.add_typer(train_app, name="train")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(convert_app, name="convert")
app.add_typer(officers_app, name="officers")


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="Full screen: a rehearsed conversation plays by itself.")
    ] = False,
    screenshot: Annotated[
        Path | None, typer.Option(help="Render every page in every theme into this folder; needs no screen.")
    ] = None,
) -> None:
    if version:
        typer.echo(f"garita {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is not None:
        return
    if screenshot:
        window.take_screenshots(screenshot)
    else:
        window.open_window(demo=demo)
