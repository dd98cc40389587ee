"""Who may travel and with what: the tables from which ``dossier`` draws. Data only, in Spanish as the card shows it."""

from __future__ import annotations

from typing import NamedTuple

from garita.roleplay.scenario import Case, Good


class Origin(NamedTuple):
    """A country, how its travellers are called, and the cities they come from."""

    code: str
    cities: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]


class Kit(NamedTuple):
    """A reason to travel and the things that go with it."""

    purposes: tuple[str, ...]
    goods: tuple[Good, ...]
    secrets: tuple[str, ...] = ()


def _good(name: str, amount: str, value: float, *, declare: bool = False) -> Good:
    return Good(name=name, amount=amount, value=value, must_declare=declare)


ORIGINS = (
    Origin(
        "MX",
        ("Guadalajara, México", "Monterrey, México", "Puebla, México"),
        ("Ximena", "Guadalupe", "Regina"),
        ("Emiliano", "Rodrigo", "Luis Ángel"),
        ("Hernández", "Ríos", "Cervantes"),
    ),
    Origin(
        "CO",
        ("Cali, Colombia", "Medellín, Colombia", "Cartagena, Colombia"),
        ("Valentina", "Luz Marina", "Daniela"),
        ("Andrés Felipe", "Camilo", "Santiago"),
        ("Cárdenas", "Ospina", "Rojas"),
    ),
    Origin(
        "AR",
        ("Córdoba, Argentina", "Rosario, Argentina", "Salta, Argentina"),
        ("Florencia", "Malena", "Julieta"),
        ("Facundo", "Nicolás", "Joaquín"),
        ("Aguirre", "Benítez", "Ferreyra"),
    ),
    Origin(
        "CL",
        ("Valparaíso, Chile", "Concepción, Chile"),
        ("Javiera", "Constanza", "Antonia"),
        ("Matías", "Cristóbal", "Benjamín"),
        ("Sepúlveda", "Fuentes", "Contreras"),
    ),
    Origin(
        "ES",
        ("Sevilla, España", "Valencia, España", "Bilbao, España"),
        ("Marta", "Inés", "Rocío"),
        ("Álvaro", "Sergio", "Pablo"),
        ("Vidal", "Navarro", "Iglesias"),
    ),
    Origin(
        "US",
        ("Chicago, Estados Unidos", "Denver, Estados Unidos", "Boston, Estados Unidos"),
        ("Emily", "Ashley", "Grace"),
        ("Ethan", "Michael", "Jordan"),
        ("Miller", "Johnson", "Brooks"),
    ),
    Origin(
        "CA",
        ("Toronto, Canadá", "Montreal, Canadá"),
        ("Charlotte", "Hannah"),
        ("Liam", "Nathan"),
        ("Tremblay", "Campbell", "Roy"),
    ),
    Origin(
        "DE",
        ("Hamburgo, Alemania", "Múnich, Alemania", "Leipzig, Alemania"),
        ("Johanna", "Lena", "Katrin"),
        ("Jonas", "Felix", "Matthias"),
        ("Schneider", "Vogel", "Hoffmann"),
    ),
    Origin(
        "FR",
        ("Lyon, Francia", "Burdeos, Francia"),
        ("Camille", "Manon"),
        ("Antoine", "Julien"),
        ("Moreau", "Lefèvre", "Girard"),
    ),
    Origin(
        "IT",
        ("Milán, Italia", "Nápoles, Italia"),
        ("Giulia", "Chiara"),
        ("Matteo", "Lorenzo"),
        ("Rossi", "Ferrari", "Greco"),
    ),
    Origin(
        "BR",
        ("São Paulo, Brasil", "Porto Alegre, Brasil", "Recife, Brasil"),
        ("Ana Beatriz", "Larissa"),
        ("Thiago", "Rafael"),
        ("Carvalho", "Oliveira", "Souza"),
    ),
    Origin(
        "GB",
        ("Londres, Reino Unido", "Mánchester, Reino Unido"),
        ("Olivia", "Sophie"),
        ("Oliver", "James"),
        ("Clarke", "Wilson", "Hughes"),
    ),
    Origin(
        "JP", ("Tokio, Japón", "Osaka, Japón"), ("Yuki", "Haruka"), ("Kenji", "Daichi"), ("Tanaka", "Sato", "Nakamura")
    ),
    Origin(
        "KR",
        ("Seúl, Corea del Sur", "Busan, Corea del Sur"),
        ("Ji-woo", "Seo-yeon"),
        ("Min-jun", "Do-yun"),
        ("Kim", "Park", "Choi"),
    ),
    Origin(
        "PL",
        ("Cracovia, Polonia", "Varsovia, Polonia"),
        ("Zofia", "Magdalena"),
        ("Jakub", "Tomasz"),
        ("Nowak", "Mazur", "Zając"),
    ),
    Origin(
        "MA",
        ("Casablanca, Marruecos", "Rabat, Marruecos"),
        ("Samira", "Fátima"),
        ("Youssef", "Karim"),
        ("Benali", "El Amrani", "Idrissi"),
    ),
)

