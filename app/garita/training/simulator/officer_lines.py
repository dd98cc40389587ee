"""The officer's sentences as patterns: questions, acknowledgements, explanations, verdicts, farewells.

Data only. ``<x>`` is what was heard. Everything is said to "usted"; nothing depends on the traveller's gender.
"""

from __future__ import annotations

OKAY = {
    "kind": "{muy bien|perfecto|qué bien|estupendo|de acuerdo|entiendo|excelente|gracias}",
    "neutral": "{de acuerdo|bien|muy bien|entendido|correcto|gracias|perfecto|comprendo}",
    "stern": "{bien|entendido|anotado|de acuerdo|ya veo|tomo nota|correcto}",
    "hurried": "{bien|listo|ya|de acuerdo|entendido|bueno}",
}
REGIONAL_OKAY = {
    "ES": "{vale|estupendo|muy bien}", "MX": "{muy bien|perfecto|está bien}", "CO": "{listo|perfecto|muy bien}",
    "AR": "{bárbaro|perfecto|está bien}", "UY": "{bárbaro|perfecto|está bien}", "CL": "{ya|perfecto|muy bien}",
    "PE": "{ya|correcto|muy bien}", "CR": "{perfecto|está bien|muy bien}", "DO": "{perfecto|está bien|bien}",
}  # fmt: skip

GREETING = {
    "kind": "{<day>|hola, <day>|muy <day>}{. Le doy la bienvenida a <country>|. Pase, por favor|"
    ". Adelante, por favor|"
    ", adelante|. Espero que el viaje haya ido bien|}. ",
    "neutral": "{<day>|<day>|hola, <day>}{. Control de aduana|. Adelante|. "
    "Pase, por favor|. Le doy la bienvenida a <country>|}. ",
    "stern": "{<day>}{. Control de aduana|. Acérquese|. Acérquese a la ventanilla|. Deje el equipaje en el suelo|}. ",
    "hurried": "{buenas|<day>|<day>|hola|siguiente}{. Adelante|. Rápido, por favor|. Hay mucha gente|}. ",
}

LEAD = {
    "kind": "{|||dígame, |a ver, |por favor, |ahora dígame, |y dígame, |cuénteme, |si es tan amable, }",
    "neutral": "{||||dígame, |a ver, |ahora, |por favor, |entonces, }",
    "stern": "{|||dígame, |responda, por favor: |ahora, |necesito saberlo: |contésteme: }",
    "hurried": "{|||rápido, |a ver, |siguiente pregunta: }",
}

