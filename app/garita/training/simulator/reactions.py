"""What the traveller says to the officer's other acts: details, papers, doubts, contradictions, rules, the verdict."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from garita.roleplay.act import Act, Detail
from garita.roleplay.meaning import Fact, Meaning, Signal, Thing, ThingKind
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Topic
from garita.training.simulator import invented, lives, numbers, things
from garita.training.simulator import traveller_asides as asides
from garita.training.simulator import traveller_lines as lines
from garita.training.simulator.facts import Answer, Truth, to_usted
from garita.training.simulator.suitcase import INVENTED_SHARE, kind_of, litres_in
from garita.training.simulator.voice import Voice, meaning

PAPERS: frozenset[Detail] = frozenset({"visa", "return_ticket", "prescription", "papers", "invoice", "declaration"})
_UNITS = {
    "alcohol": (things.LITRE, things.BOTTLE), "medicine": (things.BOX, things.JAR), "honey": (things.JAR,),
    "meat": (things.KILO, things.PIECE), "dairy": (things.KILO, things.PIECE), "sample": (things.BOX, things.BAG),
}  # fmt: skip


_NO_PASSPORT_SHARE = 0.02
_ANY_UNIT = (things.KILO, things.BAG, things.BOX, things.PACKET)
_KNOWN_UNITS = (
    things.BOTTLE, things.BOX, things.BAG, things.JAR, things.KILO, things.LITRE, things.PACKET, things.TIN,
    things.PIECE,
)  # fmt: skip
_COUNTED: frozenset[ThingKind] = frozenset({"electronics", "clothes", "gift", "pet", "tobacco", "weapon"})
# what stands before a thing's name: "dos botellas de", "unas", "tres"
_COUNT_OF = re.compile(
    r"^(?:\S+ )?(?:botellas?|litros?|kilos?|cajas?|bolsas?|frascos?|paquetes?|latas?|trozos?|cartones|cartón|pares) de "
    r"|^(?:una?|un[oa]s|dos|tres|cuatro|cinco|seis|\d+|vari[oa]s|algun[oa]s|much[oa]s) "
)


class Said(NamedTuple):
    """A turn of the traveller's: the words, what they truly mean, and for statistics what kind of turn it was."""

    text: str
    meaning: Meaning
    kind: str = "plain"


