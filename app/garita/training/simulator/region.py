"""The words of a region: what a suitcase, a ticket or agreement are called between Spain and the Río de la Plata.

Values are patterns for ``wording.say``. Everybody says usted; only words differ. Knows countries by ISO 3166 code.
"""

from __future__ import annotations

_SPAIN = {
    "maleta": "maleta", "boleto": "billete", "aqui": "aquí", "visa": "{visado|visa}",
    "okay": "{vale|muy bien|estupendo}", "lead": "{mire, |pues, |bueno, }",
    "viajo": "ha viajado", "empezo": "ha empezado",
    "dijo": "ha dicho", "oyo": "{he oído|he entendido}", "pone": "pone", "bye": "que vaya bien",
    "espere": "espere un momento",
}  # fmt: skip
_AMERICA = {
    **_SPAIN, "boleto": "boleto", "visa": "visa", "viajo": "viajó", "empezo": "empezó", "dijo": "dijo",
    "oyo": "{escuché|entendí}", "pone": "dice", "bye": "que le vaya bien",
}  # fmt: skip
_MEXICO = {
    **_AMERICA, "aqui": "{aquí|acá}", "okay": "{claro que sí|está bien|muy bien}",
    "lead": "{a ver, platíqueme: |fíjese, |bueno, }", "espere": "espere tantito",
}  # fmt: skip
_PLATA = {
    **_AMERICA, "maleta": "valija", "boleto": "pasaje", "aqui": "acá", "okay": "{bárbaro|perfecto|está bien}",
    "lead": "{bueno, |mire, |a ver, cuénteme: }", "bye": "que ande bien",
}  # fmt: skip
_ANDES = {
    **_AMERICA, "boleto": "pasaje", "aqui": "{aquí|acá}", "okay": "{ya|listo|perfecto}",
    "lead": "{ya, |bueno, |a ver, cuénteme: }", "bye": "que esté muy bien",
}  # fmt: skip
_COLOMBIA = {
    **_ANDES, "boleto": "tiquete", "aqui": "aquí", "okay": "{listo|con gusto|perfecto}",
    "lead": "{qué pena, |bueno, |y cuénteme, }", "espere": "regáleme un momento",
}  # fmt: skip
_CARIBBEAN = {
    **_AMERICA, "boleto": "{boleto|pasaje}", "okay": "{okey|está bien|perfecto}",
    "lead": "{okey, |bueno, |mire, }", "bye": "que la pase bien", "espere": "espere un momentito",
}  # fmt: skip
_COSTA_RICA = {**_CARIBBEAN, "boleto": "tiquete", "okay": "{con mucho gusto|está bien|perfecto}", "bye": "pura vida"}

_OF_COUNTRY = {
    "ES": _SPAIN, "GQ": _SPAIN, "MX": _MEXICO, "GT": _MEXICO, "HN": _MEXICO, "SV": _MEXICO, "NI": _MEXICO,
    "AR": _PLATA, "UY": _PLATA, "PY": _PLATA, "CO": _COLOMBIA, "PE": _ANDES, "CL": _ANDES, "EC": _ANDES, "BO": _ANDES,
    "DO": _CARIBBEAN, "CU": _CARIBBEAN, "PR": _CARIBBEAN, "PA": _CARIBBEAN, "VE": _CARIBBEAN, "CR": _COSTA_RICA,
}  # fmt: skip


def words_of_region(country: str) -> dict[str, str]:
    """Slot name -> pattern; a country without an entry speaks like most of America."""
    return _OF_COUNTRY.get(country, _CARIBBEAN)
