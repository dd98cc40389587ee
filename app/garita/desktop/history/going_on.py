"""Leads from a past conversation to the booth: on with it, or once more where it came to its end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garita.coaching.debrief import scenario_of
from garita.desktop.context import Context
from garita.journal.journal import Conversation

translate = QCoreApplication.translate


def can_go_on(head: Conversation) -> bool:
    """Whether the officer has not decided yet."""
    return not head.verdict


def go_on(context: Context, head: Conversation) -> None:
    """Turn to the booth with this conversation, or with a new one of the same trip."""
    scenario = scenario_of(head)
    if scenario is None:
        context.tell(translate("History", "This trip was saved by another version of Garita and cannot be held again."))
    elif can_go_on(head):
        context.go("booth", scenario=scenario, seed=head.seed, resume=head.id)
    else:
        context.go("booth", scenario=scenario)
