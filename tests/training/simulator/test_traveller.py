"""The simulated traveller: reproducible, true to itself, rich, and with words kept from training."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from garita.roleplay.act import Act, ActKind, Detail, Plan
from garita.roleplay.meaning import Fact
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.scenario_file import load_all
from garita.training.simulator.facts import Truth, to_usted
from garita.training.simulator.off_road import WAYS
from garita.training.simulator.traveller import Said, Traveller

SCENARIOS = load_all()
QUESTION = "¿Cuál es el motivo de su estancia?"
# kinds of turns that are as good an answer as any
GOOD = {"plain", "greeting", "farewell"}
_OWN = {"su": "mi", "sus": "mis", "va": "voy", "se": "me", "viaja": "viajo"}
# "diez" is said as "10", "uno" as "un": numbers are compared by value elsewhere
_NUMBERS = re.compile(r"\d")


def talk(seed: int, *, held_out: bool = False) -> tuple[Traveller, list[tuple[str, Said]]]:
    """A traveller asked the whole checklist, each question until it is answered, three times at most."""
    scenario = SCENARIOS[seed % len(SCENARIOS)]
    traveller = Traveller(scenario, Random(seed), held_out=held_out)
    turns = [(topic, said) for topic, said in _answers(traveller, scenario)]
    return traveller, turns


def _answers(traveller: Traveller, scenario: Scenario) -> Iterator[tuple[str, Said]]:
    opening = traveller.opening()
    if opening is not None:
        yield "", opening
    for question in scenario.checklist:
        kind: ActKind = "ask"
        for _ in range(3):
            said = traveller.answer(Plan(acts=(Act(kind=kind, topic=question.topic),)), QUESTION)
            yield question.topic, said
            if said.meaning.fact(question.topic) or (question.topic == "passport" and said.meaning.signals):
                break
            kind = "rephrase"


@pytest.fixture(scope="module")
def talks() -> list[tuple[Traveller, list[tuple[str, Said]]]]:
    return [talk(seed) for seed in range(300)]


Talks = list[tuple[Traveller, list[tuple[str, Said]]]]


def test_same_seed_same_words() -> None:
    assert talk(5)[1] == talk(5)[1]
    assert talk(5)[1] != talk(17)[1]


def test_every_slot_is_filled(talks: Talks) -> None:
    for _, turns in talks:
        for _, said in turns:
            assert not re.search(r"[{}|<>]", said.text), said.text


def test_facts_are_in_the_words(talks: Talks) -> None:
    """Names, places, professions and the like are said as the officer hears them, give or take a learner's mistake."""
    topics = ("name", "origin", "lodging", "profession", "onward")
    checked = found = 0
    for _, turns in talks:
        for _, said in turns:
            if "english" in said.meaning.signals:
                continue
            words = set(plain(said.text).split())
            for fact in said.meaning.facts:
                if fact.topic in topics and not _NUMBERS.search(fact.text):
                    checked += 1
                    found += all(_OWN.get(word, word) in words or word in words for word in plain(fact.text).split())
    assert checked > 1000
    assert found > 0.95 * checked


def test_what_is_told_agrees_with_the_dossier(talks: Talks) -> None:
    """Passport and flight fit what an honest traveller says."""
    names = [
        (traveller.scenario.traveller.name, fact.text)
        for traveller, turns in talks
        for _, said in turns
        for fact in said.meaning.facts
        if fact.topic == "name"
    ]
    assert len(names) > 100
    assert all(set(told.split()) & set(name.split()) for name, told in names)


def test_a_topic_is_answered_the_same_twice_unless_the_traveller_contradicts_itself() -> None:
    for seed in range(200):
        traveller = Traveller(SCENARIOS[seed % len(SCENARIOS)], Random(seed))
        plan = Plan(acts=(Act(kind="ask", topic="stay"),))
        facts = [traveller.answer(plan, QUESTION).meaning.fact("stay") for _ in range(4)]
        assert len({fact.text for fact in facts if fact is not None}) <= 1


