"""What a program that copies or converts a text does to its blanks and lines changes no duty."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import vndirective as vd

FOLDER = Path(__file__).parents[1] / "corpora" / "documents"
DOCUMENTS = ("d-01", "d-04", "n-02", "n-05", "p-02", "p-06", "s-chi-thi-pccc", "11-so-xay-dung")

SPACINGS: dict[str, Callable[[str], str]] = {
    "a blank line below each line": lambda text: re.sub(r"\n+", "\n\n", text),
    "no blank line": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "entities for blanks": lambda text: text.replace(". ", ".&nbsp;"),
    "indented": lambda text: re.sub(r"^", "    ", text, flags=re.M),
    "blanks at the end": lambda text: re.sub(r"$", "  ", text, flags=re.M),
    "quoted": lambda text: re.sub(r"^(?=.)", "> ", text, flags=re.M),
}


def duties(text: str) -> Counter[str]:
    doc = vd.analyze(text=text)
    actions = (doc.text[o.action.start : o.action.end] for o in doc.obligations)
    return Counter(
        re.sub(r"&nbsp;|[\W_]+", "", unicodedata.normalize("NFC", action)) for action in actions
    )


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_spacing_changes_no_duty(name: str, spacing: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert duties(SPACINGS[spacing](text)) == duties(text)


def test_a_text_without_line_ends_is_told_so() -> None:
    items = "1. Rà soát hồ sơ của người dân còn chậm, nêu rõ lý do. 2. Công khai tiến độ giải quyết tại bộ phận một cửa. "
    glued, whole = items * 15, items.replace(". ", ".\n") * 15
    codes = [[w.code for w in vd.analyze(text=text).warnings] for text in (glued, whole)]
    assert ["no_line_ends" in found for found in codes] == [True, False]


@pytest.mark.parametrize("opening", ["Điều 1. Trách nhiệm", "Điều 1. Với"])
def test_what_opens_a_heading_may_go_on_in_the_next_line(opening: str) -> None:
    doc = vd.analyze(text=f"QUY ĐỊNH\n{opening}\n\ncác phường\n1. Rà soát hồ sơ.")
    assert [doc.text[o.action.start : o.action.end] for o in doc.obligations] == ["Rà soát hồ sơ"]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("opening", ["", "CHỈ THỊ\n1. "])
def test_any_stretch_of_a_text_is_analyzed(name: str, opening: str) -> None:
    words = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split(" ")
    for start in range(0, len(words), 11):
        text = opening + " ".join(words[start : start + 5 + start % 37])
        assert vd.analyze(text=text).text == text


@pytest.mark.parametrize(
    "text", ["Thông tư nêu rõ", "Bộ trưởng nhấn mạnh", "Chỉ thị yêu cầu", "Trong giờ"]
)
@pytest.mark.parametrize("opening", ["", "CHỈ THỊ\n1. ", "(TTXVN) - Ngày 5/9, huyện họp.\n"])
def test_a_text_may_break_off_anywhere(opening: str, text: str) -> None:
    assert vd.analyze(text=opening + text).obligations == ()