# topic -> (short wordings, long wordings); long ones belong to the higher levels.
ASK = {
    "passport": (
        "{{su|el} pasaporte, por favor.|¿me {da|enseña|muestra|deja ver|permite} {su|el} pasaporte{, por favor|}?|"
        "¿tiene {su|el} pasaporte?|{deme|enséñeme|muéstreme} {su|el} pasaporte{, por favor|}.|necesito {ver |"
        "}su pasaporte.}",
        "{¿sería tan amable de {mostrarme|entregarme|enseñarme} su pasaporte?|¿podría {mostrarme|entregarme|"
        "enseñarme} "
        "{su|el} pasaporte{, por favor|}?|necesito {comprobar|revisar|ver} su pasaporte antes de {seguir|continuar}.|"
        "permítame {su|el} pasaporte{, por favor|}.}",
    ),
    "name": (
        "{¿cómo se llama{ usted|}?|¿cuál es su nombre{ completo|}?|¿su nombre{ completo|}, por favor?|"
        "¿me dice su nombre{ completo|}{, por favor|}?|¿qué nombre pone en {el|su} pasaporte?}",
        "{¿podría decirme su nombre {completo|y sus apellidos}?|¿a nombre de quién está {el|este} pasaporte?|"
        "¿me confirma su nombre {completo|tal como figura en el pasaporte}?}",
    ),
    "origin": (
        "{¿de dónde viene{ usted|}?|¿de qué país viene{ usted|}?|¿de dónde es{ usted|}?|"
        "¿de qué ciudad viene{ usted|}?|"
        "¿dónde empezó su viaje?|¿desde dónde viaja{ usted|}?}",
        "{¿cuál es su {lugar|país|ciudad} de procedencia?|¿podría decirme de dónde {procede|viene}?|"
        "¿desde qué {país|ciudad} ha viajado{ usted|} hoy?|¿en qué {país|ciudad} ha comenzado su viaje?}",
    ),
    "purpose": (
        "{¿por qué viene a <country>?|¿cuál es el motivo de{ su|l} viaje?|¿para qué viene{ usted| a <country>|}?|"
        "¿qué va a hacer {aquí|en <country>}?|¿viene de vacaciones o por trabajo?|"
        "¿viene por turismo o por {negocios|trabajo}?}",
        "{¿podría {explicarme|indicarme} el motivo de su {viaje|visita|estancia}?|¿qué le trae {por aquí|"
        "a <country>}?|"
        "¿cuál es el {propósito|objeto|motivo} de su {viaje|visita}{ a <country>|}?}",
    ),
    "stay": (
        "{¿cuánto tiempo {se queda|va a estar aquí|va a quedarse}{ en <country>|}?|¿cuántos días {se queda|"
        "va a estar aquí}?|"
        "¿hasta cuándo se queda?|¿cuánto tiempo va a estar en <country>?|¿cuántos días {son|"
        "va a estar en <country>}?}",
        "{¿cuánto tiempo {piensa|tiene previsto|tiene pensado} {permanecer|quedarse} en <country>?|"
        "¿cuál será la duración de su {estancia|visita|viaje}?|¿hasta cuándo {piensa|tiene previsto} {quedarse|"
        "permanecer} en <country>?}",
    ),
    "lodging": (
        "{¿dónde va a {dormir|alojarse|quedarse}?|¿dónde se {aloja|queda|hospeda}{ usted|}?|¿tiene {un hotel|"
        "alojamiento}?|"
        "¿en qué hotel {se queda|va a dormir}?|¿cuál es su alojamiento?}",
        "{¿podría {indicarme|decirme} dónde se va a {alojar|hospedar}?|¿dónde tiene previsto {alojarse|hospedarse}"
        "{ durante su estancia|}?|¿en qué lugar va a {alojarse|hospedarse|pasar la noche}?}",
    ),
    "profession": (
        "{¿cuál es su {profesión|trabajo}?|¿en qué trabaja{ usted|}?|¿a qué se dedica{ usted|}?|"
        "¿qué trabajo tiene{ usted|}?}",
        "{¿podría decirme a qué se dedica?|¿cuál es su {ocupación|profesión} {actual|en este momento}?|"
        "¿a qué se dedica {profesionalmente|en su país}?}",
    ),
    "companions": (
        "{¿viaja {solo o con alguien|con alguien|con otras personas|acompañado o sin compañía}?|"
        "¿con quién viaja{ usted|}?|"
        "¿quién viaja con usted?|¿viene alguien con usted?}",
        "{¿viaja usted {en compañía de alguien|con otras personas|con algún acompañante}?|"
        "¿le acompaña alguien en este viaje?|¿hay otras personas que viajen con usted?}",
    ),
    "goods": (
        "{¿qué {lleva|trae} en {la maleta|el equipaje|su equipaje|su maleta}?|¿tiene algo que declarar?|"
        "¿qué hay en su {maleta|equipaje}?|"
        "¿{lleva|trae} {alcohol, tabaco o regalos|alcohol o tabaco}?|¿qué cosas {lleva|trae}{ usted|}?}",
        "{¿{lleva|trae} {usted |}{algún artículo|alguna mercancía} que deba declarar?|"
        "¿podría decirme qué {lleva|trae} en el equipaje?|"
        "¿me puede describir el contenido de su {equipaje|maleta}?|"
        "¿trae bebidas alcohólicas, tabaco o regalos de valor?}",
    ),
    "food": (
        "{¿{lleva|trae} {comida|alimentos|algo de comer}{ en la maleta|}?|¿tiene {comida|"
        "alimentos} en {la maleta|el equipaje}?|"
        "¿{lleva|trae} carne, queso o fruta?|¿qué comida {lleva|trae}?}",
        "{¿{lleva|trae} {usted |}{algún alimento|productos de origen animal o vegetal|alimentos} en el equipaje?|"
        "¿hay {comida|alimentos|productos frescos} entre sus pertenencias?}",
    ),
    "medicines": (
        "{¿{lleva|trae} {medicinas|medicamentos}{ en la maleta|}?|¿toma {usted |}alguna medicina?|"
        "¿qué medicinas {lleva|trae}?}",
        "{¿{lleva|trae} {usted |}{algún medicamento|medicamentos} {para uso personal|en el equipaje}?|"
        "¿viaja con {algún tratamiento médico|medicamentos}?}",
    ),
    "pets": (
        "{¿viaja con {animales|algún animal|una mascota}?|¿{lleva|trae} {algún animal|una mascota|animales}?|"
        "¿tiene {una mascota|algún animal} con usted?}",
        "{¿viaja {usted |}con {algún animal de compañía|alguna mascota}?|¿{trae|lleva} consigo {algún animal|"
        "alguna mascota}?}",
    ),
    "samples": (
        "{¿{lleva|trae} muestras{ comerciales| de sus productos| para clientes|}?|¿qué muestras {lleva|trae}?|"
        "¿{lleva|trae} productos para {vender|su empresa}?}",
        "{¿{trae|lleva} {usted |}{muestras comerciales|mercancía comercial|"
        "muestras sin valor comercial}{ en el equipaje|}?|"
        "¿podría decirme qué muestras {lleva|trae}?}",
    ),
    "money": (
        "{¿cuánto dinero {lleva|trae}{ en efectivo|}?|¿{lleva|trae} {mucho |}dinero en efectivo?|"
        "¿cuánto efectivo {lleva|trae}?|"
        "¿con cuánto dinero viaja{ usted|}?}",
        "{¿qué cantidad de {dinero|efectivo} {lleva|trae}{ usted| consigo|}?|¿podría decirme cuánto {efectivo|"
        "dinero en efectivo} {lleva|trae}?|"
        "¿de cuánto dinero dispone para su {viaje|estancia}?}",
    ),
    "onward": (
        "{¿adónde va después?|¿cuál es su {siguiente|próximo} destino?|¿adónde {viaja|va} {después|luego}?|"
        "¿adónde sigue su viaje?}",
        "{¿cuál es su {destino final|siguiente destino}?|¿hacia dónde continúa su viaje?|"
        "¿podría decirme adónde {continúa|sigue} su viaje?}",
    ),
}  # fmt: skip

