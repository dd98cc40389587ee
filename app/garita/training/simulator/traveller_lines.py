"""The learner's sentences as patterns: answers full and bare, slips, questions back, English, remarks off the road.

Data only. ``<x>`` is the fact's bare form. Slips are mistakes learners really make (gender, ser and estar, order).
"""

from __future__ import annotations

# before a full sentence, now and then
LEAD_IN = "{bueno, |pues |mire, |verá, |sí, |claro, |perdón, |señor, |señora, |oficial, |por favor, }"

# topic or topic:kind -> full sentences
FULL = {
    "passport": "{aquí {tiene|está|lo tiene}{ mi pasaporte|}{, señor|, señora|}.|sí, aquí {tiene|está}.|"
    "claro, {tome|aquí está}.|"
    "sí, {claro|por supuesto}{, aquí está|}.|este es mi pasaporte.|tome{, por favor| usted|}.|"
    "mi pasaporte, {tome|aquí está}.}",
    "name": "{me llamo <x>.|soy <x>.|mi nombre es <x>.|sí, me llamo <x>.|mi nombre completo es <x>.|yo me llamo <x>.}",
    "origin": "{vengo de <x>.|soy de <x>.|vengo desde <x>.|he viajado desde <x>.|yo vengo de <x>.|"
    "acabo de llegar de <x>.|mi vuelo viene de <x>.}",
    "origin:demonym": "{soy <x>.|yo soy <x>.|tengo pasaporte, soy <x>.|soy <x>, vengo de mi país.}",
    "purpose": "{vengo por <x>.|viajo por <x>.|estoy aquí por <x>.|es por <x>.|el motivo es <x>.|he venido por <x>.}",
    "purpose:verb": "{vengo a <x>.|vengo para <x>.|quiero <x>.|voy a <x>.|he venido a <x>.|viajo para <x>.|"
    "mi plan es <x>.}",
    "stay": "{me quedo <x>.|voy a estar <x>.|voy a quedarme <x>.|pienso quedarme <x>.|son <x>.|estaré <x>.|solo <x>.}",
    "stay:until": "{me quedo <x>.|voy a estar aquí <x>.|voy a quedarme <x>.}",
    "lodging": "{me alojo <x>.|voy a dormir <x>.|me quedo <x>.|voy a estar <x>.|duermo <x>.|"
    "tengo una reserva, <x>.|voy a vivir <x>.}",
    "profession": "{soy <x>.|trabajo como <x>.|trabajo de <x>.|yo soy <x>.|en mi país soy <x>.|mi profesión es <x>.}",
    "companions": "{viajo <x>.|vengo <x>.|estoy aquí <x>.|sí, viajo <x>.|yo viajo <x>.}",
    "companions:alone": "{viajo <x>.|vengo <x>.|no, viajo <x>.|yo viajo <x>.|estoy <x>.}",
    "companions:sentence": "{<x>.|sí, <x>.|yo <x>.}",
    "goods": "{llevo <x>.|traigo <x>.|tengo <x>.|en mi maleta hay <x>.|solo llevo <x>.|sí, llevo <x>.|"
    "en la maleta tengo <x>.}",
    "food": "{sí, llevo <x>.|llevo <x>.|sí, traigo <x>.|tengo <x>.|solo <x>.|sí, tengo <x> para mi familia.}",
    "medicines": "{sí, llevo <x>.|tomo <x>.|sí, traigo <x>.|tengo <x>.|solo <x>.}",
    "pets": "{sí, viajo con <x>.|sí, llevo <x>.|tengo <x>.|sí, tengo <x>.|viajo con <x>.}",
    "samples": "{sí, llevo <x>.|llevo <x>.|traigo <x>.|sí, traigo <x> para un cliente.|tengo <x>.}",
    "money": "{llevo <x>.|tengo <x>.|traigo <x>.|llevo <x> en efectivo.|tengo <x> y una tarjeta.|"
    "más o menos <x>.|son <x>.}",
    "onward": "{voy <x>.|después voy <x>.|viajo <x>.|luego sigo <x>.|mi vuelo va <x>.}",
    "onward:sentence": "{tengo <x>.|sí, tengo <x>.|sí, <x>.|<x>.}",
}
BARE = "{<x>.|<x>.|<x>.|<x>.|<x>.|<x>, señor.|pues <x>.}"
PLAIN_BARE = {
    "passport": "{sí.|tome.|aquí.|aquí está.|aquí tiene.|sí, claro.|ok.|claro.|un momento... aquí está.|"
    "sí, señor.|sí, señora.|mi pasaporte.|"
    "pasaporte, sí.|bueno.|tenga.|perdón, aquí.}",
    "name": "<x>.",
    "purpose": "{<x>.|<x>.|por <x>.}",
    "purpose:verb": "{<x>.|para <x>.|a <x>.}",
    "origin": "{<x>.|<bare>.|<bare>.}",
}
NOTHING = "{no.|no, nada.|nada.|no, no llevo.|no llevo nada.|no tengo nada.|ninguno.|no, señor.|no, gracias.|no tengo.}"
SLIPS = {
    "name": "{yo llamo <x>.|mi nombre llama <x>.|me llama <x>.}",
    "origin": "{yo estoy de <x>.|yo vengo <x>.|yo soy en <x>.|estoy de <x>.}",
    "purpose": "{estoy para <x>.|yo soy aquí por <x>.|yo viene por <x>.|yo vengo por la <x>.}",
    "purpose:verb": "{yo viene a <x>.|yo quiere <x>.|yo ser aquí para <x>.|para yo <x>.}",
    "stay": "{yo quedo <x>.|yo estar <x>.|yo soy aquí <x>.|por <x>.}",
    "lodging": "{yo duermo <x>.|yo soy <x>.|mi dormir es <x>.|yo quedar <x>.}",
    "profession": "{estoy <x>.|yo estoy <x>.|yo trabajo <x>.|yo es <x>.}",
    "companions": "{yo viaja <x>.|yo soy <x>.|yo viajar <x>.}",
    "goods": "{yo tiene <x>.|yo lleva <x>.|yo llevar <x>.|hay <x> en mi equipo.}",
    "food": "{yo tiene <x>.|yo lleva <x>.|yo tener <x>.}",
    "medicines": "{yo tiene <x>.|yo toma <x>.}",
    "pets": "{yo tiene <x>.|yo viaja con <x>.}",
    "samples": "{yo tiene <x>.|yo lleva <x>.}",
    "money": "{yo tiene <x>.|yo lleva <x>.|yo tengo <x> de dinero.}",
    "onward": "{yo ir <x>.|yo va <x>.}",
}

