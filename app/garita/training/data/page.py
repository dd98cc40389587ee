"""The report of a dataset as one HTML page: tables and bars drawn in SVG, nothing loaded from anywhere.

Knows the report and the two languages it can be read in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from garita.messages_to_user.entry import Language
from garita.roleplay.note import TOPIC_WORDS
from garita.training.data.statistics import Lengths, Report

_LABELS: dict[str, tuple[str, str]] = {
    "title": ("A dataset of conversations", "Un conjunto de conversaciones"),
    "parts": ("Parts", "Partes"),
    "train": ("training", "entrenamiento"),
    "validation": ("validation", "validación"),
    "test": ("test", "prueba"),
    "conversations": ("conversations", "conversaciones"),
    "turns": ("turns", "turnos"),
    "words": ("words", "palabras"),
    "persona_words": ("words of the persona", "palabras del personaje"),
    "read": ("What was read", "Lo que se leyó"),
    "rows": ("rows", "filas"),
    "clean": ("clean conversations", "conversaciones limpias"),
    "set_aside": ("Set aside (set_aside.jsonl names each line)", "Apartadas (set_aside.jsonl indica cada línea)"),
    "unreadable": ("cannot be read", "no se puede leer"),
    "broken_text": ("letters lost before", "letras perdidas antes"),
    "empty": ("an empty message", "un mensaje vacío"),
    "role_error": ("roles out of order", "papeles en desorden"),
    "unfinished": ("nothing finished in it", "nada terminado"),
    "too_short": ("too short", "demasiado corta"),
    "too_long": ("too long", "demasiado larga"),
    "wrong_language": ("another language", "otro idioma"),
    "duplicate": ("there before", "repetida"),
    "near_duplicate": ("nearly the same there before", "casi repetida"),
    "changed": ("Mended", "Arregladas"),
    "emoji": ("emoji taken out", "emojis quitados"),
    "control": ("control characters taken out", "caracteres de control quitados"),
    "unfinished_kept": ("an unfinished end kept", "un final sin terminar conservado"),
    "unfinished_cut": ("an unfinished end cut", "un final sin terminar cortado"),
    "translated": ("translated", "traducidas"),
    "formats": ("Formats", "Formatos"),
    "sources": ("Sources", "Fuentes"),
    "languages": ("Languages of the persona", "Idiomas del personaje"),
    "turns_each": ("Turns in a conversation", "Turnos de una conversación"),
    "words_each": ("Words in a conversation", "Palabras de una conversación"),
    "reply_words": ("Words in a reply of the persona", "Palabras de una respuesta del personaje"),
    "spread": (
        "mean {mean}, median {median}, nine of ten from {p5} to {p95}, least {least}, most {most}",
        "media {mean}, mediana {median}, nueve de diez de {p5} a {p95}, mínimo {least}, máximo {most}",
    ),
    "topics": (
        "Topics of the booth, in {understood} conversations looked at",
        "Temas de la aduana, en {understood} conversaciones revisadas",
    ),
    "frequent": ("Frequent words, in {counted} conversations", "Palabras frecuentes, en {counted} conversaciones"),
    "unknown": ("not told", "sin determinar"),
    "none": ("none", "ninguna"),
}
_STYLE = (
    "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem;border-bottom:1px solid #ddd;text-align:right}"
    "td:first-child,th:first-child{text-align:left}h2{margin-top:2rem;font-size:1.1rem}svg{display:block}"
)
_BAR_HEIGHT, _NAME_WIDTH, _BAR_WIDTH, _COUNT_WIDTH = 20, 190, 420, 90


def page(report: Report, language: Language = "en") -> str:
    """The whole page."""
    say = _Words(language)
    counts, topics = report.counts, report.topics
    read = {say("rows"): counts.rows, say("clean"): counts.clean}
    body = [
        f"<h1>{say('title')}</h1>",
        _section(say("parts"), _parts(report, say)),
        _section(say("read"), bars(read)),
        _section(say("set_aside"), bars(_named(counts.set_aside, say)) or say("none")),
        _section(say("changed"), bars(_named(counts.changed, say)) or say("none")),
        _section(say("formats"), bars(counts.formats)),
        _section(say("sources"), bars(report.sources)),
        _section(say("languages"), bars({name or say("unknown"): count for name, count in report.languages.items()})),
        _section(say("turns_each"), _lengths(report.turns, say)),
        _section(say("words_each"), _lengths(report.words, say)),
        _section(say("reply_words"), _lengths(report.reply_words, say)),
    ]
    if topics.understood:
        named = topics.topics if language == "en" else {_topic(name): count for name, count in topics.topics.items()}
        body.append(_section(say("topics", understood=topics.understood), bars(named)))
    body.append(_section(say("frequent", counted=topics.counted), bars(topics.words) or say("none")))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{say("title")}</title>'
        f"<style>{_STYLE}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


class _Words:
    """The labels in one language, their gaps filled in."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, name: str, **facts: object) -> str:
        return label(name, self._language).format_map(facts)


def number(count: int) -> str:
    """With narrow blanks between thousands, where commas and points mean different things in different languages."""
    return f"{count:,}".replace(",", "\u202f")


def label(name: str, language: Language) -> str:
    """What a part, a reason or a figure is called."""
    return _LABELS[name][0 if language == "en" else 1]


def _topic(name: str) -> str:
    return {str(topic): word for topic, word in TOPIC_WORDS.items()}.get(name, name)


def _named(counts: Mapping[str, int], say: _Words) -> dict[str, int]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {say(name): count for name, count in ranked}


def _section(title: str, content: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{content}"


def _parts(report: Report, say: _Words) -> str:
    columns = ("conversations", "turns", "words", "persona_words")
    rows = [[say(name), *(number(getattr(part, column)) for column in columns)] for name, part in report.parts.items()]
    return _table(["", *(say(column) for column in columns)], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _lengths(one: Lengths, say: _Words) -> str:
    names = (f"{start}–{stop - 1}" if stop and stop > start + 1 else f"{start}" + ("" if stop else "+")
             for start, stop, _ in one.bars)  # fmt: skip
    spread = say("spread", **{name: getattr(one, name) for name in ("mean", "median", "p5", "p95", "least", "most")})
    return f"<p>{escape(spread)}</p>\n" + bars(dict(zip(names, (count for *_, count in one.bars), strict=True)))


def bars(counts: Mapping[str, int]) -> str:
    """Horizontal bars with names and numbers, the longest as wide as there is room; "" where there is nothing."""
    if not counts:
        return ""
    most = max(max(counts.values()), 1)
    width, height = _NAME_WIDTH + _BAR_WIDTH + _COUNT_WIDTH, _BAR_HEIGHT * len(counts)
    drawn = [_bar(row, name, count, most) for row, (name, count) in enumerate(counts.items())]
    start = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-size="13" role="img">'
    return "\n".join([start, *drawn, "</svg>"])


def _bar(row: int, name: str, count: int, most: int) -> str:
    top, base = row * _BAR_HEIGHT, row * _BAR_HEIGHT + 14
    long = _BAR_WIDTH * count / most
    short = name if len(name) <= 30 else name[:29] + "…"
    return (
        f'<text x="{_NAME_WIDTH - 8}" y="{base}" text-anchor="end"><title>{escape(name)}</title>{escape(short)}</text>'
        f'<rect x="{_NAME_WIDTH}" y="{top + 3}" width="{long:.1f}" height="{_BAR_HEIGHT - 6}" fill="#c1440e"/>'
        f'<text x="{_NAME_WIDTH + long + 6:.1f}" y="{base}">{number(count)}</text>'
    )
