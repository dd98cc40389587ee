"""The booth: the officer at the left, the conversation beside, the trip card at the right, the entry bar below.

Puts the parts together and lets them know of each other; what a part does stands in its own file.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from garita.desktop.booth.actions import Action, Possible
from garita.desktop.booth.conversation import Conversation
from garita.desktop.booth.empty import EmptyBooth
from garita.desktop.booth.own_voice import OwnVoice
from garita.desktop.booth.talk_key import TalkKey
from garita.desktop.booth.transcript import TranscriptModel
from garita.desktop.context import Context
from garita.messages import Message, TurnFinished
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario

if TYPE_CHECKING:
    from garita.desktop.booth.room import BoothRoom
    from garita.engine_room import Talk

_SLIP = 0.26  # seconds: a button held less long has recorded nothing
# Voice settings that the conversation takes over as it is; all others want the devices anew.
_AT_ONCE = frozenset({"voice.speed", "voice.pause"})
_SETTLED = 400  # milliseconds after the last change of a setting
_SLOWER = 0.7


class BoothPage(QWidget):
    """Signals:
    turn_over(Talk): a turn has ended in this conversation; time to look at the goals.
    """

    turn_over = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.transcript = TranscriptModel(context.language)
        self.conversation = Conversation(context.engines, context.jobs, context.settings, self.transcript, self)
        self._room: BoothRoom | None = None
        self.empty = EmptyBooth(context.theme, context.jobs)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._talk_key = TalkKey(self)
        self._editing: int | None = None
        self._own_voice = OwnVoice(context, self)
        self._held_at = 0.0
        self._renew = QTimer(self, singleShot=True, interval=_SETTLED)
        self._connect()
        self._use_settings()

    # --- what others ask for ----------------------------------------------------------------------------------------

    def begin(self, scenario: Scenario, seed: int | None = None, resume: int | None = None) -> None:
        """Begin a conversation, or go on with number ``resume``, whose scenario and seed are to be given."""
        self.room.show_scenario(scenario)
        self._stack.setCurrentWidget(self.room)
        self.conversation.begin(scenario, seed, resume)
        if self.conversation.job:
            self.room.waiting.follow(self.conversation.job)

    def resume(self, number: int) -> None:
        """Go on with a conversation of the journal."""

        def look_up() -> tuple[Scenario, int]:
            head, _ = self._context.journal().conversation(number)
            return msgspec.json.decode(head.scenario_json, type=Scenario), head.seed

        self._context.jobs.ask(look_up, lambda found: self.begin(found[0], found[1], number), self._context.tell)

    def surprise(self) -> None:
        """Any trip, with any traveller."""
        seed = random.randrange(2**31)

        def draw() -> Scenario:
            from garita import wiring

            return wiring.choose_scenario(wiring.RANDOM, seed)

        self._context.jobs.ask(draw, lambda scenario: self.begin(scenario, seed), self._context.tell)

    def shown(
        self,
        scenario: Scenario | str | None = None,
        seed: int | None = None,
        resume: int | None = None,
        *,
        end: bool = False,
    ) -> None:
        """The window has turned here: begin what it asks for, end what runs, or show what there is."""
        if end:
            self.end()
        elif isinstance(scenario, str):
            name = scenario
            self._context.jobs.ask(
                lambda: scenario_file.find(name), lambda found: self.begin(found, seed, resume), self._context.tell
            )
        elif scenario is not None:
            self.begin(scenario, seed, resume)
        elif resume is not None:
            self.resume(resume)
        elif self.conversation.running:
            self.room.bar.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """End the conversation and wait until devices and threads are given back; for the end of the program."""
        self._talk_key.watch(False)
        self._own_voice.stop()
        self.conversation.close()

    def end(self) -> None:
        """End the conversation and show the empty booth; returns at once."""
        if (talk := self.conversation.talk) and self.transcript.last_row("student") is not None:
            self.empty.offer(talk.number)
        self._own_voice.stop()
        self.conversation.end()
        self._stack.setCurrentWidget(self.empty)

    @property
    def busy(self) -> bool:
        """Whether a conversation runs or begins."""
        return self.conversation.stage != "idle"

    def showEvent(self, event: QShowEvent) -> None:
        """The key to speak works where it is seen."""
        super().showEvent(event)
        self._talk_key.watch(True)
        self.conversation.attend(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """On another page nobody is listened to, and the key to speak does nothing."""
        super().hideEvent(event)
        self._talk_key.watch(False)
        if not event.spontaneous():  # that is the whole window, which may be small while one speaks
            self.conversation.attend(False)

    @property
    def room(self) -> BoothRoom:
        """Where a conversation is seen; made for the first of them, so that the window is there sooner."""
        if self._room is None:
            from garita.desktop.booth.room import BoothRoom

            self._room = BoothRoom(self._context, self.conversation)
            self._stack.addWidget(self._room)
            self._connect_room(self._room)
            self._use_settings()
        return self._room

    # --- who hears of what ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        talk = self.conversation
        talk.begun.connect(self._begun)
        talk.failed.connect(self._failed)
        talk.happened.connect(self._happened)
        self._talk_key.held.connect(self._press)
        self._talk_key.let_go.connect(self._release)
        self.empty.choose.connect(self._another)
        self.empty.surprise.connect(self.surprise)
        self.empty.go_on.connect(self.resume)
        self.empty.look_back.connect(self._look_back)
        self._own_voice.ended.connect(self._own_voice_ended)
        self._context.settings.changed.connect(self._setting)
        self._renew.timeout.connect(talk.reopen)

    def _connect_room(self, room: BoothRoom) -> None:
        talk, bar = self.conversation, room.bar
        talk.decided.connect(room.show_ending)
        bar.sent.connect(self._sent)
        bar.stopped.connect(talk.interrupt)
        bar.edit_last.connect(self._edit_last)
        bar.edit_ended.connect(self._edit_ended)
        bar.mic.held.connect(self._press)
        bar.mic.let_go.connect(self._release)
        bar.tools.muted.connect(talk.mute)
        bar.tools.hands_free.connect(self._set_hands_free)
        bar.tools.aloud.connect(self._set_aloud)
        bar.tools.speed.connect(self._set_speed)
        room.chat.wanted.connect(self._do)
        room.waiting.given_up.connect(self.end)
        room.end_button.clicked.connect(self.end)
        room.ending.debrief.connect(self._debrief)
        room.ending.once_more.connect(self._once_more)
        room.ending.another.connect(self._another)
        bar.mic.clicked.connect(room.missing.tell_again)
        room.missing.help_wanted.connect(self._context.go)

    def _begun(self, talk: Talk) -> None:
        voice = self._context.settings.now.voice
        self.room.begun(talk)
        self.room.chat.offer(Possible(running=True, sounds=talk.sounds, kept=voice.keep_recordings))
        self._talk_key.enabled = talk.hears
        self._use_settings()
        self.room.bar.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: BaseException) -> None:
        self._stack.setCurrentWidget(self.empty)
        self._context.tell(error)

    def _happened(self, message: Message) -> None:
        if isinstance(message, TurnFinished) and self.conversation.talk:
            self.turn_over.emit(self.conversation.talk)

    # --- what the student does --------------------------------------------------------------------------------------

    def _sent(self, text: str) -> None:
        row, self._editing = self._editing, None
        if row is not None and row < len(self.transcript.entries):
            self.conversation.edit(row, text)
        else:
            self.conversation.say(text)
        self.room.chat.view.go_to_end()

    def _do(self, action: Action, row: int) -> None:
        match action:
            case "again":
                self.conversation.again()
            case "slower":
                self.conversation.again(_SLOWER)
            case "answer_anew":
                self.conversation.answer_anew()
            case "take_back":
                self.conversation.take_back(row)
            case "try_again":
                self.conversation.try_again()
            case "own_voice" if talk := self.conversation.talk:
                self.conversation.interrupt()
                self.conversation.attend(False)
                self._own_voice.play(talk.number, self.transcript.entries[row].turn)
            case "edit":
                self._editing = row
                self.room.bar.begin_edit(self.transcript.entries[row].text)

    def _own_voice_ended(self) -> None:
        self.conversation.attend(self.isVisible())

    def _edit_last(self) -> None:
        row = self.transcript.last_row("student")
        if row is not None and self.conversation.running:
            self._do("edit", row)

    def _edit_ended(self) -> None:
        self._editing = None

    def _press(self) -> None:
        self._held_at = time.monotonic()
        self.conversation.press()

    def _release(self) -> None:
        self.conversation.release(slip=time.monotonic() - self._held_at < _SLIP)

    def _debrief(self) -> None:
        if talk := self.conversation.talk:
            number = talk.number
            self.end()
            self._look_back(number)

    def _look_back(self, number: int) -> None:
        self._context.go("debrief", conversation=number)

    def _once_more(self) -> None:
        if scenario := self.conversation.scenario:
            self.begin(scenario)

    def _another(self) -> None:
        self._context.go("trips")

    # --- settings ---------------------------------------------------------------------------------------------------

    def _set_hands_free(self, on: bool) -> None:
        self._context.settings.change({"voice.mode": "hands_free" if on else "push_to_talk"})

    def _set_aloud(self, on: bool) -> None:
        self._context.settings.change({"voice.aloud": on})

    def _set_speed(self, speed: float) -> None:
        self._context.settings.change({"voice.speed": speed})

    def _setting(self, key: str) -> None:
        if key.startswith("voice.") and key not in _AT_ONCE and self.conversation.running:
            self._renew.start()
        if key == "voice.speed":
            self.conversation.set_speed(self._context.settings.now.voice.speed)
        self._use_settings()

    def _use_settings(self) -> None:
        now, talk = self._context.settings.now, self.conversation.talk
        self._talk_key.use(now.window.talk_key)
        self.empty.show_officer(now.window.officer)
        if self._room:
            self._room.show_settings(now, talk, self._talk_key.name(), muted=self.conversation.muted)
