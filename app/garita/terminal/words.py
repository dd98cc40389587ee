"""The terminal's own words in English and Spanish: labels, hints, headings."""

from __future__ import annotations

from garita.messages_to_user.entry import Language

_WORDS: dict[str, tuple[str, str]] = {
    "loading": ("The officer is getting ready", "El oficial se prepara"),
    "card": ("Your trip card", "Su ficha de viaje"),
    "officer": ("Officer", "Oficial"),
    "you": ("You", "Usted"),
    "hint": (
        "Answer in Spanish. /ficha card · /repite again · /otra another answer · /deshacer take back · "
        "/guardar FILE save · /salir leave",
        "Responda en español. /ficha ficha · /repite otra vez · /otra otra respuesta · /deshacer quitar el turno · "
        "/guardar ARCHIVO guardar · /salir salir",
    ),
    "unknown_command": ("There is no command {name}. {hint}", "No existe la orden {name}. {hint}"),
    "nothing_to_repeat": ("The officer has not said anything yet.", "El oficial todavía no ha dicho nada."),
    "nothing_to_take_back": ("You have not said anything yet.", "Usted todavía no ha dicho nada."),
    "taken_back": ("Your last turn is taken back.", "Su último turno está quitado."),
    "needs_file": ("Say where to save: /guardar conversation.md", "Diga dónde guardar: /guardar conversacion.md"),
    "saved": ("Saved in {path}.", "Guardado en {path}."),
    "interrupted": ("The officer stops talking.", "El oficial deja de hablar."),
    "bye": (
        "Saved as conversation {number}. Read it again with: garita history show {number}",
        "Guardada como conversación {number}. Para leerla otra vez: garita history show {number}",
    ),
    "stats_turn": (
        "{read} tokens read, {reused} reused, {generated} written at {rate}/s · sentences sampled again {resampled}, "
        "replaced {replaced}",
        "{read} tokens leídos, {reused} aprovechados, {generated} escritos a {rate}/s · frases repetidas {resampled}, "
        "sustituidas {replaced}",
    ),
    "stats_total": (
        "{turns} turns · {sentences} sentences · sampled again {resampled} · replaced {replaced} · {rate} tokens/s",
        "{turns} turnos · {sentences} frases · muestreadas otra vez {resampled} · sustituidas {replaced} · "
        "{rate} tokens/s",
    ),
    "no_conversations": (
        "There is no conversation yet. Begin one with: garita chat",
        "Todavía no hay conversaciones. Empiece una con: garita chat",
    ),
    "devices_device": ("device", "dispositivo"),
    "devices_direction": ("direction", "dirección"),
    "devices_rate": ("rate", "frecuencia"),
    "devices_input": ("microphone", "micrófono"),
    "devices_output": ("loudspeaker", "altavoz"),
    "devices_monitor": ("hears a loudspeaker, never chosen by itself", "oye un altavoz, nunca se elige solo"),
    "devices_used": ("will be used", "se usará"),
    "devices_default": ("the system's own", "el del sistema"),
    "heard": ("heard", "oído"),
    "talk_hint": (
        "Speak Spanish. Enter interrupts the officer · /repite again · /lento slower · a typed line counts as said · "
        "Ctrl-C leaves.",
        "Hable en español. Intro interrumpe al oficial · /repite otra vez · /lento más despacio · una línea escrita "
        "vale como dicha · Ctrl-C sale.",
    ),
    "talk_hint_button": (
        "Press Enter, speak, press Enter · /repite again · /lento slower · a typed line counts as said · "
        "Ctrl-C leaves.",
        "Pulse Intro, hable, pulse Intro · /repite otra vez · /lento más despacio · una línea escrita vale como dicha "
        "· Ctrl-C sale.",
    ),
    "state_off": ("the officer has the word", "habla el oficial"),
    "state_quiet": ("listening", "escucho"),
    "state_starting": ("listening", "escucho"),
    "state_speaking": ("I hear you", "le oigo"),
    "state_stopping": ("the officer waits", "el oficial espera"),
    "demo_done": (
        "In {folder}: both.wav, student.wav, officer.wav, transcript.md, timing.json, timeline.svg",
        "En {folder}: both.wav, student.wav, officer.wav, transcript.md, timing.json, timeline.svg",
    ),
    "demo_times": (
        "From the end of the traveller's speech until ...",
        "Desde que el viajero termina de hablar hasta que ...",
    ),
    "demo_turn": ("turn", "turno"),
    "demo_pause": ("pause is over", "acaba la pausa"),
    "demo_recognised": ("words are known", "se saben las palabras"),
    "demo_first_text": ("first letters", "primeras letras"),
    "demo_first_sentence": ("first sentence", "primera frase"),
    "demo_first_sound": ("first sound", "primer sonido"),
    "recogniser_here": ("here", "instalado"),
    "recogniser_hint": (
        "Get one: garita recogniser get NAME. They lie in {folder}; garita doctor measures which this machine can run.",
        "Para descargar: garita recogniser get NOMBRE. Están en {folder}; garita doctor mide cuál va bien aquí.",
    ),
    "recogniser_done": ("Speech recognition is ready: {folder}", "El reconocimiento de voz está listo: {folder}"),
    "echo_listens": (
        "A tone and a sentence will be played; be quiet for ten seconds ...",
        "Van a sonar un tono y una frase; guarde silencio diez segundos ...",
    ),
    "echo_devices": ("microphone, loudspeaker", "micrófono, altavoz"),
    "echo_delay": ("the echo comes after", "el eco llega tras"),
    "echo_room": ("the room alone", "la sala en silencio"),
    "echo_echo": ("echo in the microphone, against what was played", "eco en el micrófono, frente a lo que sonó"),
    "echo_remaining": ("of it left after cancelling", "lo que queda tras cancelarlo"),
    "echo_before": ("of it taken for a voice", "del eco tomado por voz"),
    "echo_after": ("of it taken for a voice after cancelling", "tomado por voz tras cancelarlo"),
    "echo_interruptions": ("times the officer would interrupt himself", "veces que el oficial se interrumpiría solo"),
    "echo_clipped": (
        "The microphone is overdriven: turn it or the loudspeaker down.",
        "El micrófono se satura: baje su nivel o el volumen del altavoz.",
    ),
    "echo_barge_in": (
        "You may interrupt the officer: set barge_in = true under [voice] in {path}.",
        "Puede interrumpir al oficial: ponga barge_in = true en [voice], en {path}.",
    ),
    "echo_half_duplex": (
        "Let the officer finish here: leave barge_in = false under [voice] in {path} (it is so by default).",
        "Aquí deje terminar al oficial: mantenga barge_in = false en [voice], en {path} (es lo inicial).",
    ),
    "echo_headphones": (
        "Use headphones here, and leave barge_in = false under [voice] in {path} until this check says otherwise.",
        "Use auriculares, y mantenga barge_in = false en [voice], en {path}, hasta que esta prueba diga otra cosa.",
    ),
    "voices_hint": (
        "espeak voices take a variant: espeak:es+f2, espeak:es-419+m3. Piper voices go into {folder}.",
        "Las voces de espeak admiten variantes: espeak:es+f2, espeak:es-419+m3. Las de Piper van en {folder}.",
    ),
}


def word(key: str, language: Language, **facts: object) -> str:
    """One text in one language, its facts filled in."""
    return _WORDS[key][language == "es"].format_map(facts)
