"""What travellers are, why and with whom they travel, where they sleep: professions, reasons, company, lodgings.

Data only, in the traveller's own mouth ("mi hermana", "viajo").
"""

from __future__ import annotations

from garita.training.simulator.choice import Choice
from garita.training.simulator.things import entries


def _pairs(text: str) -> Choice[tuple[str, str]]:
    """Entries "masculine/feminine", one form where both are the same."""
    parts = [[part.strip() for part in entry.split("/")] for entry in entries(text)]
    return Choice([(part[0], part[-1]) for part in parts], key=lambda pair: pair[0])


PROFESSIONS = _pairs("""
    médico/médica; enfermero/enfermera; profesor/profesora; maestro/maestra; ingeniero/ingeniera;
    abogado/abogada; arquitecto/arquitecta; estudiante; cocinero/cocinera; camarero/camarera; periodista;
    músico/música; pintor/pintora; fotógrafo/fotógrafa; contador/contadora; contable; economista;
    vendedor/vendedora; dentista; veterinario/veterinaria; farmacéutico/farmacéutica; biólogo/bióloga;
    químico/química; físico/física; programador/programadora; diseñador/diseñadora; traductor/traductora;
    intérprete; electricista; carpintero/carpintera; fontanero/fontanera; plomero/plomera; mecánico/mecánica;
    conductor/conductora; taxista; piloto; azafato/azafata; bombero/bombera; policía; soldado;
    agricultor/agricultora; jardinero/jardinera; panadero/panadera; carnicero/carnicera; peluquero/peluquera;
    actor/actriz; escritor/escritora; bailarín/bailarina; cantante; psicólogo/psicóloga; secretario/secretaria;
    empresario/empresaria; comerciante; investigador/investigadora; guía turístico/guía turística;
    bibliotecario/bibliotecaria; jubilado/jubilada; ama de casa; funcionario/funcionaria;
    entrenador/entrenadora; deportista; científico/científica; geólogo/geóloga; historiador/historiadora;
    consultor/consultora; analista; administrador/administradora; obrero/obrera; sastre/sastra; joyero/joyera;
    relojero/relojera; editor/editora; locutor/locutora; fisioterapeuta; cirujano/cirujana; marinero/marinera;
    pescador/pescadora; apicultor/apicultora; albañil; técnico/técnica; agente de viajes; gerente;
    director/directora; jefe de ventas/jefa de ventas; ingeniero informático/ingeniera informática;
    estudiante de medicina; estudiante de derecho; profesor de inglés/profesora de inglés;
    profesor de historia/profesora de historia; profesor de música/profesora de música; zapatero/zapatera;
    profesor de primaria/profesora de primaria; maestro de escuela/maestra de escuela; astrónomo/astrónoma;
    matemático/matemática; arqueólogo/arqueóloga; antropólogo/antropóloga; sociólogo/socióloga; cajero/cajera;
    filósofo/filósofa; botánico/botánica; cartero/cartera; barrendero/barrendera; portero/portera; niñero/niñera;
    camionero/camionera; chófer; soldador/soldadora; tornero/tornera; minero/minera; herrero/herrera; poeta;
    escultor/escultora; ilustrador/ilustradora; director de cine/directora de cine; guionista; productor/productora;
    modelo; maquillador/maquilladora; estilista; masajista; nutricionista; logopeda; pediatra; oculista; ginecólogo/
    ginecóloga; anestesista; radiólogo/radióloga; paramédico/paramédica; cuidador/cuidadora; trabajador social/
    trabajadora social; juez/jueza; notario/notaria; fiscal; diplomático/diplomática; político/política; sacerdote/
    pastora; banquero/banquera; asesor financiero/asesora financiera; agente inmobiliario/agente inmobiliaria;
    corredor de seguros/corredora de seguros; publicista; recepcionista; dependiente/dependienta; estudiante de arte;
    representante comercial; dueño de un restaurante/dueña de un restaurante; dueño de una tienda/dueña de una tienda;
    ganadero/ganadera; enólogo/enóloga; sommelier; pastelero/pastelera; barista; ceramista; artesano/artesana;
    tejedor/tejedora; modista; decorador/decoradora; topógrafo/topógrafa; meteorólogo/meteoróloga; buzo/buza;
    profesor de yoga/profesora de yoga; entrenador de fútbol/entrenadora de fútbol; futbolista; ciclista; nadador/
    nadadora; ajedrecista; pianista; violinista; guitarrista; baterista; director de orquesta/directora de orquesta;
    ingeniero civil/ingeniera civil; ingeniero agrónomo/ingeniera agrónoma; diseñador gráfico/diseñadora gráfica;
    técnico de sonido/técnica de sonido; estudiante de biología; estudiante de economía; jubilado de correos/
    jubilada de correos; desempleado/desempleada; autónomo/autónoma; voluntario/voluntaria
""")

