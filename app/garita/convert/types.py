"""Which type each tensor of a file gets: asked of llama.cpp, whose mixes (Q4_K_M ...) depend on the whole model.

llama.cpp's quantiser is given a file with a head and no data, and says what it would do. Its answer is the same as what
it does. Knows no mix by itself.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import gguf
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml
from garita.convert.gguf_fields import Field
from garita.convert.gguf_write import PlannedTensor, head
from garita.errors import ConversionRefused, OutputNotWritable

_NEVER_MADE = {gguf.LlamaFileType.GUESSED, gguf.LlamaFileType.MOSTLY_NVFP4}  # llama.cpp reads NVFP4 only

# The names people know ("Q4_K_M") and llama.cpp's numbers for them: every type that can be asked for.
FILE_TYPES = {
    member.name.removeprefix("MOSTLY_").removeprefix("ALL_"): int(member)
    for member in gguf.LlamaFileType
    if member not in _NEVER_MADE
}
# Types that llama.cpp writes with importance only, whatever ggml would do; not of these two tensors.
_FEW_BITS = {GgmlType[name] for name in ("IQ1_S", "IQ1_M", "IQ2_XXS", "IQ2_XS", "IQ2_S", "IQ3_XXS")}
_EXCEPT = ("token_embd.weight", "output.weight")
_LINE = re.compile(r"^\[ *\d+/ *\d+\] (?P<name>\S+) +- \[.*?\], type = +\w+, size = .*?(?:-> .*\((?P<kind>\w+)\))?$")


def chosen(
    fields: Mapping[str, Field], tensors: Sequence[PlannedTensor], name: str, importance: bool
) -> dict[str, GgmlType]:
    """The type of every tensor that the mix ``name`` encodes; those that are missing stay as they are (norms, biases).

    ``importance``: whether there will be an importance matrix, on which some mixes depend.

    Raises:
        ConversionRefused: no such mix, or llama.cpp will not make it of this model.
        OutputNotWritable: there is no room for a head in the system's temporary folder.
    """
    if name not in FILE_TYPES:
        raise ConversionRefused(path=name, problem=f"is no type; known: {', '.join(sorted(FILE_TYPES))}")
    # A tensor that has the type already is not mentioned as one to encode, so the file says it has another.
    written = GgmlType.F16 if name == "F32" else GgmlType.F32
    planned = [PlannedTensor(one.name, one.shape, written if len(one.shape) > 1 else GgmlType.F32) for one in tensors]
    kept = {key: field for key, field in fields.items() if not key.startswith("tokenizer.")}
    try:
        with tempfile.TemporaryDirectory(prefix="garita-types-") as folder:
            path = Path(folder) / "head.gguf"
            _write_without_data(path, kept, planned)
            log, problem = ggml.quantizing_log_in_child(path, FILE_TYPES[name], importance)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputNotWritable(path=tempfile.gettempdir(), reason=reason) from error
    if problem:
        raise ConversionRefused(path=name, problem=problem)
    lines = [found for line in log.splitlines() if (found := _LINE.match(line))]
    if {found["name"] for found in lines} != {one.name for one in tensors}:
        raise ConversionRefused(path=name, problem="llama.cpp does not say which tensor gets which type")
    return {found["name"]: GgmlType[found["kind"].upper()] for found in lines if found["kind"]}


def needs_importance(mix: str, tensor: str, kind: GgmlType) -> bool:
    """Whether ``tensor`` becomes ``kind`` with an importance matrix only; ``mix`` is the type asked for, or "keep"."""
    if ggml.needs_importance(kind):
        return True
    few = kind in _FEW_BITS or (mix == "Q2_K_S" and kind == GgmlType.Q2_K)
    return few and mix in FILE_TYPES and tensor not in _EXCEPT


def _write_without_data(path: Path, fields: Mapping[str, Field], tensors: Sequence[PlannedTensor]) -> None:
    """A file that is as long as it should be and takes no room: nobody reads its holes."""
    start = head(fields, tensors)
    with path.open("wb") as file:
        file.write(start)
        file.truncate(len(start) + sum(-(-one.nbytes // 32) * 32 for one in tensors))
