"""Conversations begin with what the computer has: here no sound at all, and the real built-in officer."""

from __future__ import annotations

import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from garita import paths, settings
from garita.convert.gguf_fields import text
from garita.convert.random_base import TINY, BaseShape, random_adapter
from garita.engine_room import EngineRoom
from garita.errors import (
    AdapterInvalid,
    Cancelled,
    JournalUnusable,
    ModelMissing,
    NoLoudspeaker,
    NoMicrophone,
    RecogniserMissing,
    VoiceMissing,
)
from garita.journal.journal import Journal
from garita.library import shelf
from garita.library.speeds import Speeds
from garita.messages import Message, ModelFacts, OfficerSilent, TurnFailed, TurnFinished
from garita.roleplay import heard
from garita.settings import AdapterChoice, ModelSettings, Settings, VoiceSettings
from tests.audio.fake_system import FakeSystem
from tests.convert.gguf_files import with_fields
from tests.session.scene import SCENE

TEST_EAR = str(paths.models() / "oido-de-prueba")
PATIENCE = 20.0


class Room:
    """An engine room with a journal of its own, on a computer without sound."""

    def __init__(self, folder: Path) -> None:
        paths.ensure_home()
        self.now = Settings(voice=VoiceSettings(listens=False, aloud=False))
        self.journal = Journal(folder / "journal.sqlite3")
        self.engines = EngineRoom(lambda: self.now, lambda: self.journal, FakeSystem)
        self.events: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def until(self, kind: type[Message]) -> Message:
        while not isinstance(event := self.events.get(timeout=PATIENCE), kind):
            pass
        return event

    def close(self) -> None:
        self.engines.close()
        self.journal.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with closing(Room(tmp_path)) as room:
        yield room


def test_a_typed_conversation_on_a_silent_computer(room: Room) -> None:
    loaded: list[float] = []
    facts = room.engines.warm(loaded.append)
    assert facts.parameters > 1_000_000
    assert loaded[-1] == 1.0
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        assert (talk.hears, talk.sounds, talk.missing) == (False, False, ())
        talk.conversation.open()
        opening = room.until(TurnFinished)
        assert isinstance(opening, TurnFinished)
        talk.conversation.say("Buenos días. Vengo de México.")
        answer = room.until(TurnFinished)
        assert isinstance(answer, TurnFinished)
        number = talk.number
    speed = Speeds().of(shelf.built_in())
    assert speed is not None
    assert (speed.threads, speed.rate > 0) == (facts.threads, True)
    said = [turn.text for turn in room.journal.conversation(number)[1]]
    assert said == [opening.text, "Buenos días. Vengo de México.", answer.text]


def test_adapters_are_applied_and_one_that_does_not_fit_is_told(room: Room, tmp_path: Path) -> None:
    officer = BaseShape(layers=6, width=256, feed_forward=768, heads=4, kv_heads=4, vocabulary=4096, tied=True)
    fitting = random_adapter(tmp_path / "fits.gguf", officer, rank=2, strength=0.001)
    foreign = random_adapter(tmp_path / "foreign.gguf", TINY, rank=2)
    room.now.model = ModelSettings(adapters=(AdapterChoice(str(foreign)),))
    with pytest.raises(AdapterInvalid):
        room.engines.warm()
    refused = []
    for adapter in (fitting, with_fields(fitting, tmp_path / "terse.gguf", {heard.METADATA_KEY: text("palabra")})):
        room.now.model = ModelSettings(adapters=(AdapterChoice(str(adapter), 0.5),))
        with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
            talk.conversation.open()
            opening = room.until(TurnFinished)
            assert isinstance(opening, TurnFinished)
            refused.append(opening.sentences_resampled + opening.sentences_replaced)
    assert refused[0] == 0 < refused[1]  # the second adapter knows one word, and the officer is held to it


def test_what_is_missing_is_told_and_does_not_keep_anybody_from_talking(room: Room) -> None:
    room.now = Settings()
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        assert [type(error) for error in talk.missing] == [RecogniserMissing, NoLoudspeaker]
        talk.conversation.open()
        finished = room.until(TurnFinished)
        silent = room.until(OfficerSilent)  # nobody hears him, but he takes his time
        assert isinstance(finished, TurnFinished)
        assert isinstance(silent, OfficerSilent)
        assert silent.heard.split() == finished.text.split()


def test_without_a_microphone_a_recogniser_does_not_help(room: Room) -> None:
    room.now = Settings(voice=VoiceSettings(recogniser=TEST_EAR, aloud=False))
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        assert [type(error) for error in talk.missing] == [NoMicrophone]
        assert not talk.hears


