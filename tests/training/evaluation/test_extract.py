"""The table and the plot of a report stand alone."""

from __future__ import annotations

from xml.etree import ElementTree

from garita.training.evaluation.extract import plot, table
from garita.training.evaluation.page_words import METRICS
from garita.training.evaluation.report import Report
from tests.training.evaluation.test_page import found, made  # noqa: F401  # fixtures


def test_the_table_has_a_line_for_every_metric_and_both_officers(made: Report) -> None:  # noqa: F811
    lines = table(made).splitlines()
    assert len(lines) == 2 + len(METRICS)
    assert len({line.count(" | ") for line in lines}) == 1
    assert "Spanish over 20 turns" in table(made)
    assert "memoria máxima" in table(made, "es")


def test_the_plot_is_a_picture_of_its_own(made: Report) -> None:  # noqa: F811
    root = ElementTree.fromstring(plot(made))
    names = {element.tag.split("}")[1] for element in root.iter()}
    assert names == {"svg", "rect", "text", "line", "circle"}
    assert "var(" not in plot(made)
    circles = [element for element in root.iter() if element.tag.endswith("circle")]
    assert {circle.get("fill") for circle in circles} == {"#0b6e99", "#c1440e"}
