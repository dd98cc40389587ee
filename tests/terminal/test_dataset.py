"""``garita train dataset`` prints a table or JSON, and says in a sentence what it cannot use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from garita.cli.training import train_app
from garita.errors import DatasetRefused, NetworkLocked
from garita.settings import NetworkSettings, Settings
from garita.terminal.dataset import dataset
from garita.training.data.formats import FORMATS

PLAN = {"rules": {"languages": ["es"]}, "shares": {}, "sample": None}


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(
        "pregunta,respuesta\n¿Qué trae?,Traigo una botella de vino para mi hermana.\n"
        "What is it?,It is a bottle of wine for my sister.\n¿Cuánto dinero?,Traigo unos trescientos euros.\nsolo\n",
        encoding="utf-8",
    )
    return path


def make(
    out: Path, files: list[Path], *, plan: object = None, spoken: str = "en", as_json: bool = False, **more
) -> None:
    chosen = {"form": "", "translate_with": "", "server_model": "", "settings": Settings(), **more}
    dataset(out, files, plan or PLAN, spoken=spoken, as_json=as_json, **chosen)


def test_a_table_says_what_became_of_the_rows(tmp_path: Path, pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "out", [pairs], spoken="es")
    said = capsys.readouterr().out
    assert "entrenamiento" in said
    assert "otro idioma" in said
    assert "no se puede leer" in said
    assert (
        (tmp_path / "out" / "report.html").read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="es">')
    )


def test_json_is_the_report(tmp_path: Path, pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "out", [pairs], as_json=True)
    said = json.loads(capsys.readouterr().out)
    assert said == json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert said["counts"]["set_aside"] == {"unreadable": 1, "wrong_language": 1}


@pytest.mark.parametrize(
    ("plan", "more", "problem"),
    [
        ({**PLAN, "shares": {"test": 2.0}}, {}, "shares.test"),
        ({**PLAN, "rules": {"languages": ["klingon"]}}, {}, "klingon"),
        ({**PLAN, "rules": {"languages": []}}, {"translate_with": "http://127.0.0.1:9/v1"}, "into which language"),
        (PLAN, {"form": "parquet"}, "known: conversations"),
    ],
)
def test_an_impossible_wish_is_told(tmp_path: Path, pairs: Path, plan: object, more: dict, problem: str) -> None:
    with pytest.raises(DatasetRefused, match=problem):
        make(tmp_path / "out", [pairs], plan=plan, **more)
    assert not (tmp_path / "out").exists()


def test_a_locked_network_is_not_used(tmp_path: Path, pairs: Path) -> None:
    settings = Settings(network=NetworkSettings(offline=True))
    with pytest.raises(NetworkLocked):
        make(tmp_path / "out", [pairs], translate_with="https://example.org/v1", settings=settings)


def test_the_command_hands_its_options_on(tmp_path: Path, pairs: Path) -> None:
    options = ["--language", "any", "--min-words", "7", "--test", "0.5", "--sample", "1", "--unfinished", "cut"]
    done = CliRunner().invoke(train_app, ["dataset", str(tmp_path / "out"), str(pairs), *options])
    assert done.exit_code == 0, done.output
    described = json.loads((tmp_path / "out" / "dataset.json").read_bytes())
    assert described["rules"] == {"languages": [], "unfinished": "cut", "min_words": 7, "max_words": 4000}
    assert described["shares"] == {"validation": 0.05, "test": 0.5}
    assert described["sample"] == 1


def test_the_help_names_every_format() -> None:
    said = " ".join(CliRunner().invoke(train_app, ["dataset", "--help"], env={"COLUMNS": "200"}).output.split())
    assert all(form.NAME in said for form in FORMATS)
