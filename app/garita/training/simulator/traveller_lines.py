"""The traveller's answers as patterns: whole sentences, bare answers, corrections, what comes before and after.

Data only, correct Spanish throughout; mistakes are made by ``learner``. ``<x>`` is the answer's bare form. No
pattern ends in a full stop, so that answers can be joined.
"""

from __future__ import annotations

# before a full sentence, by mood
LEAD = {
    "calm": "{bueno, |pues |mire, |verá, |claro, |sí, |a ver, |señor, |señora, |oficial, |con gusto, |cómo no, }",
    "nervous": "{perdón, |ay, |disculpe, |sí, sí, |mire, |es que |a ver, |uf, |perdone, |señor, |señora, |bueno, }",
    "cheerful": "{¡claro! |encantado, |con mucho gusto, |pues mire, |¡sí! |ah, sí, |ja, pues |bueno, bueno, |"
    "qué bien, }",
    "annoyed": "{ya le digo: |bueno, |pues |mire, |ya se lo digo, |como ponía en el formulario, |a ver, }",
    "tired": "{uf, |pues |perdón, |mmm, |bueno, |ah, sí, |a ver, |sí, }",
}
# after an answer
TAIL = {
    "calm": "{, señor|, señora|, oficial|, gracias|, por favor|, nada más|, eso es todo|, más o menos}",
    "nervous": "{, creo|, sí, sí|, de verdad|, ¿está bien?|, ¿es un problema?|, eso es todo, de verdad|, nada más|"
    ", lo juro|, perdón}",
    "cheerful": "{, ¡qué ilusión!|, ¡por fin!|, señor|, señora|, ¡claro que sí!|, ya ve|, ¡me encanta!|, gracias}",
    "annoyed": "{, nada más|, ya está|, como siempre|, ¿algo más?|, y punto|, ya lo sabe|, eso es todo}",
    "tired": "{, creo|, nada más|, señor|, señora|, perdón|, eso es todo|, más o menos}",
}

