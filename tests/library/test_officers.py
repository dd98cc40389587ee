"""Which promoted officer speaks: chosen, gone back from, and replaced by the built-in one where its file is no good."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita import paths
from garita.errors import NoEarlierOfficer, OfficerMissing, OfficerUnusable
from garita.library import officers, promotion, shelf
from garita.library.officers import BUILT_IN, Version
from tests.library.test_gguf_facts import write_model


@pytest.fixture
def two(tmp_path: Path) -> tuple[Version, Version]:
    """Two versions of one officer; the second is active."""
    file = tmp_path / "officer.gguf"
    first, second = (
        promotion.promote(write_model(file, size), officers.sha256_of(file), b"{}", {}) for size in _fresh(file)
    )
    return first, second


def _fresh(file: Path) -> Iterator[int]:
    """Sizes of vocabularies; the file is made anew for each, so that no version shares it."""
    for size in (300, 400):
        file.unlink(missing_ok=True)
        yield size


def speaking() -> str:
    version = officers.active().version
    return version.id if version else BUILT_IN


def test_without_any_the_built_in_officer_speaks() -> None:
    assert officers.active() == officers.Active()
    assert officers.versions() == []
    with pytest.raises(NoEarlierOfficer):
        officers.rollback()


def test_used_by_id_by_name_and_back(two: tuple[Version, Version]) -> None:
    first, second = two
    assert officers.use("officer/v1") == first
    assert officers.use("officer") == second  # the newest of the name
    assert officers.use(BUILT_IN) is None
    assert speaking() == BUILT_IN
    assert officers.rollback() == second
    assert officers.rollback() == first
    assert officers.rollback() == second  # as it was promoted
    assert officers.rollback() == first
    assert officers.rollback() is None
    with pytest.raises(NoEarlierOfficer):
        officers.rollback()
    assert speaking() == BUILT_IN


def test_an_unknown_one_is_refused_with_those_there_are(two: tuple[Version, Version]) -> None:
    for id in ("officer/v3", "officer/v01", "../officer/v1", ""):
        with pytest.raises(OfficerMissing) as refused:
            officers.use(id)
        assert refused.value.facts["known"] == [BUILT_IN, "officer/v2", "officer/v1"]
    assert speaking() == "officer/v2"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from([BUILT_IN, "officer/v1", "officer/v2", "back"]), max_size=12))
def test_going_back_undoes_every_choice(two: tuple[Version, Version], steps: list[str]) -> None:
    pointer = officers.home() / "active.json"
    pointer.unlink(missing_ok=True)
    spoke = [BUILT_IN]
    for step in steps:
        if step == "back" and len(spoke) == 1:
            with pytest.raises(NoEarlierOfficer):
                officers.rollback()
        elif step == "back":
            spoke.pop()
            officers.rollback()
        else:
            officers.use(step)
            spoke += [step] if step != spoke[-1] else []
        assert speaking() == spoke[-1]


@pytest.mark.parametrize("harm", ["gone", "cut", "other", "no origin", "origin damaged", "folder gone"])
def test_a_version_that_is_no_good_is_told_and_the_built_in_officer_speaks(
    harm: str, two: tuple[Version, Version]
) -> None:
    first, second = two
    _harm(second, harm)
    active = officers.active()
    assert active.version is None
    assert active.problem
    assert active.problem.facts["path"] == str(second.file)
    problems = {one.id: one.problem for one in officers.versions()}
    assert problems["officer/v1"] == ""
    assert problems.get("officer/v2", "gone")
    with pytest.raises((OfficerUnusable, OfficerMissing)):
        officers.use("officer/v2")
    assert officers.use("officer/v1") == first
    assert officers.rollback() is None  # the one without harm that was before both, past the damaged one


def _harm(version: Version, harm: str) -> None:
    match harm:
        case "gone":
            version.file.unlink()
        case "cut":
            version.file.write_bytes(version.file.read_bytes()[:1000])
        case "other":
            write_model(version.file, 350)
        case "no origin":
            (version.folder / officers.ORIGIN).unlink()
        case "origin damaged":
            (version.folder / officers.ORIGIN).write_bytes(b'{"sha256": \xff')
        case "folder gone":
            shutil.rmtree(version.folder)


def test_damage_that_no_size_shows_is_found_when_it_is_chosen(two: tuple[Version, Version]) -> None:
    content = bytearray(two[0].file.read_bytes())
    content[-1] ^= 1
    two[0].file.write_bytes(content)
    with pytest.raises(OfficerUnusable):
        officers.use("officer/v1")
    assert speaking() == "officer/v2"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"active": 3}', b'{"active": "\xff"}', b'{"other": 1}'])
def test_a_damaged_choice_is_told_and_mended_by_the_next_one(content: bytes, two: tuple[Version, Version]) -> None:
    (officers.home() / "active.json").write_bytes(content)
    active = officers.active()
    assert (active.version, active.problem is None) == (None, False)
    with pytest.raises(OfficerUnusable):
        officers.rollback()
    officers.use("officer/v1")
    assert speaking() == "officer/v1"


def test_a_choice_that_names_nothing_of_ours_leads_nowhere(two: tuple[Version, Version], tmp_path: Path) -> None:
    (officers.home() / "active.json").write_text('{"active": "../../models/x/v1"}')
    assert officers.active().version is None


def test_strange_things_in_the_folder_are_no_versions(two: tuple[Version, Version]) -> None:
    (officers.home() / "officer" / "v0").mkdir()
    (officers.home() / "officer" / "vx").mkdir()
    (officers.home() / "officer" / "notes.txt").touch()
    (officers.home() / "x").touch()
    assert [one.id for one in officers.versions()] == ["officer/v2", "officer/v1"]


def test_promoted_ones_are_among_the_models(two: tuple[Version, Version]) -> None:
    two[0].file.unlink()
    found = {entry.path.name: entry.problem is None for entry in shelf.look()}
    assert found == {shelf.BUILT_IN: True, "officer-v1.gguf": False, "officer-v2.gguf": True}
    assert not paths.user_models().exists()
