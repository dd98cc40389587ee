"""What the words of the officer's questions mean, in plainer words: for whoever asks "¿qué significa ...?".

Knows words and meanings, no plan and no conversation.
"""

from __future__ import annotations

from garita.roleplay.plain_text import plain

# stem of a word without accents -> what it means
_MEANINGS: dict[str, tuple[str, ...]] = {
    "aloj": ("dormir en un lugar", "dormir en un hotel o en una casa"),
    "alojam": ("el hotel o la casa donde duerme", "el lugar donde duerme"),
    "hosped": ("dormir en un lugar", "dormir en un hotel o en una casa"),
    "motiv": ("por qué viaja", "la razón de su viaje", "para qué viene"),
    "proposit": ("por qué viaja", "la razón de su viaje", "para qué viene"),
    "proced": ("el lugar de donde viene", "el país de donde viene", "de dónde viene"),
    "estancia": ("el tiempo que está", "los días que se queda"),
    "duraci": ("cuánto tiempo", "cuántos días o semanas"),
    "durar": ("cuánto tiempo", "cuántos días o semanas"),
    "previst": ("lo que va a hacer", "su plan", "su idea"),
    "profesi": ("su trabajo", "en qué trabaja"),
    "ocupaci": ("su trabajo", "en qué trabaja"),
    "dedic": ("trabajar en algo", "su trabajo"),
    "ejerc": ("trabajar en algo", "hacer un trabajo"),
    "declar": ("contar qué trae usted", "contar a la aduana qué lleva", "poner en un papel lo que lleva"),
    "equipaje": ("la maleta o la bolsa de viaje", "todo lo que lleva en el viaje"),
    "malet": ("la bolsa grande de viaje", "donde lleva la ropa"),
    "valij": ("la bolsa grande de viaje", "donde lleva la ropa"),
    "mercanc": ("lo que se vende", "lo que lleva para vender"),
    "efectivo": ("dinero en billetes y monedas", "billetes y monedas"),
    "aliment": ("la comida", "lo que se come"),
    "medicament": ("una medicina", "una pastilla o un jarabe"),
    "medicin": ("lo que da el médico", "una pastilla o un jarabe"),
    "mascot": ("un animal de casa: un perro, un gato", "un animal que vive con usted"),
    "muestr": ("un producto para enseñar", "un producto que enseña a sus clientes"),
    "destin": ("el lugar adonde va", "la ciudad o el país adonde va"),
    "apellid": ("el nombre de su familia", "su nombre de familia"),
    "acompan": ("ir con alguien", "viajar con alguien"),
    "receta": ("el papel del médico", "un papel del médico para las medicinas"),
    "factura": ("el papel de la compra con el precio", "el papel con el precio"),
    "cartilla": ("el libro con las vacunas del animal", "el papel con las vacunas"),
    "vacun": ("una medicina para no estar enfermo", "lo que pone el médico para no estar enfermo"),
    "certificad": ("un papel con un sello", "un documento oficial"),
    "formulario": ("un papel con preguntas", "un papel para escribir sus datos"),
    "limite": ("lo máximo que puede llevar", "lo máximo sin pagar"),
    "impuesto": ("dinero para el Estado", "lo que se paga en la aduana"),
    "aduan": ("el control de las cosas que entran", "donde miran las cosas que entran"),
    "regres": ("la vuelta a casa", "volver a casa"),
    "billete": ("un papel para viajar", "el papel del vuelo"),
    "boleto": ("un papel para viajar", "el papel del vuelo"),
    "pasaje": ("un papel para viajar", "el papel del vuelo"),
    "tiquete": ("un papel para viajar", "el papel del vuelo"),
    "vuelo": ("un viaje en avión", "el avión"),
    "visa": ("el permiso para entrar", "un permiso en el pasaporte"),
    "direcci": ("la calle y el número", "el lugar exacto"),
    "empresa": ("el lugar donde trabaja", "la compañía donde trabaja"),
    "cantidad": ("cuánto", "cuánto es"),
    "valor": ("cuánto cuesta", "el precio"),
    "tabac": ("lo que se fuma", "lo que llevan los cigarrillos"),
    "alcohol": ("una bebida como el vino", "una bebida como el ron"),
    "negoci": ("el trabajo", "un viaje de trabajo"),
    "turism": ("viajar para ver cosas", "vacaciones"),
    "pasaport": ("su documento de viaje", "el documento con su foto"),
    "permis": ("un sí oficial", "un papel que dice que puede"),
    "contenid": ("lo que hay dentro", "las cosas de dentro"),
    "dispon": ("tener algo", "lo que tiene"),
    "revis": ("mirar con calma", "mirar bien"),
    "retras": ("llegar tarde",),
}


def meanings(word: str) -> tuple[str, ...]:
    """Plainer words for ``word``, any of which will do; none where it is not among those the officer uses."""
    said = plain(word)
    stems = [stem for stem in _MEANINGS if stem in said]
    return _MEANINGS[max(stems, key=len)] if stems else ()
