"""What a scenario's rules say to a declared thing: within the allowance, above it, forbidden.

Reads the food rule's Spanish sentence for the groups it names, clause by clause. Knows nothing of wordings.
"""

from __future__ import annotations

import re

from garita.roleplay.scenario import Rules

# Rough values of one euro; only "clearly below" and "clearly above" are ever played, so they need not be current.
PER_EURO = {
    "ARS": 1200.0, "BOB": 7.5, "BRL": 6.0, "CAD": 1.5, "CHF": 0.95, "CLP": 1030.0, "COP": 4500.0, "CRC": 570.0,
    "CUP": 26.0, "DOP": 66.0, "EUR": 1.0, "GBP": 0.85, "GTQ": 8.4, "JPY": 165.0, "MXN": 20.0, "PEN": 4.1,
    "PYG": 8200.0, "USD": 1.1, "UYU": 45.0,
}  # fmt: skip

_GROUPS = {
    "meat": "carne|cárnic|jamón|embutid|chorizo|origen animal",
    "dairy": "lácte|queso|leche|origen animal",
    "fruit": "frut|verdura|vegetal|hortaliza",
    "seed": "semilla|planta|grano|vegetal",
    "honey": "miel|origen animal",
}
_FORBIDS = re.compile(r"prohib|\bno\b|\bni\b|ningun|tampoco|retir|requis|decomis", re.IGNORECASE)


def forbidden_food(rules: Rules, kind: str) -> bool:
    """Whether the food sentence forbids this group ("meat", "dairy", "fruit", "seed", "honey", "sweet")."""
    stems = _GROUPS.get(kind)
    if stems is None:
        return False
    clauses = re.split(r"[.;:]|\bpero\b", rules.food)
    return any(re.search(stems, clause, re.IGNORECASE) and _FORBIDS.search(clause) for clause in clauses)


def euros(amount: float, currency: str) -> float:
    """Rough value in euros; an unknown currency counts as euros."""
    return amount / PER_EURO.get(currency, 1.0)


def from_euros(value: float, currency: str) -> float:
    """The reverse of ``euros``."""
    return value * PER_EURO.get(currency, 1.0)
