"""The gate opens for what the rules ask for, and for nothing else; every ruling says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita import paths
from garita.errors import RecipeInvalid, ReportUnusable
from garita.messages_to_user import of_officers
from garita.training import gate
from garita.training.evaluation.interval import Estimate
from garita.training.evaluation.result import Against, Metric, MetricName, ModelFile
from garita.training.gate import Rival, Ruling
from tests.training.reports import report, share

GOOD: dict[MetricName, Metric] = {
    "four_choice": share(0.97), "next_step": share(0.8), "spanish": share(1.0, 0), "facts": share(0.99),
    "repetition": share(0.01),
}  # fmt: skip
NOBODY = Rival({}, {})  # the active officer has no figures
RULES = gate.load(paths.models() / "recipes" / "gate.toml")


def rulings(found: dict[MetricName, Metric], rival: Rival | None, **facts: Any) -> list[Ruling]:
    return list(gate.judge(RULES, report(found, **facts), rival, "officer/v1").rulings)


def failed(found: dict[MetricName, Metric], rival: Rival = NOBODY, **facts: Any) -> list[str]:
    return [one.metric or one.rule for one in rulings(found, rival, **facts) if not one.passed]


def test_the_shipped_rules_are_the_floors_that_were_set() -> None:
    assert {one.metric: (one.least, one.published) for one in RULES.floor} == {
        "four_choice": (0.95, None), "next_step": (0.70, 0.40), "spanish": (1.0, None), "facts": (0.98, None),
    }  # fmt: skip
    assert {one.metric for one in RULES.floor} <= set(RULES.not_worse.metrics)


def test_a_good_officer_passes_and_at_the_floor_it_still_does() -> None:
    assert failed(GOOD) == []
    assert failed({**GOOD, "four_choice": share(0.95), "next_step": share(0.7), "facts": share(0.98)}) == []


@pytest.mark.parametrize(
    ("metric", "value"), [("four_choice", 0.9499), ("next_step", 0.6999), ("spanish", 0.9999), ("facts", 0.9799)]
)
def test_below_a_floor_it_stays_out_whatever_the_interval(metric: MetricName, value: float) -> None:
    assert failed({**GOOD, metric: share(value, 0.2)}) == [metric]


@given(st.sampled_from(["four_choice", "next_step", "facts"]), st.floats(0, 1), st.floats(0, 1))
def test_more_never_closes_the_gate(metric: MetricName, value: float, more: float) -> None:
    less, better = sorted((value, more))
    assert len(failed({**GOOD, metric: share(better)})) <= len(failed({**GOOD, metric: share(less)}))


def test_what_was_not_measured_or_on_too_little_is_not_passed() -> None:
    without = {name: found for name, found in GOOD.items() if name != "facts"}
    assert failed(without) == ["facts"]
    assert failed(GOOD, conversations=99) == ["conversations"]
    assert failed(without, Rival(GOOD, {})) == ["facts", "facts"]


def test_without_a_comparison_with_the_active_officer_it_stays_out() -> None:
    (last,) = [one for one in rulings(GOOD, None) if not one.passed]
    assert (last.rule, last.active) == ("not_worse", "officer/v1")
    assert "officer/v1" in last.sentence("en")


@pytest.mark.parametrize(
    ("theirs", "worse"), [(0.97, []), (0.98, []), (0.99, ["four_choice"]), (0.95, [])]
)  # ours: 0.97, 0.96 to 0.98
def test_two_reports_it_is_worse_where_its_interval_does_not_reach_the_other(theirs: float, worse: list[str]) -> None:
    assert failed(GOOD, Rival({"four_choice": share(theirs)}, {})) == worse


@pytest.mark.parametrize(("theirs", "worse"), [(0.0, []), (0.02, []), (-0.01, ["repetition"])])
def test_of_some_figures_less_is_better(theirs: float, worse: list[str]) -> None:
    assert failed(GOOD, Rival({"repetition": share(theirs)}, {})) == worse


@pytest.mark.parametrize(
    ("low", "high", "worse"), [(-0.1, -0.001, True), (-0.1, 0.0, False), (-0.1, 0.1, False), (0.1, 0.2, False)]
)
def test_side_by_side_the_interval_of_the_difference_decides(low: float, high: float, worse: bool) -> None:
    difference = Estimate((low + high) / 2, low, high, 100)
    assert failed(GOOD, Rival({"facts": share(0.5)}, {"facts": difference})) == (["facts"] if worse else [])
    mirrored = Estimate(-(low + high) / 2, -high, -low, 100)
    rival = Rival({"repetition": share(0.5)}, {"repetition": mirrored})
    assert failed(GOOD, rival) == (["repetition"] if worse else [])


def test_the_rival_is_the_active_officer_on_the_same_conversations() -> None:
    mine = report(GOOD, sha256="aa")
    other = report({"facts": share(0.5)}, sha256="bb")
    elsewhere = report(GOOD, sha256="bb", hashes=("other",))
    assert gate.rival_of(mine, "bb") is None
    assert gate.rival_of(mine, "bb", [elsewhere]) is None
    assert gate.rival_of(report(GOOD, hashes=()), "bb", [report(GOOD, sha256="bb", hashes=())]) is None
    assert gate.rival_of(mine, "BB", [elsewhere, other]) == Rival(other.metrics, {})
    assert gate.rival_of(mine, "aa") == Rival(GOOD, {})  # it is the active one
    against = Against(ModelFile("b.gguf", "bb", 1), other.metrics, {"facts": Estimate(0.4, 0.3, 0.5, 9)})
    beside = msgspec.structs.replace(mine, against=against)
    assert gate.rival_of(beside, "bb", [other]) == Rival(other.metrics, against.differences)


def test_every_ruling_has_a_sentence_in_both_languages() -> None:
    bad: dict[MetricName, Metric] = {**GOOD, "next_step": share(0.3333), "four_choice": share(0.99999)}
    said = [
        (one.sentence("en"), one.sentence("es"))
        for one in [*rulings(bad, Rival(GOOD, {}), conversations=3), *rulings({}, None)]
    ]
    assert all(english != spanish for english, spanish in said)
    english = " ".join(one for one, _ in said)
    assert "takes the reference's next step: 33.3 % (32.3 % to 34.3 %), below the 70.0 % asked for." in english
    assert "The published floor is 40.0 %." in english
    assert "right reply of four, by probability: 99.9 %" in english  # cut, not rounded up
    assert "worse than the active officer's 80.0 %" in english
    assert "El mínimo publicado es 40,0 %." in " ".join(one for _, one in said)
    assert "{" not in str(said)


def test_every_figure_has_a_name_and_reads_well() -> None:
    for name in get_args(MetricName):
        assert of_officers.metric(name, "en") != name
    assert [of_officers.value(*one, "es") for one in ((0.57, "share"), (1.0, "share"), (7.25, "perplexity"))] == [
        "57,0 %", "100,0 %", "7,25",
    ]  # fmt: skip
    assert of_officers.value(120_400_000, "bytes", "en") == "120 MB"
    assert of_officers.value(2917.4, "tokens/s", "en") == "2917"


@given(st.floats(0, 1), st.floats(0, 1))
def test_shares_are_never_shown_as_more_than_they_are(value: float, other: float) -> None:
    def shown(number: float) -> float:
        return float(of_officers.value(number, "share", "en").split()[0])

    assert shown(value) <= 100 * value + 1e-4
    assert (shown(value) <= shown(other)) or value > other


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("least = 0.95", "leest = 0.95", "floor[0].leest"),
        ("least = 0.95", 'least = "much"', "floor[0].least"),
        ("least = 0.95", "least = 0", "floor[0].least"),
        ('metric = "spanish"', 'metric = "spinach"', "floor[2].metric"),
        ('metric = "spanish"', 'metric = "repetition"', "floor[2].metric"),
        ("conversations = 100", "conversations = 0", "conversations"),
        ("metrics = [", 'metrics = ["bleu", ', "not_worse.metrics"),
        ("[not_worse]", "[not_worse", ""),
    ],
)
def test_mistakes_in_the_rules_are_named_with_their_line(right: str, wrong: str, key: str, tmp_path: Path) -> None:
    path, text = tmp_path / "gate.toml", (paths.models() / "recipes" / "gate.toml").read_text(encoding="utf-8")
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(RecipeInvalid) as refused:
        gate.load(path)
    assert str(refused.value.facts["key"]).startswith(key)
    line = 1 + text[: text.index(right)].count("\n")
    assert refused.value.facts["line"] in (
        (line - 1, line) if "leest" in wrong else (line,)
    )  # its table's, where it lacks


def test_an_empty_rules_file_lets_nobody_through(tmp_path: Path) -> None:
    (tmp_path / "gate.toml").touch()
    with pytest.raises(RecipeInvalid):
        gate.load(tmp_path / "gate.toml")


def test_a_report_is_read_back_as_it_was_written_whatever_else_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    mine = report(GOOD)
    path.write_bytes(msgspec.json.encode({**msgspec.to_builtins(mine), "conversations": [1, 2]}))
    assert gate.read_report(path) == (mine, path.read_bytes())


NAMES = st.sampled_from(["model", "set", "metrics", "x"])
JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


@given(st.binary(max_size=60) | JSON.map(msgspec.json.encode))
def test_anything_else_is_no_report(content: bytes) -> None:
    path = _Bytes(content)
    with pytest.raises(ReportUnusable):
        gate.read_report(path)  # type: ignore[arg-type]


class _Bytes:
    """A file that is not on the disk."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read_bytes(self) -> bytes:
        return self._content
