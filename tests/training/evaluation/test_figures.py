"""Figures count what they say they count: made by hand, with every kind of mistake in them."""

from __future__ import annotations

import math

from garita.messages import SentenceSource, Timings
from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario_file import find
from garita.session.answer import Reply
from garita.training.evaluation.booth import Talk, Turn
from garita.training.evaluation.figures import Share, figures

MADRID = find("es_barajas_turismo")
ASK_STAY = Act(kind="ask", topic="stay")
TURISMO = Fact(topic="purpose", text="turismo", form="noun")


def turn(plan: Plan | None, *sentences: str, sources: str = "") -> Turn:
    """``sources``: a letter a sentence, m(odel), r(esampled) or s(tock)."""
    names: dict[str, SentenceSource] = {"m": "model", "r": "resampled", "s": "stock"}
    reply = Reply(1, sentences=list(sentences), timings=Timings(tokens_generated=10, generate_seconds=0.01))
    return Turn("Por turismo.", plan, reply, [names[each] for each in sources or "m" * len(sentences)])


def test_a_good_turn_counts_everywhere() -> None:
    plan = Plan(acts=(ASK_STAY,), heard=(TURISMO,))
    found = figures([Talk(MADRID, (turn(plan, "Viene por turismo, muy bien.", "¿Cuánto tiempo se queda?"),))])
    assert (found.conversations, found.turns, found.sentences) == (1, 1, 2)
    assert found.facts_taken_up == Share(1, 1)
    assert found.facts_by_topic == {"purpose": Share(1, 1)}
    assert found.acts_realised == Share(1, 1)
    assert found.acts_by_kind == {"ask": Share(1, 1)}
    assert found.spanish == Share(2, 2)
    assert (found.replaced.hits, found.resampled.hits, found.repeated.hits) == (0, 0, 0)
    assert found.tokens_per_second == 1000


def test_a_wrong_fact_and_a_wrong_question() -> None:
    plan = Plan(acts=(ASK_STAY,), heard=(TURISMO,))
    found = figures([Talk(MADRID, (turn(plan, "Viene por trabajo, muy bien.", "¿Cuánto dinero lleva?"),))])
    assert found.facts_taken_up == Share(0, 1)
    assert found.acts_realised == Share(0, 1)


def test_stock_sentences_do_not_count_as_the_models() -> None:
    plan = Plan(acts=(ASK_STAY,), heard=(TURISMO,))
    one = turn(plan, "Viene por turismo, muy bien.", "¿Cuánto tiempo se queda?", sources="rs")
    found = figures([Talk(MADRID, (one,))])
    assert found.acts_realised == Share(1, 1)
    assert found.acts_realised_by_model == Share(0, 1)
    assert found.replaced == Share(1, 2)
    assert found.resampled == Share(1, 2)


def test_a_sentence_said_twice_is_a_repetition_unless_there_was_cause() -> None:
    again = Plan(acts=(Act(kind="repeat", topic="stay"),))
    ask = Plan(acts=(ASK_STAY,))
    question = "¿Cuánto tiempo se queda en España?"
    assert figures([Talk(MADRID, (turn(ask, question), turn(ask, question)))]).repeated == Share(1, 2)
    assert figures([Talk(MADRID, (turn(ask, question), turn(again, question)))]).repeated == Share(0, 1)


def test_other_languages_and_turns_without_a_plan() -> None:
    found = figures([Talk(MADRID, (turn(None, "Please show me your passport, sir."),))])
    assert found.spanish == Share(0, 1)
    assert found.without_plan == Share(1, 1)
    assert found.acts_realised.count == 0
    assert found.with_verdict == Share(0, 1)


def test_a_share_of_nothing_is_no_number() -> None:
    assert math.isnan(Share().percent)
    assert Share(1, 4).percent == 25