class Reactions:
    """One traveller's answers to what is not a plain question of the checklist."""

    def __init__(self, voice: Voice, truth: Truth) -> None:
        self._voice, self._truth = voice, truth
        self._rng = voice.rng
        self._has_passport = self._rng.random() >= _NO_PASSPORT_SHARE

    def said(
        self, text: str, *answers: Answer, signals: tuple[Signal, ...] = (), kind: str = "plain", word: str = ""
    ) -> Said:
        """``text`` (correct Spanish) as this learner says it, with its meaning."""
        return Said(self._voice.finish(text), meaning(text, answers, *signals, word=word), kind)

    def passport(self, *others: Answer) -> Said:
        """Hands the passport over, perhaps telling more; has to look for it, or has none."""
        if not others and (not self._has_passport or self._rng.random() < _NO_PASSPORT_SHARE):
            none = Answer(Fact(topic="passport", text="", none=True), "", "none")
            return self.said(self._voice.line(asides.NO_PASSPORT), none, signals=("no",), kind="no_passport")
        text = self._voice.answer(self._truth.answer("passport"))
        handed = re.fullmatch(r"(sí|claro)(, (claro|señora?))?", text) is None
        if others:
            text = f"{text}. {self._voice.joined(others)}"
        return self.said(text, *others, signals=("document",) if handed else ("yes",))

    # --- further questions -----------------------------------------------------------------------------------------

    def follow_up(self, act: Act) -> Said:
        """A detail of something told."""
        if act.detail in PAPERS:
            return self.demand(act)
        made = {"quantity": self._quantity, "value": self._value, "what": self._what, "which": self._which,
                "whom": self._whom, "company": self._company, "school": self._school,
                "address": self._address}.get(act.detail)  # fmt: skip
        return made(act) if made else self._answered(act.topic or "goods")

    def _answered(self, topic: Topic) -> Said:
        answer = self._truth.answer(topic)
        return self.said(self._voice.answer(answer), answer)

    def _quantity(self, act: Act) -> Said:
        topic = act.topic or "goods"
        thing = self._thing(act)
        if topic == "money" or thing is None:
            return self._answered(topic)
        if thing.kind in _COUNTED:
            return self._pieces(thing, topic)
        units = _UNITS.get(thing.kind, _ANY_UNIT)
        unit = next((noun for noun in _KNOWN_UNITS if noun.singular == thing.unit), self._rng.choice(units))
        number = self._rng.choice((1, 2, 2, 3, 4, 5, 6))
        amount = litres_in(unit.singular, number) if thing.kind == "alcohol" else None
        text = f"{numbers.canonical(number, unit)} de {thing.name}"
        told = Thing(
            text=text, name=thing.name, kind=thing.kind, count=float(number), unit=unit.singular, amount=amount
        )
        said = numbers.counted(number, unit, self._rng, self._voice.style.digits)
        said += f" de {thing.name}" if self._rng.random() < 0.4 else ""
        return self._fact(Fact(topic=topic, text=text, things=(told,)), self._voice.line(lines.BARE, x=said))

    def _pieces(self, thing: Thing, topic: Topic) -> Said:
        """How many of what is counted without a unit; cigarettes in packets."""
        packets, digits = thing.kind == "tobacco", self._voice.style.digits
        noun = things.Noun("cajetilla", "cajetillas", "f") if packets else things.Noun("", "", "m")
        number = self._rng.choice((2, 2, 3, 4, 5, 6))
        text = numbers.canonical(number, noun).strip()
        told = Thing(
            text=text if packets else f"{text} {thing.name}", name=thing.name, kind=thing.kind, count=float(number),
            unit=noun.singular, amount=20.0 * number if packets else None,
        )  # fmt: skip
        said = numbers.counted(number, noun, self._rng, digits).strip()
        return self._fact(Fact(topic=topic, text=told.text, things=(told,)), self._voice.line(lines.BARE, x=said))

    def _value(self, act: Act) -> Said:
        thing, rules = self._thing(act), self._truth.scenario.rules
        value = numbers.rounded(rules.gifts_limit * self._rng.choice((0.05, 0.1, 0.2, 0.4, 0.7, 1.3, 2.0)))
        if thing is not None and thing.value:
            value = int(thing.value)
        currency = rules.gifts_currency
        text = numbers.money_back(value, currency)
        base = thing or Thing(text=act.item or text, name=act.item or text)
        told = msgspec.structs.replace(base, value=float(value), currency=currency)
        price = numbers.money(value, currency, self._rng, self._voice.style.digits)
        fact = Fact(topic=act.topic or "goods", text=text, number=float(value), unit=currency, things=(told,))
        return self._fact(fact, self._voice.line(asides.PRICE, x=price))

    def _what(self, act: Act) -> Said:
        kind = self._rng.choice(tuple(asides.WHAT_IS))
        said = self._voice.line(asides.WHAT_IS[kind])
        text = to_usted(said.removeprefix("es ").removeprefix("como "))
        thing = self._thing(act)
        told = Thing(text=text, name=thing.name if thing else act.item or text, kind=kind)  # type: ignore[arg-type]
        return self._fact(Fact(topic=act.topic or "goods", text=text, things=(told,)), said)

    def _which(self, act: Act) -> Said:
        topic = act.topic or "goods"
        answer = self._truth.answer(topic)
        if answer.kind == "none" or plain(answer.fact.text) == plain(act.item):
            answer = self._truth.another(topic)
        return self.said(self._voice.answer(answer), answer)

    def _whom(self, act: Act) -> Said:
        kin = f"mi {lives.KIN.draw(self._rng, held_out=self._voice.held_out)}"
        fact = Fact(topic=act.topic or "purpose", text=f"visitar a {to_usted(kin)}", form="verb")
        return self._fact(fact, self._voice.line(asides.WHOM, x=kin))

    def _company(self, act: Act) -> Said:
        name = self._name()
        fact = Fact(topic=act.topic or "profession", text=f"la empresa {name}", form="noun")
        return self._fact(fact, self._voice.line(asides.COMPANY, x=name))

    def _school(self, act: Act) -> Said:
        name = self._name()
        said = self._voice.line(asides.SCHOOL, x=name)
        place = next((word for word in ("universidad", "academia") if word in said), "escuela")
        article = f"el instituto {name}" if "instituto" in said else f"la {place} {name}"
        return self._fact(Fact(topic=act.topic or "purpose", text=article, form="noun"), said)

    def _address(self, _: Act) -> Said:
        street = self._name() if self._rng.random() < INVENTED_SHARE else lives.STREETS.draw(
            self._rng, held_out=self._voice.held_out
        )  # fmt: skip
        text = f"en la calle {street}, número {self._rng.randint(1, 120)}"
        return self._fact(
            Fact(topic="lodging", text=text), self._voice.line("{<x>|<x>|está <x>|es <x>|queda <x>}", x=text)
        )

    # --- papers, doubts, contradictions, rules ----------------------------------------------------------------------

    def demand(self, act: Act) -> Said:
        """A paper is wanted: here it is, or not."""
        chance = self._rng.random()
        if chance < 0.08:
            return self.at_a_loss()
        if chance < 0.7:
            key = act.detail if act.detail in asides.PAPER_YES and self._rng.random() < 0.7 else ""
            text = self._voice.line(asides.PAPER_YES[key])
            shown = "aquí" in text or "tome" in text or "mire" in text
            return self.said(text, signals=("yes", "document") if shown else ("yes",))
        key = act.detail if act.detail in asides.PAPER_NO and self._rng.random() < 0.7 else ""
        return self.said(self._voice.line(asides.PAPER_NO[key]), signals=("no",))

    def confirm(self, act: Act) -> Said:
        """Was it heard rightly? Yes, or the right value."""
        answer = self._truth.answer(act.topic or "goods")
        if plain(answer.fact.text) == plain(act.item) or answer.kind == "none":
            return self.said(self._voice.line(asides.CONFIRMED), signals=("yes",))
        text = self._voice.line(asides.NOT_THAT) + self._voice.answer(answer, full=True, lead=False)
        return self.said(text, answer, signals=("no",))

    def contradiction(self, act: Act) -> Said:
        """Which is right? Mostly the truth with an excuse, now and then the same again."""
        if act.known_from == "suitcase":
            return self._found_out()
        topic: Topic = act.topic or "purpose"
        answer, chance = self._truth.answer(topic), self._rng.random()
        if chance < 0.08:
            return self.at_a_loss()
        if act.known_from in ("passport", "flight") and chance < 0.8:
            answer = self._by_paper(topic, act.before) or answer
            self._truth.now(answer)
        insists = chance > 0.85
        before = asides.INSIST if insists else asides.EXPLAIN_CLASH
        text = self._voice.line(before) + self._voice.answer(answer, full=True, lead=False)
        return self.said(text, answer)

    def _by_paper(self, topic: Topic, before: str) -> Answer | None:
        if topic != "name" or not before:
            return None
        return Answer(Fact(topic="name", text=before), before)

    def _found_out(self) -> Said:
        if self._rng.random() < 0.7:
            return self.said(self._voice.line(asides.FOUND_OUT), signals=("yes", "sorry"))
        return self.said(self._voice.line(asides.NOT_MINE), signals=("no",))

    def rule(self) -> Said:
        """A rule was stated: understood, regretted, or not accepted."""
        chance = self._rng.random()
        if chance < 0.6:
            return self.said(self._voice.line(asides.AGREE), signals=("yes",))
        if chance < 0.8:
            return self.said(self._voice.line(asides.REGRET), signals=("sorry",))
        if chance < 0.92:
            return self.said(self._voice.line(asides.PROTEST), signals=("no",), kind="protest")
        return self.at_a_loss()

    def verdict(self, act: Act) -> Said:
        """Thanks, or protest, or a question."""
        chance, good = self._rng.random(), act.verdict == "admit"
        if chance < (0.88 if good else 0.45):
            return self.said(self._voice.line(asides.THANKS))
        if chance < (0.96 if good else 0.65):
            text = self._voice.line(asides.VERDICT_QUESTION)
            return Said(self._voice.finish(text), meaning(text, (), "off_topic", off_topic="small_talk"))
        if good or chance < 0.85:
            return self.said(self._voice.line(asides.VERDICT_ACCEPT), signals=("yes",))
        return self.said(self._voice.line(asides.VERDICT_PROTEST), kind="protest")

    def at_a_loss(self) -> Said:
        """Did not understand, or wants it again."""
        if self._rng.random() < 0.5:
            return self.said(self._voice.line(asides.NOT_UNDERSTOOD), signals=("explain",), kind="lost")
        return self.said(self._voice.line(asides.REPEAT), signals=("repeat",), kind="repeat")

    # --- helpers -----------------------------------------------------------------------------------------------------

    def _fact(self, fact: Fact, said: str) -> Said:
        return self.said(said, Answer(fact, said))

    def _thing(self, act: Act) -> Thing | None:
        """The thing the officer speaks of."""
        told = self._truth.answer(act.topic).fact.things if act.topic else ()
        named = [thing for thing in told if thing.name in act.item or act.item in thing.text]
        if named and act.item:
            return named[0]
        if act.item:
            name = _COUNT_OF.sub("", act.item)
            return Thing(text=act.item, name=name, kind=kind_of(name))
        return told[0] if told else None

    def _name(self) -> str:
        if self._rng.random() < 0.5:
            return invented.name(self._rng)
        return lives.HOTEL_NAMES.draw(self._rng, held_out=self._voice.held_out)
