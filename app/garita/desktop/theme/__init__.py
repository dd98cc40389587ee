"""How Garita looks: colours, type, space, icons and the one stylesheet. Knows nothing of conversations."""

from __future__ import annotations

from garita.desktop.theme.colours import Colours
from garita.desktop.theme.theme import Theme, current_theme

__all__ = ["Colours", "Theme", "current_theme"]
