"""The engines of conversations, loaded once and kept warm, and conversations begun with them.

``warm`` loads, ``begin`` starts a conversation aloud with what this computer has: where there is no microphone or no
recogniser the student types, where there is no loudspeaker the officer's words pass in silence, as fast as they would
sound. What is missing is told in ``Talk.missing``. Knows the wiring; no window and no terminal. ``warm``, ``begin`` and
``close`` wait, so they belong on another thread than a window's; one at a time is obeyed.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from garita import paths, wiring, wiring_voice
from garita.audio.devices import SoundSystem
from garita.audio.echo import EchoCanceller, WithoutEcho
from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.audio.pauses import PauseLearner
from garita.audio.ports import SoundSink, SoundSource
from garita.audio.vad import VoiceDetector
from garita.engines.child import ChildModel
from garita.engines.child_recogniser import ChildRecogniser
from garita.engines.ports import TextToSpeech
from garita.errors import Cancelled, EngineDied, GaritaError, RecogniserMissing
from garita.journal.journal import Journal
from garita.library.gguf_facts import GgufFacts
from garita.library.speeds import Speeds
from garita.messages import (
    Adapter,
    ModelFacts,
    RecogniserFacts,
    SessionEvent,
    Transcript,
    TurnFinished,
    VoiceEvent,
)
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.session.recordings import Recordings
from garita.session.session import Emit as EmitSession
from garita.session.session import Session
from garita.session.spoken import Emit, Keep, Manner, Route, SpokenSession
from garita.settings import ModelSettings, Settings
from garita.sound import Samples

log = logging.getLogger(__name__)

OnLoad = Callable[[float], None]
_PATIENCE = 5.0  # seconds for the conversation before to end


@dataclass(frozen=True)
class Talk:
    """A conversation in progress. Everything but ``close`` returns at once.

    Attributes:
        conversation: takes the commands.
        scenario: the scene with its dossier.
        seed: of the officer's wording.
        hears: the student may speak; without it the student types.
        sounds: there is a loudspeaker.
        missing: why it does not hear or sound, or not with the chosen voice; empty where that was chosen.
    """

    conversation: SpokenSession
    scenario: Scenario
    seed: int
    hears: bool
    sounds: bool
    missing: tuple[GaritaError, ...]
    _given_back: ExitStack = field(repr=False)

    @property
    def number(self) -> int:
        """The conversation's number in the journal."""
        return self.conversation.session.conversation

    def close(self) -> None:
        """End the conversation and give the devices back; the engines stay warm. Safe to call twice."""
        self._given_back.close()


@dataclass(frozen=True)
class _Officer:
    """A loaded language model, and for which settings it was loaded."""

    model: ChildModel
    guard: Guard
    file: GgufFacts
    chosen: ModelSettings
    facts: ModelFacts


@dataclass
class _Sound:
    """The devices of one conversation, so far as there are any."""

    source: SoundSource
    sink: SoundSink
    hears: bool = False
    sounds: bool = False
    missing: list[GaritaError] = field(default_factory=list)


