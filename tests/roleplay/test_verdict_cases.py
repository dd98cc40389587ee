"""The verdict against a table of cases worked out by hand (verdict_cases.toml, which says what its keys mean)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario
from garita.roleplay.verdict import ReasonKind, Statement, Verdict, judge

Case = dict[str, Any]

CASES: list[Case] = tomllib.loads(Path(__file__).with_name("verdict_cases.toml").read_text("utf-8"))["case"]
CODES: dict[ReasonKind, str] = {
    "no_passport": "R1", "not_the_passport": "R2", "many_insults": "R3", "forbidden_food": "H1", "forbidden": "H2",
    "no_prescription": "H3", "no_pet_papers": "H4", "denied": "H5", "forgotten": "I1", "no_declaration": "I2",
    "no_invoice": "I3", "contradiction": "I4", "unanswered": "I5", "insults": "I6", "alcohol": "P1", "tobacco": "P2",
    "goods": "P3", "cash_declared": "cash_declared",
}  # fmt: skip
SAID = ("facts", "papers", "missing", "unanswered", "handed_over", "insults")


def scenario(case: Case) -> Scenario:
    """The case's scenario with what the case replaces in it."""
    found = msgspec.to_builtins(scenario_file.find(case["scenario"]))
    found["rules"] |= case.get("rules", {})
    found["traveller"] |= {key: case[key] for key in ("suitcase", "money", "money_currency") if key in case}
    found["checklist"] = case.get("checklist", found["checklist"])
    return msgspec.convert(found, Scenario)


def statement(case: Case) -> Statement:
    """What was said in the case."""
    said = {key: case[key] for key in SAID if key in case}
    clashes = [{"kind": "contradiction", **clash} for clash in case.get("contradictions", [])]
    return msgspec.convert({"passport": case.get("passport", "shown"), "contradictions": clashes, **said}, Statement)


def overlap(name: str, other: str) -> bool:
    return name in other or other in name


def same_goods(found: tuple[str, ...], wanted: list[str]) -> bool:
    """As sets, a name fitting where one contains the other."""
    return len(found) == len(wanted) and all(any(overlap(name, other) for other in found) for name in wanted)


def test_there_are_enough_cases_with_names_of_their_own() -> None:
    assert len(CASES) >= 120
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_verdict_is_the_one_worked_out_by_hand(case: Case) -> None:
    verdict: Verdict = judge(scenario(case), statement(case))
    assert verdict.kind == case["kind"]
    assert sorted(CODES[reason.kind] for reason in verdict.reasons) == sorted(case["reasons"])
    if "duty" in case:
        assert (verdict.duty, verdict.currency) == (case["duty"], case["currency"])
    if "goods" in case:
        assert same_goods(verdict.goods, case["goods"]), verdict.goods
