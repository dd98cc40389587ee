"""Words a turn's rest is made of: which are never names or nouns, which want accents, which verbs speak of oneself.

Data only. Words of the closed classes and everyday verbs, in plain spelling.
"""

from __future__ import annotations

from garita.roleplay.hearing.table import word_list, word_set

# Never the head of a thing, a name or a place.
COMMON = word_set(
    """
    nop
    a al ante bajo con contra de del desde durante en entre hacia hasta para por segun sin sobre tras y e o u ni
    que pero porque aunque si no ya el la los las lo un una unos unas mi mis tu tus su sus nuestro nuestra
    nuestros nuestras este esta estos estas ese esa esos esas eso esto aquel aquella yo usted ustedes ella ellos
    ellas nosotros me te se le les nos conmigo contigo quien quienes cual cuales donde cuando como cuanto cuanta
    cuantos cuantas muy mas menos mucho mucha muchos muchas poco poca pocos pocas todo toda todos todas nada
    nadie ninguno ninguna ningun alguno alguna algun algunos algunas algo otro otra otros otras mismo misma tan
    tanto tanta aqui ahi alli alla aca hoy manana ayer ahora luego despues antes siempre nunca tambien tampoco
    solo solamente solos solas casi quiza quizas bien mal claro vale ok okay hola adios gracias perdon siento
    favor espere espera entonces todavia aun soy eres es somos son era fui fue ser sido estoy estamos estan
    estar estaba estare he ha has hemos han haber hay hubo habia tengo tiene tienes tenemos tienen tener tenia
    vengo viene vienes venimos vienen venir vine voy va vas vamos van ir iba llevo lleva llevas llevamos llevan
    llevar traigo trae traes traemos traer hago hace hacer quiero quiere quieres queremos querer quisiera puedo
    puede puedes podemos poder debo debe deber digo dice decir dijo sabe saber creo cree pienso veo ve ver doy
    da dar quedo queda quedar quedarme quedare viajo viaja viajar llamo llama llamar vivo vive vivir trabajo
    trabaja duermo duerme alojo aloja entiendo entiende comprendo necesito necesita gusta gustaria parece olvide
    olvida repite repita llego llega llegar salgo sale vuelvo vuelve sigo sigue compre compro compramos comprado
    dificil facil escuche escucho escuchar oir busco buscamos sueno gusto yeah so rapido quiso entendo momento
    momentito minuto segundo lunes martes miercoles jueves viernes sabado
    domingo absoluto vayase malo
    precioso naci perdone perdona disculpe disculpa mande servirle relativo pregunto pregunta habla hablo hablar tomo
    toma tome tenga exactamente aproximadamente unicamente
    personalmente verdad cierto correcto exacto supuesto acuerdo primera vez veces cada cualquier personal pasa
    nervioso nerviosa cansado cansada perdido perdida enfermo enferma contento contenta feliz listo lista
    falta encuentro punto wifi dios pase seguro segura dentro fuera cerca lejos mientras ademas dia dias semana
    semanas mes meses ano anos hora
    horas euro euros dolar dolares peso pesos
    """
)

# Everyday words of the answers that no other table holds, in their right spelling.
ACCENTED = word_list(
    """
    máster máquina música español española inglés inglesa francés alemán portugués japonés chino médico médica
    también aquí allí país países está están día días más después básico clásico público pública número teléfono
    dirección reunión exposición investigación presentación operación habitación estación residencia cumpleaños
    compañía compañero compañera compañeros compañeras compañías año años niño niña niños niñas señor señora
    montaña mañana fútbol tenis árbol autobús tránsito tránsitos química físico física matemáticas informática
    informático política económico económica economía biología geología psicología filosofía fotografía
    ingeniería medicina arquitectura técnico técnica gráfico gráfica turístico turística científico científica
    electrónica mecánica académico académica farmacéutica cerámica plástico artículos catálogos educación
    administración enseñanza traducción construcción producción distribución importación exportación recepción
    selección colección conversación graduación celebración invitación vacación jardín salón balcón avión camión
    corazón razón información televisión religión región tradición océano playa museo río volcán volcanes éxito
    único única último última jóvenes joven bebé café té mamá papá tía tío tías tíos suegra cuñado cuñada
    sobrino sobrina nieto nieta abuelita jubilación diplomático diplomática clínica clínico óptica eléctrico
    eléctrica fábrica práctica prácticas pequeño pequeña sueño bañera baño otoño tamaño análisis crédito débito
    depósito préstamo público línea aérea aéreo árabe bahía esposo lingüística antropología arqueología
    sociología teología odontología enfermería contaduría pedagogía cirugía alergia película películas guía
    bailarín bailarina canción canciones balón algodón jamón limón melón salchichón turrón camarón peluquería
    panadería cafetería librería carnicería tienda carpintería ganadería agronomía veterinaria aeropuerto sábado
    miércoles próximo próxima además todavía aún quizás allá acá sólido líquido líquidos tratamiento médicos
    hospital crónico vehículo automóvil móvil portátil portátiles cámara cámaras lámpara lámparas bolígrafo
    bolígrafos lápiz lápices cédula jabón jabones algodón latín inglesas japonesa alemana tecnología máquinas
    ópera balneario niñera compañías papás línea pádel béisbol básquet atlético maratón senderismo voleibol
    salmón atún azúcar plátano plátanos orgánico orgánica típico típica típicos típicas artesanía artesanías mío
    mía rápido dólar dólares hámster suéter kilómetro kilómetros tradición celíaco dentífrico antibiótico
    anestésico estómago pastilla tensión presión corazón depresión alergias asma infección fiebre migraña
    tiroides insulina
    """
)

# First person -> the officer's third; an infinitive's "me" is handled by its ending.
USTED = {
    "mi": "su", "mis": "sus", "conmigo": "con usted", "nuestro": "su", "nuestra": "su", "nuestros": "sus",
    "nuestras": "sus", "mío": "suyo", "mía": "suya", "míos": "suyos", "mías": "suyas", "me": "se", "yo": "usted",
    "nos": "se", "mí": "usted", "nosotros": "ustedes",
    "viajo": "viaja", "voy": "va", "vengo": "viene", "estoy": "está", "soy": "es", "tengo": "tiene", "quiero":
    "quiere",
    "llevo": "lleva", "traigo": "trae", "vivo": "vive", "sigo": "sigue", "vuelvo": "vuelve", "puedo": "puede",
    "hago": "hace", "necesito": "necesita", "estudio": "estudia", "quedo": "queda", "conozco": "conoce", "doy": "da",
    "vendo": "vende", "compro": "compra", "busco": "busca", "salgo": "sale", "regreso": "regresa", "tomo": "toma",
    "uso": "usa", "he": "ha", "duermo": "duerme", "alojo": "aloja", "dirijo": "dirige", "enseño": "enseña",
    "trabajo": "trabaja", "escribo": "escribe", "juego": "juega", "canto": "canta", "continúo": "continúa",
    "vamos": "van", "tenemos": "tienen", "estamos": "están", "somos": "son", "viajamos": "viajan", "venimos":
    "vienen",
}  # fmt: skip
