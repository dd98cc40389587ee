"""The words of the evaluation's page in English and Spanish. Knows metrics by name, nothing of their figures."""

from __future__ import annotations

from typing import get_args

from garita.messages_to_user import of_officers
from garita.messages_to_user.entry import Language
from garita.training.evaluation.result import MetricName

METRICS: dict[MetricName, tuple[str, str]] = {name: of_officers.METRICS[name] for name in get_args(MetricName)}

LABELS: dict[str, tuple[str, str]] = {
    "title": ("An officer judged", "Evaluación de un oficial"),
    "judged": ("judged", "evaluado"),
    "against": ("against", "comparado con"),
    "reference": ("reference", "referencia"),
    "metrics": ("Metrics", "Medidas"),
    "metric": ("metric", "medida"),
    "interval": ("95 % interval", "intervalo del 95 %"),
    "count": ("turns", "turnos"),
    "difference": ("difference", "diferencia"),
    "better": ("better", "mejor"),
    "worse": ("worse", "peor"),
    "unclear": ("no telling", "sin diferencia clara"),
    "intervals": ("Shares with their intervals", "Proporciones con sus intervalos"),
    "turns": ("By the officer's turn", "Por turno del oficial"),
    "levels": ("By level", "Por nivel"),
    "level": ("level", "nivel"),
    "speed": ("Speed and memory", "Velocidad y memoria"),
    "first_token": ("first letters, median and worst", "primeras letras, mediana y máximo"),
    "turn_cost": ("understanding, agenda and guard, a turn", "comprensión, agenda y filtro, por turno"),
    "talks": ("Conversations", "Conversaciones"),
    "talks_why": (
        "Every reply follows the reference's history; a tick says that it takes the step of the reference.",
        "Cada respuesta sigue a la historia de referencia; la marca dice que da el mismo paso que la referencia.",
    ),
    "arrives": ("(The traveller comes to the window.)", "(El viajero llega a la ventanilla.)"),
    "set": (
        "{conversations} held-out conversations with {turns} turns of the officer ({kind}); 20-turn conversations at "
        "the booth with simulated travellers who tempt.",
        "{conversations} conversaciones reservadas con {turns} turnos del oficial ({kind}); conversaciones de 20 "
        "turnos con viajeros simulados que provocan.",
    ),
    "caveat": (
        "Simulated travellers are not students. The judging is by rules of thumb, the same ones that guard the app: "
        "what they miss is missed here, too. Intervals are bootstraps over conversations; one without width says that "
        "no failure was seen, not that there can be none. Perplexities of models with different vocabularies, or with "
        "and without slots, cannot be compared.",
        "Los viajeros simulados no son estudiantes. Se juzga con reglas aproximadas, las mismas que vigilan la "
        "aplicación: lo que se les escapa se escapa aquí también. Los intervalos son remuestreos de conversaciones; "
        "uno sin anchura dice que no se vio ningún fallo, no que no pueda haberlo. No se pueden comparar las "
        "perplejidades de modelos con vocabularios distintos, ni con huecos y sin ellos.",
    ),
}


class Words:
    """Labels and metrics' names in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._number = 0 if language == "en" else 1

    def __call__(self, label: str, **facts: object) -> str:
        """A label with its gaps filled."""
        return LABELS[label][self._number].format_map(facts)

    def metric(self, name: MetricName) -> str:
        """What a metric is called."""
        return METRICS[name][self._number]
