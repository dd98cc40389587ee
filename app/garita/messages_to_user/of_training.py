"""The words for errors about making officers: conversations, data sets, tuning."""

from __future__ import annotations

from garita import errors
from garita.messages_to_user.entry import Entry, Language, entry

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
    errors.GenerationRefused: entry(
        (
            "No conversations can be generated like this",
            "{name}: {problem}.",
            "Correct it and try again; nothing was sent.",
        ),
        (
            "Así no se pueden generar conversaciones",
            "{name}: {problem}.",
            "Corríjalo y vuelva a intentarlo; no se ha enviado nada.",
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
    errors.LicenceNotAccepted: entry(
        (
            "The licence has to be accepted first",
            "The hub gives {name} only to people who accepted its licence.",
            "Accept it on {page}, put a token of your account into HF_TOKEN or run hf auth login, and try again.",
        ),
        (
            "Primero hay que aceptar la licencia",
            "El servidor solo entrega {name} a quienes han aceptado su licencia.",
            "Acéptela en {page}, ponga un token suyo en HF_TOKEN o ejecute hf auth login, e inténtelo de nuevo.",
        ),
    ),
}

NOTICES: dict[str, dict[Language, str]] = {
    "finetune_stopped": {
        "en": "Stopped after {steps} updates, {share} % of them. All is saved; the same command goes on.",
        "es": "Detenido tras {steps} pasos, un {share} %. Todo está guardado; la misma orden sigue desde aquí.",
    },
    "generate_estimate": {
        "en": "Still to be asked, at most: {conversations} conversations, {requests} requests, about {prompt} tokens "
        "read and {completion} written; {cost} at the prices given.",
        "es": "Queda por pedir, como mucho: {conversations} conversaciones, {requests} peticiones, unos {prompt} "
        "tokens leídos y {completion} escritos; {cost} a los precios dados.",
    },
    "generate_yes": {
        "en": "Nothing was sent. Give the same command with --yes to go on.",
        "es": "No se ha enviado nada. Repita la orden con --yes para seguir.",
    },
    "generate_waits": {
        "en": "This round waits for its answers. For example:\nvllm run-batch --model {model} -i {requests} "
        "-o {answers}.partial && mv {answers}.partial {answers}\nThen give the same command again.",
        "es": "Esta ronda espera sus respuestas. Por ejemplo:\nvllm run-batch --model {model} -i {requests} "
        "-o {answers}.partial && mv {answers}.partial {answers}\nDespués repita la misma orden.",
    },
    "generate_report": {
        "en": "{done} of {count} conversations are done, {messages} messages; {prompt} tokens read, {completion} "
        "written; {cost} at the prices given.",
        "es": "{done} de {count} conversaciones están hechas, {messages} mensajes; {prompt} tokens leídos, "
        "{completion} escritos; {cost} a los precios dados.",
    },
}
