"""What a merged model was made of, as its file says: "base + adapter × 0.5".

The keys are those that ``garita convert merge`` writes (convert/provenance.py) and the format's general.base_model.*.
A file may say anything: only short printable texts are shown. Knows heads of files only.
"""

from __future__ import annotations

from garita.library.gguf_facts import GgufFacts

_MOST = 20  # adapters that are shown
_LONGEST = 80  # letters of a name


def made_of(facts: GgufFacts) -> str:
    """Base and adapters with their weights, empty where the file does not say that anything was merged."""
    count = facts.metadata.get("garita.convert.adapter.count")
    if type(count) is not int or count < 1:
        return ""
    base = _text(facts, "general.base_model.0.name") or _text(facts, "garita.convert.base.file") or "?"
    shown = [_adapter(facts, index) for index in range(min(count, _MOST))]
    return " + ".join([base, *shown, *(["…"] if count > _MOST else [])])


def _adapter(facts: GgufFacts, index: int) -> str:
    weight = facts.metadata.get(f"garita.convert.adapter.{index}.weight", 1.0)
    name = _text(facts, f"garita.convert.adapter.{index}.name") or "?"
    return name if weight == 1.0 or not isinstance(weight, float) else f"{name} × {weight:g}"


def _text(facts: GgufFacts, key: str) -> str:
    value = facts.metadata.get(key)
    return "".join(one for one in value if one.isprintable())[:_LONGEST] if isinstance(value, str) else ""
