"""The verdict against a table of cases worked out by hand; the table's own head says what its keys mean.

Knows the table's format and nothing of how a verdict comes about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario
from garita.roleplay.verdict import ReasonKind, Statement, judge
from garita.training.evaluation.figures import Share

Case = dict[str, Any]

_CODES: dict[ReasonKind, str] = {
    "no_passport": "R1", "not_the_passport": "R2", "many_insults": "R3", "forbidden_food": "H1", "forbidden": "H2",
    "no_prescription": "H3", "no_pet_papers": "H4", "denied": "H5", "forgotten": "I1", "no_declaration": "I2",
    "no_invoice": "I3", "contradiction": "I4", "unanswered": "I5", "insults": "I6", "alcohol": "P1", "tobacco": "P2",
    "goods": "P3", "cash_declared": "cash_declared",
}  # fmt: skip
_SAID = ("facts", "papers", "missing", "unanswered", "handed_over", "insults")


def load(path: Path) -> list[Case]:
    """All cases of a file.

    Raises:
        OSError, tomllib.TOMLDecodeError, KeyError.
    """
    cases: list[Case] = tomllib.loads(path.read_text("utf-8"))["case"]
    return cases


def figures(cases: Sequence[Case]) -> Share:
    """How many of the cases the verdict gets right in kind, reasons, duty and goods."""
    return Share(hits=sum(not difference(case) for case in cases), count=len(cases))


def difference(case: Case) -> str:
    """What the verdict says otherwise than the case; empty where they agree."""
    verdict = judge(_scenario(case), _statement(case))
    found = {
        "kind": verdict.kind,
        "reasons": sorted(_CODES[reason.kind] for reason in verdict.reasons),
        "duty": (verdict.duty, verdict.currency),
    }
    wanted = {"kind": case["kind"], "reasons": sorted(case["reasons"])}
    if "duty" in case:
        wanted["duty"] = (case["duty"], case["currency"])
    wrong = [f"{key}: {found[key]} instead of {value}" for key, value in wanted.items() if found[key] != value]
    if "goods" in case and not _same_goods(verdict.goods, case["goods"]):
        wrong.append(f"goods: {verdict.goods} instead of {case['goods']}")
    return "; ".join(wrong)


def _scenario(case: Case) -> Scenario:
    """The case's scenario with what the case replaces in it."""
    found = msgspec.to_builtins(scenario_file.find(case["scenario"]))
    found["rules"] |= case.get("rules", {})
    found["traveller"] |= {key: case[key] for key in ("suitcase", "money", "money_currency") if key in case}
    found["checklist"] = case.get("checklist", found["checklist"])
    return msgspec.convert(found, Scenario)


def _statement(case: Case) -> Statement:
    """What was said in the case."""
    said = {key: case[key] for key in _SAID if key in case}
    clashes = [{"kind": "contradiction", **clash} for clash in case.get("contradictions", [])]
    return msgspec.convert({"passport": case.get("passport", "shown"), "contradictions": clashes, **said}, Statement)


def _same_goods(found: tuple[str, ...], wanted: list[str]) -> bool:
    """As sets, a name fitting where one contains the other."""
    fits = [any(name in other or other in name for other in found) for name in wanted]
    return len(found) == len(wanted) and all(fits)
