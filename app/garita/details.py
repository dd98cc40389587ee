"""The technical details inside error messages, in Spanish: what the core says in short English fragments.

A table of fragments with ``{}`` where a name or a number stands. A test fails where a fragment of ours is missing here;
what other programs say (the system, llama.cpp, msgspec) stays in their English.
"""

from __future__ import annotations

import re
from functools import cache

from garita.details_of_conversion import TABLE as _OF_CONVERSION
from garita.details_of_training import TABLE as _OF_TRAINING

_TABLE = """
cannot be read: {} = no se puede leer: {}
cannot be written: {} = no se puede escribir: {}
larger than {} KiB = ocupa más de {} KiB
byte {} is not UTF-8 = el byte {} no es UTF-8
nested too deeply = tiene demasiados niveles
not valid TOML: {} = no es TOML válido: {}
unknown key = clave desconocida
there is no conversation in it = no contiene ninguna conversación
missing = falta
is {}, but the file is named {} = es {}, pero el archivo se llama {}
must be between {} and {} = debe estar entre {} y {}
Garita brings a scenario of this name along = Garita ya trae una escena con este nombre
{} is there twice = {} está dos veces
is there twice = está dos veces
must be a number of zero or more = debe ser un número, cero o más
must not be empty = no debe estar vacío
must be one line without control characters = debe ser una línea sin caracteres de control
{} is no ISO 3166 country code = {} no es un código de país ISO 3166
{} is no ISO 4217 currency code = {} no es un código de moneda ISO 4217
expected {}, got {} = se esperaba {} y hay {}
a text of {} bytes in its head = hay un texto de {} bytes en su cabecera
GGUF version {}, and versions 2 and 3 are known = la versión de GGUF es {}; se conocen la 2 y la 3
{} tensors and {} keys cannot be = no puede haber {} tensores y {} claves
a value of unknown type {} in its head = hay un valor de tipo desconocido {} en su cabecera
tensor {} has {} dimensions = el tensor {} tiene {} dimensiones
tensor {} has the unknown type {} = el tensor {} es de tipo desconocido {}
tensor {} has rows of {} values, not whole blocks of {} = el tensor {} tiene filas de {} valores, no bloques de {}
an alignment of {} = su alineación es {}
it does not come to an end = no termina nunca
it loses what was said = pierde lo que se dijo
it ended: {} = terminó: {}
another version of llama.cpp ({}) = es otra versión de llama.cpp ({})
llama.cpp cannot apply it = llama.cpp no puede aplicarlo
llama.cpp cannot read the grammar = llama.cpp no puede leer la gramática
the answer's beginning does not match it = el comienzo de la respuesta no la cumple
JSON schema: {} = esquema JSON: {}
scale {} = la escala es {}
no such file = no existe el archivo
{} is missing ({} in all) = falta {} ({} en total)
{} has no place in a Llama ({} in all) = {} no tiene lugar en una Llama ({} en total)
{} is {}, expected {} = {} es {} y se esperaba {}
holds NaN or infinity = contiene NaN o infinito
its {} does not fit {} = su {} no cabe en {}
unknown type {}; known: {} = tipo desconocido {}; se conocen: {}
input and output are the same file = la entrada y la salida son el mismo archivo
is no GGUF file = no es un archivo GGUF
is no JSON: {} = no es JSON: {}
is no JSON object = no es un objeto JSON
there is no .safetensors file = no hay ningún archivo .safetensors
{} is in two files = {} está en dos archivos
{} could not be read whole = {} no se pudo leer entero
is truncated or no safetensors file = está incompleto o no es safetensors
its header is damaged: {} = su cabecera está dañada: {}
the tokenizer does not know {} = el tokenizador no conoce {}
no usable tokenizer: {} = no hay un tokenizador utilizable: {}
the checkpoint is damaged: {} = el punto guardado está dañado: {}
the checkpoint belongs to another recipe = el punto guardado es de otra receta
the weights are those of another kind of model = los pesos son de otro tipo de modelo
it is of no kind of sound file known here = no es de ningún tipo de archivo de sonido conocido
there is no sound in it = no contiene ningún sonido
no sound arrives = no llega ningún sonido
it takes no sound = no acepta sonido
it stopped = se detuvo
{} is no low-rank product, as run time needs = {} no es un producto de rango bajo, como hace falta en ejecución
{} has {}, which llama.cpp leaves out at run time = {} tiene {}, que llama.cpp omite en ejecución
{} is not in the base = {} no está en la base
{} is tied in the base; only a merge unties it = {} está atado en la base; solo una fusión lo separa
{} is one of a stack of experts, which only a merge changes = {} es de una pila de expertos, que solo cambia una fusión
{} is also the output; only a merge unties it = {} es también la salida; solo una fusión lo separa
it changes nothing = no cambia nada
{} of the base is not in it = {} de la base no está en él
the text to compare with is empty = el texto para comparar está vacío
has a vocabulary of {} words, expected {} = tiene un vocabulario de {} palabras y se esperaban {}
the system moved it to another device = el sistema lo pasó a otro dispositivo
"""

