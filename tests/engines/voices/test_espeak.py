"""The voice that is always there: sound, loudness, phonemes, early stop, strange text, damaged files."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from garita.engines.voices import espeak, espeak_data, espeak_library
from garita.engines.voices.espeak import EspeakVoice, synthesize
from garita.engines.voices.loudness import active_level
from garita.errors import VoiceFailed, VoiceInvalid, VoiceMissing
from garita.sound import RATE, Speech

SENTENCE = "¿Me permite su pasaporte, por favor?"
NAMES = ("espeak:es", "espeak:es-419", "espeak:es+f2", "espeak:es-419+m3")


def spoken(voice: EspeakVoice, text: str = SENTENCE, speed: float = 1.0) -> list[Speech]:
    return list(voice.speak(text, speed=speed))


def joined(pieces: list[Speech]) -> np.ndarray:
    return np.concatenate([piece.samples for piece in pieces])


def data_folder() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())


@pytest.mark.parametrize("name", NAMES)
def test_a_voice_speaks_at_minus_20_db_without_clipping(name: str) -> None:
    pieces = spoken(EspeakVoice(name))
    samples = joined(pieces)
    assert samples.dtype == np.float32 and samples.ndim == 1
    assert 1.5 < len(samples) / pieces[0].rate < 4
    assert abs(active_level(samples, pieces[0].rate) + 20) < 0.5
    assert np.abs(samples).max() < 0.99


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_begins_and_ends_without_a_click(name: str) -> None:
    samples = joined(spoken(EspeakVoice(name)))
    assert abs(samples[0]) < 1e-3 and abs(samples[-1]) < 1e-3


def test_pieces_are_cuts_of_one_sound() -> None:
    """No fade and no jump where pieces join: the step there is as small as the steps beside it."""
    pieces = spoken(EspeakVoice("espeak:es"))
    assert len(pieces) > 5
    for before, after in pairwise(pieces):
        step = abs(after.samples[0] - before.samples[-1])
        around = np.abs(np.diff(np.concatenate([before.samples[-200:], after.samples[:200]])))
        assert step <= around.max()
        assert len(before.samples) == int(before.rate * espeak.PIECE_SECONDS)


def test_phonemes_come_in_order_and_in_the_piece_they_begin_in() -> None:
    pieces = spoken(EspeakVoice("espeak:es"))
    marks = [mark for piece in pieces for mark in piece.marks]
    assert "".join(mark.phoneme for mark in marks).startswith("mepeɾmˈitesu")
    assert all(one.seconds <= other.seconds for one, other in pairwise(marks))
    for number, piece in enumerate(pieces):
        start = number * espeak.PIECE_SECONDS
        assert all(start <= mark.seconds + 1e-6 < start + espeak.PIECE_SECONDS + 1e-3 for mark in piece.marks)


def test_castilian_lisps_and_latin_american_does_not() -> None:
    library = espeak_library.installed()
    assert "θ" in "".join(library.phonemes("gracias, cien", "es"))
    assert "θ" not in "".join(library.phonemes("gracias, cien", "es-419"))


def test_phonemes_come_clause_by_clause() -> None:
    assert len(espeak_library.installed().phonemes("Buenos días, pase; gracias.", "es")) == 3


def test_slower_takes_longer() -> None:
    voice = EspeakVoice("espeak:es")
    assert len(joined(spoken(voice, speed=0.75))) > 1.2 * len(joined(spoken(voice, speed=1.0)))
    assert len(joined(spoken(voice, speed=1.5))) < 0.8 * len(joined(spoken(voice, speed=1.0)))


def test_closing_the_iterator_stops_it_and_the_voice_speaks_again() -> None:
    voice = EspeakVoice("espeak:es")
    stream = voice.speak(SENTENCE * 5)
    next(stream)
    stream.close()
    assert list(stream) == []
    assert spoken(voice)


def test_a_closed_voice_says_so() -> None:
    voice = EspeakVoice("espeak:es")
    voice.close()
    voice.close()
    with pytest.raises(VoiceFailed):
        spoken(voice)


@pytest.mark.parametrize("text", ["", "  ", "\0\1\2", "\n\t"])
def test_nothing_to_say_is_silence(text: str) -> None:
    assert spoken(EspeakVoice("espeak:es"), text) == []
    assert not np.any(synthesize(text))


@pytest.mark.parametrize(
    "text", ["日本語", "🙂", "<speak>hola</speak>", "[[hola]]", "\x01+10hola", "hola\0adiós", "\ud800"]
)
def test_strange_text_is_no_error(text: str) -> None:
    spoken(EspeakVoice("espeak:es"), text)


def test_text_after_a_nul_is_spoken_too() -> None:
    assert len(synthesize("hola\0buenos días")) > 1.4 * len(synthesize("hola"))


@pytest.mark.parametrize(
    "name", ["espeak:xx", "espeak:es+nadie", "es", "", "piper:es", "espeak:es+", "espeak:es+../f1"]
)
def test_an_unknown_voice_is_missing(name: str) -> None:
    with pytest.raises(VoiceMissing) as caught:
        EspeakVoice(name)
    assert "espeak:es-419" in caught.value.facts["present"]


def test_two_threads_do_not_disturb_each_other() -> None:
    """espeak-ng is not reentrant: without the lock this crashes or mixes the sentences."""
    alone = {text: len(synthesize(text)) for text in ("uno dos tres cuatro", "buenos días")}
    wrong: list[str] = []

    def work(text: str) -> None:
        for _ in range(20):
            if abs(len(synthesize(text)) - alone[text]) > RATE // 50:
                wrong.append(text)

    threads = [threading.Thread(target=work, args=(text,)) for text in alone for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_synthesised_speech_has_the_rate_of_the_microphone() -> None:
    samples = synthesize("Buenos días.", "es-419", "f2", speed=1.1, pitch=60)
    assert samples.dtype == np.float32
    assert 0.5 < len(samples) / RATE < 2
    assert np.abs(samples).max() < 1


def test_pitch_raises_the_voice() -> None:
    def crossings(pitch: int) -> int:
        return int(np.count_nonzero(np.diff(np.signbit(synthesize("aaaa", pitch=pitch)))))

    assert crossings(90) > crossings(10)


# --- data ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of what Spanish needs."""
    folder = tmp_path / espeak_data.FOLDER
    for name in espeak_data.NEEDED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(data_folder() / name, folder / name)
    return folder


