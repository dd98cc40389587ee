"""Our table of types is the gguf package's."""

from __future__ import annotations

from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType, LlamaFileType

from garita.library.ggml_types import FILE_TYPES, TENSOR_TYPES


def test_tensor_types() -> None:
    expected = {int(kind): (kind.name, *GGML_QUANT_SIZES[kind]) for kind in GGMLQuantizationType}
    assert {number: tuple(entry) for number, entry in TENSOR_TYPES.items()} == expected


def test_file_types() -> None:
    names = {int(kind): kind.name.removeprefix("MOSTLY_").removeprefix("ALL_") for kind in LlamaFileType}
    assert names == FILE_TYPES
