"""Numbers as people read them in the window's language: "3.2" and "50%" in English, "3,2" and "50 %" in Spanish.

Knows Qt's default locale, which follows the window's language; may be called from any thread.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

from garita import messages_to_user


def point(number: str) -> str:
    """A number that Python wrote, with the language's decimal sign."""
    return number.replace(".", ",") if _spanish() else number


def decimal(value: float, places: int = 1) -> str:
    """With so many digits behind the point."""
    return point(f"{value:.{places}f}")


def short(value: float) -> str:
    """Without needless digits: "2", "2.5"."""
    return point(f"{value:g}")


def whole(value: int) -> str:
    """A count: "1,536"; in Spanish groups of three stand apart from ten thousand on."""
    if _spanish():
        return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if abs(value) >= 10_000 else str(value)
    return f"{value:,}"


def percent(share: float) -> str:
    """A share of one in hundredths."""
    text = f"{share:.0%}"
    return text.replace("%", "\N{NO-BREAK SPACE}%") if _spanish() else text


def size(number: float) -> str:
    """A number of bytes: "1.4 GB"."""
    return point(messages_to_user.size(number))


def _spanish() -> bool:
    return QLocale().language() == QLocale.Language.Spanish
