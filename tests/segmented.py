"""Texts segmented, and what tests compare of them."""

from __future__ import annotations

from typing import Any

from vndirective.core.normalize import make_view
from vndirective.core.records import Frame
from vndirective.segment.structure import Structure, segment


def structure(text: str) -> Structure:
    return segment(make_view(text))


def plain(frame: Frame) -> dict[str, Any]:
    """Return the fields as strings and lists of strings, without those that are absent."""
    values = {
        name: getattr(frame, name)
        for name in ("kind", "number", "title", "issuer", "issued_on", "place", "author", "unit")
    }
    for name in ("signers", "recipients", "addressees"):
        values[name] = [" ".join(span.text.split()) for span in getattr(frame, name)]
    return {name: value for name, value in values.items() if value not in (None, [])}
