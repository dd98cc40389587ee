"""The technical details of errors about conversations and tuning, in Spanish; details.py explains the table."""

from __future__ import annotations

TABLE = """
line {}: {} = línea {}: {}
"""
