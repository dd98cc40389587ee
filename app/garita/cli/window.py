"""What ``garita`` does without a command: it opens the window, or where there is no screen, the conversation here."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path


def open_window(*, demo: bool = False) -> None:
    """Stay until the window is closed. ``demo``: a rehearsed conversation plays by itself, full screen."""
    if not has_screen():
        _talk_here()
        return
    gc.disable()  # nothing that is made now is garbage; the window takes it over
    from garita.desktop import app

    sys.exit(app.run(demo=demo))


def take_screenshots(folder: Path) -> None:
    """Render every page in every theme, without a screen, and name the files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from garita.desktop import screenshots

    for file in screenshots.take(folder):
        print(file)


def has_screen() -> bool:
    """Whether Qt has something to draw on: it ends the program where it finds nothing."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _talk_here() -> None:
    from rich.text import Text

    from garita import messages_to_user
    from garita.cli import talking
    from garita.cli.common import errors, language

    errors().print(Text(messages_to_user.notice("no_screen", language()), style="dim"))
    talking.chat()
