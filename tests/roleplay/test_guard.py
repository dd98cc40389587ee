"""The guard against labelled sentences, the scenarios' own wordings, repeats, and what it may cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay import scenario_file
from garita.roleplay.guard import Guard, asked_to_repeat
from garita.roleplay.sentences import split

LABELLED = [
    (label, sentence)
    for line in (Path(__file__).parent / "guard_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for label, sentence in [line.split(": ", 1)]
]
GUARD = Guard()


def reason(sentence: str, *earlier: str, may_repeat: bool = False) -> str | None:
    return GUARD.check(sentence, earlier, may_repeat).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Lleva zepamzepamzepamzepam, muy bien.",
        "Una maleta de ropa, una maleta de ropa, una maleta de ropa, entiendo.",
        "Lleva una cámara de fotos, una cámara de fotos y una cámara de fotos.",
        "Se queda en el hostal cmttttttttt.",
    ],
)
def test_a_sentence_that_loops_is_refused(sentence: str) -> None:
    assert reason(sentence) == "loop"


@pytest.mark.parametrize("sentence", ["Pase, pase, pase.", "No, no, no. Espere.", "Son 100000 pesos, muy bien."])
def test_what_people_say_thrice_is_no_loop(sentence: str) -> None:
    assert reason(sentence) is None


# --- the labelled set ----------------------------------------------------------------------------------------------
# The rules have seen these sentences. On sentences written afterwards and measured before any rule was touched (109
# good, 139 bad) 1.8 % of the good were refused and 88 % of the bad caught (93 % of the foreign ones).


def test_the_labelled_set_is_large_and_says_nothing_twice() -> None:
    assert len(LABELLED) >= 600
    assert len(set(LABELLED)) == len(LABELLED)
    assert sum(label == "good" for label, _ in LABELLED) >= 300


def test_good_sentences_pass() -> None:
    refused = [(reason(sentence), sentence) for label, sentence in LABELLED if label == "good" and reason(sentence)]
    assert len(refused) <= 0.005 * len(LABELLED), refused


def test_bad_sentences_are_caught_and_named() -> None:
    bad = [(label, sentence) for label, sentence in LABELLED if label != "good"]
    missed = [(label, sentence) for label, sentence in bad if reason(sentence) is None]
    misnamed = [(label, sentence) for label, sentence in bad if reason(sentence) not in {label, None}]
    assert len(missed) <= 0.02 * len(bad), missed
    assert len(misnamed) <= 0.02 * len(bad), misnamed


def test_every_wording_of_the_scenarios_passes() -> None:
    for scenario in scenario_file.load_all():
        wordings = [
            *scenario.greeting,
            *scenario.farewell,
            *(ask for question in scenario.checklist for ask in question.ask),
        ]
        for sentence in [each for wording in wordings for each in split(wording)]:
            assert reason(sentence) is None, sentence


# --- repeats -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("¿De dónde viene?", "¿De dónde viene?"),
        ("¿de donde viene", "Buenos días. ¿De dónde viene?"),
        ("¿Cuánto tiempo va a quedarse en España?", "¿Y cuánto tiempo va a quedarse en España?"),
        ("Su pasaporte, por favor.", "Su pasaporte, por favor. Gracias."),
        ("El límite es de 10.000 euros.", "El límite es de 10.000 euros."),
    ],
)
def test_an_earlier_sentence_may_not_come_again(sentence: str, earlier: str) -> None:
    assert reason(sentence, "Hola.", earlier, "Vale.") == "repeat"
    assert reason(sentence, "Hola.", earlier, "Vale.", may_repeat=True) is None


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("¿Cuánto tabaco trae?", "¿Cuánto dinero trae?"),
        ("¿Trae comida?", "¿Trae alcohol?"),
        ("Son 80 euros por persona.", "Son 90 euros por persona."),
        ("Muy bien.", "Muy bien. ¿De dónde viene?"),
        ("Gracias.", "Gracias. ¿Su nombre?"),
        ("¿Algo más?", "¿Algo más? Espere."),
        ("¿Dónde se aloja?", "¿De dónde viene?"),
    ],
)
def test_another_question_and_courtesy_may(sentence: str, earlier: str) -> None:
    assert reason(sentence, earlier) is None


def test_not_even_courtesy_comes_twice_in_a_row() -> None:
    assert reason("Muy bien.", "Gracias. Muy bien.") == "repeat"


@pytest.mark.parametrize(
    "text",
    [
        "¿Cómo?", "¿Perdón?", "¿Puede repetir, por favor?", "Repita por favor", "no entiendo", "No le he entendido.",
        "más despacio por favor", "otra vez", "¿Qué significa «declarar»?", "no comprendo", "Sorry?", "can you repeat",
        "I don't understand", "¿Cómo dice?", "¿Mande?", "No sé.",
    ],
)  # fmt: skip
def test_a_student_who_did_not_understand_is_heard(text: str) -> None:
    assert asked_to_repeat(text)


@pytest.mark.parametrize(
    "text",
    ["Vengo de México.", "Sí, señor.", "Como mucho queso.", "Perdón, mi pasaporte está aquí.", "", "No sé nadar."],
)
def test_an_answer_is_no_request_to_repeat(text: str) -> None:
    assert not asked_to_repeat(text)


# --- robustness and cost -------------------------------------------------------------------------------------------


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=3), st.booleans())
def test_any_text_gets_a_verdict(sentence: str, earlier: list[str], may_repeat: bool) -> None:
    verdict = GUARD.check(sentence, earlier, may_repeat)
    assert verdict.ok == (verdict.reason is None)


def test_importing_the_guard_loads_no_language_model() -> None:
    code = "import sys, garita.roleplay.guard; print({'py3langid', 'numpy', 'rapidfuzz'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert loaded.stdout.strip() == "set()"
