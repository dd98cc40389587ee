"""The officer's questions about the person and the journey, and the words that lead into any question.

Data only: one wording family a line, ``{a|b}`` and ``<slots>`` as ``wording`` reads them. ``<c>`` is a courtesy;
``easy`` lines are A2, ``rich`` ones ask for B2. Everything is said to "usted"; nothing depends on anybody's gender.
"""

from __future__ import annotations

from garita.training.simulator.frames import Frames, frames

ASK_JOURNEY: dict[str, Frames] = {
    "passport": frames(
        easy="""
        {su|el} pasaporte, por favor.
        ¿me {da|deja|muestra} {su|el} pasaporte<c>?
        ¿me {enseña|deja ver|permite} {su|el} pasaporte<c>?
        ¿tiene {usted |}{su|el} pasaporte<c>?
        deme {su|el} pasaporte<c>.
        muéstreme {su|el} pasaporte<c>.
        enséñeme {su|el} pasaporte<c>.
        necesito {ver |}su pasaporte<c>.
        deme su documento de viaje: {su|el} pasaporte<c>.
        quiero ver {su|el} pasaporte<c>.
        ¿puedo ver {su|el} pasaporte<c>?
        ¿dónde está {su|el} pasaporte?
        pase y deme {su|el} pasaporte<c>.
        ¿trae {usted |}{su|el} pasaporte<c>?
        ponga {su|el} pasaporte <aqui><c>.
        ¿lleva {usted |}{su|el} pasaporte<c>?
        """,
        rich="""
        ¿{sería|es} tan amable de {mostrarme|darme|enseñarme} {su|el} pasaporte?
        ¿podría {mostrarme|darme|enseñarme} {su|el} pasaporte<c>?
        ¿me permite {ver|revisar} {su|el} pasaporte<c>?
        ¿tendría la amabilidad de {mostrarme|darme} {su|el} pasaporte?
        necesito {revisar|ver} su pasaporte antes de {seguir|empezar}<c>.
        {permítame|déjeme} {ver |revisar |}{su|el} pasaporte<c>.
        le agradecería que me {mostrara|enseñara|diera} {su|el} pasaporte.
        tengo que {revisar|ver} su pasaporte antes de que {pase|siga}<c>.
        le pido que me {muestre|enseñe|dé} {su|el} pasaporte<c>.
        ¿le importaría {mostrarme|darme|enseñarme} {su|el} pasaporte?
        quisiera {ver|revisar} {su|el} pasaporte<c>.
        ¿puede {mostrarme|darme|enseñarme} {su|el} pasaporte<c>?
        """,
    ),
    "name": frames(
        easy="""
        ¿cómo se llama{ usted|}<c>?
        ¿cuál es su nombre{ completo|}<c>?
        ¿su nombre{ completo|}<c>?
        ¿me dice su nombre{ completo|}<c>?
        ¿qué nombre pone en {el|su} pasaporte?
        ¿cuál es su nombre y {su apellido|apellido}<c>?
        ¿su nombre y {su apellido|apellido}<c>?
        dígame su nombre{ completo|}<c>.
        ¿me da su nombre{ completo|}<c>?
        ¿cuál es el nombre {del|de su} pasaporte?
        ¿qué nombre está en {el|su} pasaporte?
        necesito su nombre{ completo|}<c>.
        diga su nombre{ completo|}<c>.
        ¿me repite su nombre{ completo|}<c>?
        """,
        rich="""
        ¿podría decirme su nombre{ completo|}<c>?
        ¿podría decirme cómo se llama{ usted|}<c>?
        ¿a nombre de quién está {el|este} pasaporte?
        ¿me confirma su nombre completo{, tal como está en el pasaporte|}<c>?
        ¿sería tan amable de decirme su nombre{ completo|}?
        ¿me podría {dar|decir} su nombre y {sus apellidos|su apellido}<c>?
        necesito que me diga su nombre{ completo|}<c>.
        le agradecería que me dijera su nombre{ completo|}.
        quisiera saber cómo se llama{ usted|}<c>.
        ¿con qué nombre viaja{ usted|}<c>?
        ¿qué nombre y apellido figuran en {el|su} pasaporte?
        quiero confirmar su nombre: ¿cómo se llama{ usted|}?
        """,
    ),
    "origin": frames(
        easy="""
        ¿de dónde viene{ usted|}<c>?
        ¿de qué país viene{ usted|}<c>?
        ¿de dónde es{ usted|}<c>?
        ¿de qué ciudad viene{ usted|}<c>?
        ¿dónde {empieza|comienza} su viaje?
        ¿desde dónde viaja{ usted|}<c>?
        ¿cuál es su país<c>?
        ¿de qué {país|lugar} es{ usted|}<c>?
        ¿de qué ciudad {es|llega}{ usted|}<c>?
        ¿de dónde llega{ usted|}<c>?
        ¿desde qué {país|ciudad} viaja{ usted|}<c>?
        dígame de dónde viene{ usted|}<c>.
        ¿de qué lugar viene{ usted|}<c>?
        ¿en qué {país|ciudad} {empieza|comienza} su viaje?
        """,
        rich="""
        ¿cuál es su {lugar|país|ciudad} de procedencia<c>?
        ¿podría decirme de dónde {procede|viene}{ usted|}<c>?
        ¿desde qué {país|ciudad} <viajo>{ usted|} hoy?
        ¿en qué {país|ciudad} <empezo> su viaje?
        ¿de dónde procede{ usted|}<c>?
        ¿me podría indicar de qué {país|ciudad} {procede|viene}<c>?
        quisiera saber de dónde {procede|viene}{ usted|}<c>.
        ¿me {indica|confirma} su {país|lugar} de procedencia<c>?
        necesito que me diga de dónde {procede|viene}<c>.
        ¿desde dónde <viajo> {usted |}{hoy|hasta <aqui>}?
        ¿sería tan amable de decirme de dónde {viene|procede}?
        ¿en qué {país|ciudad} vive {usted |}{habitualmente|normalmente}, es decir, de dónde viene?
        """,
    ),
    "purpose": frames(
        easy="""
        ¿por qué viene{ usted|} a <country><c>?
        ¿cuál es el motivo de{ su|l} viaje<c>?
        ¿para qué viene{ usted|}{ a <country>|}<c>?
        ¿qué va a hacer {<aqui>|en <country>}<c>?
        ¿viene de vacaciones o por trabajo?
        ¿viene por turismo o por {negocios|trabajo}?
        ¿a qué viene{ usted|}{ a <country>|}<c>?
        ¿por qué viaja{ usted|} a <country><c>?
        ¿viene por turismo, {trabajo|estudios} o familia?
        ¿para qué viaja{ usted|}{ a <country>|}<c>?
        ¿cuál es el motivo de su visita<c>?
        dígame el motivo de su {viaje|visita}<c>.
        ¿es un viaje de {turismo|vacaciones} o de trabajo?
        ¿qué viene a hacer {<aqui>|a <country>}<c>?
        """,
        rich="""
        ¿podría {explicarme|indicarme} el motivo de su {viaje|visita|estancia}<c>?
        ¿qué le trae {por <aqui>|a <country>}<c>?
        ¿cuál es el propósito de su {viaje|visita}{ a <country>|}<c>?
        ¿me podría decir para qué {viaja|viene} a <country><c>?
        ¿con qué motivo {viaja|viene} {usted |}a <country>?
        quisiera saber el motivo de su {viaje|visita|estancia}<c>.
        ¿sería tan amable de explicarme el motivo de su {viaje|visita}?
        ¿qué piensa hacer {usted |}durante su {estancia|visita}{ en <country>|}?
        necesito que me {explique|indique} el motivo de su {viaje|visita}<c>.
        ¿cuál diría usted que es el motivo de su {viaje|visita}?
        ¿viaja por turismo, por negocios o {por otro motivo|para ver a su familia}?
        ¿qué tiene pensado hacer {usted |}{<aqui>|en <country>}?
        """,
    ),
    "stay": frames(
        easy="""
        ¿cuánto tiempo se queda{ usted|}{ en <country>|}<c>?
        ¿cuánto tiempo va a {estar|quedarse}{ <aqui>| en <country>}<c>?
        ¿cuántos días se queda{ usted|}<c>?
        ¿cuántos días va a {estar|quedarse} <aqui><c>?
        ¿hasta cuándo se queda{ usted|}<c>?
        ¿cuántos días {son|dura su viaje}<c>?
        ¿cuánto tiempo está {usted |}en <country><c>?
        ¿hasta qué día se queda{ usted|}<c>?
        ¿cuántos días o semanas se queda{ usted|}<c>?
        ¿cuánto {dura|va a durar} su {viaje|visita}<c>?
        ¿hasta cuándo va a {estar|quedarse} <aqui><c>?
        dígame cuánto tiempo se queda<c>.
        ¿cuántas semanas o cuántos días se queda<c>?
        ¿por cuánto tiempo viene{ usted|}<c>?
        """,
        rich="""
        ¿cuánto tiempo {piensa|tiene previsto|tiene pensado} quedarse{ en <country>|}<c>?
        ¿cuál {será|es} la duración de su {estancia|visita|viaje}<c>?
        ¿hasta cuándo {piensa|tiene previsto} quedarse{ en <country>|}<c>?
        ¿podría decirme cuánto tiempo {va a quedarse|se queda}<c>?
        ¿cuántos días {piensa|tiene previsto} {quedarse|pasar} {<aqui>|en <country>}<c>?
        ¿me podría indicar la duración de su {estancia|visita|viaje}<c>?
        ¿qué duración {tiene|tendrá} su {estancia|visita|viaje}<c>?
        quisiera saber cuánto tiempo {piensa|va a} quedarse<c>.
        necesito que me diga hasta cuándo {piensa|va a} quedarse<c>.
        ¿cuánto tiempo {durará|va a durar} su {estancia|visita|viaje}<c>?
        ¿por cuánto tiempo {tiene previsto|piensa} estar {<aqui>|en <country>}?
        ¿sería tan amable de decirme cuánto tiempo {se queda|piensa quedarse}?
        """,
    ),
    "lodging": frames(
        easy="""
        ¿dónde va a {dormir|alojarse|quedarse}<c>?
        ¿dónde se aloja{ usted|}<c>?
        ¿dónde se queda{ usted|}{ a dormir|}<c>?
        ¿tiene {usted |}{un hotel|hotel|alojamiento}<c>?
        ¿en qué hotel {se queda|va a dormir}{ usted|}<c>?
        ¿cuál es su {alojamiento|hotel}<c>?
        ¿dónde duerme{ usted|}<c>?
        ¿se queda en un hotel o en {una casa|casa de alguien}?
        ¿en qué lugar se {aloja|queda}{ usted|}<c>?
        ¿dónde pasa la noche{ usted|}<c>?
        ¿a qué hotel va{ usted|}<c>?
        dígame dónde va a {dormir|alojarse}<c>.
        ¿va a {un hotel|un hotel o a una casa}<c>?
        ¿duerme en un hotel o en {una casa|casa de alguien}?
        """,
        rich="""
        ¿podría {indicarme|decirme} dónde {va a alojarse|se va a alojar}<c>?
        ¿dónde {tiene previsto|piensa} {alojarse|hospedarse}{ durante su estancia|}<c>?
        ¿en qué lugar {va a alojarse|va a hospedarse|piensa alojarse}<c>?
        ¿me podría {dar|indicar} {su alojamiento|el nombre de su hotel}<c>?
        ¿dónde se {hospedará|alojará}{ durante su estancia|}<c>?
        quisiera saber dónde {se aloja|va a alojarse}<c>.
        ¿qué alojamiento tiene {reservado|previsto}<c>?
        necesito que me {indique|diga} dónde {se aloja|va a alojarse}<c>.
        ¿ya tiene alojamiento{ en <country>| reservado|}<c>?
        ¿sería tan amable de decirme dónde {se aloja|se hospeda|va a alojarse}?
        ¿dónde {va a pasar|piensa pasar} las noches<c>?
        ¿tiene {usted |}{un hotel reservado|reservado algún hotel}<c>?
        """,
    ),
    "profession": frames(
        easy="""
        ¿cuál es su {profesión|trabajo}<c>?
        ¿en qué trabaja{ usted|}<c>?
        ¿a qué se dedica{ usted|}<c>?
        ¿qué trabajo tiene{ usted|}<c>?
        ¿qué profesión tiene{ usted|}<c>?
        ¿su profesión<c>?
        ¿me dice su {profesión|trabajo}<c>?
        dígame su {profesión|trabajo}<c>.
        ¿trabaja o estudia{ usted|}?
        ¿qué profesión o trabajo tiene<c>?
        ¿en qué trabaja {en su país|ahora}<c>?
        ¿cuál es su trabajo en su país<c>?
        ¿a qué se dedica {en su país|ahora}<c>?
        ¿qué hace {usted |}en su trabajo<c>?
        """,
        rich="""
        ¿podría decirme a qué se dedica{ usted|}<c>?
        ¿cuál es su {ocupación|profesión} actual<c>?
        ¿a qué se dedica {usted |}en este momento<c>?
        ¿me podría indicar su {profesión|ocupación}<c>?
        quisiera saber a qué se dedica{ usted|}<c>.
        ¿cuál es su {ocupación|profesión} en su país<c>?
        ¿sería tan amable de decirme {su profesión|a qué se dedica}?
        necesito que me diga {su profesión|a qué se dedica}<c>.
        ¿en qué trabaja {usted |}{actualmente|en este momento}<c>?
        ¿me {confirma|indica} su {profesión|ocupación}<c>?
        ¿qué profesión {ejerce|tiene} {usted |}{actualmente|en su país}<c>?
        ¿de qué trabaja {usted |}{actualmente|en su país}<c>?
        """,
    ),
    "companions": frames(
        easy="""
        ¿viaja {usted |}con alguien<c>?
        ¿con quién viaja{ usted|}<c>?
        ¿quién viaja con usted<c>?
        ¿viene alguien con usted<c>?
        ¿viaja {usted |}con {su familia|amigos} o sin nadie?
        ¿viaja {usted |}con otras personas<c>?
        ¿con quién viene{ usted|}<c>?
        ¿viene {usted |}con alguien<c>?
        ¿quién viene con usted<c>?
        ¿hay alguien con usted{ en el viaje|}<c>?
        ¿cuántas personas viajan con usted<c>?
        ¿viaja con {amigos|otra persona} o con su familia?
        ¿viaja alguien {más |}con usted<c>?
        dígame con quién viaja<c>.
        """,
        rich="""
        ¿viaja usted en compañía de alguien<c>?
        ¿le acompaña alguien{ en este viaje|}<c>?
        ¿hay otras personas que viajen con usted<c>?
        ¿podría decirme {con quién viaja|si viaja con alguien}<c>?
        ¿quién le acompaña{ en este viaje|}<c>?
        quisiera saber si {viaja con alguien|alguien viaja con usted}<c>.
        ¿me podría indicar {quién le acompaña|con quién viaja}<c>?
        ¿viene {usted |}en compañía de {alguien|otras personas|su familia}<c>?
        ¿hay alguien que le acompañe{ en este viaje|}<c>?
        necesito que me diga {con quién viaja|quién le acompaña}<c>.
        ¿me confirma {con quién viaja|si le acompaña alguien}<c>?
        ¿sería tan amable de decirme con quién {viaja|viene}?
        """,
    ),
    "onward": frames(
        easy="""
        ¿adónde va después<c>?
        ¿cuál es su {siguiente|próximo} destino<c>?
        ¿adónde {viaja|va} {usted |}{después|luego}<c>?
        ¿adónde sigue su viaje<c>?
        ¿a qué país va {después|luego}<c>?
        ¿tiene {usted |}<boleto> de regreso<c>?
        ¿qué país es el siguiente<c>?
        ¿a qué {ciudad|lugar} va {después|luego}<c>?
        ¿cuál es su destino<c>?
        ¿cuál es el siguiente país<c>?
        ¿tiene un vuelo de regreso<c>?
        ¿y adónde va {usted |}desde <aqui><c>?
        ¿adónde va {usted |}al final del viaje<c>?
        dígame adónde va después<c>.
        """,
        rich="""
        ¿cuál es su destino final<c>?
        ¿hacia dónde {continúa|sigue} su viaje<c>?
        ¿podría decirme adónde {continúa|sigue} su viaje<c>?
        ¿adónde {continúa|sigue} {usted |}después de <country><c>?
        ¿me podría indicar su {próximo|siguiente} destino<c>?
        ¿adónde {piensa|tiene previsto} {ir|viajar} {después|luego}<c>?
        quisiera saber adónde {va|viaja|sigue} después<c>.
        ¿tiene ya un <boleto> de {regreso|salida}<c>?
        ¿qué destino tiene {después de <country>|su viaje después}<c>?
        necesito que me diga adónde {va|viaja|sigue} después<c>.
        ¿cuál será su {próximo|siguiente} destino<c>?
        ¿sería tan amable de decirme adónde {va|viaja|sigue} después?
        """,
    ),
}
