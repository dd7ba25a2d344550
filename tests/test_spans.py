"""Spans are exact: what a record says stands there, begins and ends with a letter or sign, and holds its parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vndirective as vd

FOLDER = Path(__file__).parents[1] / "corpora" / "documents"

HOSTILE = [
    "Sở Y tế gửi báo cáo trước 9 giờ (bằng thư điện tử).",
    "Các xã trực từ 7 giờ - 19 giờ, giao ca lúc 13 giờ ; không bỏ vị trí.",
    "Xã khóa sổ lúc 16 g … rồi nộp quỹ trước 17 h / ngày.",
    "Yêu cầu các xã họp lúc 8 giờ\u00a0\u200b(tại hội trường) và 14 giờ\t“đúng”.",
    "Giao ban vào 7 giờ \n\n- Rà soát sổ trước 11 giờ \x0c",
    'Các phòng phải treo khẩu hiệu “Sạch từ nhà ra ngõ”. Các tổ phải bỏ kiểu "hẹn rồi quên", trả lời ngay.',
    "ĐẢNG BỘ HUYỆN LỘC AN\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY\t\nSố: 8-CT/HU\tLộc An, ngày 2 tháng 6 năm 2024\nCHỈ THỊ\nvề cấp nước\n1. Các xã rà soát giếng trước 10 giờ  (sáng).\n",
    "**1. Các tổ** phải rà soát \u00a0**sổ** \u200b trước 8 giờ **(sáng)**.",
]


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Yield whatever has a text and a place, at any depth."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def check(text: str) -> None:
    doc = vd.analyze(text=text)
    found = json.loads(doc.to_json())
    for record in spans({key: part for key, part in found.items() if key != "source"}):
        piece = text[record["start"] : record["end"]]
        assert record["text"] == piece
        assert piece and piece == piece.strip()
    for duty in doc.obligations:
        assert duty.start <= duty.action.start < duty.action.end <= duty.end


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_spans_of_a_document_are_exact(path: Path) -> None:
    check(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_spans_of_a_hostile_text_are_exact(text: str) -> None:
    check(text)


def test_an_hour_ends_with_its_last_letter() -> None:
    doc = vd.analyze(text="Các tổ phải nộp sổ trước 15 giờ (tại kho) và trước 9 giờ 30 - đúng giờ.")
    assert [time.text for time in doc.times] == ["15 giờ", "9 giờ 30"]
