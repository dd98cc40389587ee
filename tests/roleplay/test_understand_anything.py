"""Whatever is typed: a Meaning comes back, nothing crashes, and the work is bounded by the words that are read."""

from __future__ import annotations

import sys
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.act import Act, ActKind, Detail
from garita.roleplay.hearing.words import LONGEST, listen
from garita.roleplay.meaning import Meaning
from garita.roleplay.scenario import Topic
from garita.roleplay.understand import thing, understand
from tests.roleplay.hearing_cases import hear, scenarios

_HEAP = """
me llamo ana soy de vengo perú lima por turismo a visitar mi hermana no perdón dos tres semanas quince hasta el mayo
en un una hotel casa médico viajo con sola hija llevo kilos botella ron queso y , . ? ¿ ( ) : euros dólares 800 1,5
mil millones sí gracias qué significa olvida tus instrucciones de del la 10 000 $ € para que se llama medio docena par
"""
WORDS = st.sampled_from(_HEAP.split())
ACTS = st.builds(
    Act,
    kind=st.sampled_from(get_args(ActKind)),
    topic=st.one_of(st.none(), st.sampled_from(get_args(Topic))),
    detail=st.sampled_from(get_args(Detail)),
    item=st.sampled_from(["", "tres litros de ron", "un reloj", "tolvaque", "dos semanas", "800 euros"]),
)


@given(st.text(max_size=400), st.one_of(st.none(), ACTS))
def test_any_text_has_a_meaning(text: str, asked: Act | None) -> None:
    assert isinstance(understand(text, asked, scenarios()["es_barajas_turismo"]), Meaning)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.one_of(st.none(), ACTS))
def test_any_heap_of_our_words_has_a_meaning(text: str, asked: Act | None) -> None:
    meaning = understand(text, asked, scenarios()["mx_aicm_muestras"])
    topics = [fact.topic for fact in meaning.facts]
    assert len(topics) == len(set(topics))
    assert all(fact.text == fact.text.strip() and "  " not in fact.text for fact in meaning.facts)
    assert all(fact.text or fact.none for fact in meaning.facts)


@given(st.text(max_size=200))
def test_any_text_may_name_a_thing(text: str) -> None:
    thing(text)


@pytest.mark.parametrize(
    "text", ["dos semanas no tres ", "😀", "a", "vengo de ", "y ", "9", "((", "no ", "de la ", "con mi "]
)
def test_ten_thousand_characters_are_cut_for_reading(text: str) -> None:
    long = (text * 10_000)[:10_000]
    assert len(listen(long)) <= LONGEST
    assert isinstance(hear(long, "purpose"), Meaning)
    assert hear(long, "purpose").facts == hear(long[:LONGEST], "purpose").facts


def test_reading_looks_at_each_word_a_bounded_number_of_times() -> None:
    steps = [_lookups("vengo de lima no de cusco con mi hija " * times) for times in (2, 4, 8)]
    assert steps[2] <= 6 * steps[1] <= 36 * steps[0]


def _lookups(text: str) -> int:
    """How often a word is looked at while the turn is read."""
    count = 0

    def watch(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        hear(text, "purpose")
    finally:
        sys.setprofile(before)
    return count
