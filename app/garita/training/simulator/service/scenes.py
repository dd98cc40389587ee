"""The places where service talk happens: who serves, who comes, what is asked, what can be known there. Data only.

A scene is written as: key | role (with ``@`` for o or a) | kind of place | who comes | where they arrive | topics in
their order | queries | the end, with a price or with everything being ready.
"""

from __future__ import annotations

from typing import NamedTuple

from garita.training.simulator.service.words import Pair, pair


class Scene(NamedTuple):
    """One kind of place."""

    key: str
    role: Pair
    place: Pair
    customer: Pair
    spot: Pair
    topics: tuple[str, ...]
    queries: tuple[str, ...]
    priced: bool
    friendly: bool


_TABLE = """
hotel | recepcionista / receptionist | Hotel | el huésped / guest | a la recepción / at the desk
    | name nights room people date breakfast companions reason time payment phone | hours wifi price tip toilet | price
hostel | encargad@ del albergue / hostel keeper | Albergue / Hostel | el caminante / hiker | a la puerta / at the door
    | nights name people breakfast start time payment | wifi hours toilet way tip | price
clothes | emplead@ de la tienda / shop assistant | Moda / Fashion | la clienta / customer | a la tienda / in the shop
    | goods size colour for_whom budget reason payment | price discount toilet hours wait | price
presents | emplead@ de la tienda / shop assistant | Regalos / Gifts | el cliente / customer
    | al mostrador / at the counter
    | goods for_whom budget colour reason payment | price discount hours way | price
market | tender@ / stallholder | Mercado / Market | el vecino / neighbour | al puesto / at the stall
    | groceries day address phone payment | price hours toilet way | price
bakery | panader@ / baker | Panadería / Bakery | el cliente / customer | al mostrador / at the counter
    | groceries reason people day time payment | price hours discount way | price
grocer | tender@ / grocer | Frutería / Greengrocer's | el vecino / neighbour | al puesto / at the stall
    | groceries for_whom reason address payment | price discount hours way | price
pharmacy | farmacéutic@ / pharmacist | Farmacia / Pharmacy | el cliente / customer | al mostrador / at the counter
    | problem since for_whom age allergy medicine payment | hours price way wait | price
restaurant | camarer@ / server | Restaurante / Restaurant | el comensal / diner | al restaurante / at the restaurant
    | people table drink dish allergy dessert name reason payment | wifi toilet hours price wait | price
cafe | camarer@ / barista | Café / Café | el cliente / customer | a la barra / at the bar
    | drink dessert table payment dish | wifi toilet price tip hours | price
phone_table | encargad@ de reservas / bookings clerk | Mesón / Inn | el cliente / caller | al teléfono / on the phone
    | people day time name phone table allergy reason | hours way price discount | ready
tickets | taquiller@ / ticket clerk | Estación / Station | el viajero / passenger | a la taquilla / at the ticket window
    | destination date ticket people seat time payment start | price hours wait discount toilet | price
theatre | taquiller@ / box-office clerk | Teatro / Theatre | el espectador / visitor | a la taquilla / at the box office
    | people day seat ticket name payment | hours price discount toilet | price
taxi | taxista / taxi driver | Taxi | el pasajero / passenger | al coche / at the car
    | destination people time reason companions payment | price wait tip way | price
bank | emplead@ del banco / bank clerk | Banco / Bank | el cliente / customer | a la ventanilla / at the window
    | operation amount name phone address day | hours wait way price | ready
doctor | recepcionista / surgery receptionist | Consulta / Surgery | el paciente / patient
    | a la consulta / at the surgery
    | name problem since age allergy medicine day time phone | wait hours toilet way | ready
dentist | auxiliar / dental assistant | Clínica dental / Dental clinic | el paciente / patient
    | a la clínica / at the clinic
    | name since day time allergy age phone payment | wait price hours discount | price
post | emplead@ de correos / postal clerk | Correos / Post office | el cliente / customer
    | a la ventanilla / at the window
    | parcel address weight speed name payment for_whom | price wait hours way | price
tourism | guía / tourist guide | Oficina de turismo / Tourist office | el visitante / visitor
    | a la oficina / at the office
    | interest people companions start day time | way tip hours discount toilet wifi | ready
barber | peluquer@ / hairdresser | Peluquería / Hair salon | el cliente / customer | a la peluquería / at the salon
    | cut name day time colour payment | wait price hours tip | price
repairs | técnic@ / repairer | Taller / Workshop | el cliente / customer | al taller / at the workshop
    | broken name phone day budget payment | wait price hours way | price
library | bibliotecari@ / librarian | Biblioteca / Library | el lector / reader | al mostrador / at the counter
    | book name address phone age day | hours wifi toilet wait | ready
gym | emplead@ del gimnasio / coach | Gimnasio / Gym | el cliente / customer | a la entrada / at the entrance
    | activity name age day time phone payment | hours price discount wifi | price
bikes | encargad@ / bike hire clerk | Bicicletas / Bike hire | el cliente / customer | a la puerta / at the door
    | people date time size start phone payment | price way hours tip discount | price
exchange | compañer@ de intercambio / language partner | Café de idiomas / Language café | el compañero / partner
    | a la mesa / at the table
    | your_name home learning hobby job where_living favourite reading plan meeting | wifi tip toilet way | ready
party | invitad@ / guest | Fiesta / Party | el desconocido / stranger | a la cocina / in the kitchen
    | your_name with_whom home job favourite plan hobby meeting | tip toilet wifi | ready
neighbour | vecin@ / neighbour | Edificio / Building | el vecino / neighbour | al portal / at the front door
    | your_name where_living job hobby with_whom plan | tip way hours | ready
class | compañer@ de clase / classmate | Academia / School | la alumna / student | al aula / in the classroom
    | your_name learning home reading hobby plan meeting | wifi tip hours toilet | ready
"""
_FRIENDLY = ("exchange", "party", "neighbour", "class")


def _scene(line: str) -> Scene:
    key, role, place, customer, spot, topics, queries, end = (part.strip() for part in line.split("|"))
    return Scene(
        key, pair(role), pair(place), pair(customer), pair(spot), tuple(topics.split()), tuple(queries.split()),
        end == "price", key in _FRIENDLY,
    )  # fmt: skip


SCENES = tuple(_scene(line) for line in _TABLE.replace("\n    ", " ").strip().splitlines())
