"""What follows "llevo" or "tengo": things by topic, money, a ticket, a booking, or nothing.

Sorts things into the topics of the checklist: the asked one keeps what may belong to it.
"""

from __future__ import annotations

import msgspec

from garita.roleplay.hearing import beds, gathered, journey, money, nouns, places, stay, things
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.reading import Ears
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import Fact, Thing, ThingKind
from garita.roleplay.prompt import CURRENCIES, number_text
from garita.roleplay.scenario import Topic

CARRIED: tuple[Topic, ...] = ("goods", "food", "medicines", "pets", "samples")
_TOPIC_OF: dict[ThingKind, Topic] = {
    "meat": "food", "dairy": "food", "fish": "food", "fruit": "food", "plant": "food", "honey": "food", "sweet": "food",
    "food": "food", "medicine": "medicines", "pet": "pets", "sample": "samples",
}  # fmt: skip
_KIND_OF: dict[Topic, ThingKind] = {"food": "food", "medicines": "medicine", "pets": "pet", "samples": "sample"}
# what one has without carrying it
_NO_THINGS = word_set(
    """
    momento momentito minuto segundo prisa hambre sed sueno miedo frio calor pregunta preguntas problema problemas
    tiempo ganas razon cuidado
    derecho permiso vuelo vuelos reserva reservas cita visa visado pasaporte suerte hora idea duda fiebre dolor
    alergia asma diabetes tarjeta tarjetas trabajo casa receta prescripcion papeles certificado certificados
    declaracion nombre edad razones familia planes plan contrato hermanos reunion invitacion clase clases examen
    boda motivo pasaje pasajes boleto boletos seguro comprobante formulario recibo verdad cansado esposa marido
    bano banos servicio servicios aseo aseos taxi taxis viaje curso gracias factura facturas cartilla cedula papel
    """
)
_AFTER_UNKNOWN = word_set(
    "si no gracias senor senora y e o para en con de del que pero solo por sin como porque a conmigo mas"
)
# what things are in, or called as a whole
_CONTAINERS = word_set("maleta equipaje mochila bolso bolsa coche auto carro efectivo dinero plata animal mascota")
_SOME = ("unos ", "unas ", "varios ", "varias ", "muchos ", "muchas ", "algunos ", "algunas ")
_NONE_WORDS = word_set("nada ninguno ninguna ningun")
_GENERIC: dict[str, Topic] = {
    "comida": "food", "alimentos": "food", "alimento": "food", "fruta": "food", "medicinas": "medicines",
    "medicamentos": "medicines", "medicina": "medicines", "medicamento": "medicines", "animales": "pets",
    "animal": "pets", "mascotas": "pets", "mascota": "pets", "muestras": "samples", "muestra": "samples",
    "comidas": "food", "efectivo": "money", "dinero": "money", "plata": "money",
}  # fmt: skip
_TICKETS = word_set("vuelo pasaje boleto billete tiquete conexion ticket vuelos pasajes")


def read(words: Words, start: int, ears: Ears, *, sure: bool) -> tuple[list[Fact], int] | None:
    """The facts in what is carried from ``start`` on; ``sure``: an unknown noun is a thing, too."""
    index = start + (words.at(start) == "a")
    while words.at(index) in ("conmigo", "tambien", "solo", "solamente", "en", "aqui", "ya") and index - start < 4:
        index += 2 if words.at(index) == "en" and words.at(index + 1) in ("efectivo",) else 1
    if words.at(index - 1) == "en" and words.at(index - 2) != "efectivo" and not _is_inside(words, index):
        return None  # "la tengo en el correo"
    special = _ticket(words, index, ears) or _booking(words, index, ears) or _cash(words, index, ears)
    if special:
        return special
    if stay.read(words, index) or _is_nothing_carried(words, index):
        return None
    found, end = gathered.read_list(words, index, ears.scenario, sure=sure)
    found = [thing for thing in (denominated(thing) for thing in found) if not _unusable(thing)]
    if ears.topic not in CARRIED and not sure:
        found = [thing for thing in found if _known(thing)]
    if ears.topic in CARRIED and not sure:
        found = [thing for thing in found if _known(thing) or _counted(thing)]
    if ears.topic == "pets":  # nobody travels with an unknown animal
        found = [thing for thing in found if _known(thing) or (thing.count is not None and ears.topic != "pets")]
    if (
        found
        and not _known(found[-1])
        and not _counted(found[-1])
        and not words.is_stop(end)
        and words.at(end) not in _AFTER_UNKNOWN
    ):
        found.pop()  # an unknown word in the middle of a sentence is hardly a thing
    if not found:
        return None
    return by_topic(found, ears.topic), end


