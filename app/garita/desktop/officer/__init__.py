"""The officer in the booth, painted by us with QPainter: who they are, how they move, and the place behind them.

look      a scenario → a face, a uniform, a country's colours          ┐
light     an hour → sky and colours                                    │ know no Qt
visemes   phonemes with their seconds → lips at any moment             │
face      what happens, and the clock → a ``pose``                     ┘
stage     what a size shows of sky, horizon, airport | land_border | port, booth, desk
person    uniform with insignia, head, hair, features; hands on the desk
layers    what rests is kept as pictures, what moves is painted
view      the widget (``OfficerView``)
pictures  stills for cards and bubbles
"""
