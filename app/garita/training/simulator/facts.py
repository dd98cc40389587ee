"""What one traveller will say on each topic, and what an attentive officer would take up of it.

A fact is drawn once per topic from tables, made-up words or the scenario's dossier, and then stays. Says nothing
itself: ``traveller`` and ``officer`` put facts into sentences. Luggage is in ``suitcase``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import invented, numbers, places, policy, things
from garita.training.simulator.learner import Style
from garita.training.simulator.suitcase import FollowUp, Item, Suitcase

# Of what is not in a dossier; with the dossiers about a quarter of all slots hold a made-up word.
INVENTED_SHARE = 0.33
# This share of travellers play the dossier they were given; the others make everything up.
DOSSIER_SHARE = 0.3
_KEEPS_TO_DOSSIER = 0.85
# How many say "nothing" when asked for such things, where the scenario is not about them.
_NOTHING_SHARE = {"goods": 0.15, "food": 0.35, "medicines": 0.4, "pets": 0.6, "samples": 0.5}
_CASE_TOPIC = {"pets": "pets", "business_samples": "samples", "medicines": "medicines", "family_food": "food"}


@dataclass(frozen=True)
class Fact:
    """``heard`` is the traveller's bare answer, ``echo`` what the officer may repeat; ``kind`` picks the sentences.

    ``none`` marks the answer "nothing"; ``coined`` are the echo's made-up words, to be spelled as the learner did;
    ``extra`` holds parts of a sentence (place, demonym).
    """

    topic: Topic
    heard: str
    echo: str
    kind: str = "plain"
    none: bool = False
    coined: tuple[str, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)


_USTED = (
    (r"\bmi\b", "su"), (r"\bmis\b", "sus"), (r"\bviajo\b", "viaja"), (r"\bvoy\b", "va"), (r"\bvengo\b", "viene"),
    (r"\bestoy\b", "está"), (r"\bsoy\b", "es"), (r"\btengo\b", "tiene"), (r"\bme\b", "se"),
    (r"\bconmigo\b", "con usted"),
    (r"\bnuestr", "su"), (r"\bmía\b", "suya"), (r"\bmío\b", "suyo"), (r"\bsigo\b", "sigue"), (r"\bvuelvo\b", "vuelve"),
)  # fmt: skip


def to_usted(text: str) -> str:
    """What the traveller said of himself, as the officer says it back: mi -> su, viajo -> viaja."""
    for pattern, new in _USTED:
        text = re.sub(pattern, new, text)
    return text


class Drawer:
    """Draws one traveller's facts; asked again for the same topic it gives the same fact."""

    def __init__(self, scenario: Scenario, style: Style, rng: Random) -> None:
        self.scenario = scenario
        self.style = style
        self.rng = rng
        self.by_dossier = rng.random() < DOSSIER_SHARE
        self.feminine = _is_woman(scenario) if self.by_dossier else rng.random() < 0.5
        self.suitcase = Suitcase(scenario, style, rng, INVENTED_SHARE)
        self.known: dict[Topic, Fact] = {}

    def fact(self, topic: Topic) -> Fact:
        """The traveller's truth on ``topic``."""
        if topic not in self.known:
            self.known[topic] = getattr(self, f"_{topic}")()
        return self.known[topic]

    # --- who and where from ---

    def _passport(self) -> Fact:
        return Fact("passport", "aquí tiene", "")

    def _name(self) -> Fact:
        rng = self.rng
        first = rng.choice(places.WOMEN if self.feminine else places.MEN)
        if self._dossier():
            name = self.scenario.traveller.name
        elif self._invent():
            name = rng.choice((f"{first} {invented.name(rng)}", f"{invented.name(rng)} {invented.name(rng)}"))
            return Fact("name", name, name, coined=(name,))
        else:
            name = " ".join((first, *rng.sample(places.SURNAMES, rng.choice((0, 1, 1, 1, 2)))))
        return Fact("name", name, name)

    def _origin(self) -> Fact:
        rng = self.rng
        if self._dossier():
            city, _, country_name = self.scenario.traveller.coming_from.partition(",")
            return self._from(city.strip(), country_name.strip(), "")
        country = rng.choice([c for c in places.COUNTRIES if c.code != self.scenario.country])
        demonym = country.feminine if self.feminine else country.masculine
        if self._invent():
            city = invented.name(rng)
            return self._from(city, rng.choice(("", country.name)), "", coined=(city,))
        return self._from(rng.choice((*country.cities, "", "")), country.name, demonym)

    def _from(self, city: str, country: str, demonym: str, *, coined: tuple[str, ...] = ()) -> Fact:
        place = f"{city}, {country}" if city and country and self.rng.random() < 0.5 else city or country
        if country and not coined and self.rng.random() < 0.3:
            place = country
        extra = {"place": place, "demonym": demonym}
        if demonym and place == country and self.rng.random() < 0.2:
            return Fact("origin", f"soy {demonym}", demonym, kind="demonym", extra=extra)
        return Fact("origin", f"de {place}", place, kind="place", coined=coined, extra=extra)

    # --- why, how long, where to ---

    def _purpose(self) -> Fact:
        rng = self.rng
        if self._dossier():
            return self._purpose_of(self.scenario.traveller.purpose.rstrip("."))
        if self._invent():
            name = invented.name(rng)
            text = rng.choice(
                (f"un congreso en {name}", f"el festival de {name}", f"visitar a mi amigo {name}",
                 f"ver a mi {rng.choice(things.KIN)} {name}", f"conocer el museo {name}", f"una boda en {name}",
                 f"trabajar en la empresa {name}", f"estudiar en la escuela {name}", f"visitar la isla de {name}")
            )  # fmt: skip
            return self._purpose_of(text, coined=(name,))
        if rng.random() < 0.1:
            return self._purpose_of(f"visitar a mi {rng.choice(things.KIN)}")
        return self._purpose_of(rng.choice(things.PURPOSE_NOUNS if rng.random() < 0.55 else things.PURPOSE_VERBS))

    def _purpose_of(self, text: str, *, coined: tuple[str, ...] = ()) -> Fact:
        verb = text not in things.PURPOSE_NOUNS and text.split()[0].endswith(("ar", "er", "ir"))
        return Fact("purpose", text, to_usted(text), kind="verb" if verb else "noun", coined=coined)

    def _stay(self) -> Fact:
        rng = self.rng
        days = self.scenario.traveller.stay_days
        if not self._dossier():
            days = rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 14, 15, 20, 21, 21, 28, 30, 45, 60, 90, 180))
        if rng.random() < 0.08:
            text = f"hasta el {rng.randint(2, 28)} de {rng.choice(things.MONTHS)}"
            return Fact("stay", text, text, kind="until")
        text = rng.choice(self._spans(max(days, 1)))
        return Fact("stay", text, text)

    def _spans(self, days: int) -> list[str]:
        count = self.suitcase.count
        spans = [count(days, things.DAY)]
        if days % 7 == 0 and days < 60:
            spans += [count(days // 7, things.WEEK)] * 3
        if days % 30 == 0:
            spans += [count(days // 30, things.MONTH)] * 3
        if days in (2, 3):
            spans.append("un fin de semana" if days == 2 else "un par de días")
        if days in (45, 10):
            spans.append("un mes y medio" if days == 45 else "unos diez días")
        return spans

    def _lodging(self) -> Fact:
        rng = self.rng
        if self._dossier():
            text = self.scenario.traveller.lodging.rstrip(".")
            text = text if text.startswith(("en ", "con ", "a ")) else f"en {text}"
            return Fact("lodging", text, to_usted(text))
        kin, street, hotel = rng.choice(things.KIN), rng.choice(things.STREETS), rng.choice(things.HOTEL_KINDS)
        if self._invent():
            name = invented.name(rng)
            text = rng.choice((f"en {hotel} {name}", f"en {hotel} {name}", f"en casa de mi {kin} {name}",
                               f"en la calle {name} {rng.randint(1, 99)}"))  # fmt: skip
            return Fact("lodging", text, to_usted(text), coined=(name,))
        named = f"en {hotel} {rng.choice(things.HOTEL_NAMES)}"
        text = rng.choice((named, named, rng.choice(things.LODGING), rng.choice(things.LODGING), f"con mi {kin}",
                           f"en casa de mi {kin}", f"en la calle {street}, número {rng.randint(1, 120)}"))  # fmt: skip
        return Fact("lodging", text, to_usted(text))

    def _profession(self) -> Fact:
        if self._dossier():
            text = self.scenario.traveller.profession.rstrip(".")
            return Fact("profession", text, to_usted(text))
        if self._invent():
            text = invented.word(self.rng)
            return Fact("profession", text, text, coined=(text,))
        text = self.rng.choice(things.PROFESSIONS)[1 if self.feminine else 0]
        return Fact("profession", text, text)

    def _companions(self) -> Fact:
        rng = self.rng
        if self._dossier():
            text = self.scenario.traveller.companions.rstrip(".").removeprefix("viajo ")
            kind = "alone" if text in ("solo", "sola") else "plain" if text.startswith("con ") else "sentence"
            return Fact("companions", text, f"viaja {text}" if kind == "alone" else to_usted(text), kind=kind)
        if rng.random() < 0.4:
            alone = "sola" if self.feminine else "solo"
            return Fact("companions", alone, f"viaja {alone}", kind="alone")
        if self._invent():
            name = invented.name(rng)
            text = f"con mi {rng.choice(things.KIN)} {name}"
            return Fact("companions", text, to_usted(text), coined=(name,))
        text = rng.choice(things.COMPANIONS)
        return Fact("companions", text, to_usted(text))

    # --- what is carried ---

    def _goods(self) -> Fact:
        return self._carried("goods", self._several_things)

    def _several_things(self) -> list[Item]:
        return [self.suitcase.anything() for _ in range(self.rng.choice((1, 1, 2, 2, 3)))]

    def _food(self) -> Fact:
        return self._carried("food", lambda: [self.suitcase.food() for _ in range(self.rng.choice((1, 1, 2)))])

    def _medicines(self) -> Fact:
        return self._carried("medicines", lambda: [self.suitcase.medicine()])

    def _pets(self) -> Fact:
        return self._carried("pets", lambda: [self.suitcase.pet()])

    def _samples(self) -> Fact:
        return self._carried("samples", lambda: [self.suitcase.sample()])

    def _carried(self, topic: Topic, draw: Callable[[], list[Item]]) -> Fact:
        if self._dossier():
            items = self.suitcase.from_dossier(topic)
        else:
            share = 0.1 if _CASE_TOPIC.get(self.scenario.case) == topic else _NOTHING_SHARE[topic]
            items = [] if self.rng.random() < share else draw()
        if not items:
            return Fact(topic, "no", "", none=True)
        text = _join([item.text for item in items])
        matters = [item.matter for item in items if item.matter]
        # the rules come first; the officer asks what a thing is only when there is nothing graver to ask
        graver = [matter for matter in matters if matter.kind != "what_is"][:2]
        coined = tuple(word for item in items for word in item.coined)
        return Fact(topic, text, text, coined=coined, followups=tuple(graver or matters[:1]))

    # --- money and the way on ---

    def _money(self) -> Fact:
        rng, rules, traveller = self.rng, self.scenario.rules, self.scenario.traveller
        limit = policy.euros(rules.cash_limit, rules.cash_currency)
        if self._dossier():
            currency, amount = traveller.money_currency, int(traveller.money)
            over = policy.euros(amount, currency) > limit
        else:
            over = rng.random() < (0.6 if self.scenario.case == "cash" else 0.15)
            currency = rng.choice((rules.cash_currency, rules.cash_currency, "USD", "EUR", traveller.money_currency))
            value = limit * rng.uniform(1.3, 3) if over else min(limit * 0.6, rng.choice((100, 300, 600, 1000, 2500)))
            amount = numbers.rounded(policy.from_euros(value * rng.uniform(0.85, 1), currency))
        text = numbers.money(amount, currency, rng, self.style.digits)
        return Fact("money", text, text, followups=(FollowUp("cash", text),) if over else ())

    def _onward(self) -> Fact:
        rng = self.rng
        if self.scenario.traveller.onward and self._dossier():
            text = self.scenario.traveller.onward.rstrip(".")
            return Fact("onward", text, to_usted(text), kind="sentence")
        invent = self._invent()
        city = invented.name(rng) if invent else rng.choice(rng.choice(places.COUNTRIES).cities)
        text = f"a {city}" + rng.choice(("", "", " mañana", " esta noche", " en tren", " en autobús", " en avión"))
        return Fact("onward", text, text, coined=(city,) if invent else ())

    def _dossier(self) -> bool:
        return self.by_dossier and self.rng.random() < _KEEPS_TO_DOSSIER

    def _invent(self) -> bool:
        return self.rng.random() < INVENTED_SHARE


def _is_woman(scenario: Scenario) -> bool:
    traveller = scenario.traveller
    return traveller.name.split()[0] in places.WOMEN or traveller.companions.endswith("sola")


def _join(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return ", ".join(parts[:-1]) + " y " + parts[-1]
