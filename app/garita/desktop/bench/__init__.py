"""Measures the window: its start, how long its main thread is held up, long conversations, a large journal.

``run.measure`` measures everything; each part runs in a process of its own, without a screen and in a home of its own.
"""
