"""The technical details of errors about converting models, in Spanish; details.py explains the table."""

from __future__ import annotations

TABLE = """
was changed while it was read = cambió mientras se leía
could not be read whole = no se pudo leer entero
is empty = está vacío
is no GGUF file: it begins with {} = no es un archivo GGUF: empieza con {}
has {} of at least {} bytes = tiene {} de al menos {} bytes
its head has more than {} bytes = su cabecera tiene más de {} bytes
a name of {} bytes in its head = hay un nombre de {} bytes en su cabecera
a name in its head is not UTF-8 = un nombre de su cabecera no es UTF-8
an array of arrays in its head = hay una lista de listas en su cabecera
{} is {} = {} es {}
tensor {} has no values = el tensor {} no tiene valores
tensor {} lies at byte {}, expected {} = el tensor {} está en el byte {} y se esperaba el {}
says it is shard {} of {} = dice ser la parte {} de {}
its shards hold {} tensors, expected {} = sus partes tienen {} tensores y se esperaban {}
is one of {} shards, but not named like one = es una de {} partes, pero su nombre no lo dice
the shard {} is missing = falta la parte {}
another conversion writes to the same place = otra conversión escribe en el mismo lugar
"""
