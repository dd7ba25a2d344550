"""Who is meant, said between those who must act and their modal or verb."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, must, never
from tables import cases

MEANT = [
    ("allotted the work", directive("1. Giáo viên được phân công coi thi phải có mặt đúng giờ."), [must("có mặt đúng giờ", "Giáo viên")]),
    ("allotted something to look after", directive("1. Người được giao giữ kho phải khóa cửa."), [must("khóa cửa", "Người được giao giữ kho")]),
    ("allotted, then a comma", directive("1. Sở Nội vụ được giao lập danh sách, phải gửi trước ngày 5/4/2024."), [must("lập danh sách, phải gửi trước ngày 5/4/2024", "Sở Nội vụ")]),
    ("concerned in something", directive("1. Yêu cầu các cá nhân liên quan đến vụ án khẩn trương giải trình."), [must("khẩn trương giải trình", "các cá nhân liên quan")]),
    ("in the course of what", directive("1. Yêu cầu các hộ trong quá trình đào ao phải che chắn."), [must("che chắn", "các hộ")]),
    ("after what", directive("1. Yêu cầu các hộ sau cuộc họp phải ký cam kết."), [must("ký cam kết", "các hộ")]),
    ("when", directive("1. Yêu cầu các hộ khi đốt nương phải báo thôn."), [must("báo thôn", "các hộ", condition="khi đốt nương")]),
    ("when, all of them", directive("1. Yêu cầu các hộ khi dời nhà đều phải báo thôn."), [must("báo thôn", "các hộ", condition="khi dời nhà")]),
    ("in a month, what others must do", directive("1. Yêu cầu các sở trong tháng 4/2024 chỉ đạo các xã phải rào giếng."), [must("chỉ đạo các xã phải rào giếng", "các sở", deadlines=["tháng 4/2024"])]),
    ("banned at some time", directive("1. Cán bộ trong giờ làm việc không uống rượu."), [never("uống rượu", "Cán bộ")]),
    ("asked not to at some time", directive("1. Yêu cầu cán bộ trong giờ trực không uống rượu."), [never("uống rượu", "cán bộ")]),
    ("by what they deal in", directive("1. Yêu cầu các thương nhân phân phối xăng tăng cường kiểm tra kho."), [must("tăng cường kiểm tra kho", "các thương nhân")]),
    ("by what they keep", directive("1. Đề nghị các hộ nuôi trâu nghiêm túc tiêm phòng."), [asked("nghiêm túc tiêm phòng", "các hộ")]),
    ("leaders of two kinds", directive("1. Yêu cầu các cán bộ lãnh đạo, người đứng đầu đơn vị cần gương mẫu."), [must("gương mẫu", "các cán bộ lãnh đạo", "người đứng đầu đơn vị")]),
    ("owners and masters of boats", directive("1. Yêu cầu các chủ tàu, thuyền trưởng thường xuyên giữ liên lạc."), [must("thường xuyên giữ liên lạc", "các chủ tàu, thuyền trưởng")]),
    ("firms in short", directive("1. Yêu cầu các DN, HTX kê khai giá bán."), [must("kê khai giá bán", "các DN, HTX")]),
    ("banks in short", directive("1. Yêu cầu các NHTM kê khai lãi suất."), [must("kê khai lãi suất", "các NHTM")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(MEANT))
def test_who_is_meant(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
