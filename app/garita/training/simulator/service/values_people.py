"""What customers tell about themselves. Data only; ``values_form`` says how to read it."""

from __future__ import annotations

from garita.training.simulator.service.values_form import phrases

PHRASES = phrases("""
@people
una persona / one person
dos personas / two people
<n> personas / <n> people
<n> adultos / <n> adults
un adulto y un niño / one adult and one child
dos adultos y <n> niños / two adults and <n> children
una familia de <n> / a family of <n>
un grupo de <many> / a group of <many>
+ /
+ /
+ en total / in total
@companions
con <mi> mujer / with <my> wife
con <mi> marido / with <my> husband
con <mi> hermana / with <my> sister
con <mi> hermano / with <my> brother
con <mis> padres / with <my> parents
con <mis> hijos / with <my> children
con <mi> novia / with <my> girlfriend
con <mi> novio / with <my> boyfriend
con <mi> amiga <first> / with <my> friend <first>
con <mi> primo <first> / with <my> cousin <first>
con dos amigos / with two friends
con un grupo de <n> personas / with a group of <n> people
con <mi> perro <w> / with <my> dog <w>
sin nadie más / without anybody else
@reason
unas vacaciones / a holiday
una boda / a wedding
un curso de <n> días / a course of <n> days
un congreso de dentistas / a dentists' congress
un partido de fútbol / a football match
un concierto de <w> / a concert by <w>
una entrevista de trabajo / a job interview
la fiesta de <mi> abuela / <my> grandmother's party
un regalo de cumpleaños / a birthday present
una mudanza / a move
un viaje con la escuela / a trip with the school
unos días de descanso / a few days of rest
una carrera de bicicletas / a bicycle race
@for_whom
para <mi> madre / for <my> mother
para <mi> padre / for <my> father
para <mi> hija / for <my> daughter
para <mi> hijo de <n> años / for <my> <n>-year-old son
para <mi> abuelo / for <my> grandfather
para una amiga / for a friend
para un compañero de trabajo / for a colleague
para <mi> colega <first> / for <my> colleague <first>
para un bebé de <n> meses / for a baby of <n> months
para <mi> jefe / for <my> boss
@problem
dolor de cabeza / a headache
dolor de garganta / a sore throat
dolor de espalda / a backache
dolor de muelas / toothache
dolor de estómago / a stomach ache
tos / a cough
fiebre / a fever
una alergia / an allergy
una quemadura pequeña / a small burn
picaduras de mosquito / mosquito bites
los ojos rojos / red eyes
mareos / dizzy spells
un golpe en la rodilla / a bruised knee
insomnio / trouble sleeping
+ /
+ /
+ muy fuerte / that is very bad
+ por las noches / at night
+ después de comer / after meals
+ al caminar / when walking
@since
desde ayer / since yesterday
desde esta mañana / since this morning
desde el lunes / since Monday
desde hace <n> días / for <n> days
desde hace una semana / for a week
desde hace <n> horas / for <n> hours
desde el fin de semana / since the weekend
desde que comí pescado / since I ate fish
@allergy
a los frutos secos / to nuts
a la leche / to milk
al gluten / to gluten
al marisco / to seafood
a la aspirina / to aspirin
a la penicilina / to penicillin
al polen / to pollen
a los gatos / to cats
al huevo / to eggs
al <w> / to <w>
@age
<n> años / <n> years old
<many> años / <many> years old
casi <many> años / nearly <many> years old
<n> meses / <n> months old
@origin
de <city> / from <city>
de un pueblo que se llama <w> / from a village called <w>
del norte / from the north
de cerca de <city> / from near <city>
del barrio de <w> / from the <w> neighbourhood
@interest
museos / museums
comida típica / local food
música en directo / live music
playas tranquilas / quiet beaches
rutas a pie / walking trails
mercados / markets
edificios antiguos / old buildings
actividades con niños / activities with children
paseos en bicicleta / bicycle rides
las fiestas de <w> / the <w> festival
fotografía / photography
@hobby
el ajedrez / chess
la cocina / cooking
el fútbol / football
la guitarra / the guitar
la natación / swimming
las novelas de <w> / novels by <w>
el senderismo / hiking
la costura / sewing
la fotografía / photography
el baile / dancing
las plantas / plants
el cine de <w> / films by <w>
el ciclismo / cycling
@job
en un hospital / in a hospital
en una escuela / in a school
en una oficina / in an office
en la panadería <w> / in the <w> bakery
en una granja / on a farm
en un taller / in a workshop
en un periódico / at a newspaper
con ordenadores / with computers
con niños / with children
en la empresa <w> / at the company <w>
en una biblioteca / in a library
de noche en un hotel / nights in a hotel
@plan
una cena en casa / a dinner at home
una excursión a <w> / an outing to <w>
una tarde de cine / an afternoon at the cinema
limpiar la cocina / to clean the kitchen
un paseo por el río / a walk along the river
un partido de baloncesto / a basketball match
dormir mucho / to sleep a lot
una visita a <mi> tía <first> / a visit to <my> aunt <first>
nada especial / nothing special
un examen / an exam
@place
en el centro / in the centre
en la calle <w> / on <w> street
cerca del mercado / near the market
en un piso pequeño / in a small flat
en el barrio de <w> / in the <w> neighbourhood
con <mis> padres / with <my> parents
a <n> minutos de aquí / <n> minutes from here
en una casa con jardín / in a house with a garden
@learning
<n> meses / <n> months
<n> años / <n> years
un año / one year
<n> semanas / <n> weeks
toda la vida / all <my> life
muy poco tiempo / very little time
@book
una novela de <w> / a novel by <w>
un libro de cocina / a cookery book
una gramática / a grammar book
un libro de cuentos / a book of tales
una guía de <city> / a guide to <city>
un cómic de <w> / a comic by <w>
la historia de <w> / the history of <w>
poemas / poems
@activity
yoga / yoga
natación / swimming
pesas / weights
baile / dancing
boxeo / boxing
tenis / tennis
clases de <w> / <w> classes
una clase de prueba / a trial class
""")
