"""What one traveller will say on each topic: the traveller's own words, and the fact an attentive officer hears.

Drawn once per topic from tables, made-up words or the scenario's dossier, and then kept. Says nothing itself:
``traveller`` puts answers into sentences. Luggage is in ``suitcase``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from random import Random

import msgspec

from garita.roleplay import allowances
from garita.roleplay.hearing.luggage import CARRIED
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.scenario import Traveller as Dossier
from garita.training.simulator import invented, lives, names, numbers, places, things
from garita.training.simulator.suitcase import INVENTED_SHARE, TOPIC_OF, Item, Suitcase, as_good, as_item

# This share of travellers play the dossier they were given; the others make everything up.
DOSSIER_SHARE = 0.45
LIAR_SHARE = 0.1
FORGETFUL_SHARE = 0.12
# How many say "nothing" when asked for such things, where the scenario is not about them.
_NOTHING_SHARE: dict[Topic, float] = {"goods": 0.15, "food": 0.35, "medicines": 0.4, "pets": 0.6, "samples": 0.5}
_CASE_TOPIC = {"pets": "pets", "business_samples": "samples", "medicines": "medicines", "family_food": "food"}
_STAYS = (
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    7,
    8,
    9,
    10,
    12,
    14,
    14,
    14,
    15,
    18,
    20,
    21,
    21,
    25,
    28,
    30,
    30,
    45,
    60,
    60,
    90,
    120,
    180,
    365,
)
_SPANS = {2: "un fin de semana", 45: "un mes y medio", 180: "medio año", 365: "un año", 1: "una noche"}

_USTED = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\bmi\b", "su"), (r"\bmis\b", "sus"), (r"\bviajo\b", "viaja"), (r"\bvoy\b", "va"), (r"\bvengo\b", "viene"),
        (r"\bestoy\b", "está"), (r"\bsoy\b", "es"), (r"\btengo\b", "tiene"), (r"\bme\b", "se"),
        (r"\bconmigo\b", "con usted"), (r"\bnuestr", "su"), (r"\bsigo\b", "sigue"), (r"\bvuelvo\b", "vuelve"),
        (r"\b(casar|operar|reunir|alojar|quedar)me\b", r"\1se"),
    )
)  # fmt: skip


# when a ticket is for: not what an officer takes up of it
_WHEN = re.compile(r" (?:mañana|el próximo|dentro de|para el|en enero)\b.*$")


def to_usted(text: str) -> str:
    """What the traveller said of himself, as the officer says it back: mi -> su, viajo -> viaja."""
    for pattern, new in _USTED:
        text = pattern.sub(new, text)
    return text


@dataclass(frozen=True)
class Answer:
    """``said``: the bare answer in the traveller's mouth; ``fact``: what the officer hears; ``kind``: its frames."""

    fact: Fact
    said: str
    kind: str = ""

    @property
    def topic(self) -> Topic:
        """What it answers."""
        return self.fact.topic


