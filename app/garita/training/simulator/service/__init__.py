"""Service dialogues and small talk in Spanish and English: what a base model knows before it becomes an officer.

Nothing here is about borders. ``play`` is the way in; ``setting`` draws a place, ``act`` holds the plan and its note,
``clerk`` and ``customer`` put both sides into words, the tables are text in ``topics_*``, ``values_*`` and ``*_lines``.
"""

from garita.training.simulator.service.play import Talk, play, talks
from garita.training.simulator.service.setting import Setting, draw

__all__ = ["Setting", "Talk", "draw", "play", "talks"]