# topic or topic:kind -> full sentences
FULL = {
    "passport": "{aquí tiene{| mi pasaporte|, señor|, señora}|aquí está{| mi pasaporte|, mire}|sí, aquí tiene|"
    "sí, aquí está|claro, aquí lo tiene|tome{|, por favor| usted}|este es mi pasaporte|mi pasaporte, tome|"
    "mi pasaporte, aquí está|tenga{|, por favor}|por supuesto, aquí tiene|cómo no, tome|un momento... aquí está|"
    "lo tengo aquí, tome|espere un segundo... aquí tiene|aquí lo traigo|le doy mi pasaporte|sí, claro, tome|"
    "está aquí, en la mano, tome|perdón, estaba en la mochila, aquí tiene|ahora se lo doy, tome usted|"
    "este es, con el visado dentro|lo he encontrado, aquí está|ya lo saco, tenga usted}",
    "name": "{me llamo <x>|soy <x>|mi nombre es <x>|yo me llamo <x>|mi nombre completo es <x>|yo soy <x>|"
    "en el pasaporte pone <x>|pone <x>|puede llamarme <x>|me dicen <x>|mi nombre y apellido: <x>|<x>, para servirle|"
    "<x>, ese es mi nombre|en mi pasaporte dice <x>|el nombre es <x>|figuro como <x>|me conocen como <x>|"
    "estoy registrado como <x>|mi nombre, <x>|aquí dice <x>|<x>, a sus órdenes|me puse <x> en el formulario}",
    "origin": "{vengo de <x>|soy de <x>|vengo desde <x>|he viajado desde <x>|yo vengo de <x>|acabo de llegar de <x>|"
    "mi vuelo viene de <x>|llego de <x>|vivo en <x>|viajo desde <x>|salí de <x>|salí esta mañana de <x>|nací en <x>|"
    "llegué hoy de <x>|he salido de <x>|vine de <x>|vine en avión desde <x>|mi casa está en <x>|"
    "vengo directamente de <x>|procedo de <x>|el viaje empezó en <x>|mi ciudad es <x>|mi familia y yo somos de <x>|"
    "hoy vengo de <x>|volé desde <x>|he tomado el avión en <x>}",
    "origin:demonym": "{soy <x>|yo soy <x>|tengo pasaporte, soy <x>|soy <x>, vengo de mi país|mi nacionalidad es <x>|"
    "soy <x> de nacimiento|pues <x>|soy <x>, vivo allí|nací allí, soy <x>|de nacionalidad <x>|yo, <x>|"
    "soy <x>, claro|mis padres y yo somos de allí, soy <x>}",
    "purpose": "{vengo por <x>|viajo por <x>|estoy aquí por <x>|es por <x>|el motivo es <x>|he venido por <x>|"
    "mi viaje es por <x>|es un viaje por <x>|vine por <x>|la razón es <x>|esta vez es por <x>|"
    "el motivo de mi viaje es <x>|solo vengo por <x>|principalmente por <x>|más que nada por <x>|llego por <x>|"
    "me trae <x>|lo que me trae es <x>|vengo únicamente por <x>|mi visita es por <x>|todo esto es por <x>}",
    "purpose:verb": "{vengo a <x>|vengo para <x>|quiero <x>|voy a <x>|he venido a <x>|viajo para <x>|mi plan es <x>|"
    "vine a <x>|estoy aquí para <x>|la idea es <x>|me gustaría <x>|espero <x>|pienso <x>|mi intención es <x>|"
    "solo quiero <x>|tengo ganas de <x>|quisiera <x>|mi objetivo es <x>|el motivo es <x>|llegué para <x>|"
    "lo que quiero es <x>|vengo con la idea de <x>|el motivo de mi viaje es <x>|esta vez vengo a <x>}",
    "stay": "{me quedo <x>|voy a estar <x>|voy a quedarme <x>|pienso quedarme <x>|son <x>|estaré <x>|solo <x>|"
    "me quedaré <x>|quiero quedarme <x>|serán <x>|estoy <x>|tengo <x> de vacaciones|mi viaje dura <x>|"
    "unos <x> nada más|"
    "en total <x>|voy a pasar aquí <x>|pasaré <x> aquí|mi plan es quedarme <x>|espero quedarme <x>|vengo por <x>|"
    "estaré en el país <x>|va a ser <x>|me gustaría estar <x>|la visita es de <x>|tengo pensado quedarme <x>|"
    "calculo que <x>}",
    "stay:until": "{me quedo <x>|voy a estar aquí <x>|voy a quedarme <x>|estaré <x>|pienso quedarme <x>|<x> nada más|"
    "tengo billete <x>|me quedaré <x>|estoy aquí <x>|solo <x>|mi visita es <x>|voy a pasar aquí <x>|"
    "la reserva es <x>|tengo vacaciones <x>}",
    "lodging": "{me alojo <x>|voy a dormir <x>|me quedo <x>|voy a estar <x>|duermo <x>|"
    "voy a vivir <x>|me hospedo <x>|voy a alojarme <x>|me alojaré <x>|dormiré <x>|voy a quedarme <x>|"
    "tengo alojamiento <x>|viviré <x>|pienso dormir <x>|voy a pasar las noches <x>|"
    "nos quedamos <x>|paro <x>|tengo una cama <x>|me espera alguien <x>|el alojamiento es <x>|voy directamente <x>}",
    "profession": "{soy <x>|trabajo como <x>|trabajo de <x>|yo soy <x>|en mi país soy <x>|mi profesión es <x>|"
    "mi trabajo es <x>|me dedico a eso: <x>|hace años que trabajo de <x>|soy <x> desde hace diez años|"
    "mi oficio es <x>|ahora soy <x>|trabajo como <x> en mi ciudad|estudié para ser <x>|allí soy <x>|"
    "de profesión, <x>|en el trabajo soy <x>|actualmente trabajo como <x>|gano mi vida como <x>|"
    "soy <x>, me gusta mucho}",
    "companions": "{viajo <x>|vengo <x>|estoy aquí <x>|sí, viajo <x>|yo viajo <x>|he venido <x>|vine <x>|voy <x>|"
    "hago el viaje <x>|sí, vengo <x>|llego <x>|he viajado <x>|siempre viajo <x>|esta vez viajo <x>|voy a estar <x>|"
    "viajo aquí <x>|salí de casa <x>|este viaje lo hago <x>|estoy <x>, allí, en la otra fila|llegué <x>}",
    "companions:alone": "{viajo <x>|vengo <x>|no, viajo <x>|yo viajo <x>|estoy <x>|he venido <x>|vine <x>|"
    "no, vengo <x>|no, estoy <x>|siempre viajo <x>|no viene nadie conmigo, viajo <x>|esta vez viajo <x>|voy <x>|"
    "este viaje lo hago <x>|completamente <x>|hago el viaje <x>|con nadie, viajo <x>|llegué <x>}",
    "goods": "{llevo <x>|traigo <x>|tengo <x>|en mi maleta hay <x>|solo llevo <x>|sí, llevo <x>|en la maleta tengo <x>|"
    "en el equipaje llevo <x>|dentro hay <x>|traigo conmigo <x>|he traído <x>|quiero declarar <x>|"
    "tengo que declarar <x>|"
    "sí, traigo <x>|ahí dentro llevo <x>|llevo solamente <x>|"
    "también llevo <x>|mi equipaje es <x>|lo único que llevo es <x>|hay <x>|compré <x>|metí <x> en la maleta|"
    "cargo <x>|declaro <x>}",
    "food": "{sí, llevo <x>|llevo <x>|sí, traigo <x>|tengo <x>|solo <x>|traigo <x> para mi familia|"
    "sí, tengo <x> para mi familia|de comida llevo <x>|sí, un regalo: <x>|he traído <x>|para comer llevo <x>|"
    "sí, hay <x> en la bolsa|mi madre me dio <x>|me queda <x>|compré <x>|en la mochila tengo <x>|"
    "sí, es verdad, llevo <x>|"
    "traigo <x> de mi pueblo|traigo <x> de mi país|solamente <x>|llevo <x> para el viaje|nada especial, <x>|"
    "en una bolsa llevo <x>|sí, <x>, es para unos amigos}",
    "medicines": "{sí, llevo <x>|tomo <x>|sí, traigo <x>|tengo <x>|solo <x>|llevo <x> para mí|necesito <x>|"
    "sí, mi médico me da <x>|uso <x>|todos los días tomo <x>|llevo <x> por si acaso|traigo <x> para mi madre|"
    "sí, tengo <x>|el médico me recetó <x>|en el bolso llevo <x>|por mi salud llevo <x>|sí, necesito <x>|"
    "siempre viajo con <x>|tengo que tomar <x>|compré <x> en la farmacia}",
    "pets": "{sí, viajo con <x>|sí, llevo <x>|tengo <x>|sí, tengo <x>|viajo con <x>|sí, traigo <x>|"
    "llevo <x> en la jaula|viene conmigo <x>|sí, viene <x> conmigo|traigo <x> en el transportín|sí, es <x>|"
    "conmigo viaja <x>|tengo conmigo <x>|en la caja hay <x>|sí, mi animal es <x>}",
    "samples": "{sí, llevo <x>|llevo <x>|traigo <x>|sí, traigo <x> para un cliente|tengo <x>|sí, traigo <x>|"
    "llevo <x> para una feria|son <x>|mi empresa manda <x>|vengo con <x>|en esta maleta hay <x>|sí, tengo <x>|"
    "quiero enseñar <x>|traigo <x> de mi fábrica|para los clientes llevo <x>|tengo que presentar <x>|solo <x>|"
    "para la exposición traigo <x>}",
    "money": "{llevo <x>|tengo <x>|traigo <x>|llevo <x> en efectivo|tengo <x> y una tarjeta|más o menos <x>|son <x>|"
    "en efectivo llevo <x>|en total <x>|traigo conmigo <x>|solo llevo <x>|llevo <x> y la tarjeta de crédito|"
    "unos <x>|casi <x>|en la cartera tengo <x>|en billetes llevo <x>|aproximadamente <x>|tengo <x> en el bolsillo|"
    "cambié dinero y tengo <x>|de dinero llevo <x>|he traído <x>|entre todo, <x>}",
    "money:none": "{no llevo efectivo|no tengo efectivo, solo tarjeta|no llevo dinero en efectivo|solo llevo tarjeta|"
    "nada en efectivo|nada, pago todo con tarjeta|no traigo dinero, tengo una tarjeta|ningún billete, solo la tarjeta}",
    "onward": "{voy <x>|después voy <x>|viajo <x>|luego sigo <x>|mi vuelo va <x>|después viajo <x>|sigo <x>|"
    "de aquí voy <x>|mañana sigo <x>|luego continúo <x>|mi próximo destino: voy <x>|vuelo <x>|más tarde vuelo <x>|"
    "después de esto voy <x>|me voy <x>|luego tengo que ir <x>|al final voy <x>}",
    "onward:noun": "{tengo <x>|sí, tengo <x>|sí, <x>|ya tengo <x>|llevo <x>|he comprado <x>|"
    "sí, ya compré <x>|tengo comprado <x>|claro, tengo <x>|en el teléfono tengo <x>|puedo enseñarle <x>|"
    "sí, llevo <x>|me dieron <x>}",
}  # fmt: skip

