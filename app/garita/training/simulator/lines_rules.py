"""What the officer says about a rule: what is too much or not allowed, the limit, what follows, is that clear?

Data only; see ``lines_ask`` for how it is written. ``<x>`` is the thing, ``<limit>`` the allowance or the rule.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

_EXCESS = """
    {lleva|trae} <x> y es demasiado.
    {lleva|trae} <x>: es demasiado.
    {lleva|trae} <x>: eso {pasa del|supera el} límite.
    con <x> {pasa del|supera el} límite.
    {veo|entiendo} que {lleva|trae} <x>: es demasiado.
    son <x>: pasa del límite.
    lo siento, <x> es demasiado.
    lo siento, con <x> {pasa del|supera el} límite.
    con <x> hay un problema.
    hay un problema con <x>.
    por <x> hay que pagar.
    {lleva|trae} <x>: hay que pagar.
"""
_EXCESS_RICH = """
    me temo que con <x> {supera el|pasa del} límite.
    <ok>, pero con <x> {supera el|pasa del} límite.
    lo que {lleva|trae}, <x>, {supera el|pasa del} límite.
    como {lleva|trae} <x>, {supera el|pasa del} límite.
    al traer <x>, {supera|pasa de} lo permitido.
    lamento decirle que <x> es más de lo permitido.
"""
_FORBIDDEN = """
    no puede {pasar|entrar} con <x>.
    con <x> no puede {pasar|entrar}.
    lo siento, no puede {pasar|entrar} con <x>.
    no se permite {pasar|entrar} con <x>.
    {lleva|trae} <x>: eso no puede {pasar|entrar}.
    hay un problema con <x>.
    con <x> hay un problema.
    {lleva|trae} <x> y no está permitido.
    perdone, no puede {pasar|entrar} con <x>.
    {lleva|trae} <x>: no está permitido.
"""
_FORBIDDEN_RICH = """
    me temo que no puede {pasar|entrar} con <x>.
    lamento decirle que no puede {pasar|entrar} con <x>.
    <ok>, pero no se permite {pasar|entrar} con <x>.
    como {lleva|trae} <x>, tengo que {avisarle|explicarle} algo.
    en cuanto a <x>, no está permitido.
    lo que {lleva|trae}, <x>, no está permitido.
"""
RULE_ITEM: dict[str, Frames] = {
    "excess": frames(easy=_EXCESS, rich=_EXCESS_RICH),
    "cash": frames(
        easy="""
        {lleva|trae} <x> y es mucho dinero.
        {lleva|trae} <x>: es mucho dinero.
        {lleva|trae} <x>: hay que declarar eso.
        con <x> {pasa del|supera el} límite.
        con <x> hay que hacer una declaración.
        son <x>: es mucho dinero.
        hay que declarar <x>.
        tiene que declarar <x>.
        {veo|entiendo} que {lleva|trae} <x>: es mucho dinero.
        son <x>: pasa del límite.
        """,
        rich="""
        me temo que con <x> {supera el|pasa del} límite.
        como {lleva|trae} <x>, {supera el|pasa del} límite.
        una cantidad como <x> se tiene que declarar.
        quien viaja con <x> tiene que declararlo.
        <ok>, pero con <x> {supera el|pasa del} límite.
        al traer <x>, tiene que hacer una declaración.
        """,
    ),
    "forbidden": frames(easy=_FORBIDDEN, rich=_FORBIDDEN_RICH),
    "medicine": frames(
        easy="""
        {lleva|trae} <x>: hay una norma.
        hay una norma para <x>.
        para <x> hay una norma.
        sobre <x> hay una norma.
        con <x> hay que tener cuidado.
        {lleva|trae} <x>, y hay normas para eso.
        con <x> hay reglas.
        para <x> hay reglas claras.
        hay reglas para <x>.
        un momento: {lleva|trae} <x>.
        """,
        rich="""
        en cuanto a <x>, hay una norma.
        como {lleva|trae} <x>, tengo que explicarle la norma.
        permítame explicarle la norma sobre <x>.
        <ok>, pero para <x> hay una norma.
        al traer <x>, tiene que conocer la norma.
        """,
    ),
}
# The limit itself, where it is an amount ...
LIMIT_AMOUNT = frames(
    easy="""
    el límite es <limit>.
    el máximo es <limit>.
    puede {llevar|traer} <limit>.
    solo puede {llevar|traer} <limit>.
    se permite {llevar|traer} <limit>.
    el límite <aqui> es <limit>.
    la norma dice: <limit>.
    el límite: <limit>.
    sin pagar puede {llevar|traer} <limit>.
    se permite hasta <limit>.
    """,
    rich="""
    lo permitido es <limit>.
    la ley permite <limit>.
    como máximo se permite <limit>.
    el límite que pone la ley es <limit>.
    según las normas, el máximo es <limit>.
    sin declarar puede {llevar|traer} <limit>.
    """,
)
# ... and where it is a rule in words.
LIMIT_WORDS = frames(
    easy="""
    la norma dice: <limit>.
    la norma es clara: <limit>.
    <aqui> la norma es: <limit>.
    es la ley: <limit>.
    la ley dice: <limit>.
    son las normas: <limit>.
    la regla es: <limit>.
    es por la salud: <limit>.
    """,
    rich="""
    la norma lo dice con claridad: <limit>.
    según las normas, <limit>.
    la ley es muy clara: <limit>.
    como dice la norma, <limit>.
    le recuerdo la norma: <limit>.
    tenga en cuenta la norma: <limit>.
    """,
)
_CLEAR = """
    ¿{lo entiende|entiende}{ usted|}?
    ¿está claro?
    ¿{está|queda} claro{ todo|}?
    ¿de acuerdo?
    ¿está de acuerdo?
    ¿entiende {la norma|la regla}?
