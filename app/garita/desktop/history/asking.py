"""Asks the worker threads in a page's name; answers to a page that is gone or has asked anew since are dropped.

Knows jobs and that a page is a QObject.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from garita.desktop.jobs import Jobs


class Asking:
    """One for each kind of question of a page: a new question makes the one before it pointless."""

    def __init__(self, jobs: Jobs, page: QObject, failed: Callable[[BaseException], object]) -> None:
        self._jobs, self._page, self._failed = jobs, page, failed
        self._number = 0

    def ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do ``work`` on another thread; its value goes to ``done`` on the main thread if it is still wanted."""
        self._number += 1
        number = self._number

        def wanted() -> bool:
            return number == self._number and shiboken6.isValid(self._page)

        self._jobs.ask(
            work,
            lambda value: done(value) if wanted() else None,
            lambda error: self._failed(error) if wanted() else None,
        )

    def forget(self) -> None:
        """The answer to what was asked is not wanted any more."""
        self._number += 1
