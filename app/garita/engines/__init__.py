"""Engines behind the Protocols of ports.py: llama.cpp, and the child process that hosts any of them."""