# A second try after "no entiendo": the plainest words.
SIMPLER = {
    "passport": "{su pasaporte, por favor. El documento.|el pasaporte, por favor. El documento con su foto.}",
    "name": "¿{su nombre|cómo se llama}{, por favor|}?",
    "origin": "{¿de qué país viene?|¿de qué país o ciudad?|¿su país?}",
    "purpose": "¿{turismo, trabajo o estudios|vacaciones, trabajo o familia|viene por turismo o por trabajo}?",
    "stay": "¿{cuántos días|cuántos días o semanas|cuántos días aquí}?",
    "lodging": "¿{dónde duerme|hotel, casa o apartamento|dónde va a dormir}?",
    "profession": "¿{cuál es su trabajo|en qué trabaja|qué trabajo tiene}?",
    "companions": "¿{viaja con amigos o familia|quién viaja con usted|viene con alguien}?",
    "goods": "¿{qué hay en la maleta|qué cosas lleva|qué lleva en la maleta}?",
    "food": "¿{tiene comida|lleva comida: carne, queso, fruta}?",
    "medicines": "¿{tiene medicinas|lleva pastillas o medicinas}?",
    "pets": "¿{tiene un animal|lleva un perro o un gato|viaja con un animal}?",
    "samples": "¿{lleva productos de su empresa|tiene muestras}?",
    "money": "¿{cuánto dinero tiene|cuánto dinero lleva|cuánto dinero}?",
    "onward": "¿{adónde va después|qué país es el siguiente|adónde va luego}?",
}

