"""Draws what customers tell and clerks know, by kind, in both languages at once. Knows no topics and no sentences."""

from __future__ import annotations

from random import Random

from num2words import num2words

from garita.training.simulator import invented, names
from garita.training.simulator.numbers import WORDS_UP_TO
from garita.training.simulator.service import values_people, values_things
from garita.training.simulator.service.values_form import Phrases
from garita.training.simulator.service.words import Language, Pair, Value
from garita.training.simulator.wording import say

PHRASES: dict[str, Phrases] = {**values_people.PHRASES, **values_things.PHRASES}
KINDS = frozenset({*PHRASES, "person", "first_name"})
_INVENTED_SURNAME_SHARE = 0.3
_WORDS_SHARE = 0.4  # of the small numbers
_MANY_PER_MEAL = ("pesos", "colones")
_TENS = (10, 10, 50, 100)
_MINE = {"mi": "mi", "mis": "mis", "my": "my"}
_YOURS = {"mi": "su", "mis": "sus", "my": "your"}
_YOURS_OF_FRIENDS = {"mi": "tu", "mis": "tus", "my": "your"}


class Values:
    """Values for talks in one place: its cities and its currency come up in them."""

    def __init__(self, rng: Random, cities: tuple[str, ...], currency: Pair, *, friendly: bool = False) -> None:
        self._rng, self._cities, self._currency = rng, cities, currency
        self._heard_owner = _YOURS_OF_FRIENDS if friendly else _YOURS

    def draw(self, kind: str) -> Value:
        """One value of a kind."""
        if kind in ("person", "first_name"):
            name = self.person() if kind == "person" else self.first_name()
            return Value(Pair(name, name), Pair(name, name))
        phrases = PHRASES[kind]
        head, tail = self._rng.choice(phrases.heads), self._rng.choice(phrases.tails)
        template = Pair(f"{head.es} {tail.es}".strip(), f"{head.en} {tail.en}".strip())
        return self._filled(template, self._details())

    def person(self, gender: str = "") -> str:
        """First name and surname."""
        made_up = self._rng.random() < _INVENTED_SURNAME_SHARE
        surname = invented.name(self._rng) if made_up else self._rng.choice(names.SURNAMES)
        return f"{self.first_name(gender)} {surname}"

    def first_name(self, gender: str = "") -> str:
        """A woman's ("f"), a man's ("m") or either's."""
        lists = {"f": names.WOMEN, "m": names.MEN}
        return self._rng.choice(lists.get(gender) or self._rng.choice(tuple(lists.values())))

    def sum(self) -> Pair:
        """An amount of money."""
        amount = self._rng.randint(13, 99) * (self._rng.choice(_TENS) if self._currency.es in _MANY_PER_MEAL else 1)
        return Pair(f"{amount} {self._currency.es}", f"{amount} {self._currency.en}")

    def _phone(self) -> str:
        return f"{self._rng.randint(6, 9)}{self._rng.randint(0, 99):02} " + " ".join(
            f"{self._rng.randint(0, 99):02}" for _ in range(3)
        )

    def _details(self) -> dict[str, Pair]:
        rng = self._rng
        name, city, first = invented.name(rng), rng.choice(self._cities), self.first_name()
        many, late, hour = rng.randint(13, 28), rng.randint(12, 23), rng.randint(2, 11)
        plain = {"w": name, "city": city, "first": first, "tel": self._phone(), "many": str(many), "late": str(late)}
        small = rng.randint(2, WORDS_UP_TO)
        numbers = {"n": self._number(small), "hour": self._number(hour), "sum": self.sum()}
        return {slot: Pair(text, text) for slot, text in plain.items()} | numbers

    def _number(self, number: int) -> Pair:
        if self._rng.random() >= _WORDS_SHARE:
            return Pair(str(number), str(number))
        return Pair(str(num2words(number, lang="es")), str(num2words(number, lang="en")))

    def _filled(self, template: Pair, details: dict[str, Pair]) -> Value:
        def fill(language: Language, owner: dict[str, str]) -> str:
            slots = {slot: detail.into(language) for slot, detail in details.items()}
            return say(template.into(language), self._rng, held_out=None, **slots, **owner)

        heard = self._heard_owner
        return Value(Pair(fill("es", _MINE), fill("en", _MINE)), Pair(fill("es", heard), fill("en", heard)))