def _is_inside(words: Words, index: int) -> bool:
    """Whether something that holds luggage stands behind "en": "tengo en mi mochila ropa"."""
    index += words.at(index) in ("el", "la", "mi", "un", "una", "los", "las", "mis", "total")
    return words.at(index) in _CONTAINERS or words.at(index - 1) == "total"


def nothing(words: Words, start: int, ears: Ears) -> tuple[Fact, int] | None:
    """Reads "nada", "ninguna mascota", "comida" behind "no llevo": the fact that there is none of it."""
    index = start
    while words.at(index) in ("de", "tengo", "llevo", "traigo", "ningun", "ninguna", "nada", "ninguno", "ni", "de"):
        index += 1
    generic = _GENERIC.get(words.at(index))
    if words.says(start, ("ni", "un")) and ears.topic == "money":
        return none_of("money"), index + 2
    if generic and (generic == ears.topic or ears.topic not in CARRIED):
        return none_of(generic), index + 1
    said_none = any(words.at(at) in _NONE_WORDS for at in range(start, index))
    if ears.topic in CARRIED and (said_none or words.is_stop(start)):
        return none_of(ears.topic), max(index, start)
    return None


def generic_none(words: Words, index: int) -> Fact | None:
    """Reads "comida no", "animales ninguno"."""
    topic = _GENERIC.get(words.at(index))
    denied = words.at(index + 1) in ("no", "ninguno", "ninguna", "nada", "tampoco") and words.is_stop(index + 2)
    return none_of(topic) if topic and denied else None


def none_of(topic: Topic) -> Fact:
    """Nothing of the kind."""
    return Fact(topic=topic, text="nada", none=True, number=0.0 if topic == "money" else None)


def by_topic(found: list[Thing], asked: Topic | None) -> list[Fact]:
    """One fact for each topic that the things belong to; the asked one takes what belongs nowhere else."""
    groups: dict[Topic, list[Thing]] = {}
    for thing in found:
        topic = _topic(thing, asked)
        kind = _KIND_OF.get(topic) if topic == asked else None
        kept = msgspec.structs.replace(thing, kind=kind) if thing.kind == "other" and kind else thing
        groups.setdefault(topic, []).append(kept)
    return [_fact(topic, members) for topic, members in groups.items()]


def cash(amounts: list[money.Money]) -> Fact:
    """One fact on money, however many currencies it is in; number and unit are the first one's."""
    first = amounts[0]
    purse = tuple(
        Thing(text=one.text, name="efectivo", kind="cash", amount=one.amount, currency=one.currency) for one in amounts
    )
    text = " y ".join(one.text for one in amounts)
    doubtful = any(one.doubtful for one in amounts)
    return Fact(topic="money", text=text, number=first.amount, unit=first.currency, things=purse, doubtful=doubtful)


def _topic(thing: Thing, asked: Topic | None) -> Topic:
    own = _TOPIC_OF.get(thing.kind)
    if thing.kind == "cash":
        return "money" if thing.amount is not None else "goods"
    if asked == "goods" or own is None:
        fits = asked in CARRIED and (own == asked or asked == "goods" or thing.kind == "other" or asked == "samples")
        return asked if fits and asked else own or "goods"
    if asked == "samples" and "muestra" in thing.text:
        return "samples"
    return own


