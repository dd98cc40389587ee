"""The agenda: what the officer does next, told by hand-made meanings."""

from __future__ import annotations

import msgspec
import pytest

from garita.roleplay import scenario_file
from garita.roleplay.act import Act, Plan
from garita.roleplay.agenda import Agenda
from garita.roleplay.meaning import Fact, Meaning, Signal, Thing
from garita.roleplay.note import note
from garita.roleplay.scenario import Scenario

MADRID = next(scenario for scenario in scenario_file.load_all() if scenario.id == "es_barajas_turismo")


def signals(*names: Signal) -> Meaning:
    return Meaning(signals=frozenset(names))


def fact(**fields: object) -> Meaning:
    return Meaning(facts=(msgspec.convert(fields, Fact),))


PASSPORT = signals("document")
NAME = fact(topic="name", text="Lucía Hernández Ríos")
ORIGIN = fact(topic="origin", text="Ciudad de México, México", country="MX")
PURPOSE = fact(topic="purpose", text="turismo", form="noun")
STAY = fact(topic="stay", text="dos semanas", number=14)
LODGING = fact(topic="lodging", text="en un hotel")
PROFESSION = fact(topic="profession", text="profesora")
GOODS = fact(topic="goods", text="ropa", things=({"text": "ropa", "name": "ropa", "kind": "clothes"},))
MONEY = fact(topic="money", text="800 euros", number=800, unit="EUR")
HONEST = [PASSPORT, NAME, ORIGIN, PURPOSE, STAY, LODGING, PROFESSION, GOODS, MONEY]


def begun(*meanings: Meaning, scenario: Scenario = MADRID) -> tuple[Agenda, Plan | None]:
    """An agenda after the opening and these turns, with its last plan."""
    agenda = Agenda(scenario)
    plan: Plan | None = agenda.open()
    for meaning in meanings:
        plan = agenda.hear(meaning)
    return agenda, plan


def main(plan: Plan | None) -> Act:
    assert plan is not None
    return plan.main


def test_the_officer_greets_and_asks_for_the_passport() -> None:
    _, plan = begun()
    assert plan is not None
    assert [(act.kind, act.topic) for act in plan.acts] == [("greet", None), ("ask", "passport")]


def test_an_honest_traveller_is_asked_every_topic_once_and_may_pass() -> None:
    agenda = Agenda(MADRID)
    plans = [agenda.open(), *(agenda.hear(meaning) for meaning in HONEST)]
    asked = [main(plan).topic for plan in plans[:-1]]
    assert asked == [question.topic for question in MADRID.checklist]
    assert main(plans[-1]).kind == "verdict"
    assert main(plans[-1]).verdict == "admit"
    assert main(agenda.hear(signals("thanks"))).kind == "farewell"
    assert main(agenda.hear(signals("off_topic"))).kind == "farewell"


def test_what_was_heard_is_taken_up() -> None:
    _, plan = begun(PASSPORT, NAME)
    assert plan is not None
    assert [fact.text for fact in plan.heard] == ["Lucía Hernández Ríos"]


def test_what_was_told_unasked_is_not_asked_again() -> None:
    together = Meaning(facts=(*NAME.facts, *STAY.facts))
    agenda, plan = begun(PASSPORT, together)
    assert main(plan).topic == "origin"
    assert [fact.topic for fact in plan.heard] == ["name", "stay"] if plan else False
    for meaning in (ORIGIN, PURPOSE):
        plan = agenda.hear(meaning)
    assert main(plan).topic == "lodging"


def test_a_student_who_speaks_first_is_greeted_and_heard() -> None:
    agenda = Agenda(MADRID)
    plan = agenda.hear(Meaning(facts=PURPOSE.facts, signals=frozenset({"greeting"})))
    assert [act.kind for act in plan.acts] == ["greet", "ask"] if plan else False
    assert [fact.topic for fact in plan.heard] == ["purpose"] if plan else False


