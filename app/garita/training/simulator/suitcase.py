"""What is in one traveller's luggage, and which of it the scenario's rules make a matter for the officer.

Things come from tables, made-up words or the dossier's suitcase. Knows the rules only through ``policy``.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from garita.roleplay.scenario import Good, Scenario, Topic
from garita.training.simulator import invented, numbers, policy, things
from garita.training.simulator.learner import Style


@dataclass(frozen=True)
class FollowUp:
    """Something the officer must go into: ``kind`` names the matter, ``item`` is the thing as the officer says it.

    ``coined`` are its made-up words, which the officer spells as the learner did.
    """

    kind: str
    item: str
    coined: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One thing as the traveller says it, with the made-up words in it."""

    text: str
    matter: FollowUp | None = None
    coined: tuple[str, ...] = ()


# words in a dossier's suitcase -> the topic they belong to; the first that fits counts
_GROUPS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    ("pets", tuple(form for noun in things.PETS for form in noun[:2])),
    ("samples", ("muestra", "muestras", "catálogos", "folletos", "muestrario")),
    ("medicines", ("insulina", "pastillas", "medicinas", "medicamentos", "antibióticos", "inhalador", "codeína", "tos",
                   "comprimidos", "ansiolíticos", "jeringas")),
    ("money", ("billetes", "efectivo")),
    ("food", ("queso", "jamón", "chorizo", "salame", "carne", "bistecs", "manzanas", "naranjas", "miel", "chocolate",
              "galletas", "dulces", "turrón", "té", "café", "yerba", "bombones", "panetón", "pastel", "frijoles",
              "mangos", "tamales", "pan", "embutido", "semillas", "fruta", "alfajores", "aguacates", "mole", "aceite")),
)  # fmt: skip
_TOPIC_MATTERS = {"pets": "pet", "medicines": "medicine", "samples": "sample"}


def group(good: Good) -> Topic:
    """The topic of the checklist a dossier's thing belongs to; "goods" for all that has none of its own."""
    words = good.name.replace(",", "").split()
    return next((topic for topic, keys in _GROUPS if any(word in keys for word in words)), "goods")


def phrase(good: Good) -> str:
    """``"dos kilos", "queso"`` -> ``dos kilos de queso``; ``"uno", "reloj"`` -> ``un reloj``."""
    amount = "un" if good.amount == "uno" else good.amount
    return f"{amount} {good.name}" if numbers.is_number(amount) else f"{amount} de {good.name}"


