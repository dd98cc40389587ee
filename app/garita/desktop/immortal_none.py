"""Keeps Python alive under PySide6 6.12 where None is still counted (before Python 3.12).

Its wheels are built as if None were immortal: every call into Qt that answers None takes one from None's count and
adds none, and after some five thousand calls Python ends itself ("none_dealloc"). A count too high to be used up makes
None immortal, as later Pythons do by themselves. To be dropped with the last Python that counts None.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 60


def keep() -> None:
    """Raise None's count once; safe to call again."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < ENOUGH:
        ctypes.c_ssize_t.from_address(id(None)).value += ENOUGH
