"""The technical details of errors about conversations and tuning, in Spanish; details.py explains the table."""

from __future__ import annotations

TABLE = """
line {}: {} = línea {}: {}
no conversation in it, first line {}: {} = no contiene ninguna conversación; primera línea {}: {}
is no known language; es, en and pt are examples = no es un idioma conocido; es, en y pt son ejemplos
no conversation is left: {} = no queda ninguna conversación: {}
validation and test leave nothing for training = validación y prueba no dejan nada para entrenar
nothing says into which language to translate = nada dice a qué idioma traducir
there is something already = ya hay algo ahí
{} is missing: it is no dataset folder = falta {}: no es una carpeta de conversaciones
is damaged: {} = está dañado: {}
is of version {}, expected {} = es de la versión {} y se esperaba la {}
{} of its conversations are in the training set, too = \
{} de sus conversaciones están también entre las de entrenamiento
is no known format; known: {} = no es un formato conocido; se conocen: {}
its tokenizer has no chat template; name a Jinja file as chat_template in the recipe = \
su tokenizador no tiene plantilla de chat; ponga un archivo Jinja como chat_template en la receta
its tokenizer has no chat template = su tokenizador no tiene plantilla de chat
its chat template rewrites what was said before = su plantilla de chat cambia lo dicho antes
its chat template refuses a conversation: {} = su plantilla de chat rechaza una conversación: {}
{} is damaged: {} = {} está dañado: {}
{} is missing = falta {}
its file is damaged = su archivo está dañado
its file is not the one that was promoted = su archivo no es el que se aprobó
it is not the file that was judged = no es el archivo que se evaluó
is no report of an evaluation: {} = no es el informe de una evaluación: {}
its model was judged with adapters; merge them first = su modelo se evaluó con adaptadores; fúndalos antes
it judges another model than the active officer = evalúa otro modelo que el oficial activo
it rests on other conversations = se basa en otras conversaciones
a floor needs a figure of which more is better = un mínimo necesita una cifra de la que más es mejor
there is no such attribute; there are: {} = no existe ese atributo; existen: {}
{} can be: {} = {} puede ser: {}
a range from {} to {} does not lie within 0 and {} = el margen de {} a {} no está entre 0 y {}
it was begun with another value of {} = se empezó con otro valor de {}
another run is at work there = otra ejecución está trabajando ahí
batches need a server's address = los lotes necesitan la dirección de un servidor
is no base model, it lacks {} = no es un modelo base, le falta {}
no such folder; a repository of the hub is written owner/name = no existe; un repositorio se escribe dueño/nombre
is a file, and a base is a folder = es un archivo, y una base es una carpeta
the hub cannot be reached ({}) = no se puede llegar al servidor ({})
the hub no longer has the commit {} = el servidor ya no tiene la versión {}
the hub has no such repository, or does not show it to everybody = no hay tal repositorio, o no se muestra a todos
the hub does not accept the token of HF_TOKEN or of the login = no se acepta el token de HF_TOKEN o de la sesión
give either steps or epochs = dé steps o epochs, una de las dos
lm_head cannot be trained: the loss reads the base's own = lm_head no se puede entrenar: la pérdida lee la de la base
{} stands alone = {} va sola
its tokenizer cannot be read: {} = no se puede leer su tokenizador: {}
its weights cannot be read: {} = no se pueden leer sus pesos: {}
it holds the fine-tune of another recipe = contiene el ajuste de otra receta
its {} part has no conversation = su parte {} no tiene ninguna conversación
no reply in its {} part begins within max_length ({}) = \
ninguna respuesta de su parte {} empieza antes de max_length ({})
memory is full: a smaller batch, a shorter max_length, checkpointing or 4 bits need less = \
la memoria está llena: un batch o un max_length menor, checkpointing o 4 bits necesitan menos
the loss is no number any more: lower the rate, or raise the warm-up, and begin anew = \
la pérdida ya no es un número: baje rate o suba warmup, y empiece de nuevo
{} conversations could not go on: {} = {} conversaciones no pudieron seguir: {}
"""
