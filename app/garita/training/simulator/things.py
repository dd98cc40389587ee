"""What travellers carry: nouns with gender and plural, masses with their units, all by the kind a rule falls under.

Data only. Prices are rough euros for a new piece.
"""

from __future__ import annotations

from typing import NamedTuple

from garita.roleplay.meaning import ThingKind
from garita.training.simulator.choice import Choice


class Noun(NamedTuple):
    """A countable noun; gender is "m" or "f"."""

    singular: str
    plural: str
    gender: str


class Piece(NamedTuple):
    """Something carried by the piece."""

    noun: Noun
    kind: ThingKind


class Mass(NamedTuple):
    """Something carried by the unit: ``unit`` of ``name``."""

    name: str
    kind: ThingKind
    units: tuple[Noun, ...]


def entries(text: str) -> list[str]:
    """Entries separated by semicolons, spaces and line ends within them collapsed."""
    return [" ".join(entry.split()) for entry in text.split(";")]


def _pieces(kind: ThingKind, text: str) -> list[Piece]:
    """Entries "singular/plural/gender"."""
    return [Piece(Noun(*entry.split("/")), kind) for entry in entries(text)]


def _masses(kind: ThingKind, units: tuple[Noun, ...], text: str) -> list[Mass]:
    return [Mass(name, kind, units) for name in entries(text)]


def _of_pieces(*lists: list[Piece]) -> Choice[Piece]:
    return Choice((piece for each in lists for piece in each), key=lambda piece: piece.noun.singular)


def _of_masses(*lists: list[Mass]) -> Choice[Mass]:
    return Choice((mass for each in lists for mass in each), key=lambda mass: mass.name)


KILO = Noun("kilo", "kilos", "m")
PACKET = Noun("paquete", "paquetes", "m")
BOX = Noun("caja", "cajas", "f")
BAG = Noun("bolsa", "bolsas", "f")
JAR = Noun("frasco", "frascos", "m")
PIECE = Noun("trozo", "trozos", "m")
BOTTLE = Noun("botella", "botellas", "f")
LITRE = Noun("litro", "litros", "m")
TIN = Noun("lata", "latas", "f")
BAR = Noun("barra", "barras", "f")
BLISTER = Noun("tableta", "tabletas", "f")
SACK = Noun("saco", "sacos", "m")
PAIR = Noun("par", "pares", "m")
DAY = Noun("día", "días", "m")
NIGHT = Noun("noche", "noches", "f")
WEEK = Noun("semana", "semanas", "f")
MONTH = Noun("mes", "meses", "m")
YEAR = Noun("año", "años", "m")

