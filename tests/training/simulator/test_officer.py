"""The officer's words for every kind of plan: whole, one question, copied facts, accepted by the guard, varied."""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import get_args

import pytest

from garita.roleplay.act import Act, ActKind, Plan
from garita.roleplay.guard import Guard
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Level, Scenario, Topic
from garita.roleplay.scenario_file import find, load_all
from garita.roleplay.sentences import split
from garita.training.simulator.officer import Officer
from tests.training.simulator import plans

SCENARIOS = load_all()
BARAJAS = find("es_barajas_turismo")  # A2, kind, Spain
EZEIZA = find("ar_ezeiza_efectivo")  # C1, stern, Río de la Plata
SAID = ("Buenos días. ¿De dónde viene?",)


def words(plan: Plan, seed: int, scenario: Scenario = BARAJAS, said: tuple[str, ...] = SAID) -> str:
    return Officer(scenario, Random(seed)).turn(plan, said)


def many(kind: ActKind, count: int, seed: int = 1) -> list[tuple[Plan, str]]:
    rng = Random(seed)
    found = []
    for _ in range(count):
        plan = plans.plan(rng, kind)
        found.append((plan, Officer(rng.choice(SCENARIOS), rng).turn(plan, SAID)))
    return found


@pytest.mark.parametrize("kind", plans.KINDS)
def test_every_plan_is_worded_whole(kind: ActKind) -> None:
    for plan, text in many(kind, 150):
        assert not re.search(r"[<>{}|]|  | [,.?]|\bnone\b", text, re.IGNORECASE), text
        assert text[0].isupper() or text[0] in "¿¡", text
        assert text[-1] in ".?!", text
        assert text.count("?") == text.count("¿") <= 1, text
        if "?" in text:
            assert text.endswith("?"), text
        for fact in plan.heard:
            assert fact.text in text, (fact.text, text)
        for act in plan.acts:
            for slot in (act.item, act.before, act.limit.rstrip("."), act.duty):
                assert slot in text or slot == "nada", (slot, text)


def test_verdicts_and_farewells_ask_nothing() -> None:
    assert not any("?" in text for kind in ("verdict", "farewell") for _, text in many(kind, 150))


def test_same_seed_same_words() -> None:
    plan = plans.plan(Random(3), "rule")
    assert words(plan, 5) == words(plan, 5)
    assert len({words(plan, seed) for seed in range(20)}) > 15


def test_the_guard_accepts_all() -> None:
    guard, rng = Guard(), Random(4)
    refused = []
    for _ in range(1200):
        plan = plans.plan(rng)
        text = Officer(rng.choice(SCENARIOS), rng).turn(plan, SAID)
        refused += [sentence for sentence in split(text) if not guard.check(sentence, (), True).ok]
    assert refused == []


def test_facts_together_are_said_back_together() -> None:
    facts = tuple(plans.FACTS[topic][0] for topic in ("origin", "stay", "companions"))
    for seed in range(50):
        text = words(Plan(acts=(Act(kind="ask", topic="lodging"),), heard=facts), seed)
        assert all(fact.text in text for fact in facts)
        assert len(split(text)) <= 5


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        (Fact(topic="purpose", text="visitar a su hermana", form="verb"), r"por visitar|de visitar"),
        (Fact(topic="purpose", text="turismo", form="noun"), r"(?:viene|viaja) a turismo|para turismo"),
        (Fact(topic="companions", text="sola", form="alone"), r"con sola|hay sola"),
        (Fact(topic="goods", text="nada", none=True), r"(?<!no )(?<!No )(?:lleva|trae|tiene) nada"),
        (Fact(topic="stay", text="hasta el 5 de mayo", form="until"), r"por hasta|dura hasta"),
    ],
)
def test_a_fact_stands_in_a_sentence_that_fits_its_form(fact: Fact, wrong: str) -> None:
    plan = Plan(acts=(Act(kind="ask", topic="money"),), heard=(fact,))
    for seed in range(120):
        text = words(plan, seed)
        assert fact.text in text
        assert not re.search(wrong, text), text


