"""``garita talk``: a spoken conversation in the terminal, with what is heard while it is heard.

The line at the bottom shows the microphone: its level, what the student seems to be saying, and how much of the pause
has passed after which the officer answers. What is typed counts as said.
"""

from __future__ import annotations

import contextlib
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import TextIO

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from garita import messages_to_user, wiring
from garita.engine_room import EngineRoom
from garita.messages import (
    Listening,
    Notice,
    OfficerSilent,
    PartialHeard,
    SentenceFinal,
    SessionEvent,
    StudentSaid,
    TentativeText,
    TurnFailed,
    TurnFinished,
    VoiceEvent,
)
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario
from garita.session.spoken import SpokenSession
from garita.settings import Settings
from garita.terminal.card import trip_card
from garita.terminal.words import word

Events = queue.SimpleQueue[SessionEvent | VoiceEvent]
_QUIETEST, _LOUDEST = -60.0, -10.0  # dB at the ends of the level's bar
_WIDTH = 16
_AGAIN = {"/repite": 1.0, "/lento": 0.7}  # what to type -> speed


def run(scenario: Scenario, settings: Settings, language: Language, seed: int) -> None:
    """Hold one conversation aloud; Ctrl-C leaves.

    Raises:
        RecogniserMissing, NoMicrophone and whatever else keeps it from beginning or going on.
    """
    console, events = Console(), Events()
    hands_free = settings.voice.mode == "hands_free"
    if problem := wiring.officer_problem(settings):
        console.print(Text(messages_to_user.notice("officer_stands_in", language, **problem.facts), style="yellow"))
    with ExitStack() as stack:
        journal = stack.enter_context(closing(wiring.open_journal()))
        engines = stack.enter_context(closing(EngineRoom(lambda: settings, lambda: journal)))
        with console.status(word("loading", language)):
            talk = stack.enter_context(closing(engines.begin(scenario, seed, events.put)))
        if talk.missing:
            raise talk.missing[0]
        console.print(trip_card(scenario, language))
        console.print(Text(word("talk_hint" if hands_free else "talk_hint_button", language), style="dim"))
        with contextlib.suppress(KeyboardInterrupt):
            _read_lines(sys.stdin, talk.conversation, hands_free=hands_free)
            talk.conversation.open()
            _Screen(console, language).follow(events)
    console.print(Text(word("bye", language, number=talk.number), style="dim"))


def _read_lines(lines: TextIO, conversation: SpokenSession, *, hands_free: bool) -> None:
    """Obey the keyboard on a thread that ends with the program."""

    def read() -> None:
        held = False
        for line in lines:
            if line.strip() in _AGAIN:
                conversation.again(_AGAIN[line.strip()])
            elif line.strip():
                conversation.say(line.strip())
            elif hands_free:
                conversation.interrupt()
            elif held := not held:
                conversation.press()
            else:
                conversation.release()

    threading.Thread(target=read, name="keys", daemon=True).start()


class _Screen:
    """What is said above, the microphone below."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console, self._language = console, language
        self._listening: Listening | None = None
        self._partial = self._officer = ""

    def follow(self, events: Events) -> None:
        """Show events until Ctrl-C.

        Raises:
            BaseException: what a turn failed with.
        """
        with Live(console=self._console, refresh_per_second=12, transient=True) as live:
            while True:
                event = events.get()
                if isinstance(event, TurnFailed):
                    raise event.error
                for line in self._lines(event):
                    live.console.print(line)
                live.update(Group(*self._below()))

    def _lines(self, event: SessionEvent | VoiceEvent) -> Iterator[Text]:
        """What goes to the record above."""
        match event:
            case Listening():
                self._listening = event
            case PartialHeard(text=text):
                self._partial = text
            case StudentSaid(transcript=transcript):
                self._partial = ""
                yield self._said("you", transcript.text, "bold cyan")
            case TentativeText(text=text):
                self._officer = text
            case SentenceFinal():
                self._officer = ""
            case TurnFinished(text=text) if text:
                yield self._said("officer", text, "bold green")
            case OfficerSilent(heard=heard, interrupted=True):
                yield Text(f"{word('interrupted', self._language)} «{heard}»", style="dim")
            case Notice(key=key, facts=facts):
                yield Text(messages_to_user.notice(key, self._language, **facts), style="yellow")

    def _said(self, who: str, text: str, style: str) -> Text:
        return Text.assemble((f"{word(who, self._language)}: ", style), text)

    def _below(self) -> Iterator[Text]:
        if self._officer:
            yield Text(self._officer, style="dim")
        if self._listening:
            yield self._microphone(self._listening)

    def _microphone(self, listening: Listening) -> Text:
        share = (listening.level - _QUIETEST) / (_LOUDEST - _QUIETEST)
        filled = round(max(0.0, min(1.0, share)) * _WIDTH)
        waited = round(listening.pause * 4)
        line = Text.assemble(
            ("▮" * filled, "green"), ("▯" * (_WIDTH - filled), "dim"), " ",
            ("◔◑◕●"[waited - 1] if waited else "○", "yellow"), " ",
            (word(f"state_{listening.state}", self._language), "dim"),
        )  # fmt: skip
        if self._partial:
            line.append(f"  {self._partial}", "italic cyan")
        return line
