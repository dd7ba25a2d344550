"""The day a text is of, where its head has no place."""

from __future__ import annotations

import pytest
from segmented import structure
from tables import cases

BODY = "\n\nỦy ban nhân dân xã yêu cầu:\n1. Các thôn rào giếng.\n"
HEADS = [
    ("below the number", "UBND XÃ ĐỒNG LAU\nSố: 04/CT-UBND\nNgày 02/3/2026\n\nCHỈ THỊ\nVề giữ gìn đường làng", "2026-03-02"),
    ("in words", "ĐOÀN XÃ ĐỒNG LAU\nNgày 04 tháng 3 năm 2024\n\nKẾ HOẠCH\nTổ chức Ngày hội", "2024-03-04"),
    ("below the title", "TRẠM Y TẾ XÃ ĐỒNG LAU\nQUYẾT ĐỊNH\nBan hành nội quy\nNgày 20/5/2024", "2024-05-20"),
    ("with its hour", "CHỦ TỊCH UBND XÃ ĐỒNG LAU\nCÔNG ĐIỆN\nVề việc ứng phó mưa lớn\n14 giờ 00 ngày 22/10/2025", "2025-10-22"),
    ("in brackets", "UBND XÃ ĐỒNG LAU\nKẾ HOẠCH\nSố hóa sổ hộ tịch\n(Ban hành ngày 15/9/2025)", "2025-09-15"),
    ("on the line of a party number", "ĐẢNG ỦY XÃ ĐỒNG LAU\n* Số 15-HD/ĐU\nngày 21 tháng 8 năm 2025\nHƯỚNG DẪN\nsinh hoạt chi bộ", "2025-08-21"),
    ("with place and hour", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ ĐỒNG LAU\nSố 07/CĐ-BCH\nĐồng Lau, 22h15' ngày 11/9/2025\n\nCÔNG ĐIỆN\nVề việc xả lũ", "2025-09-11"),
    ("in figures alone", "TRẠM Y TẾ XÃ ĐỒNG LAU\nSố: 118 /KH-TYT\n02/10/2025\n\nKẾ HOẠCH triển khai bệnh án điện tử", "2025-10-02"),
    ("the day of an event above that of the text", "UBND XÃ ĐỒNG LAU\nKẾ HOẠCH\nTổ chức Ngày hội\n(Ngày 20/5/2024)\nĐồng Lau, ngày 05 tháng 3 năm 2024", "2024-03-05"),
    ("no day", "UBND XÃ ĐỒNG LAU\nCHỈ THỊ\nVề giữ gìn đường làng", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), cases(HEADS))
def test_the_day_of_a_head_without_a_place(head: str, expected: str | None) -> None:
    frame = structure(head + BODY).frame
    assert frame.issued_on == expected
    assert "ngày" not in (frame.title or "").casefold().replace("ngày hội", "")


def test_short_lines_of_a_head_wrap_no_body() -> None:
    head = "ĐẢNG ỦY XÃ ĐỒNG LAU\n* Số 15-HD/ĐU\nngày 21 tháng 8 năm 2025\nHƯỚNG DẪN\nsinh hoạt chi bộ\n\n"
    long = "Cấp ủy bàn, chọn việc sát với thôn mình và ghi vào sổ theo dõi của chi bộ để cuối năm có cái mà xem lại."
    body = f"1. Chọn việc\n{long}\n2. Điều hành\n{long}\n3. Theo dõi\n{long}\n"
    lines = structure(head + body).lines
    assert "1. Chọn việc" in [line.text for line in lines]
