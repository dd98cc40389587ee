"""Promotion is all or nothing: killed at any act upon the disk it leaves the old officer or the new one."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from garita.errors import HomeNotWritable, ModelDamaged, ModelMissing, ModelTruncated
from garita.library import officers, promotion
from garita.library.officers import Figure
from tests.library.test_gguf_facts import write_model

FIGURES = {"next_step": Figure(0.75, 0.7, 0.8, "share")}


def promote(file: Path) -> officers.Version:
    return promotion.promote(file, officers.sha256_of(file), b'{"made_at": "x"}', FIGURES)


PROMOTE = """
import sys; from pathlib import Path; from garita.library import officers, promotion
print("ready", flush=True)
promotion.promote(Path(sys.argv[1]), officers.sha256_of(Path(sys.argv[1])), b"{}", {})
"""


def child(file: Path) -> subprocess.Popen[str]:
    """A process that is about to promote."""
    process = subprocess.Popen([sys.executable, "-c", PROMOTE, str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def harmed(file: Path, home: Path, out: Path, *options: str) -> list[str]:
    """How promotions into copies of ``home`` in ``out`` ended, each harmed at another act: see promoting.py."""
    command = [sys.executable, "-m", "tests.library.promoting", str(file), str(home), str(out), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_model(tmp_path / "old" / "Officer One.gguf", 300)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return write_model(tmp_path / "new" / "Officer One.gguf", 400)


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()


def test_a_version_is_kept_with_all_that_belongs_to_it_and_speaks(old: Path) -> None:
    version = promote(old)
    assert version.id == "officer-one/v1"
    assert officers.active() == officers.Active(version)
    assert version.file.read_bytes() == old.read_bytes()
    assert version.report.read_bytes() == b'{"made_at": "x"}'
    assert version.origin
    assert (version.origin.figures, version.origin.source) == (FIGURES, str(old))
    write_model(old, 350)  # in place: what was promoted does not depend on where it came from
    assert officers.active() == officers.Active(version)


def test_the_same_model_gets_no_second_version_and_another_one_the_next_number(old: Path, new: Path) -> None:
    first = promote(old)
    assert promote(new).id == "officer-one/v2"
    assert promote(old) == first
    assert [one.id for one in officers.versions()] == ["officer-one/v2", "officer-one/v1"]
    assert officers.active().version == first


def test_what_was_not_judged_or_is_no_model_is_refused_and_nothing_changes(old: Path, new: Path) -> None:
    promote(old)
    before = sorted(officers.home().rglob("*"))
    with pytest.raises(ModelDamaged):
        promotion.promote(new, "0" * 64, b"{}", {})
    sha256 = officers.sha256_of(new)
    new.write_bytes(new.read_bytes()[:2000])
    with pytest.raises(ModelTruncated):
        promotion.promote(new, sha256, b"{}", {})
    with pytest.raises(ModelMissing):
        promotion.promote(new.with_name("none.gguf"), sha256, b"{}", {})
    assert sorted(officers.home().rglob("*")) == before


def test_who_stops_it_leaves_everything_as_it_was(old: Path, new: Path) -> None:
    promote(old)
    before = sorted(officers.home().rglob("*"))

    def stop(done: int, size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        promotion.promote(new, officers.sha256_of(new), b"{}", {}, stop)
    assert sorted(officers.home().rglob("*")) == before


def test_a_home_that_cannot_be_written_is_told(home: Path, old: Path) -> None:
    home.mkdir()
    officers.home().touch()
    with pytest.raises(HomeNotWritable):
        promote(old)


@pytest.mark.parametrize(
    ("name", "officer"), [("Ñandú (2).gguf", "and-2"), ("...gguf", "officer"), ("a" * 99 + ".gguf", "a" * 60)]
)
def test_names_can_stand_on_every_disk(name: str, officer: str) -> None:
    assert promotion.name_of(Path(name)) == officer


def test_killed_before_any_act_upon_the_disk_the_old_or_the_new_one_speaks(
    old: Path, new: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promote(old)
    ends, found = harmed(new, home, tmp_path / "homes"), []
    assert set(ends) == {"killed", "done"}
    for act, _ in enumerate(ends, start=1):
        monkeypatch.setenv("GARITA_HOME", str(tmp_path / "homes" / str(act)))
        found.append(_whole(officers.active()))
        promote(new)  # the next attempt gets through, and clears away what the killed one left
        assert _whole(officers.active()) == "officer-one/v2"
        assert not [one for one in officers.home().iterdir() if one.is_dir() and one.name.startswith(".")]
    assert found.count("officer-one/v1") > 8  # acts until active.json is renamed
    assert found == sorted(found)  # never the old one again once the new one speaks
    assert found[-1] == "officer-one/v2"


def _whole(active: officers.Active) -> str:
    """The id of the active version, whose file is what was promoted to the last byte."""
    assert active.problem is None
    assert active.version
    assert active.version.origin
    assert officers.sha256_of(active.version.file) == active.version.origin.sha256
    return active.version.id


def test_killed_at_any_moment_the_old_or_the_new_one_speaks(old: Path, new: Path) -> None:
    began = time.perf_counter()
    promote(old)
    chance, seconds = random.Random(7), time.perf_counter() - began
    for number in range(12):
        process = child(write_model(new, 301 + number))
        time.sleep(chance.uniform(0, 2 * seconds))
        process.kill()
        process.wait(30)
        assert _whole(officers.active()).startswith("officer-one/v")


def test_a_disk_that_is_full_at_any_moment_leaves_the_old_one(
    old: Path, new: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promote(old)
    ends = harmed(new, home, tmp_path / "homes", "--full")
    assert set(ends) == {"no harm", "DiskTooFull", "HomeNotWritable", "done"}
    for act, end in enumerate(ends, start=1):
        monkeypatch.setenv("GARITA_HOME", str(tmp_path / "homes" / str(act)))
        told = end in ("DiskTooFull", "HomeNotWritable")
        assert _whole(officers.active()) == ("officer-one/v1" if told else "officer-one/v2")
        assert not list(officers.home().rglob("*.partial"))


def test_two_who_promote_at_the_same_moment_both_keep_their_version(old: Path, new: Path) -> None:
    processes = [child(file) for file in (old, new)]
    assert [process.wait(30) for process in processes] == [0, 0]
    versions = officers.versions()
    assert [one.problem for one in versions] == ["", ""]
    assert {one.number for one in versions} == {1, 2}
    assert _whole(officers.active()) in {one.id for one in versions}
