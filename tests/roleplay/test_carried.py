"""What the suitcase holds, and whether it was declared in whatever words."""

from __future__ import annotations

import msgspec
import pytest

from garita.roleplay import carried, dossier_tables, scenario_file
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.scenario import Good, Scenario
from garita.roleplay.understand import thing

SCENARIOS = {scenario.id: scenario for scenario in scenario_file.load_all()}
ANDES = SCENARIOS["cl_libertadores_mascota"]


def packed(*goods: Good, scenario: Scenario = ANDES) -> Scenario:
    traveller = msgspec.structs.replace(scenario.traveller, suitcase=goods)
    return msgspec.structs.replace(scenario, traveller=traveller)


def good(words: str) -> Thing:
    """A thing of a dossier: amount, a slash, name."""
    amount, name = words.split(" / ")
    return carried.in_suitcase(Good(name=name, amount=amount))


def told(words: str, kind: ThingKind | None = None) -> Thing:
    found = thing(words)
    assert found is not None
    return found if kind is None else msgspec.structs.replace(found, kind=kind)


@pytest.mark.parametrize(
    ("real", "said"),
    [
        ("doce cajas / insulina", "insulina"),
        ("dos frascos / jarabe con codeína", "jarabe"),
        ("uno / teléfono nuevo en su caja", "un móvil"),
        ("uno / teléfono nuevo en su caja", "un celular nuevo"),
        ("una / computadora portátil", "mi ordenador"),
        ("tres kilos / bistecs crudos", "carne"),
        ("tres kilos / bistecs crudos", "tres kilos de bistec"),
        ("una bolsa / naranjas", "una naranja"),
        ("una bolsa / naranjas", "fruta"),
        ("treinta pares / zapatos de muestra", "unas muestras"),
        ("treinta pares / zapatos de muestra", "muestras de zapatos"),
        ("cuarenta cajas / muestras de té", "muestras de té verde"),
        ("dos cartones / cigarrillos", "tabaco"),
        ("una / perra labradora", "un perro"),
        ("una / perra labradora", "una mascota"),
        ("un saco / alimento para perros", "comida para perros"),
        ("una / balanza de precisión", "una balanza"),
        ("un kilo / queso fresco de cabra", "queso"),
        ("uno / salame", "salami"),
        ("una / copa de cristal", "una copa de cristal de 480 dólares"),
    ],
)
def test_other_words_declare_it_as_well(real: str, said: str) -> None:
    assert carried.named(good(real), [told(said)])


@pytest.mark.parametrize(
    ("real", "said"),
    [
        ("un kilo / queso fresco de cabra", "dulces de almendra"),
        ("un kilo / queso fresco de cabra", "carne de cabra"),
        ("uno / teléfono nuevo en su caja", "un televisor nuevo"),
        ("dos frascos / jarabe con codeína", "insulina"),
        ("un / gato", "una perra"),
        ("treinta pares / zapatos de muestra", "catálogos"),
        ("cuatro / manzanas", "yerba mate"),
        ("cuatro / manzanas", "mandarinas"),
    ],
)
def test_another_thing_does_not(real: str, said: str) -> None:
    assert not carried.named(good(real), [told(said)])


def test_an_animal_called_by_its_name_is_declared() -> None:
    assert carried.named(good("una / perra labradora"), [Thing(text="Toby", name="Toby", kind="pet")])


def test_nothing_declares_nothing() -> None:
    assert not carried.named(good("un / gato"), [])
    assert not carried.named(good("un / gato"), [Thing(text="de la", name="de la", kind="pet")])


def test_what_must_be_declared_and_what_may_not_enter() -> None:
    apples, honey = Good(name="manzanas", amount="dos"), Good(name="miel", amount="un frasco", must_declare=True)
    books, notes = Good(name="libros", amount="dos"), Good(name="billetes", amount="un sobre", must_declare=True)
    found = carried.to_declare(packed(apples, honey, books, notes))
    assert [each.name for each in found] == ["manzanas", "miel"]


def test_a_thing_belongs_to_its_question_where_there_is_one() -> None:
    dog = good("una / perra labradora")
    assert carried.topic_of(dog, ANDES) == "pets"
    assert carried.topic_of(dog, SCENARIOS["es_barajas_turismo"]) == "goods"
    assert carried.topic_of(dog, msgspec.structs.replace(ANDES, checklist=())) == "goods"


def test_the_words_are_the_card_s() -> None:
    assert good("uno / teléfono nuevo en su caja").text == "un teléfono nuevo en su caja"
    assert good("dos frascos / jarabe con codeína").name == "jarabe con codeína"


def test_an_unknown_thing_is_a_thing() -> None:
    assert carried.in_suitcase(Good(name="zurlopín", amount="un")).text == "un zurlopín"


OF_KITS = [good for kits in dossier_tables.KITS.values() for kit in kits for good in kit.goods if good.must_declare]


@pytest.mark.parametrize("real", OF_KITS, ids=lambda good: good.name)
def test_who_reads_the_card_aloud_has_declared_it(real: Good) -> None:
    found = carried.in_suitcase(real)
    assert carried.named(found, [told(found.text)])
