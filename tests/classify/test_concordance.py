from __future__ import annotations

from collections.abc import Callable

import pytest

from vndirective.classify.concordance import kwic
from vndirective.core.errors import ArgumentError
from vndirective.core.records import Actor, Analysis, Passage, Span, ThemeScore

Make = Callable[..., Analysis]
TEXT = "Trạm bơm chậm sửa máy.\nTổ trực giữ sổ."


def test_lines_show_what_stands_around(analysis: Make) -> None:
    (line,) = kwic([analysis(TEXT)], word="chậm … máy|chậm … sổ", width=9)
    assert (line.paper, line.before, line.text) == ("paper", "Trạm bơm", "chậm sửa máy")
    assert line.after == ". Tổ trực"[:9].rstrip()
    assert TEXT[line.start : line.end] == line.text


def test_actors_and_evidence_of_themes_are_found(analysis: Make) -> None:
    at = TEXT.index("Tổ trực")
    actor = Actor("a1", "Tổ trực", at, at + 7, "GROUP", "Tổ trực đêm", None, None)
    theme = ThemeScore("order", 0.9, 0.5, "contributing", (Span(TEXT[at:], at, len(TEXT)),), ())
    paper = analysis(TEXT, actors=(actor,), passages=(Passage("p1", 0, len(TEXT), None, (theme,)),))
    assert [line.start for line in kwic([paper], actor="Tổ trực đêm")] == [at]
    assert [line.text for line in kwic([paper], theme="order")] == ["Tổ trực giữ sổ."]
    assert kwic([paper], theme="other") == []


@pytest.mark.parametrize("asked", [{}, {"word": "a", "theme": "b"}, {"word": "(a"}])
def test_what_cannot_be_searched_is_said(asked: dict[str, str]) -> None:
    with pytest.raises(ArgumentError, match="word"):
        kwic([], **asked)