_OF_SPEECH = """
loading it does not come to an end = cargarlo no termina nunca
the microphone gives only silence = el micrófono solo da silencio
the microphone stopped = el micrófono se detuvo
the tone did not come back = el tono no volvió
the file is empty = el archivo está vacío
the file is not the one that was installed = el archivo no es el que se instaló
the folder's path is longer than {} bytes = la ruta de la carpeta ocupa más de {} bytes
espeak-ng cannot read Spanish with this data = espeak-ng no sabe leer español con estos datos
espeak-ng refuses this data = espeak-ng rechaza estos datos
there is no trained ear in it = no contiene ningún oído entrenado
a Piper voice takes other inputs than {} = una voz de Piper tiene otras entradas que {}
it speaks {}, not Spanish = habla {}, no español
phoneme_id_map lacks {} = en phoneme_id_map falta {}
it ends at token {} and the model has {} = termina en el token {} y el modelo tiene {}
it has {} tokens and the model {} = tiene {} tokens y el modelo {}
it has {} entries and the model {} = tiene {} entradas y el modelo {}
it holds a model of the kind {}, not Whisper = contiene un modelo de la clase {}, no Whisper
it is a web page; the download went wrong = es una página web; la descarga salió mal
it is empty = está vacío
it is missing = falta
it cannot be read = no se puede leer
{} names it and it is missing = {} lo nombra y falta
it is only a Git LFS pointer to the real file = solo es un puntero de Git LFS al archivo de verdad
it names a token that the model does not have = nombra un token que el modelo no tiene
it does not know Spanish = no sabe español
it lacks the token {} = le falta el token {}
token {} has the number {} there and another in {} = el token {} tiene ahí el número {} y otro en {}
its alignment_heads name one that the model does not have, or none = su alignment_heads nombra una que no hay, o ninguna
its content is not what {} says = su contenido no es el que dice {}
its encoder does not hear in {} steps as Whisper's does = su codificador no oye en {} pasos como el de Whisper
its lang_ids do not name Spanish = su lang_ids no nombra el español
its variable {} is missing or has the wrong shape = su variable {} falta o tiene otra forma
there is no hash and file name in the line {} = no hay suma y nombre de archivo en la línea {}
it says {} mel bands (80 where it is missing) and the model takes {} = dice {} bandas mel (80 si falta), no {}
{} is {}, and Whisper's is {} = {} es {} y el de Whisper es {}
its first bytes say format {}, which is no CTranslate2 format in use = al principio dice formato {}, que no se usa
{} bytes follow after its end = tras su final hay {} bytes más
variable {} has {} dimensions = la variable {} tiene {} dimensiones
variable {} has {} bytes for shape {} = la variable {} tiene {} bytes para la forma {}
it ends within variable {} = termina dentro de la variable {}
it claims {} variables = dice tener {} variables
a name in it is no text = un nombre que contiene no es texto
it ends too early = termina demasiado pronto
it has none of the files that are needed = no tiene ninguno de los archivos necesarios
it has another size than was announced = su tamaño no es el anunciado
the hub does not say how large it is = el servidor no dice cuánto ocupa
the base has no tensor {} = el modelo base no tiene ningún tensor {}
{} has another shape in the base = {} tiene otra forma en el modelo base
it changed while it was copied = cambió mientras se copiaba
must be larger than the file = debe ser mayor que el archivo
Spanish must come first = el español debe ir primero
{} is no known recogniser = {} no es un reconocedor conocido
its content is not what the hub says = su contenido no es el que anuncia el servidor
it does not understand the synthetic student = no entiende al estudiante sintético
"""


def in_spanish(detail: str) -> str:
    """The detail in Spanish; unchanged where the table does not know it."""
    for pattern, spanish in _table():
        if found := pattern.fullmatch(detail):
            return spanish.format(*found.groups())
    return detail


@cache
def _table() -> list[tuple[re.Pattern[str], str]]:
    """Each fragment as a pattern; the ones with the most words of their own first."""
    pairs = [line.split(" = ") for line in (_TABLE + _OF_CONVERSION + _OF_TRAINING + _OF_SPEECH).splitlines() if line]
    pairs.sort(key=lambda pair: -len(pair[0].replace("{}", "")))
    return [(re.compile("(.+?)".join(map(re.escape, english.split("{}"))), re.DOTALL), es) for english, es in pairs]
