"""A report's main table and its plot by themselves, for a README or a model card: Markdown, and a light SVG.

Knows the report's values.
"""

from __future__ import annotations

from garita.messages_to_user.entry import Language
from garita.training.evaluation import plots
from garita.training.evaluation.page import interval_rows, metric_rows
from garita.training.evaluation.page_words import Words
from garita.training.evaluation.report import Report

_COLOURS = {"ink": "#222", "faint": "#ddd", "one": "#0b6e99", "other": "#c1440e"}  # not every viewer knows variables


def table(report: Report, language: Language = "en") -> str:
    """All metrics as a Markdown table."""
    head, rows = metric_rows(report, Words(language))
    whole = [row + [""] * (len(head) - len(row)) for row in rows]  # speed and memory have no difference
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, ["---"] * len(head), *whole])


def plot(report: Report, language: Language = "en") -> str:
    """Every share with its interval; the judged officer in blue, the one it is held against in red."""
    drawn = plots.intervals(interval_rows(report, Words(language)))
    for name, colour in _COLOURS.items():
        drawn = drawn.replace(f"var(--{name})", colour)
    opening, rest = drawn.split(">", 1)
    return f'{opening} font-family="sans-serif"><rect width="2000" height="2000" fill="white"/>{rest}\n'
