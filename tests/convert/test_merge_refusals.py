"""What a merge refuses and what it recognises: places, other bases, tied outputs, values that are not finite."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import kinship, merge, plan, random_base, tying
from garita.convert.adapter import read_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY
from garita.errors import AdapterRefused, ConversionRefused
from tests.convert import bases, llama, merging, peft_models
from tests.convert.bases import ENTRIES, WIDTH
from tests.convert.peft_models import LLAMA, PLAIN

pytestmark = peft_models.QUIET

Q = "layers.0.self_attn.q_proj"


# --- accounting ----------------------------------------------------------------------------------------------------


SPOILED = {
    "a module nobody knows": ({f"model.{Q}_extra.lora_A.weight": (4, WIDTH), f"model.{Q}_extra.lora_B.weight": (64, 4)},
                              r"q_proj_extra\.weight has no place"),
    "a layer too many": ({"model.layers.7.self_attn.q_proj.lora_A.weight": (4, WIDTH),
                          "model.layers.7.self_attn.q_proj.lora_B.weight": (64, 4)}, r"layers\.7\.self_attn\.q_proj"),
    "twice the rows": ({f"{Q}.lora_B.weight": (128, 4)}, r"q_proj.*\(128, 4\).*\(64, 4\)"),
    "other columns": ({f"{Q}.lora_A.weight": (4, 32)}, r"q_proj.*\(4, 32\).*\(4, 64\)"),
    "a larger vocabulary": ({"lm_head.weight": (ENTRIES + 2, WIDTH)}, r"lm_head.*\(98, 64\).*\(96, 64\)"),
    "a norm of another width": ({"model.norm.weight": (WIDTH * 2,)}, r"norm\.weight.*\(128,\)"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILED)
def test_whatever_has_no_place_is_refused_by_name(name: str, base: Path, adapter: Path, tmp_path: Path) -> None:
    shapes, words = SPOILED[name]
    merging.change_weights(adapter, {end: np.ones(shape, np.float32) for end, shape in shapes.items()})
    if "lm_head.weight" in shapes:
        merging.change_config(adapter, modules_to_save=["lm_head"])
    if "model.norm.weight" in shapes:
        merging.change_config(adapter, modules_to_save=["norm"])
    with pytest.raises(AdapterRefused, match=words):
        merging.merged(base, [adapter], tmp_path / "out.gguf")
    assert not list(tmp_path.glob("out.gguf*"))


def test_other_architectures_are_refused_with_a_list(base: Path, adapter: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.gguf"
    strange.write_bytes(base.read_bytes().replace(b"llama", b"bloom"))
    with pytest.raises(ConversionRefused, match=r"bloom is not supported; supported are: llama .*gptneox"):
        merging.planned(strange, [adapter])


def test_an_adapter_of_another_architecture_is_refused(base: Path, tmp_path: Path) -> None:
    lora = merging.random_pair(tmp_path, "F16")[1]
    lora.write_bytes(lora.read_bytes().replace(b"llama", b"qwen3"))
    with pytest.raises(AdapterRefused, match="is for qwen3, the base is llama"):
        merging.planned(base, [lora])


def test_another_base_is_told_by_its_weights_or_suspected_by_its_name(base: Path, tmp_path: Path) -> None:
    peft_models.trained(LLAMA, False, PLAIN | {"target_modules": ["lm_head"]}, tmp_path / "head")
    for theirs in ("someone/Quite-Another-7B", "base/model", "/home/me/Quite-Another-7B/model"):
        merging.change_config(tmp_path / "head", base_model_name_or_path=theirs)
        (warning,) = merging.planned(base, [tmp_path / "head"]).warnings
        assert theirs in warning
    for theirs in ("someone/a-random-base", "", "work/base/model", "C:\\Users\\me\\base\\model\\"):
        merging.change_config(tmp_path / "head", base_model_name_or_path=theirs)
        assert merging.planned(base, [tmp_path / "head"]).warnings == ()
    rng = np.random.default_rng(0)
    strange = rng.standard_normal((ENTRIES, WIDTH)).astype(np.float32) * 0.15
    merging.change_weights(tmp_path / "head", {"lm_head.base_layer.weight": strange})
    with pytest.raises(AdapterRefused, match=r"another base: its lm_head"):
        merging.planned(base, [tmp_path / "head"])


def test_a_replaced_tensor_is_not_changed_by_a_second_adapter(base: Path, adapter: Path, tmp_path: Path) -> None:
    peft_models.trained(LLAMA, False, PLAIN | {"modules_to_save": ["norm"]}, tmp_path / "one")
    peft_models.trained(LLAMA, False, PLAIN | {"modules_to_save": ["norm"]}, tmp_path / "two")
    assert merging.planned(base, [adapter, tmp_path / "one"])
    with pytest.raises(AdapterRefused, match=r"replaces model\..*norm, which .*two changes too"):
        merging.planned(base, [tmp_path / "one", tmp_path / "two"])


def test_dora_shares_its_matrix_with_nobody(base: Path, adapter: Path, tmp_path: Path) -> None:
    peft_models.trained(LLAMA, False, PLAIN | {"use_dora": True}, tmp_path / "dora")
    assert merging.planned(base, [tmp_path / "dora"])
    for both in ([adapter, tmp_path / "dora"], [tmp_path / "dora", adapter]):
        with pytest.raises(AdapterRefused, match="DoRA must be alone"):
            merging.planned(base, both)


def test_another_vocabulary_is_told(tmp_path: Path) -> None:
    model, _ = merging.random_pair(tmp_path, "F16")
    folder = tmp_path / "adapter"
    words = open_gguf(model).fields["tokenizer.ggml.tokens"].texts()
    vocabulary = {word.decode(): number for number, word in enumerate(words)}
    peft_models.trained(LLAMA, False, PLAIN, folder)
    for change, count in (({}, 0), ({"otra": 7, "más": TINY.vocabulary + 5}, 2)):
        content = {"model": {"vocab": vocabulary}, "added_tokens": [{"id": n, "content": w} for w, n in change.items()]}
        (folder / "tokenizer.json").write_text(json.dumps(content))
        said = [one for one in kinship.warnings(open_gguf(model), [read_adapter(folder)]) if "tokenizer" in one]
        assert said == ([f"{count} words of adapter's tokenizer.json are others in {model.name}"] if count else [])
    (folder / "tokenizer.json").write_text("[]")
    assert not [one for one in kinship.warnings(open_gguf(model), [read_adapter(folder)]) if "tokenizer" in one]


def test_an_untrained_adapter_and_one_given_twice_are_told(tmp_path: Path) -> None:
    model, trained = merging.random_pair(tmp_path, "F16")
    untrained = random_base.random_adapter(tmp_path / "new.gguf", TINY, strength=0.0)
    base, once = open_gguf(model), read_adapter(trained)
    assert list(kinship.warnings(base, [once])) == []
    assert list(kinship.warnings(base, [read_adapter(untrained), once, read_adapter(trained, -1)])) == [
        "new.gguf changes nothing: it is as it was before training",
        "lora.gguf is given twice, and both weights count",
    ]


@pytest.mark.parametrize("kind", ["F16", "Q8_0", "Q4_0"])
def test_rounding_makes_no_other_base(kind: str, base: Path, tmp_path: Path) -> None:
    """An adapter that carries the weights of the original fits a base that was written in fewer bits."""
    peft_models.trained(LLAMA, False, PLAIN | {"target_modules": ["lm_head"]}, tmp_path / "head")
    made = plan.make(open_gguf(base), (), kind)
    merge.run(made, tmp_path / "small.gguf", merge.fields(made))
    assert merging.planned(tmp_path / "small.gguf", [tmp_path / "head"])
    held = next(one for name, one in merging.weights(tmp_path / "head").items() if name.endswith("base_layer.weight"))
    merging.change_weights(tmp_path / "head", {"lm_head.base_layer.weight": held[::-1].copy()})
    with pytest.raises(AdapterRefused, match="another base"):
        merging.planned(tmp_path / "small.gguf", [tmp_path / "head"])


def test_a_base_stored_with_its_output_twice_counts_as_tied(tmp_path: Path) -> None:
    """Trained tokens then hold for both matrices, as they do for PEFT."""
    model = peft_models.adapted(LLAMA, True, PLAIN | {"trainable_token_indices": [1, 5]})
    model.save_pretrained(tmp_path / "adapter")
    twice = LLAMA.make(True)
    twice.config.tie_word_embeddings = False  # the exporter writes both
    base = bases.export(LLAMA, twice, tmp_path / "base.gguf")
    made = merging.planned(base, [tmp_path / "adapter"])
    assert {one.work.name for one in made.entries if one.changed_by} >= {"token_embd.weight", "output.weight"}
    out = merging.merged(base, [tmp_path / "adapter"], tmp_path / "out.gguf")
    (found,) = llama.logits([out], bases.PROMPT, tmp_path)
    assert merging.distance(found, bases.logits_of(model)) < 1e-5


def test_an_output_in_another_type_may_still_be_the_embedding(base: Path, tmp_path: Path) -> None:
    twice = LLAMA.make(True)
    twice.config.tie_word_embeddings = False
    for path, tied in ((bases.export(LLAMA, twice, tmp_path / "twice.gguf"), True), (base, False)):
        made = plan.make(open_gguf(path), ())
        entries = tuple(
            replace(one, work=replace(one.work, kind=GgmlType.Q8_0)) if one.work.name == "output.weight" else one
            for one in made.entries
        )
        mixed = replace(made, entries=entries)
        merge.run(mixed, tmp_path / "mixed.gguf", merge.fields(mixed))
        assert tying.is_tied(open_gguf(tmp_path / "mixed.gguf")) is tied


# --- values --------------------------------------------------------------------------------------------------------


def test_a_value_that_is_not_finite_is_refused_with_its_row(base: Path, adapter: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(base.read_bytes())
    tensor = next(one for one in gguf.GGUFReader(base).tensors if one.name == "blk.0.attn_v.weight")
    with broken.open("r+b") as file:
        file.seek(tensor.data_offset + 4 * (5 * WIDTH + 3))
        file.write(np.float32(np.nan).tobytes())
    with pytest.raises(ConversionRefused, match=r"row 5 has NaN.*") as refused:
        merging.merged(broken, [adapter], tmp_path / "out.gguf")
    assert refused.value.facts["path"] == "blk.0.attn_v.weight"
    assert not list(tmp_path.glob("out.gguf*"))


@pytest.mark.parametrize("kind", ["F16", "Q8_0"])
def test_what_overflows_in_the_written_type_is_refused(kind: str, base: Path, adapter: Path, tmp_path: Path) -> None:
    huge = np.full((4, WIDTH), 3e9, np.float32)
    merging.change_weights(adapter, {f"{Q}.lora_A.weight": huge})
    with pytest.raises(ConversionRefused, match=r"attn_q|beyond|infinite"):
        merging.merged(base, [adapter], tmp_path / "out.gguf", kind, on_low_gain="accept")
    assert not list(tmp_path.glob("out.gguf*"))
