"""Nothing of a supported model is without a place: every parameter of transformers' models lies somewhere, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.convert.architectures import ARCHITECTURES
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout
from tests.convert import bases
from tests.convert.bases import KINDS


def test_every_architecture_has_a_model_in_the_tests() -> None:
    assert {kind.arch for kind in KINDS.values()} == ARCHITECTURES.keys()


@pytest.mark.parametrize("name", KINDS)
def test_every_parameter_has_its_place(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    model = kind.make(kind.ties[0])
    layout = Layout(open_gguf(bases.export(kind, model, tmp_path / "base.gguf")))
    held = set()
    for path, values in model.named_parameters():
        module, _, parameter = path.rpartition(".")
        place = layout.parameter(module, parameter)
        assert place is not None, path
        shape = (place.columns, place.rows) if place.transposed else (place.rows, place.columns)
        stack = (place.stack, place.rows // max(1, place.stack), place.columns)
        assert tuple(values.shape) == ((place.rows,) if place.vector else stack if place.stack else shape), path
        assert sum(len(part.span.rows) for part in place.parts) == place.rows, path
        held |= {part.tensor for part in place.parts}
    assert held == layout.base.tensors.keys()