# "Soy ...": feminine, masculine
PROFESSIONS = (
    ("profesora de primaria", "profesor de primaria"), ("enfermera", "enfermero"), ("ingeniera", "ingeniero"),
    ("cocinera", "cocinero"), ("arquitecta", "arquitecto"), ("periodista", "periodista"), ("abogada", "abogado"),
    ("electricista", "electricista"), ("médica", "médico"), ("contadora", "contador"), ("músico", "músico"),
    ("diseñadora gráfica", "diseñador gráfico"), ("camarera", "camarero"), ("taxista", "taxista"),
    ("programadora", "programador"), ("jubilada", "jubilado"), ("veterinaria", "veterinario"),
    ("traductora", "traductor"),
)  # fmt: skip
STUDENT_PROFESSIONS = (
    ("estudiante", "estudiante"), ("arquitecta", "arquitecto"), ("bióloga", "biólogo"), ("economista", "economista"),
    ("historiadora", "historiador"), ("estudiante de medicina", "estudiante de medicina"),
)  # fmt: skip
BUSINESS_PROFESSIONS = (
    ("representante comercial", "representante comercial"), ("directora de ventas", "director de ventas"),
    ("dueña de una pequeña empresa", "dueño de una pequeña empresa"), ("artesana", "artesano"),
    ("jefa de exportación", "jefe de exportación"),
)  # fmt: skip

ALONE = ("viajo sola", "viajo solo")
COMPANIONS = (
    "viajo con una amiga", "viajo con un amigo", "viajo con mi hermana", "viajo con mi padre", "viajo con mi madre",
    "viajo con mi pareja", "viajo con mis dos hijos", "viajo con un grupo de amigos",
)  # fmt: skip
BUSINESS_COMPANIONS = ("viajo con una colega", "viajo con un compañero de la empresa", "viajo con mi jefa")

LODGINGS: dict[Case, tuple[str, ...]] = {
    "tourist": (
        "un hotel del centro",
        "un hostal cerca de la estación",
        "un apartamento alquilado por internet",
        "un hotel pequeño con desayuno",
        "casa de unos amigos",
    ),
    "student": (
        "una residencia de estudiantes",
        "un piso compartido con dos compañeras",
        "casa de una familia",
        "una habitación alquilada cerca de la universidad",
    ),
    "business_samples": (
        "un hotel del centro",
        "un hotel junto al recinto de la feria",
        "un hotel reservado por la empresa",
    ),
    "family_food": ("casa de mis abuelos", "casa de mi hermana", "casa de mis tíos", "casa de unos primos"),
    "cash": ("un apartamento alquilado", "casa de un socio", "un hotel del centro"),
    "medicines": ("un apartamento alquilado", "casa de mi hija", "un hotel tranquilo cerca del hospital"),
    "pets": ("una cabaña alquilada", "casa de una amiga con jardín", "un hotel que acepta animales"),
    "transit": ("un hotel cerca del aeropuerto", "un hostal cerca del aeropuerto", "casa de una amiga"),
}

STAYS: dict[Case, tuple[int, ...]] = {
    "tourist": (4, 5, 7, 10, 14, 21),
    "student": (90, 120, 180, 300),
    "business_samples": (2, 3, 4, 5, 7),
    "family_food": (3, 7, 14, 21, 30),
    "cash": (5, 10, 15, 20),
    "medicines": (21, 30, 60, 90),
    "pets": (7, 12, 14, 30),
    "transit": (1, 2),
}

