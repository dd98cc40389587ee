"""How it ends: admit, pay, hold, inspect or refuse, from what was said, the dossier's suitcase and the rules.

Read ``judge`` first. Gives facts, and short Spanish noun phrases for the officer; the sentence is the model's. Practice
rules, no law. Knows nothing of turns: what was said stands in a ``Statement``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from garita.roleplay import allowances, carried
from garita.roleplay.act import Act, Detail, VerdictKind
from garita.roleplay.meaning import Fact, Thing
from garita.roleplay.plain_text import plain
from garita.roleplay.prompt import money_text
from garita.roleplay.scenario import Rules, Scenario, Strict, Topic

ReasonKind = Literal[
    "no_passport", "not_the_passport", "many_insults",
    "forbidden_food", "forbidden", "no_prescription", "no_pet_papers", "denied",
    "forgotten", "no_declaration", "no_invoice", "contradiction", "unanswered", "insults",
    "alcohol", "tobacco", "goods",
    "cash_declared",
]  # fmt: skip

# The gravest first.
_GRAVITY: tuple[VerdictKind, ...] = ("refuse", "hold", "inspect", "pay", "admit")
_FOLLOWS: dict[ReasonKind, VerdictKind] = {
    **dict.fromkeys(("no_passport", "not_the_passport", "many_insults"), "refuse"),
    **dict.fromkeys(("forbidden_food", "forbidden", "no_prescription", "no_pet_papers", "denied"), "hold"),
    **dict.fromkeys(
        ("forgotten", "no_declaration", "no_invoice", "contradiction", "unanswered", "insults"), "inspect"
    ),
    **dict.fromkeys(("alcohol", "tobacco", "goods"), "pay"),
    "cash_declared": "admit",
}  # fmt: skip
_MANY_INSULTS = 3
_INSULTS = 2
_UNANSWERED = 2
# A reason names so many things; more would make a speech.
_MOST_NAMED = 2


class Statement(Strict, frozen=True):
    """What was said and shown. ``facts`` hold the latest of each topic, things declared are in their ``things``.

    ``missing`` are papers demanded and not shown; ``contradictions`` were pointed out and not cleared up;
    ``unanswered`` are topics asked and given up; ``handed_over`` names forbidden things given up willingly, which
    changes the officer's words and not the verdict.
    """

    facts: tuple[Fact, ...] = ()
    papers: frozenset[Detail] = frozenset()
    missing: frozenset[Detail] = frozenset()
    passport: Literal["shown", "refused", "unknown"] = "unknown"
    contradictions: tuple[Act, ...] = ()
    unanswered: frozenset[Topic] = frozenset()
    handed_over: frozenset[str] = frozenset()
    insults: int = 0


class Reason(Strict, frozen=True):
    """Why: the things it is about, and where it is a matter of size the amount and its limit.

    Litres of alcohol, cigarettes, and money in the rules' own currencies.
    """

    kind: ReasonKind
    things: tuple[Thing, ...] = ()
    amount: float | None = None
    limit: float | None = None

    @property
    def verdict(self) -> VerdictKind:
        """What would follow if there were no other reason."""
        return _FOLLOWS[self.kind]


class Verdict(Strict, frozen=True):
    """All reasons, gravest first, and what follows from the gravest. ``duty`` is in whole units of ``currency``.

    ``goods`` are the names of the things held.
    """

    kind: VerdictKind
    currency: str
    reasons: tuple[Reason, ...] = ()
    duty: float = 0.0
    goods: tuple[str, ...] = ()


def judge(scenario: Scenario, statement: Statement) -> Verdict:
    """The verdict on what was said. What is missing in the statement speaks against nobody."""
    rules = scenario.rules
    declared = _declared(statement)
    excesses = allowances.excesses(declared, rules)
    reasons = (
        *_refusals(statement),
        *_holds(scenario, statement, declared),
        *_inspections(scenario, statement, declared),
        *(Reason(_RULE_REASONS[each.rule], each.things, each.amount, each.limit) for each in excesses),
    )
    return Verdict(
        kind=next((kind for kind in _GRAVITY if any(reason.verdict == kind for reason in reasons)), "admit"),
        currency=rules.gifts_currency,
        reasons=reasons or tuple(_cash_declared(rules, statement)),
        duty=float(math.floor(rules.duty_percent / 100 * sum(each.value for each in excesses) + 0.5)),
        goods=tuple(thing.name for reason in reasons if reason.verdict == "hold" for thing in reason.things),
    )


_RULE_REASONS: dict[str, ReasonKind] = {"alcohol": "alcohol", "tobacco": "tobacco", "gift": "goods"}


# --- the rules, gravest first --------------------------------------------------------------------------------------


def _refusals(statement: Statement) -> Iterator[Reason]:
    if statement.passport == "refused":
        yield Reason("no_passport")
    if any(act.known_from == "passport" for act in statement.contradictions):
        yield Reason("not_the_passport")
    if statement.insults >= _MANY_INSULTS:
        yield Reason("many_insults", amount=statement.insults, limit=_MANY_INSULTS)


def _holds(scenario: Scenario, statement: Statement, declared: tuple[Thing, ...]) -> Iterator[Reason]:
    rules = scenario.rules
    yield from _of("forbidden_food", (each for each in declared if allowances.over_limit(each, rules) == "food"))
    yield from _of("forbidden", (each for each in declared if allowances.over_limit(each, rules) == "forbidden"))
    if "prescription" in statement.missing:
        medicines = [each for each in declared if each.kind == "medicine"]
        strong = [each for each in medicines if allowances.needs_prescription(each, rules)]
        yield from _of("no_prescription", strong or medicines)
    if "papers" in statement.missing:
        yield from _of("no_pet_papers", (each for each in declared if each.kind == "pet"))
    denied = _unnamed(scenario, statement, declared, denied=True)
    yield from _of("denied", (*denied, *_hidden_cash(scenario, statement)))


def _inspections(scenario: Scenario, statement: Statement, declared: tuple[Thing, ...]) -> Iterator[Reason]:
    yield from _of("forgotten", _unnamed(scenario, statement, declared, denied=False))
    cash, limit = _stated_cash(scenario.rules, statement), scenario.rules.cash_limit
    if cash is not None and cash > limit and "declaration" in statement.missing:
        yield Reason("no_declaration", amount=cash, limit=limit)
    if "invoice" in statement.missing:
        yield from _of("no_invoice", (each for each in declared if each.kind == "sample"))
    if any(act.known_from != "passport" for act in statement.contradictions):
        yield Reason("contradiction")
    if len(statement.unanswered) >= _UNANSWERED:
        yield Reason("unanswered", amount=len(statement.unanswered), limit=_UNANSWERED)
    if statement.insults == _INSULTS:
        yield Reason("insults", amount=statement.insults, limit=_INSULTS)


def _cash_declared(rules: Rules, statement: Statement) -> Iterator[Reason]:
    cash = _stated_cash(rules, statement)
    if cash is not None and cash > rules.cash_limit and "declaration" in statement.papers:
        yield Reason("cash_declared", amount=cash, limit=rules.cash_limit)


def _of(kind: ReasonKind, things: Iterable[Thing]) -> Iterator[Reason]:
    """One reason for all these things; none without things."""
    found = tuple(things)
    if found:
        yield Reason(kind, found)


# --- what was said, and what was not -------------------------------------------------------------------------------


def _declared(statement: Statement) -> tuple[Thing, ...]:
    """Everything named, each thing as what it is within its topic."""
    return tuple(_within(thing, fact.topic) for fact in statement.facts for thing in fact.things)


def _within(thing: Thing, topic: Topic) -> Thing:
    kind = allowances.kind_within(thing, topic)
    return thing if kind == thing.kind else msgspec.structs.replace(thing, kind=kind)


def _unnamed(scenario: Scenario, statement: Statement, declared: tuple[Thing, ...], *, denied: bool) -> Iterator[Thing]:
    """Things to declare that nobody named: of topics answered with "nothing", or of those answered otherwise."""
    facts = {fact.topic: fact for fact in statement.facts}
    for thing in carried.to_declare(scenario):
        fact = facts.get(carried.topic_of(thing, scenario))
        asked = fact is not None and (fact.none if denied else bool(fact.things) and not fact.none)
        if asked and not carried.named(thing, declared):
            yield thing


def _stated_cash(rules: Rules, statement: Statement) -> float | None:
    """What the traveller says to carry, in cash_currency; None when that is not known."""
    fact = next((fact for fact in statement.facts if fact.topic == "money"), None)
    if fact is None or fact.none:
        return 0.0 if fact else None
    purse = [thing for thing in fact.things if thing.kind == "cash" and thing.amount is not None]
    if purse:
        return sum(allowances.converted(thing.amount or 0.0, thing.currency, rules.cash_currency) for thing in purse)
    return None if fact.number is None else allowances.converted(fact.number, fact.unit, rules.cash_currency)


def _hidden_cash(scenario: Scenario, statement: Statement) -> Iterator[Thing]:
    """Cash above the limit in the dossier, and a traveller who says to have no more than the limit."""
    rules, traveller = scenario.rules, scenario.traveller
    stated = _stated_cash(rules, statement)
    real = allowances.converted(traveller.money, traveller.money_currency, rules.cash_currency)
    if stated is not None and stated <= rules.cash_limit < real:
        text = money_text(traveller.money, traveller.money_currency)
        yield Thing(text=text, name="dinero", kind="cash", amount=traveller.money, currency=traveller.money_currency)


# --- in the officer's mouth ----------------------------------------------------------------------------------------

_REASON_TEXTS: dict[ReasonKind, str] = {
    "no_passport": "no mostrar el pasaporte",
    "not_the_passport": "datos que no coinciden con el pasaporte",
    "many_insults": "falta de respeto",
    "forgotten": "{things} sin declarar",
    "no_declaration": "dinero sin declarar",
    "no_invoice": "{things} sin factura",
    "contradiction": "datos que no coinciden",
    "unanswered": "preguntas sin respuesta",
    "insults": "falta de respeto",
    "cash_declared": "",
}

_PLURAL = re.compile(r"(?<=[lnr])es\b|(?<=[aeo])s\b")  # "1 dólares" is one dólar, "1 pesos chilenos" one peso chileno
_SOUNDS_LIKE_Y = re.compile(r"h?i(?!e)")


def act(scenario: Scenario, statement: Statement) -> Act:
    """The officer's act that ends the conversation."""
    verdict = judge(scenario, statement)
    return Act(kind="verdict", verdict=verdict.kind, item=reason_text(verdict), duty=duty_text(verdict))


