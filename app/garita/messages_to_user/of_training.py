"""The words for errors about making officers: conversations, data sets, tuning."""

from __future__ import annotations

from garita import errors
from garita.messages_to_user.entry import Entry, entry

ERRORS: dict[type[errors.GaritaError], Entry] = {
    errors.DatasetRefused: entry(
        (
            "These conversations cannot be used",
            "{path}: {problem}.",
            "Correct it or give other files; nothing was written.",
        ),
        (
            "Estas conversaciones no se pueden usar",
            "{path}: {problem}.",
            "Corríjalo o indique otros archivos; no se ha escrito nada.",
        ),
    ),
    errors.WriterFailed: entry(
        (
            "The language model does not answer",
            "{name}: {reason}.",
            "See whether the server runs, then give the same command again: what is done is kept.",
        ),
        (
            "El modelo de lenguaje no responde",
            "{name}: {reason}.",
            "Mire si el servidor funciona y repita la misma orden: lo hecho se conserva.",
        ),
    ),
}
