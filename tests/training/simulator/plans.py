"""Random plans of every kind with plausible contents, for the tests of the officer's words."""

from __future__ import annotations

from random import Random
from typing import get_args

from garita.roleplay.act import Act, ActKind, Detail, Plan, VerdictKind
from garita.roleplay.meaning import Fact, OffTopic
from garita.roleplay.scenario import Topic

TOPICS: tuple[Topic, ...] = get_args(Topic)
KINDS: tuple[ActKind, ...] = get_args(ActKind)
REMARKS: tuple[str, ...] = tuple(remark for remark in get_args(OffTopic) if remark)
VERDICTS: tuple[VerdictKind, ...] = get_args(VerdictKind)

NAMES = ("Lucía Hernández", "Kenji Tanaka", "Marek Zolnar", "Ana Beatriz Carvalho", "Tomás O'Neill")
PLACES = ("Guadalajara, México", "Lima", "Varnopol", "Alemania", "Nueva York, Estados Unidos")
THINGS = ("dos botellas de tequila", "tres litros de ron", "un jamón", "unas camisas", "queso", "cinco kilos de café",
          "la guitarra de su hermano", "un móvil y dos libros", "pastillas", "un zulambo")  # fmt: skip

FACTS: dict[Topic, tuple[Fact, ...]] = {
    "passport": (Fact(topic="passport", text="el pasaporte", form="document"),),
    "name": tuple(Fact(topic="name", text=name) for name in NAMES),
    "origin": (
        *(Fact(topic="origin", text=place) for place in PLACES),
        Fact(topic="origin", text="mexicana", form="demonym"),
    ),
    "purpose": (
        Fact(topic="purpose", text="turismo", form="noun"),
        Fact(topic="purpose", text="negocios", form="noun"),
        Fact(topic="purpose", text="visitar a su hermana", form="verb"),
        Fact(topic="purpose", text="estudiar un máster", form="verb"),
    ),
    "stay": (
        Fact(topic="stay", text="dos semanas"),
        Fact(topic="stay", text="tres meses"),
        Fact(topic="stay", text="hasta el 5 de mayo", form="until"),
    ),
    "lodging": (Fact(topic="lodging", text="en un hotel"), Fact(topic="lodging", text="en casa de su hermana")),
    "profession": (Fact(topic="profession", text="profesora"), Fact(topic="profession", text="técnico de sonido")),
    "companions": (
        Fact(topic="companions", text="sola", form="alone"),
        Fact(topic="companions", text="sin compañía", form="alone"),
        Fact(topic="companions", text="con su hija", form="with"),
    ),
    "money": (
        Fact(topic="money", text="800 euros"),
        Fact(topic="money", text="12 000 dólares"),
        Fact(topic="money", text="nada", none=True),
    ),
    "onward": (
        Fact(topic="onward", text="a Lima"),
        Fact(topic="onward", text="un vuelo de regreso", form="noun"),
        Fact(topic="onward", text="nada", none=True),
    ),
}
for _topic in ("goods", "food", "medicines", "pets", "samples"):
    FACTS[_topic] = (
        *(Fact(topic=_topic, text=thing) for thing in THINGS),
        Fact(topic=_topic, text="nada", none=True),
    )

