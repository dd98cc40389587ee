"""The list of goals shows and says the state of each, in both languages."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from garita.coaching.goals import Goal
from garita.desktop.theme import Theme
from garita.desktop.trips.goals import GoalList

GOALS = (Goal("passport", "met", 2), Goal("name"), Goal("origin"), Goal("money", "given_up"))


def test_states_are_said_and_counted(theme: Theme, qtbot: QtBot) -> None:
    goals = GoalList(theme, "en")
    qtbot.addWidget(goals)
    goals.show_goals(GOALS, asked="origin")
    assert [row.accessibleName() for row in goals.rows] == [
        "Show your passport: done",
        "Say your name: to do",
        "Say where you come from: asked now",
        "Say how much money you carry: left unanswered",
    ]
    assert goals.count == "1 of 4"


def test_goals_are_ticked_off_in_place_as_they_are_met(theme: Theme, qtbot: QtBot) -> None:
    goals = GoalList(theme, "es")
    qtbot.addWidget(goals)
    goals.show_goals(GOALS)
    rows = list(goals.rows)
    goals.show_goals([Goal(goal.topic, "met", 4) for goal in GOALS], asked="origin")
    assert goals.rows == rows
    assert {row.state for row in rows} == {"met"}
    assert "de dónde viene" in rows[2].accessibleName()


def test_another_scenario_has_other_goals(theme: Theme, qtbot: QtBot) -> None:
    goals = GoalList(theme, "en")
    qtbot.addWidget(goals)
    goals.show_goals(GOALS)
    goals.show_goals([Goal("pets")])
    assert [row.topic for row in goals.rows] == ["pets"]


def test_every_state_is_drawn_differently(theme: Theme, qtbot: QtBot) -> None:
    goals = GoalList(theme, "en")
    qtbot.addWidget(goals)
    goals.show_goals(GOALS, asked="origin")
    goals.resize(300, 300)
    pictures = [row.grab().toImage() for row in goals.rows]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
