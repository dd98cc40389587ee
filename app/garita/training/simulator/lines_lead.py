"""What leads into a question, and the courtesy that closes it.

Data only; see ``lines_ask`` for how it is written. What ends in a comma or a colon runs on into the
question.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# Before a question. Of the manners' own there are more than of the common ones, so that the manner is heard.
LEAD_COMMON = frames(
    easy="""
    a ver,
    dígame,
    ahora dígame,
    y dígame,
    entonces,
    ahora,
    otra pregunta:
    una pregunta:
    otra cosa:
    la siguiente pregunta:
    y otra cosa:
    y ahora,
    <lead>
    """,
    rich="""
    si no le importa,
    antes de continuar,
    antes de que siga,
    para completar el control,
    quisiera saber otra cosa:
    me falta un dato:
    todavía necesito un dato:
    en cuanto a lo demás,
    ahora bien,
    para continuar con el control,
    pasemos a otro punto:
    si me permite otra pregunta:
    una vez aclarado eso,
    por otra parte,
    """,
)
LEAD: dict[str, Frames] = {
    "kind": frames(
        easy="""
        cuénteme,
        con calma:
        si me permite,
        una pregunta más:
        y cuénteme,
        ahora cuénteme,
        con gusto le escucho:
        vamos bien.
        vamos muy bien.
        ya falta poco.
        gracias por su paciencia.
        tranquilamente:
        sin prisa:
        """,
        rich="""
        si es tan amable,
        cuando pueda,
        si le parece bien,
        le agradecería otra respuesta:
        cuénteme, por favor,
        con toda confianza:
        si me lo permite,
        """,
    ),
    "neutral": frames(
        easy="""
        seguimos:
        sigamos:
        una pregunta más:
        siguiente punto:
        para el control:
        otro punto:
        pregunto otra cosa:
        para seguir:
        seguimos con otra cosa:
        lo siguiente:
        y lo siguiente:
        para la aduana:
        """,
        rich="""
        para terminar esta parte,
        a continuación,
        según el formulario,
        como parte del control,
        si le parece,
        necesito otro dato:
        para el formulario:
        """,
    ),
    "stern": frames(
        easy="""
        responda:
        contésteme:
        necesito saberlo:
        conteste, por favor:
        responda con claridad:
        escuche bien:
        quiero una respuesta clara:
        sin mentiras:
        mire aquí:
        atención:
        la verdad, por favor:
        y ahora responda:
        """,
        rich="""
        responda con claridad, por favor:
        le advierto que necesito la verdad:
        quiero que me responda bien:
        es importante que responda:
        conviene que me diga la verdad:
        no olvide que es un control:
        """,
    ),
    "hurried": frames(
        easy="""
        rápido,
        siguiente:
        siguiente pregunta:
        rápido, por favor:
        hay mucha gente:
        vamos rápido:
        hay prisa:
        sigo:
        sin perder tiempo:
        venga,
        otra, rápido:
        vamos:
        """,
        rich="""
        sea breve, por favor:
        hay gente esperando, así que rápido:
        para no perder tiempo:
        respuesta corta, por favor:
        como hay prisa, dígame:
        a lo que vamos:
        lo más rápido posible:
        """,
    ),
}
# Before the first question of all, and before any request for the passport.
LEAD_FIRST = frames(
    easy="""
    a ver,
    por favor,
    primero,
    lo primero:
    para empezar,
    para empezar:
    antes de nada,
    vamos a empezar:
    primera pregunta:
    vamos a ver,
    comenzamos:
    la primera pregunta:
    en primer lugar,
    ahora,
    bueno,
    bien,
    a ver, por favor:
    una cosa primero:
    primero, por favor:
    """
)
# Before a request ("dígame ..."), where another one would be too much.
LEAD_REQUEST = frames(
    easy="""
    a ver,
    entonces,
    ahora,
    bueno,
    bien,
    otra cosa:
    y otra cosa:
    y ahora,
    seguimos:
    sigamos:
    otro punto:
    lo siguiente:
    para el control,
    para la aduana,
    """,
    rich="""
    ahora bien,
    por otra parte,
    a continuación,
    antes de continuar,
    para completar el control,
    en cuanto a lo demás,
    una vez aclarado eso,
    si no le importa,
    """,
)
CLOSING = "{|||, por favor}"
