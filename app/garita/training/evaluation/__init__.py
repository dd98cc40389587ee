"""Judges officers: the GGUF through the program's own engine, session and guard, against travellers it never met."""