"""
# ... and where it is a sentence of the booth's own rules.
LIMIT_SENTENCE = frames(
    easy="""
    la norma es clara. <limit>.
    la ley es clara. <limit>.
    son las normas. <limit>.
    es la ley. <limit>.
    hay una norma. <limit>.
    escuche la norma. <limit>.
    esta es la norma. <limit>.
    las normas son claras. <limit>.
    es por la salud. <limit>.
    """,
    rich="""
    la norma no deja dudas. <limit>.
    le recuerdo la norma. <limit>.
    tenga en cuenta la norma. <limit>.
    se lo explico. <limit>.
    así lo dice la ley. <limit>.
    """,
)
RULE_QUESTION: dict[str, Frames] = {
    "excess": frames(
        easy=_CLEAR
        + """
        ¿va a declarar eso?
        ¿quiere declarar eso?
        hay que pagar. ¿{lo entiende|de acuerdo|está claro}?
        tiene que pagar. ¿{lo entiende|de acuerdo|está claro}?
        lo demás paga impuesto. ¿{lo entiende|de acuerdo|está claro}?
        ¿tiene eso declarado?
        """,
        rich="""
        ¿lo ha declarado{ usted|}?
        por lo demás se paga un impuesto. ¿{lo entiende|está de acuerdo}?
        ¿está de acuerdo en pagar el impuesto?
        ¿quisiera declararlo ahora?
        ¿sabía {usted |}que hay que pagar?
        tendrá que pagar un impuesto. ¿{lo entiende|está de acuerdo}?
        ¿conocía {usted |}{esta norma|esta regla|el límite}?
        """,
    ),
    "cash": frames(
        easy=_CLEAR
        + """
        ¿va a declarar el dinero?
        ¿quiere declarar el dinero?
        ¿tiene el dinero declarado?
        ¿declara {usted |}el dinero?
        hay que declarar eso. ¿{lo entiende|de acuerdo|está claro}?
        """,
        rich="""
        ¿ha declarado {usted |}{el|ese} dinero?
        ¿quisiera declararlo ahora?
        ¿sabía {usted |}que hay que declararlo?
        tiene que declararlo por escrito. ¿{lo entiende|está de acuerdo}?
        ¿conocía {usted |}{esta norma|esta regla|el límite}?
        """,
    ),
    "forbidden": frames(
        easy=_CLEAR
        + """
        ¿deja eso <aqui>?
        ¿puede dejar eso <aqui>?
        eso se queda <aqui>. ¿{lo entiende|de acuerdo|está claro}?
        tiene que dejar eso <aqui>. ¿{lo entiende|de acuerdo|está claro}?
        ¿va a dejar eso <aqui>?
        """,
        rich="""
        tendrá que dejarlo <aqui>. ¿{lo entiende|está de acuerdo}?
        ¿está de acuerdo en dejarlo <aqui>?
        ¿sabía {usted |}que no está permitido?
        ¿conocía {usted |}{esta norma|esta regla}?
        eso tiene que quedarse en la aduana. ¿{lo entiende|está de acuerdo}?
        """,
    ),
    "medicine": frames(
        easy=_CLEAR,
        rich="""
        ¿conocía {usted |}{esta norma|esta regla}?
        ¿le queda claro?
        ¿tiene alguna duda?
        ¿está de acuerdo con {esta norma|esta regla}?
        ¿sabía {usted |}eso?
        """,
    ),
}
