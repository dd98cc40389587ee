"""A sentence the officer can always say: the scenario's next question, else a word of courtesy or the farewell.

Knows the scenario's own wordings and which topics were asked already, by fuzzy match and by the words that give a topic
away. Stands in where the model failed; knows no model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.sentences import split

ALIKE_FROM = 85.0  # rapidfuzz's ratio, 0 to 100, from which a sentence counts as one of the stock wordings

IN_SPANISH = "En español, por favor:"
VERDICTS = (
    "Está todo en orden, puede pasar.",
    "He terminado con las preguntas; puede continuar.",
    "No hay ningún problema con su documentación.",
)
COURTESIES = (
    "Muy bien, gracias por su paciencia.",
    "De acuerdo, muchas gracias.",
    "Perfecto, eso es todo por mi parte.",
)

ACKNOWLEDGEMENTS = ("De acuerdo.", "Muy bien.", "Entendido.", "Tomo nota.")

# Words that show that a question was about the topic, in text without accents.
_CLUES: dict[Topic, str] = {
    "passport": r"pasaporte|documentacion|documentos?|cedula|identificacion",
    "name": r"se llama (usted|por favor)|como se llama$|nombre|apellidos?",
    "origin": r"de donde|desde donde|procede|que pais|su pais|que ciudad|que vuelo|empezo su viaje|comenzado su viaje",
    "purpose": r"motivo|a que viene|por que (viene|no espera)|para que viene|que (va|viene) a (hacer|estudiar)"
    r"|que le trae|vacaciones|negocios|turismo|objeto de su|proposito|a quien va a",
    "stay": r"cuanto (se va a quedar|va a quedarse|piensa|dura)|cuanto tiempo|cuantos dias|cuantas semanas"
    r"|cuantas noches|hasta cuando|duracion",
    "lodging": r"aloj\w+|hosped\w+|hotel|va a (dormir|vivir)|duerme|domicilio|donde se (va a )?queda\w*"
    r"|donde va a quedarse|pasar la noche",
    "profession": r"se dedica|profesion|en que trabaja|ocupacion|que cargo|que puesto|que trabajo|su trabajo"
    r"|que estudio",
    "companions": r"viaja (solo|sola|con)|con quien|acompan\w+|quien (viaja|viene|mas)|alguien mas"
    r"|(viene|compania) (de |con )?alguien|otras personas",
    "goods": r"que (cosas )?(lleva|trae)|que hay en|contenido de su|declarar|maletero|cajuela|regalos|alcohol|tabaco",
    "food": r"comida|comer|alimentos?|carne|queso|fruta|productos (frescos|de origen)",
    "medicines": r"medic\w+|receta|formula|tratamiento|seguro medico",
    "pets": r"mascota|perr[oa]|gat[oa]|veterinari\w+|vacuna|microchip|animal",
    "samples": r"muestras?|mercancia|mercaderia|factura|productos (para|de) (vender|su empresa)",
    "money": r"dinero|efectivo|euros|dolares|plata|beca|medios economicos",
    "onward": r"boleto|regreso|proximo vuelo|destino|adonde (sigue|va|continua)|hacia donde|pais es el siguiente",
}


def stock_sentence(scenario: Scenario, officer_history: Sequence[str], reason: str, rng: Random) -> str:
    """What the officer says in place of a sentence that the guard refused for ``reason``.

    The first checklist question whose topic was not asked yet; after the last one a verdict, a courtesy, the farewell.
    Nothing comes twice while there is anything else. Where the model fell into another language, the officer asks
    for Spanish once.

    Args:
        scenario: its wordings are used.
        officer_history: what the officer said so far, replies or sentences, oldest first.
        reason: the guard's reason.
        rng: chooses among wordings.
    """
    said = [sentence for text in officer_history for sentence in split(text)]
    if not said:
        return rng.choice(scenario.greeting)
    said_plain = {plain(sentence) for sentence in said}
    question = _next_question(scenario, said, said_plain, rng)
    if question is None:
        return _closing(scenario, said_plain, rng)
    asked_for_spanish = any(sentence.startswith(IN_SPANISH) for sentence in said)
    return _in_spanish(question) if reason == "language" and not asked_for_spanish else question


def acknowledgement(just_said: Sequence[str], rng: Random) -> str:
    """A few words that fit any answer, other than what the officer has just said."""
    return rng.choice([words for words in ACKNOWLEDGEMENTS if words not in just_said] or list(ACKNOWLEDGEMENTS))


def asked_topics(scenario: Scenario, officer_history: Sequence[str]) -> set[Topic]:
    """The checklist's topics that the officer has asked about."""
    said = [sentence for text in officer_history for sentence in split(text)]
    return {question.topic for question in scenario.checklist if _asked(question.topic, question.ask, said)}


def _next_question(scenario: Scenario, said: list[str], said_plain: set[str], rng: Random) -> str | None:
    asked = asked_topics(scenario, said)
    for question in scenario.checklist:
        fresh = _fresh(question.ask, said_plain)
        if question.topic not in asked and fresh:
            # Of several sentences one alone is wanted: the officer's turn is judged sentence by sentence.
            return rng.choice([wording for wording in fresh if len(split(wording)) == 1] or fresh)
    return None


def _fresh(choices: tuple[str, ...], said_plain: set[str]) -> list[str]:
    """Those of which no sentence was said yet."""
    return [choice for choice in choices if said_plain.isdisjoint(plain(sentence) for sentence in split(choice))]


def _asked(topic: Topic, wordings: tuple[str, ...], said: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    clue = re.compile(rf"\b(?:{_CLUES[topic]})\b")
    for sentence in said:
        spoken = plain(sentence)
        asks = "?" in sentence or "por favor" in spoken
        if asks and clue.search(spoken):
            return True
        if any(ratio(spoken, plain(wording), score_cutoff=ALIKE_FROM) for wording in wordings):
            return True
    return False


def _closing(scenario: Scenario, said_plain: set[str], rng: Random) -> str:
    for choices in (VERDICTS[:1], scenario.farewell, COURTESIES, VERDICTS):
        if fresh := _fresh(choices, said_plain):
            return rng.choice(fresh)
    return rng.choice(scenario.farewell)


def _in_spanish(question: str) -> str:
    """The question after a request to speak Spanish; its first letter becomes small."""
    mark, rest = (question[0], question[1:]) if question[0] in "¿¡" else ("", question)
    return f"{IN_SPANISH} {mark}{rest[0].lower()}{rest[1:]}"
