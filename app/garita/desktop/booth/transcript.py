"""What stands in the conversation: a list of entries, made from the session's messages and the student's commands.

It is what the student sees, and says less than the journal: entries come and go as the officer writes, is interrupted,
answers anew. Whoever shows it is told of each change before and after. Knows no Qt, no engine and no clock but the one
handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from garita import messages_to_user, paths
from garita.desktop.booth.doubts import Span, doubtful_spans, heard_letters
from garita.errors import Cancelled, GaritaError
from garita.messages import (
    Message,
    Notice,
    OfficerSilent,
    PartialHeard,
    SentenceFinal,
    StudentSaid,
    TentativeText,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)
from garita.messages_to_user.entry import Language

if TYPE_CHECKING:
    from garita.journal.journal import Turn

Who = Literal["officer", "student", "notice", "failure"]
State = Literal["hearing", "writing", "done", "interrupted"]
_LOST = frozenset({"nothing_heard", "recognition_failed"})  # what seemed to be heard is no turn


@dataclass(frozen=True)
class Entry:
    """One entry. ``text`` is final, ``tentative`` is not: a sentence being written, or words being heard.

    ``turn`` is the session's number (0: not known, or no turn), ``spoken``: the student said it aloud. ``doubts`` are
    the places the recogniser was not sure of; ``heard`` how many letters of an interrupted officer were heard (None:
    all). ``set_words`` and ``reworded`` count sentences that the guard replaced or had written anew.
    """

    id: int
    who: Who
    time: datetime
    turn: int = 0
    text: str = ""
    tentative: str = ""
    state: State = "done"
    spoken: bool = False
    doubts: tuple[Span, ...] = ()
    heard: int | None = None
    set_words: int = 0
    reworded: int = 0

    @property
    def whole(self) -> str:
        """All that is to be read."""
        return f"{self.text} {self.tentative}".strip()


class Watcher(Protocol):
    """Is told of changes as they are made."""

    def inserting(self, row: int) -> None:
        """A row is about to stand there."""

    def inserted(self) -> None:
        """It does."""

    def removing(self, first: int, last: int) -> None:
        """These rows are about to go."""

    def removed(self) -> None:
        """They are gone."""

    def changed(self, row: int) -> None:
        """This row says something else."""

    def replacing(self) -> None:
        """All rows are about to be others."""

    def replaced(self) -> None:
        """They are."""


class Deaf:
    """A watcher that does nothing."""

    def inserting(self, row: int) -> None:
        """Nothing."""

    def inserted(self) -> None:
        """Nothing."""

    def removing(self, first: int, last: int) -> None:
        """Nothing."""

    def removed(self) -> None:
        """Nothing."""

    def changed(self, row: int) -> None:
        """Nothing."""

    def replacing(self) -> None:
        """Nothing."""

    def replaced(self) -> None:
        """Nothing."""


class TranscriptModel:
    """The entries, and everything that changes them.

    Args:
        language: of notices and failures.
        now: the clock.
    """

    def __init__(self, language: Language, now: Callable[[], datetime] = datetime.now) -> None:
        self._language, self._now = language, now
        self._next_id = 1
        self._answered = True  # the officer has begun to answer the last words
        self.entries: list[Entry] = []
        self.watcher: Watcher = Deaf()

    # --- what the student does --------------------------------------------------------------------------------------

    def typed(self, text: str) -> None:
        """The student said this in writing."""
        self._drop_partial()
        self._answered = False
        self._add(self._new("student", text=text))

    def take_back_from(self, row: int) -> int:
        """Strike the student's turn at ``row`` and all after it; how many of the student's turns that were."""
        turns = sum(entry.who == "student" and entry.state != "hearing" for entry in self.entries[row:])
        self._remove_from(row)
        return turns

    def regenerate(self) -> None:
        """Strike the officer's last turn; another follows."""
        if (row := self.last_row("officer")) is not None:
            self._remove_from(row)

    def drop_failure(self) -> bool:
        """Take away the failure that is tried again; whether the officer had begun to answer."""
        if (row := self.last_row("failure")) is not None:
            self._remove(row, row)
        return self._answered

    def load(self, turns: Sequence[Turn]) -> None:
        """Show a conversation from the journal instead."""
        self.watcher.replacing()
        self.entries[:] = map(self._from_journal, turns)
        self._answered = True
        self.watcher.replaced()

    def clear(self) -> None:
        """Show nothing."""
        self._remove_from(0)
        self._answered = True

    # --- what is looked up ------------------------------------------------------------------------------------------

    def last_row(self, who: Who) -> int | None:
        """The last entry of ``who`` that is no mere hearing."""
        rows = range(len(self.entries) - 1, -1, -1)
        return next((i for i in rows if self.entries[i].who == who and self.entries[i].state != "hearing"), None)

    def as_text(self, names: dict[Who, str]) -> str:
        """The whole conversation as plain text."""
        said = [entry for entry in self.entries if entry.who in ("officer", "student")]
        return "\n".join(f"{names[entry.who]}: {entry.whole}" for entry in said)

    # --- what happens -----------------------------------------------------------------------------------------------

    def take(self, message: Message) -> None:
        """Follow a message of the session or the voice."""
        match message:
            case TurnStarted(turn=turn):
                self._drop_partial()
                self._answered = True
                self._add(self._new("officer", turn=turn, state="writing"))
            case TentativeText(turn=turn, text=text):
                self._change_officer(turn, tentative=text)
            case SentenceFinal():
                self._sentence(message)
            case TurnFinished():
                self._finished(message)
            case OfficerSilent(turn=turn, heard=heard, interrupted=True):
                self._interrupted(turn, heard)
            case PartialHeard(text=text):
                self._partial(text)
            case StudentSaid(turn=turn, transcript=transcript):
                self._said(turn, transcript)
            case Notice():
                self._notice(message)
            case TurnFailed(turn=turn, error=error) if not isinstance(error, Cancelled):
                self._failed(turn, error)

    def _sentence(self, message: SentenceFinal) -> None:
        row = self._officer(message.turn)
        if row is None:
            return
        entry = self.entries[row]
        self._put(
            row,
            replace(
                entry,
                text=f"{entry.text} {message.text}".strip(),
                tentative="",
                set_words=entry.set_words + (message.source == "stock"),
                reworded=entry.reworded + (message.source == "resampled"),
            ),
        )

    def _finished(self, message: TurnFinished) -> None:
        row = self._officer(message.turn)
        if row is None:
            return
        entry = self.entries[row]
        stopped = message.finish_reason == "cancelled" or entry.heard is not None
        text = message.text or entry.text
        if not text:
            self._remove(row, row)
            return
        self._put(row, replace(entry, text=text, tentative="", state="interrupted" if stopped else "done"))

    def _interrupted(self, turn: int, heard: str) -> None:
        row = self._officer(turn)
        if row is None:
            return
        entry = self.entries[row]
        letters = heard_letters(entry.text, heard)
        if letters < len(entry.text) or entry.state == "writing":
            state: State = "writing" if entry.state == "writing" else "interrupted"
            self._put(row, replace(entry, heard=letters, state=state))

    def _partial(self, text: str) -> None:
        last = len(self.entries) - 1
        if last >= 0 and self.entries[last].state == "hearing":
            self._put(last, replace(self.entries[last], tentative=text))
        elif text:
            self._add(self._new("student", tentative=text, state="hearing", spoken=True))

    def _said(self, turn: int, transcript: Transcript) -> None:
        self._drop_partial()
        entry = self._new(
            "student", turn=turn, text=transcript.text, spoken=True, doubts=doubtful_spans(transcript)
        )  # fmt: skip
        answer = self._officer(turn)  # the officer may have been quicker than the news
        if answer is None:
            self._answered = False
        self._add(entry, answer)

    def _notice(self, message: Notice) -> None:
        if message.key in _LOST:
            self._drop_partial()
        text = messages_to_user.notice(message.key, self._language, **message.facts)
        last = self.entries[-1] if self.entries else None
        if last is None or (last.who, last.text) != ("notice", text):  # once is enough until something else happens
            self._add(self._new("notice", text=text))

    def _failed(self, turn: int, error: BaseException) -> None:
        self._drop_partial()
        row = self._officer(turn)
        if row is not None:
            entry = self.entries[row]
            if entry.text:
                self._put(row, replace(entry, tentative="", state="interrupted"))
            else:
                self._remove(row, row)
        self._add(self._new("failure", turn=turn, text=in_one_sentence(error, self._language)))

    # --- the list ---------------------------------------------------------------------------------------------------

    def _new(self, who: Who, **values: object) -> Entry:
        self._next_id += 1
        return replace(Entry(self._next_id, who, self._now()), **values)  # type: ignore[arg-type]

    def _from_journal(self, turn: Turn) -> Entry:
        transcript = msgspec.json.decode(turn.transcript, type=Transcript) if turn.transcript else None
        entry = self._new(
            turn.who, turn=turn.number, text=turn.text, spoken=transcript is not None,
            state="done" if turn.complete else "interrupted",
            doubts=doubtful_spans(transcript) if transcript and transcript.text == turn.text else (),
        )  # fmt: skip
        return replace(entry, time=datetime.fromisoformat(turn.said_at).astimezone()) if turn.said_at else entry

    def _officer(self, turn: int) -> int | None:
        """The row of the officer's turn of this number."""
        rows = range(len(self.entries) - 1, -1, -1)
        return next((i for i in rows if self.entries[i].who == "officer" and self.entries[i].turn == turn), None)

    def _change_officer(self, turn: int, *, tentative: str) -> None:
        row = self._officer(turn)
        if row is not None and self.entries[row].state == "writing":
            self._put(row, replace(self.entries[row], tentative=tentative))

    def _drop_partial(self) -> None:
        rows = range(len(self.entries) - 1, -1, -1)
        if (row := next((i for i in rows if self.entries[i].state == "hearing"), None)) is not None:
            self._remove(row, row)

    def _put(self, row: int, entry: Entry) -> None:
        if entry != self.entries[row]:
            self.entries[row] = entry
            self.watcher.changed(row)

    def _add(self, entry: Entry, row: int | None = None) -> None:
        row = len(self.entries) if row is None else row
        self.watcher.inserting(row)
        self.entries.insert(row, entry)
        self.watcher.inserted()

    def _remove_from(self, row: int) -> None:
        if row < len(self.entries):
            self._remove(row, len(self.entries) - 1)

    def _remove(self, first: int, last: int) -> None:
        self.watcher.removing(first, last)
        del self.entries[first : last + 1]
        self.watcher.removed()


def in_one_sentence(error: BaseException, language: Language) -> str:
    """What failed and what to do, for a place that has one line."""
    if isinstance(error, GaritaError):
        return messages_to_user.one_line(error, language)
    return messages_to_user.notice("bug", language, path=paths.logs())
