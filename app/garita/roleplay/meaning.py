"""What a student's turn means at the booth: facts, and what else the turn does (asks to repeat, thanks, is English).

Only the values. ``understand`` reads them out of Spanish, the simulator knows them beforehand, ``agenda`` and
``verdict`` act on them. Countries are ISO 3166 alpha-2, currencies ISO 4217.
"""

from __future__ import annotations

from typing import Literal

from garita.roleplay.scenario import Strict, Topic

ThingKind = Literal[
    "alcohol", "tobacco", "meat", "dairy", "fish", "fruit", "plant", "honey", "sweet", "food",
    "medicine", "pet", "sample", "cash", "electronics", "gift", "clothes", "weapon", "drug", "other",
]  # fmt: skip

# How a fact's text fits into a sentence; "" where its topic says it all.
Form = Literal["", "noun", "verb", "until", "demonym", "alone", "with", "document"]

# "model": filled in by a constrained extraction of the language model, not by our own rules
FactSource = Literal["rules", "model"]

Signal = Literal[
    "yes", "no", "dont_know", "repeat", "slower", "explain", "greeting", "how_are_you", "thanks", "farewell", "sorry",
    "english", "foreign", "insult", "silence", "noise", "injection", "off_topic", "document",
]  # fmt: skip

# Remarks off the road which an officer has an answer to.
OffTopic = Literal[
    "", "weather", "bathroom", "taxi", "exchange", "wifi", "hungry", "tired", "football", "time", "luggage", "pretty",
    "how_long", "officer_name", "why", "robot", "about_you", "my_spanish", "phone", "lost", "nervous", "small_talk",
]  # fmt: skip


class Thing(Strict, frozen=True):
    """Something carried. ``text`` is how the officer says it back: "dos botellas de tequila".

    ``name`` is the bare noun ("tequila"), ``count`` and ``unit`` as said ("botella", "kilo", "litro", "cajetilla";
    "" for pieces). ``amount`` is in the kind's own measure where it follows: litres of alcohol, cigarettes, units of
    ``currency`` for cash; None when nobody can know it ("unas botellas").
    """

    text: str
    name: str
    kind: ThingKind = "other"
    count: float | None = None
    unit: str = ""
    amount: float | None = None
    value: float | None = None  # price, in ``currency``
    currency: str = ""


class Fact(Strict, frozen=True):
    """One answer to one topic, as the officer takes it up.

    ``text`` is correct Spanish in the officer's mouth (usted: "su hermana", "viaja" never "mi", "viajo"):

    ========== ==================================== ==========================
    topic      text                                 form
    ========== ==================================== ==========================
    name       Lucía Hernández                      ""
    origin     Guadalajara, México / mexicana       "" / demonym
    purpose    turismo / visitar a su hermana       noun / verb
    stay       dos semanas / hasta el 5 de mayo     "" / until
    lodging    en un hotel / en casa de su hermana  ""
    profession profesora                            ""
    companions sola / con su hija                   alone / with
    goods ...  dos camisas y un reloj / nada        ""
    money      800 euros                            ""
    onward     a Lima / un vuelo de regreso         "" / noun
    ========== ==================================== ==========================

    ``number``: days of a stay, amount of money. ``unit``: the money's currency. ``country``: of origin and onward.
    ``none``: nothing of the kind ("no llevo nada"). ``doubtful``: better confirmed than believed.
    """

    topic: Topic
    text: str
    form: Form = ""
    number: float | None = None
    unit: str = ""
    country: str = ""
    things: tuple[Thing, ...] = ()
    none: bool = False
    doubtful: bool = False
    source: FactSource = "rules"


class Meaning(Strict, frozen=True):
    """A whole turn. Nothing in it means: not understood."""

    facts: tuple[Fact, ...] = ()
    signals: frozenset[Signal] = frozenset()
    word: str = ""  # with "explain": the word whose meaning is asked
    off_topic: OffTopic = ""

    def fact(self, topic: Topic) -> Fact | None:
        """The fact on ``topic``, if there is one."""
        return next((fact for fact in self.facts if fact.topic == topic), None)

    @property
    def understood(self) -> bool:
        """Whether there is anything to act on."""
        return bool(self.facts or self.signals)
