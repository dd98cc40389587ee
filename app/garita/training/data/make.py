"""Makes a dataset folder of files: read, clean, translate, find duplicates, split, sample, report. Read ``make`` first.

Two passes: the first reads the sources and writes the parts, the second reads the parts for sample and report. Memory
holds one conversation and about 2.5 KB for each one kept. Same files in the same order, same bytes.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import IO, Annotated
from uuid import uuid4

import msgspec

from garita.errors import DatasetRefused, OutputNotWritable
from garita.files import write_beside
from garita.messages_to_user.entry import Language
from garita.training.data import folder as folders
from garita.training.data import page, read
from garita.training.data.clean import Cleaned, Languages, Rules, clean
from garita.training.data.conversation_line import ConversationLine, encode, fingerprint
from garita.training.data.folder import Description, SetAside, Source
from garita.training.data.formats.format import Format
from garita.training.data.near import Earlier
from garita.training.data.read import Found, Unreadable
from garita.training.data.splits import SPLITS, Sample, Shares, Split, group_of, split_of
from garita.training.data.statistics import Counts, Report, statistics
from garita.training.data.translate import NotTranslated, Translator

_PACKAGES = ("garita", "py3langid", "rensa")  # their versions may decide what is kept
_ADD_AT_ONCE = 100  # conversations between two reports of progress

OnProgress = Callable[[int, int], None]  # (conversations read, kept)


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that decides what becomes of a conversation. ``sample``: at most so many in a part."""

    rules: Rules = Rules()
    shares: Shares = Shares()
    sample: Annotated[int, msgspec.Meta(ge=1)] | None = None


def make(
    paths: Sequence[Path], out: Path, plan: Plan, languages: Languages, *, chosen: Format | None = None,
    translator: Translator | None = None, spoken: Language = "en", on_progress: OnProgress = lambda *_: None,
) -> Report:  # fmt: skip
    """Make the folder ``out``, whole or not at all.

    Args:
        chosen: the format of all files; without it each row's is seen.
        translator: for conversations in another language; without it they are set aside.
        spoken: what the report's page is written in.

    Raises:
        DatasetRefused: a file or the plan cannot be used, no conversation is left, or ``out`` is not free.
        OutputNotWritable, WriterFailed.
    """
    if plan.shares.validation + plan.shares.test >= 1:
        raise DatasetRefused(path=str(out), problem="validation and test leave nothing for training")
    folders.check_free(out)
    read.check(paths, chosen)
    partial = out.with_name(f".{out.name}.{uuid4().hex}.partial")
    try:
        partial.mkdir(parents=True)
        report = _Making(partial, plan, languages, translator, spoken, on_progress).run(paths, chosen)
        if out.is_dir():
            out.rmdir()  # empty, or check_free had refused it
        partial.rename(out)
    except OSError as error:
        raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return report


