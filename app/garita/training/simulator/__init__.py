"""Both sides of a customs conversation, made by rules: what the built-in officer is trained on.

``corpus`` is the way in; ``agenda`` plays one conversation; ``officer`` and ``traveller`` put it into words.
"""

from garita.training.simulator.corpus import conversation, conversations, to_learn_from, write_jsonl
from garita.training.simulator.play import Conversation

__all__ = ["Conversation", "conversation", "conversations", "to_learn_from", "write_jsonl"]