# topic or topic:kind -> frames for what was heard
HEARD = {
    "passport": "{gracias.|muchas gracias.|<ok>, gracias.|gracias, lo reviso.|gracias por el pasaporte.|<ok>.}",
    "name": "{gracias, <x>.|<ok>, <x>.|<x>, <ok>.|<x>, gracias.|mucho gusto, <x>.|es un placer, <x>.|<x>. <ok>.}",
    "origin": "{de <x>, <ok>.|viene de <x>, <ok>.|<ok>, de <x>.|<x>, <ok>.|<ok>. Viene de <x>.|así que viene de <x>.}",
    "origin:demonym": "{<x>, <ok>.|<ok>, <x>.|nacionalidad: <x>. <ok>.}",
    "purpose": "{por <x>, <ok>.|<ok>, por <x>.|viene por <x>, <ok>.|<x>, <ok>.|<ok>. Viaja por <x>.|"
    "entonces, <x>. <ok>.}",
    "purpose:verb": "{a <x>, <ok>.|viene a <x>, <ok>.|<ok>, a <x>.|para <x>, <ok>.|<x>, <ok>.|entonces viene a <x>.}",
    "stay": "{<x>, <ok>.|<ok>, <x>.|se queda <x>, <ok>.|<ok>. Se queda <x>.|<x>. <ok>.|entonces, <x>.}",
    "stay:until": "{<x>, <ok>.|<ok>, <x>.|se queda <x>, <ok>.}",
    "lodging": "{<x>, <ok>.|<ok>, <x>.|se queda <x>, <ok>.|se aloja <x>. <ok>.|<x>. <ok>.|así que <x>.}",
    "profession": "{<x>, <ok>.|<ok>, <x>.|profesión: <x>. <ok>.|es usted <x>, <ok>.|así que <x>.}",
    "companions": "{<x>, <ok>.|<ok>, <x>.|viaja <x>, <ok>.|así que <x>.}",
    "companions:alone": "{<x>, <ok>.|<ok>, <x>.|así que <x>.}",
    "companions:sentence": "{<x>, <ok>.|<ok>, <x>.|así que <x>.}",
    "goods": "{<x>, <ok>.|<ok>, <x>.|lleva <x>. <ok>.|así que <x>. <ok>.|<x>. <ok>.}",
    "food": "{<x>, <ok>.|<ok>, <x>.|lleva <x>. <ok>.|<x>. <ok>.}",
    "medicines": "{<x>, <ok>.|<ok>, <x>.|lleva <x>. <ok>.}",
    "pets": "{<x>, <ok>.|<ok>, <x>.|viaja con <x>. <ok>.}",
    "samples": "{<x>, <ok>.|<ok>, <x>.|lleva <x>. <ok>.}",
    "money": "{<x>, <ok>.|<ok>, <x>.|lleva <x>. <ok>.|son <x>, <ok>.|<x> en efectivo, <ok>.}",
    "onward": "{<x>, <ok>.|<ok>, <x>.|después, <x>. <ok>.}",
    "onward:sentence": "{<x>, <ok>.|<ok>, <x>.}",
}
NOTHING = {
    "goods": "{nada que declarar, <ok>.|<ok>, nada que declarar.|entonces, nada. <ok>.}",
    "food": "{sin comida, <ok>.|<ok>, nada de comida.|nada de comida, <ok>.|no lleva comida. <ok>.}",
    "medicines": "{sin medicinas, <ok>.|<ok>, nada de medicinas.|no lleva medicinas. <ok>.}",
    "pets": "{sin animales, <ok>.|<ok>, ningún animal.|no lleva animales. <ok>.}",
    "samples": "{sin muestras, <ok>.|<ok>, ninguna muestra.|no lleva muestras. <ok>.}",
}
BARE = "{<ok>.|<ok>.|gracias.|<ok>, gracias.}"

