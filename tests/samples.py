"""One directive and one paper, which the tests of several rooms read, and records made by hand."""

from __future__ import annotations

from typing import Any

from vndirective.core.records import Obligation, Span

DIRECTIVE = """TỈNH ỦY HẢI SƠN

ĐẢNG CỘNG SẢN VIỆT NAM

Số 04-CT/TU

Hải Sơn, ngày 5 tháng 2 năm 2024

CHỈ THỊ
Về việc trả hồ sơ đúng hạn cho người dân

Trong năm qua, nhiều phòng chuyên môn đã trả hồ sơ đúng hạn. Tuy nhiên, một số nơi còn để người dân đi lại nhiều lần.

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, cơ quan, đơn vị thực hiện các nhiệm vụ sau:

1. Công khai tiến độ giải quyết hồ sơ
a) Sở Nội vụ phải niêm yết danh mục hồ sơ quá hạn trước ngày 15/3/2024.
b) Thanh tra tỉnh báo cáo kết quả kiểm tra vào ngày 20 hằng tháng.

2. Siết chặt kỷ luật giờ giấc
a) Cán bộ, công chức phải có mặt đúng giờ tại bộ phận một cửa.
b) Nghiêm cấm nhận quà của người đến nộp hồ sơ.

3. Đẩy mạnh chuyển đổi số
Sở Khoa học và Công nghệ chủ trì, phối hợp với Văn phòng Tỉnh ủy xây dựng phần mềm theo dõi hồ sơ chậm nhất ngày 30 tháng 6 năm 2024.

Chỉ thị này phổ biến đến chi bộ.

Nơi nhận:
- Các chi bộ, đảng bộ trực thuộc;
- Lưu Văn phòng.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Trần Hải Vân
"""

PAPER = """THAM LUẬN
Đưa phần mềm theo dõi hồ sơ vào bộ phận một cửa

Đơn vị: Ủy ban nhân dân phường Bến Đình

Kính thưa các đồng chí!

Phường Bến Đình đã dùng phần mềm theo dõi hồ sơ từ năm 2022, nhờ đó người dân tra cứu được tiến độ trên điện thoại và tỷ lệ hồ sơ trễ hạn giảm rõ rệt.

Đề nghị Sở Khoa học và Công nghệ kết nối phần mềm với cơ sở dữ liệu dân cư trước ngày 30/6/2024.

Xin trân trọng cảm ơn!
"""


def make_obligation(action: Span, **values: Any) -> Obligation:
    """Return an obligation that says no more than its action, and what ``values`` add."""
    plain: dict[str, Any] = {
        "id": f"o{action.start}",
        "start": action.start,
        "end": action.end,
        "action": action,
        "modality": "obligation",
        "cue": None,
        "strength": 3,
        "bearers": (),
        "coordinated_with": (),
        "monitored_by": (),
        "report_to": (),
        "deadlines": (),
        "condition": None,
        "exception": None,
        "purpose": None,
        "deliverable": None,
        "speaker": None,
        "section": None,
        "sentence": 0,
        "inferred": (),
        "needs_review": False,
        "rule": "test",
    }
    return Obligation(**(plain | values))
