from __future__ import annotations

import pytest

from garita.roleplay.act import Act, Detail
from garita.roleplay.scenario import Topic
from garita.roleplay.understand import thing, understand
from tests.roleplay.hearing_cases import fact, hear, scenarios

ANSWERS: list[tuple[Topic, str, str]] = [
    ("name", "me llamo lucia hernandez", "Lucía Hernández"),
    ("name", "Ana García", "Ana García"),
    ("name", "soy Zurimbel Tolva", "Zurimbel Tolva"),
    ("name", "me yamo pedro de la cruz", "Pedro de la Cruz"),
    ("origin", "vengo de guadalajara mexico", "Guadalajara, México"),
    ("origin", "yo soy en Zurimbel", "Zurimbel"),
    ("origin", "de barselona", "Barcelona"),
    ("origin", "yo es mexicana", "mexicana"),
    ("origin", "naci en bogota", "Bogotá"),
    ("purpose", "por turismo", "turismo"),
    ("purpose", "una vacaciones", "vacaciones"),
    ("purpose", "estoy solo de paso", "tránsito"),
    ("purpose", "Solo de paso, voy a dormir aquí", "tránsito"),
    ("purpose", "vengo a visitar a mi hermana en madrid", "visitar a su hermana en Madrid"),
    ("purpose", "boda", "una boda"),
    ("purpose", "estudiar un master", "estudiar un máster"),
    ("purpose", "casarme con mi novia", "casarse con su novia"),
    ("purpose", "me han invitado a la boda de una amiga", "la boda de una amiga"),
    ("purpose", "Presento una colección de calzado", "presentar una colección de calzado"),
    ("purpose", "se casa mi primo", "la boda de su primo"),
    ("purpose", "a ver a mi abuela", "ver a su abuela"),
    ("purpose", "es por un congreso el vuelo fue muy largo", "un congreso"),
    ("stay", "solo esta noche", "esta noche"),
    ("stay", "dos semanitas", "dos semanas"),
    ("stay", "por 15 dias", "15 días"),
    ("stay", "un mes y medio", "un mes y medio"),
    ("stay", "hasta el 5 de mayo", "hasta el 5 de mayo"),
    ("stay", "un par de dias", "un par de días"),
    ("lodging", "hotel Miramar", "en el hotel Miramar"),
    ("lodging", "en casa de mi hermana", "en casa de su hermana"),
    ("lodging", "airbnb", "en un Airbnb"),
    ("lodging", "con mi familia", "con su familia"),
    ("lodging", "en su casa de mi hermana", "en casa de su hermana"),
    ("lodging", "voy a un hotel en Santiago", "en un hotel en Santiago"),
    ("lodging", "donde mi tía Rosaura", "en casa de su tía Rosaura"),
    ("profession", "Tengo un restaurante con catorce mesas", "tiene un restaurante con catorce mesas"),
    ("profession", "doy clases de matemáticas", "da clases de matemáticas"),
    ("name", "Doctora Perpetua Iroegbu", "Perpetua Iroegbu"),
    ("name", "Meu nome é Ana Beatriz Carvalho", "Ana Beatriz Carvalho"),
    ("money", "Sietecientos dólares", "700 dólares"),
    ("money", "Novecentos dólares", "900 dólares"),
    ("food", "comida ninguna", "nada"),
    ("companions", "viajo sola con los gatos", "sola"),
    ("profession", "soy un profesora de musica", "profesora de música"),
    ("profession", "estudio medicina", "estudiante de medicina"),
    ("profession", "Soy enfermera y trabajo en un hospital", "enfermera"),
    ("profession", "tolvaquero", "tolvaquero"),
    ("companions", "viajo sola", "sola"),
    ("companions", "mi esposo y mis dos hijos", "con su esposo y sus dos hijos"),
    ("goods", "dos camisa y un reloj", "dos camisas y un reloj"),
    ("goods", "llevo un botella de tequila", "una botella de tequila"),
    ("goods", "solo ropa", "ropa"),
    ("food", "dos kilos jamon serrano", "dos kilos de jamón serrano"),
    ("medicines", "tres frascos de tolvaque", "tres frascos de tolvaque"),
    ("pets", "un perro que se llama toby", "un perro que se llama Toby"),
    ("samples", "muestras de ceramica", "muestras de cerámica"),
    ("money", "ochocientos euros", "800 euros"),
    ("money", "10 000 pesos mexicanos", "10 000 pesos mexicanos"),
    ("onward", "a lima mañana", "a Lima mañana"),
    ("onward", "tengo un vuelo de regreso", "un vuelo de regreso"),
]


