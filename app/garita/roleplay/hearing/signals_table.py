"""What a turn does besides telling facts, as patterns over plain words ("," "." "?" stand for pauses). Data only.

Every pattern is linear: alternatives of fixed words, at most a bounded gap between them.
"""

from __future__ import annotations

from garita.roleplay.meaning import OffTopic, Signal

# anywhere in the turn
ANYWHERE: dict[Signal, str] = {
    "dont_know": r"no (lo )?sabo"
    r"|no lo se|no se(?! (lo|la|los|las|le|les|me|nos|te|puede|preocupe|que|si|donde|la|esa|esta))"
    r"|no se (si|donde|cuanto|cuantos|todavia)|no estoy (muy )?segur[oa]|no me acuerdo|no (lo )?recuerdo|ni idea"
    r"|no tengo (ni )?idea|quien sabe|no sabria|no lo tengo claro|no he decidido|todavia no se|i don't know"
     r"|i dont know"
    r"|not sure|no idea|no conozco",
    "repeat": r"repit[ae]\w*|repetir|repeti[rm]\w*|otra vez|una vez mas|como (dice|dijo|ha dicho)|que (dijo|dice"
    r"|ha dicho)"
    r"|de nuevo|no (le |lo |la |te )?(he )?(oigo|escucho|oi|oido|escuche)( bien)?|que me (pregunto"
     r"|ha preguntado|dijo)"
    r"|say (that |it )?again|repeat|pardon|me lo (dice|puede decir)(?! (con|en|de) )|^(como|mande|que|eh que|perdon"
    r"|perdone|disculpe)( [?.])? $|vuelva a (decir|preguntar)\w*",
    "slower": r"(mas|muy|un poco|poco|hable|hablar|puede) (mas )?(despacio|lent[oa]|lentamente|despacito|lentito)"
    r"|despacio|despacito|mucho rapido"
    r"|habla (muy |demasiado |tan )?rapido|va (muy|demasiado) rapido|tan rapido|(muy|demasiado) rapido|mas lento"
    r"|lentamente"
    r"|slow(er|ly)?( down)?|too fast|menos rapido|(no )?(tan|mas|muy) (de ?prisa|aprisa)",
    "explain": r"no (le |lo |te |la )?(entiend[oe]|comprend[oe]|entendi|comprendi|entender|comprender|he entendido"
    r"|he comprendido"
    r"|estoy entendiendo)|que (significa|quiere decir|es eso|es esto|significan)|a que se refiere|(entendo"
     r"|capisco)|no conozco (la|esa|esta) palabra"
    r"|(puede|podria|me) (me )?explic\w+|expliqu\w+|explicarme|(en|con) otras palabras|que quiere saber|mas (facil"
    r"|sencillo|simple)"
    r"|no se que (es|significa|quiere)"
    r"|que (es|son) (un |una |el |la |los )?\w+ \?|no se (la|esa|esta) palabra|eso que es|que es eso",
    "how_are_you": r"como (esta|estas|le va|te va|anda)(?! (la|el) )( usted)?|que tal( esta| usted| todo)?(?= [?.]"
    r"| $)|como va (todo|el dia|la cosa)|que tal el (dia|trabajo)|todo bien \?|how are you|como se encuentra",
    "thanks": r"(muchas |mil )?gracias|muy amable|se lo agradezco|le agradezco|thank you|thanks|grasias",
    "farewell": r"adios|hasta (luego|pronto|la vista|otra)|chao|chau|me voy ya|me voy [.?]|que tenga (un )?(buen"
    r"|feliz)\w*( dia| tarde| noche)?"
    r"|buen dia [.]|ya puedo (pasar|irme|ir)|puedo (pasar|irme)|puedo ir(?= [?]| $)|(hemos )?terminamos|^(ok |vale "
    r"|bueno |listo )?(eso es todo|es todo|ya esta|ya hemos terminado|hemos terminado|terminamos ya)( [?.])? $"
    r"|me deja pasar|(ya )?puedo (entrar|salir|marcharme)|bye|goodbye|igualmente"
    r"|nos vemos|feliz dia|cuidese",
    "sorry": r"no (lo )?sabia( eso)?|no conocia (la|esa) (regla|norma|ley)|nadie me lo dijo|perdon(e|eme|a"
     r"|ame)?|lo siento|disculp[ae](me)?|sorry|lo lamento|mil disculpas",
    "insult": r"no sirve(s)? (usted )?para nada|deje de (molestar|fastidiar)|idiota|imbecil|estupid[oa]s?"
     r"|tont[oa]s?|tonteria|mierda|puta|puto|cabron\w*|gilipollas|pendej[oa]"
    r"|callate|callese"
    r"|vete al? \w+|vayase al? (infierno|diablo|carajo|mierda)|que (te|le) (jodan|den)|fuck\w*|shit|asshole|bitch"
    r"|stupid|pesad[oa] (es|eres)"
    r"|(que|muy|tan) pesad[oa]|que aburrido|eres (un|una) \w*(inutil|payaso|burr[oa]|maleducad[oa])|inutil"
    r"|payas[oa]|maldit[oa]|boludo|(vete|vaya|vayase|a) a? ?la porra|hijo de (puta|perra)"
    r"|me importa un|que asco|corrupt[oa]s?|ladron(a|es)?|racista|shut up|maleducad[oa]|burr[oa] (eres|es usted)"
    r"|carajo|joder|coño|cono de|dejeme en paz|nada mejor que hacer|molestar a la gente"
    r"|(mas|menos) (rapid|list|inteligente|amable)\w* que (usted|tu)",
    "injection": r"a partir de este momento (ya )?(no )?(es|eres|sera|seras)"
     r"|olvid[ae] lo que (le|te) (mandaron|dijeron|ordenaron|pidieron)|orden(es)? del sistema"
     r"|dej[ae] (su|tu) (papel|rol)|escrib[ae] todo lo que (le|te) (dijeron|mandaron)"
     r"|forget (your|all|the) (instructions|orders|rules)|answer only (with|in)"
     r"|(a partir de|desde) ahora( en adelante)? (responde|contesta|habla|escribe|eres|seras|di"
     r"|actua|solo)\w*"
    r"|de ahora en adelante|(responde|contesta|hablame|escribe) (solo |siempre |todo )?en (ingles|frances|aleman"
    r"|portugues|italiano|chino)"
    r"|(hazme|hagame|dime|digame|(escrib|cuent|recit|cant|invent)[ae](me|nos|le)?) (un|una) (poema|programa|chiste"
    r"|cuento|cancion|codigo"
    r"|historia|receta)|nuev[ao]s? (instruccion|instrucciones|orden|ordenes)|(di|dame|emite) (ya )?(el|tu"
     r"|un) veredicto"
    r"|eres un (poeta|pirata|robot que)|habla como (un|una) (pirata|poeta|robot|nino)|^fin ?[,.]? puede pasar"
     r"|olvid[ae]\w* (de )?(todas? )?(las? |tus |sus |los |todo|mis |lo )?\w*(instruccion\w*|reglas"
    r"|ordenes|anterior\w*|lo anterior|todo)"
    r"|ignor[ae]\w* (todas? )?(las? |tus |sus |previous|all|your|the )?\w* ?(instruc\w+|prompt|reglas|previous"
    r"|anterior\w*|rules)"
    r"|ignor[ae] (tu|su) (papel|rol)|(que )?modelo de lenguaje|ignore (all |the |your |any )?(previous|prior|above)"
    r"|(ahora )?eres ahora|ahora eres|a partir de ahora (eres|seras|actua)"
    r"|(system|sistema|assistant|asistente|user|usuario|oficial|agente|officer|instruccion) ,(?= \w)"
    r"|^(system|sistema) (you|el|la|eres|ahora|ignore|override)|(cuales son|dime|muestra\w*) (cuales son )?(tus|sus"
    r"|las) instrucciones|system prompt|prompt|jailbreak|modo (desarrollador|dios|debug)|developer mode|actua como"
    r"|haz como si|pretend (you|to)|you are now"
    r"|como modelo de lenguaje|(dime|muestra|revela|repite) (me )?(tus|las|sus) instrucciones"
    r"|instrucciones (previas|anteriores|del sistema)"
    r"|oido ,|ahora , pregunta|veredicto , |inst |im start|dan mode|chatgpt|desactiva\w*",
    "document": r"aqui (lo |la |los |las )?(tiene|tienes|esta|estan|tengo)|aqui va|tome|tenga (usted)?|aca (lo "
    r"|la )?(tiene|esta|tengo)"
    r"|(este|esta|ese) es (mi|el|la)( pasaporte| receta| certificado| visado| visa| factura)|le (doy|muestro|enseno"
    r"|entrego)|se lo (doy|muestro)"
    r"|here (is|you are|it is|you go|are)|(lo|la|los|las) (tengo|llevo|traigo) aqui|ahi (lo |la )?(tiene|va|esta)"
    r"|le paso"
    r"|^mi pasaporte [,.]|mi pasaporte$|mire (el|la|mi) (receta|pasaporte|certificado|factura|papel\w*)",
}  # fmt: skip