class EngineRoom:
    """Owns the engines.

    Args:
        settings: asked for the present settings whenever something begins.
        journal: opens the journal when a conversation begins, or gives the open one; not closed here.
        sound_system: opens the computer's sound once; the real one unless a test has its own.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        journal: Callable[[], Journal],
        sound_system: Callable[[], SoundSystem] = wiring_voice.sound_system,
    ) -> None:
        self._settings, self._journal, self._open_sound = settings, journal, sound_system
        self._busy = threading.Lock()
        self._opening = threading.Lock()  # the sound library must not be started twice at once
        self._silent = threading.Event()  # no conversation is open
        self._silent.set()
        self._closed = False
        self._officer: _Officer | None = None
        self._stopping = threading.Lock()  # over the next two
        self._loading: ChildModel | ChildRecogniser | None = None
        self._given_up: ChildModel | ChildRecogniser | None = None
        self._ear: tuple[Path, ChildRecogniser] | None = None
        self._system: SoundSystem | None = None

    # --- engines ----------------------------------------------------------------------------------------------------

    def warm(self, on_load: OnLoad = lambda _: None) -> ModelFacts:
        """Load the chosen model, and begin to load the recogniser; costs nothing when they are loaded.

        While a conversation is open, its officer stays whatever the settings say.

        Args:
            on_load: told how much of the model is loaded, 0 to 1; what it raises ends the load.

        Raises:
            GaritaError: why the model cannot be loaded. A recogniser that cannot is told by the next ``begin``.
            Cancelled: ``stop_loading`` was called.
        """
        with self._busy:
            self._check_open()
            if self._officer and not self._silent.is_set():
                return self._officer.facts
            with contextlib.suppress(GaritaError):
                self._ear_for(self._settings())
            return self._officer_for(self._settings(), on_load).facts

    @property
    def officer_process(self) -> int | None:
        """The number of the officer's process, for those who watch its memory; None before it is loaded."""
        return self._officer.model.process_id if self._officer else None

    def stop_loading(self) -> None:
        """Give up a load in progress, the officer's or the recogniser's; may be called from any thread."""
        with self._stopping:
            if self._loading:
                self._given_up = self._loading
                self._loading.close()

    def sound(self) -> SoundSystem:
        """The computer's devices; may be asked from any thread, also while a conversation begins.

        Raises:
            SoundSystemMissing.
        """
        with self._opening:
            if self._system is None:
                self._system = self._open_sound()
            return self._system

    def close(self) -> None:
        """End all engines for good; what is being loaded or begun ends as Cancelled. Safe to call twice."""
        self._closed = True
        self.stop_loading()
        with self._busy:
            self._drop_officer()
            self._drop_ear()

    def _officer_for(self, settings: Settings, on_load: OnLoad) -> _Officer:
        officer = self._officer
        if officer and officer.chosen == settings.model:
            self._officer = None  # until it is seen to be alive
            with contextlib.suppress(EngineDied):
                with self._may_be_given_up(officer.model):
                    officer.model.load()
                self._officer = officer
                return officer
        self._drop_officer()
        file = wiring.checked(wiring.model_path(None, settings), settings)
        cores = wiring_voice.ear_cores() if settings.voice.listens else 0
        model = wiring.start_model(file, settings, lambda load: on_load(load.fraction), keep_cores_free=cores)
        with self._may_be_given_up(model):
            on_load(0.0)  # who cancelled before the load could be given up says so now
            wiring.guard(file).load()  # what all guards need, while the model is being loaded
            facts = model.load()
            adapters = settings.model.adapters
            model.use_adapters([Adapter(path=one.path, scale=one.scale) for one in adapters])
            guard = wiring.guard(file, [(Path(one.path), one.scale) for one in adapters])
        self._officer = _Officer(model, guard, file, settings.model, facts)
        return self._officer

    @contextlib.contextmanager
    def _may_be_given_up(self, engine: ChildModel | ChildRecogniser) -> Iterator[None]:
        """Meanwhile ``stop_loading`` closes the engine; however that shows, it is Cancelled. A failure closes it, too.

        Raises:
            Cancelled.
        """
        with self._stopping:
            self._loading = engine
        try:
            self._check_open()
            yield
        except BaseException:
            engine.close()
            if self._given_up is engine:
                raise Cancelled from None
            raise
        finally:
            with self._stopping:
                given_up, self._loading, self._given_up = self._given_up, None, None
        if given_up is engine:  # in the very moment in which it was loaded
            raise Cancelled

    def _check_open(self) -> None:
        if self._closed:
            raise Cancelled

    def _ear_for(self, settings: Settings) -> ChildRecogniser | None:
        """The recogniser, being loaded; None where the student types by choice.

        Raises:
            RecogniserMissing.
        """
        if not settings.voice.listens:
            self._drop_ear()
            return None
        folder = wiring_voice.recogniser_folder(settings)
        if self._ear is None or self._ear[0] != folder:
            self._drop_ear()
            self._ear = (folder, wiring_voice.start_recogniser(folder, wiring_voice.ear_cores()))
        return self._ear[1]

    def _drop_officer(self) -> None:
        officer, self._officer = self._officer, None
        if officer:
            officer.model.close()

    def _drop_ear(self) -> None:
        ear, self._ear = self._ear, None
        if ear:
            ear[1].close()

    # --- conversations ----------------------------------------------------------------------------------------------

    def begin(self, scenario: Scenario, seed: int, emit: Emit, resume: int | None = None) -> Talk:
        """Start a conversation; the officer waits for ``open``. Waits a moment for the one before to be closed.

        Args:
            emit: gets all events, from several threads.
            resume: number of a conversation in the journal to go on with.

        Raises:
            GaritaError: there is no officer, or the journal cannot be written.
            Cancelled: ``stop_loading`` or ``close`` was called.
        """
        with self._busy, ExitStack() as stack:
            self._take_turns(stack)
            settings, journal = self._settings(), self._journal()
            officer = self._officer_for(settings, lambda _: None)
            sound = _Sound(FileSource(clock := Clock(), keep=False), FileSink(clock, keep=False))
            stack.callback(sound.source.close)
            ear = self._loaded_ear(settings, sound.missing)
            self._open_devices(stack, settings, sound, listens=ear is not None)
            emit = _measuring(emit, officer)
            voice = stack.enter_context(closing(_voice(scenario, settings, sound.missing)))
            pauses = wiring_voice.pauses(settings)
            stack.callback(_keep, pauses)

            def session(emit_session: EmitSession) -> Session:
                return Session(
                    officer.model, officer.guard, scenario, journal, wiring.sampling(settings), seed=seed,
                    model_name=str(officer.file.path), emit=emit_session, resume=resume,
                )  # fmt: skip

            route = Route(sound.source, VoiceDetector(), ear or _NoEar(), voice, sound.sink, pauses)
            conversation = SpokenSession(
                session, route, _manner(settings, scenario, sound), emit,
                _keeper(settings, lambda: conversation.session.conversation, emit),
            )  # fmt: skip
            stack.callback(conversation.close)
            stack.callback(voice.close)  # a sentence in the making need not be waited for
            stack.callback(conversation.interrupt)
            missing = tuple(sound.missing)
            return Talk(conversation, scenario, seed, sound.hears, sound.sounds, missing, stack.pop_all())

    def _take_turns(self, stack: ExitStack) -> None:
        """One conversation at a time: closing one cancels what its officer is asked, which must not be the next one's.

        Raises:
            Cancelled.
        """
        if not self._silent.wait(_PATIENCE):
            log.warning("the conversation before has not been closed")
        self._check_open()
        self._silent.clear()
        stack.callback(self._silent.set)

    def _open_devices(self, stack: ExitStack, settings: Settings, sound: _Sound, *, listens: bool) -> None:
        """What this computer has takes the place of silence."""
        canceller = EchoCanceller() if settings.voice.barge_in and listens else None
        if settings.voice.aloud:
            with _told(sound.missing):
                played = canceller.played if canceller else None
                loudspeaker = wiring_voice.loudspeaker(self.sound(), settings, on_played=played)
                sound.sink, sound.sounds = stack.enter_context(closing(loudspeaker)), True
        if listens:
            with _told(sound.missing):
                microphone = stack.enter_context(closing(wiring_voice.microphone(self.sound(), settings)))
                sound.source = WithoutEcho(microphone, canceller) if canceller else microphone
                sound.hears = True

    def _loaded_ear(self, settings: Settings, missing: list[GaritaError]) -> ChildRecogniser | None:
        with _told(missing):
            ear = self._ear_for(settings)
            if ear is not None:
                try:
                    with self._may_be_given_up(ear):
                        ear.load()
                except BaseException:
                    self._drop_ear()  # it is closed; the next conversation gets another
                    raise
            return ear
        return None


