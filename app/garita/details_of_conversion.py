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
the key {} is {} = la clave {} es {}
tensor {} has no values = el tensor {} no tiene valores
tensor {} lies at byte {}, expected {} = el tensor {} está en el byte {} y se esperaba el {}
says it is shard {} of {} = dice ser la parte {} de {}
its shards hold {} tensors, expected {} = sus partes tienen {} tensores y se esperaban {}
is one of {} shards, but not named like one = es una de {} partes, pero su nombre no lo dice
the shard {} is missing = falta la parte {}
another conversion writes to the same place = otra conversión escribe en el mismo lugar
a weight of {} = el peso es {}
{} is also changed by {}, and DoRA must be alone = {} también lo cambia {}, y DoRA debe estar solo
{} holds NaN or infinity = {} contiene NaN o infinito
{} ({}) cannot be merged exactly = {} ({}) no se puede fundir con exactitud
{} (init_lora_weights) changed the base; save it converted = {} (init_lora_weights) cambió la base; guárdelo convertido
adapters of type {} cannot be merged, only LORA = los adaptadores de tipo {} no se pueden fundir, solo LORA
it is for {}, not for a language model = es para {}, no para un modelo de lenguaje
the unknown key {} may change the mathematics = la clave desconocida {} puede cambiar las cuentas
the pattern {} is too intricate = el patrón {} es demasiado enrevesado
{} replaces the base and has no weight but 1 = {} sustituye a la base y no admite otro peso que 1
is no LoRA adapter: it says {} = no es un adaptador LoRA: dice {}
tensors of type {} are not supported = no se admiten tensores de tipo {}
the tensor {} has no place = el tensor {} no tiene lugar
there is no tensor in it = no contiene ningún tensor
DoRA has no weight other than 1 = DoRA no admite un peso distinto de 1
PEFT has no DoRA or lora_bias for target_parameters = PEFT no tiene DoRA ni lora_bias para target_parameters
{} has both DoRA and lora_bias = {} tiene DoRA y lora_bias a la vez
{} has no place among the target_parameters = {} no tiene lugar entre los target_parameters
the order of the parameters {} of {} is not known = no se conoce el orden de los parámetros {} de {}
{} is {}, expected a multiple of {} rows = {} es {} y se esperaba un múltiplo de {} filas
{} is {} and {} is {} = {} es {} y {} es {}
{} is missing = falta {}
{} is missing, which {} announces = falta {}, que {} anuncia
a pickle may run any program; save safetensors = un pickle puede ejecutar cualquier programa; guárdelo como safetensors
"""
