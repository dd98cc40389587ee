"""The words an officer says of its own accord, as the files of its model and of its adapters bring them along.

An adapter made by ``garita train`` has a list of its own: ``heard.FILE_NAME`` in a PEFT folder, ``heard.METADATA_KEY``
in a GGUF file. It takes the place of the base's, because whoever was tuned speaks otherwise than before; the lists of
several adapters are joined. An adapter without a word leaves the base's list as it is, and so does one that is
subtracted (a weight below zero): its words are what the officer is to say less. Knows no guard and no engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from garita.errors import AdapterRefused, ConversionRefused
from garita.roleplay import heard

if TYPE_CHECKING:
    from garita.convert.gguf_fields import Field
    from garita.convert.plan import Plan

LARGEST = 1024 * 1024  # bytes; the list of a tuned officer takes about 20 kB


class OwnWords(NamedTuple):
    """An officer's list, empty where it has none, and the adapters it is from; no adapter: it is the base's."""

    words: frozenset[str]
    brought_by: tuple[Path, ...] = ()


def of_officer(base: object, adapters: Iterable[tuple[Path, float]] = ()) -> OwnWords:
    """The list of a model whose metadata holds ``base``, with adapters applied as strongly as the numbers say.

    Raises:
        AdapterRefused, GgufInvalid: what ``of_adapter`` raises.
    """
    found = {place: words for place, weight in adapters if weight > 0 and (words := of_adapter(place))}
    if found:
        return OwnWords(frozenset[str]().union(*found.values()), tuple(found))
    return OwnWords(frozenset(base.split() if isinstance(base, str) else ()))


def of_merge(made: Plan) -> OwnWords:
    """The list of the officer that a merge will make.

    Raises:
        AdapterRefused, GgufInvalid: what ``of_adapter`` raises.
    """
    return of_officer(made.base.value(heard.METADATA_KEY), ((one.path, one.weight) for one in made.adapters))


def fields_of_merge(made: Plan, own: OwnWords) -> dict[str, Field]:
    """The metadata of what a merge will make, with its list; the base's list is passed on as it is."""
    from garita.convert import merge

    return merge.fields(made) | (as_fields(own.words) if own.brought_by else {})


def as_fields(words: frozenset[str]) -> dict[str, Field]:
    """The metadata that hold a list; none for an empty one."""
    from garita.convert.gguf_fields import text

    return {key: text(listed) for key, listed in _as_texts(words).items()}


def texts_of_model(folder: Path) -> dict[str, str]:
    """The metadata, as texts by key, that hold the list of a model that ``garita train`` made; none without a list.

    Raises:
        ConversionRefused: the list is damaged or far too large.
    """
    path = folder / heard.FILE_NAME
    try:
        words = _words(_in_file(path), path)
    except AdapterRefused as error:  # of an adapter it would say that it cannot be merged
        raise ConversionRefused(**error.facts) from error
    return _as_texts(words)


def of_adapter(place: Path) -> frozenset[str]:
    """The list of one adapter, in ``heard.words_of``'s spelling; empty where it has none.

    Raises:
        AdapterRefused: the list is damaged or far too large.
        GgufInvalid: a GGUF adapter is damaged.
    """
    from garita.convert.adapter import peft_folder  # here, because a model without adapters need not wait for it

    if (folder := peft_folder(place)) is None:
        return _words(_in_gguf(place), place)
    return _words(_in_file(folder / heard.FILE_NAME), folder / heard.FILE_NAME)


def _as_texts(words: frozenset[str]) -> dict[str, str]:
    return {heard.METADATA_KEY: " ".join(sorted(words))} if words else {}


def _in_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise AdapterRefused(path=str(path), problem=error.strerror or str(error)) from error


def _in_gguf(path: Path) -> bytes:
    from garita.convert.gguf_fields import ValueType
    from garita.convert.gguf_read import open_gguf

    field = open_gguf(path).fields.get(heard.METADATA_KEY)
    if field is None:
        return b""
    if field.kind is not ValueType.STRING:
        raise AdapterRefused(path=str(path), problem=f"the key {heard.METADATA_KEY} is {field.kind.name}")
    return field.texts()[0]


def _words(content: bytes, path: Path) -> frozenset[str]:
    if len(content) > LARGEST:
        raise AdapterRefused(path=str(path), problem=f"larger than {LARGEST // 1024} KiB")
    try:
        said = content.decode().split()
    except UnicodeDecodeError as error:
        raise AdapterRefused(path=str(path), problem=f"byte {error.start} is not UTF-8") from error
    words = heard.words_of(said)
    if said and not words:  # zeros, such as a power cut leaves
        raise AdapterRefused(path=str(path), problem="there is no word in it")
    return words
