"""Is it the officer who speaks, to the traveller, in words that can be said aloud?

Finds stage directions, other people's lines, template tokens and sentences that only the traveller can say. Rules of
thumb over Spanish wordings; knows no model and no scenario.
"""

from __future__ import annotations

import re
from typing import Literal

from garita.roleplay.plain_text import plain, without_quotes

Fault = Literal["narration", "speaker", "role"]

_ACTIONS = (
    "mira|sella|revisa|sonrie|observa|asiente|toma|entrega|devuelve|escribe|hojea|abre|cierra|levanta|senala|examina|teclea|"
    "suspira|frunce|comprueba|consulta|coge|recibe|pone|deja|dice|pregunta|responde|contesta|hace|espera|inspecciona|estampa|"
    "se (?:acerca|levanta|gira|rie|detiene|queda|sienta)|le (?:devuelve|entrega|sonrie|da|indica|hace|muestra)"
)
_PEOPLE = (
    "oficial|agente|guardia|funcionari[oa]|inspectora?|policia|aduanero|aduanera|viajer[oa]|pasajer[oa]|turista|estudiante|"
    "senor|senora|hombre|mujer"
)
_STARRED = re.compile(r"\*[^*]+\*|^\s*[\[(]|_[^_\s][^_]*_")
_IN_BRACKETS = re.compile(
    rf"[\[(]\s*(?:(?:el|la) (?:{_PEOPLE}) )?(?:{_ACTIONS}|sellando|mirando|sonriendo|revisando)\b"
)
_TOLD = re.compile(
    rf"^(?:el|la) (?:{_PEOPLE}) (?:(?:de aduanas?|civil|amablemente|lentamente|con calma) )?(?:{_ACTIONS})\b"
    r"(?!.*\busted\b)"
    rf"|\b(?:dice|pregunta|responde|contesta|anade) (?:el|la) (?:{_PEOPLE})\b"
)

_SPEAKER = re.compile(
    r"(?:^|[.!?…]\s+|\n)\W*(?:(?:el|la)\s+)?(?:viajer[oa]|pasajer[oa]|usuari[oa]|turista|estudiante|alumn[oa]|cliente|oficial|"
    r"agente|guardia|aduaner[oa]|inspectora?|funcionari[oa]|asistente|sistema|user|assistant|system|human|traveller|traveler|"
    r"officer|student|bot|ai|ia|yo|t[uú])\W{0,4}:",
    re.IGNORECASE,
)
_NAMED_SPEAKER = re.compile(r"^\W*[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+ [A-ZÁÉÍÓÚÑ][\wáéíóúñ]+( [A-ZÁÉÍÓÚÑ][\wáéíóúñ]+)?\s*:")
_TOKENS = re.compile(r"<\|?/?[\w ]+\|?>|\[/?INST\]|<<|>>|###|```|\|im_|[{}]|\bhttps?://", re.IGNORECASE)

# What an officer calls his own; "mi" before anything else is the traveller's ("mi maleta", "mis vacaciones").
_OFFICERS_OWN = (
    "companer[oa]s?|jef[ae]s?|superior|supervisora?|turno|trabajo|deber|parte|colegas?|mesa|pantalla|sistema|opinion|"
    "obligacion|consejo|experiencia|oficina|pais|ciudad|tierra|ordenador|computadora|equipo|lista|registro|servicio|culpa|dios|"
    "padres?|madre|herman[oa]s?|prim[oa]s?|abuel[oa]s?|ti[oa]s?|vida|mismo|misma"
)
_KIN = "famili(?:a|ares)|padres?|madre|herman[oa]s?|prim[oa]s?|abuel[oa]s?|ti[oa]s?|sobrin[oa]s?|suegr[oa]s?"
# Trades by their endings: turista, cocinera, estudiante, médico, bióloga, pintor, programadora, abogado ...
_TRADES = "[a-z]+(?:er[oa]|ist[ao]|nte|ic[oa]|og[oa]|[dst]ora?|ogad[oa]|tect[oa]|bilad[oa])"
_NATIONS = (
    "ciudadan[oa]|mexican[oa]|espanola?|colombian[oa]|argentin[oa]|chilen[oa]|peruan[oa]|aleman[a]?|frances[a]?|ingles[a]?|"
    "american[oa]|estadounidense|canadiense|italian[oa]"
)
_OFFICE = "agente|oficial|inspectora?|guardia|aduaner[oa]|aduanas?|policia|funcionari[oa]|comandante"
_COUNTED = "dos|tres|cuatro|cinco|seis|diez|veinte|cien|[a-z]+cient[oa]s|quinient[oa]s|mil|[0-9]+"
_TIMES = "horas?|dias?|semanas?|meses|mes|anos?|ratos?"

