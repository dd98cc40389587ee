"""The gate's command: what it tells, what it compares with, and what it refuses before anything is promoted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from garita.errors import GaritaError, ModelDamaged, ModelMissing, RecipeInvalid, ReportUnusable
from garita.library import officers, shelf
from garita.messages_to_user.entry import Language
from garita.settings import ModelSettings, Settings
from garita.terminal import gate
from garita.training.evaluation.result import File, Metric, MetricName, ModelFile, Report
from tests.training.reports import report, share

GOOD: dict[MetricName, Metric] = {
    "four_choice": share(0.97), "next_step": share(0.8), "spanish": share(1.0, 0), "facts": share(0.99),
}  # fmt: skip
LENIENT = "conversations = 1\nfloor = []\n[not_worse]\nmetrics = []\n"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The built-in officer under another name, and by one byte another file."""
    path = Path(shutil.copy(shelf.built_in(), tmp_path / "tuned.gguf"))
    with path.open("ab") as file:
        file.write(b"\0")
    return path


def written(made: Report, path: Path) -> Path:
    path.write_bytes(msgspec.json.encode(made))
    return path


def judged(model: Path, metrics: dict[MetricName, Metric], out: Path, **facts: Any) -> Path:
    return written(report(metrics, **{"path": str(model), "sha256": officers.sha256_of(model), **facts}), out)


def run(
    report_file: Path, rules: Path | None = None, against: Path | None = None, *, language: Language = "en",
    promote: bool = False, as_json: bool = False, settings: Settings | None = None,
) -> int:  # fmt: skip
    """The exit code."""
    try:
        gate.run(report_file, rules, against, settings or Settings(), language, promote=promote, as_json=as_json)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


@pytest.fixture
def active(tmp_path: Path) -> Path:
    """The built-in officer's report."""
    return judged(shelf.built_in(), GOOD, tmp_path / "active.json")


def test_a_bad_one_stays_out_with_the_reason(
    model: Path, active: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = judged(model, {**GOOD, "facts": share(0.9, 0.2)}, tmp_path / "report.json")
    assert run(path, against=active, promote=True) == 1
    said = capsys.readouterr().out
    assert "✗ facts taken up rightly: 90.0 % (70.0 % to 110.0 %), below the 98.0 % asked for." in said
    assert "tuned.gguf stays out: 1 rules are not met." in said
    assert officers.versions() == []
    assert run(path, against=active, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["passed"] is False
    assert [one["metric"] for one in told["rulings"] if not one["passed"]] == ["facts"]
    assert all(one["sentence"]["en"] and one["sentence"]["es"] for one in told["rulings"])


def test_without_the_active_officers_figures_nobody_passes(
    model: Path, active: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = judged(model, GOOD, tmp_path / "report.json")
    assert run(path) == 1
    assert "The active officer (built-in) was not judged" in capsys.readouterr().out
    assert run(path, against=active) == 0
    better = judged(shelf.built_in(), {**GOOD, "next_step": share(0.99)}, tmp_path / "better.json")
    assert run(path, against=better) == 1
    assert "worse than the active officer's 99.0 %" in capsys.readouterr().out


def test_the_report_that_the_active_one_was_promoted_with_is_remembered(
    model: Path, active: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(judged(model, GOOD, tmp_path / "report.json"), against=active, promote=True) == 0
    assert "tuned/v1 is now the active officer." in capsys.readouterr().err
    worse = judged(shelf.built_in(), {**GOOD, "facts": share(0.98, 0.001)}, tmp_path / "worse.json")
    assert run(worse) == 1
    assert "worse than the active officer's 99.0 %" in capsys.readouterr().out
    (officers.versions()[0].report).write_text("{}")  # of an earlier form
    assert run(worse) == 1
    assert "(tuned/v1) was not judged" in capsys.readouterr().out


def test_rules_of_ones_own(model: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text(LENIENT)
    assert run(judged(model, {}, tmp_path / "report.json"), rules) == 0


def test_a_report_from_elsewhere_finds_its_model_beside_it(model: Path, active: Path, tmp_path: Path) -> None:
    path = judged(model, GOOD, tmp_path / "report.json", path="/another/computer/tuned.gguf")
    assert run(path, against=active, promote=True) == 0
    assert officers.versions()[0].id == "tuned/v1"


def test_a_file_that_the_settings_name_goes_first_and_that_is_told(
    model: Path, active: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = Settings(model=ModelSettings(file="/mine.gguf"))
    path = judged(model, GOOD, tmp_path / "report.json")
    assert run(path, against=active, promote=True, settings=chosen) == 0
    assert "The settings name another model, /mine.gguf" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("case", "error"),
    [
        ("no report", ReportUnusable),
        ("damaged report", ReportUnusable),
        ("no rules", RecipeInvalid),
        ("wrong rules", RecipeInvalid),
        ("model gone", ModelMissing),
        ("model changed", ModelDamaged),
        ("adapters", ReportUnusable),
        ("against another model", ReportUnusable),
        ("against other conversations", ReportUnusable),
    ],
)
def test_bad_input_promotes_nothing(case: str, error: type[GaritaError], model: Path, tmp_path: Path) -> None:
    good, rules, against = judged(model, GOOD, tmp_path / "report.json"), tmp_path / "rules.toml", None
    rules.write_text(LENIENT)
    match case:
        case "no report":
            good.unlink()
        case "damaged report":
            good.write_bytes(b'{"model": \xff')
        case "no rules":
            rules.unlink()
        case "wrong rules":
            rules.write_text(LENIENT + "more = 1\n")
        case "model gone":
            judged(model, GOOD, good, path="gone.gguf")
            model.unlink()
        case "model changed":
            judged(model, GOOD, good, sha256="0" * 64)
        case "adapters":
            with_adapters = ModelFile(str(model), officers.sha256_of(model), 1, (File("a.gguf", "aa", 1),))
            written(msgspec.structs.replace(report(GOOD), model=with_adapters), good)
        case "against another model":
            against = judged(model, GOOD, tmp_path / "against.json")
        case "against other conversations":
            against = judged(shelf.built_in(), GOOD, tmp_path / "against.json", hashes=("x",))
    with pytest.raises(error):
        run(good, rules, against, promote=True)
    assert officers.versions() == []
