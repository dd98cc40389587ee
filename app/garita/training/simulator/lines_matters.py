"""Doubts and contradictions: was that heard rightly, and which of two things is true?

Data only; see ``lines_ask`` for how it is written. ``<x>`` is what was said, ``<b>`` what stands against it.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# Before a doubt, a sentence of its own.
CONFIRM_LEAD = frames(
    easy="""
    un momento.
    a ver.
    perdone.
    no oigo bien.
    no le oigo bien.
    espere.
    una pregunta.
    perdón.
    otra vez, por favor.
    no está claro.
    bien, un momento.
    un segundo.
    un momento, por favor.
    perdón, una pregunta.
    espere un momento.
    no lo oigo bien.
    no le escucho bien.
    hay mucho ruido.
    hable más alto, por favor.
    despacio, por favor.
    """
)
CONFIRM = frames(
    easy="""
    entiendo: <x>. ¿{es correcto|es así|está bien}?
    usted dice <x>. ¿{es correcto|es así|está bien}?
    ¿dice <x>?
    ¿usted dice <x>?
    ¿entiendo bien: <x>?
    <ok>, <x>. ¿{es correcto|es así|verdad}?
    anoto: <x>. ¿{es correcto|es así|está bien}?
    perdone, ¿<dijo> <x>?
    ¿<dijo> <x>?
    ¿<dijo> usted <x>?
    un momento: <x>. ¿{es correcto|es así|verdad}?
    si oigo bien, <x>. ¿{es correcto|es así|verdad}?
    escucho <x>. ¿{es correcto|es así|está bien}?
    tengo <x>. ¿{es correcto|es así|está bien}?
    es decir: <x>. ¿{es correcto|es así|verdad}?
    perdone: <x>. ¿{es correcto|es así|verdad}?
    entonces: <x>. ¿{es correcto|es así|está bien}?
    {muy bien|bien}: <x>. ¿{es correcto|es así|verdad}?
    oigo <x>. ¿{es correcto|es así|verdad}?
    quiere decir <x>, ¿{verdad|es así}?
    repito: <x>. ¿{es correcto|es así|está bien}?
    escribo <x>. ¿{es correcto|es así|está bien}?
    sus palabras son: <x>. ¿{es correcto|verdad}?
    """,
    rich="""
    disculpe, ¿<dijo> usted <x>?
    ¿me ha dicho usted <x>?
    ¿es correcto lo que anoto, <x>?
    quisiera confirmar un dato: <x>. ¿{es correcto|es así}?
    ¿sería tan amable de confirmarme {esto: |}<x>?
    perdone que insista: ¿<dijo> <x>?
    si he oído bien, <x>. ¿{es correcto|es así|verdad}?
    solo para confirmar: <x>. ¿{es correcto|es así}?
    prefiero confirmarlo: ¿<dijo> <x>?
    lo repito para no equivocarme: <x>. ¿{es correcto|es así}?
    ¿lo he entendido bien, <x>?
    si no me equivoco, <x>. ¿{es correcto|es así|verdad}?
    ¿he entendido bien: <x>?
    quiero tenerlo claro: ¿<dijo> <x>?
    ¿me confirma que es <x>?
    ¿podría confirmarme {esto: |}<x>?
    permítame confirmar: <x>. ¿{es correcto|es así|verdad}?
    creo que <dijo> <x>. ¿{es correcto|es así}?
    """,
)

# known_from -> the two that do not fit; a question of WHICH follows
CONTRADICTION: dict[str, Frames] = {
    "said": frames(
        easy="""
        antes dice <b> y ahora dice <x>.
        primero dice <b>, después dice <x>.
        primero <b>, ahora <x>.
        antes <b> y ahora <x>.
        un momento: antes <b>, ahora <x>.
        no entiendo: primero <b> y luego <x>.
        usted dice <x>, pero antes dice <b>.
        ahora dice <x>, pero primero dice <b>.
        """,
        rich="""
        antes <dijo> <b> y ahora dice <x>.
        primero me <dijo> <b> y ahora me dice <x>.
        hace un momento <dijo> <b>, pero ahora dice <x>.
        me dice <x>, aunque antes <dijo> <b>.
        disculpe, antes <dijo> <b> y ahora <x>.
        hay algo que no está claro: antes <dijo> <b> y ahora <x>.
        """,
    ),
    "passport": frames(
        easy="""
        en el pasaporte <pone> <b>, pero usted dice <x>.
        el pasaporte dice <b> y usted dice <x>.
        usted dice <x>, pero el pasaporte dice <b>.
        <aqui>, en el pasaporte, <pone> <b>, y usted dice <x>.
        en su pasaporte veo <b> y usted dice <x>.
        un momento: en el pasaporte <pone> <b> y usted dice <x>.
        """,
        rich="""
        me dice <x>, aunque en el pasaporte <pone> <b>.
        según el pasaporte es <b>, pero usted me dice <x>.
        disculpe, en el pasaporte figura <b> y usted me dice <x>.
        veo en el pasaporte <b>, mientras que usted dice <x>.
        """,
    ),
    "flight": frames(
        easy="""
        su vuelo es <b>, pero usted dice <x>.
        el vuelo es <b> y usted dice <x>.
        usted dice <x>, pero su vuelo es <b>.
        <aqui> veo que el vuelo es <b>, y usted dice <x>.
        un momento: su vuelo es <b> y usted dice <x>.
        """,
        rich="""
        me dice <x>, aunque su vuelo es <b>.
        según el <boleto>, su vuelo es <b>, pero usted me dice <x>.
        disculpe, su vuelo es <b> y usted me dice <x>.
        veo que el vuelo es <b>, mientras que usted dice <x>.
        """,
    ),
    "suitcase": frames(
        easy="""
        en la <maleta> veo <b>, pero usted dice <x>.
        en el escáner veo <b> y usted dice <x>.
        usted dice <x>, pero en la <maleta> hay <b>.
        <aqui> veo <b>, pero usted dice <x>.
        un momento: veo <b> en la <maleta> y usted dice <x>.
        """,
        rich="""
        me dice <x>, aunque en el escáner veo <b>.
        según el escáner, lleva <b>, pero usted me dice <x>.
        disculpe, en el escáner veo <b> y usted me dice <x>.
        veo <b> en la <maleta>, mientras que usted dice <x>.
        """,
    ),
}
WHICH = frames(
    easy="""
    ¿qué es {correcto|verdad}<c>?
    ¿cuál es {correcto|la verdad}<c>?
    ¿cuál es la respuesta {correcta|buena}<c>?
    ¿qué es lo correcto<c>?
    ¿me lo explica<c>?
    dígame qué es {correcto|verdad}<c>.
    ¿cuál de las dos cosas es {correcta|verdad}<c>?
    """,
    rich="""
    ¿podría {explicármelo|decirme qué es correcto}<c>?
    ¿cómo se explica eso<c>?
    ¿cuál de los dos datos es correcto<c>?
    ¿me puede {explicar eso|decir qué es correcto}<c>?
    le agradecería que me lo {explicara|aclarara}.
    necesito que me {explique eso|diga qué es correcto}<c>.
    """,
)