KITS: dict[Case, tuple[Kit, ...]] = {
    "tourist": (
        Kit(
            ("turismo", "conocer el país", "descansar unos días"),
            (
                _good("cámara de fotos", "una", 300),
                _good("crema solar", "dos tubos", 20),
                _good("gafas de sol", "unas", 60),
            ),
        ),
        Kit(
            ("turismo", "hacer senderismo"),
            (
                _good("botas de montaña", "un par", 120),
                _good("mochila", "una", 80),
                _good("frutos secos", "una bolsa", 8),
            ),
        ),
        Kit(
            ("asistir a la boda de una amiga",),
            (_good("traje de fiesta", "un", 180), _good("vajilla de regalo", "una caja", 150)),
            ("La vajilla cuesta mucho más de lo que pone en la factura.",),
        ),
    ),
    "student": (
        Kit(
            ("estudiar un máster en economía", "hacer un doctorado en historia", "hacer un curso de español"),
            (
                _good("ordenador portátil", "un", 900),
                _good("libros", "seis", 120),
                _good("ropa de invierno", "una maleta", 250),
            ),
            ("Todavía no tiene pagada toda la matrícula.", "Quiere trabajar por las tardes y su visado no lo permite."),
        ),
        Kit(
            ("estudiar música en el conservatorio",),
            (_good("violín", "un", 1800, declare=True), _good("partituras", "una carpeta", 60)),
            ("El violín es prestado y no tiene los papeles.",),
        ),
    ),
    "business_samples": (
        Kit(
            ("presentar una colección de cerámica", "visitar a unos clientes"),
            (_good("muestras de cerámica", "veinte piezas", 600, declare=True), _good("catálogos", "cincuenta", 50)),
            ("Quiere vender algunas piezas al final de la visita.",),
        ),
        Kit(
            ("presentar bolsos de cuero", "participar en una feria"),
            (_good("bolsos de muestra", "quince", 1200, declare=True), _good("folletos", "cien", 20)),
            ("Tres bolsos son regalos y no están en la factura.",),
        ),
        Kit(
            ("ofrecer café a unos distribuidores",),
            (_good("muestras de café", "treinta bolsas", 240, declare=True), _good("cafetera", "una", 150)),
        ),
    ),
    "family_food": (
        Kit(
            ("visitar a mi familia", "pasar las fiestas con mi familia"),
            (
                _good("queso curado", "dos kilos", 40, declare=True),
                _good("galletas caseras", "una caja", 10),
                _good("juguetes", "cuatro", 60),
            ),
            ("El queso es casero y no quiere que se lo quiten.",),
        ),
        Kit(
            ("visitar a mi familia", "celebrar el cumpleaños de mi tío"),
            (
                _good("chorizo", "un kilo", 15, declare=True),
                _good("mangos", "tres", 6, declare=True),
                _good("pañuelos de seda", "cinco", 90),
            ),
            ("El chorizo está envuelto en una toalla.",),
        ),
        Kit(
            ("conocer a mi sobrina recién nacida",),
            (
                _good("ropa de bebé", "una bolsa", 70),
                _good("miel", "dos frascos", 16, declare=True),
                _good("bombones", "tres cajas", 30),
            ),
        ),
    ),
    "cash": (
        Kit(
            ("comprar un apartamento", "comprar un terreno"),
            (_good("billetes", "un sobre", 0, declare=True), _good("documentos del banco", "una carpeta", 0)),
            ("Una parte del dinero es de su socio.", "No tiene comprobante de todo el dinero."),
        ),
        Kit(
            ("comprar un coche usado", "pagar una operación de un familiar"),
            (_good("billetes", "dos fajos", 0, declare=True), _good("reloj nuevo", "un", 700, declare=True)),
            ("No puso el dinero en la declaración.",),
        ),
    ),
    "medicines": (
        Kit(
            ("visitar a mi familia", "descansar después de una operación"),
            (
                _good("insulina", "diez cajas", 500, declare=True),
                _good("jeringas", "un paquete", 15, declare=True),
                _good("pastillas para la tensión", "tres cajas", 45),
            ),
            ("Dos cajas son para un amigo y no tienen receta.",),
        ),
        Kit(
            ("turismo", "visitar a una amiga"),
            (
                _good("pastillas para dormir", "cuatro cajas", 60, declare=True),
                _good("jarabe para la tos", "un frasco", 10),
                _good("vitaminas", "dos frascos", 25),
            ),
            ("La receta de las pastillas está a nombre de su madre.",),
        ),
    ),
    "pets": (
        Kit(
            ("pasar las vacaciones con mi perra", "pasar unos días en el campo"),
            (
                _good("perra mestiza", "una", 0, declare=True),
                _good("alimento para perros", "un saco", 30, declare=True),
            ),
            ("La vacuna contra la rabia vence la próxima semana.",),
        ),
        Kit(
            ("vivir aquí unos meses", "visitar a mi familia"),
            (
                _good("gato", "un", 0, declare=True),
                _good("transportín", "un", 50),
                _good("comida para gatos", "seis latas", 12),
            ),
            ("El certificado veterinario está sin firmar.",),
        ),
    ),
    "transit": (
        Kit(
            ("seguir viaje a Lima para un congreso", "seguir viaje a Lima para visitar a unos amigos"),
            (
                _good("computadora portátil", "una", 900),
                _good("té verde", "dos paquetes", 15),
                _good("traje", "un", 200),
            ),
        ),
        Kit(
            ("seguir viaje a Lima por vacaciones",),
            (
                _good("mochila", "una", 90),
                _good("tienda de campaña", "una", 140),
                _good("galletas", "tres paquetes", 9),
            ),
            ("Le gustaría quedarse unos días a buscar trabajo.",),
        ),
    ),
}

EVERYBODY_PACKS = (
    _good("ropa", "una maleta", 150), _good("zapatos", "dos pares", 90), _good("teléfono móvil", "un", 300),
    _good("novelas", "dos", 25), _good("chocolate", "un kilo", 20), _good("perfume", "un frasco", 60),
)  # fmt: skip
DRINKS = ("vino tinto", "ron", "whisky", "licor de hierbas", "ginebra")
LITRES = ("un litro", "dos litros", "tres litros", "cuatro litros", "cinco litros", "seis litros")
CARTONS = ("un cartón", "dos cartones", "tres cartones")
CIGARETTES_IN_CARTON = 200
