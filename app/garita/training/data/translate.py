"""An optional step: conversations in another language are translated, each message once, and kept on disk.

A translation is kept under the hash of who made it, into what, from what text; so a run that was stopped goes on where
it was, and a message that comes a hundred times costs once. Knows no servers and no models: something that writes an
answer to a prompt is handed in.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import msgspec

from garita.errors import OutputNotWritable
from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine

_ENGLISH_NAMES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "pt": "Portuguese",
}  # fmt: skip
_TASK = "You translate what is said at a counter into {language}. Answer with the translation and nothing else."


class NotTranslated(Exception):
    """One message cannot be translated; the text says why, as a short English fragment."""


class Writer(Protocol):
    """A language model that follows instructions."""

    @property
    def name(self) -> str:
        """Which model; part of what a translation is kept under."""

    def write(self, messages: list[ChatMessage]) -> str:
        """Its answer.

        Raises:
            NotTranslated: this answer is empty or too long.
            WriterFailed: it answers nothing at all.
        """


class Cache:
    """Translations on disk, in one SQLite file; every one is safe as soon as it is put. Close it after use.

    Its methods raise OutputNotWritable where the file is none of ours, or the disk is full.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._failed(error) from error
        self._database = sqlite3.connect(path, isolation_level=None)
        self._run("CREATE TABLE IF NOT EXISTS translation (key BLOB PRIMARY KEY, text TEXT NOT NULL)")

    def get(self, key: bytes) -> str | None:
        """The text kept under a key."""
        rows = self._run("SELECT text FROM translation WHERE key = ?", key)
        return str(rows[0][0]) if rows else None

    def put(self, key: bytes, text: str) -> None:
        """Keep a text; the last one counts."""
        self._run("INSERT OR REPLACE INTO translation VALUES (?, ?)", key, text)

    def close(self) -> None:
        """Safe to call twice."""
        self._database.close()

    def _run(self, statement: str, *values: bytes | str) -> list[Any]:
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self.close()
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> OutputNotWritable:
        return OutputNotWritable(path=str(self._path), reason=getattr(error, "strerror", None) or str(error))


class Translator:
    """Translates whole conversations into one language (ISO 639-1); ``on_message`` is called after each message."""

    def __init__(
        self, writer: Writer, cache: Cache, language: str, on_message: Callable[[], None] = lambda: None
    ) -> None:
        self._writer, self._cache, self._language, self._on_message = writer, cache, language, on_message
        self._task = ChatMessage("system", _TASK.format(language=_ENGLISH_NAMES.get(language, language)))

    def translated(self, line: ConversationLine, original: str) -> ConversationLine:
        """The conversation with every message translated, its ``original`` language noted in ``meta``.

        Raises:
            NotTranslated: one of its messages.
            WriterFailed, OutputNotWritable: what was translated before stays kept.
        """
        messages = tuple(ChatMessage(one.role, self._text(one.content)) for one in line.messages)
        meta = {**line.meta, "translated_from": original, "translated_by": self._writer.name}
        return msgspec.structs.replace(line, messages=messages, meta=meta)

    def _text(self, text: str) -> str:
        key = self._key(text)
        found = self._cache.get(key)
        if found is None:
            found = self._writer.write([self._task, ChatMessage("user", text)]).strip()
            self._cache.put(key, found)
        self._on_message()
        return found

    def _key(self, text: str) -> bytes:
        parts = (self._writer.name, self._task.content, text)
        return hashlib.sha256(msgspec.json.encode(parts)).digest()