class Suitcase:
    """Draws things for one traveller."""

    def __init__(self, scenario: Scenario, style: Style, rng: Random, invented_share: float) -> None:
        self.scenario = scenario
        self.rng = rng
        self.digits = style.digits
        self.invented_share = invented_share
        self.topics = {question.topic for question in scenario.checklist}

    def from_dossier(self, topic: Topic) -> list[Item]:
        """The dossier's things that belong to ``topic``; what no question of the checklist covers comes with goods."""
        chosen = []
        for good in self.scenario.traveller.suitcase:
            own = group(good)
            if own == "money":
                continue
            if own == topic or (topic == "goods" and own not in self.topics):
                chosen.append(Item(phrase(good), self._matter(good, own)))
        return chosen[:3]

    def _matter(self, good: Good, topic: Topic) -> FollowUp | None:
        if topic in _TOPIC_MATTERS and (good.must_declare or topic != "samples"):
            return FollowUp(_TOPIC_MATTERS[topic], phrase(good))
        for mass in things.FOOD:
            if mass.name.split()[0] in good.name.split() and policy.forbidden_food(self.scenario.rules, mass.kind):
                return FollowUp("food", phrase(good))
        if not good.must_declare:
            return None
        kind = "tobacco" if "cigarr" in good.name else "alcohol" if good.name in things.ALCOHOL else "declare"
        return FollowUp(kind, phrase(good))

    def anything(self) -> Item:
        """Clothes, drinks, tobacco, a present, or food."""
        if self._invent():
            return self.unheard_of()
        chance = self.rng.random()
        if chance < 0.45:
            return Item(self.count(self.rng.choice((1, 1, 2, 3, 4, 5)), self.rng.choice(things.CLOTHES)))
        if chance < 0.6:
            return self.alcohol()
        if chance < 0.72:
            return self.tobacco()
        return self.gift() if chance < 0.85 else self.food()

    def unheard_of(self) -> Item:
        """A made-up thing; half the time the officer wants to know what it is."""
        word = invented.word(self.rng)
        unit = self.rng.choice((things.KILO, things.BOX, things.BAG, things.JAR))
        text = f"{self.count(self.rng.choice((1, 2, 3, 5)), unit)} de {word}"
        return Item(text, FollowUp("what_is", word, (word,)) if self.rng.random() < 0.5 else None, (word,))

    def alcohol(self) -> Item:
        """Litres clearly below or above the allowance; bottles only below it, since nobody said how large they are."""
        limit = self.scenario.rules.alcohol_litres
        over = self.rng.random() < 0.4
        number = int(limit) + self.rng.choice((1, 2, 3, 4)) if over else self.rng.randint(1, max(1, int(limit)))
        unit = things.LITRE if over or self.rng.random() < 0.6 else things.BOTTLE
        text = f"{self.count(number, unit)} de {self.rng.choice(things.ALCOHOL)}"
        return Item(text, FollowUp("alcohol", text) if number > limit else None)

    def tobacco(self) -> Item:
        """Cigarettes by the piece, the packet or the carton."""
        limit = self.scenario.rules.cigarettes
        noun, size = self.rng.choice(things.TOBACCO)
        number = self.rng.choice((1, 2, 3, 4, 5))
        if self.rng.random() < 0.4:
            noun, size = things.Noun("cigarrillo", "cigarrillos", "m"), 1
            number = self.rng.choice((20, 40, 60, 100, 200, 300, 400, 600, 800))
        text = self.count(number, noun)
        return Item(text, FollowUp("tobacco", text) if number * size > limit else None)

    def gift(self) -> Item:
        """A present with its price, clearly below or above the allowance."""
        rules = self.scenario.rules
        over = self.rng.random() < 0.35
        value = numbers.rounded(rules.gifts_limit * (self.rng.uniform(1.2, 3) if over else self.rng.uniform(0.05, 0.7)))
        thing = self.count(1, self.rng.choice(things.GIFTS))
        text = f"{thing} de {numbers.money(value, rules.gifts_currency, self.rng, self.digits)}"
        return Item(text, FollowUp("gift", thing) if over else None)

    def food(self) -> Item:
        """Something to eat, a matter where the rules forbid it."""
        if self._invent():
            return self.unheard_of()
        mass = self.rng.choice(things.FOOD)
        text = self._mass(mass)
        return Item(text, FollowUp("food", text) if policy.forbidden_food(self.scenario.rules, mass.kind) else None)

    def medicine(self) -> Item:
        """A medicine, with or without its amount; the officer always asks for the prescription."""
        mass = self.rng.choice(things.MEDICINES)
        coined: tuple[str, ...] = ()
        if self._invent():
            mass = things.Mass(invented.word(self.rng), "medicine", (things.BOX, things.JAR))
            coined = (mass.name,)
        text = self._mass(mass) if self.rng.random() < 0.5 else mass.name
        return Item(text, FollowUp("medicine", mass.name, coined), coined)

    def pet(self) -> Item:
        """An animal, sometimes with its (made-up) name."""
        text = self.count(1, self.rng.choice(things.PETS))
        matter = FollowUp("pet", text)
        if self.rng.random() < 0.3:
            name = invented.name(self.rng)
            return Item(f"{text} que se llama {name}", matter, (name,))
        return Item(text, matter)

    def sample(self) -> Item:
        """Samples of goods for customers."""
        name = self.rng.choice(things.SAMPLES)
        coined: tuple[str, ...] = ()
        if self._invent():
            name = invented.word(self.rng)
            coined = (name,)
        text = f"muestras de {name}"
        if self.rng.random() < 0.5:
            number, unit = self.rng.choice((2, 3, 5, 10, 12, 20)), self.rng.choice((things.BOX, things.BAG))
            text = f"{self.count(number, unit)} de {name}"
        return Item(text, FollowUp("sample", text, coined), coined)

    def count(self, number: int, noun: things.Noun) -> str:
        """A number with its noun, in this learner's way of saying numbers."""
        return numbers.counted(number, noun, self.rng, self.digits)

    def _mass(self, mass: things.Mass) -> str:
        return f"{self.count(self.rng.choice((1, 1, 2, 2, 3, 4)), self.rng.choice(mass.units))} de {mass.name}"

    def _invent(self) -> bool:
        return self.rng.random() < self.invented_share
