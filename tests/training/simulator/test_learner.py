"""How learners write and are heard: spelling, marks, mistakes; what they say stays what it is."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.plain_text import plain
from garita.training.simulator.learner import Style, draw, slip


def style(*, careful: bool, spoken: bool = False) -> Style:
    """Somebody without mistakes."""
    return Style(
        level="B1", mood="calm", spoken=spoken, accents=careful, capitals=careful, punctuation=careful,
        inverted=careful, wordiness=0, slips=0, hesitations=0, english=0, digits=0, distractions=0,
    )  # fmt: skip


def test_a_careless_learner_and_a_careful_one() -> None:
    assert style(careful=False).write("¿Dónde está el baño, señor?") == "donde esta el baño señor"
    assert style(careful=True).write("¿dónde está? no lo veo.") == "¿Dónde está? No lo veo."


def test_numbers_keep_their_marks() -> None:
    assert style(careful=False).write("llevo 1.500 euros. ¿Es mucho?") == "llevo 1.500 euros es mucho"


def test_silence_stays_silence() -> None:
    for text in ("", "...", "…"):
        assert style(careful=False).write(text) == text


@given(st.integers(min_value=0, max_value=5000))
def test_a_learner_changes_no_name_and_no_number(seed: int) -> None:
    rng = Random(seed)
    said = draw(rng).speak("me llamo Zelmira Ñocua y me quedo 17 días", rng)
    assert {"zelmira", "nocua", "17"} <= set(plain(said).split())


def test_mistakes_are_typical_and_one_at_a_time() -> None:
    made = {slip("vengo de Perú", Random(seed)) for seed in range(60)}
    assert made <= {"yo vene de Perú", "yo viene de Perú", "veno de Perú", "yo vengo en Perú", "bengo de Perú"}
    assert len(made) >= 3
    assert slip("nada", Random(0)) == "nada"


def test_recognised_speech_has_no_marks_and_no_digits() -> None:
    spoken = [each for each in (draw(Random(seed)) for seed in range(200)) if each.spoken]
    assert 0.15 < len(spoken) / 200 < 0.4
    for each in spoken:
        assert each.digits == 0
        assert not set("¿?¡!,.") & set(each.write("¿Puedo pasar, por favor?"))