# the whole turn, or its first words before a pause
YES = (
    r"(si+|sip|claro|por supuesto|vale|ok|okay|okey|de acuerdo|exacto|exactamente|correcto|eso es|desde luego"
    r"|como no|asi es"
    r"|esta bien|afirmativo|yes|yeah|yep|sure|of course|cierto|es verdad|entendido|entiendo|comprendo|perfecto"
    r"|muy bien|listo"
    r"|es correcto|efectivamente|creo que si|pienso que si|obvio|dale|simon|sin problema|no hay problema|lo entiendo"
    r"|aja|tal cual|digamos que si|con (mucho )?gusto|ya entiendo|ya veo|correct|alright|all right|naturalmente|seguro"
    r"|eso)"
)
BEFORE_NO = "perdon|lo siento|hola|ok|okay|so|pues|gracias|buenos dias|yo|verdad|de|la"
# the whole of an answer
BARE_NO = (
    r"(no|nop|nope|para nada|en absoluto|claro que no|que va|nada|creo que no|tampoco|ninguno|ninguna"
    r"|de ninguna manera)"
    r"( no| nada|( |, )?(esta|este) vez| gracias| senor| senora| (lo |la |los |las )?(llevo|tengo|traigo)( nada"
    r"| de eso| eso"
    r"| nada de eso)?| hay( nada)?"
    r"| de verdad que no| grasias a dios no| gracias a dios)*"
)
NO = (
    r"(no+|nop|nope|para nada|en absoluto|claro que no|nunca|jamas|negativo|que va|tampoco|de ninguna manera|not"
    r"|todavia no|aun no"
    r"|creo que no|ninguno|ninguna|nada|nadie|nothing)"
)
# asked for the passport: it comes
PASSPORT = (
    r"(mi |el |su )?(pasaporte|documento|cedula)(?! \?)|mire|mira|here|aqui|aca|ten|tenga|toma|tome|voila"
    r"|mi pasaporte|este es|un momento|ahi (va|esta|tiene)|aqui lo (traigo|llevo"
    r"|tengo)"
    r"|claro|^(si|ok|okay|vale|por supuesto|como no)( , claro| , si| claro| si)*( [.])? $"
)
# asked for the passport: it does not come
NO_PASSPORT = (
    r"(he|lo he) (perdido|olvidado|dejado)|perdi|olvide|se me (quedo|olvido|perdio)|me lo (robaron|han robado"
    r"|olvide)|lo deje"
    r"|no (lo )?(tengo|traigo|llevo|encuentro|traje)( aqui| conmigo| el| mi| pasaporte| ningun)*( [,.]| porque| en)?"
    r"|no (se )?(lo|te lo) (voy a )?(dar|doy|quiero dar|mostrar|enseno|muestro)|no quiero darselo|sin pasaporte"
)

