"""The words for the user: every error and notice as a title, a sentence and what to do, in English and Spanish.

Knows the error classes and nothing of where they are raised or shown. A test fails where an error has no entry, an
entry lacks a language, or a sentence uses a fact that the error does not carry.
"""

from __future__ import annotations

import locale
import os

from garita import details, errors
from garita.messages_to_user import of_conversion, of_officers, of_sound, of_training
from garita.messages_to_user.entry import Entry, Language, Words, entry

ERRORS: dict[type[errors.GaritaError], Entry] = {
    errors.HomeNotWritable: entry(
        (
            "Garita cannot save",
            "The folder {path} cannot be written: {reason}.",
            "Free space or permissions there, or set GARITA_HOME to another folder.",
        ),
        (
            "Garita no puede guardar",
            "No se puede escribir en la carpeta {path}: {reason}.",
            "Libere espacio o cambie los permisos, o ponga otra carpeta en GARITA_HOME.",
        ),
    ),
    errors.SettingsInvalid: entry(
        (
            "The settings cannot be read",
            "{path}, line {line}, {key}: {problem}.",
            "Correct that line, or delete the file to go back to the defaults.",
        ),
        (
            "No se pueden leer los ajustes",
            "{path}, línea {line}, {key}: {problem}.",
            "Corrija esa línea o borre el archivo para volver a los valores iniciales.",
        ),
    ),
    errors.OutputNotWritable: entry(
        ("The file was not saved", "{path} cannot be written: {reason}.", "Choose another place."),
        ("El archivo no se guardó", "No se puede escribir {path}: {reason}.", "Elija otro lugar."),
    ),
    errors.SetUnusable: entry(
        (
            "The evaluation sets cannot be used",
            "{path}: {problem}.",
            "Give the folder with conversations.toml and verdict_cases.toml, in the repository tests/by_hand.",
        ),
        (
            "Los conjuntos de evaluación no se pueden usar",
            "{path}: {problem}.",
            "Indique la carpeta con conversations.toml y verdict_cases.toml; en el repositorio, tests/by_hand.",
        ),
    ),
    errors.InputMissing: entry(
        ("Nobody can answer", "Standard input is closed.", "Run garita chat in a terminal, or pipe lines into it."),
        (
            "Nadie puede responder",
            "La entrada está cerrada.",
            "Ejecute garita chat en una terminal o envíele líneas por una tubería.",
        ),
    ),
    errors.ModelMissing: entry(
        ("No model there", "There is no file {path}.", "Check the name; garita models lists what is here."),
        (
            "No hay ningún modelo ahí",
            "No existe el archivo {path}.",
            "Revise el nombre; garita models muestra lo que hay.",
        ),
    ),
    errors.ModelEmpty: entry(
        ("The model file is empty", "{path} holds no bytes.", "Download or copy it again."),
        ("El archivo del modelo está vacío", "{path} no contiene nada.", "Vuelva a descargarlo o copiarlo."),
    ),
    errors.ModelNotGGUF: entry(
        (
            "Not a GGUF file",
            "{path} is not a GGUF model; it begins with: {found}.",
            "Choose a file that ends in .gguf.",
        ),
        (
            "No es un archivo GGUF",
            "{path} no es un modelo GGUF; empieza con: {found}.",
            "Elija un archivo terminado en .gguf.",
        ),
    ),
    errors.ModelTruncated: entry(
        (
            "The model file is incomplete",
            "{path} has {actual_bytes} of at least {expected_bytes}.",
            "Download or copy it again.",
        ),
        (
            "El archivo del modelo está incompleto",
            "{path} tiene {actual_bytes} de al menos {expected_bytes}.",
            "Vuelva a descargarlo o copiarlo.",
        ),
    ),
    errors.ModelDamaged: entry(
        ("The model file is damaged", "{path} cannot be read: {problem}.", "Download or copy it again."),
        (
            "El archivo del modelo está dañado",
            "No se puede leer {path}: {problem}.",
            "Vuelva a descargarlo o copiarlo.",
        ),
    ),
    errors.ModelUnsupported: entry(
        (
            "This model cannot talk",
            "{path} has the architecture “{architecture}”, which cannot hold a conversation here.",
            "Choose a chat model; garita models shows which ones run.",
        ),
        (
            "Este modelo no puede conversar",
            "{path} tiene la arquitectura «{architecture}», que aquí no puede conversar.",
            "Elija un modelo de chat; garita models muestra cuáles funcionan.",
        ),
    ),
    errors.ModelTooLarge: entry(
        (
            "The model is too large",
            "{path} needs about {needed_bytes} of memory, and {available_bytes} is free.",
            "Close other programs or choose a smaller model or quantisation.",
        ),
        (
            "El modelo es demasiado grande",
            "{path} necesita unos {needed_bytes} de memoria y quedan libres {available_bytes}.",
            "Cierre otros programas o elija un modelo o una cuantización menor.",
        ),
    ),
    errors.ModelLoadFailed: entry(
        (
            "The model could not be loaded",
            "llama.cpp refused {path}: {log}.",
            "Try another model; garita doctor checks this machine.",
        ),
        (
            "No se pudo cargar el modelo",
            "llama.cpp rechazó {path}: {log}.",
            "Pruebe otro modelo; garita doctor revisa este equipo.",
        ),
    ),
    errors.ModelNameTaken: entry(
        (
            "That name is taken",
            "Among your models there is another file {path}.",
            "Rename the file and add it again, or remove the other one first.",
        ),
        (
            "Ese nombre ya existe",
            "Entre sus modelos hay otro archivo {path}.",
            "Cambie el nombre del archivo y añádalo otra vez, o quite antes el otro.",
        ),
    ),
    errors.CatalogueInvalid: entry(
        (
            "The catalogue of models has a mistake",
            "{path}, line {line}, {key}: {problem}.",
            "Correct that line, or install Garita again.",
        ),
        (
            "El catálogo de modelos tiene un error",
            "{path}, línea {line}, {key}: {problem}.",
            "Corrija esa línea o instale Garita de nuevo.",
        ),
    ),
    errors.NetworkLocked: entry(
        (
            "The network is locked",
            "{name} was not downloaded, because the settings say never to use the network.",
            "Turn off “Never use the network” in the settings, or copy the file here yourself.",
        ),
        (
            "La red está bloqueada",
            "{name} no se descargó, porque los ajustes dicen que nunca se use la red.",
            "Desactive «No usar nunca la red» en los ajustes, o copie aquí el archivo usted mismo.",
        ),
    ),
    errors.AdapterInvalid: entry(
        (
            "The adapter does not fit",
            "{path} cannot be used with this model: {problem}.",
            "Choose an adapter made for this base model.",
        ),
        (
            "El adaptador no encaja",
            "{path} no se puede usar con este modelo: {problem}.",
            "Elija un adaptador hecho para este modelo base.",
        ),
    ),
    errors.TemplateInvalid: entry(
        (
            "The model's chat template is broken",
            "The chat template inside {path} cannot be used: {problem}.",
            "Choose another file of this model.",
        ),
        (
            "La plantilla de chat del modelo no sirve",
            "La plantilla de chat de {path} no se puede usar: {problem}.",
            "Elija otro archivo de este modelo.",
        ),
    ),
    errors.ConstraintInvalid: entry(
        ("The answer's grammar is wrong", "The grammar or JSON schema cannot be used: {problem}.", "Correct it."),
        (
            "La gramática de la respuesta está mal",
            "La gramática o el esquema JSON no se puede usar: {problem}.",
            "Corríjala.",
        ),
    ),
    errors.PromptTooLong: entry(
        (
            "Too much text",
            "The scenario and your last message need {tokens} tokens besides the answer; "
            "the model holds {context_length}.",
            "Say it more briefly, or choose a model with a longer context.",
        ),
        (
            "Demasiado texto",
            "La escena y su último mensaje ocupan {tokens} tokens sin contar la respuesta; "
            "en el modelo caben {context_length}.",
            "Dígalo más corto o elija un modelo con más contexto.",
        ),
    ),
    errors.EngineDied: entry(
        (
            "The model stopped",
            "The {engine} process ended (code {exit_code}) and starting it again {restarts} times did not help.",
            "The conversation is saved. Try a smaller model; garita doctor checks this machine.",
        ),
        (
            "El modelo se detuvo",
            "El proceso de {engine} terminó (código {exit_code}) y reiniciarlo {restarts} veces no ayudó.",
            "La conversación está guardada. Pruebe un modelo menor; garita doctor revisa este equipo.",
        ),
    ),
    errors.LlamaBuildUnusable: entry(
        (
            "The llama.cpp build in lib/ does not fit",
            "{path} cannot be used: {problem}.",
            "Remove it, or drop in a build of the version that lib/README.md names.",
        ),
        (
            "La versión de llama.cpp en lib/ no encaja",
            "No se puede usar {path}: {problem}.",
            "Quítela o ponga una de la versión que indica lib/README.md.",
        ),
    ),
    errors.ScenarioMissing: entry(
        ("No such scenario", "There is no scenario “{name}”.", "Choose one of these: {known}."),
        ("No existe esa escena", "No hay ninguna escena «{name}».", "Elija una de estas: {known}."),
    ),
    errors.ScenarioInvalid: entry(
        ("The scenario has a mistake", "{path}, line {line}, {key}: {problem}.", "Correct that line and try again."),
        (
            "La escena tiene un error",
            "{path}, línea {line}, {key}: {problem}.",
            "Corrija esa línea y vuelva a intentarlo.",
        ),
    ),
    errors.ConversationMissing: entry(
        ("No such conversation", "There is no conversation number {number}.", "garita history list shows them all."),
        (
            "No existe esa conversación",
            "No hay ninguna conversación con el número {number}.",
            "garita history list las muestra todas.",
        ),
    ),
    errors.NothingRecorded: entry(
        (
            "Nothing was recorded",
            "Your own voice was not kept in conversation {number}.",
            "Switch on “Keep my voice” in the settings before the next conversation.",
        ),
        (
            "No hay ninguna grabación",
            "En la conversación {number} no se guardó su voz.",
            "Active «Guardar mi voz» en los ajustes antes de la próxima conversación.",
        ),
    ),
    errors.JournalUnusable: entry(
        (
            "The journal cannot be used",
            "{path} cannot be opened or written: {reason}.",
            "Free space or permissions there, or set GARITA_HOME to another folder.",
        ),
        (
            "No se puede usar el diario",
            "No se puede abrir o escribir {path}: {reason}.",
            "Libere espacio o cambie los permisos, o ponga otra carpeta en GARITA_HOME.",
        ),
    ),
    errors.TrainingRefused: entry(
        (
            "Training cannot go on",
            "{path}: {problem}.",
            "Correct it and try again; earlier checkpoints are untouched.",
        ),
        (
            "El entrenamiento no puede seguir",
            "{path}: {problem}.",
            "Corríjalo y vuelva a intentarlo; los puntos guardados siguen intactos.",
        ),
    ),
    errors.RecipeInvalid: entry(
        ("The recipe has a mistake", "{path}, line {line}, {key}: {problem}.", "Correct that line and try again."),
        (
            "La receta tiene un error",
            "{path}, línea {line}, {key}: {problem}.",
            "Corrija esa línea y vuelva a intentarlo.",
        ),
    ),
    errors.ExtraMissing: entry(
        ("A part is not installed", "This needs the package {package}.", "Run: python -m pip install -e '.[{extra}]'"),
        (
            "Falta instalar una parte",
            "Para esto hace falta el paquete {package}.",
            "Ejecute: python -m pip install -e '.[{extra}]'",
        ),
    ),
    **of_conversion.ERRORS,
    **of_officers.ERRORS,
    **of_sound.ERRORS,
    **of_training.ERRORS,
}

