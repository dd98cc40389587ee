"""Countries with demonyms and cities, first names and surnames: slots for people and where they come from."""

from __future__ import annotations

from typing import NamedTuple


class Country(NamedTuple):
    """A country as said after "de", its demonyms and some of its cities."""

    code: str
    name: str
    masculine: str
    feminine: str
    currency: str
    cities: tuple[str, ...]


_TABLE = """
AR|Argentina|argentino|argentina|ARS|Buenos Aires,Córdoba,Rosario,Mendoza,Salta,La Plata,Ushuaia
AT|Austria|austriaco|austriaca|EUR|Viena,Salzburgo,Graz,Linz
AU|Australia|australiano|australiana|USD|Sídney,Melbourne,Perth,Brisbane
BE|Bélgica|belga|belga|EUR|Bruselas,Amberes,Gante,Brujas
BO|Bolivia|boliviano|boliviana|BOB|La Paz,Santa Cruz,Sucre,Cochabamba
BR|Brasil|brasileño|brasileña|BRL|São Paulo,Río de Janeiro,Brasilia,Salvador,Recife,Curitiba
BG|Bulgaria|búlgaro|búlgara|EUR|Sofía,Plovdiv,Varna
CA|Canadá|canadiense|canadiense|CAD|Toronto,Montreal,Vancouver,Ottawa,Calgary,Quebec
CL|Chile|chileno|chilena|CLP|Santiago,Valparaíso,Concepción,Antofagasta,Temuco
CN|China|chino|china|USD|Pekín,Shanghái,Cantón,Wuhan
CO|Colombia|colombiano|colombiana|COP|Bogotá,Medellín,Cali,Cartagena,Barranquilla,Pereira
KR|Corea del Sur|coreano|coreana|USD|Seúl,Busan,Incheon
CR|Costa Rica|costarricense|costarricense|CRC|San José,Limón,Heredia,Alajuela
HR|Croacia|croata|croata|EUR|Zagreb,Split,Dubrovnik
CU|Cuba|cubano|cubana|CUP|La Habana,Santiago de Cuba,Trinidad,Holguín
DK|Dinamarca|danés|danesa|EUR|Copenhague,Aarhus,Odense
EC|Ecuador|ecuatoriano|ecuatoriana|USD|Quito,Guayaquil,Cuenca,Loja,Manta
EG|Egipto|egipcio|egipcia|USD|El Cairo,Alejandría,Luxor
SV|El Salvador|salvadoreño|salvadoreña|USD|San Salvador,Santa Ana,San Miguel
SK|Eslovaquia|eslovaco|eslovaca|EUR|Bratislava,Kosice
SI|Eslovenia|esloveno|eslovena|EUR|Liubliana,Maribor
ES|España|español|española|EUR|Madrid,Barcelona,Sevilla,Valencia,Bilbao,Málaga,Zaragoza,Granada,Vigo
US|Estados Unidos|estadounidense|estadounidense|USD|Nueva York,Chicago,Los Ángeles,Miami,Houston,Boston,Seattle,Denver
EE|Estonia|estonio|estonia|EUR|Tallin,Tartu
PH|Filipinas|filipino|filipina|USD|Manila,Cebú,Davao
FI|Finlandia|finlandés|finlandesa|EUR|Helsinki,Turku,Tampere
FR|Francia|francés|francesa|EUR|París,Lyon,Marsella,Toulouse,Burdeos,Lille,Nantes,Niza
DE|Alemania|alemán|alemana|EUR|Berlín,Múnich,Hamburgo,Colonia,Fráncfort,Stuttgart,Leipzig,Dresde,Bonn
GR|Grecia|griego|griega|EUR|Atenas,Salónica,Patras
GT|Guatemala|guatemalteco|guatemalteca|GTQ|Antigua,Quetzaltenango,Cobán
HN|Honduras|hondureño|hondureña|USD|Tegucigalpa,San Pedro Sula,La Ceiba
HU|Hungría|húngaro|húngara|EUR|Budapest,Szeged,Debrecen
IN|India|indio|india|USD|Nueva Delhi,Bombay,Bangalore,Calcuta
IE|Irlanda|irlandés|irlandesa|EUR|Dublín,Cork,Galway,Limerick
IS|Islandia|islandés|islandesa|EUR|Reikiavik,Akureyri
IL|Israel|israelí|israelí|USD|Tel Aviv,Jerusalén,Haifa
IT|Italia|italiano|italiana|EUR|Roma,Milán,Nápoles,Turín,Florencia,Bolonia,Venecia,Palermo
JM|Jamaica|jamaicano|jamaicana|USD|Kingston,Montego Bay
JP|Japón|japonés|japonesa|JPY|Tokio,Osaka,Kioto,Sapporo,Nagoya
KE|Kenia|keniano|keniana|USD|Nairobi,Mombasa
LV|Letonia|letón|letona|EUR|Riga,Liepaja
LT|Lituania|lituano|lituana|EUR|Vilna,Kaunas
LU|Luxemburgo|luxemburgués|luxemburguesa|EUR|Esch
MA|Marruecos|marroquí|marroquí|EUR|Casablanca,Rabat,Tánger,Fez,Marrakech
MX|México|mexicano|mexicana|MXN|Ciudad de México,Guadalajara,Monterrey,Puebla,Oaxaca,Mérida,Tijuana,Cancún,León
NI|Nicaragua|nicaragüense|nicaragüense|USD|Managua,Granada,Masaya
NG|Nigeria|nigeriano|nigeriana|USD|Lagos,Abuya,Kano
NO|Noruega|noruego|noruega|EUR|Oslo,Bergen,Trondheim
NZ|Nueva Zelanda|neozelandés|neozelandesa|USD|Auckland,Wellington
NL|Países Bajos|neerlandés|neerlandesa|EUR|Ámsterdam,Róterdam,Utrecht,La Haya
PA|Panamá|panameño|panameña|USD|Ciudad de Panamá,Colón,David
PY|Paraguay|paraguayo|paraguaya|PYG|Asunción,Encarnación
PE|Perú|peruano|peruana|PEN|Lima,Cusco,Arequipa,Trujillo,Iquitos,Puno
PL|Polonia|polaco|polaca|EUR|Varsovia,Cracovia,Gdansk,Wroclaw
PT|Portugal|portugués|portuguesa|EUR|Lisboa,Oporto,Coímbra,Braga,Faro
PR|Puerto Rico|puertorriqueño|puertorriqueña|USD|San Juan,Ponce,Mayagüez
GB|Reino Unido|británico|británica|GBP|Londres,Mánchester,Edimburgo,Liverpool,Bristol,Leeds
CZ|República Checa|checo|checa|EUR|Praga,Brno,Ostrava
DO|República Dominicana|dominicano|dominicana|DOP|Santo Domingo,Santiago,Punta Cana
RO|Rumanía|rumano|rumana|EUR|Bucarest,Cluj,Timisoara
SN|Senegal|senegalés|senegalesa|EUR|Dakar,Saint Louis
RS|Serbia|serbio|serbia|EUR|Belgrado,Novi Sad
ZA|Sudáfrica|sudafricano|sudafricana|USD|Ciudad del Cabo,Johannesburgo,Durban
SE|Suecia|sueco|sueca|EUR|Estocolmo,Gotemburgo,Malmö,Uppsala
CH|Suiza|suizo|suiza|CHF|Zúrich,Ginebra,Basilea,Berna,Lausana
TR|Turquía|turco|turca|EUR|Estambul,Ankara,Esmirna
UA|Ucrania|ucraniano|ucraniana|EUR|Kiev,Odesa,Leópolis
UY|Uruguay|uruguayo|uruguaya|UYU|Montevideo,Punta del Este,Colonia del Sacramento,Salto
VE|Venezuela|venezolano|venezolana|USD|Caracas,Maracaibo,Valencia,Mérida
VN|Vietnam|vietnamita|vietnamita|USD|Hanói,Hue
"""


