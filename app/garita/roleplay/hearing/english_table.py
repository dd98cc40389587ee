"""English that learners fall back on, and its Spanish, phrase by phrase. Data only; plain spelling on both sides."""

from __future__ import annotations

from garita.roleplay.hearing.table import word_set

# words that only English has, to know it by
ENGLISH = word_set(
    """
    the and you your is are have has does did what where how thank thanks please welcome hello with from of this
    that it my we will can i'm im i've i'll don't dont not to i she they there which who when because but for in
    at on a week weeks days month months year years just only about am was going want would like staying stay
    here visit visiting traveling travelling travel alone wife husband friend friends family brother sister
    mother father son daughter student teacher doctor engineer nurse lawyer tourism vacation holiday holidays
    business work job money cash dollars bottles clothes suitcase nothing something anything passport speak
    english spanish understand sorry excuse repeat slow slowly again name yes no hi bye good morning afternoon
    evening help need sure maybe really one two three four five six seven eight nine ten know word mean tourist
    me do it's food medicine gift gifts some any come came hotel declare book books camera pounds euros
    conference wedding study studying bottle cheese ham wine so by into her his their our house home flat apartment
    room place i'd you'd rather answer prefer could let's officer people forget instructions
    """
)
# of these, Spanish uses too: they say nothing alone
SHARED = word_set("a no me hotel am son so i in on do has he cash euros four come sure can name")

# longest first is not needed: the longest match at a position wins
PHRASES = {
    "my name is": "me llamo", "i'm called": "me llamo", "call me": "me llamo", "i am from": "soy de",
    "i'm from": "soy de",
    "im from": "soy de", "i come from": "vengo de", "i am coming from": "vengo de", "i'm coming from": "vengo de",
    "i came from": "vengo de", "coming from": "vengo de", "i live in": "soy de", "from": "de", "i am a": "soy",
    "i'm a": "soy", "i am an": "soy", "i'm an": "soy", "i am": "soy", "i'm": "soy", "im": "soy",
    "i am here for": "vengo por", "i'm here for": "vengo por", "i am here on": "vengo por", "i'm here on": "vengo por",
    "i'm here to": "vengo a", "i am here to": "vengo a", "i came to": "vengo a", "i'm on": "vengo por",
    "i am on": "vengo por",
    "i want to": "quiero", "i'm going to": "voy a", "i am going to": "voy a", "for": "por", "on": "por", "to": "a",
    "i'm staying for": "me quedo", "i am staying for": "me quedo", "i'm staying": "me quedo",
    "i am staying": "me quedo",
    "i will stay": "me quedo", "i'll stay": "me quedo", "i stay": "me quedo", "staying": "me quedo", "about": "unos",
    "i'll be here": "me quedo", "i will be here": "me quedo", "i'm here": "estoy", "until": "hasta",
    "i travel alone": "viajo solo", "i'm traveling alone": "viajo solo", "i am traveling alone": "viajo solo",
    "i'm travelling alone": "viajo solo", "i'm alone": "viajo solo", "i am alone": "viajo solo", "alone": "solo",
    "by myself": "solo", "on my own": "solo", "i travel with": "viajo con", "i'm traveling with": "viajo con",
    "i am traveling with": "viajo con", "i'm with": "viajo con", "i am with": "viajo con", "with": "con",
    "i have": "llevo", "i've got": "llevo", "i got": "llevo", "i bring": "llevo", "i brought": "llevo",
    "i carry": "llevo",
    "i'm carrying": "llevo", "i am carrying": "llevo", "i only have": "llevo", "i work as a": "trabajo como",
    "i work as an": "trabajo como", "i work as": "trabajo como", "in": "en", "at": "en", "and": "y", "of": "de",
    "my": "mi",
    "the": "el", "a": "un", "an": "un", "some": "", "just": "", "only": "", "tourism": "turismo",
    "sightseeing": "turismo",
    "a tourist": "turista", "vacation": "vacaciones", "vacations": "vacaciones", "holiday": "vacaciones",
    "holidays": "vacaciones", "business": "negocios", "work": "trabajo", "studies": "estudios", "pleasure": "placer",
    "visit": "visitar a", "to visit": "visitar a", "visiting": "visitar a", "to study": "estudiar", "study": "estudiar",
    "a conference": "un congreso", "a wedding": "una boda", "one": "una", "two": "dos", "three": "tres",
    "four": "cuatro",
    "five": "cinco", "six": "seis", "seven": "siete", "eight": "ocho", "nine": "nueve", "ten": "diez", "twelve": "doce",
    "fifteen": "quince", "twenty": "veinte", "thirty": "treinta", "hundred": "cien", "thousand": "mil", "day": "dia",
    "days": "dias", "week": "semana", "weeks": "semanas", "month": "mes", "months": "meses", "year": "ano",
    "years": "anos",
    "a week": "una semana", "a month": "un mes", "a year": "un ano", "a day": "un dia", "weekend": "fin de semana",
    "one hundred": "cien", "two hundred": "doscientos", "three hundred": "trescientos", "five hundred": "quinientos",
    "hotel": "hotel", "a hotel": "un hotel", "hostel": "hostal", "apartment": "apartamento", "house": "casa",
    "friend's house": "casa de un amigo", "wife": "esposa", "husband": "esposo", "family": "familia", "friend": "amigo",
    "friends": "amigos", "brother": "hermano", "sister": "hermana", "mother": "madre", "father": "padre", "son": "hijo",
    "daughter": "hija", "boyfriend": "novio", "girlfriend": "novia", "parents": "padres", "kids": "hijos",
    "children": "hijos", "mom": "madre", "dad": "padre", "partner": "pareja", "boss": "jefe", "colleague": "colega",
    "student": "estudiante", "teacher": "profesor", "doctor": "medico", "engineer": "ingeniero", "nurse": "enfermero",
    "lawyer": "abogado", "journalist": "periodista", "programmer": "programador", "cook": "cocinero", "chef": "chef",
    "waiter": "camarero", "architect": "arquitecto", "accountant": "contador", "retired": "jubilado",
    "artist": "artista",
    "musician": "musico", "writer": "escritor", "manager": "gerente", "designer": "disenador", "dentist": "dentista",
    "dollars": "dolares", "dollar": "dolar", "euros": "euros", "pounds": "libras", "pesos": "pesos",
    "in cash": "en efectivo",
    "nothing": "nada", "nothing to declare": "nada", "bottle": "botella", "bottles": "botellas", "wine": "vino",
    "rum": "ron", "cheese": "queso", "ham": "jamon", "clothes": "ropa", "books": "libros", "book": "libro",
    "camera": "camara", "laptop": "laptop", "phone": "telefono", "gifts": "regalos", "gift": "regalo", "cat": "gato",
    "dog": "perro", "pills": "pastillas", "medicine": "medicinas", "cigarettes": "cigarrillos", "shoes": "zapatos",
    "shirts": "camisas", "food": "comida", "chocolate": "chocolate", "kilo": "kilo", "kilos": "kilos", "box": "caja",
    "boxes": "cajas", "watch": "reloj", "coffee": "cafe", "tea": "te", "cookies": "galletas", "fruit": "fruta",
    "apples": "manzanas", "meat": "carne", "honey": "miel", "seeds": "semillas", "beer": "cerveza",
    "jacket": "chaqueta",
    "samples": "muestras", "perfume": "perfume", "toys": "juguetes",
}  # fmt: skip