_DETAILS: tuple[tuple[Detail, Topic], ...] = (
    ("quantity", "goods"), ("value", "goods"), ("what", "food"), ("which", "medicines"), ("whom", "purpose"),
    ("company", "purpose"), ("school", "purpose"), ("address", "lodging"), ("visa", "stay"),
    ("return_ticket", "onward"),
    ("", "goods"), *(("yes_what", topic) for topic in ("goods", "food", "pets", "companions", "money", "onward")),
)  # fmt: skip
_PAPERS: tuple[tuple[Detail, Topic, str], ...] = (
    ("prescription", "medicines", "diez pastillas"), ("papers", "pets", "un perro"), ("papers", "samples", "muestras"),
    ("invoice", "samples", "seis muestras de café"), ("declaration", "money", "12 000 dólares"),
)  # fmt: skip
_RULES = (
    ("alcohol", "goods", "tres litros de ron", "1 litro de alcohol"),
    ("tobacco", "goods", "600 cigarrillos", "200 cigarrillos"),
    ("gift", "goods", "un reloj de 900 euros", "430 euros"),
    ("cash", "money", "12 000 dólares", "10 000 dólares"),
    ("food", "food", "dos kilos de carne", "no se puede entrar con carne"),
    ("forbidden", "goods", "un cuchillo", "está prohibido"),
    ("medicine", "medicines", "diez cajas de pastillas", "No más de tres meses de tratamiento."),
)
_CLASHES = (
    ("stay", "dos semanas", "un mes", "said"), ("name", "Ana Ruiz", "Lucía Hernández", "passport"),
    ("origin", "Varnopol", "de Madrid", "flight"), ("goods", "nada", "dos botellas de ron", "suitcase"),
    ("companions", "con su hija", "sin compañía", "said"),
)  # fmt: skip
_REASONS = {"admit": "", "pay": "tres litros de ron", "hold": "dos kilos de carne", "inspect": "dinero sin declarar",
            "refuse": "un pasaporte que no es suyo"}  # fmt: skip


def fact(topic: Topic, rng: Random) -> Fact:
    """A fact on ``topic``."""
    return rng.choice(FACTS[topic])


def act(kind: ActKind, rng: Random, topic: Topic | None = None) -> Act:
    """An act of this kind, with everything it needs."""
    topic = topic or rng.choice(TOPICS)
    match kind:
        case "greet":
            return Act(kind=kind, remark=rng.choice(("", "", "how_are_you")))
        case "farewell":
            return Act(kind=kind)
        case "verdict":
            verdict = rng.choice(VERDICTS)
            return Act(kind=kind, verdict=verdict, item=_REASONS[verdict], duty="45 euros" if verdict == "pay" else "")
        case "follow_up":
            detail, topic = rng.choice(_DETAILS)
            item = (
                "" if detail == "yes_what" else rng.choice(("", *(fact.text for fact in FACTS[topic] if not fact.none)))
            )
            return Act(kind=kind, topic=topic, detail=detail, item=item)
        case "demand":
            detail, topic, item = rng.choice(_PAPERS)
            return Act(kind=kind, topic=topic, detail=detail, item=item)
        case "rule":
            rule, topic, item, limit = rng.choice(_RULES)
            return Act(kind=kind, topic=topic, item=item, rule=rule, limit=limit)
        case "contradiction":
            topic, item, before, known = rng.choice(_CLASHES)
            return Act(kind=kind, topic=topic, item=item, before=before, known_from=known)
        case "confirm":
            return Act(kind=kind, topic=topic, item=fact(topic, rng).text)
        case "explain":
            return Act(kind=kind, topic=topic, item=rng.choice(("alojarse", "motivo", "equipaje", "declarar", "zurdo")))
        case "stay_in_role":
            return Act(kind=kind, topic=topic, remark=rng.choice(("insult", "injection", "robot")))
        case "return":
            return Act(kind=kind, topic=topic, remark=rng.choice((*REMARKS, "thanks", "how_are_you", "sorry")))
    return Act(kind=kind, topic=topic)


def plan(rng: Random, kind: ActKind | None = None) -> Plan:
    """A plan whose last act is of this kind (or any)."""
    kind = kind or rng.choice(KINDS)
    topic = rng.choice(TOPICS)
    main = act(kind, rng, topic)
    if kind in ("greet", "move_on") and rng.random() < 0.8:
        return Plan(acts=(main, act("ask", rng, topic)))
    if kind not in ("ask", "follow_up", "confirm", "rule", "demand", "verdict", "contradiction"):
        return Plan(acts=(main,))
    others = rng.sample([other for other in TOPICS if other != main.topic], rng.choice((0, 1, 1, 1, 2, 3)))
    if others:
        return Plan(acts=(main,), heard=tuple(fact(other, rng) for other in others))
    return Plan(acts=(main,), reply_to=rng.choice(("", "", "yes", "no", "dont_know")))