# two facts in one breath: topics -> pattern over <origin> <purpose> <stay> ...; verbs of purpose use :verb
COMBINED = {
    ("origin", "purpose"): "{vengo de <origin> por <purpose>.|soy de <origin>, vengo por <purpose>.|"
    "de <origin>, por <purpose>.|"
    "vengo de <origin>, estoy aquí por <purpose>.}",
    ("origin", "purpose:verb"): "{vengo de <origin> a <purpose>.|vengo de <origin> para <purpose>.|"
    "soy de <origin> y quiero <purpose>.}",
    ("purpose", "stay"): "{vengo por <purpose>, <stay>.|por <purpose>, me quedo <stay>.|<purpose>, <stay>.|"
    "vengo <stay> por <purpose>.}",
    ("purpose:verb", "stay"): "{vengo a <purpose>, me quedo <stay>.|para <purpose>, <stay>.|"
    "quiero <purpose>, voy a estar <stay>.}",
    ("stay", "lodging"): "{me quedo <stay> <lodging>.|<stay>, <lodging>.|voy a estar <stay> <lodging>.}",
    ("name", "origin"): "{me llamo <name> y vengo de <origin>.|soy <name>, de <origin>.|<name>, de <origin>.}",
    ("name", "profession"): "{me llamo <name> y soy <profession>.|soy <name>, <profession>.}",
    ("purpose", "companions"): "{vengo por <purpose> <companions>.|viajo <companions> por <purpose>.}",
    ("origin", "purpose", "stay"): "{vengo de <origin> por <purpose>, <stay>.|"
    "soy de <origin>, vengo por <purpose> y me quedo <stay>.|"
    "de <origin>, por <purpose>, <stay>.}",
    ("origin", "purpose:verb", "stay"): "{vengo de <origin> a <purpose>, me quedo <stay>.|"
    "soy de <origin>, vengo a <purpose>, <stay>.}",
    ("purpose", "stay", "lodging"): "{vengo por <purpose>, <stay>, <lodging>.|"
    "por <purpose>, me quedo <stay> <lodging>.}",
    ("name", "origin", "purpose"): "{soy <name>, vengo de <origin> por <purpose>.|"
    "me llamo <name>, soy de <origin> y vengo por <purpose>.}",
    ("purpose", "lodging"): "{vengo por <purpose>, me quedo <lodging>.}",
    ("profession", "companions"): "{soy <profession> y viajo <companions>.}",
    ("origin", "stay"): "{vengo de <origin> y me quedo <stay>.|soy de <origin>, voy a estar <stay>.}",
}  # fmt: skip

