"""The report as one HTML page that opens offline, light or dark: table, plots, and ten conversations in two columns.

Nothing is loaded from anywhere and nothing runs in it. Knows the report's values and the conversations behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from garita.messages_to_user.entry import Language
from garita.training.evaluation import plots
from garita.training.evaluation.interval import Estimate
from garita.training.evaluation.page_words import METRICS, Words
from garita.training.evaluation.replies import Pair
from garita.training.evaluation.report import Report
from garita.training.evaluation.result import LOWER_IS_BETTER, Metric, MetricName, ModelFile
from garita.training.evaluation.step import takes_step

TALKS_SHOWN = 10
_PLOTTED: tuple[MetricName, ...] = ("four_choice", "next_step", "spanish", "spanish_unguarded", "role_unguarded",
                                    "facts", "facts_unguarded", "chrf")  # fmt: skip
_STYLE = """
:root{color-scheme:light dark;--ink:#222;--paper:#fff;--faint:#ddd;--one:#0b6e99;--other:#c1440e;--soft:#f4f4f1}
@media(prefers-color-scheme:dark){:root{--ink:#e6e6e3;--paper:#181a1b;--faint:#444;--one:#58b7dd;--other:#f0885a;
--soft:#232628}}
body{font-family:system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:64rem;margin:2rem auto;
padding:0 1rem;line-height:1.45}
h2{margin-top:2.2rem;font-size:1.15rem}table{border-collapse:collapse}
td,th{padding:.25rem .7rem;border-bottom:1px solid var(--faint);text-align:right;font-variant-numeric:tabular-nums}
td:first-child,th:first-child{text-align:left}.one{color:var(--one)}.other{color:var(--other)}
.scroll{overflow-x:auto}.plots{display:flex;flex-wrap:wrap;gap:1rem}
.said{background:var(--soft);padding:.4rem .7rem;margin:.8rem 0 .2rem;white-space:pre-line}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.two p{margin:.2rem 0}small{overflow-wrap:anywhere}
"""  # fmt: skip


def page(report: Report, one: Sequence[Pair], other: Sequence[Pair], language: Language = "en") -> str:
    """The whole page; ``other`` are the replies of the model it is held against, empty where there is none."""
    say = Words(language)
    body = [
        f"<h1>{say('title')}</h1>",
        _model(report.model, say("judged"), "one"),
        _model(report.against.model, say("against"), "other") if report.against else "",
        f"<p>{escape(_set(report, say))}</p>",
        _section(say("metrics"), _metrics(report, say)),
        _section(say("intervals"), _scroll(plots.intervals(interval_rows(report, say)))),
        _section(say("turns"), f'<div class="plots">{"".join(_by_turn(report, say))}</div>'),
        _section(say("levels"), _by_level(report, say)),
        _section(say("speed"), _speed(report, say)),
        _section(say("talks"), f"<p>{say('talks_why')}</p>" + _talks(one, other, say)),
        f"<p>{say('caveat')}</p>",
        f"<p><small>{escape(report.made_at)}; {escape(_listed(report.versions))}</small></p>",
    ]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{say("title")}</title>'
        f"<style>{_STYLE}</style></head><body>\n" + "\n".join(filter(None, body)) + "\n</body></html>\n"
    )


def figure(metric: Metric | Estimate, unit: str, value: float | None = None) -> str:
    """A figure (the metric's own, or another in its unit) as it is read."""
    shown = metric.value if value is None else value
    match unit:
        case "share":
            return f"{100 * shown:.1f} %"
        case "bytes":
            return f"{shown / 1e6:,.0f} MB"
        case "tokens/s":
            return f"{shown:,.0f}"
        case "perplexity":
            return f"{shown:.2f}"
    return f"{shown:.3f}"


def direction(name: MetricName, difference: Estimate) -> str:
    """Whether a difference is "better" or "worse", or too small for its interval ("unclear")."""
    if difference.low <= 0 <= difference.high:
        return "unclear"
    return "better" if (difference.value > 0) != (name in LOWER_IS_BETTER) else "worse"


def metric_rows(report: Report, say: Words) -> tuple[list[str], list[list[str]]]:
    """The table of all metrics: its head, and its rows as they are read."""
    head = [say("metric"), say("judged"), say("interval"), say("count")]
    head += [say("against"), say("interval"), say("difference"), ""] if report.against else []
    return head, [[say.metric(name), *_metric(report, name, say)] for name in METRICS if name in report.metrics]


def interval_rows(report: Report, say: Words) -> list[plots.Row]:
    """The shares and scores, for a plot of their intervals."""
    return [
        plots.Row(say.metric(name), [_estimate(metrics[name]) for metrics in _officers(report) if name in metrics])
        for name in METRICS
        if name in report.metrics and report.metrics[name].unit in ("share", "score")
    ]


# --- the parts of the page ------------------------------------------------------------------------------------------


def _model(file: ModelFile, role: str, colour: str) -> str:
    adapters = "".join(f" + {escape(one.path)}" for one in file.adapters)
    return (
        f'<p><b class="{colour}">{escape(role)}</b> {escape(file.path)}{adapters}<br>'
        f"<small>{file.size / 1e6:,.1f} MB, SHA-256 {file.sha256}</small></p>"
    )


def _set(report: Report, say: Words) -> str:
    facts = report.set
    return say("set", conversations=facts.conversations, turns=facts.turns, kind=facts.path or facts.kind)


def _metrics(report: Report, say: Words) -> str:
    return _table(*metric_rows(report, say))


def _metric(report: Report, name: MetricName, say: Words) -> list[str]:
    own, against = report.metrics[name], report.against
    cells = [figure(own, own.unit), _interval(own, own.unit), f"{own.n:,}"]
    if against and name in against.metrics:
        cells += [figure(against.metrics[name], own.unit), _interval(against.metrics[name], own.unit)]
        if name in against.differences:
            difference = against.differences[name]
            shown = f"{'+' if difference.value >= 0 else ''}{figure(difference, own.unit)}"
            cells += [f"{shown} ({_interval(difference, own.unit)})", say(direction(name, difference))]
    return cells


def _interval(metric: Metric | Estimate, unit: str) -> str:
    return f"{figure(metric, unit, metric.low)} – {figure(metric, unit, metric.high)}"


def _by_turn(report: Report, say: Words) -> Iterable[str]:
    for name in _PLOTTED:
        yield plots.over_turns(say.metric(name), [one[name].by_turn for one in _officers(report) if name in one])


def _by_level(report: Report, say: Words) -> str:
    levels = sorted({level for metric in report.metrics.values() for level in metric.by_level})
    rows = []
    for name in METRICS:
        for place, metrics in enumerate(_officers(report)):
            if name in metrics and metrics[name].by_level:
                role = say("judged" if place == 0 else "against")
                own = metrics[name]
                rows.append([say.metric(name), role, *(_at(own.by_level.get(level), own.unit) for level in levels)])
    return _table([say("metric"), "", *levels], rows)


def _at(estimate: Estimate | None, unit: str) -> str:
    return "" if estimate is None else f"{figure(estimate, unit)} ({_interval(estimate, unit)})"


def _speed(report: Report, say: Words) -> str:
    speed = report.speed
    rows = [
        [say.metric("tokens_per_second"), f"{speed.tokens_per_second:,.0f}"],
        [say("first_token"), f"{speed.first_token_median:.0f} ms, {speed.first_token_worst:.0f} ms"],
        [say("turn_cost"), f"{speed.turn_mean:.1f} ms, {speed.turn_worst:.1f} ms"],
        [say.metric("memory_bytes"), f"{speed.memory_bytes / 1e6:,.0f} MB"],
    ]
    return _table(["", ""], rows)


def _talks(one: Sequence[Pair], other: Sequence[Pair], say: Words) -> str:
    """The first conversations turn by turn: what was said, then both replies; alone, the reference stands beside."""
    beside = {(pair.turn.conversation, pair.turn.number): pair for pair in other}
    shown = []
    for conversation, pairs in groupby(one, lambda pair: pair.turn.conversation):
        if conversation == TALKS_SHOWN:
            break
        shown.append(f'<h3>{conversation + 1}</h3><div class="two">{_heads(bool(other), say)}</div>')
        shown += [_turn(pair, beside.get((conversation, pair.turn.number)), say) for pair in pairs]
    return "\n".join(shown)


def _heads(compared: bool, say: Words) -> str:
    return (
        f'<b class="one">{say("judged")}</b><b class="other">{say("against" if compared else "reference")}</b>'
    )  # fmt: skip


def _turn(pair: Pair, other: Pair | None, say: Words) -> str:
    last = pair.turn.messages[-1]
    said = last.content if pair.turn.number > 1 or not last.content.startswith("(") else say("arrives")
    right = _reply(other) if other else f"<p>{escape(pair.reference)}</p>"
    return f'<div class="said">{escape(said)}</div><div class="two">{_reply(pair)}{right}</div>'


def _reply(pair: Pair) -> str:
    right = takes_step(pair.turn.plan, pair.reference, pair.written.text)
    return f"<p>{'✓' if right else '✗'} {escape(pair.written.text or '—')}</p>"


# --- helpers --------------------------------------------------------------------------------------------------------


def _officers(report: Report) -> list[dict[MetricName, Metric]]:
    return [report.metrics, *([report.against.metrics] if report.against else [])]


def _estimate(metric: Metric) -> Estimate:
    return Estimate(metric.value, metric.low, metric.high, metric.n)


def _section(title: str, content: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{content}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return _scroll("<table>" + "\n".join(lines) + "</table>")


def _scroll(content: str) -> str:
    return f'<div class="scroll">{content}</div>'


def _listed(versions: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items())