@pytest.mark.parametrize(("topic", "text", "wanted"), ANSWERS)
def test_answers_are_taken_up_in_right_spanish(topic: Topic, text: str, wanted: str) -> None:
    assert fact(text, topic).text == wanted


def test_countries_days_and_forms_come_with_the_text() -> None:
    assert fact("vengo de guadalajara", "origin").country == "MX"
    assert fact("soy peruana", "origin").form == "demonym"
    assert fact("dos semanas", "stay").number == 14
    assert fact("hasta el viernes", "stay").form == "until"
    assert fact("visitar museos", "purpose").form == "verb"
    assert fact("con mi hija", "companions").form == "with"
    assert fact("a Lima", "onward").country == "PE"


def test_a_city_of_several_countries_has_none() -> None:
    assert fact("de santiago", "origin").country == ""
    assert fact("de santiago de chile", "origin").country == "CL"


def test_near_misses_are_heard_and_doubted() -> None:
    heard = fact("vengo de guadalahara", "origin")
    assert (heard.text, heard.doubtful) == ("Guadalajara", True)


def test_several_facts_in_one_breath() -> None:
    meaning = hear("Hola, me llamo Ana, vengo de Chile por turismo y me quedo dos semanas en un hotel con mi hija")
    told = {one.topic: one.text for one in meaning.facts}
    assert told == {
        "name": "Ana",
        "origin": "Chile",
        "purpose": "turismo",
        "stay": "dos semanas",
        "lodging": "en un hotel",
        "companions": "con su hija",
    }
    assert meaning.signals == {"greeting"}


CORRECTED: list[tuple[Topic, str, str]] = [
    ("stay", "dos, no, tres semanas", "tres semanas"),
    ("stay", "dos semanas, perdón, tres semanas", "tres semanas"),
    ("origin", "vengo de lima no perdon de cusco", "Cusco"),
    ("lodging", "en un hotel, digo, en casa de mi tía", "en casa de su tía"),
    ("profession", "soy médico, mejor dicho, enfermero", "enfermero"),
    ("purpose", "por trabajo... no, por turismo", "turismo"),
    ("goods", "llevo dos botellas de tequila, no, tres", "tres botellas de tequila"),
    ("money", "quinientos no seiscientos euros", "600 euros"),
    ("name", "Me llamo Ana Torres, perdón, Flores", "Ana Flores"),
]


@pytest.mark.parametrize(("topic", "text", "wanted"), CORRECTED)
def test_what_was_corrected_counts(topic: Topic, text: str, wanted: str) -> None:
    assert fact(text, topic).text == wanted


@pytest.mark.parametrize("text", ["nada", "no", "no, nada", "no llevo nada", "ninguna"])
def test_nothing_is_a_fact_too(text: str) -> None:
    assert fact(text, "food").none


def test_a_denied_thing_is_not_carried() -> None:
    assert "carne" not in fact("queso sí, carne no", "food").text


NOT_UNDERSTOOD: list[tuple[Topic | None, str]] = [
    ("purpose", "no soy turista"),
    ("profession", "no soy médico"),
    ("stay", "mi hija tiene dos años"),
    ("goods", "tengo prisa"),
    ("goods", "tengo treinta años"),
    ("goods", "¿puedo llevar jamón?"),
    ("pets", "depende de lo que usted diga"),
    ("origin", "¿de dónde?"),
    (None, "tengo una pregunta"),
]


@pytest.mark.parametrize(("topic", "text"), NOT_UNDERSTOOD)
def test_what_is_not_said_stays_out(topic: Topic | None, text: str) -> None:
    assert hear(text, topic).facts == ()


def test_things_say_what_they_are() -> None:
    bottles = fact("llevo dos botellas de tequila", "goods").things[0]
    assert (bottles.name, bottles.kind, bottles.count, bottles.unit, bottles.amount) == (
        "tequila",
        "alcohol",
        2,
        "botella",
        1.5,
    )
    cigarettes = fact("tres cartones de cigarrillos", "goods").things[0]
    assert (cigarettes.kind, cigarettes.amount) == ("tobacco", 600)
    watch = fact("un reloj de 500 euros", "goods").things[0]
    assert (watch.name, watch.value, watch.currency) == ("reloj", 500, "EUR")


