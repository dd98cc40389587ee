from __future__ import annotations

import msgspec
import pytest

from garita.desktop.officer import look
from garita.desktop.officer.light import daytime, light_at
from garita.desktop.officer.look import Appearance, appearance, sign_of, surname_plate
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario

SCENARIOS = scenario_file.load_all()


def called(name: str) -> Scenario:
    scenario = SCENARIOS[0]
    return msgspec.structs.replace(scenario, officer=msgspec.structs.replace(scenario.officer, name=name))


def person(look: Appearance) -> tuple[object, ...]:
    return look.gender, look.face, look.skin, look.hair, look.hair_colour, look.beard, look.glasses, look.cap


def test_an_officer_is_always_the_same_person() -> None:
    for scenario in SCENARIOS:
        assert appearance(scenario) == appearance(scenario_file.find(scenario.id))


def test_the_officers_that_come_with_garita_are_told_apart() -> None:
    assert len({person(appearance(scenario)) for scenario in SCENARIOS}) == len(SCENARIOS)


def test_man_or_woman_is_told_by_the_name() -> None:
    found = {scenario.officer.name.split()[0]: appearance(scenario).gender for scenario in SCENARIOS}
    assert found["Carmen"] == found["Silvina"] == found["Rosa"] == "woman"
    assert found["Hernán"] == found["Wilkin"] == found["Paco"] == "man"
    assert appearance(called("Xq Zw")).gender in ("man", "woman")


def test_hair_and_beard_fit() -> None:
    for number in range(200):
        seen = appearance(called(f"Carmen {number}"))
        assert seen.hair in look.WOMEN_HAIR
        assert seen.beard == "none"
        seen = appearance(called(f"Pedro {number}"))
        assert seen.hair in look.MEN_HAIR
        assert not seen.earrings


def test_names_give_people_of_every_kind() -> None:
    crowd = [appearance(called(f"Pedro {number}")) for number in range(200)]
    assert {seen.skin for seen in crowd} == set(look.SKINS)
    assert {seen.age for seen in crowd} == {"young", "middle", "older"}
    assert {seen.beard for seen in crowd} == {"none", "stubble", "moustache", "beard"}
    assert {seen.glasses for seen in crowd} == {True, False}


def test_uniform_and_colours_hint_at_the_country() -> None:
    by_country = {
        scenario.country: appearance(scenario) for scenario in SCENARIOS if "Polic" not in scenario.officer.service
    }
    assert set(by_country) == set(look.BANDS)
    assert len({seen.bands for seen in by_country.values()}) == len(by_country)
    assert len({seen.uniform for seen in by_country.values()}) == len(by_country)


def test_an_unknown_country_has_colours_of_our_own() -> None:
    assert look.bands_of("XX") == look.bands_of("")
    assert look.uniform_of("XX", "Aduana") not in look.UNIFORMS.values()


@pytest.mark.parametrize(
    ("service", "sign"),
    [("Policía Nacional", "PASAPORTES"), ("Dirección General de Migración", "MIGRACIÓN"), ("SUNAT", "ADUANA"),
     ("Servicio Agrícola y Ganadero", "CONTROL SAG")],
)  # fmt: skip
def test_the_sign_says_what_is_done_there(service: str, sign: str) -> None:
    assert sign_of(service) == sign


def test_name_plates() -> None:
    assert surname_plate("Silvina Pereyra") == "S. PEREYRA"
    assert surname_plate("Ana Beatriz Núñez") == "A. NÚÑEZ"
    assert surname_plate("Beto") == "BETO"


def test_every_hour_has_its_light() -> None:
    assert [daytime(hour) for hour in (3, 6, 12, 19, 23)] == ["night", "dawn", "day", "dusk", "night"]
    assert {light_at(hour).name for hour in range(24)} == {"dawn", "day", "dusk", "night"}
    assert light_at(30) == light_at(6)
