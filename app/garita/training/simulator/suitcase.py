"""What is in one traveller's luggage: things drawn from tables or made up, and the dossier's things as values.

Every item knows how the traveller says it and how the officer says it back. Knows a scenario's rules only as far as a
traveller does: what is far above an allowance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from garita.roleplay import allowances
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.scenario import Good, Scenario, Topic
from garita.training.simulator import invented, numbers, things

INVENTED_SHARE = 0.25
VAGUE_SHARE = 0.12
BARE_SHARE = 0.25
PRICED_SHARE = 0.55

TOPIC_OF: dict[ThingKind, Topic] = {
    "meat": "food", "dairy": "food", "fish": "food", "fruit": "food", "plant": "food", "honey": "food",
    "sweet": "food", "food": "food", "medicine": "medicines", "pet": "pets", "sample": "samples", "cash": "money",
}  # fmt: skip
LITRES_IN = {"litro": 1.0, "botella": 0.75, "lata": 0.33}
_VAGUE_UNITS = {"m": ("unos {}", "algunos {}", "varios {}", "muchos {}"), "f": ("unas {}", "algunas {}", "varias {}")}
# stems of a dossier's nouns that are in no table -> their kind; the first that fits counts
_STEMS: tuple[tuple[str, ThingKind], ...] = (
    ("muestra", "sample"), ("catálogo", "sample"), ("folleto", "sample"), ("billete", "cash"), ("efectivo", "cash"),
    ("insulina", "medicine"), ("jeringa", "medicine"), ("pastilla", "medicine"), ("jarabe de", "sweet"),
    ("jarabe", "medicine"), ("vitamina", "medicine"), ("alimento para", "food"), ("comida para", "food"),
    ("perr", "pet"), ("gat", "pet"), ("bistec", "meat"), ("salame", "meat"), ("chorizo", "meat"), ("queso", "dairy"),
    ("naranja", "fruit"), ("manzana", "fruit"), ("mango", "fruit"), ("frutos secos", "food"), ("yerba", "food"),
    ("té ", "food"), ("café", "food"), ("galleta", "sweet"), ("dulce", "sweet"), ("turrón", "sweet"),
    ("chocolate", "sweet"), ("bombon", "sweet"), ("panet", "sweet"), ("pastel", "sweet"), ("miel", "honey"),
    ("aceite", "food"), ("cigarrillo", "tobacco"), ("vino", "alcohol"), ("ropa", "clothes"), ("zapato", "clothes"),
    ("bota", "clothes"), ("gafas", "clothes"), ("traje", "clothes"), ("bufanda", "clothes"), ("pañuelo", "clothes"),
    ("ordenador", "electronics"), ("computadora", "electronics"), ("tableta", "electronics"),
    ("cámara", "electronics"), ("teléfono", "electronics"), ("televisor", "electronics"), ("cafetera", "electronics"),
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One thing: what it is in the officer's words, and ``said``, the traveller's own."""

    thing: Thing
    said: str
    declare: bool = False


