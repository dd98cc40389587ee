"""What customers want, where and when. Data only; ``values_form`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.values_form import phrases

PHRASES = phrases("""
@nights
una noche / one night
<n> noches / <n> nights
<n> noches más / <n> more nights
una semana / one week
<n> semanas / <n> weeks
todo el mes / the whole month
el fin de semana / the weekend
del <n> al <many> / from the <n> to the <many>
@date
el <n> de enero / January <n>
el <n> de febrero / February <n>
el <n> de marzo / March <n>
el <n> de abril / April <n>
el <many> de mayo / May <many>
el <many> de junio / June <many>
el <many> de julio / July <many>
el <n> de agosto / August <n>
el <n> de septiembre / September <n>
el <many> de octubre / October <many>
el <many> de noviembre / November <many>
el <n> de diciembre / December <n>
mañana / tomorrow
hoy mismo / this very day
pasado mañana / the day after tomorrow
@day
el lunes / Monday
el martes / Tuesday
el miércoles / Wednesday
el jueves / Thursday
el viernes / Friday
el sábado / Saturday
el domingo / Sunday
mañana / tomorrow
+ /
+ por la mañana / morning
+ por la tarde / afternoon
+ a primera hora / early
@time
a la una / at one o'clock
a las dos / at two o'clock
a las tres / at three o'clock
a las cuatro / at four o'clock
a las cinco / at five o'clock
a las seis / at six o'clock
a las siete / at seven o'clock
a las ocho / at eight o'clock
a las nueve / at nine o'clock
a las diez / at ten o'clock
a las once / at eleven o'clock
a las doce / at twelve o'clock
+ /
+ en punto / sharp
+ más o menos / more or less
+ si puede ser / if possible
@room
una habitación doble / a double room
una habitación individual / a single room
una habitación familiar / a family room
una habitación barata / a cheap room
una suite / a suite
un apartamento pequeño / a small flat
dos habitaciones sencillas / two simple rooms
+ /
+ con balcón / with a balcony
+ con vistas al mar / with a sea view
+ con dos camas / with two beds
+ con bañera / with a bathtub
+ con cocina / with a kitchen
+ en un piso alto / on a high floor
+ lejos del ascensor / far from the lift
@breakfast
con desayuno / with breakfast
sin desayuno / without breakfast
con media pensión / with half board
solo un café / only a coffee
un desayuno temprano / an early breakfast
un desayuno sin gluten / a gluten-free breakfast
con desayuno en la habitación / with breakfast in the room
@goods
un paraguas / an umbrella
una camisa / a shirt
un vestido / a dress
unos zapatos / a pair of shoes
una chaqueta / a jacket
un sombrero / a hat
una lámpara / a lamp
un cuaderno / a notebook
una guitarra / a guitar
una manta / a blanket
un espejo / a mirror
una novela de <w> / a novel by <w>
un reloj de pared / a wall clock
una taza de <w> / a mug from <w>
un <w> / a <w>
una <w> / a <w>
un juego de <w> / a set of <w>
+ /
+ /
+ de algodón / made of cotton
+ de segunda mano / second-hand
+ para niños / for children
+ de buena calidad / of good quality
+ como el del escaparate / like the one in the window
+ no muy caro / that is not too dear
@groceries
tomates / tomatoes
manzanas / apples
pan / bread
queso <w> / <w> cheese
naranjas / oranges
aceitunas / olives
arroz / rice
huevos / eggs
patatas / potatoes
uvas / grapes
lentejas / lentils
pescado fresco / fresh fish
jamón cocido / boiled ham
café molido / ground coffee
miel de <w> / honey from <w>
galletas de <w> / <w> biscuits
+ /
+ /
+ para una sopa / for a soup
+ para la cena / for dinner
+ de aquí / from around here
@colour
rojo / red
azul / blue
verde / green
negro / black
blanco / white
gris / grey
amarillo / yellow
marrón / brown
naranja / orange
rosa / pink
morado / purple
+ /
+ /
+ como este / like this one
+ con rayas / with stripes
+ si hay / if there is any
@size
la talla <many> / size <many>
la mediana / the medium one
la grande / the large one
la pequeña / the small one
la más grande / the largest one
el número <many> / number <many>
una talla más / one size up
@budget
<sum> / <sum>
unos <sum> / about <sum>
como mucho <sum> / at most <sum>
menos de <sum> / less than <sum>
entre <n> y <sum> / between <n> and <sum>
@payment
con tarjeta / by card
en efectivo / in cash
con el móvil / with the phone
con un billete grande / with a large note
por transferencia / by bank transfer
la mitad en efectivo y la mitad con tarjeta / half in cash and half by card
@medicine
pastillas / tablets
un jarabe / a syrup
una crema / a cream
gotas / drops
un spray / a spray
sobres con agua / sachets with water
una infusión / a herbal tea
algo de <w> / something with <w>
+ /
+ /
+ sin azúcar / without sugar
+ para adultos / for adults
+ sin receta / without a prescription
@drink
agua con gas / sparkling water
agua sin gas / still water
una cerveza / a beer
un vino de la casa / a house wine
un zumo de <w> / a <w> juice
un zumo de naranja / an orange juice
una limonada / a lemonade
un té / a tea
un café con leche / a coffee with milk
un refresco / a soft drink
una jarra de agua / a jug of water
+ /
+ /
+ con hielo / with ice
+ sin hielo / without ice
+ muy frío / very cold
+ para compartir / to share
@dish
una sopa de <w> / a <w> soup
una ensalada / a salad
una tortilla de patatas / a potato omelette
un arroz con verduras / rice with vegetables
unas empanadas / some pasties
un pollo al <w> / chicken with <w>
un pescado a la plancha / grilled fish
unas croquetas / some croquettes
un guiso de lentejas / a lentil stew
unos tacos de <w> / some <w> tacos
el plato del día / the dish of the day
un filete / a steak
unas arepas / some arepas
pasta con <w> / pasta with <w>
+ /
+ /
+ sin cebolla / without onion
+ con poca sal / with little salt
+ bien hecho / well done
+ sin picante / not spicy
+ con patatas / with chips
@dessert
un flan / a caramel custard
un helado de <w> / a <w> ice cream
una tarta de queso / a cheesecake
fruta / fruit
arroz con leche / rice pudding
un trozo de pastel de <w> / a piece of <w> cake
solo un café / only a coffee
algo sin azúcar / something without sugar
@table
junto a la ventana / by the window
en la terraza / on the terrace
dentro / inside
lejos de la puerta / far from the door
cerca de la cocina / near the kitchen
en un rincón tranquilo / in a quiet corner
en la barra / at the bar
@destination
a <city> / to <city>
al pueblo de <w> / to the village of <w>
a la playa de <w> / to <w> beach
al centro / to the centre
al estadio / to the stadium
al hotel <w> / to the <w> hotel
a la calle <w> / to <w> street
al museo <w> / to the <w> museum
a la estación / to the station
al hospital / to the hospital
@ticket
solo ida / one way
ida y vuelta / a return
un abono de <n> viajes / a pass for <n> trips
un billete de día / a day ticket
una entrada reducida / a reduced ticket
con vuelta abierta / with an open return
@seat
un asiento de ventana / a window seat
un asiento de pasillo / an aisle seat
dos asientos juntos / two seats together
en segunda / in second class
en primera / in first class
en el coche silencioso / in the quiet carriage
en la fila <n> / in row <n>
arriba del todo / at the very top
@operation
abrir una cuenta / to open an account
sacar dinero / to take out money
hacer una transferencia a <first> / to make a transfer to <first>
cambiar un billete / to change a note
pedir una tarjeta nueva / to ask for a new card
pagar un recibo / to pay a bill
pedir un préstamo / to ask for a loan
cancelar un seguro / to cancel an insurance policy
@amount
<sum> / <sum>
unos <sum> / about <sum>
exactamente <sum> / exactly <sum>
@parcel
un paquete pequeño / a small parcel
un paquete con libros / a parcel with books
una carta / a letter
una postal / a postcard
una caja de <w> / a box of <w>
un sobre grande / a large envelope
un jersey para <mi> nieto / a jumper for <my> grandson
unas botas / a pair of boots
@weight
un kilo / one kilo
<n> kilos / <n> kilos
medio kilo / half a kilo
<many>0 gramos / <many>0 grams
muy poco / very little
@speed
por correo normal / by normal post
urgente / express
certificado / registered
lo más barato posible / as cheap as possible
en menos de <n> días / in less than <n> days
@cut
solo las puntas / only the ends
muy corto / very short
un flequillo / a fringe
un color <w> / a <w> colour
como en esta foto / as in this photo
más corto por los lados / shorter at the sides
la barba / the beard
lavar y peinar / a wash and blow-dry
@broken
la pantalla / the screen
la batería / the battery
la cremallera / the zip
la rueda de atrás / the back wheel
el freno / the brake
un cristal / a piece of glass
el motor / the motor
la suela / the sole
la correa del reloj / the watch strap
una pieza que se llama <w> / a part called <w>
@phone
<tel> / <tel>
<tel>, por las tardes / <tel>, in the afternoons
<tel>, el de casa / <tel>, the one at home
@address
calle <w>, <many> / <many> <w> street
avenida de <w>, <many> / <many> <w> avenue
plaza <w>, <many> / <many> <w> square
camino de <w>, sin número / <w> lane, no number
@hours
de <hour> a <late> / from <hour> to <late>
hasta las <late> / until <late>
desde las <hour> / from <hour> on
@where
al fondo a la derecha / at the end on the right
en la segunda planta / on the second floor
detrás de la plaza / behind the square
a <n> minutos andando / <n> minutes on foot
todo recto y a la izquierda / straight on and to the left
al lado del parque <w> / next to <w> park
en la esquina / at the corner
frente al teatro / opposite the theatre
bajando las escaleras / down the stairs
@price
<sum> / <sum>
<sum> con todo incluido / <sum> with everything included
solo <sum> / only <sum>
@secret
<w><many> / <w><many>
<w> / <w>
@pick
el café <w> / the <w> café
el parque <w> / <w> park
la casa <w> / the <w> house
el mercado de <w> / <w> market
el bar de <first> / <first>'s bar
@wait
<n> minutos / <n> minutes
media hora / half an hour
una hora / one hour
<n> días / <n> days
@for_group
para estudiantes / for students
para grupos de <n> / for groups of <n>
para jubilados / for pensioners
para niños / for children
los miércoles / on Wednesdays
con la tarjeta <w> / with the <w> card
@quantity
uno / one
<n> / <n>
un par / a couple
media docena / half a dozen
bastante, <n> / quite a few, <n>
solo <n> / only <n>
""")
