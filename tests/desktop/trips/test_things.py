"""Every thing that can be packed has a picture that fits, and its words and worth as one says them."""

from __future__ import annotations

from random import Random

import pytest

from garita import paths
from garita.desktop.trips import things
from garita.desktop.trips.looks import is_woman, looks
from garita.roleplay import dossier, scenario_file
from garita.roleplay.scenario import Good

SHIPPED = {scenario.id: scenario for scenario in scenario_file.load_all()}


@pytest.mark.parametrize(
    ("name", "amount", "picture"),
    [
        ("perra labradora", "una", "animal"),
        ("transportín", "uno", "animal"),
        ("billetes de cien dólares", "185", "money"),
        ("queso parmesano", "dos kilos", "cheese"),
        ("té verde", "tres paquetes", "cup"),
        ("café molido", "un kilo", "cup"),
        ("tequila", "una botella de un litro", "bottle"),
        ("aceite de argán", "dos botellas", "bottle"),
        ("insulina", "doce cajas", "medicine"),
        ("cigarrillos", "dos cartones", "tobacco"),
        ("catálogos impresos", "doscientos", "papers"),
        ("libros de arquitectura", "seis", "papers"),
        ("zapatos de muestra", "treinta pares", "box"),
        ("ropa de verano", "una maleta", "clothes"),
        ("televisor nuevo", "uno", "electronics"),
        ("perfume", "uno", "gift"),
        ("naranjas", "una bolsa", "fruit"),
        ("tentempiés", "unos", "parcel"),
    ],
)
def test_a_thing_has_the_picture_of_its_kind(name: str, amount: str, picture: str) -> None:
    assert things.picture(Good(name=name, amount=amount)) == picture


def test_items_say_amount_worth_and_what_to_declare() -> None:
    beans = things.items(SHIPPED["es_algeciras_coche"], "es")
    assert (beans[0].words, beans[0].value, beans[0].must_declare) == (
        "un kilo de queso fresco de cabra",
        "10 EUR",
        True,
    )
    assert things.items(SHIPPED["ar_ezeiza_efectivo"], "es")[0].value == "18.500 USD"
    assert things.items(SHIPPED["ar_ezeiza_efectivo"], "en")[0].value == "18,500 USD"
    assert things.items(SHIPPED["cl_libertadores_mascota"], "en")[0].value == ""


def test_every_picture_is_drawn() -> None:
    assert {path.stem for path in (paths.assets() / "things").glob("*.svg")} == set(things.PICTURES)


def test_travellers_look_as_their_spanish_says_and_always_the_same() -> None:
    women = {scenario.traveller.name: is_woman(scenario.traveller) for scenario in SHIPPED.values()}
    assert women["Lucía Hernández Ríos"] is True
    assert women["Robert Keller"] is False
    assert women["Kenji Tanaka"] is False
    assert None not in women.values()
    for seed in range(20):
        drawn = dossier.draw(SHIPPED["es_barajas_turismo"], Random(seed)).traveller
        assert looks(drawn) == looks(drawn)
        assert looks(drawn).woman == is_woman(drawn)
        assert not (looks(drawn).woman and looks(drawn).beard)