def test_most_turns_are_plain_and_every_way_off_the_road_is_taken(talks: Talks) -> None:
    kinds = Counter(said.kind for _, turns in talks for _, said in turns)
    total = kinds.total()
    assert 0.55 < sum(kinds[kind] for kind in GOOD) / total < 0.72
    assert set(WAYS) <= set(kinds)
    assert all(kinds[kind] < 0.08 * total for kind in WAYS)


def test_a_quarter_of_students_speak_first(talks: Talks) -> None:
    assert 0.15 < sum(turns[0][0] == "" for _, turns in talks) / len(talks) < 0.35


def test_nobody_wanders_for_ever() -> None:
    lengths = [sum(len(said.text.split()) for _, said in talk(seed)[1]) for seed in range(150)]
    assert max(lengths) < 400


def test_wordings_are_many(talks: Talks) -> None:
    texts = Counter(plain(said.text) for _, turns in talks for _, said in turns if said.meaning.facts)
    assert len(texts) > 0.85 * texts.total()


def test_held_out_travellers_use_other_names_and_things() -> None:
    def texts(seeds: range, *, held_out: bool) -> set[str]:
        truths = [Truth(SCENARIOS[seed % len(SCENARIOS)], Random(seed), 0.5, held_out=held_out) for seed in seeds]
        topics: tuple[Topic, ...] = ("name", "profession", "purpose", "food", "medicines", "pets", "companions")
        said = {answer.fact.text for truth in truths for topic in topics if (answer := truth.answer(topic)).kind == ""}
        return said - _dossiers()

    training, examination = texts(range(300), held_out=False), texts(range(1000, 1300), held_out=True)
    assert len(training) > 500
    assert len(examination) > 300
    assert len(training & examination) < 0.01 * len(examination)


def _dossiers() -> set[str]:
    return {
        to_usted(text)
        for each in SCENARIOS
        for text in (each.traveller.profession, each.traveller.companions.removeprefix("viajo "))
    }


@pytest.mark.parametrize(
    ("kind", "detail", "item", "wanted"),
    [
        ("follow_up", "quantity", "botellas de ron", "fact"), ("follow_up", "value", "un reloj", "fact"),
        ("follow_up", "what", "zurumbel", "fact"), ("follow_up", "whom", "", "fact"),
        ("follow_up", "company", "", "fact"), ("follow_up", "address", "", "fact"),
        ("demand", "prescription", "insulina", "signal"), ("demand", "declaration", "", "signal"),
        ("confirm", "", "dos semanas", "any"), ("rule", "", "queso", "signal"), ("contradiction", "", "x", "any"),
        ("verdict", "", "", "any"), ("farewell", "", "", "signal"),
    ],
)  # fmt: skip
def test_every_act_gets_an_answer(kind: ActKind, detail: Detail, item: str, wanted: str) -> None:
    topic = {"whom": "purpose", "company": "profession", "address": "lodging"}.get(detail, "goods")
    topic = "stay" if kind in ("confirm", "contradiction") else topic
    plan = Plan(acts=(Act(kind=kind, topic=topic, detail=detail, item=item, verdict="pay"),))  # type: ignore[arg-type]
    facts, signals = 0, 0
    for seed in range(60):
        said = Traveller(SCENARIOS[seed % len(SCENARIOS)], Random(seed)).answer(plan, QUESTION)
        assert said.text.strip()
        facts += bool(said.meaning.facts)
        signals += bool(said.meaning.signals)
    assert wanted == "any" or (facts if wanted == "fact" else signals) > 45


def test_a_confirmation_says_yes_only_to_what_is_true() -> None:
    for seed in range(80):
        traveller = Traveller(SCENARIOS[seed % len(SCENARIOS)], Random(seed))
        said = traveller.answer(Plan(acts=(Act(kind="confirm", topic="stay", item="trece siglos"),)), QUESTION)
        assert "yes" not in said.meaning.signals
        assert isinstance(said.meaning.fact("stay"), Fact)


def test_a_word_asked_about_is_one_the_officer_said() -> None:
    asked = [said for seed in range(400) for _, said in talk(seed)[1] if said.meaning.word]
    assert asked
    assert all(said.meaning.word in QUESTION for said in asked)
