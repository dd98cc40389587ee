"""The doctor really loads the officer and says what is wrong when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

from garita import doctor
from garita.settings import ModelSettings, Settings


def test_a_sound_machine() -> None:
    report = doctor.examine(Settings())
    assert not report.has_problem
    assert report.model is not None
    assert report.model.threads >= 1
    assert all(rate > 0 for rate in report.model.thread_rates.values())
    content = json.loads(report.as_json())
    assert {"system", "processor", "memory", "llama.cpp", "gpu", "threads"} <= {f["name"] for f in content["findings"]}


def test_a_missing_model_is_a_problem_with_advice(tmp_path: Path) -> None:
    report = doctor.examine(Settings(model=ModelSettings(file=str(tmp_path / "none.gguf"))))
    assert report.has_problem
    (finding,) = [finding for finding in report.findings if finding.state == "problem"]
    assert "none.gguf" in finding.value["es"]
    assert finding.mend
