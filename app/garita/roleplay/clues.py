"""Which topic a question of the officer is about, by the words that give it away.

Text is compared without accents and case. Knows no scenario: whoever asks says which topics come into question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Topic
from garita.roleplay.sentences import split

# Words that show that a question was about the topic, in text without accents.
_CLUES: dict[Topic, str] = {
    "passport": r"pasaporte|documentacion|documentos?|cedula|identificacion",
    "name": r"se llama(?: usted)?(?: por favor)?$|nombre|apellidos?",
    "origin": r"de donde|desde donde|proced\w+|que pais (?:viene|es|viaja|llega)|de que pais|desde que|su pais$|"
    r"que ciudad|"
    r"que vuelo|su pais(?: por favor)?$|(?:empieza|comienza|empezo|ha empezado|comenzado) su viaje|de que lugar",
    "purpose": r"motivo|a que viene|por que (?:viene|viaja|no espera)|para que (?:viene|viaja)|"
    r"que (?:va|viene) a (?:hacer|estudiar)|que (?:hace|piensa hacer|tiene pensado hacer) (?:usted )?(?:aqui|"
    r"aca|en|durante)|"
    r"que le trae|vacaciones|negocios|turismo|objeto de su|proposito|a quien va a",
    "stay": r"cuanto (?:se va a quedar|va a quedarse|piensa|dura|va a durar)|cuanto tiempo|cuantos dias|"
    r"cuantas semanas"
    r"|cuantas noches|hasta (?:cuando|que dia)|duracion|una semana dos",
    "lodging": r"aloj\w+|hosped\w+|hotel|va a (?:dormir|vivir)|duerme|domicilio|donde se (?:va a )?queda\w*"
    r"|donde va a quedarse|en que lugar se queda|(?:pasar|pasa) (?:la|las) noches?",
    "profession": r"se dedica|profesion|(?:en|de) que trabaja|ocupacion|que cargo|que puesto|que trabajo|su trabajo"
    r"|que estudio|trabaja o estudia",
    "companions": r"viaja (?:usted )?(?:solo|sola|con (?!que|cuanto|animal|algun|una mascota|un perro|un animal|"
    r"muestra|medic|"
    r"comida|aliment|much|dinero|mas))|viaj\w+ con usted|con quien|acompan\w+|quien (?:viaja|viene|mas)|alguien mas"
    r"|compania de|(?:viene|viaja)(?: usted)? (?:con )?alguien|otras personas|alguien con usted|con su familia|"
    r"amigos o|alguien viaj\w+",
    "goods": r"que (?:cosas )?(?:lleva|trae|hay|tiene)(?: usted)? en|que cosas|que hay (?:en|dentro)|contenido de su|"
    r"(?:que|para|va a|quiere) declarar|deba declarar|maletero|cajuela|regalos|alcohol|tabaco|que (?:lleva|trae)",
    "food": r"comida|comer|alimentos?|carne|queso|fruta|productos (?:frescos|de origen)",
    "medicines": r"medic\w+|receta|formula|tratamiento|pastillas?|jarabes?",
    "pets": r"mascotas?|perr[oa]|gat[oa]|veterinari\w+|vacunas?|microchip|animal(?:es)?",
    "samples": r"muestras?|mercancia|mercaderia|factura|productos (?:para|de) (?:vender|su empresa)|productos que",
    "money": r"dinero|efectivo|euros|dolares|plata|beca|medios economicos|billetes",
    "onward": r"boletos?|regreso|proximo vuelo|destino|adonde|hacia donde|pais es el siguiente|"
    r"siguiente (?:pais|destino)|"
    r"pasaje|tiquete|a que (?:pais|ciudad|lugar) va|billete de (?:regreso|vuelta|salida)",
}
_FOUND = {topic: re.compile(rf"\b(?:{clues})\b") for topic, clues in _CLUES.items()}


def is_about(topic: Topic, sentence: str) -> bool:
    """Whether ``sentence`` holds a word that gives ``topic`` away."""
    return _FOUND[topic].search(plain(sentence)) is not None


def asks(sentence: str) -> bool:
    """Whether this sentence wants an answer: a question, or a request."""
    return "?" in sentence or _REQUEST.search(plain(sentence)) is not None


def questions(text: str) -> list[str]:
    """The sentences of ``text`` that want an answer."""
    return [sentence for sentence in split(text) if asks(sentence)]


def asked_about(text: str, topics: Sequence[Topic]) -> Topic | None:
    """Which of ``topics`` the last question in ``text`` is about; None when it asks none of them."""
    for sentence in reversed(questions(text)):
        found = next((topic for topic in topics if is_about(topic, sentence)), None)
        if found is not None:
            return found
    return None


_REQUEST = re.compile(
    r"\b(?:por favor|dig(?:a|ame)|deme|muestreme|ensene?me|permitame|dejeme|necesito|quisiera|le agradeceria|le pido|"
    r"quiero|ponga|tengo que (?:ver|revisar)|indiqueme|expliqueme|cuenteme)\b"
)
