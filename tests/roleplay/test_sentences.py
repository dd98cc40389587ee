"""Sentences come out of the stream whole, as early as can be, and the same however the stream was chopped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.sentences import SentenceSplitter, split

PARTS = [
    "Hola", " ", "¿", "?", "!", "¡", ".", "...", "…", "\n", "Sr.", "EE. UU.", "etc.", "1.500", "3,5", "«", "»", '"',
    "(", ")", "señor", "El", "p. ej.", "J.", "7", "-", "*", "año", ",", ":", "\t", "\u00a0", "😀",
]  # fmt: skip
texts = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=30).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "Buenos días.|Su pasaporte, por favor.",
        "¡Buenos días!|¿De dónde viene?|Pase.",
        "¿Alcohol?|¿tabaco?|¿dinero?",
        "Pase a ver al Sr. García.|Luego vuelva.",
        "La Sra. Dña. Ana Ruiz y el Dr. Soto le esperan.|Siga.",
        "¿Trae alimentos, p. ej. queso o carne?|Dígame.",
        "Traiga ropa, libros, etc. en la maleta.|Bien.",
        "Trae ropa, libros, etc.|Muy bien.",
        "¿Viene de EE. UU. o de Canadá?|Bien.",
        "Viene de EE. UU.|¿Cuánto se queda?",
        "Son 1.500 euros y 3,5 litros.|Pague en la caja.",
        "El límite es 10.000.|Usted trae 12.500.",
        "El vuelo sale a las 9 p. m. de la puerta 4.|Corra.",
        "El vuelo sale a las 9 p. m.|Corra.",
        "Bueno... vamos a ver.|¿Qué trae?",
        "Bueno...|Vamos a ver.",
        "Hmm… ¿qué es esto?|Abra.",
        "Usted dijo «nada que declarar».|¿Es verdad?",
        "¿Qué significa «gift»?|No lo entiendo.",
        "(Espere un momento.)|Ya puede pasar.",
        '"Sí."|Eso no basta.',
        "María J. Ortega le atiende.|Pase.",
        "Vaya a la terminal B.|Allí le atienden.",
        "Pague en la ventanilla n.º 7.|Gracias.",
        "Vaya a la puerta núm. 12.|Gracias.",
        "1. Pasaporte.|2. Visado.",
        "Tiene 3 maletas y 2 bolsos.|Son 5.",
        "¿¡Cómo!?|¡No me diga!",
        "Primera línea|segunda línea",
        "Sin punto final",
        "¡Ay, no!|qué pena.",
        "¿Sí?, ¿seguro?|Bien.",
        "Escriba a info@aduana.es o llame al 900.10.20.|Gracias.",
    ],
)
def test_sentences(text: str) -> None:
    expected = text.split("|")
    stream = "\n".join(expected) if expected[0] == "Primera línea" else " ".join(expected)
    assert split(stream) == expected


def test_a_sentence_is_given_as_soon_as_the_next_begins() -> None:
    splitter = SentenceSplitter()
    assert splitter.push("Muy bien.") == []  # "1." could become "1.5", "Sr." could be followed by a name
    assert splitter.push(" ¿") == []
    assert splitter.push("De") == ["Muy bien."]
    assert splitter.push(" dónde viene?\n") == ["¿De dónde viene?"]
    assert splitter.finish() == ""


def test_a_finished_splitter_starts_afresh() -> None:
    splitter = SentenceSplitter()
    splitter.push("Hola. Su")
    assert splitter.finish() == "Su"
    assert splitter.push("Adiós. Buen") == ["Adiós."]


@given(texts)
def test_nothing_is_lost_or_added(text: str) -> None:
    assert " ".join(split(text)).split() == text.split()


@given(texts, st.lists(st.integers(1, 7), min_size=1))
def test_the_chopping_of_the_stream_does_not_matter(text: str, sizes: list[int]) -> None:
    splitter, pieces, at = SentenceSplitter(), [], 0
    while at < len(text):
        size = sizes[at % len(sizes)]
        pieces += splitter.push(text[at : at + size])
        at += size
    rest = splitter.finish()
    assert [*pieces, *([rest] if rest else [])] == split(text)


@given(texts)
def test_sentences_stand_in_the_text_as_written(text: str) -> None:
    at = 0
    for sentence in split(text):
        at = text.index(sentence, at) + len(sentence)
