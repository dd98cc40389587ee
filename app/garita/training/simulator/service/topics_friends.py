"""Topics of small talk between people on first-name terms. Data only; ``topic`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.topic import topics

TOPICS = topics("""
@your_name | nombre, el nombre | name, the name | first_name
es? ¿Y tú {cómo te llamas|quién eres}?
es? ¿{Nos conocemos|Cómo te llaman tus amigos}?
es= {me llamo|soy|todos me llaman} <x>
es= {puedes llamarme|mi nombre es} <x>
es> {Hola|Encantado|Qué bonito nombre}, <x>
es> <x>, {como mi prima|un gusto|no se me olvida}
en? {And what's your name|And you are}?
en? {Have we met|What do your friends call you}?
en= {I'm|my name is|everybody calls me} <x>
en= {you can call me|just call me} <x>
en> {Hi|Nice to meet you|What a nice name}, <x>
en> <x>, {like my cousin|great|I won't forget}
@home | origen, el origen | home, the home | origin
es? ¿De dónde {eres|es tu familia}?
es? ¿{Eres de aquí|Dónde naciste}?
es= {soy|mi familia es|vengo} <x>
es= {nací lejos, soy|en realidad soy} <x>
es> {Ah, eres|Anda, eres} <x>
es> <x>, {qué interesante|tengo amigos allí|dicen que es precioso}
en? {Where are you from|Where is home}?
en? {Are you from here|Where did you grow up}?
en= {I'm|my family is|I come} <x>
en= {actually I'm|I'm not local, I'm} <x>
en> {Ah, you're|Oh, you come} <x>
en> <x>, {how interesting|I have friends there|they say it's lovely}
@hobby | afición, la afición | hobby, the hobby | hobby
es? ¿Qué {haces en tu tiempo libre|te gusta hacer|aficiones tienes}?
es? ¿{Y para divertirte|Tienes alguna afición}?
es= {me gusta|me encanta|lo mío es} <x>
es= {últimamente me gusta|desde pequeño me gusta} <x>
es> {A mí también me gusta|Qué divertido} <x>
es> <x>, {yo soy un desastre|me encanta|un día me enseñas}
en? {What do you do in your free time|What do you like doing|Any hobbies}?
en? {And for fun|Do you have a hobby}?
en= {I like|I love|my thing is} <x>
en= {lately I enjoy|since I was little I've liked} <x>
en> {I like it too:|What fun:} <x>
en> <x>, {I'm hopeless at that|love it|you must teach me}
@job | trabajo, el trabajo | work, the work | job
es? ¿{Dónde trabajas|En qué trabajas|Trabajas o estudias}?
es? ¿{Y el trabajo|Qué haces entre semana}?
es= {trabajo|ahora trabajo|llevo un año trabajando} <x>
es= {hace poco trabajo|por las mañanas trabajo} <x>
es> {Así que trabajas|Trabajas} <x>
es> <x>, {qué cansado|suena bien|mi hermano también}
en? {Where do you work|Do you work or study}?
en? {And your job|What do you do during the week}?
en= {I work|now I work|for a year I've worked} <x>
en= {lately I work|in the mornings I work} <x>
en> {So you work|You work} <x>
en> <x>, {that's tiring|sounds good|my brother too}
@plan | plan, el plan | plan, the plan | plan
es? ¿Qué {haces|vas a hacer|planes tienes} {este fin de semana|el sábado|mañana}?
es? ¿{Algún plan para hoy|Y después qué}?
es= {tengo|me toca|mi plan es} <x>
es= {si no llueve,|creo que} <x>
es> {Suena bien|Qué envidia}: <x>
es> <x>, {me apunto|pásalo bien|yo igual}
en? {What are you doing|Any plans} {this weekend|on Saturday|tomorrow}?
en? {Any plan for today|And what's next}?
en= {I've got|my plan is|there's} <x>
en= {if it doesn't rain,|I think} <x>
en> {Sounds good|I'm jealous}: <x>
en> <x>, {count me in|have fun|me too}
@where_living | barrio, el barrio | neighbourhood, the neighbourhood | place
es? ¿{Dónde vives|Por dónde vives}?
es? ¿{Vives lejos|En qué zona vives}?
es= {vivo|ahora vivo|tengo casa} <x>
es= {hace un mes vivo|de momento vivo} <x>
es> {Ah, vives|Mira, vives} <x>
es> <x>, {qué suerte|muy cómodo|pues somos vecinos}
en? {Where do you live|Where about do you live}?
en? {Do you live far away|Which part of town do you live in}?
en= {I live|now I live|I have a place} <x>
en= {for a month I've lived|for now I live} <x>
en> {Ah, you live|Look, you live} <x>
en> <x>, {lucky you|very handy|so we're neighbours}
@learning | aprendizaje, el aprendizaje | learning, the learning | learning
es? ¿Cuánto {llevas aprendiendo|tiempo llevas con el idioma}?
es? ¿Hace mucho que {estudias|practicas} {el idioma|en el grupo}?
es= {llevo aprendiendo|estudio desde hace|llevo} <x>
es= {pues ya van|solo} <x>
es> {Increíble|Qué bien hablas}, <x>
es> <x>, {se nota|poco a poco|pues vas muy bien}
en? {How long have you been learning|Have you studied it for long}?
en? {When did you start with the language|How long have you been practising}?
en= {I've been learning for|I've studied for|it's been} <x>
en= {well, already|only} <x>
en> {Amazing|You speak well}, <x>
en> <x>, {it shows|step by step|you're doing great}
@with_whom | compañía, la compañía | company, the company | companions
es? ¿Con quién {has venido|vas a ir}?
es? ¿{Has venido con alguien|Quién viene contigo}?
es= {he venido|voy|estoy} <x>
es= {casi siempre vengo|hoy vengo} <x>
es> {Qué bien|Qué gracia}, <x>
es> <x>, {más divertido|tráelos otro día|me alegro}
en? {Who did you come with|Who are you going with}?
en? {Did you come with somebody|Is anybody with you}?
en= {I came|I'm going|I'm here} <x>
en= {I nearly always come|today I'm here} <x>
en> {How nice|How funny}, <x>
en> <x>, {more fun|bring them along|I'm glad}
@favourite | comida, la comida | food, the food | dish
es? ¿{Qué te gusta comer|Cuál es tu plato favorito|Qué cocinas bien}?
es? ¿{Tienes hambre|Qué has comido hoy}?
es= {me encanta|siempre pido|mi favorito es} <x>
es= {hoy me comería|en mi casa hacemos} <x>
es> {Qué rico|Mmm}, <x>
es> <x>, {me da hambre|nunca lo probé|mi abuela lo hace}
en? {What do you like to eat|What's your favourite dish|What do you cook well}?
en? {Are you hungry|What did you eat today}?
en= {I love|I always order|my favourite is} <x>
en= {today I could eat|at home we make} <x>
en> {Delicious|Mmm}, <x>
en> <x>, {that makes me hungry|I've never tried it|my grandma makes it}
@reading | lectura, la lectura | reading, the reading | book
es? ¿Qué {estás leyendo|lees ahora}?
es? ¿Me recomiendas {un libro|algo de leer}?
es= {estoy leyendo|me regalaron|acabo de terminar} <x>
es= {te recomiendo|empecé} <x>
es> {Apuntado|No lo conozco}: <x>
es> <x>, {me lo prestas|dicen que es bueno|yo leo poco}
en? {What are you reading|What do you read these days}?
en? {Can you recommend a book|Anything good to read}?
en= {I'm reading|somebody gave me|I've just finished} <x>
en= {I recommend|I started} <x>
en> {Noted|I don't know it}: <x>
en> <x>, {lend it to me|people say it's good|I read little}
@meeting | cita, la cita | meeting, the meeting | day
es? ¿Cuándo {quedamos|nos vemos otra vez|puedes quedar}?
es? ¿{Qué día tienes libre|Cuándo repetimos}?
es= {puedo|me va bien|tengo libre} <x>
es= {qué tal|mejor} <x>
es> {Genial|Vale}, <x> {entonces|en la plaza}
es> <x>, {allí estaré|me va perfecto|hecho}
en? {When shall we meet|When do we meet again}?
en? {Which day are you free|When do we do this again}?
en= {I can do|what suits me is|I'm free} <x>
en= {how about|better} <x>
en> {Great|Okay}, <x> {then|at the square}
en> <x>, {I'll be there|that suits me|done}
""")
