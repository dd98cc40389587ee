"""First names, surnames, professions, relatives, and lodgings. Data only, in right spelling."""

from __future__ import annotations

from collections.abc import Iterator

from garita.roleplay.hearing.table import word_list, word_set

# masculine/feminine; one form where both are the same
PROFESSIONS = """
en paro; sin trabajo; médico/médica; paramédico/paramédica; anestesista; decorador/decoradora;
doctor/doctora; enfermero/enfermera; profesor/profesora; maestro/maestra;
ingeniero/ingeniera;
abogado/abogada; arquitecto/arquitecta; estudiante; cocinero/cocinera; camarero/camarera; periodista; músico/música;
pintor/pintora; fotógrafo/fotógrafa; contador/contadora; contable; economista; vendedor/vendedora; dentista;
veterinario/veterinaria; farmacéutico/farmacéutica; biólogo/bióloga; químico/química; físico/física;
programador/programadora; diseñador/diseñadora; traductor/traductora; intérprete; electricista; carpintero/carpintera;
fontanero/fontanera; plomero/plomera; mecánico/mecánica; conductor/conductora; chofer; taxista; piloto; azafato/azafata;
bombero/bombera; policía; soldado; militar; agricultor/agricultora; jardinero/jardinera; panadero/panadera;
carnicero/carnicera; peluquero/peluquera; actor/actriz; escritor/escritora; bailarín/bailarina; cantante;
psicólogo/psicóloga; secretario/secretaria; empresario/empresaria; comerciante; investigador/investigadora;
guía; bibliotecario/bibliotecaria; jubilado/jubilada; pensionista; pensionado/pensionada; retirado/retirada;
ama de casa; amo de casa; funcionario/funcionaria; entrenador/entrenadora; deportista; científico/científica;
geólogo/geóloga; historiador/historiadora; consultor/consultora; analista; administrador/administradora;
administrativo/administrativa; obrero/obrera; sastre/sastra; joyero/joyera; relojero/relojera; editor/editora;
locutor/locutora; fisioterapeuta; cirujano/cirujana; marinero/marinera; pescador/pescadora; apicultor/apicultora;
albañil; técnico/técnica; agente; gerente; director/directora; jefe/jefa; artesano/artesana; representante;
dueño/dueña; propietario/propietaria; desempleado/desempleada; autónomo/autónoma; freelance; asesor/asesora;
atleta; futbolista; ciclista; artista; ceramista; escultor/escultora; filósofo/filósofa; sociólogo/socióloga;
antropólogo/antropóloga; arqueólogo/arqueóloga; lingüista; matemático/matemática; informático/informática;
desarrollador/desarrolladora; banquero/banquera; cajero/cajera; portero/portera; limpiador/limpiadora;
trabajador/trabajadora; trabajador social/trabajadora social; empleado/empleada; oficinista; recepcionista;
asistente; auxiliar; ayudante; niñero/niñera; cuidador/cuidadora; barbero/barbera; camionero/camionera;
soldador/soldadora; herrero/herrera; zapatero/zapatera; modista; modelo; productor/productora; cineasta; chef;
pastelero/pastelera; repostero/repostera; pediatra; cardiólogo/cardióloga; oftalmólogo/oftalmóloga; psiquiatra;
terapeuta; logopeda; nutricionista; óptico/óptica; optometrista; juez/jueza; notario/notaria; diplomático/diplomática;
político/política; sacerdote; monje/monja; pastor/pastora; misionero/misionera; meteorólogo/meteoróloga;
astrónomo/astrónoma; ecologista; granjero/granjera; ganadero/ganadera; minero/minera; panadero/panadera;
electricista; guardia; vigilante; detective; inspector/inspectora; cartero/cartera; repartidor/repartidora;
florista; librero/librera; publicista; becario/becaria; universitario/universitaria; doctorando/doctoranda;
alumno/alumna; comercial; enólogo/enóloga; voluntario/voluntaria; estilista; sumiller;
corredor de seguros/corredora de seguros; corredor/corredora;
agente inmobiliario/agente inmobiliaria; ebanista; tornero/tornera; costurero/costurera; masajista;
peluquero canino/peluquera canina;
maquillador/maquilladora; guionista; dibujante; ilustrador/ilustradora; bodeguero/bodeguera; vinicultor/vinicultora;
operario/operaria; conserje; bedel; procurador/procuradora; fiscal; urbanista; topógrafo/topógrafa;
estadístico/estadística;
entomólogo/entomóloga; zoólogo/zoóloga; botánico/botánica; paisajista; restaurador/restauradora; curador/curadora;
instructor/instructora; docente; catedrático/catedrática; rector/rectora; pianista;
guitarrista; violinista; compositor/compositora; bloguero/bloguera; youtuber; influencer; tatuador/tatuadora
"""
# what may follow a profession without "de"
PROFESSION_ADJECTIVES = word_list(
    """
    jubilado jubilada retirado retirada
    informático informática gráfico gráfica turístico turística comercial civil industrial agrónomo agrónoma
    mecánico mecánica eléctrico eléctrica electrónico electrónica químico química social universitario
    universitaria deportivo deportiva técnico técnica jurídico jurídica financiero financiera privado privada
    público pública independiente autónomo autónoma web clínico clínica escolar infantil dental aeronáutico
    aeronáutica ambiental profesional inmobiliario inmobiliaria general ejecutivo ejecutiva artístico artística
    administrativo administrativa
    """
)

