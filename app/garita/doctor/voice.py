"""The doctor's look at the spoken part: sound devices, recogniser, voices, echo canceller.

Whatever is missing here keeps nobody from conversing in writing, so none of it is a problem: it is noted, with what
mends it. What a recogniser costs is measured by running one; a device is chosen as a conversation chooses it.
"""

from __future__ import annotations

from contextlib import closing

from msgspec.structs import replace

from garita import messages_to_user, wiring_voice
from garita.audio.devices import Device, Direction, SoundSystem, choose
from garita.audio.echo import EchoCanceller
from garita.doctor.finding import Finding, Words, both, from_error
from garita.engines import whisper_folder, whisper_sizes
from garita.engines.voices import choose as voices
from garita.engines.voices import espeak, espeak_library, piper, piper_config
from garita.engines.whisper_folder import WhisperFolder
from garita.engines.whisper_sizes import KEEPS_UP, SIZES, Measured
from garita.errors import GaritaError, RecogniserInvalid, RecogniserMissing
from garita.settings import Settings

_SENTENCE = "Vengo de México por turismo y me quedo tres semanas en casa de mis primos."
_GET = "garita recogniser get {}"
_LABELS: dict[Direction, Words] = {
    "input": {"en": "Microphone", "es": "Micrófono"},
    "output": {"en": "Loudspeaker", "es": "Altavoz"},
}
_RECOGNISER: Words = {"en": "Speech recognition", "es": "Reconocimiento"}
_SPEED: Words = {"en": "Recognition speed", "es": "Velocidad al reconocer"}
_VOICES: Words = {"en": "Voices", "es": "Voces"}


def examine(settings: Settings) -> list[Finding]:
    """Look at everything; a failure becomes a finding, never an exception."""
    return [*_sound(settings), *_recogniser(settings), _espeak(), *_voices(settings), _echo()]


def _sound(settings: Settings) -> list[Finding]:
    try:
        system = wiring_voice.sound_system()
    except GaritaError as error:
        return [from_error("sound", {"en": "Sound", "es": "Sonido"}, error, "note")]
    return sound(system, settings)


def sound(system: SoundSystem, settings: Settings) -> list[Finding]:
    """Which devices a conversation would use."""
    devices = system.devices()
    return [
        Finding("sound", "ok", {"en": "Sound", "es": "Sonido"}, both("PortAudio")),
        _device(devices, "input", settings.voice.microphone),
        _device(devices, "output", settings.voice.loudspeaker),
    ]


def _device(devices: list[Device], direction: Direction, wanted: str) -> Finding:
    name = "microphone" if direction == "input" else "loudspeaker"
    try:
        device = choose(devices, direction, wanted)
    except GaritaError as error:
        return from_error(name, _LABELS[direction], error, "note")
    return Finding(name, "ok", _LABELS[direction], both(f"{device.name}, {device.rate} Hz"))


def _recogniser(settings: Settings) -> list[Finding]:
    """The recogniser of a conversation, and which size keeps up here; without one the test ear shows the latter."""
    try:
        folder = whisper_folder.check(wiring_voice.recogniser_folder(settings))
    except (RecogniserMissing, RecogniserInvalid) as error:
        speed, size = _size(_test_ear())
        missing = from_error("recogniser", _RECOGNISER, error, "note")
        return [replace(missing, mend=both(_GET.format(size))), *speed]
    speed, size = _size(folder)
    size_on_disk = messages_to_user.size((folder.path / "model.bin").stat().st_size)
    found = Finding("recogniser", "ok", _RECOGNISER, both(f"{folder.name}, {size_on_disk} ({folder.path})"))
    if folder.own.test_ear:
        only: Words = {"en": messages_to_user.notice("test_ear", "en"), "es": messages_to_user.notice("test_ear", "es")}
        found = replace(found, state="note", value=only, mend=both(_GET.format(size)))
    return [found, *speed]


def _test_ear() -> WhisperFolder | None:
    try:
        return whisper_folder.check(wiring_voice.test_ear())
    except (RecogniserMissing, RecogniserInvalid):
        return None


def _size(folder: WhisperFolder | None) -> tuple[list[Finding], str]:
    """What running a recogniser shows, and the name of the size to get; the smallest where nothing can be run."""
    if folder is None:
        return [], SIZES[0].name
    try:
        measured = _measured(folder)
    except GaritaError as error:
        return [from_error("recogniser_speed", _SPEED, error, "note")], SIZES[0].name
    best = whisper_sizes.recommend(measured)
    return [speed(folder.name, measured)], best.name if best else SIZES[0].name


def _measured(folder: WhisperFolder) -> Measured:
    with closing(wiring_voice.start_recogniser(folder.path, wiring_voice.ear_cores())) as recogniser:
        recogniser.load()
        sentence = espeak.synthesize(_SENTENCE)
        return whisper_sizes.measure(recogniser, folder.shape, sentence, cropped=folder.own.crop)


def speed(name: str, measured: Measured) -> Finding:
    """How fast the measured one is, and the most exact size that keeps up on this machine."""
    best = whisper_sizes.recommend(measured)
    factor = f"{name}: {measured.factor:.2f}"
    value: Words = {
        "en": f"{factor} s of work a second; by estimate this machine keeps up with {best.name}" if best else
        f"{factor} s of work a second; by estimate even {SIZES[0].name} is slow on this machine",
        "es": f"{factor} s de trabajo por segundo; se estima que este equipo puede con {best.name}" if best else
        f"{factor} s de trabajo por segundo; se estima que en este equipo hasta {SIZES[0].name} es lento",
    }  # fmt: skip
    slow = best is None or measured.factor > KEEPS_UP
    mend = both(_GET.format(best.name)) if best and slow else None
    return Finding("recogniser_speed", "note" if slow else "ok", _SPEED, value, mend)


def _espeak() -> Finding:
    try:
        variants = len(espeak_library.installed().variants)
    except GaritaError as error:
        return from_error("espeak", both("espeak-ng"), error, "note")
    value: Words = {"en": f"whole, {variants} variants", "es": f"completo, {variants} variantes"}
    return Finding("espeak", "ok", both("espeak-ng"), value)


def _voices(settings: Settings) -> list[Finding]:
    """The voices by name; one that is incomplete, or asked for and missing, has a line of its own."""
    here = voices.present()
    broken = [finding for name in here if (finding := _broken(name))]
    try:
        voices.choose("ES", "", settings.voice.voice, here)
    except GaritaError as error:
        broken.append(from_error("voice", _VOICES, error, "note"))
    return [Finding("voices", "ok", _VOICES, both(", ".join(here))), *broken]


def _broken(name: str) -> Finding | None:
    if not name.startswith(piper.PREFIX):
        return None
    try:
        piper_config.read(voices.voices_folder() / f"{name.removeprefix(piper.PREFIX)}.onnx.json")
    except GaritaError as error:
        return from_error(name, both(name), error, "note")
    return None


def _echo() -> Finding:
    label: Words = {"en": "Echo canceller", "es": "Cancelador de eco"}
    try:
        EchoCanceller()
    except GaritaError as error:
        return from_error("echo", label, error, "note")
    return Finding("echo", "ok", label, both("WebRTC AEC3; garita doctor --echo"))
