"""Demonyms, other names of countries, and some four hundred cities by country. Data only; babel has the countries."""

from __future__ import annotations

# code: masculine/feminine; one form where both are the same; further pairs after a comma
DEMONYMS = """
AD andorrano/andorrana; AE emiratí; AF afgano/afgana; AL albanés/albanesa; AM armenio/armenia; AO angoleño/angoleña;
AR argentino/argentina; AT austriaco/austriaca, austríaco/austríaca; AU australiano/australiana; BA bosnio/bosnia;
BD bangladesí; BE belga; BG búlgaro/búlgara; BO boliviano/boliviana; BR brasileño/brasileña, brasilero/brasilera;
BY bielorruso/bielorrusa; BZ beliceño/beliceña; CA canadiense; CH suizo/suiza; CL chileno/chilena;
CM camerunés/camerunesa;
CN chino/china; CO colombiano/colombiana; CR costarricense, tico/tica; CU cubano/cubana; CY chipriota;
CZ checo/checa; DE alemán/alemana; DK danés/danesa; DO dominicano/dominicana; DZ argelino/argelina;
EC ecuatoriano/ecuatoriana; EE estonio/estonia; EG egipcio/egipcia; ES español/española; ET etíope;
FI finlandés/finlandesa;
FR francés/francesa; GB británico/británica, inglés/inglesa, escocés/escocesa, galés/galesa; GE georgiano/georgiana;
GH ghanés/ghanesa; GQ ecuatoguineano/ecuatoguineana; GR griego/griega; GT guatemalteco/guatemalteca;
HN hondureño/hondureña; HR croata; HT haitiano/haitiana; HU húngaro/húngara; ID indonesio/indonesia;
IE irlandés/irlandesa; IL israelí; IN indio/india, hindú; IQ iraquí; IR iraní; IS islandés/islandesa;
IT italiano/italiana; JM jamaicano/jamaicana; JO jordano/jordana; JP japonés/japonesa; KE keniano/keniana;
KR coreano/coreana, surcoreano/surcoreana; KZ kazajo/kazaja; LB libanés/libanesa; LT lituano/lituana;
LU luxemburgués/luxemburguesa; LV letón/letona; MA marroquí; MD moldavo/moldava; MT maltés/maltesa;
MX mexicano/mexicana; MY malasio/malasia; NG nigeriano/nigeriana; NI nicaragüense; NL holandés/holandesa,
neerlandés/neerlandesa; NO noruego/noruega; NP nepalí; NZ neozelandés/neozelandesa; PA panameño/panameña;
PE peruano/peruana; PH filipino/filipina; PK pakistaní; PL polaco/polaca; PR puertorriqueño/puertorriqueña;
PS palestino/palestina; PT portugués/portuguesa; PY paraguayo/paraguaya; RO rumano/rumana; RS serbio/serbia;
RU ruso/rusa; SA saudí; SE sueco/sueca; SG singapurense; SI esloveno/eslovena; SK eslovaco/eslovaca;
SN senegalés/senegalesa; SV salvadoreño/salvadoreña; SY sirio/siria; TH tailandés/tailandesa; TN tunecino/tunecina;
TR turco/turca; TW taiwanés/taiwanesa; UA ucraniano/ucraniana; US estadounidense, norteamericano/norteamericana,
americano/americana; UY uruguayo/uruguaya; VE venezolano/venezolana; VN vietnamita; ZA sudafricano/sudafricana
"""

