"""Who is who: the names data sets give to the two speakers, and turns brought into order."""

from __future__ import annotations

from collections.abc import Iterable

from garita.messages import ChatMessage, Role
from garita.training.data.conversation_line import LineInvalid

_NAMES: dict[Role, str] = {
    "assistant": "assistant gpt chatgpt bot chatbot model ai agent officer clerk operator representative advisor "
    "agente asesor asesora asistente oficial operador operadora funcionario funcionaria modelo",
    "user": "user human customer client caller traveller traveler visitor person cliente usuario usuaria humano "
    "viajero viajera persona",
    "system": "system sistema",
}
_ROLES: dict[str, Role] = {name: role for role, names in _NAMES.items() for name in names.split()}


def role_of(name: object) -> Role:
    """The role behind a speaker's name, in small or capital letters.

    Raises:
        LineInvalid: nobody known.
    """
    role = _ROLES.get(name.strip().casefold()) if isinstance(name, str) else None
    if role is None:
        raise LineInvalid(f"unknown speaker {str(name)[:40]!r}")
    return role


def joined(turns: Iterable[ChatMessage]) -> tuple[ChatMessage, ...]:
    """Neighbouring turns of one speaker as one: people pause, and a recogniser ends the turn there."""
    found: list[ChatMessage] = []
    for turn in turns:
        if found and found[-1].role == turn.role:
            found[-1] = ChatMessage(turn.role, f"{found[-1].content} {turn.content}")
        else:
            found.append(turn)
    return tuple(found)
