"""What whole conversations showed: answers among asides, restarts, and the words of the question."""

from __future__ import annotations

import pytest

from garita.roleplay.act import Act
from garita.roleplay.scenario import Topic
from garita.roleplay.understand import understand
from tests.roleplay.hearing_cases import fact, hear, scenarios

ANSWERS: list[tuple[Topic, str, str]] = [
    ("stay", "Solo cuatro días: la boda es el sábado y el lunes trabajo.", "cuatro días"),
    ("stay", "Hasta el viernes, cinco días.", "cinco días"),
    ("stay", "Cuatro días, no, hasta el domingo.", "hasta el domingo"),
    ("stay", "Siete. Siete días.", "siete días"),
    ("stay", "Tengo dos meses de vacaciones.", "dos meses"),
    ("purpose", "Vengo con la idea de visitar a mi tía.", "visitar a su tía"),
    ("origin", "vengo de punta del este uruguay", "Punta del Este, Uruguay"),
    ("lodging", "En casa de mi hermana. Perdón, mi teléfono.", "en casa de su hermana"),
    ("profession", "Me gano la vida como modelo.", "modelo"),
    ("purpose", "Estudiar.", "estudiar"),
    ("purpose", "Feria.", "una feria"),
    ("purpose", "Familia.", "familia"),
    ("purpose", "Asunto mío.", "asunto suyo"),
    ("purpose", "Navidad en familia.", "Navidad en familia"),
    ("profession", "Quesero.", "quesero"),
    ("food", "Dátiles y pan.", "dátiles y pan"),
    ("lodging", "Barceló.", "en Barceló"),
    ("origin", "De Suiza, de Zúrich.", "Zúrich, Suiza"),
    ("origin", "Suiza.", "Suiza"),
    ("origin", "De Argentina.", "Argentina"),
    ("origin", "Soy suiza.", "suiza"),
    ("origin", "Soy de Mali", "Malí"),
    ("origin", "Vengo de Madrid, pero soy de Uruguay.", "Madrid"),
    ("origin", "Vengo de San Rafael, en Mendoza, pero soy de Eslovaquia.", "San Rafael, Mendoza"),
    ("origin", "Vivo en Lyon, en Francia. Soy de Malí.", "Lyon, Francia"),
    ("origin", "Soy de Malí, pero vivo en Lyon.", "Lyon"),
    ("origin", "Vengo de Madrid, perdón, soy de Lima.", "Lima"),
    ("origin", "De Chula Vista. Me equivoqué de salida.", "Chula Vista"),
    ("name", "Me llamo Saoirse Ní Bhriain, soy irlandesa", "Saoirse Ní Bhriain"),
    ("name", "Mi nombre es Emily Carter y mi amiga es Priya.", "Emily Carter"),
    ("name", "Kenji Tanaka. Kenji es mi nombre.", "Kenji Tanaka"),
    ("name", "Sinead O Connor", "Sinead O Connor"),
    ("lodging", "En la casa de los mis tíos.", "en la casa de sus tíos"),
    ("companions", "mi esposa y mi hijo, el niño se marea en el carro", "con su esposa y su hijo"),
    ("companions", "mi esposa, mi hijo y el niño", "con su esposa, su hijo y el niño"),
    ("lodging", "Comparto piso con dos compañeras en el Poblenou.", "en un piso con dos compañeras en el Poblenou"),
    ("lodging", "Buscaré un hostal.", "en un hostal"),
    ("lodging", "Conseguí una habitación cerca de la universidad.", "en una habitación cerca de la universidad"),
    ("lodging", "En el hotel Sol, que está en la calle Mayor.", "en el hotel Sol"),
    ("lodging", "En Palermo.", "en Palermo"),
    ("lodging", "En un departamento que alquilé por internet", "en un departamento"),
    ("lodging", "en un parador que han reservado los novios", "en un parador"),
    ("lodging", "en un hotel que se llama Miramar", "en un hotel que se llama Miramar"),
    (
        "lodging",
        "en casa de una prima de mi madre que cocina de maravilla, en Pocitos",
        "en casa de una prima de su madre, en Pocitos",
    ),
    (
        "purpose",
        "Vengo a ver un estudio de arquitectura que quiere nuestros azulejos.",
        "ver un estudio de arquitectura",
    ),
    ("purpose", "Visito a unos amigos que viven aquí y me quedo dos semanas", "visitar a unos amigos"),
    ("purpose", "Vuelvo a casa después de un campeonato de cometas.", "volver a casa"),
    ("purpose", "Yo voy a Lima. Aquí solo quiero dormir.", "dormir"),
    ("origin", "Embarqué en Madrid.", "Madrid"),
    ("origin", "Salimos de Quito.", "Quito"),
    ("profession", "Catador de té. Existe, se lo juro.", "catador de té"),
    ("profession", "Domador de pulgas. Suena raro.", "domador de pulgas"),
    (
        "profession",
        "Dirijo el área comercial, aunque hago de todo, porque somos una empresa familiar y nadie quiere viajar.",
        "dirige el área comercial",
    ),
]