CLOTHES = _pieces("clothes", """
    camisa/camisas/f; camiseta/camisetas/f; chaqueta/chaquetas/f; abrigo/abrigos/m; pantalón/pantalones/m;
    vestido/vestidos/m; falda/faldas/f; bufanda/bufandas/f; sombrero/sombreros/m; toalla/toallas/f; traje/trajes/m;
    suéter/suéteres/m; gorra/gorras/f; manta/mantas/f; blusa/blusas/f; chaleco/chalecos/m; cinturón/cinturones/m;
    corbata/corbatas/f; pijama/pijamas/m; bañador/bañadores/m; traje de baño/trajes de baño/m; sudadera/sudaderas/f;
    impermeable/impermeables/m; poncho/ponchos/m; chal/chales/m; pañuelo/pañuelos/m; gorro de lana/gorros de lana/m;
    par de zapatos/pares de zapatos/m; par de botas/pares de botas/m; par de sandalias/pares de sandalias/m;
    par de calcetines/pares de calcetines/m; par de guantes/pares de guantes/m; vestido de novia/vestidos de novia/m;
    chaqueta de cuero/chaquetas de cuero/f; uniforme/uniformes/m; bata/batas/f; delantal/delantales/m;
    anorak/anoraks/m; bufanda de lana/bufandas de lana/f; camisa de lino/camisas de lino/f
""")  # fmt: skip
GADGETS = _pieces("electronics", """
    cámara/cámaras/f; ordenador/ordenadores/m; computadora/computadoras/f; tableta/tabletas/f; teléfono/teléfonos/m;
    cámara de fotos/cámaras de fotos/f; ordenador portátil/ordenadores portátiles/m; impresora/impresoras/f;
    computadora portátil/computadoras portátiles/f; teléfono móvil/teléfonos móviles/m; celular/celulares/m;
    consola/consolas/f; dron/drones/m; cargador/cargadores/m; altavoz/altavoces/m; televisor/televisores/m;
    micrófono/micrófonos/m; proyector/proyectores/m; radio/radios/f; reloj inteligente/relojes inteligentes/m;
    disco duro/discos duros/m; teclado/teclados/m; batería externa/baterías externas/f; cafetera/cafeteras/f;
    secador de pelo/secadores de pelo/m; telescopio/telescopios/m; videocámara/videocámaras/f; lámpara/lámparas/f
""")  # fmt: skip
BELONGINGS = _pieces("other", """
    libro/libros/m; guitarra/guitarras/f; paraguas/paraguas/m; cuaderno/cuadernos/m; diccionario/diccionarios/m;
    mochila/mochilas/f; violín/violines/m; mapa/mapas/m; novela/novelas/f; raqueta/raquetas/f; flauta/flautas/f;
    balón/balones/m; bicicleta/bicicletas/f; tienda de campaña/tiendas de campaña/f; saco de dormir/sacos de dormir/m;
    tabla de surf/tablas de surf/f; carpa/carpas/f; almohada/almohadas/f; cepillo/cepillos/m; agenda/agendas/f;
    trompeta/trompetas/f; acordeón/acordeones/m; ukelele/ukeleles/m; tambor/tambores/m; casco/cascos/m;
    bastón/bastones/m; linterna/linternas/f; termo/termos/m; olla/ollas/f; sartén/sartenes/f; martillo/martillos/m;
    caja de herramientas/cajas de herramientas/f; taladro/taladros/m; cuna plegable/cunas plegables/f;
    cochecito de bebé/cochecitos de bebé/m; silla plegable/sillas plegables/f; cuadro/cuadros/m; espejo/espejos/m;
    baraja/barajas/f; tablero de ajedrez/tableros de ajedrez/m; rompecabezas/rompecabezas/m; muñeca/muñecas/f;
    partitura/partituras/f; carpeta/carpetas/f; maleta vacía/maletas vacías/f; bolso/bolsos/m; cartera/carteras/f;
    llavero/llaveros/m; máscara/máscaras/f; títere/títeres/m; caña de pescar/cañas de pescar/f; aleta/aletas/f
""")  # fmt: skip
PRESENTS = _of_pieces(
_pieces("gift", """
    perfume/perfumes/m; collar/collares/m; anillo/anillos/m; juguete/juguetes/m;
    muñeca de porcelana/muñecas de porcelana/f; pulsera/pulseras/f; reloj de oro/relojes de oro/m;
    cuadro antiguo/cuadros antiguos/m; jarrón/jarrones/m; vajilla/vajillas/f; alfombra/alfombras/f;
    reloj/relojes/m; figura de cerámica/figuras de cerámica/f; par de pendientes/pares de pendientes/m;
    broche/broches/m; tren de juguete/trenes de juguete/m; juego de té/juegos de té/m;
    mantel bordado/manteles bordados/m; estatuilla/estatuillas/f; caja de música/cajas de música/f;
    oso de peluche/osos de peluche/m; ajedrez de madera/ajedreces de madera/m;
    copa de cristal/copas de cristal/f; máscara de madera/máscaras de madera/f; hamaca/hamacas/f;
    tapiz/tapices/m; medalla de plata/medallas de plata/f; abanico/abanicos/m;
    estuche de maquillaje/estuches de maquillaje/m; robot de juguete/robots de juguete/m;
    cadena de oro/cadenas de oro/f; pluma estilográfica/plumas estilográficas/f; navaja suiza/navajas suizas/f;
    botella decorada/botellas decoradas/f; candelabro/candelabros/m
"""),
_pieces("electronics", """
    videoconsola/videoconsolas/f; tableta nueva/tabletas nuevas/f; teléfono nuevo/teléfonos nuevos/m;
    cámara nueva/cámaras nuevas/f
"""),
_pieces("clothes", """
    bolso de cuero/bolsos de cuero/m; pañuelo de seda/pañuelos de seda/m; cartera de piel/carteras de piel/f;
    sarape/sarapes/m
"""),
)  # fmt: skip
PIECES = _of_pieces(CLOTHES, GADGETS, BELONGINGS)