# said name -> code, with the name the officer says where it differs from babel's
OTHER_NAMES = """
Inglaterra GB; Escocia GB; Gales GB; Gran Bretaña GB; Holanda NL; Corea KR; Corea del Sur KR; República Checa CZ;
Estados Unidos US; Rumania RO; Arabia Saudita SA; Arabia Saudí SA; Taiwán TW; Hong Kong HK; Palestina PS; Rusia RU;
República Dominicana DO; Emiratos Árabes Unidos AE; Islas Canarias ES; Irlanda del Norte GB; Sudáfrica ZA; Turquía TR;
Baréin BH; Myanmar MM; Costa de Marfil CI; Macedonia MK; Kenia KE; Marruecos MA; Catar QA; Macao MO; Malí ML
"""
# plain spelling as heard -> name above or in babel
MISSPELLED = {
    "mejico": "México", "eeuu": "Estados Unidos", "ee uu": "Estados Unidos", "usa": "Estados Unidos",
    "u s a": "Estados Unidos", "estados unidos de america": "Estados Unidos", "los estados unidos": "Estados Unidos",
    "la argentina": "Argentina", "el peru": "Perú", "el ecuador": "Ecuador", "el brasil": "Brasil",
    "el canada": "Canadá", "la india": "India", "la china": "China", "el japon": "Japón", "el uruguay": "Uruguay",
    "brazil": "Brasil", "spain": "España", "germany": "Alemania", "france": "Francia", "italy": "Italia",
    "england": "Inglaterra", "united states": "Estados Unidos", "the united states": "Estados Unidos",
    "the states": "Estados Unidos", "america": "Estados Unidos", "united kingdom": "Reino Unido", "uk": "Reino Unido",
    "canada": "Canadá", "mexico": "México", "japan": "Japón", "ireland": "Irlanda", "scotland": "Escocia",
    "netherlands": "Países Bajos", "the netherlands": "Países Bajos", "holland": "Holanda", "sweden": "Suecia",
    "norway": "Noruega", "denmark": "Dinamarca", "finland": "Finlandia", "poland": "Polonia", "greece": "Grecia",
    "turkey": "Turquía", "switzerland": "Suiza", "belgium": "Bélgica", "hungary": "Hungría", "russia": "Rusia",
    "south korea": "Corea del Sur", "korea": "Corea del Sur", "new zealand": "Nueva Zelanda", "egypt": "Egipto",
    "morocco": "Marruecos", "south africa": "Sudáfrica", "philippines": "Filipinas",
    "czech republic": "República Checa",
    "croatia": "Croacia", "ukraine": "Ucrania", "romania": "Rumanía", "iceland": "Islandia", "the uk": "Reino Unido",
    "wales": "Gales", "great britain": "Gran Bretaña", "dominican republic": "República Dominicana",
    "lebanon": "Líbano",
    "peru": "Perú", "panama": "Panamá", "belize": "Belice", "haiti": "Haití", "pakistan": "Pakistán", "iran": "Irán",
    "singapore": "Singapur", "thailand": "Tailandia", "vietnam": "Vietnam", "kenya": "Kenia", "jordan": "Jordania",
    "new york": "Nueva York", "london": "Londres", "mexico city": "Ciudad de México", "havana": "La Habana",
    "munich": "Múnich", "lisbon": "Lisboa", "rome": "Roma", "milan": "Milán", "athens": "Atenas", "geneva": "Ginebra",
    "florence": "Florencia", "venice": "Venecia", "naples": "Nápoles", "turin": "Turín", "tokyo": "Tokio",
    "beijing": "Pekín", "shanghai": "Shanghái", "seoul": "Seúl", "warsaw": "Varsovia", "moscow": "Moscú",
    "copenhagen": "Copenhague", "stockholm": "Estocolmo", "brussels": "Bruselas", "vienna": "Viena", "prague": "Praga",
    "edinburgh": "Edimburgo", "philadelphia": "Filadelfia", "new orleans": "Nueva Orleans", "sao paulo": "São Paulo",
    "rio": "Río de Janeiro", "rio de janeiro": "Río de Janeiro", "mexico df": "Ciudad de México",
    "el df": "Ciudad de México",
    "cdmx": "Ciudad de México", "baires": "Buenos Aires", "la ciudad de mexico": "Ciudad de México",
    "ciudad mexico": "Ciudad de México", "manchester": "Mánchester", "frankfurt": "Fráncfort", "hamburg": "Hamburgo",
    "cologne": "Colonia", "bordeaux": "Burdeos", "marseille": "Marsella", "nice": "Niza", "seville": "Sevilla",
    "saragossa": "Zaragoza", "san francisco": "San Francisco", "krakow": "Cracovia", "zurich": "Zúrich",
    "basel": "Basilea",
    "kyoto": "Kioto", "bombay": "Bombay", "mumbai": "Bombay", "cairo": "El Cairo", "the hague": "La Haya",
    "antwerp": "Amberes", "gothenburg": "Gotemburgo", "bogota": "Bogotá", "cuzco": "Cusco", "habana": "La Habana",
    "haya": "La Haya", "la paz": "La Paz", "londra": "Londres", "paris": "París",
}  # fmt: skip

