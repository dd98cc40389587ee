"""The commands of Garita: one function a command, each parses, calls and prints. No logic lives here.

``garita`` alone opens the window, and imports nothing that only the other commands need.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import NoReturn

from garita.errors import Cancelled, ExtraMissing, GaritaError

log = logging.getLogger(__name__)

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
        _run()
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


def _run() -> None:
    if len(sys.argv) == 1:
        from garita.cli import window

        window.open_window()
    else:
        from garita.cli.commands import app

        app()


def _bug() -> NoReturn:
    """Apologise for the exception being handled and say where it is written down."""
    from rich.text import Text

    from garita import logs, messages_to_user, paths
    from garita.cli.common import errors, language

    with contextlib.suppress(OSError):  # a command may have failed before it needed a log
        logs.start()
    log.exception("a bug")
    errors().print(Text(messages_to_user.notice("bug", language(), path=paths.logs() / "garita.log"), style="red"))
    sys.exit(1)


def _print_error(error: GaritaError) -> None:
    from rich.text import Text

    from garita import messages_to_user
    from garita.cli.common import errors, language

    words = messages_to_user.explain(error, language())
    errors().print(Text.assemble((words.title, "bold red"), f"\n{words.sentence}\n{words.to_do}"))
