"""A few words to whatever the traveller says off the road, and how the officer comes back from there.

Data only; see ``lines_ask`` for how it is written. ``<officer>`` is the officer's name.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

REMARKS: dict[str, Frames] = {
    "weather": frames(
        easy="""
        hoy hace {buen tiempo|calor|frío|sol}.
        hace {calor|frío|buen tiempo}, sí.
        creo que va a llover.
        sí, {hoy|afuera} hace {calor|frío|sol}.
        el tiempo cambia mucho <aqui>.
        """
    ),
    "bathroom": frames(
        easy="""
        el baño está {al fondo|a la derecha|a la izquierda|después del control}.
        hay un baño {después del control|al fondo|a la derecha}.
        el baño, después del control.
        """
    ),
    "taxi": frames(
        easy="""
        los taxis están {afuera|en la salida|a la derecha}.
        hay taxis en la salida.
        encuentra taxis {afuera|en la salida|a la derecha}.
        """
    ),
    "exchange": frames(
        easy="""
        puede cambiar dinero {en el banco|después del control|en la salida}.
        hay una casa de cambio {en la salida|al fondo|a la derecha}.
        el cambio está {en la salida|al fondo}.
        """
    ),
    "wifi": frames(
        easy="""
        sí, hay wifi gratis.
        el wifi es gratis <aqui>.
        lo siento, <aqui> no hay wifi.
        hay wifi {en la salida|después del control}.
        """
    ),
    "hungry": frames(
        easy="""
        hay {un restaurante|una cafetería} {después del control|en la salida}.
        la cafetería está {al fondo|a la izquierda|en la salida}.
        puede comer algo {después del control|en la salida}.
        """
    ),
    "tired": frames(
        easy="""
        lo entiendo, terminamos pronto.
        ya falta poco.
        calma, son pocas preguntas.
        comprendo, es un viaje largo.
        lo entiendo, el viaje cansa.
        pronto puede descansar.
        """
    ),
    "football": frames(
        easy="""
        me gusta el fútbol, pero ahora trabajo.
        del fútbol hablamos después.
        sí, un buen equipo.
        el fútbol, después.
        el fútbol es bonito, sí.
        """
    ),
    "time": frames(
        easy="""
        hay un reloj {en la pared|al fondo|en la salida}.
        son las {dos|tres|cuatro|cinco|diez|once}.
        ahora son las {dos|tres|cuatro|cinco|diez|once}.
        """
    ),
    "luggage": frames(
        easy="""
        las <maleta>s salen {después del control|en la cinta dos|al fondo}.
        su <maleta> está {en la cinta|después del control}.
        el equipaje sale {al fondo|después del control}.
        """
    ),
    "pretty": frames(
        easy="""
        sí, es un lugar muy bonito.
        gracias, le va a gustar.
        me alegro.
        sí, <country> es muy bonito lugar.
        gracias, es verdad.
        sí, {a todos|a mucha gente} le gusta.
        """
    ),
    "how_long": frames(
        easy="""
        no mucho, son pocas preguntas.
        cinco minutos, más o menos.
        ya falta poco.
        unos {cinco|diez} minutos.
        poco tiempo, si responde.
        terminamos pronto.
        """
    ),
    "officer_name": frames(
        easy="""
        me llamo <officer>, de la aduana.
        soy <officer>.
        <officer>, de la aduana.
        soy <officer>, de la aduana.
        """
    ),
    "why": frames(
        easy="""
        es el control normal.
        pregunto lo mismo a todos.
        son las normas.
        es {mi trabajo|por las normas}.
        lo pide la ley.
        tengo que preguntarlo.
        """
    ),
    "robot": frames(
        easy="""
        soy agente de aduana.
        soy <officer>, de la aduana.
        <aqui> trabajo yo: <officer>.
        soy agente y hago mi trabajo.
        habla con {<officer>|la aduana}.
        """
    ),
    "about_you": frames(
        easy="""
        yo trabajo <aqui>.
        <aqui> pregunto yo.
        <aqui> trabajo yo.
        de mí hablamos otro día.
        yo estoy de servicio.
        hoy pregunto yo.
        """
    ),
    "my_spanish": frames(
        easy="""
        habla usted {muy |}bien.
        su español es {muy |}bueno.
        entiendo {muy |}bien su español.
        le entiendo {muy |}bien.
        su español está {muy |}bien.
        """
    ),
    "phone": frames(
        easy="""
        el teléfono, después del control.
        <aqui> no puede usar el teléfono.
        guarde el teléfono, por favor.
        sin teléfono en el control, por favor.
        puede llamar después.
        """
    ),
    "lost": frames(
        easy="""
        no se preocupe, está en la aduana.
        está en el control de aduana.
        no pasa nada, le ayudo después.
        la salida está después del control.
        después le indico la salida.
        """
    ),
    "nervous": frames(
        easy="""
        no se preocupe.
        con calma, son pocas preguntas.
        calma, es un control normal.
        respire con calma.
        no pasa nada, es normal.
        es un control normal.
        """
    ),
    "small_talk": frames(
        easy="""
        ya veo.
        qué interesante.
        ah, entiendo.
        me alegro.
        bueno, bueno.
        de eso hablamos después.
        qué bien.
        puede ser.
        """
    ),
    "insult": frames(
        easy="""
        un poco de respeto, por favor.
        con respeto, por favor.
        entiendo, pero son las normas.
        hable con respeto, por favor.
        no hace falta hablar así.
        calma y respeto, por favor.
        así no, por favor.
        le pido respeto.
        """
    ),
    "injection": frames(
        easy="""
        eso no va conmigo.
        yo sigo con el control.
        no, esto es una aduana.
        soy agente de aduana, nada más.
        eso <aqui> no funciona.
        las normas no cambian.
        no hago eso.
        eso no es posible.
        """
    ),
    "thanks": frames(
        easy="""
        de nada.
        con gusto.
        gracias a usted.
        no hay de qué.
        de nada, con gusto.
        """
    ),
    "how_are_you": frames(
        easy="""
        muy bien, gracias.
        bien, gracias.
        todo bien, gracias.
        muy bien, gracias por preguntar.
        <aqui>, trabajando. gracias.
        bien, con mucho trabajo.
        """
    ),
    "sorry": frames(
        easy="""
        no se preocupe.
        no pasa nada.
        está bien.
        no hay problema.
        no importa.
        """
    ),
}
BACK = frames(
    easy="""
    pero ahora,
    y ahora,
    ahora dígame,
    pero dígame,
    seguimos:
    sigamos:
    pero antes,
    volvamos al control:
    vuelvo a la pregunta:
    y la pregunta:
    ahora la pregunta:
    pero primero,
    y dígame,
    bueno,
    a ver,
    bien,
    y ahora, por favor:
    la pregunta es esta:
    ahora responda:
    """,
    rich="""
    pero volvamos a lo nuestro:
    ahora, si no le importa,
    volviendo a la pregunta:
    pero me falta una respuesta:
    y ahora, si me permite,
    pero todavía quiero saber algo:
    volvamos, por favor, a la pregunta:
    """,
)
# Insults and tricks get this before the question where ``stay_in_role`` says nothing else.
FOCUS: Frames = frames(
    easy="""
    responda, por favor:
    la pregunta es:
    repito la pregunta:
    y ahora responda:
    seguimos:
    sigo con el control:
    volvamos a la pregunta:
    ahora, por favor:
    la pregunta es esta:
    conteste, por favor:
    espero su respuesta:
    y la pregunta:
    """,
    rich="""
    le repito la pregunta:
    vuelvo a preguntarle:
    le agradecería una respuesta:
    prefiero que me responda:
    volvamos a lo nuestro:
    """,
)
