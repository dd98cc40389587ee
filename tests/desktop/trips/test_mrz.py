"""The machine readable lines follow Doc 9303: its own specimen, and whatever travellers there are."""

from __future__ import annotations

from datetime import date

import pytest

from garita.desktop.trips import mrz
from garita.roleplay import scenario_file

TODAY = date(2026, 11, 21)
SPECIMEN = mrz.Papers(
    name="Anna Maria Eriksson", state="??", number="L898902C3", born=date(1974, 8, 12), expires=date(2012, 4, 15),
    sex="F",
)  # fmt: skip


def test_the_specimen_of_doc_9303() -> None:
    upper, lower = mrz.lines(SPECIMEN)
    assert upper.startswith("P<UTO")
    assert lower.startswith("L898902C36UTO7408122F1204159")
    assert mrz.check_digit("ZE184226B<<<<<") == "1"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Lucía Hernández Ríos", "HERNANDEZ<RIOS<<LUCIA"),
        ("Andrés Felipe Cárdenas", "CARDENAS<<ANDRES<FELIPE"),
        ("Begoña Núñez-Vidal", "NUNEZ<VIDAL<<BEGONA"),
        ("Jürgen Weiß", "WEISS<<JUERGEN"),
        ("Zofia Zając", "ZAJAC<<ZOFIA"),
        ("Sinéad O'Brien", "OBRIEN<<SINEAD"),
        ("Cher", "CHER<<<"),
    ],
)
def test_names_are_written_as_doc_9303_says(name: str, line: str) -> None:
    upper, _ = mrz.lines(mrz.papers(name, "MX", TODAY))
    assert upper.startswith(f"P<MEX{line}<")


@pytest.mark.parametrize(("state", "code"), [("DE", "D<<"), ("ES", "ESP"), ("CD", "COD"), ("FR", "FRA"), ("??", "UTO")])
def test_states_have_three_letters(state: str, code: str) -> None:
    assert mrz.state_code(state) == code


def test_every_traveller_has_two_lines_of_44_signs_and_papers_that_are_valid() -> None:
    for scenario in scenario_file.load_all():
        traveller = scenario.traveller
        papers = mrz.papers(traveller.name, traveller.nationality, TODAY)
        assert papers == mrz.papers(traveller.name, traveller.nationality, TODAY)
        assert papers.born < TODAY < papers.expires
        for line in mrz.lines(papers):
            assert len(line) == 44
            assert set(line) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


def test_a_name_too_long_is_cut() -> None:
    upper, _ = mrz.lines(mrz.papers("Ana " + "Bartolomé " * 9, "ES", TODAY))
    assert len(upper) == 44
