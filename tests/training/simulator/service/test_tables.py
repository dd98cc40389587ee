"""The tables of service talk fit together: every pattern can be said, every value drawn, no slot means two things."""

from __future__ import annotations

from random import Random

import pytest

from garita.training.simulator.service.act import SLOTS
from garita.training.simulator.service.queries import INFORMATION, REMARKS
from garita.training.simulator.service.query import queries
from garita.training.simulator.service.region import localised
from garita.training.simulator.service.scenes import SCENES
from garita.training.simulator.service.setting import TOPICS
from garita.training.simulator.service.topic import topics
from garita.training.simulator.service.values import KINDS, PHRASES, Values
from garita.training.simulator.service.values_form import phrases
from garita.training.simulator.service.words import Language, Pair, pair
from garita.training.simulator.wording import count, say

LANGUAGES: tuple[Language, ...] = ("es", "en")
CITIES = ("Cádiz", "Quito")


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.key)
def test_a_topic_can_be_asked_answered_and_taken_up(topic) -> None:
    assert topic.value in KINDS
    for language in LANGUAGES:
        side = topic.into(language)
        assert side.word in side.about
        for pattern in (*side.ask, *side.answer, *side.take_up):
            assert "<" not in say(pattern, Random(1), x="esto")
        assert all("<x>" in pattern for pattern in (*side.answer, *side.take_up))
        assert sum(map(count, side.ask)) >= 4


def test_no_topic_has_an_acts_slot() -> None:
    for language in LANGUAGES:
        assert not {topic.into(language).word for topic in TOPICS.values()} & {s.into(language) for s in SLOTS.values()}


def test_scenes_know_their_topics_and_queries() -> None:
    for scene in SCENES:
        words = [TOPICS[key].es.word for key in scene.topics]
        assert len(words) == len(set(words)) >= 4
        assert set(scene.queries) <= set(INFORMATION)


def test_what_clerks_tell_has_a_detail_and_remarks_have_none() -> None:
    for query in INFORMATION.values():
        assert query.value in KINDS
        assert all("<x>" in pattern for side in query.sides.values() for pattern in side.answer)
    assert all(
        "<" not in pattern for query in REMARKS.values() for side in query.sides.values() for pattern in side.answer
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_values_come_in_both_languages(kind: str) -> None:
    rng = Random(3)
    values = Values(rng, CITIES, Pair("euros", "euros"))
    drawn = [values.draw(kind) for _ in range(60)]
    assert all(text.strip() and "<" not in text for value in drawn for both in value for text in both)
    assert len({value.said.es for value in drawn}) >= min(6, len(PHRASES[kind].heads) if kind in PHRASES else 6)


def test_what_is_heard_is_the_customers() -> None:
    rng = Random(1)
    formal, friendly = (Values(rng, CITIES, Pair("euros", "euros"), friendly=friendly) for friendly in (False, True))
    heard = {value.said.es: value.heard.es for value in (formal.draw("companions") for _ in range(99))}
    assert heard["con mi hermana"] == "con su hermana"
    heard = {value.said.es: value.heard.es for value in (friendly.draw("companions") for _ in range(99))}
    assert heard["con mi hermana"] == "con tu hermana"


def test_the_text_forms() -> None:
    read = topics("@a | uno, el uno | one, the one | w\nes? ¿q?\nes= r <x>\nes> s <x>\nen? q?\nen= r <x>\nen> s <x>")
    assert read["a"].es.about == "el uno"
    with pytest.raises(ValueError, match="missing"):
        topics("@a | uno, el uno | one, the one | w\nes? ¿q?")
    asked = queries("@b | el b | the b | w\nes? ¿q?\nes= a <x>\nen? q?\nen= a <x>")
    assert asked["b"].into("tú") == asked["b"].into("es")
    assert phrases("@c\nuno / one\n+ /\n+ más / more")["c"].tails == (Pair("", ""), Pair("más", "more"))
    assert pair("igual") == Pair("igual", "igual")


def test_america_has_words_of_its_own() -> None:
    assert localised("Un zumo con el móvil. Vale.", "MX") == "Un jugo con el celular. Bueno."
    assert localised("Un zumo con el móvil. Vale.", "ES") == "Un zumo con el móvil. Vale."
