"""What customers want to know, and remarks that only want a kind word. Data only; ``query`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.query import queries

INFORMATION = queries("""
@hours | el horario | the opening hours | hours
es? {perdone, |una pregunta: |}¿{a qué hora abren|qué horario tienen|hasta qué hora están}?
es? ¿y {mañana también abren|el domingo está abierto}?
es= {Abrimos|Estamos|El horario es} <x>
es= {Hoy abrimos|Entre semana abrimos} <x>
tú? oye, ¿{hasta qué hora está abierto esto|a qué hora cierran}?
tú= {Abren|Creo que abren|Esto abre} <x>
en? {excuse me, |one question: |}{when do you open|what are your hours|how long are you open}?
en? and {are you open tomorrow|is it open on Sundays}?
en= {We are open|Our hours are|We open} <x>
en= {Today we are open|On weekdays it's} <x>
@toilet | los servicios | the toilets | where
es? {perdone, |}¿{dónde están los servicios|hay un baño por aquí|puedo usar el baño}?
es= {Los servicios están|El baño está|Lo encuentra} <x>
tú? perdona, ¿{dónde está el baño|sabes dónde está el baño}?
tú= {El baño está|Está|Lo tienes} <x>
en? {excuse me, |}{where are the toilets|is there a bathroom here|may I use the bathroom}?
en= {The toilets are|The bathroom is|You'll find it} <x>
@way | el camino | the way | where
es? ¿{cómo llego a la parada|dónde queda la farmacia|por dónde se va al centro|dónde hay un cajero}?
es? {me he perdido, |no soy de aquí, }¿{dónde está la estación|por dónde voy}?
es= {Está|Queda|Lo tiene} <x>
es= {Muy fácil, está|No está lejos:} <x>
tú? ¿{cómo llego a la parada|sabes dónde hay un cajero|por dónde se va al centro}?
tú= {Está|Queda|Lo tienes} <x>
en? {how do I get to the stop|where is the chemist's|which way is the centre|where is a cash machine}?
en? {I'm lost, |I'm not from here, }{where is the station|which way do I go}?
en= {It is|It's|You'll see it} <x>
en= {Very easy, it's|It isn't far:} <x>
@wifi | la clave del wifi | the wifi code | secret
es? ¿{tienen wifi|cuál es la clave del wifi|hay internet}?
es= {La clave es|El wifi se abre con|Escriba} <x>
tú? ¿{sabes la clave del wifi|hay wifi aquí}?
tú= {La clave es|Escribe|Creo que es} <x>
en? {do you have wifi|what is the wifi code|is there internet}?
en= {The code is|The wifi opens with|Just type} <x>
@price | el precio | the price | price
es? ¿{cuánto cuesta|qué precio tiene|cuánto sería|sale muy caro}?
es? {antes de seguir, |}¿{cuánto vale todo|me dice el precio}?
es= {Cuesta|Sale a|Son} <x>
es= {El precio es|Todo son} <x>
en? {how much is it|what does it cost|what would it be|is it very dear}?
en? {before we go on, |}{how much is everything|could you tell me the price}?
en= {It costs|It comes to|It's} <x>
en= {The price is|Everything is} <x>
@tip | un sitio recomendable | a place worth seeing | pick
es? ¿{qué me recomienda|dónde se come bien|qué hay que ver por aquí}?
es= {Le recomiendo|A la gente le gusta|Vaya a ver} <x>
es= {Mi sitio favorito es|Cerca de aquí tiene} <x>
tú? ¿{qué me recomiendas|dónde comes tú|adónde vas por aquí}?
tú= {Te recomiendo|A mí me encanta|Prueba} <x>
en? {what do you recommend|where can one eat well|what should I see around here}?
en= {I recommend|People like|Go and see} <x>
en= {My favourite place is|Near here you have} <x>
@wait | la espera | the wait | wait
es? ¿{hay que esperar mucho|cuánto tarda|falta mucho}?
es= {Tarda|La espera es de|Calcule} <x>
en? {is there a long wait|how long does it take|will it take long}?
en= {It takes|The wait is|Count on} <x>
@discount | el descuento | the discount | for_group
es? ¿{hay algún descuento|tienen precio de estudiante|y para jubilados}?
es= {Hay descuento|Tenemos una rebaja|El precio es menor} <x>
en? {is there any discount|do you have a student price|and for pensioners}?
en= {There is a discount|We have a lower price|It's cheaper} <x>
""")

REMARKS = queries("""
@weather | el tiempo | the weather |
es? {qué calor hace|hace un frío terrible|otra vez llueve|qué día tan bonito}
es= {Sí, vaya día|Este tiempo está loco|Dicen que mañana cambia|Por lo menos aquí se está bien}
en? {it's so hot today|it's freezing outside|it's raining again|what a lovely day}
en= {Yes, what a day|This weather is mad|Tomorrow it will change, they say|At least it's nice in here}
@tired | el cansancio | being tired |
es? {estoy muy cansado|estoy muy cansada|hoy he dormido fatal|perdone, ha sido un día largo}
es= {Ya casi terminamos|Se le nota, pobre|Siéntese un poco|Le entiendo, yo igual}
tú? {estoy muerta|estoy muerto|hoy he dormido fatal|vaya semana llevo}
tú= {Te entiendo, yo igual|Siéntate un poco|Se te nota, pobre|Necesitas vacaciones}
en? {I'm so tired|I slept badly|sorry, it has been a long day}
en= {We've nearly finished|You look it, poor you|Sit down a little|I understand, me too}
@praise | el cumplido | the kind words |
es? {qué amable es usted|qué sitio tan bonito|me encanta este lugar}
es= {Qué bien que le guste|Da gusto oírlo|Hacemos lo que podemos}
tú? {qué simpática es la gente aquí|qué sitio tan bonito|me encanta este lugar}
tú= {Qué bien que te guste|A mí también|Da gusto oírlo}
en? {you are so kind|what a beautiful place|I love it here}
en= {I'm glad you like it|That's good to hear|We do what we can}
@language | el idioma | the language |
es? {perdone mi español|hablo un poco mal|mi acento es horrible|estoy aprendiendo español}
es= {Se le entiende todo|Habla muy bien|No se preocupe por el acento|Así se aprende}
tú? {perdona mi español|hablo un poco mal|mi acento es horrible}
tú= {Se te entiende todo|Hablas muy bien|No te preocupes por el acento|Así se aprende}
en? {sorry for my English|I don't speak it well|my accent is terrible|I'm still learning English}
en= {I understand everything|You speak very well|Don't worry about the accent|That's how one learns}
@football | el fútbol | football |
es? ¿{vio el partido ayer|quién ganó anoche|de qué equipo es usted}?
es= {Ni me hable del partido|Ganamos por poco|Yo prefiero el ciclismo}
tú? ¿{viste el partido|quién ganó anoche|de qué equipo eres}?
tú= {Ni me hables del partido|Ganamos por poco|Yo prefiero el ciclismo}
en? {did you see the match|who won last night|which team do you support}?
en= {Don't mention the match|We won, just about|I prefer cycling}
@machine | las máquinas | machines |
es? ¿{es usted una persona|hablo con un robot|es una máquina}?
es= {Yo solo atiendo a la gente|De eso no entiendo mucho|Aquí seguimos con lo nuestro}
tú? ¿{eres una persona|hablo con un robot|eres de verdad}?
tú= {Qué cosas tienes|De eso no entiendo mucho|Yo solo charlo contigo}
en? {are you a person|am I talking to a robot|are you a machine}?
en= {I only serve people here|I don't know much about that|Let's stay with our business}
@busy | la gente | the crowd |
es? {cuánta gente hay hoy|qué lleno está esto|vaya cola}
es= {Los sábados es así|Hoy estamos a tope|Por la tarde hay menos gente}
en? {it's crowded today|it's so full here|what a queue}
en= {Saturdays are like that|We're packed today|In the afternoon it's quieter}
""")
