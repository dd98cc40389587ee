"""What one traveller will say on each topic, and what an attentive officer would take up of it.

A fact is drawn from tables, made-up words or the scenario's dossier. Knows the rules only through ``policy``; says
nothing itself: ``traveller`` and ``officer`` put facts into sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from garita.roleplay.scenario import Good, Scenario, Topic
from garita.training.simulator import invented, numbers, places, policy, things
from garita.training.simulator.learner import Style

INVENTED_SHARE = 0.25
DOSSIER_SHARE = 0.3


@dataclass(frozen=True)
class FollowUp:
    """Something the officer must go into: ``kind`` names the matter, ``item`` is the thing as the officer says it."""

    kind: str
    item: str


@dataclass(frozen=True)
class Fact:
    """``heard`` is the traveller's bare answer, ``echo`` what the officer may repeat; ``kind`` picks the sentences.

    ``none`` marks the answer "nothing"; ``extra`` holds parts of a sentence (country, city, demonym ...).
    """

    topic: Topic
    heard: str
    echo: str
    kind: str = "plain"
    none: bool = False
    literal: bool = False
    followups: tuple[FollowUp, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)


def draw(scenario: Scenario, topic: Topic, style: Style, rng: Random, *, feminine: bool) -> Fact:
    """A fact for ``topic``; the dossier's in about a third of the draws, made-up words in about a quarter."""
    drawer = Drawer(scenario, style, rng, feminine)
    return drawer.fact(topic)


def to_usted(text: str) -> str:
    """What the traveller said of himself, as the officer says it back: mi -> su, viajo -> viaja."""
    for pattern, new in _USTED:
        text = re.sub(pattern, new, text)
    return text


_USTED = (
    (r"\bmi\b", "su"), (r"\bmis\b", "sus"), (r"\bviajo\b", "viaja"), (r"\bvoy\b", "va"), (r"\bvengo\b", "viene"),
    (r"\bestoy\b", "está"), (r"\bsoy\b", "es"), (r"\btengo\b", "tiene"), (r"\bme\b", "se"), (r"\bconmigo\b", "con usted"),
    (r"\bMi\b", "Su"), (r"\bnuestr", "su"), (r"\bmía\b", "suya"), (r"\bmío\b", "suyo"),
)  # fmt: skip


