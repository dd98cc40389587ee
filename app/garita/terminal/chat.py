"""The conversation in a terminal: trip card, the officer's words as they come, slash commands.

Text that the guard has not judged yet is shown dim; it turns plain when the sentence is final and saved.
"""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.text import Text

from garita import messages_to_user
from garita.errors import OutputNotWritable
from garita.journal import export
from garita.journal.journal import Journal
from garita.messages import Notice, SentenceFinal, SessionEvent, TentativeText, TurnFinished
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario
from garita.session.session import Session
from garita.terminal.card import trip_card
from garita.terminal.conversation import Events
from garita.terminal.stats import Stats, turn_line
from garita.terminal.words import word

COMMANDS = ("/ficha", "/repite", "/otra", "/deshacer", "/guardar", "/salir")


class Chat:
    """One conversation with a person at a terminal."""

    def __init__(
        self, console: Console, session: Session, events: Events, scenario: Scenario, journal: Journal, *,
        language: Language, show_stats: bool,
    ) -> None:  # fmt: skip
        self._console, self._session, self._events = console, session, events
        self._scenario, self._journal, self._language = scenario, journal, language
        self._show_stats = show_stats
        self.stats = Stats()

    def run(self) -> None:
        """Talk until the student leaves: /salir, end of input or Ctrl-C at the prompt."""
        self._show_turn(self._session.open())
        while (line := self._ask()) is not None:
            text = line.strip()
            if text == "/salir":
                return
            if text.startswith("/"):
                self._command(text)
            elif text:
                self._show_turn(self._session.say(text))

    def _ask(self) -> str | None:
        try:
            return self._console.input(f"[bold cyan]{word('you', self._language)}: [/]")
        except (EOFError, KeyboardInterrupt):
            self._console.print()
            return None

    def _command(self, text: str) -> None:
        name, _, rest = text.partition(" ")
        match name:
            case "/ficha":
                self._console.print(trip_card(self._scenario, self._language))
            case "/repite":
                self._repeat()
            case "/otra":
                self._again()
            case "/deshacer":
                self._take_back()
            case "/guardar":
                self._save(rest.strip())
            case _:
                self._say("unknown_command", name=name, hint=word("hint", self._language))

    def _repeat(self) -> None:
        said = [turn.text for turn in self._session.turns() if turn.who == "officer"]
        if said:
            self._console.print(self._line(said[-1]))
        else:
            self._say("nothing_to_repeat")

    def _again(self) -> None:
        if any(turn.who == "officer" for turn in self._session.turns()):
            self._show_turn(self._session.regenerate())
        else:
            self._say("nothing_to_repeat")

    def _take_back(self) -> None:
        if any(turn.who == "student" for turn in self._session.turns()):
            for _ in self._events.of_turn(self._session.take_back()):
                pass
            self._say("taken_back")
            self._repeat()
        else:
            self._say("nothing_to_take_back")

    def _save(self, name: str) -> None:
        if not name:
            self._say("needs_file")
            return
        path = Path(name).expanduser()
        try:
            export.write(path, *self._journal.conversation(self._session.conversation))
        except OutputNotWritable as error:  # a wrong place to save does not end the conversation
            self._console.print(Text(messages_to_user.one_line(error, self._language), style="red"))
        else:
            self._say("saved", path=path)

    def _show_turn(self, number: int) -> None:
        """Stream one officer's turn; Ctrl-C stops the officer, not the program."""
        sentences: list[str] = []
        with Live(self._line(""), console=self._console, refresh_per_second=20) as live:
            try:
                for event in self._events.of_turn(number):
                    self._show(event, sentences, live)
            except KeyboardInterrupt:
                self._session.interrupt()
                for event in self._events.of_turn(number):
                    self._show(event, sentences, live)
                live.console.print(Text(word("interrupted", self._language), style="dim"))

    def _show(self, event: SessionEvent, sentences: list[str], live: Live) -> None:
        if isinstance(event, SentenceFinal):
            sentences.append(event.text)
            live.update(self._line(" ".join(sentences)))
        elif isinstance(event, TentativeText):
            live.update(self._line(" ".join(sentences), event.text))
        elif isinstance(event, Notice):
            notice = messages_to_user.notice(event.key, self._language, **event.facts)
            live.console.print(Text(notice, style="yellow"))
        elif isinstance(event, TurnFinished):
            live.update(self._line(" ".join(sentences)))
            self.stats.count(event)
            if self._show_stats:
                live.console.print(Text(turn_line(event, self._language), style="dim"))

    def _line(self, final: str, tentative: str = "") -> Text:
        line = Text.assemble((f"{word('officer', self._language)}: ", "bold green"), final)
        if tentative:
            line.append(f"{' ' if final else ''}{tentative}", style="dim")
        return line

    def _say(self, key: str, **facts: object) -> None:
        self._console.print(Text(word(key, self._language, **facts), style="dim"))
