"""The words of an officer's own: from files of any kind, through a merge and a conversion, into the guard."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import gguf
import pytest
from hypothesis import given
from hypothesis import strategies as some

from garita import cli, own_words, wiring
from garita.convert.gguf_fields import Field, ValueType, number, text
from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.errors import AdapterRefused, ConversionRefused, GgufInvalid
from garita.library import gguf_facts
from garita.library.random_model import TINY, random_adapter, random_llama
from garita.messages import Adapter, AnswerFinished, ChatMessage, Sampling
from garita.own_words import OwnWords
from garita.roleplay import heard
from tests.convert.gguf_files import with_fields
from tests.convert.peft_folders import tuned as tuned_of_width

KEY = heard.METADATA_KEY
TALK = [ChatMessage("user", "Buenos días.")]


def tuned(path: Path, words: bytes | None) -> Path:
    return tuned_of_width(path, words, TINY.width)


def carrying(model: Path, field: Field | None) -> Path:
    return with_fields(model, model.with_name(f"with-{model.name}"), {KEY: field} if field else {})


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return carrying(random_llama(tmp_path / "tiny.gguf"), text("hola pasaporte"))


# --- one list ------------------------------------------------------------------------------------------------------


@given(some.sets(some.text("abcdefghijklmnñopqrstuvwxyzáéíóúü", min_size=1, max_size=12), min_size=1))
def test_what_is_written_into_metadata_is_read_back(said: set[str]) -> None:
    words = heard.words_of(said)
    field = own_words.as_fields(words)[KEY]
    assert own_words.of_officer(field.value) == OwnWords(words)


def test_a_list_of_any_spelling_becomes_the_guards(tmp_path: Path) -> None:
    adapter = tuned(tmp_path / "adapter", "\ufeffAdiós  aduana\r\ndía\n".encode())
    for place in (adapter, adapter / "adapter_model.safetensors"):
        assert own_words.of_adapter(place) == {"adios", "aduana", "dia"}


@pytest.mark.parametrize("words", [None, b"", b" \n"])
def test_an_adapter_without_a_word_leaves_the_bases_list(words: bytes | None, tmp_path: Path) -> None:
    found = own_words.of_officer("hola", [(tuned(tmp_path / "adapter", words), 1.0)])
    assert found == OwnWords(frozenset({"hola"}))
    assert own_words.of_officer(None, [(random_adapter(tmp_path / "adapter_1.gguf"), 1.0)]) == OwnWords(frozenset())


DAMAGED = {
    "no UTF-8": (b"hola \xe1", "byte 5 is not UTF-8"),
    "zeros": (bytes(100), "there is no word in it"),
    "far too large": (b"ab " * own_words.LARGEST, "larger than 1024 KiB"),
    "no file": (None, "Is a directory"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_named(name: str, tmp_path: Path) -> None:
    words, problem = DAMAGED[name]
    adapter = tuned(tmp_path / "adapter", words)
    if words is None:
        (adapter / heard.FILE_NAME).mkdir()
    with pytest.raises(AdapterRefused) as refused:
        own_words.of_adapter(adapter)
    facts = {"path": str(adapter / heard.FILE_NAME), "problem": problem}
    assert refused.value.facts == facts
    with pytest.raises(ConversionRefused) as no_model:
        own_words.texts_of_model(adapter)
    assert (type(no_model.value), no_model.value.facts) == (ConversionRefused, facts)


def test_damaged_metadata_are_named(tmp_path: Path) -> None:
    adapter = random_adapter(tmp_path / "lora.gguf")
    with pytest.raises(AdapterRefused, match=r"garita\.words is UINT32"):
        own_words.of_adapter(carrying(adapter, number(ValueType.UINT32, 3)))
    with pytest.raises(AdapterRefused, match="byte 0 is not UTF-8"):
        own_words.of_adapter(carrying(adapter, Field(ValueType.STRING, bytes([1, *[0] * 7, 0xFF]))))
    adapter.write_bytes(b"GGUF")
    with pytest.raises(GgufInvalid):
        own_words.of_adapter(adapter)


# --- several -------------------------------------------------------------------------------------------------------


def test_the_lists_of_adapters_are_joined_and_take_the_place_of_the_bases(base: Path, tmp_path: Path) -> None:
    first, second = tuned(tmp_path / "first", b"aduana dia"), tuned(tmp_path / "second", b"dia hotel")
    found = own_words.of_officer("hola", [(first, 1.0), (second, 0.5)])
    assert found == OwnWords(frozenset({"aduana", "dia", "hotel"}), (first, second))
    assert own_words.of_officer("hola", [(first, 1.0), (second, -0.5)]).words == {"aduana", "dia"}
    assert own_words.of_officer("hola", [(first, -1.0), (second, 0.0)]) == OwnWords(frozenset({"hola"}))
    guard = wiring.guard(gguf_facts.read(base), [(first, 1.0)])
    assert guard.check("Aduana, día.", [], may_repeat=False).ok
    assert guard.check("El hotel, día.", [], may_repeat=False).reason == "garbled"
    assert wiring.guard(gguf_facts.read(base)).has_words
    assert not wiring.guard(gguf_facts.read(tmp_path / "tiny.gguf")).has_words


# --- commands ------------------------------------------------------------------------------------------------------


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["garita", "convert", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_a_merged_officer_has_the_words_of_its_adapters(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, first, second = tmp_path / "out.gguf", tuned(tmp_path / "uno", b"dia aduana"), tuned(tmp_path / "dos", b"sala")
    arguments = ("merge", "--base", base, "--adapter", first, "--adapter", f"{second}:0.5", "--out", out)
    assert run(monkeypatch, *arguments) == 0
    assert "Own words that the guard lets it say: 3, from uno, dos." in " ".join(capsys.readouterr().err.split())
    field = gguf.GGUFReader(out).get_field(KEY)
    assert field
    assert field.contents() == "aduana dia sala"
    assert own_words.of_officer(gguf_facts.read(out).metadata[KEY]).words == {"aduana", "dia", "sala"}
    with closing(ChildModel(LlamaOptions(str(out), threads=1, context_length=128))) as model:
        assert isinstance(list(model.answer(TALK, Sampling(max_tokens=3)))[-1], AnswerFinished)


def test_without_a_list_of_an_adapters_the_bases_is_passed_on_byte_for_byte(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = carrying(base, text("pasaporte  hola"))
    adapter, out = tuned(tmp_path / "adapter", None), tmp_path / "out.gguf"
    assert run(monkeypatch, "merge", "--base", odd, "--adapter", adapter, "--out", out) == 0
    assert "2, still the base's, because no adapter brings a list." in " ".join(capsys.readouterr().err.split())
    assert gguf_facts.read(out).metadata[KEY] == "pasaporte  hola"
    bare = tmp_path / "tiny.gguf"
    assert run(monkeypatch, "merge", "--base", bare, "--adapter", adapter, "--out", out) == 0
    assert "words" not in capsys.readouterr().err
    assert KEY not in gguf_facts.read(out).metadata


def test_the_plan_tells_it_as_json_and_in_spanish(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    arguments = ["merge", "--base", base, "--out", tmp_path / "out.gguf", "--dry-run", "--adapter"]
    bare, adapter = tuned(tmp_path / "bare", None), tuned(tmp_path / "uno", b"dia aduana")
    assert run(monkeypatch, *arguments, bare) == 0
    assert "2, aún las de la base; ningún adaptador trae una lista." in " ".join(capsys.readouterr().err.split())
    assert run(monkeypatch, *arguments, adapter) == 0
    assert "Palabras propias que el filtro le deja decir: 2, de uno." in " ".join(capsys.readouterr().err.split())
    assert run(monkeypatch, *arguments, adapter, "--json") == 0
    assert json.loads(capsys.readouterr().out)["own_words"] == {"count": 2, "brought_by": [str(adapter)]}


def test_a_damaged_list_is_one_sentence_and_nothing_is_written(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter, out = tuned(tmp_path / "adapter", b"hola \xff"), tmp_path / "out.gguf"
    merging, writing = ["merge", "--base", base, "--adapter", adapter, "--out", out], ["adapter", adapter, out]
    for command in (merging, [*writing, "--base", base]):
        assert run(monkeypatch, *command) == 2
        said = " ".join(capsys.readouterr().err.split())
        assert "words.txt: byte 5 is not UTF-8" in said
        assert "Traceback" not in said
        assert not out.exists()


def test_an_adapter_for_run_time_keeps_its_words_and_brings_them_to_a_merge(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter, out = tmp_path / "adapter_uno.gguf", tmp_path / "out.gguf"
    assert run(monkeypatch, "adapter", tuned(tmp_path / "uno", b"dia aduana"), adapter, "--base", base) == 0
    assert own_words.of_adapter(adapter) == {"aduana", "dia"}
    with closing(ChildModel(LlamaOptions(str(base), threads=1, context_length=128))) as model:
        before = model.score(TALK, ["sí"])
        model.use_adapters([Adapter(str(adapter))])
        assert model.score(TALK, ["sí"]) != before
    assert run(monkeypatch, "merge", "--base", base, "--adapter", adapter, "--out", out) == 0
    assert gguf_facts.read(out).metadata[KEY] == "aduana dia"
