"""The officer in the booth, painted by us with QPainter: who they are, how they move, and the place behind them.

``look``, ``visemes``, ``pose``, ``face`` and ``light`` say what is to be seen and know no Qt; everything else paints
it. ``view.OfficerView`` is the widget, ``pictures`` makes stills for cards and bubbles.
"""