def reason_text(verdict: Verdict) -> str:
    """The gravest reason as a short noun phrase: "tres litros de ron", "dinero sin declarar"; of goods held, the goods.

    Empty where everything is in order.
    """
    reasons = [reason for reason in verdict.reasons if reason.verdict == verdict.kind]
    if not reasons:
        return ""
    if verdict.kind in ("hold", "pay"):
        return _listed([thing for reason in reasons for thing in reason.things])
    return _REASON_TEXTS[reasons[0].kind].format(things=_listed(reasons[0].things[:1]))


def duty_text(verdict: Verdict) -> str:
    """What is to be paid, "45 euros"; empty where nothing is."""
    if verdict.kind != "pay" or not verdict.duty:
        return ""
    text = money_text(verdict.duty, verdict.currency)
    return _PLURAL.sub("", text) if verdict.duty == 1 else text


def _listed(things: Iterable[Thing]) -> str:
    """ "un chorizo", "un chorizo y dos quesos", "un chorizo, dos quesos y otras cosas"."""
    texts = list(dict.fromkeys(thing.text for thing in things))
    if len(texts) > _MOST_NAMED:
        return f"{', '.join(texts[:_MOST_NAMED])} y otras cosas"
    return (" e " if texts and _SOUNDS_LIKE_Y.match(plain(texts[-1])) else " y ").join(texts)