# matter -> what the officer says and asks; <limit> comes from the scenario's rules
FOLLOW = {
    "alcohol": "{<x> es demasiado.|<x>: supera el límite.|con <x> pasa del límite.} "
    "{el límite es <limit> de alcohol.|el máximo es de <limit> de alcohol.|puede llevar <limit> de alcohol.} "
    "{¿lo ha declarado?|¿lo quiere declarar?|¿va a declararlo?|tiene que declararlo. ¿De acuerdo?}",
    "tobacco": "{<x> es demasiado.|<x>: supera el límite.|con <x> pasa del límite.} "
    "{el límite es de <limit>.|puede llevar <limit>.|el máximo es de <limit>.} "
    "{¿lo ha declarado?|¿lo quiere declarar?|¿va a declararlo?|tiene que declararlo. ¿De acuerdo?}",
    "gift": "{<x>: supera el límite.|<x>: cuesta demasiado.|<x> vale más de lo permitido.} "
    "{el límite es de <limit> en regalos.|los regalos pueden valer <limit>.|el máximo en regalos es de <limit>.} "
    "{¿lo ha declarado?|¿tiene la factura?|¿lo quiere declarar?|tiene que declararlo. ¿De acuerdo?}",
    "cash": "{con <x> supera el límite.|<x> es más de lo permitido.|con <x> pasa del límite.|"
    "son <x>: es mucho dinero.} "
    "{el límite es de <limit>.|puede llevar <limit> sin declarar.|el máximo sin declarar es de <limit>.} "
    "{¿lo ha declarado?|¿tiene la declaración?|¿ha hecho la declaración?|¿declaró el dinero?}",
    "food": "{lo siento, |perdone, |}{no puede entrar con <x>.|con <x> no puede pasar.|no se permite pasar con <x>.} "
    "{¿lo deja aquí?|tiene que dejarlo aquí. ¿De acuerdo?|debe dejarlo aquí. ¿Lo entiende?|¿lo sabía?}",
    "medicine": "{lleva <x>.|<x>, bien.|<x>, entiendo.|bien, <x>.|usted lleva <x>.} {¿tiene {la |"
    "}receta{ del médico| médica|}?|"
    "¿{trae|lleva} {la|una} receta?|¿es para usted? ¿Tiene receta?}",
    "pet": "{<x>, {bien|entiendo}.|viaja con <x>.|bien, <x>.|trae <x>, entiendo.} {¿tiene {el certificado|"
    "los papeles|"
    "el documento} del veterinario?|"
    "¿tiene las vacunas al día?|¿trae {el certificado veterinario|la cartilla de vacunas}?}",
    "sample": "{<x>, entiendo.|<x>, bien.|lleva <x>.|bien, <x>.|trae <x>, entiendo.} {¿tiene {la |}factura?|"
    "¿trae la lista de las muestras?|"
    "¿son para vender?|"
    "¿son muestras sin valor comercial?}",
    "what_is": "{¿qué es <x>?|dígame, ¿qué es <x>?|¿y qué es <x>?|<x>. ¿Qué es eso?|¿qué significa <x>?|"
    "perdone, ¿qué es <x>?|<x>, no lo conozco. ¿Qué es?|"
    "no conozco esa palabra: <x>. ¿Qué es?}",
    "declare": "{<x>: eso hay que declararlo.|hay que declarar <x>.|tiene que declarar <x>.|"
    "<x>. Eso se declara.|con <x> hay que hacer una declaración.} "
    "{¿lo ha declarado?|¿tiene la declaración?|¿lo quiere declarar?}",
}  # fmt: skip
FOLLOW_YES = {
    "declare": "{<ok>. Deme el formulario, gracias.|<ok>, lo veo en el formulario.|<ok>, queda declarado.}",
    "food": "{<ok>, déjelo en la mesa.|gracias por entenderlo.|<ok>, lo dejamos aquí.}",
    "medicine": "{<ok>, con receta no hay problema.|<ok>, la receta está en orden.|gracias, la receta está bien.}",
    "pet": "{<ok>, los papeles están en orden.|gracias, el certificado está bien.|<ok>, todo en regla.}",
    "sample": "{<ok>, los papeles están en orden.|gracias, está todo en la lista.|<ok>, no hay problema.}",
    "what_is": "{<ok>, <x>.|ah, <x>. <ok>.|<x>, ya entiendo.|gracias, <x>. <ok>.}",
}
FOLLOW_NO = {
    "declare": "{entonces tiene que declararlo ahora.|hay que declararlo ahora mismo.|sin declaración hay que pagar.|"
    "entonces rellenamos el formulario.}",
    "food": "{lo siento, es la norma.|lo siento, pero se queda aquí.|es la ley. Se queda aquí.}",
    "medicine": "{sin receta tenemos que revisarlo.|sin receta hay que hablar con el médico del control.|"
    "entonces lo revisamos después.}",
    "pet": "{sin papeles tenemos que llamar al veterinario.|entonces el animal pasa a revisión.|"
    "sin certificado hay que esperar al veterinario.}",
    "sample": "{sin papeles tenemos que revisarlo.|entonces lo revisamos después.|sin factura hay que revisarlo.}",
}