# the bare answer; where a topic is not listed, BARE
BARE = "{<x>|<x>|<x>|<x>|<x>, señor|<x>, señora|pues <x>|<x>, sí}"
PLAIN_BARE = {
    "passport": "{sí|tome|aquí|aquí está|aquí tiene|sí, claro|ok, aquí|claro|sí, señor|sí, señora|mi pasaporte|"
    "pasaporte, sí|tenga|perdón, aquí|toma|sí, un momento|ya va, tome|voilà, aquí|mire}",
    "name": "{<x>|<x>|<x>|<x>, señor|<x>, mucho gusto}",
    "purpose": "{<x>|<x>|por <x>|pues <x>|solo <x>|<x>, nada más}",
    "purpose:verb": "{<x>|para <x>|a <x>|<x>, nada más|solo <x>|pues <x>}",
    "origin": "{de <x>|<x>|<x>|desde <x>|pues de <x>|de <x>, señor}",
    "origin:demonym": "{<x>|soy <x>|<x>, señor|<x>, señora|pues <x>}",
    "stay": "{<x>|<x>|<x>|solo <x>|unos <x>|como <x>|<x>, nada más|pues <x>|<x> más o menos}",
    "money": "{<x>|<x>|<x>|unos <x>|como <x>|<x> más o menos|<x> y tarjeta|pues <x>}",
    "money:none": "{solo tarjeta|nada en efectivo|tarjeta, no efectivo|nada}",
}
NOTHING = {
    "": "{no|no, nada|nada|no, no llevo|no llevo nada|no tengo nada|ninguno|no, señor|no, señora|no tengo|"
    "no, nada de eso|nada de nada|no, no tengo nada|para nada|en absoluto|no, de verdad que no|no llevo nada de eso|"
    "no, gracias a Dios no|no traigo nada|no, esta vez no|creo que no|qué va, nada}",
    "goods": "{no, nada|nada que declarar|no tengo nada que declarar|solo cosas personales|no llevo nada|"
    "nada especial|no, nada especial|no hay nada que declarar|nada de valor|no, señor, nada|"
    "no, nada más que mis cosas|no traigo nada}",
    "pets": "{no|no, ninguno|no viajo con animales|no tengo animales|no, no tengo mascota|sin animales|ningún animal|"
    "no, señor, ningún animal|mi perro está en casa, no|no, nada|no, el gato se quedó en casa}",
    "medicines": "{no|no, ninguna|no tomo nada|no llevo medicinas|ninguna medicina|no, estoy bien de salud|"
    "no tomo medicamentos|nada de medicinas|no, gracias a Dios|no necesito ninguna|no llevo nada}",
    "food": "{no|no, nada|no llevo comida|nada de comida|no, ya comí todo en el avión|no traigo comida|ningún alimento|"
    "no, nada de comer|no tengo comida|no, señora, nada}",
    "samples": "{no|no, ninguna|no traigo muestras|no llevo muestras|ninguna muestra|no vendo nada|nada de eso|"
    "no, nada para vender|no, no soy comerciante|no, no tengo}",
}