@pytest.mark.parametrize(
    ("signal", "kind"),
    [
        ("repeat", "repeat"), ("slower", "slow_down"), ("english", "ask_spanish"), ("foreign", "ask_spanish"),
        ("silence", "pardon"), ("noise", "pardon"), ("insult", "stay_in_role"), ("injection", "stay_in_role"),
        ("farewell", "not_yet"), ("thanks", "return"), ("off_topic", "return"), ("explain", "rephrase"),
        ("dont_know", "rephrase"),
    ],
)  # fmt: skip
def test_off_the_road_the_question_stays_open(signal: Signal, kind: str) -> None:
    agenda, plan = begun(PASSPORT, NAME, ORIGIN, PURPOSE, signals(signal))
    assert (main(plan).kind, main(plan).topic) == (kind, "stay")
    assert main(agenda.hear(STAY)).topic == "lodging"


def test_the_question_for_a_paper_is_repeated_as_such() -> None:
    pills = Thing(text="unas pastillas para dormir", name="pastillas para dormir", kind="medicine")
    goods = Meaning(facts=(Fact(topic="goods", text=pills.text, things=(pills,)),))
    agenda, plan = begun(*HONEST[:7], goods)
    assert (main(plan).kind, main(plan).detail) == ("demand", "prescription")
    plan = agenda.hear(signals("repeat"))
    assert (main(plan).kind, main(plan).detail) == ("repeat", "prescription")
    assert note(plan) == "(Ahora: repite la pregunta sobre la receta.)"
    assert main(agenda.hear(signals("document"))).topic == "money"


def test_a_word_is_explained() -> None:
    _, plan = begun(PASSPORT, NAME, Meaning(signals=frozenset({"explain"}), word="procedencia"))
    assert (main(plan).kind, main(plan).item) == ("explain", "procedencia")


def test_who_only_greets_is_greeted_and_asked() -> None:
    agenda, plan = begun(signals("greeting"))
    assert plan is not None
    assert [(act.kind, act.topic) for act in plan.acts] == [("greet", None), ("ask", "passport")]
    assert main(agenda.hear(PASSPORT)).topic == "name"


def test_an_answer_beside_a_remark_counts() -> None:
    _, plan = begun(PASSPORT, Meaning(facts=NAME.facts, signals=frozenset({"thanks"})))
    assert (main(plan).kind, main(plan).topic) == ("ask", "origin")


def test_english_is_answered_with_a_request_and_the_second_time_accepted() -> None:
    english = Meaning(facts=STAY.facts, signals=frozenset({"english"}))
    agenda, plan = begun(PASSPORT, NAME, ORIGIN, PURPOSE, english)
    assert main(plan).kind == "ask_spanish"
    assert main(agenda.hear(english)).topic == "lodging"


def test_who_does_not_know_is_asked_simpler_and_then_let_be() -> None:
    agenda, plan = begun(PASSPORT, NAME, ORIGIN, PURPOSE, signals("dont_know"))
    assert main(plan).kind == "rephrase"
    plan = agenda.hear(signals("dont_know"))
    assert plan is not None
    assert [(act.kind, act.topic) for act in plan.acts] == [("move_on", "stay"), ("ask", "lodging")]
    assert agenda.record.unanswered == {"stay"}


def test_no_question_is_put_for_ever() -> None:
    agenda, _ = begun(PASSPORT)
    kinds = [main(agenda.hear(signals("silence"))).topic for _ in range(8)]
    assert kinds[0] == "name"
    assert kinds[-1] != "name"


def test_what_nobody_understood_is_left_to_the_model() -> None:
    agenda, plan = begun(PASSPORT, NAME, ORIGIN, PURPOSE, Meaning())
    assert plan is None
    agenda.officer_said("Entiendo. ¿Dónde va a alojarse?")
    assert agenda.asked is not None
    assert agenda.asked.topic == "lodging"


def test_where_nothing_is_left_to_the_model_the_officer_says_so_and_asks_again() -> None:
    agenda = Agenda(MADRID, leaves_to_model=False)
    agenda.open()
    agenda.hear(PASSPORT)
    plan = agenda.hear(Meaning())
    assert (main(plan).kind, main(plan).topic) == ("pardon", "name")
    assert main(agenda.hear(Meaning())).topic == "origin"  # the second time it is taken for an answer


def test_a_model_that_goes_on_has_taken_the_answer_for_one() -> None:
    agenda, _ = begun(PASSPORT, NAME, ORIGIN, PURPOSE, Meaning())
    agenda.officer_said("Entiendo. ¿Dónde va a alojarse?")
    assert main(agenda.hear(LODGING)).topic == "profession"


