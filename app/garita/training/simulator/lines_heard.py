"""How the officer says back what was heard: a clause by topic and form, a frame around it, a word of agreement.

Data only; see ``lines_ask`` for how it is written. ``<x>`` is the fact's text and never begins a sentence, so that it
is always copied letter by letter. ``<cl>`` is a clause, ``<f>`` a shorter phrase, ``<ok>`` agreement.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# topic or topic:form -> clauses, each with a finite verb
CLAUSES: dict[str, tuple[str, ...]] = {
    "name": ("usted se llama <x>", "su nombre es <x>", "se llama <x>", "usted es <x>", "el nombre es <x>"),
    "origin": ("viene de <x>", "llega de <x>", "usted viene de <x>", "viaja desde <x>", "su viaje empieza en <x>"),
    "origin:demonym": ("es <x>", "usted es <x>", "es usted <x>"),
    "purpose": ("viene por <x>", "viaja por <x>", "está <aqui> por <x>", "usted viene por <x>", "su viaje es por <x>"),
    "purpose:verb": ("viene a <x>", "viaja para <x>", "viene para <x>", "usted viene a <x>", "su idea es <x>"),
    "stay": ("se queda <x>", "va a estar <aqui> <x>", "va a quedarse <x>", "usted se queda <x>", "su viaje dura <x>"),
    "stay:until": (
        "se queda <x>",
        "va a estar <aqui> <x>",
        "va a quedarse <x>",
        "usted se queda <x>",
        "está <aqui> <x>",
    ),
    "lodging": ("se aloja <x>", "se queda <x>", "duerme <x>", "va a dormir <x>", "va a alojarse <x>"),
    "profession": ("es <x>", "usted es <x>", "es usted <x>"),
    "companions": ("viaja <x>", "viene <x>", "usted viaja <x>", "usted viene <x>", "hace el viaje <x>"),
    "goods": ("lleva <x>", "trae <x>", "usted lleva <x>", "usted trae <x>", "en el equipaje lleva <x>"),
    "food": ("lleva <x>", "trae <x>", "usted lleva <x>", "de comida lleva <x>", "usted trae <x>"),
    "medicines": ("lleva <x>", "trae <x>", "usted lleva <x>", "de medicinas lleva <x>", "usted trae <x>"),
    "pets": ("viaja con <x>", "trae <x>", "viene con <x>", "usted viaja con <x>", "lleva <x>"),
    "samples": ("lleva <x>", "trae <x>", "usted lleva <x>", "de muestras lleva <x>", "usted trae <x>"),
    "money": ("lleva <x>", "trae <x>", "viaja con <x>", "usted lleva <x>", "de dinero lleva <x>"),
    "onward": ("sigue <x>", "después va <x>", "luego va <x>", "su viaje sigue <x>", "después viaja <x>"),
    "onward:noun": ("tiene <x>", "ya tiene <x>", "usted tiene <x>", "después tiene <x>"),
    "none": ("no lleva <x>", "no trae <x>", "usted no lleva <x>", "usted no trae <x>"),
    "none:onward": ("no tiene <x>", "usted no tiene <x>"),
    "none:companions": ("viaja <x>", "viene <x>", "usted viaja <x>"),
    "price": ("son <x>", "el precio es <x>", "el valor es <x>", "todo son <x>", "hablamos de <x>"),
    "is": ("es <x>", "eso es <x>", "entonces es <x>"),
    "nobody": ("no viaja con <x>", "no viene con <x>", "usted no viaja con <x>"),
}

# topic or topic:form -> phrases without a verb, where there is something that can stand before <x>
PHRASES: dict[str, str] = {
    "name": "{<x>|nombre: <x>}",
    "origin": "{de <x>|desde <x>}",
    "purpose": "{por <x>|motivo: <x>}",
    "purpose:verb": "{para <x>|a <x>}",
    "stay": "{<x>|<x> <aqui>|por <x>}",
    "goods": "{con <x>|<x>}",
    "pets": "{con <x>|<x>}",
    "money": "{con <x>|<x>}",
    "profession": "{<x>|profesión: <x>}",
}

FRAMES = frames(
    easy="""
    <cl>, <ok>.
    <ok>, <cl>.
    <ok>. <cl>.
    así que <cl>.
    entonces <cl>.
    <ok>: <cl>.
    <cl>. <ok>.
    gracias, <cl>.
    <cl>, gracias.
    <ok>, entonces <cl>.
    <ok>, así que <cl>.
    ya veo, <cl>.
    anoto: <cl>.
    ah, <cl>.
    ajá, <cl>.
    entiendo: <cl>.
    comprendo, <cl>.
    tomo nota: <cl>.
    entonces <cl>, <ok>.
    <cl>. lo anoto.
    <cl>. tomo nota.
    <cl>, lo anoto.
    así que <cl>, <ok>.
    <ok>, <f>.
    <ok>: <f>.
    anoto: <f>.
    ah, <f>.
    entonces, <f>.
    gracias: <f>.
    tomo nota: <f>.
    """,
    rich="""
    entiendo que <cl>.
    veo que <cl>.
    de modo que <cl>.
    <ok>, anoto que <cl>.
    según me dice, <cl>.
    me dice que <cl>, <ok>.
    queda anotado que <cl>.
    si entiendo bien, <cl>.
    usted me dice que <cl>, entendido.
    tomo nota de que <cl>.
    comprendo, de modo que <cl>.
    gracias por decirme que <cl>.
    gracias por la información: <cl>.
    queda claro que <cl>.
    por lo que me dice, <cl>.
    anoto, entonces, que <cl>.
    <ok>, ya veo que <cl>.
    por lo que entiendo, <cl>.
    <ok>, entiendo que <cl>.
    escucho que <cl>, <ok>.
    muy bien, según me cuenta, <cl>.
    le agradezco la respuesta: <cl>.
    <cl>, según me dice: <ok>.
    <cl>, por lo que veo. <ok>.
    <cl>, queda anotado.
    <ok>, queda anotado: <cl>.
    """,
)
# A name wants more than a clause; its frames come besides those above.
NAME_FRAMES = frames(
    easy="""
    gracias, <x>. <ok>.
    <ok>, gracias. mucho gusto, <x>.
    su nombre: <x>. <ok>.
    <ok>, mucho gusto, <x>.
    ya tengo su nombre: <x>.
    ah, <x>. <ok>.
    <ok>. anoto: <x>.
    gracias por decírmelo, <x>.
    gracias, <x>.
    muchas gracias, <x>.
    <ok>, <x>.
    mucho gusto, <x>.
    <ok>. mucho gusto, <x>.
    gracias por su nombre, <x>.
    <ok>, gracias, <x>.
    anoto el nombre: <x>.
    """,
    rich="""
    es un placer, <x>.
    mucho gusto en saludarle, <x>.
    le agradezco la respuesta, <x>.
    queda anotado su nombre: <x>.
    tomo nota de su nombre: <x>.
    """,
)
DOCUMENT_FRAMES = frames(
    easy="""
    gracias por <x>.
    muchas gracias por <x>.
    <ok>, gracias por <x>.
    reviso <x>, gracias.
    <ok>, reviso <x>.
    veo <x>, <ok>.
    <ok>, veo <x>.
    <aqui> está <x>, <ok>.
    ya veo <x>, gracias.
    <ok>, ya veo <x>.
    miro <x>, <ok>.
    ah, <x>, gracias.
    <ok>, <x>. gracias.
    gracias, ya reviso <x>.
    """,
    rich="""
    le agradezco <x>.
    <ok>, le agradezco <x>.
    gracias por mostrarme <x>.
    permítame que revise <x>. <ok>.
    ya veo <x>: está en orden.
    gracias, con <x> está todo claro.
    he visto <x>, <ok>.
    <ok>, he revisado <x>.
    gracias por traer <x>.
    con <x> me basta, gracias.
    """,
)

OKAY: dict[str, str] = {
    "kind": "{muy bien|perfecto|qué bien|estupendo|de acuerdo|entiendo|excelente|gracias}",
    "neutral": "{de acuerdo|bien|muy bien|entendido|correcto|gracias|perfecto|comprendo}",
    "stern": "{bien|entendido|anotado|de acuerdo|ya veo|correcto|comprendo}",
    "hurried": "{bien|listo|ya|de acuerdo|entendido|bueno|correcto}",
}
# After what is not good news ("no lo sé", a problem), and after an answer that has no words worth saying back.
BARE = "{<ok>.|<ok>, gracias.|gracias.|<ok>. gracias.|muchas gracias.|||}"
REPLY: dict[str, Frames] = {
    "yes": frames(
        easy="""
        <ok>.
        <ok>, gracias.
        gracias.
        eso está bien.
        sí, <ok>.
        <ok>, sí.
        así está bien.
        gracias, <ok>.
        """
    ),
    "no": frames(
        easy="""
        entiendo.
        ya veo.
        comprendo.
        bien, entonces no.
        <ok>, anoto que no.
        entendido.
        <ok>, entonces no.
        entiendo que no.
        anoto que no.
        entonces no.
        """
    ),
    "dont_know": frames(
        easy="""
        no pasa nada.
        no hay problema.
        no lo sabe, entiendo.
        está bien, no lo sabe.
        bueno, no lo sabe.
        entiendo que no lo sabe.
        comprendo.
        no importa.
        piénselo con calma.
        ya veo.
        """
    ),
}
