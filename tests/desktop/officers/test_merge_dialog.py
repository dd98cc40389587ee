"""The merge wizard from choice to result, with real merges of tiny models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from garita.convert.random_base import TINY, random_adapter
from garita.desktop.officers import stock
from garita.desktop.officers.merge_dialog import MergeDialog
from garita.desktop.theme import Theme
from garita.desktop.widgets import Banner
from garita.library import gguf_facts
from garita.library.ancestry import made_of
from garita.library.speeds import Speeds
from tests.desktop.officers.scene import Scene, scene


@pytest.fixture
def models(models: Path) -> Path:
    random_adapter(models / "calm.gguf", TINY, rank=4)
    random_adapter(models / "stern.gguf", TINY, rank=4, seed=2)
    return models


@pytest.fixture
def stage(theme: Theme, models: Path) -> Iterator[Scene]:
    with scene(theme) as made:
        made.keeper.change({"model.file": str(models / "small.gguf")})
        yield made


@pytest.fixture
def dialog(qtbot: QtBot, stage: Scene) -> MergeDialog:
    dialog = MergeDialog(stage.context, stock.look(stage.settings, Speeds()))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def planned(qtbot: QtBot, dialog: MergeDialog) -> None:
    click(qtbot, dialog.next)
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is dialog.plan, timeout=20_000)


def test_from_choice_over_plan_to_result(qtbot: QtBot, stage: Scene, dialog: MergeDialog, models: Path) -> None:
    assert not dialog.next.isEnabled()  # nothing to merge is chosen
    calm, stern = dialog.choice.rows
    qtbot.keyClick(calm.check, Qt.Key.Key_Space)
    stern.check.setChecked(True)
    stern.weight.setValue(-0.5)
    assert dialog.choice.name.text() == "small-calm-stern"
    planned(qtbot, dialog)
    table = dialog.plan.table
    first = [table.item(0, column).text() for column in range(4)]  # type: ignore[union-attr]
    assert first[:2] == ["attn_q", "2"]
    assert first[2].endswith("raised")
    assert first[3].endswith("%")
    with qtbot.waitSignal(dialog.made, timeout=20_000) as made:
        click(qtbot, dialog.next)
    assert made.args == [models / "small-calm-stern.gguf"]
    assert made_of(gguf_facts.read(made.args[0])) == "random + calm.gguf + stern.gguf × -0.5"
    assert dialog.progress.table.rowCount() == 7
    click(qtbot, dialog.next)
    assert stage.settings.model.file == str(made.args[0])
    assert dialog.isHidden()


def test_a_refusal_is_told_and_the_choice_stays(qtbot: QtBot, dialog: MergeDialog, models: Path) -> None:
    dialog.choice.rows[0].check.setChecked(True)
    dialog.choice.name.setText("small")
    click(qtbot, dialog.next)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Banner)), timeout=20_000)
    (banner,) = dialog.findChildren(Banner)
    assert "small.gguf" in banner.sentence.text()
    assert dialog.steps.currentWidget() is dialog.choice
    assert dialog.choice.rows[0].chosen


def test_a_cancelled_merge_leaves_no_file_and_goes_back(qtbot: QtBot, dialog: MergeDialog, models: Path) -> None:
    dialog.choice.rows[0].check.setChecked(True)
    planned(qtbot, dialog)
    click(qtbot, dialog.next)
    assert dialog.job
    dialog.leave.click()  # before the job's thread has done its first bytes
    qtbot.waitUntil(lambda: dialog.job is not None and dialog.job.is_over, timeout=20_000)
    if dialog.job.state == "cancelled":  # a tiny merge may be quicker than a click
        assert dialog.steps.currentWidget() is dialog.choice
        assert not (models / "small-calm.gguf").exists()
    assert not list(models.glob("*.partial"))


def test_adapters_that_do_not_fit_cannot_be_chosen(qtbot: QtBot, dialog: MergeDialog) -> None:
    dialog.choice.base.setCurrentIndex(1)  # the built-in officer
    assert [row.check.isEnabled() for row in dialog.choice.rows] == [False, False]
    assert not dialog.next.isEnabled()


def test_a_folder_of_peft_is_listed_and_a_broken_one_is_told(qtbot: QtBot, dialog: MergeDialog, tmp_path: Path) -> None:
    folder = tmp_path / "peft"
    folder.mkdir()
    dialog.choice.add_folder(str(folder))
    assert dialog.choice.rows[-1].chosen
    click(qtbot, dialog.next)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Banner)), timeout=20_000)
    assert "adapter_config.json" in dialog.findChildren(Banner)[0].sentence.text()