class Suitcase:
    """Draws things for one traveller."""

    def __init__(self, scenario: Scenario, rng: Random, digits: float, *, held_out: bool) -> None:
        self._rules = scenario.rules
        self._rng = rng
        self._digits = digits
        self._held_out = held_out

    def anything(self) -> Item:
        """Clothes, gadgets, drinks, tobacco, a present."""
        chance = self._rng.random()
        if chance < 0.45:
            return self.piece()
        if chance < 0.62:
            return self.alcohol()
        if chance < 0.74:
            return self.tobacco()
        return self.gift()

    def piece(self) -> Item:
        """Something of one's own."""
        if self._invent():
            return self.unheard_of()
        noun, kind = things.PIECES.draw(self._rng, held_out=self._held_out)
        return self._some(noun, kind, "", self._rng.choice((1, 1, 1, 2, 2, 3, 4, 5, 6)))

    def unheard_of(self, kind: ThingKind = "other") -> Item:
        """A made-up thing, of which one only knows what was asked for."""
        word = invented.word(self._rng)
        unit = self._rng.choice((things.KILO, things.BOX, things.BAG, things.JAR, things.BOTTLE, things.PACKET))
        return self._measured(word, kind, unit, self._rng.choice((1, 2, 2, 3, 4, 5, 10)))

    def alcohol(self) -> Item:
        """Drinks by the litre or the bottle, below or above the allowance."""
        limit = int(self._rules.alcohol_litres)
        over = self._rng.random() < 0.35
        number = limit + self._rng.choice((1, 2, 3, 5)) if over else self._rng.randint(1, max(1, limit))
        unit = self._rng.choice((things.LITRE, things.LITRE, things.BOTTLE, things.BOTTLE, things.TIN))
        name = things.ALCOHOL.draw(self._rng, held_out=self._held_out)
        litres = litres_in(unit.singular, number)
        return self._measured(name, "alcohol", unit, number, amount=litres, declare=litres > limit)

    def tobacco(self) -> Item:
        """Cigarettes by the piece, the packet or the carton."""
        noun, size, of = things.TOBACCO.draw(self._rng, held_out=self._held_out)
        number = self._rng.choice((1, 2, 3, 4, 5, 6, 10))
        if size == 1:
            number = self._rng.choice((20, 40, 60, 100, 200, 300, 400, 600, 800))
        amount = float(number * size) if size else None
        name = of.removeprefix(" de ") or (
            noun.plural if size == 0 and number > 1 else noun.singular if size == 0 else ""
        )
        name = name or "cigarrillos"
        thing = Thing(
            text=numbers.canonical(number, noun) + of, name=name, kind="tobacco", count=float(number),
            unit=noun.singular if size > 1 else "", amount=amount,
        )  # fmt: skip
        said = numbers.counted(number, noun, self._rng, self._digits) + of
        return Item(thing, said, declare=bool(amount and amount > self._rules.cigarettes))

    def gift(self) -> Item:
        """A present, mostly with its price, clearly below or above the allowance."""
        noun, kind = things.PRESENTS.draw(self._rng, held_out=self._held_out)
        item = self._some(noun, kind, "", 1)
        if self._rng.random() > PRICED_SHARE:
            return item
        rules, over = self._rules, self._rng.random() < 0.35
        share = self._rng.uniform(1.2, 3) if over else self._rng.uniform(0.05, 0.7)
        value, currency = numbers.rounded(rules.gifts_limit * share), rules.gifts_currency
        price = numbers.money(value, currency, self._rng, self._digits)
        thing = Thing(
            text=f"{item.thing.text} de {numbers.money_back(value, currency)}", name=item.thing.name, kind=kind,
            count=1.0, value=float(value), currency=currency,
        )  # fmt: skip
        joined = self._rng.choice((" de ", " de ", " que cuesta ", " que vale "))
        return Item(thing, f"{item.said}{joined}{price}", declare=over)

    def food(self) -> Item:
        """Something to eat."""
        if self._invent():
            return self.unheard_of("food")
        if self._rng.random() < 0.12:
            noun, kind = self._rng.choice(things.FRUITS)
            number = self._rng.choice((1, 2, 3, 4, 5, 6))
            return self._some(noun, kind, "", number, declare=self._forbidden(kind))
        name, kind, units = things.FOOD.draw(self._rng, held_out=self._held_out)
        return self._mass(name, kind, units, declare=self._forbidden(kind))

    def medicine(self) -> Item:
        """A medicine, with or without its amount."""
        name, kind, units = things.MEDICINES.draw(self._rng, held_out=self._held_out)
        if self._invent():
            name = invented.word(self._rng)
        return self._mass(name, kind, units, bare=0.45)

    def pet(self) -> Item:
        """An animal."""
        noun, kind = things.PETS.draw(self._rng, held_out=self._held_out)
        return self._some(noun, kind, "", self._rng.choice((1, 1, 1, 1, 2, 3)), declare=True)

    def sample(self) -> Item:
        """Samples of goods for customers."""
        name = things.SAMPLES.draw(self._rng, held_out=self._held_out)
        if self._invent():
            name = invented.word(self._rng)
        chance = self._rng.random()
        if chance < 0.4:
            text = f"muestras de {name}"
            return Item(Thing(text=text, name=text, kind="sample"), text)
        number = self._rng.choice((2, 3, 4, 5, 6, 8, 10, 12, 20, 30, 50))
        if chance < 0.7:
            return self._some(things.Noun("muestra", "muestras", "f"), "sample", f" de {name}", number)
        unit = self._rng.choice((things.BOX, things.BAG, things.PACKET))
        return self._measured(f"muestras de {name}", "sample", unit, number)

    # --- how they are said ------------------------------------------------------------------------------------------

    def _some(self, noun: things.Noun, kind: ThingKind, of: str, number: int, *, declare: bool = False) -> Item:
        name = (noun.singular if number == 1 else noun.plural) + of
        if number > 1 and self._rng.random() < VAGUE_SHARE:
            text = self._rng.choice(_VAGUE_UNITS[noun.gender]).format(noun.plural) + of
            return Item(Thing(text=text, name=name, kind=kind), text, declare)
        thing = Thing(text=numbers.canonical(number, noun) + of, name=name, kind=kind, count=float(number))
        return Item(thing, numbers.counted(number, noun, self._rng, self._digits) + of, declare)

    def _mass(
        self, name: str, kind: ThingKind, units: tuple[things.Noun, ...], *, bare: float = BARE_SHARE,
        declare: bool = False,
    ) -> Item:  # fmt: skip
        if self._rng.random() < bare:
            text = name if self._rng.random() < 0.6 else f"un poco de {name}"
            return Item(Thing(text=text, name=name, kind=kind), text, declare)
        unit = self._rng.choice(units)
        halves = (0.5, 1.5) if unit is things.KILO else ()
        return self._measured(name, kind, unit, self._rng.choice((1, 1, 2, 2, 3, 4, *halves)), declare=declare)

    def _measured(
        self, name: str, kind: ThingKind, unit: things.Noun, number: float, *, amount: float | None = None,
        declare: bool = False,
    ) -> Item:  # fmt: skip
        if number > 1 and unit not in (things.KILO, things.LITRE) and self._rng.random() < VAGUE_SHARE:
            text = f"{self._rng.choice(_VAGUE_UNITS[unit.gender]).format(unit.plural)} de {name}"
            return Item(Thing(text=text, name=name, kind=kind, unit=unit.singular), text, declare)
        thing = Thing(
            text=f"{numbers.canonical(number, unit)} de {name}", name=name, kind=kind, count=float(number),
            unit=unit.singular, amount=amount,
        )  # fmt: skip
        return Item(thing, f"{numbers.counted(number, unit, self._rng, self._digits)} de {name}", declare)

    def _forbidden(self, kind: ThingKind) -> bool:
        return allowances.forbidden_food(self._rules, kind)

    def _invent(self) -> bool:
        return self._rng.random() < INVENTED_SHARE