# What only the traveller says, in plain text.
_TRAVELLER_SAYS = (
    rf"somos (?:{_TRADES}|{_NATIONS})s",
    rf"soy (?:un |una )?(?!{_OFFICE}|consciente)(?:{_TRADES}|{_NATIONS})",
    rf"soy de (?!{_OFFICE}|la |los |aqui|servicio)[a-z]+",
    r"(?<!ahora )(?<!ya )vengo (?!enseguida|ahora|ya|en (?:un|dos|seguida)|a (?:ayudar|atender|buscar|ver))[a-z]+",
    rf"(?:me llamo|mi nombre es)(?!.*\b(?:{_OFFICE})\b)",
    r"(?:me|nos) (?:qued|aloj|hosped)(?:o|are|amos|aremos)(?<!nos quedamos)",
    r"nos quedamos(?! con (?:el|la|los|las|un|una|[a-z]+ [a-z]+ de))",  # what an officer seizes he keeps
    r"(?:voy|vamos) a (?:quedar|alojar|hospedar)(?:me|nos)",
    r"(?:voy|vamos) a (?:visitar|estudiar|pasar|viajar|estar|dormir)",
    r"(?:pienso|pensamos) (?:quedar|alojar|hospedar)(?:me|nos)",
    r"no sabia que (?:habia|tenia|debia|era)|vamos a (?:un|una) (?:hotel|hostal|casa|boda|fiesta)",
    r"(?:he venido|vine) (?:a|de|por|para|con)",
    r"viajo|viajamos|traigo|traemos",
    r"(?:estoy|estamos|estare) (?:de (?:vacaciones|visita|paso|viaje)|en transito|jubilad[oa])",
    r"(?:estoy|estamos) aqui (?:de|por|para(?! (?:ayudar|atender|servir|revisar|controlar)))",
    rf"(?:solo|no|si|yo|tambien) (?:llevo|llevamos) (?!\w+ (?:{_TIMES}))",
    r"(?:llevo|llevamos) (?:ropa|regalos|dinero|comida|unos|unas|mis?|medicinas)",
    rf"(?:llevo|llevamos) (?:una?|{_COUNTED}) (?!{_TIMES})",
    r"tengo (?:una? )?(?:reserva|reservacion|beca|boleto|billete|dinero|euros|dolares|pasaporte|visado|visa)",
    r"tengo nada que declarar",
    r"tengo (?:\w+ ){1,3}(?:euros|dolares|pesos|soles)",
    rf"mis? (?!(?:{_OFFICERS_OWN})\b)[a-z]+",
    rf"tengo (?:una?|{_COUNTED}) (?:maletas?|mochilas?|bolsos?|hijos?|botellas?|dias|semanas)",
    rf"(?:con|a|de|para|donde) mis? (?:{_KIN})",
    r"trabajo (?:como|de|en una?|para una?|por mi cuenta)",
    r"naci en|estudio (?!su|el caso|la solicitud)[a-z]+|vivo (?:en|con)",
    r"es mi primera? (?:vez|viaje|visita)",
    r"(?:quiero|quisiera|me gustaria) (?:entrar|visitar|conocer|pasar|estudiar|viajar|quedarme|declarar)",
    rf"senora? (?:{_OFFICE})(?! de)",
    rf"(?:gracias|si|no|hola|dias|tardes|disculpe|perdone|claro) (?:{_OFFICE})$",
    rf"^(?:gracias|si|no|hola|disculpe|perdone|claro) (?:{_OFFICE})(?! (?:de|del|en|le|la|lo|va|tiene|puede|esta)\b)",
    r"modelo de lenguaje|inteligencia artificial|asistente (?:virtual|de ia)|soy una ia|como ia",
)
_TRAVELLER = re.compile("|".join(rf"(?:^|\b)(?:{wording})\b" for wording in _TRAVELLER_SAYS))


# "viajó" is not "viajo" and "mí" not "mi": where the accent tells who acts, a sign takes its place.
_TELLING_ACCENT = re.compile(r"ó\b|\bmí\b", re.IGNORECASE)


def fault(sentence: str) -> Fault | None:
    """Why this cannot be the officer speaking, or None. Quoted words are not held against the officer."""
    said = without_quotes(sentence)
    if _TOKENS.search(said) or _SPEAKER.search(said) or _NAMED_SPEAKER.search(said):
        return "speaker"
    spoken = plain(said)
    # Brackets must survive for this one, so only accents and case are taken away.
    if _STARRED.search(said) or _IN_BRACKETS.search(_unaccented(said)) or _TOLD.search(spoken):
        return "narration"
    return "role" if _TRAVELLER.search(plain(_TELLING_ACCENT.sub("_", said))) else None


def _unaccented(text: str) -> str:
    return text.lower().translate(str.maketrans("áéíóúü", "aeiouu"))
