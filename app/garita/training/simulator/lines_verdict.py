"""The verdict: what was found, what follows, why, and where to go.

Data only; see ``lines_ask`` for how it is written. ``<x>`` is the reason or the thing held,
``<duty>`` what is to be paid.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

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
NEXT_STEP: dict[str, Frames] = {
    "pay": frames(
        easy="""
        la caja está {a la derecha|a la izquierda|al fondo}.
        pague en {la caja|la ventanilla dos}, por favor.
        se paga en {la caja|la ventanilla dos}.
        después puede pasar.
        vaya a la caja{, por favor|}.
        le dan un recibo en la caja.
        guarde el recibo.
        puede pagar con tarjeta o en efectivo.
        pague y muestre el recibo.
        la ventanilla {dos|tres|cuatro} es la caja.
        """
    ),
    "hold": frames(
        easy="""
        lo demás está {en orden|bien}.
        gracias por entenderlo.
        es la ley.
        le damos un recibo.
        son las normas.
        el resto puede pasar.
        déjelo {en la mesa|con mi compañera|con mi compañero}, por favor.
        guarde el recibo.
        lo demás puede pasar.
        es por la salud de todos.
        """
    ),
    "inspect": frames(
        easy="""
        es la puerta de la {derecha|izquierda}.
        {mi compañera|mi compañero} le espera.
        es solo un momento.
        espere en la sala{, por favor|}.
        siga a {mi compañera|mi compañero}{, por favor|}.
        la sala está {al fondo|a la derecha|a la izquierda}.
        lleve su equipaje{, por favor|}.
        son unos minutos.
        vaya con el equipaje.
        {mi compañera|mi compañero} le explica todo.
        """
    ),
    "refuse": frames(
        easy="""
        espere en la sala{, por favor|}.
        siga a {mi compañera|mi compañero}{, por favor|}.
        son las normas.
        puede llamar a su consulado.
        {mi compañera|mi compañero} le explica todo.
        es la ley.
        puede hablar con {mi jefe|mi jefa}.
        vaya a la sala {del fondo|de la derecha}.
        vuelva con los papeles en orden.
        """
    ),
}
