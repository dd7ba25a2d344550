"""How the offices of communes write: labels below lists, loose markers, invitations, minutes."""

from __future__ import annotations

import pytest
from duties import Duty, directive, found, must
from tables import cases

LABELS = [
    ("below a whole list", directive("Giao Phòng Kinh tế:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình.\nThời hạn hoàn thành: 20/5/2024\nĐơn vị phối hợp: Công an xã"), [must("Rà soát 12 thửa đất", "^Phòng Kinh tế", deadlines=["20/5/2024"], coordinated_with=["^Công an xã"]), must("Lập tờ trình", "^Phòng Kinh tế", deadlines=["20/5/2024"], coordinated_with=["^Công an xã"])]),
    ("below a whole list, who does it", directive("Nội dung công việc:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình.\nNgười nhận việc: Đinh Thị Loan"), [must("Rà soát 12 thửa đất", "^Đinh Thị Loan"), must("Lập tờ trình", "^Đinh Thị Loan")]),
    ("above a whole list, who does it", directive("Người nhận việc: Đinh Thị Loan\nNội dung công việc:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình."), [must("Rà soát 12 thửa đất", "^Đinh Thị Loan"), must("Lập tờ trình", "^Đinh Thị Loan")]),
    ("below an item that another follows", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\n2. Kiểm tra bến xe.\nThời hạn: 20/5/2024\n3. Lập danh sách hộ nghèo."), [must("Rà soát nhà trọ", "^Công an xã", deadlines=[]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"]), must("Lập danh sách hộ nghèo", "^Công an xã", deadlines=[])]),
    ("below each item", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\nThời hạn: 10/5/2024\n2. Kiểm tra bến xe.\nThời hạn: 20/5/2024"), [must("Rà soát nhà trọ", "^Công an xã", deadlines=["10/5/2024"]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("behind the last item", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\n2. Kiểm tra bến xe. Thời hạn: 20/5/2024"), [must("Rà soát nhà trọ", "^Công an xã", deadlines=[]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("an item with a day of its own", directive("Giao Công an xã:\n1. Rà soát nhà trọ trước ngày 02/5/2024.\n2. Kiểm tra bến xe.\nThời hạn hoàn thành: 20/5/2024"), [must("Rà soát nhà trọ trước ngày 02/5/2024", "^Công an xã", deadlines=["ngày 02/5/2024"]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("a bullet that only says until when", directive("- Rà soát nhà trọ\n- Hoàn thành trước 31/5\n- Lập danh sách hộ nghèo."), [must("Rà soát nhà trọ", deadlines=["31/5"]), must("Lập danh sách hộ nghèo", deadlines=[])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(LABELS))
def test_labels(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