GREETING = "{<day>|<day>|<day>|hola|buenas|hola, <day>}{||, señor|, señora}."
HOW_ARE_YOU = "{¿cómo está?|¿cómo está usted?|¿qué tal?|¿cómo le va?|¿todo bien?}"

REPEAT = (
    "{¿puede repetir{, por favor|}?|repita, por favor.|otra vez, por favor.|¿cómo?|perdón, ¿puede repetir?|"
    "¿qué dijo?|¿perdón?|"
    "¿me lo repite?|¿cómo dice?|una vez más, por favor.}"
)
SLOWER = (
    "{más despacio, por favor.|¿puede hablar más despacio?|más lento, por favor.|habla muy rápido.|"
    "despacio, por favor.|"
    "por favor, más lento.}"
)
NOT_UNDERSTOOD = (
    "{no entiendo.|no comprendo.|perdón, no entiendo.|no le entiendo.|no entiendo la pregunta.|"
    "no entendí.|no entiendo bien.|"
    "lo siento, no entiendo.}"
)
WORD = (
    "{¿qué significa <x>?|¿qué es <x>?|no entiendo <x>.|¿qué quiere decir <x>?|¿<x>? ¿qué es?|"
    "perdón, ¿qué significa <x>?}"
)
DONT_KNOW = "{no sé.|no lo sé.|no estoy seguro.|no estoy segura.|pues no sé.|no me acuerdo.|no sé todavía.|ni idea.}"
ENGLISH = {
    "passport": "{here is my passport.|here you are.|sure, here.|my passport? yes.}",
    "name": "{my name is <x>.|I am <x>.|I'm <x>.}",
    "origin": "{I come from <bare>.|I'm from <bare>.|from <bare>.|I am coming from <bare>.}",
}
# a traveller's fact, said in English
ENGLISH_OF = {
    "turismo": "{tourism.|just tourism.|I am a tourist.}", "vacaciones": "{holidays.|I'm on vacation.|"
    "I am here on holiday.}",
    "negocios": "{business.|I am here on business.}", "trabajo": "{for work.|I'm here for work.}",
    "una semana": "{one week.|a week.}", "dos semanas": "{two weeks.|"
    "about two weeks.}", "tres semanas": "{three weeks.}",
    "2 semanas": "2 weeks.", "3 semanas": "3 weeks.", "un mes": "{one month.|a month.}", "dos meses": "two months.",
    "en un hotel": "{in a hotel.|I have a hotel.}", "con mi familia": "{with my family.}", "solo": "{alone.|"
    "I travel alone.}",
    "sola": "{alone.|I travel alone.}", "con mi esposa": "with my wife.", "con mi marido": "with my husband.",
    "con un amigo": "with a friend.", "con una amiga": "with a friend.", "estudiante": "{I am a student.|student.}",
    "profesor": "{I am a teacher.|teacher.}", "profesora": "{I am a teacher.|teacher.}", "médico": "I am a doctor.",
    "no": "{nothing.|no, nothing.|I have nothing.}", "nada": "nothing to declare.",
}  # fmt: skip
ENGLISH_COMPLAINTS = (
    "{sorry, I don't understand.|do you speak English?|can you speak English?|English please.|"
    "what do you mean?|"
    "I don't speak Spanish well.|sorry?|what?|excuse me?|I don't know the word.|can you help me?}"
)
YES_NO = "{sí.|no.|ok.|bueno.|sí, sí.|claro.}"
YES = "{sí.|sí, sí.|sí, claro.|claro.|sí, un poco.|sí, señor.|sí, algunas cosas.}"
NOISE = "{asdf.|jajaja.|bla bla bla.|ñañaña.|xxx.|hmm.|mmm...|la la la.|123 123.|qwerty.|???|...|aaa.|eh...}"
ONLY_THANKS = "{gracias.|muchas gracias.|muy amable.}"
LEAVING = "{adiós.|hasta luego.|me voy.|¿puedo pasar?|¿ya puedo pasar?|¿terminamos?|chao.}"
OFF_TOPIC = {
    "weather": "{¿qué tiempo hace{ aquí| hoy|}?|¿hace calor aquí?|¿va a llover hoy?|hace mucho calor.}",
    "bathroom": "{¿dónde está el baño?|where is the bathroom?|necesito ir al baño.|¿hay un baño?}",
    "taxi": "{¿dónde están los taxis?|¿hay taxis?|¿dónde tomo un taxi?}",
    "exchange": "{¿dónde puedo cambiar dinero?|¿hay un banco aquí?|quiero cambiar dinero.}",
    "wifi": "{¿hay wifi?|¿cuál es la clave del wifi?|is there wifi?}",
    "food": "{tengo hambre.|¿dónde puedo comer?|¿hay un restaurante?|¿hay café aquí?}",
    "tired": "{estoy muy cansado.|estoy muy cansada.|el viaje fue muy largo.|tengo sueño.}",
    "football": "{¿le gusta el fútbol?|¿es usted del Real Madrid?|me gusta mucho el fútbol.}",
    "time": "{¿qué hora es?|¿tiene hora?|what time is it?}",
    "luggage": "{¿dónde está mi maleta?|¿dónde salen las maletas?|no veo mi maleta.}",
    "pretty": "{me gusta mucho su país.|la ciudad es muy bonita.|es mi primera vez aquí.}",
    "long": "{¿falta mucho?|¿cuánto tiempo tarda esto?|tengo prisa.}",
    "officer_name": "{¿cómo se llama usted?|¿y usted, cómo se llama?|¿cuál es su nombre?}",
    "why": "{¿por qué me pregunta eso?|¿por qué?|¿es necesario?}",
    "robot": "{¿es usted un robot?|¿eres una máquina?|¿eres una inteligencia artificial?|are you a robot?}",
    "rude": "{qué pesado.|es usted muy pesado.|esto es una tontería.|qué aburrido.}",
    "you": "{¿y usted?|¿de dónde es usted?|¿trabaja mucho?}",
    "spanish": "{mi español no es muy bueno.|hablo poco español.|estoy aprendiendo español.}",
}

