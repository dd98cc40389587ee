"""Portuguese words in Spanish ones, so that the Spanish readers can read "meu nome é Ana", "novecentos dólares".

A translation of everyday words, no grammar. A turn counts as Portuguese by words that Spanish does not have; "um", a
hesitation in Spanish, is not among them.
"""

from __future__ import annotations

from garita.roleplay.hearing.words import Words

_MARKS = {
    "eu": "yo", "meu": "mi", "minha": "mi", "meus": "mis", "minhas": "mis", "nome": "nombre", "venho": "vengo",
    "tenho": "tengo", "sou": "soy", "estou": "estoy", "moro": "vivo", "trabalho": "trabajo", "fico": "quedo",
    "ficar": "quedar", "vou": "voy", "viagem": "viaje", "sao": "son", "dois": "dos", "duas": "dos",
    "quatro": "cuatro", "sete": "siete", "oito": "ocho", "nove": "nueve", "dez": "diez", "doze": "doce",
    "treze": "trece", "quinze": "quince", "vinte": "veinte", "trinta": "treinta", "quarenta": "cuarenta",
    "cinquenta": "cincuenta", "sessenta": "sesenta", "oitenta": "ochenta", "cem": "cien", "duzentos": "doscientos",
    "trezentos": "trescientos", "quatrocentos": "cuatrocientos", "quinhentos": "quinientos",
    "seiscentos": "seiscientos", "setecentos": "setecientos", "oitocentos": "ochocientos",
    "novecentos": "novecientos", "nao": "no", "irma": "hermana", "irmao": "hermano", "mae": "madre", "pai": "padre",
    "filha": "hija", "filho": "hijo", "ferias": "vacaciones", "semanas": "semanas", "amigos": "amigos",
}  # fmt: skip
# Portuguese only beside words of the table above
_BESIDE = {
    "e": "es",
    "com": "con",
    "do": "de",
    "da": "de",
    "em": "en",
    "no": "en",
    "na": "en",
    "um": "un",
    "uma": "una",
}


def mended(words: Words) -> Words:
    """The turn with its Portuguese words in Spanish; a turn without any stays as it is."""
    if not any(word in _MARKS and word != _MARKS[word] for word in words.plain):
        return words
    spanish = [_MARKS.get(word) or _beside(words, index) for index, word in enumerate(words.plain)]
    raw = [new if new != old else words.raw[at] for at, (new, old) in enumerate(zip(spanish, words.plain, strict=True))]
    return Words(tuple(raw), tuple(spanish))


def _beside(words: Words, index: int) -> str:
    word = words.at(index)
    near = words.at(index - 1) in _MARKS or words.at(index + 1) in _MARKS
    if word == "e" and words.raw[index].lower() not in ("é", "e"):
        return word
    return _BESIDE.get(word, word) if near else word