# Two values: <w> is said first and taken back.
CORRECTION = (
    "{<w>, no, perdón, <x>|<w>... no, <x>|<w>, digo, <x>|<w>, perdón, <x>|<w>, no no, <x>|<w>, quiero decir <x>|"
    "<w>, mejor dicho, <x>|<w>, ay no, <x>|<w>, bueno no, <x>|<w>, disculpe, <x>|<w>, me equivoqué, <x>|"
    "<w>, no, mentira, <x>|<w>, o sea, no, <x>}"
)
# a fresh value where another was told before
CONTRADICTION = (
    "{en realidad|bueno, en realidad|no, espere,|ah, no,|ahora que lo pienso,|la verdad es que|perdón, antes dije mal:}"
)
DOUBT = "{creo que|yo creo que|quizás|tal vez|me parece que|a lo mejor|si no me equivoco,|supongo que}"

# more than anybody asked for; nothing in it is an answer to a topic
FLUFF = {
    "calm": "{es la primera vez que vengo|hace mucho que quería hacer este viaje|lo preparé todo hace meses|"
    "el vuelo fue muy tranquilo|me gusta mucho su país|lo puse todo en el formulario}",
    "nervous": "{perdone, es que es la primera vez que hablo con un oficial|nunca he tenido problemas, se lo prometo|"
    "lo he leído todo en internet, tres veces|"
    "espero decirlo bien, mi español es un poco malo|en el avión me dijeron que no había problema|"
    "tengo todos los papeles en la mochila, si los quiere ver|mi profesora me dijo que practicara esta pregunta|"
    "perdón, hablo demasiado cuando estoy nervioso|ya sé que tengo que decir la verdad, y la digo|"
    "me tiemblan un poco las manos, pero es por el cansancio}",
    "cheerful": "{es un sueño para mí|ya tengo ganas de verlo todo|la gente del avión era muy simpática|"
    "me encanta su acento|he estudiado español dos años para esto|¡qué día tan bonito!}",
    "annoyed": "{ya lo escribí en el formulario|otros pasajeros ya pasaron|llevo una hora en esta fila|"
    "el año pasado nadie me preguntó eso|y la fila no avanza}",
    "tired": "{perdone, no he dormido nada|el vuelo fue larguísimo|hubo retraso y estoy muerto de sueño|"
    "llevo doce horas de viaje|me duele un poco la cabeza}",
}  # fmt: skip

