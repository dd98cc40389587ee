"""The technical details of errors about conversations and tuning, in Spanish; details.py explains the table."""

from __future__ import annotations

TABLE = """
line {}: {} = línea {}: {}
no conversation in it, first line {}: {} = no contiene ninguna conversación; primera línea {}: {}
is no known format; known: {} = no es un formato conocido; se conocen: {}
its tokenizer has no chat template = su tokenizador no tiene plantilla de chat
its chat template rewrites what was said before = su plantilla de chat cambia lo dicho antes
its chat template refuses a conversation: {} = su plantilla de chat rechaza una conversación: {}
"""