# plural masses can be counted by the piece as well, with their own numbers
FRUITS = _pieces("fruit", """
    manzana/manzanas/f; naranja/naranjas/f; mango/mangos/m; plátano/plátanos/m; aguacate/aguacates/m; limón/limones/m;
    tomate/tomates/m; pera/peras/f; durazno/duraznos/m; melocotón/melocotones/m; piña/piñas/f; papaya/papayas/f;
    mandarina/mandarinas/f; kiwi/kiwis/m; sandía/sandías/f; melón/melones/m; guayaba/guayabas/f; coco/cocos/m;
    granada/granadas/f; ciruela/ciruelas/f
""")  # fmt: skip
_SWEET_UNITS = (BOX, BAG, KILO, PACKET)
FOOD = _of_masses(
    _masses("meat", (KILO, PIECE, PACKET), """
        jamón; jamón serrano; jamón ibérico; chorizo; salchichón; carne seca; carne; cecina; salami; morcilla; pollo;
        machaca; charqui; lomo embuchado; mortadela; salame; carne de res; carne de cerdo; tocino; pavo ahumado;
        longaniza; panceta; paté; sobrasada; fuet; carne ahumada; cordero; carne asada"""),
    _masses("dairy", (KILO, PIECE), """
        queso; queso fresco; queso manchego; queso de cabra; queso curado; mantequilla; queso Oaxaca; queso de oveja;
        queso azul; queso parmesano; queso ahumado; nata; queso brie; requesón; cuajada; queso llanero"""),
    _masses("fish", (KILO, TIN, PACKET), """
        atún; sardinas; bacalao; salmón ahumado; anchoas; mejillones; pulpo; camarones secos; mariscos; gambas; truchas;
        pescado seco; caviar; ceviche"""),
    _masses("fruit", (KILO, BAG, BOX), """
        manzanas; naranjas; mangos; plátanos; aguacates; uvas; limones; tomates; chiles frescos; papas; cerezas; fresas;
        guayabas; maracuyás; peras; duraznos; higos; ciruelas; verduras; fruta; cebollas; ajos; zanahorias; nopales;
        lichis; arándanos; frambuesas; mandarinas; pimientos; yuca; moras; lechugas"""),
    _masses("plant", (BAG, PACKET), """
        semillas; semillas de maíz; semillas de flores; semillas de tomate; bulbos de tulipán; hierbas secas;
        plantas medicinales; hojas de laurel; flores secas; semillas de chía; esquejes de rosa"""),
    _masses("honey", (JAR, KILO), "miel; miel de abeja; jalea real; miel de eucalipto; miel casera; polen; propóleo"),
    _masses("sweet", _SWEET_UNITS, """
        galletas; chocolate; caramelos; turrón; alfajores; bombones; mazapanes; polvorones; dulces; chocolate amargo;
        chocolatinas; bizcochos; gomitas; dulces de tamarindo; galletas de jengibre; mermelada; dulce de leche; cajeta;
        arequipe; bocadillo de guayaba; galletas caseras; barquillos; regaliz; buñuelos; cocadas; magdalenas"""),
    _masses("food", (KILO, BAG, PACKET, BOX), """
        café; café molido; té; té verde; mate; yerba mate; pan; especias; tortillas; salsa picante; aceitunas; mole;
        frijoles; lentejas; nueces; almendras; arroz; pasta; azafrán; pimentón; canela; quinoa; harina de maíz; avena;
        sal marina; curry; galletas saladas; cereales; algas; fideos; tamales; pistachos; cacahuetes; pasas; orégano;
        cacao; ají molido; sopa de sobre; pan de molde; maní; garbanzos; mostaza; aceite de oliva; vinagre"""),
)  # fmt: skip

ALCOHOL = Choice(entries("""
    ron; vino; vino tinto; tequila; mezcal; whisky; vodka; ginebra; pisco; aguardiente; coñac; licor; licor de hierbas;
    brandy; cava; jerez; fernet; orujo; vino blanco; cerveza; sidra; anís; vermut; champán; sake; licor de café;
    cachaza; grapa; vino de Oporto; crema de whisky; pacharán; singani; vino espumoso; licor de naranja;
    absenta"""))  # fmt: skip