# asked for a sum
BEFORE_LITTLE = "si|no|tengo|llevo|traigo|solo|muy|un|bien|la|bastante|realmente|en|efectivo"
LITTLE = (
    r"(poc[oa]s?|poquit[oa]|poquitin|mucho|demasiado|algo|lo (justo|necesario|normal|suficiente|basico)|suficiente"
    r"|bastante|casi nada|muy poco|lo de siempre|lo que necesito)( (de )?(dinero|efectivo|plata)| en efectivo| encima"
    r"| conmigo| aqui)*"
)

GREETING = (
    r"hola|(muy |mucho |que tal ,? ?)?buenos dias|(muy |que tal ,? ?)?buenas (tardes|noches)|buen(os"
    r"|as) (dias|tardes|noches)|buen dia|buenas|hello|hi|good (morning|afternoon|evening)|saludos|hey"
    r"|muy buenas|ola"
)

# Asked of the officer, not told of the suitcase: "¿es usted un robot?", but "traigo un robot de cocina".
ROBOT_ASKED = (
    r"(usted|es|eres|habla como|parece|pareces|seras|sera) (usted )?(un |una )"
    r"(robot|maquina|programa|ordenador|computadora|inteligencia artificial|ia|bot)(?= [?.,]| de verdad| *$)"
    r"|are you (a |an )?(robot|machine|real|human|bot|ai|computer)"
)