def test_a_model_that_asks_again_gets_a_second_answer_and_then_the_agenda_goes_on() -> None:
    agenda, _ = begun(PASSPORT, NAME, ORIGIN, PURPOSE, Meaning())
    agenda.officer_said("Perdone, ¿cuánto tiempo se queda?")
    assert main(agenda.hear(Meaning())).topic == "lodging"


def test_a_passport_that_is_refused_ends_the_conversation() -> None:
    agenda, plan = begun(signals("no"), signals("no"), signals("no"), signals("no"))
    assert main(plan).verdict == "refuse"
    assert main(agenda.hear(signals("insult"))).kind == "farewell"


def test_whoever_talks_of_other_things_is_heard_and_still_has_to_show_the_passport() -> None:
    agenda, plan = begun(PURPOSE)
    assert plan is not None
    assert [fact.topic for fact in plan.heard] == ["purpose"]
    assert (main(plan).kind, main(plan).topic) == ("ask", "passport")
    assert main(agenda.hear(PASSPORT)).topic == "name"


def test_nothing_in_the_luggage_is_an_answer() -> None:
    _, plan = begun(*HONEST[:7], signals("no"))
    assert plan is not None
    assert plan.heard[0].none
    assert main(plan).topic == "money"


def test_yes_to_a_list_calls_for_what_exactly() -> None:
    _, plan = begun(*HONEST[:7], signals("yes"))
    assert (main(plan).kind, main(plan).detail) == ("follow_up", "yes_what")


def test_two_stays_are_a_contradiction_which_an_answer_clears_up() -> None:
    other = fact(topic="stay", text="tres meses", number=90)
    agenda, plan = begun(*HONEST[:5], other)
    act = main(plan)
    assert (act.kind, act.item, act.before, act.known_from) == ("contradiction", "tres meses", "dos semanas", "said")
    plan = agenda.hear(STAY)
    assert main(plan).topic == "lodging"
    assert not agenda.record.contradictions


def test_another_name_than_the_passports_is_pointed_out_once() -> None:
    agenda, plan = begun(PASSPORT, fact(topic="name", text="Peter Novak"))
    act = main(plan)
    assert (act.kind, act.before, act.known_from) == ("contradiction", "Lucía Hernández Ríos", "passport")
    plan = agenda.hear(fact(topic="name", text="Peter Novak"))
    assert main(plan).topic == "origin"
    assert "name" in agenda.record.contradictions


def test_a_first_name_alone_is_no_contradiction() -> None:
    _, plan = begun(PASSPORT, fact(topic="name", text="Lucia"))
    assert main(plan).topic == "origin"


def test_a_doubtful_fact_is_confirmed_and_a_no_asks_again() -> None:
    doubtful = fact(topic="stay", text="doce semanas", number=84, doubtful=True)
    agenda, plan = begun(PASSPORT, NAME, ORIGIN, PURPOSE, doubtful)
    assert (main(plan).kind, main(plan).item) == ("confirm", "doce semanas")
    assert main(agenda.hear(signals("no"))).topic == "stay"
    assert main(agenda.hear(STAY)).topic == "lodging"


def test_too_much_rum_is_told_the_rule_and_pays() -> None:
    rum = Thing(text="tres litros de ron", name="ron", kind="alcohol", count=3, unit="litro", amount=3)
    goods = Meaning(facts=(Fact(topic="goods", text="tres litros de ron", things=(rum,)),))
    agenda, plan = begun(*HONEST[:7], goods)
    assert (main(plan).kind, main(plan).rule, main(plan).item) == ("rule", "alcohol", "tres litros de ron")
    assert main(agenda.hear(signals("yes"))).topic == "money"
    assert main(agenda.hear(MONEY)).verdict == "pay"


def test_the_company_adds_to_a_business_trip_and_does_not_replace_it() -> None:
    business = msgspec.structs.replace(MADRID, level="B2")
    work = fact(topic="purpose", text="un viaje de negocios", form="noun")
    agenda, plan = begun(*HONEST[:3], work, scenario=business)
    assert (main(plan).kind, main(plan).detail) == ("follow_up", "company")
    plan = agenda.hear(fact(topic="purpose", text="la empresa Turismo Sol"))
    assert main(plan).topic == "stay"
    assert plan is not None
    assert [heard.text for heard in plan.heard] == ["la empresa Turismo Sol"]
    assert agenda.record.facts["purpose"].text == "un viaje de negocios"