def _country(line: str) -> Country:
    code, name, masculine, feminine, currency, cities = line.split("|")
    return Country(code, name, masculine, feminine, currency, tuple(cities.split(",")))


COUNTRIES = tuple(_country(line) for line in _TABLE.strip().splitlines())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WOMEN = _words("""
    Ana María Lucía Carmen Elena Sofía Paula Marta Laura Isabel Rosa Valentina Camila Daniela Gabriela Andrea Julia
    Clara Inés Teresa Pilar Beatriz Alicia Nuria Raquel Silvia Ximena Renata Luisa Emma Anna Olivia Sarah Emily Claire
    Ingrid Greta Hannah Lena Mia Chiara Giulia Yuki Aiko Mei Fatima Amina Olga Katya Zoe Alice Charlotte Nora Freya
    Sara Noemí Mónica Patricia Verónica Lorena Adriana Mercedes Dolores Irene Eva Julieta Antonia Jennifer Jessica
    Karen Susan Linda Nicole Sophie Manon Petra Heike Birgit Agnieszka Priya Leila Marie
""")
MEN = _words("""
    Juan Carlos Luis José Pedro Miguel Javier Diego Andrés Pablo Sergio Alejandro Fernando Ricardo Mateo Santiago
    Tomás Nicolás Martín Emilio Raúl Hugo Iván Óscar Rubén Joaquín Ignacio Gabriel Daniel David John Michael James
    Thomas Peter Lukas Felix Jonas Max Paul Pierre Antoine Luca Marco Kenji Hiroshi Wei Omar Ahmed Karim Ivan Dmitri
    Oliver Jack Harry Erik Lars Sven Adrián Álvaro Gonzalo Rodrigo Esteban Felipe Manuel Rafael Enrique Eduardo Víctor
    Jorge Robert William Brian Kevin Jean Louis Stefan Klaus Jan Piotr Tariq Raj Noah Liam
""")
SURNAMES = _words("""
    García Martínez López Sánchez Pérez Gómez Fernández Díaz Torres Ramírez Flores Rivera Morales Ortiz Castro Vargas
    Rojas Herrera Medina Aguilar Vega Mendoza Guerrero Silva Navarro Domínguez Ramos Molina Delgado Serrano Blanco
    Suárez Iglesias Cruz Reyes Romero Gutiérrez Álvarez Muñoz Jiménez Ruiz Smith Johnson Brown Miller Wilson Taylor
    Anderson Clark Walker Müller Schmidt Weber Fischer Wagner Becker Dupont Martin Bernard Moreau Rossi Ferrari Bianchi
    Tanaka Sato Suzuki Chen Wang Kim Lee Nguyen Singh Khan Ivanova Petrov Kowalski Novak Jansen Andersson Hansen
    Silveira Santos Costa Almeida O'Brien Murphy Kelly Campbell Evans Cooper Parker
""")