FOLLOW_YES = {
    "declare": "{sí, aquí está{ el formulario|}.|sí, está declarado.|sí, quiero declararlo.|sí.|de acuerdo.|"
    "sí, claro.|está bien, lo declaro.}",
    "food": "{de acuerdo.|está bien.|sí, lo dejo aquí.|sí.|vale, lo siento.|ok.|no lo sabía, perdón.}",
    "medicine": "{sí, aquí está la receta.|sí, tengo receta.|sí.|claro, aquí está.|sí, del médico.}",
    "pet": "{sí, aquí está{ el certificado|n los papeles|}.|sí, tiene todas las vacunas.|sí.|claro, aquí tiene.}",
    "sample": "{sí, aquí está{ la factura| la lista|}.|sí.|son muestras sin valor.|no son para vender.|"
    "sí, tengo los papeles.}",
}
FOLLOW_NO = {
    "declare": "{no.|no, no lo sabía.|no, lo siento.|todavía no.|no, no quiero.}",
    "food": "{no.|¿por qué?|pero es para mi familia.|no, por favor.|es un regalo.}",
    "medicine": "{no.|no tengo receta.|no, no tengo.|la olvidé en casa.}",
    "pet": "{no.|no tengo papeles.|no, lo siento.|todavía no.}",
    "sample": "{no.|no tengo factura.|no, no tengo.|no sé.}",
}
WHAT_IS = (
    "{es una comida.|es un dulce.|es un regalo.|es una cosa de mi país.|es una bebida.|"
    "es comida de mi pueblo.|es una fruta seca.|es un té.}"
)
WHAT_IS_ECHO = {
    "es una comida": "una comida", "es un dulce": "un dulce", "es un regalo": "un regalo",
    "es una cosa de mi país": "una cosa de su país", "es una bebida": "una bebida",
    "es comida de mi pueblo": "comida de su pueblo", "es una fruta seca": "una fruta seca", "es un té": "un té",
}  # fmt: skip

THANKS = (
    "{gracias.|muchas gracias.|gracias, adiós.|muchas gracias, adiós.|ok, gracias.|gracias, señor.|"
    "gracias, señora.|vale, gracias.|"
    "muy amable, gracias.|gracias, buen día.|adiós.|muchas gracias, hasta luego.|bien, gracias.}"
)
EXTRA = (
    "{adiós.|hasta luego.|buen día.|igualmente.|chao.|que tenga buen día.|gracias por todo.|"
    "¿ya puedo pasar?|hasta pronto.|¿eso es todo?}"
)