NOTICES: dict[str, dict[Language, str]] = {
    "engine_restarted": {
        "en": "The model had stopped and was started again; the conversation goes on.",
        "es": "El modelo se había detenido y se ha vuelto a iniciar; la conversación sigue.",
    },
    "context_trimmed": {
        "en": "The conversation is long: the officer no longer remembers its first {count} lines.",
        "es": "La conversación es larga: el oficial ya no recuerda las primeras {count} líneas.",
    },
    "journal_replaced": {
        "en": "The journal was damaged. It is kept as {path}, and a new one was begun.",
        "es": "El diario estaba dañado. Se conserva en {path} y se ha empezado uno nuevo.",
    },
    "no_screen": {
        "en": "There is no screen to open a window on, so here is the conversation in the terminal.",
        "es": "No hay pantalla donde abrir una ventana, así que aquí está la conversación en la terminal.",
    },
    "settings_replaced": {
        "en": "The settings were damaged. They are kept as {path}, and all values are the initial ones.",
        "es": "Los ajustes estaban dañados. Se conservan en {path} y todos los valores son los iniciales.",
    },
    "models_folder": {
        "en": "Put .gguf files of your own into {path}.",
        "es": "Ponga sus propios archivos .gguf en {path}.",
    },
    "gpu_switched_off": {
        "en": "not used: switched off in the settings",
        "es": "no se usa: desactivada en los ajustes",
    },
    "gpu_build_without_gpu": {
        "en": "not used: this llama.cpp build has no GPU code; lib/README.md says how to use one that has",
        "es": "no se usa: esta versión de llama.cpp no sabe usarla; lib/README.md explica cómo poner otra",
    },
    "gpu_no_device": {
        "en": "not used: llama.cpp finds no graphics device",
        "es": "no se usa: llama.cpp no encuentra ningún dispositivo gráfico",
    },
    "gpu_too_little_memory": {
        "en": "not used: too little memory is free on it",
        "es": "no se usa: le queda poca memoria libre",
    },
    "gpu_load_failed": {
        "en": "not used: loading the model onto it failed",
        "es": "no se usa: no se pudo cargar el modelo en ella",
    },
    "gpu_partly": {
        "en": "used for {layers} layers, as many as fit into its free memory",
        "es": "se usa para {layers} capas, las que caben en su memoria libre",
    },
    "gpu_used": {"en": "used for all {layers} layers", "es": "se usa para las {layers} capas"},
    "bug": {
        "en": "Sorry, Garita made a mistake. What was said is saved. The details are in {path}.",
        "es": "Lo sentimos, Garita ha fallado. Lo dicho está guardado. Los detalles están en {path}.",
    },
    **of_officers.NOTICES,
    **of_sound.NOTICES,
    **of_training.NOTICES,
}