def test_a_voice_that_is_gone_is_told_and_the_officer_has_the_usual_one(room: Room) -> None:
    room.now = Settings(voice=VoiceSettings(listens=False, aloud=False, voice="system:Nadie"))
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        assert [(type(error), error.facts["name"]) for error in talk.missing] == [(VoiceMissing, "system:Nadie")]
        talk.conversation.open()
        room.until(TurnFinished)
        silent = room.until(OfficerSilent)
        assert isinstance(silent, OfficerSilent)
        assert silent.heard


def test_the_engines_stay_warm_between_conversations(room: Room) -> None:
    room.engines.warm()
    before = room.engines.officer_process
    for seed in (1, 2):
        room.engines.begin(SCENE, seed, room.events.put).close()
    assert room.engines.officer_process == before is not None


def test_a_killed_officer_answers_the_next_conversation(room: Room) -> None:
    room.engines.warm()
    process = room.engines.officer_process
    assert process is not None
    os.kill(process, signal.SIGKILL)
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        talk.conversation.open()
        finished = room.until(TurnFinished)
        assert isinstance(finished, TurnFinished)
        assert finished.text


def test_another_model_in_the_settings_is_another_officer(room: Room, tmp_path: Path) -> None:
    copy = tmp_path / "copia.gguf"
    copy.write_bytes((paths.models() / "oficial-garita.gguf").read_bytes())
    room.engines.warm()
    before = room.engines.officer_process
    room.now = Settings(model=ModelSettings(file=str(copy)), voice=room.now.voice)
    assert room.engines.warm().path == str(copy)
    assert room.engines.officer_process != before


def test_a_model_that_is_gone_is_an_error_and_the_room_goes_on(room: Room) -> None:
    room.now = Settings(model=ModelSettings(file="nowhere.gguf"), voice=room.now.voice)
    with pytest.raises(ModelMissing):
        room.engines.warm()
    room.now = Settings(voice=room.now.voice)
    assert room.engines.warm().parameters > 0


def test_a_conversation_is_gone_on_with(room: Room) -> None:
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        talk.conversation.open()
        room.until(TurnFinished)
        number = talk.number
    with closing(room.engines.begin(SCENE, 1, room.events.put, resume=number)) as talk:
        assert talk.number == number
        talk.conversation.say("Aquí está mi pasaporte.")
        finished = room.until(TurnFinished)
        assert not isinstance(finished, TurnFailed)
    assert len(room.journal.conversation(number)[1]) == 3


def test_a_journal_that_cannot_be_opened_gives_everything_back(tmp_path: Path) -> None:
    paths.ensure_home()

    def no_journal() -> Journal:
        return Journal(tmp_path)

    with (
        closing(EngineRoom(settings.load, no_journal, FakeSystem)) as engines,
        pytest.raises(JournalUnusable),
    ):
        engines.begin(SCENE, 1, lambda _: None)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.1])
def test_a_load_is_given_up_at_any_moment_and_the_next_one_works(room: Room, after: float) -> None:
    outcome: list[BaseException | ModelFacts] = []
    stop = threading.Event()

    def on_load(_: float) -> None:
        if stop.is_set():
            raise Cancelled

    def warm() -> None:
        try:
            outcome.append(room.engines.warm(on_load))
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=warm)
    thread.start()
    time.sleep(after)
    stop.set()
    room.engines.stop_loading()
    thread.join(PATIENCE)
    assert [type(one) for one in outcome] == [Cancelled]
    assert room.engines.warm().parameters > 0


def test_closing_in_the_middle_of_anything_is_cancelled_and_nothing_begins_any_more(room: Room) -> None:
    outcome: list[object] = []

    def begin() -> None:
        try:
            outcome.append(room.engines.begin(SCENE, 1, room.events.put))
        except Cancelled as error:
            outcome.append(error)

    thread = threading.Thread(target=begin)
    thread.start()
    time.sleep(0.2)
    room.engines.close()
    thread.join(PATIENCE)
    assert [type(one) for one in outcome] == [Cancelled]
    with pytest.raises(Cancelled):
        room.engines.warm()
    with pytest.raises(Cancelled):
        room.engines.begin(SCENE, 1, room.events.put)


def test_an_open_conversation_keeps_its_officer(room: Room) -> None:
    with closing(room.engines.begin(SCENE, 1, room.events.put)) as talk:
        process = room.engines.officer_process
        room.now = Settings(model=ModelSettings(file="another.gguf"), voice=room.now.voice)
        assert room.engines.warm().parameters > 0
        assert room.engines.officer_process == process
        talk.conversation.open()
        assert isinstance(room.until(TurnFinished), TurnFinished)


def test_a_conversation_waits_for_the_one_before_to_end(room: Room) -> None:
    first = room.engines.begin(SCENE, 1, room.events.put)
    threading.Timer(0.3, first.close).start()
    begun = time.monotonic()
    with closing(room.engines.begin(SCENE, 2, room.events.put)):
        assert time.monotonic() - begun >= 0.25
