"""The words of errors and notices about microphones, loudspeakers, recognisers and voices."""

from __future__ import annotations

from garita import errors
from garita.messages_to_user.entry import Entry, Language, entry

ERRORS: dict[type[errors.GaritaError], Entry] = {
    errors.SoundSystemMissing: entry(
        (
            "No sound system",
            "The sound library PortAudio cannot be used: {reason}.",
            "Install it (Debian, Ubuntu: sudo apt-get install libportaudio2), or go on in writing.",
        ),
        (
            "Falta el sistema de sonido",
            "No se puede usar la biblioteca de sonido PortAudio: {reason}.",
            "Instálela (Debian, Ubuntu: sudo apt-get install libportaudio2) o siga por escrito.",
        ),
    ),
    errors.NoMicrophone: entry(
        (
            "No microphone",
            "There is no microphone “{name}” here; present: {present}.",
            "Plug one in or choose another (garita devices), or go on in writing.",
        ),
        (
            "No hay micrófono",
            "Aquí no hay ningún micrófono «{name}»; disponibles: {present}.",
            "Conecte uno o elija otro (garita devices), o siga por escrito.",
        ),
    ),
    errors.NoLoudspeaker: entry(
        (
            "No loudspeaker",
            "There is no loudspeaker “{name}” here; present: {present}.",
            "Plug one in or choose another (garita devices), or read the officer's words.",
        ),
        (
            "No hay altavoz",
            "Aquí no hay ningún altavoz «{name}»; disponibles: {present}.",
            "Conecte uno o elija otro (garita devices), o lea lo que dice el oficial.",
        ),
    ),
    errors.DeviceFailed: entry(
        (
            "A sound device failed",
            "The device “{name}” cannot be used: {reason}.",
            "Close programs that use it, check the system's microphone permission, or choose another device.",
        ),
        (
            "Falla un dispositivo de sonido",
            "No se puede usar el dispositivo «{name}»: {reason}.",
            "Cierre los programas que lo usan, revise el permiso del micrófono o elija otro dispositivo.",
        ),
    ),
    errors.SoundFileInvalid: entry(
        ("Not a sound file", "{path} cannot be read as sound: {problem}.", "Choose a WAV, FLAC, MP3 or similar file."),
        (
            "No es un archivo de sonido",
            "No se puede leer {path} como sonido: {problem}.",
            "Elija un archivo WAV, FLAC, MP3 o parecido.",
        ),
    ),
    errors.RecogniserMissing: entry(
        (
            "No speech recognition yet",
            "There is no speech recognition model “{path}” on this computer.",
            "Download one (garita doctor says how), choose a folder with one in the settings, or go on in writing.",
        ),
        (
            "Aún no hay reconocimiento de voz",
            "En este ordenador no hay ningún modelo de reconocimiento de voz «{path}».",
            "Descargue uno (garita doctor dice cómo), elija una carpeta en los ajustes o siga por escrito.",
        ),
    ),
    errors.RecogniserInvalid: entry(
        (
            "The speech recognition model is damaged",
            "In {path} the file {file} is not usable: {problem}.",
            "Download the model again or choose another folder.",
        ),
        (
            "El modelo de reconocimiento de voz está dañado",
            "En {path}, el archivo {file} no sirve: {problem}.",
            "Descargue el modelo de nuevo o elija otra carpeta.",
        ),
    ),
    errors.RecogniserUnknown: entry(
        (
            "No such recogniser",
            "There is no recogniser “{name}”; known: {known}.",
            "Choose one of those (garita recogniser list).",
        ),
        (
            "No existe ese reconocedor",
            "No hay ningún reconocedor «{name}»; conocidos: {known}.",
            "Elija uno de esos (garita recogniser list).",
        ),
    ),
    errors.DownloadFailed: entry(
        (
            "The download did not finish",
            "{name} could not be downloaded: {reason}.",
            "Check the connection and try again: it goes on where it stopped.",
        ),
        (
            "La descarga no terminó",
            "No se pudo descargar {name}: {reason}.",
            "Revise la conexión e inténtelo de nuevo: sigue donde se quedó.",
        ),
    ),
    errors.DiskTooFull: entry(
        (
            "Too little space on the disk",
            "{path} needs {needed_bytes} and {available_bytes} are free.",
            "Free some space, or set GARITA_HOME to a folder on another disk.",
        ),
        (
            "Falta espacio en el disco",
            "{path} necesita {needed_bytes} y quedan libres {available_bytes}.",
            "Libere espacio o ponga en GARITA_HOME una carpeta de otro disco.",
        ),
    ),
    errors.VoiceMissing: entry(
        ("No such voice", "There is no voice “{name}”; present: {present}.", "Choose one of those in the settings."),
        (
            "No existe esa voz",
            "No hay ninguna voz «{name}»; disponibles: {present}.",
            "Elija una de esas en los ajustes.",
        ),
    ),
    errors.VoiceInvalid: entry(
        ("A voice is damaged", "The voice {path} cannot be used: {problem}.", "Get it again or choose another voice."),
        (
            "Una voz está dañada",
            "No se puede usar la voz {path}: {problem}.",
            "Consígala de nuevo o elija otra voz.",
        ),
    ),
    errors.VoiceFailed: entry(
        (
            "The voice failed",
            "The voice {name} could not speak: {reason}.",
            "Read the officer's words, or choose another voice.",
        ),
        (
            "Falla la voz",
            "La voz {name} no pudo hablar: {reason}.",
            "Lea lo que dice el oficial o elija otra voz.",
        ),
    ),
    errors.EchoUnknown: entry(
        (
            "The echo could not be measured",
            "The echo check has no result: {problem}.",
            "Turn the loudspeaker up, choose the right microphone, try again; until then let the officer finish.",
        ),
        (
            "No se pudo medir el eco",
            "La prueba de eco no dio resultado: {problem}.",
            "Suba el volumen, elija el micrófono correcto y repita; mientras tanto, espere a que el oficial termine.",
        ),
    ),
    errors.NothingToSay: entry(
        (
            "Nothing to say",
            "There is no word in this text that a Spanish voice can say.",
            "Write some words in Latin letters.",
        ),
        (
            "No hay nada que decir",
            "En este texto no hay ninguna palabra que una voz española pueda decir.",
            "Escriba algunas palabras en letras latinas.",
        ),
    ),
    errors.TextTooLong: entry(
        (
            "The text is too long",
            "The text has {letters} letters; at most {limit} are read aloud at once.",
            "Cut it into several parts.",
        ),
        (
            "El texto es demasiado largo",
            "El texto tiene {letters} letras; de una vez se leen {limit} como máximo.",
            "Divídalo en varias partes.",
        ),
    ),
}

