"""Which step a reply of the officer takes, and whether two replies take the same one.

Where the reference's plan is known, its dialogue act must be realised in the reply (``roleplay.realised``). Where it is
not (conversations from elsewhere), the step is read from both texts by the booth's own clues: a decision, a topic's
question, a farewell, a greeting, or a mere remark; what those clues do not know counts as a remark.
"""

from __future__ import annotations

from typing import get_args

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.clues import asked_about, questions
from garita.roleplay.realised import decision, realised
from garita.roleplay.scenario import Topic

_TOPICS: tuple[Topic, ...] = get_args(Topic)


def takes_step(plan: Plan | None, reference: str, reply: str) -> bool:
    """Whether ``reply`` does what ``reference`` does, whose plan is ``plan`` where that is known."""
    if plan is not None:
        return does(plan.main, reply)
    return bool(reply.strip()) and step(reference) == step(reply)


def does(act: Act, reply: str) -> bool:
    """Whether the reply takes the act's step; who asks again may do so in any words, as the app's direction has it."""
    plainly = Act(kind="ask", topic=act.topic) if act.kind in AGAIN and act.topic and not act.detail else act
    return realised(act, reply) or realised(plainly, reply)


def step(reply: str) -> str:
    """The step that stands in a text: "verdict pay", "ask stay", "ask", "farewell", "greet" or "say"."""
    if questions(reply):
        topic = asked_about(reply, _TOPICS)
        return f"ask {topic}" if topic else "ask"
    if (verdict := decision(reply)) is not None:
        return f"verdict {verdict}"
    return next((kind for kind in ("farewell", "greet") if realised(Act(kind=kind), reply)), "say")
