"""A recipe of a fine-tune says everything it decides; whatever is doubtful in it is refused with line and key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.errors import RecipeInvalid
from garita.training.finetune import recipe
from garita.training.finetune.recipe import ALL_LINEAR, ChecksPlan, FinetuneRecipe, LoraPlan, SftPlan

SMALL = """\
base = "work/base/model"
dataset = "work/dataset"
output = "work/tuned"

[lora]
r = 8
alpha = 16

[sft]
batch = 2
accumulation = 4
rate = 1e-4
schedule = "linear"
max_length = 512
seed = 1
steps = 20

[checks]
every = 5
"""


def refused(tmp_path: Path, text: str) -> RecipeInvalid:
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecipeInvalid) as caught:
        recipe.load(path)
    return caught.value


def test_what_is_left_out_has_a_default_that_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(SMALL, encoding="utf-8")
    read = recipe.load(path)
    assert (read.quantisation, read.chat_template, read.checks.patience) == ("none", None, None)
    assert (read.lora.targets, read.lora.dropout) == ((ALL_LINEAR,), 0.0)
    assert (read.lora.rslora, read.lora.dora, read.lora.modules_to_save) == (False, False, ())
    assert (read.sft.warmup, read.sft.weight_decay, read.sft.packing, read.sft.epochs) == (0.0, 0.0, False, None)


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "problem"),
    [
        ("r = 8", "r = 8\nrank = 8", 7, "lora.rank", "unknown key"),
        ('output = "work/tuned"', 'output = "work/tuned"\nstory = 1', 4, "story", "unknown key"),
        ("alpha = 16\n", "", 5, "lora.alpha", "missing"),
        ("[checks]\nevery = 5\n", "", 1, "checks", "missing"),
        ("r = 8", "r = 0", 6, "lora.r", ">= 1"),
        ("r = 8", "r = 8.5", 6, "lora.r", "int"),
        ("alpha = 16", "alpha = 0", 7, "lora.alpha", "> 0"),
        ("alpha = 16", "alpha = 16\ndropout = 1.0", 8, "lora.dropout", "< 1"),
        ("alpha = 16", "alpha = 16\nrslora = 1", 8, "lora.rslora", "bool"),
        ("alpha = 16", 'alpha = 16\ntargets = ["q_proj", ""]', 8, "lora.targets[1]", "length >= 1"),
        ('schedule = "linear"', 'schedule = "cosinus"', 13, "sft.schedule", "cosinus"),
        ("max_length = 512", "max_length = 8", 14, "sft.max_length", ">= 16"),
        ("seed = 1", "seed = -1", 15, "sft.seed", ">= 0"),
        ("seed = 1", "seed = 1\nwarmup = 1.5", 16, "sft.warmup", "< 1"),
        ("every = 5", "every = 0", 19, "checks.every", ">= 1"),
        ("every = 5", "every = 5\npatience = 0", 20, "checks.patience", ">= 1"),
        ('base = "work/base/model"', 'base = ""', 1, "base", "length >= 1"),
        ('base = "work/base/model"', 'base = "work/base/model"\nquantisation = "8bit"', 2, "quantisation", "8bit"),
        # keys at odds with each other
        ("steps = 20\n", "", 9, "sft.steps", "either steps or epochs"),
        ("steps = 20", "epochs = 1\nsteps = 20", 17, "sft.steps", "either steps or epochs"),
        ("alpha = 16", 'alpha = 16\ntargets = ["q_proj", "lm_head"]', 8, "lora.targets", "lm_head"),
        ("alpha = 16", 'alpha = 16\ntargets = ["all-linear", "q_proj"]', 8, "lora.targets", "stands alone"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, key: str, problem: str
) -> None:
    assert SMALL.count(old) == 1
    wrong = refused(tmp_path, SMALL.replace(old, new))
    assert (wrong.facts["line"], wrong.facts["key"]) == (line, key)
    assert problem in str(wrong.facts["problem"])


def test_the_output_cannot_be_saved_whole_either(tmp_path: Path) -> None:
    wrong = refused(tmp_path, SMALL.replace("alpha = 16", 'alpha = 16\nmodules_to_save = ["lm_head"]'))
    assert "lm_head" in str(wrong.facts["problem"])


@pytest.mark.parametrize("text", ["", "[sft", 'base = "a"\nbase = "b"\n', "lora = 3\n"])
def test_what_is_no_recipe_at_all_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).facts["path"] == str(tmp_path / "recipe.toml")


NUMBERS = st.floats(0, 1e6, exclude_min=True, allow_nan=False)
SHARES = st.floats(0, 1, exclude_max=True)
COUNTS = st.integers(1, 10**9)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
MODULES = st.tuples(WORDS.filter(lambda word: word not in ("lm_head", ALL_LINEAR)))
LORA = st.builds(
    LoraPlan, r=COUNTS, alpha=NUMBERS, dropout=SHARES, targets=MODULES | st.just((ALL_LINEAR,)), rslora=st.booleans(),
    dora=st.booleans(), modules_to_save=MODULES | st.just(()),
)  # fmt: skip
SCHEDULES = st.sampled_from(["constant", "linear", "cosine"])
LENGTHS = st.tuples(COUNTS, st.none()) | st.tuples(st.none(), NUMBERS)  # steps and epochs
SFT = LENGTHS.flatmap(
    lambda length: st.builds(
        SftPlan, batch=COUNTS, accumulation=COUNTS, rate=NUMBERS, schedule=SCHEDULES,
        max_length=st.integers(16, 10**6), seed=st.integers(0, 2**31), warmup=SHARES,
        steps=st.just(length[0]), epochs=st.just(length[1]), weight_decay=NUMBERS,
        gradient_norm=NUMBERS, packing=st.booleans(), checkpointing=st.booleans(),
    )
)  # fmt: skip
RECIPES = st.builds(
    FinetuneRecipe, base=WORDS, dataset=WORDS, output=WORDS, lora=LORA, sft=SFT,
    checks=st.builds(ChecksPlan, every=COUNTS, conversations=COUNTS, patience=st.none() | COUNTS),
    quantisation=st.sampled_from(["none", "4bit"]), chat_template=st.none() | WORDS,
)  # fmt: skip


@given(RECIPES)
def test_a_recipe_written_and_read_again_is_itself(
    tmp_path_factory: pytest.TempPathFactory, made: FinetuneRecipe
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.toml"
    path.write_bytes(msgspec.toml.encode(stated(msgspec.to_builtins(made))))
    assert recipe.load(path) == made


def stated(table: dict[str, Any]) -> dict[str, Any]:
    """Without what is None, which TOML cannot say."""
    return {
        key: stated(value) if isinstance(value, dict) else value for key, value in table.items() if value is not None
    }