# --- while the conversation lasts ----------------------------------------------------------------------------------

_BY_KIND: dict[str, Topic] = {"medicine": "medicines", "pet": "pets", "sample": "samples", "cash": "money"}
_PRINTED = re.compile(r"catalogo|folleto|tarjeta|muestrario")
# Worth a question for the price; a used phone or a postcard is not.
_EXPENSIVE = re.compile(
    r"\b(?:regalos?|reloj(?:es)?|joyas?|collar(?:es)?|anillos?|pulseras?|cuadros?|alfombras?|vajillas?|jarron(?:es)?|"
    r"violin(?:es)?|bolsos? de)\b"
)
_NEW = re.compile(r"\b(?:nuev[oa]s?|en su caja|sin abrir|de regalo)\b")


def matter(thing: Thing, rules: Rules, topic: Topic | None = None) -> Act | None:
    """What the officer has to go into when a thing is declared: a rule, a paper, a quantity, a price; None: nothing.

    ``topic`` is the one that the thing was told under; without it the thing's own.
    """
    topic = topic or _BY_KIND.get(thing.kind, "goods")
    thing = _within(thing, topic)
    broken = allowances.over_limit(thing, rules)
    if broken and broken != "cash":
        limit = allowances.limit_text(broken, rules, thing.kind)
        return Act("rule", topic=topic, item=thing.text, rule=broken, limit=limit)
    if paper := _paper(thing, rules):
        return Act("demand", topic=topic, item=thing.text, detail=paper)
    if unknown := _unknown(thing):
        return Act("follow_up", topic=topic, item=thing.text, detail=unknown)
    return None


def _paper(thing: Thing, rules: Rules) -> Detail:
    match thing.kind:
        case "medicine" if allowances.needs_prescription(thing, rules):
            return "prescription"
        case "pet":
            return "papers"
        case "sample" if not _PRINTED.search(plain(thing.name)):
            return "invoice"
        case "cash" if allowances.over_limit(thing, rules):
            return "declaration"
    return ""


def _unknown(thing: Thing) -> Detail:
    """What has to be known for the rules and was not said."""
    if thing.kind == "alcohol" and thing.amount is None:
        return "quantity"
    if thing.kind == "tobacco" and thing.amount is None and (thing.count is None or thing.unit):
        return "quantity"
    return "value" if thing.value is None and _is_expensive(thing) else ""


def _is_expensive(thing: Thing) -> bool:
    if thing.kind == "electronics":
        return bool(_NEW.search(plain(thing.text))) or (thing.count or 0) > 1
    return thing.kind in allowances.VALUED and _EXPENSIVE.search(plain(thing.name)) is not None