# --- when the conversation leaves the road -----------------------------------------------------------------------

REPEAT = "{claro, repito|se lo repito|repito|por supuesto, repito|con gusto, repito|sí, claro|otra vez}{:|.} "
SLOWER = "{claro, más despacio|por supuesto, despacio|sí, más despacio|con calma|perdone, más despacio}{:|.} "
NOT_UNDERSTOOD = "{no pasa nada|se lo digo más fácil|con otras palabras|con calma, no hay prisa|más fácil}{:|.} "
SPANISH_PLEASE = (
    "{en español, por favor.|hable en español, por favor.|aquí hablamos español.|"
    "por favor, en español.|"
    "solo hablo español.|inténtelo en español, por favor.|lo siento, solo español.|¿lo puede decir en español?} "
)
DONT_KNOW = (
    "{¿no lo sabe?|piénselo un momento.|más o menos.|tiene que saberlo.|algo sabrá.|"
    "necesito una respuesta.|"
    "no hay prisa, piénselo.} "
)
MOVE_ON = (
    "{bien, seguimos.|lo dejamos por ahora.|entonces seguimos.|de acuerdo, pasamos a otra cosa.|lo vemos después.} "
)
FIRST_THIS = "{pero antes, |y ahora, |todavía falta algo: |pero primero, |aún necesito algo: |bien, pero }"
HOW_ARE_YOU = (
    "{muy bien, gracias.|bien, gracias.|todo bien, gracias.|muy bien, gracias por preguntar.|"
    "aquí, trabajando. Gracias.|"
    "bien, gracias. ¿Y usted? Bueno, empecemos.} "
)
RETURN_GREETING = "{<day>.|<day>.|hola.|hola, <day>.} "
PARDON = (
    "{perdone, no le entiendo.|no le entiendo.|¿cómo dice? |perdón, no le he entendido bien.|"
    "repita, por favor.|hable claro, por favor.} "
)
WELCOME = "{de nada.|con gusto.|gracias a usted.|de nada, seguimos.} "
NOT_YET = (
    "{todavía no.|aún no hemos terminado.|un momento, todavía no.|espere, faltan preguntas.|todavía no puede pasar.} "
)
# after a bare "sí": what exactly?
DETAIL = {
    "goods": "{¿qué {lleva|trae} exactamente?|¿y qué es?|dígame qué {lleva|trae}.|¿qué cosas?}",
    "food": "{¿qué comida?|¿qué {lleva|trae} exactamente?|¿cuál?|dígame qué comida.}",
    "medicines": "{¿cuáles?|¿qué medicinas {lleva|trae}?|¿cómo se llaman?|dígame cuáles.}",
    "pets": "{¿qué animal?|¿qué animal {lleva|trae}?|¿cuál?|dígame qué animal es.}",
    "samples": "{¿qué muestras?|¿muestras de qué?|¿qué productos?|dígame qué {lleva|trae}.}",
    "companions": "{¿con quién?|¿con quién viaja?|¿quién viene con usted?|dígame con quién.}",
}
HINT_STEMS = {
    "money": ("billetes", "dinero", "efectivo"),
    "goods": ("escáner", "equipaje", "cajas"),
    "origin": ("vuelo de", "viene de"),
    "onward": ("vuelo a", "boleto de salida"), "food": ("carne", "comida", "fruta", "alimento", "queso"),
    "pets": ("perr", "animal", "mascota"), "medicines": ("medic", "receta", "insulina"),
    "samples": ("feria", "muestra"),
    "lodging": ("hotel",),
}  # fmt: skip
YES_WHAT = "{sí, ¿pero qué?|bien, pero necesito más.|¿sí? Dígame más.|explíquelo, por favor.|no me queda claro.} "

