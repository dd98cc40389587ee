"""A conversation as one HTML page that needs nothing else: readable on a screen by day and night, and on paper.

Everything said is escaped. Knows the journal's values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

import msgspec

from garita.journal.journal import Conversation, Turn

_NAMES = {"officer": "Oficial", "student": "Viajero"}
_VERDICTS = {
    "admit": "Puede pasar",
    "pay": "Puede pasar, y paga",
    "hold": "La aduana retiene",
    "inspect": "Segunda revisión",
    "refuse": "No puede entrar",
}

_PAGE = """<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<header>
<h1>{title}</h1>
<p class="where">{where}</p>
{stamp}
<dl>{facts}</dl>
</header>
<ol>
{turns}
</ol>
<footer>{made_of}</footer>
</main>
</body>
</html>
"""

_STYLE = """
:root { --page: #f7f4ef; --card: #ffffff; --text: #22302f; --dim: #5d6b69; --line: #e2ddd3;
  --officer: #eef1f0; --student: #17616b; --on-student: #ffffff; --stamp: #17616b; }
@media (prefers-color-scheme: dark) {
  :root { --page: #161d24; --card: #1f2831; --text: #e6ebee; --dim: #a3b0b8; --line: #35414c;
    --officer: #2a3540; --student: #1f6f7a; --on-student: #ffffff; --stamp: #6cc3cd; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); line-height: 1.5;
  font-family: Inter, "Segoe UI", "SF Pro Text", "Noto Sans", Cantarell, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 2rem; background: var(--card); border-radius: 12px; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
.where { margin: .3rem 0 1rem; color: var(--dim); }
.stamp { display: inline-block; margin: 0 0 1rem; padding: .35rem .9rem; border: 3px double var(--stamp);
  border-radius: 8px; color: var(--stamp); font-weight: 700; letter-spacing: .08em; text-transform: uppercase;
  transform: rotate(-2deg); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 0; }
dt { color: var(--dim); } dd { margin: 0; }
ol { list-style: none; margin: 1.5rem 0 0; padding: 1.5rem 0 0; border-top: 1px solid var(--line); }
li { max-width: 80%; margin: 0 0 1rem; break-inside: avoid; }
li.student { margin-left: auto; }
.who { margin: 0 .8rem .15rem; color: var(--dim); font-size: .8rem; }
li.student .who { text-align: right; }
.said { margin: 0; padding: .6rem .9rem; border-radius: 12px; background: var(--officer); overflow-wrap: anywhere; }
li.student .said { background: var(--student); color: var(--on-student); }
footer { margin-top: 2rem; color: var(--dim); font-size: .8rem; overflow-wrap: anywhere; }
@media print {
  body { background: none; color: #000; } main { margin: 0; padding: 0; max-width: none; background: none; }
  .said, li.student .said { background: none; color: #000; border: 1px solid #999; }
  .stamp { color: #000; border-color: #000; } .where, dt, .who, footer { color: #444; }
}
"""


class _Scene(msgspec.Struct):
    """What the page tells of the saved scenario."""

    title: str = ""
    place_name: str = ""


def as_html(head: Conversation, turns: Sequence[Turn], facts: Sequence[tuple[str, str]] = ()) -> str:
    """The page; ``facts`` are (name, value) pairs under its title."""
    scene = _scene(head)
    where = [scene.place_name, datetime.fromisoformat(head.started_at).astimezone().strftime("%d.%m.%Y, %H:%M")]
    verdict = _VERDICTS.get(head.verdict, "")
    return _PAGE.format(
        title=escape(scene.title or head.scenario),
        style=_STYLE,
        where=escape(" · ".join(part for part in where if part)),
        stamp=f'<p class="stamp">{escape(verdict)}</p>' if verdict else "",
        facts="".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts),
        turns="\n".join(_turns(turns)),
        made_of=escape(f"Garita · {Path(head.model).name} · {head.id}"),
    )


def _turns(turns: Sequence[Turn]) -> Iterator[str]:
    for turn in turns:
        clock = datetime.fromisoformat(turn.said_at).astimezone().strftime("%H:%M:%S") if turn.said_at else ""
        who = escape(" · ".join(part for part in (_NAMES[turn.who], clock) if part))
        said = escape(turn.text + ("" if turn.complete else " …"))
        yield f'<li class="{turn.who}"><p class="who">{who}</p><p class="said" dir="auto">{said}</p></li>'


def _scene(head: Conversation) -> _Scene:
    try:
        return msgspec.json.decode(head.scenario_json, type=_Scene)
    except msgspec.DecodeError:
        return _Scene()
