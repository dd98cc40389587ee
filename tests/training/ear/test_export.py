"""The exported folder passes the engine's own check, loads in faster-whisper and says what the network says."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from garita.engines import whisper, whisper_folder
from garita.engines.whisper_options import WhisperOptions
from garita.errors import TrainingRefused
from garita.roleplay import scenario_file
from garita.training.ear import export, features, learn
from garita.training.ear.checkpoint import load
from garita.training.ear.features import Heard
from garita.training.ear.network import Ear
from garita.training.ear.speech import as_cut, spoken
from garita.training.ear.vocabulary import Vocabulary
from garita.training.pretrain import Budget
from tests.training.ear.tiny import RECIPE, whistle


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    learn.run(RECIPE, scenario_file.load_all()[:1], folder, Budget(steps=12), read=whistle)
    return folder


def test_the_folder_passes_the_engines_check(run: Path, tmp_path: Path) -> None:
    export.write(run, tmp_path / "ear")
    found = whisper_folder.check(tmp_path / "ear")
    assert found.name == "synthetic-voice test ear"
    assert found.own.test_ear
    assert found.own.crop
    assert (found.languages, found.encoder_layers, found.decoder_layers, found.decoder_heads) == (2, 1, 1, 2)
    assert not [path for path in (tmp_path / "ear").iterdir() if path.name.endswith(".partial")]


def test_what_was_in_the_folder_stays(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "ear"
    out.mkdir()
    (out / "README.md").write_text("kept")
    export.write(run, out)
    assert (out / "README.md").read_text() == "kept"
    assert json.loads((out / "garita.json").read_text())["test_ear"] is True


def test_the_engine_hears_with_it(run: Path, tmp_path: Path) -> None:
    export.write(run, tmp_path / "ear")
    ear = whisper.load(WhisperOptions(path=str(tmp_path / "ear"), threads=1))
    assert ear.facts().test_ear
    assert ear.facts().multilingual
    found = ear.transcribe(as_cut(spoken("Vengo de México.", "es")))
    assert found.audio_seconds > 0.5
    assert found.log_probability < 0.0
    assert found.text or found.suppressed
    ear.close()


def test_the_first_piece_is_the_one_the_network_writes(run: Path, tmp_path: Path) -> None:
    from faster_whisper import WhisperModel

    export.write(run, tmp_path / "ear")
    saved = load(run)
    assert saved is not None
    network = Ear(saved.recipe.model, Vocabulary(saved.tokenizer), 0)
    network.load_state_dict(saved.weights)
    mel = features.log_mel(as_cut(spoken("Traigo dos maletas.", "es")))
    expected = network.encode(_tensor(mel)).detach().numpy()
    model = WhisperModel(str(tmp_path / "ear"), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)
    found = np.array(model.encode(mel))
    # eight bits for every weight of one layer: close, not equal
    assert np.corrcoef(found.ravel(), expected.ravel())[0, 1] > 0.99


def test_nothing_to_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingRefused, match="no trained ear"):
        export.write(tmp_path, tmp_path / "ear")


def _tensor(mel: features.Features) -> object:
    import torch

    return torch.from_numpy(features.batch([Heard(mel, "")]).features)
