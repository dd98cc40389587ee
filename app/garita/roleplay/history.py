"""What was said so far in a conversation, as a value: every change makes a new history.

Knows who said what and nothing of prompts, models or the journal.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from garita.messages import ChatMessage

Speaker = Literal["officer", "student"]


class Turn(msgspec.Struct, frozen=True):
    """One person's words."""

    who: Speaker
    text: str


class History(msgspec.Struct, frozen=True):
    """Turns, oldest first. The officer opens; afterwards an exchange is the student's turn and the officer's answer."""

    turns: tuple[Turn, ...] = ()

    def said(self, who: Speaker, text: str) -> History:
        """With one more turn at the end."""
        return History((*self.turns, Turn(who, text)))

    def officer_texts(self) -> tuple[str, ...]:
        """What the officer said, oldest first."""
        return tuple(turn.text for turn in self.turns if turn.who == "officer")

    def without_last_exchange(self) -> History:
        """Without the student's last turn and everything after it; the officer's opening stays."""
        last = max((index for index, turn in enumerate(self.turns) if turn.who == "student"), default=len(self.turns))
        return History(self.turns[:last])

    def without_last_answer(self) -> History:
        """Ready to be answered again: the officer's last turn is gone, the student's words before it stay."""
        return History(self.turns[:-1]) if self.turns and self.turns[-1].who == "officer" else self

    def chat_messages(self) -> list[ChatMessage]:
        """For ``prompt.chat_messages``: the student is the user, the officer the assistant."""
        return [
            ChatMessage(role="assistant" if turn.who == "officer" else "user", content=turn.text) for turn in self.turns
        ]
