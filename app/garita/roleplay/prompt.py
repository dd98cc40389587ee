"""Turns a scenario and what was said so far into the chat messages the officer's model reads.

The running app and the training simulator both call this module, so the officer is trained on exactly the prompt it
gets in use. The traveller's dossier never enters the prompt: the officer has to ask. Knows no engine and no template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from garita.messages import ChatMessage
from garita.roleplay.act import Plan
from garita.roleplay.note import TOPIC_WORDS, note, with_note
from garita.roleplay.scenario import Scenario
from garita.roleplay.slots import delexicalised

# The officer speaks first, but many instruct templates insist on a user message before the first assistant message.
OPENING = "(El viajero llega a la ventanilla.)"
BEFORE = -1  # where the plan of a turn stands that answers nobody

COUNTRIES = {
    "AR": "Argentina", "BO": "Bolivia", "CL": "Chile", "CO": "Colombia", "CR": "Costa Rica", "CU": "Cuba",
    "DO": "República Dominicana", "EC": "Ecuador", "ES": "España", "GQ": "Guinea Ecuatorial", "GT": "Guatemala",
    "HN": "Honduras", "MX": "México", "NI": "Nicaragua", "PA": "Panamá", "PE": "Perú", "PR": "Puerto Rico",
    "PY": "Paraguay", "SV": "El Salvador", "UY": "Uruguay", "VE": "Venezuela",
}  # fmt: skip

CURRENCIES = {
    "ARS": "pesos argentinos", "BOB": "bolivianos", "BRL": "reales", "CAD": "dólares canadienses",
    "CHF": "francos suizos", "CLP": "pesos chilenos", "COP": "pesos colombianos", "CRC": "colones",
    "CUP": "pesos cubanos", "DOP": "pesos dominicanos", "EUR": "euros", "GBP": "libras", "GTQ": "quetzales",
    "JPY": "yenes", "MXN": "pesos mexicanos", "PEN": "soles", "PYG": "guaraníes", "USD": "dólares",
    "UYU": "pesos uruguayos",
}  # fmt: skip

_MANNERS = {
    "kind": "Trato amable y paciente.",
    "neutral": "Trato correcto y tranquilo.",
    "stern": "Trato serio y exigente.",
    "hurried": "Trato rápido, con prisa.",
}

_LEVELS = {
    "A2": "Nivel A2: frases muy cortas y palabras fáciles.",
    "B1": "Nivel B1: frases sencillas.",
    "B2": "Nivel B2: español natural.",
    "C1": "Nivel C1: español rico y preciso.",
}

_MANNERS_OF_SPEECH = (
    "Habla solo español y de usted. En cada turno, comenta con pocas palabras lo que oyes y haz una sola pregunta. "
    "No hables por el viajero ni narres. Si no entiende, repite más fácil. "
    "Al final da el veredicto con su motivo (puede pasar, debe pagar o segunda revisión) y despídete. "
    "Si tras las palabras del viajero hay una nota entre paréntesis, dice qué has oído y qué haces ahora: síguela."
)


def chat_messages(
    scenario: Scenario,
    history: Sequence[ChatMessage],
    plans: Mapping[int, Plan | None] | None = None,
    *,
    slots: bool = False,
) -> list[ChatMessage]:
    """System prompt, then ``history`` (student = user, officer = assistant, oldest first).

    Where the officer opens the conversation (also with an empty history) ``OPENING`` stands in as the user's message.
    ``plans`` are the officer's, by the index in ``history`` of the student's message they answer (``BEFORE`` for the
    opening); each becomes a note behind that message. With ``slots`` the officer's own words stand as
    ``slots.delexicalised`` has them: for a model that was trained so.
    """
    plans = plans or {}
    messages = [ChatMessage(role="system", content=system_prompt(scenario))]
    if not history or history[0].role == "assistant":
        messages.append(ChatMessage(role="user", content=f"{OPENING}\n{note(plans.get(BEFORE))}".strip()))
    for number, message in enumerate(history):
        if message.role == "user":
            message = ChatMessage(role="user", content=with_note(message.content, plans.get(number)))
        elif slots:
            message = ChatMessage(role="assistant", content=delexicalised(message.content, plans.get(number - 1)))
        messages.append(message)
    return messages


def system_prompt(scenario: Scenario) -> str:
    """The officer's whole brief in plain Spanish, short enough to stand in every training sample."""
    officer = scenario.officer
    country = COUNTRIES.get(scenario.country, scenario.country)
    lines = [
        f"Eres {officer.name}, agente de aduana ({officer.service}). Lugar: {scenario.place_name} ({country}).",
        f"{_MANNERS[officer.manner]} {_LEVELS[scenario.level]}",
        _rules(scenario),
    ]
    if officer.knows:
        lines.append("Sabes: " + " ".join(officer.knows))
    topics = ", ".join(TOPIC_WORDS[question.topic] for question in scenario.checklist)
    lines.append(f"Pregunta en este orden: {topics}.")
    lines.append(_MANNERS_OF_SPEECH)
    return "\n".join(lines)


def money_text(amount: float, currency: str) -> str:
    """``10000, "EUR"`` -> ``10 000 euros``; an unknown currency keeps its ISO code."""
    return f"{number_text(amount)} {CURRENCIES.get(currency, currency)}"


def number_text(amount: float) -> str:
    """Digits with a space between thousands from five digits on and a decimal comma, as Spanish spelling wants."""
    if amount != int(amount):
        return f"{amount:.2f}".rstrip("0").replace(".", ",")
    return f"{int(amount):,}".replace(",", " ") if abs(amount) >= 10_000 else str(int(amount))


def litres_text(litres: float) -> str:
    """``1.0`` -> ``1 litro``, ``2.5`` -> ``2,5 litros``."""
    return f"{number_text(litres)} {'litro' if litres == 1 else 'litros'}"


def _rules(scenario: Scenario) -> str:
    rules = scenario.rules
    limits = ", ".join(
        (
            f"{money_text(rules.cash_limit, rules.cash_currency)} en efectivo",
            f"{litres_text(rules.alcohol_litres)} de alcohol",
            f"{number_text(rules.cigarettes)} cigarrillos",
            f"{money_text(rules.gifts_limit, rules.gifts_currency)} en regalos",
        )
    )
    return f"Límites: {limits}. {rules.food} {rules.medicines}"