# --- the end -----------------------------------------------------------------------------------------------------

VERDICT = {
    "admit": "{todo está en orden|está todo bien|todo en regla|no hay ningún problema|todo correcto|"
    "hemos terminado: todo bien}"
    "{. Puede pasar|. Puede entrar|, puede pasar|, puede seguir|. Adelante, puede pasar}{<bye_place>|}.",
    "pay": "{puede pasar, pero debe pagar|tiene que pagar|debe pagar|hay que pagar} {el impuesto|la tasa|"
    "los derechos de aduana} por <x>"
    "{. La caja está a la derecha|. Pague en la ventanilla dos|. Pague en la caja, por favor|. Después puede pasar}.",
    "seize": "{no puede llevarse <x>. Lo demás está en orden: puede pasar|"
    "<x>: eso se queda en la aduana. Puede pasar|puede pasar, pero tiene que dejar aquí <x>|"
    "deje aquí <x>. Después puede pasar|"
    "nos quedamos con <x>. Lo demás está bien: puede pasar}.",
    "inspect": "{pase a la segunda revisión|tiene que pasar a la segunda revisión|vamos a hacer una segunda revisión|"
    "le toca una segunda revisión}{ por| a causa de} <x>{. Es la puerta de la izquierda|"
    ". Mi compañera le espera|. Es solo un momento|"
    ". Espere en la sala, por favor}.",
}  # fmt: skip
BYE_PLACE = "{. Le doy la bienvenida a <country>|. Buen viaje|. Que disfrute de <country>|. Buena estancia}"
FAREWELL = {
    "kind": "{de nada|con mucho gusto|a usted|gracias a usted}{. Buen viaje|. Que lo pase muy bien|"
    ". Que tenga un buen día|"
    ". Disfrute de <country>|. Hasta pronto|. Que le vaya muy bien}{, <name>|}.",
    "neutral": "{de nada|a usted|gracias}{. Buen viaje|. Adiós|. Hasta luego|. Que tenga un buen día|"
    ". Buena estancia}{, <name>|}.",
    "stern": "{de nada. Adiós|está bien. Puede irse|adiós. Circule, por favor|de nada. Buen viaje|"
    "puede retirarse|adiós|de nada. Guarde su pasaporte|buen viaje|eso es todo. Adiós}.",
    "hurried": "{adiós|listo. ¡Siguiente!|buen viaje. ¡Siguiente!|de nada, hasta luego|de nada, adiós|"
    "hasta luego|buen viaje|de nada. ¡Siguiente!|listo, adiós}.",
}
LAST_WORD = (
    "{adiós|hasta luego|buen viaje|adiós, buen viaje|que le vaya bien|hasta pronto|igualmente, adiós|"
    "que tenga buen día}{, <name>||}."
)