# a noun and how many cigarettes it holds
TOBACCO = Choice(
    (
        (Noun("cartón", "cartones", "m"), 200, " de cigarrillos"),
        (Noun("cartón", "cartones", "m"), 200, " de tabaco"),
        (Noun("cajetilla", "cajetillas", "f"), 20, ""),
        (Noun("cajetilla", "cajetillas", "f"), 20, " de cigarrillos"),
        (Noun("cajetilla", "cajetillas", "f"), 20, " de tabaco"),
        (Noun("paquete", "paquetes", "m"), 20, " de cigarrillos"),
        (Noun("paquete", "paquetes", "m"), 20, " de tabaco"),
        (Noun("cigarrillo", "cigarrillos", "m"), 1, ""),
        (Noun("puro", "puros", "m"), 0, ""),
    )
)

_PILLS = (BOX, JAR, PACKET)
MEDICINES = _of_masses(
    _masses("medicine", _PILLS, """
        paracetamol; ibuprofeno; insulina; antibióticos; pastillas; pastillas para dormir; amoxicilina; omeprazol;
        aspirinas; metformina; morfina; antihistamínicos; vitaminas; diazepam; tramadol; enalapril; ventolín; losartán;
        pastillas para la tensión; pastillas para el mareo; pastillas para la alergia; pastillas para el corazón;
        pastillas para la tiroides; pastillas para el dolor; anticonceptivos; somníferos; tranquilizantes; calmantes;
        hierro; magnesio; probióticos; corticoides; naproxeno; loratadina; cetirizina; atorvastatina; simvastatina;
        levotiroxina; amlodipino; fluoxetina; sertralina; clonazepam; alprazolam; ansiolíticos; antidepresivos; codeína;
        antiácidos; melatonina; prednisona; azitromicina; jeringas; inhaladores; parches de nicotina; laxantes;
        pastillas para la diabetes; pastillas para la garganta; comprimidos de calcio; analgésicos"""),
    _masses("medicine", (JAR, BOTTLE), """
        jarabe para la tos; jarabe con codeína; gotas para los ojos; gotas para los oídos; colirio; suero; alcohol
        medicinal; crema para la piel; pomada; jarabe para la fiebre; aceite de árbol de té; spray nasal"""),
)  # fmt: skip

PETS = _of_pieces(_pieces("pet", """
    perro/perros/m; perra/perras/f; gato/gatos/m; gata/gatas/f; loro/loros/m; conejo/conejos/m; pez/peces/m;
    hámster/hámsteres/m; tortuga/tortugas/f; canario/canarios/m; cachorro/cachorros/m; hurón/hurones/m;
    periquito/periquitos/m; gatito/gatitos/m; perrito/perritos/m; perro labrador/perros labradores/m;
    perra labradora/perras labradoras/f; iguana/iguanas/f; cobaya/cobayas/f; paloma/palomas/f; papagayo/papagayos/m;
    serpiente/serpientes/f; chihuahua/chihuahuas/m; gato persa/gatos persas/m; bulldog/bulldogs/m; cacatúa/cacatúas/f;
    ratón blanco/ratones blancos/m; perro guía/perros guía/m; pastor alemán/pastores alemanes/m; erizo/erizos/m;
    conejillo de Indias/conejillos de Indias/m; galgo/galgos/m
"""))  # fmt: skip

SAMPLES = Choice(entries("""
    café; telas; zapatos; cosméticos; joyas de plata; azulejos; cuero; vino; cerámica; aceite de oliva; tornillos;
    piezas de plástico; juguetes; artesanías; jabones; camisetas; productos químicos; papel; relojes; pinturas; madera;
    vidrio; botones; lámparas; té; calzado; perfumes; cremas; muebles; alfombras; bolsos; cinturones; gafas; cables;
    herramientas; válvulas; motores pequeños; semillas tratadas; chocolate; galletas; miel; especias; cerveza; agua
    mineral; velas; vajilla; cubiertos; cuchillos; mochilas; sombreros; lana; algodón; seda; mármol; granito; baldosas;
    tejas; ladrillos; cemento; pegamento; tinta; cuadernos; libros; lápices; envases; bolsas de papel; etiquetas;
    piezas de coche; baterías; paneles solares; cámaras; teléfonos; altavoces; tejidos; hilos; cremalleras; ropa de
    niño; ropa deportiva; pelotas; raquetas; bicicletas; cascos; medicamentos veterinarios; champú;
    colonia"""))  # fmt: skip
