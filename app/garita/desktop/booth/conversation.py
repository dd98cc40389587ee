"""Begins a conversation, obeys the student, follows what happens, and ends it; nothing of it waits.

Owns the conversation (``engine_room.Talk``), the bridge its messages come over, the transcript and the stage. Commands
are sent in order from a thread of their own, because the device may take a moment to fall silent. Knows no widget.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from garita.desktop.booth.handover import Handover
from garita.desktop.booth.state import BoothState, Stage
from garita.desktop.booth.transcript import TranscriptModel
from garita.desktop.bridge import Bridge
from garita.desktop.jobs import Job, Jobs, Progress
from garita.desktop.settings_keeper import SettingsKeeper
from garita.messages import Listening, Message, ModelFacts, TurnFailed, TurnFinished
from garita.roleplay.scenario import Scenario

if TYPE_CHECKING:  # they bring numpy and more along, and are not needed before a conversation begins
    from garita.engine_room import Talk
    from garita.session.spoken import Emit, SpokenSession

log = logging.getLogger(__name__)

_SEEDS = 2**31


class Room(Protocol):
    """What begins conversations (``engine_room.EngineRoom``). Both methods wait."""

    def warm(self, on_load: Callable[[float], None] = ..., /) -> ModelFacts:
        """Load what is not loaded yet."""

    def stop_loading(self) -> None:
        """Give up a load in progress; may be called from any thread."""

    def begin(self, scenario: Scenario, seed: int, emit: Emit, resume: int | None = None) -> Talk:
        """Start a conversation."""


class Conversation(QObject):
    """Signals:
    stage_changed(str): what happens at the booth is something else.
    level_changed(): ``state.level`` and ``state.pause`` are new.
    happened(Message): a message, after transcript and stage have followed it.
    begun(Talk): it can be spoken; the officer is asked to begin.
    failed(BaseException): it could not begin.
    planned(Act): what the officer did in the turn that has just ended, act by act.
    decided(str): the officer has decided; the verdict's kind (``roleplay.act.VerdictKind``).
    over(int): the officer has said good-bye; the conversation's number.
    """

    stage_changed = Signal(str)
    level_changed = Signal()
    happened = Signal(object)
    begun = Signal(object)
    failed = Signal(object)
    planned = Signal(object)
    decided = Signal(str)
    over = Signal(int)

    def __init__(
        self,
        room: Room,
        jobs: Jobs,
        settings: SettingsKeeper,
        transcript: TranscriptModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._jobs, self._settings = room, jobs, settings
        self.transcript, self.state = transcript, BoothState()
        self.talk: Talk | None = None
        self.job: Job | None = None
        self.muted = False
        self._attends = True
        self._scenario: Scenario | None = None
        self._handover = Handover()
        self._bridge: Bridge | None = None
        self._commands = ThreadPoolExecutor(1, thread_name_prefix="booth")
        self._closed: Future[None] | None = None

    # --- beginning and ending ---------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario | None:
        """Of the conversation that runs or begins."""
        return self._scenario

    @property
    def running(self) -> bool:
        """Whether there is a conversation."""
        return self.talk is not None

    @property
    def stage(self) -> Stage:
        """What happens now."""
        return self.state.stage

    def begin(self, scenario: Scenario, seed: int | None = None, resume: int | None = None) -> None:
        """Begin a conversation, or go on with number ``resume``, whose scenario and seed are to be given."""
        self.end()
        self.transcript.clear()
        self._begin(scenario, random.randrange(_SEEDS) if seed is None else seed, resume)

    def reopen(self) -> None:
        """Give the devices back and take them anew, as the settings say now; what was said stays."""
        if (talk := self.talk) is not None:
            self._give_back()
            self._begin(talk.scenario, talk.seed, talk.number)

    def end(self) -> None:
        """End the conversation, or give up beginning it. Safe to call at any time."""
        self._give_back()
        self._scenario = None
        self._show(self.state.idle)

    def close(self) -> None:
        """End it and wait until everything is given back; for the end of the program."""
        self.end()
        self._commands.shutdown(wait=True)

    def _begin(self, scenario: Scenario, seed: int, resume: int | None) -> None:
        self._scenario = scenario
        self._bridge = bridge = Bridge(self)
        self._handover = handover = Handover()
        bridge.arrived.connect(self._arrived)
        closed, room = self._closed, self._room
        self._show(self.state.loading)

        def work(progress: Progress) -> Handover:
            def loaded(fraction: float) -> None:
                progress.check()  # cancelled before there was a load that could be stopped
                progress.report(fraction)

            if closed:
                closed.result()
            progress.on_cancel(room.stop_loading)
            room.warm(loaded)
            progress.check()
            talk = room.begin(scenario, seed, bridge.put, resume)
            if not handover.give(talk):
                talk.close()
            return handover

        self.job = self._jobs.start(self.tr("Opening the booth"), work, self._done, self._failed)

    def _give_back(self) -> None:
        """Close what there is on the other thread; its messages reach nobody any more."""
        if self._bridge:
            self._bridge.close()  # and stays: a thread may be about to put something into it
        self._bridge = None
        self.muted = False
        job, self.job, self.talk = self.job, None, None
        if job:
            job.cancel()
        talk = self._handover.abandon()
        if talk:
            self._closed = self._commands.submit(talk.close)

    def _done(self, handover: Handover) -> None:
        talk = handover.talk
        if handover is not self._handover or talk is None:
            return
        self.job, self.talk = None, talk
        turns = talk.conversation.session.turns()
        if turns and not self.transcript.entries:
            self.transcript.load(turns)
        self._show(lambda: self._started(talk, answers=not turns or turns[-1].who == "student"))
        if not self._attends:
            self._send(lambda spoken: spoken.listen(False))
        self.begun.emit(talk)
        if not turns:
            self._ask(lambda spoken: spoken.open())
        elif turns[-1].who == "student":  # its answer was lost
            self._ask(lambda spoken: spoken.edit(turns[-1].text))

    def _started(self, talk: Talk, *, answers: bool) -> None:
        hands_free = self._settings.now.voice.mode == "hands_free"
        self.state.begun(hears=talk.hears, sounds=talk.sounds, hands_free=hands_free)
        if answers:
            self.state.asked()

    def _failed(self, error: BaseException) -> None:
        self.job = None
        self._scenario = None
        self._show(self.state.idle)
        self.failed.emit(error)

    # --- what the student does --------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Say something in writing."""
        if self.running:
            self.transcript.typed(text)
            self._ask(lambda spoken: spoken.say(text))

    def press(self) -> None:
        """Begin to speak; an officer who speaks stops."""
        if self.talk and self.talk.hears:
            self._show(self.state.pressed)
            self._send(lambda spoken: spoken.press())

    def release(self, *, slip: bool = False) -> None:
        """The student has spoken; ``slip``: the button was held too briefly for that."""
        if self.talk and self.talk.hears:
            self._show(lambda: self.state.released(slip=slip))
            self._send(lambda spoken: spoken.release())

    def interrupt(self) -> None:
        """Stop the officer."""
        self._send(lambda spoken: spoken.interrupt())

    def again(self, speed: float = 1.0) -> None:
        """Let the officer's last turn sound once more."""
        if self.running:
            self._show(self.state.repeating)
            self._send(lambda spoken: spoken.again(speed))

    def answer_anew(self) -> None:
        """Let the officer answer the last words again, differently."""
        if self.running:
            self.transcript.regenerate()
            self._ask(lambda spoken: spoken.regenerate())

    def take_back(self, row: int) -> None:
        """Take back the student's turn at ``row`` and all after it."""
        if self.running:
            for _ in range(self.transcript.take_back_from(row)):
                self._send(lambda spoken: spoken.take_back())

    def edit(self, row: int, text: str) -> None:
        """The student said ``text`` instead of the turn at ``row``."""
        self.take_back(row)
        self.say(text)

    def try_again(self) -> None:
        """Once more what failed."""
        if not self.running:
            return
        saved = self.transcript.drop_failure()
        row = self.transcript.last_row("student")
        if row is None:
            self._ask(lambda spoken: spoken.open())
            return
        text = self.transcript.entries[row].text
        if saved:
            self._ask(lambda spoken: spoken.edit(text))
        else:
            self._ask(lambda spoken: spoken.say(text))

    def mute(self, muted: bool) -> None:
        """Hear nothing, or listen again."""
        self.muted = muted
        self._show(lambda: self.state.muted(muted))
        self._send(lambda spoken: spoken.listen(self._attends and not muted))

    def attend(self, on: bool) -> None:
        """Hear the student only while the booth is seen, and nothing else sounds."""
        if on != self._attends:
            self._attends = on
            self._send(lambda spoken: spoken.listen(on and not self.muted))

    def set_speed(self, speed: float) -> None:
        """Of the officer's voice, from the next sentence on."""

        def obey(spoken: SpokenSession) -> None:
            spoken.speed = speed

        self._send(obey)

    def _ask(self, command: Callable[[SpokenSession], object]) -> None:
        """A command that the officer answers."""
        self._show(self.state.asked)
        self._send(command)

    def _send(self, command: Callable[[SpokenSession], object]) -> None:
        if self.talk and self._bridge:
            self._commands.submit(self._obey, command, self.talk.conversation, self._bridge)

    def _obey(self, command: Callable[[SpokenSession], object], spoken: SpokenSession, bridge: Bridge) -> None:
        """On the other thread: a failure goes the way of all messages."""
        try:
            command(spoken)
        except Exception as error:
            bridge.put(TurnFailed(turn=0, error=error))

    # --- what happens -----------------------------------------------------------------------------------------------

    def _arrived(self, message: Message) -> None:
        self.transcript.take(message)
        self._show(lambda: self.state.take(message))
        if isinstance(message, Listening):
            self.level_changed.emit()
        self.happened.emit(message)
        if isinstance(message, TurnFinished) and message.text and message.finish_reason != "cancelled":
            self._look_at_plan()

    def _look_at_plan(self) -> None:
        talk = self.talk
        plan = talk.conversation.session.last_plan if talk else None
        if talk is None or plan is None:
            return
        for act in plan.acts:
            self.planned.emit(act)
            if act.kind == "verdict" and act.verdict:
                self.decided.emit(act.verdict)
        if plan.main.kind == "farewell":
            self._show(self.state.over)
            self.over.emit(talk.number)

    def _show(self, change: Callable[[], object]) -> None:
        before = self.state.stage
        change()
        if self.state.stage != before:
            self.stage_changed.emit(self.state.stage)