def test_goods_of_a_dossier() -> None:
    notes = thing("185 billetes de cien dólares")
    assert notes is not None
    assert (notes.kind, notes.amount, notes.currency) == ("cash", 18500, "USD")
    ham = thing("dos kilos de jamón serrano")
    assert ham is not None
    assert (ham.text, ham.kind) == ("dos kilos de jamón serrano", "meat")


def test_every_good_of_every_scenario_is_a_thing() -> None:
    for scenario in scenarios().values():
        for good in scenario.traveller.suitcase:
            found = thing(good.name)
            assert found is not None, good.name


def test_money_takes_the_currency_of_the_place() -> None:
    alone = fact("800", "money", "ar_ezeiza_efectivo")
    assert (alone.number, alone.unit, alone.doubtful) == (800, "USD", True)
    pesos = fact("quinientos pesos", "money", "mx_aicm_muestras")
    assert pesos.unit == "MXN"
    both = fact("llevo 500 euros y 200 dólares", "money")
    assert (both.number, both.unit, len(both.things)) == (500, "EUR", 2)


def test_followups_are_about_the_thing_asked() -> None:
    scenario = scenarios()["es_barajas_turismo"]
    asked = Act(kind="follow_up", topic="goods", detail="quantity", item="tequila")
    heard = understand("son tres litros", asked, scenario).fact("goods")
    assert heard is not None
    assert (heard.text, heard.things[0].amount) == ("tres litros de tequila", 3)
    asked = Act(kind="follow_up", topic="goods", detail="value", item="un collar")
    heard = understand("unos doscientos euros", asked, scenario).fact("goods")
    assert heard is not None
    assert (heard.things[0].value, heard.things[0].currency) == (200, "EUR")


def test_a_demanded_paper_is_no_luggage() -> None:
    asked = Act(kind="demand", topic="medicines", detail="prescription", item="insulina")
    meaning = understand("Sí, aquí está la receta", asked, scenarios()["co_eldorado_medicinas"])
    assert meaning.facts == ()
    assert {"yes", "document"} <= meaning.signals


@pytest.mark.parametrize(
    ("topic", "text", "wanted"),
    [
        ("origin", "I am from Canada", "Canadá"),
        ("stay", "two weeks", "dos semanas"),
        ("purpose", "tourism", "turismo"),
        ("companions", "with my wife", "con su esposa"),
        ("profession", "I'm a teacher", "profesor"),
    ],
)
def test_plain_english_is_read_and_noticed(topic: Topic, text: str, wanted: str) -> None:
    assert fact(text, topic).text == wanted
    assert "english" in hear(text, topic).signals


@pytest.mark.parametrize(("topic", "text"), [("stay", "Cinco."), ("purpose", "mi hermana")])
def test_what_is_only_supposed_is_doubtful(topic: Topic, text: str) -> None:
    assert fact(text, topic).doubtful


def test_a_price_keeps_the_thing_it_is_for() -> None:
    asked = Act(kind="follow_up", topic="goods", detail="value", item="un teléfono móvil")
    found = understand("15 dólares", asked, scenarios()["es_barajas_turismo"]).facts[0]
    assert found.text == "un teléfono móvil de 15 dólares"
    assert [(one.name, one.value, one.currency) for one in found.things] == [("teléfono móvil", 15, "USD")]


DETAILS: list[tuple[Topic, Detail, str, str]] = [
    ("purpose", "company", "en Los Andes", "la empresa Los Andes"),
    ("purpose", "school", "la escuela se llama pelplo", "la escuela Pelplo"),
    ("purpose", "whom", "A mi suegra, que está enferma", "visitar a su suegra"),
    ("profession", "company", "una empresa danesa de molinos", "trabaja para una empresa danesa de molinos"),
    ("lodging", "address", "Queda en la calle Olivo, número 6", "en la calle Olivo, número 6"),
    ("onward", "return_ticket", "sí, para el día dieciséis", "un billete de regreso para el 16"),
]


@pytest.mark.parametrize(("topic", "detail", "text", "wanted"), DETAILS)
def test_answers_to_further_questions_are_facts(topic: Topic, detail: Detail, text: str, wanted: str) -> None:
    asked = Act(kind="follow_up", topic=topic, detail=detail)
    found = understand(text, asked, scenarios()["es_barajas_turismo"]).fact(topic)
    assert found is not None
    assert found.text == wanted
