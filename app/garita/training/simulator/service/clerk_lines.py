"""What any clerk says around the questions. Data only; ``lines`` says how to read it.

``<x>`` is what was heard, ``<about>`` the matter of an act, ``<ask>`` a question; the other slots are an act's own.
"""

from __future__ import annotations

from garita.training.simulator.service.lines import Lines

CLERK = Lines("""
@greet
es <place>, {buenos días|buenas tardes|muy buenas}
es {buenos días|buenas tardes|buenas}, {le atiende|soy} <first>
es {hola|buenas}, {pase, pase|siéntese|acérquese|dígame}
es ¡{qué tal|hola, qué tal}! {Enseguida le atiendo|Ya estoy con usted}
tú ¡hola! {Soy|Yo soy|Me llamo} <first>
tú {hola|buenas}, {qué tal|cómo va todo|siéntate}
tú ¡{ey|hola}! {Qué bien verte por aquí|Hay sitio a mi lado}
en {hello|hi|good morning|good afternoon}, this is <place>
en {hello|hi there}, {I'm|this is} <first>
en {good morning|good evening|hello}, {come in|come closer|have a seat}
en {hi there|hello there}! {How can I help|How are you today}?
pal {hi|hey|hello}! {I'm|my name is} <first>
pal {hey|hi there}, {nice to see you here|there's a free chair|how is it going?}
pal {hello|oh, hi}! {Good to have company|What a noise in here}
@lead
es {bien|muy bien|perfecto|estupendo}.
es {a ver|bueno|pues|y ahora|dígame},
es {otra cosa|una cosita más|por cierto},
es {de acuerdo|fenomenal|genial}.
es {sigo apuntando|vamos avanzando}.
tú {oye|bueno|y dime|a ver|cuéntame},
tú {qué bien|genial|guay|mira}.
tú {por cierto|otra cosa},
en {good|very good|perfect|great}.
en {well|so|now|tell me},
en {one more thing|by the way|just to know},
en {all right|okay|lovely}.
en {I'm writing it down|I see}.
pal {oh|so|tell me|by the way},
pal {cool|nice|great}.
@lead_spain
es {vale|vale, vale|venga|anda}.
tú {vale|venga|anda|hala}.
@lead_america
es {listo|con gusto|claro que sí|cómo no|ahorita mismo}.
tú {dale|listo|qué padre|qué bueno|chévere}.
@tail
es {, por favor|, si es tan amable|, si no le importa}
tú {, si se puede saber|, anda|, dime}
en {, please|, if you don't mind|, if I may ask}
@ask
es ¿{y|me dice|me confirma} <about>?
es {me falta|me falta saber|solo necesito} <about>
es ¿{qué me dice sobre|cómo vamos con} <about>?
tú ¿y <about>?
tú {cuéntame algo sobre|háblame sobre|todavía no sé} <about>
en and <about>?
en {could you tell me|can you give me|may I know} <about>?
en {I still need|all I need is|next is} <about>
en {what about|how about} <about>?
pal and <about>?
pal {tell me something about|I still don't know} <about>
@take_up
es {muy bien|bien|perfecto|entendido|apuntado}, <x>
es <x>, {muy bien|perfecto|de acuerdo|apuntado|claro}
es {entonces|o sea}, <x>
es {ha dicho|queda} <x>
es <x>
tú {qué bien|vale|ajá|anda}, <x>
tú <x>, {qué bien|claro|no me digas|ya veo}
tú {conque|o sea}, <x>
en {very good|good|perfect|understood|noted}, <x>
en <x>, {very good|perfect|all right|noted|sure}
en {so|then}, <x>
en {that's|I have} <x>
en <x>
@take_up_nothing
es {nada, entonces|sin problema|tampoco pasa nada|entonces lo dejamos sin eso|pues nada}
tú {nada de nada|tampoco pasa nada|pues muy bien}
en {nothing, then|no problem|that's fine too|then we leave it out|none at all}
@repeat
es {claro, otra vez|se lo digo de nuevo|perdone, hablo muy rápido|sin prisa}: <ask>
tú {claro, otra vez|te lo digo de nuevo|perdona, hablo muy rápido}: <ask>
en {sure, once more|let me say that again|sorry, I speak too fast|no hurry}: <ask>
@easier
es {de otra manera|lo digo más sencillo|en pocas palabras}: <ask>
tú {de otra manera|lo digo más fácil|en corto}: <ask>
en {in other words|let me put it simply|in short}: <ask>
@quantity
es <item>: ¿{cuánto|qué cantidad} {quiere|le pongo|necesita}?
es {y de|hablando de} <item>, ¿{cuánto va a ser|qué cantidad|cuánto le apunto}?
en <item>: how {much|many} {would you like|do you need|shall I wrap up}?
en {and of|speaking of} <item>, {how many will it be|what quantity|how much shall I note}?
@confirm
es {a ver si he entendido|para no equivocarme|solo por asegurarme}: <item>, ¿{verdad|no|es eso}?
es ¿{he oído|ha dicho|era} <item>?
tú {a ver si lo pillo|espera}: <item>, ¿{verdad|no|es eso}?
tú ¿{has dicho|era} <item>?
en {let me see if I understood|just to be sure|sorry}: <item>, {right|is that it|correct}?
en {did I hear|did you say|was that} <item>?
@change
es {antes tenía apuntado|al principio era} <before>, {y ahora veo|y ahora oigo} <item>. ¿{Cuál dejo|Cambio}?
es ¿{dejo|apunto} <item> o <before>?
tú {antes era|al principio era} <before>, {y ahora|y luego} <item>. ¿{En qué quedamos|Cuál es la buena}?
en {I had|first it was|at first I wrote} <before>, {now it is|and now I hear} <item>. {Which one is it|Do I change it}?
en {shall I keep|do I write} <item> or <before>?
@price
es {todo junto son|en total son|la cuenta sale por|todo hace} <price> por <item>
es {por|para} <item> {son|serían|le cobro} <price>
es <price> por <item>, {cuando quiera|si le parece bien|y hemos terminado}
en {all together it's|in total that makes|the bill comes to} <price> for <item>
en {for|as for} <item> {it's|that makes|I charge} <price>
en <price> for <item>, {whenever you like|if that's fine|and we're done}
@ready
es {ya está todo|pues todo listo|lo tengo todo|hemos terminado}, {no falta nada|gracias por la paciencia}
tú {pues ya nos conocemos|qué charla más buena|me ha encantado hablar contigo|el tiempo vuela}
en {that's everything|all set|I have it all|we're done}, {nothing is missing|thanks for your patience|all noted}
pal {it's been so nice talking to you|what a nice talk|time flies, I have to go|I'm glad we met}
@farewell
es {hasta luego|adiós|hasta otro día}, {que lo disfrute|gracias por venir|cuídese mucho|que tenga buena tarde}
es {gracias a usted|muchas gracias|de nada}, {vuelva cuando quiera|aquí estamos|hasta la próxima semana}
tú {nos vemos|chao|hasta luego|un abrazo}, {pásalo bien|cuídate|escríbeme|me voy corriendo}
en {goodbye|bye|see you}, {enjoy|thanks for coming|take care|have a nice evening}
en {thank you|you're welcome|thanks so much}, {come back any time|we're always here|see you next week}
pal {bye|see you|see you around}, {have fun|take care|write to me|I have to run}
@aside
es {muy bien|claro|gracias|perdón|un momento|sin problema}
en {okay|thank you|sorry|of course|one moment|no problem}
@again
es {a ver|como decía|volviendo a lo nuestro|y sigo}, <ask>
tú {a ver|como decía|volviendo a lo de antes}, <ask>
en {so|as I was saying|back to business|and then}, <ask>
pal {so|as I was saying|anyway}, <ask>
""")
