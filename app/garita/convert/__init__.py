"""Weights in, GGUF out; usable without the rest of Garita."""