CARRIED: list[tuple[Topic, str, str]] = [
    ("medicines", "¿Medicinas? No. Bueno, aspirinas, ¿eso cuenta?", "aspirinas"),
    ("food", "¿Dulces es comida?", "dulces"),
    ("goods", "carpa, ropa, cosas", "carpa y ropa"),
    ("goods", "¿goods? ah, cosas: la compu, te, un traje", "compu, té y un traje"),
    ("goods", "Traigo regalos: dos tabletas para los niños y cinco bufandas.", "dos tabletas y cinco bufandas"),
    ("goods", "ropa, regalos y un reloj", "ropa, regalos y un reloj"),
    ("samples", "Muestras: tres azulejos.", "tres azulejos"),
    ("goods", "Bufandas. Cinco bufandas gruesas.", "cinco bufandas gruesas"),
    ("food", "Chocolate. Mucho chocolate.", "chocolate"),
    ("food", "chocolate y galletas de chocolate", "chocolate y galletas de chocolate"),
    ("food", "queso dos quilos", "dos kilos de queso"),
    ("food", "Café. Es un kilo. Y miel.", "un kilo de café y miel"),
    ("food", "queso y dos botellas", "queso y dos botellas"),
    ("medicines", "Insulina, diez cajas.", "diez cajas de insulina"),
    ("medicines", "levotiroxina, tres cajas", "tres cajas de levotiroxina"),
    ("food", "No, nada. Puros refrescos.", "refrescos"),
    ("food", "Pura agua.", "agua"),
    ("goods", "dos puros cubanos", "dos puros cubanos"),
    (
        "samples",
        "treinta pares de zapatos de muestra, valorados en dos mil dólares.",
        "30 pares de zapatos de muestra de 2000 dólares",
    ),
    ("goods", "un reloj, por valor de trescientos euros", "un reloj de 300 euros"),
    (
        "goods",
        "un collar que vale 80 euros y un reloj tasado en 90 euros",
        "un collar de 80 euros y un reloj de 90 euros",
    ),
    ("goods", "un whisky de setenta centilitros y una camiseta", "un whisky de 70 centilitros y una camiseta"),
    ("pets", "Perros.", "unos perros"),
    ("pets", "una mascota, un loro", "un loro"),
]


@pytest.mark.parametrize(("topic", "text", "wanted"), CARRIED)
def test_things_are_put_together_as_they_were_meant(topic: Topic, text: str, wanted: str) -> None:
    assert fact(text, topic).text.replace("\u202f", "").replace("\u00a0", "") == wanted


def test_an_animal_has_its_article_and_a_price_its_thing() -> None:
    pets = hear("Vacaciones. A la playa, con la perra, que no conoce el mar.", "purpose").fact("pets")
    assert pets is not None
    assert pets.text == "la perra"
    shoes = fact("treinta pares de zapatos, valorados en dos mil dólares", "goods").things
    assert [(one.count, one.value, one.currency) for one in shoes] == [(30, 2000, "USD")]


@pytest.mark.parametrize(("topic", "text", "wanted"), ANSWERS)
def test_the_answer_is_found_among_what_else_is_said(topic: Topic, text: str, wanted: str) -> None:
    assert fact(text, topic).text == wanted


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("cuatrocientos... cuatrocientos cincuenta", 450),
        ("Novecientos... mil doscientos dólares.", 1200),
        ("Quinientos... bueno, mil, contando lo de mi amiga.", 1000),
    ],
)
def test_a_sum_begun_again_is_the_second(text: str, amount: float) -> None:
    found = fact(text, "money")
    assert (found.number, len(found.things)) == (amount, 1)


def test_days_said_again_are_not_doubted() -> None:
    assert not fact("Siete. Siete días.", "stay").doubtful


@pytest.mark.parametrize(
    ("topic", "text", "other"),
    [
        ("origin", "De Tánger. ¿De dónde voy a venir?", "purpose"),
        ("profession", "Jubilado. Antes diseñaba puentes, treinta y cuatro años.", "stay"),
        ("origin", "De Nairobi, vía Los Ángeles. Treinta horas.", "stay"),
    ],
)
def test_what_answers_no_question_is_no_fact(topic: Topic, text: str, other: Topic) -> None:
    meaning = hear(text, topic)
    assert meaning.fact(topic) is not None
    assert meaning.fact(other) is None


@pytest.mark.parametrize(
    "text",
    [
        "Un amigo me dijo que podía dormir en su sofá, pero no contesta.",
        "Her house.",
        "Alquilé por internet",
        "No existe.",
    ],
)
def test_a_verb_is_no_lodging(text: str) -> None:
    assert hear(text, "lodging").fact("lodging") is None


@pytest.mark.parametrize("text", ["pues poquito", "Poco.", "poquito, no sé", "no mucho", "un poco de dinero"])
def test_a_small_sum_is_put_again(text: str) -> None:
    meaning = hear(text, "money")
    assert meaning.facts == ()
    assert meaning.signals == {"dont_know"}


@pytest.mark.parametrize(
    "text",
    [
        "La tengo en el correo, pero el teléfono está apagado.",
        "Lo siento, la factura se quedó en la oficina.",
        "El certificado está en el celular y acá no hay señal.",
        "La dejé en casa.",
    ],
)
def test_a_paper_that_is_elsewhere_is_a_no(text: str) -> None:
    meaning = understand(text, Act(kind="demand", topic="goods", detail="invoice"), scenarios()["mx_aicm_muestras"])
    assert meaning.facts == ()
    assert "no" in meaning.signals
    assert "yes" not in meaning.signals


def test_what_is_carried_is_read_beside_a_demanded_paper() -> None:
    asked = Act(kind="demand", topic="goods", detail="invoice")
    found = understand("No la tengo. Traigo tres relojes.", asked, scenarios()["mx_aicm_muestras"]).fact("goods")
    assert found is not None
    assert found.text == "tres relojes"


@pytest.mark.parametrize(("topic", "text"), [("name", "Existe."), ("onward", "Depende."), ("goods", "Llegan mañana.")])
def test_a_verb_is_neither_a_name_nor_a_place_nor_a_thing(topic: Topic, text: str) -> None:
    assert hear(text, topic).facts == ()
