"""The clerk's half: words a plan, with slots for whatever was heard and for what the acts are about."""

from __future__ import annotations

from random import Random

from garita.training.simulator.frames import mostly_first
from garita.training.simulator.service.act import SLOTS, Act, Heard, Plan, slot
from garita.training.simulator.service.clerk_lines import CLERK
from garita.training.simulator.service.lines import Tongue, joined, tongue
from garita.training.simulator.service.queries import INFORMATION, REMARKS
from garita.training.simulator.service.setting import TOPICS, Setting
from garita.training.simulator.service.words import Language, other
from garita.training.simulator.wording import say

_COMMON_ASK_SHARE = 0.2
_COMMON_TAKE_UP_SHARE = 0.35
_NOT_ALONE = ("allergy",)  # "to nuts" says nothing by itself
_LEAD_SHARE = {"kind": 0.35, "brief": 0.1, "lively": 0.55}
_TAIL_SHARE = 0.12
_REGION_SHARE = 0.35  # of the leads
# now and then a few words in the other language come in: the drift that tuning has to cure
_MIXED_SHARE = 0.05
_OTHER_QUESTION_SHARE = 0.02


class Clerk:
    """One clerk's manner of speaking, for one talk."""

    def __init__(self, setting: Setting, rng: Random) -> None:
        self._setting, self._rng = setting, rng

    def turn(self, plan: Plan) -> str:
        """The whole turn: what was heard, then the acts in order."""
        said = [self._taken_up(heard, plan.language) for heard in plan.heard]
        said += [self._act(act, plan, number) for number, act in enumerate(plan.acts)]
        if plan.heard and self._rng.random() < _MIXED_SHARE:
            said.insert(0, CLERK.say("aside", self._tongue(other(plan.language)), self._rng))
        return joined(said)

    def _tongue(self, language: Language) -> Tongue:
        return tongue(language, friendly=self._setting.scene.friendly)

    def _taken_up(self, heard: Heard, language: Language) -> str:
        if not heard.text:
            return CLERK.say("take_up_nothing", self._tongue(language), self._rng)
        own = TOPICS[heard.key].into(language).take_up if heard.key in TOPICS else ()
        if not own or (heard.key not in _NOT_ALONE and self._rng.random() < _COMMON_TAKE_UP_SHARE):
            return CLERK.say("take_up", self._tongue(language), self._rng, x=slot(heard.word))
        return say(mostly_first(own, self._rng), self._rng, x=slot(heard.word))

    def _act(self, act: Act, plan: Plan, number: int) -> str:
        language = plan.language
        match act.kind:
            case "ask":
                if self._rng.random() < _OTHER_QUESTION_SHARE:
                    language = other(language)
                led = number == 0 and self._rng.random() < _LEAD_SHARE[self._setting.manner]
                return self._question(act, language, led=led)
            case "repeat" | "easier":
                name = "again" if number else act.kind
                return self._line(name, act, language, ask=_lowered(self._question(act, language, led=False)))
            case "tell":
                side = INFORMATION[act.key].into(self._tongue(language))
                return say(self._rng.choice(side.answer), self._rng, x=_slot_of("limit", language))
            case "reply":
                return say(self._rng.choice(REMARKS[act.key].into(self._tongue(language)).answer), self._rng)
        return self._line(act.kind, act, language)

    def _line(self, name: str, act: Act, language: Language, **more: str) -> str:
        scene = self._setting.scene
        fields = {field: _slot_of(field, language) for field in SLOTS if getattr(act, field)}
        place = f"{scene.place.into(language)} {self._setting.place}"
        first = self._setting.clerk.split()[0]
        return CLERK.say(name, self._tongue(language), self._rng, place=place, first=first, **fields, **more)

    def _question(self, act: Act, language: Language, *, led: bool) -> str:
        if not led and self._rng.random() < _COMMON_ASK_SHARE:
            topic = TOPICS[act.key].into(language)
            text = CLERK.say("ask", self._tongue(language), self._rng, about=topic.about)
        else:
            text = say(self._rng.choice(TOPICS[act.key].into(language).ask), self._rng)
        if text.endswith("?") and self._rng.random() < _TAIL_SHARE:
            text = f"{text[:-1]}{CLERK.say('tail', self._tongue(language), self._rng)}?"
        return self._led(text, language) if led else text

    def _led(self, question: str, language: Language) -> str:
        name = "lead"
        if language == "es" and self._rng.random() < _REGION_SHARE:
            name = "lead_spain" if self._setting.land == "ES" else "lead_america"
        lead = CLERK.say(name, self._tongue(language), self._rng)
        return f"{lead} {_lowered(question) if lead.endswith(',') else question}"


def _slot_of(field: str, language: Language) -> str:
    return slot(SLOTS[field].into(language))


def _lowered(sentence: str) -> str:
    """As it stands after a comma or a colon; the English "I" stays."""
    mark = "¿" if sentence.startswith("¿") else ""
    rest = sentence.removeprefix("¿")
    keeps = rest.startswith(("I ", "I'", "{"))
    return mark + (rest if keeps else rest[:1].lower() + rest[1:])
