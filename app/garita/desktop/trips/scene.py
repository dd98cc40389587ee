"""Pictures of scenes for cards: painted one after the other on another thread, kept while they may be seen again.

The painting is ``officer``'s; here it goes onto an image instead of a pixmap, which threads other than the main one may
do. Knows jobs and scenarios, no card.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter

from garita.desktop.jobs import Jobs
from garita.desktop.officer.layers import Layers
from garita.desktop.officer.light import light_at
from garita.desktop.officer.look import appearance
from garita.desktop.officer.pictures import resting_pose, usual_hour
from garita.desktop.officer.stage import scene_of
from garita.roleplay.scenario import Scenario

PROPORTION = 0.5  # height for width
_STEP = 160  # widths are rounded up to this, so that resizing a window paints few pictures
_KEPT = 30

Key = tuple[str, str, str, str]
_Wish = tuple[Scenario, int, float]


def key_of(scenario: Scenario) -> Key:
    """What a picture depends on."""
    return scenario.id, scenario.country, scenario.officer.name, scenario.officer.manner


def paint(scenario: Scenario, size: QSize, ratio: float) -> QImage:
    """The booth with its officer, ``size`` in logical pixels; on any thread."""
    look, light = appearance(scenario), light_at(usual_hour(scenario))
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    layers = Layers(look, scene_of(scenario, look.bands), light, QSizeF(size), ratio)
    layers.paint_whole(painter, resting_pose(scenario))
    painter.end()
    return image


class Pictures(QObject):
    """Has pictures painted for whoever wants them.

    Signals:
        ready(Key, QImage): the picture of the scene with this key.
    """

    ready = Signal(object, QImage)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: OrderedDict[tuple[Key, int, float], QImage] = OrderedDict()
        self._wishes: OrderedDict[tuple[Key, int, float], _Wish] = OrderedDict()
        self._painting = False

    def want(self, scenario: Scenario, width: int, ratio: float) -> None:
        """Ask for a picture at least so wide; ``ready`` follows, at once where there is one already."""
        width = -(-max(1, width) // _STEP) * _STEP
        wish = (key_of(scenario), width, ratio)
        if wish in self._kept:
            self._kept.move_to_end(wish)
            self.ready.emit(wish[0], self._kept[wish])
        elif wish not in self._wishes:
            self._wishes[wish] = (scenario, width, ratio)
            self._next()

    def _next(self) -> None:
        """One at a time: other questions wait for the same few threads."""
        if self._painting or not self._wishes:
            return
        wish, (scenario, width, ratio) = next(iter(self._wishes.items()))
        self._painting = True
        size = QSize(width, round(width * PROPORTION))
        # methods, not closures: the answer is dropped where the page is gone meanwhile
        self._jobs.ask(lambda: paint(scenario, size, ratio), partial(self._done, wish), partial(self._failed, wish))

    def _done(self, wish: tuple[Key, int, float], image: QImage) -> None:
        self._painting = False
        del self._wishes[wish]
        self._kept[wish] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(wish[0], image)
        self._next()

    def _failed(self, wish: tuple[Key, int, float], _: BaseException) -> None:
        self._painting = False
        del self._wishes[wish]
        self._next()
