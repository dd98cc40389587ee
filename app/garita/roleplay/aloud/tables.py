"""What the signs and shortened words of Spanish writing stand for. Tables only."""

from __future__ import annotations

from garita.roleplay.aloud.numbers import Gender


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With the full stop that closes them left out; looked up in small letters. The longest is tried first.
ABBREVIATIONS = {
    "sr": "señor", "sra": "señora", "srta": "señorita", "sres": "señores", "sras": "señoras",
    "dr": "doctor", "dra": "doctora", "dña": "doña", "d.ª": "doña", "prof": "profesor", "profa": "profesora",
    "lic": "licenciado", "licda": "licenciada", "ing": "ingeniero", "arq": "arquitecto", "gral": "general",
    "cap": "capitán", "cnel": "coronel", "tte": "teniente", "excmo": "excelentísimo", "excma": "excelentísima",
    "ilmo": "ilustrísimo", "ilma": "ilustrísima", "sto": "santo", "sta": "santa",
    "av": "avenida", "avda": "avenida", "pza": "plaza", "pl": "plaza", "p.º": "paseo", "ctra": "carretera",
    "aptdo": "apartado", "depto": "departamento", "dpto": "departamento", "prov": "provincia",
    "izq": "izquierda", "izda": "izquierda", "dcha": "derecha",
    "núm": "número", "num": "número", "pág": "página", "págs": "páginas", "art": "artículo", "arts": "artículos",
    "tel": "teléfono", "teléf": "teléfono", "tfno": "teléfono", "ext": "extensión", "cód": "código",
    "p. ej": "por ejemplo", "p.ej": "por ejemplo", "etc": "etcétera", "aprox": "aproximadamente",
    "máx": "máximo", "mín": "mínimo", "min": "minutos", "hab": "habitación", "doc": "documento",
    "ud": "usted", "uds": "ustedes", "vd": "usted", "vds": "ustedes",
    "ee. uu": "Estados Unidos", "ee.uu": "Estados Unidos", "s. a": "ese a", "s.a": "ese a",
    "a. m": "a eme", "a.m": "a eme", "p. m": "pe eme", "p.m": "pe eme",
    "ene": "enero", "feb": "febrero", "abr": "abril", "ago": "agosto", "sept": "septiembre", "oct": "octubre",
    "nov": "noviembre", "dic": "diciembre",
}  # fmt: skip

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip

# Sign after a number -> one, many, gender.
UNITS: dict[str, tuple[str, str, Gender]] = {
    "kg": ("kilo", "kilos", "m"), "kgs": ("kilo", "kilos", "m"), "g": ("gramo", "gramos", "m"),
    "gr": ("gramo", "gramos", "m"), "mg": ("miligramo", "miligramos", "m"), "t": ("tonelada", "toneladas", "f"),
    "lb": ("libra", "libras", "f"), "oz": ("onza", "onzas", "f"),
    "l": ("litro", "litros", "m"), "L": ("litro", "litros", "m"), "dl": ("decilitro", "decilitros", "m"),
    "cl": ("centilitro", "centilitros", "m"), "ml": ("mililitro", "mililitros", "m"),
    "mL": ("mililitro", "mililitros", "m"),
    "km": ("kilómetro", "kilómetros", "m"), "m": ("metro", "metros", "m"), "cm": ("centímetro", "centímetros", "m"),
    "mm": ("milímetro", "milímetros", "m"), "m²": ("metro cuadrado", "metros cuadrados", "m"),
    "m³": ("metro cúbico", "metros cúbicos", "m"),
    "km/h": ("kilómetro por hora", "kilómetros por hora", "m"),
    "h": ("hora", "horas", "f"), "min": ("minuto", "minutos", "m"), "s": ("segundo", "segundos", "m"),
    "°C": ("grado", "grados", "m"), "ºC": ("grado", "grados", "m"), "°": ("grado", "grados", "m"),
    "°F": ("grado Fahrenheit", "grados Fahrenheit", "m"), "GB": ("giga", "gigas", "m"),
}  # fmt: skip