OFF_TOPIC: tuple[tuple[OffTopic, str], ...] = (
    ("robot",
     r"(robot|maquina|inteligencia artificial|eres (un |una )?(ia|bot|humano|real|programa)"
     r"|are you (a )?(robot|real|human|bot|ai)"
     r"|es usted (una )?(persona|humano|real|maquina)|chat ?bot|computadora que habla)"),
    ("bathroom",
     r"^(perdon |disculpe |por favor )?(, )?(los|el|al|un|las) (banos?|servicios?|aseos?|lavabos?"
     r"|toilet)( [?.,]|$)|(donde|hay|necesito|quiero|puedo|where|busco|urgente|need|usar)( \w+){0,5} (bano"
     r"|banos|aseo|aseos"
     r"|servicio|servicios|bathroom|toilet|restroom|lavabo)"),
    ("taxi",
     r"(donde|hay|como|where|puedo|necesito|tomar|busco)( \w+){0,5} (taxis?|autobus|metro|uber|bus|tren al"
     r"|transporte)|como (llego|voy|se llega|puedo (ir|llegar)) (al?|hasta)( \w+){0,2} (centro|hotel"
     r"|ciudad)"),
    ("exchange",
     r"a como esta (el|la) \w+|pag(o|ar) con (tarjeta|dolares|euros)|cajero|cambi(ar|o)( \w+){0,3} (dinero"
     r"|moneda|dolares|euros|pesos|divisas|plata)|casa de cambio|(donde"
     r"|hay)( \w+){0,4} (banco|cajero)|exchange money"),
    ("wifi",
     r"wi ?-?fi|contrasena|clave (del|de)|internet (aqui|gratis)|hay internet|enchufe|cargar (mi|el) (movil"
     r"|telefono|celular)"),
    ("officer_name",
     r"(me )?(dice|dira|puede decir) su nombre|con quien hablo|(como se llama|como te llamas|cual es (su"
     r"|tu) nombre|su nombre)( usted)? \?|y usted , como se llama"
     r"|como se llama usted|what is your name|what's your name|como te llamas"),
    ("about_you",
     r"trabaja (usted )?(mucho|aqui|muy)|le gusta( a usted)?( \w+){1,4} \?|y usted \?|y tu \?|(de donde es"
     r"|tiene hijos|esta casad[oa]|trabaja mucho|cuantos anos tiene"
     r"|le gusta su trabajo|vive aqui)( usted)?( \w+){0,2} \?|es usted de aqui|usted (tiene|vive"
     r"|trabaja)( \w+){0,3} \?"),
    ("football",
     r"futbol|real madrid|barca|messi|partido de (ayer|anoche)|(boca|river) (o|gano)|le gusta el (tenis"
     r"|baloncesto|beisbol)|mundial"),
    ("time", r"(dice|tiene|sabe|perdon|perdone|disculpe)( ,)? la hora|tiene hora|que hora (es|son)"
     r"|tiene(s)? (la )?hora|what time|a que hora (sale|cierra|es|abre)"),
    ("luggage",
     r"(donde|no veo|no encuentro|perdi|perdieron|no llego|no ha llegado|where|falta)( \w+){0,4} (maletas?"
     r"|equipaje|valijas?|luggage|bags?|mochila)|(han )?perdid?(o|ieron) (mi|mis|la|el) (maletas?|equipaje|valijas?)"
     r"|(mi|el) (maleta|equipaje|valija) no (llego|esta|aparece"
     r"|ha)"),
    ("how_long",
     r"(va a|vamos a) tardar|tarda mucho|mi \w+ me espera(?! en casa)|me espera (mi |un |el )?(taxi|coche"
     r"|autobus)|me devuelven? (el|mi) pasaporte|(falta|queda) mucho|cuanto (tiempo )?(tarda|dura|falta|demora"
     r"|va a tardar)|tengo (mucha )?prisa"
     r"|voy a perder|pierdo (mi|el) (vuelo|tren|avion)|mi (vuelo|tren|autobus) sale (en|ya|pronto)|(es"
     r"|esto es) muy lento|how long|llego tarde|estoy apurad[oa]|me estan esperando|tengo (otro"
     r"|un) vuelo (en|pronto)"),
    ("weather",
     r"(que|menudo|vaya|mucho|tanto|cuanto) (calor|frio|viento|lluvia)|(calor|frio) (hace|que hace)"
     r"|que dia (tan|mas) \w+|que tiempo hace|hace (mucho |un poco de |tanto |bastante )?(calor|frio|sol"
     r"|viento)|llov\w+|llueve"
     r"|lluvia|el (clima|tiempo)( \w+){0,2} (bonito|bueno|malo|horrible|hoy|aqui)|como esta el (clima"
     r"|tiempo)|weather|nieva|nevar|que (calor|frio)"),
    ("tired",
     r"(estoy|muy|tan) (muy |tan |bastante |super )?cansad[oa]|tengo (mucho )?sueno|no (he dormido|dormi)"
     r"|(viaje|vuelo) (fue|ha sido|es|era) (muy |tan )?(largo|cansado|pesado|horrible)|jet ?lag|agotad[oa]"
     r"|i am tired|i'm tired"),
    ("hungry",
     r"no he (comido|desayunado|cenado|bebido)|tengo (mucha |algo de )?(hambre|sed)|tengo (mucha )?(hambre|sed)"
     r"|donde( \w+){0,3} (comer|tomar algo|desayunar|cenar)|(hay"
     r"|donde hay)( \w+){0,3} (restaurante|cafe aqui|cafeteria)|quiero (comer|un cafe|agua|beber)"
     r"|i am hungry|i'm hungry|muero de hambre"),
    ("nervous",
     r"(un poco de |mucho |algo de )miedo|miedo|los nervios|(estoy|me pongo|muy|un poco) (muy |un poco "
     r"|tan )?nervios[oa]|tengo miedo|me da miedo|i am nervous"
     r"|i'm nervous|no he hecho nada( malo)?|estoy preocupad[oa]"),
    ("my_spanish",
     r"hablo (muy )?(bien|mal|poco)( el)? espanol|mi espanol( \w+){0,3}|hablo (muy "
     r"|solo )?(un )?poco (de )?(espanol)?|estoy aprendiendo"
     r"|aprendo espanol|estudio espanol desde|no hablo (muy |mucho |bien )?(bien )?(el )?espanol|hablo mal"
     r"|my spanish|don't speak spanish|dont speak spanish"),
    ("phone",
     r"al telefono|mi (telefono|movil|celular)(?= [.,?]| $)|(hacer|sacar|tomar) (una |unas )?fotos?|(puedo"
     r"|necesito|quiero|tengo que|donde)( \w+){0,3} (llamar|telefonear|usar (el|mi) (telefono|movil"
     r"|celular))|tarjeta sim|(mi|el) (telefono|movil|celular) (no|esta|suena|se)|me (llaman"
     r"|esta llamando)"),
    ("lost",
     r"no encuentro (la|el) (salida|puerta|cola|fila|mostrador)|(fila|cola|puerta) equivocada|es (esta"
     r"|aqui) (la|el) (aduana|salida|cola|fila|control)|busco la (salida|puerta)|(estoy|me he|me) perdid[oa]"
     r"|me perdi|donde (estoy|esta la salida)|no se donde (estoy|ir)|la salida"
     r"|perdi (mi|el|la)( \w+){0,2}"),
    ("why",
     r"por que( \w+){0,4}|es( \w+)? (imprescindible|necesario|obligatorio|importante) \?|tengo que (contestar"
     r"|responder|decirlo|decirselo)|todo , todo \?|(y )?(eso|esto)( a usted)? que (le|te) importa"
     r"|para que (lo |quiere|necesita)|por que( \w+){0,4} (pregunta\w*|quiere saber|necesita|tantas|eso|esto)?"
     r"|para que quiere"
     r"|es (realmente )?(necesario|obligatorio)|que le importa|eso es privado|es privado|why"),
    ("pretty",
     r"(su|este) (pais|aeropuerto|ciudad) es \w+|que \w+ tan (bonit|lind|herm)\w+|me (gusta|encanta) (mucho "
     r"|muchisimo )?(su|este|el|la|esta|tu) (pais|ciudad|aeropuerto|cultura"
     r"|comida|gente)|(pais|ciudad|aeropuerto|lugar)( \w+){0,3} (bonit[oa]|herm[oa]s[oa]|lind[oa]"
     r"|precios[oa]|bell[oa])|primera vez|que (bonit[oa]|lind[oa])|muy (bonit[oa]|lind[oa])|bonito (pais"
     r"|aeropuerto)|le gusta (vivir|la ciudad)|que me recomienda"),
    ("small_talk",
     r"un bebe que \w+|hoy es mi cumpleanos|que uniforme|bonita corbata|en el avion (habia|hacia|he|vi|me)"
     r"|una pelicula|feliz (navidad|ano)|que (bonita|lindo) (corbata|uniforme|gorra)|me gusta su \w+|(el vuelo"
     r"|el viaje) (fue|estuvo|ha sido) (muy )?(bien|bueno|bonito|tranquilo)|tiene(n)? mucho trabajo"
     r"|mucha gente( hoy)?|cuanta gente|hay mucha (gente|cola|fila)|i love (your|this)"),
)  # fmt: skip

