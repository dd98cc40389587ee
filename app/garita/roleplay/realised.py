"""Whether a reply does what was planned: the act's own words, its topic's question, its item, limit and duty.

Rules of thumb over Spanish wordings, for what a model writes and for its training texts. Compared without accents and
case. Knows acts and words; knows no conversation.
"""

from __future__ import annotations

import re

from garita.roleplay.act import AGAIN, Act, ActKind, Detail, VerdictKind
from garita.roleplay.clues import asks, is_about, questions
from garita.roleplay.meaning import Fact
from garita.roleplay.plain_text import plain
from garita.roleplay.remarks import answers
from garita.roleplay.sentences import split


def _clue(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


_ACTS: dict[ActKind, re.Pattern[str]] = {
    "greet": _clue(
        r"hola|buen(?:os|as)? (?:dias?|tardes|noches)|buenas|bienvenid\w+|adelante|pase|acerquese|siguiente"
    ),
    "repeat": _clue(
        r"repi\w+|repet\w+|otra vez|una vez mas|de nuevo|vuelvo a|la pregunta es|misma pregunta"
    ),
    "slow_down": _clue(r"despacio|lent\w+|calma|poco a poco|sin prisa"),
    "rephrase": _clue(
        r"(?:mas|muy) (?:facil\w*|simple\w*|claro)|facil\w*|otr[ao]s? (?:palabras?|forma|manera)|quiero decir|"
        r"quiero saber es|"
        r"pregunto asi|es decir|o sea"
    ),
    "explain": _clue(r"significa|quier[eo] decir|es decir|es|palabra|explico|pregunto asi|en lugar de|sin"),
    "ask_spanish": _clue(r"espanol|castellano|otro idioma"),
    "pardon": _clue(
        r"(?:no|tampoco) (?:le |lo )?(?:entiendo|he entendido|entendi|oigo|escuche|escucho|he oido|he escuchado|"
        r"comprendo)|"
        r"perdon\w*|disculpe|repita|claro|diga eso|mas alto|no se que quiere|otra vez|(?:espero|no tengo) (?:su|"
        r"una) respuesta|"
        r"tengo una respuesta|respuesta clara|como dice"
    ),
    "not_yet": _clue(
        r"todavia|aun|espere|un momento|momentito|tantito|falt\w+|antes|primero|no tan rapido|ahora no|hasta que|"
        r"pronto|en cuanto"
    ),
    "stay_in_role": _clue(
        r"control|aduana|agente|respeto|normas?|pregunto yo|preguntas|trabajo|respuesta|respond\w+|contest\w+|"
        r"eso (?:no|aqui|aca)|soy|hablar? con|seguimos|asi no|hablar asi|no hago eso|calma|pregunta"
    ),
    "move_on": _clue(
        r"segu?i\w+|sigamos|lo dejamos|dejamos|dejemos|otra cosa|lo vemos|lo miro|despues|pas(?:amos|emos)|por ahora|"
        r"siguiente pregunta"
    ),
    "rule": _clue(
        r"limite|maximo|normas?|reglas?|ley|permit\w+|prohibid\w+|demasiado|no (?:se )?puede|declar\w+|pagar|"
        r"hay un problema|"
        r"mucho dinero|impuesto|salud|cuidado"
    ),
    "confirm": _clue(
        r"correcto|es asi|es eso|esta bien|verdad|confirm\w+|dijo|ha dicho|dice|entiendo bien|he entendido|"
        r"entendi|cierto|"
        r"equivoco"
    ),
    "contradiction": _clue(
        r"antes|primero|hace un momento|pasaporte|vuelo|maleta|valija|escaner|pero|aunque|mientras|un momento|"
        r"aqui|aca"
    ),
    "farewell": _clue(
        r"adios|hasta (?:luego|pronto|otr[ao]|la vista|siempre|la proxima)|buen (?:viaje|dia|camino)|lindo dia|"
        r"feliz viaje|"
        r"siguiente|de nada|que le (?:vaya|guste)|que (?:vaya|ande|todo vaya|descanse|la pase|lo pase|este)|"
        r"pura vida|cuidese|"
        r"circule|puede (?:irse|retirarse)|nos vemos|buena estancia|disfrute|buenas"
    ),
}  # fmt: skip

_WANTED: dict[Detail, re.Pattern[str]] = {
    "": _clue(r"mas|mejor|explica\w*"),
    "quantity": _clue(r"cantidad|cuant[oa]s?"),
    "value": _clue(r"vale|valen|cuesta|cuestan|precio|valor"),
    "what": _clue(r"que (?:es|son)|en que consiste|(?:lo|me) explica|para que sirve|explic\w+"),
    "which": _clue(r"cual(?:es)?|que (?:nombre|tipo)|de que tipo"),
    "whom": _clue(r"quien(?:es)?|persona"),
    "company": _clue(r"empresa|compania"),
    "school": _clue(r"escuela|universidad|academia"),
    "address": _clue(r"direccion|calle|numero"),
    "visa": _clue(r"visa|visado"),
    "return_ticket": _clue(r"(?:boleto|billete|pasaje|tiquete|vuelo)(?: de)? (?:regreso|vuelta)"),
    "prescription": _clue(r"receta"),
    "papers": _clue(r"papeles|certificado|cartilla|vacunas|documentos"),
    "invoice": _clue(r"factura"),
    "declaration": _clue(r"declaracion|formulario"),
    "yes_what": _clue(r"que (?:quiere decir|es exactamente)|algo mas"),
}  # fmt: skip

_MAY_PASS = _clue(
    r"puede (?:pasar|entrar|seguir|continuar)|pued[ea] (?:ir|irse)|adelante|en orden|todo (?:esta )?bien|"
    r"todo correcto|"
    r"bienvenid\w+|dejo (?:pasar|entrar|continuar)"
)
_VERDICTS: dict[VerdictKind, re.Pattern[str]] = {
    "pay": _clue(r"pagar|pague|paga|impuesto|abonar|cobrar\w*"),
    "hold": _clue(
        r"ret(?:en|ien)\w+|(?:deje|dejar|dejarlo) (?:aqui|aca|en la aduana)|se queda (?:aqui|aca|en la aduana)|"
        r"se deja"
    ),
    "inspect": _clue(r"segunda revision|revision"),
    "refuse": _clue(r"no (?:puede|podra) entrar|no (?:le|se le) (?:permite|deja\w*|puedo dejar)|denegad\w+|negad\w+"),
}
# A rule of many words may be told shorter.
_LONG_FROM = 6
_LONG_RULE = 0.5
_LETS_PASS = re.compile(
    r"\b(?<!no )(?:(?:podra|pued[ea]|le dejo) (?:pasar|entrar|seguir|continuar)|tiene (?:usted )?permiso)\b"
)
_DECIDES = _clue(r"puede (?:pasar|entrar|seguir|continuar)|pagar|pague|ret(?:en|ien)\w+")
_CLASH = _clue(
    r"(?:antes|primero) .*(?:ahora|despues|luego|usted dice|antes)|(?:pero|aunque|mientras) .*dice|"
    r"(?:en (?:el|su) pasaporte|su vuelo es|en el escaner) .*usted"
)
# What stands against the student's word is no word of the student's.
_SHOWN_BY = {
    "passport": _clue("pasaporte"),
    "flight": _clue("vuelo"),
    "suitcase": _clue(r"escaner|maletas?|valijas?|petacas?|velices|veliz|equipaje|veo|se ve"),
}
# Words that carry nothing: a fact is taken up without them.
_EMPTY = frozenset(
    plain("a al de del el la los las un una unos unas y e o en con por para su sus se que lo le").split()
)
_DETAIL_ACTS: tuple[ActKind, ...] = ("follow_up", "demand")


def realised(act: Act, reply: str) -> bool:
    """Whether ``reply`` does ``act``; it may do more besides."""
    if act.kind in ("ask", *AGAIN):
        return _again_or_ask(act, reply)
    if act.kind in _DETAIL_ACTS:
        return _wants(act, reply) and _names(act, reply)
    if act.kind == "verdict":
        return _verdict(act, reply)
    if act.kind in ("confirm", "rule", "contradiction"):
        return _about_item(act, reply)
    if act.kind == "farewell" and ("?" in reply or _DECIDES.search(plain(reply))):
        return False
    return _ACTS[act.kind].search(plain(reply)) is not None


def decision(sentence: str) -> VerdictKind | None:
    """The verdict that a sentence gives away, None where it decides nothing."""
    said = plain(sentence)
    gravest: tuple[VerdictKind, ...] = ("refuse", "inspect", "hold", "pay")
    found = next((kind for kind in gravest if _VERDICTS[kind].search(said)), None)
    return found or ("admit" if lets_pass(sentence) else None)


def lets_pass(sentence: str) -> bool:
    """Whether the sentence says that somebody may pass, whatever else it says."""
    return _LETS_PASS.search(plain(sentence)) is not None


def takes_up(fact: Fact, reply: str) -> bool:
    """Whether all content words and numbers of the fact's text stand in the reply."""
    return holds(fact.text, reply)


def _again_or_ask(act: Act, reply: str) -> bool:
    """The topic's question at the end of the reply, and what the act says before it."""
    asked = questions(reply)
    if act.detail:
        return _wants(act, reply)
    if act.topic is not None and not (asked and is_about(act.topic, asked[-1])):
        return False
    if act.remark and not answers(act.remark, reply.partition("¿")[0]):
        return False
    if act.kind in ("ask", "return"):
        return True
    return _ACTS[act.kind].search(plain(reply)) is not None and (act.kind != "explain" or holds(act.item, reply))


def _wants(act: Act, reply: str) -> bool:
    """The last question is for the act's detail; after a bare yes the topic's own question will do."""
    last = " ".join(questions(reply)[-1:])
    if act.detail == "quantity" and (_WANTED["value"].search(plain(last)) or _of_money(act, last)):
        return False
    of_topic = act.detail == "yes_what" and act.topic is not None and bool(last) and is_about(act.topic, last)
    return of_topic or _WANTED[act.detail].search(plain(last)) is not None


def _of_money(act: Act, question: str) -> bool:
    """How much of something is no question for how much money."""
    return act.topic != "money" and is_about("money", question)


def _about_item(act: Act, reply: str) -> bool:
    if act.kind == "confirm" and _CLASH.search(plain(reply)):
        return False
    asked = bool(reply.strip()) and asks(split(reply)[-1])
    return asked and tells(act, reply)


def tells(act: Act, reply: str) -> bool:
    """Whether what an act is about is told in its own words; the question that belongs to it may be missing."""
    said = _ACTS[act.kind].search(plain(reply)) is not None
    shown = act.known_from in ("", "said") or _SHOWN_BY[act.known_from].search(plain(reply)) is not None
    return said and shown and _names(act, reply)


def _names(act: Act, reply: str) -> bool:
    """Whether item, limit and what stands against it are in the reply."""
    most = _LONG_RULE if len(act.limit.split()) > _LONG_FROM else 1.0
    return holds(act.item, reply) and holds(act.before, reply) and _share_held(act.limit, reply) >= most


def _verdict(act: Act, reply: str) -> bool:
    said = plain(reply)
    found = {kind for kind, clue in _VERDICTS.items() if clue.search(said)}
    if not (holds(act.item, reply) and holds(act.duty, reply)) or "?" in reply:
        return False
    if act.verdict in (None, "admit"):
        return not found and _MAY_PASS.search(said) is not None
    if act.verdict == "refuse" and lets_pass(reply):
        return False
    return act.verdict in found


def holds(text: str, reply: str) -> bool:
    """Whether all content words and numbers of ``text`` stand in the reply."""
    return _share_held(text, reply) == 1.0


def _share_held(text: str, reply: str) -> float:
    """How many of the text's content words stand in the reply, 0 to 1."""
    words = [word for word in plain(text).split() if word not in _EMPTY] or plain(text).split()
    said = set(plain(reply).split())
    return sum(word in said for word in words) / len(words) if words else 1.0
