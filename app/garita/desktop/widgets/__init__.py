"""Reusable widgets in Garita's look. They take the theme from the application and know nothing of conversations."""

from __future__ import annotations

from garita.desktop.widgets.banner import Banner
from garita.desktop.widgets.buttons import danger, icon_button, keep_icon, plain, primary, quiet
from garita.desktop.widgets.card import Card
from garita.desktop.widgets.column import Column
from garita.desktop.widgets.drop_hint import DropHint
from garita.desktop.widgets.empty import EmptyState
from garita.desktop.widgets.fields import Choice, Number, Slider
from garita.desktop.widgets.flow import FlowLayout
from garita.desktop.widgets.meter import LevelMeter
from garita.desktop.widgets.order import tab_order
from garita.desktop.widgets.page import Page
from garita.desktop.widgets.pill import Pill
from garita.desktop.widgets.progress import Progress
from garita.desktop.widgets.spinner import Spinner
from garita.desktop.widgets.switch import Switch
from garita.desktop.widgets.text import IconLabel, Link, icon_label, label, set_tone

__all__ = [
    "Banner",
    "Card",
    "Choice",
    "Column",
    "DropHint",
    "EmptyState",
    "FlowLayout",
    "IconLabel",
    "LevelMeter",
    "Link",
    "Number",
    "Page",
    "Pill",
    "Progress",
    "Slider",
    "Spinner",
    "Switch",
    "danger",
    "icon_button",
    "icon_label",
    "keep_icon",
    "label",
    "plain",
    "primary",
    "quiet",
    "set_tone",
    "tab_order",
]
