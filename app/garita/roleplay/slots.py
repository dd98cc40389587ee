"""Slots: the officer's model writes ``{nombre}`` where a name belongs, and code puts in the words that were heard.

A small model copies a strange name, a village or a long list badly; what it has to say with them it says well. So its
training texts and its own earlier turns are delexicalised (Wen et al. 2015, "Semantically Conditioned LSTM-based
Natural Language Generation", section 3.2), and what it writes is filled from the turn's plan before anybody sees it.
Models from elsewhere know no slots and copy well. Knows plans and text, no prompt and no conversation.
"""

from __future__ import annotations

import re

from garita.roleplay.act import Plan
from garita.roleplay.agreement import agreeing
from garita.roleplay.note import TOPIC_WORDS

_SLOT = re.compile(r"\{(\w[\w ]*)\}")
_AT_START = re.compile(r"(?:^|[.!?]\s+)[¿¡]?$")


def delexicalised(text: str, plan: Plan | None) -> str:
    """The officer's words with slots for what ``plan`` heard and for the items, limits and sums of its acts."""
    if plan is None:
        return text
    heard, acts = _of_heard(plan), _of_acts(plan)
    # what is heard is said back first; the same words later on belong to the act
    for name, value in _longest_first(heard):
        text = _hidden(text, name, value, most=1)
    for name, value in [*_longest_first(acts), *_longest_first(heard)]:
        text = _hidden(text, name, value)
    return text


def filled(text: str, plan: Plan | None) -> str:
    """The reverse: ``delexicalised`` text in words. A slot the plan has nothing for stays as it is.

    Words before a slot that do not go with what is put in are replaced (``agreement``).
    """
    if plan is None:
        return text
    values = _of_acts(plan) | _of_heard(plan)
    for fact in plan.heard:
        text = agreeing(text, TOPIC_WORDS[fact.topic], fact)

    def words(found: re.Match[str]) -> str:
        value = values.get(found[1], found[0])
        return value[:1].upper() + value[1:] if _AT_START.search(text[: found.start()]) else value

    return _SLOT.sub(words, text)


def says_twice(text: str) -> bool:
    """Whether one sentence, slots unfilled, says the same thing twice: "se queda {duración} y son {duración}"."""
    slots = _SLOT.findall(text)
    return len(slots) != len(set(slots))


def neutral(text: str) -> str:
    """``text`` with a plain word for every slot: what the officer says of its own."""
    return _SLOT.sub("esto", text)


def visible(text: str) -> str:
    """What of a text being written may be shown: all before a slot that is half written or has no value."""
    return text.partition("{")[0]


def has_slot(text: str) -> bool:
    """Whether a slot, or half of one, stands in the text: nobody may see that."""
    return "{" in text or "}" in text


def _of_heard(plan: Plan) -> dict[str, str]:
    return {TOPIC_WORDS[fact.topic]: fact.text for fact in plan.heard if not fact.none and fact.text}


def _of_acts(plan: Plan) -> dict[str, str]:
    values: dict[str, str] = {}
    for act in plan.acts:
        values |= {"cosa": act.item, "antes": act.before, "límite": act.limit, "pago": act.duty}
    return {name: value for name, value in values.items() if value}


def _longest_first(values: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(values.items(), key=lambda pair: -len(pair[1]))


def _hidden(text: str, name: str, value: str, most: int = 0) -> str:
    """``value`` replaced where it stands as whole words; its first letter may be a capital at a sentence's start."""
    first = f"[{re.escape(value[0].lower() + value[0].upper())}]" if value[0].isalpha() else re.escape(value[0])
    whole = re.compile(rf"(?<![\w{{]){first}{re.escape(value[1:])}(?![\w}}])")
    return whole.sub(lambda _: f"{{{name}}}", text, count=most)
