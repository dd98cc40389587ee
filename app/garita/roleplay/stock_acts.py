"""A sentence of our own for every act of the officer, for the turns in which the model does not find one.

Knows the plan and the scenario's own questions; plain enough for every level. Knows no model.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from garita.roleplay.act import AGAIN, Act, ActKind, Detail, VerdictKind
from garita.roleplay.clues import is_about
from garita.roleplay.glossary import meanings
from garita.roleplay.meaning import Fact
from garita.roleplay.note import TOPIC_WORDS
from garita.roleplay.plain_text import plain
from garita.roleplay.remarks import answers, own_answer
from garita.roleplay.scenario import Scenario, Topic

_BEFORE_THE_QUESTION: dict[ActKind, tuple[str, ...]] = {
    "repeat": ("Se lo repito.", "Con gusto se lo repito."),
    "slow_down": ("Más despacio, claro.", "Voy más despacio."),
    "rephrase": ("Se lo digo más fácil.", "Le pregunto de otra forma."),
    "ask_spanish": ("En español, por favor.", "Aquí hablamos español, por favor."),
    "pardon": ("Perdone, no le he entendido.", "Disculpe, no le entiendo."),
    "not_yet": ("Todavía no, un momento.", "Espere, falta una pregunta."),
    "stay_in_role": ("Eso no es cosa de la aduana.", "Sigamos con calma, por favor."),
    "return": ("Bien, pero volvamos al control.", "De acuerdo. Sigamos con el control."),
    "explain": ("«{item}» quiere decir esto.", "Le explico qué quiere decir «{item}»."),
}
# known_from -> the two statements that do not fit
_AGAINST = {
    "said": "Antes dijo {before}, pero ahora usted dice {item}.",
    "passport": "En el pasaporte pone {before}, pero usted dice {item}.",
    "flight": "Su vuelo es {before}, pero usted dice {item}.",
    "suitcase": "En el escáner se ve {before}, pero usted dice {item}.",
}
_WHICH = "¿Qué es correcto?"
# so that a question that a scenario has no wording for can still be asked
_PLAIN_QUESTION = "Hábleme de esto, por favor: {topic}."

_DETAILS: dict[Detail, str] = {
    "": "Necesito más detalles, por favor.",
    "quantity": "¿Qué cantidad lleva exactamente?",
    "value": "¿Cuánto vale, más o menos?",
    "what": "¿Qué es eso exactamente?",
    "which": "¿Cuál es, por favor?",
    "whom": "¿A quién va a visitar?",
    "company": "¿Para qué empresa trabaja?",
    "school": "¿En qué escuela va a estudiar?",
    "address": "¿Me dice la dirección, por favor?",
    "visa": "¿Tiene un visado para tanto tiempo?",
    "return_ticket": "¿Tiene el billete de vuelta?",
    "prescription": "¿Tiene la receta del médico?",
    "papers": "¿Tiene los papeles del animal?",
    "invoice": "¿Tiene la factura de las muestras?",
    "declaration": "¿Ha hecho la declaración del dinero?",
    "yes_what": "¿Qué lleva exactamente?",
}

_SINGLE: dict[ActKind, tuple[str, ...]] = {
    "greet": ("Buenas, bienvenido al control.",),
    "confirm": ("¿Dijo {item}?", "He entendido {item}. ¿Es correcto?"),
    "rule": ("Sobre {item} hay una regla: {limit}. ¿Lo entiende?",),
    "move_on": ("Bien, dejamos ese tema.",),
    "farewell": ("Gracias, que tenga un buen día.", "Adiós y buen viaje.", "Hasta luego."),
}

_VERDICTS: dict[VerdictKind, str] = {
    "admit": "Está todo en orden, puede pasar.",
    "pay": "Puede pasar, pero debe pagar{duty}{item}.",
    "hold": "Puede pasar, pero esto se queda en la aduana: {item}.",
    "inspect": "Pase a la segunda revisión{item}, por favor.",
    "refuse": "Lo siento, no puede entrar{item}.",
}

_NODS = ("De acuerdo", "Muy bien", "Entendido", "Tomo nota")


def take_up(heard: Sequence[Fact], said: Sequence[str], rng: Random) -> str:
    """The facts said back, or a nod where there are none."""
    nod = rng.choice([each for each in _NODS if not any(each in sentence for sentence in said[-2:])] or list(_NODS))
    texts = [fact.text for fact in heard if not fact.none and fact.text]
    return f"{nod}: {_listed(texts)}." if texts else f"{nod}."


def explanation(word: str, rng: Random) -> str:
    """What a word means, or a word of comfort where we do not know."""
    known = meanings(word)
    return f"La palabra {word} quiere decir: {rng.choice(known)}." if known else "Lo digo con otras palabras."


def sentence(act: Act, scenario: Scenario, said: Sequence[str], rng: Random) -> str:
    """The act in one or two plain sentences, in other words than before where there are any."""
    if act.kind == "ask" and act.topic:
        return _question(act.topic, scenario, said, rng)
    if act.kind in AGAIN and act.topic:
        question = _DETAILS[act.detail] if act.detail else _question(act.topic, scenario, said, rng)
        return f"{_before_again(act, said, rng)} {question}".strip()
    if act.kind in ("follow_up", "demand"):
        return _DETAILS[act.detail]
    if act.kind == "verdict":
        return _verdict(act)
    if act.kind == "contradiction":
        return f"{_AGAINST[act.known_from or 'said'].format(item=act.item, before=act.before)} {_WHICH}"
    wording = rng.choice(_SINGLE[act.kind])
    return wording.format(item=act.item, limit=act.limit).replace(": .", ".")


def _before_again(act: Act, said: Sequence[str], rng: Random) -> str:
    if not act.remark:
        return rng.choice(_BEFORE_THE_QUESTION[act.kind]).format(item=act.item)
    answered = bool(said) and "?" not in said[-1] and answers(act.remark, said[-1])
    return "" if answered else own_answer(act.remark, rng)


def _question(topic: Topic, scenario: Scenario, said: Sequence[str], rng: Random) -> str:
    asks = [ask for question in scenario.checklist if question.topic == topic for ask in question.ask]
    # a wording that gives its topic away is known again as asked
    asks = [ask for ask in asks if is_about(topic, ask)] or asks
    before = {plain(each) for each in said}
    fresh = [wording for wording in asks if plain(wording) not in before]
    return rng.choice(fresh or asks or [_PLAIN_QUESTION.format(topic=TOPIC_WORDS[topic])])


def _verdict(act: Act) -> str:
    kind = act.verdict or "admit"
    if kind == "hold":
        return _VERDICTS[kind].format(item=act.item or "lo que no está permitido")
    return _VERDICTS[kind].format(duty=f" {act.duty}" if act.duty else "", item=f" por {act.item}" if act.item else "")


def _listed(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " y " + texts[-1]
