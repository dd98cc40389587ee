"""Countries with demonyms, currencies and cities: where people come from and where they travel on to. Data only."""

from __future__ import annotations

from typing import NamedTuple

from garita.training.simulator.choice import Choice


class Country(NamedTuple):
    """A country as said after "de", its demonyms and some of its cities."""

    code: str
    name: str
    masculine: str
    feminine: str
    currency: str
    cities: Choice[str]


_TABLE = """
AR|Argentina|argentino|argentina|ARS|Buenos Aires,Córdoba,Rosario,Mendoza,Salta,La Plata,Ushuaia,Bariloche,
    Mar del Plata,Neuquén,Tucumán
AT|Austria|austriaco|austriaca|EUR|Viena,Salzburgo,Graz,Linz,Innsbruck,Klagenfurt
AU|Australia|australiano|australiana|USD|Sídney,Melbourne,Perth,Brisbane,Adelaida,Canberra
BE|Bélgica|belga|belga|EUR|Bruselas,Amberes,Gante,Brujas,Lieja,Lovaina
BO|Bolivia|boliviano|boliviana|BOB|La Paz,Santa Cruz,Sucre,Cochabamba,Oruro,Potosí,Tarija
BR|Brasil|brasileño|brasileña|BRL|São Paulo,Río de Janeiro,Brasilia,Salvador,Recife,Curitiba,Fortaleza,Porto Alegre,
    Manaos,Florianópolis
BZ|Belice|beliceño|beliceña|USD|Belmopán,Orange Walk
BG|Bulgaria|búlgaro|búlgara|EUR|Sofía,Plovdiv,Varna
CA|Canadá|canadiense|canadiense|CAD|Toronto,Montreal,Vancouver,Ottawa,Calgary,Quebec,Winnipeg,Halifax,Edmonton
CL|Chile|chileno|chilena|CLP|Santiago,Valparaíso,Concepción,Antofagasta,Temuco,Iquique,Punta Arenas,La Serena,
    Puerto Montt
CN|China|chino|china|USD|Pekín,Shanghái,Cantón,Wuhan,Chengdu,Nankín
CO|Colombia|colombiano|colombiana|COP|Bogotá,Medellín,Cali,Cartagena,Barranquilla,Pereira,Bucaramanga,Manizales,
    Santa Marta,Pasto
KR|Corea del Sur|coreano|coreana|USD|Seúl,Busan,Incheon,Daegu
CR|Costa Rica|costarricense|costarricense|CRC|San José,Limón,Heredia,Alajuela,Puntarenas,Cartago
HR|Croacia|croata|croata|EUR|Zagreb,Split,Dubrovnik
CU|Cuba|cubano|cubana|CUP|La Habana,Santiago de Cuba,Trinidad,Holguín,Camagüey,Cienfuegos
DK|Dinamarca|danés|danesa|EUR|Copenhague,Aarhus,Odense,Aalborg
EC|Ecuador|ecuatoriano|ecuatoriana|USD|Quito,Guayaquil,Cuenca,Loja,Manta,Ambato,Riobamba
EG|Egipto|egipcio|egipcia|USD|El Cairo,Alejandría,Luxor
SV|El Salvador|salvadoreño|salvadoreña|USD|San Salvador,Santa Ana,San Miguel,Sonsonate
SK|Eslovaquia|eslovaco|eslovaca|EUR|Bratislava,Kosice
SI|Eslovenia|esloveno|eslovena|EUR|Liubliana,Maribor
ES|España|español|española|EUR|Madrid,Barcelona,Sevilla,Valencia,Bilbao,Málaga,Zaragoza,Granada,Vigo,Salamanca,
    Murcia,Alicante,Cádiz,Oviedo,Toledo,San Sebastián,Palma
US|Estados Unidos|estadounidense|estadounidense|USD|Nueva York,Chicago,Los Ángeles,Miami,Houston,Boston,Seattle,
    Denver,San Diego,Portland,Atlanta,Dallas,Filadelfia,San Antonio,Minneapolis
EE|Estonia|estonio|estonia|EUR|Tallin,Tartu
PH|Filipinas|filipino|filipina|USD|Manila,Cebú,Davao
FI|Finlandia|finlandés|finlandesa|EUR|Helsinki,Turku,Tampere,Oulu
FR|Francia|francés|francesa|EUR|París,Lyon,Marsella,Toulouse,Burdeos,Lille,Nantes,Niza,Estrasburgo,Montpellier,Rennes
DE|Alemania|alemán|alemana|EUR|Berlín,Múnich,Hamburgo,Colonia,Fráncfort,Stuttgart,Leipzig,Dresde,Bonn,Bremen,
    Friburgo,Núremberg,Hannover,Düsseldorf
GR|Grecia|griego|griega|EUR|Atenas,Salónica,Patras,Heraclión
GQ|Guinea Ecuatorial|ecuatoguineano|ecuatoguineana|EUR|Malabo,Bata
GT|Guatemala|guatemalteco|guatemalteca|GTQ|Antigua,Quetzaltenango,Cobán,Ciudad de Guatemala,Escuintla
HN|Honduras|hondureño|hondureña|USD|Tegucigalpa,San Pedro Sula,La Ceiba,Choluteca
HU|Hungría|húngaro|húngara|EUR|Budapest,Szeged,Debrecen
IN|India|indio|india|USD|Nueva Delhi,Bombay,Bangalore,Calcuta,Jaipur,Chennai
IE|Irlanda|irlandés|irlandesa|EUR|Dublín,Cork,Galway,Limerick,Waterford
IS|Islandia|islandés|islandesa|EUR|Reikiavik,Akureyri
IL|Israel|israelí|israelí|USD|Tel Aviv,Jerusalén,Haifa
IT|Italia|italiano|italiana|EUR|Roma,Milán,Nápoles,Turín,Florencia,Bolonia,Venecia,Palermo,Génova,Verona,Bari,Pisa,
    Trieste
JM|Jamaica|jamaicano|jamaicana|USD|Kingston,Montego Bay
JP|Japón|japonés|japonesa|JPY|Tokio,Osaka,Kioto,Sapporo,Nagoya,Fukuoka,Kobe,Hiroshima
KE|Kenia|keniano|keniana|USD|Nairobi,Mombasa
LV|Letonia|letón|letona|EUR|Riga,Liepaja
LT|Lituania|lituano|lituana|EUR|Vilna,Kaunas
LU|Luxemburgo|luxemburgués|luxemburguesa|EUR|Esch
MA|Marruecos|marroquí|marroquí|EUR|Casablanca,Rabat,Tánger,Fez,Marrakech
MX|México|mexicano|mexicana|MXN|Ciudad de México,Guadalajara,Monterrey,Puebla,Oaxaca,Mérida,Tijuana,Cancún,León,
    Querétaro,Veracruz,Chihuahua,Morelia,Zacatecas,Toluca,La Paz
NI|Nicaragua|nicaragüense|nicaragüense|USD|Managua,Granada,Masaya,Estelí
NG|Nigeria|nigeriano|nigeriana|USD|Lagos,Abuya,Kano
NO|Noruega|noruego|noruega|EUR|Oslo,Bergen,Trondheim,Stavanger,Tromso
NZ|Nueva Zelanda|neozelandés|neozelandesa|USD|Auckland,Wellington,Christchurch,Dunedin
NL|Países Bajos|neerlandés|neerlandesa|EUR|Ámsterdam,Róterdam,Utrecht,La Haya,Groninga,Eindhoven
PA|Panamá|panameño|panameña|USD|Ciudad de Panamá,Colón,David,Boquete,Santiago de Veraguas
PY|Paraguay|paraguayo|paraguaya|PYG|Asunción,Encarnación,Ciudad del Este
PE|Perú|peruano|peruana|PEN|Lima,Cusco,Arequipa,Trujillo,Iquitos,Puno,Piura,Chiclayo,Tacna,Ayacucho
PL|Polonia|polaco|polaca|EUR|Varsovia,Cracovia,Gdansk,Wroclaw,Poznan,Lublin
PT|Portugal|portugués|portuguesa|EUR|Lisboa,Oporto,Coímbra,Braga,Faro,Évora,Funchal
PR|Puerto Rico|puertorriqueño|puertorriqueña|USD|San Juan,Ponce,Mayagüez
GB|Reino Unido|británico|británica|GBP|Londres,Mánchester,Edimburgo,Liverpool,Bristol,Leeds,Glasgow,Cardiff,Belfast,
    Sheffield,Brighton
CZ|República Checa|checo|checa|EUR|Praga,Brno,Ostrava
DO|República Dominicana|dominicano|dominicana|DOP|Santo Domingo,Santiago,Punta Cana,La Romana,Puerto Plata
RO|Rumanía|rumano|rumana|EUR|Bucarest,Cluj,Timisoara,Brasov,Iasi
SN|Senegal|senegalés|senegalesa|EUR|Dakar,Saint Louis
RS|Serbia|serbio|serbia|EUR|Belgrado,Novi Sad
ZA|Sudáfrica|sudafricano|sudafricana|USD|Ciudad del Cabo,Johannesburgo,Durban,Pretoria
SE|Suecia|sueco|sueca|EUR|Estocolmo,Gotemburgo,Malmö,Uppsala,Lund,Umea
CH|Suiza|suizo|suiza|CHF|Zúrich,Ginebra,Basilea,Berna,Lausana,Lucerna,Lugano
TR|Turquía|turco|turca|EUR|Estambul,Ankara,Esmirna,Bursa,Antalya
UA|Ucrania|ucraniano|ucraniana|EUR|Kiev,Odesa,Leópolis,Járkov
UY|Uruguay|uruguayo|uruguaya|UYU|Montevideo,Punta del Este,Colonia del Sacramento,Salto,Rivera,Paysandú
VE|Venezuela|venezolano|venezolana|USD|Caracas,Maracaibo,Valencia,Mérida,Barquisimeto,Maracay
VN|Vietnam|vietnamita|vietnamita|USD|Hanói,Hue,Da Nang,Ciudad Ho Chi Minh
"""


def _country(line: str) -> Country:
    code, name, masculine, feminine, currency, cities = line.split("|")
    return Country(code, name, masculine, feminine, currency, Choice(cities.split(",")))


_LINES = _TABLE.replace(",\n    ", ",").strip().splitlines()
COUNTRIES = Choice((_country(line) for line in _LINES), key=lambda country: country.code)
BY_CODE = {country.code: country for country in COUNTRIES}
