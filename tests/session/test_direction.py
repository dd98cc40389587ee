"""A reply is held to its plan: the right question, no number that nobody gave, and nothing left out."""

from __future__ import annotations

import pytest

from garita.roleplay.act import Act, Plan, VerdictKind
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario_file import load_all
from garita.roleplay.sentences import split
from garita.session.direction import Direction
from garita.training.simulator import conversations
from tests.session.scene import SCENE

STAY = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic="origin", text="Puebla, México"),))


def direction(plan: Plan | None, student: str = "Vengo de Puebla.") -> Direction:
    return Direction(plan, SCENE, student, trained=True)


HEARD = "De Puebla, México, muy bien."
RUM = "tres litros de ron"


@pytest.mark.parametrize(
    "sentences",
    [
        [HEARD, "¿Cuánto tiempo se queda?"],
        ["Muy bien, gracias.", HEARD, "Seguimos con otra cosa.", "¿Cuántos días son?"],
        ["Viene de Puebla, México, ¿y cuánto tiempo se queda?"],
    ],
)
def test_what_was_planned_may_be_said(sentences: list[str]) -> None:
    for number, sentence in enumerate(sentences):
        assert direction(STAY).fault(sentence, sentences[:number]) is None


@pytest.mark.parametrize("sentence", ["¿De dónde viene?", "¿Me da su pasaporte?", "Son 300 euros.", "Puede pasar."])
def test_another_question_an_invented_number_and_an_early_verdict_are_astray(sentence: str) -> None:
    assert direction(STAY).fault(sentence, [HEARD]) == "astray"


def test_what_was_heard_comes_before_the_question() -> None:
    assert direction(STAY).fault("¿Cuánto tiempo se queda?", []) == "untaken"
    assert direction(STAY).fault("Entiendo que viene de Guadalajara.", []) == "astray"
    assert direction(STAY).fault("¿Cuánto tiempo se queda?", ["Muy bien.", HEARD]) is None


def test_a_number_of_the_student_or_the_note_may_be_said() -> None:
    paying = Plan(acts=(Act(kind="verdict", verdict="pay", item=RUM, duty="1 250 pesos"),))
    assert direction(paying).fault(f"Debe pagar 1250 pesos por {RUM}.", []) is None
    assert direction(STAY, "Son 14 días.").fault("Catorce o 14 días, bien.", [HEARD]) is None


@pytest.mark.parametrize(
    ("verdict", "sentence", "before", "fault"),
    [
        ("admit", "Todo está en orden, puede pasar.", [], None),
        ("inspect", "Todo está en orden, puede pasar.", [], "astray"),
        ("inspect", f"Pase a la segunda revisión por {RUM}.", [], None),
        ("hold", f"Primero deje aquí {RUM}.", [], None),
        ("hold", "Después puede pasar.", [f"Primero deje aquí {RUM}."], None),
        ("hold", "Puede pasar.", [], "astray"),
        ("refuse", "Lo siento, no puede entrar.", [], None),
        ("refuse", "Tiene usted permiso: no puede entrar.", [], "astray"),
        ("refuse", "Le dejo continuar: no puede entrar.", [], "astray"),
        ("refuse", "No le dejo entrar.", [], None),
        ("admit", "Debe pagar el impuesto.", [], "astray"),
    ],
)
def test_only_the_right_verdict_is_given(
    verdict: VerdictKind, sentence: str, before: list[str], fault: str | None
) -> None:
    plan = Plan(acts=(Act(kind="verdict", verdict=verdict),))
    assert direction(plan).fault(sentence, before) == fault


@pytest.mark.parametrize(
    ("sentence", "before", "fault"),
    [
        ("Los taxis están afuera.", [], "astray"),
        ("Ya veo.", [], None),
        ("Me alegro.", [], "astray"),
        ("Son las normas.", [], None),
        ("Con gusto se lo digo.", ["Son las normas."], None),
        ("¿Cuánto tiempo se queda?", ["Son las normas."], None),
    ],
)
def test_a_remark_gets_its_own_answer(sentence: str, before: list[str], fault: str | None) -> None:
    asked_why = Plan(acts=(Act(kind="return", topic="stay", remark="why"),))
    assert direction(asked_why, "¿Por qué lo pregunta?").fault(sentence, before) == fault


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("En el pasaporte pone Ana Sotz, pero usted dice Eva Ruiz.", None),
        ("Usted dice Ana Sotz y usted dice Eva Ruiz.", "astray"),
        ("Antes dijo Ana Sotz y ahora dice Eva Ruiz.", "astray"),
    ],
)
def test_what_a_paper_says_is_not_what_the_student_said(sentence: str, fault: str | None) -> None:
    act = Act(kind="contradiction", topic="name", item="Eva Ruiz", before="Ana Sotz", known_from="passport")
    assert direction(Plan(acts=(act,))).fault(sentence, []) == fault


def test_after_the_verdict_nothing_is_asked() -> None:
    farewell = Plan(acts=(Act(kind="farewell"),))
    assert direction(farewell).fault("¿Cuánto tiempo se queda?", []) == "astray"
    assert direction(farewell).fault("Adiós, buen viaje.", []) is None


def test_without_a_plan_everything_passes() -> None:
    assert direction(None).fault("¿Lleva 300 perros?", []) is None
    assert direction(None).missing(["Buenos días."]) is None


def test_an_officer_who_follows_the_plan_is_never_stopped() -> None:
    faults = sentences = 0
    for talk in conversations(load_all(), 60, seed=21):
        for turn in talk.turns:
            text, student = talk.history[turn.message].content, talk.history[turn.message - 1].content
            judge = Direction(turn.plan, talk.scene, student if turn.message else "", trained=True)
            said = split(text)
            faults += sum(judge.fault(each, said[:number]) is not None for number, each in enumerate(said))
            sentences += len(said)
            assert judge.missing(said) is None
    assert faults <= 0.002 * sentences


def test_what_is_owed() -> None:
    assert direction(STAY).missing(["De Puebla, muy bien."]) == STAY.main
    assert direction(STAY).missing(["De Puebla.", "¿Cuánto tiempo se queda?"]) is None
    assert direction(STAY).missing([]) == STAY.main


def test_a_large_model_may_word_things_as_it_likes() -> None:
    free = Direction(STAY, SCENE, "Vengo de Puebla.", trained=False)
    asked = "¿Cuántas jornadas piensa honrarnos con su presencia?"
    assert free.fault(asked, []) is None
    assert free.missing([asked]) is None
    assert free.fault("¿De dónde viene usted?", []) == "astray"
    assert free.missing(["Ah, de Puebla."]) == STAY.main
    assert free.fault("Puede pasar.", []) == "astray"


EXPLAIN = Plan(acts=(Act(kind="explain", topic="profession", item="dedica"),))


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("La palabra dedica es: trabajar en algo.", None),
        ("La palabra dedica es: dormir en un lugar.", "astray"),
        ("La palabra dedica no importa.", None),
        ("Más fácil: ¿en qué trabaja?", None),
    ],
)
def test_a_word_has_its_own_meaning_and_no_other(sentence: str, fault: str | None) -> None:
    assert direction(EXPLAIN).fault(sentence, []) == fault


def test_more_facts_than_one_are_said_back_together_or_the_name_first() -> None:
    both = Plan(acts=STAY.acts, heard=(Fact(topic="name", text="Ana Sotz"), *STAY.heard))
    assert direction(both).fault("Ana Sotz, de Puebla, México.", []) is None
    assert direction(both).fault("Mucho gusto, Ana Sotz.", []) is None
    assert direction(both).fault("Viene de Puebla, México.", []) == "astray"
