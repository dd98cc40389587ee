"""What the officer means, in English: captions for people who know no Spanish.

Not a translation of the sentence, which the model words freely, but of the plan behind it; things keep their Spanish
names, as they were said. Knows acts, no text of the officer's.
"""

from __future__ import annotations

from garita.roleplay.act import AGAIN, Act, Detail, Plan, VerdictKind
from garita.roleplay.scenario import Topic

_ASKS: dict[Topic, str] = {
    "passport": "May I see your passport?", "name": "What is your name?", "origin": "Where are you coming from?",
    "purpose": "What is the purpose of your trip?", "stay": "How long are you staying?",
    "lodging": "Where are you staying?", "profession": "What do you do for a living?",
    "companions": "Are you travelling with anyone?", "goods": "What do you have in your luggage?",
    "food": "Are you carrying any food?", "medicines": "Are you carrying any medicine?",
    "pets": "What about the animal?", "samples": "What about the samples?",
    "money": "How much money are you carrying?", "onward": "Where are you going from here?",
}  # fmt: skip
_DETAILS: dict[Detail, str] = {
    "": "Tell me more about {item}.", "quantity": "How much of it: {item}?", "value": "What is it worth: {item}?",
    "what": "What is that: {item}?", "which": "Which one?", "whom": "Whom are you visiting?",
    "company": "For which company?", "school": "At which school?", "address": "What is the address?",
    "visa": "Do you have a visa?", "return_ticket": "Do you have a return ticket?",
    "prescription": "Do you have the prescription for {item}?", "papers": "Do you have the papers for {item}?",
    "invoice": "Do you have the invoice for {item}?", "declaration": "Do you have the declaration?",
    "yes_what": "What exactly?",
}  # fmt: skip
_AGAIN_WORDS = {
    "repeat": "Once more:", "slow_down": "Slowly:", "rephrase": "In easier words:",
    "ask_spanish": "In Spanish, please.", "pardon": "Pardon?", "not_yet": "Not yet.",
    "stay_in_role": "A little respect, please.", "return": "Let us go on.",
    "explain": "“{item}” — let me explain.",
}  # fmt: skip
_KNOWN_FROM = {
    "said": "You said {before} before", "passport": "Your passport says {before}", "flight": "Your flight is {before}",
    "suitcase": "The scanner shows {before}",
}  # fmt: skip
_VERDICTS: dict[VerdictKind, str] = {
    "admit": "All is in order. You may pass.", "pay": "You may pass, and there is something to pay: {duty}.",
    "hold": "You may pass, but this stays here: {item}.", "inspect": "Please go to the second inspection: {item}.",
    "refuse": "You may not enter: {item}.",
}  # fmt: skip


def in_english(plan: Plan | None) -> str:
    """The officer's turn in English; empty where the model decided what to say."""
    if plan is None:
        return ""
    heard = ", ".join("nothing" if fact.none else fact.text for fact in plan.heard)
    said_back = f"“{heard}”, noted. " if heard else ""
    return said_back + " ".join(_act(act) for act in plan.acts)


def _act(act: Act) -> str:
    match act.kind:
        case "greet":
            return "Good day."
        case "ask":
            return _question(act)
        case "follow_up" | "demand":
            return _detail(act)
        case "confirm":
            return f"Did I hear that right: {act.item}?"
        case "move_on":
            return "Let us leave that."
        case "contradiction":
            known = _KNOWN_FROM[act.known_from or "said"].format(before=act.before)
            return f"{known}, and now {act.item}. Which is right?"
        case "rule":
            return f"There is a rule about {act.item}{f': {act.limit}' if act.limit else ''}. Do you understand?"
        case "verdict":
            words = _VERDICTS[act.verdict or "admit"].format(item=act.item, duty=act.duty)
            return words.replace(": .", ".")
        case "farewell":
            return "Good-bye."
    assert act.kind in AGAIN
    again = _AGAIN_WORDS[act.kind].format(item=act.item)
    return f"{again} {_detail(act) if act.detail else _question(act)}".strip()


def _question(act: Act) -> str:
    return _ASKS[act.topic] if act.topic else ""


def _detail(act: Act) -> str:
    return _DETAILS[act.detail].format(item=act.item or "it")
