"""The openings that make clear what follows: "me llamo", "vengo de", "voy a quedarme", with learners' wrong forms.

Data and its lookup: which opening stands at a position. What follows it is read elsewhere.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from garita.roleplay.hearing.words import Words

Opening = Literal[
    "name", "surname", "visit", "born", "come", "travel", "be", "stand", "remain", "sleep", "live", "carry",
    "have", "lent", "share", "work", "study", "profession", "go", "want", "onward", "company",
]  # fmt: skip

_OPENINGS: dict[Opening, str] = {
    "name": "figura en el pasaporte como|en el pasaporte figuro como|figuro en el pasaporte como|"
    "figuro como|figura como|aparece como|consta como|pone como|"
    "mi nombre y apellido|"
    "mi nombre y apellidos son|"
    "el nombre y apellido es|el nombre y el apellido son|mi nombre de pila es|me dicen que soy|me llaman|me llamamos|"
    "me llamo|me llama|yo llamo|llamo|mi nombre es|mi nombre completo es|mi nombre llama|mi nombre se llama|"
    "mi nombre|"
    "me apellido|pone|en el pasaporte pone|mi pasaporte dice|en mi pasaporte pone|aparezco como|me dicen|"
    "me conocen como|"
    "puede llamarme|aqui dice|me puse|el nombre es|ahi dice|pone que soy|mi nombre y apellido son|"
    "mi nombre y apellido es|nombre",
    "come": "vengo|veno|vuelo desde|volamos desde|vine|venido|viene|venir|viniendo|venimos|hemos venido|"
    "he venido|llego|llegue|he llegado|"
    "estoy llegando|"
    "acabo de llegar|acabo de venir|he viajado|mi vuelo viene|mi vuelo salio|he vienido|vene|veni|he salido|"
    "salgo de casa|mi vuelo es|vengo yo|vienes|llegamos|"
    "sali|he volado|"
    "vole|nuestro vuelo viene|mi avion viene|embarque|embarcamos|he embarcado|hemos embarcado|despegue|despegamos|"
    "parti|partimos|subi|he tomado el avion|hemos tomado el avion|he cogido el avion|"
    "tome el avion|tome el vuelo|cogi el avion|cogi el vuelo|tome el tren|subi al avion",
    "travel": "este viaje lo hago|hago este viaje|el viaje lo hago|lo hago|viajare|viajaremos|mi viaje lo hago|"
    "es un viaje|mi visita es por|la visita es por|viajo|viaja|viajar|viajamos|estoy viajando|mi viaje es|"
    "viajando|el viaje es|hago un viaje|hago el viaje",
    "be": "soy|hasta ahora era|es|ser|somos|yo es|son|yo ser|sido",
    "stand": "estoy|esta|estar|estamos|estare|estaremos|estoy aqui|estaba|soy aqui|voy a estar|vamos a estar|"
    "quiero estar|pienso estar|"
    "estoy en el pais|ando|estare aqui|es aqui|ser aqui|estoy aca|voy a estar aqui|estoy pasando|yo estar|"
    "estar aqui",
    "remain": "estare en el pais|estaremos en el pais|voy a estar en el pais|me quedo en el pais|"
    "me quedare en el pais|"
    "voy a quedarme en el pais|"
    "me quedo|quedo|me quedare|quedarme|quedare|quedar|voy a quedarme|me voy a quedar|pienso quedarme|"
    "quiero quedarme|"
    "nos quedamos|vamos a quedarnos|nos vamos a quedar|me quedo aqui|voy a permanecer|permanezco|permanecere|"
    "voy a pasar|"
    "quiero pasar|la visita es|mi visita es|la visita dura|el viaje dura|mi viaje dura|pienso pasar|pasare|"
    "planeo quedarme|voy quedar|voy a quedar|mi estancia es|mi estancia sera|"
    "mi estadia es|me quedaria|"
    "me queda|se queda|nos quedaremos|la estancia es|mi estancia|tengo pensado quedarme|espero quedarme|"
    "me estoy quedando|"
    "voy a quedarme aqui|quedo aqui|voy estar|voy estar aqui|me quedare aqui",
    "sleep": "dormo|durmo|duermo yo|dormimos|dormiremos|me alojo|me hospedo|me alojare|me hospedare|alojo|"
    "duermo|dormir|voy a dormir|voy a alojarme|"
    "me voy a alojar|"
    "me voy a hospedar|voy a hospedarme|nos alojamos|nos hospedamos|dormire|mi dormir es|tengo una reserva|"
    "tengo reserva|tengo una cama|tengo cama|tengo una habitacion reservada|me espera alguien|me esperan|"
    "tengo reservado|tengo reservada|he reservado|reserve|hice una reserva|tengo reservas|"
    "mi alojamiento es|el alojamiento es|tengo alojamiento|teno alojamiento|tengo el alojamiento|la reserva es|"
    "mi reserva es|"
    "mi direccion es|la direccion es|mi hotel es|mi hotel se llama|el hotel se llama|el hotel es|me quedo a dormir|"
    "paro|"
    "estoy alojado|estoy alojada|estoy hospedado|estoy hospedada|alquile|he alquilado|alojamos|alojarme|hospedo|"
    "voy a parar|reservamos|hemos reservado|alquilamos|hemos alquilado",
    "lent": "me presta|me prestan|me deja|me dejan|me cede|me ceden|me ha prestado|me ha dejado|me han dejado",
    "share": "comparto|compartimos|compartire|compartiremos|voy a compartir|vamos a compartir|"
    "buscare|buscaremos|busco|buscamos|alquilare|alquilaremos",
    "carry": "trao|lleve|uso|utilizo|ai|en el equipaje lleve|en mi equipaje lleve|en la maleta lleve|"
    "tengo que tomar|tengo que llevar|necesito llevar|llevo|lleva|llevar|llevamos|traigo|trae|traer|"
    "traemos|traje|he traido|llevo en la maleta|"
    "llevo en mi maleta|"
    "en mi maleta hay|en la maleta hay|en mi maleta tengo|en la maleta tengo|en mi maleta llevo|en la maleta llevo|"
    "llevando|"
    "trayendo|solo llevo|porto|en mi equipaje hay|hay|tomo|toma|en mi maleta|en la maleta|compre|he comprado|"
    "mi equipaje es|en el equipaje llevo|en el equipaje hay|en mi equipaje llevo|meti|he metido|empaque|he empacado|"
    "en el maleta tengo|en el maleta llevo|en el maleta hay|cargo|"
    "quiero declarar|quero declarar|quiere declarar|voy a declarar|mi dinero es|tengo que declarar|declaro|"
    "dispongo de|cuento con|"
    "en mi mochila hay|"
    "en mi bolso hay|en mi mochila llevo|tengo aqui",
    "have": "tengo|teno|puedo ensenarle|puedo mostrarle|le puedo mostrar|tengo comprado|ya tengo|he comprado ya|tiene|"
    "tener|tenemos|tenia",
    "work": "trabajo|trabaja|trabajar|trabajamos|yo trabajo|trabaje|trabajaba|estoy trabajando",
    "profession": "me dedico a eso|me gano la vida como|gano la vida como|gano mi vida como|"
    "mi profesion es|de profesion|mi trabajo|me dedico a|me dedico al|mi trabajo es|mi oficio es|"
    "trabajo como|trabajo de|"
    "trabaja como|"
    "trabaja de|mi ocupacion es|yo trabajo como|yo trabajo de|ejerzo de|ejerzo como|dedico a|mi profesion",
    "born": "naci|mi ciudad es|mi pais es|mi casa esta|tengo mi casa|el viaje empezo|mi viaje empezo|soy natural|"
    "nacido|nacida|procedo|vengo directamente|vengo directo|originario|originaria",
    "live": "con domicilio|domiciliado|domiciliada|resido|residente|con residencia|vecino|vecina|vivo|vivire|"
    "vivir|resido|voy a vivir|vivimos",
    "onward": "bajo|subo|cruzo|de aqui bajo|de aqui sigo|de aqui voy|desde aqui sigo|desde aqui voy|me marcho|"
    "despues bajo|luego bajo|vuelvo|me vuelvo|vuelo|vuelo despues|salgo|parto|sigo|sigo viaje|continuo|"
    "continuo viaje|regreso|"
    "seguire|mi destino es|"
    "mi destino final es|luego voy|despues voy|despues vuelvo|luego vuelvo|despues me vuelvo|luego me vuelvo|"
    "despues sigo|luego sigo|"
    "tomo un vuelo|tomo el avion|tengo el avion|mi vuelo va|mi vuelo sigue|mi vuelo sale|mi avion sale|regresare|"
    "volvere|despues viajo|"
    "luego viajo|sale|me regreso|despues regreso|luego regreso|voy luego|voy despues|salimos|seguimos|volvemos",
    "visit": "visito|visitamos|quiero visito|voy visito",
    "company": "conmigo viaja|conmigo viajan|conmigo viene|conmigo vienen|conmigo va|conmigo van|con mi viaja|"
    "con mi viene|me acompana|me acompanan|viene conmigo|vienen conmigo|viaja conmigo|viajan conmigo|va conmigo|"
    "van conmigo|estan conmigo",
    "surname": "mi apellido es|apellido|y mi apellido es|mis apellidos son|apellidos",
    "study": "estudio|estudia|estoy estudiando",
    "go": "voy|va|ir|vamos|viajare|ire|regresar|volver",
    "want": "lo que quero es|quero|me han invitado a|me invitaron a|me han invitado para|me invito|"
    "nos han invitado a|nos invitaron a|"
    "estoy invitado a|estoy invitada a|estamos invitados a|me han ofrecido|me ofrecieron|me han contratado para|"
    "me contrataron para|me han llamado para|me manda mi empresa a|me envia mi empresa a|me mandan a|me envian a|"
    "me han enviado a|me han mandado a|me he inscrito en|me inscribi en|me apunte a|me he apuntado a|"
    "me he matriculado en|me matricule en|estoy matriculado en|estoy matriculada en|estoy inscrito en|"
    "estoy inscrita en|tengo que|penso|vamos|quiero|quiere|quisiera|me gustaria|mi plan es|el motivo es|"
    "el motivo de mi viaje es|mi motivo es|"
    "el proposito es|"
    "el proposito de mi viaje es|la razon es|pienso|planeo|espero|mi intencion es|mi objetivo es|el objetivo es|"
    "lo que quiero es|la idea es|mi idea es|con la idea|con la idea de|vengo con la idea|"
    "vengo con la idea de|tengo ganas de|con ganas de|vengo con ganas de|me trae|lo que me trae es|"
    "queremos|deseo|"
    "la razon de mi viaje es|mi proposito es|motivo|el motivo|es por|es para|vengo aqui|vine aqui|vengo aca|"
    "estoy aqui por|"
    "estoy aqui para|soy aqui por|soy aqui para|estoy para|vengo a su pais|vengo a espana|vengo al pais|vamos a|"
    "va a|voy a",
}  # fmt: skip


class Frame(NamedTuple):
    """An opening and the position behind it; ``said`` are its words."""

    opening: Opening
    end: int
    said: str


def at(words: Words, index: int) -> Frame | None:
    """The longest opening at ``index``."""
    lengths = _first_words().get(words.at(index), ())
    for length in lengths:
        opening = _phrases().get(words.plain[index : index + length])
        if opening and index + length <= len(words):
            return Frame(opening, index + length, " ".join(words.plain[index : index + length]))
    return None


def all_phrases() -> list[str]:
    """Every opening, in plain spelling."""
    return [" ".join(phrase) for phrase in _phrases()]


def load() -> None:
    """Build the tables now."""
    _first_words()


@cache
def _phrases() -> dict[tuple[str, ...], Opening]:
    known: dict[tuple[str, ...], Opening] = {}
    for opening, phrases in _OPENINGS.items():
        for phrase in phrases.split("|"):
            known.setdefault(tuple(phrase.split()), opening)
    return known


@cache
def _first_words() -> dict[str, tuple[int, ...]]:
    """First word -> lengths of the openings that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in _phrases():
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
