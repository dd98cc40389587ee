"""What people carry: nouns by kind with their gender, units, and the adjectives that go with them. Data only."""

from __future__ import annotations

from collections.abc import Iterator

from garita.roleplay.hearing.table import word_list
from garita.roleplay.meaning import ThingKind

# Singulars (masculine unless /f stands behind), separated by commas; plurals are made by rule.
# Entries with "*" are usually said in the plural or as a mass and take no "un".
NOUNS: dict[ThingKind, str] = {
    "alcohol": "vino, ron, tequila, mezcal, whisky, güisqui, vodka, ginebra/f, pisco, aguardiente, coñac, licor, "
    "brandy, "
    "cava, jerez, fernet, orujo, cerveza/f, champán, champaña/f, sidra/f, alcohol, anís, vermut, absenta/f, grapa/f, "
    "cachaza/f, sake, pacharán, singani, limoncello, bourbon, pulque, chicha/f, vinito, ouzo, gin, chupito, cóctel, "
    "prosecco, moscatel, oporto, trago, rompope, sotol, raicilla/f",
    "tobacco": "cigarrillo, cigarro, tabaco, puro, habano, cajetilla/f, cigarrito, pitillo, vapeador, rapé",
    "meat": "jamón, chorizo, salchichón, carne/f, cecina/f, salami, salame, morcilla/f, pollo, machaca/f, charqui, "
    "lomo, "
    "embutido, fiambre, bistec, salchicha/f, tocino, panceta/f, mortadela/f, pavo, cerdo, ternera/f, cordero, "
    "butifarra/f, "
    "sobrasada/f, fuet, paté, chuleta/f, filete, costilla/f, longaniza/f, hamburguesa/f, prosciutto, bacon, "
    "matambre, "
    "asado, tamal, empanada/f, cabrito, conejo congelado, foie, chicharrón, biltong, carnita/f",
    "dairy": "queso, mantequilla/f, leche/f, yogur, crema de leche/f, nata/f, quesillo, requesón, cuajada/f, "
    "quesito, "
    "manteca/f, suero",
    "fish": "pescado, atún, salmón, marisco, camarón, gamba/f, bacalao, sardina/f, anchoa/f, pulpo, calamar, caviar, "
    "langosta/f, ceviche, cangrejo, mejillón, trucha/f, arenque",
    "fruit": "manzana/f, naranja/f, mango, plátano, banana/f, aguacate, palta/f, uva/f, limón, tomate, chile fresco, "
    "papa/f, patata/f, cereza/f, fresa/f, guayaba/f, maracuyá, fruta/f, verdura/f, pera/f, melocotón, durazno, "
    "piña/f, "
    "melón, sandía/f, ciruela/f, kiwi, mandarina/f, cebolla/f, ajo, zanahoria/f, lechuga/f, papaya/f, coco, "
    "frambuesa/f, "
    "arándano, granada/f, higo, lima/f, frutilla/f, yuca/f, pepino, pimiento, vegetal, hortaliza/f, chirimoya/f, "
    "chile, "
    "toronja/f, pomelo, albaricoque, damasco, mora/f, nopal, tuna/f, calabaza/f, elote, choclo, lulo, lúcuma/f",
    "plant": "semilla/f, planta/f, flor/f, maceta/f, bulbo, esqueje, rosa/f, cactus, orquídea/f, raíz/f, tierra/f, "
    "hierba/f, "
    "arbolito, árbol, ramo, hoja de coca/f, madera/f, bonsái, cáñamo, tulipán",
    "honey": "miel/f, jalea real/f, propóleo, polen, panal",
    "sweet": "galleta/f, chocolate, caramelo, turrón, alfajor, dulce, bombón, mazapán, polvorón, pastel, panetón, "
    "torta/f, "
    "bizcocho, golosina/f, mermelada/f, arequipe, bocadillo, cajeta/f, chicle, mantecado, barquillo, gomita/f, "
    "tarta/f, "
    "cacao, azúcar, panela/f, churro, bocadito, trufa/f, praliné, confite, ate, cocada/f, sirope, jarabe de arce",
    "food": "comida/f, pan, café, té, mate, yerba/f, yerba mate/f, especia/f, tortilla/f, salsa/f, aceituna/f, "
    "mole, aceite, "
    "arroz, frijol, lenteja/f, nuez/f, almendra/f, pistacho, cacahuete, maní, fruto seco, sándwich, bocata, pasta/f, "
    "harina/f, sal/f, pimienta/f, azafrán, pimentón, vinagre, conserva/f, alimento, agua/f, refresco, jugo, zumo, "
    "cereal, "
    "avena/f, quinoa/f, maíz, garbanzo, alubia/f, sopa/f, curry, mostaza/f, snack, huevo, pizza/f, papilla/f, "
    "semola/f, "
    "espagueti, vainilla/f, canela/f, kimchi, fideo, arepa/f, ají, orégano, chía/f, soja/f, tapioca/f, achiote",
    "medicine": "paracetamol, ibuprofeno, insulina/f, antibiótico, pastilla/f, amoxicilina/f, omeprazol, "
    "aspirina/f, jarabe, "
    "metformina/f, morfina/f, antihistamínico, vitamina/f, diazepam, tramadol, enalapril, ventolín, medicina/f, "
    "medicamento, inhalador, codeína/f, comprimido, ansiolítico, jeringa/f, píldora/f, cápsula/f, gota/f, remedio, "
    "analgésico, antidepresivo, loratadina/f, naproxeno, cortisona/f, somnífero, valium, alprazolam, lorazepam, "
    "anticonceptivo, suplemento, losartán, atorvastatina/f, levotiroxina/f, salbutamol, fentanilo, oxicodona/f, "
    "xanax, "
    "adderall, ritalín, melatonina/f, antigripal, pomada/f, supositorio, calmante, diclofenaco, prozac, "
    "jeringuilla/f, "
    "metilfenidato, prednisona/f, simvastatina/f, furosemida/f, sertralina/f, fluoxetina/f, warfarina/f, ramipril, "
    "ketorolaco, cetirizina/f, fenobarbital, metadona/f, hierro, magnesio, probiótico, termómetro, venda/f, parche, "
    " clonazepam, penicilina/f, antiácido, laxante, colirio, vacuna/f, tratamiento, pastillita/f, "
    "tylenol",
    "pet": "perro, perra/f, gato, gata/f, loro, conejo, hámster, tortuga/f, canario, cachorro, cachorra/f, hurón, "
    "periquito, "
    "pájaro, pez, mascota/f, animal, perrito, perrita/f, gatito, gatita/f, cacatúa/f, iguana/f, serpiente/f, "
    "cobaya/f, "
    "caballo, cotorra/f, papagayo, jilguero, chinchilla/f, tarántula/f, lagarto, labrador, labradora/f, chihuahua, "
    "caniche, galgo, conejito, bulldog, beagle, husky, dálmata, terrier, pug, pastor alemán, caniche toy, "
    "bóxer, cocker, mastín, podenco, schnauzer, doberman, siamés, tortuguita/f, yegua/f, gallo, gallina/f, pececito",
    "sample": "muestra/f, catálogo, folleto, muestrario, prototipo, maqueta/f, tornillo, azulejo, pieza/f, botón, "
    "tela/f",
    "cash": "billete, efectivo, dinero, moneda/f, cheque, plata/f, fajo",
    "electronics": "ordenador, computadora/f, tableta/f, teléfono, móvil, celular, cámara/f, consola/f, portátil, "
    "laptop, "
    "tablet/f, dron, auricular, audífono, cargador, iphone, altavoz, parlante, televisor, impresora/f, proyector, "
    "videoconsola/f, micrófono, batería/f, disco duro, ipad, kindle, smartphone, dispositivo, compu/f, reproductor, "
    "televisión/f, tele/f, radio/f, cable, ratón, teclado, pantalla/f",
    "gift": "perfume, collar, anillo, bolso, juguete, muñeca/f, pulsera/f, cuadro, jarrón, vajilla/f, alfombra/f, "
    "pañuelo, "
    "figura/f, regalo, recuerdo, joya/f, reloj, souvenir, detalle, obsequio, florero, taza/f, vela/f, artesanía/f, "
    "pendiente, arete, colgante, broche, cerámica/f, peluche, rompecabezas, lámpara/f, cubertería/f, colonia/f, "
    "osito, "
    "imán, llavero, postal/f, platería/f, aro, regalito",
    "clothes": "ropa/f, camisa/f, camiseta/f, chaqueta/f, abrigo, pantalón, vestido, falda/f, par de zapatos, "
    "bufanda/f, "
    "sombrero, toalla/f, traje, suéter, gorra/f, zapato, bota/f, calcetín, sandalia/f, zapatilla/f, bañador, jersey, "
    "pijama, cinturón, guante, ropa interior/f, medias/f, blusa/f, polo, chaleco, corbata/f, poncho, manta/f, "
    "vaquero, "
    "jean, remera/f, campera/f, playera/f, chamarra/f, sudadera/f, gabardina/f, bikini, tenis, prenda/f, gafas/f, "
    "mantón, rebozo, sarape, uniforme, chal, saco, bata/f, short, cobija/f, media/f, bragas/f, calzoncillo",
    "weapon": "pistola/f, cuchillo, navaja/f, arma/f, escopeta/f, rifle, bala/f, munición/f, machete, espada/f, "
    "daga/f, "
    "petardo, bomba/f, explosivo, granada de mano/f, revólver, katana/f, ballesta/f, spray de pimienta, "
    "fuegos artificiales",
    "drug": "droga/f, marihuana/f, cocaína/f, cannabis, hachís, heroína/f, éxtasis, porro, anfetamina/f, lsd, "
    "hongo alucinógeno, "
    "metanfetamina/f, maría/f",
    "other": "libro, guitarra/f, paraguas, cuaderno, diccionario, mochila/f, violín, mapa, novela/f, raqueta/f, "
    "flauta/f, "
    "balón, maleta/f, bolso de mano, documento, papel, revista/f, bicicleta/f, bici/f, tabla de surf/f, "
    "tienda de campaña/f, "
    "carpa/f, cosa/f, cosa personal/f, objeto, efecto personal, artículo, crema/f, champú, jabón, cosmético, "
    "maquillaje, "
    "cepillo, pasta de dientes/f, gel, protector, herramienta/f, instrumento, pelota/f, patín, esquí, carpeta/f, "
    "partitura/f, cafetera/f, transportín, saco de dormir, bolígrafo, lápiz, cuna/f, silla/f, cochecito, piano, "
    "trompeta/f, acordeón, ukelele, tambor, casco, llave/f, foto/f, álbum, disco, juego, baraja/f, monedero, "
    "cartera/f, "
    "caja de herramientas/f, pintura/f, pincel, máquina/f, repuesto, motor, neumático, mueble, sábana/f, almohada/f, "
    "cortina/f, botella de agua/f, termo, bombilla/f, cuero, vidrio, producto, mercancía/f, equipaje, desodorante, "
    "caña de pescar/f, snowboard, tambo, arpa/f, saxofón, clarinete, batería de cocina/f, olla/f, sartén/f, plato, "
    "vaso, cubierto, cerradura/f, ventilador, licuadora/f, contrato, factura/f, receta/f, equipo, material, "
    "semirremolque",
}  # fmt: skip

