"""With the built-in officer: a conversation that is left and gone on with takes the course of an unbroken one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from garita import wiring
from garita.coaching.debrief import debrief
from garita.engines.child import ChildModel
from garita.journal.journal import Journal
from garita.library import shelf
from garita.roleplay.act import Plan
from garita.roleplay.guard import Guard
from garita.session.session import Session
from garita.settings import Settings
from garita.terminal.conversation import Events
from tests.coaching.talk import ANSWERS, MADRID

SEED = 5


@pytest.fixture(scope="module")
def officer() -> Iterator[tuple[ChildModel, Guard]]:
    facts = wiring.checked(shelf.built_in(), Settings())
    with closing(wiring.start_model(facts, Settings(), lambda _: None)) as model:
        model.load()
        guard = wiring.guard(facts)
        guard.load()
        yield model, guard


def talk(
    officer: tuple[ChildModel, Guard], journal: Journal, said: Sequence[str], resume: int | None = None
) -> tuple[int, list[Plan | None]]:
    """Say these things; the conversation's number and the plans of the turns."""
    model, guard = officer
    events = Events()
    session = Session(
        model, guard, MADRID, journal, wiring.sampling(Settings()), seed=SEED, model_name="m", emit=events.put,
        resume=resume,
    )  # fmt: skip
    plans = []
    with closing(session):
        list(events.of_turn(session.open()))
        for text in said:
            list(events.of_turn(session.say(text)))
            plans.append(session.last_plan)
    return session.conversation, plans


def test_left_in_the_middle_and_gone_on_with(officer: tuple[ChildModel, Guard], tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        whole, plans = talk(officer, journal, ANSWERS)
        broken, before = talk(officer, journal, ANSWERS[:4])
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        again, after = talk(officer, journal, ANSWERS[4:], resume=broken)
        assert again == broken
        assert [*before, *after] == plans
        looked = [debrief(*journal.conversation(number)) for number in (whole, broken)]
    assert [each.head.verdict for each in looked] == ["admit", "admit"]
    for each in looked:
        assert each.verdict is not None
        assert each.verdict.kind == "admit"
        assert (each.figures.goals_met, each.figures.goals, each.figures.spanish) == (9, 9, 1.0)
        assert len(each.turns) == 2 * len(ANSWERS) + 1
    assert [turn.number for turn in looked[0].turns[:2]] == [1, 2]
