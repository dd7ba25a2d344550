"""Hand-made analyses: the classifier's tests need no segmenter."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from samples import make_obligation

from vndirective.core.records import Analysis, Frame, Obligation, Section, Source, Span

_END = re.compile(r"(?<=[.!?…;])\s+|\n+")


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    edges = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return tuple((a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges) if text[a:b].strip())


def make_analysis(text: str, sections: tuple[Section, ...] = (), **changes: Any) -> Analysis:
    fields: dict[str, Any] = {
        "id": "paper",
        "frame": Frame(),
        "source": Source("paper.txt", "text/plain", "0" * 64, "utf-8"),
        "text": text,
        "sections": sections,
        "sentences": sentence_spans(text),
    }
    return Analysis(**(fields | changes))


def make_duty(section: str, start: int, end: int, text: str, **changes: Any) -> Obligation:
    return make_obligation(Span(text[start:end], start, end), section=section, **changes)


def make_section(text: str, identifier: str, kind: str, quote: str, **changes: Any) -> Section:
    start = text.index(quote)
    fields: dict[str, Any] = {
        "id": identifier,
        "kind": kind,
        "label": identifier.rsplit("/", 1)[-1],
        "heading": None,
        "start": start,
        "end": start + len(quote),
        "parent": None,
    }
    return Section(**(fields | changes))


@pytest.fixture
def analysis() -> Callable[..., Analysis]:
    return make_analysis


@pytest.fixture
def duty() -> Callable[..., Obligation]:
    return make_duty


@pytest.fixture
def section() -> Callable[..., Section]:
    return make_section
