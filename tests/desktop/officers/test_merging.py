"""A merge as the wizard plans it: by parts of the model, with what survives; refused before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from garita.convert.plan import KEEP
from garita.convert.random_base import TINY, random_adapter
from garita.desktop.officers import merging
from garita.desktop.officers.merging import Wish
from garita.errors import AdapterRefused, Cancelled, ModelNameTaken
from garita.library import gguf_facts
from garita.library.ancestry import made_of
from garita.roleplay import heard
from tests.convert.peft_folders import tuned


@pytest.fixture
def wish(tmp_path: Path, small_model: Path) -> Wish:
    adapter = random_adapter(tmp_path / "calm.gguf", TINY, rank=4)
    return Wish(small_model, ((adapter, 0.5),), KEEP, tmp_path / "models" / "merged.gguf")


def test_tensors_of_all_layers_are_one_group_and_those_that_change_come_first(wish: Wish) -> None:
    prepared = merging.prepare(wish)
    names = [group.name for group in prepared.groups]
    assert names[:3] == ["attn_q", "attn_k", "attn_v"]
    assert len(names) == len(set(names))
    changed = next(group for group in prepared.groups if group.name == "ffn_down")
    assert (changed.count, changed.merged, changed.raised) == (2, 2, 2)
    assert changed.types.startswith("Q4_K → ")
    assert changed.least is not None
    assert changed.least >= merging.ENOUGH
    untouched = next(group for group in prepared.groups if group.name == "token_embd")
    assert (untouched.merged, untouched.least, untouched.types) == (0, None, "Q4_K")
    assert prepared.lossy == ()
    assert not wish.out.exists()


def test_it_is_written_with_progress_and_says_what_it_is_made_of(wish: Wish) -> None:
    steps: list[tuple[int, int]] = []
    prepared = merging.prepare(wish)
    out = merging.carry_out(prepared, lambda done, whole: steps.append((done, whole)))
    assert steps == sorted(steps)
    assert steps[-1] == (prepared.after, prepared.after)
    assert made_of(gguf_facts.read(out)) == "random + calm.gguf × 0.5"


def test_it_holds_the_words_of_the_adapter_and_a_damaged_list_is_told_at_once(wish: Wish, tmp_path: Path) -> None:
    adapter = tuned(tmp_path / "adapter", b"buenos dias")
    out = merging.carry_out(merging.prepare(replace(wish, adapters=((adapter, 1.0),))), lambda done, whole: None)
    assert gguf_facts.read(out).metadata[heard.METADATA_KEY] == "buenos dias"
    damaged = tuned(tmp_path / "damaged", b"a\xff")
    with pytest.raises(AdapterRefused, match="byte 1 is not UTF-8"):
        merging.prepare(replace(wish, adapters=((damaged, 1.0),), out=tmp_path / "other.gguf"))


def test_what_is_stopped_leaves_nothing(wish: Wish) -> None:
    def stop(done: int, whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        merging.carry_out(merging.prepare(wish), stop)
    assert list(wish.out.parent.iterdir()) == []


def test_a_name_that_is_taken_and_what_is_no_adapter_are_refused(wish: Wish) -> None:
    wish.out.parent.mkdir()
    wish.out.touch()
    with pytest.raises(ModelNameTaken):
        merging.prepare(wish)
    wish.out.unlink()
    with pytest.raises(AdapterRefused):
        merging.prepare(Wish(wish.base, ((wish.base, 1.0),), KEEP, wish.out))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mi oficial", "Mi-oficial.gguf"),
        ("a/../b.gguf", "a-..-b.gguf"),
        ("  ", ""),
        ("..", ""),
        ("ñandú", "ñandú.gguf"),
    ],
)
def test_any_name_becomes_a_file_name(typed: str, name: str) -> None:
    assert merging.file_name(typed) == name
