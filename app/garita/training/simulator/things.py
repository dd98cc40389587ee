"""What travellers do, own, carry and sleep in: professions, goods with units, lodgings, reasons, companions."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """A countable noun; gender is "m" or "f"."""

    singular: str
    plural: str
    gender: str


class Mass(NamedTuple):
    """Something carried by the unit: ``unit`` of ``name``; ``kind`` says which rule it falls under."""

    name: str
    kind: str
    units: tuple[Noun, ...]


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(entry.split()) for entry in text.split(";"))


def _nouns(text: str) -> tuple[Noun, ...]:
    """Entries "singular/plural/gender", separated by semicolons."""
    return tuple(Noun(*entry.split("/")) for entry in _list(text))


KILO = Noun("kilo", "kilos", "m")
GRAMS = Noun("paquete", "paquetes", "m")
BOX = Noun("caja", "cajas", "f")
BAG = Noun("bolsa", "bolsas", "f")
JAR = Noun("frasco", "frascos", "m")
PIECE = Noun("trozo", "trozos", "m")
BOTTLE = Noun("botella", "botellas", "f")
LITRE = Noun("litro", "litros", "m")
TIN = Noun("lata", "latas", "f")
DAY = Noun("día", "días", "m")
WEEK = Noun("semana", "semanas", "f")
MONTH = Noun("mes", "meses", "m")

# masculine/feminine; one form where both are the same
PROFESSIONS = tuple(
    (pair.split("/")[0], pair.split("/")[-1])
    for pair in _list("""
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
    profesor de historia/profesora de historia
""")
)

CLOTHES = _nouns("""
    camisa/camisas/f; camiseta/camisetas/f; chaqueta/chaquetas/f; abrigo/abrigos/m; pantalón/pantalones/m;
    vestido/vestidos/m; falda/faldas/f; libro/libros/m; cámara/cámaras/f; ordenador/ordenadores/m;
    computadora/computadoras/f; tableta/tabletas/f; teléfono/teléfonos/m; guitarra/guitarras/f;
    par de zapatos/pares de zapatos/m; bufanda/bufandas/f; sombrero/sombreros/m; paraguas/paraguas/m;
    cuaderno/cuadernos/m; diccionario/diccionarios/m; mochila/mochilas/f; toalla/toallas/f; traje/trajes/m;
    suéter/suéteres/m; gorra/gorras/f; violín/violines/m; mapa/mapas/m; manta/mantas/f; reloj/relojes/m;
    novela/novelas/f; raqueta/raquetas/f; flauta/flautas/f; balón/balones/m
""")

GIFTS = _nouns("""
    perfume/perfumes/m; collar/collares/m; anillo/anillos/m; bolso de cuero/bolsos de cuero/m;
    juguete/juguetes/m; muñeca/muñecas/f; pulsera/pulseras/f; consola/consolas/f;
    tableta nueva/tabletas nuevas/f; reloj de oro/relojes de oro/m; cuadro/cuadros/m; jarrón/jarrones/m;
    teléfono nuevo/teléfonos nuevos/m; vajilla/vajillas/f; alfombra/alfombras/f; cámara nueva/cámaras nuevas/f;
    pañuelo de seda/pañuelos de seda/m; figura de cerámica/figuras de cerámica/f
""")

FOOD = (
    *(Mass(n, "meat", (KILO, PIECE, GRAMS)) for n in ("jamón", "jamón serrano", "chorizo", "salchichón", "carne seca",
      "carne", "cecina", "salami", "morcilla", "pollo", "machaca", "charqui", "lomo embuchado")),
    *(Mass(n, "dairy", (KILO, PIECE)) for n in ("queso", "queso fresco", "queso manchego", "queso de cabra",
      "queso curado", "mantequilla", "queso Oaxaca")),
    *(Mass(n, "fruit", (KILO, BAG, BOX)) for n in ("manzanas", "naranjas", "mangos", "plátanos", "aguacates", "uvas",
      "limones", "tomates", "chiles frescos", "papas", "cerezas", "fresas", "guayabas", "maracuyás")),
    *(Mass(n, "seed", (BAG, GRAMS)) for n in ("semillas", "semillas de maíz", "frijoles", "lentejas", "nueces",
      "almendras", "semillas de flores")),
    *(Mass(n, "honey", (JAR, KILO)) for n in ("miel", "miel de abeja", "jalea real")),
    *(Mass(n, "sweet", (BOX, BAG, KILO, GRAMS)) for n in ("galletas", "chocolate", "caramelos", "turrón", "alfajores",
      "café", "café molido", "té", "mate", "dulce de leche", "bombones", "pan", "especias", "mazapanes", "polvorones",
      "tortillas", "yerba mate", "salsa picante", "aceitunas", "mole", "arequipe", "bocadillo de guayaba")),
)  # fmt: skip

ALCOHOL = ("ron", "vino", "vino tinto", "tequila", "mezcal", "whisky", "vodka", "ginebra", "pisco", "aguardiente",
           "coñac", "licor", "licor de hierbas", "brandy", "cava", "jerez", "fernet", "orujo")  # fmt: skip

TOBACCO = (
    (Noun("cartón de cigarrillos", "cartones de cigarrillos", "m"), 200),
    (Noun("cartón de tabaco", "cartones de tabaco", "m"), 200),
    (Noun("cajetilla", "cajetillas", "f"), 20),
    (Noun("paquete de cigarrillos", "paquetes de cigarrillos", "m"), 20),
)

MEDICINES = (
    *(Mass(n, "medicine", (BOX, JAR)) for n in ("paracetamol", "ibuprofeno", "insulina", "antibióticos", "pastillas",
      "pastillas para dormir", "amoxicilina", "omeprazol", "aspirinas", "jarabe para la tos", "metformina", "morfina",
      "antihistamínicos", "vitaminas", "diazepam", "tramadol", "enalapril", "ventolín")),
)  # fmt: skip

PETS = _nouns("""
    perro/perros/m; perra/perras/f; gato/gatos/m; gata/gatas/f; loro/loros/m; conejo/conejos/m;
    hámster/hámsteres/m; tortuga/tortugas/f; canario/canarios/m; cachorro/cachorros/m; hurón/hurones/m;
    periquito/periquitos/m