CITIES = """
AR Buenos Aires,Córdoba,Rosario,Mendoza,Salta,La Plata,Ushuaia,Bariloche,Mar del Plata,Tucumán,Neuquén,Posadas,Jujuy
AT Viena,Salzburgo,Graz,Linz,Innsbruck
AU Sídney,Melbourne,Perth,Brisbane,Adelaida,Canberra
BE Bruselas,Amberes,Gante,Brujas,Lieja,Lovaina
BG Sofía,Plovdiv,Varna
BO La Paz,Santa Cruz,Sucre,Cochabamba,Potosí,Oruro,Tarija
BR São Paulo,Río de Janeiro,Brasilia,Salvador,Recife,Curitiba,Porto Alegre,Belo Horizonte,Manaos,Fortaleza,Florianópolis
CA Toronto,Montreal,Vancouver,Ottawa,Calgary,Quebec,Edmonton,Winnipeg,Halifax
CH Zúrich,Ginebra,Basilea,Berna,Lausana,Lucerna,Lugano
CL Santiago,Santiago de Chile,Valparaíso,Concepción,Antofagasta,Temuco,Viña del Mar,La Serena,Puerto Montt,Iquique,Arica
CN Pekín,Shanghái,Cantón,Wuhan,Shenzhen,Chengdu
CO Bogotá,Medellín,Cali,Cartagena,Barranquilla,Pereira,Bucaramanga,Santa Marta,Manizales,Cúcuta,Armenia,Ibagué
CR San José,Limón,Heredia,Alajuela,Cartago,Liberia,Puntarenas
CU La Habana,Santiago de Cuba,Trinidad,Holguín,Varadero,Camagüey
CZ Praga,Brno,Ostrava
DE Berlín,Múnich,Hamburgo,Colonia,Fráncfort,Stuttgart,Leipzig,Dresde,Bonn,Düsseldorf,Bremen,Hannover,Núremberg,Friburgo
DK Copenhague,Aarhus,Odense
DO Santo Domingo,Punta Cana,Santiago,Santiago de los Caballeros,Puerto Plata,La Romana
EC Quito,Guayaquil,Cuenca,Loja,Manta,Ambato
EE Tallin,Tartu
EG El Cairo,Alejandría,Luxor
ES Madrid,Barcelona,Sevilla,Valencia,Bilbao,Málaga,Zaragoza,Granada,Vigo,Salamanca,Alicante,Murcia,Valladolid,Córdoba
ES Palma de Mallorca,San Sebastián,Santander,Oviedo,Gijón,La Coruña,Santiago de Compostela,Toledo,Cádiz,Burgos,León
ES Pamplona,Logroño,Almería,Huelva,Tarragona,Girona,Tenerife,Las Palmas,Segovia,Ibiza,Mallorca,Algeciras,Badajoz
FI Helsinki,Turku,Tampere
FR París,Lyon,Marsella,Toulouse,Burdeos,Lille,Nantes,Niza,Estrasburgo,Montpellier,Rennes,Grenoble,Cannes
GB Londres,Mánchester,Edimburgo,Liverpool,Bristol,Leeds,Oxford,Cambridge,Glasgow,Birmingham,Belfast,Cardiff,Brighton
GQ Malabo,Bata
GR Atenas,Salónica,Patras
GT Antigua,Quetzaltenango,Cobán,Ciudad de Guatemala
HN Tegucigalpa,San Pedro Sula,La Ceiba
HR Zagreb,Split,Dubrovnik
HU Budapest,Szeged,Debrecen
IE Dublín,Cork,Galway,Limerick
IL Tel Aviv,Jerusalén,Haifa
IN Nueva Delhi,Delhi,Bombay,Bangalore,Calcuta
GH Accra,Kumasi
IS Reikiavik,Akureyri
IT Roma,Milán,Nápoles,Turín,Florencia,Bolonia,Venecia,Palermo,Génova,Verona,Bari,Pisa,Siena,Trieste
JM Kingston,Montego Bay
JP Tokio,Osaka,Kioto,Sapporo,Nagoya,Hiroshima,Yokohama,Fukuoka
KE Nairobi,Mombasa
KR Seúl,Busan,Incheon
LT Vilna,Kaunas
LV Riga,Liepaja
MA Casablanca,Rabat,Tánger,Fez,Marrakech,Agadir
MX Ciudad de México,Guadalajara,Monterrey,Puebla,Oaxaca,Mérida,Tijuana,Cancún,León,Querétaro,Veracruz,Toluca,Chihuahua
MX Acapulco,Puerto Vallarta,Guanajuato,Morelia,Hermosillo,Culiacán,Mazatlán,Campeche,Tampico,Zacatecas,Playa del Carmen
NG Lagos,Abuya,Kano
NI Managua,Granada,Masaya
NL Ámsterdam,Róterdam,Utrecht,La Haya,Eindhoven
NO Oslo,Bergen,Trondheim
NZ Auckland,Wellington,Christchurch
PA Ciudad de Panamá,Colón,David
PE Lima,Cusco,Arequipa,Trujillo,Iquitos,Puno,Piura,Chiclayo,Tacna,Ayacucho,Callao
PH Manila,Cebú,Davao
PL Varsovia,Cracovia,Gdansk,Wroclaw,Poznan
PR San Juan,Ponce,Mayagüez
PT Lisboa,Oporto,Coímbra,Braga,Faro
PY Asunción,Encarnación,Ciudad del Este
RO Bucarest,Cluj,Timisoara
RS Belgrado,Novi Sad
RU Moscú,San Petersburgo
SE Estocolmo,Gotemburgo,Malmö,Uppsala
SN Dakar,Saint Louis
SV San Salvador,Santa Ana,San Miguel
TH Bangkok
TR Estambul,Ankara,Esmirna
UA Kiev,Odesa,Leópolis
US Nueva York,Chicago,Los Ángeles,Miami,Houston,Boston,Seattle,Denver,San Francisco,Dallas,Washington,Atlanta,Filadelfia
US San Diego,Phoenix,Las Vegas,Orlando,Portland,Austin,San Antonio,Detroit,Minneapolis,Nueva Orleans,California,Texas
US Florida,Nueva Jersey,Baltimore,Nashville,Hawái,Arizona,Ohio,Oregón,Colorado,Virginia,Tampa,Cleveland,Pittsburgh
UY Montevideo,Punta del Este,Colonia del Sacramento,Salto,Paysandú,Piriápolis
VE Caracas,Maracaibo,Valencia,Mérida,Maracay,Barquisimeto
VN Hanói,Hue,Saigón
ZA Ciudad del Cabo,Johannesburgo,Durban
"""
