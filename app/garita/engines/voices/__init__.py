"""The officer's voices behind ports.TextToSpeech: espeak-ng, which is always there, and Piper where a voice file is.

A voice of the operating system needs Qt and lives in desktop/; it only has to keep the same Protocol.
"""
