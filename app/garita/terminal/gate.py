"""``garita train gate``: a report held against the rules, every ruling told, and the officer promoted if it may be."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from garita import paths
from garita.errors import ModelMissing, ReportUnusable
from garita.library import officers, promotion, shelf
from garita.library.officers import Figure
from garita.messages_to_user import notice
from garita.messages_to_user.entry import Language
from garita.settings import Settings
from garita.terminal.byte_progress import byte_progress
from garita.terminal.officers import tell_active

if TYPE_CHECKING:
    from garita.training.evaluation.result import Report
    from garita.training.gate import Rival, Verdict

FAILED = 1  # exit code; bad input is 2


def run(
    report_file: Path, rules_file: Path | None, against: Path | None, settings: Settings, language: Language, *,
    promote: bool, as_json: bool,
) -> None:  # fmt: skip
    """Judge a report, say why, and promote its model where that is asked for and deserved.

    Raises:
        RecipeInvalid, ReportUnusable: bad input.
        typer.Exit: with code 1, the officer stays out.
        what promotion.promote raises.
    """
    from garita.training import gate

    rules = gate.load(rules_file or paths.models() / "recipes" / "gate.toml")
    report, content = gate.read_report(report_file)
    if promote and report.model.adapters:
        raise ReportUnusable(path=str(report_file), problem="its model was judged with adapters; merge them first")
    name, rival = _active(report, against)
    verdict = gate.judge(rules, report, rival, name)
    _tell(verdict, language, as_json=as_json)
    if verdict.failed:
        raise typer.Exit(FAILED)
    if promote:
        _promote(report, report_file, content, settings, language)


def _active(report: Report, against: Path | None) -> tuple[str, Rival | None]:
    """The active officer's name, and its figures on the same conversations so far as there are any."""
    from garita.training import gate

    version = officers.active().version
    name = version.id if version else officers.BUILT_IN
    origin = version.origin if version else None
    sha256 = origin.sha256 if origin else _sha256(shelf.built_in())
    others: list[Report] = []
    if version is not None:
        with suppress(ReportUnusable):  # an earlier form of report; then the active officer has to be judged anew
            others.append(gate.read_report(version.report)[0])
    if against is not None:
        given = gate.read_report(against)[0]
        if given.model.sha256 != sha256:
            raise ReportUnusable(path=str(against), problem="it judges another model than the active officer")
        if not gate.same_conversations(given, report):
            raise ReportUnusable(path=str(against), problem="it rests on other conversations")
        others.insert(0, given)
    return name, gate.rival_of(report, sha256, others)


def _tell(verdict: Verdict, language: Language, *, as_json: bool) -> None:
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(verdict.as_plain()), indent=1).decode())
        return
    console = Console(soft_wrap=True)
    for ruling in verdict.rulings:
        mark = Text("✓ ", "green") if ruling.passed else Text("✗ ", "red")
        console.print(mark + Text(ruling.sentence(language)))
    key = "gate_failed" if verdict.failed else "gate_passed"
    console.print(Text(notice(key, language, model=verdict.model, count=len(verdict.failed)), "bold"))


def _promote(report: Report, report_file: Path, content: bytes, settings: Settings, language: Language) -> None:
    from garita.training import gate

    figures: dict[str, Figure] = {
        name: Figure(found.value, found.low, found.high, found.unit)
        for name in gate.MAIN_FIGURES if (found := report.metrics.get(name))
    }  # fmt: skip
    file = _model(report, report_file)
    with byte_progress(file.name) as on_progress:
        version = promotion.promote(file, report.model.sha256, content, figures, on_progress)
    tell_active(version, settings, language)


def _model(report: Report, report_file: Path) -> Path:
    """The judged file: as the report says it, from here or from the report's own folder."""
    said = Path(report.model.path)
    for place in (said, report_file.parent / said, report_file.parent / said.name):
        if place.is_file():
            return place
    raise ModelMissing(path=str(said))


def _sha256(file: Path) -> str:
    """Raises ModelMissing."""
    try:
        return officers.sha256_of(file)
    except OSError as error:
        raise ModelMissing(path=str(file)) from error