NOISE = (
    r"(?:[a-z]*(?:asdf|qwer|zxcv|hjkl)[a-z]*|(?:ja|je|ji|ha|he){2,}\w?|(?:bla|la|na|nana){2,}|bla"
    r"|[bcdfghjklmnpqrstvwxz]{4,}|(\w)\1{2,}|x+|z+|lol|lalala|jkl|uiop|\w*nana\w*na)"
)

# asked for a paper: it is named or shown
PAPER = (
    r"facturas?|recetas?|certificados?|cartilla|papeles|documentos?|recibo|ticket|visado|visa|billetes?"
    r"|boletos?|formulario"
    r"|declaracion|pasaje|libreta|carne de vacunas|mire|tome|tenga|aqui"
)
# ... it is not there
NO_PAPER = (
    r"no (me |la |lo |los |las |se la |se lo )?(me )?(dieron|han dado|dio|tengo|traigo|llevo|traje|hay"
    r"|encuentro|hice|pedi"
    r"|tenemos|necesito)|sin (factura|receta|papeles|certificado|declarar)"
    r"|se me (olvido|quedo|perdio|olvidaron|quedaron|perdieron)"
    r"|se (quedo|quedaron|perdio|perdieron)|(la|lo|las|los) (olvide|deje|perdi|he (dejado|olvidado|perdido)|tiene mi)"
    r"|(olvide|deje|perdi) (la|el|las|los|mi|mis)|(esta|estan) en (casa|la oficina|mi (casa|oficina|pais|otra))"
    r"|(telefono|movil|celular|correo|tableta|bateria)( \w+){0,2} (apagad[oa]|descargad[oa]|muert[oa]|rot[oa])"
    r"|(telefono|movil|celular|pantalla)( \w+){0,2} no (tiene|funciona|prende|enciende|carga|abre|va)"
    r"|(no hay|sin|no tengo|no tiene) (senal|internet|bateria|cobertura|conexion|wifi)"
)
