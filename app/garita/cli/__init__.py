"""The commands of Garita: one function a command, each parses, calls and prints. No logic lives here."""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.text import Text

from garita import __version__, logs, messages_to_user, paths
from garita.cli import hearing, looking, talking, window
from garita.cli.common import errors, language
from garita.cli.converting import convert_app
from garita.cli.measuring import bench_app
from garita.cli.training import evaluate_app, train_app
from garita.errors import Cancelled, ExtraMissing, GaritaError

log = logging.getLogger(__name__)

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

# What the extras bring; the commands that need them import them, the others do without.
_EXTRAS = {
    **dict.fromkeys((
        "av", "espeakng_loader", "faster_whisper", "num2words", "onnxruntime", "pywebrtc_audio", "sounddevice", "soxr",
    ), "voice"),
    **dict.fromkeys(("PySide6", "pyqtgraph"), "desktop"),
}  # fmt: skip


def main() -> None:
    """Entry point: an error meant for the user becomes a sentence and exit code 2, a bug an apology and 1."""
    try:
        app()
    except GaritaError as error:
        _print_error(error)
        sys.exit(2)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            _bug()
        _print_error(ExtraMissing(extra=_EXTRAS[error.name], package=error.name))
        sys.exit(2)
    except (Cancelled, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has gone; there is nobody left to tell
        sys.stderr.close()
        sys.exit(0)
    except Exception:
        _bug()


def _bug() -> NoReturn:
    """Apologise for the exception being handled and say where it is written down."""
    with contextlib.suppress(OSError):  # a command may have failed before it needed a log
        logs.start()
    log.exception("a bug")
    errors().print(Text(messages_to_user.notice("bug", language(), path=paths.logs() / "garita.log"), style="red"))
    sys.exit(1)


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


def _print_error(error: GaritaError) -> None:
    words = messages_to_user.explain(error, language())
    errors().print(Text.assemble((words.title, "bold red"), f"\n{words.sentence}\n{words.to_do}"))