KIN = word_set(
    """
    esposa esposo marido mujer hija hijo hijas hijos hermana hermano hermanas hermanos madre padre padres madres
    mama papa papas tia tio tias tios prima primo primas primos abuela abuelo abuelos abuelas nieta nieto nietos
    nietas suegra suegro suegros cunada cunado cunados sobrina sobrino sobrinos sobrinas novia novio pareja
    prometida prometido familia amiga amigo amigas amigos companera companero companeros companeras colega
    colegas jefe jefa socio socia socios bebe nino nina ninos ninas vecino vecina vecinos madrina padrino
    ahijado ahijada grupo familiares parientes equipo clase profesora profesor alumnos estudiantes clientes
    cliente secretaria asistente abuelita abuelito hermanita hermanito hijita hijito gemelos gemelas senora
    """
)
KIN_TEXTS = word_list(
    """
    cuñada cuñado cuñados compañera compañero compañeros compañeras niño niña niños niñas mamá papá papás tía
    tío tías tíos bebé señora
    """
)

# plain head -> (article where none was said, right spelling)
LODGINGS = {
    "hotel": ("un", "hotel"), "hostal": ("un", "hostal"), "hostel": ("un", "hostal"), "albergue": ("un", "albergue"),
    "residencia": ("una", "residencia"), "apartamento": ("un", "apartamento"), "departamento": ("un", "departamento"),
    "piso": ("un", "piso"), "pension": ("una", "pensión"), "casa": ("", "casa"), "camping": ("un", "camping"),
    "campamento": ("un", "campamento"), "airbnb": ("un", "Airbnb"), "cabana": ("una", "cabaña"),
    "calle": ("la", "calle"),
    "avenida": ("la", "avenida"), "habitacion": ("una", "habitación"), "posada": ("una", "posada"),
    "motel": ("un", "motel"),
    "finca": ("una", "finca"), "rancho": ("un", "rancho"), "estudio": ("un", "estudio"), "cuarto": ("un", "cuarto"),
    "resort": ("un", "resort"), "parador": ("un", "parador"), "campus": ("el", "campus"), "barco": ("un", "barco"),
    "villa": ("una", "villa"), "caravana": ("una", "caravana"), "autocaravana": ("una", "autocaravana"),
    "tienda": ("una", "tienda"), "refugio": ("un", "refugio"), "bungalow": ("un", "bungalow"), "loft": ("un", "loft"),
"chalet": ("un", "chalet"), "hospital": ("el", "hospital"),
    "monasterio": ("un", "monasterio"), "hacienda": ("una", "hacienda"), "chacra": ("una", "chacra"),
    "granja": ("una", "granja"), "plaza": ("la", "plaza"), "barrio": ("el", "barrio"), "paseo": ("el", "paseo"),
    "dormitorio": ("un", "dormitorio"), "hospedaje": ("un", "hospedaje"), "hosteria": ("una", "hostería"),
    "crucero": ("un", "crucero"), "velero": ("un", "velero"), "furgoneta": ("una", "furgoneta"),
    "depto": ("un", "departamento"),
    "apartahotel": ("un", "apartahotel"), "convento": ("un", "convento"), "suite": ("una", "suite"),
}  # fmt: skip