# word in the officer's question -> what it means, in plain words
GLOSSARY = {
    "alojar": "{alojarse es dormir en un lugar: un hotel o una casa.|"
    "alojarse significa dormir en un hotel o en una casa.}",
    "aloja": "{alojarse es dormir en un lugar: un hotel o una casa.|"
    "alojarse significa dormir en un hotel o en una casa.}",
    "alojamiento": "{el alojamiento es el lugar donde duerme.|alojamiento: el hotel o la casa donde duerme.}",
    "hospedar": "{hospedarse es dormir en un lugar.|hospedarse significa dormir en un hotel o en una casa.}",
    "hospeda": "{hospedarse es dormir en un lugar.|hospedarse significa dormir en un hotel o en una casa.}",
    "motivo": "{el motivo es por qué viaja.|motivo: la razón de su viaje.}",
    "propósito": "{el propósito es para qué viaja.|propósito: la razón de su viaje.}",
    "procedencia": "{procedencia: el lugar de donde viene.|la procedencia es el país de donde viene.}",
    "estancia": "{la estancia es el tiempo que está aquí.|estancia: los días que se queda.}",
    "duración": "{la duración es cuánto tiempo.|duración: cuántos días o semanas.}",
    "permanecer": "{permanecer significa quedarse.|permanecer es quedarse en un lugar.}",
    "profesión": "{la profesión es su trabajo.|profesión: en qué trabaja.}",
    "ocupación": "{la ocupación es su trabajo.|ocupación: en qué trabaja.}",
    "dedica": "{dedicarse a algo es trabajar en eso.|es su trabajo, su profesión.}",
    "declarar": "{declarar es decir qué trae usted.|declarar significa decir a la aduana qué lleva.}",
    "equipaje": "{el equipaje son sus maletas y bolsas.|equipaje: maletas, bolsas y mochilas.}",
    "maleta": "{la maleta es donde lleva la ropa.|maleta: la bolsa grande de viaje.}",
    "mercancía": "{mercancía: cosas para vender.|la mercancía son productos para vender.}",
    "efectivo": "{efectivo: billetes y monedas.|el efectivo es dinero en billetes y monedas.}",
    "alimentos": "{alimentos: cosas de comer.|los alimentos son la comida.}",
    "medicamentos": "{medicamentos: pastillas, jarabes, medicinas.|los medicamentos son las medicinas.}",
    "mascota": "{una mascota es un animal de casa: un perro, un gato.|mascota: un animal que vive con usted.}",
    "muestras": "{las muestras son productos para enseñar.|muestras: productos que enseña a sus clientes.}",
    "destino": "{el destino es el lugar adonde va.|destino: la ciudad o el país adonde va.}",
    "apellidos": "{el apellido es el nombre de su familia.}",
    "acompaña": "{acompañar es ir con alguien.}",
}

# remark of the traveller's, as a key shared with traveller_lines.OFF_TOPIC -> what the officer says to it
OFF_TOPIC = {
    "weather": "{hoy hace {buen tiempo|calor|frío|sol}.|hace {calor|frío|buen tiempo} hoy.|creo que va a llover.}",
    "bathroom": "{el baño está {al fondo|a la derecha|a la izquierda|después del control}.|"
    "hay un baño {después del control|al fondo del pasillo}.}",
    "taxi": "{los taxis están {fuera|en la salida|a la derecha}.|hay taxis en la salida.}",
    "exchange": "{puede cambiar dinero {en el banco|después del control|en la salida}.|"
    "hay una casa de cambio {en la salida|al fondo}.}",
    "wifi": "{sí, hay wifi gratis.|el wifi es gratis {aquí|en todo el edificio}.|lo siento, aquí no hay wifi.}",
    "food": "{hay {un restaurante|una cafetería} {después del control|en la salida}.|"
    "la cafetería está {al fondo|a la izquierda}.}",
    "tired": "{lo entiendo, terminamos pronto.|ya falta poco.|calma, son pocas preguntas.}",
    "football": "{me gusta el fútbol, pero ahora trabajo.|después hablamos de fútbol.|sí, un buen equipo.}",
    "time": "{son las {dos|tres|cuatro|cinco|diez|once}.|hay un reloj en la pared.}",
    "luggage": "{las maletas salen {después del control|en la cinta dos}.|su maleta está {en la cinta|"
    "después del control}.}",
    "pretty": "{sí, es un lugar muy bonito.|gracias, le va a gustar.|me alegro.}",
    "long": "{no mucho, son pocas preguntas.|cinco minutos, más o menos.|ya falta poco.}",
    "officer_name": "{me llamo <officer>.|soy <officer>.|mi nombre es <officer>.}",
    "why": "{es el control normal.|pregunto lo mismo a todos.|son las normas.}",
    "robot": "{soy agente de aduana.|soy <officer>, de la aduana.|aquí trabajo yo: <officer>.}",
    "rude": "{un poco de respeto, por favor.|entiendo, pero son las normas.|con calma, por favor.}",
    "you": "{yo trabajo aquí.|aquí pregunto yo.|yo soy de aquí.}",
    "spanish": "{habla usted bien.|su español es bueno.|entiendo bien su español.}",
}