# unit -> gender; what it holds of alcohol (litres) or tobacco (cigarettes) where a unit says that
UNITS = """
kilo m; kilogramo m; gramo m; paquete m; caja f; cajita f; bolsa f; bolsita f; frasco m; trozo m; pedazo m; botella f;
botellita f; litro m; mililitro m; lata f; par m; cartón m; tarro m; bote m; sobre m; tableta f; tubo m; docena f;
libra f;
barra f; rueda f; pieza f; saco m; maleta f; fajo m; cajetilla f; rollo m; garrafa f; bidón m; jarra f; copa f; tira f;
blíster m; ampolla f; dosis f; metro m; juego m; set m; pomo m; porción f; loncha f; rebanada f; manojo m; ramo m;
pack m;
carpeta f; cucharada f; galón m; onza f; tonelada f; cesta f; canasta f; racimo m; puñado m; ristra f; barril m;
centilitro m; cuarto m; paquetito m; tarrito m; frasquito m; petaca f; bulto m; montón m; colección f
"""
UNIT_ABBREVIATIONS = {
    "kg": "kilo", "kgs": "kilo", "k": "kilo", "gr": "gramo", "g": "gramo", "grs": "gramo", "l": "litro",
    "lt": "litro",
    "lts": "litro", "ml": "mililitro", "cl": "centilitro", "kilogramo": "kilo", "caixa": "caja", "boteia": "botella",
    "bottella": "botella", "botela": "botella", "botelas": "botella", "pakete": "paquete",
}  # fmt: skip
LITRES_IN = {
    "litro": 1.0, "mililitro": 0.001, "centilitro": 0.01, "botella": 0.75, "lata": 0.33, "galón": 3.785,
    "botellita": 0.2, "copa": None, "": None,
}  # fmt: skip
CIGARETTES_IN = {"cartón": 200.0, "cajetilla": 20.0, "paquete": 20.0, "": 1.0}

