"""Short words for what the journal keeps: verdicts, days, lengths, counts. Knows no widget.

Sentences about a verdict are ``coaching.wording``'s; these are labels of a few letters.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

from garita.desktop.numerals import whole
from garita.messages_to_user.entry import Language

translate = QCoreApplication.translate


class Mark(NamedTuple):
    """How a conversation ended: an icon, a tone of the theme, a word."""

    icon: str
    tone: str
    word: str


def mark(verdict: str) -> Mark:
    """The mark of a verdict; of none where the conversation was left before it."""
    return {
        "admit": Mark("check", "good", translate("History", "Admitted")),
        "pay": Mark("tag", "warn", translate("History", "Admitted, with duty")),
        "hold": Mark("lock", "warn", translate("History", "Goods held")),
        "inspect": Mark("search", "warn", translate("History", "Second inspection")),
        "refuse": Mark("close", "bad", translate("History", "Refused")),
    }.get(verdict, Mark("pause", "dim", translate("History", "Left open")))


def day(when: date, today: date, language: Language) -> str:
    """Today, yesterday, or the day by name; with its year where that is another one."""
    if when == today:
        return translate("History", "Today")
    if when == today - timedelta(days=1):
        return translate("History", "Yesterday")
    pattern = "EEEE, d 'de' MMMM" if language == "es" else "EEEE, d MMMM"
    if when.year != today.year:
        pattern += " 'de' y" if language == "es" else " y"
    text = format_date(when, pattern, locale=language)
    return text[:1].upper() + text[1:]


def short_day(when: date, language: Language) -> str:
    """ "16 Nov", for an axis."""
    return format_date(when, "d MMM", locale=language)


def minutes(seconds: float) -> str:
    """How long it took."""
    if seconds < 60:
        return translate("History", "under 1 min")
    return translate("History", "{minutes} min").format(minutes=round(seconds / 60))


def words(count: int) -> str:
    """How many words the student said."""
    if count == 1:
        return translate("History", "1 word")
    return translate("History", "{count} words").format(count=whole(count))


def turns(count: int) -> str:
    """How many turns there were."""
    return translate("History", "1 turn") if count == 1 else translate("History", "{count} turns").format(count=count)


def conversations(count: int) -> str:
    """How many conversations there are."""
    if count == 1:
        return translate("History", "1 conversation")
    return translate("History", "{count} conversations").format(count=f"{count:,}".replace(",", "\u202f"))


# --- what a figure counts, to stand below it -----------------------------------------------------------------------


def words_said(count: int) -> str:
    """Below the number of words."""
    return translate("History", "word you said") if count == 1 else translate("History", "words you said")


def minutes_of_talk(count: int) -> str:
    """Below the number of minutes."""
    return translate("History", "minute of talk") if count == 1 else translate("History", "minutes of talk")


def days_in_a_row(count: int) -> str:
    """Below the number of days."""
    return translate("History", "day in a row") if count == 1 else translate("History", "days in a row")


def talks(count: int) -> str:
    """Below the number of conversations."""
    return translate("History", "conversation") if count == 1 else translate("History", "conversations")


# --- what happened, and who said it --------------------------------------------------------------------------------


def deleted(count: int) -> str:
    """What was just deleted."""
    if count == 1:
        return translate("History", "The conversation was deleted.")
    return translate("History", "{count} conversations were deleted.").format(count=count)


def who(speaker: str) -> str:
    """Whose words a found line is."""
    return translate("History", "Officer") if speaker == "officer" else translate("History", "You")
