"""The officer's half: words a plan as this scenario's officer would say it.

Manner, level and region shape the wording; what to do is the plan's. A turn is put together from parts that are drawn
independently (what was heard, a lead, a question, a courtesy), so that few patterns give very many turns. Read
``Officer.turn`` first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.clues import is_about
from garita.roleplay.glossary import meanings
from garita.roleplay.meaning import Fact
from garita.roleplay.plain_text import plain
from garita.roleplay.prompt import COUNTRIES
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.sentences import split
from garita.training.simulator import (
    lines_again,
    lines_ask,
    lines_ask_luggage,
    lines_details,
    lines_farewell,
    lines_greeting,
    lines_heard,
    lines_lead,
    lines_matters,
    lines_remarks,
    lines_rules,
    lines_simpler,
    lines_verdict,
    lines_words,
)
from garita.training.simulator.frames import Frames, mostly_first
from garita.training.simulator.region import words_of_region
from garita.training.simulator.wording import say, tidy

DAYS = ("buenos días", "buenos días", "buenas tardes", "buenas tardes", "buenas noches")
ASK: dict[str, Frames] = {**lines_ask.ASK_JOURNEY, **lines_ask_luggage.ASK_LUGGAGE}

_LEAD_SHARE = {"kind": 0.75, "neutral": 0.7, "stern": 0.75, "hurried": 0.75}
_OWN_LEAD_SHARE = 0.6  # of the leads, so many are the manner's own
_LITERAL_SHARE = 0.5  # of the repetitions
_REGION_SHARE = 0.3
# of a sentence, of a turn
_MOST_WORDS = {"A2": (9, 18), "B1": (12, 24), "B2": (16, 34), "C1": (22, 42)}
_DRAWS = 6  # tries to say nothing that was said before
_ALIKE_FROM = 88.0  # rapidfuzz's ratio; the guard stops at 90

_CARRIED: tuple[Topic, ...] = ("goods", "food", "medicines", "pets", "samples", "money")
_SOFTLY = ("repeat", "slow_down", "rephrase")
_SOFT_SHARE = 0.5
_FOCUS_SHARE = 0.7  # "the question is:" after a sentence that does not lead into it
# acts whose question comes in plain words
_PLAINER = ("slow_down", "rephrase", "explain", "ask_spanish", "pardon")
_EXCESS = ("alcohol", "tobacco", "gift")
_PASSPORT = ("el pasaporte", "su pasaporte", "el documento")
# what may stand after "dice" as it is
_SAID_BARE: tuple[Topic, ...] = ("name", "stay", "money")
_CLAIMS: dict[Topic, str] = {
    "name": "que se llama <x>", "origin": "que viene de <x>", "stay": "que se queda <x>", "lodging": "que se aloja <x>",
    "profession": "que es <x>", "companions": "que viaja <x>", "goods": "que lleva <x>", "food": "que lleva <x>",
    "medicines": "que lleva <x>", "pets": "que lleva <x>", "samples": "que lleva <x>", "money": "que lleva <x>",
    "onward": "que va <x>",
}  # fmt: skip
# what somebody answers to "which company?" or "for whom?"
_ITSELF = re.compile(r"para |la (?:empresa|escuela|universidad|academia|compañía) |el instituto ")
_PLEASE = re.compile(r"(?<!pasaporte), por favor")
# a verdict after which nobody wishes a good journey
_NOT_THROUGH = re.compile(r"\b(?:segunda revision|no puede entrar)\b")
# a traveller's words without "dice" before them
_BARE_SLOT = re.compile(r"(?<!dice )(?<!<dijo> )<x>")
_PAPERS = ("prescription", "papers", "invoice", "declaration")


class Officer:
    """One officer's manner of speaking, for one conversation."""

    def __init__(self, scenario: Scenario, rng: Random) -> None:
        self.scenario = scenario
        self.rng = rng
        self.manner = scenario.officer.manner
        self.level = scenario.level
        self.region = words_of_region(scenario.country)
        self.day = rng.choice(DAYS)
        self.used: list[str] = []  # the frames of the last turn, for statistics

    def turn(self, plan: Plan, officer_history: Sequence[str] = ()) -> str:
        """The whole turn: takes up what was heard, then words the acts in order.

        Args:
            plan: what to do.
            officer_history: what the officer said before, oldest first; nothing of it is said again where that can
                be helped.
        """
        said = [plain(sentence) for text in officer_history for sentence in split(text)]
        may_repeat = plan.main.kind in AGAIN
        text = ""
        for _ in range(_DRAWS):
            self.used = []
            text = tidy(_once_please(self._taken_up(plan, officer_history) + self._acts(plan, officer_history)))
            if self._short_enough(text, plan) and (may_repeat or not _said_again(text, said)):
                break
        return text

    def _short_enough(self, text: str, plan: Plan) -> bool:
        """Whether this level's learners can take it in; what was told by themselves does not count."""
        told = set(plain(" ".join((*(fact.text for fact in plan.heard), *(_told(act) for act in plan.acts)))).split())
        lengths = [sum(word not in told for word in plain(sentence).split()) for sentence in split(text)]
        most, most_in_all = _MOST_WORDS[self.level]
        return max(lengths, default=0) <= most and sum(lengths) <= most_in_all

    # --- what was heard ---------------------------------------------------------------------------------------------

    def _taken_up(self, plan: Plan, history: Sequence[str]) -> str:
        """The facts said back, or a word to a yes or no, or a nod."""
        named = " ".join(f"{act.item} {act.before}" for act in plan.acts)
        greeted = "" if plan.acts[0].kind != "greet" else self._greet(plan.acts[0])
        facts = [fact for fact in plan.heard if fact.text and fact.text not in named]
        reply = self._frame(lines_heard.REPLY[plan.reply_to]) + " " if plan.reply_to else ""
        if facts:
            return greeted + reply + self._heard(facts)
        if reply or plan.acts[0].kind not in ("ask", "verdict"):
            return greeted + reply
        return greeted + self._nod(plan, history)

    def _nod(self, plan: Plan, history: Sequence[str]) -> str:
        """After an answer that has no words worth saying back; a passport handed over is thanked for."""
        if not history or plan.main.verdict == "refuse":
            return ""
        if is_about("passport", _last_question(history)):
            return self._frame(lines_heard.DOCUMENT_FRAMES, x=self.rng.choice(_PASSPORT)) + " "
        return self._say(lines_heard.BARE) + " "

    def _heard(self, facts: list[Fact]) -> str:
        papers = [fact for fact in facts if fact.form == "document" or fact.topic == "passport"]
        others = [fact for fact in facts if fact not in papers]
        thanks = "".join(self._frame(lines_heard.DOCUMENT_FRAMES, x=fact.text) + " " for fact in papers)
        return thanks + (self._said_back(others) if others else "")

    def _said_back(self, facts: list[Fact]) -> str:
        if len(facts) == 1:
            return self._one_said_back(facts[0])
        names = [fact for fact in facts if fact.topic == "name"]
        others = [fact for fact in facts if fact.topic != "name"]
        if names and others and self.rng.random() < 0.6:
            return self._frame(lines_heard.NAME_FRAMES, x=names[0].text) + " " + self._said_back(others)
        clauses = _joined(self._different_clauses(facts))
        return self._frame(self._clause_frames(), cl=clauses) + " "

    def _different_clauses(self, facts: list[Fact]) -> list[str]:
        """A clause for each fact; no verb twice where that can be helped, and "usted" at most once."""
        clauses: list[str] = []
        for fact in facts:
            tried = [self._clause(fact) for _ in range(_DRAWS)]
            starts = {clause.split()[0] for clause in clauses}
            fresh = [each for each in tried if each.split()[0] not in starts | ({"usted"} if clauses else set())]
            clauses.append((fresh or tried)[0])
        return clauses

    def _one_said_back(self, fact: Fact) -> str:
        if fact.topic == "name" and self.rng.random() < 0.4:
            return self._frame(lines_heard.NAME_FRAMES, x=fact.text) + " "
        phrase = self._phrase(fact)
        frames = lines_heard.FRAMES if phrase else self._clause_frames()
        return self._frame(frames, cl=self._clause(fact), f=phrase) + " "

    def _clause_frames(self) -> Frames:
        return Frames(*(tuple(frame for frame in group if "<cl>" in frame) for group in lines_heard.FRAMES))

    def _clause(self, fact: Fact) -> str:
        choices = lines_heard.CLAUSES.get(_clause_key(fact)) or lines_heard.CLAUSES[fact.topic]
        return self._choose(choices, x=fact.text)

    def _phrase(self, fact: Fact) -> str:
        if (
            fact.none
            or _clause_key(fact) in ("price", "is")
            or (fact.form and f"{fact.topic}:{fact.form}" not in lines_heard.PHRASES)
        ):
            return fact.text
        pattern = lines_heard.PHRASES.get(f"{fact.topic}:{fact.form}") or lines_heard.PHRASES.get(fact.topic, "<x>")
        return self._say(pattern, x=fact.text)

    # --- what is done -----------------------------------------------------------------------------------------------

    def _acts(self, plan: Plan, history: Sequence[str]) -> str:
        """All acts in order; a greeting stands before what was heard and is not said twice."""
        acts = plan.acts[1:] if plan.acts[0].kind == "greet" else plan.acts
        first = plan.acts[0].kind == "greet" or not history
        return " ".join(self._act(act, history, first=first) for act in acts)

    def _act(self, act: Act, history: Sequence[str], *, first: bool) -> str:
        if act.kind in AGAIN:
            return self._again(act, history)
        match act.kind:
            case "greet":
                return self._greet(act)
            case "ask":
                return self._ask(act, first=first)
            case "follow_up" | "demand":
                return self._detail(act)
            case "confirm":
                lead = (
                    self._frame(lines_matters.CONFIRM_LEAD) + " "
                    if self.rng.random() < _LEAD_SHARE[self.manner]
                    else ""
                )
                return lead + self._frame(lines_matters.CONFIRM, x=act.item)
            case "move_on":
                return self._frame(lines_again.AGAIN["move_on"])
            case "contradiction":
                return self._contradiction(act)
            case "rule":
                return self._rule(act)
            case "verdict":
                return self._verdict(act)
        return self._farewell(history)

    def _ask(self, act: Act, *, first: bool) -> str:
        topic = act.topic or "passport"
        question = self._frame(ASK[topic], c=self._closing())
        first = first or topic == "passport"
        if question.startswith("¿") or first:
            return self._lead(first=first) + question
        # "dígame" leads into a question, not into another request
        leads = self.rng.random() < _LEAD_SHARE[self.manner]
        return (self._frame(lines_lead.LEAD_REQUEST) + " " if leads else "") + question

    def _lead(self, *, first: bool) -> str:
        if self.rng.random() >= _LEAD_SHARE[self.manner]:
            return ""
        if first:
            return self._frame(lines_lead.LEAD_FIRST) + " "
        own = self.rng.random() < _OWN_LEAD_SHARE
        return self._frame(lines_lead.LEAD[self.manner] if own else lines_lead.LEAD_COMMON) + " "

    def _closing(self) -> str:
        return self._say(lines_lead.CLOSING)

    def _greet(self, act: Act) -> str:
        hello = self._say(lines_greeting.HELLO[self.manner])
        if act.remark == "how_are_you":
            return hello + self._say(lines_greeting.HOW_ARE_YOU) + " "
        return hello + self._frame(lines_greeting.WELCOME[self.manner]) + " "

    # --- again ------------------------------------------------------------------------------------------------------

    def _again(self, act: Act, history: Sequence[str]) -> str:
        """What the act says of itself, and the question once more."""
        return f"{self._before_again(act)} {self._question_again(act, history)}"

    def _before_again(self, act: Act) -> str:
        match act.kind:
            case "explain":
                return self._explanation(act.item)
            case "return":
                return f"{self._remark(act)} {self._frame(lines_remarks.BACK)}"
            case "stay_in_role":
                own = self._frame(lines_again.AGAIN["stay_in_role"])
                answer = self._remark(act) if act.remark else own
                return f"{answer} {self._frame(lines_remarks.FOCUS)}"
        softly = act.kind in _SOFTLY and self.rng.random() < _SOFT_SHARE
        soft = self._frame(lines_again.SOFT[self.manner]) + " " if softly else ""
        own = soft + self._frame(lines_again.AGAIN[act.kind], c=self._closing())
        focuses = own.endswith(".") and self.rng.random() < _FOCUS_SHARE
        return f"{own} {self._frame(lines_remarks.FOCUS)}" if focuses else own

    def _remark(self, act: Act) -> str:
        return self._frame(lines_remarks.REMARKS[act.remark or "small_talk"])

    def _explanation(self, word: str) -> str:
        if not word:
            return self._frame(lines_again.AGAIN["rephrase"])
        known = meanings(word)
        if not known:
            return self._frame(lines_words.EXPLAIN_UNKNOWN, w=word)
        return self._frame(lines_words.EXPLAIN, w=word, m=self.rng.choice(known))

    def _question_again(self, act: Act, history: Sequence[str]) -> str:
        topic = act.topic
        last = _last_question(history)
        literal = act.kind == "repeat" and bool(last) and self.rng.random() < _LITERAL_SHARE
        if literal and (topic is None or is_about(topic, last)):
            return _lower(last)
        if topic is None:
            return ""
        if act.detail:
            return self._frame(self._detail_frames(act), c=self._closing())
        if act.kind in _PLAINER:
            plain_words = lines_simpler.SIMPLER[topic] if self.rng.random() < 0.6 else Frames(ASK[topic].easy)
            return self._frame(plain_words, c=self._closing())
        return self._frame(ASK[topic], c=self._closing())

    # --- matters ----------------------------------------------------------------------------------------------------

    def _detail(self, act: Act) -> str:
        """A further question, or a paper wanted, for the item where there is one."""
        question = self._frame(self._detail_frames(act), c=self._closing())
        if act.detail == "yes_what":
            return f"{self._frame(lines_details.YES_LEAD)} {question}"
        if not act.item:
            return self._lead(first=False) + question
        carried = act.topic in _CARRIED or act.detail in _PAPERS
        mention = lines_details.MENTION_THING if carried else lines_details.MENTION_OTHER
        return f"{self._frame(mention, x=act.item)} {question}"

    def _detail_frames(self, act: Act) -> Frames:
        if act.detail == "yes_what":
            return lines_details.YES_WHAT.get(act.topic or "") or lines_details.YES_WHAT[""]
        return lines_details.DETAILS.get(f"{act.detail}:{act.topic}") or lines_details.DETAILS[act.detail]

    def _contradiction(self, act: Act) -> str:
        frames = lines_matters.CONTRADICTION[act.known_from or "said"]
        bare = act.topic in _SAID_BARE and act.item != "nada" and self.rng.random() < 0.5
        if not bare:
            frames = Frames(*(tuple(frame for frame in group if not _BARE_SLOT.search(frame)) for group in frames))
        item, before = (act.item, act.before) if bare else (_claim(act.topic, act.item), act.before)
        if not bare and act.known_from in ("", "said"):
            before = _claim(act.topic, act.before)
        both = self._frame(frames, x=item, b=before)
        return f"{both} {self._frame(lines_matters.WHICH, c=self._closing())}"

    def _rule(self, act: Act) -> str:
        kind = _rule_kind(act)
        item = self._frame(lines_rules.RULE_ITEM[kind], x=act.item or "eso")
        limit = act.limit.strip().rstrip(".")
        stated = ""
        if limit:
            stated = self._frame(_limit_frames(kind, limit), limit=limit) + " "
        return f"{item} {stated}{self._frame(lines_rules.RULE_QUESTION[kind], c=self._closing())}"

    # --- the end ----------------------------------------------------------------------------------------------------

    def _verdict(self, act: Act) -> str:
        match act.verdict or "admit":
            case "admit":
                found = self._frame(lines_verdict.FOUND)
                reason = f" {self._frame(lines_verdict.REASON, x=act.item)}" if act.item else ""
                may = self._frame(lines_verdict.ADMIT)
                return f"{found}{reason} {may} {self._frame(lines_verdict.ADMIT_EXTRA[self.manner])}"
            case "hold":
                held = self._frame(lines_verdict.HOLD, x=act.item or "eso")
                return f"{held} {self._frame(lines_verdict.NEXT_STEP['hold'])}"
            case "pay":
                decided = self._frame(lines_verdict.PAY, duty=act.duty or "el impuesto")
            case "inspect":
                decided = self._frame(lines_verdict.INSPECT)
            case _:
                decided = self._frame(lines_verdict.REFUSE)
        reason = f"{self._frame(lines_verdict.REASON, x=act.item)} " if act.item else ""
        return f"{decided} {reason}{self._frame(lines_verdict.NEXT_STEP[act.verdict or 'inspect'])}"

    def _farewell(self, history: Sequence[str]) -> str:
        """Three small parts, each a sentence or two of them one."""
        parts = (lines_farewell.BYE_FIRST, lines_farewell.BYE_WISH, lines_farewell.BYE_LAST)
        first, wish, last = (self._frame(part[self.manner]) for part in parts)
        if any(_NOT_THROUGH.search(plain(text)) for text in history[-2:]):
            first = self._frame(lines_farewell.BYE_FIRST_NOT_THROUGH)
            wish = self._frame(lines_farewell.BYE_NOT_THROUGH)
        return f"{first}{self.rng.choice(('. ', '. ', ', '))}{wish}. {last}."

    # --- words ------------------------------------------------------------------------------------------------------

    def _frame(self, frames: Frames, **slots: str) -> str:
        frame = frames.pick(self.level, self.rng)
        self.used.append(frame)
        return self._say(frame, **slots)

    def _choose(self, choices: tuple[str, ...], **slots: str) -> str:
        frame = mostly_first(choices, self.rng)
        self.used.append(frame)
        return self._say(frame, **slots)

    def _say(self, pattern: str, **slots: str) -> str:
        """A wording with the words of the region and the officer's agreement filled in."""
        regional = {name: say(words, self.rng) for name, words in self.region.items() if f"<{name}>" in pattern}
        if "<ok>" in pattern:
            slots["ok"] = self._okay()
        slots.setdefault("c", "")
        country = COUNTRIES.get(self.scenario.country, "el país")
        known = {"country": country, "day": self.day, "officer": self.scenario.officer.name, **regional, **slots}
        return say(pattern, self.rng, held_out=None, **known)

    def _okay(self) -> str:
        own = lines_heard.OKAY[self.manner]
        of_region = self.manner != "stern" and self.rng.random() < _REGION_SHARE
        return say(self.region["okay"] if of_region else own, self.rng)