def _voice(scenario: Scenario, settings: Settings, missing: list[GaritaError]) -> TextToSpeech:
    """The chosen one; where that is gone or damaged, the one the officer has by himself, and that is told."""
    if settings.voice.voice:
        with _told(missing):
            return wiring_voice.officer_voice(scenario, settings)
    return wiring_voice.officer_voice(scenario, replace(settings, voice=replace(settings.voice, voice="")))


class _NoEar:
    """Stands where a recogniser would: nothing is listened to, so nobody asks it."""

    def facts(self) -> RecogniserFacts:
        raise RecogniserMissing(path="")

    def transcribe(self, samples: Samples, **_: str) -> Transcript:  # noqa: ARG002
        raise RecogniserMissing(path="")

    def detect_language(self, samples: Samples) -> tuple[str, float]:  # noqa: ARG002
        raise RecogniserMissing(path="")

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        pass


def _manner(settings: Settings, scenario: Scenario, sound: _Sound) -> Manner:
    return Manner(
        hands_free=sound.hears and settings.voice.mode == "hands_free",
        barge_in=settings.voice.barge_in and sound.hears, audible=sound.sounds,
        speed=settings.voice.speed, booth=wiring_voice.booth(settings), hot_words=wiring_voice.hot_words(scenario),
    )  # fmt: skip


def _keeper(settings: Settings, conversation: Callable[[], int], emit: Emit) -> Keep | None:
    """Keeps the student's own voice beside the journal, where the student said so."""
    if not settings.voice.keep_recordings:
        return None
    return Recordings(paths.home() / "recordings", conversation, emit)


def _measuring(emit: Emit, officer: _Officer) -> Emit:
    """Keep how fast the officer was, for the list of models."""
    speeds = Speeds()

    def measured(event: SessionEvent | VoiceEvent) -> None:
        emit(event)
        if isinstance(event, TurnFinished):
            speeds.note(officer.file.path, event.timings, officer.facts.threads)

    return measured


def _keep(pauses: PauseLearner) -> None:
    with contextlib.suppress(OSError):  # learned anew the next time
        wiring_voice.keep_pauses(pauses)


@contextlib.contextmanager
def _told(missing: list[GaritaError]) -> Iterator[None]:
    """What is missing is told and does not keep the conversation from beginning."""
    try:
        yield
    except GaritaError as error:
        missing.append(error)
