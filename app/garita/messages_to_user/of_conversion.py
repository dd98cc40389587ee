"""The words of errors about converting models: GGUF files, adapters and what is written."""

from __future__ import annotations

from garita import errors
from garita.messages_to_user.entry import Entry, entry

ERRORS: dict[type[errors.GaritaError], Entry] = {
    errors.ConversionRefused: entry(
        ("Not converted", "{path}: {problem}.", "Nothing was written; correct the input and try again."),
        ("No se convirtió", "{path}: {problem}.", "No se escribió nada; corrija la entrada y vuelva a intentarlo."),
    ),
    errors.GgufInvalid: entry(
        (
            "The GGUF file cannot be used",
            "{path}: {problem}.",
            "Look at its name; if that is right, download or copy the file again.",
        ),
        (
            "No se puede usar el archivo GGUF",
            "{path}: {problem}.",
            "Revise el nombre; si es correcto, vuelva a descargar o copiar el archivo.",
        ),
    ),
    errors.AdapterRefused: entry(
        (
            "The adapter cannot be merged",
            "{path}: {problem}.",
            "Nothing was written; garita convert inspect shows what is in it.",
        ),
        (
            "No se puede fundir el adaptador",
            "{path}: {problem}.",
            "No se escribió nada; garita convert inspect muestra lo que contiene.",
        ),
    ),
    errors.OutputTooLarge: entry(
        (
            "The disk is too full",
            "{path} takes {needed_bytes}, and {available_bytes} are free.",
            "Nothing was left behind; free space or choose another disk.",
        ),
        (
            "El disco está demasiado lleno",
            "{path} ocupa {needed_bytes} y quedan libres {available_bytes}.",
            "No ha quedado nada; libere espacio o elija otro disco.",
        ),
    ),
}
