"""The one place where ears, voices and devices are chosen from the settings: what ``wiring`` is for typing.

Apart because sound brings numpy with it, and a conversation in writing should begin without waiting for that.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from garita import paths
from garita.audio.booth import Booth
from garita.audio.devices import SoundSystem
from garita.audio.loudspeaker import Loudspeaker
from garita.audio.microphone import Microphone
from garita.audio.pauses import PauseLearner
from garita.audio.pauses import load as load_pauses
from garita.engines import threads
from garita.engines.child_recogniser import ChildRecogniser
from garita.engines.ports import TextToSpeech
from garita.engines.voices import choose
from garita.engines.whisper_options import WhisperOptions
from garita.errors import RecogniserMissing
from garita.roleplay.scenario import Scenario
from garita.settings import Settings
from garita.sound import Samples

_PAUSES = "pauses.json"


def recognisers() -> Path:
    """Where the user's recognisers lie, a folder each."""
    return paths.home() / "recognisers"


def recogniser_folder(settings: Settings) -> Path:
    """The folder of the recogniser in the settings, else the newest in the user's home.

    Raises:
        RecogniserMissing: there is none.
    """
    if settings.voice.recogniser:
        return Path(settings.voice.recogniser).expanduser()
    installed = sorted(recognisers().glob("*/model.bin"), key=lambda file: file.stat().st_mtime)
    if not installed:
        raise RecogniserMissing(path=str(recognisers()))
    return installed[-1].parent


def test_ear() -> Path:
    """The folder of our own small recogniser, which understands synthetic voices and nobody else."""
    return paths.models() / "oido-de-prueba"


def ear_cores() -> int:
    """Cores of the recogniser in a conversation; the language model keeps them free."""
    return threads.for_recogniser(threads.cores())


def start_recogniser(folder: Path, cores: int = 0) -> ChildRecogniser:
    """Begin to load a recogniser in a process of its own; its ``load`` waits for it.

    ``cores``: 0 is right where it works alone, ``ear_cores`` beside a language model.
    """
    return ChildRecogniser(WhisperOptions(path=str(folder), threads=cores))


def officer_voice(scenario: Scenario, settings: Settings) -> TextToSpeech:
    """The voice of the scenario's officer, or the one in the settings.

    Raises:
        VoiceMissing, VoiceInvalid, ExtraMissing.
    """
    name = choose.choose(scenario.country, scenario.officer.name, settings.voice.voice, choose.present())
    return choose.open_voice(name)


def sound_system() -> SoundSystem:
    """The devices of this computer; one for the whole program.

    Raises:
        ExtraMissing, SoundSystemMissing.
    """
    from garita.audio.portaudio import PortAudio  # loads the system's library, which may be missing

    return PortAudio()


def microphone(system: SoundSystem, settings: Settings) -> Microphone:
    """The microphone of the settings.

    Raises:
        NoMicrophone, DeviceFailed.
    """
    return Microphone(system, settings.voice.microphone)


def loudspeaker(
    system: SoundSystem, settings: Settings, on_played: Callable[[Samples, int, float], None] | None = None
) -> Loudspeaker:
    """The loudspeaker of the settings, as loud as they say; ``on_played`` is an echo canceller's.

    Raises:
        NoLoudspeaker, DeviceFailed.
    """
    speaker = Loudspeaker(system, settings.voice.loudspeaker, on_played=on_played)
    speaker.volume = settings.voice.volume
    return speaker


def booth(settings: Settings) -> Booth:
    """How the booth of the settings sounds."""
    return Booth(settings.voice.effect, settings.voice.ambience)


def pauses(settings: Settings) -> PauseLearner:
    """What is known of the student's pauses."""
    return load_pauses(paths.home() / _PAUSES, fixed=settings.voice.pause)


def keep_pauses(learner: PauseLearner) -> None:
    """Remember them for the next time.

    Raises:
        OSError.
    """
    learner.save(paths.home() / _PAUSES)


def hot_words(scenario: Scenario) -> str:
    """Words likely to come in a scenario, for the recogniser: the traveller's name, places and things."""
    traveller = scenario.traveller
    words = [traveller.name, traveller.coming_from, traveller.lodging, traveller.profession]
    return ", ".join(word for word in [*words, *(thing.name for thing in traveller.suitcase)] if word)
