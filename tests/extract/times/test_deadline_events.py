"""Deadlines beside events, ceilings of how often, and days on which things stood so."""

from __future__ import annotations

import pytest

import vndirective as vd

CASES = [
    # text, its times: (text, relation, due)
    ("Phòng Giáo dục hoàn thành sửa chữa trước ngày khai giảng 05/9.", [("05/9", "BEFORE", "2024-09-04")]),
    ("Phòng Giáo dục sửa xong 6 điểm trường trước khai giảng năm học mới 05/9/2024.", [("05/9/2024", "BEFORE", "2024-09-04")]),
    ("Trước khai giảng năm học 2024-2025, các trường phải sửa mái.", [("năm học 2024-2025", "BEFORE", None)]),
    ("Đến ngày tổng kết 26/3/2024, chúng tôi báo cáo vượt chỉ tiêu.", [("26/3/2024", "BY", None)]),
    ("Chủ tịch xã không được ủy quyền tiếp dân quá 02 lần/tháng.", [("02 lần/tháng", "EVERY", None)]),
    ("Trong 02 ngày 20 và 21/6/2024, các trường phải tổng vệ sinh.", [("ngày 20 và 21/6/2024", "ON", "2024-06-21")]),
    ("Đến ngày 30/4/2024 toàn tỉnh còn 12.450 thửa chưa được cấp.", [("ngày 30/4/2024", "BY", None)]),
    ("Đến ngày 30/4/2024, các xã phải cấp xong 12.450 thửa.", [("ngày 30/4/2024", "BY", "2024-04-30")]),
    ("Các thôn nộp quỹ trước Tết Nguyên đán 2025 20 ngày.", [("Tết Nguyên đán 2025", "BEFORE", None), ("20 ngày", "BY", "2025-01-09")]),
    ("Văn phòng gửi giấy mời trước ngày 12/7/2024 ít nhất 03 ngày làm việc.", [("ngày 12/7/2024", "BEFORE", None), ("03 ngày làm việc", "BEFORE", "2024-07-09")]),
    ("Các tổ phải rà soát xong trước năm 2025 15 ngày.", [("năm 2025", "BEFORE", None), ("15 ngày", "BY", None)]),
    ("Các thôn phải tổng vệ sinh ngày 20/7/2024.", [("ngày 20/7/2024", "ON", "2024-07-20")]),
    ("Trung tâm Văn hóa phải tổ chức hội thi tiếng hát ngày 20/7/2024.", [("ngày 20/7/2024", "ON", "2024-07-20")]),
    ("Công an xã phải kiểm tra công tác chuẩn bị lễ ngày 20/7/2024.", [("ngày 20/7/2024", "ON", None)]),
    ("Công an xã phải kiểm tra sân bãi phục vụ hội thao ngày 20/7/2024.", [("ngày 20/7/2024", "ON", None)]),
    ("Đội Quản lý phải kiểm tra theo biên bản ngày 20/4/2024.", [("ngày 20/4/2024", "ON", None)]),
    ("Đến ngày 30/6/2024 toàn tỉnh còn 12.450 thửa chưa được cấp.", [("ngày 30/6/2024", "BY", "2024-06-30")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_events_and_ceilings(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    doc = vd.analyze(text=text, issued_on="2024-05-15")
    assert [(t.text, t.relation, t.due if t.is_deadline else None) for t in doc.times] == expected


def test_a_meeting_ends_on_its_day_and_not_on_that_of_a_deadline() -> None:
    text = (
        "Hôm nay, ngày 12/3/2025, chi ủy họp.\nCác tổ gửi danh sách trước ngày 25/3/2025.\n"
        "Cuộc họp kết thúc lúc 16 giờ 15 phút cùng ngày."
    )
    assert vd.analyze(text=text).times[-1].value == "2025-03-12T16:15"


def test_the_same_day_is_that_of_the_deadline_before() -> None:
    text = (
        "UBND HUYỆN LAU\nSố: 8/CT-UBND\nLau, ngày 4 tháng 3 năm 2024\n\nCHỈ THỊ\nVề hồ sơ\n\n"
        "1. Các xã nộp hồ sơ trước ngày 10/3/2024.\n2. Trạm Y tế nộp hồ sơ lúc 16 giờ cùng ngày.\n"
    )
    assert vd.analyze(text=text).times[-1].value == "2024-03-10T16:00"
