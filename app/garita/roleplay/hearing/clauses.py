"""Answers that are whole clauses: "presento una colección", "se casa mi primo", "tengo un restaurante".

A table turns the speaker's verb into the form the officer needs: the infinitive of a reason ("viene a presentar ..."),
the third person of a trade ("tiene un restaurante"). Verbs that stand in no table are left alone. Reads a clause only
where its topic was asked for.
"""

from __future__ import annotations

from functools import cache

from garita.roleplay.hearing import phrase, reasons, spelling
from garita.roleplay.hearing.people_table import KIN
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import Fact

# first person, singular and plural, in plain spelling, and the infinitive
_INFINITIVES = """
presento presentamos presentar; toco tocamos tocar; participo participamos participar; actuo actuamos actuar;
canto cantamos cantar; juego jugamos jugar; celebro celebramos celebrar; compito competimos competir;
expongo exponemos exponer; hago hacemos hacer; asisto asistimos asistir; corro corremos correr; vendo vendemos vender;
busco buscamos buscar; recojo recogemos recoger; acompaño acompañamos acompañar; cuido cuidamos cuidar;
represento representamos representar; grabo grabamos grabar; ruedo rodamos rodar; investigo investigamos investigar;
firmo firmamos firmar; empiezo empezamos empezar; termino terminamos terminar; imparto impartimos impartir;
dicto dictamos dictar; inauguro inauguramos inaugurar; negocio negociamos negociar; cierro cerramos cerrar;
bailo bailamos bailar; enseño enseñamos enseñar; traigo traemos traer; entreno entrenamos entrenar;
peleo peleamos pelear; cocino cocinamos cocinar; pinto pintamos pintar; recorro recorremos recorrer;
conozco conocemos conocer; aprendo aprendemos aprender; practico practicamos practicar; reparo reparamos reparar;
instalo instalamos instalar; ayudo ayudamos ayudar; colaboro colaboramos colaborar; surfeo surfeamos surfear;
buceo buceamos bucear; esquio esquiamos esquiar; defiendo defendemos defender; doy damos dar; compro compramos comprar
"""
_REFLEXIVES = {
    ("me", "caso"): "casarse", ("nos", "casamos"): "casarse", ("me", "opero"): "operarse",
    ("me", "operan"): "operarse", ("me", "reuno"): "reunirse", ("nos", "reunimos"): "reunirse",
    ("me", "examino"): "examinarse", ("me", "mudo"): "mudarse", ("nos", "mudamos"): "mudarse",
    ("me", "graduo"): "graduarse", ("me", "presento"): "presentarse",
}  # fmt: skip
# first person and the officer's third, of what one does for a living
_TRADES = """
tengo tiene; tenemos tiene; llevo lleva; dirijo dirige; regento regenta; vendo vende; vendemos vende; enseño enseña;
doy da; cuido cuida; conduzco conduce; manejo maneja; hago hace; fabrico fabrica; arreglo arregla; reparo repara;
construyo construye; diseño diseña; escribo escribe; pinto pinta; investigo investiga; gestiono gestiona;
administro administra; cultivo cultiva; crio cría; coso cose; limpio limpia; canto canta; toco toca;
traduzco traduce; programo programa; exporto exporta; importo importa; atiendo atiende; instalo instala;
monto monta; produzco produce; organizo organiza; edito edita; entreno entrena; imparto imparte;
restauro restaura; afino afina; dibujo dibuja; ilustro ilustra; distribuyo distribuye; preparo prepara; pesco pesca;
elaboro elabora; dirigimos dirige; vigilo vigila; asesoro asesora; grabo graba; represento representa
"""
_OWNED = word_set(
    """
    restaurante tienda bar cafe negocio empresa taller granja finca hotel hostal farmacia clinica bodega vinedo
    estudio agencia gimnasio academia escuela consultorio despacho bufete kiosco quiosco supermercado almacen
    fabrica huerta campo rancho consulta puesto local
    """
)
_DETERMINERS = word_set("un una mi el la nuestro nuestra una pequena pequeno gran dos tres")
_THERE = word_set("vive viven esta estan trabaja trabajan reside estudia estudian")


def purpose(words: Words, start: int, ears: Ears) -> Reading | None:
    """The reason in the clause at ``start``; a relative alone is taken for a visit, and better confirmed."""
    return (
        _wedding(words, start)
        or _occasion(words, start, ears)
        or _done(words, start, ears)
        or _relative(words, start, ears)
    )