class Truth:
    """One traveller's answers; asked again for the same topic it gives the same one.

    ``scenario`` is the one given with the dossier this traveller really has: passport, flight and suitcase fit the
    answers, except where the traveller lies.
    """

    def __init__(self, scenario: Scenario, rng: Random, digits: float, *, held_out: bool) -> None:
        self._rng, self._digits, self._held_out = rng, digits, held_out
        self.by_dossier = not held_out and rng.random() < DOSSIER_SHARE
        self._given = scenario
        self.feminine = _is_woman(scenario) if self.by_dossier else rng.random() < 0.5
        self.liar, self.forgetful = rng.random() < LIAR_SHARE, rng.random() < FORGETFUL_SHARE
        self._suitcase = Suitcase(scenario, rng, digits, held_out=held_out)
        self._country = self._another_country()
        self._known: dict[Topic, Answer] = {}
        self._packed: dict[Topic, list[Item]] = {}
        self.scenario = scenario if self.by_dossier else msgspec.structs.replace(scenario, traveller=self._dossier())

    def answer(self, topic: Topic) -> Answer:
        """What this traveller says on ``topic``."""
        if topic not in self._known:
            self._known[topic] = self.another(topic)
        return self._known[topic]

    def another(self, topic: Topic) -> Answer:
        """A fresh answer to ``topic``: what a traveller says who contradicts or corrects himself."""
        made: Answer = getattr(self, f"_{topic}")()
        return made

    def now(self, answer: Answer) -> None:
        """From now on this is what the traveller says."""
        self._known[answer.topic] = answer

    # --- who and where from ---

    def _passport(self) -> Answer:
        return Answer(Fact(topic="passport", text="el pasaporte", form="document"), "mi pasaporte")

    def _name(self) -> Answer:
        name = self._given.traveller.name if self._plays() else self._any_name()
        words = name.split()
        if len(words) > 2 and self._rng.random() < 0.4:
            name = " ".join(words[:-1])
        return Answer(Fact(topic="name", text=name), name)

    def _any_name(self) -> str:
        rng = self._rng
        first = (names.WOMEN if self.feminine else names.MEN).draw(rng, held_out=self._held_out)
        if self._invent():
            return rng.choice((f"{first} {invented.name(rng)}", f"{invented.name(rng)} {invented.name(rng)}"))
        count = rng.choice((1, 1, 1, 2, 2))
        return " ".join((first, *(names.SURNAMES.draw(rng, held_out=self._held_out) for _ in range(count))))

    def _another_country(self) -> places.Country:
        while True:
            country = places.COUNTRIES.draw(self._rng, held_out=self._held_out)
            if country.code != self._given.country:
                return country

    def _origin(self) -> Answer:
        rng, country = self._rng, self._country
        if self._plays():
            city, _, name = self._given.traveller.coming_from.partition(",")
            return self._from(city.strip(), name.strip())
        if rng.random() < 0.15:
            demonym = country.feminine if self.feminine else country.masculine
            return Answer(Fact(topic="origin", text=demonym, form="demonym", country=country.code), demonym, "demonym")
        if self._invent():
            return self._from(invented.name(rng), rng.choice(("", country.name)))
        return self._from(country.cities.draw(rng, held_out=self._held_out), country.name)

    def _from(self, city: str, country: str) -> Answer:
        chance = self._rng.random()
        place = f"{city}, {country}" if country and chance < 0.4 else city if chance < 0.7 or not country else country
        return Answer(Fact(topic="origin", text=place, country=_country_of(place)), place)

    # --- why, how long, where to ---

    def _purpose(self) -> Answer:
        rng, held_out = self._rng, self._held_out
        if self._plays():
            return _purpose_of(self._given.traveller.purpose.rstrip("."))
        if self._invent():
            name, kin = invented.name(rng), lives.KIN.draw(rng, held_out=held_out)
            return _purpose_of(
                rng.choice(
                    (f"un congreso en {name}", f"el festival de {name}", f"visitar a mi amigo {name}",
                     f"ver a mi {kin} {name}", f"conocer el museo {name}", f"una boda en {name}",
                     f"trabajar en la empresa {name}", f"estudiar en la escuela {name}", f"visitar la isla de {name}",
                     f"subir al volcán {name}", f"una feria en {name}", f"negocios con la empresa {name}")
                )
            )  # fmt: skip
        if rng.random() < 0.12:
            kin = lives.KIN.draw(rng, held_out=held_out)
            return _purpose_of(rng.choice((f"visitar a mi {kin}", f"ver a mi {kin}", f"cuidar a mi {kin}")))
        return _purpose_of(
            (lives.PURPOSE_NOUNS if rng.random() < 0.5 else lives.PURPOSE_VERBS).draw(rng, held_out=held_out)
        )

    def _stay(self) -> Answer:
        rng = self._rng
        days = self._given.traveller.stay_days if self._plays() else rng.choice(_STAYS)
        if rng.random() < 0.1:
            day = rng.choice((f"{rng.randint(2, 28)} de {rng.choice(lives.MONTHS)}", rng.choice(lives.WEEKDAYS)))
            return Answer(Fact(topic="stay", text=f"hasta el {day}", form="until"), f"hasta el {day}", "until")
        text, said = self._span(max(days, 1))
        return Answer(Fact(topic="stay", text=text, number=float(days)), said)

    def _span(self, days: int) -> tuple[str, str]:
        """(in the officer's mouth, in the traveller's)."""
        rng = self._rng
        spans = [(days, things.DAY)]
        spans += [(days // 7, things.WEEK)] * 4 if days % 7 == 0 and days < 60 else []
        spans += [(days // 30, things.MONTH)] * 4 if days % 30 == 0 else []
        number, noun = rng.choice(spans)
        if days in _SPANS and rng.random() < 0.5:
            return _SPANS[days], _SPANS[days]
        if noun is things.WEEK and number > 1 and rng.random() < 0.08:
            return numbers.canonical(number, noun), f"{numbers.words(number, 'f')} semanitas"
        return numbers.canonical(number, noun), numbers.counted(number, noun, rng, self._digits)

    def _lodging(self) -> Answer:
        rng, held_out = self._rng, self._held_out
        if self._plays():
            text = self._given.traveller.lodging.rstrip(".")
            return _plain("lodging", text if text.startswith(("en ", "con ", "a ")) else f"en {text}")
        kin, hotel = lives.KIN.draw(rng, held_out=held_out), rng.choice(lives.HOTEL_KINDS)
        name = invented.name(rng) if self._invent() else lives.HOTEL_NAMES.draw(rng, held_out=held_out)
        street = invented.name(rng) if self._invent() else lives.STREETS.draw(rng, held_out=held_out)
        area = lives.AREAS.draw(rng, held_out=held_out)
        return _plain("lodging", rng.choice((
            f"en {hotel} {name}", f"en {hotel} {name}", f"en {hotel} {name}, {area}",
            lives.LODGING.draw(rng, held_out=held_out), lives.LODGING.draw(rng, held_out=held_out),
            lives.LODGING.draw(rng, held_out=held_out), f"en casa de mi {kin}", f"en casa de mi {kin}, {area}",
            f"con mi {kin}", f"en la calle {street}, número {rng.randint(1, 120)}", f"en un hotel {area}",
        )))  # fmt: skip

    def _profession(self) -> Answer:
        if self._plays():
            return _plain("profession", self._given.traveller.profession.rstrip("."))
        if self._rng.random() < INVENTED_SHARE / 3:
            return _plain("profession", invented.word(self._rng))
        pair = lives.PROFESSIONS.draw(self._rng, held_out=self._held_out)
        return _plain("profession", pair[1 if self.feminine else 0])

    def _companions(self) -> Answer:
        rng, held_out = self._rng, self._held_out
        if self._plays():
            text = self._given.traveller.companions.rstrip(".").removeprefix("viajo ")
        elif rng.random() < 0.4:
            text = "sola" if self.feminine else "solo"
        elif self._invent():
            text = f"con mi {lives.KIN.draw(rng, held_out=held_out)} {invented.name(rng)}"
        else:
            text = lives.COMPANIONS.draw(rng, held_out=held_out)
        if text in ("solo", "sola"):
            return Answer(Fact(topic="companions", text=text, form="alone"), text, "alone")
        return Answer(Fact(topic="companions", text=to_usted(text), form="with"), text)

    # --- what is carried ---

    def _goods(self) -> Answer:
        return self._told("goods")

    def _food(self) -> Answer:
        return self._told("food")

    def _medicines(self) -> Answer:
        return self._told("medicines")

    def _pets(self) -> Answer:
        return self._told("pets")

    def _samples(self) -> Answer:
        return self._told("samples")

    def _told(self, topic: Topic) -> Answer:
        """What is said of what is packed: liars keep back what must be declared, the forgetful leave one thing out."""
        items = list(self._items(topic))
        if self.liar:
            items = [item for item in items if not item.declare]
        if self.forgetful and len(items) > 1:
            items.pop(self._rng.randrange(len(items)))
        # who leaves something out does not leave out what must be declared; the forgetful did above
        return carried(topic, sorted(items, key=lambda item: not item.declare)[:3])

    def _items(self, topic: Topic) -> list[Item]:
        if topic not in self._packed:
            self._packed[topic] = self._pack(topic)
        return self._packed[topic]

    def _pack(self, topic: Topic) -> list[Item]:
        if self.by_dossier:
            return self._from_dossier(topic)
        share = 0.1 if _CASE_TOPIC.get(self._given.case) == topic else _NOTHING_SHARE[topic]
        if self._rng.random() < share:
            return []
        case = self._suitcase
        draw = {"goods": case.anything, "food": case.food, "medicines": case.medicine, "pets": case.pet,
                "samples": case.sample}[topic]  # fmt: skip
        most = {"goods": (1, 1, 2, 2, 3), "food": (1, 1, 2), "medicines": (1, 1, 1, 2)}.get(topic, (1,))
        return [draw() for _ in range(self._rng.choice(most))]

    def _from_dossier(self, topic: Topic) -> list[Item]:
        """The dossier's things that belong to ``topic``; what no question of the checklist covers comes with goods."""
        asked = {question.topic for question in self._given.checklist}
        items = [as_item(good) for good in self._given.traveller.suitcase]
        chosen = []
        for item in items:
            own = TOPIC_OF.get(item.thing.kind, "goods")
            if own == topic or (topic == "goods" and own not in asked and own != "money"):
                chosen.append(item)
        return chosen

    # --- money and the way on ---

    def _money(self) -> Answer:
        rng, rules = self._rng, self._given.rules
        limit = allowances.euros(rules.cash_limit, rules.cash_currency)
        local = places.BY_CODE[self._given.country].currency if self._given.country in places.BY_CODE else ""
        if self._plays():
            currency, amount = self._given.traveller.money_currency, int(self._given.traveller.money)
        else:
            over = rng.random() < (0.6 if self._given.case == "cash" else 0.12)
            own = (self._country.currency, "USD", "EUR", local or "USD", rules.cash_currency, rules.cash_currency)
            currency = rng.choice(own)
            value = limit * rng.uniform(1.3, 3) if over else min(limit * 0.6, rng.choice((100, 300, 600, 1000, 2500)))
            amount = numbers.rounded(allowances.from_euros(value * rng.uniform(0.85, 1), currency))
        if self.liar and allowances.euros(amount, currency) > limit:
            amount = numbers.rounded(allowances.from_euros(limit * rng.uniform(0.2, 0.9), currency))
        if not self._plays() and rng.random() < 0.05:
            return Answer(Fact(topic="money", text="nada", number=0.0, none=True), "", "none")
        said = numbers.money(amount, currency, rng, self._digits, local=local)
        fact = Fact(topic="money", text=numbers.money_back(amount, currency), number=float(amount), unit=currency)
        return Answer(fact, said)

    def _onward(self) -> Answer:
        rng, held_out = self._rng, self._held_out
        if self._plays() and self._given.traveller.onward:
            text = self._given.traveller.onward.rstrip(".")
        elif rng.random() < 0.4:
            text = lives.ONWARD_TICKETS.draw(rng, held_out=held_out)
        else:
            country = self._another_country()
            known = rng.choice((country.name, country.cities.draw(rng, held_out=held_out)))
            place = invented.name(rng) if self._invent() else known
            return Answer(Fact(topic="onward", text=f"a {place}", country=_country_of(place)), f"a {place}")
        ticket = _WHEN.sub("", text)
        there = _country_of(ticket.rpartition(" a ")[2])
        return Answer(Fact(topic="onward", text=to_usted(ticket), form="noun", country=there), text, "noun")

    # --- the papers of somebody made up ---

    def _dossier(self) -> Dossier:
        """What this traveller's passport, ticket and suitcase hold."""
        name, stay, money = self.answer("name"), self.answer("stay"), self.answer("money")
        origin = self.answer("origin")
        city = self._country.cities.draw(self._rng, held_out=self._held_out)
        place = origin.said if "," in origin.said else f"{city}, {self._country.name}"
        # nobody packs what nobody asks about: an honest traveller would look forgetful
        asked = {question.topic for question in self._given.checklist}
        goods = [as_good(item) for topic in CARRIED if topic in asked for item in self._items(topic)]
        given = self._given.traveller
        return msgspec.structs.replace(
            given,
            name=name.fact.text,
            nationality=self._country.code,
            coming_from=place if origin.fact.country else f"{origin.said}, {self._country.name}",
            purpose=self.answer("purpose").said,
            stay_days=int(stay.fact.number or given.stay_days),
            lodging=self.answer("lodging").said.removeprefix("en "),
            profession=self.answer("profession").said,
            companions=f"viajo {self.answer('companions').said}",
            money=money.fact.number or 0.0,
            money_currency=money.fact.unit or given.money_currency,
            suitcase=tuple(goods),
            secret="",
        )

    def _plays(self) -> bool:
        return self.by_dossier

    def _invent(self) -> bool:
        return self._rng.random() < INVENTED_SHARE


def carried(topic: Topic, items: list[Item]) -> Answer:
    """The answer that names these things; nothing where there are none."""
    if not items:
        return Answer(Fact(topic=topic, text="nada", none=True), "", "none")
    things_said = tuple(item.thing for item in items)
    text = listed([thing.text for thing in things_said])
    return Answer(Fact(topic=topic, text=text, things=things_said), listed([item.said for item in items]))


def listed(parts: list[str]) -> str:
    """``a, b y c``, with "e" before the sound of i."""
    if len(parts) == 1:
        return parts[0]
    joined = "e" if re.match(r"h?i(?!e)", parts[-1]) else "y"
    return f"{', '.join(parts[:-1])} {joined} {parts[-1]}"


def _plain(topic: Topic, said: str) -> Answer:
    return Answer(Fact(topic=topic, text=to_usted(said)), said)


def _purpose_of(text: str) -> Answer:
    verb = text not in lives.PURPOSE_NOUNS and re.match(r"\w+[aei]r(me)?\b", text) is not None
    form = "verb" if verb else "noun"
    return Answer(Fact(topic="purpose", text=to_usted(text), form="verb" if verb else "noun"), text, form)


_CITIES = Counter(city for country in places.COUNTRIES for city in country.cities)
_CODES = {city: country.code for country in places.COUNTRIES for city in country.cities if _CITIES[city] == 1} | {
    country.name: country.code for country in places.COUNTRIES
}


def _country_of(place: str) -> str:
    """The country a place's words tell; a city's name that several countries have tells none."""
    return _CODES.get(place.rpartition(", ")[2], "")


def _is_woman(scenario: Scenario) -> bool:
    traveller = scenario.traveller
    return traveller.name.split()[0] in names.WOMEN or traveller.companions.endswith("sola")