# said after "por" and alone
PURPOSE_NOUNS = Choice(entries("""
    turismo; vacaciones; negocios; trabajo; estudios; un congreso; una conferencia; una boda; una feria;
    motivos familiares; una reunión de trabajo; un curso de español; placer; un intercambio; un tratamiento médico;
    una entrevista de trabajo; un campeonato de ajedrez; un concierto; una investigación; un festival de música;
    prácticas en una empresa; mi luna de miel; un proyecto de la universidad; una fiesta de cumpleaños; un bautizo;
    un funeral; una operación; un torneo de tenis; una maratón; una exposición; un curso de cocina; un curso de baile;
    una feria de libros; una feria de calzado; el carnaval; la Semana Santa; las fiestas; la Navidad; un seminario;
    un taller de cerámica; un retiro de yoga; un voluntariado; una beca; un programa de intercambio; una mudanza;
    la graduación de mi hija; el cumpleaños de mi madre; la boda de mi hermano; un viaje de fin de curso; una gira;
    una visita familiar; un asunto personal; el bautizo de mi sobrino; una excursión; una competición de natación;
    una firma de libros; un rodaje; unas jornadas de medicina; unas prácticas; el aniversario de mis padres;
    un partido de fútbol; asuntos de familia; una visita al dentista
"""))  # fmt: skip
PURPOSE_VERBS = Choice(entries("""
    visitar a mi hermana; visitar a mi familia; visitar a mis padres; ver a mi novio; ver a mi novia; dar clases;
    visitar a unos amigos; estudiar español; estudiar un máster; estudiar en la universidad; trabajar en un hotel;
    conocer el país; hacer turismo; visitar museos; hacer el Camino de Santiago; asistir a un congreso; hacer negocios;
    presentar mis productos; visitar a un cliente; ir a la playa; hacer senderismo; aprender a bailar tango; bucear;
    cuidar a mi madre; ver un partido de fútbol; comprar artesanías; celebrar el cumpleaños de mi abuela; esquiar;
    conocer a mi sobrino; hacer un curso de cocina; firmar un contrato; recoger a mi hijo; descansar; sacar fotos;
    dar una charla; pasar las fiestas con mi familia; hacer un voluntariado; surfear;
    visitar a mis abuelos; ver a mis hijos; visitar a mi tía; conocer a la familia de mi novia; casarme; pescar;
    comprar un apartamento; comprar un coche usado; vender mi casa; arreglar unos papeles; renovar mi pasaporte;
    buscar trabajo; hacer una entrevista; hacer prácticas en un hospital; escribir un libro; grabar un disco;
    tocar en un concierto; cantar en un coro; participar en una feria; vender artesanía; abrir una tienda;
    reunirme con unos socios; visitar una fábrica; comprar maquinaria; inspeccionar una obra; instalar unas máquinas;
    hacer una investigación; estudiar arquitectura; estudiar un año en el extranjero; hacer un doctorado; observar aves;
    aprender español; mejorar mi español; hacer un curso de baile; correr una maratón; jugar un torneo de tenis;
    subir una montaña; recorrer el país en bicicleta; viajar en moto; ver las pirámides; ver las ruinas; ver ballenas;
    visitar los parques nacionales; conocer la ciudad; ver la catedral; comer bien; disfrutar de la playa; tomar el sol;
    ir a un festival; ir a la boda de mi prima; ir al bautizo de mi nieta; ir a un entierro; acompañar a mi padre;
    acompañar a mi esposa al médico; operarme de la rodilla; ir al dentista; ver a un especialista; cuidar a mis nietos;
    trabajar en el campo; trabajar de camarero; trabajar en una escuela; trabajar en un proyecto; enseñar inglés;
    rodar una película; hacer fotos para una revista; montar una exposición; presentar mi libro; dar un concierto;
    celebrar mi aniversario; celebrar el Año Nuevo; pasar la Navidad con mis hijos; pasar el invierno; vivir aquí
"""))  # fmt: skip

# said after "mi"
KIN = Choice(entries("""
    hermana; hermano; tía; tío; prima; primo; abuela; abuelo; madre; padre; hija; hijo; suegra; suegro; amiga; amigo;
    novia; novio; cuñada; cuñado; sobrina; sobrino; madrina; padrino; jefe; profesora; nieta; nieto; pareja; exmarido;
    vecina; compañera; compañero; socio; socia; ahijada; mejor amiga; mejor amigo; hermano mayor; hermana pequeña
"""))  # fmt: skip