def test_whole_data_passes(data: Path) -> None:
    hashes = espeak_data.installed_hashes()
    assert set(espeak_data.NEEDED) <= set(hashes)
    espeak_data.check(data, hashes)


@pytest.mark.parametrize("name", espeak_data.NEEDED)
@pytest.mark.parametrize("damage", ["missing", "empty", "short", "altered"])
def test_damaged_data_is_refused_before_the_library_sees_it(data: Path, name: str, damage: str) -> None:
    file = data / name
    content = file.read_bytes()
    if damage == "missing":
        file.unlink()
    else:
        damaged = {"empty": b"", "short": content[: len(content) // 2], "altered": content[:-1] + b"\xff\xff"}[damage]
        file.write_bytes(damaged)
    with pytest.raises(VoiceInvalid) as caught:
        espeak_data.check(data, espeak_data.installed_hashes())
    assert caught.value.facts["path"] == str(file)


def test_a_path_longer_than_espeaks_buffer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VoiceInvalid, match="longer"):
        espeak_data.check(tmp_path / ("d" * 160), {})


def test_something_else_than_the_library_is_refused(data: Path, tmp_path: Path) -> None:
    for content in (b"", b"not a library", b"\x7fELF"):
        file = tmp_path / "libespeak-ng.so"
        file.write_bytes(content)
        with pytest.raises(VoiceInvalid):
            espeak_library.load(file, data, {})


def test_a_damaged_dictionary_without_a_noted_hash_is_refused_too(data: Path) -> None:
    """In a process of its own: one load a process. (A damaged phontab would end the process; only hashes help.)"""
    (data / "es_dict").write_bytes(b"\0" * 100)
    code = (
        "import sys, pathlib, espeakng_loader\n"
        "from garita.engines.voices.espeak_library import load\n"
        "from garita.errors import GaritaError\n"
        "try: load(pathlib.Path(espeakng_loader.get_library_path()), pathlib.Path(sys.argv[1]), {})\n"
        "except GaritaError as error: print(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(data)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stdout.split()[-1] in {"VoiceInvalid", "VoiceFailed"}
