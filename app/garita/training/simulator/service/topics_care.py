"""Topics of pharmacy, surgery, hairdresser, gym and tourist office. Data only; ``topic`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.topic import topics

TOPICS = topics("""
@problem | molestia, la molestia | complaint, the complaint | problem
es? ¿Qué {le pasa|le duele|molestia tiene|síntomas tiene}?
es? ¿{Cómo se encuentra|Dónde le duele}?
es= {tengo|me ha salido|estoy con} <x>
es= {llevo días con|otra vez tengo} <x>
es> {Vaya|Lo siento|Qué fastidio}, <x>
es> <x>, {pobre|eso molesta mucho|vamos a verlo}
en? {What is the matter|Where does it hurt|What is troubling you}?
en? {How do you feel|What symptoms do you have}?
en= {I have|I've got|it's} <x>
en= {again I have|for days I've had} <x>
en> {Oh dear|I'm sorry|How annoying}, <x>
en> <x>, {poor you|that hurts|let's see}
@since | comienzo, el comienzo | beginning, the beginning | since
es? ¿Desde cuándo {le pasa|está así|lo nota}?
es? ¿{Cuándo empezó|Hace mucho que está así}?
es= {estoy así|me pasa|lo noto} <x>
es= {empezó y sigo|más o menos} <x>
es> {Así que está mal|Lo tiene} <x>
es> <x>, {ya es tiempo|no es mucho|entiendo}
en? {Since when|How long have you been like this}?
en? {When did it begin|Has it been long}?
en= {I've been like this|I've had it|I've felt it} <x>
en= {more or less|it's been going on} <x>
en> {So you've felt bad|You've had it} <x>
en> <x>, {that's a while|that isn't long|I see}
@allergy | alergia, la alergia | allergy, the allergy | allergy
es? ¿{Tiene alguna alergia|Hay algo que no pueda tomar|Es alérgico a algo}?
es? ¿Alguna alergia que {deba saber|tenga que apuntar}?
es= {tengo alergia|sí, soy alérgico|sí, soy alérgica} <x>
es= {cuidado, tengo alergia|solo tengo alergia} <x>
es> {Anoto|Importante: tiene} alergia <x>
es> {Alergia|Entonces, alergia} <x>, {lo tengo en cuenta|bueno saberlo|entendido}
en? {Any allergies|Are you allergic to anything}?
en? {Is there something you can't take|Any allergy I should know about}?
en= {I'm allergic|yes, I'm allergic} <x>
en= {careful, I'm allergic|I'm only allergic} <x>
en> {I note|Important:} an allergy <x>
en> {Allergic|So, allergic} <x>, {I'll remember|good to know|understood}
@age | edad, la edad | age, the age | age
es? ¿Qué edad {pongo|tiene|le apunto}?
es? ¿{Cuántos años son|Me dice la edad}?
es= {tiene|son|acaba de cumplir} <x>
es= {pues|acaban de ser} <x>
es> {La edad es|Apunto} <x>
es> <x>, {muy bien|gracias por decirlo|vale para este}
en? {What age shall I put|What age shall I write}?
en? {May I ask the age|What is the age}?
en= {that would be|just turned} <x>
en= {well,|already} <x>
en> {The age is|I write} <x>
en> <x>, {very well|good to know|this one is right then}
@medicine | remedio, el remedio | remedy, the remedy | medicine
es? ¿Qué {prefiere tomar|le doy|forma le va mejor}?
es? ¿{Ha tomado ya algo|Qué suele tomar}?
es= {prefiero|suelo tomar|mejor} <x>
es= {si puede ser,|la otra vez tomé} <x>
es> {Le doy|Le recomiendo} <x>
es> <x>, {tres veces al día|después de comer|funciona bien}
en? {What would you rather take|What shall I give you}?
en? {Have you taken anything yet|What do you usually take}?
en= {I'd rather take|I usually take|better} <x>
en= {if possible,|last time I took} <x>
en> {I'll give you|I recommend} <x>
en> <x>, {three times a day|after meals|it works well}
@interest | interés, el interés | interest, the interest | interest
es? ¿Qué le {interesa|gustaría ver|apetece hacer}?
es? ¿{Qué busca en la ciudad|Qué tipo de plan prefiere}?
es= {me interesan|nos gustan|buscamos} <x>
es= {sobre todo|quizá} <x>
es> {Hay mucho de eso|Buena elección}: <x>
es> <x>, {le va a encantar|tengo un folleto|muy bonito todo}
en? {What are you interested in|What would you like to see}?
en? {What do you feel like doing|What kind of plan do you prefer}?
en= {I'm interested in|we like|we want} <x>
en= {above all|maybe} <x>
en> {There is a lot of that|A good choice}: <x>
en> <x>, {you'll love it|I have a leaflet|all very pretty}
@activity | actividad, la actividad | activity, the activity | activity
es? ¿Qué {actividad|clase} {le interesa|prefiere|quiere probar}?
es? ¿{Qué deporte busca|En qué le apunto}?
es= {quiero hacer|me interesa|busco} <x>
es= {quiero probar|antes hacía} <x>
es> {Le apunto a|Los jueves hay} <x>
es> <x>, {muy divertido|hay plazas|buen comienzo}
en? {Which activity|Which class} {are you interested in|would you like to try}?
en? {What sport do you like|What shall I sign you up for}?
en= {I want to do|I'm interested in|I'm looking for} <x>
en= {I'd like to try|I used to do} <x>
en> {I'll sign you up for|On Thursdays there is} <x>
en> <x>, {great fun|there is space|a good start}
@cut | corte, el corte | haircut, the haircut | cut
es? ¿{Qué le hacemos hoy|Cómo lo quiere|Qué corte quiere}?
es? ¿{Mucho o poco|Le enseño unas fotos o ya lo sabe}?
es= {quiero|hoy|me gustaría} <x>
es= {por favor,|lo de siempre:} <x>
es> {Vamos con|Empezamos:} <x>
es> <x>, {le va a quedar genial|siéntese aquí|muy moderno}
en? {What shall we do today|How would you like it|Which cut would you like}?
en? {A lot or a little|Shall I show you photos or do you know}?
en= {I want|today|I'd like} <x>
en= {please,|the usual:} <x>
en> {Let's do|We begin:} <x>
en> <x>, {it will look great|sit here|very modern}
""")