# --- the dossier's things ------------------------------------------------------------------------------------------


def as_item(good: Good) -> Item:
    """A dossier's thing. Its price is not said unless somebody asks."""
    first, _, rest = good.amount.partition(" ")
    unit, _, size = rest.partition(" de ")
    joined = f"{good.amount} de {good.name}" if rest else f"{'un' if first == 'uno' else first} {good.name}"
    number = _number(first)
    kind = kind_of(good.name)
    return Item(
        Thing(
            text=joined,
            name=good.name,
            kind=kind,
            count=None if number is None else float(number),
            unit=_singular(unit),
            amount=_amount(kind, number, _singular(unit), size),
        ),
        joined,
        good.must_declare,
    )


def as_good(item: Item) -> Good:
    """The way back, for the dossier of a traveller who was made up."""
    thing = item.thing
    amount = thing.text.partition(thing.name)[0].strip().removesuffix(" de") or "un poco"
    return Good(name=thing.name, amount=amount, value=thing.value or 0.0, must_declare=item.declare)


def kind_of(name: str) -> ThingKind:
    """The kind of a dossier's noun."""
    known = _kinds().get(name)
    if known is not None:
        return known
    return next((kind for stem, kind in _STEMS if f" {name} ".find(f" {stem}") >= 0), "other")


@cache
def _kinds() -> dict[str, ThingKind]:
    kinds: dict[str, ThingKind] = dict.fromkeys(things.ALCOHOL, "alcohol")
    for mass in (*things.FOOD, *things.MEDICINES):
        kinds[mass.name] = mass.kind
    for noun, kind in (*things.PRESENTS, *things.PIECES, *things.PETS, *things.FRUITS):
        kinds[noun.singular] = kinds[noun.plural] = kind
    return kinds


@cache
def _numerals() -> dict[str, int]:
    return {numbers.words(number, gender): number for number in range(1, 1000) for gender in "mf"} | {"uno": 1}


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else _numerals().get(text)


def _singular(unit: str) -> str:
    if unit.endswith("ones"):
        return f"{unit.removesuffix('ones')}ón"
    return unit.removesuffix("es") if unit.endswith(("nes", "res")) else unit.removesuffix("s")


def _amount(kind: ThingKind, number: int | None, unit: str, size: str) -> float | None:
    if number is None:
        return None
    if kind == "tobacco":
        return float(number * {"cartón": 200, "cajetilla": 20, "paquete": 20}.get(unit, 1))
    if kind != "alcohol" or not unit:
        return None
    return float(number) if size == "un litro" else litres_in(unit, number)


def litres_in(unit: str, number: float) -> float:
    """Litres of drink in so many bottles, tins or litres: what an officer reckons."""
    return number * LITRES_IN.get(unit, 1.0)