""")

SAMPLES = ("café", "telas", "zapatos", "cosméticos", "joyas de plata", "azulejos", "cuero", "vino", "cerámica",
           "aceite de oliva", "piezas de plástico", "tornillos", "juguetes", "artesanías", "jabones", "camisetas",
           "productos químicos", "papel", "relojes", "pinturas", "madera", "vidrio", "botones", "lámparas")  # fmt: skip

# said after "por" and alone
PURPOSE_NOUNS = ("turismo", "vacaciones", "negocios", "trabajo", "estudios", "un congreso", "una conferencia",
                 "una boda", "una feria", "motivos familiares", "una reunión de trabajo", "un curso de español",
                 "placer", "un intercambio", "un tratamiento médico", "una entrevista de trabajo",
                 "un campeonato de ajedrez", "un concierto", "una investigación", "un festival de música",
                 "prácticas en una empresa", "la luna de miel", "un proyecto de la universidad")  # fmt: skip
PURPOSE_VERBS = ("visitar a mi hermana", "visitar a mi familia", "visitar a mis padres", "ver a mi novio",
                 "ver a mi novia", "visitar a unos amigos", "estudiar español", "estudiar un máster",
                 "estudiar en la universidad", "trabajar en un hotel", "conocer el país", "hacer turismo",
                 "visitar museos", "hacer el Camino de Santiago", "asistir a un congreso", "hacer negocios",
                 "presentar mis productos", "visitar a un cliente", "ir a la playa", "hacer senderismo",
                 "aprender a bailar tango", "cuidar a mi madre", "ver un partido de fútbol", "comprar artesanías",
                 "celebrar el cumpleaños de mi abuela", "conocer a mi sobrino", "hacer un curso de cocina",
                 "firmar un contrato", "recoger a mi hijo", "descansar", "sacar fotos", "dar una charla",
                 "pasar las fiestas con mi familia", "hacer un voluntariado")  # fmt: skip

KIN = ("hermana", "hermano", "tía", "tío", "prima", "primo", "abuela", "madre", "padre", "hija", "hijo", "suegra",
       "amiga", "amigo", "novia", "novio", "cuñada", "sobrina", "madrina", "jefe", "profesora")  # fmt: skip

LODGING = ("en un hotel", "en un hostal del centro", "en un hostal", "en un albergue", "en una residencia",
           "en una residencia de estudiantes", "en un apartamento alquilado", "en un departamento", "en un piso",
           "en una pensión", "en casa de unos amigos", "con mi familia", "con una familia", "en un camping",
           "en un hotel del aeropuerto", "en un hotel cerca de la playa", "en casa de mis padres", "en una casa rural",
           "en un Airbnb", "en una cabaña", "en la casa de mis abuelos", "en un hotel del centro",
           "en la residencia de la universidad")  # fmt: skip
HOTEL_NAMES = ("Miramar", "Central", "Plaza", "Colón", "Imperial", "Las Palmas", "Bella Vista", "San Martín", "Reforma",
               "Del Sol", "El Prado", "Continental", "Los Andes", "La Paz", "Europa", "Bolívar", "Santa Fe", "Alameda",
               "Gran Vía", "Costa Azul", "Real", "Andino", "Caribe", "Libertador")  # fmt: skip
HOTEL_KINDS = ("el hotel", "el hotel", "el hotel", "el hostal", "el albergue", "la pensión", "la residencia")
STREETS = ("Mayor", "Alcalá", "Florida", "Libertad", "Juárez", "Corrientes", "Sol", "Real", "Serrano", "Colón", "Luna")

COMPANIONS = ("con mi esposa", "con mi marido", "con mi esposo", "con mi familia", "con mis padres", "con mi hija",
              "con mi hijo", "con mis dos hijos", "con un amigo", "con una amiga", "con dos amigos", "con tres amigas",
              "con mi novio", "con mi novia", "con mi hermano", "con mi hermana", "con mi madre", "con mi padre",
              "con un grupo", "con unos compañeros", "con mi abuela", "con mi jefe", "con una compañera de trabajo",
              "con mis hijas", "con mi primo", "con mis abuelos")  # fmt: skip

MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
          "noviembre", "diciembre")  # fmt: skip
