"""Servers of language models that a command may ask: the user's key for them, and the locked network."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from garita.errors import NetworkLocked
from garita.settings import Settings

_KEY = "OPENAI_API_KEY"  # where every client of that protocol looks; a key on the command line would be in the history
_HERE = {"localhost", "127.0.0.1", "::1"}


def key() -> str:
    """The user's, empty where there is none."""
    return os.environ.get(_KEY, "")


def check_allowed(address: str, settings: Settings) -> None:
    """A server on this computer always is.

    Raises:
        NetworkLocked: it is elsewhere, and the user has locked the network.
    """
    if settings.network.offline and urlsplit(address).hostname not in _HERE:
        raise NetworkLocked(name=address)
