"""A debrief says what happened: verdict and reasons, goals, figures, times, doubts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from garita.coaching import debrief as look
from garita.coaching.debrief import debrief
from garita.coaching.wording import goal_text, listed, reasons, verdict_text
from garita.journal.journal import Conversation
from garita.roleplay.act import VerdictKind
from garita.roleplay.meaning import Thing
from garita.roleplay.scenario import Topic
from garita.roleplay.verdict import Reason, ReasonKind, Verdict
from tests.coaching.talk import ANSWERS, MADRID, MADRID_JSON, heard, journal, keep, turns

HEAD = Conversation(1, "2026-11-01T10:00:00+00:00", MADRID.id, MADRID_JSON, "m", 1, 18, seconds=140.0)


def test_a_whole_conversation() -> None:
    found = debrief(HEAD, turns(*ANSWERS))
    assert found.scenario == MADRID
    assert found.verdict is not None
    assert found.verdict.kind == "admit"
    assert found.decided == 18
    figures = found.figures
    assert (figures.goals_met, figures.goals, figures.turns, figures.seconds) == (9, 9, 9, 140.0)
    assert figures.words == sum(len(text.split()) for text in ANSWERS)
    assert figures.distinct_words < figures.words
    assert figures.spanish == 1.0
    assert figures.answer_seconds == 2.0
    assert found.answer_times[2] == 2.0


def test_the_share_of_spanish_is_that_of_words_in_spanish_sentences() -> None:
    said = ("Buenos días, aquí tiene mi pasaporte. I am very tired today.", "My name is Lucy, nice to meet you.")
    figures = debrief(HEAD, turns(*said)).figures
    assert figures.words == 19
    assert figures.spanish_words == 6
    assert figures.spanish == pytest.approx(6 / 19)


def test_an_unfinished_or_empty_conversation_has_no_verdict() -> None:
    for said in ((), ANSWERS[:3]):
        found = debrief(HEAD, turns(*said))
        assert found.verdict is None
        assert found.figures.words_a_turn >= 0
    assert debrief(HEAD, []).figures.spanish == 1.0


def test_a_saved_scene_that_is_no_longer_understood_leaves_the_words() -> None:
    for damaged in ("{}", "no json", MADRID_JSON.replace('"rules"', '"laws"')):
        found = debrief(replace(HEAD, scenario_json=damaged), turns(*ANSWERS))
        assert (found.scenario, found.verdict, found.goals) == (None, None, ())
        assert found.figures.words > 20


def test_doubtful_words_are_ranges_in_the_text() -> None:
    talk = turns("Vengo de Lima, sí, de Lima.")
    talk[1] = replace(talk[1], transcript=heard("Vengo de Lima, sí, de Lima.", "Lima"))
    found = debrief(HEAD, talk)
    assert [talk[1].text[start:end] for start, end in found.doubts[2]] == ["Lima,", "Lima."]
    assert found.figures.doubtful == 2
    edited = replace(talk[1], text="Otra cosa.")
    assert look.doubtful(edited) == ()


def test_times_of_who_went_away_are_left_out() -> None:
    talk = turns("Hola.", "Tome.")
    talk[3] = replace(talk[3], said_at="2026-11-02T09:00:00+00:00")
    talk[0] = replace(talk[0], ended_at="")
    assert debrief(HEAD, talk).answer_times == {}


def test_times_of_old_rows_without_milliseconds_are_read() -> None:
    talk = turns("Hola.")
    talk[0] = replace(talk[0], ended_at="2026-11-01T10:00:01+00:00")
    talk[1] = replace(talk[1], said_at="2026-11-01T10:00:04.250+00:00")
    assert debrief(HEAD, talk).answer_times == {2: 3.25}


def test_the_same_from_the_journal(tmp_path: Path) -> None:
    with journal(tmp_path) as opened:
        number = keep(opened, ANSWERS, "admit")
        found = debrief(*opened.conversation(number))
    assert found.head.verdict == "admit"
    assert found.verdict is not None
    assert found.figures.replaced == 4
    assert 0 <= found.figures.answer_seconds < 2


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ReasonKind.__args__)  # type: ignore[attr-defined]
def test_every_reason_is_a_sentence_in_both_languages(kind: ReasonKind) -> None:
    things = (Thing(text="un queso", name="queso"), Thing(text="dos chorizos", name="chorizos"))
    verdict = Verdict(kind="hold", currency="EUR", reasons=(Reason(kind, things, 1500.5, 1000.0),))
    english, spanish = ("\n".join(reasons(verdict, MADRID, language)) for language in ("en", "es"))
    assert english != spanish
    for sentence in (english, spanish):
        assert not sentence[0].islower()
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_all_well_and_duty_are_said() -> None:
    assert reasons(Verdict(kind="admit", currency="EUR"), MADRID, "es") == ["Todo estaba en orden."]
    pay = Verdict(kind="pay", currency="EUR", reasons=(Reason("goods", (), 600.0, 430.0),), duty=34.0)
    assert reasons(pay, MADRID, "en")[-1] == "To pay: 34 euros."


def test_every_verdict_and_goal_has_words() -> None:
    for kind in VerdictKind.__args__:  # type: ignore[attr-defined]
        assert verdict_text(kind, "es") != verdict_text(kind, "en")
    for topic in Topic.__args__:  # type: ignore[attr-defined]
        assert goal_text(topic, "es") != goal_text(topic, "en")
    assert listed(["un queso", "un jamón", "un queso"], "es") == "un queso y un jamón"
