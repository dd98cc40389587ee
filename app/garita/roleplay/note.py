"""Says a plan to the officer's model: one short note in plain Spanish, the same in training and in use.

    (Oído: duración, dos semanas. Ahora: pregunta por el alojamiento.)

The note stands in parentheses behind the student's words; parentheses of the student's own are taken out, so nobody
can write one. Any instruct model understands it. Knows acts, not when they are due.
"""

from __future__ import annotations

import re

from garita.roleplay.act import AGAIN, Act, Detail, Plan
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Topic

TOPIC_WORDS: dict[Topic, str] = {
    "passport": "pasaporte", "name": "nombre", "origin": "procedencia", "purpose": "motivo", "stay": "duración",
    "lodging": "alojamiento", "profession": "profesión", "companions": "acompañantes", "goods": "equipaje",
    "food": "alimentos", "medicines": "medicinas", "pets": "animales", "samples": "muestras", "money": "dinero",
    "onward": "siguiente destino",
}  # fmt: skip

_FOR: dict[Topic, str] = {
    "passport": "el pasaporte", "name": "el nombre", "origin": "la procedencia", "purpose": "el motivo",
    "stay": "la duración", "lodging": "el alojamiento", "profession": "la profesión",
    "companions": "los acompañantes", "goods": "el equipaje", "food": "los alimentos", "medicines": "las medicinas",
    "pets": "los animales", "samples": "las muestras", "money": "el dinero", "onward": "el siguiente destino",
}  # fmt: skip

_DETAILS: dict[Detail, str] = {
    "": "más detalles", "quantity": "qué cantidad", "value": "cuánto vale", "what": "qué es", "which": "cuál",
    "whom": "a quién visita", "company": "qué empresa", "school": "qué escuela", "address": "la dirección",
    "visa": "si tiene visado", "return_ticket": "si tiene billete de vuelta", "prescription": "la receta",
    "papers": "los papeles", "invoice": "la factura", "declaration": "la declaración", "yes_what": "qué exactamente",
}  # fmt: skip

_AGAIN = {
    "repeat": "repite la pregunta",
    "slow_down": "repite más despacio la pregunta",
    "rephrase": "haz más fácil la pregunta",
    "ask_spanish": "pide que hable español y repite la pregunta",
    "pardon": "di que no has entendido y repite la pregunta",
    "not_yet": "di que todavía no y repite la pregunta",
}  # fmt: skip

_REMARKS = {
    "weather": "el tiempo", "bathroom": "el baño", "taxi": "los taxis", "exchange": "el cambio de dinero",
    "wifi": "el wifi", "hungry": "la comida", "tired": "el cansancio", "football": "el fútbol", "time": "la hora",
    "luggage": "las maletas", "pretty": "el país", "how_long": "cuánto falta", "officer_name": "tu nombre",
    "why": "por qué preguntas", "robot": "si eres una máquina", "about_you": "ti", "my_spanish": "su español",
    "phone": "el teléfono", "lost": "que se ha perdido", "nervous": "los nervios", "small_talk": "eso",
    "insult": "la falta de respeto", "injection": "esa petición", "thanks": "las gracias",
    "how_are_you": "cómo estás", "sorry": "la disculpa", "": "eso",
}  # fmt: skip

_REPLIES = {"yes": "sí", "no": "no", "dont_know": "no lo sabe"}

_VERDICTS = {
    "admit": "puede pasar",
    "pay": "puede pasar y debe pagar",
    "hold": "puede pasar, pero la aduana retiene",
    "inspect": "segunda revisión",
    "refuse": "no puede entrar",
}

_KNOWN_FROM = {
    "passport": "en el pasaporte pone",
    "flight": "su vuelo es",
    "suitcase": "en el escáner se ve",
    "said": "antes dijo",
}


def note(plan: Plan | None) -> str:
    """The note for a plan with its parentheses; nothing where there is no plan."""
    if plan is None:
        return ""
    heard = "; ".join(
        [*(_heard(fact) for fact in plan.heard), *([_REPLIES[plan.reply_to]] if plan.reply_to else [])]
    )  # fmt: skip
    now = ", ".join(_act(act) for act in plan.acts)
    return f"({f'Oído: {heard}. ' if heard else ''}Ahora: {now}.)"


def with_note(student: str, plan: Plan | None) -> str:
    """The student's words as the model reads them: without brackets and signs of other scripts, cut; and the note.

    An emoji costs a small model four tokens and ten thousand letters its whole memory; both say nothing at a booth.
    """
    words = _STRANGE.sub("", student.translate(_NO_BRACKETS))[:_LONGEST].strip() or "..."
    text = note(plan)
    return f"{words}\n{text}" if text else words


_LONGEST = 400  # letters; nobody says more in one breath
_STRANGE = re.compile(r"[^\u0020-\u024f\u2010-\u2026\u20ac\s]|[\x00-\x08\x0e-\x1f\x7f]")
_NO_BRACKETS = str.maketrans("()[]{}", "      ")


def _heard(fact: Fact) -> str:
    return f"{TOPIC_WORDS[fact.topic]}, {'nada' if fact.none else fact.text}"


def _act(act: Act) -> str:
    topic = _FOR[act.topic] if act.topic else ""
    if act.kind in AGAIN and act.detail:
        topic = _DETAILS[act.detail]
    match act.kind:
        case "greet":
            return "saluda"
        case "ask":
            return f"pregunta por {topic}"
        case "move_on":
            return "deja ese tema"
        case "follow_up":
            about = f" sobre {topic}" if act.detail in ("", "which", "yes_what") else ""
            return f"pregunta {_DETAILS[act.detail]}{_of(act.item, act.detail) or about}"
        case "confirm":
            return f"confirma si es {act.item}"
        case "explain":
            return f"explica la palabra {act.item} y repite la pregunta sobre {topic}"
        case "stay_in_role" | "return":
            return f"responde en breve sobre {_REMARKS[act.remark]} y repite la pregunta sobre {topic}"
        case "contradiction":
            known = _KNOWN_FROM[act.known_from or "said"]
            return f"{known} {act.before} y ahora dice {act.item}: pregunta qué es cierto"
        case "rule":
            return f"explica la regla sobre {act.item}{f', {act.limit}' if act.limit else ''}"
        case "demand":
            return f"pide {_DETAILS[act.detail]}{_of(act.item, act.detail)}"
        case "verdict":
            return _verdict(act)
        case "farewell":
            return "despídete"
    return f"{_AGAIN[act.kind]} sobre {topic}"


def _of(item: str, detail: Detail) -> str:
    """ "cuánto vale un reloj", "qué es un zulambo", but "la receta de unas pastillas"."""
    joined = " " if detail in ("value", "what") else " de "
    return f"{joined}{item}" if item else ""


def _verdict(act: Act) -> str:
    kind = act.verdict or "admit"
    joined = " " if kind == "hold" else " por "
    reason = f"{joined}{act.item}" if act.item else ""
    paid = f" {act.duty}" if act.duty else ""
    return f"da el veredicto: {_VERDICTS[kind]}{paid}{reason}"
