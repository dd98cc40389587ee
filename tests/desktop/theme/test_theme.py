"""The theme resolves "auto", changes once for all that changes, dresses the application, and measures by text size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme, current_theme
from garita.desktop.theme.system import Name, SystemLook
from garita.desktop.theme.theme import TYPE


class FakeSystem(SystemLook):
    """A system whose wish the test says."""

    def __init__(self, wish: Name = "light") -> None:
        super().__init__()
        self.wish: Name = wish
        self.frames: list[Name | None] = []

    def wished(self) -> Name:
        return self.wish

    def frame(self, name: Name | None) -> None:
        self.frames.append(name)

    def turn(self, wish: Name) -> None:
        self.wish = wish
        self.changed.emit()


def changes(theme: Theme) -> list[str]:
    """The names at each ``changed``."""
    seen: list[str] = []
    theme.changed.connect(lambda: seen.append(theme.name))
    return seen


@pytest.mark.parametrize("wish", ["light", "dark", "contrast"])
def test_auto_is_what_the_system_wishes(qapp: QApplication, wish: Name) -> None:
    assert Theme("auto", system=FakeSystem(wish)).name == wish


def test_auto_follows_when_the_system_turns_dark(qapp: QApplication) -> None:
    system = FakeSystem()
    theme = Theme("auto", system=system)
    seen = changes(theme)
    system.turn("dark")
    assert seen == ["dark"]
    assert theme.colours.background.lightnessF() < 0.2


def test_a_chosen_theme_stays_when_the_system_turns(qapp: QApplication) -> None:
    system = FakeSystem()
    theme = Theme("light", system=system)
    seen = changes(theme)
    system.turn("dark")
    assert (theme.name, seen) == ("light", [])


def test_the_real_system_has_a_wish(qapp: QApplication) -> None:
    assert Theme("auto").name in ("light", "dark", "contrast")


def test_several_changes_are_told_once(qapp: QApplication) -> None:
    theme = Theme("light")
    seen = changes(theme)
    theme.change("dark", text_scale=1.5, reduced_motion=True)
    assert seen == ["dark"]
    assert (theme.text_scale, theme.reduced_motion) == (1.5, True)


def test_nothing_is_told_where_nothing_changes(qapp: QApplication) -> None:
    theme = Theme("light", 1.25)
    seen = changes(theme)
    theme.change("light", text_scale=1.25, reduced_motion=False)
    theme.change()
    assert seen == []


def test_auto_that_comes_to_the_same_is_no_change(qapp: QApplication) -> None:
    theme = Theme("dark", system=FakeSystem("dark"))
    seen = changes(theme)
    theme.change("auto")
    assert (theme.choice, seen) == ("auto", [])


def test_text_size_has_limits(qapp: QApplication) -> None:
    assert Theme("light", 9.0).text_scale == 2.0
    assert Theme("light", 0.1).text_scale == 0.8


def test_text_grows_as_asked_and_space_half_as_fast(qapp: QApplication) -> None:
    theme, large = Theme("light"), Theme("light", 2.0)
    for role in TYPE:
        assert large.font(role).pixelSize() == pytest.approx(2 * theme.font(role).pixelSize(), abs=1)
    assert (theme.space(2), large.space(2)) == (8, 12)
    assert (theme.scaled(36), large.scaled(36)) == (36, 72)


def test_titles_are_larger_and_heavier_than_text(qapp: QApplication) -> None:
    title, body, small = (Theme("light").font(role) for role in ("title", "body", "small"))
    assert title.pixelSize() > body.pixelSize() > small.pixelSize() >= 12
    assert title.weight() > body.weight()


def test_the_application_is_dressed_and_dressed_again(theme: Theme, qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colours.background
    theme.change("dark", text_scale=1.5)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colours.background
    assert qapp.font().pixelSize() == theme.font("body").pixelSize()
    assert f"font-size: {theme.font('title').pixelSize()}px" in qapp.styleSheet()


def test_the_frame_follows_the_choice(qapp: QApplication) -> None:
    system = FakeSystem()
    theme = Theme("contrast", system=system)
    theme.apply(qapp)
    theme.change("light")
    theme.change("auto")
    theme.change("dark")
    assert system.frames == ["contrast", "light", "dark"]
    theme.withdraw()


def test_the_current_theme_is_the_one_on_the_application(theme: Theme) -> None:
    assert current_theme() is theme


def test_another_theme_takes_its_place(theme: Theme, qapp: QApplication) -> None:
    other = Theme("dark")
    other.apply(qapp)
    assert current_theme() is other
    theme.change("contrast")
    assert qapp.palette().color(QPalette.ColorRole.Window) == other.colours.background
    other.withdraw()


def test_without_a_theme_there_is_a_clear_word(theme: Theme) -> None:
    theme.withdraw()
    with pytest.raises(RuntimeError, match="before the first widget"):
        current_theme()


def test_a_label_on_the_screen_takes_the_new_text_size(theme: Theme, qtbot: QtBot) -> None:
    words = QLabel("Buenos días")
    qtbot.addWidget(words)
    words.show()
    before = words.sizeHint().height()
    theme.change(text_scale=2.0)
    assert words.sizeHint().height() >= 1.8 * before
