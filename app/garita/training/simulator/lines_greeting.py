"""How the officer opens a conversation: a greeting and what goes with it.

Data only; see ``lines_ask`` for how it is written. ``<day>`` is the greeting of the time of
day. ``WELCOME`` begins with its own punctuation.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

HELLO: dict[str, str] = {
    "kind": "{<day>|hola, <day>|muy <day>|<day> y hola|hola}",
    "neutral": "{<day>|hola, <day>|<day>|muy <day>}",
    "stern": "{<day>|<day>|sí, <day>|muy <day>}",
    "hurried": "{<day>|hola|hola, <day>|buenas|siguiente, <day>}",
}
WELCOME: dict[str, Frames] = {
    "kind": frames(
        easy="""
        . le doy la bienvenida a <country>.
        . pase, por favor.
        . adelante, por favor.
        , adelante.
        . espero que {todo|el viaje} vaya bien.
        . pase con calma.
        . acérquese, por favor.
        . esto es la aduana de <country>.
        . con calma, por favor.
        , pase por <aqui>.
        . soy <officer>, de la aduana.
        .
        . soy agente de aduana.
        . es su turno, adelante.
        . estoy <aqui> para ayudarle.
        """,
        rich="""
        . es un placer saludarle.
        . le agradezco que espere.
        . gracias por esperar.
        . espero que haya tenido buen viaje.
        . si es tan amable, acérquese.
        . le doy la bienvenida al control de aduana.
        """,
    ),
    "neutral": frames(
        easy="""
        . control de aduana.
        . adelante.
        . pase, por favor.
        . le doy la bienvenida a <country>.
        . es el control de aduana.
        , adelante, por favor.
        . acérquese, por favor.
        , pase por <aqui>.
        . aduana de <country>.
        .
        . soy <officer>, de la aduana.
        . es su turno.
        . vamos a empezar.
        . hago el control de aduana.
        . son unas preguntas.
        """,
        rich="""
        . voy a hacerle unas preguntas.
        . gracias por esperar.
        . le voy a hacer el control de aduana.
        . permítame hacerle unas preguntas.
        . acérquese a la ventanilla, por favor.
        . empecemos con el control.
        """,
    ),
    "stern": frames(
        easy="""
        . control de aduana.
        . acérquese.
        . acérquese a la ventanilla.
        . deje el equipaje en el suelo.
        . aduana de <country>.
        . es un control de aduana.
        .
        . mire aquí y escuche.
        . pase a la ventanilla.
        . responda a todo, por favor.
        . soy <officer>, de la aduana.
        . son varias preguntas.
        . escuche con atención.
        . ponga el equipaje <aqui>.
        , acérquese.
        """,
        rich="""
        . le voy a hacer varias preguntas.
        . tiene que responder a todas las preguntas.
        . le pido respuestas claras.
        . empezamos el control de aduana.
        . escuche bien y responda con claridad.
        . espero respuestas claras.
        """,
    ),
    "hurried": frames(
        easy="""
        . adelante.
        . rápido, por favor.
        . hay mucha gente.
        , adelante.
        . pase, pase.
        . es su turno.
        .
        . siguiente.
        . tengo prisa.
        . vamos rápido.
        . control de aduana, rápido.
        . hay prisa.
        . acérquese, rápido.
        , pase, por favor.
        . aduana, adelante.
        """,
        rich="""
        . hay mucha gente esperando.
        . vamos a hacerlo rápido.
        . hay que ir rápido hoy.
        . respuestas cortas, por favor.
        . pase, que hay mucha gente.
        . responda rápido, por favor.
        """,
    ),
}
HOW_ARE_YOU = "{. bien, gracias.|. muy bien, gracias.|. todo bien, gracias.|. bien, gracias por preguntar.}"
