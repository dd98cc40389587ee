"""What nobody said is held back; what somebody said, however odd, is not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.engines.phantoms import compression, judge, loops, plain

BY_HAND = Path(__file__).resolve().parents[1] / "by_hand"


def verdict(text: str, *, no_speech: float = 0.1, log_probability: float = -0.3, decibels: float = -25.0) -> str:
    return judge(text, no_speech=no_speech, log_probability=log_probability, decibels=decibels)


@pytest.mark.parametrize(
    "text",
    [
        "Subtítulos realizados por la comunidad de Amara.org",
        "Subtitulado por Jnkoil",
        "¡Gracias por ver el video!",
        "Gracias por ver el vídeo.",
        "¡Suscríbete al canal!",
        "No olvides suscribirte y darle like.",
        "Más información www.alimmenta.com",
        "Thanks for watching!",
        "Thank you so much for watching.",
        "Please subscribe to my channel.",
        "Subtitles by the Amara.org community",
        "[Música]",
        "♪ Music ♪",
        "de la la de la la de la la de la la de la la",
        "y " * 30,
    ],
)
def test_phantoms(text: str) -> None:
    assert verdict(text) == "phantom"


@pytest.mark.parametrize(
    "text",
    [
        "Gracias.",
        "Gracias por todo.",
        "Muchas gracias, hasta luego.",
        "No, no, no, no llevo nada.",
        "Sí, sí, sí.",
        "Soy músico, traigo una guitarra.",
        "Vengo por la música.",
        "Música.",
        "Traducción de documentos.",
        "Gracias por su atención.",
        "Gracias por ver mi pasaporte.",
        "Hasta la próxima.",
        "Trabajo en subtítulos para el cine.",
        "Tengo un canal de video.",
        "Thank you.",
        "Vengo de Colombia y voy a Madrid, de Madrid a Barcelona y de Barcelona a Sevilla.",
    ],
)
def test_what_people_say(text: str) -> None:
    assert verdict(text) == ""


def test_nothing_a_student_says_is_held_back() -> None:
    """Six hundred utterances written by hand, messy ones among them."""
    for name in ("utterances.toml", "utterances_fresh.toml"):
        values = tomllib.loads((BY_HAND / name).read_text(encoding="utf-8"))
        texts = [one["text"] for section in values.values() if isinstance(section, list) for one in section]
        assert len(texts) >= 100
        assert [text for text in texts if plain(text) and verdict(text)] == []


def test_nobody_spoke() -> None:
    assert verdict("") == "noise"
    assert verdict(" … ", decibels=-50) == "silence"
    assert verdict("Sí.", no_speech=0.9, log_probability=-1.2) == "noise"
    assert verdict("Sí.", no_speech=0.9, log_probability=-1.2, decibels=-55) == "silence"
    assert verdict("Sí.", no_speech=0.9, log_probability=-0.4) == "", "sure words are believed"
    assert verdict("Sí.", no_speech=0.1, log_probability=-1.2) == "", "doubtful words, but somebody speaks"
    assert verdict("Zñ kw.", no_speech=0.1, log_probability=-2.5) == "noise"


@given(st.text())
def test_any_text_has_a_verdict(text: str) -> None:
    assert verdict(text) in {"", "noise", "phantom"}
    assert plain(plain(text)) == plain(text)
    assert compression(text) >= 0


@given(st.lists(st.sampled_from(["uno", "dos", "tres"]), min_size=1, max_size=6), st.integers(8, 20))
def test_whatever_repeats_on_and_on_is_a_loop(words: list[str], times: int) -> None:
    assert loops(" ".join(words * times))