LODGING = Choice(entries("""
    en un hotel; en un hostal del centro; en un hostal; en un albergue; en una residencia; en un departamento;
    en una residencia de estudiantes; en un apartamento alquilado; en un piso; en una pensión; en casa de unos amigos;
    con mi familia; con una familia; en un camping; en un hotel del aeropuerto; en un hotel cerca de la playa;
    en casa de mis padres; en una casa rural; en un Airbnb; en una cabaña; en la casa de mis abuelos;
    en un hotel del centro; en la residencia de la universidad; en una habitación alquilada; en un piso compartido;
    en un albergue juvenil; en un monasterio; en un barco; en mi caravana; en una autocaravana; en casa de mis tíos;
    en casa de un amigo; en casa de una amiga; en un hotel de cuatro estrellas; en un hotel pequeño; en mi apartamento;
    en un apartamento cerca del mar; en un piso de mi empresa; en la casa de mi suegra;
    en un hotel cerca de la estación;
    en casa de una familia; en una hacienda; en un balneario; en la casa de un compañero; en un hotel con piscina;
    en casa de mis primos; en un hostal cerca de la plaza; en un apartamento turístico; en mi casa; con unos amigos
"""))  # fmt: skip
HOTEL_NAMES = Choice(entries("""
    Miramar; Central; Plaza; Colón; Imperial; Las Palmas; Bella Vista; San Martín; Reforma; Del Sol; El Prado;
    Continental; Los Andes; La Paz; Europa; Bolívar; Santa Fe; Alameda; Gran Vía; Costa Azul; Real; Andino; Caribe;
    Libertador; Los Pinos; El Mirador; Casa Blanca; La Estrella; Don Quijote; Cervantes; Buena Vista; Los Robles; Oasis;
    Monterrey; La Perla; Santa Clara; San Jorge; Puerto Nuevo; Las Flores; El Faro; Victoria; La Fuente; Montaña; Roma;
    Playa Dorada; Río Grande; El Jardín; Sierra Nevada; La Posada; Los Arcos; Panorama; Regina; Emperador; Principado
"""))  # fmt: skip
HOTEL_KINDS = ("el hotel", "el hotel", "el hotel", "el hostal", "el albergue", "la pensión", "la residencia")
STREETS = Choice(entries("""
    Mayor; Alcalá; Florida; Libertad; Juárez; Corrientes; Sol; Real; Serrano; Colón; Luna; Goya; Bolívar; Hidalgo;
    Morelos; San Martín; Belgrano; Independencia; Las Flores; Olivo; Velázquez; Cervantes; Atocha; Toledo; Fuencarral;
    Ancha; Nueva; del Carmen; de la Paz; Santa Ana; San José; Los Álamos; Arenal; Princesa; Rivadavia; Callao; Sucre
"""))  # fmt: skip
AREAS = Choice(entries("""
    cerca del centro; en el centro; cerca de la playa; cerca del aeropuerto; junto a la estación; en las afueras;
    al lado de la plaza; cerca de la universidad; frente al mar; en el casco antiguo; cerca del puerto
"""))  # fmt: skip

COMPANIONS = Choice(entries("""
    con mi esposa; con mi marido; con mi esposo; con mi familia; con mis padres; con mi hija; con mi hijo;
    con mis dos hijos; con un amigo; con una amiga; con dos amigos; con tres amigas; con mi novio; con mi novia;
    con mi hermano; con mi hermana; con mi madre; con mi padre; con un grupo; con unos compañeros; con mi abuela;
    con mi jefe; con una compañera de trabajo; con mis hijas; con mi primo; con mis abuelos; con mi pareja;
    con mi mujer; con un grupo de amigos; con un grupo de estudiantes; con mi clase; con mis tres hijos; con mi bebé;
    con mi tía; con mis tíos; con mi sobrina; con mi nieto; con mis nietos; con mi suegra; con mis suegros; con mi jefa;
    con mi socio; con un colega; con una colega; con dos colegas; con mi equipo; con el equipo de fútbol; con mi coro;
    con mi profesora; con cuatro amigos; con unas amigas; con mi mejor amiga; con mi esposa y mi hijo; con mis hermanos;
    con mi marido y mis hijos; con mi madre y mi hermana; con un amigo y su novia; con mi hija de cinco años;
    con mi cuñado; con mi vecina; con mi prima y su hijo; con mi abuelo; con una excursión; con mi hijo pequeño
"""))  # fmt: skip
MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
          "noviembre", "diciembre")  # fmt: skip
WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ONWARD_TICKETS = Choice(entries("""
    un vuelo de regreso; un billete de vuelta; un boleto de regreso; un vuelo de vuelta; un pasaje de regreso;
    un billete de ida y vuelta; un pasaje de vuelta; un boleto de vuelta; un vuelo de conexión; una reserva de vuelta;
    un billete de tren; un boleto de autobús; un pasaje de barco; un vuelo a casa; un billete de avión
"""))  # fmt: skip
