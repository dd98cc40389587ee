"""Only what cannot both be true is a contradiction."""

from __future__ import annotations

import msgspec
import pytest

from garita.roleplay import scenario_file
from garita.roleplay.contradiction import with_earlier, with_papers
from garita.roleplay.meaning import Fact

MADRID = scenario_file.find("es_barajas_turismo")  # Lucía Hernández Ríos, from México


def fact(topic: str, text: str, **more: object) -> Fact:
    return msgspec.convert({"topic": topic, "text": text, **more}, Fact)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (fact("stay", "dos semanas", number=14), fact("stay", "tres meses", number=90)),
        (fact("money", "800 euros", number=800, unit="EUR"), fact("money", "8000 euros", number=8000, unit="EUR")),
        (fact("companions", "sola", form="alone"), fact("companions", "con su marido", form="with")),
        (fact("purpose", "turismo"), fact("purpose", "trabajar en una empresa")),
        (fact("purpose", "negocios"), fact("purpose", "unas vacaciones")),
        (fact("origin", "Lima, Perú", country="PE"), fact("origin", "Quito, Ecuador", country="EC")),
        (fact("name", "Ana Ruiz"), fact("name", "Petra Novak")),
    ],
    ids=lambda each: each.text,
)
def test_these_cannot_both_be_true(old: Fact, new: Fact) -> None:
    act = with_earlier(new, old)
    assert act is not None
    assert (act.kind, act.item, act.before, act.known_from) == ("contradiction", new.text, old.text, "said")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (fact("stay", "dos semanas", number=14), fact("stay", "14 días", number=14)),
        (fact("stay", "hasta el lunes", form="until"), fact("stay", "tres días", number=3)),
        (fact("money", "800 euros", number=800, unit="EUR"), fact("money", "820 euros", number=820, unit="EUR")),
        (fact("money", "800 euros", number=800, unit="EUR"), fact("money", "900 dólares", number=900, unit="USD")),
        (fact("companions", "con su marido", form="with"), fact("companions", "con sus hijos", form="with")),
        (fact("purpose", "turismo"), fact("purpose", "visitar a su hermana")),
        (fact("purpose", "turismo"), fact("purpose", "turismo y un poco de trabajo")),
        (fact("origin", "Lima", country=""), fact("origin", "Perú", country="PE")),
        (fact("name", "Lucía"), fact("name", "Lucia Hernandez")),
        (fact("lodging", "en un hotel"), fact("lodging", "en el hotel Sol")),
        (fact("profession", "médica"), fact("profession", "enfermera")),
    ],
    ids=lambda each: each.text,
)
def test_these_can(old: Fact, new: Fact) -> None:
    assert with_earlier(new, old) is None


@pytest.mark.parametrize("name", ["Peter Novak", "Li"])
def test_another_name_than_the_passports(name: str) -> None:
    act = with_papers(fact("name", name), MADRID)
    assert act is not None
    assert (act.before, act.known_from) == ("Lucía Hernández Ríos", "passport")


@pytest.mark.parametrize("name", ["Lucía", "lucia hernandes", "Hernández", "Lucía Hernández Ríos"])
def test_the_passports_name_in_any_spelling(name: str) -> None:
    assert with_papers(fact("name", name), MADRID) is None


def test_another_country_than_the_flights() -> None:
    act = with_papers(fact("origin", "Tokio, Japón", country="JP"), MADRID)
    assert act is not None
    assert act.known_from == "flight"
    assert "México" in act.before or "Ciudad" in act.before
    assert with_papers(fact("origin", "Guadalajara, México", country="MX"), MADRID) is None
    assert with_papers(fact("origin", "Villanueva", country=""), MADRID) is None
    elsewhere = msgspec.structs.replace(MADRID, place="port")
    assert with_papers(fact("origin", "Tokio, Japón", country="JP"), elsewhere) is None
