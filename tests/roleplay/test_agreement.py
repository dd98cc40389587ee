"""The words before a slot go with what is put in, and stay as they are where they do already."""

from __future__ import annotations

import pytest

from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact, Form
from garita.roleplay.scenario import Topic
from garita.roleplay.slots import filled

CASES: list[tuple[Topic, Form, str, str, str]] = [
    ("purpose", "noun", "vacaciones", "Viene a {motivo}, gracias.", "Viene por vacaciones, gracias."),
    ("purpose", "noun", "turismo", "A {motivo}, muy bien.", "Por turismo, muy bien."),
    ("purpose", "noun", "la boda de una amiga", "Viene a {motivo}.", "Viene a la boda de una amiga."),
    ("purpose", "noun", "el congreso", "Viene a {motivo}.", "Viene por el congreso."),
    ("purpose", "verb", "visitar a su tía", "Viaja por {motivo}.", "Viaja para visitar a su tía."),
    ("purpose", "verb", "visitar a su tía", "Viene a {motivo}.", "Viene a visitar a su tía."),
    ("origin", "", "Esauira", "De modo que es usted {procedencia}.", "De modo que viene de Esauira."),
    ("origin", "", "Lima", "Viaja desde {procedencia}.", "Viaja desde Lima."),
    ("origin", "demonym", "mexicana", "Usted viene de {procedencia}.", "Usted es mexicana."),
    ("origin", "demonym", "mexicana", "Gracias: desde {procedencia}.", "Gracias: mexicana."),
    ("stay", "until", "hasta el lunes", "Su viaje dura {duración}.", "Su viaje es hasta el lunes."),
    ("stay", "", "dos semanas", "Su viaje dura {duración}.", "Su viaje dura dos semanas."),
    ("onward", "", "a Lima", "Perfecto, ya tiene {siguiente destino}.", "Perfecto, después sigue a Lima."),
    ("onward", "", "a Lima", "Tiene {siguiente destino}.", "Sigue a Lima."),
    ("onward", "noun", "un vuelo a Lima", "Su viaje sigue {siguiente destino}.", "Usted tiene un vuelo a Lima."),
    ("onward", "noun", "un vuelo a Lima", "Después va {siguiente destino}.", "Después tiene un vuelo a Lima."),
]


@pytest.mark.parametrize(("topic", "form", "fact", "written", "said"), CASES)
def test_words_before_a_slot_agree(topic: Topic, form: Form, fact: str, written: str, said: str) -> None:
    plan = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic=topic, text=fact, form=form),))
    assert filled(written, plan) == said


def test_the_same_words_before_something_else_are_let_alone() -> None:
    purpose = Fact(topic="purpose", text="turismo", form="noun")
    plan = Plan(acts=(Act(kind="confirm", topic="stay", item="tres días"),), heard=(purpose,))
    assert filled("¿Va a {cosa}, y viene por {motivo}?", plan) == "¿Va a tres días, y viene por turismo?"
