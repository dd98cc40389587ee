"""The formats of conversations that can be read, one module each, and which of them a row is."""

from __future__ import annotations

from garita.training.data.formats import guanaco, openorca, own, pairs, sharegpt, transcript
from garita.training.data.formats.format import Format
from garita.training.data.rows import Fields

# The more particular first: OpenOrca's rows are pairs, too.
FORMATS: tuple[Format, ...] = (own, sharegpt, openorca, guanaco, pairs, transcript)


def format_of(fields: Fields) -> Format | None:
    """The format a row clearly is, or None."""
    return next((one for one in FORMATS if one.fits(fields)), None)
