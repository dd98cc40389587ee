"""Where things lie: the shipped folders (assets, models, lib) and the user's own folder.

``GARITA_HOME`` moves everything of the user's at once; without it platformdirs names the system's usual places.
Functions, not constants: a test or a second home is a matter of the environment, never of import order.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

from garita.errors import HomeNotWritable


def _shipped(name: str) -> Path:
    """A shipped folder: inside a frozen build, inside an installed wheel, or in a checkout, whichever there is."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle) / name] if bundle else []
    places += [package / "_shipped" / name, package.parent.parent / name]
    return next((place for place in places if place.is_dir()), places[-1])


def assets() -> Path:
    """Scenarios, artwork, translations."""
    return _shipped("assets")


def models() -> Path:
    """The built-in officer, its card, recipes."""
    return _shipped("models")


def lib() -> Path:
    """llama.cpp builds dropped into a checkout; ``home() / "lib"`` is the user's own such folder."""
    return _shipped("lib")


def home() -> Path:
    """The user's folder: settings, journal, own models and llama.cpp builds."""
    chosen = os.environ.get("GARITA_HOME")
    return Path(chosen).expanduser() if chosen else Path(PlatformDirs("Garita", appauthor=False).user_data_dir)


def cache() -> Path:
    """What can be measured or made again."""
    return _under_home("cache", PlatformDirs("Garita", appauthor=False).user_cache_dir)


def logs() -> Path:
    """Log files."""
    return _under_home("logs", PlatformDirs("Garita", appauthor=False).user_log_dir)


def _under_home(name: str, usual: str) -> Path:
    return home() / name if os.environ.get("GARITA_HOME") else Path(usual)


def journal() -> Path:
    """The SQLite file of all conversations."""
    return home() / "journal.sqlite3"


def settings() -> Path:
    """What differs from the defaults."""
    return home() / "settings.toml"


def user_models() -> Path:
    """Where users drop .gguf files of their own."""
    return home() / "models"


def ensure_home() -> Path:
    """Make the user's folder and prove that it can be written.

    Raises:
        HomeNotWritable: it cannot be made, is a file, or refuses writing.
    """
    folder = home()
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise HomeNotWritable(path=str(folder), reason=error.strerror or str(error)) from error
    return folder
