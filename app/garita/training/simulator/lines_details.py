"""Further questions about what was said, and papers that are wanted.

Data only; see ``lines_ask`` for how it is written. ``<x>`` is the item, said before the question,
which then speaks of it as "eso", so that neither number nor gender has to be known.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

# Names a thing that is carried, before a question about it.
MENTION_THING = frames(
    easy="""
    lleva <x>:
    trae <x>:
    usted lleva <x>:
    usted trae <x>:
    sobre <x>:
    lleva <x>.
    trae <x>.
    me dice que lleva <x>:
    dice que trae <x>:
    así que lleva <x>:
    entonces lleva <x>:
    ah, <x>:
    una pregunta sobre <x>:
    veo que lleva <x>:
    """,
    rich="""
    en cuanto a <x>,
    hablemos de <x>:
    me dice usted que trae <x>.
    le pregunto por <x>:
    quisiera saber algo sobre <x>:
    de modo que trae <x>:
    según me dice, lleva <x>.
    """,
)
# Names anything else that was said.
MENTION_OTHER = frames(
    easy="""
    dice <x>:
    me dice <x>:
    usted dice <x>:
    ah, <x>:
    sobre <x>:
    entiendo, <x>:
    así que <x>:
    usted dice <x>.
    me dice <x>.
    una pregunta sobre <x>:
    """,
    rich="""
    en cuanto a <x>,
    hablemos de <x>:
    según me dice, <x>:
    me dice usted <x>.
    si entiendo bien, <x>:
    de modo que <x>:
    """,
)

# detail or detail:topic -> the question
DETAILS: dict[str, Frames] = {
    "quantity": frames(
        easy="""
        ¿qué cantidad es<c>?
        ¿qué cantidad {lleva|trae}{ usted|}<c>?
        ¿cuánto {lleva|trae} {en total|exactamente}<c>?
        ¿cuánto es {en total|exactamente}<c>?
        ¿me dice la cantidad<c>?
        ¿cuánto {lleva|trae} de eso<c>?
        """,
        rich="""
        ¿podría decirme {qué cantidad es|la cantidad}<c>?
        ¿qué cantidad exacta {lleva|trae}<c>?
        ¿de qué cantidad hablamos<c>?
        ¿cuánto hay en total<c>?
        """,
    ),
    "value": frames(
        easy="""
        ¿cuánto {vale|cuesta} eso<c>?
        ¿cuánto {vale|cuesta} todo<c>?
        ¿qué {precio|valor} tiene eso<c>?
        ¿cuál es el {precio|valor}<c>?
        ¿me dice el {precio|valor}<c>?
        ¿cuánto {vale|cuesta} más o menos<c>?
        """,
        rich="""
        ¿podría decirme {cuánto vale|el valor}<c>?
        ¿qué valor {total|aproximado} tiene<c>?
        ¿sabe {usted |}cuánto {vale|cuesta}<c>?
        ¿cuál sería el valor<c>?
        """,
    ),
    "what": frames(
        easy="""
        ¿qué es eso<c>?
        ¿qué es exactamente<c>?
        ¿me dice qué es<c>?
        ¿y qué es eso<c>?
        no lo conozco. ¿qué es<c>?
        ¿para qué sirve eso<c>?
        """,
        rich="""
        ¿podría {explicarme|decirme} qué es<c>?
        ¿en qué consiste eso<c>?
        ¿me {explica|puede explicar} qué es<c>?
        no sé qué es. ¿me lo explica<c>?
        """,
    ),
    "which": frames(
        easy="""
        ¿cuál es{ exactamente|}<c>?
        ¿de qué tipo<c>?
        ¿cuál exactamente<c>?
        ¿me dice cuál<c>?
        ¿qué nombre tiene<c>?
        ¿qué tipo es<c>?
        """,
        rich="""
        ¿podría decirme {cuál|de qué tipo}{ exactamente|}<c>?
        ¿me indica {cuál|de qué tipo} exactamente<c>?
        ¿sabe {usted |}cuál es<c>?
        ¿de cuál se trata<c>?
        """,
    ),
    "whom": frames(
        easy="""
        ¿a quién {visita|va a ver}<c>?
        ¿quién es esa persona<c>?
        ¿cómo se llama esa persona<c>?
        ¿me dice quién es<c>?
        ¿quién es<c>?
        ¿de quién habla<c>?
        """,
        rich="""
        ¿podría decirme quién es esa persona<c>?
        ¿de quién se trata<c>?
        ¿a quién {piensa ver|va a visitar}<c>?
        ¿me indica el nombre de esa persona<c>?
        """,
    ),
    "company": frames(
        easy="""
        ¿para qué empresa trabaja{ usted|}<c>?
        ¿cómo se llama {la|su} empresa<c>?
        ¿qué empresa es<c>?
        ¿con qué empresa trabaja{ usted|}<c>?
        ¿me dice el nombre de {la|su} empresa<c>?
        ¿en qué empresa trabaja{ usted|}<c>?
        """,
        rich="""
        ¿podría decirme {el nombre de la empresa|para qué empresa trabaja}<c>?
        ¿de qué empresa se trata<c>?
        ¿con qué empresa tiene que tratar<c>?
        ¿me indica el nombre de {la|su} empresa<c>?
        """,
    ),
    "school": frames(
        easy="""
        ¿en qué escuela {estudia|va a estudiar}<c>?
        ¿cómo se llama la escuela<c>?
        ¿en qué {escuela o universidad|universidad o escuela}<c>?
        ¿dónde {estudia|va a estudiar}: en qué escuela<c>?
        ¿me dice el nombre de la {escuela|universidad}<c>?
        ¿qué {escuela|universidad} es<c>?
        """,
        rich="""
        ¿podría decirme {el nombre de la escuela|en qué escuela estudia}<c>?
        ¿de qué {escuela|universidad} se trata<c>?
        ¿en qué universidad {estudia|va a estudiar}<c>?
        ¿me indica el nombre de la {escuela|universidad}<c>?
        """,
    ),
    "address": frames(
        easy="""
        ¿cuál es la dirección<c>?
        ¿en qué calle está<c>?
        ¿me da la dirección<c>?
        ¿me dice la {dirección|calle y el número}<c>?
        ¿tiene {usted |}la dirección<c>?
        ¿qué dirección es<c>?
        ¿dónde está exactamente, en qué calle<c>?
        """,
        rich="""
        ¿podría darme la dirección{ completa|}<c>?
        ¿me indica la dirección{ completa|}<c>?
        ¿sabe {usted |}la dirección{ exacta|}<c>?
        ¿cuál es la dirección {exacta|completa}<c>?
        """,
    ),
    "visa": frames(
        easy="""
        ¿tiene {usted |}<visa><c>?
        ¿{lleva|trae} {usted |}<visa><c>?
        ¿me muestra {la|su} visa<c>?
        ¿tiene <visa> para ese tiempo<c>?
        ¿hay una visa en el pasaporte<c>?
        ¿y tiene <visa><c>?
        """,
        rich="""
        ¿dispone {usted |}de <visa><c>?
        para ese tiempo hace falta <visa>. ¿tiene <visa><c>?
        ¿podría mostrarme la visa<c>?
        ¿con qué <visa> viaja{ usted|}<c>?
        """,
    ),
    "return_ticket": frames(
        easy="""
        ¿tiene {usted |}<boleto> de {regreso|vuelta}<c>?
        ¿{lleva|trae} el <boleto> de {regreso|vuelta}<c>?
        ¿me muestra el <boleto> de {regreso|vuelta}<c>?
        ¿ya tiene el <boleto> de {regreso|vuelta}<c>?
        ¿tiene {usted |}un vuelo de {regreso|vuelta}<c>?
        ¿y el <boleto> de {regreso|vuelta}?
        """,
        rich="""
        ¿podría mostrarme el <boleto> de {regreso|vuelta}<c>?
        ¿dispone {usted |}de <boleto> de {regreso|vuelta}<c>?
        ¿tiene ya reservado el <boleto> de {regreso|vuelta}<c>?
        ¿me permite ver el <boleto> de {regreso|vuelta}<c>?
        """,
    ),
    "": frames(
        easy="""
        ¿me dice algo más<c>?
        ¿puede decir más<c>?
        ¿qué más me dice<c>?
        ¿me da más información<c>?
        ¿y qué más<c>?
        necesito saber más<c>.
        """,
        rich="""
        ¿podría {decirme|contarme} algo más<c>?
        ¿me lo explica un poco más<c>?
        necesito algo más de información<c>.
        ¿podría explicarlo mejor<c>?
        """,
    ),
    "prescription": frames(
        easy="""
        ¿tiene {usted |}{la|una} receta{ médica|}<c>?
        ¿{trae|lleva} {usted |}{la|una} receta{ médica|}<c>?
        ¿me {muestra|enseña} la receta<c>?
        ¿dónde está la receta<c>?
        necesito {ver |}la receta{ del médico| médica|}<c>.
        muéstreme la receta{ del médico|}<c>.
        ¿tiene {usted |}la receta del médico<c>?
        deme la receta{ del médico|}<c>.
        ¿hay receta{ médica| del médico|}<c>?
        ¿y la receta{ médica| del médico|}<c>?
        """,
        rich="""
        ¿podría {mostrarme|enseñarme} la receta{ médica|}<c>?
        ¿dispone {usted |}de receta médica<c>?
        le pido que me muestre la receta{ médica|}<c>.
        ¿me permite ver la receta{ médica|}<c>?
        tengo que ver la receta{ médica|}<c>.
        """,
    ),
    "papers:pets": frames(
        easy="""
        ¿tiene {usted |}{los papeles|el certificado} del veterinario<c>?
        ¿{trae|lleva} {usted |}la cartilla de vacunas<c>?
        ¿me {muestra|enseña|da} {la cartilla de vacunas|el certificado veterinario}<c>?
        ¿dónde están los papeles del animal<c>?
        necesito {ver |}{la cartilla de vacunas|los papeles del animal}<c>.
        muéstreme {la cartilla de vacunas|los papeles del animal}<c>.
        deme {la cartilla de vacunas|el certificado veterinario}<c>.
        ¿tiene {usted |}{los papeles|los documentos} del animal<c>?
        ¿y {la cartilla de vacunas|los papeles del animal}<c>?
        """,
        rich="""
        ¿podría {mostrarme|enseñarme} {la cartilla de vacunas|el certificado veterinario}<c>?
        ¿dispone {usted |}de {certificado veterinario|cartilla de vacunas}<c>?
        le pido que me muestre {la cartilla de vacunas|los papeles del animal}<c>.
        ¿me permite ver {la cartilla de vacunas|el certificado veterinario}<c>?
        tengo que ver {los papeles del animal|el certificado veterinario}<c>.
        """,
    ),
    "papers": frames(
        easy="""
        ¿tiene {usted |}{los papeles|el certificado}<c>?
        ¿{trae|lleva} {usted |}{los papeles|el certificado}<c>?
        ¿me {muestra|enseña|da} {los papeles|el certificado}<c>?
        ¿dónde están los papeles<c>?
        necesito {ver |}los papeles<c>.
        muéstreme los papeles<c>.
        deme {los papeles|el certificado}<c>.
        ¿y los papeles<c>?
        """,
        rich="""
        ¿podría {mostrarme|enseñarme} {los papeles|el certificado}<c>?
        le pido que me muestre los papeles<c>.
        ¿me permite ver {los papeles|el certificado}<c>?
        tengo que ver {los papeles|el certificado}<c>.
        """,
    ),
    "invoice": frames(
        easy="""
        ¿tiene {usted |}la factura<c>?
        ¿{trae|lleva} {usted |}{la|una} factura<c>?
        ¿me {muestra|enseña|da} la factura<c>?
        ¿dónde está la factura<c>?
        necesito {ver |}la factura<c>.
        muéstreme la factura<c>.
        deme la factura<c>.
        ¿hay factura<c>?
        ¿y la factura<c>?
        ¿tiene una factura con el precio<c>?
        """,
        rich="""
        ¿podría {mostrarme|enseñarme} la factura<c>?
        ¿dispone {usted |}de factura<c>?
        le pido que me muestre la factura<c>.
        ¿me permite ver la factura<c>?
        tengo que ver la factura<c>.
        """,
    ),
    "declaration": frames(
        easy="""
        ¿tiene {usted |}{la declaración|el formulario}<c>?
        ¿{trae|lleva} {usted |}{la declaración|el formulario}<c>?
        ¿me {muestra|enseña|da} {la declaración|el formulario}<c>?
        ¿dónde está {la declaración|el formulario}<c>?
        necesito {ver |}{la declaración|el formulario}<c>.
        muéstreme {la declaración|el formulario}<c>.
        deme {la declaración|el formulario}<c>.
        ¿y {la declaración|el formulario}<c>?
        ¿tiene la declaración de aduana<c>?
        """,
        rich="""
        ¿podría {mostrarme|enseñarme} {la declaración|el formulario}<c>?
        ¿ha hecho {usted |}la declaración<c>?
        ¿ha llenado {usted |}el formulario<c>?
        le pido que me muestre {la declaración|el formulario}<c>.
        tengo que ver {la declaración|el formulario}<c>.
        """,
    ),
}
# After a bare "sí": what exactly? By topic, "" for the others.
YES_WHAT: dict[str, Frames] = {
    "goods": frames(
        easy="""
        ¿qué {lleva|trae} exactamente<c>?
        ¿y qué {lleva|trae}<c>?
        dígame qué {lleva|trae}<c>.
        ¿qué cosas {lleva|trae}<c>?
        ¿qué cosas son<c>?
        """
    ),
    "food": frames(
        easy="""
        ¿qué comida {lleva|trae|es}<c>?
        ¿qué alimentos {lleva|trae|son}<c>?
        dígame qué comida {lleva|trae}<c>.
        ¿y qué comida es<c>?
        """
    ),
    "medicines": frames(
        easy="""
        ¿qué medicinas {lleva|trae|son}<c>?
        ¿cómo se llaman las medicinas<c>?
        dígame qué medicinas {lleva|trae}<c>.
        ¿y qué medicinas son<c>?
        """
    ),
    "pets": frames(
        easy="""
        ¿qué animal {es|lleva|trae}<c>?
        dígame qué animal es<c>.
        ¿y qué animal es<c>?
        ¿qué animal viaja con usted<c>?
        """
    ),
    "samples": frames(
        easy="""
        ¿qué muestras {lleva|trae|son}<c>?
        ¿de qué son las muestras<c>?
        dígame qué muestras {lleva|trae}<c>.
        ¿y qué muestras son<c>?
        """
    ),
    "companions": frames(
        easy="""
        ¿con quién viaja<c>?
        ¿quién viaja con usted<c>?
        dígame con quién viaja<c>.
        ¿y con quién viene<c>?
        """
    ),
    "money": frames(
        easy="""
        ¿cuánto dinero {lleva|trae|es}<c>?
        ¿y cuánto dinero es<c>?
        dígame cuánto dinero {lleva|trae}<c>.
        ¿qué cantidad de dinero es<c>?
        """
    ),
    "onward": frames(
        easy="""
        ¿adónde va después<c>?
        ¿y adónde va<c>?
        ¿cuál es el destino<c>?
        dígame adónde va<c>.
        """
    ),
    "lodging": frames(
        easy="""
        ¿en qué hotel duerme<c>?
        ¿dónde duerme<c>?
        ¿y dónde se aloja<c>?
        dígame dónde se aloja<c>.
        """
    ),
    "": frames(
        easy="""
        ¿qué quiere decir<c>?
        ¿qué es exactamente<c>?
        dígame algo más<c>.
        ¿me dice algo más<c>?
        """
    ),
}
YES_LEAD = frames(
    easy="""
    sí, pero
    <ok>, pero
    bien, pero
    <ok>:
    sí, bien:
    entonces,
    <ok>. y
    necesito más:
    ah, sí:
    con un sí no basta:
    y dígame,
    no está claro:
    quiero saber más:
    ya veo:
    """
)
