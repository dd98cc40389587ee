"""Verdicts, their reasons and goals in words, Spanish and English. Things stay Spanish: they are what was said."""

from __future__ import annotations

from babel.numbers import format_decimal

from garita.messages_to_user.entry import Language
from garita.roleplay.act import VerdictKind
from garita.roleplay.prompt import money_text
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.verdict import Reason, ReasonKind, Verdict, duty_text

_VERDICTS: dict[VerdictKind, tuple[str, str]] = {
    "admit": ("You may pass", "Puede pasar"),
    "pay": ("You may pass and have to pay", "Puede pasar, pero tiene que pagar"),
    "hold": ("You may pass, but customs keep something", "Puede pasar, pero la aduana retiene algo"),
    "inspect": ("A second inspection", "Segunda revisión"),
    "refuse": ("You may not enter", "No puede entrar"),
}

_REASONS: dict[ReasonKind, tuple[str, str]] = {
    "no_passport": ("You did not show your passport.", "No mostró el pasaporte."),
    "not_the_passport": (
        "What you said does not match your passport.", "Lo que dijo no coincide con su pasaporte.",
    ),
    "many_insults": ("You were rude to the officer {amount} times.", "Faltó al respeto {amount} veces."),
    "forbidden_food": ("Food that may not be brought in: {things}.", "Alimentos que no pueden entrar: {things}."),
    "forbidden": ("Things that may not be brought in: {things}.", "Cosas que no pueden entrar: {things}."),
    "no_prescription": ("There was no prescription for {things}.", "Faltaba la receta de {things}."),
    "no_pet_papers": ("There were no papers for {things}.", "Faltaban los papeles de {things}."),
    "denied": ("You said no, and carried {things}.", "Dijo que no y llevaba {things}."),
    "forgotten": ("You did not mention {things}.", "No mencionó {things}."),
    "no_declaration": (
        "You carried {amount} without a declaration; above {limit} one is needed.",
        "Llevaba {amount} sin declarar; a partir de {limit} es obligatorio.",
    ),
    "no_invoice": ("There was no invoice for {things}.", "Faltaba la factura de {things}."),
    "contradiction": ("Two of your answers did not fit together.", "Dos de sus respuestas no encajaban."),
    "unanswered": ("{amount} questions were left unanswered.", "Quedaron {amount} preguntas sin respuesta."),
    "insults": ("You were rude to the officer {amount} times.", "Faltó al respeto {amount} veces."),
    "alcohol": (
        "{things}: {amount} litres of alcohol, and {limit} are free.",
        "{things}: {amount} litros de alcohol y solo {limit} sin pagar.",
    ),
    "tobacco": (
        "{things}: {amount} cigarettes, and {limit} are free.",
        "{things}: {amount} cigarrillos y solo {limit} sin pagar.",
    ),
    "goods": (
        "{things}: worth {amount}, and {limit} are free.", "{things}: valen {amount} y solo {limit} sin pagar.",
    ),
    "cash_declared": ("You declared {amount}, as one has to.", "Declaró {amount}, como es debido."),
}  # fmt: skip

_ALL_WELL = ("Everything was in order.", "Todo estaba en orden.")
_TO_PAY = ("To pay: {duty}.", "A pagar: {duty}.")

_GOALS: dict[Topic, tuple[str, str]] = {
    "passport": ("Show your passport", "Mostrar el pasaporte"),
    "name": ("Say your name", "Decir su nombre"),
    "origin": ("Say where you come from", "Decir de dónde viene"),
    "purpose": ("Say why you travel", "Decir el motivo del viaje"),
    "stay": ("Say how long you will stay", "Decir cuánto tiempo se queda"),
    "lodging": ("Say where you will stay", "Decir dónde se aloja"),
    "profession": ("Say what you do for a living", "Decir a qué se dedica"),
    "companions": ("Say who travels with you", "Decir con quién viaja"),
    "goods": ("Say what you carry", "Decir qué lleva en el equipaje"),
    "food": ("Say whether you carry food", "Decir si lleva alimentos"),
    "medicines": ("Say whether you carry medicines", "Decir si lleva medicinas"),
    "pets": ("Say whether an animal is with you", "Decir si viaja con animales"),
    "samples": ("Say whether you carry samples", "Decir si lleva muestras"),
    "money": ("Say how much money you carry", "Decir cuánto dinero lleva"),
    "onward": ("Say where you travel on to", "Decir adónde sigue su viaje"),
}


def verdict_text(kind: VerdictKind, language: Language) -> str:
    """The verdict in a few words."""
    return _VERDICTS[kind][language == "es"]


def goal_text(topic: Topic, language: Language) -> str:
    """What the student has to do for a goal."""
    return _GOALS[topic][language == "es"]


def reasons(verdict: Verdict, scenario: Scenario, language: Language) -> list[str]:
    """Every reason as a sentence, the gravest first; then what is to be paid."""
    told = [_reason(reason, scenario, language) for reason in verdict.reasons] or [_ALL_WELL[language == "es"]]
    if duty := duty_text(verdict):
        told.append(_TO_PAY[language == "es"].format(duty=duty))
    return told


def _reason(reason: Reason, scenario: Scenario, language: Language) -> str:
    sentence = _REASONS[reason.kind][language == "es"]
    text = sentence.format(
        things=listed([thing.text for thing in reason.things], language),
        amount=_amount(reason.kind, reason.amount, scenario, language),
        limit=_amount(reason.kind, reason.limit, scenario, language),
    )
    return text[:1].upper() + text[1:]


def listed(texts: list[str], language: Language) -> str:
    """ "un chorizo, dos quesos y un jamón"."""
    texts = list(dict.fromkeys(texts))
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {'y' if language == 'es' else 'and'} {texts[-1]}"


def _amount(kind: ReasonKind, amount: float | None, scenario: Scenario, language: Language) -> str:
    if amount is None:
        return ""
    match kind:
        case "no_declaration" | "cash_declared":
            return money_text(amount, scenario.rules.cash_currency)
        case "goods":
            return money_text(amount, scenario.rules.gifts_currency)
    return str(format_decimal(amount, "#,##0.#", locale=language))
