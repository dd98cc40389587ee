"""Folders that are no usable recogniser are refused before anything loads them, and the file to blame is named."""

from __future__ import annotations

import contextlib
import hashlib
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.engines import whisper_weights
from garita.engines.whisper_folder import HASHES, check
from garita.engines.whisper_weights import WeightsDamaged
from garita.errors import RecogniserInvalid, RecogniserMissing
from garita.messages_to_user import explain

HTML = b"<!DOCTYPE html><html><title>404</title></html>"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"


def write(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(content) and None


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def change(name: str, edit: Callable[[Any], object]) -> Callable[[Path], None]:
    """Edit a JSON file: ``edit`` changes the value or returns a new one."""

    def apply(folder: Path) -> None:
        value = json.loads((folder / name).read_text(encoding="utf-8"))
        changed = edit(value)
        (folder / name).write_text(json.dumps(value if changed is None else changed), encoding="utf-8")

    return apply


def rewrite(edit: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda folder: (folder / "model.bin").write_bytes(edit((folder / "model.bin").read_bytes())) and None


BROKEN: dict[str, tuple[str, Callable[[Path], None]]] = {
    "no model": ("model.bin", remove("model.bin")),
    "no tokenizer, for which the hub would be asked": ("tokenizer.json", remove("tokenizer.json")),
    "no config": ("config.json", remove("config.json")),
    "no vocabulary": ("vocabulary.json", remove("vocabulary.json")),
    "empty model": ("model.bin", write("model.bin", b"")),
    "web page for a model": ("model.bin", write("model.bin", HTML)),
    "web page for a tokenizer": ("tokenizer.json", write("tokenizer.json", b"\n " + HTML)),
    "pointer for a model": ("model.bin", write("model.bin", POINTER)),
    "truncated model": ("model.bin", rewrite(lambda data: data[:-1000])),
    "model cut within its first name": ("model.bin", rewrite(lambda data: data[:9])),
    "something after the model": ("model.bin", rewrite(lambda data: data + b"x")),
    "another format": ("model.bin", rewrite(lambda data: b"\x63" + data[1:])),
    "another kind of model": ("model.bin", rewrite(lambda data: data.replace(b"WhisperSpec", b"WhisperSpek", 1))),
    "PyTorch weights": ("model.bin", write("model.bin", b"PK\x03\x04" + bytes(3000))),
    "a variable of another size": ("model.bin", rewrite(lambda d: d.replace(struct.pack("<II", 1500, 32), bytes(8)))),
    "config {}": ("config.json", write("config.json", b"{}")),
    "config of a wrong type": ("config.json", change("config.json", lambda value: value.update(lang_ids="es"))),
    "config without heads": ("config.json", change("config.json", lambda value: value.update(alignment_heads=[]))),
    "heads of another model": ("config.json", change("config.json", lambda v: v.update(alignment_heads=[[3, 1]]))),
    "a head too many": ("config.json", change("config.json", lambda value: value.update(alignment_heads=[[0, 2]]))),
    "no Spanish in config": ("config.json", change("config.json", lambda value: value.update(lang_ids=[302]))),
    "tokens beyond the end": ("config.json", change("config.json", lambda value: value.update(suppress_ids=[9999]))),
    "not JSON": ("config.json", write("config.json", b"{'alignment_heads'")),
    "endlessly nested": ("tokenizer.json", write("tokenizer.json", b"[" * 200_000)),
    "not UTF-8": ("vocabulary.json", write("vocabulary.json", b'["\xff\xfe"]')),
    "short vocabulary": ("vocabulary.json", change("vocabulary.json", lambda value: value[:-1])),
    "long vocabulary": ("vocabulary.json", change("vocabulary.json", lambda value: [*value, "<|30.02|>"])),
    "another model's vocabulary": ("tokenizer.json", change("vocabulary.json", lambda value: [*value[1:], value[0]])),
    "a tokenizer without Spanish": (
        "tokenizer.json", change("tokenizer.json", lambda v: v.update(
            added_tokens=[token for token in v["added_tokens"] if token["content"] != "<|es|>"]))),
    "a tokenizer that ends too early": (
        "tokenizer.json", change("tokenizer.json", lambda v: v.update(
            added_tokens=[token for token in v["added_tokens"] if token["content"] != "<|notimestamps|>"]))),
    "a tokenizer that goes on": (
        "tokenizer.json", change("tokenizer.json", lambda v: v["added_tokens"].append({"id": 5000, "content": "x"}))),
    "a tokenizer without a model": ("tokenizer.json", write("tokenizer.json", b'{"version": "1.0"}')),
    "mel bands of another model": (
        "preprocessor_config.json", change("preprocessor_config.json", lambda value: value.update(feature_size=128))),
    "another sampling rate": (
        "preprocessor_config.json", change("preprocessor_config.json", lambda value: value.update(sampling_rate=8000))),
    "damaged preprocessor": ("preprocessor_config.json", write("preprocessor_config.json", b"no")),
    "damaged own facts": ("garita.json", write("garita.json", b'{"test_ear": "perhaps"}')),
    "hashes that are none": (HASHES, write(HASHES, b"no hash  model.bin\n")),
    "a hash of a file elsewhere": (HASHES, write(HASHES, b"0" * 64 + b"  ../../etc/passwd\n")),
    "another hash": ("model.bin", write(HASHES, b"0" * 64 + b"  model.bin\n")),
    "a hash of a missing file": ("extra.json", write(HASHES, b"0" * 64 + b" *extra.json\n")),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_broken_folders(whisper_folder: Path, case: str) -> None:
    file, damage = BROKEN[case]
    damage(whisper_folder)
    with pytest.raises(RecogniserInvalid) as caught:
        check(whisper_folder)
    assert caught.value.facts["file"] == file
    assert caught.value.facts["path"] == str(whisper_folder)
    assert str(caught.value.facts["problem"])
    assert "{" not in explain(caught.value, "es").sentence.replace("{}", "")


def test_no_folder_and_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    for path in (tmp_path, tmp_path / "none", tmp_path / "notes.txt"):
        with pytest.raises(RecogniserMissing):
            check(path)


def test_a_good_folder(whisper_folder: Path) -> None:
    found = check(whisper_folder)
    assert (found.languages, found.mels, found.width, found.text_positions) == (2, 80, 32, 448)
    assert (found.encoder_layers, found.decoder_layers, found.decoder_heads) == (1, 1, 2)
    assert (found.name, found.own.test_ear, found.own.crop) == ("says one sentence", True, True)


def test_what_may_be_missing_or_different(whisper_folder: Path) -> None:
    (whisper_folder / "garita.json").unlink()
    (whisper_folder / "preprocessor_config.json").unlink()
    vocabulary = json.loads((whisper_folder / "vocabulary.json").read_text(encoding="utf-8"))
    (whisper_folder / "vocabulary.json").unlink()
    (whisper_folder / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")

    def without_times(value: Any) -> None:
        value["added_tokens"] = [token for token in value["added_tokens"] if "." not in token["content"]]

    change("tokenizer.json", without_times)(whisper_folder)
    found = check(whisper_folder)
    assert (found.name, found.own.test_ear, found.own.crop) == ("whisper", False, False)


def test_right_hashes(whisper_folder: Path) -> None:
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in whisper_folder.iterdir()]
    (whisper_folder / HASHES).write_text("\n".join(lines) + "\n\n")
    check(whisper_folder)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_bytes_in_the_weights_table_are_refused_or_harmless(
    whisper_folder_made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    whole = (whisper_folder_made / "model.bin").read_bytes()
    place = data.draw(st.integers(0, 600))
    noise = data.draw(st.binary(min_size=1, max_size=8))
    path = tmp_path / "model.bin"
    path.write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    with contextlib.suppress(WeightsDamaged):
        assert whisper_weights.read(path).shapes