def _clause_key(fact: Fact) -> str:
    """Which clauses fit: by topic and form, but a price, a company or "para ..." are answers of their own kind."""
    if fact.none:
        if fact.topic == "companions" and fact.text == "nadie":
            return "nobody"
        return f"none:{fact.topic}" if f"none:{fact.topic}" in lines_heard.CLAUSES else "none"
    if fact.topic in _CARRIED and fact.topic != "money" and _is_price(fact):
        return "price"
    return "is" if _ITSELF.match(fact.text) else f"{fact.topic}:{fact.form}"


def _is_price(fact: Fact) -> bool:
    return len(fact.things) == 1 and fact.things[0].value is not None and fact.things[0].name not in fact.text


def _once_please(text: str) -> str:
    """A turn says "por favor" once, the first time; "your passport, please" would be no request without it."""
    first = text.lower().find("por favor")
    return text if first < 0 else text[: first + 9] + _PLEASE.sub("", text[first + 9 :])


def _told(act: Act) -> str:
    return f"{act.item} {act.before} {act.limit} {act.duty}"


def _rule_kind(act: Act) -> str:
    if act.rule in _EXCESS:
        return "excess"
    return act.rule if act.rule in ("cash", "medicine") else "forbidden"


def _claim(topic: Topic | None, text: str) -> str:
    """``dos semanas`` as a clause after "dice": ``que se queda dos semanas``."""
    if text == "nada":
        return "que no lleva nada"
    if topic == "purpose":
        return f"que viene a {text}" if re.match(r"\w+r(?:se)?\b", text) else f"que viene por {text}"
    return _CLAIMS.get(topic or "goods", "<x>").replace("<x>", text)


