"""From an officer to a page: all metrics with their intervals in the report's form, and HTML that loads nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import msgspec
import pytest

from garita.messages import Sampling
from garita.roleplay import scenario_file
from garita.roleplay.guard import Guard
from garita.training.evaluation import result
from garita.training.evaluation.figures import Share, figures
from garita.training.evaluation.held_out import HeldOut, simulated
from garita.training.evaluation.interval import Bootstrap, Estimate
from garita.training.evaluation.measures import Draws, Measured, Officer, differences, measure, peak_memory
from garita.training.evaluation.page import direction, page
from garita.training.evaluation.page_words import METRICS
from garita.training.evaluation.report import Figures, Report, SpeedFigures, report
from garita.training.evaluation.result import Against, ModelFile
from garita.training.evaluation.understanding import UnderstandingFigures
from garita.training.evaluation.variety import VarietyFigures
from tests.training.evaluation.fake_officer import FakeOfficer

SCENARIOS = scenario_file.load_all()[:3]
FILE = ModelFile("<b>good</b>.gguf", "a" * 64, 1000)
OTHER = ModelFile("other.gguf", "b" * 64, 2000)
NOTHING = Share(1, 1)
COUNTED = Figures(
    seed=1, by_hand=None, verdicts=None, utterances={}, officer=figures([]),
    understanding=UnderstandingFigures(1, NOTHING, NOTHING, {}, NOTHING, NOTHING),
    variety=VarietyFigures(1, 1, NOTHING, NOTHING, "", 0, {}), speed=SpeedFigures(1.0, 2.0, 3.0),
)  # fmt: skip
Found = tuple[Measured, Measured, HeldOut, Draws]


@pytest.fixture(scope="module")
def found() -> Found:
    """An officer that finds everything likely against one that speaks English."""
    held, draws = simulated(SCENARIOS, 3, seed=1), Draws(Bootstrap(3, 1), Bootstrap(2, 1))

    def measured(model: FakeOfficer) -> Measured:
        officer = Officer(model, Guard(), Sampling(), lambda: 5_000_000)
        return measure(officer, held, SCENARIOS, 1, 2, draws)

    return measured(FakeOfficer()), measured(FakeOfficer(says="How <i>are</i> you?")), held, draws


@pytest.fixture(scope="module")
def made(found: Found) -> Report:
    one, other, held, draws = found
    against = Against(OTHER, other.metrics, differences(one, other, draws))
    return report(FILE, COUNTED, held.facts, one, against)


def test_every_metric_is_there_with_its_interval_by_turn_and_by_level(found: Found) -> None:
    metrics = found[0].metrics
    assert set(metrics) == set(METRICS)
    for name, metric in metrics.items():
        assert metric.low <= metric.value <= metric.high, name
        assert metric.n > 0
    assert metrics["memory_bytes"].value == 5_000_000
    assert list(metrics["next_step"].by_turn) == [str(turn) for turn in range(1, 1 + len(metrics["next_step"].by_turn))]
    assert (
        set(metrics["next_step"].by_level) == {scenario.level for scenario in SCENARIOS}
        or metrics["next_step"].by_level
    )
    assert metrics["perplexity"].value == pytest.approx(1.105, abs=0.001)


def test_a_difference_is_ones_figure_less_the_others(found: Found) -> None:
    one, other, _, draws = found
    apart = differences(one, other, draws)
    assert apart["spanish_unguarded"].value == pytest.approx(1.0)
    assert apart["spanish"].value == 0.0
    assert apart["perplexity"].value == 0.0
    assert "memory_bytes" not in apart


def test_report_json_is_in_the_form_that_a_gate_reads(made: Report) -> None:
    read = msgspec.json.decode(msgspec.json.encode(made), type=result.Report)
    assert (read.model, read.set, read.metrics, read.against) == (made.model, made.set, made.metrics, made.against)
    plain = msgspec.json.decode(msgspec.json.encode(made))
    assert {"model", "against", "set", "metrics", "speed", "made_at", "versions", "officer"} <= set(plain)
    assert {"path", "sha256", "size"} == set(plain["model"])
    assert {"value", "low", "high", "n", "unit", "by_turn", "by_level"} == set(plain["metrics"]["four_choice"])
    assert plain["speed"]["tokens_per_second"] == made.metrics["tokens_per_second"].value
    assert len(plain["set"]["hashes"]) == 3


class Tags(HTMLParser):
    """Opens and closes tags, and remembers what is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "line", "circle", "polyline", "polygon"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("line", "circle", "polyline", "polygon"):
            assert self.open.pop() == tag


@pytest.fixture(scope="module", params=["en", "es"])
def text(request: pytest.FixtureRequest, found: Found, made: Report) -> Iterator[str]:
    yield page(made, found[0].pairs, found[1].pairs, request.param)


def test_the_page_is_whole_and_loads_nothing(text: str) -> None:
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert not {"script", "link", "img", "iframe", "i"} & {tag for tag, _ in tags.seen}  # what officers say is no tag
    assert not any({"src", "href", "onclick"} & set(attributes) for _, attributes in tags.seen)
    assert set(re.findall(r"https?://[^\"' ]+", text)) == {"http://www.w3.org/2000/svg"}
    assert "prefers-color-scheme:dark" in text


def test_the_page_shows_both_officers_and_every_metric(text: str, made: Report) -> None:
    number = 0 if 'lang="en"' in text else 1
    assert all(names[number] in text.replace("&#x27;", "'") for names in METRICS.values())
    assert "&lt;b&gt;good&lt;/b&gt;.gguf" in text
    assert OTHER.sha256 in text
    assert text.count("<svg") > 5
    assert text.count('<div class="said">') == made.set.turns
    assert "How &lt;i&gt;are&lt;/i&gt; you?" in text


def test_alone_an_officer_stands_beside_the_reference(found: Found, made: Report) -> None:
    alone = page(msgspec.structs.replace(made, against=None), found[0].pairs, ())
    assert OTHER.sha256 not in alone
    assert found[0].pairs[1].reference.split(".")[0] in alone.replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("name", "low", "value", "high", "said"),
    [("facts", 0.1, 0.2, 0.3, "better"), ("facts", -0.3, -0.2, -0.1, "worse"), ("facts", -0.1, 0.1, 0.2, "unclear"),
     ("repetition", 0.1, 0.2, 0.3, "worse"), ("perplexity", -2.0, -1.0, -0.5, "better")],
)  # fmt: skip
def test_better_and_worse_need_the_whole_interval(
    name: result.MetricName, low: float, value: float, high: float, said: str
) -> None:
    assert direction(name, Estimate(value, low, high, 9)) == said


def test_the_memory_of_a_running_process_is_seen() -> None:
    assert peak_memory(os.getpid()) > 10_000_000
    assert peak_memory(None) == 0
