"""``garita history``: list, show and export past conversations."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text

from garita import wiring
from garita.journal import export
from garita.messages_to_user.entry import Language
from garita.terminal import tables
from garita.terminal.words import word


def show_list(console: Console, limit: int, language: Language) -> None:
    """The newest conversations first."""
    with closing(wiring.open_journal()) as journal:
        found = journal.conversations(limit)
    console.print(tables.history(found) if found else Text(word("no_conversations", language)))


def show(console: Console, number: int) -> None:
    """One conversation, readable."""
    with closing(wiring.open_journal()) as journal:
        head, turns = journal.conversation(number)
    console.print(Markdown(export.as_markdown(head, turns)))


def export_to(number: int, path: Path) -> None:
    """One conversation as a file: text, a page, or the student's own voice, by the file's ending."""
    with closing(wiring.open_journal()) as journal:
        export.write(path, *journal.conversation(number), recordings=journal.recordings)
