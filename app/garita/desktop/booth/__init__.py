"""The booth: the officer, the conversation beside it, and what the student says and does there.

``transcript``, ``state``, ``column``, ``doubts``, ``actions`` and ``accents`` know no Qt; ``conversation``
begins and ends conversations and obeys; everything else shows. ``page.BoothPage`` puts it together.
"""