NOTICES: dict[str, dict[Language, str]] = {
    "test_ear": {
        "en": "This recogniser is a test ear for synthetic voices only. To be understood yourself, install Whisper.",
        "es": "Este reconocedor es de prueba: solo entiende voces sintéticas. Para hablar usted, instale Whisper.",
    },
    "nothing_heard": {
        "en": "No words were heard in that. Say it again, a little louder.",
        "es": "No se ha oído ninguna palabra. Repítalo un poco más fuerte.",
    },
    "recognition_failed": {
        "en": "Your words could not be recognised. Say them again, or type them.",
        "es": "No se han podido reconocer sus palabras. Repítalas o escríbalas.",
    },
    "voice_failed": {
        "en": "The voice {name} could not speak. Read the officer's words on the screen.",
        "es": "La voz {name} no ha podido hablar. Lea en la pantalla lo que dice el oficial.",
    },
    "device_lost": {
        "en": "The device “{name}” is gone. Plug it in again, or type your answers.",
        "es": "El dispositivo «{name}» ya no está. Vuelva a conectarlo o escriba sus respuestas.",
    },
    "device_back": {
        "en": "The device “{name}” works. You can go on.",
        "es": "El dispositivo «{name}» funciona. Puede seguir.",
    },
    "microphone_silent": {
        "en": "The microphone “{name}” gives no sound at all. Switch it on, or allow its use in the system's settings.",
        "es": "El micrófono «{name}» no da ningún sonido. Enciéndalo o permita su uso en los ajustes del sistema.",
    },
    "recordings_failed": {
        "en": "Your voice is not being recorded, {path} cannot be written: {reason}. "
        "Free space or permissions there; the conversation goes on.",
        "es": "Su voz no se está grabando, no se puede escribir {path}: {reason}. "
        "Libere espacio o cambie los permisos; la conversación sigue.",
    },
}