def _fact(topic: Topic, members: list[Thing]) -> Fact:
    if topic == "money":
        amounts = [money.Money(thing.amount or 0, thing.currency, thing.text, 0) for thing in members]
        return msgspec.structs.replace(cash(amounts), things=tuple(members))
    return Fact(topic=topic, text=things.joined(members), things=tuple(members))


def denominated(thing: Thing) -> Thing:
    """Notes of a known value: 185 billetes de cien dólares are 18 500 dollars."""
    if thing.kind != "cash" or thing.value is None or thing.count is None:
        return thing
    one = f"{number_text(thing.value)} {CURRENCIES.get(thing.currency, thing.currency)}"
    return Thing(
        text=f"{thing.text} de {one}",
        name=f"{thing.name} de {one}",
        kind="cash",
        count=thing.count,
        amount=thing.count * thing.value,
        currency=thing.currency,
    )


def _known(thing: Thing) -> bool:
    """Whether a table has this noun: needed where nobody spoke of luggage."""
    return nouns.find(Words.of(thing.name), 0) is not None


def _counted(thing: Thing) -> bool:
    """Whether it was said how many or that there are some: whatever it is, it is a thing."""
    return thing.count is not None or thing.text.startswith(_SOME)


def _unusable(thing: Thing) -> bool:
    first = fold(thing.name.split()[0]) if thing.name else ""
    return first in _NO_THINGS or (thing.count is None and fold(thing.name) in _CONTAINERS)


def _is_nothing_carried(words: Words, index: int) -> bool:
    after = index
    while words.at(after) in ("un", "una", "mi", "mis", "mucha", "mucho", "dos", "tres", "la", "el", "muchas", "unos"):
        after += 1
    return words.at(after) in _NO_THINGS or words.at(after) in KIN or words.at(after) in ("que", "anos", "ano")


def _ticket(words: Words, index: int, ears: Ears) -> tuple[list[Fact], int] | None:
    at = index + (words.at(index) in ("un", "una", "mi", "el", "la"))
    if words.at(index) == "mi" and words.at(at + 1) not in ("de", "a", "para"):
        return None
    back = words.at(at + 1) in ("de", "a", "para") and words.at(at + 2) in ("regreso", "vuelta", "ida", "conexion")
    onward = words.at(at + 1) in ("a", "para") and places.read(words, at + 2) is not None
    if words.at(at) not in _TICKETS or not (back or onward or (ears.topic == "onward" and words.at(at) != "billetes")):
        return None
    found = journey.onward(words, index, ears)
    return ([found.fact], found.end) if found else None


def _booking(words: Words, index: int, ears: Ears) -> tuple[list[Fact], int] | None:
    """Reads "una reserva en el hotel X", "un apartamento alquilado"."""
    at = index + (words.at(index) in ("un", "una", "mi"))
    if words.at(at) in ("reserva", "habitacion", "reservado", "reservacion"):
        after = at + 1
        while words.at(after) in (",", "de") or words.at(after) == "una":
            after += 1
        found = beds.lodging(words, after, ears) or (
            beds.lodging(words, at, ears) if words.at(at) == "habitacion" else None
        )
        return ([found.fact], found.end) if found else None
    if words.at(at) in LODGINGS and ears.topic == "lodging":
        found = beds.lodging(words, index, ears)
        return ([found.fact], found.end) if found else None
    return None


def _cash(words: Words, index: int, ears: Ears) -> tuple[list[Fact], int] | None:
    amounts: list[money.Money] = []
    end = at = index
    while len(amounts) < 4:
        found = money.read(words, at, ears.scenario, bare=ears.topic == "money" and not amounts)
        if found is None or (found.doubtful and not _stands_alone(words, found.end)):
            break
        amounts.append(found)
        end = at = found.end
        while words.at(at) in ("y", ",", "en", "efectivo", "mas", "tambien"):
            at += 1
    return ([cash(amounts)], end) if amounts else None


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a bare number is followed by nothing that it could count."""
    return words.is_stop(index) or words.at(index) in ("en", "y", "mas", "para", "o", "aproximadamente", "nada", "no")
