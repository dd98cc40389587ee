"""Log files: one small rotating file in the logs folder, nothing on the user's terminal."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from garita import paths


def start() -> Path:
    """Send the package's log to a file of at most 1 MB (and three older ones); returns its path. Safe to call twice."""
    file = paths.logs() / "garita.log"
    logger = logging.getLogger("garita")
    if any(isinstance(handler, RotatingFileHandler) for handler in logger.handlers):
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return file
