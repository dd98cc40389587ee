"""The traveller's side of the booth as a system prompt: dossier, level and nerves, told to a model in plain Spanish.

The traveller knows its own papers and suitcase and nothing of the officer's rules, checklist or notes. Knows scenarios
and attributes, no engine.
"""

from __future__ import annotations

from garita.roleplay import dossier
from garita.roleplay.scenario import Level
from garita.training.generate.attributes import Meeting, Nerves

_LEVELS: dict[Level, str] = {
    "A2": "Hablas español de nivel A2: frases muy cortas, pocas palabras, faltas de género y de verbos.",
    "B1": "Hablas español de nivel B1: frases sencillas, algunas faltas, a veces te falta una palabra.",
    "B2": "Hablas español de nivel B2: te explicas bien y cometes pocas faltas.",
    "C1": "Hablas español de nivel C1: con soltura y casi sin faltas.",
}

# nobody's gender is known here, so nothing in these texts agrees with one
_NERVES: dict[Nerves, str] = {
    "calm": "Tienes calma y respondes a lo que te preguntan.",
    "uneasy": "Sientes cierta inquietud: dudas, y de vez en cuando pides que te repitan la pregunta.",
    "nervous": "Tienes muchos nervios: te enredas, hablas de otra cosa y a veces te corriges.",
}

_MANNERS_OF_SPEECH = (
    "Habla solo español y solo por ti, en primera persona. Di una o dos frases cortas en cada turno y espera. "
    "No hagas de agente, no narres y no escribas notas entre paréntesis. "
    "Contesta con los datos de arriba; si te preguntan otra cosa, inventa algo que encaje con ellos. "
    "Cuando el agente se despida, despídete."
)


def traveller_prompt(meeting: Meeting) -> str:
    """The traveller's whole brief."""
    scenario, attributes = meeting.scenario, meeting.attributes
    traveller = scenario.traveller
    rows = [f"{label}: {value}." for label, value in dossier.card(scenario) if label]
    things = ", ".join(dossier.in_words(good) for good in traveller.suitcase)
    # the suitcase is one line here, and what must be declared is the officer's business
    rows = [row for row in rows if not row.startswith(("Maleta:", "En secreto:"))]
    lines = [
        f"Viajas y te toca el control de aduana. Lugar: {scenario.place_name}. Tienes {attributes.age} años.",
        " ".join(rows),
        f"En la maleta llevas: {things}." if things else "No llevas maleta.",
        _LEVELS[attributes.level],
        _NERVES[attributes.nerves],
    ]
    if traveller.secret:
        lines.append(f"Además: {traveller.secret}")
    lines.append(_MANNERS_OF_SPEECH)
    return "\n".join(lines)
