"""A Piper voice: made here as a tiny network with the same inputs and outputs, and broken in every way."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from garita.engines.voices import piper_config
from garita.engines.voices.loudness import active_level
from garita.engines.voices.piper import PiperVoice
from garita.errors import VoiceFailed, VoiceInvalid
from garita.sound import Speech

RATE = 16_000
SIGNS = "_^$ .,;:!?" + "abdefɡijklmnoprstuwxzɲɾʃʎʝθβðɣˈˌ"
IDS = {sign: [number] for number, sign in enumerate(SIGNS)}


def network(*, symbols: int = len(SIGNS), durations: bool = False, sid: bool = False, bad: str = "") -> bytes:
    """Every number of the input becomes 4 x length_scale waves of 100 samples, as loud as a table says."""
    wave = np.sin(np.arange(100) / 100 * 2 * np.pi).astype(np.float32).reshape(1, 1, 100)
    loud = np.linspace(0.1, 0.9, symbols).astype(np.float32)
    if bad == "nan":
        loud[:] = np.nan
    constants = {
        "wave": wave, "loud": loud, "two": np.array([2], np.int64), "flat": np.array([1, 1, -1], np.int64),
        "one_one": np.array([1, 1], np.int64), "four": np.array([4], np.float32),
        "from": np.array([1], np.int64), "to": np.array([2], np.int64),
    }  # fmt: skip
    nodes = [
        helper.make_node("Slice", ["scales", "from", "to"], ["length_scale"]),
        helper.make_node("Mul", ["length_scale", "four"], ["times_float"]),
        helper.make_node("Cast", ["times_float"], ["times"], to=TensorProto.INT64),
        helper.make_node("Concat", ["one_one", "times"], ["repeats"], axis=0),
        helper.make_node("Tile", ["wave", "repeats"], ["waves"]),
        helper.make_node("Gather", ["loud", "input"], ["loudness"]),
        helper.make_node("Unsqueeze", ["loudness", "two"], ["column"]),
        helper.make_node("Mul", ["column", "waves"], ["sound"]),
        helper.make_node("Reshape", ["sound", "flat"], ["output"]),
    ]
    outputs = [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, None])]
    if durations:
        nodes.append(helper.make_node("Cast", ["input"], ["durations"], to=TensorProto.FLOAT))
        outputs.append(helper.make_tensor_value_info("durations", TensorProto.FLOAT, [1, None]))
    inputs = [
        helper.make_tensor_value_info("input" if bad != "inputs" else "x", TensorProto.INT64, [1, None]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if bad == "inputs":
        nodes.append(helper.make_node("Identity", ["x"], ["input"]))
        nodes.insert(0, nodes.pop())
    if sid:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
    initializers = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "voice", inputs, outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def config(**changes: Any) -> dict[str, Any]:
    return {
        "audio": {"sample_rate": RATE, "quality": "medium"},
        "espeak": {"voice": "es"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": IDS,
        "num_symbols": len(SIGNS),
        "num_speakers": 1,
        "language": {"code": "es_ES"},
        **changes,
    }


def files(folder: Path, model: bytes | None = None, description: dict[str, Any] | None = None) -> Path:
    path = folder / "es_ES-prueba.onnx"
    path.write_bytes(network() if model is None else model)
    (folder / f"{path.name}.json").write_text(json.dumps(description or config()), encoding="utf-8")
    return path


def joined(pieces: list[Speech]) -> np.ndarray:
    return np.concatenate([piece.samples for piece in pieces])


def test_it_speaks_at_its_own_rate_and_the_common_loudness(tmp_path: Path) -> None:
    voice = PiperVoice(files(tmp_path))
    pieces = list(voice.speak("Buenos días, señora."))
    samples = joined(pieces)
    assert voice.name == "piper:es_ES-prueba"
    assert {piece.rate for piece in pieces} == {RATE}
    assert samples.dtype == np.float32 and len(pieces) > 2
    assert abs(active_level(samples, RATE) + 20) < 0.5
    assert np.abs(samples).max() < 1


def test_phonemes_are_numbered_as_piper_does() -> None:
    description = piper_config.Config(
        piper_config.Audio(RATE), piper_config.Espeak("es"), {**IDS, "c": [90], "\u0327": [91, 92]}
    )
    numbered = piper_config.numbered(["a", "ç", "☃", "."], description)
    assert numbered.ids == (1, 0, IDS["a"][0], 0, 90, 0, 91, 92, 0, IDS["."][0], 0, 2)
    assert "".join(numbered.phonemes) == "aç.".replace("ç", "c\u0327")
    assert len(numbered.ids) == len(numbered.phonemes)


def test_marks_follow_the_durations_of_the_network(tmp_path: Path) -> None:
    """The made network says that a number lasts as long as it is large."""
    voice = PiperVoice(files(tmp_path, network(durations=True)))
    marks = [mark for piece in voice.speak("sí, no.") for mark in piece.marks]
    assert [mark.phoneme for mark in marks] == ["s", "i", "", "", "n", "o", ""]
    assert all(one.seconds <= other.seconds for one, other in pairwise(marks))
    assert marks[1].seconds - marks[0].seconds > 0


def test_slower_takes_longer(tmp_path: Path) -> None:
    voice = PiperVoice(files(tmp_path))
    normal, slow = (len(joined(list(voice.speak("hola", speed=speed)))) for speed in (1.0, 0.5))
    assert slow == 2 * normal


def test_a_voice_of_several_speakers_gets_one(tmp_path: Path) -> None:
    assert list(PiperVoice(files(tmp_path, network(sid=True), config(num_speakers=2))).speak("hola"))


def test_a_voice_on_letters_needs_no_phonemes(tmp_path: Path) -> None:
    marks = [
        m for p in PiperVoice(files(tmp_path, description=config(phoneme_type="text"))).speak("hola") for m in p.marks
    ]
    assert "".join(mark.phoneme for mark in marks) == "ola"  # "h" is not among the made voice's signs


def test_a_long_text_is_spoken_in_parts_whose_marks_go_on(tmp_path: Path) -> None:
    marks = [m for p in PiperVoice(files(tmp_path)).speak("Buenos días, señora. " * 30) for m in p.marks]
    assert all(one.seconds <= other.seconds for one, other in pairwise(marks))


@pytest.mark.parametrize("text", ["", "  ", "…", "日本語", "\0", "🙂", "¿¡"])
def test_strange_text_is_no_error(tmp_path: Path, text: str) -> None:
    list(PiperVoice(files(tmp_path)).speak(text))


def test_closing_the_iterator_or_the_voice_stops_it(tmp_path: Path) -> None:
    voice = PiperVoice(files(tmp_path))
    stream = voice.speak("Buenos días, señora.")
    next(stream)
    stream.close()
    assert list(stream) == []
    voice.close()
    voice.close()
    with pytest.raises(VoiceFailed):
        list(voice.speak("hola"))


# --- broken voices -------------------------------------------------------------------------------------------------


def test_a_missing_description_is_named(tmp_path: Path) -> None:
    path = files(tmp_path)
    (tmp_path / f"{path.name}.json").unlink()
    with pytest.raises(VoiceInvalid) as caught:
        PiperVoice(path)
    assert caught.value.facts["path"].endswith(".onnx.json")


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}",
        json.dumps(config(audio={})).encode(),
        json.dumps(config(audio={"sample_rate": 0})).encode(),
        json.dumps(config(audio={"sample_rate": "fast"})).encode(),
        json.dumps(config(phoneme_id_map={})).encode(),
        json.dumps(config(phoneme_id_map={"^": [], "$": [2], "_": [0]})).encode(),
        json.dumps(config(phoneme_id_map={"^": 1, "$": 2, "_": 0})).encode(),
        json.dumps(config(espeak={"voice": "de"})).encode(),
        json.dumps(config(phoneme_type="pinyin")).encode(),
        json.dumps(config(inference={"length_scale": 0})).encode(),
    ],
)  # fmt: skip
def test_a_broken_description_is_refused(tmp_path: Path, text: bytes) -> None:
    path = files(tmp_path)
    (tmp_path / f"{path.name}.json").write_bytes(text)
    with pytest.raises(VoiceInvalid):
        PiperVoice(path)


@pytest.mark.parametrize(
    "content", [b"", b"<html>not found</html>", b"\0" * 100, network()[:300], network(bad="inputs")]
)
def test_what_is_no_piper_network_is_refused(tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(VoiceInvalid) as caught:
        PiperVoice(files(tmp_path, content))
    assert caught.value.facts["path"].endswith(".onnx")
    assert capfd.readouterr().err == ""


def test_a_missing_network_is_refused(tmp_path: Path) -> None:
    path = files(tmp_path)
    path.unlink()
    with pytest.raises(VoiceInvalid):
        PiperVoice(path)


@pytest.mark.parametrize("model", [network(symbols=3), network(bad="nan")])
def test_a_network_that_fails_while_speaking_says_so(tmp_path: Path, model: bytes) -> None:
    """Fewer symbols than the description numbers; numbers that are no sound."""
    with pytest.raises(VoiceFailed):
        list(PiperVoice(files(tmp_path, model)).speak("hola"))
