from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tables import cases

import vndirective as vd
from vndirective.classify.concordance import kwic
from vndirective.core.errors import ArgumentError, NotClassifiedError
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
    assert kwic([paper], theme="other", themes=["order", "other"]) == []
    for themes, valid in ((None, "'order'"), (["other", "third"], "'other', 'third'")):
        with pytest.raises(ArgumentError, match=f"theme='zzz' is not valid: give one of {valid}$"):
            kwic([paper], theme="zzz", themes=themes)
    with pytest.raises(NotClassifiedError, match=r"vndirective\.classify"):
        kwic([paper, analysis(TEXT)], theme="order")


@pytest.mark.parametrize("name", ["UBND tỉnh", "Ủy ban nhân dân tỉnh", "ubnd", "tỉnh Sơn Hà"])
def test_actors_are_found_short_or_in_full(name: str) -> None:
    text = "UBND tỉnh Sơn Hà giao Sở Y tế. Ủy ban nhân dân tỉnh Sơn Hà đã họp."
    found = [line.text for line in vd.kwic(vd.analyze(text=text), actor=name)]
    assert found == ["UBND tỉnh Sơn Hà", "Ủy ban nhân dân tỉnh Sơn Hà"]


def test_one_paper_needs_no_list(analysis: Make) -> None:
    expected = [line.start for line in kwic([analysis(TEXT)], word="sổ")]
    document = vd.analyze(text=TEXT)
    assert [line.start for line in kwic(analysis(TEXT), word="sổ")] == expected
    for given in (document, [document], (d for d in [document])):
        assert [line.start for line in vd.kwic(given, word="sổ")] == expected


#: What is asked, and what the message says.
WRONG: list[tuple[str, Any, dict[str, str], str]] = [
    ("nothing", [], {}, "exactly one of them"),
    ("two things", [], {"word": "a", "theme": "b"}, "exactly one of them"),
    ("a phrase that does not close", [], {"word": "(a"}, "as in a codebook"),
    ("an empty word", [], {"word": ""}, "word='' is not valid: give a phrase"),
    ("a blank word", [], {"word": "  "}, "at least one syllable"),
    ("an empty name", [], {"actor": " "}, "actor=' ' is not valid"),
    ("a theme where nothing has one", [], {"theme": "zzz"}, "theme='zzz' is not valid"),
    ("a text", TEXT, {"word": "sổ"}, "papers='Trạm bơm"),
    ("a number", 7, {"word": "sổ"}, "papers=7 is not valid"),
]  # fmt: skip


@pytest.mark.parametrize(("papers", "asked", "said"), cases(WRONG))
def test_what_cannot_be_searched_is_said(papers: Any, asked: dict[str, str], said: str) -> None:
    with pytest.raises(ArgumentError, match=said):
        kwic(papers, **asked)


def test_what_cannot_be_seen_is_neither_asked_for_nor_shown(analysis: Make) -> None:
    text = "Trạm b\u00adơm ch\u200bậm sửa m\u00adáy."
    actor = Actor("a1", text[:9], 0, 9, "GROUP", "Trạm bơm số 2", None, None)
    assert actor.text == "Trạm b\u00adơm"
    (line,) = kwic(analysis(text), word="chậm … m\u200báy", width=10)
    assert (line.before, line.text, text[line.start : line.end]) == (
        "Trạm bơm",
        "chậm sửa máy",
        text[10:-1],
    )
    assert [found.start for found in kwic(analysis(text, actors=(actor,)), actor="Trạm bơm")] == [0]
