"""Plays one talk: the customer speaks, the plan says what the clerk does, the clerk words it. Read ``_Talk.run`` first.

Half of the talks carry the plans as notes behind the customer's words, and the clerk's turns keep their slots, as the
officer's do; the other half have neither notes nor slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from garita.messages import ChatMessage, Role
from garita.training.simulator.service.act import Act, Heard, Kind, Plan, filled
from garita.training.simulator.service.clerk import Clerk
from garita.training.simulator.service.customer import Customer
from garita.training.simulator.service.queries import INFORMATION, REMARKS
from garita.training.simulator.service.region import localised
from garita.training.simulator.service.setting import Setting, draw
from garita.training.simulator.service.topic import Topic
from garita.training.simulator.service.words import Language, Pair, Value, other

NOTED_SHARE = 0.5
_SPEAKS_FIRST_SHARE = 0.35
_SWITCH_SHARE = 0.025  # a turn: the customer goes on in the other language
_CLERK_STAYS_SHARE = 0.3  # of those, the clerk does not follow
_LINGERS_SHARE = 0.3
# what may happen instead of a plain answer, and how often
_OFF_ROAD: tuple[tuple[str, float], ...] = (
    ("what", 0.06), ("hard", 0.03), ("query", 0.1), ("remark", 0.07), ("unsure", 0.05), ("change", 0.05),
)  # fmt: skip
_CALM_AFTER = 9  # turns; from then on everybody wants to be done
_LAST_QUESTION = 11
_TWO_AT_ONCE_SHARE = 0.14
_QUANTITY_SHARE = 0.6
_HEARD_WELL_SHARE = 0.6  # where the clerk was not sure
_COUNTED = ("groceries",)
# what one may do without, and how often one does
_OPTIONAL = {
    "allergy": 0.4, "companions": 0.15, "breakfast": 0.2, "dessert": 0.3, "seat": 0.25, "reason": 0.15, "budget": 0.15,
    "plan": 0.1, "medicine": 0.15,
}  # fmt: skip
_PAID = ("nights", "room", "breakfast", "ticket", "seat", "goods", "groceries", "drink", "dish", "dessert", "parcel",
         "medicine", "activity", "cut", "broken", "book")  # fmt: skip
_ARRIVAL = Pair("(Llega {who} {spot}.)", "(The {who} arrives {spot}.)")
_QUANTITY_WORD = Pair("cantidad", "quantity")


@dataclass(frozen=True)
class Turn:
    """One turn of the clerk: ``message`` of the talk, the plan behind it, the language it is in."""

    message: int
    plan: Plan
    text: str


@dataclass(frozen=True)
class Talk:
    """What the model sees of a talk, and what the clerk did."""

    setting: Setting
    messages: tuple[ChatMessage, ...]
    turns: tuple[Turn, ...]
    noted: bool


def talks(count: int, seed: int) -> Iterator[Talk]:
    """``count`` talks, each in a place of its own and with a seed of its own, so that any one can be made again."""
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        yield play(draw(rng), rng)


def play(setting: Setting, rng: Random) -> Talk:
    """One whole talk in this place; the same generator state gives the same words."""
    return _Talk(setting, rng).run()


class _Talk:
    """One talk in the making."""

    def __init__(self, setting: Setting, rng: Random) -> None:
        self._setting, self._rng = setting, rng
        self._values = setting.values(rng)
        self._clerk = Clerk(setting, rng)
        self._customer = Customer(setting.language, rng, friendly=setting.scene.friendly)
        self._language: Language = setting.language  # the clerk's
        self._noted = rng.random() < NOTED_SHARE
        self._messages = [self._message("system", setting.prompt())]
        self._turns: list[Turn] = []
        self._todo = list(setting.topics)
        self._told: list[tuple[Topic, Value]] = []

    def run(self) -> Talk:
        """From the greeting to the farewell."""
        first = self._todo.pop(0)
        self._exchange(self._opening(), self._ask(first, Act("greet")))
        topic: Topic | None = first
        while topic is not None:
            topic = self._about(topic)
        self._exchange(self._customer.line("fine"), [Act("farewell")])
        if self._rng.random() < _LINGERS_SHARE:
            self._exchange(self._customer.line("bye"), [Act("farewell")])
        return Talk(self._setting, tuple(self._messages), tuple(self._turns), self._noted)

    # --- one question -----------------------------------------------------------------------------------------------

    def _about(self, topic: Topic) -> Topic | None:
        """What the customer makes of the question; returns the topic asked for then, None when the talk is done."""
        self._perhaps_switch()
        match self._off_road():
            case "what":
                return self._again(self._customer.line("what"), topic, "repeat")
            case "hard":
                return self._again(self._customer.line("hard"), topic, "easier")
            case "query":
                return self._query(topic)
            case "remark":
                return self._remark(topic)
            case "unsure":
                return self._unsure(topic)
            case "change" if self._told:
                return self._change(topic)
        return self._plain(topic)

    def _off_road(self) -> str:
        if len(self._turns) >= _CALM_AFTER:
            return ""
        chance = self._rng.random()
        for name, share in _OFF_ROAD:
            if (chance := chance - share) < 0:
                return name
        return ""

    def _again(self, said: str, topic: Topic, kind: Kind, *first: Act) -> Topic:
        self._exchange(said, [*first, Act(kind, topic.into(self._language).about, key=topic.key)])
        return topic

    def _query(self, topic: Topic) -> Topic:
        """The customer wants to know something that stands in the clerk's prompt."""
        key = self._rng.choice(sorted(self._setting.known))
        about, limit = INFORMATION[key].into(self._language).about, self._setting.known[key].into(self._language)
        return self._again(self._customer.query(key), topic, "repeat", Act("tell", about, limit=limit, key=key))

    def _remark(self, topic: Topic) -> Topic:
        """The customer says something beside the point."""
        key = self._rng.choice(sorted(REMARKS))
        about = REMARKS[key].into(self._language).about
        return self._again(self._customer.remark(key), topic, "repeat", Act("reply", about, key=key))

    def _plain(self, topic: Topic) -> Topic | None:
        if self._rng.random() < _OPTIONAL.get(topic.key, 0.0):
            return self._next(self._customer.line("nothing"), Heard(topic.key, topic.into(self._language).word, ""))
        answers = [(topic, self._values.draw(topic.value))]
        if self._todo and self._rng.random() < _TWO_AT_ONCE_SHARE:
            told = self._todo.pop(0)
            answers.append((told, self._values.draw(told.value)))
        said, heard = self._customer.answer(*answers), [self._heard(*answer) for answer in answers]
        self._told += answers
        if len(answers) == 1 and topic.key in _COUNTED and self._rng.random() < _QUANTITY_SHARE:
            return self._quantity(said, heard[0])
        return self._next(said, *heard)

    def _quantity(self, said: str, heard: Heard) -> Topic | None:
        """How many of the thing just named?"""
        self._exchange(said, [Act("quantity", item=heard.text, key=heard.key)])
        quantity = self._values.draw("quantity")
        text = quantity.said.into(self._customer.language)
        return self._next(f"{text[:1].upper()}{text[1:]}.", Heard("", _QUANTITY_WORD.into(self._language), text))

    def _unsure(self, topic: Topic) -> Topic | None:
        """The clerk is not sure of the answer, and the customer says yes or something else."""
        value = self._values.draw(topic.value)
        confirm = Act("confirm", item=self._as_heard(value), key=topic.key)
        self._exchange(self._customer.answer((topic, value)), [confirm])
        if self._rng.random() < _HEARD_WELL_SHARE:
            self._told.append((topic, value))
            return self._next(self._customer.line("yes"))
        value = self._values.draw(topic.value)
        self._told.append((topic, value))
        said = self._customer.line("no_but", x=value.said.into(self._customer.language))
        return self._next(said, self._heard(topic, value))

    def _change(self, topic: Topic) -> Topic:
        """An earlier answer is another one now; the question that was asked comes again."""
        earlier, before = self._rng.choice(self._told)
        value = self._values.draw(earlier.value)
        new = value.said.into(self._customer.language)
        act = Act("change", item=self._as_heard(value), before=self._as_heard(before), key=earlier.key)
        self._exchange(self._customer.line("change", x=new), [act])
        self._told = [(one, value if one is earlier else old) for one, old in self._told]
        said = self._customer.line("which", x=new)
        self._exchange(said, self._ask(topic), self._heard(earlier, value))
        return topic

    def _next(self, said: str, *heard: Heard) -> Topic | None:
        """The next question, or what ends the talk."""
        if self._todo and len(self._turns) < _LAST_QUESTION:
            topic = self._todo.pop(0)
            self._exchange(said, self._ask(topic), *heard)
            return topic
        self._exchange(said, [self._end()], *heard)
        return None

    def _end(self) -> Act:
        items = [value for topic, value in self._told if topic.key in _PAID]
        if not self._setting.scene.priced or not items:
            return Act("ready")
        return Act("price", item=self._as_heard(items[0]), price=self._values.sum().into(self._language))

    def _ask(self, topic: Topic, *first: Act) -> list[Act]:
        return [*first, Act("ask", topic.into(self._language).about, key=topic.key)]

    # --- the messages -----------------------------------------------------------------------------------------------

    def _opening(self) -> str:
        if self._rng.random() < _SPEAKS_FIRST_SHARE:
            return self._customer.line("greet")
        scene, language = self._setting.scene, self._language
        return _ARRIVAL.into(language).format(who=scene.customer.into(language), spot=scene.spot.into(language))

    def _exchange(self, said: str, acts: list[Act], *heard: Heard) -> None:
        """The customer's words with the note, and the clerk's turn."""
        plan = Plan(self._language, tuple(acts), heard)
        text = self._clerk.turn(plan)
        self._messages.append(self._message("user", f"{said}\n{plan.note()}" if self._noted else said))
        self._turns.append(Turn(len(self._messages), plan, text))
        self._messages.append(self._message("assistant", text if self._noted else filled(text, plan.values())))

    def _message(self, role: Role, text: str) -> ChatMessage:
        return ChatMessage(role=role, content=localised(text, self._setting.land))

    def _perhaps_switch(self) -> None:
        """The customer goes on in the other language, and mostly the clerk with them."""
        if self._rng.random() < _SWITCH_SHARE:
            self._customer.language = other(self._customer.language)
            if self._rng.random() >= _CLERK_STAYS_SHARE:
                self._language = self._customer.language

    def _heard(self, topic: Topic, value: Value) -> Heard:
        return Heard(topic.key, topic.into(self._language).word, self._as_heard(value))

    def _as_heard(self, value: Value) -> str:
        return value.heard.into(self._customer.language)
