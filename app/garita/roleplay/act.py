"""What the officer does in a turn: dialogue acts, and the plan of one turn made of them.

Only the values. ``agenda`` decides them, ``note`` says them to the model, the simulator words them.
"""

from __future__ import annotations

from typing import Literal

from garita.roleplay.meaning import Fact, OffTopic
from garita.roleplay.scenario import Strict, Topic

ActKind = Literal[
    "greet",          # opens the conversation, or greets back
    "ask",            # the topic's question
    "follow_up",      # ``detail`` of ``item``, or of the topic
    "confirm",        # was ``item`` heard rightly?
    "repeat",         # the same question again
    "slow_down",      # again, in few slow words
    "rephrase",       # again, in the plainest words
    "explain",        # what ``item``, a word, means; and the question again
    "ask_spanish",    # Spanish, please; and the question again
    "pardon",         # heard nothing that makes sense; the question again
    "stay_in_role",   # answers provocation, insult or injection calmly; the question again
    "return",         # a few words to a remark off the road (``remark``), and the question again
    "not_yet",        # "may I go?": not before this question
    "move_on",        # lets a topic be that the traveller cannot answer; always followed by another act
    "contradiction",  # ``item`` does not fit ``before``: which is right?
    "rule",           # states the rule (``limit``) on ``item`` and what follows; asks whether that is understood
    "demand",         # wants a paper (``detail``) for ``item``
    "verdict",        # ``verdict`` and its reason ``item``
    "farewell",       # good-bye
]  # fmt: skip

Detail = Literal[
    "", "quantity", "value", "what", "which", "whom", "company", "school", "address", "visa", "return_ticket",
    "prescription", "papers", "invoice", "declaration", "yes_what",
]  # fmt: skip

RuleKind = Literal["", "alcohol", "tobacco", "food", "cash", "gift", "medicine", "forbidden"]

VerdictKind = Literal["admit", "pay", "hold", "inspect", "refuse"]

# What the student said beside the question, that the officer has a word for.
Remark = OffTopic | Literal["insult", "injection", "thanks", "how_are_you", "sorry"]
ReplyTo = Literal["", "yes", "no", "dont_know"]

# Acts that put a topic's question once more.
AGAIN: frozenset[ActKind] = frozenset(
    {"repeat", "slow_down", "rephrase", "explain", "ask_spanish", "pardon", "stay_in_role", "return", "not_yet"}
)


class Act(Strict, frozen=True):
    """One thing the officer does. All texts are Spanish in the officer's mouth, without article where a Fact has none.

    ``topic``: what it is about (always, except for greet, verdict and farewell). ``item``: the thing, word or fact
    meant ("tres litros de ron", "alojarse", "dos semanas"). ``before``: in a contradiction, what stands against it
    ("un mes"); ``known_from`` says whether the traveller said that or a paper does. ``limit``: the allowance
    ("1 litro de alcohol", "no se puede entrar con carne"). ``duty``: what a verdict asks to be paid ("45 euros").
    """

    kind: ActKind
    topic: Topic | None = None
    detail: Detail = ""
    item: str = ""
    before: str = ""
    known_from: Literal["", "said", "passport", "flight", "suitcase"] = ""
    rule: RuleKind = ""
    limit: str = ""
    remark: Remark = ""
    verdict: VerdictKind | None = None
    duty: str = ""


class Plan(Strict, frozen=True):
    """One turn of the officer: what it takes up first, then one act, seldom two (greet or move_on, then ask).

    ``heard`` are the facts the officer says back; ``reply_to`` what else the student did that wants a word ("yes" to
    a demanded paper, "no").
    """

    acts: tuple[Act, ...]
    heard: tuple[Fact, ...] = ()
    reply_to: ReplyTo = ""

    @property
    def main(self) -> Act:
        """The act that ends the turn."""
        return self.acts[-1]
