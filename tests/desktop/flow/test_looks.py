"""Another language, another theme and another text size while each page is seen."""

from __future__ import annotations

from garita.desktop.theme.theme import current_theme
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.pages import PAGES, read
from tests.desktop.flow.whole import Whole, buttons, some_history, typing, words


def test_another_language_on_every_page(start: Start) -> None:
    some_history()
    garita = start(typing())
    for name in PAGES:
        read(garita, name)
        for language in ("es", "en"):
            garita.program.settings.change({"language": language})
            garita.qtbot.wait(20)
            assert garita.window.current == name
            read(garita, name)
    assert not garita.window.notices.isVisible(), words(garita.window.notices)


def test_spanish_is_spanish(start: Start) -> None:
    garita = start(typing())
    garita.program.settings.change({"language": "es"})
    garita.qtbot.waitUntil(lambda: bool(buttons(garita.window.rail, "Ajustes")))
    page = read(garita, "settings")
    assert "Tamaño del texto" in words(page)
    garita.program.settings.change({"language": "en"})
    garita.qtbot.waitUntil(lambda: bool(buttons(garita.window.rail, "Settings")))


def test_a_conversation_survives_another_language(garita: Whole) -> None:
    garita.begin()
    before = [entry.whole for entry in garita.entries]
    garita.program.settings.change({"language": "es"})
    garita.qtbot.wait(50)
    assert [entry.whole for entry in garita.entries] == before
    garita.say("Aquí tiene mi pasaporte.")
    assert len(garita.entries) == 3


def test_another_theme_and_larger_text_on_every_page(start: Start) -> None:
    some_history()
    garita = start(typing())
    for number, name in enumerate(PAGES):
        garita.program.settings.change({"language": "es" if number % 2 else "en"})  # which also drops the other pages
        garita.qtbot.wait(20)
        read(garita, name)
        theme = ("dark", "contrast", "light")[number % 3]
        before = garita.window.grab().toImage()
        garita.program.settings.change({"window.theme": theme})
        assert current_theme().name == theme
        assert garita.window.grab().toImage() != before, name
        garita.program.settings.change({"window.text_size": 1.5 if number % 2 else 1.0})
        garita.qtbot.waitUntil(
            lambda size=garita.program.settings.now.window.text_size: current_theme().text_scale == size
        )  # type: ignore[misc]
        garita.qtbot.wait(20)
        assert garita.window.current == name
