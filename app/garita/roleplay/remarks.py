"""What the officer answers to a remark off the road: how such an answer is known, and a plain one of our own.

A small model mixes the answers up: asked why it asks, it tells where the taxis are. Knows remarks and words.
"""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from garita.roleplay.act import Remark
from garita.roleplay.plain_text import plain


class _Answer(NamedTuple):
    known_by: re.Pattern[str]
    own: tuple[str, ...]


def _answer(words: str, *own: str) -> _Answer:
    return _Answer(re.compile(rf"\b(?:{words})\b"), own)


# "small_talk" may be answered with anything
_ANSWERS: dict[Remark, _Answer] = {
    "weather": _answer(r"tiempo|calor|frio|sol|llov\w+|lluvi\w+|niev\w*|viento", "Sí, el tiempo cambia mucho."),
    "bathroom": _answer("banos?|servicios?", "El baño está después del control."),
    "taxi": _answer("taxis?", "Los taxis están en la salida."),
    "exchange": _answer(r"cambi\w+|banco", "Puede cambiar dinero en la salida."),
    "wifi": _answer("wifi|internet", "El wifi está después del control."),
    "hungry": _answer(r"restaurantes?|cafeteria|cafe|com(?:er|ida)", "Puede comer algo después del control."),
    "tired": _answer(
        r"pront\w+|poc[oa]s?|calma|cansa\w*|larg[oa]|entiendo|comprendo|descans\w+", "Lo entiendo, ya falta poco."
    ),
    "football": _answer("futbol|equipo|partido", "Del fútbol hablamos después."),
    "time": _answer(r"reloj|hora|son las \w+|es la una", "Hay un reloj al fondo."),
    "luggage": _answer(
        r"maletas?|valijas?|equipajes?|petacas?|velices|veliz|cinta", "Las maletas salen después del control."
    ),
    "pretty": _answer(r"bonit[oa]s?|lind[oa]s?|gust\w+|alegr\w+|gracias|verdad", "Gracias, le va a gustar."),
    "how_long": _answer(r"minutos?|poc[oa]s?|mucho|tiempo|pronto", "No mucho, son pocas preguntas."),
    "officer_name": _answer("llamo|soy|de la aduana", "Soy de la aduana."),
    "why": _answer(
        r"control normal|es el control|normas?|reglas?|ley|mi trabajo|pregunto|preguntarlo|todos",
        "Son las normas.", "Es el control normal.", "Pregunto lo mismo a todos.",
    ),
    "robot": _answer(r"agente|oficial|soy|trabajo|habla con", "Soy agente de aduana."),
    "about_you": _answer(r"trabajo|pregunto|de servicio|de mi|otro dia", "Yo estoy de servicio.", "Aquí pregunto yo."),
    "my_spanish": _answer(r"espanol|habla\w*|(?:le )?entiendo", "Habla usted bien."),
    "phone": _answer(r"telefonos?|llamar|celular\w*|movil\w*", "El teléfono, después del control."),
    "lost": _answer(
        r"aduana|salida|preocupe|no pasa nada|ayud\w+|indic\w+", "No se preocupe, está en la aduana."
    ),
    "nervous": _answer(r"preocupe|calma|normal|no pasa nada|respire", "No se preocupe, es un control normal."),
    "insult": _answer(r"respeto|normas|asi|calma|amable", "Un poco de respeto, por favor.", "Así no, por favor."),
    "injection": _answer(
        r"eso|control|aduana|agente|normas|no hago|no es posible", "Eso no va conmigo.", "Eso no es cosa de la aduana."
    ),
    "thanks": _answer(r"de nada|con gusto|a usted|no hay de que", "De nada."),
    "how_are_you": _answer(r"bien|trabaj\w+|gracias", "Muy bien, gracias."),
    "sorry": _answer(r"preocupe|no pasa nada|esta bien|problema|no importa", "No pasa nada."),
}  # fmt: skip


def answers(remark: Remark, reply: str) -> bool:
    """Whether ``reply`` may be the answer to the remark."""
    known = _ANSWERS.get(remark)
    return known is None or known.known_by.search(plain(reply)) is not None


def own_answer(remark: Remark, rng: Random) -> str:
    """A short answer, right anywhere."""
    known = _ANSWERS.get(remark)
    return rng.choice(known.own) if known else "Ya veo."
