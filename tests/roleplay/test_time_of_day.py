"""A greeting names the student's time of day, if the student named one."""

from __future__ import annotations

import pytest

from garita.roleplay.time_of_day import as_greeted


@pytest.mark.parametrize(
    ("student", "written", "said"),
    [
        ("Buenas noches, señor.", "Muy buenas tardes.", "Muy buenas noches."),
        ("buenos dias", "Hola, buenas tardes.", "Hola, buenos días."),
        ("Hola, buenas tardes.", "Buenos días. Adelante.", "Buenas tardes. Adelante."),
        ("Buen día.", "Buenos días.", "Buenos días."),
        ("Hola.", "Buenas noches.", "Buenas noches."),
        ("", "Buenas noches.", "Buenas noches."),
        ("Buenas noches.", "Buenas, adelante.", "Buenas, adelante."),
    ],
)
def test_the_time_of_day_is_the_students(student: str, written: str, said: str) -> None:
    assert as_greeted(written, student) == said