# masculine singular; feminine and plurals by rule
ADJECTIVES = word_list(
    """
    nuevo viejo usado pequeño grande rojo negro blanco azul verde marrón gris amarillo tinto rosado espumoso
    seco fresco curado serrano ibérico manchego casero artesanal típico caro barato portátil móvil eléctrico
    electrónico acústico molido tostado instantáneo picante dulce salado ahumado congelado crudo cocido frito
    integral vegetal animal natural artificial infantil personal deportivo digital inteligente antiguo moderno
    mexicano español argentino italiano francés chileno peruano colombiano cubano dominicano suizo belga japonés
    chino inglés escocés irlandés alemán americano tradicional especial extra virgen ecológico orgánico fino
    largo corto elegante solar térmico impermeable limpio sucio lleno vacío cerrado abierto alcohólico
    farmacéutico químico cerámico plástico metálico mestizo mediano labrador siamés persa marino silvestre
    salvaje maduro entero envasado embutido embuchado duro blando tierno sellado embalado guatemalteco
    ecuatoriano boliviano uruguayo paraguayo portugués griego turco árabe ruso canadiense
    """
)


def all_texts() -> Iterator[str]:
    """Everything in these tables that may lend its accents to a heard word."""
    for nouns in NOUNS.values():
        yield from (noun.strip().removesuffix("/f") for noun in nouns.split(","))
    yield from (entry.split()[0] for entry in UNITS.split(";"))
    yield from ADJECTIVES
