"""The words for promoted officers and for the gate before them: errors, rulings, names and values of figures."""

from __future__ import annotations

import math
from collections.abc import Iterable

from garita import errors
from garita.messages_to_user.entry import Entry, Language, entry

ERRORS: dict[type[errors.GaritaError], Entry] = {
    errors.OfficerMissing: entry(
        ("No such officer", "There is no promoted officer “{name}”.", "Choose one of these: {known}."),
        ("No existe ese oficial", "No hay ningún oficial aprobado «{name}».", "Elija uno de estos: {known}."),
    ),
    errors.OfficerUnusable: entry(
        (
            "The promoted officer cannot be used",
            "{path}: {problem}.",
            "garita officers list shows what is here; garita officers rollback goes back to the one before.",
        ),
        (
            "El oficial aprobado no se puede usar",
            "{path}: {problem}.",
            "garita officers list muestra lo que hay; garita officers rollback vuelve al anterior.",
        ),
    ),
    errors.NoEarlierOfficer: entry(
        (
            "There is nothing to go back to",
            "No other officer was active before.",
            "garita officers use built-in takes the one that came with Garita.",
        ),
        (
            "No hay adónde volver",
            "Antes no hubo otro oficial.",
            "garita officers use built-in elige el que vino con Garita.",
        ),
    ),
    errors.ReportUnusable: entry(
        (
            "The report cannot be used",
            "{path}: {problem}.",
            "Make it anew: garita evaluate officer --model FILE --out FOLDER writes report.json.",
        ),
        (
            "El informe no se puede usar",
            "{path}: {problem}.",
            "Hágalo de nuevo: garita evaluate officer --model ARCHIVO --out CARPETA escribe report.json.",
        ),
    ),
}

NOTICES: dict[str, dict[Language, str]] = {
    "gate_enough": {
        "en": "It was judged on {count} conversations; at least {least} are asked for.",
        "es": "Se evaluó con {count} conversaciones; se piden al menos {least}.",
    },
    "gate_too_few": {
        "en": "It was judged on {count} conversations, fewer than the {least} asked for (--held {least}).",
        "es": "Se evaluó con {count} conversaciones, menos de las {least} que se piden (--held {least}).",
    },
    "gate_floor_reached": {
        "en": "{metric}: {value} ({low} to {high}); at least {least} is asked for.",
        "es": "{metric}: {value} (de {low} a {high}); se pide al menos {least}.",
    },
    "gate_floor_missed": {
        "en": "{metric}: {value} ({low} to {high}), below the {least} asked for.",
        "es": "{metric}: {value} (de {low} a {high}), menos de lo que se pide, {least}.",
    },
    "gate_published": {
        "en": "The published floor is {published}.",
        "es": "El mínimo publicado es {published}.",
    },
    "gate_not_measured": {
        "en": "{metric}: not measured, though a rule asks for it.",
        "es": "{metric}: no se midió, aunque una regla lo pide.",
    },
    "gate_not_worse": {
        "en": "{metric}: {value} ({low} to {high}); the active officer has {theirs}: not worse beyond the interval.",
        "es": "{metric}: {value} (de {low} a {high}); el oficial activo, {theirs}: no es peor fuera del intervalo.",
    },
    "gate_worse": {
        "en": "{metric}: {value} ({low} to {high}), worse than the active officer's {theirs} beyond the interval.",
        "es": "{metric}: {value} (de {low} a {high}), peor que el oficial activo, {theirs}, fuera del intervalo.",
    },
    "gate_no_rival": {
        "en": "The active officer ({active}) was not judged on the same conversations, so nothing says that this one "
        "is not worse; judge it, too, and give its report with --against.",
        "es": "El oficial activo ({active}) no se evaluó con las mismas conversaciones, así que nada dice que este no "
        "sea peor; evalúelo también e indique su informe con --against.",
    },
    "gate_passed": {"en": "{model} passes the gate.", "es": "{model} pasa la prueba."},
    "gate_failed": {
        "en": "{model} stays out: {count} rules are not met.",
        "es": "{model} se queda fuera: no cumple {count} reglas.",
    },
    "officer_promoted": {
        "en": "{name} is now the active officer.",
        "es": "{name} es ahora el oficial activo.",
    },
    "officer_built_in": {
        "en": "The built-in officer is now the active one.",
        "es": "El oficial activo es ahora el incluido en Garita.",
    },
    "officer_settings_first": {
        "en": "The settings name another model, {path}, which is used instead; choose the officer in the window, or "
        "empty file under [model] in {settings}.",
        "es": "Los ajustes indican otro modelo, {path}, que se usa en su lugar; elija el oficial en la ventana o vacíe "
        "file en [model], en {settings}.",
    },
    "officer_stands_in": {
        "en": "The promoted officer cannot be used ({path}: {problem}), so the built-in one speaks.",
        "es": "El oficial aprobado no se puede usar ({path}: {problem}), así que habla el incluido en Garita.",
    },
    "officer_active": {"en": "active", "es": "activo"},
    "officer_usable": {"en": "can be used", "es": "se puede usar"},
    "officer_is_built_in": {"en": "comes with Garita", "es": "viene con Garita"},
}

METRICS: dict[str, tuple[str, str]] = {
    "four_choice": ("right reply of four, by probability", "respuesta correcta de cuatro, por probabilidad"),
    "four_choice_asked": ("right reply of four, asked", "respuesta correcta de cuatro, preguntando"),
    "next_step": ("takes the reference's next step", "da el mismo paso que la referencia"),
    "spanish": ("Spanish over 20 turns", "español en 20 turnos"),
    "spanish_unguarded": ("Spanish, without the guard", "español, sin el filtro"),
    "role": ("keeps its role when tempted", "mantiene su papel ante provocaciones"),
    "role_unguarded": ("keeps its role, without the guard", "mantiene su papel, sin el filtro"),
    "repetition": ("repeats itself (lower is better)", "se repite (menos es mejor)"),
    "repetition_unguarded": ("repeats itself, without the guard", "se repite, sin el filtro"),
    "facts": ("facts taken up rightly", "datos recogidos bien"),
    "facts_unguarded": ("facts, without the guard", "datos, sin el filtro"),
    "perplexity": ("perplexity a token (lower is better)", "perplejidad por token (menos es mejor)"),
    "chrf": ("chrF against the reference", "chrF frente a la referencia"),
    "rouge_l": ("ROUGE-L against the reference", "ROUGE-L frente a la referencia"),
    "tokens_per_second": ("tokens a second", "tokens por segundo"),
    "memory_bytes": ("most memory held", "memoria máxima"),
}


def metric(name: str, language: Language) -> str:
    """What a figure of an evaluation is called; its own name where nobody has named it."""
    return METRICS[name][language == "es"] if name in METRICS else name


def figures(found: Iterable[tuple[str, float, str]], language: Language) -> list[str]:
    """Names, values and units as people read them: "takes the reference's next step: 74.1 %"."""
    return [f"{metric(name, language)}: {value(number, unit, language)}" for name, number, unit in found]


def value(number: float, unit: str, language: Language) -> str:
    """A figure as people read it: shares in per cent, cut and not rounded, so that 99.96 % never looks like all."""
    if unit == "share":
        shown = f"{math.floor(round(number * 1000, 6)) / 10:.1f} %"
    elif unit == "bytes":
        shown = f"{number / 1e6:.0f} MB"
    else:
        shown = f"{number:.3g}" if abs(number) < 1000 else f"{number:.0f}"
    return shown.replace(".", ",") if language == "es" else shown