def test_a_repetition_may_be_word_for_word() -> None:
    said = ("Muy bien. ¿De qué ciudad viene usted?",)
    texts = [words(Plan(acts=(Act(kind="repeat", topic="origin"),)), seed, said=said) for seed in range(100)]
    literal = sum("¿de qué ciudad viene usted?" in text.lower() for text in texts)
    assert 30 < literal < 75


def test_nothing_is_said_twice_where_there_is_a_choice() -> None:
    rng = Random(8)
    officer = Officer(BARAJAS, rng)
    said: list[str] = []
    guard = Guard()
    refused = 0
    for topic in [question.topic for question in BARAJAS.checklist] * 2:
        fact = plans.fact(topic, rng)
        text = officer.turn(Plan(acts=(Act(kind="ask", topic=topic),), heard=(fact,)), said)
        refused += sum(guard.check(sentence, said, False).reason == "repeat" for sentence in split(text))
        said.append(text)
    assert refused <= 2


@pytest.mark.parametrize(("level", "longest"), [("A2", 8), ("B1", 9), ("B2", 10), ("C1", 12)])
def test_sentences_grow_with_the_level(level: Level, longest: int) -> None:
    rng = Random(6)
    fitting = [scenario for scenario in SCENARIOS if scenario.level == level]
    lengths = []
    for _ in range(300):
        plan = Plan(acts=(plans.act("ask", rng),))
        text = Officer(rng.choice(fitting), rng).turn(plan, SAID)
        lengths += [len(sentence.split()) for sentence in split(text)]
    assert sum(length <= longest for length in lengths) >= 0.9 * len(lengths)


def test_higher_levels_speak_in_richer_forms() -> None:
    rich = re.compile(r"\b(?:podría|sería|quisiera|tendría|agradecería|me diga|me indique|que deba|piensa|previsto)\b")

    def share(scenario: Scenario) -> float:
        plan = Plan(acts=(Act(kind="ask", topic="lodging"),))
        return sum(bool(rich.search(words(plan, seed, scenario))) for seed in range(200)) / 200

    assert share(EZEIZA) > 0.4
    assert share(BARAJAS) == 0


def test_regions_have_their_words() -> None:
    plan = Plan(acts=(Act(kind="ask", topic="goods"),))
    spain = " ".join(words(plan, seed, BARAJAS) for seed in range(100))
    plata = " ".join(words(plan, seed, EZEIZA) for seed in range(100))
    assert "maleta" in spain and "valija" not in spain
    assert "valija" in plata and "maleta" not in plata
    assert not re.search(r"\b(?:vos|tenés|traés|llevás|tú|tienes|llevas)\b", plata)


def test_turns_are_unique_and_no_family_is_frequent() -> None:
    rng = Random(21)
    texts: Counter[str] = Counter()
    families: dict[Topic, Counter[tuple[str, ...]]] = {}
    for _ in range(150):
        scenario = rng.choice(SCENARIOS)
        officer = Officer(scenario, rng)
        said: list[str] = []
        for question in scenario.checklist:
            heard = (Fact(topic="stay", text="equis"),) if said else ()
            greets = () if said else (Act(kind="greet"),)
            plan = Plan(acts=(*greets, Act(kind="ask", topic=question.topic)), heard=heard)
            said.append(officer.turn(plan, said))
            families.setdefault(question.topic, Counter())[tuple(officer.used)] += 1
        said.append(officer.turn(Plan(acts=(Act(kind="verdict", verdict="admit"),)), said))
        said.append(officer.turn(Plan(acts=(Act(kind="farewell"),)), said))
        texts.update(said)
    assert len(texts) >= 0.95 * sum(texts.values())
    for topic, family in families.items():
        total = sum(family.values())
        assert total < 100 or family.most_common(1)[0][1] <= 0.02 * total + 1, topic


def test_the_kinds_are_all_tried() -> None:
    assert set(plans.KINDS) == set(get_args(ActKind))
    assert set(plans.FACTS) == set(plans.TOPICS)