def profession(words: Words, start: int, ears: Ears) -> Reading | None:
    """What somebody does for a living, as a clause: "tiene una panadería", "da clases de matemáticas"."""
    start += words.at(start) == "yo"
    verb = _trades().get(words.at(start))
    if verb is None or words.is_stop(start + 1):
        return None
    if verb in ("tiene", "lleva") and not _owned(words, start + 1):
        return None
    end = phrase.end(words, start + 1, limit=ears.limit, verb="trabaj")
    text = f"{verb} {spelling.text_of(words, start + 1, end)}"
    return Reading(Fact(topic="profession", text=text, form="verb"), end)


def _owned(words: Words, index: int) -> bool:
    while words.at(index) in _DETERMINERS:
        index += 1
    return words.at(index) in _OWNED or words.at(index).endswith("eria")


def _done(words: Words, start: int, ears: Ears) -> Reading | None:
    start += words.at(start) in ("yo", "nosotros")
    infinitive = _REFLEXIVES.get((words.at(start), words.at(start + 1)))
    index = start + 2
    if infinitive is None:
        infinitive, index = _infinitives().get(words.at(start)), start + 1
    if infinitive is None or (words.is_stop(index) and not infinitive.endswith("se")):
        return None
    end = phrase.end(words, index, verb=fold(infinitive), limit=ears.limit) if not words.is_stop(index) else index
    text = f"{infinitive} {spelling.text_of(words, index, end)}".strip()
    return Reading(Fact(topic="purpose", text=text, form="verb"), end)


def _wedding(words: Words, start: int) -> Reading | None:
    """Reads "se casa mi primo", "mi primo se casa"."""
    index = start + 2 if words.at(start) == "se" and words.at(start + 1) in ("casa", "casan") else start
    end = _kin_end(words, index)
    if end == index:
        return None
    if index == start and not (words.at(end) == "se" and words.at(end + 1) in ("casa", "casan")):
        return None
    text = f"la boda de {spelling.text_of(words, index, end)}"
    return Reading(Fact(topic="purpose", text=text, form="noun"), end if index > start else end + 2)


def _occasion(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "es el cumpleaños de mi abuela", "tengo una reunión con clientes"."""
    if words.at(start) not in ("es", "tengo", "tenemos", "hay"):
        return None
    index = start + 1
    found = reasons.purpose(words, index, ears) if words.at(index) in ("el", "la", "un", "una", "mi") else None
    return found if found and found.fact.form == "noun" else None


def _relative(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "mi hermana", "mi hija vive aquí", "tengo familia aquí"."""
    index = start + (words.at(start) == "a")
    if words.at(index) == "tengo" and words.at(index + 1) in KIN:
        end = index + 2
        return _visit("su " + spelling.spelled(words, index + 1), end) if words.at(end) == "aqui" else None
    if words.at(index) not in ("mi", "mis", "nuestra", "nuestro"):
        return None
    end = _kin_end(words, index)
    if end == index or not (words.is_stop(end) or words.at(end) in _THERE):
        return None
    return _visit(spelling.text_of(words, index, end), min(end + 2 * (words.at(end) in _THERE), ears.limit))


def _visit(whom: str, end: int) -> Reading:
    return Reading(Fact(topic="purpose", text=f"visitar a {whom}", form="verb", doubtful=True), end)


def _kin_end(words: Words, index: int) -> int:
    """Behind "mi mejor amiga Ana"; ``index`` where no relative stands there."""
    end = index
    while words.at(end) in ("mi", "mis", "un", "una", "unos", "nuestra", "nuestro", "mejor", "gran"):
        end += 1
    if end == index or words.at(end) not in KIN:
        return index
    end += 1
    return end + (words.at(end) in ("mayor", "menor", "pequena", "pequeno"))


@cache
def _infinitives() -> dict[str, str]:
    known = {}
    for entry in _INFINITIVES.replace("\n", " ").split(";"):
        *forms, infinitive = entry.split()
        known.update({fold(form): infinitive for form in forms})
    return known


@cache
def _trades() -> dict[str, str]:
    return {fold(first): third for first, third in (entry.split() for entry in _TRADES.split(";"))}


def load() -> None:
    """Build the tables now."""
    _infinitives(), _trades()