# Sign before or after an amount -> one, many, the hundredth, gender.
MONEY_SIGNS: dict[str, tuple[str, str, str, Gender]] = {
    "US$": ("dólar", "dólares", "centavos", "m"), "U$S": ("dólar", "dólares", "centavos", "m"),
    "MX$": ("peso mexicano", "pesos mexicanos", "centavos", "m"), "R$": ("real", "reales", "centavos", "m"),
    "S/.": ("sol", "soles", "céntimos", "m"), "S/": ("sol", "soles", "céntimos", "m"),
    "Bs": ("boliviano", "bolivianos", "centavos", "m"), "₡": ("colón", "colones", "céntimos", "m"),
    "$": ("dólar", "dólares", "centavos", "m"), "€": ("euro", "euros", "céntimos", "m"),
    "£": ("libra", "libras", "peniques", "f"), "¥": ("yen", "yenes", "", "m"),
}  # fmt: skip
MONEY_WORDS = _words("euro euros peso pesos dólar dólares sol soles real reales libra libras colón colones céntimos")

LETTERS = {
    "a": "a", "b": "be", "c": "ce", "d": "de", "e": "e", "f": "efe", "g": "ge", "h": "hache", "i": "i", "j": "jota",
    "k": "ka", "l": "ele", "m": "eme", "n": "ene", "ñ": "eñe", "o": "o", "p": "pe", "q": "cu", "r": "erre",
    "s": "ese", "t": "te", "u": "u", "v": "uve", "w": "uve doble", "x": "equis", "y": "ye", "z": "zeta",
}  # fmt: skip
SPELLED = _words("DNI UE ADN USB ONG IA")  # with a vowel, but no word

SIGNS = {
    "%": "por ciento", "‰": "por mil", "&": "y", "@": "arroba", "#": "número", "+": "más", "=": "igual a",
    "€": "euros", "$": "dólares", "£": "libras", "°": "grados", "º": "", "ª": "", "×": "por",
}  # fmt: skip
FRACTIONS = {
    "½": "medio", "¼": "un cuarto", "¾": "tres cuartos", "⅓": "un tercio", "⅔": "dos tercios", "1/2": "medio",
    "1/4": "un cuarto", "3/4": "tres cuartos", "1/3": "un tercio", "2/3": "dos tercios",
}  # fmt: skip

# After one of these a number is a name ("la puerta 21"), and a long one is said digit by digit.
NUMBERED = _words(
    """
    puerta vuelo habitación mesa terminal número fila asiento andén página artículo calle formulario ventanilla
    código cinta sala línea canal puesto módulo kilómetro piso planta ruta carretera modelo anexo capítulo punto
    párrafo ley decreto resolución extensión apartado expediente avenida box muelle zona nivel
    """
)
CODED = _words(
    """
    pasaporte documento número código clave pin dni nie vuelo reserva teléfono móvil celular expediente matrícula
    patente visado visa tarjeta formulario serie cuenta carné cédula extensión ticket
    """
)
PHONED = _words("teléfono móvil celular llame llamar marque tel teléf whatsapp fax")

# A number before one of these counts nothing: "el 21 de marzo", "los 31 y".
FUNCTION_WORDS = _words(
    """
    a al ante con contra de del desde e el en entre es está están hacia hasta la las le lo los me más ni no o para
    pero por porque puede que se ser si sin sobre son su sus también te tiene u un una y ya
    """
)
MASCULINE = _words(
    "días mapas problemas programas sistemas idiomas sofás papás pijamas diplomas poemas temas aromas turistas colegas"
)
FEMININE = _words(
    """
    personas noches tardes veces mujeres llaves clases leches carnes aves flores pieles redes manos mano noche tarde
    vez mujer llave clase leche carne ave flor piel red gentes partes parte fuentes series serie imágenes sales miel
    mieles luces cruces señales señal catedrales cárceles sangres muertes fotos motos radios foto moto radio
    """
)
ROYAL = {
    "Felipe": "m", "Carlos": "m", "Alfonso": "m", "Fernando": "m", "Luis": "m", "Enrique": "m", "Pedro": "m",
    "Francisco": "m", "Pablo": "m", "Benedicto": "m", "Pío": "m", "Sancho": "m", "Jaime": "m", "Juan": "m",
    "Isabel": "f", "Juana": "f", "María": "f", "Catalina": "f",
}  # fmt: skip