def _limit_frames(kind: str, limit: str) -> Frames:
    """An allowance is an amount or words of a rule; a rule with a capital is a sentence of its own."""
    if limit[0].isupper():
        return lines_rules.LIMIT_SENTENCE
    return lines_rules.LIMIT_WORDS if kind in ("forbidden", "medicine") else lines_rules.LIMIT_AMOUNT


def _joined(clauses: list[str]) -> str:
    return ", ".join(clauses[:-1]) + " y " + clauses[-1]


def _last_question(history: Sequence[str]) -> str:
    """The question that ended the officer's last turn, or its last sentence."""
    if not history:
        return ""
    text = history[-1]
    start = text.rfind("¿")
    return text[start:] if start >= 0 else split(text)[-1]


def _lower(text: str) -> str:
    """The first letter small, after an opening mark if there is one."""
    return re.sub(r"^([¿¡]?)(\w)", lambda m: m.group(1) + m.group(2).lower(), text)


def _said_again(text: str, said: list[str]) -> bool:
    """Whether a longer sentence of ``text`` was said before, or nearly."""
    from rapidfuzz.fuzz import ratio

    new = [plain(sentence) for sentence in split(text)]
    return any(
        ratio(sentence, old, score_cutoff=_ALIKE_FROM) for sentence in new if sentence.count(" ") > 1 for old in said
    )
