"""How the officer says good-bye: an answer to thanks, a wish, a last word; one of each, in this order.

Data only; see ``lines_ask`` for how it is written.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# A farewell: an answer to thanks, a wish, a good-bye.
BYE_FIRST: dict[str, Frames] = {
    "kind": frames(
        easy="""
        de nada
        con mucho gusto
        a usted
        gracias a usted
        no hay de qué
        ha sido un placer
        con gusto
        gracias por todo
        muchas gracias
        gracias por su paciencia
        para eso estamos
        muy amable
        todo listo
        eso ha sido todo
        gracias por sus respuestas
        bueno, es todo
        eso era todo
        ya terminamos
        perfecto
        <ok>
        <ok>, gracias
        ya está todo
        gracias por venir
        por mí es todo
        """
    ),
    "neutral": frames(
        easy="""
        de nada
        a usted
        gracias
        gracias a usted
        con gusto
        no hay de qué
        muy bien
        muchas gracias
        eso es todo
        hemos terminado
        listo
        de acuerdo
        todo listo
        eso ha sido todo
        gracias por sus respuestas
        bueno, es todo
        eso era todo
        ya terminamos
        perfecto
        <ok>
        <ok>, gracias
        ya está todo
        gracias por venir
        por mí es todo
        """
    ),
    "stern": frames(
        easy="""
        de nada
        está bien
        eso es todo
        puede irse
        hemos terminado
        bien
        ya está
        puede retirarse
        no hay de qué
        gracias
        terminamos
        correcto
        todo listo
        eso ha sido todo
        gracias por sus respuestas
        bueno, es todo
        eso era todo
        ya terminamos
        perfecto
        <ok>
        <ok>, gracias
        ya está todo
        gracias por venir
        por mí es todo
        """
    ),
    "hurried": frames(
        easy="""
        de nada
        listo
        ya está
        eso es todo
        bien
        gracias
        rápido
        terminamos
        de acuerdo
        bueno
        ya
        puede irse
        todo listo
        eso ha sido todo
        gracias por sus respuestas
        bueno, es todo
        eso era todo
        ya terminamos
        perfecto
        <ok>
        <ok>, gracias
        ya está todo
        gracias por venir
        por mí es todo
        """
    ),
}
BYE_WISH: dict[str, Frames] = {
    "kind": frames(
        easy="""
        buen viaje
        que lo pase muy bien
        que tenga {un buen|buen|un lindo} día
        disfrute de <country>
        que le vaya muy bien
        <bye>
        disfrute {mucho |}del viaje
        que todo vaya bien
        que descanse
        le deseo {un buen|un feliz} viaje
        buena estancia
        que le guste <country>
        buen camino
        feliz viaje
        que sea un buen viaje
        que tenga buen viaje
        no olvide {el|su} pasaporte
        no olvide {el|su} equipaje
        siga por <aqui>
        la salida está {a la derecha|a la izquierda|al fondo}
        vaya con calma
        que llegue bien
        que todo salga bien
        tenga {buen|muy buen} día
        lleve todo con usted
        """
    ),
    "neutral": frames(
        easy="""
        buen viaje
        que tenga {un buen|buen} día
        buena estancia
        <bye>
        que todo vaya bien
        feliz viaje
        le deseo buen viaje
        buen día
        que le vaya bien
        buen camino
        disfrute del viaje
        que descanse
        que tenga buen viaje
        no olvide {el|su} pasaporte
        no olvide {el|su} equipaje
        siga por <aqui>
        la salida está {a la derecha|a la izquierda|al fondo}
        vaya con calma
        que llegue bien
        que todo salga bien
        tenga {buen|muy buen} día
        lleve todo con usted
        """
    ),
    "stern": frames(
        easy="""
        buen viaje
        circule, por favor
        guarde {el|su} pasaporte
        recoja su equipaje
        respete las normas
        buen día
        cuide sus papeles
        siga adelante
        no olvide nada
        deje libre la ventanilla
        <bye>
        tenga buen día
        que tenga buen viaje
        no olvide {el|su} pasaporte
        no olvide {el|su} equipaje
        siga por <aqui>
        la salida está {a la derecha|a la izquierda|al fondo}
        vaya con calma
        que llegue bien
        que todo salga bien
        tenga {buen|muy buen} día
        lleve todo con usted
        """
    ),
    "hurried": frames(
        easy="""
        buen viaje
        circule, por favor
        recoja todo
        <bye>
        buen día
        siga, siga
        rápido, por favor
        no olvide nada
        adelante
        pase, pase
        feliz viaje
        hay mucha gente
        que tenga buen viaje
        no olvide {el|su} pasaporte
        no olvide {el|su} equipaje
        siga por <aqui>
        la salida está {a la derecha|a la izquierda|al fondo}
        vaya con calma
        que llegue bien
        que todo salga bien
        tenga {buen|muy buen} día
        lleve todo con usted
        """
    ),
}
BYE_LAST: dict[str, Frames] = {
    "kind": frames(
        easy="""
        adiós
        hasta luego
        hasta pronto
        hasta otra
        hasta la vista
        adiós y gracias
        cuídese
        cuídese mucho
        adiós, buen día
        nos vemos
        hasta siempre
        hasta la próxima
        hasta luego y gracias
        hasta otro día
        adiós y buen día
        hasta luego, adiós
        que esté bien
        adiós y hasta luego
        """
    ),
    "neutral": frames(
        easy="""
        adiós
        hasta luego
        hasta pronto
        hasta otra
        adiós y gracias
        hasta la vista
        cuídese
        hasta la próxima
        hasta luego y gracias
        hasta otro día
        adiós y buen día
        hasta luego, adiós
        que esté bien
        adiós y hasta luego
        """
    ),
    "stern": frames(
        easy="""
        adiós
        hasta luego
        adiós, siguiente
        buenas
        puede irse ya
        adiós y gracias
        hasta otra
        hasta la vista
        hasta luego y gracias
        hasta otro día
        adiós y buen día
        hasta luego, adiós
        que esté bien
        adiós y hasta luego
        """
    ),
    "hurried": frames(
        easy="""
        adiós
        hasta luego
        ¡siguiente!
        adiós. ¡siguiente!
        hasta otra
        adiós, buen día
        venga, adiós
        ¡el siguiente!
        hasta luego y gracias
        hasta otro día
        adiós y buen día
        hasta luego, adiós
        que esté bien
        adiós y hasta luego
        """
    ),
}

# Instead of a wish for the journey, where the traveller was not let through.
BYE_NOT_THROUGH = frames(
    easy="""
    gracias por su paciencia
    que tenga {un buen|buen} día
    que le vaya bien
    son las normas
    lo siento
    lo siento mucho
    mi compañera le ayuda
    mi compañero le ayuda
    espere en la sala, por favor
    no olvide {el|su} pasaporte
    no olvide {el|su} equipaje
    con calma, por favor
    gracias por entenderlo
    es mi trabajo
    que todo salga bien
    lleve todo con usted
    {tome|guarde} el pasaporte
    siga por <aqui>
    """
)

BYE_FIRST_NOT_THROUGH = frames(
    easy="""
    de nada
    entiendo
    comprendo
    gracias
    bien
    eso es todo
    no hay de qué
    ya está
    hemos terminado
    terminamos
    de acuerdo
    gracias a usted
    bueno
    ya veo
    """
)