def system_language() -> Language:
    """Spanish where the system's locale is Spanish, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "es" if chosen.lower().startswith(("es", "spanish")) else "en"


def explain(error: errors.GaritaError, language: Language) -> Words:
    """The words for an error, its facts filled in."""
    facts = {key: _shown(key, value, language) for key, value in error.facts.items()}
    texts = (template.format_map(facts) for template in ERRORS[type(error)][language])
    return Words(*(_without_gaps(text) for text in texts))


def _without_gaps(text: str) -> str:
    """Where a file is wrong as a whole there is no key, where anything will do no name, and a list may be empty."""
    for gap, instead in ((", : ", ": "), (" “”", ""), (" «»", ""), ("; present: –", ""), ("; disponibles: –", "")):
        text = text.replace(gap, instead)
    return text


def notice(key: str, language: Language, **facts: object) -> str:
    """The sentence of a notice, its facts filled in."""
    return NOTICES[key][language].format_map({name: _shown(name, value, language) for name, value in facts.items()})


def size(number: float) -> str:
    """A number of bytes as people read it: "12 MB", "1.4 GB" (powers of ten, as file managers show them)."""
    for unit in ("bytes", "kB", "MB"):
        if number < 1000:
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"


def visible(text: str) -> str:
    """The text with everything in it that would steer a terminal as an escape; names come from other people's files."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _shown(key: str, value: object, language: Language) -> str:
    if key.endswith("_bytes") and isinstance(value, int | float):
        return size(value).replace(".", ",") if language == "es" else size(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    if key not in ("problem", "reason"):
        return visible(str(value))
    text = visible(str(value).rstrip("."))
    return details.in_spanish(text) if language == "es" else text


def one_line(error: errors.GaritaError, language: Language) -> str:
    """Sentence and what to do, for places that have one line."""
    words = explain(error, language)
    return f"{words.sentence} {words.to_do}"
