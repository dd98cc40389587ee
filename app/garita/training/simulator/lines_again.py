"""What the officer says before putting a question again: on request, to other languages, to remarks off the road.

Data only; see ``lines_ask`` for how it is written. The question follows, so that what ends in a comma or a colon
leads into it.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

AGAIN: dict[str, Frames] = {
    "repeat": frames(
        easy="""
        con gusto, otra vez:
        cómo no, otra vez:
        cómo no, {se lo |}repito:
        bien, {se lo |}repito:
        la repito ahora:
        la pregunta, otra vez:
        aquí va otra vez:
        otra vez con gusto:
        {bueno|bien}, de nuevo:
        de nuevo, con gusto:
        de nuevo, por favor, escuche:
        pregunto otra vez:
        se lo pregunto otra vez:
        la misma pregunta:
        de nuevo:
        repito con gusto:
        una vez más, con gusto:
        sí, la repito:
        claro, {se lo |}repito:
        {se lo |}repito:
        por supuesto, {se lo |}repito:
        con gusto repito:
        sí, claro. {se lo |}repito:
        otra vez:
        una vez más:
        repito la pregunta:
        claro, otra vez:
        no hay problema, {se lo |}repito:
        la pregunta es:
        sí, {se lo |}repito:
        escuche otra vez:
        escuche, {se lo |}repito:
        {de acuerdo|bien}, una vez más:
        la pregunta otra vez:
        """,
        rich="""
        se lo repito con mucho gusto:
        cómo no, se lo repito con gusto:
        faltaría más, se lo repito:
        no hay inconveniente, le repito la pregunta:
        se lo pregunto una vez más:
        le formulo la pregunta otra vez:
        se la repito para que la oiga bien:
        con gusto vuelvo a preguntarle:
        desde luego, le repito la pregunta:
        por supuesto, le repito la pregunta:
        claro que sí, se la repito:
        no se preocupe, se lo repito:
        permítame que se lo repita:
        se lo digo otra vez:
        con mucho gusto le repito la pregunta:
        le pregunto de nuevo:
        vuelvo a preguntarle:
        """,
    ),
    "slow_down": frames(
        easy="""
        claro, más despacio:
        por supuesto, {más |}despacio:
        sí, más despacio:
        con calma:
        perdone, más despacio:
        voy más despacio:
        hablo más despacio:
        despacio, entonces:
        sin prisa:
        {bien|de acuerdo}, despacio:
        poco a poco:
        con calma y despacio:
        repito despacio:
        ahora más despacio:
        """,
        rich="""
        disculpe, hablo más despacio:
        por supuesto, se lo digo más despacio:
        no se preocupe, voy más despacio:
        claro que sí, con calma:
        tiene razón, más despacio:
        le repito la pregunta más despacio:
        perdone, hablo demasiado rápido. despacio:
        """,
    ),
    "rephrase": frames(
        easy="""
        no pasa nada, más fácil:
        se lo digo más fácil:
        con otras palabras:
        más fácil:
        más simple:
        lo digo más fácil:
        en palabras fáciles:
        {bien|de acuerdo}, más fácil:
        es una pregunta fácil:
        con palabras fáciles:
        con calma, más fácil:
        lo digo de otra forma:
        otra forma:
        más claro:
        quiero decir:
        pregunto así:
        """,
        rich="""
        se lo explico de otra forma:
        no se preocupe, se lo digo más fácil:
        le pregunto de otra forma:
        permítame que se lo diga más fácil:
        por supuesto, con palabras más fáciles:
        lo que quiero saber es:
        se lo digo con otras palabras:
        """,
    ),
    "ask_spanish": frames(
        easy="""
        español, por favor.
        perdone, en español, por favor.
        responda en español, sin prisa.
        lo siento, en español, por favor.
        <aqui> se habla español.
        necesito su respuesta en español.
        dígalo en español, por favor.
        en español, por favor.
        {hable|responda|conteste} en español, por favor.
        <aqui> hablamos español.
        por favor, en español.
        solo hablo español.
        lo siento, solo hablo español.
        perdone, solo español.
        {hable|responda|conteste} en español<c>:
        diga eso en español<c>.
        en español, si puede.
        con palabras fáciles, pero en español.
        no hablo otro idioma. en español, por favor.
        una vez más, pero en español:
        poco a poco, en español:
        es un control en español. por favor:
        no entiendo ese idioma. en español:
        no entiendo. en español, por favor.
        """,
        rich="""
        inténtelo en español, por favor.
        ¡ánimo, inténtelo en español!
        le ruego que {hable|responda|conteste} en español.
        lo siento, necesito la respuesta en español.
        le pido que me {responda|conteste} en español.
        me temo que solo hablo español.
        quisiera que me lo dijera en español.
        prefiero que me {responda|conteste} en español.
        en esta ventanilla se habla español.
        aunque sean pocas palabras, en español, por favor.
        """,
    ),
    "pardon": frames(
        easy="""
        no le oigo.
        no oigo la respuesta.
        no oigo nada.
        no entiendo nada.
        más claro, por favor.
        perdone, más alto, por favor.
        no entiendo sus palabras.
        hable más alto, por favor.
        diga eso otra vez, por favor.
        perdone, más claro, por favor.
        perdone, no le entiendo.
        no le entiendo.
        perdón, no entiendo.
        lo siento, no le entiendo.
        no entiendo la respuesta.
        repita, por favor.
        hable claro, por favor.
        perdone, repita, por favor.
        más alto, por favor.
        no le oigo bien.
        perdone, no le oigo bien.
        perdone, otra vez:
        no está claro. otra vez:
        necesito una respuesta clara:
        espero su respuesta:
        """,
        rich="""
        disculpe, no le {he entendido|entiendo} bien.
        perdone, no <oyo> bien su respuesta.
        no me queda claro lo que dice.
        disculpe, no sé qué quiere decir.
        me temo que no le entiendo.
        hable más claro, por favor. le pregunto:
        no entiendo qué quiere decir con eso.
        todavía no tengo una respuesta:
        """,
    ),
    "not_yet": frames(
        easy="""
        no, todavía no.
        lo siento, todavía no.
        falta poco, espere.
        no, aún no puede {pasar|irse}.
        espere un poco, por favor.
        ahora no, falta algo.
        todavía no terminamos.
        todavía no.
        aún no.
        todavía no puede {pasar|salir|irse}.
        un momento, todavía no.
        <espere>, faltan preguntas.
        espere, falta una pregunta:
        aún no puede {pasar|irse}.
        primero una respuesta:
        antes, una pregunta más:
        todavía falta algo:
        pronto, pero antes:
        no, primero esto:
        no tan rápido:
        ya casi, pero antes:
        """,
        rich="""
        aún no hemos terminado.
        todavía no puedo dejarle pasar.
        antes de irse, me falta una respuesta:
        en cuanto termine podrá pasar. antes:
        no puede pasar hasta que me responda:
        me faltan todavía algunas preguntas:
        espere, todavía tengo que preguntarle algo:
        """,
    ),
    "move_on": frames(
        easy="""
        bien, seguimos.
        lo dejamos por ahora.
        entonces seguimos.
        de acuerdo, pasamos a otra cosa.
        no importa, seguimos.
        lo vemos después.
        está bien, sigamos.
        lo dejamos así.
        no pasa nada, seguimos.
        {bueno|bien}, otra cosa.
        ya lo miro después.
        vamos a otra cosa.
        dejamos eso.
        sigamos con otra cosa.
        eso queda para después.
        bueno, lo dejamos.
        """,
        rich="""
        no se preocupe, pasamos a otra cosa.
        dejemos eso por ahora.
        de eso hablamos después.
        si no lo sabe, sigamos.
        eso lo revisaremos después.
        entiendo, pasemos a la siguiente pregunta.
        volveremos a eso después.
        """,
    ),
    "stay_in_role": frames(
        easy="""
        soy agente de aduana y hago el control.
        <aqui> pregunto yo.
        con calma, por favor.
        yo hago las preguntas.
        esto es un control de aduana.
        eso no es una respuesta.
        sigo con el control.
        no cambio las normas.
        eso no cambia nada.
        el control sigue igual.
        yo sigo con mi trabajo.
        por favor, responda a la pregunta.
        """,
        rich="""
        le pido que responda a la pregunta.
        entiendo, pero tengo que seguir con el control.
        eso <aqui> no sirve de nada.
        sigamos con el control, por favor.
        mi trabajo es hacer el control, y lo hago.
        prefiero que volvamos al control.
        """,
    ),
}

# A word of its own before a repetition, by manner.
SOFT: dict[str, Frames] = {
    "kind": frames(
        easy="""
        con mucho gusto.
        por supuesto.
        claro que sí.
        no se preocupe.
        no hay problema.
        no hay prisa.
        está bien.
        no pasa nada.
        le ayudo con gusto.
        sin ninguna prisa.
        muy bien.
        """
    ),
    "neutral": frames(
        easy="""
        por supuesto.
        no hay problema.
        está bien.
        de acuerdo.
        sí, cómo no.
        bien.
        entiendo.
        no pasa nada.
        claro.
        muy bien.
        """
    ),
    "stern": frames(
        easy="""
        está bien.
        de acuerdo.
        escuche bien.
        atención.
        ponga atención.
        bien.
        escuche, por favor.
        entiendo.
        sí.
        bueno.
        """
    ),
    "hurried": frames(
        easy="""
        bueno.
        sí, sí.
        está bien.
        rápido.
        escuche.
        de acuerdo.
        bien.
        ya.
        a ver.
        bueno, escuche.
        """
    ),
}
