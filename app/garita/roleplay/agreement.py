"""The words before a slot, made to agree with what is put in: one comes "por" a noun, but "a" do something.

What will stand in a slot the model has only read in the note, and a small one takes the wrong verb or preposition now
and then: "viene a vacaciones", "ya tiene a Lima". Knows the forms of facts (``meaning.Fact``) and nothing of plans.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from garita.roleplay.meaning import Fact, Form
from garita.roleplay.scenario import Topic


class _Rule(NamedTuple):
    """Facts of this topic and form do not stand after ``wrong`` words but after ``right`` ones, "" for none."""

    topic: Topic
    form: Form
    wrong: str
    right: str


_RULES = (
    _Rule("purpose", "noun", "a|para", "por"),
    _Rule("purpose", "verb", "por", "para"),
    _Rule("origin", "", "es usted|usted es|es", "viene de"),
    _Rule("origin", "demonym", "(?:viene|llega|viaja) (?:de|desde)", "es"),
    _Rule("origin", "demonym", "de|desde", ""),
    _Rule("stay", "until", "dura", "es"),
    _Rule("onward", "", "(?:ya|luego|después) tiene", "después sigue"),
    _Rule("onward", "", "tiene", "sigue"),
    _Rule("onward", "noun", "su viaje sigue", "usted tiene"),
    _Rule("onward", "noun", "sigue|va|viaja", "tiene"),
)
# "a la boda" is as right as "por la boda"; "a el" would have to be drawn together
_WITH_ARTICLE = re.compile(r"(?:las?|los|sus?) ")


def agreeing(text: str, slot: str, fact: Fact) -> str:
    """``text`` with such words before ``{slot}`` as ``fact`` may be put in after."""
    if fact.form == "noun" and _WITH_ARTICLE.match(fact.text):
        return text
    for rule in _RULES:
        if (rule.topic, rule.form) == (fact.topic, fact.form):
            text = _instead(text, slot, rule)
    return text


def _instead(text: str, slot: str, rule: _Rule) -> str:
    right = f"{rule.right} " if rule.right else ""

    def words(found: re.Match[str]) -> str:
        return right.capitalize() if found[0][0].isupper() else right

    return re.sub(rf"\b(?:{rule.wrong}) (?={{{slot}}})", words, text, flags=re.IGNORECASE)
