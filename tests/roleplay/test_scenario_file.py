"""Scenario files: the shipped ones hold together, broken ones are told with line and key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita import toml_file
from garita.errors import ScenarioInvalid, ScenarioMissing
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario

SHIPPED = scenario_file.load_all()

GOOD = """\
id = "prueba"
title = "Prueba"
title_en = "Test"
summary = "Una prueba."
summary_en = "A test."
country = "ES"
place = "airport"
place_name = "Barajas"
level = "A2"
case = "tourist"
greeting = ["Buenos días."]
farewell = ["Adiós."]

[officer]
name = "Ana"
service = "Guardia Civil"
manner = "kind"

[rules]
cash_limit = 10000
cash_currency = "EUR"
alcohol_litres = 1.0
cigarettes = 200
gifts_limit = 430.0
gifts_currency = "EUR"
duty_percent = 20.0
food = "Nada de carne."
medicines = "Con receta."
source = "Reglamento"

# the checklist
[[checklist]]
topic = "passport"
ask = [
    "¿Su pasaporte?",
    "Pasaporte, por favor.",
]

[[checklist]]
topic = "name"
ask = ["¿Cómo se llama?"]

[traveller]
name = "Luz"
nationality = "MX"
coming_from = "Puebla, México"
purpose = "turismo"
stay_days = 3
lodging = "un hotel"
profession = "pintora"
companions = "viajo sola"
money = 100
money_currency = "EUR"
suitcase = [
    { name = "ropa", amount = "una maleta" },
]
"""


def write(folder: Path, text: str | bytes, name: str = "prueba.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def line(fragment: str) -> int:
    """The 1-based line of GOOD that holds the fragment."""
    return GOOD[: GOOD.index(fragment)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "key", "problem"),
    [
        ('title = "Prueba"', 'titel = "Prueba"', 'title = "Prueba"', "titel", "unknown key"),
        ('manner = "kind"', 'manner = "kind"\nmood = "good"', 'manner = "kind"', "officer.mood", "unknown key"),
        ('manner = "kind"', "", "[officer]", "officer.manner", "missing"),
        ("stay_days = 3", 'stay_days = "3"', "stay_days", "traveller.stay_days", "expected int, got str"),
        ("stay_days = 3", "stay_days = 0", "stay_days", "traveller.stay_days", "between 1 and"),
        ('topic = "name"', 'topic = "nombre"', 'topic = "name"', "checklist[1].topic", "invalid enum value 'nombre'"),
        ('topic = "name"', 'topic = "passport"', 'topic = "name"', "checklist[1].topic", "is there twice"),
        ('"Pasaporte, por favor."', '" "', "ask = [\n", "checklist[0].ask[1]", "must not be empty"),
        ('"Pasaporte, por favor."', '"¿Su pasaporte?"', "ask = [\n", "checklist[0].ask[1]", "is there twice"),
        ('ask = ["¿Cómo se llama?"]', "ask = []", 'ask = ["¿Cómo', "checklist[1].ask", "must not be empty"),
        ('greeting = ["Buenos días."]', "greeting = []", "greeting", "greeting", "must not be empty"),
        ("cash_limit = 10000", "cash_limit = -1", "cash_limit", "rules.cash_limit", "zero or more"),
        ("duty_percent = 20.0", "duty_percent = 101.0", "duty_percent", "rules.duty_percent", "between 0 and 100"),
        ("cash_limit = 10000", "cash_limit = nan", "cash_limit", "rules.cash_limit", "zero or more"),
        ("cigarettes = 200", "cigarettes = 20.5", "cigarettes", "rules.cigarettes", "expected int"),
        ('country = "ES"', 'country = "SP"', "country", "country", "no ISO 3166"),
        ('nationality = "MX"', 'nationality = "EU"', "nationality", "traveller.nationality", "no ISO 3166"),
        ('money_currency = "EUR"', 'money_currency = "EUX"', "money_currency", "traveller.money_currency", "no ISO"),
        ('id = "prueba"', 'id = "otra"', 'id = "', "id", "the file is named 'prueba'"),
        ('food = "Nada de carne."', 'food = "Nada\\nde carne."', "food", "rules.food", "one line"),
        ('"una maleta" }', '"una maleta", value = -2 }', "suitcase", "traveller.suitcase[0].value", "zero or more"),
        ('case = "tourist"', 'case = "spy"', 'case = "tourist"', "case", "invalid enum value 'spy'"),
        ('topic = "passport"', "topic = ", 'topic = "passport"', "", "not valid TOML: Invalid value"),
        ("stay_days = 3", "stay_days = 3\nstay_days = 3", "lodging", "", "Cannot overwrite a value"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_key(
    tmp_path: Path, old: str, new: str, at: str, key: str, problem: str
) -> None:
    assert GOOD.count(old) == 1
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ScenarioInvalid) as caught:
        scenario_file.load(path)
    facts = caught.value.facts
    added_above = new.count("\n") if key == "officer.mood" else 0
    assert (facts["path"], facts["line"], facts["key"]) == (str(path), line(at) + added_above, key)
    assert problem in str(facts["problem"])


def test_a_file_without_anything_lacks_its_first_key(tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid) as caught:
        scenario_file.load(write(tmp_path, ""))
    assert caught.value.facts["line"] == 1
    assert caught.value.facts["problem"] == "missing"


def test_bytes_that_are_not_utf8_are_told_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid) as caught:
        scenario_file.load(write(tmp_path, b'id = "a"\ntitle = "d\xeda"\n'))
    assert (caught.value.facts["line"], caught.value.facts["problem"]) == (2, "byte 0xed is not UTF-8")


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = 1" + "0" * 5000, "#" * 70_000, "a = [1,\n2"])
def test_unreasonable_toml_is_refused_calmly(tmp_path: Path, text: str) -> None:
    with pytest.raises(ScenarioInvalid):
        scenario_file.load(write(tmp_path, text))


@settings(deadline=None, max_examples=150)
@given(data=st.binary(max_size=200), cut=st.integers(0, len(GOOD)), keep=st.integers(0, len(GOOD)))
def test_damaged_files_raise_nothing_but_scenario_invalid(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, cut: int, keep: int
) -> None:
    damaged = GOOD.encode()[:cut] + data + GOOD.encode()[keep:]
    try:
        scenario_file.load(write(tmp_path_factory.getbasetemp(), damaged))
    except ScenarioInvalid as error:
        assert 1 <= int(str(error.facts["line"])) <= damaged.count(b"\n") + 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_key_is_found_on_its_own_line(newline: str) -> None:
    text = GOOD.replace("\n", newline)
    assert toml_file.line_of(text, "rules.source") == line('source = "Reg')
    assert toml_file.line_of(text, "checklist[1]") == line('[[checklist]]\ntopic = "name"')
    assert toml_file.line_of(text, "checklist[0].ask") == line("ask = [\n")
    assert toml_file.line_of(text, "traveller.money_currency") == line("money_currency")


def test_find_takes_an_id_or_a_path(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    assert scenario_file.find("prueba", tmp_path) == scenario_file.find(str(path)) == scenario_file.load(path)


@pytest.mark.parametrize("name", ["nada", "nada.toml", "", "../prueba"])
def test_an_unknown_name_is_told_with_the_known_ones(tmp_path: Path, name: str) -> None:
    write(tmp_path, GOOD)
    with pytest.raises(ScenarioMissing) as caught:
        scenario_file.find(name, tmp_path)
    assert caught.value.facts == {"name": name, "known": "prueba"}


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "carpeta.toml").mkdir()
    with pytest.raises(ScenarioInvalid, match="cannot be read"):
        scenario_file.find(str(tmp_path / "carpeta.toml"))


# --- the shipped scenarios ------------------------------------------------------------------------------------------


def test_shipped_scenarios_are_varied() -> None:
    assert len(SHIPPED) >= 10
    assert [each.id for each in SHIPPED] == sorted(each.id for each in SHIPPED)
    assert len({each.country for each in SHIPPED}) >= 8
    assert {each.place for each in SHIPPED} == {"airport", "land_border", "port"}
    assert {each.officer.manner for each in SHIPPED} == {"kind", "neutral", "stern", "hurried"}
    assert {each.level for each in SHIPPED} == {"A2", "B1", "B2", "C1"}
    assert len({each.case for each in SHIPPED}) == 8


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda each: each.id)
def test_shipped_scenarios_can_carry_a_conversation(shipped: Scenario) -> None:
    assert 7 <= len(shipped.checklist) <= 11
    assert all(3 <= len(question.ask) <= 5 for question in shipped.checklist)
    assert 3 <= len(shipped.greeting) <= 5
    assert 3 <= len(shipped.farewell) <= 5
    assert shipped.traveller.suitcase
    wordings = [wording for question in shipped.checklist for wording in question.ask]
    assert len(wordings) == len(set(wordings)), "two topics share a wording"
