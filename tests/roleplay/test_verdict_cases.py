"""The verdict against a table of cases worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.training.evaluation.figures import Share
from garita.training.evaluation.verdict_cases import Case, difference, figures, load

CASES = load(Path(__file__).parents[1] / "by_hand" / "verdict_cases.toml")


def test_there_are_enough_cases_with_names_of_their_own() -> None:
    assert len(CASES) >= 120
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_verdict_is_the_one_worked_out_by_hand(case: Case) -> None:
    assert difference(case) == ""


def test_a_wrong_case_counts_as_wrong() -> None:
    wrong = {**CASES[0], "kind": "refuse" if CASES[0]["kind"] != "refuse" else "admit"}
    assert figures([CASES[0], wrong]) == Share(1, 2)
    assert "kind" in difference(wrong)
