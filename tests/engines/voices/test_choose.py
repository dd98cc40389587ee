"""Which voice an officer gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.engines.voices import choose, gender
from garita.engines.voices.espeak import EspeakVoice, variants
from garita.errors import VoiceInvalid, VoiceMissing

HERE = ("espeak:es", "espeak:es-419", "piper:es_ES-prueba")


def test_spain_speaks_castilian_and_the_others_do_not() -> None:
    assert choose.choose("ES", "Carmen Ortega").startswith("espeak:es+f")
    assert choose.choose("es", "Paco Jiménez").startswith("espeak:es+m")
    assert choose.choose("MX", "Rosa Quispe").startswith("espeak:es-419+f")


def test_an_officer_keeps_the_voice_and_officers_differ() -> None:
    names = ["Paco Jiménez", "Hernán Sepúlveda", "Germán Rincón", "Mauricio Solano", "Jordi Ferrer", "Beto Salcido"]
    chosen = [choose.choose("AR", name) for name in names]
    assert chosen == [choose.choose("AR", name) for name in names]
    assert len(set(chosen)) >= 3


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Silvina Pereyra", "woman"), ("Hernán Sepúlveda", "man"), ("Germán Rincón", "man"),
        ("Mauricio Solano", "man"), ("Wilkin Peralta", "man"), ("Paco Jiménez", "man"), ("Carmen Ortega", "woman"),
        ("Jordi Ferrer", "man"), ("Graciela Montaño", "woman"), ("Beto Salcido", "man"), ("Rosa Quispe", "woman"),
        ("Washington Silveira", "man"), ("Inés Sol", "woman"), ("Rosario Paz", "woman"), ("Borja Luna", "man"),
        ("Xochitl Ruiz", ""), ("", ""), ("  ", ""), ("李", ""),
    ],
)  # fmt: skip
def test_the_gender_of_a_name(name: str, told: str) -> None:
    assert gender.gender_of(name) == told


def test_every_variant_is_there() -> None:
    assert set(choose.MEN + choose.WOMEN) <= variants()
    for variant in choose.MEN + choose.WOMEN:
        assert next(EspeakVoice(f"espeak:es-419+{variant}").speak("Hola.")).samples.any()


@pytest.mark.parametrize("wanted", ["espeak:es", "espeak:es-419+f2", "piper:es_ES-prueba"])
def test_the_wanted_voice_is_taken(wanted: str) -> None:
    assert choose.choose("MX", "Beto", wanted, HERE) == wanted


@pytest.mark.parametrize("wanted", ["espeak:de", "piper:otra", "nada", "+f2"])
def test_a_voice_that_is_not_there_is_named_with_those_that_are(wanted: str) -> None:
    with pytest.raises(VoiceMissing) as caught:
        choose.choose("MX", "Beto", wanted, HERE)
    assert caught.value.facts == {"name": wanted, "present": ", ".join(HERE)}


def test_present_and_opened(tmp_path: Path, home: Path) -> None:
    assert choose.present() == ("espeak:es", "espeak:es-419")
    assert choose.voices_folder() == home / "voices"
    (tmp_path / "es_MX-voz.onnx").write_bytes(b"no network")
    assert choose.present(tmp_path) == ("espeak:es", "espeak:es-419", "piper:es_MX-voz")
    assert choose.open_voice("espeak:es+f1", tmp_path).name == "espeak:es+f1"
    with pytest.raises(VoiceInvalid):
        choose.open_voice("piper:es_MX-voz", tmp_path)


@pytest.mark.parametrize("name", ["piper:otra", "espeak:xx", "piper:../es_MX-voz", "", "espeak:es+nadie"])
def test_a_voice_that_cannot_be_opened_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(VoiceMissing) as caught:
        choose.open_voice(name, tmp_path)
    assert "espeak:es" in caught.value.facts["present"]