class Drawer:
    """Draws facts for one traveller."""

    def __init__(self, scenario: Scenario, style: Style, rng: Random, feminine: bool) -> None:
        self.scenario = scenario
        self.style = style
        self.rng = rng
        self.feminine = feminine

    def fact(self, topic: Topic) -> Fact:
        """Dispatches to the topic's own method."""
        fact: Fact = getattr(self, f"_{topic}")()
        return fact

    # --- who and where from ---

    def _passport(self) -> Fact:
        return Fact("passport", "aquí tiene", "")

    def _name(self) -> Fact:
        rng = self.rng
        if self._dossier():
            name = self.scenario.traveller.name
        elif self._invent():
            first = rng.choice(places.WOMEN if self.feminine else places.MEN)
            name = rng.choice((f"{first} {invented.name(rng)}", f"{invented.name(rng)} {invented.name(rng)}"))
            return Fact("name", name, name, literal=True)
        else:
            first = rng.choice(places.WOMEN if self.feminine else places.MEN)
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
            return self._from(invented.name(rng), rng.choice(("", country.name)), demonym, literal=True)
        return self._from(rng.choice((*country.cities, "", "")), country.name, demonym)

    def _from(self, city: str, country: str, demonym: str, *, literal: bool = False) -> Fact:
        place = f"{city}, {country}" if city and country and self.rng.random() < 0.5 else city or country
        if self.rng.random() < 0.3 and country and not literal:
            place = country
        extra = {"place": place, "demonym": demonym, "country": country}
        kind = "demonym" if demonym and country and place == country and self.rng.random() < 0.2 else "place"
        if kind == "demonym":
            return Fact("origin", f"soy {demonym}", demonym, kind=kind, extra=extra)
        return Fact("origin", f"de {place}", place, kind=kind, literal=literal, extra=extra)

    # --- why, how long, where to ---

    def _purpose(self) -> Fact:
        rng = self.rng
        if self._dossier():
            text = self.scenario.traveller.purpose.rstrip(".")
            return self._purpose_of(text)
        if self._invent():
            name = invented.name(rng)
            text = rng.choice(
                (f"un congreso en {name}", f"el festival de {name}", f"visitar a mi amigo {name}",
                 f"ver a mi {rng.choice(things.KIN)} {name}", f"conocer el museo {name}", f"una boda en {name}",
                 f"trabajar en la empresa {name}", f"estudiar en la escuela {name}", f"visitar la isla de {name}")
            )  # fmt: skip
            return self._purpose_of(text, literal=True)
        if rng.random() < 0.1:
            return self._purpose_of(f"visitar a mi {rng.choice(things.KIN)}")
        return self._purpose_of(rng.choice(things.PURPOSE_NOUNS if rng.random() < 0.55 else things.PURPOSE_VERBS))

    def _purpose_of(self, text: str, *, literal: bool = False) -> Fact:
        verb = text.split()[0].endswith(("ar", "er", "ir"))
        return Fact("purpose", text, to_usted(text), kind="verb" if verb else "noun", literal=literal)

    def _stay(self) -> Fact:
        rng = self.rng
        if self._dossier():
            days = self.scenario.traveller.stay_days
        else:
            days = rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 14, 15, 20, 21, 21, 28, 30, 45, 60, 90, 180))
        if rng.random() < 0.08:
            text = f"hasta el {rng.randint(1, 28)} de {rng.choice(things.MONTHS)}"
            return Fact("stay", text, text, kind="until")
        text = rng.choice(self._spans(days))
        return Fact("stay", text, text)

    def _spans(self, days: int) -> list[str]:
        def span(number: int, noun: things.Noun) -> str:
            return numbers.counted(number, noun, self.rng, self.style.digits)

        spans = [span(days, things.Noun("día", "días", "m"))]
        if days % 7 == 0 and days < 60:
            spans += [span(days // 7, things.Noun("semana", "semanas", "f"))] * 3
        if days % 30 == 0:
            spans += [span(days // 30, things.Noun("mes", "meses", "m"))] * 3
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
        if self._invent():
            name = invented.name(rng)
            text = rng.choice(
                (f"en {rng.choice(things.HOTEL_KINDS)} {name}", f"en casa de mi {rng.choice(things.KIN)} {name}",
                 f"en la calle {name} {rng.randint(1, 99)}", f"en {rng.choice(things.HOTEL_KINDS)} {name}")
            )  # fmt: skip
            return Fact("lodging", text, to_usted(text), literal=True)
        kin, street = rng.choice(things.KIN), rng.choice(things.STREETS)
        hotel = f"en {rng.choice(things.HOTEL_KINDS)} {rng.choice(things.HOTEL_NAMES)}"
        text = rng.choice(
            (hotel, hotel, rng.choice(things.LODGING), rng.choice(things.LODGING), f"en casa de mi {kin}",
             f"con mi {kin}", f"en la calle {street}, número {rng.randint(1, 120)}")
        )  # fmt: skip
        return Fact("lodging", text, to_usted(text))

    def _profession(self) -> Fact:
        rng = self.rng
        if self._dossier():
            text = self.scenario.traveller.profession.rstrip(".")
            return Fact("profession", text, to_usted(text))
        if self._invent():
            text = invented.word(rng)
            return Fact("profession", text, text, literal=True)
        text = rng.choice(things.PROFESSIONS)[1 if self.feminine else 0]
        return Fact("profession", text, text)

    def _companions(self) -> Fact:
        rng = self.rng
        if self._dossier():
            text = self.scenario.traveller.companions.rstrip(".")
            return Fact("companions", text, to_usted(text), kind="plain" if text.startswith("con ") else "sentence")
        if rng.random() < 0.4:
            alone = "sola" if self.feminine else "solo"
            return Fact("companions", alone, f"viaja {alone}", kind="alone")
        if self._invent():
            text = f"con mi {rng.choice(things.KIN)} {invented.name(rng)}"
            return Fact("companions", text, to_usted(text), literal=True)
        text = rng.choice(things.COMPANIONS)
        return Fact("companions", text, to_usted(text))

    # --- what is in the suitcase ---

    def _goods(self) -> Fact:
        if self._dossier() and self.scenario.traveller.suitcase:
            items = [self._suitcase_item(good) for good in self.scenario.traveller.suitcase[: self.rng.choice((1, 2, 3))]]
        elif self.rng.random() < 0.15:
            return Fact("goods", "nada", "nada", none=True)
        else:
            items = [self._good() for _ in range(self.rng.choice((1, 1, 2, 2, 3)))]
        return self._listed("goods", items)

    def _listed(self, topic: Topic, items: list[tuple[str, FollowUp | None, bool]]) -> Fact:
        followups = tuple(followup for _, followup, _ in items if followup)[:1]
        text = _join([text for text, _, _ in items])
        literal = any(made_up for _, _, made_up in items)
        return Fact(topic, text, text, literal=literal, followups=followups)

    def _suitcase_item(self, good: Good) -> tuple[str, FollowUp | None, bool]:
        amount = "un" if good.amount == "uno" else good.amount
        text = f"{amount} {good.name}" if numbers.is_number(amount) else f"{amount} de {good.name}"
        kind = "declare" if good.must_declare else ""
        if any(noun.singular in good.name.split() for noun in things.PETS):
            kind = "pet"
        for mass in things.FOOD:
            if mass.name in good.name and policy.forbidden_food(self.scenario.rules, mass.kind):
                kind = "food"
        return text, FollowUp(kind, text) if kind else None, False

    def _good(self) -> tuple[str, FollowUp | None, bool]:
        rng = self.rng
        draw = rng.random()
        if self._invent():
            return self._invented_good()
        if draw < 0.45:
            return self._count(rng.choice((1, 1, 2, 3, 4, 5)), rng.choice(things.CLOTHES)), None, False
        if draw < 0.6:
            return self._alcohol()
        if draw < 0.72:
            return self._tobacco()
        if draw < 0.85:
            return self._gift()
        return self._food_item()

    def _count(self, number: int, noun: things.Noun) -> str:
        return numbers.counted(number, noun, self.rng, self.style.digits)

    def _invented_good(self) -> tuple[str, FollowUp | None, bool]:
        rng = self.rng
        word = invented.word(rng)
        unit = rng.choice((things.KILO, things.BOX, things.BAG, things.JAR))
        text = f"{self._count(rng.choice((1, 2, 3, 5)), unit)} de {word}"
        return text, FollowUp("what_is", word) if rng.random() < 0.5 else None, True

    def _alcohol(self) -> tuple[str, FollowUp | None, bool]:
        rng, limit = self.rng, self.scenario.rules.alcohol_litres
        over = rng.random() < 0.4
        number = int(limit) + rng.choice((1, 2, 3, 4)) if over else rng.randint(1, max(1, int(limit)))
        name = rng.choice(things.ALCOHOL)
        text = f"{self._count(number, things.LITRE if rng.random() < 0.6 or over else things.BOTTLE)} de {name}"
        return text, FollowUp("alcohol", text) if number > limit else None, False

    def _tobacco(self) -> tuple[str, FollowUp | None, bool]:
        rng, limit = self.rng, self.scenario.rules.cigarettes
        if rng.random() < 0.4:
            number = rng.choice((20, 40, 60, 100, 200, 300, 400, 600, 800))
            text = self._count(number, things.Noun("cigarrillo", "cigarrillos", "m"))
            return text, FollowUp("tobacco", text) if number > limit else None, False
        noun, size = rng.choice(things.TOBACCO)
        number = rng.choice((1, 2, 3, 4, 5))
        text = self._count(number, noun)
        return text, FollowUp("tobacco", text) if number * size > limit else None, False

    def _gift(self) -> tuple[str, FollowUp | None, bool]:
        rng, rules = self.rng, self.scenario.rules
        noun = rng.choice(things.GIFTS)
        over = rng.random() < 0.35
        value = _round(rules.gifts_limit * (rng.uniform(1.2, 3) if over else rng.uniform(0.05, 0.7)))
        text = f"{self._count(1, noun)} de {numbers.money(value, rules.gifts_currency, rng, self.style.digits)}"
        return text, FollowUp("gift", self._count(1, noun)) if over else None, False

    def _food_item(self) -> tuple[str, FollowUp | None, bool]:
        mass = self.rng.choice(things.FOOD)
        text = self._mass(mass)
        return text, FollowUp("food", text) if policy.forbidden_food(self.scenario.rules, mass.kind) else None, False

    def _mass(self, mass: things.Mass) -> str:
        return f"{self._count(self.rng.choice((1, 1, 2, 2, 3, 4)), self.rng.choice(mass.units))} de {mass.name}"

    def _food(self) -> Fact:
        if self.rng.random() < 0.35:
            return Fact("food", "no", "", none=True)
        if self._invent():
            return self._listed("food", [self._invented_good()])
        return self._listed("food", [self._food_item() for _ in range(self.rng.choice((1, 1, 2)))])

    def _medicines(self) -> Fact:
        if self.rng.random() < 0.4:
            return Fact("medicines", "no", "", none=True)
        invent = self._invent()
        mass = things.Mass(invented.word(self.rng), "", (things.BOX,)) if invent else self.rng.choice(things.MEDICINES)
        text = self._mass(mass) if self.rng.random() < 0.5 else mass.name
        return Fact("medicines", text, text, literal=invent, followups=(FollowUp("medicine", mass.name),))

    def _pets(self) -> Fact:
        if self.rng.random() < (0.2 if self.scenario.case == "pets" else 0.6):
            return Fact("pets", "no", "", none=True)
        noun = self.rng.choice(things.PETS)
        text = self._count(1, noun)
        if self.rng.random() < 0.3:
            return Fact("pets", f"{text} que se llama {(name := invented.name(self.rng))}", f"{text} que se llama {name}",
                        literal=True, followups=(FollowUp("pet", text),))  # fmt: skip
        return Fact("pets", text, text, followups=(FollowUp("pet", text),))

    def _samples(self) -> Fact:
        if self.rng.random() < (0.1 if self.scenario.case == "business_samples" else 0.5):
            return Fact("samples", "no", "", none=True)
        invent = self._invent()
        name = invented.word(self.rng) if invent else self.rng.choice(things.SAMPLES)
        text = f"muestras de {name}"
        if self.rng.random() < 0.5:
            text = self._count(self.rng.choice((2, 3, 5, 10, 12, 20)), self.rng.choice((things.BOX, things.BAG)))
            text += f" de {name}"
        return Fact("samples", text, text, literal=invent, followups=(FollowUp("sample", text),))

    # --- money and the way on ---

    def _money(self) -> Fact:
        rng, rules, traveller = self.rng, self.scenario.rules, self.scenario.traveller
        limit = policy.euros(rules.cash_limit, rules.cash_currency)
        over = rng.random() < (0.6 if self.scenario.case == "cash" else 0.12)
        currency = rng.choice((rules.cash_currency, rules.cash_currency, "USD", "EUR", traveller.money_currency))
        if self._dossier() and not over:
            currency, amount = traveller.money_currency, int(traveller.money)
            over = policy.euros(amount, currency) > limit
        else:
            value = limit * rng.uniform(1.25, 3) if over else min(limit * 0.6, rng.choice((100, 300, 600, 1000, 2500)))
            amount = _round(policy.from_euros(value * rng.uniform(0.8, 1), currency))
        text = numbers.money(max(amount, 20), currency, rng, self.style.digits)
        return Fact("money", text, text, followups=(FollowUp("cash", text),) if over else ())

    def _onward(self) -> Fact:
        rng = self.rng
        if self._dossier() and self.scenario.traveller.onward:
            text = self.scenario.traveller.onward.rstrip(".")
            return Fact("onward", text, to_usted(text), kind="sentence")
        invent = self._invent()
        city = invented.name(rng) if invent else rng.choice(rng.choice(places.COUNTRIES).cities)
        text = f"a {city}" + rng.choice(("", "", " mañana", " esta noche", " en tren", " en autobús", " en avión"))
        return Fact("onward", text, text, literal=invent)

    def _dossier(self) -> bool:
        return self.rng.random() < DOSSIER_SHARE

    def _invent(self) -> bool:
        return self.rng.random() < INVENTED_SHARE


def _join(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return ", ".join(parts[:-1]) + " y " + parts[-1]


def _round(value: float) -> int:
    """To two leading digits, as people say amounts."""
    step = 10 ** max(len(str(int(value))) - 2, 0)
    return max(int(value / step) * step, 10)