FIRST_NAMES = (
    """
Ana María Lucía Carmen Elena Sofía Paula Marta Laura Isabel Rosa Valentina Camila Daniela Gabriela Andrea Julia Clara
Inés Teresa Pilar Beatriz Alicia Nuria Raquel Silvia Ximena Renata Luisa Emma Anna Olivia Sarah Emily Claire Ingrid
Greta Hannah Lena Mia Chiara Giulia Yuki Aiko Mei Fátima Amina Olga Katya Zoe Alice Charlotte Nora Freya Sara Noemí
Mónica Patricia Verónica Lorena Adriana Mercedes Dolores Irene Eva Julieta Antonia Jennifer Jessica Karen Susan Linda
Nicole Sophie Manon Petra Heike Birgit Agnieszka Priya Leila Marie Juan Carlos Luis José Pedro Miguel Javier Diego
Andrés Pablo Sergio Alejandro Fernando Ricardo Mateo Santiago Tomás Nicolás Martín Emilio Raúl Hugo Iván Óscar Rubén
Joaquín Ignacio Gabriel Daniel David John Michael James Thomas Peter Lukas Felix Jonas Max Paul Pierre Antoine Luca
Marco Kenji Hiroshi Wei Omar Ahmed Karim Dmitri Oliver Jack Harry Erik Lars Sven Adrián Álvaro Gonzalo Rodrigo Esteban
Felipe Manuel Rafael Enrique Eduardo Víctor Jorge Robert William Brian Kevin Jean Louis Stefan Klaus Jan Piotr Tariq Raj
Noah Liam Guadalupe Regina Emiliano Ángel Luz Marina Camilo Florencia Malena Facundo Constanza Javiera Matías Cristóbal
Benjamín Rocío Ashley Grace Ethan Jordan Nathan Johanna Katrin Matthias Camille Julien Matteo Lorenzo Larissa Thiago
Haruka Daichi Zofia Magdalena Jakub Tomasz Samira Youssef Alberto Alfonso Alfredo Antonio Arturo Bruno César Cristina
Claudia Carolina Catalina Cecilia Esther Ernesto Fabián Federico Francisco Francisca Gloria Guillermo Gustavo Héctor
Jaime Leonardo Leticia Lidia Lorenzo Manuela Marcela Marcos Mariana Mario Mauricio Mercedes Natalia Norma Pamela Ramón
Roberto Rosario Rosalía Salvador Sebastián Simón Susana Tatiana Vanesa Vicente Virginia Yolanda Anita Lola Pepe Paco
Charles George Richard Joseph Steven Mark Andrew Joshua Matthew Anthony Christopher Elizabeth Mary Barbara Margaret
K
yle Luc Franziska Annika Soledad Kwame Kofi Ama Jing Patricio Leandro Fabiola Rebeca Olivier Mathilde Giorgio Alessandro
Elisa Erika Astrid Linnea Johan Anders Nils Magnus Henrik Mikkel Sören Annelise Friedrich Karl Otto Ulrich Dieter
G
udrun Anneliese Tamara Svetlana Nadia Vladimir Igor Sergei Aleksandr Pavel Milan Zoran Jelena Marek Kasia Ewa Aleksandra
Joanna Yusuf Mehmet Emre Leyla Zeynep Noor Salma Mustafa Khadija Abdul Rashid Arjun Ananya Deepak Sunita Mei-Ling Xin
Yan Hao Min-jun Sakura Naoki Takeshi Emi Thandiwe Sipho Chidi Ngozi Amara Owen Gareth Rhys Fiona Siobhan Sean Ciaran
Declan Niamh Aoife Duncan Isla Douglas Trevor Graham Stuart Nigel Simon Jason Justin Tyler Brandon Dylan Logan Madison
Abigail Chloe Hailey Megan Lauren Heather Amber Tiffany Brittany Danielle Gwen Harriet Lucy Molly Poppy Ryan Scott
Lisa Nancy Betty Sandra Donna Carol Michelle Amanda Melissa Deborah Stephanie Rebecca Kathleen Amy Angela Anne Rachel
Hans Jürgen Wolfgang Ursula Monika Sabine Giovanni Giuseppe Francesca Paolo Luigi Maria Sofia Lucia Mohammed Ali Hassan
Aisha Chen Li Tom Tim Sam Ben Dan Nick Chris Alex Kate Jane Rose Helen Ruth Victoria Alexandra Diana Ivana
""".replace(" Maria ", " ")
    .replace(" Sofia ", " ")
    .replace(" Lucia ", " ")
)

