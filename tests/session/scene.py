"""A small valid scenario for tests that need one but do not care which."""

from __future__ import annotations

from garita.roleplay.scenario import Officer, Question, Rules, Scenario, Traveller

SCENE = Scenario(
    id="prueba",
    title="Prueba",
    title_en="Test",
    summary="Una prueba.",
    summary_en="A test.",
    country="ES",
    place="airport",
    place_name="Aeropuerto de Prueba",
    level="B1",
    case="tourist",
    officer=Officer(name="Marta Ruiz", service="Guardia Civil", manner="neutral"),
    rules=Rules(
        cash_limit=10_000, cash_currency="EUR", alcohol_litres=1, cigarettes=200, gifts_limit=430, gifts_currency="EUR",
        duty_percent=20,
        food="No se permite carne fresca.", medicines="Con receta.", source="practice",
    ),
    checklist=(
        Question(topic="passport", ask=("Su pasaporte, por favor.", "¿Me da su pasaporte?")),
        Question(topic="origin", ask=("¿De dónde viene usted?", "¿De qué país llega?")),
        Question(topic="stay", ask=("¿Cuánto tiempo se queda?", "¿Cuántos días va a estar aquí?")),
    ),
    traveller=Traveller(
        name="Ana Pérez", nationality="MX", coming_from="Puebla, México", purpose="turismo", stay_days=10,
        lodging="un hotel", profession="maestra", companions="viajo sola", money=800, money_currency="EUR",
    ),
    greeting=("Buenos días.", "Bienvenida a España."),
    farewell=("Que tenga un buen viaje.", "Adiós."),
)  # fmt: skip
