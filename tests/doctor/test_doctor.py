"""The doctor really loads the officer and says what is wrong when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

from garita import doctor
from garita.library import officers, promotion
from garita.settings import ModelSettings, Settings
from tests.library.test_gguf_facts import write_model


def test_a_sound_machine() -> None:
    report = doctor.examine(Settings())
    assert not report.has_problem
    assert report.model is not None
    assert report.model.threads >= 1
    assert all(rate > 0 for rate in report.model.thread_rates.values())
    content = json.loads(report.as_json())
    assert {"system", "processor", "memory", "llama.cpp", "gpu", "threads"} <= {f["name"] for f in content["findings"]}


def test_a_promoted_officer_whose_file_is_gone_is_a_note_and_the_built_in_one_is_looked_at(tmp_path: Path) -> None:
    file = write_model(tmp_path / "tuned.gguf")
    promotion.promote(file, officers.sha256_of(file), b"{}", {}).file.unlink()
    report = doctor.examine(Settings())
    (finding,) = [finding for finding in report.findings if finding.name == "promoted"]
    assert finding.state == "note"
    assert "no existe el archivo" in finding.value["es"]
    assert "oficial-garita.gguf" in next(one.value["en"] for one in report.findings if one.name == "model")


def test_a_missing_model_is_a_problem_with_advice(tmp_path: Path) -> None:
    report = doctor.examine(Settings(model=ModelSettings(file=str(tmp_path / "none.gguf"))))
    assert report.has_problem
    (finding,) = [finding for finding in report.findings if finding.state == "problem"]
    assert "none.gguf" in finding.value["es"]
    assert finding.mend