SURNAMES = """
García Martínez López Sánchez Pérez Gómez Fernández Díaz Torres Ramírez Flores Rivera Morales Ortiz Castro Vargas Rojas
Herrera Medina Aguilar Vega Mendoza Guerrero Silva Navarro Domínguez Ramos Molina Delgado Serrano Blanco Suárez Iglesias
Cruz Reyes Romero Gutiérrez Álvarez Muñoz Jiménez Ruiz Smith Johnson Brown Miller Wilson Taylor Anderson Clark Walker
Müller Schmidt Weber Fischer Wagner Becker Dupont Bernard Moreau Rossi Ferrari Bianchi Tanaka Sato Suzuki Chen
Wang Kim Lee Nguyen Singh Khan Ivanova Petrov Kowalski Novak Jansen Andersson Hansen Silveira Santos Costa Almeida
O'Brien Murphy Kelly Campbell Evans Cooper Parker Hernández Ríos Cervantes Cárdenas Ospina Aguirre Benítez Ferreyra
Sepúlveda Fuentes Contreras Vidal Brooks Tremblay Roy Schneider Vogel Hoffmann Lefèvre Girard Greco Carvalho Oliveira
Souza Clarke Hughes Nakamura Park Choi Nowak Mazur Zając Benali Idrissi Etcheverry González Rodríguez Vázquez Velázquez
Ibáñez Núñez Peña Marín Méndez Cortés Peralta Quiroga Acosta Cabrera Calderón Campos Cano Carrasco Castillo Chávez
Durán Espinoza Estrada Figueroa Gallardo Gallego Guzmán Hidalgo Juárez Lara León Lozano Luna Maldonado Márquez Méndez
Mora Moreno Nieto Ochoa Ojeda Orozco Pacheco Padilla Palacios Paredes Pastor Ponce Prieto Quintana Rincón Rivas Robles
Rosales Rubio Salazar Salinas Sandoval Santana Santiago Sierra Solís Soto Tapia Téllez Toledo Trujillo Valdés Valencia
Vera Villalobos Villanueva Zamora Zapata Zúñiga Bravo Bustos Cáceres Correa Escobar Farías Godoy Ledesma Leiva Lucero
Barrios Beltrán Bermúdez Arias Ávila Ayala Bautista Alonso Álamo Arroyo Galván Gil Giménez Ibarra Ferrer Franco
""".replace("\n", " ")


def all_texts() -> Iterator[str]:
    """Everything in these tables that may lend its accents to a heard word; no names of people."""
    for entry in PROFESSIONS.replace("\n", " ").split(";"):
        yield from (form.strip() for form in entry.split("/"))
    yield from PROFESSION_ADJECTIVES
    yield from KIN_TEXTS
    yield from (text for _, text in LODGINGS.values() if text != "Airbnb")
