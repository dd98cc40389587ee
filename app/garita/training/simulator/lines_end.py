"""How a conversation at the booth begins and ends: greeting, verdict with its reason, good-bye.

Data only; see ``lines_ask`` for how it is written. ``<day>`` is the time of day's greeting, ``<x>`` a verdict's reason,
``<duty>`` what is to be paid. A greeting, verdict or farewell is put together from the parts below in their order.
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

# What has been found; only for who may go on without more.
FOUND = frames(
    easy="""
    todo está en orden.
    está todo bien.
    todo en orden.
    no hay {ningún problema|problemas|problema}.
    todo correcto.
    {terminamos|hemos terminado}: todo bien.
    las respuestas están bien.
    {<ok>, |}todo está bien.
    {<ok>, |}todo está claro.
    ya está todo.
    eso es todo.
    no {tengo|hay} más preguntas.
    {<ok>, |}ya terminamos.
    {sus papeles están|su pasaporte está} en orden.
    el control está terminado.
    {<ok>, |}no falta nada.
    """,
    rich="""
    he terminado con las preguntas y todo está en orden.
    por mi parte todo está en orden.
    no veo ningún problema.
    su documentación está en orden.
    no tengo nada más que preguntarle.
    ya lo tengo todo claro.
    con esto {he terminado|terminamos}.
    gracias por sus respuestas: todo está en orden.
    como todo está en orden, hemos terminado.
    todo lo que me dice está claro.
    """,
)
ADMIT = frames(
    easy="""
    puede {pasar|entrar|seguir}.
    adelante, puede {pasar|entrar|seguir}.
    ya puede {pasar|entrar|seguir}.
    puede {pasar|entrar} a <country>.
    pase, puede {entrar|seguir}.
    sí, puede {pasar|entrar|seguir}.
    usted puede {pasar|entrar|seguir}.
    puede {pasar|seguir} por <aqui>.
    puede {pasar|entrar}, gracias.
    puede {pasar|seguir} a la salida.
    """,
    rich="""
    puede {pasar|continuar} cuando quiera.
    le dejo {pasar|entrar|continuar}: puede pasar.
    puede {continuar|seguir} su viaje.
    por mí, puede {pasar|continuar}.
    así que puede {pasar|entrar|continuar}.
    tiene usted permiso: puede {pasar|entrar}.
    """,
)
ADMIT_EXTRA: dict[str, Frames] = {
    "kind": frames(
        easy="""
        buen viaje.
        le doy la bienvenida a <country>.
        disfrute de <country>.
        gracias por todo.
        <aqui> tiene el pasaporte.
        tome el pasaporte.
        gracias por su paciencia.
        que todo vaya bien.
        la salida está {a la derecha|a la izquierda|al fondo}.
        """
    ),
    "neutral": frames(
        easy="""
        buen viaje.
        gracias.
        <aqui> tiene el pasaporte.
        tome el pasaporte.
        gracias por sus respuestas.
        la salida está {a la derecha|a la izquierda|al fondo}.
        buena estancia.
        le doy la bienvenida a <country>.
        eso es todo por mi parte.
        recoja su equipaje.
        """
    ),
    "stern": frames(
        easy="""
        guarde el pasaporte.
        tome el pasaporte.
        recoja su equipaje.
        la salida está {a la derecha|a la izquierda|al fondo}.
        siga las normas del país.
        no deje nada <aqui>.
        pase sin parar.
        circule, por favor.
        respete las normas.
        <aqui> tiene el pasaporte.
        """
    ),
    "hurried": frames(
        easy="""
        rápido, por favor.
        tome el pasaporte.
        recoja todo.
        ¡siguiente!
        la salida, {a la derecha|a la izquierda|al fondo}.
        circule, por favor.
        gracias. ¡siguiente!
        hay mucha gente.
        pase, pase.
        vamos, adelante.
        """
    ),
}

PAY = frames(
    easy="""
    puede pasar, pero {debe|tiene que} pagar <duty>.
    {tiene que|debe|hay que} pagar <duty>.
    primero {debe|tiene que} pagar <duty>.
    {son <duty> de impuesto|el impuesto son <duty>}: hay que pagar.
    pague <duty> y puede pasar.
    puede pasar y {tiene que|debe} pagar <duty>.
    hay un impuesto: {debe|tiene que} pagar <duty>.
    {tiene que|debe} pagar <duty> de impuesto.
    antes de pasar {tiene que|debe} pagar <duty>.
    {<ok>, |}{debe|tiene que} pagar <duty>.
    """,
    rich="""
    puede continuar, pero {antes|primero} tendrá que pagar <duty>.
    le corresponde pagar <duty>.
    para poder pasar, {debe|tendrá que} pagar <duty>.
    tengo que cobrarle un impuesto: debe pagar <duty>.
    en cuanto pague <duty>, podrá pasar.
    la ley le pide pagar <duty>.
    """,
)
HOLD = frames(
    easy="""
    puede pasar, pero {tiene que|debe} dejar <aqui> <x>.
    puede pasar sin <x>: eso se queda <aqui>.
    no puede {pasar|entrar} con <x>: eso se queda <aqui>.
    deje <aqui> <x> y puede pasar.
    {tiene que|debe} dejar en la aduana <x>.
    la aduana retiene <x>.
    lo siento, la aduana retiene <x>.
    puede pasar, pero la aduana retiene <x>.
    {<ok>, |}puede pasar, pero deje <aqui> <x>.
    lo siento, {tiene que|debe} dejar <aqui> <x>.
    primero deje <aqui> <x>. después puede pasar.
    en la aduana se deja <x>. usted puede pasar.
    """,
    rich="""
    puede continuar, pero tendrá que dejar <aqui> <x>.
    me temo que tenemos que retener <x>.
    lamento decirle que la aduana retiene <x>.
    tengo que retener <x>; usted puede pasar.
    en cuanto deje <aqui> <x>, podrá pasar.
    aunque usted puede pasar, la aduana retiene <x>.
    """,
)
INSPECT = frames(
    easy="""
    pase a la segunda revisión{, por favor|}.
    {tiene que|debe} pasar a la segunda revisión.
    hay que hacer una segunda revisión.
    vamos a hacer una segunda revisión.
    le toca una segunda revisión.
    todavía no puede salir: segunda revisión.
    lo siento, {tiene que|debe} pasar a la segunda revisión.
    necesitamos una segunda revisión.
    vaya a la segunda revisión{, por favor|}.
    primero pasa a la segunda revisión.
    hacemos una segunda revisión del equipaje.
    """,
    rich="""
    me temo que hace falta una segunda revisión.
    tendrá que pasar a la segunda revisión.
    le pido que pase a la segunda revisión.
    antes de entrar tendrá que pasar una segunda revisión.
    es necesario hacer una segunda revisión.
    lamento decirle que le toca una segunda revisión.
    """,
)
REFUSE = frames(
    easy="""
    no puede entrar{ en <country>|}.
    lo siento, no puede entrar{ en <country>|}.
    hoy no puede entrar{ en <country>|}.
    así no puede entrar{ en <country>|}.
    usted no puede entrar{ en <country>|}.
    lo siento mucho, no puede entrar.
    con esto no puede entrar{ en <country>|}.
    no tiene permiso: no puede entrar.
    perdone, pero no puede entrar{ en <country>|}.
    la respuesta es no: no puede entrar.
    """,
    rich="""
    me temo que no puede entrar{ en <country>|}.
    lamento decirle que no puede entrar{ en <country>|}.
    no le puedo dejar pasar: no puede entrar.
    en estas condiciones no puede entrar{ en <country>|}.
    lo lamento, pero no puede entrar{ en <country>|}.
    según las normas, no puede entrar{ en <country>|}.
    """,
)
REASON = frames(
    easy="""
    es por <x>.
    el motivo: <x>.
    motivo: <x>.
    es por esto: <x>.
    la razón: <x>.
    esto es por <x>.
    todo esto es por <x>.
    hablamos de <x>.
    el problema: <x>.
    """,
    rich="""
    el motivo es este: <x>.
    la razón es esta: <x>.
    se debe a lo siguiente: <x>.
    le explico el motivo: <x>.
    como le digo, es por <x>.
    """,
)
NEXT_STEP: dict[str, str] = {
    "pay": "{la caja está {a la derecha|a la izquierda|al fondo}.|pague en {la caja|la ventanilla dos}, por favor.|"
    "se paga en {la caja|la ventanilla dos}.|después puede pasar.|vaya a la caja{, por favor|}.|"
    "le dan un recibo en la caja.|guarde el recibo.|puede pagar con tarjeta o en efectivo.|"
    "pague y muestre el recibo.|la ventanilla {dos|tres|cuatro} es la caja.}",
    "hold": "{lo demás está {en orden|bien}.|gracias por entenderlo.|es la ley.|le damos un recibo.|son las normas.|"
    "el resto puede pasar.|déjelo {en la mesa|con mi compañera|con mi compañero}, por favor.|guarde el recibo.|"
    "lo demás puede pasar.|es por la salud de todos.}",
    "inspect": "{es la puerta de la {derecha|izquierda}.|{mi compañera|mi compañero} le espera.|es solo un momento.|"
    "espere en la sala{, por favor|}.|siga a {mi compañera|mi compañero}{, por favor|}.|"
    "la sala está {al fondo|a la derecha|a la izquierda}.|lleve su equipaje{, por favor|}.|"
    "son unos minutos.|vaya con el equipaje.|{mi compañera|mi compañero} le explica todo.}",
    "refuse": "{espere en la sala{, por favor|}.|siga a {mi compañera|mi compañero}{, por favor|}.|son las normas.|"
    "puede llamar a su consulado.|{mi compañera|mi compañero} le explica todo.|es la ley.|"
    "puede hablar con {mi jefe|mi jefa}.|vaya a la sala {del fondo|de la derecha}.|vuelva con los papeles en orden.}",
}

# A farewell: an answer to thanks, a wish, a good-bye.
BYE_FIRST: dict[str, str] = {
    "kind": "{de nada|con mucho gusto|a usted|gracias a usted|no hay de qué|ha sido un placer|con gusto|"
    "gracias por todo|"
    "muchas gracias|gracias por su paciencia|para eso estamos|muy amable}",
    "neutral": "{de nada|a usted|gracias|gracias a usted|con gusto|no hay de qué|muy bien|muchas gracias|eso es todo|"
    "hemos terminado|listo|de acuerdo}",
    "stern": "{de nada|está bien|eso es todo|puede irse|hemos terminado|bien|ya está|puede retirarse|no hay de qué|"
    "gracias|terminamos|correcto}",
    "hurried": "{de nada|listo|ya está|eso es todo|bien|gracias|rápido|terminamos|de acuerdo|bueno|ya|puede irse}",
}
BYE_WISH: dict[str, str] = {
    "kind": "{buen viaje|que lo pase muy bien|que tenga {un buen|buen|un lindo} día|disfrute de <country>|"
    "que le vaya muy bien|"
    "<bye>|disfrute {mucho |}del viaje|que todo vaya bien|que descanse|le deseo {un buen|un feliz} viaje|"
    "buena estancia|"
    "que le guste <country>|buen camino|feliz viaje|que sea un buen viaje}",
    "neutral": "{buen viaje|que tenga {un buen|buen} día|buena estancia|<bye>|que todo vaya bien|feliz viaje|"
    "le deseo buen viaje|buen día|que le vaya bien|buen camino|disfrute del viaje|que descanse}",
    "stern": "{buen viaje|circule, por favor|guarde {el|su} pasaporte|recoja su equipaje|respete las normas|buen día|"
    "cuide sus papeles|siga adelante|no olvide nada|deje libre la ventanilla|<bye>|tenga buen día}",
    "hurried": "{buen viaje|circule, por favor|recoja todo|<bye>|buen día|siga, siga|rápido, por favor|"
    "no olvide nada|"
    "adelante|pase, pase|feliz viaje|hay mucha gente}",
}
BYE_LAST: dict[str, str] = {
    "kind": "{adiós|hasta luego|hasta pronto|hasta otra|hasta la vista|adiós y gracias|cuídese|cuídese mucho|"
    "adiós, buen día|"
    "nos vemos|hasta siempre|hasta la próxima}",
    "neutral": "{adiós|hasta luego|hasta pronto|hasta otra|adiós y gracias|hasta la vista|cuídese|hasta la próxima}",
    "stern": "{adiós|hasta luego|adiós, siguiente|buenas|puede irse ya|adiós y gracias|hasta otra|hasta la vista}",
    "hurried": "{adiós|hasta luego|¡siguiente!|adiós. ¡siguiente!|hasta otra|adiós, buen día|venga, adiós|"
    "¡el siguiente!}",
}