class _Making:
    """One run. Its counts and places grow while the sources are read."""

    def __init__(
        self, folder: Path, plan: Plan, languages: Languages, translator: Translator | None, spoken: Language,
        on_progress: OnProgress,
    ) -> None:  # fmt: skip
        self._folder, self._plan, self._spoken = folder, plan, spoken
        self._languages, self._translator, self._on_progress = languages, translator, on_progress
        self._earlier, self._sample = Earlier(), Sample(plan.sample) if plan.sample else None
        self._places: list[tuple[str, int]] = []  # file and line of every kept conversation, for its twins
        self._hashes: dict[Split, list[str]] = {split: [] for split in SPLITS}
        self._rows = 0
        self._reasons, self._changes = Counter[str](), Counter[str]()
        self._formats: dict[str, Counter[str]] = {}

    def run(self, paths: Sequence[Path], chosen: Format | None) -> Report:
        """Both passes."""
        with ExitStack() as files:
            parts = {split: files.enter_context(folders.split_file(self._folder, split).open("wb")) for split in SPLITS}
            aside = files.enter_context((self._folder / folders.SET_ASIDE).open("wb"))
            for path in paths:
                self._formats[str(path)] = Counter()
                for one in read.read(path, chosen):
                    self._take(one, parts, aside)
        if not self._places:
            raise DatasetRefused(path=str(paths[0]), problem=self._nothing_left())
        if self._sample:
            self._keep(self._sample)
        return self._describe(paths)

    def _take(self, one: Found | Unreadable, parts: Mapping[Split, IO[bytes]], aside: IO[bytes]) -> None:
        refused = self._unreadable(one) if isinstance(one, Unreadable) else self._consider(one, parts)
        if refused:
            aside.write(msgspec.json.encode(refused) + b"\n")
        self._rows += 1
        if self._rows % _ADD_AT_ONCE == 0:
            self._on_progress(self._rows, len(self._places))

    def _unreadable(self, one: Unreadable) -> SetAside:
        self._reasons["unreadable"] += 1
        return SetAside(one.file, one.line, "unreadable", one.problem)

    def _consider(self, one: Found, parts: Mapping[Split, IO[bytes]]) -> SetAside | None:
        """Clean and write a conversation, or say why not."""
        self._formats[one.file][one.format] += 1
        cleaned = self._cleaned(one.conversation)
        reason, detail, own = cleaned.reason, cleaned.detail, fingerprint(cleaned.line.messages)
        if reason is None and (twin := self._earlier.add(len(self._places), own, cleaned.line.messages)):
            reason = "duplicate" if twin.similarity == 1 else "near_duplicate"
            file, line = self._places[twin.number]
            detail = f"{twin.similarity:.0%} of it is {file} line {line}"
        if reason is not None:
            self._reasons[reason] += 1
            return SetAside(one.file, one.line, reason, detail)
        self._changes.update(cleaned.changes)
        self._write(_named(cleaned, own, Path(one.file).name), own, parts)
        self._places.append((one.file, one.line))
        return None

    def _cleaned(self, line: ConversationLine) -> Cleaned:
        """Clean; what is in another language is translated where that is wanted, and cleaned again."""
        first = clean(line, self._plan.rules, self._languages)
        if self._translator is None or first.reason != "wrong_language":
            return first
        try:
            translated = self._translator.translated(first.line, first.language)
        except NotTranslated as error:
            return first._replace(detail=f"{first.language}, not translated: {error}")
        again = clean(translated, self._plan.rules, self._languages)
        return again._replace(changes=again.changes | first.changes | {"translated"})

    def _write(self, line: ConversationLine, own: str, parts: Mapping[Split, IO[bytes]]) -> None:
        split = split_of(group_of(line, own), self._plan.shares)
        if self._sample:
            self._sample.offer(split, own, len(self._hashes[split]))
        self._hashes[split].append(own)
        parts[split].write(encode(line))

    def _keep(self, sample: Sample) -> None:
        for split in SPLITS:
            numbers = sample.numbers(split)
            _keep_lines(folders.split_file(self._folder, split), numbers)
            self._hashes[split] = [one for number, one in enumerate(self._hashes[split]) if number in numbers]

    def _describe(self, paths: Sequence[Path]) -> Report:
        description = Description(
            hashes=self._hashes,
            shares=self._plan.shares,
            rules=msgspec.to_builtins(self._plan.rules),
            sources=[_source(path, self._formats[str(path)]) for path in paths],
            versions={"python": platform.python_version(), **{name: version(name) for name in _PACKAGES}},
            sample=self._plan.sample,
        )
        counts = Counts(self._rows, len(self._places), dict(self._reasons), dict(self._changes), self._all_formats())
        report = statistics(self._folder, counts, sum(map(len, self._hashes.values())))
        _write_json(self._folder / folders.DESCRIPTION, description)
        _write_json(self._folder / folders.REPORT, report)
        write_beside(self._folder / folders.REPORT_PAGE, page.page(report, self._spoken).encode())
        return report

    def _all_formats(self) -> dict[str, int]:
        return dict(sum(self._formats.values(), Counter[str]()))

    def _nothing_left(self) -> str:
        told = ", ".join(f"{reason} {count}" for reason, count in self._reasons.most_common())
        return f"no conversation is left: {told}"


def _named(cleaned: Cleaned, own: str, file: str) -> ConversationLine:
    """With an id, a source and the language, where they were missing."""
    line = cleaned.line
    return msgspec.structs.replace(
        line,
        id=line.id or own[:16],
        source=line.source or file,
        meta={**line.meta, "language": cleaned.language} if cleaned.language else line.meta,
    )


def _keep_lines(path: Path, numbers: frozenset[int]) -> None:
    kept = path.with_suffix(".sample")
    with path.open("rb") as old, kept.open("wb") as new:
        new.writelines(_chosen(old, numbers))
    kept.replace(path)


def _chosen(lines: IO[bytes], numbers: frozenset[int]) -> Iterator[bytes]:
    return (line for number, line in enumerate(lines) if number in numbers)


def _source(path: Path, formats: Counter[str]) -> Source:
    with path.open("rb") as file:
        return Source(path.name, hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size, dict(formats))


def _write_json(path: Path, value: object) -> None:
    write_beside(path, msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