def test_a_quantity_is_asked_once_however_unclear_the_answer() -> None:
    def wine(text: str, **more: object) -> Meaning:
        return fact(topic="goods", text=text, things=({"text": text, "name": "vino", "kind": "alcohol", **more},))

    agenda, plan = begun(*HONEST[:7], wine("unas botellas de vino"))
    assert (main(plan).kind, main(plan).detail) == ("follow_up", "quantity")
    assert main(agenda.hear(wine("varias botellas de vino"))).topic == "money"


def test_a_quantity_told_later_is_held_against_the_rule() -> None:
    wine = {"text": "unas botellas de vino", "name": "vino", "kind": "alcohol"}
    agenda, plan = begun(*HONEST[:7], fact(topic="goods", text="unas botellas de vino", things=(wine,)))
    plan = agenda.hear(
        fact(topic="goods", text="seis litros", things=({**wine, "text": "seis litros de vino", "amount": 6},))
    )
    assert (main(plan).kind, main(plan).rule, main(plan).item) == ("rule", "alcohol", "seis litros de vino")


def test_a_rule_is_said_again_to_whoever_did_not_get_it_and_accepted_with_an_apology() -> None:
    rum = Thing(text="tres litros de ron", name="ron", kind="alcohol", count=3, unit="litro", amount=3)
    goods = Meaning(facts=(Fact(topic="goods", text="tres litros de ron", things=(rum,)),))
    agenda, rule = begun(*HONEST[:7], goods)
    assert main(agenda.hear(signals("repeat"))) == main(rule)
    assert main(agenda.hear(signals("sorry"))).topic == "money"


def test_much_cash_wants_a_declaration() -> None:
    agenda, plan = begun(*HONEST[:8], fact(topic="money", text="15 000 euros", number=15_000, unit="EUR"))
    assert (main(plan).kind, main(plan).detail) == ("demand", "declaration")
    assert main(agenda.hear(signals("no"))).verdict == "inspect"


def test_a_declared_sum_passes() -> None:
    agenda, _ = begun(*HONEST[:8], fact(topic="money", text="15 000 euros", number=15_000, unit="EUR"))
    assert main(agenda.hear(signals("yes", "document"))).verdict == "admit"


def test_three_insults_are_too_many() -> None:
    agenda, _ = begun(PASSPORT)
    for _ in range(3):
        agenda.hear(signals("insult"))
    for meaning in HONEST[1:]:
        plan = agenda.hear(meaning)
    assert main(plan).verdict == "refuse"


def test_an_answer_with_an_insult_counts_and_gets_a_word_about_respect() -> None:
    rude = msgspec.structs.replace(NAME, signals=frozenset({"insult"}))
    agenda, plan = begun(PASSPORT, rude)
    assert (main(plan).kind, main(plan).topic, main(plan).remark) == ("stay_in_role", "origin", "insult")
    assert main(agenda.hear(ORIGIN)).topic == "purpose"


def test_the_same_answer_to_another_question_gets_it_in_plainer_words() -> None:
    _, plan = begun(PASSPORT, NAME, NAME)
    assert (main(plan).kind, main(plan).topic) == ("rephrase", "origin")


def test_papers_of_a_kind_are_asked_for_once() -> None:
    scene = next(scenario for scenario in scenario_file.load_all() if scenario.id == "cl_libertadores_mascota")
    dogs = [
        fact(topic=topic, text=text, things=({"text": text, "name": "perra", "kind": "pet"},))
        for topic, text in (("pets", "una perra labradora"), ("companions", "con su perra"))
    ]
    _, plan = begun(PASSPORT, dogs[0], signals("yes"), dogs[1], scenario=scene)
    assert main(plan).kind == "ask"


def test_a_scenario_without_a_checklist_is_greeted_and_judged() -> None:
    bare = msgspec.structs.replace(MADRID, checklist=())
    agenda = Agenda(bare)
    plan = agenda.open()
    assert [act.kind for act in plan.acts] == ["greet", "verdict"]
    assert main(agenda.hear(signals("thanks"))).kind == "farewell"


def test_the_same_turns_give_the_same_plans() -> None:
    first = [begun(*HONEST[:count])[1] for count in range(len(HONEST))]
    assert first == [begun(*HONEST[:count])[1] for count in range(len(HONEST))]