# short clauses of several answers in one breath
CLAUSE = {
    "name": "{me llamo <x>|soy <x>|mi nombre es <x>}",
    "origin": "{vengo de <x>|soy de <x>|llego de <x>}", "origin:demonym": "{soy <x>}",
    "purpose": "{vengo por <x>|estoy aquí por <x>|es por <x>|viajo por <x>}",
    "purpose:verb": "{vengo a <x>|quiero <x>|voy a <x>|vengo para <x>}",
    "stay": "{me quedo <x>|voy a estar <x>|son <x>|pienso quedarme <x>}",
    "stay:until": "{me quedo <x>|voy a estar aquí <x>|estaré <x>}",
    "lodging": "{me alojo <x>|voy a dormir <x>|duermo <x>|me hospedo <x>}",
    "profession": "{soy <x>|trabajo como <x>|trabajo de <x>}",
    "companions": "{viajo <x>|vengo <x>|he venido <x>}", "companions:alone": "{viajo <x>|vengo <x>|estoy <x>}",
    "money": "{llevo <x>|tengo <x>|traigo <x> en efectivo}", "money:none": "no llevo efectivo",
    "onward": "{después voy <x>|luego sigo <x>}", "onward:noun": "{tengo <x>|ya tengo <x>}",
}  # fmt: skip
JOINT = "{, |, | y |. |, y |; }"
