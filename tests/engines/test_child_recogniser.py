"""A recogniser in a process of its own: it dies and the words come nevertheless, it hangs and is replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import psutil
import pytest

from garita.engines.child_recogniser import ChildRecogniser, patience
from garita.engines.whisper_options import WhisperOptions
from garita.errors import Cancelled, EngineDied, RecogniserInvalid, RecogniserMissing
from garita.sound import RATE, Samples
from tests.engines.fake_ears import DIE, DIE_ONCE, HANG, RAISE, SENTENCE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def fakes_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def fake(path: Path, factory: str = "ear") -> ChildRecogniser:
    options = WhisperOptions(str(path))
    return ChildRecogniser(options, factory=f"tests.engines.fake_ears:{factory}", patience=lambda _: 0.4)


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[ChildRecogniser]:
    with closing(fake(tmp_path / "mark")) as made:
        yield made


def sound(how: float = 0.1, seconds: float = 1.0) -> Samples:
    return np.full(int(seconds * RATE), how, np.float32)


def test_the_real_engine(whisper_folder_made: Path) -> None:
    with closing(ChildRecogniser(WhisperOptions(str(whisper_folder_made), threads=1))) as whisper:
        assert whisper.load().test_ear
        heard = whisper.transcribe(np.random.default_rng(1).standard_normal(RATE * 2).astype(np.float32) * 0.1)
        assert heard.text == SENTENCE
        assert len(heard.words) == 5
        assert whisper.detect_language(heard_noise())[0] in {"es", "en"}
        assert whisper.process_id
        os.kill(whisper.process_id, signal.SIGKILL)
        assert whisper.transcribe(heard_noise()).text == SENTENCE


def heard_noise() -> Samples:
    return (np.random.default_rng(2).standard_normal(RATE) * 0.1).astype(np.float32)


def test_broken_folders_are_refused_with_their_facts(whisper_folder: Path, tmp_path: Path) -> None:
    (whisper_folder / "tokenizer.json").unlink()
    with closing(ChildRecogniser(WhisperOptions(str(whisper_folder)))) as whisper:
        with pytest.raises(RecogniserInvalid) as caught:
            whisper.load()
        assert caught.value.facts["file"] == "tokenizer.json"
    with closing(ChildRecogniser(WhisperOptions(str(tmp_path / "none")))) as whisper, pytest.raises(RecogniserMissing):
        whisper.transcribe(sound())


def test_random_bytes_in_the_weights_never_end_the_program(whisper_folder: Path) -> None:
    model = whisper_folder / "model.bin"
    whole = model.read_bytes()
    for place in (400, 5000, 100_000):
        model.write_bytes(whole[:place] + bytes(range(200, 232)) + whole[place + 32 :])
        with closing(ChildRecogniser(WhisperOptions(str(whisper_folder), threads=1))) as whisper:
            try:
                assert whisper.transcribe(heard_noise()).audio_seconds == 1.0
            except RecogniserInvalid as error:
                assert error.facts["problem"]


def test_words_and_hints_come_through(ear: ChildRecogniser) -> None:
    heard = ear.transcribe(sound(seconds=2.0), language="en", hot_words="Bogotá", before="¿Y?")
    assert (heard.text, heard.language) == ("32000 Bogotá ¿Y?", "en")
    assert ear.transcribe(sound().astype(np.float64)).text.startswith("16000")
    assert ear.detect_language(sound()) == ("en", 0.75)
    assert ear.facts().name == "fake"


def test_a_death_is_not_noticed(ear: ChildRecogniser) -> None:
    assert ear.transcribe(sound(DIE_ONCE)).text.startswith("16000")


def test_three_deaths_over_one_utterance_are_enough(ear: ChildRecogniser) -> None:
    with pytest.raises(EngineDied) as caught:
        ear.transcribe(sound(DIE))
    assert caught.value.facts == {"engine": "speech recognition", "exit_code": "signal SIGABRT", "restarts": 3}
    assert ear.transcribe(sound()).text.startswith("16000")


def test_one_that_hangs_is_replaced_and_at_last_given_up(ear: ChildRecogniser) -> None:
    with pytest.raises(EngineDied):
        ear.detect_language(sound(HANG))
    assert ear.transcribe(sound()).text.startswith("16000")


def test_patience_grows_with_the_sound() -> None:
    assert patience(30.0) > patience(1.0) > 10.0


def test_a_bug_in_the_child_is_a_bug_here(ear: ChildRecogniser) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        ear.transcribe(sound(RAISE))


@pytest.mark.parametrize("stop", ["cancel", "close"])
def test_stopped_from_another_thread(tmp_path: Path, stop: str) -> None:
    options = WhisperOptions(str(tmp_path / "mark"))
    with closing(ChildRecogniser(options, factory="tests.engines.fake_ears:ear")) as ear:
        ear.load()
        stopper = threading.Timer(0.2, getattr(ear, stop))
        stopper.start()
        with pytest.raises(Cancelled):
            ear.transcribe(sound(HANG))
        stopper.join()
        if stop == "cancel":
            assert ear.transcribe(sound()).text.startswith("16000")


def test_death_while_loading_is_the_folders_fault(tmp_path: Path) -> None:
    with closing(fake(tmp_path, "dies_while_loading")) as ear, pytest.raises(RecogniserInvalid) as caught:
        ear.load()
    assert caught.value.facts["problem"] == "signal SIGABRT: terminate called"


def test_killed_from_outside_while_loading_is_not(tmp_path: Path) -> None:
    with closing(fake(tmp_path, "never_loads")) as ear:
        assert ear.process_id
        threading.Timer(0.3, os.kill, (ear.process_id, signal.SIGKILL)).start()
        with pytest.raises(EngineDied):
            ear.load()


def test_a_load_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("garita.engines.watchdog._SECONDS", {"recogniser": 0.3})
    with closing(fake(tmp_path, "never_loads")) as ear, pytest.raises(RecogniserInvalid) as caught:
        ear.load()
    assert "end" in str(caught.value.facts["problem"])


def test_one_that_is_frozen_does_not_block_who_asks(ear: ChildRecogniser) -> None:
    """It does not even read the request, which is larger than what a pipe holds."""
    ear.load()
    assert ear.process_id
    os.kill(ear.process_id, signal.SIGSTOP)
    assert ear.transcribe(sound(seconds=25.0)).text.startswith("400000")


def test_ctrl_c_in_the_middle_leaves_no_process(tmp_path: Path) -> None:
    script = (
        "import signal, numpy\n"
        "from contextlib import closing\n"
        "from garita.engines.child_recogniser import ChildRecogniser\n"
        "from garita.engines.whisper_options import WhisperOptions\n"
        "from tests.engines.fake_ears import HANG\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # who starts the tests may ignore it
        "options = WhisperOptions('none')\n"
        "with closing(ChildRecogniser(options, factory='tests.engines.fake_ears:ear')) as ear:\n"
        "    ear.load(); print(ear.process_id, flush=True)\n"
        "    ear.transcribe(numpy.full(16000, HANG, numpy.float32))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True
    ) as program:
        assert program.stdout
        child = psutil.Process(int(program.stdout.readline()))
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=10)
    assert errors.rstrip().endswith("KeyboardInterrupt")
    _, alive = psutil.wait_procs([child], timeout=5)
    assert not alive
